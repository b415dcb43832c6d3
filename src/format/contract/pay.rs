//! The director's pay agreement.

use std::rc::Rc;

use super::date_range;
use super::goal::{GoalForm, goal};
use super::pot::{pot, stage};
use crate::domain::contract::{AdjustmentTerms, EarnedBy, PayAgreement, Stage, StageKind, Target, Weight};
use crate::domain::number::Points;
use crate::findings::RuleFault;
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{percent, points, text, truth, word};
use crate::small::set_of;

const PAY: &[&str] = &[
    "from",
    "to",
    "points",
    "pots",
    "stages",
    "areas",
    "individual_rule",
    "max_percent",
    "pensionable",
    "holiday_allowance_percent",
    "pension_percent",
    "adjustment",
    "source",
];

/// A pay agreement; its areas' weights have at most so many decimals.
pub(in crate::format) fn pay(value: &Node<'_>, decimals: u32, log: &mut Log<'_>) -> Option<PayAgreement> {
    let mut fields = Fields::with_keys(value, PAY, log)?;
    let period = date_range(&mut fields);
    let has_pots = fields.get("pots").is_some_and(|list| !list.items().is_empty());
    let pots = fields.list("pots", pot);
    let points = if has_pots {
        for key in ["points", "individual_rule", "max_percent"] {
            fields.either("pots", key);
        }
        Some(<(Points, Points)>::default())
    } else {
        fields.required("points", division)
    };
    let ids = set_of(pots.iter().map(|pot| pot.id.as_str()));
    let stages = fields.list("stages", |value, log| stage(value, &ids, log));
    caps_last(&mut fields, &stages);
    // An area without a target of its own is judged by a person.
    let form = GoalForm { decimals, default_target: Some(|| Target::Assessed { criteria: Vec::new() }) };
    let agreement = PayAgreement {
        areas: fields.list("areas", |value, log| goal(value, form, log).map(Rc::new)),
        stated_rule: fields.optional("individual_rule", word),
        max_percent: fields.optional("max_percent", percent),
        pensionable: fields.optional("pensionable", truth),
        holiday_allowance_percent: fields.optional("holiday_allowance_percent", percent),
        adjustment: fields.optional("adjustment", adjustment_terms),
        source: fields.optional("source", text),
        pots: Vec::new(),
        stages,
        pension_percent: fields.optional("pension_percent", percent),
        period: period?,
        institution: points?.0,
        individual: points?.1,
    };
    let agreement = PayAgreement { pots, ..agreement };
    let individual = if has_pots { individual_most(&agreement) } else { agreement.individual };
    Some(PayAgreement { individual, ..agreement })
}

/// The most that the individual part can give: what the one judgement is out of, where a pot is earned by it, else what
/// the areas that earn a pot weigh.
fn individual_most(agreement: &PayAgreement) -> Points {
    let judged = agreement.pots.iter().find_map(|pot| match pot.earned_by {
        EarnedBy::Judged(most) => Some(most),
        _ => None,
    });
    let earning = agreement.areas.iter().filter(|area| agreement.earns_pot(&area.id));
    let weights = earning.filter_map(|area| area.weight).map(Weight::max);
    judged.unwrap_or_else(|| weights.fold(Points::default(), |sum, weight| sum + weight))
}

/// Caps in kroner come after every stage on fractions.
fn caps_last(fields: &mut Fields<'_, '_, '_>, stages: &[Stage]) {
    let is_amount = |stage: &Stage| matches!(stage.kind, StageKind::CapAmount(_) | StageKind::CapPercent(_));
    let Some(first) = stages.iter().position(is_amount) else { return };
    let late = stages.iter().skip(first).find(|stage| !is_amount(stage)).map(|stage| stage.id.as_str());
    let mut places = fields.items("stages").iter();
    let place = places.rfind(|place| late.is_some() && place.get("id").and_then(Node::as_text) == late);
    if let Some(place) = place {
        fields.log.report(place.pointer(), RuleFault::StageAfterKroner);
    }
}

/// In which direction, and by how many percent at most.
fn adjustment_terms(value: &Node<'_>, log: &mut Log<'_>) -> Option<AdjustmentTerms> {
    let mut fields = Fields::with_keys(value, &["direction", "max_percent"], log)?;
    let direction = fields.required("direction", word);
    Some(AdjustmentTerms { max_percent: fields.optional("max_percent", percent), direction: direction? })
}

/// The points of the institution and of the individual areas, together above 0.
fn division(value: &Node<'_>, log: &mut Log<'_>) -> Option<(Points, Points)> {
    let mut fields = Fields::with_keys(value, &["institution", "individual"], log)?;
    let (institution, individual) =
        (fields.required("institution", points), fields.required("individual", points));
    let (institution, individual) = (institution?, individual?);
    if (institution.0 + individual.0).is_zero() {
        fields.log.report(value.pointer(), RuleFault::NotPositive { value: institution.0 });
    }
    Some((institution, individual))
}
