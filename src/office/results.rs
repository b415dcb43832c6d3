//! The sheet of results: a row for each goal and each part, which the import reads back. Where the rule is a plain one,
//! the points are formulas that follow what is entered.

use super::points::{LivePoints, Setting, answers, live_points};
use super::write::{Allowed, CellValue, Look, WrittenCell, WrittenSheet, place};
use crate::app::table::{SheetCell, assessment_table};
use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::{Contract, Goal, Part, Target};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::{Points, Span};
use crate::domain::outcome::counting_target;
use crate::domain::timing::Timing;
use crate::i18n::Words;
use crate::i18n::text::{PageText, TableText};
use crate::table::COLUMNS;

/// The columns of the result and of the points, as formulas name them.
pub(super) const RESULT: u8 = 5;
pub(super) const LEAST: u8 = 7;
pub(super) const MOST: u8 = 8;

/// How wide the columns are; behind them stand counts, where there are any, and the unit.
const WIDTHS: [u16; COLUMNS] = [14, 14, 40, 20, 40, 16, 18, 11, 11, 9, 40, 30];
const UNIT_WIDTH: u16 = 14;

/// The sheet of results, with the rows that the points of goals and areas stand in.
pub(super) struct ResultsSheet {
    pub(super) sheet: WrittenSheet,
    /// In the contract's order.
    pub(super) goals: Vec<GoalRow>,
    pub(super) areas: Vec<GoalRow>,
}

/// Where the points of a goal stand.
pub(super) struct GoalRow {
    /// Counted from 0.
    pub(super) row: usize,
    pub(super) points: Option<Span<Points>>,
    /// The formulas that they follow; none where the rule is no plain one.
    pub(super) live: Option<LivePoints>,
}

impl ResultsSheet {
    /// A cell or a range of this sheet, as formulas of other sheets name it.
    pub(super) fn reference(&self, place: &str) -> String {
        format!("'{}'!{place}", self.sheet.name.replace('\'', "''"))
    }
}

/// What a row of the sheet asks for.
struct Line<'a> {
    target: &'a Target,
    unit: Option<&'a str>,
}

/// The results as a sheet.
pub(super) fn results_sheet(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    words: Words,
) -> ResultsSheet {
    let table = assessment_table(contract, assessment, evaluation, words);
    let Rows { lines, goals, areas } = rows_of(contract, assessment, evaluation, words);
    let head = table.header.into_iter().chain([words.text(TableText::Unit)]).map(WrittenCell::head);
    let mut rows = vec![head.collect::<Vec<_>>()];
    let mut allowed = Vec::new();
    for (cells, line) in table.rows.iter().zip(&lines) {
        let row = rows.len();
        let mut row_cells: Vec<_> =
            cells.iter().zip(0..).map(|(cell, column)| written(cell, column)).collect();
        if let Some(cell) = row_cells.get_mut(usize::from(RESULT)) {
            let may = allowed_for(line.target, words);
            cell.look = match may {
                None => Look::Words,
                Some(Allowed::Day) => Look::InputDay,
                Some(_) => Look::Input,
            };
            allowed.extend(may.map(|may| ((row, usize::from(RESULT)), may)));
        }
        row_cells.push(WrittenCell::words(line.unit.unwrap_or_default()));
        rows.push(row_cells);
    }
    for GoalRow { row, points, live } in goals.iter().chain(&areas) {
        let (Some(live), Some(points), Some(cells)) = (live, points, rows.get_mut(*row)) else { continue };
        for (column, is_most, value) in [(LEAST, false, points.min), (MOST, true, points.max)] {
            if let Some(cell) = cells.get_mut(usize::from(column)) {
                *cell = WrittenCell::formula(live.formula(is_most), value.0, Look::Points);
            }
        }
    }
    let columns = rows.first().map_or(0, Vec::len);
    let widths = WIDTHS.into_iter().chain(std::iter::repeat(UNIT_WIDTH)).take(columns).collect();
    let name = words.text(PageText::Results);
    let sheet = WrittenSheet { allowed, is_locked: true, ..WrittenSheet::new(name, widths, rows) };
    ResultsSheet { sheet, goals, areas }
}

fn written(cell: &SheetCell, column: u8) -> WrittenCell {
    let (value, look) = match cell {
        SheetCell::Empty => (CellValue::Empty, Look::Words),
        SheetCell::Words(text) => (CellValue::Text(text.clone()), Look::Words),
        SheetCell::Number(number) if matches!(column, LEAST | MOST) => {
            (CellValue::Number(*number), Look::Points)
        }
        SheetCell::Number(number) => (CellValue::Number(*number), Look::Number),
        SheetCell::Day(day) => (CellValue::Day(*day), Look::Day),
    };
    WrittenCell { value, look }
}

/// What may be entered for a target; none where nothing is read back.
fn allowed_for(target: &Target, words: Words) -> Option<Allowed> {
    match target {
        Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. } => Some(Allowed::Number),
        Target::By(_) => Some(Allowed::Day),
        Target::Done => Some(Allowed::OneOf(answers(words).map(str::to_owned).into())),
        Target::Rated(rating) => {
            Some(Allowed::OneOf(rating.levels.iter().map(|level| level.title.clone()).collect()))
        }
        Target::AllOf(_) | Target::AnyOf(_) | Target::Assessed { .. } | Target::Undetermined => None,
    }
}

/// What each row of the table asks for, in its order, and which rows are those of goals and areas.
struct Rows<'a> {
    lines: Vec<Line<'a>>,
    goals: Vec<GoalRow>,
    areas: Vec<GoalRow>,
}

fn rows_of<'a>(
    contract: &'a Contract,
    assessment: &'a Assessment,
    evaluation: &Evaluation,
    words: Words,
) -> Rows<'a> {
    let timing = Timing::new(contract, assessment);
    let setting = Setting { timing, decimals: contract.decimals(), words };
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut add = |goal: &'a Goal, entry: Option<&'a Entry>, outcome: &GoalOutcome| {
        let target = counting_target(goal, entry);
        lines.push(Line { target, unit: goal.unit.as_deref() });
        // The head stands above the first line.
        let row = lines.len();
        let live = live_points(goal, entry, outcome, setting, &place(row, RESULT));
        add_parts(target.parts().unwrap_or_default(), &mut lines);
        GoalRow { row, points: outcome.points, live }
    };
    let mut goals = Vec::new();
    for (goal, outcome) in contract.goals.iter().zip(&evaluation.goals) {
        goals.push(add(goal, assessment.results.get(&goal.id).map(AsRef::as_ref), outcome));
    }
    let mut areas = Vec::new();
    let outcomes = evaluation.pay.iter().flat_map(|pay| &pay.areas);
    for (area, outcome) in contract.pay.iter().flat_map(|pay| &pay.areas).zip(outcomes) {
        areas.push(add(area, assessment.individual.areas.get(&area.id).map(AsRef::as_ref), outcome));
    }
    Rows { lines, goals, areas }
}

fn add_parts<'a>(parts: &'a [Part], lines: &mut Vec<Line<'a>>) {
    for part in parts {
        match part.target.parts() {
            Some(within) => add_parts(within, lines),
            None => lines.push(Line { target: &part.target, unit: part.unit.as_deref() }),
        }
    }
}
