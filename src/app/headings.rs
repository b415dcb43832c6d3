//! What the goals under each heading come to together.

use std::collections::HashMap;
use std::rc::Rc;

use crate::domain::contract::{Contract, GroupId};
use crate::domain::evaluation::{Evaluation, GoalOutcome, GoalStatus, PointSum};

/// The sums under all headings of one contract. They follow the evaluation by the difference, so that a keystroke
/// costs what its own goal costs and not what all of them do.
#[derive(Debug)]
pub struct Headings {
    /// For each goal, its heading and all that stand above that.
    above: Vec<Vec<usize>>,
    /// What the sums are of; nothing at first.
    seen: Option<Rc<Evaluation>>,
    sums: Vec<HeadingSum>,
}

/// What the goals under a heading and below come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeadingSum {
    /// How many goals there are.
    pub goals: usize,
    /// How many of them are met.
    pub met: usize,
    /// Their points.
    pub points: PointSum,
}

impl Headings {
    /// The headings of a contract, before anything is known of its goals.
    pub fn new(contract: &Contract) -> Self {
        let places = contract.groups.iter().enumerate().map(|(place, group)| (&group.id, place));
        let places: HashMap<&GroupId, usize> = places.collect();
        let place = |id: Option<&GroupId>| id.and_then(|id| places.get(id).copied());
        let parents: Vec<_> = contract.groups.iter().map(|group| place(group.parent.as_ref())).collect();
        let upwards = |own: Option<usize>| {
            let chain = std::iter::successors(own, |group| parents.get(*group).copied().flatten());
            // A contract that was read has no circles; a bound keeps one that was made otherwise safe.
            chain.take(parents.len()).collect()
        };
        let above = contract.goals.iter().map(|goal| upwards(place(goal.group.as_ref()))).collect();
        Self { above, seen: None, sums: vec![HeadingSum::default(); parents.len()] }
    }

    /// The sums of an evaluation of this contract, in the order of its headings.
    pub fn of(&mut self, evaluation: &Rc<Evaluation>) -> &[HeadingSum] {
        let seen = self.seen.replace(Rc::clone(evaluation));
        if seen.as_ref().is_none_or(|seen| !Rc::ptr_eq(seen, evaluation)) {
            for (place, above) in self.above.iter().enumerate() {
                let old = seen.as_ref().and_then(|seen| seen.goals.get(place));
                let new = evaluation.goals.get(place);
                if old.zip(new).is_some_and(|(old, new)| Rc::ptr_eq(old, new)) {
                    continue;
                }
                for heading in above {
                    if let Some(sum) = self.sums.get_mut(*heading) {
                        *sum = sum.removing(old).adding(new);
                    }
                }
            }
        }
        &self.sums
    }
}

impl HeadingSum {
    fn adding(self, outcome: Option<&Rc<GoalOutcome>>) -> Self {
        outcome.map_or(self, |outcome| {
            let one = Self::of(outcome);
            Self { goals: self.goals + one.goals, met: self.met + one.met, points: self.points + one.points }
        })
    }

    fn removing(self, outcome: Option<&Rc<GoalOutcome>>) -> Self {
        outcome.map_or(self, |outcome| {
            let one = Self::of(outcome);
            Self { goals: self.goals - one.goals, met: self.met - one.met, points: self.points - one.points }
        })
    }

    fn of(outcome: &GoalOutcome) -> Self {
        Self {
            goals: 1,
            met: usize::from(outcome.status == GoalStatus::Met),
            points: PointSum::of_goal(outcome),
        }
    }
}
