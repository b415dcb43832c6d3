//! What is open, in the order in which it is asked for.

use std::cmp::Reverse;

use super::effort::{self, Effort};
use super::mildest::mildest;
use super::need::Need;
use crate::domain::address::LineId;
use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::Target;
use crate::domain::contract::{Contract, Goal, IndividualRule, Weight};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::{Decimal, Points, Share, Span, difference, quotient};
use crate::domain::outcome::{Setting, counting_target, outcome};
use crate::domain::pay::Taken;
use crate::domain::required::{Measure, Order, PlanLine};
use crate::domain::sensitivity::open_points;
use crate::domain::timing::Timing;
use crate::small::sort_by_key;

/// Something that is open, before it is known whether it is needed.
pub(super) struct Candidate<'a> {
    pub(super) id: LineId,
    /// Where it stands in the contract.
    pub(super) taken: Taken,
    /// The goal or area; none for the one judgement of all areas.
    goal: Option<(&'a Goal, Option<&'a Entry>)>,
    /// What was entered for it, readings included.
    measured: Option<&'a Entry>,
    weight: Option<Weight>,
    is_overdue: bool,
    /// The points that are certain.
    certain: Points,
    /// What it gives at best beyond them.
    pub(super) gain: Points,
    /// The gain in the resultatløn where that is the measure, so that goals and areas can be compared.
    value: Points,
    /// What it needs for all of its gain.
    pub(super) need: Need,
}

/// Everything that is open and counts in this measure, in this order. `settled` is the assessment with its results alone.
pub(super) fn candidates<'a>(
    contract: &'a Contract,
    assessment: &'a Assessment,
    settled: &'a Assessment,
    evaluation: &'a Evaluation,
    measure: Measure,
    order: Order,
) -> Vec<Candidate<'a>> {
    let pay = evaluation.pay.as_ref().filter(|_| measure == Measure::Pay);
    let worth = |points| pay.and_then(|pay| pay.worth(Span::settled(points), contract.decimals()));
    let goals =
        contract.goals.iter().zip(&evaluation.goals).enumerate().filter_map(|(place, (goal, outcome))| {
            let [measured, entry] =
                [assessment, settled].map(|of| of.results.get(&goal.id).map(AsRef::as_ref));
            let mut candidate = Candidate::of_goal(
                goal,
                (measured, entry),
                outcome,
                (LineId::goal(&goal.id), Taken::Goal(place)),
            )?;
            candidate.value = worth(candidate.gain).map_or(candidate.gain, |worth| worth.points.max);
            Some(candidate)
        });
    let mut all: Vec<_> = goals.collect();
    if let Some((agreement, pay)) = contract.pay.as_ref().zip(pay) {
        let areas =
            agreement.areas.iter().zip(&pay.areas).enumerate().filter_map(|(place, (area, outcome))| {
                let entries =
                    [assessment, settled].map(|of| of.individual.areas.get(&area.id).map(AsRef::as_ref));
                let [measured, entry] = entries;
                Candidate::of_goal(
                    area,
                    (measured, entry),
                    outcome,
                    (LineId::area(&area.id), Taken::Area(place)),
                )
            });
        all.extend(areas);
        let is_overall = agreement.individual_rule() == IndividualRule::Overall;
        all.extend((is_overall && !pay.individual.is_settled()).then(|| Candidate::overall(pay.individual)));
    }
    sort_by_key(&mut all, |candidate| candidate.rank(order));
    all
}

impl<'a> Candidate<'a> {
    /// With what was entered for it, and with the results of that alone.
    fn of_goal(
        goal: &'a Goal,
        (measured, entry): (Option<&'a Entry>, Option<&'a Entry>),
        outcome: &GoalOutcome,
        (id, taken): (LineId, Taken),
    ) -> Option<Self> {
        let (gain, weight) = (open_points(outcome)?, outcome.weight?);
        let need = if is_judged(goal, entry) {
            Some(Need::Points(weight.max()))
        } else {
            // What is lost already is not asked for.
            mildest(goal, entry, outcome.share.max)
        };
        Some(Self {
            id,
            taken,
            goal: Some((goal, entry)),
            measured,
            weight: Some(weight),
            is_overdue: outcome.overdue.is_some(),
            certain: outcome.points?.min,
            gain,
            value: gain,
            // Where the rule cannot score the target, the target is what is amiss.
            need: need.unwrap_or(Need::Target),
        })
    }

    /// The one judgement of all individual areas.
    fn overall(points: Span<Points>) -> Self {
        let gain = points.max - points.min;
        Self {
            id: LineId::Overall,
            taken: Taken::Overall,
            goal: None,
            measured: None,
            weight: None,
            is_overdue: false,
            certain: points.min,
            gain,
            value: gain,
            need: Need::Points(points.max),
        }
    }

    /// What is needed for so many points beyond those that are certain.
    pub(super) fn need_for(&self, points: Points, decimals: u32) -> Option<Need> {
        let outright = self.certain + points;
        let Some((goal, entry)) = self.goal.filter(|(goal, entry)| !is_judged(goal, *entry)) else {
            return Some(Need::Points(outright));
        };
        let weight = self.weight?;
        // The lowest share whose points round to so many.
        let half = Decimal::new(5, decimals.saturating_add(1));
        let above = difference((outright - weight.min()).0, half).ok()?;
        let share = Share::fraction(above, (weight.max() - weight.min()).0).ok()?;
        mildest(goal, entry, share)
    }

    /// Whether a line gives its points once it is entered, beyond those that are certain. Where no result can be named
    /// it does.
    pub(super) fn delivers(&self, line: &PlanLine, decimals: u32) -> bool {
        let Some((goal, entry)) = self.goal else { return true };
        let mut met = entry.cloned().unwrap_or_default();
        if !line.need.meet(&mut met.reported) {
            return true;
        }
        let setting =
            Setting { weight: self.weight, decimals, timing: Timing::default(), years: None, is_area: false };
        let points = outcome(goal, Some(&met), setting).points;
        points.is_some_and(|points| points.min >= self.certain + line.points)
    }

    pub(super) fn effort_of(&self, need: &Need) -> Effort {
        let effort = |(goal, _)| effort::effort(goal, self.measured, need, self.is_overdue);
        self.goal.map_or(Effort::Judged, effort)
    }

    /// The order of [`super::plan`]. Of two that are as far, the one that gives more comes first; of two that give as
    /// much, the nearer one. What is judged as a whole comes last in either order.
    fn rank(&self, order: Order) -> (bool, Reverse<Points>, Effort, Reverse<Points>) {
        let effort = match self.effort_of(&self.need) {
            // For each point, to enough decimals to tell goals of any weight apart.
            Effort::Distance(percent) => {
                quotient(percent, self.value.0, 9).map_or(Effort::Unknown, Effort::Distance)
            }
            effort => effort,
        };
        let first = if order == Order::Largest { self.value } else { Points::default() };
        (effort == Effort::Judged, Reverse(first), effort, Reverse(self.value))
    }
}

/// Whether a person gives the points.
fn is_judged(goal: &Goal, entry: Option<&Entry>) -> bool {
    matches!(counting_target(goal, entry), Target::Assessed { .. })
}
