//! What is certain of the pay through pots and stages, as goals are taken to be reached one after the other.

use std::rc::Rc;

use super::inputs::Inputs;
use super::stakes::{Taken, settled};
use super::sums::of_areas;
use super::{points, pots};
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, EarnedBy, IndividualRule, PayAgreement, Weight};
use crate::domain::evaluation::{Evaluation, GoalOutcome, PointSum, Tally};
use crate::domain::number::{Points, Share, Span};

/// What is certain so far. A factor that nobody judged counts at its lowest.
#[derive(Clone, Debug)]
pub(in crate::domain) struct Way<'a> {
    contract: &'a Contract,
    agreement: &'a PayAgreement,
    evaluation: &'a Evaluation,
    inputs: Rc<Inputs>,
    /// What each pot can have at most, in the agreement's order.
    most: Rc<[Points]>,
    /// What is certain now.
    pub(in crate::domain) certain: Secured,
}

/// Points of everything that pay depends on, and how many goals content each condition; or what something adds to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::domain) struct Secured {
    /// Those of each pot, in the agreement's order.
    pub(in crate::domain) pots: Vec<Points>,
    /// Those of the institution.
    pub(in crate::domain) institution: Points,
    /// Those of the individual part.
    pub(in crate::domain) individual: Points,
    /// The goals that content each stage's condition, in the agreement's order.
    pub(in crate::domain) met: Vec<usize>,
}

impl Secured {
    /// Both together.
    #[must_use]
    pub(in crate::domain) fn plus(&self, more: &Self) -> Self {
        Self {
            pots: self.pots.iter().zip(&more.pots).map(|(one, other)| *one + *other).collect(),
            institution: self.institution + more.institution,
            individual: self.individual + more.individual,
            met: self.met.iter().zip(&more.met).map(|(one, other)| one + other).collect(),
        }
    }

    fn less(&self, taken: &Self) -> Self {
        Self {
            pots: self.pots.iter().zip(&taken.pots).map(|(one, other)| *one - *other).collect(),
            institution: self.institution - taken.institution,
            individual: self.individual - taken.individual,
            met: self.met.iter().zip(&taken.met).map(|(one, other)| one.saturating_sub(*other)).collect(),
        }
    }
}

impl<'a> Way<'a> {
    /// `None` where the pay has neither pots nor stages.
    pub(in crate::domain) fn certain(
        contract: &'a Contract,
        assessment: &Assessment,
        evaluation: &'a Evaluation,
    ) -> Option<Self> {
        let agreement = contract.pay.as_ref().filter(|agreement| agreement.has_pots_or_stages())?;
        let (pay, sums) = (evaluation.pay.as_ref()?, &evaluation.pay_sums);
        let institution = evaluation.institution.map(|institution| institution.sum.points.min);
        let earning =
            pots::earning(agreement, sums, &pay.areas, pay.individual, &|sum: &PointSum| sum.points);
        let certain = Secured {
            pots: earning.iter().map(|(points, _)| points.min).collect(),
            institution: institution.unwrap_or_default(),
            individual: pay.individual.min,
            met: sums.tallies.iter().map(|tally| tally.met.min).collect(),
        };
        Some(Self {
            contract,
            agreement,
            evaluation,
            inputs: Rc::new(Inputs::counting(agreement, assessment, &mut Vec::new())),
            most: earning.into_iter().map(|(_, most)| most).collect(),
            certain,
        })
    }

    /// With so many points more of something of which none were taken; below 0, without those that were.
    pub(in crate::domain) fn with_points(mut self, taken: Taken, points: Points) -> Option<Self> {
        let none = Points::default();
        self.certain = if points < none {
            self.certain.less(&self.gain(taken, none - points)?)
        } else {
            self.certain.plus(&self.gain(taken, points)?)
        };
        Some(self)
    }

    /// What so many points more count for: the goals or the individual part, which pots, and which conditions they content.
    pub(in crate::domain) fn gain(&self, taken: Taken, points: Points) -> Option<Secured> {
        let pots = &self.agreement.pots;
        let none = Points::default();
        let counting = |counts: bool| if counts { points } else { none };
        let mut gain = Secured {
            pots: vec![none; pots.len()],
            institution: none,
            individual: none,
            met: vec![0; self.certain.met.len()],
        };
        match taken {
            Taken::Goal(place) => {
                let (goal, outcome) = (self.contract.goals.get(place)?, self.evaluation.goals.get(place)?);
                let (from, to) = (raised(outcome, none)?, raised(outcome, points)?);
                let before = &self.evaluation.pay_sums;
                let after = before.after_change(self.contract, goal, &from, &to);
                let both = before.pots.iter().zip(&after.pots);
                gain.pots = both.map(|(before, after)| after.points.min - before.points.min).collect();
                let both = before.tallies.iter().zip(&after.tallies);
                gain.met = both.map(|(before, after)| after.met.min.saturating_sub(before.met.min)).collect();
                gain.institution = points;
            }
            Taken::Area(place) => {
                let outcome = self.evaluation.pay.as_ref()?.areas.get(place)?;
                let own = std::slice::from_ref(outcome);
                gain.pots =
                    pots.iter().map(|pot| counting(of_areas(pot, own) != PointSum::default())).collect();
                gain.individual = counting(self.agreement.individual_rule() == IndividualRule::Areas);
            }
            Taken::Overall => {
                let is_judged = |by: &EarnedBy| matches!(by, EarnedBy::Judged(_));
                gain.pots = pots.iter().map(|pot| counting(is_judged(&pot.earned_by))).collect();
                gain.individual = points;
            }
        }
        Some(gain)
    }

    /// Of each stage's condition, how many goals more have to content it so that it does not hold; 0 where it asks for
    /// points, or does not hold.
    pub(in crate::domain) fn missing(&self) -> Vec<usize> {
        let stages = self.agreement.stages.iter().zip(&self.evaluation.pay_sums.tallies);
        let each = stages.zip(&self.certain.met);
        each.map(|((stage, tally), met)| {
            stage.condition().map_or(0, |condition| tally.wanted(condition).saturating_sub(*met))
        })
        .collect()
    }

    /// What is certain of the full pay; `None` while that is unknown, as with several pots of which one lacks its amount.
    pub(in crate::domain) fn share(&self) -> Option<Share> {
        self.share_with(&self.certain)
    }

    /// What of the full pay follows from these points and goals.
    pub(in crate::domain) fn share_with(&self, secured: &Secured) -> Option<Share> {
        let agreement = self.agreement;
        let earning: pots::Earning = if agreement.pots.is_empty() {
            let total = self.contract.points.map(|system| (Span::settled(secured.institution), system.total));
            let individual = Span::settled(secured.individual);
            let (_, points) = points(agreement, total, individual, self.contract.decimals()).ok()?;
            vec![(points, agreement.institution + agreement.individual)]
        } else {
            let pots = secured.pots.iter().zip(self.most.iter());
            pots.map(|(points, most)| (Span::settled(*points), *most)).collect()
        };
        let tallies = self.evaluation.pay_sums.tallies.iter().zip(&secured.met);
        let tallies: Vec<Tally> = tallies.map(|(tally, met)| tally.with_met(*met)).collect();
        let conditions = (&tallies[..], Span::settled(secured.institution), false);
        let reached = pots::follow(agreement, &earning, conditions, &self.inputs).ok()?;
        let is_known = reached.full.zip(reached.earned).is_some() || reached.pots.len() == 1;
        is_known.then_some(reached.fraction().min)
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
