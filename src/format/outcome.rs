//! The machine-readable outcome: docs/format.md, "The machine-readable outcome".
//!
//! Points are written as short as they can be, kroner with two decimals, and what cannot be worked out yet
//! is left out.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::domain::contract::{self, Contract, GoalId, PayAgreement, PotId, StageForm, StageId};
use crate::domain::evaluation::{Assumption, Counts, Evaluation, Expectation, GoalOutcome, GoalStatus};
use crate::domain::number::{Kroner, Points, Share, Span, quotient};
use crate::domain::pay::{PayOutcome, PotOutcome, PotsOutcome, StageOutcome, StageStep};
use crate::domain::risk::RiskOutcome;
use crate::domain::trace::Outlook;
use crate::findings::Diagnostic;
use crate::i18n::Words;
use crate::small::map_of;

/// Decimals of a fraction that does not end, such as a third.
const FRACTION_DECIMALS: u32 = 12;

/// A diagnostic with the file that it is about.
pub type Found<'p> = (&'p Path, Diagnostic);

/// Everything that was worked out.
#[derive(Debug, Serialize)]
pub struct Outcome<'e> {
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<Institution<'e>>,
    counts: Counts,
    goals: Vec<Goal<'e>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pay: Option<Pay<'e>>,
    risk: Vec<Risk<'e>>,
    assumptions: &'e [Assumption],
    diagnostics: Vec<Finding>,
}

/// What is wrong with files that nothing can be worked out from.
#[derive(Debug, Serialize)]
pub struct RefusedScore {
    diagnostics: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Institution<'e> {
    points: Span<String>,
    secured: String,
    lost: String,
    open: String,
    total: String,
    expected: Span<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<Span<&'e str>>,
}

#[derive(Debug, Serialize)]
struct Goal<'e> {
    id: &'e GoalId,
    status: GoalStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<Reading>,
    steps: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Reading {
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    outlook: Outlook,
}

#[derive(Debug, Serialize)]
struct Pay<'e> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    areas: Vec<Goal<'e>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Span<String>>,
    fraction: Span<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earned: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adjusted: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payable: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holiday_allowance: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pension: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    with_pension: Option<Span<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pots: Vec<Pot<'e>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stages: Vec<Stage<'e>>,
    expected: ExpectedPay,
}

#[derive(Debug, Serialize)]
struct Pot<'e> {
    id: &'e PotId,
    fraction: Span<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earned: Option<Span<String>>,
}

#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are the keys that are printed")]
struct Stage<'e> {
    id: &'e StageId,
    stage: StageForm,
    holds: Option<bool>,
    pots: BTreeMap<&'e PotId, Span<String>>,
}

#[derive(Debug, Serialize)]
struct ExpectedPay {
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Span<String>>,
    fraction: Span<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payable: Option<Span<String>>,
}

#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are the keys that are printed")]
struct Risk<'e> {
    goal: &'e GoalId,
    priority: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    points_at_risk: Option<String>,
}

#[derive(Debug, Serialize)]
struct Finding {
    severity: &'static str,
    code: &'static str,
    file: String,
    path: String,
    line: usize,
    column: usize,
    message: String,
}

impl<'e> Outcome<'e> {
    /// What an evaluation came to, and what was found in the files.
    pub fn new(
        contract: &'e Contract,
        evaluation: &'e Evaluation,
        found: &[Found<'_>],
        words: Words,
    ) -> Self {
        Self {
            institution: evaluation.institution.as_ref().map(|institution| Institution {
                points: institution.sum.points.map(points),
                secured: points(institution.sum.secured()),
                lost: points(institution.sum.lost()),
                open: points(institution.sum.open()),
                total: points(institution.total),
                expected: institution.sum.expected.map(points),
                band: band(contract, evaluation),
            }),
            counts: evaluation.counts,
            goals: evaluation.goals.iter().map(|outcome| Goal::new(outcome, words)).collect(),
            pay: contract.pay.as_ref().zip(evaluation.pay.as_ref()).map(|(of, pay)| Pay::new(of, pay, words)),
            risk: evaluation.risks.iter().map(Risk::new).collect(),
            assumptions: &evaluation.assumptions,
            diagnostics: diagnostics(found, words),
        }
    }
}

/// The titles of the worst and the best level that are still possible.
fn band<'e>(contract: &'e Contract, evaluation: &Evaluation) -> Option<Span<&'e str>> {
    let (bands, outcome) = contract.bands.as_ref().zip(evaluation.band.as_ref())?;
    let title = |place: usize| bands.list.get(place).map(|band| band.title.as_str()).ok_or(());
    outcome.reached.try_map(title).ok()
}

impl RefusedScore {
    /// What was found in the files.
    pub fn new(found: &[Found<'_>], words: Words) -> Self {
        Self { diagnostics: diagnostics(found, words) }
    }
}

impl<'e> Goal<'e> {
    fn new(outcome: &'e GoalOutcome, words: Words) -> Self {
        Self {
            id: &outcome.goal,
            status: outcome.status,
            points: outcome.points.map(|of| of.map(points)),
            expected: outcome.expected.as_ref().and_then(|expected| expected.points).map(|of| of.map(points)),
            reading: outcome.expected.as_deref().map(Reading::new),
            steps: outcome.steps.iter().map(|step| words.step(step)).collect(),
        }
    }
}

impl Reading {
    fn new(expected: &Expectation) -> Self {
        Self {
            period: expected.period.map(|period| period.to_string()),
            value: expected.value.map(|value| value.normalize().to_string()),
            outlook: expected.outlook,
        }
    }
}

impl<'e> Pay<'e> {
    fn new(agreement: &'e PayAgreement, pay: &'e PayOutcome, words: Words) -> Self {
        let amounts = |amounts: Option<Span<Kroner>>| amounts.map(|of| of.map(kroner));
        let of_pay = if agreement.has_pots_or_stages() { of_amounts } else { fraction };
        Self {
            areas: pay.areas.iter().map(|area| Goal::new(area, words)).collect(),
            // Pots are earned by points of their own.
            points: agreement.pots.is_empty().then(|| pay.points.map(points)),
            fraction: pay.fraction.map(of_pay),
            full: pay.full.map(kroner),
            earned: amounts(pay.earned),
            adjusted: amounts(pay.adjusted),
            payable: amounts(pay.payable),
            holiday_allowance: amounts(pay.holiday_allowance),
            pension: amounts(pay.pension),
            with_pension: amounts(pay.with_pension),
            pots: pay.pots.pots.iter().filter(|_| !agreement.pots.is_empty()).map(Pot::new).collect(),
            stages: agreement
                .stages
                .iter()
                .zip(&pay.pots.stages)
                .map(|both| Stage::new(both, &pay.pots))
                .collect(),
            expected: ExpectedPay {
                points: agreement.pots.is_empty().then(|| pay.expected.points.map(points)),
                fraction: pay.expected.fraction.map(of_pay),
                payable: amounts(pay.expected.payable),
            },
        }
    }
}

impl<'e> Pot<'e> {
    fn new(pot: &'e PotOutcome) -> Self {
        Self {
            id: &pot.id,
            fraction: pot.fraction.map(fraction),
            full: pot.full.map(kroner),
            earned: pot.earned.map(|of| of.map(kroner)),
        }
    }
}

impl<'e> Stage<'e> {
    fn new((stage, outcome): (&'e contract::Stage, &StageOutcome), all: &'e PotsOutcome) -> Self {
        let behind = |step: &StageStep| Some((&all.pots.get(step.pot)?.id, step.after.map(fraction)));
        Self {
            id: &stage.id,
            stage: stage.kind.form(),
            holds: outcome.holds().filter(Span::is_settled).map(|holds| holds.min),
            pots: map_of(outcome.steps.iter().filter_map(behind)),
        }
    }
}

impl<'e> Risk<'e> {
    fn new(risk: &'e RiskOutcome) -> Self {
        Self { goal: &risk.goal, priority: risk.priority, points_at_risk: risk.points_at_risk.map(points) }
    }
}

fn diagnostics(found: &[Found<'_>], words: Words) -> Vec<Finding> {
    let finding = |(file, diagnostic): &Found<'_>| Finding {
        severity: diagnostic.severity.name(),
        code: diagnostic.code.name(),
        file: file.display().to_string(),
        path: diagnostic.path.to_string(),
        line: diagnostic.line,
        column: diagnostic.column,
        message: diagnostic.code.message(words),
    };
    found.iter().map(finding).collect()
}

/// Points as short as they can be written.
pub(crate) fn points(points: Points) -> String {
    points.0.normalize().to_string()
}

/// Kroner with two decimals.
pub(crate) fn kroner(Kroner(mut amount): Kroner) -> String {
    amount.rescale(2);
    amount.to_string()
}

fn fraction(share: Share) -> String {
    let exact = share.exact(FRACTION_DECIMALS);
    let rounded = || quotient(share.numerator(), share.denominator(), FRACTION_DECIMALS).ok();
    exact.or_else(rounded).unwrap_or_default().normalize().to_string()
}

/// A fraction of rounded amounts, to six decimals.
fn of_amounts(share: Share) -> String {
    quotient(share.numerator(), share.denominator(), 6).unwrap_or_default().normalize().to_string()
}
