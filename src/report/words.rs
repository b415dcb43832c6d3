//! What papers say of a goal: its name, its target, its result.

use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, Ratio, Weight};
use crate::domain::contract::{Target, Threshold};
use crate::domain::date::Date;
use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::domain::number::{Decimal, Points, Span};
use crate::domain::outcome::counting_target;
use crate::domain::reported::Reported;
use crate::domain::trace::Step;
use crate::i18n::status::is_overdue;
use crate::i18n::step::relation_sign;
use crate::i18n::text::{EntryText, ReportText};
use crate::i18n::{Lang, Words};

/// What stands where nothing is said.
pub(super) const NOTHING: &str = "–";

/// `Mål 2 · Sygedagpengeforløb over 26 uger`.
pub(super) fn full_name(goal: &Goal) -> String {
    match &goal.label {
        Some(label) => format!("{label} · {}", goal.title),
        None => goal.title.clone(),
    }
}

/// The words of a text up to so many characters, with `…` where some were left out.
pub(super) fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit.saturating_sub(1)).collect();
    let ends_a_word = text.chars().nth(limit.saturating_sub(1)) == Some(' ');
    let before = cut.rsplit_once(' ').filter(|_| !ends_a_word);
    let whole = before.map_or(cut.as_str(), |(before, _)| before);
    // A single long word is cut within itself.
    let kept = if whole.chars().count() * 2 > limit { whole } else { &cut };
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '–', '-', '(']))
}

/// What has to hold, with its unit and the time of measurement, after an addendum that counts.
pub(super) fn target(goal: &Goal, entry: Option<&Entry>, words: Words) -> String {
    words.counting_target_text(goal, entry)
}

/// The same in a few signs: `≤ 26.675`, `≤ 30.06.2009`, `4 dele`.
pub(super) fn short_target(
    goal: &Goal,
    entry: Option<&Entry>,
    outcome: &GoalOutcome,
    words: Words,
) -> String {
    let n = |value: Decimal| words.number(value);
    let bound = |threshold: &Threshold| match threshold {
        Threshold::Absolute(value) => n(*value),
        Threshold::Relative { baseline, .. } => {
            let found = outcome.steps.iter().find_map(|step| match step {
                Step::Threshold { threshold, .. } | Step::Limit { threshold, .. } => Some(*threshold),
                _ => None,
            });
            found.map_or_else(|| words.baseline(*baseline), n)
        }
    };
    match counting_target(goal, entry) {
        Target::Limit { relation, threshold } => {
            format!("{} {}", relation_sign(*relation, true), bound(threshold))
        }
        Target::Between { min: Threshold::Absolute(min), max: Threshold::Absolute(max) } => {
            format!("{}–{}", n(*min), n(*max))
        }
        Target::Between { .. } => words.text(ReportText::WithinRange).to_owned(),
        Target::Unchanged { .. } => words.text(ReportText::Unchanged).to_owned(),
        Target::By(date) => format!("≤ {}", short_day(*date, words)),
        Target::Done => words.text(ReportText::ToBeDone).to_owned(),
        Target::AllOf(parts) => words.count_parts(parts.len()),
        Target::AnyOf(parts) => words.any_part(parts.len()),
        Target::Assessed { .. } => words.text(ReportText::Judged).to_owned(),
        Target::Rated(_) => words.text(ReportText::Rated).to_owned(),
        Target::Undetermined => words.text(ReportText::NotFixed).to_owned(),
    }
}

/// A day that stays narrow in both languages: `30.06.2009`, `30/06/2009`.
fn short_day(date: Date, words: Words) -> String {
    let danish = Words::DANISH.date(date);
    if words.lang == Lang::Da { danish } else { danish.replace('.', "/") }
}

/// What was reached, with its unit; `–` where nothing was entered.
pub(super) fn result(goal: &Goal, entry: Option<&Entry>, outcome: &GoalOutcome, words: Words) -> String {
    let text = short_result(goal, entry, outcome, words);
    let is_figure = entry.is_some_and(|entry| entry.reported.figure(goal.ratio.as_deref()).is_some());
    match goal.unit.as_deref().filter(|_| is_figure) {
        Some(unit) => format!("{text} {unit}"),
        None => text,
    }
}

/// What was reached: a figure, a day, yes or no, points, or how many parts hold.
pub(super) fn short_result(
    goal: &Goal,
    entry: Option<&Entry>,
    outcome: &GoalOutcome,
    words: Words,
) -> String {
    let Some(reported) = entry.map(|entry| &entry.reported).filter(|reported| !reported.is_empty()) else {
        return NOTHING.to_owned();
    };
    let composite = matches!(counting_target(goal, entry), Target::AllOf(_) | Target::AnyOf(_));
    let parts = outcome.steps.iter().find_map(|step| match step {
        Step::Parts { holding, of, .. } => Some(words.parts_holding(*holding, *of)),
        _ => None,
    });
    parts
        .filter(|_| composite)
        .or_else(|| first_answer(reported, (counting_target(goal, entry), goal.ratio.as_deref()), words))
        .unwrap_or_else(|| NOTHING.to_owned())
}

/// What was reached in each part of a composite, under its name: `Andelen af tilfredse: 82 pct.`
pub(super) fn parts_reached(goal: &Goal, entry: Option<&Entry>, words: Words) -> Vec<String> {
    let mut said = Vec::new();
    let parts = counting_target(goal, entry).parts().unwrap_or_default();
    let mut rest: Vec<_> =
        parts.iter().rev().map(|part| (part, entry.map(|entry| &entry.reported))).collect();
    while let Some((part, around)) = rest.pop() {
        let reported = around.and_then(|around| around.parts.get(&part.id));
        let within = part.target.parts().unwrap_or_default();
        rest.extend(within.iter().rev().map(|inner| (inner, reported)));
        let answer = reported
            .and_then(|reported| first_answer(reported, (&part.target, part.ratio.as_deref()), words));
        let figure = reported.and_then(|reported| reported.figure(part.ratio.as_deref()));
        let unit = part.unit.as_deref().filter(|_| figure.is_some());
        said.extend(answer.map(|answer| {
            let name = part.title.as_deref().unwrap_or(part.id.as_str());
            let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
            format!("{name}: {answer}{unit}")
        }));
    }
    said
}

fn first_answer(
    reported: &Reported,
    (target, ratio): (&Target, Option<&Ratio>),
    words: Words,
) -> Option<String> {
    let figure = reported.figure(ratio).map(|value| words.number(value));
    let day = || reported.date.map(|date| short_day(date, words));
    let points = || reported.points.map(|points| words.number(points));
    let done = || {
        let text = |done: bool| if done { EntryText::Yes } else { EntryText::No };
        reported.done.map(|done| words.text(text(done)).to_owned())
    };
    let level = || reported.level.as_ref().map(|level| target.level_title(level).to_owned());
    figure.or_else(day).or_else(points).or_else(level).or_else(done)
}

/// `150 / 150`, `0–125 / 125`; nothing in a contract without weights.
pub(super) fn points_of(outcome: &GoalOutcome, words: Words) -> String {
    match (outcome.points, outcome.weight) {
        (Some(points), Some(weight)) => {
            format!("{} / {}", words.points(points), words.number(weight.max().0))
        }
        _ => String::new(),
    }
}

/// Points, or `–` where there are none.
pub(super) fn points(points: Option<Span<Points>>, words: Words) -> String {
    points.map_or_else(|| NOTHING.to_owned(), |points| words.points(points))
}

/// `150`, or `0–150` for a range.
pub(super) fn weight(weight: Option<Weight>, words: Words) -> String {
    match weight {
        None => NOTHING.to_owned(),
        Some(Weight::Fixed(points)) => words.number(points.0),
        Some(Weight::Range { min, max }) => words.points(Span::new(min, max)),
    }
}

/// A sign for where a goal stands; the words stand beside it.
pub(super) fn sign(outcome: &GoalOutcome) -> &'static str {
    if is_overdue(outcome) { "!" } else { sign_of(outcome.status) }
}

/// The same where nothing is known of deadlines.
pub(super) fn sign_of(status: GoalStatus) -> &'static str {
    match status {
        GoalStatus::Met => "✓",
        GoalStatus::PartlyMet => "◐",
        GoalStatus::NotMet => "✕",
        GoalStatus::Open => "○",
        GoalStatus::Undetermined => "?",
        GoalStatus::Lapsed => "–",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_shortened_between_words() {
        for (text, limit, expected) in [
            ("Kort titel", 20, "Kort titel"),
            ("Sygedagpengeforløb over 26 uger ned på 26.675", 32, "Sygedagpengeforløb over 26 uger…"),
            ("Nydanskere, unge og ledige i alt", 14, "Nydanskere…"),
            ("Arbejdsmarkedsuddannelsesreformen nu", 12, "Arbejdsmark…"),
        ] {
            let short = shortened(text, limit);
            assert_eq!(short, expected);
            assert!(short.chars().count() <= limit);
        }
    }
}
