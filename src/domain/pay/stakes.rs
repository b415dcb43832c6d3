//! What single goals make of the pay where it goes through pots and stages, by which a point is worth more or less.

use std::rc::Rc;

use super::inputs::Inputs;
use super::{Ground, PaySums, points};
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, Weight};
use crate::domain::evaluation::{Evaluation, GoalOutcome, GoalStatus, PointSum};
use crate::domain::number::{Kroner, Points, Share, Span, difference};

/// What a goal makes of what is earned, before adjustment, leaving and breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stake {
    /// What is missing of the full pay where this goal alone gives nothing.
    pub full: Kroner,
    /// What can still be lost by it, as everything else stands at its best.
    pub open: Kroner,
}

/// Where each goal is compared from: everything fulfilled, in the pots of one agreement.
#[derive(Clone, Debug)]
pub struct Stakes {
    inputs: Inputs,
    sums: PaySums,
    institution: PointSum,
    areas: Vec<Rc<GoalOutcome>>,
    individual: Span<Points>,
    earned: Kroner,
}

impl Stakes {
    /// `None` where the pay has neither pots nor stages, and while an amount is missing.
    pub fn new(contract: &Contract, assessment: &Assessment, evaluation: &Evaluation) -> Option<Self> {
        let agreement = contract.pay.as_ref().filter(|agreement| agreement.has_pots_or_stages())?;
        let pay = evaluation.pay.as_ref()?;
        let goals: Vec<_> = evaluation.goals.iter().map(|outcome| Rc::new(fulfilled(outcome))).collect();
        let stakes = Self {
            inputs: Inputs::counting(agreement, assessment, &mut Vec::new()),
            sums: PaySums::of_all(contract, &goals),
            institution: PointSum::of_all(&goals),
            areas: pay.areas.iter().map(|area| Rc::new(fulfilled(area))).collect(),
            individual: Span::settled(agreement.individual),
            earned: Kroner::default(),
        };
        let at = (&stakes.sums, stakes.institution, &stakes.areas[..], stakes.individual);
        let earned = stakes.earned(contract, at)?;
        Some(Self { earned, ..stakes })
    }

    /// What one goal, by its place, makes of the pay as it stands; `None` where it has no weight or has lapsed.
    pub fn of_goal(&self, contract: &Contract, evaluation: &Evaluation, place: usize) -> Option<Stake> {
        let (goal, outcome) = (contract.goals.get(place)?, evaluation.goals.get(place)?);
        let (weight, pay) = (outcome.weight?, evaluation.pay.as_ref()?);
        if outcome.status == GoalStatus::Lapsed {
            return None;
        }
        let without = |sums: &PaySums, institution: PointSum, from: &GoalOutcome, to: &GoalOutcome| {
            let sums = sums.after_change(contract, goal, from, to);
            (sums, institution - PointSum::of_goal(from) + PointSum::of_goal(to))
        };
        let nothing = settled(outcome, weight.min(), Share::NONE);
        let (sums, institution) = without(&self.sums, self.institution, &fulfilled(outcome), &nothing);
        let full = self.earned(contract, (&sums, institution, &self.areas, self.individual))?;

        let least = settled(outcome, outcome.points?.min, outcome.share.min);
        let now = evaluation.institution.map(|institution| institution.sum).unwrap_or_default();
        let (sums, institution) = without(&evaluation.pay_sums, now, outcome, &least);
        let open = self.earned(contract, (&sums, institution, &pay.areas, pay.individual))?;
        let less = |from: Kroner, to: Kroner| difference(from.0, to.0).ok().map(Kroner);
        Some(Stake { full: less(self.earned, full)?, open: less(pay.earned?.max, open)? })
    }

    /// What is earned at best.
    fn earned(
        &self,
        contract: &Contract,
        (sums, institution, areas, individual): (&PaySums, PointSum, &[Rc<GoalOutcome>], Span<Points>),
    ) -> Option<Kroner> {
        let agreement = contract.pay.as_ref()?;
        let total = contract.points.map(|system| (institution.points, system.total));
        let (_, points) = points(agreement, total, individual, contract.decimals()).ok()?;
        let ground = Ground { agreement, sums, areas, inputs: &self.inputs };
        Some(ground.reached(institution, points, individual, false).ok()?.money.earned?.max)
    }
}

fn fulfilled(outcome: &GoalOutcome) -> GoalOutcome {
    // What has lapsed stays as it is.
    if outcome.status == GoalStatus::Lapsed {
        return outcome.clone();
    }
    settled(outcome, outcome.weight.map(Weight::max).unwrap_or_default(), Share::FULL)
}

/// The goal with so many points and this share.
pub(super) fn settled(outcome: &GoalOutcome, points: Points, share: Share) -> GoalOutcome {
    GoalOutcome {
        goal: outcome.goal.clone(),
        status: outcome.status,
        overdue: None,
        weight: outcome.weight,
        share: Span::settled(share),
        points: outcome.points.map(|_| Span::settled(points)),
        expected: None,
        steps: Vec::new(),
        objections: Vec::new(),
    }
}
