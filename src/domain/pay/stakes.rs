//! What single goals make of the pay where it goes through pots and stages, by which a point is worth more or less.

use std::rc::Rc;

use super::inputs::Inputs;
use super::{Ground, PayOutcome, PaySums, points};
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, IndividualRule, Weight};
use crate::domain::evaluation::{Evaluation, GoalOutcome, GoalStatus, PointSum};
use crate::domain::number::{Kroner, Points, Share, Span, difference};

/// What is taken to be reached, or looked at by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A goal, by its place.
    Goal(usize),
    /// An individual area, by its place.
    Area(usize),
    /// The one judgement of all areas.
    Overall,
}

/// What a goal makes of what is earned, before adjustment, leaving and breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stake {
    /// What is missing of the full pay where this goal alone gives nothing.
    pub full: Kroner,
    /// What can still be lost by it, as everything else stands at its best.
    pub open: Kroner,
}

/// What a goal's points make of what is earned while everything else is fulfilled, before adjustment, leaving and breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartOfPay {
    /// What is earned with its points.
    pub with: Span<Kroner>,
    /// What is earned where it gives nothing.
    pub without: Kroner,
}

impl PartOfPay {
    /// The difference, which is the goal's own.
    pub fn kroner(&self) -> Option<Span<Kroner>> {
        self.with.try_map(|with| difference(with.0, self.without.0).map(Kroner)).ok()
    }
}

/// Where each goal is compared from: everything fulfilled, in the pots of one agreement.
#[derive(Clone, Debug)]
pub struct Stakes {
    inputs: Inputs,
    fulfilled: Standing,
    earned: Kroner,
}

/// What was reached of all that pay depends on.
#[derive(Clone, Debug)]
struct Standing {
    sums: PaySums,
    institution: PointSum,
    areas: Vec<Rc<GoalOutcome>>,
    individual: Span<Points>,
}

impl Stakes {
    /// `None` where the pay has neither pots nor stages, and while an amount is missing.
    pub fn new(contract: &Contract, assessment: &Assessment, evaluation: &Evaluation) -> Option<Self> {
        let agreement = contract.pay.as_ref().filter(|agreement| agreement.has_pots_or_stages())?;
        let pay = evaluation.pay.as_ref()?;
        let inputs = Inputs::counting(agreement, assessment, &mut Vec::new());
        let goals: Vec<_> = evaluation.goals.iter().map(|outcome| Rc::new(fulfilled(outcome))).collect();
        let areas: Vec<_> = pay.areas.iter().map(|area| Rc::new(fulfilled(area))).collect();
        let individual = match agreement.individual_rule() {
            IndividualRule::Areas => PointSum::of_all(&areas).points,
            IndividualRule::Overall => Span::settled(agreement.individual),
        };
        let (sums, institution) = (PaySums::of_all(contract, &goals), PointSum::of_all(&goals));
        let fulfilled = Standing { sums, institution, areas, individual };
        let earned = fulfilled.earned(contract, &inputs)?;
        Some(Self { inputs, fulfilled, earned })
    }

    /// What one line makes of the pay as it stands; `None` where it has no weight or has lapsed.
    pub fn of_line(&self, contract: &Contract, evaluation: &Evaluation, line: Taken) -> Option<Stake> {
        let pay = evaluation.pay.as_ref()?;
        let now = Standing::of_evaluation(evaluation, pay);
        let (without, least) = match outcome_of(evaluation, pay, line) {
            Some(outcome) => {
                let (nothing, least) = (nothing(outcome)?, outcome.points?.min);
                let least = settled(outcome, least, outcome.share.min);
                let without = self.fulfilled.changed(contract, line, (&fulfilled(outcome), &nothing))?;
                (without, now.changed(contract, line, (outcome, &least))?)
            }
            None if line == Taken::Overall => {
                (self.fulfilled.judged(Points::default()), now.judged(pay.individual.min))
            }
            None => return None,
        };
        let earned = |standing: &Standing| standing.earned(contract, &self.inputs);
        let less = |from: Kroner, to: Kroner| difference(from.0, to.0).ok().map(Kroner);
        Some(Stake {
            full: less(self.earned, earned(&without)?)?,
            open: less(pay.earned?.max, earned(&least)?)?,
        })
    }

    /// What a goal or an area makes of the pay with this outcome, which may be another assessment's. `evaluation` is the one
    /// that everything is compared from. `None` where it has no weight or has lapsed.
    pub fn part(
        &self,
        contract: &Contract,
        evaluation: &Evaluation,
        (line, outcome): (Taken, &GoalOutcome),
    ) -> Option<PartOfPay> {
        let own = outcome_of(evaluation, evaluation.pay.as_ref()?, line)?;
        let (full, nothing) = (fulfilled(own), nothing(own)?);
        let points = outcome.points.filter(|_| outcome.status != GoalStatus::Lapsed)?;
        let earned = |to: &GoalOutcome| {
            let standing = self.fulfilled.changed(contract, line, (&full, to))?;
            standing.earned(contract, &self.inputs)
        };
        let end = |points, share| earned(&settled(own, points, share));
        let with = Span::new(end(points.min, outcome.share.min)?, end(points.max, outcome.share.max)?);
        Some(PartOfPay { with, without: earned(&nothing)? })
    }

    /// What the one judgement of all areas makes of the pay with so many points.
    pub fn part_of_judgement(&self, contract: &Contract, points: Span<Points>) -> Option<PartOfPay> {
        let earned = |points| self.fulfilled.judged(points).earned(contract, &self.inputs);
        let with = Span::new(earned(points.min)?, earned(points.max)?);
        Some(PartOfPay { with, without: earned(Points::default())? })
    }
}

impl Standing {
    fn of_evaluation(evaluation: &Evaluation, pay: &PayOutcome) -> Self {
        Self {
            sums: evaluation.pay_sums.clone(),
            institution: evaluation.institution.map(|institution| institution.sum).unwrap_or_default(),
            areas: pay.areas.clone(),
            individual: pay.individual,
        }
    }

    /// The same with another outcome of one goal or area.
    fn changed(
        &self,
        contract: &Contract,
        line: Taken,
        (from, to): (&GoalOutcome, &GoalOutcome),
    ) -> Option<Self> {
        let mut changed = self.clone();
        match line {
            Taken::Goal(place) => {
                changed.sums = self.sums.after_change(contract, contract.goals.get(place)?, from, to);
                changed.institution = self.institution - PointSum::of_goal(from) + PointSum::of_goal(to);
            }
            Taken::Area(place) => {
                *changed.areas.get_mut(place)? = Rc::new(to.clone());
                if contract.pay.as_ref()?.individual_rule() == IndividualRule::Areas {
                    changed.individual =
                        self.individual - from.points.unwrap_or_default() + to.points.unwrap_or_default();
                }
            }
            Taken::Overall => return None,
        }
        Some(changed)
    }

    /// The same with another judgement of all areas.
    fn judged(&self, points: Points) -> Self {
        Self { individual: Span::settled(points), ..self.clone() }
    }

    /// What is earned at best.
    fn earned(&self, contract: &Contract, inputs: &Inputs) -> Option<Kroner> {
        let agreement = contract.pay.as_ref()?;
        let total = contract.points.map(|system| (self.institution.points, system.total));
        let (_, points) = points(agreement, total, self.individual, contract.decimals()).ok()?;
        let ground = Ground { agreement, sums: &self.sums, areas: &self.areas, inputs };
        let reached = ground.reached(self.institution, points, self.individual, false).ok()?;
        Some(reached.money.earned?.max)
    }
}

fn outcome_of<'e>(evaluation: &'e Evaluation, pay: &'e PayOutcome, line: Taken) -> Option<&'e GoalOutcome> {
    match line {
        Taken::Goal(place) => evaluation.goals.get(place).map(AsRef::as_ref),
        Taken::Area(place) => pay.areas.get(place).map(AsRef::as_ref),
        Taken::Overall => None,
    }
}

/// The goal where it gives nothing; `None` where it has no weight or has lapsed.
fn nothing(outcome: &GoalOutcome) -> Option<GoalOutcome> {
    let weight = outcome.weight.filter(|_| outcome.status != GoalStatus::Lapsed)?;
    Some(settled(outcome, weight.min(), Share::NONE))
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
