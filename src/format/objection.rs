//! Where in the text of an assessment the calculation objects, and whether it belongs to the contract.

use super::file::ContractFile;
use super::json::Locator;
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, GoalId, PartId};
use crate::domain::evaluation::Evaluation;
use crate::domain::objection::{Field, Place};
use crate::domain::plausible::implausible_figures;
use crate::findings::{Diagnostic, EntryFault, JsonPath, in_order};

/// What the calculation has against the assessment that stands at this path, and its figures that can hardly be meant,
/// in the order of the text.
pub fn objections(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    locator: &Locator<'_>,
    base: &JsonPath,
) -> Vec<Diagnostic> {
    let located =
        |place: &Place, fault: EntryFault| locator.diagnostic(&base.clone().join(&place_path(place)), fault);
    let objections =
        evaluation.all_objections().map(|objection| located(&objection.place, EntryFault::from(objection)));
    let unlikely = implausible_figures(contract, assessment).into_iter().map(|(place, value, why)| {
        let fault = EntryFault::Unlikely { place: place.clone(), value, why };
        located(&place, fault)
    });
    let mut diagnostics: Vec<Diagnostic> = objections.chain(unlikely).collect();
    in_order(&mut diagnostics);
    diagnostics
}

/// Whether an assessment was made for another contract, or for this one as it was before; and where it says
/// so. Neither is refused.
pub fn belonging(contract: &ContractFile, assessment: &Assessment) -> Option<(JsonPath, EntryFault)> {
    let at = JsonPath::root().key("contract");
    let (found, wanted) = (assessment.contract.as_str(), contract.contract.id.as_str());
    if found != wanted {
        let (found, wanted) = (found.to_owned(), wanted.to_owned());
        return Some((at.key("id"), EntryFault::OtherContract { found, wanted }));
    }
    let changed = assessment.sha256.as_ref().is_some_and(|sha256| !contract.fingerprint.matches(sha256));
    changed.then(|| (at.key("sha256"), EntryFault::ContractChanged))
}

/// The path from the root of an assessment.
fn place_path(place: &Place) -> JsonPath {
    let pay = JsonPath::root().key("pay");
    match place {
        Place::Goal(goal, parts, field) => entry_path(JsonPath::root().key("results"), goal, parts, *field),
        Place::Area(area, parts, field) => {
            entry_path(JsonPath::root().key("individual").key("areas"), area, parts, *field)
        }
        Place::Overall => JsonPath::root().key("individual").key("overall"),
        Place::AsOf => JsonPath::root().key("as_of"),
        Place::Adjustment => pay.key("adjustment"),
        Place::LeftOn => pay.key("left_on"),
        Place::MaxPercent => pay.key("max_percent"),
        Place::HolidayAllowance => pay.key("holiday_allowance_percent"),
        Place::Base(line) => pay.key("base").index(*line).key("value"),
    }
}

fn entry_path(entries: JsonPath, goal: &GoalId, parts: &[PartId], field: Field) -> JsonPath {
    let entry = entries.key(goal.to_string());
    let reported = parts.iter().fold(entry, |path, part| path.key("parts").key(part.to_string()));
    match field {
        Field::Entry => reported,
        Field::Value => reported.key("value"),
        Field::Baseline => reported.key("baseline"),
        Field::Date => reported.key("date"),
        Field::Done => reported.key("done"),
        // A reason that is missing has no place; the points that lack it have.
        Field::Points | Field::Reason => reported.key("points"),
        Field::Parts => reported.key("parts"),
        Field::Addendum => reported.key("addendum"),
    }
}
