//! From a contract and an assessment to their evaluation, every figure with its steps.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::address::{EntryId, FieldId};
use super::assessment::{Assessment, Entry};
use super::contract::{Contract, GoalId, Weight};
use super::evaluation::{Assumption, Counts, Evaluation, GoalOutcome, GoalStatus, Institution, PointSum};
use super::evaluation::{BandOutcome, Tally};
use super::number::Points;
use super::objection::{Objection, ObjectionKind};
use super::outcome::{Setting, outcome};
use super::pay::PaySums;
use super::timing::Timing;
use super::years::Years;
use super::{pay, risk, weights};

/// Evaluates the whole contract.
pub fn evaluate(contract: &Contract, assessment: &Assessment) -> Evaluation {
    evaluate_keeping(contract, assessment, &|_, _| None)
}

/// Evaluates the whole contract. `kept` says what a goal comes to, by its place and weight, where that is known.
fn evaluate_keeping(
    contract: &Contract,
    assessment: &Assessment,
    kept: &dyn Fn(usize, Option<Weight>) -> Option<Rc<GoalOutcome>>,
) -> Evaluation {
    let (weights, too_large) = weights(contract, assessment);
    let setting = Setting::of_goals(contract, assessment);
    let mut known = 0;
    let outcomes = contract.goals.iter().zip(weights).enumerate().map(|(place, (goal, weight))| {
        let entry = assessment.results.get(&goal.id).map(Rc::as_ref);
        known += usize::from(entry.is_some());
        kept(place, weight).unwrap_or_else(|| Rc::new(outcome(goal, entry, setting.with_weight(weight))))
    });
    let goals: Vec<_> = outcomes.collect();
    let institution = institution_points(contract, &goals).filter(|_| too_large.is_empty());
    let pay_sums = PaySums::of_all(contract, &goals);
    let mut counts = Counts::default();
    for outcome in &goals {
        *counts.of_status(outcome.status) += 1;
    }
    Evaluation {
        pay: pay::evaluate(contract, assessment, institution.as_ref(), &pay_sums),
        pay_sums,
        risks: risk::risks(contract, &goals),
        assumptions: assumptions(contract, assessment).into(),
        objections: (known < assessment.results.len())
            .then(|| unknown_entries(contract, assessment))
            .into_iter()
            .flatten()
            .chain(as_of_objection(contract, assessment))
            .chain(too_large)
            .collect(),
        band: band(contract, institution.as_ref(), &goals),
        goals,
        institution,
        counts,
    }
}

/// The level of the institution's points.
fn band(
    contract: &Contract,
    institution: Option<&Institution>,
    goals: &[Rc<GoalOutcome>],
) -> Option<BandOutcome> {
    let condition = contract.bands.as_ref()?.lowest_when.as_ref();
    BandOutcome::new(contract, institution, Tally::of_all(condition, goals))
}

impl Evaluation {
    /// The evaluation after the entry of one goal changed. That goal is worked out anew; totals follow by the
    /// difference.
    ///
    /// Where the goal lapses or comes back all weights move, and everything is evaluated again. So it is where points
    /// are too large to be added up. `self` must be of the same contract, and of the assessment as it was before.
    #[must_use]
    pub fn update(&self, contract: &Contract, assessment: &Assessment, id: &GoalId) -> Self {
        let Some(index) = self.goals.iter().position(|outcome| outcome.goal == *id) else {
            return evaluate(contract, assessment);
        };
        let (Some(before), Some(goal)) = (self.goals.get(index), contract.goals.get(index)) else {
            return evaluate(contract, assessment);
        };
        let entry = assessment.results.get(id).map(Rc::as_ref);
        let lapses = entry.is_some_and(Entry::has_lapsed);
        let has_sums = self.institution.is_some() == contract.points.is_some();
        if lapses || before.status == GoalStatus::Lapsed || !has_sums {
            return evaluate(contract, assessment);
        }
        let setting = Setting::of_goals(contract, assessment).with_weight(before.weight);
        let after = Rc::new(outcome(goal, entry, setting));
        if after.points.is_some() != before.points.is_some() {
            return evaluate(contract, assessment);
        }
        self.with_outcome(contract, assessment, index, before, after)
    }

    fn with_outcome(
        &self,
        contract: &Contract,
        assessment: &Assessment,
        index: usize,
        before: &GoalOutcome,
        after: Rc<GoalOutcome>,
    ) -> Self {
        let mut counts = self.counts;
        *counts.of_status(before.status) -= 1;
        *counts.of_status(after.status) += 1;
        let institution = self.institution.map(|Institution { sum, total }| Institution {
            sum: sum - PointSum::of_goal(before) + PointSum::of_goal(&after),
            total,
        });
        let goal = contract.goals.get(index);
        let pay_sums = goal.map(|goal| self.pay_sums.after_change(contract, goal, before, &after));
        let pay_sums = pay_sums.unwrap_or_else(|| self.pay_sums.clone());
        let pay = if institution == self.institution && pay_sums == self.pay_sums {
            self.pay.clone()
        } else {
            pay::evaluate(contract, assessment, institution.as_ref(), &pay_sums)
        };
        let band = self.band.and_then(|band| band.update(contract, institution.as_ref(), before, &after));
        let mut risks = self.risks.clone();
        risk::update(contract, &mut risks, index, &after);
        let mut goals = self.goals.clone();
        if let Some(place) = goals.get_mut(index) {
            *place = after;
        }
        let (assumptions, objections) = (Rc::clone(&self.assumptions), self.objections.clone());
        Self { goals, institution, band, counts, pay_sums, pay, risks, assumptions, objections }
    }

    /// The evaluation of the same assessment after its contract changed. Goals that both contracts share keep what they come to,
    /// where they still weigh the same and are settled at the same time.
    #[must_use]
    pub fn of_changed(&self, before: &Contract, contract: &Contract, assessment: &Assessment) -> Self {
        let [old, new] = [before, contract].map(|one| Setting::of_goals(one, assessment));
        evaluate_keeping(contract, assessment, &|place, weight| {
            let (goal, other) = (before.goals.get(place)?, contract.goals.get(place)?);
            let outcome = self.goals.get(place)?;
            let is_same = old == new && outcome.weight == weight && outcome.status != GoalStatus::Lapsed;
            (is_same && Rc::ptr_eq(goal, other)).then(|| Rc::clone(outcome))
        })
    }

    /// The evaluation after what the pay is worked out from changed: individual areas, base pay, percents,
    /// adjustment, leaving, breach. The goals stay as they are.
    #[must_use]
    pub fn update_pay(&self, contract: &Contract, assessment: &Assessment) -> Self {
        Self {
            pay: pay::evaluate(contract, assessment, self.institution.as_ref(), &self.pay_sums),
            assumptions: assumptions(contract, assessment).into(),
            ..self.clone()
        }
    }
}

/// The weights as they count. Where they are too large to be shared out no goal has one, and the lapsed goals say
/// why.
fn weights(contract: &Contract, assessment: &Assessment) -> (Vec<Option<Weight>>, Vec<Objection>) {
    if contract.points.is_none() {
        return (vec![None; contract.goals.len()], Vec::new());
    }
    if !assessment.results.values().any(|entry| entry.has_lapsed()) {
        return (contract.goals.iter().map(|goal| goal.weight).collect(), Vec::new());
    }
    let has_lapsed = |id: &GoalId| assessment.results.get(id).is_some_and(|entry| entry.has_lapsed());
    let lapsed: Vec<bool> = contract.goals.iter().map(|goal| has_lapsed(&goal.id)).collect();
    if let Ok(weights) = weights::effective_weights(contract, &lapsed) {
        return (weights, Vec::new());
    }
    let goals = contract.goals.iter().filter(|goal| has_lapsed(&goal.id));
    let objections = goals.map(|goal| Objection {
        place: FieldId::Whole(EntryId::goal(&goal.id), Rc::new([])),
        kind: ObjectionKind::TooLarge,
    });
    (vec![None; contract.goals.len()], objections.collect())
}

impl Setting {
    /// What the outcomes of the contract's goals depend on, without the weight, which each has of its own.
    fn of_goals(contract: &Contract, assessment: &Assessment) -> Self {
        let (years, timing) = (Years::of_contract(contract), Timing::new(contract, assessment));
        Self { weight: None, decimals: contract.decimals(), timing, years, is_area: false }
    }

    fn with_weight(self, weight: Option<Weight>) -> Self {
        Self { weight, ..self }
    }
}

/// The institution's points; none where those of a goal are too large.
fn institution_points(contract: &Contract, goals: &[Rc<GoalOutcome>]) -> Option<Institution> {
    let total = contract.points?.total;
    let mut weighted = contract.goals.iter().zip(goals).filter(|(goal, _)| goal.weight.is_some());
    let fits = weighted.all(|(_, outcome)| outcome.points.is_some());
    fits.then(|| Institution { sum: PointSum::of_all(goals), total })
}

/// Entries for goals that the contract does not have.
fn unknown_entries<'a>(
    contract: &'a Contract,
    assessment: &'a Assessment,
) -> impl Iterator<Item = Objection> + 'a {
    let known: BTreeSet<&str> = contract.goals.iter().map(|goal| goal.id.as_str()).collect();
    let unknown = assessment.results.keys().filter(move |id| !known.contains(id.as_str()));
    unknown.map(|id| Objection {
        place: FieldId::Whole(EntryId::goal(id), Rc::new([])),
        kind: ObjectionKind::Unknown,
    })
}

/// What is to be said of the day that the assessment describes.
fn as_of_objection(contract: &Contract, assessment: &Assessment) -> Option<Objection> {
    let kind = Years::of_contract(contract)?.objection(assessment.as_of?)?;
    Some(Objection { place: FieldId::AsOf, kind })
}

/// What the calculator chooses where the contract is silent.
fn assumptions(contract: &Contract, assessment: &Assessment) -> Vec<Assumption> {
    let silent = contract.goals.iter().filter(|goal| goal.scoring.is_none() && !goal.target.is_judged());
    let mut found: Vec<_> = silent.map(|goal| Assumption::AllOrNothing(goal.id.clone())).collect();
    let any_lapsed = assessment.results.values().any(|entry| entry.has_lapsed());
    if any_lapsed && contract.points.is_some() && contract.lapsed.is_none() {
        found.push(Assumption::LapsedRedistributed);
    }
    found.extend(ranges_at_maximum(contract));
    found.extend(pay::assumptions(contract, assessment));
    found
}

/// Goals with a range whose maximum is needed for the weights to make the total.
fn ranges_at_maximum(contract: &Contract) -> Vec<Assumption> {
    let maxima = contract.goals.iter().filter_map(|goal| goal.weight).map(Weight::max);
    let sum = maxima.fold(Points::default(), |sum, max| sum + max);
    if contract.points.is_none_or(|points| points.total != sum) {
        return Vec::new();
    }
    let ranges = contract.goals.iter().filter(|goal| matches!(goal.weight, Some(Weight::Range { .. })));
    ranges.map(|goal| Assumption::RangeAtMaximum(goal.id.clone())).collect()
}
