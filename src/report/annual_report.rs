//! Målrapportering: the table that the annual report has of the goals.

use super::Paper;
use super::document::{Block, Cell, Column, ColumnKind, Row, Table, WrittenPaper};
use super::goals::{Scored, grouped, remarks, status_counts};
use super::matter::{Assessed, Matter};
use super::slices::each;
use super::words::{NOTHING, full_name, parts_reached, result, sign, target};
use crate::i18n::text::{EntryText, ReportText, ResultsText};

/// The paper: every goal with its target, its result, whether it is met, and what is said about it. It is published,
/// so neither pay nor where a result can be looked up is part of it.
pub(super) async fn annual_report(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
    let of = matter.current;
    let words = matter.words;
    let mut document = matter.document(Paper::AnnualReport, of);
    document.confidential = false;
    let mut rows = Vec::new();
    for group in grouped(matter, of) {
        rows.extend(group.title.map(|title| Row::Group(title, None)));
        rows.extend(each(group.goals, pause, |scored| Some(row(matter, of, scored))).await);
        pause().await;
    }
    let table = Table {
        caption: words.text(ReportText::AnnualReport).to_owned(),
        columns: vec![
            Column::new(words.text(ReportText::Goal), ColumnKind::Words),
            Column::new(words.text(ResultsText::Target), ColumnKind::Words),
            Column::new(words.text(EntryText::Result), ColumnKind::Value),
            Column::new(words.text(ReportText::Fulfilment), ColumnKind::Short),
            Column::new(words.text(ReportText::Remark), ColumnKind::Words),
        ],
        rows,
    };
    document.blocks = vec![Block::Text(status_counts(of, words)), Block::Table(table)];
    document
}

fn row(matter: &Matter<'_>, of: Assessed<'_>, (goal, outcome): Scored<'_>) -> Row {
    let words = matter.words;
    let entry = of.assessment.results.get(&goal.id).map(AsRef::as_ref);
    let evidence = words.text(EntryText::Evidence);
    let note = words.text(EntryText::Note);
    let said = entry.map(|entry| remarks(entry, words)).unwrap_or_default().into_iter();
    let said = said.filter(|(name, _)| name != evidence).map(|(name, text)| {
        // The remark itself needs no name under its heading.
        if name == note { text } else { format!("{name}: {text}") }
    });
    let reached = std::iter::once(result(goal, entry, outcome, words));
    Row::Cells(vec![
        Cell::Quoted(full_name(goal)),
        Cell::Quoted(target(goal, entry, words)),
        lines(reached.chain(parts_reached(goal, entry, words)).collect()),
        Cell::Status(sign(outcome), words.outcome_status(outcome).to_owned()),
        lines(said.collect()),
    ])
}

fn lines(lines: Vec<String>) -> Cell {
    match lines.as_slice() {
        [] => Cell::Text(NOTHING.to_owned()),
        [one] => Cell::Text(one.clone()),
        _ => Cell::Lines(lines),
    }
}
