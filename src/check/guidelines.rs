//! Guidelines for later years that ask for less than what was reached already.

use super::{Findings, Scored, in_order, part_name};
use crate::domain::contract::Figure;
use crate::domain::contract::Target;
use crate::findings::{FigureFinding, JsonPath};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for Scored { path, target, goal } in found.scored {
        let figures = Figures { history: &goal.history, guidelines: &goal.guidelines };
        let at = (goal.name(), goal.source.as_deref());
        visit(found, at, (&goal.target, figures), (path, target));
    }
}

/// What a target, or a part of one, has reached and is to reach.
#[derive(Clone, Copy)]
struct Figures<'c> {
    history: &'c [Figure],
    guidelines: &'c [Figure],
}

/// A target with its figures, and its parts with theirs. The figures of a goal stand beside its target, those
/// of a part within it.
fn visit(
    found: &mut Findings<'_, '_>,
    (name, place): (&str, Option<&str>),
    (target, figures): (&Target, Figures<'_>),
    (path, target_path): (&JsonPath, &JsonPath),
) {
    weaker(found, (name, place), (target, figures), path);
    let (Target::AllOf(parts) | Target::AnyOf(parts)) = target else { return };
    for (index, part) in parts.iter().enumerate() {
        let figures = Figures { history: &part.history, guidelines: &part.guidelines };
        let path = target_path.clone().key("parts").index(index);
        visit(found, (&part_name(name, part), place), (&part.target, figures), (&path, &path));
    }
}

fn weaker(
    found: &mut Findings<'_, '_>,
    (name, place): (&str, Option<&str>),
    (target, figures): (&Target, Figures<'_>),
    path: &JsonPath,
) {
    let Some(falling) = falls(target, figures) else { return };
    let Some((_, reached_in, reached)) = in_order(figures.history).pop() else { return };
    for (index, figure) in figures.guidelines.iter().enumerate() {
        // What was to be reached before the latest result is no aim any more.
        let Some(guideline) = figure.value.filter(|_| figure.period.end() >= reached_in.end()) else {
            continue;
        };
        let weaker = if falling { guideline > reached } else { guideline < reached };
        if weaker {
            let what = FigureFinding::GuidelineWeaker {
                name: name.to_owned(),
                place: figure.source.as_deref().or(place).map(str::to_owned),
                period: figure.period,
                guideline,
                reached_in,
                reached,
            };
            found.report(path.clone().key("guidelines").index(index).key("value"), what);
        }
    }
}

/// Whether smaller results are better: as the target says, or, while that is not fixed, as the figures go.
fn falls(target: &Target, figures: Figures<'_>) -> Option<bool> {
    match target {
        Target::Limit { relation, .. } => Some(relation.falls()),
        Target::Undetermined => trend(figures.history).or_else(|| trend(figures.guidelines)),
        _ => None,
    }
}

fn trend(figures: &[Figure]) -> Option<bool> {
    let figures = in_order(figures);
    let ((.., first), (.., last)) = (figures.first()?, figures.last()?);
    (first != last).then_some(last < first)
}
