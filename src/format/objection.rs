//! Where in the text of an assessment the calculation objects, and whether it belongs to the contract.

use super::address::path_of;
use super::file::ContractFile;
use super::json::Locator;
use super::log::LISTED;
use crate::domain::address::{FieldId, ReportedField};
use crate::domain::assessment::Assessment;
use crate::domain::contract::Contract;
use crate::domain::evaluation::Evaluation;
use crate::domain::objection::{Objection, ObjectionKind};
use crate::domain::plausible::implausible_figures;
use crate::findings::{Diagnostic, EntryFault, JsonPath, SyntaxFault, in_order};

/// Reports the objections to the assessment that stands at this path, and its figures that can hardly be meant. The
/// order is that of the text; of many the first are listed, and the rest are counted.
pub fn objections(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    locator: &Locator<'_>,
    base: &JsonPath,
) -> Vec<Diagnostic> {
    let located = |path: &JsonPath, fault: EntryFault| locator.diagnostic(&base.clone().join(path), fault);
    let objections = evaluation
        .all_objections()
        .map(|objection| located(&path_of_objection(objection), EntryFault::from(objection)));
    let unlikely = implausible_figures(contract, assessment).into_iter().map(|(place, value, why)| {
        let fault = EntryFault::Unlikely { place: place.clone(), value, why };
        located(&path_of(&place), fault)
    });
    let mut diagnostics: Vec<Diagnostic> = objections.chain(unlikely).collect();
    in_order(&mut diagnostics);
    let more = diagnostics.len().saturating_sub(LISTED);
    diagnostics.truncate(LISTED);
    if let Some(last) = diagnostics.last().filter(|_| more > 0) {
        diagnostics.push(locator.diagnostic_at(last.range.clone(), SyntaxFault::TooManyFindings { more }));
    }
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

/// The path to what is objected to. A reason that is missing has no place; what lacks it has.
fn path_of_objection(objection: &Objection) -> JsonPath {
    match (&objection.kind, &objection.place) {
        (ObjectionKind::NoReason, FieldId::Reported(entry, parts, _)) => {
            path_of(&entry.reported(parts, ReportedField::Points))
        }
        (ObjectionKind::NoReason, FieldId::OverallReason) => path_of(&FieldId::Overall),
        (ObjectionKind::NoReason, FieldId::AdjustmentReason) => path_of(&FieldId::AdjustmentValue),
        (_, field) => path_of(field),
    }
}
