//! A try of the agreement before anyone signs: what it gives for points that nobody reached yet.

use super::inputs::Inputs;
use super::money::Money;
use super::outcome::PayOutcome;
use super::pots;
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, PayAgreement};
use crate::domain::evaluation::Evaluation;
use crate::domain::number::{Points, Span};

/// The most points that each pot of the agreement takes; of one without pots those of the institution and of the areas
/// together.
pub fn most_of_pots(agreement: &PayAgreement, evaluation: &Evaluation) -> Vec<Points> {
    if agreement.pots.is_empty() {
        return vec![agreement.institution + agreement.individual];
    }
    let pots = evaluation.pay.iter().flat_map(|pay| &pay.pots.pots);
    pots.map(|pot| pot.most).collect()
}

/// What the agreement gives for so many points of each pot; `None` where these are more than it takes.
///
/// `evaluation` is that of `assessment`, which holds what is entered for the pay alone. No goal has a result in it, so a
/// condition on goals stays open.
pub fn tried(
    contract: &Contract,
    (assessment, evaluation): (&Assessment, &Evaluation),
    points: &[Points],
) -> Option<PayOutcome> {
    let (agreement, before) = (contract.pay.as_ref()?, evaluation.pay.as_ref()?);
    let most = most_of_pots(agreement, evaluation);
    let is_within = |(points, most): (&Points, &Points)| *points >= Points::default() && points <= most;
    if points.len() != most.len() || !points.iter().zip(&most).all(is_within) {
        return None;
    }
    let inputs = Inputs::counting(agreement, assessment, &mut Vec::new());
    let earning = points.iter().map(|points| Span::settled(*points)).zip(most).collect();
    let institution = evaluation.institution.map(|institution| institution.sum.points).unwrap_or_default();
    let conditions = (&evaluation.pay_sums.tallies[..], institution, false);
    let pots = pots::follow(agreement, &earning, conditions, &inputs).ok()?;
    let money = match pots.full.zip(pots.earned) {
        Some((full, earned)) => Money::after_earned(&inputs, full, earned).ok()?,
        None => Money { full: pots.full, ..Money::default() },
    };
    Some(PayOutcome {
        fraction: pots.fraction(),
        full: money.full,
        earned: money.earned,
        adjusted: money.adjusted,
        payable: money.payable,
        holiday_allowance: money.holiday_allowance,
        pension: money.pension,
        with_pension: money.with_pension,
        pots,
        ..before.clone()
    })
}
