//! The outcome for people: a table of the goals, then totals, pay, risks and assumptions.

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::{Contract, Goal};
use resultatkontrakt::domain::evaluation::{Counts, Evaluation, GoalOutcome};
use resultatkontrakt::domain::number::{Decimal, Kroner, Span};
use resultatkontrakt::domain::pay::PayOutcome;
use resultatkontrakt::i18n::Lang;
use resultatkontrakt::i18n::assumption::assumption_list;
use resultatkontrakt::i18n::date::format_date;
use resultatkontrakt::i18n::number::{format_count, format_kroner, format_number};
use resultatkontrakt::i18n::printable::printable;
use resultatkontrakt::i18n::status::{area_status_text, is_left_to_judgement, outcome_status_text};
use resultatkontrakt::i18n::step::{points_text, share_text};
use resultatkontrakt::i18n::text::command::{assessor, status};
use resultatkontrakt::i18n::text::page::of_goals;
use resultatkontrakt::i18n::text::{CommandText, PageText, figure};

/// The whole outcome.
pub(super) fn lines(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    lang: Lang,
) -> Vec<String> {
    let sections = [
        vec![contract.title.clone(), headline(assessment, lang)],
        goals(contract, evaluation, lang),
        areas(contract, evaluation, lang),
        totals(evaluation, lang),
        evaluation.pay.as_ref().map(|outcome| pay(outcome, lang)).unwrap_or_default(),
        risks(contract, evaluation, lang),
        assumptions(contract, evaluation, lang),
    ];
    let filled = sections.into_iter().filter(|lines| !lines.is_empty());
    let mut all: Vec<String> = filled.flat_map(|lines| lines.into_iter().chain([String::new()])).collect();
    all.pop();
    all
}

fn headline(assessment: &Assessment, lang: Lang) -> String {
    let (by, how_far) = (assessor(assessment.by, lang), status(assessment.status, lang));
    let line = format!("{}: {by}, {how_far}", CommandText::Assessment.text(lang));
    match assessment.as_of {
        Some(date) => format!("{line}, {} {}", CommandText::AsOf.text(lang), format_date(date, lang)),
        None => line,
    }
}

fn goals(contract: &Contract, evaluation: &Evaluation, lang: Lang) -> Vec<String> {
    let head = [CommandText::Goal, CommandText::Status, CommandText::Points, CommandText::Title]
        .map(|of| of.text(lang).to_owned());
    let rows = contract.goals.iter().zip(&evaluation.goals).map(|(goal, outcome)| row(goal, outcome, lang));
    columns(std::iter::once(head).chain(rows).collect())
}

/// The individual areas of which something is known; nothing where all are left to the one judgement.
fn areas(contract: &Contract, evaluation: &Evaluation, lang: Lang) -> Vec<String> {
    let Some((agreement, pay)) = contract.pay.as_ref().zip(evaluation.pay.as_ref()) else {
        return Vec::new();
    };
    if pay.areas.iter().all(|outcome| is_left_to_judgement(outcome)) {
        return Vec::new();
    }
    let head = [CommandText::Area, CommandText::Status, CommandText::Points, CommandText::Title]
        .map(|of| of.text(lang).to_owned());
    let rows = agreement.areas.iter().zip(&pay.areas).map(|(area, outcome)| {
        let [name, _, points, title] = row(area, outcome, lang);
        [name, area_status_text(outcome, lang).to_owned(), points, title]
    });
    columns(std::iter::once(head).chain(rows).collect())
}

fn row(goal: &Goal, outcome: &GoalOutcome, lang: Lang) -> [String; 4] {
    let points = match (outcome.points, outcome.weight) {
        (Some(points), Some(weight)) => {
            format!("{} / {}", points_text(points, lang), format_number(weight.max().0, lang))
        }
        _ => String::new(),
    };
    let title = if goal.label.is_some() { goal.title.clone() } else { String::new() };
    [goal.name().to_owned(), outcome_status_text(outcome, lang).to_owned(), points, title]
}

fn totals(evaluation: &Evaluation, lang: Lang) -> Vec<String> {
    let Some(institution) = &evaluation.institution else { return vec![counts(&evaluation.counts, lang)] };
    let figures = [
        (CommandText::Secured, institution.sum.secured()),
        (CommandText::Lost, institution.sum.lost()),
        (CommandText::Open, institution.sum.open()),
        (CommandText::Total, institution.total),
    ];
    let expected = institution.sum.expected_of_open();
    let expected = expected.map(|points| (CommandText::ExpectedOfOpen, points));
    let rows = figures.into_iter().chain(expected);
    columns(rows.map(|(name, points)| [name.text(lang).to_owned(), format_number(points.0, lang)]).collect())
}

/// A contract without weights has no points: it says how many goals stand where.
fn counts(counts: &Counts, lang: Lang) -> String {
    let all = [
        (counts.met, PageText::CountMet),
        (counts.partly_met, PageText::CountPartly),
        (counts.not_met, PageText::CountNot),
        (counts.open, PageText::CountOpen),
        (counts.undetermined, PageText::CountUndetermined),
        (counts.lapsed, PageText::CountLapsed),
    ];
    let goals = of_goals(all.iter().map(|(count, _)| count).sum(), lang);
    let said = all.map(|(count, of)| format!("{} {}", format_count(count, lang), of.text(lang)));
    format!("{} ({goals})", said.join(" · "))
}

fn pay(pay: &PayOutcome, lang: Lang) -> Vec<String> {
    let amounts = |amounts: Span<Kroner>| {
        let (min, max) = (format_kroner(amounts.min, lang), format_kroner(amounts.max, lang));
        if amounts.is_settled() { min } else { format!("{min} – {max}") }
    };
    let (least, most) = (share_text(pay.fraction.min, lang), share_text(pay.fraction.max, lang));
    let fraction = if pay.fraction.is_settled() { least } else { format!("{least}–{most}") };
    let expected = pay.expected_aside().map(|expected| {
        let percent = figure::percent(expected.fraction, lang);
        std::iter::once(percent).chain(expected.payable.map(amounts)).collect::<Vec<_>>().join(", ")
    });
    let rows = [
        (CommandText::PayPoints, Some(points_text(pay.points, lang))),
        (CommandText::Fraction, Some(fraction)),
        (CommandText::Full, pay.full.map(|amount| format_kroner(amount, lang))),
        (CommandText::Earned, pay.earned.map(amounts)),
        (CommandText::Adjusted, pay.adjusted.map(amounts)),
        (CommandText::Payable, pay.payable.map(amounts)),
        (CommandText::ExpectedPay, expected),
        (CommandText::Holiday, pay.holiday_allowance.map(amounts)),
    ];
    columns(rows.into_iter().filter_map(|(name, text)| Some([name.text(lang).to_owned(), text?])).collect())
}

fn risks(contract: &Contract, evaluation: &Evaluation, lang: Lang) -> Vec<String> {
    if evaluation.risks.is_empty() {
        return Vec::new();
    }
    let head =
        [CommandText::Risk, CommandText::Priority, CommandText::AtRisk].map(|of| of.text(lang).to_owned());
    let rows = evaluation.risks.iter().map(|risk| {
        let name = contract.goal(risk.goal.as_str()).map_or(risk.goal.as_str(), |goal| goal.name());
        let points = risk.points_at_risk.map(|points| format_number(points.0, lang));
        let priority = format_number(Decimal::from(risk.priority), lang);
        [name.to_owned(), priority, points.unwrap_or_default()]
    });
    columns(std::iter::once(head).chain(rows).collect())
}

fn assumptions(contract: &Contract, evaluation: &Evaluation, lang: Lang) -> Vec<String> {
    if evaluation.assumptions.is_empty() {
        return Vec::new();
    }
    let texts = assumption_list(&evaluation.assumptions, contract, lang).into_iter();
    std::iter::once(CommandText::Assumptions.text(lang).to_owned())
        .chain(texts.map(|text| format!("- {text}")))
        .collect()
}

/// Rows with their columns under each other; a column that has nothing under its head is left out.
fn columns<const N: usize>(rows: Vec<[String; N]>) -> Vec<String> {
    // A text is as wide as it is printed.
    let rows = rows.into_iter().map(|row| row.map(|cell| printable(&cell))).collect::<Vec<_>>();
    let mut columns = [(0, false); N];
    for (place, row) in rows.iter().enumerate() {
        for ((width, is_filled), cell) in columns.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
            *is_filled |= place > 0 && !cell.is_empty();
        }
    }
    let line = |row: &[String; N]| {
        let filled = row.iter().zip(columns).filter(|(_, (_, is_filled))| *is_filled);
        let cells = filled.map(|(cell, (width, _))| format!("{cell:<width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
