//! The sheet of results: a row for each goal and each part, which the import reads back. Where the rule is a plain one,
//! the points are formulas that follow what is entered.

use super::write::{Allowed, CellValue, Look, WrittenCell, WrittenSheet, place, plain};
use crate::app::table::{SheetCell, assessment_table};
use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::{Contract, Goal, Part, Relation, Rule, Target, Threshold, Weight};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::{Decimal, Points, Span, difference, product, quotient};
use crate::domain::outcome::{counting_period, counting_target};
use crate::domain::timing::Timing;
use crate::i18n::text::{PageText, TableText};
use crate::i18n::{Lang, Words};
use crate::table::COLUMNS;

/// The columns of the result and of the points, as formulas name them.
pub(super) const RESULT: u8 = 5;
pub(super) const LEAST: u8 = 7;
pub(super) const MOST: u8 = 8;

/// How wide the columns are, the unit's last.
const WIDTHS: [u16; COLUMNS + 1] = [14, 14, 40, 20, 40, 16, 18, 11, 11, 9, 40, 30, 14];

/// The sheet of results, with the rows of the goals and of the areas for sums of their points.
pub(super) struct ResultsSheet {
    pub(super) sheet: WrittenSheet,
    /// From the first to the last row of the goals, counted from 0.
    pub(super) goals: Option<(usize, usize)>,
    /// The same for the individual areas.
    pub(super) areas: Option<(usize, usize)>,
}

/// What a row of the sheet speaks of.
struct Line<'a> {
    target: &'a Target,
    unit: Option<&'a str>,
    /// The formulas that give its points; none for a part, and where the rule is no plain one.
    formulas: Option<[PlainPoints; 2]>,
}

/// Points by a plain rule: a formula of the result's cell, put in for `{}`, and what it comes to.
#[derive(Clone, Debug, PartialEq)]
struct PlainPoints {
    formula: String,
    value: Decimal,
}

/// The results as a sheet.
pub(super) fn results_sheet(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    words: Words,
) -> ResultsSheet {
    let table = assessment_table(contract, assessment, evaluation, words);
    let (lines, count_of_goals) = lines(contract, assessment, evaluation);
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
        for (column, points) in [LEAST, MOST].into_iter().zip(line.formulas.iter().flatten()) {
            if let Some(cell) = row_cells.get_mut(usize::from(column)) {
                let formula = points.formula.replace("{}", &place(row, RESULT));
                *cell = WrittenCell::formula(formula, points.value, Look::Points);
            }
        }
        row_cells.push(WrittenCell::words(line.unit.unwrap_or_default()));
        rows.push(row_cells);
    }
    let last = rows.len().saturating_sub(1);
    let goals = (count_of_goals > 0).then_some((1, count_of_goals));
    let areas = (last > count_of_goals).then_some((count_of_goals + 1, last));
    let name = words.text(PageText::Results).to_owned();
    let sheet = WrittenSheet { name, widths: WIDTHS.to_vec(), rows, allowed, mark: None };
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
        Target::Done => {
            let answers = match words.lang {
                Lang::Da => ["ja", "nej"],
                Lang::En => ["yes", "no"],
            };
            Some(Allowed::OneOf(answers.map(str::to_owned).into()))
        }
        Target::Rated(rating) => {
            Some(Allowed::OneOf(rating.levels.iter().map(|level| level.title.clone()).collect()))
        }
        Target::AllOf(_) | Target::AnyOf(_) | Target::Assessed { .. } | Target::Undetermined => None,
    }
}

/// What each row of the table speaks of, in its order, and how many rows the goals have.
fn lines<'a>(
    contract: &'a Contract,
    assessment: &'a Assessment,
    evaluation: &'a Evaluation,
) -> (Vec<Line<'a>>, usize) {
    let timing = Timing::new(contract, assessment);
    let mut lines = Vec::new();
    let mut add = |goal: &'a Goal, entry: Option<&'a Entry>, outcome: &'a GoalOutcome| {
        let target = counting_target(goal, entry);
        let time = timing.time(target, counting_period(goal, entry));
        // Before its time a figure is a reading and settles nothing.
        let is_time = timing.as_of.zip(time).is_none_or(|(as_of, time)| as_of >= time);
        let formulas = plain_points(goal, entry, outcome, contract.decimals())
            .filter(|_| is_time && outcome.expected.is_none());
        lines.push(Line { target, unit: goal.unit.as_deref(), formulas });
        add_parts(target.parts().unwrap_or_default(), &mut lines);
        lines.len()
    };
    let mut count = 0;
    for (goal, outcome) in contract.goals.iter().zip(&evaluation.goals) {
        count = add(goal, assessment.results.get(&goal.id).map(AsRef::as_ref), outcome);
    }
    let outcomes = evaluation.pay.iter().flat_map(|pay| &pay.areas);
    for (area, outcome) in contract.pay.iter().flat_map(|pay| &pay.areas).zip(outcomes) {
        add(area, assessment.individual.areas.get(&area.id).map(AsRef::as_ref), outcome);
    }
    (lines, count)
}

fn add_parts<'a>(parts: &'a [Part], lines: &mut Vec<Line<'a>>) {
    for part in parts {
        match part.target.parts() {
            Some(within) => add_parts(within, lines),
            None => lines.push(Line { target: &part.target, unit: part.unit.as_deref(), formulas: None }),
        }
    }
}

/// The formulas for the points of a goal, from the worst to the best; none where they would not come to what the
/// calculation came to.
fn plain_points(
    goal: &Goal,
    entry: Option<&Entry>,
    outcome: &GoalOutcome,
    decimals: u32,
) -> Option<[PlainPoints; 2]> {
    let Some(Weight::Fixed(Points(weight))) = outcome.weight else { return None };
    let Target::Limit { relation, threshold: Threshold::Absolute(at) } = counting_target(goal, entry) else {
        return None;
    };
    if entry.is_some_and(Entry::has_lapsed) {
        return None;
    }
    let figure = entry.and_then(|entry| entry.reported.figure(goal.ratio.as_deref()));
    let (formula, reached) = match &goal.scoring {
        None | Some(Rule::AllOrNothing) => {
            let formula = format!("IF({{}}{}{},{},0)", sign(*relation), plain(*at), plain(weight));
            (formula, figure.map(|figure| if holds(figure, *relation, *at) { weight } else { Decimal::ZERO }))
        }
        Some(Rule::Linear { zero_at: Threshold::Absolute(zero), cap }) if *cap == Decimal::ONE => {
            let (zero, whole) = (*zero, difference(*at, *zero).ok()?);
            let formula = format!(
                "ROUND({}*MAX(0,MIN(1,({{}}-{})/{})),{decimals})",
                plain(weight),
                bracketed(zero),
                bracketed(whole)
            );
            let points = |figure: Decimal| {
                let above = product(weight, difference(figure, zero).ok()?).ok()?;
                let points = quotient(above, whole, decimals).ok()?;
                Some(points.clamp(Decimal::ZERO, weight))
            };
            (formula, figure.map(points).map_or(Some(None), |points| points.map(Some))?)
        }
        _ => return None,
    };
    let span = reached.map_or(Span::new(Decimal::ZERO, weight), Span::settled);
    let expected = outcome.points?;
    if (span.min, span.max) != (expected.min.0, expected.max.0) {
        return None;
    }
    let either = |empty: Decimal, value: Decimal| PlainPoints {
        formula: format!("IF(ISNUMBER({{}}),{formula},{})", plain(empty)),
        value,
    };
    Some([either(Decimal::ZERO, span.min), either(weight, span.max)])
}

/// A number below zero is put in brackets, so that two signs do not meet.
fn bracketed(number: Decimal) -> String {
    if number < Decimal::ZERO { format!("({})", plain(number)) } else { plain(number) }
}

fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::AtMost => "<=",
        Relation::AtLeast => ">=",
        Relation::Below => "<",
        Relation::Above => ">",
    }
}

fn holds(figure: Decimal, relation: Relation, at: Decimal) -> bool {
    match relation {
        Relation::AtMost => figure <= at,
        Relation::AtLeast => figure >= at,
        Relation::Below => figure < at,
        Relation::Above => figure > at,
    }
}
