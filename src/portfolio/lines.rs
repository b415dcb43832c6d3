//! What of a portfolio asks for somebody, a line each: the page and the paper list the same. Thousands of lines are counted,
//! and only those written that are read.

use super::row::{AtStake, Due, Earlier, Overdue, Row};
use super::{Filter, LeftOut, Portfolio, median};
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::small::sort_by_key;

/// The beginning of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// How many lines the list has.
    pub count: usize,
    /// The first of them.
    pub first: Vec<String>,
}

impl Lines {
    fn new<T>(all: &[T], most: usize, line: impl Fn(&T) -> String) -> Self {
        Self { count: all.len(), first: all.iter().take(most).map(line).collect() }
    }
}

/// Files that no row rests on: first those that should have been used, however many strangers' files there are.
pub fn left_out_lines(portfolio: &Portfolio, words: Words, most: usize) -> Lines {
    let mut left_out: Vec<&LeftOut> = portfolio.left_out.iter().collect();
    sort_by_key(&mut left_out, |file| !file.why.is_refusal());
    Lines::new(&left_out, most, |file| {
        let mark = if file.why.is_refusal() { "! " } else { "" };
        format!("{mark}{} {}.", file.file, file.why.text(words))
    })
}

/// What does not hold between contracts.
pub fn across_lines(portfolio: &Portfolio, words: Words, most: usize) -> Lines {
    Lines::new(&portfolio.across, most, |found| found.text(words))
}

/// Deadlines that have passed, the longest ago first.
pub fn overdue_lines(rows: &[&Row], words: Words, most: usize) -> Lines {
    let passed = rows.iter().flat_map(|row| row.overdue.iter().map(move |of| (*row, of)));
    let mut passed: Vec<(&Row, &Overdue)> = passed.collect();
    sort_by_key(&mut passed, |(_, of)| -of.days);
    Lines::new(&passed, most, |(row, of)| {
        format!("{}: {}, {}", row.full_name(), of.name, words.days_overdue(of.date, of.days))
    })
}

/// Goals with points at risk, the largest part of their own contract first.
pub fn stake_lines(rows: &[&Row], words: Words, most: usize) -> Lines {
    let goals = rows.iter().flat_map(|row| row.at_stake.iter().map(move |of| (*row, of)));
    let mut goals: Vec<(Decimal, &Row, &AtStake)> =
        goals.map(|(row, of)| (row.percent(of.points.0), row, of)).collect();
    sort_by_key(&mut goals, |(percent, ..)| -*percent);
    Lines::new(&goals, most, |(percent, row, of)| {
        format!("{}: {}, {}", row.full_name(), of.name, words.stake(of.points.0, *percent, of.priority))
    })
}

/// Goals of which the department has to be told and was not yet.
pub fn due_lines(rows: &[&Row], words: Words, most: usize) -> Lines {
    let goals = rows.iter().flat_map(|row| row.due.iter().map(move |of| (*row, of)));
    let goals: Vec<(&Row, &Due)> = goals.collect();
    Lines::new(&goals, most, |(row, of)| {
        format!("{}: {}. {}", row.full_name(), of.name, words.duty_reason(of.reason))
    })
}

/// Contracts of which something is secured now that was not on an earlier day, or the other way round.
pub fn changed_lines(rows: &[&Row], words: Words, most: usize) -> Lines {
    let changed = rows
        .iter()
        .filter_map(|row| Some((*row, row.earlier.filter(|earlier| earlier.standing != row.standing)?)));
    let changed: Vec<(&Row, Earlier)> = changed.collect();
    Lines::new(&changed, most, |(row, earlier)| {
        let ends = [earlier.percent(earlier.standing.secured), row.percent(row.standing.secured)];
        format!("{}: {}", row.full_name(), words.changed_since(ends, earlier.as_of))
    })
}

/// `4 overskredne frister, 3 mangler departementets vurdering.`
pub fn counted_line(rows: &[Row], words: Words) -> String {
    let overdue = rows.iter().map(|row| row.overdue.len()).sum();
    let missing = rows.iter().filter(|row| Filter::WithoutDepartment.lets(row)).count();
    format!("{}, {}.", words.overdue_counted(overdue), words.without_department(missing))
}

/// `Median 74,0 % sikret, fra 50,0 % til 88,0 %, i 10 kontrakter med point.` Of a single one there is no middle.
pub fn middle_line(rows: &[Row], words: Words) -> Option<String> {
    let middle = median(rows).filter(|middle| middle.of > 1)?;
    Some(words.middle_of(middle.median, [middle.least, middle.most], middle.of))
}
