//! Figures over time, wherever the contract has them: printed ones that are no numbers, two for the same period
//! that differ, and jumps of tenfold or more, where a separator is probably misplaced.

use std::mem::discriminant;

use super::figures::printed;
use super::{Findings, Scored, in_order, part_name};
use crate::domain::contract::Figure;
use crate::domain::contract::Target;
use crate::domain::date::Period;
use crate::domain::number::{Decimal, product};
use crate::findings::{FigureFinding, JsonPath};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for Scored { path, target, goal } in found.scored {
        let of = Of { name: goal.name(), place: goal.source.as_deref() };
        both(found, (&goal.history, &goal.guidelines), of, path);
        if matches!(goal.target, Target::AllOf(_) | Target::AnyOf(_)) {
            parts(found, &goal.target, of, target);
        }
        for (index, statement) in goal.also_stated.iter().enumerate() {
            let path = path.clone().key("also_stated").index(index);
            let of = Of { place: Some(&statement.source), ..of };
            both(found, (&statement.history, &statement.guidelines), of, &path);
        }
    }
    for (index, trend) in found.contract.trends.iter().enumerate() {
        let path = JsonPath::root().key("trends").index(index);
        let of = Of { name: &trend.title, place: trend.source.as_deref() };
        series(found, &trend.series, of, At { path: &path, key: "series" });
    }
    let Some(budget) = &found.contract.budget else { return };
    for (index, line) in budget.lines.iter().enumerate() {
        let path = JsonPath::root().key("budget").key("lines").index(index);
        let place = line.source.as_deref().or(budget.source.as_deref());
        series(found, &line.values, Of { name: &line.title, place }, At { path: &path, key: "values" });
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

fn parts(found: &mut Findings<'_, '_>, target: &Target, of: Of<'_>, path: &JsonPath) {
    let (Target::AllOf(list) | Target::AnyOf(list)) = target else { return };
    for (index, part) in list.iter().enumerate() {
        let (name, path) = (part_name(of.name, part), path.clone().key("parts").index(index));
        let of = Of { name: &name, ..of };
        both(found, (&part.history, &part.guidelines), of, &path);
        parts(found, &part.target, of, &path);
    }
}

fn both(
    found: &mut Findings<'_, '_>,
    (history, guidelines): (&[Figure], &[Figure]),
    of: Of<'_>,
    path: &JsonPath,
) {
    series(found, history, of, At { path, key: "history" });
    series(found, guidelines, of, At { path, key: "guidelines" });
}

fn series(found: &mut Findings<'_, '_>, figures: &[Figure], of: Of<'_>, at: At<'_>) {
    if figures.iter().any(|figure| figure.stated.is_some()) {
        printed(found, figures, of.place, &at.path());
    }
    if figures.len() > 1 {
        let ordered = in_order(figures);
        twice(found, figures, &ordered, of, at);
        jumps(found, figures, &ordered, of, at);
    }
}

/// The figures that are numbers, from the earliest to the latest, each with its place in the list.
type Ordered = [(usize, Period, Decimal)];

/// Two different figures for one period. The first one counts.
fn twice(found: &mut Findings<'_, '_>, figures: &[Figure], ordered: &Ordered, of: Of<'_>, at: At<'_>) {
    // Of the periods that end on one day the first figure each: a year, its second half, its last quarter and so on.
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
