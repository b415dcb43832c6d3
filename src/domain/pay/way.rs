//! What is certain of the pay through pots and stages, as goals are taken to be reached one after the other.

use std::rc::Rc;

use super::inputs::Inputs;
use super::stakes::settled;
use super::sums::of_areas;
use super::{Ground, PaySums, points};
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, Weight};
use crate::domain::evaluation::{Evaluation, GoalOutcome, PointSum};
use crate::domain::number::{Points, Share, Span};

/// What is certain so far. A factor that nobody judged counts at its lowest.
#[derive(Clone, Debug)]
pub(in crate::domain) struct Way<'a> {
    contract: &'a Contract,
    evaluation: &'a Evaluation,
    inputs: Rc<Inputs>,
    sums: PaySums,
    institution: PointSum,
    areas: Vec<Rc<GoalOutcome>>,
    individual: Span<Points>,
}

/// What is taken to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Taken {
    /// A goal, by its place.
    Goal(usize),
    /// An individual area, by its place.
    Area(usize),
    /// The one judgement of all areas.
    Overall,
}

impl<'a> Way<'a> {
    /// `None` where the pay has neither pots nor stages.
    pub(in crate::domain) fn certain(
        contract: &'a Contract,
        assessment: &Assessment,
        evaluation: &'a Evaluation,
    ) -> Option<Self> {
        let agreement = contract.pay.as_ref().filter(|agreement| agreement.has_pots_or_stages())?;
        let pay = evaluation.pay.as_ref()?;
        Some(Self {
            contract,
            evaluation,
            inputs: Rc::new(Inputs::counting(agreement, assessment, &mut Vec::new())),
            sums: evaluation.pay_sums.clone(),
            institution: evaluation.institution.map(|institution| institution.sum).unwrap_or_default(),
            areas: pay.areas.clone(),
            individual: pay.individual,
        })
    }

    /// With so many points more of something of which none were taken; below 0, without those that were.
    pub(in crate::domain) fn with_points(mut self, taken: Taken, points: Points) -> Option<Self> {
        let none = Points::default();
        let (before, after) = if points < none { (none - points, none) } else { (none, points) };
        match taken {
            Taken::Goal(place) => {
                let (goal, outcome) = (self.contract.goals.get(place)?, self.evaluation.goals.get(place)?);
                let (from, to) = (raised(outcome, before)?, raised(outcome, after)?);
                self.sums = self.sums.after_change(self.contract, goal, &from, &to);
                self.institution = self.institution - PointSum::of_goal(&from) + PointSum::of_goal(&to);
            }
            Taken::Area(place) => {
                let outcome = self.evaluation.pay.as_ref()?.areas.get(place)?;
                *self.areas.get_mut(place)? = Rc::new(raised(outcome, after)?);
                self.individual.min = self.individual.min + points;
            }
            Taken::Overall => self.individual.min = self.individual.min + points,
        }
        Some(self)
    }

    /// What so many points more count for: the goals or the individual part, which pots, and which conditions they
    /// content. Of what counts for the same, more points never pay less.
    pub(in crate::domain) fn standing(&self, taken: Taken, points: Points) -> Option<Vec<bool>> {
        let raised = self.clone().with_points(taken, points)?;
        let pots = &self.contract.pay.as_ref()?.pots;
        let of_goals = self.sums.pots.iter().zip(&raised.sums.pots).map(|(before, after)| before != after);
        let of_areas = pots.iter().map(|pot| of_areas(pot, &self.areas) != of_areas(pot, &raised.areas));
        let tallies = self.sums.tallies.iter().zip(&raised.sums.tallies);
        let conditions = tallies.map(|(before, after)| before.met.min != after.met.min);
        let is_goal = std::iter::once(matches!(taken, Taken::Goal(_)));
        Some(is_goal.chain(of_goals).chain(of_areas).chain(conditions).collect())
    }

    /// What is certain of the full pay; `None` while that is unknown, as with several pots of which one lacks its amount.
    pub(in crate::domain) fn share(&self) -> Option<Share> {
        let agreement = self.contract.pay.as_ref()?;
        let total = self.contract.points.map(|system| (self.institution.points, system.total));
        let (_, points) = points(agreement, total, self.individual, self.contract.decimals()).ok()?;
        let ground = Ground { agreement, sums: &self.sums, areas: &self.areas, inputs: &self.inputs };
        let reached = ground.reached(self.institution, points, self.individual, false).ok()?;
        let is_known = reached.money.earned.is_some() || reached.pots.pots.len() == 1;
        is_known.then_some(reached.fraction.min)
    }
}

/// A goal of which so many points beyond those that are certain are taken to be reached.
fn raised(outcome: &GoalOutcome, points: Points) -> Option<GoalOutcome> {
    let span = outcome.points?;
    let (reached, weight) = (span.min + points, outcome.weight?);
    let share = if points == Points::default() {
        outcome.share.min
    } else if reached >= span.max {
        outcome.share.max
    } else {
        Share::fraction((reached - weight.min()).0, (weight.max() - Weight::min(weight)).0).ok()?
    };
    let all = settled(outcome, span.max, outcome.share.max);
    Some(GoalOutcome {
        points: Some(Span::new(reached, span.max)),
        share: Span::new(share, all.share.max),
        ..all
    })
}
