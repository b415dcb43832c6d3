//! Figures over time, wherever the contract has them. Found are printed ones that are no numbers, two for one period
//! that differ, and jumps of tenfold or more. So are guidelines that ask for less than what was reached.

use std::mem::discriminant;

use super::{Findings, Scored, TargetAt, in_order};
use crate::domain::contract::{Figure, Target};
use crate::domain::date::Period;
use crate::domain::number::{Decimal, product};
use crate::findings::{FigureFinding, JsonPath};

/// Guidelines for later years that ask for less than what was reached already.
pub(super) fn guidelines(found: &mut Findings<'_, '_>) {
    found.each_target(|found, at| {
        let Some(falling) = falls(at) else { return };
        let Some((_, reached_in, reached)) = in_order(at.ground.history).pop() else { return };
        for (index, figure) in at.guidelines().iter().enumerate() {
            // What was to be reached before the latest result is no aim any more.
            let Some(guideline) = figure.value.filter(|_| figure.period.end() >= reached_in.end()) else {
                continue;
            };
            let weaker = if falling { guideline > reached } else { guideline < reached };
            if weaker {
                let what = FigureFinding::GuidelineWeaker {
                    name: at.name.to_owned(),
                    place: figure.source.clone().or_else(|| at.source()),
                    period: figure.period,
                    guideline,
                    reached_in,
                    reached,
                };
                found.report(at.beside.clone().key("guidelines").index(index).key("value"), what);
            }
        }
    });
}

/// Whether smaller results are better: as the target says, or, while that is not fixed, as the figures go.
fn falls(at: TargetAt<'_>) -> Option<bool> {
    match at.target {
        Target::Limit { relation, .. } => Some(relation.falls()),
        Target::Undetermined => trend(at.ground.history).or_else(|| trend(at.guidelines())),
        _ => None,
    }
}

fn trend(figures: &[Figure]) -> Option<bool> {
    let figures = in_order(figures);
    let ((.., first), (.., last)) = (figures.first()?, figures.last()?);
    (first != last).then_some(last < first)
}

pub(super) fn series(found: &mut Findings<'_, '_>) {
    found.each_target(|found, at| {
        let of = Of { name: at.name, place: at.goal.source.as_deref() };
        both(found, (at.ground.history, at.guidelines()), of, at.beside);
    });
    for Scored { path, goal, .. } in found.scored {
        for (index, statement) in goal.also_stated.iter().enumerate() {
            let path = path.clone().key("also_stated").index(index);
            let of = Of { name: goal.name(), place: Some(&statement.source) };
            both(found, (&statement.history, &statement.guidelines), of, &path);
        }
    }
    for (index, trend) in found.contract.trends.iter().enumerate() {
        let path = JsonPath::root().key("trends").index(index);
        let of = Of { name: &trend.title, place: trend.source.as_deref() };
        check_series(found, &trend.series, of, At { path: &path, key: "series" });
    }
    let Some(budget) = &found.contract.budget else { return };
    for (index, line) in budget.lines.iter().enumerate() {
        let path = JsonPath::root().key("budget").key("lines").index(index);
        let place = line.source.as_deref().or(budget.source.as_deref());
        check_series(found, &line.values, Of { name: &line.title, place }, At { path: &path, key: "values" });
    }
}

/// What a series belongs to, and where the document has it.
#[derive(Clone, Copy)]
struct Of<'c> {
    name: &'c str,
    place: Option<&'c str>,
}

impl Of<'_> {
    fn place_of(&self, figure: Option<&Figure>) -> Option<String> {
        figure.and_then(|figure| figure.source.as_deref()).or(self.place).map(str::to_owned)
    }
}

/// Where a series stands. The path is made only where there is something to say of it.
#[derive(Clone, Copy)]
struct At<'c> {
    path: &'c JsonPath,
    key: &'static str,
}

impl At<'_> {
    fn path(self) -> JsonPath {
        self.path.clone().key(self.key)
    }
}

fn both(
    found: &mut Findings<'_, '_>,
    (history, guidelines): (&[Figure], &[Figure]),
    of: Of<'_>,
    path: &JsonPath,
) {
    check_series(found, history, of, At { path, key: "history" });
    check_series(found, guidelines, of, At { path, key: "guidelines" });
}

fn check_series(found: &mut Findings<'_, '_>, figures: &[Figure], of: Of<'_>, at: At<'_>) {
    if figures.iter().any(|figure| figure.stated.is_some()) {
        printed(found, figures, of.place, &at.path());
    }
    if figures.len() > 1 {
        let ordered = in_order(figures);
        twice(found, figures, &ordered, of, at);
        jumps(found, figures, &ordered, of, at);
    }
}

/// A figure that was copied as it is printed, because it is no number. Words such as `xx` stand for a
/// figure that is not fixed; only what has digits tries to be a number.
fn printed(found: &mut Findings<'_, '_>, figures: &[Figure], place: Option<&str>, path: &JsonPath) {
    for (index, figure) in figures.iter().enumerate() {
        let Some(stated) = figure.stated.as_deref().filter(|_| figure.value.is_none()) else { continue };
        if stated.contains(|letter: char| letter.is_ascii_digit()) {
            let what = FigureFinding::PrintedFigureInvalid {
                stated: stated.to_owned(),
                period: figure.period,
                place: figure.source.as_deref().or(place).map(str::to_owned),
            };
            found.report(path.clone().index(index).key("stated"), what);
        }
    }
}

/// The figures that are numbers, from the earliest to the latest, each with its place in the list.
type Ordered = [(usize, Period, Decimal)];

/// Two different figures for one period. The first one counts.
fn twice(found: &mut Findings<'_, '_>, figures: &[Figure], ordered: &Ordered, of: Of<'_>, at: At<'_>) {
    // Of the periods that end on one day the first figure each: a year, its second half, its last quarter.
    let mut known: Vec<(Period, Decimal)> = Vec::new();
    for &(index, period, second) in ordered {
        if known.last().is_some_and(|(other, _)| other.end() != period.end()) {
            known.clear();
        }
        let Some(&(_, first)) = known.iter().find(|(other, _)| *other == period) else {
            known.push((period, second));
            continue;
        };
        if first != second {
            let (name, place) = (of.name.to_owned(), of.place_of(figures.get(index)));
            let what = FigureFinding::FigureTwice { name, period, first, second, place };
            found.report(at.path().index(index).key("value"), what);
        }
    }
}

/// Neighbours that are ten times each other or more. Only figures of the same kind of period are neighbours: a
/// year is twelve times a month. Of a single figure that stands out, the way back is not told again.
fn jumps(found: &mut Findings<'_, '_>, figures: &[Figure], ordered: &Ordered, of: Of<'_>, at: At<'_>) {
    // Of each kind of period the last figure, and whether the step to it was told as a jump.
    let mut last: Vec<(Period, Decimal, bool)> = Vec::new();
    for &(index, period, value) in ordered {
        let Some(before) = last.iter_mut().find(|(kind, ..)| discriminant(kind) == discriminant(&period))
        else {
            last.push((period, value, false));
            continue;
        };
        let (earlier, from, told) = *before;
        // Two figures for one period are told as such.
        if earlier == period {
            continue;
        }
        let jumps = is_jump(from, value);
        *before = (period, value, jumps && !told);
        if jumps && !told {
            let what = FigureFinding::HistoryJumps {
                name: of.name.to_owned(),
                before: earlier,
                from,
                after: period,
                to: value,
                place: of.place_of(figures.get(index)),
            };
            found.report(at.path().index(index).key("value"), what);
        }
    }
}

/// Whether one figure is ten times the other or more, and so large that a separator may be misplaced. From nothing, or across it, every step is that large.
fn is_jump(from: Decimal, to: Decimal) -> bool {
    let (low, high) = if from.abs() < to.abs() { (from.abs(), to.abs()) } else { (to.abs(), from.abs()) };
    let large = high >= Decimal::ONE_HUNDRED;
    let same_side = large && !low.is_zero() && from.is_sign_negative() == to.is_sign_negative();
    same_side && product(low, Decimal::TEN).is_ok_and(|tenfold| high >= tenfold)
}
