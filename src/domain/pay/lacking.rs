//! What the way from points to kroner still waits for.

use super::PayOutcome;
use super::pots::PotGround;
use crate::domain::address::FieldId;
use crate::domain::contract::{PayAgreement, PotSize, StageKind};

/// The fields without which the way ends early, or is open although all points are settled. The points themselves are
/// left out.
pub fn lacking(agreement: &PayAgreement, outcome: &PayOutcome) -> Vec<FieldId> {
    let base = (agreement.needs_base() && outcome.base.is_none()).then_some(FieldId::BaseValue(0));
    let is_unknown = agreement.pots.is_empty() && outcome.max_percent.is_none();
    let percent = is_unknown.then_some(FieldId::MaxPercent);
    let pots = agreement.pots.iter().zip(&outcome.pots.pots);
    let unregulated = pots.clone().any(|(_, pot)| matches!(pot.ground, PotGround::Regulated(_, None)));
    let regulation = unregulated.then_some(FieldId::Regulation);
    let open = pots.filter(|(pot, outcome)| {
        pot.size == PotSize::Entered && matches!(outcome.ground, PotGround::OfBase(None))
    });
    let percents = open.map(|(pot, _)| FieldId::PotPercent(pot.id.clone()));
    let factors = agreement.stages.iter().zip(&outcome.pots.stages).filter(|(stage, outcome)| {
        let is_open = outcome.steps.iter().any(|step| step.factor.is_some_and(|factor| !factor.is_settled()));
        matches!(stage.kind, StageKind::Factor { .. }) && is_open
    });
    let factors = factors.map(|(stage, _)| FieldId::Factor(stage.id.clone()));
    base.into_iter().chain(percent).chain(regulation).chain(percents).chain(factors).collect()
}
