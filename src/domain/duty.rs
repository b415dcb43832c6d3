//! The duty to inform: goals of which the department has to be told (docs/scoring.md, "Duty to inform").

use super::contract::{Contract, GoalId};
use super::date::Date;
use super::evaluation::{Evaluation, GoalOutcome, GoalStatus};
use super::number::Points;
use super::trace::Outlook;
use crate::small::sort_by_key;

/// A goal that the department has to be told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Which one, by its identifier in the contract.
    pub goal: GoalId,
    /// The gravest reason that holds.
    pub reason: Reason,
    /// The points that are lost for certain; none in an unweighted contract. Below 0 nothing is lost: a stretch
    /// pays more than the weight.
    pub lost: Option<Points>,
    /// The points that can still go either way; none in an unweighted contract.
    pub open: Option<Points>,
}

/// Why the department has to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The goal is not met, and that is settled.
    Missed,
    /// The goal is met in part, and no more of it will be.
    PartlyMissed,
    /// Results are missing, but not even the best of them meets the goal in full any more.
    OutOfReach,
    /// The earliest deadline has passed, and nothing was said about it; the goal can still be met.
    Overdue(Date),
    /// What was measured or is forecast would not meet the goal. Nothing is lost yet.
    Behind,
}

/// The goals that the department has to be told of, in the order of the contract. A goal that lapsed by agreement
/// is none of them; nor is one of which nothing is known yet.
pub fn duties(evaluation: &Evaluation) -> Vec<Duty> {
    evaluation.goals.iter().filter_map(|outcome| duty(outcome)).collect()
}

/// What has to be told of one goal, if anything; the gravest of several reasons.
pub fn duty(outcome: &GoalOutcome) -> Option<Duty> {
    let reason = match outcome.status {
        GoalStatus::Met | GoalStatus::Lapsed => return None,
        GoalStatus::NotMet => Reason::Missed,
        GoalStatus::PartlyMet => Reason::PartlyMissed,
        GoalStatus::Open | GoalStatus::Undetermined if !outcome.share.max.is_full() => Reason::OutOfReach,
        GoalStatus::Open | GoalStatus::Undetermined => match (outcome.overdue, &outcome.expected) {
            (Some(day), _) => Reason::Overdue(day),
            (None, Some(expected)) if expected.outlook != Outlook::OnTheWay => Reason::Behind,
            (None, _) => return None,
        },
    };
    let (lost, open) = (outcome.lost_points(), outcome.open_points());
    Some(Duty { goal: outcome.goal.clone(), reason, lost, open })
}

/// What the contract already says is done about a goal: the actions of its risks, those of the highest priority
/// first. A draft of the measures begins with them.
pub fn planned_actions<'a>(contract: &'a Contract, goal: &GoalId) -> Vec<&'a str> {
    let Some(risk) = &contract.risk else {
        return Vec::new();
    };
    let mut rows: Vec<_> = risk.entries.iter().filter(|entry| entry.goal.as_ref() == Some(goal)).collect();
    sort_by_key(&mut rows, |entry| std::cmp::Reverse(entry.materiality.saturating_mul(entry.vulnerability)));
    rows.into_iter().filter_map(|entry| entry.action.as_deref()).collect()
}
