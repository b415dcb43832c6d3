//! What of a portfolio asks for somebody, a line each: the page and the paper list the same.

use super::row::{AtStake, Overdue, Row};
use super::{Filter, median};
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::small::sort_by_key;

/// Deadlines that have passed, the longest ago first.
pub fn overdue_lines(rows: &[&Row], words: Words) -> Vec<String> {
    let passed = rows.iter().flat_map(|row| row.overdue.iter().map(move |of| (*row, of)));
    let mut passed: Vec<(&Row, &Overdue)> = passed.collect();
    sort_by_key(&mut passed, |(_, of)| -of.days);
    let line = |(row, of): (&Row, &Overdue)| {
        format!("{}: {}, {}", row.full_name(), of.name, words.days_overdue(of.date, of.days))
    };
    passed.into_iter().map(line).collect()
}

/// Goals with points at risk, the largest part of their own contract first.
pub fn stake_lines(rows: &[&Row], words: Words) -> Vec<String> {
    let goals = rows.iter().flat_map(|row| row.at_stake.iter().map(move |of| (*row, of)));
    let mut goals: Vec<(Decimal, &Row, &AtStake)> =
        goals.map(|(row, of)| (row.percent(of.points.0), row, of)).collect();
    sort_by_key(&mut goals, |(percent, ..)| -*percent);
    let line = |(percent, row, of): (Decimal, &Row, &AtStake)| {
        format!("{}: {}, {}", row.full_name(), of.name, words.stake(of.points.0, percent, of.priority))
    };
    goals.into_iter().map(line).collect()
}

/// Goals of which the department has to be told and was not yet.
pub fn due_lines(rows: &[&Row], words: Words) -> Vec<String> {
    let goals = rows.iter().flat_map(|row| row.due.iter().map(move |of| (row, of)));
    goals
        .map(|(row, of)| format!("{}: {}. {}", row.full_name(), of.name, words.duty_reason(of.reason)))
        .collect()
}

/// Contracts of which something is secured now that was not on an earlier day, or the other way round.
pub fn changed_lines(rows: &[&Row], words: Words) -> Vec<String> {
    let changed = rows.iter().filter_map(|row| {
        let earlier = row.earlier.filter(|earlier| earlier.standing != row.standing)?;
        let ends = [earlier.percent(earlier.standing.secured), row.percent(row.standing.secured)];
        Some(format!("{}: {}", row.full_name(), words.changed_since(ends, earlier.as_of)))
    });
    changed.collect()
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
