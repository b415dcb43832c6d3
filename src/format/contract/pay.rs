//! The director's pay agreement.

use std::rc::Rc;

use super::date_range;
use super::goal::{GoalForm, goal};
use crate::domain::contract::{AdjustmentTerms, PayAgreement, Target};
use crate::domain::number::Points;
use crate::findings::RuleFault;
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{percent, points, text, truth, word};

const PAY: &[&str] = &[
    "from",
    "to",
    "points",
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
    let points = fields.required("points", division);
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
        pension_percent: fields.optional("pension_percent", percent),
        pots: Vec::new(),
        stages: Vec::new(),
        period: period?,
        institution: points?.0,
        individual: points?.1,
    };
    Some(agreement)
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
