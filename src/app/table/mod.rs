//! The assessment on the screen as a table: a row for each goal and each part, for a spreadsheet or a document.
//!
//! What was reached stands in a column of its own, which the import reads back. A table that goes out comes in again
//! unchanged.

mod form;

pub use form::{TableForm, html, line_cell, separated};

use super::state::{Case, Sheet};
use crate::domain::address::{EntryId, Scope};
use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::{Contract, Goal, Part, Ratio, Target, Weight};
use crate::domain::date::{Date, iso};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::{Decimal, Span};
use crate::domain::outcome::{counting_period, counting_target};
use crate::domain::reported::Reported;
use crate::i18n::{Lang, Words};
use crate::table::{COLUMNS, COUNTS, OWN};

/// The assessment as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetTable {
    /// The names of the columns.
    pub header: Vec<&'static str>,
    /// A row for each goal, and one for each part of it, in the order of the contract.
    pub rows: Vec<Vec<SheetCell>>,
}

/// What stands in one place of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SheetCell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Words(String),
    /// A number, with all the decimals that it has.
    Number(Decimal),
    /// A day.
    Day(Date),
}

/// What stands between the names of nested parts.
const BETWEEN: char = '/';

/// The assessment on the screen with its goals and the individual areas.
pub fn sheet_table(case: &Case, sheet: &Sheet, words: Words) -> SheetTable {
    assessment_table(&case.contract.contract, sheet.assessment(), &sheet.evaluation, words)
}

/// An assessment with its goals and the individual areas.
pub fn assessment_table(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    words: Words,
) -> SheetTable {
    let [danish, english] = OWN;
    let own = if words.lang == Lang::Da { danish } else { english };
    let mut header = own.to_vec();
    let mut rows = Vec::new();
    let mut add = |entry: EntryId, goal: &Goal, outcome: &GoalOutcome| {
        let given = assessment.entry(&entry).map(AsRef::as_ref);
        let is_area = entry.scope == Scope::Area;
        let line = GoalLine { goal, given, outcome, is_area, words };
        rows.push(line.goal_cells());
        line.parts(&mut rows);
    };
    for (goal, outcome) in contract.goals.iter().zip(&evaluation.goals) {
        add(EntryId::goal(&goal.id), goal, outcome);
    }
    let outcomes = evaluation.pay.iter().flat_map(|pay| &pay.areas);
    for (area, outcome) in contract.pay.iter().flat_map(|pay| &pay.areas).zip(outcomes) {
        add(EntryId::area(&area.id), area, outcome);
    }
    if rows.iter().any(|(_, counts)| counts.is_some()) {
        let [danish, english] = COUNTS;
        header.extend(if words.lang == Lang::Da { danish } else { english });
    }
    let columns = header.len();
    let whole = rows.into_iter().map(|(cells, counts): Line| {
        let mut row = Vec::from(cells);
        row.extend(counts.unwrap_or_default());
        row.resize_with(columns, SheetCell::default);
        row
    });
    SheetTable { header, rows: whole.collect() }
}

/// `ams-2009-vurdering-2009-12-31.csv`: beside the file of the case.
pub fn table_name(case: &Case, words: Words) -> String {
    let name = super::save::file_name(case, words);
    format!("{}.csv", name.strip_suffix(".json").unwrap_or(&name))
}

/// What every row has, and the two counts where they give the result.
type Line = ([SheetCell; COLUMNS], Option<[SheetCell; 2]>);

/// A goal with what was said about it and what it comes to.
struct GoalLine<'a> {
    goal: &'a Goal,
    given: Option<&'a Entry>,
    outcome: &'a GoalOutcome,
    is_area: bool,
    words: Words,
}

impl GoalLine<'_> {
    fn target(&self) -> &Target {
        counting_target(self.goal, self.given)
    }

    fn goal_cells(&self) -> Line {
        let (goal, given, words) = (self.goal, self.given, self.words);
        let weight = self.outcome.weight;
        let reported = given.map(|given| &given.reported);
        let target = words.target(self.target(), goal.unit.as_deref(), weight);
        let is_figure = reached_by_figure(self.target());
        let measured = counting_period(goal, given).filter(|_| is_figure);
        let target = match measured {
            Some(period) => format!("{target} {}", words.when(period)),
            None => target,
        };
        let [min, max] = self.points();
        let cells = [
            text_cell(goal.id.as_str()),
            goal.label.as_deref().map_or_else(SheetCell::default, text_cell),
            text_cell(&goal.title),
            SheetCell::Empty,
            text_cell(&target),
            reported.map_or_else(SheetCell::default, |reported| {
                reached(self.target(), reported, goal.ratio.as_deref(), words)
            }),
            text_cell(if self.is_area {
                words.area_status_text(self.outcome)
            } else {
                words.outcome_status(self.outcome)
            }),
            min,
            max,
            weight.map_or_else(SheetCell::default, |weight| SheetCell::Number(weight.max().0)),
            given.and_then(|given| given.note.as_deref()).map_or_else(SheetCell::default, text_cell),
            given.and_then(|given| given.evidence.as_deref()).map_or_else(SheetCell::default, text_cell),
        ];
        (cells, goal.ratio.as_deref().map(|_| counts(reported)))
    }

    fn points(&self) -> [SheetCell; 2] {
        let cell = |point: fn(&Span<_>) -> crate::domain::number::Points| {
            self.outcome
                .points
                .as_ref()
                .map_or_else(SheetCell::default, |points| SheetCell::Number(point(points).0))
        };
        [cell(|points| points.min), cell(|points| points.max)]
    }

    /// A row for each part that is answered by itself.
    fn parts(&self, rows: &mut Vec<Line>) {
        let nothing = Reported::default();
        let reported = self.given.map_or(&nothing, |given| &given.reported);
        self.part_rows(self.target().parts().unwrap_or_default(), "", reported, rows);
    }

    fn part_rows(&self, parts: &[Part], path: &str, around: &Reported, rows: &mut Vec<Line>) {
        let nothing = Reported::default();
        for part in parts {
            let name = part_name(part, parts);
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}{BETWEEN}{name}") };
            let reported = around.parts.get(&part.id).unwrap_or(&nothing);
            if let Some(within) = part.target.parts() {
                self.part_rows(within, &path, reported, rows);
                continue;
            }
            let mut row: [SheetCell; COLUMNS] = Default::default();
            let target = self.words.target(&part.target, part.unit.as_deref(), None::<Weight>);
            let cells = [
                text_cell(self.goal.id.as_str()),
                self.goal.label.as_deref().map_or_else(SheetCell::default, text_cell),
                text_cell(&self.goal.title),
                text_cell(&path),
                text_cell(&target),
                reached(&part.target, reported, part.ratio.as_deref(), self.words),
            ];
            for (place, cell) in row.iter_mut().zip(cells) {
                *place = cell;
            }
            rows.push((row, part.ratio.as_deref().map(|_| counts(Some(reported)))));
        }
    }
}

fn text_cell(text: &str) -> SheetCell {
    if text.is_empty() { SheetCell::Empty } else { SheetCell::Words(text.to_owned()) }
}

fn reached_by_figure(target: &Target) -> bool {
    matches!(target, Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. })
}

/// What was reached: a figure, a day, yes or no. A judgement's points stand with the points.
fn reached(target: &Target, reported: &Reported, ratio: Option<&Ratio>, words: Words) -> SheetCell {
    let answer = |done: bool| {
        text_cell(match (done, words.lang) {
            (true, Lang::Da) => "ja",
            (true, Lang::En) => "yes",
            (false, Lang::Da) => "nej",
            (false, Lang::En) => "no",
        })
    };
    match target {
        target if reached_by_figure(target) => {
            reported.figure(ratio).map_or_else(SheetCell::default, SheetCell::Number)
        }
        Target::By(_) | Target::Done => match (reported.date, reported.done) {
            (Some(date), _) => SheetCell::Day(date),
            (None, Some(done)) => answer(done),
            (None, None) => SheetCell::Empty,
        },
        Target::Rated(_) => reported
            .level
            .as_ref()
            .map_or_else(SheetCell::default, |level| text_cell(target.level_title(level))),
        _ => SheetCell::Empty,
    }
}

/// The two counts that give the result, where no figure takes their place.
fn counts(reported: Option<&Reported>) -> [SheetCell; 2] {
    let counting = reported.filter(|reported| reported.value.is_none());
    let cell = |count: fn(&Reported) -> Option<Decimal>| {
        counting.and_then(count).map_or_else(SheetCell::default, SheetCell::Number)
    };
    [cell(|reported| reported.numerator), cell(|reported| reported.denominator)]
}

/// What a part is called, where that tells it from the parts beside it and holds no sign with a meaning; else
/// its identifier.
fn part_name<'p>(part: &'p Part, beside: &[Part]) -> &'p str {
    let title = part.title.as_deref().filter(|title| {
        let is_plain = !title.contains(super::update::SEPARATORS);
        is_plain && beside.iter().filter(|other| other.title.as_deref() == Some(title)).count() == 1
    });
    title.unwrap_or(part.id.as_str())
}

impl SheetCell {
    /// The text of the cell: numbers without groups and with this decimal mark, days as every spreadsheet takes
    /// them for days.
    pub fn text(&self, mark: char) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Words(text_cell) => crate::table::protected(text_cell).into_owned(),
            Self::Number(number) => plain(*number, mark),
            Self::Day(date) => iso(*date),
        }
    }
}

/// A number that is read one way only: three decimals behind one to three digits could be thousands, so a zero
/// is put behind them.
fn plain(number: Decimal, mark: char) -> String {
    let mut number = number.normalize();
    if number.scale() == 3 && number.abs() < Decimal::ONE_THOUSAND {
        number.rescale(4);
    }
    number.to_string().replace('.', &mark.to_string())
}
