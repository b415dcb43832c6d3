//! Guidelines for later years that ask for less than what was reached already.

use super::Findings;
use crate::domain::contract::{Figure, Goal};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::domain::target::Target;
use crate::load::diagnostic::Contradiction;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for (path, goal) in found.scored() {
        let Some(falling) = falls(goal) else { continue };
        let Some((reached_in, reached)) = in_order(&goal.history).pop() else { continue };
        for (index, figure) in goal.guidelines.iter().enumerate() {
            let Some(guideline) = figure.value else { continue };
            let weaker = if falling { guideline > reached } else { guideline < reached };
            if weaker {
                let what = Contradiction::GuidelineWeaker {
                    name: goal.name().to_owned(),
                    place: goal.source.clone(),
                    period: figure.period,
                    guideline,
                    reached_in,
                    reached,
                };
                found.contradiction(path.clone().key("guidelines").index(index).key("value"), what);
            }
        }
    }
}

/// Whether smaller results are better: as the target says, or, while that is not fixed, as the figures go.
fn falls(goal: &Goal) -> Option<bool> {
    match &goal.target {
        Target::Limit { relation, .. } => Some(relation.falls()),
        Target::Undetermined => trend(&goal.history).or_else(|| trend(&goal.guidelines)),
        _ => None,
    }
}

fn trend(figures: &[Figure]) -> Option<bool> {
    let figures = in_order(figures);
    let ((_, first), (_, last)) = (figures.first()?, figures.last()?);
    (first != last).then_some(last < first)
}

/// The figures that are numbers, from the earliest to the latest.
fn in_order(figures: &[Figure]) -> Vec<(Period, Decimal)> {
    let mut figures: Vec<_> =
        figures.iter().filter_map(|figure| Some((figure.period, figure.value?))).collect();
    figures.sort_by_key(|(period, _)| period.end());
    figures
}
