//! Sheets from what papers say: a table with its rows, and the risks of a contract with their figures.

use super::write::{Look, WrittenCell, WrittenSheet, place};
use crate::domain::contract::RiskEntry;
use crate::domain::number::Decimal;
use crate::i18n::text::{PageText, RisksText};
use crate::report::{Block, Cell, Matter, Row, Table, WrittenPaper};

/// How wide a column is that holds words, and one that holds little.
pub(super) const WIDE: u16 = 44;
pub(super) const NARROW: u16 = 16;

/// The tables of a paper below each other; none where it has no table. One with the same columns as the table above
/// goes on under its head.
pub(super) fn paper_sheet(paper: &WrittenPaper, name: &str) -> Option<WrittenSheet> {
    let mut rows: Vec<Vec<WrittenCell>> = Vec::new();
    let (mut above, mut columns): (Option<&Table>, usize) = (None, 0);
    for block in &paper.blocks {
        let Block::Table(table) = block else { continue };
        let mut more = table_rows(table);
        match above {
            Some(above) if above.columns == table.columns => {
                more.remove(0);
            }
            Some(_) => rows.push(Vec::new()),
            None => {}
        }
        rows.append(&mut more);
        (above, columns) = (Some(table), columns.max(table.columns.len()));
    }
    above?;
    let mark = paper.confidential.then(|| paper.words.text(PageText::Confidential).to_owned());
    Some(WrittenSheet { mark, ..WrittenSheet::new(name, vec![WIDE; columns], rows) })
}

/// A table's head and rows as cells of words. A note stands in the first column, below its row.
fn table_rows(table: &Table) -> Vec<Vec<WrittenCell>> {
    let head = table.columns.iter().map(|column| WrittenCell::head(&column.title)).collect();
    let named = |said: &[(String, String)]| {
        let lines = said.iter().map(|(name, text)| format!("{name}: {text}"));
        vec![WrittenCell::words(lines.collect::<Vec<_>>().join("\n"))]
    };
    let row = |row: &Row| match row {
        Row::Group(title, aside) => {
            let said = std::iter::once(title.clone()).chain(aside.clone()).collect::<Vec<_>>().join(" · ");
            vec![WrittenCell { look: Look::Total, ..WrittenCell::words(said) }]
        }
        Row::Cells(cells) | Row::Total(cells) => cells.iter().map(words_of).collect(),
        Row::Note(said) | Row::Quote(said) => named(said),
    };
    std::iter::once(head).chain(table.rows.iter().map(row)).collect()
}

fn words_of(cell: &Cell) -> WrittenCell {
    WrittenCell::words(cell.words().join("\n"))
}

/// The risks with their priorities as formulas; none where the contract has no risk assessment.
pub(super) fn risks_sheet(matter: &Matter<'_>) -> Option<WrittenSheet> {
    let words = matter.words;
    let contract = &matter.contract.contract;
    let register = contract.risk.as_ref()?;
    let heads = [
        RisksText::Goal,
        RisksText::Risk,
        RisksText::Materiality,
        RisksText::Vulnerability,
        RisksText::Priority,
        RisksText::PointsAtRisk,
        RisksText::Action,
    ];
    let risks = &matter.current.evaluation.risks;
    let number = |value: u32| WrittenCell::number(Decimal::from(value), Look::Number);
    let cells = |(row, entry): (usize, &RiskEntry)| {
        let goal = entry.goal.as_ref().and_then(|id| contract.goal(id.as_str()));
        let outcome = entry.goal.as_ref().and_then(|id| risks.iter().find(|risk| risk.goal == *id));
        let at_risk = outcome.and_then(|risk| risk.points_at_risk);
        let formula = format!("{}*{}", place(row, 2), place(row, 3));
        vec![
            WrittenCell::words(goal.map_or("", |goal| goal.name())),
            WrittenCell::words(&*entry.title),
            number(entry.materiality),
            number(entry.vulnerability),
            WrittenCell::formula(formula, Decimal::from(entry.computed_priority()), Look::Number),
            at_risk.map_or_else(WrittenCell::empty, |points| WrittenCell::number(points.0, Look::Points)),
            WrittenCell::words(entry.action.as_deref().unwrap_or_default()),
        ]
    };
    let head: Vec<_> = heads.map(|head| WrittenCell::head(words.text(head))).into();
    let rows = std::iter::once(head).chain((1..).zip(&register.entries).map(cells)).collect();
    let widths = vec![NARROW, WIDE, NARROW, NARROW, NARROW, NARROW, WIDE];
    let sheet = WrittenSheet::new(words.text(PageText::Risks), widths, rows);
    Some(WrittenSheet { is_locked: true, ..sheet })
}
