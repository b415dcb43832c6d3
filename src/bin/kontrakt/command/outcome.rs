//! The machine-readable outcome: contract-format.md, "The machine-readable outcome".
//!
//! Points are written as short as they can be, kroner with two decimals, and what cannot be worked out yet
//! is left out.

use resultatkontrakt::domain::evaluation::{Assumption, Counts, Evaluation, GoalOutcome, Institution};
use resultatkontrakt::domain::number::{Decimal, Kroner, Points, Share, Span, quotient};
use resultatkontrakt::domain::pay::PayOutcome;
use resultatkontrakt::domain::risk::RiskOutcome;
use resultatkontrakt::format::json::Json;
use resultatkontrakt::format::words::word;
use resultatkontrakt::i18n::Lang;
use resultatkontrakt::i18n::assumption::{assumption_code, assumption_goal};
use resultatkontrakt::i18n::step::step_text;

use super::files::Found;

/// Decimals of a fraction that does not end, such as a third.
const FRACTION_DECIMALS: u32 = 12;

/// Everything that was worked out.
pub(super) fn json(evaluation: &Evaluation, found: &[Found<'_>], lang: Lang) -> Json {
    Json::object([
        ("institution", evaluation.institution.as_ref().map(institution)),
        ("counts", Some(counts(&evaluation.counts))),
        ("goals", Some(list(&evaluation.goals, |outcome| goal(outcome, lang)))),
        ("pay", evaluation.pay.as_ref().map(pay)),
        ("risk", Some(list(&evaluation.risks, risk))),
        ("assumptions", Some(list(evaluation.assumptions.iter(), assumption))),
        ("diagnostics", Some(diagnostics(found, lang))),
    ])
}

/// What is wrong with files that nothing can be worked out from.
pub(super) fn refusal(found: &[Found<'_>], lang: Lang) -> Json {
    Json::object([("diagnostics", Some(diagnostics(found, lang)))])
}

fn list<T>(items: impl IntoIterator<Item = T>, json: impl FnMut(T) -> Json) -> Json {
    Json::List(items.into_iter().map(json).collect())
}

fn institution(institution: &Institution) -> Json {
    Json::object([
        ("points", Some(span(institution.sum.points, points))),
        ("secured", Some(points(institution.sum.secured()))),
        ("lost", Some(points(institution.sum.lost()))),
        ("open", Some(points(institution.sum.open()))),
        ("total", Some(points(institution.total))),
    ])
}

fn counts(counts: &Counts) -> Json {
    let number = |count: usize| Some(Json::number(&count));
    Json::object([
        ("met", number(counts.met)),
        ("partly_met", number(counts.partly_met)),
        ("not_met", number(counts.not_met)),
        ("open", number(counts.open)),
        ("undetermined", number(counts.undetermined)),
        ("lapsed", number(counts.lapsed)),
    ])
}

fn goal(outcome: &GoalOutcome, lang: Lang) -> Json {
    Json::object([
        ("id", Some(Json::text(outcome.goal.as_str()))),
        ("status", Some(Json::text(word(outcome.status)))),
        ("points", outcome.points.map(|of| span(of, points))),
        ("steps", Some(list(&outcome.steps, |step| Json::text(step_text(step, lang))))),
    ])
}

fn pay(pay: &PayOutcome) -> Json {
    let amounts = |amounts: Option<Span<Kroner>>| amounts.map(|of| span(of, kroner));
    Json::object([
        ("points", Some(span(pay.points, points))),
        ("fraction", Some(span(pay.fraction, fraction))),
        ("full", pay.full.map(kroner)),
        ("earned", amounts(pay.earned)),
        ("adjusted", amounts(pay.adjusted)),
        ("payable", amounts(pay.payable)),
        ("holiday_allowance", amounts(pay.holiday_allowance)),
    ])
}

fn risk(risk: &RiskOutcome) -> Json {
    Json::object([
        ("goal", Some(Json::text(risk.goal.as_str()))),
        ("priority", Some(Json::number(&risk.priority))),
        ("points_at_risk", risk.points_at_risk.map(points)),
    ])
}

fn assumption(assumption: &Assumption) -> Json {
    Json::object([
        ("code", Some(Json::text(assumption_code(assumption)))),
        ("goal", assumption_goal(assumption).map(|goal| Json::text(goal.as_str()))),
    ])
}

fn diagnostics(found: &[Found<'_>], lang: Lang) -> Json {
    list(found, |(file, diagnostic)| {
        Json::object([
            ("severity", Some(Json::text(diagnostic.severity.name()))),
            ("code", Some(Json::text(diagnostic.code.name()))),
            ("file", Some(Json::text(file.display().to_string()))),
            ("path", Some(Json::text(diagnostic.path.to_string()))),
            ("line", Some(Json::number(&diagnostic.line))),
            ("column", Some(Json::number(&diagnostic.column))),
            ("message", Some(Json::text(diagnostic.code.message(lang)))),
        ])
    })
}

fn span<T>(span: Span<T>, json: impl Fn(T) -> Json) -> Json {
    Json::object([("min", Some(json(span.min))), ("max", Some(json(span.max)))])
}

fn points(points: Points) -> Json {
    Json::text(points.0.normalize().to_string())
}

fn kroner(amount: Kroner) -> Json {
    let mut amount: Decimal = amount.0;
    amount.rescale(2);
    Json::text(amount.to_string())
}

fn fraction(share: Share) -> Json {
    let exact = share.exact(FRACTION_DECIMALS);
    let rounded = || quotient(share.numerator(), share.denominator(), FRACTION_DECIMALS).ok();
    Json::text(exact.or_else(rounded).unwrap_or_default().normalize().to_string())
}
