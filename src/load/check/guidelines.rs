//! Guidelines for later years that ask for less than what was reached already.

use super::{Findings, in_order};
use crate::domain::contract::{Figure, Goal};
use crate::domain::target::Target;
use crate::load::diagnostic::Contradiction;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for (path, goal) in found.scored() {
        let Some(falling) = falls(goal) else { continue };
        let Some((_, reached_in, reached)) = in_order(&goal.history).pop() else { continue };
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
    let ((.., first), (.., last)) = (figures.first()?, figures.last()?);
    (first != last).then_some(last < first)
}
