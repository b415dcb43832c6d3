//! The goals of a contract as a table: what was agreed, what was reached, what it gives, and what is said about it.

use super::document::{Block, Cell, Column, ColumnKind, Row, Table};
use super::matter::{Assessed, Matter};
use super::slices::each;
use super::words::{full_name, points_of, result, sign, target};
use crate::domain::assessment::{Decision, Entry};
use crate::domain::contract::{Contract, Goal, GroupId};
use crate::domain::evaluation::GoalOutcome;
use crate::domain::number::{Points, Span};
use crate::i18n::Words;
use crate::i18n::text::{EntryText, PageText, ReportText, ResultsText};

/// A goal with what it comes to.
pub(super) type Scored<'a> = (&'a Goal, &'a GoalOutcome);

/// The goals that stand under one heading, in the contract's order.
pub(super) struct Grouped<'a> {
    /// The heading; none where the contract has no groups.
    pub(super) title: Option<String>,
    pub(super) goals: Vec<Scored<'a>>,
}

/// The goals under their headings.
pub(super) fn grouped<'a>(matter: &Matter<'a>, of: Assessed<'a>) -> Vec<Grouped<'a>> {
    let terms = matter.terms();
    let mut groups: Vec<(Option<&GroupId>, Grouped<'a>)> = Vec::new();
    for scored in matter.goals(of) {
        let id = scored.0.group.as_ref();
        match groups.iter_mut().find(|(known, _)| *known == id) {
            Some((_, group)) => group.goals.push(scored),
            None => {
                groups.push((id, Grouped { title: heading(terms, id, matter.words), goals: vec![scored] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// `Produktkrav · Drift og styring`.
fn heading(terms: &Contract, id: Option<&GroupId>, words: Words) -> Option<String> {
    let Some(group) = id.and_then(|id| terms.group(id.as_str())) else {
        return (!terms.groups.is_empty()).then(|| words.text(ResultsText::Ungrouped).to_owned());
    };
    let parent = group.parent.as_ref().and_then(|id| terms.group(id.as_str()));
    Some(match parent {
        Some(parent) => format!("{} · {}", parent.title, group.title),
        None => group.title.clone(),
    })
}

/// `150 sikret · 375 åbne af 525`; nothing without weights, and where points are too large.
pub(super) fn in_group(goals: &[Scored<'_>], words: Words) -> Option<String> {
    let weights: Vec<_> = goals.iter().filter_map(|(_, outcome)| outcome.weight).collect();
    if weights.is_empty()
        || goals.iter().any(|(goal, outcome)| goal.weight.is_some() && outcome.points.is_none())
    {
        return None;
    }
    let points = goals.iter().filter_map(|(_, outcome)| outcome.points);
    let sum = points.fold(Span::default(), |sum: Span<Points>, points| sum + points);
    let whole = weights.iter().fold(Points::default(), |sum, weight| sum + weight.max());
    let n = |points: Points| words.number(points.0);
    let some = |points: Points| (points > Points::default()).then(|| n(points));
    let (lost, open) = (some(whole - sum.max), some(sum.max - sum.min));
    Some(words.group_total(&n(sum.min), lost.as_deref(), open.as_deref(), &n(whole)))
}

/// Every goal with its target, its result and its points, and below it what was said about it.
pub(super) async fn goals(
    matter: &Matter<'_>,
    of: Assessed<'_>,
    pause: &mut impl AsyncFnMut(),
) -> Vec<Block> {
    let words = matter.words;
    let mut rows = Vec::new();
    for group in grouped(matter, of) {
        let total = in_group(&group.goals, words);
        rows.extend(group.title.map(|title| Row::Group(title, total)));
        let row = |scored: Scored<'_>| {
            let entry = of.assessment.results.get(&scored.0.id).map(AsRef::as_ref);
            entered(scored, entry, words)
        };
        rows.extend(each(group.goals, pause, row).await);
        pause().await;
    }
    let caption = words.text(PageText::Results).to_owned();
    vec![Block::Heading(caption.clone(), None), Block::Table(table(caption, rows, words))]
}

/// Rows of goals under the columns that belong to them.
pub(super) fn table(caption: String, rows: Vec<Row>, words: Words) -> Table {
    let say = |text: ReportText| words.text(text);
    Table {
        caption,
        columns: vec![
            Column::new(say(ReportText::Goal), ColumnKind::Words),
            Column::new(words.text(ResultsText::Target), ColumnKind::Words),
            Column::new(words.text(EntryText::Result), ColumnKind::Value),
            Column::new(say(ReportText::StatusColumn), ColumnKind::Short),
            Column::new(say(ReportText::Points), ColumnKind::Figure),
        ],
        rows,
    }
}

/// A goal's row, and below it what was entered beside the result.
pub(super) fn entered((goal, outcome): Scored<'_>, entry: Option<&Entry>, words: Words) -> Vec<Row> {
    let cells = vec![
        Cell::Quoted(full_name(goal)),
        Cell::Quoted(target(goal, entry, words)),
        Cell::Text(result(goal, entry, outcome, words)),
        Cell::Status(sign(outcome), words.outcome_status(outcome).to_owned()),
        Cell::Text(points_of(outcome, words)),
    ];
    let said = entry.map(|entry| remarks(entry, words)).unwrap_or_default();
    let note = (!said.is_empty()).then_some(Row::Note(said));
    std::iter::once(Row::Cells(cells)).chain(note).collect()
}

/// What was entered beside a result, each with its name.
pub(super) fn remarks(entry: &Entry, words: Words) -> Vec<(String, String)> {
    let addendum = entry.addendum.as_ref().map(|addendum| {
        let Decision { agreed, source } = &addendum.decision;
        let told = words.agreed_on(*agreed, source.as_deref());
        told.unwrap_or_else(|| words.text(ReportText::ByAddendum).to_owned())
    });
    let lapsed =
        entry.lapsed.what.as_deref().map(|reason| with_decision(reason, &entry.lapsed.decision, words));
    let name = |text: EntryText| words.text(text).to_owned();
    let reason_by = entry.reported.copied.as_deref().map(|copied| copied.by);
    let reason = reason_by.map_or_else(|| name(EntryText::Reason), |by| words.reason_of(by));
    let note = entry.note_by.map_or_else(|| name(EntryText::Note), |by| words.note_of(by));
    let said = [
        (reason, entry.reported.reason.clone()),
        (note, entry.note.clone()),
        (name(EntryText::Evidence), entry.evidence.clone()),
        (name(EntryText::FixedTarget), addendum),
        (name(EntryText::Lapsed), lapsed),
    ];
    let filled = said
        .into_iter()
        .filter_map(|(name, text)| Some((name, text.filter(|text| !text.trim().is_empty())?)));
    filled.collect()
}

/// What was decided, and when and where, where that is known.
pub(super) fn with_decision(what: &str, decision: &Decision, words: Words) -> String {
    let told = words.agreed_on(decision.agreed, decision.source.as_deref());
    std::iter::once(what.to_owned()).chain(told).collect::<Vec<_>>().join(" · ")
}

/// `9 opfyldt · 1 delvist opfyldt`, leaving out what is zero.
pub(super) fn status_counts(of: Assessed<'_>, words: Words) -> String {
    use crate::domain::evaluation::GoalStatus as Status;
    let mut counts = of.evaluation.counts;
    let all =
        [Status::Met, Status::PartlyMet, Status::NotMet, Status::Open, Status::Undetermined, Status::Lapsed];
    let said = all.into_iter().filter_map(|status| {
        let word = |count: usize| match (status, count) {
            (Status::Open, 2..) => words.text(PageText::CountOpen).to_owned(),
            _ => words.goal_status(status).to_lowercase(),
        };
        let count = Some(*counts.of_status(status)).filter(|count| *count > 0)?;
        Some(format!("{} {}", words.count(count), word(count)))
    });
    said.collect::<Vec<_>>().join(" · ")
}
