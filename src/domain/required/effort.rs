//! How far it is to what a goal needs, as far as the contract's own figures tell.

use super::need::Need;
use crate::domain::assessment::Entry;
use crate::domain::contract::{Figure, Goal};
use crate::domain::contract::{Part, Ratio, Target};
use crate::domain::number::{Decimal, difference, product, quotient};
use crate::domain::outcome::counting_target;
use crate::domain::reported::Reported;

/// How far it is, the shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// The last known figure is good enough already.
    Held,
    /// Something to be done or judged: there is no figure to be moved.
    Deed,
    /// The last known figure has to move by so many percent of itself, to one decimal.
    Distance(Decimal),
    /// A figure without any earlier one to start from.
    Unknown,
    /// A deadline that has passed without a result: only a day that nobody entered yet can help.
    Overdue,
    /// A target that has to be fixed first.
    Target,
    /// The one judgement of all individual areas, which is the department's to give.
    Judged,
}

/// How far it is from the last known figures to what a goal needs. What was measured over the year, `measured`, goes
/// before the goal's history. Parts that are all needed are as far as the farthest; where one is enough, as far as
/// the nearest.
pub(super) fn effort(goal: &Goal, measured: Option<&Entry>, need: &Need, is_overdue: bool) -> Effort {
    let nothing = Reported::default();
    let reported = measured.map_or(&nothing, |entry| &entry.reported);
    let effort = effort_of_need(
        need,
        Known { history: &goal.history, reported, ratio: goal.ratio.as_deref() },
        counting_target(goal, measured),
    );
    if is_overdue { effort.max(Effort::Overdue) } else { effort }
}

/// What is known of a goal, or of a part of it.
#[derive(Clone, Copy)]
struct Known<'a> {
    history: &'a [Figure],
    reported: &'a Reported,
    ratio: Option<&'a Ratio>,
}

fn effort_of_need(need: &Need, known: Known, target: &Target) -> Effort {
    let nothing = Reported::default();
    let part = |id: &_| target.parts().into_iter().flatten().find(|part: &&Part| part.id == *id);
    let efforts = |parts: &[super::PartNeed]| {
        let of_part = |needed: &super::PartNeed| {
            part(&needed.id).map_or(Effort::Unknown, |part| {
                let reported = known.reported.parts.get(&part.id).unwrap_or(&nothing);
                let known = Known { history: &part.history, reported, ratio: part.ratio.as_deref() };
                effort_of_need(&needed.need, known, &part.target)
            })
        };
        parts.iter().map(of_part).collect::<Vec<_>>()
    };
    match need {
        Need::Limit { relation, value } => {
            distance(known, |last| (!relation.holds(last, *value)).then_some(*value))
        }
        Need::Between { min, max } => {
            distance(
                known,
                |last| {
                    if last < *min { Some(*min) } else { Some(*max).filter(|max| last > *max) }
                },
            )
        }
        Need::By(_) | Need::Done | Need::Points(_) | Need::Level { .. } => Effort::Deed,
        Need::AllOf(parts) => efforts(parts).into_iter().max().unwrap_or(Effort::Deed),
        Need::AnyOf(parts) => efforts(parts).into_iter().min().unwrap_or(Effort::Deed),
        Need::Target | Need::Baseline => Effort::Target,
    }
}

/// From the last known figure to the nearest that does: |nearest − last| / |last| × 100. `nearest` is none where the
/// figure does already.
fn distance(known: Known, nearest: impl Fn(Decimal) -> Option<Decimal>) -> Effort {
    let Known { history, reported, ratio } = known;
    let dated = history.iter().filter_map(|figure| Some((figure.period.end(), figure.value?)));
    let before = dated.max_by_key(|(end, _)| *end).map(|(_, value)| value);
    let now = reported.figure(ratio).or_else(|| reported.latest_reading().map(|reading| reading.value));
    let Some(last) = now.or(before) else {
        return Effort::Unknown;
    };
    let Some(nearest) = nearest(last) else {
        return Effort::Held;
    };
    let moved = difference(nearest, last).and_then(|way| product(way.abs(), Decimal::ONE_HUNDRED));
    let percent = moved.and_then(|way| quotient(way, last.abs(), 1));
    percent.map_or(Effort::Unknown, Effort::Distance)
}
