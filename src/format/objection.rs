//! Where in the text of an assessment the calculation objects, and whether it belongs to the contract.

use super::file::{ContractFile, Document};
use super::json::{self, Locator};
use super::read::{Reading, read};
use crate::domain::assessment::Assessment;
use crate::domain::contract::{GoalId, PartId};
use crate::domain::evaluate::evaluate;
use crate::domain::evaluation::Evaluation;
use crate::domain::objection::{Field, Place};
use crate::findings::{Diagnostic, EntryFault, JsonPath, in_order};

/// Reads a file as [`read`] does, and works out the assessments of a case file, so that all that can be said
/// of one file is said.
pub fn inspect(bytes: &[u8]) -> Reading {
    let mut reading = read(bytes);
    if let Some(Document::Case(case)) = &reading.document {
        let text = json::decode(bytes).unwrap_or_default();
        for (index, file) in case.assessments.iter().enumerate() {
            let evaluation = evaluate(&case.contract.contract, &file.assessment);
            let base = JsonPath::root().key("assessments").index(index);
            reading.diagnostics.extend(objections(&evaluation, &Locator::new(text).within(base)));
        }
        in_order(&mut reading.diagnostics);
    }
    reading
}

/// What the calculation has against an assessment, at its places in the text, in their order.
pub fn objections(evaluation: &Evaluation, locator: &Locator<'_>) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = evaluation
        .all_objections()
        .map(|objection| {
            let fault = EntryFault::from(objection);
            locator.diagnostic(&place_path(&objection.place), fault)
        })
        .collect();
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
