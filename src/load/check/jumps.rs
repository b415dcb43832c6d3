//! Figures that jump tenfold or more from one period to the next: a separator is probably misplaced.

use std::mem::discriminant;

use super::{Findings, in_order, part_name};
use crate::domain::contract::Figure;
use crate::domain::date::Period;
use crate::domain::number::{Decimal, product};
use crate::domain::target::Target;
use crate::load::diagnostic::{Doubt, Severity};
use crate::load::path::JsonPath;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for (path, goal) in found.scored() {
        let (name, place) = (goal.name(), goal.source.as_deref());
        both(found, (&goal.history, &goal.guidelines), (name, place), &path);
        parts(found, &goal.target, (name, place), &path.clone().key("target"));
        for (index, statement) in goal.also_stated.iter().enumerate() {
            let path = path.clone().key("also_stated").index(index);
            let place = Some(statement.source.as_str());
            both(found, (&statement.history, &statement.guidelines), (name, place), &path);
        }
    }
    for (index, trend) in found.contract.trends.iter().enumerate() {
        let path = JsonPath::root().key("trends").index(index);
        series(found, &trend.series, (&trend.title, trend.source.as_deref()), &path.key("series"));
    }
}

fn parts(
    found: &mut Findings<'_, '_>,
    target: &Target,
    (name, place): (&str, Option<&str>),
    path: &JsonPath,
) {
    let (Target::AllOf(list) | Target::AnyOf(list)) = target else { return };
    for (index, part) in list.iter().enumerate() {
        let (name, path) = (part_name(name, part), path.clone().key("parts").index(index));
        both(found, (&part.history, &part.guidelines), (&name, place), &path);
        parts(found, &part.target, (&name, place), &path);
    }
}

fn both(
    found: &mut Findings<'_, '_>,
    (history, guidelines): (&[Figure], &[Figure]),
    of: (&str, Option<&str>),
    path: &JsonPath,
) {
    series(found, history, of, &path.clone().key("history"));
    series(found, guidelines, of, &path.clone().key("guidelines"));
}

/// One series. Only figures of the same kind of period are neighbours: a year is twelve times a month. Of a
/// single figure that stands out, the way back is not told again.
fn series(
    found: &mut Findings<'_, '_>,
    figures: &[Figure],
    (name, place): (&str, Option<&str>),
    path: &JsonPath,
) {
    // Of each kind of period the last figure, and whether the step to it was told as a jump.
    let mut last: Vec<(Period, Decimal, bool)> = Vec::new();
    for (index, period, value) in in_order(figures) {
        let Some(before) = last.iter_mut().find(|(kind, ..)| discriminant(kind) == discriminant(&period))
        else {
            last.push((period, value, false));
            continue;
        };
        let (earlier, from, told) = *before;
        let jumps = is_jump(from, value);
        *before = (period, value, jumps && !told);
        if !jumps || told {
            continue;
        }
        let what = Doubt::HistoryJumps {
            name: name.to_owned(),
            before: earlier,
            from,
            after: period,
            to: value,
            place: figures
                .get(index)
                .and_then(|figure| figure.source.as_deref())
                .or(place)
                .map(str::to_owned),
        };
        found.doubt(path.clone().index(index).key("value"), Severity::Warning, what);
    }
}

/// Whether one figure is ten times the other or more. From nothing, or across it, every step is that large.
fn is_jump(from: Decimal, to: Decimal) -> bool {
    let (low, high) = if from.abs() < to.abs() { (from.abs(), to.abs()) } else { (to.abs(), from.abs()) };
    let same_side = !low.is_zero() && from.is_sign_negative() == to.is_sign_negative();
    same_side && product(low, Decimal::TEN).is_ok_and(|tenfold| high >= tenfold)
}
