//! The outcome for people: a table of the goals, then totals, pay, risks and assumptions.

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::{Contract, Goal};
use resultatkontrakt::domain::evaluation::{Counts, Evaluation, GoalOutcome};
use resultatkontrakt::domain::number::{Decimal, Kroner, Span};
use resultatkontrakt::domain::pay::PayOutcome;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::printable::printable;
use resultatkontrakt::i18n::status::is_left_to_judgement;
use resultatkontrakt::i18n::text::{CommandText, PageText, PayText};

/// The whole outcome.
pub(super) fn lines(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    words: Words,
) -> Vec<String> {
    let sections = [
        vec![contract.title.clone(), headline(assessment, words)],
        goals(contract, evaluation, words),
        areas(contract, evaluation, words),
        totals(contract, evaluation, words),
        evaluation.pay.as_ref().map(|outcome| pay(contract, outcome, words)).unwrap_or_default(),
        pots(contract, evaluation, words),
        risks(contract, evaluation, words),
        assumptions(contract, evaluation, words),
    ];
    let filled = sections.into_iter().filter(|lines| !lines.is_empty());
    let mut all: Vec<String> = filled.flat_map(|lines| lines.into_iter().chain([String::new()])).collect();
    all.pop();
    all
}

fn headline(assessment: &Assessment, words: Words) -> String {
    let (by, how_far) = (words.whose_assessment(assessment.by), words.how_far(assessment.status));
    let line = format!("{}: {by}, {how_far}", words.text(CommandText::Assessment));
    match assessment.as_of {
        Some(date) => format!("{line}, {} {}", words.text(CommandText::AsOf), words.date(date)),
        None => line,
    }
}

fn goals(contract: &Contract, evaluation: &Evaluation, words: Words) -> Vec<String> {
    let head = [CommandText::Goal, CommandText::Status, CommandText::Points, CommandText::Title]
        .map(|of| words.text(of).to_owned());
    let rows = contract.goals.iter().zip(&evaluation.goals).map(|(goal, outcome)| row(goal, outcome, words));
    columns(std::iter::once(head).chain(rows).collect())
}

/// The individual areas of which something is known; nothing where all are left to the one judgement.
fn areas(contract: &Contract, evaluation: &Evaluation, words: Words) -> Vec<String> {
    let Some((agreement, pay)) = contract.pay.as_ref().zip(evaluation.pay.as_ref()) else {
        return Vec::new();
    };
    if pay.areas.iter().all(|outcome| is_left_to_judgement(outcome)) {
        return Vec::new();
    }
    let head = [CommandText::Area, CommandText::Status, CommandText::Points, CommandText::Title]
        .map(|of| words.text(of).to_owned());
    let rows = agreement.areas.iter().zip(&pay.areas).map(|(area, outcome)| {
        let [name, _, points, title] = row(area, outcome, words);
        [name, words.area_status_text(outcome).to_owned(), points, title]
    });
    columns(std::iter::once(head).chain(rows).collect())
}

fn row(goal: &Goal, outcome: &GoalOutcome, words: Words) -> [String; 4] {
    let points = match (outcome.points, outcome.weight) {
        (Some(points), Some(weight)) => {
            format!("{} / {}", words.points(points), words.number(weight.max().0))
        }
        _ => String::new(),
    };
    let title = if goal.label.is_some() { goal.title.clone() } else { String::new() };
    [goal.name().to_owned(), words.outcome_status(outcome).to_owned(), points, title]
}

fn totals(contract: &Contract, evaluation: &Evaluation, words: Words) -> Vec<String> {
    let Some(institution) = &evaluation.institution else { return vec![counts(&evaluation.counts, words)] };
    let figures = [
        (CommandText::Secured, institution.sum.secured()),
        (CommandText::Lost, institution.sum.lost()),
        (CommandText::Open, institution.sum.open()),
        (CommandText::Total, institution.total),
    ];
    let expected = institution.sum.expected_of_open();
    let expected = expected.map(|points| (CommandText::ExpectedOfOpen, points));
    let rows = figures.into_iter().chain(expected);
    let rows = rows.map(|(name, points)| [words.text(name).to_owned(), words.number(points.0)]);
    let band = evaluation.band.as_ref().and_then(|band| words.band(contract, band));
    columns(rows.chain(band.map(|band| [words.text(PageText::BandReached).to_owned(), band])).collect())
}

/// A contract without weights has no points: it says how many goals stand where.
fn counts(counts: &Counts, words: Words) -> String {
    let all = [
        (counts.met, PageText::CountMet),
        (counts.partly_met, PageText::CountPartly),
        (counts.not_met, PageText::CountNot),
        (counts.open, PageText::CountOpen),
        (counts.undetermined, PageText::CountUndetermined),
        (counts.lapsed, PageText::CountLapsed),
    ];
    let goals = words.out_of_goals(all.iter().map(|(count, _)| count).sum());
    let said = all.map(|(count, of)| format!("{} {}", words.count(count), words.text(of)));
    format!("{} ({goals})", said.join(" · "))
}

fn pay(contract: &Contract, pay: &PayOutcome, words: Words) -> Vec<String> {
    let has_points = contract.pay.as_ref().is_none_or(|agreement| agreement.pots.is_empty());
    let amounts = |amounts: Span<Kroner>| {
        let (min, max) = (words.kroner(amounts.min), words.kroner(amounts.max));
        if amounts.is_settled() { min } else { format!("{min} – {max}") }
    };
    // Earned over full is a fraction of rounded amounts, and told as a percent.
    let fraction = if pay.pots.pots.is_empty() {
        let (least, most) = (words.share(pay.fraction.min), words.share(pay.fraction.max));
        if pay.fraction.is_settled() { least } else { format!("{least}–{most}") }
    } else {
        words.share_percent(pay.fraction)
    };
    let expected = pay.expected_aside().map(|expected| {
        let percent = words.share_percent(expected.fraction);
        std::iter::once(percent).chain(expected.payable.map(amounts)).collect::<Vec<_>>().join(", ")
    });
    let rows = [
        (CommandText::PayPoints, has_points.then(|| words.points(pay.points))),
        (CommandText::Fraction, Some(fraction)),
        (CommandText::Full, pay.full.map(|amount| words.kroner(amount))),
        (CommandText::Earned, pay.earned.map(amounts)),
        (CommandText::Adjusted, pay.adjusted.map(amounts)),
        (CommandText::Payable, pay.payable.map(amounts)),
        (CommandText::ExpectedPay, expected),
        (CommandText::Holiday, pay.holiday_allowance.map(amounts)),
        (CommandText::Pension, pay.pension.map(amounts)),
        (CommandText::WithPension, pay.with_pension.map(amounts)),
    ];
    columns(rows.into_iter().filter_map(|(name, text)| Some([words.text(name).to_owned(), text?])).collect())
}

/// The way through pots and stages, a line for each pot at each step; nothing where the agreement has neither.
fn pots(contract: &Contract, evaluation: &Evaluation, words: Words) -> Vec<String> {
    let Some((agreement, pay)) = contract.pay.as_ref().zip(evaluation.pay.as_ref()) else {
        return Vec::new();
    };
    let has_several = agreement.pots.len() > 1;
    let lines = words.pot_lines(contract, pay).into_iter().flat_map(|line| {
        let cells = line.pots.into_iter().enumerate().filter_map(|(place, ends)| Some((place, ends?)));
        let title = line.title;
        cells.map(move |(place, ends)| {
            let pot = if has_several { words.pot_title(agreement, place) } else { String::new() };
            [title.clone(), pot, words.both_ends(&ends)]
        })
    });
    let sums = words.pot_sums(contract, pay).into_iter();
    let sums = sums.map(|line| [line.title, String::new(), words.both_ends(&line.ends)]);
    let rows: Vec<_> = lines.chain(sums).collect();
    if rows.is_empty() || !agreement.has_pots_or_stages() {
        return Vec::new();
    }
    let head = words.text(PayText::Pots).to_owned();
    let rows = columns([[String::new(), String::new(), String::new()]].into_iter().chain(rows).collect());
    std::iter::once(head).chain(rows.into_iter().skip(1)).collect()
}

fn risks(contract: &Contract, evaluation: &Evaluation, words: Words) -> Vec<String> {
    if evaluation.risks.is_empty() {
        return Vec::new();
    }
    let head =
        [CommandText::Risk, CommandText::Priority, CommandText::AtRisk].map(|of| words.text(of).to_owned());
    let rows = evaluation.risks.iter().map(|risk| {
        let name = contract.goal(risk.goal.as_str()).map_or(risk.goal.as_str(), |goal| goal.name());
        let points = risk.points_at_risk.map(|points| words.number(points.0));
        let priority = words.number(Decimal::from(risk.priority));
        [name.to_owned(), priority, points.unwrap_or_default()]
    });
    columns(std::iter::once(head).chain(rows).collect())
}

fn assumptions(contract: &Contract, evaluation: &Evaluation, words: Words) -> Vec<String> {
    if evaluation.assumptions.is_empty() {
        return Vec::new();
    }
    let texts = words.assumptions(&evaluation.assumptions, contract).into_iter();
    std::iter::once(words.text(CommandText::Assumptions).to_owned())
        .chain(texts.map(|text| format!("- {text}")))
        .collect()
}

/// Rows with their columns under each other; a column that has nothing under its head is left out.
pub(super) fn columns<const N: usize>(rows: Vec<[String; N]>) -> Vec<String> {
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
