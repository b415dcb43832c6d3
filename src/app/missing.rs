//! What an assessment still lacks, and how far it is filled in.

use super::answers::answers;
use super::state::Sheet;
use crate::domain::address::{EntryField, EntryId, FieldId, ReportedField};
use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::{Contract, Goal, IndividualRule, PayAgreement, Target};
use crate::domain::counting::counting_period;
use crate::domain::date::Period;
use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::domain::objection::ObjectionKind;
use crate::domain::outcome::counting_target;
use crate::domain::pay::lacking;
use crate::domain::timing::Timing;

/// How far an assessment is filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// How many goals the contract has.
    pub goals: usize,
    /// How many of them lack something.
    pub lacking: usize,
}

/// Something that is still missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The field in which it is entered.
    pub field: FieldId,
    /// What it is.
    pub what: Lack,
}

/// What can be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The day that the assessment describes.
    AsOf,
    /// A goal's target, which is not fixed yet.
    Target,
    /// The figure that a target starts from, of this period where the contract names one.
    Baseline(Option<Period>),
    /// A goal's result, or that of one of its parts.
    Result,
    /// The reason for points or for an adjustment.
    Reason,
    /// What the pay is worked out from.
    Pay,
}

impl Filled {
    /// How many goals lack nothing.
    pub fn done(self) -> usize {
        self.goals.saturating_sub(self.lacking)
    }
}

/// How many goals are filled in: those whose points are certain, those that have a reading before their time, and those
/// that lapsed.
pub fn filled(contract: &Contract, sheet: &Sheet) -> Filled {
    let goals = contract.goals.iter().zip(&sheet.evaluation.goals);
    let lacking = goals.filter(|(goal, outcome)| lacks(contract, sheet.assessment(), goal, outcome)).count();
    Filled { goals: contract.goals.len(), lacking }
}

/// Whether a goal lacks something.
pub fn lacks(contract: &Contract, assessment: &Assessment, goal: &Goal, outcome: &GoalOutcome) -> bool {
    let is_open = matches!(outcome.status, GoalStatus::Open | GoalStatus::Undetermined);
    if !is_open && outcome.objections.is_empty() {
        return false;
    }
    // Most open goals of a long list have no entry: no need to ask what they would lack.
    let entry = assessment.results.get(&goal.id);
    (is_open && entry.is_none())
        || !missing_in(contract, assessment, &EntryId::goal(&goal.id), goal, outcome).is_empty()
}

/// What the goals lack, in the order of the contract; of no more goals than `listed`.
pub fn missing_of_goals(contract: &Contract, sheet: &Sheet, listed: usize) -> Vec<Vec<Missing>> {
    let assessment = sheet.assessment();
    let goals = contract.goals.iter().zip(&sheet.evaluation.goals);
    goals
        .map(|(goal, outcome)| missing_in(contract, assessment, &EntryId::goal(&goal.id), goal, outcome))
        .filter(|missing| !missing.is_empty())
        .take(listed)
        .collect()
}

/// What is missing besides: the day, and what the pay is worked out from.
pub fn missing_besides(contract: &Contract, sheet: &Sheet) -> Vec<Missing> {
    let assessment = sheet.assessment();
    let mut all = Vec::new();
    let mut add = |is_missing: bool, field: FieldId, what: Lack| {
        if is_missing {
            all.push(Missing { field, what });
        }
    };
    add(assessment.as_of.is_none(), FieldId::AsOf, Lack::AsOf);
    let Some((agreement, outcome)) = contract.pay.as_ref().zip(sheet.evaluation.pay.as_ref()) else {
        return all;
    };
    for field in lacking(agreement, outcome) {
        add(true, field, Lack::Pay);
    }
    for objection in outcome.objections.iter().filter(|objection| objection.kind == ObjectionKind::NoReason) {
        let is_reason = matches!(objection.place, FieldId::AdjustmentReason | FieldId::FactorReason(_));
        add(is_reason, objection.place.clone(), Lack::Reason);
    }
    all.extend(individual(contract, assessment, agreement, &outcome.areas));
    all
}

fn individual(
    contract: &Contract,
    assessment: &Assessment,
    agreement: &PayAgreement,
    outcomes: &[std::rc::Rc<GoalOutcome>],
) -> Vec<Missing> {
    if agreement.individual_rule() == IndividualRule::Areas {
        let areas = agreement.areas.iter().zip(outcomes);
        let of = |(area, outcome): (&std::rc::Rc<Goal>, &std::rc::Rc<GoalOutcome>)| {
            missing_in(contract, assessment, &EntryId::area(&area.id), area, outcome)
        };
        return areas.flat_map(of).collect();
    }
    let untold = agreement.areas.iter().map(|area| EntryId::area(&area.id));
    let untold = untold.filter(|area| !is_told(assessment.entry(area).map(AsRef::as_ref)));
    let untold = untold.map(|area| Missing { field: area.field(EntryField::Note), what: Lack::Result });
    let given = &assessment.individual;
    let is_blank = given.reason.as_deref().is_none_or(|reason| reason.trim().is_empty());
    let missing = match given.overall {
        None => Some(Missing { field: FieldId::Overall, what: Lack::Pay }),
        Some(_) => is_blank.then_some(Missing { field: FieldId::OverallReason, what: Lack::Reason }),
    };
    untold.chain(missing).collect()
}

/// Whether anything is said about an area that is judged with all others.
fn is_told(entry: Option<&Entry>) -> bool {
    entry.is_some_and(|entry| {
        let note = entry.note.as_deref().unwrap_or_default();
        !note.trim().is_empty() || !entry.reported.is_empty() || entry.has_lapsed()
    })
}

/// What a goal or area lacks, in the order of its row.
fn missing_in(
    contract: &Contract,
    assessment: &Assessment,
    id: &EntryId,
    goal: &Goal,
    outcome: &GoalOutcome,
) -> Vec<Missing> {
    let entry = assessment.entry(id).map(AsRef::as_ref);
    let target = counting_target(goal, entry);
    let mut missing = Vec::new();
    if matches!(outcome.status, GoalStatus::Open | GoalStatus::Undetermined) {
        if has_open_target(target) {
            missing.push(Missing { field: id.field(EntryField::AddendumKind), what: Lack::Target });
        }
        let settled = entry.and_then(|entry| settled_if_due(contract, assessment, goal, entry));
        let answers = answers(goal, settled.as_ref().or(entry));
        let lacking = answers.iter().filter(|answer| answer.is_empty);
        missing.extend(lacking.map(|answer| {
            let what = match answer.field {
                ReportedField::Baseline => Lack::Baseline(answer.of),
                _ => Lack::Result,
            };
            Missing { field: id.reported(&answer.path, answer.field), what }
        }));
    }
    let reasons = outcome.objections.iter().filter(|objection| objection.kind == ObjectionKind::NoReason);
    missing.extend(reasons.map(|one| Missing { field: one.place.input(), what: Lack::Reason }));
    missing
}

/// Whether a target, or that of a part, has still to be fixed.
fn has_open_target(target: &Target) -> bool {
    match target.parts() {
        Some(parts) => parts.iter().any(|part| has_open_target(&part.target)),
        None => *target == Target::Undetermined,
    }
}

/// What was entered, without readings and forecasts, once the day has come on which the goal is settled; until then they
/// stand for the result.
fn settled_if_due(contract: &Contract, assessment: &Assessment, goal: &Goal, entry: &Entry) -> Option<Entry> {
    let (target, measured) = (counting_target(goal, Some(entry)), counting_period(goal, Some(entry)));
    let timing = Timing::new(contract, assessment);
    let is_due =
        timing.time(target, measured).zip(assessment.as_of).is_some_and(|(time, as_of)| time <= as_of);
    is_due.then(|| {
        let reported =
            timing.entered(target, &entry.reported, (measured, goal.ratio.as_deref())).settled.into_owned();
        Entry { reported, ..entry.clone() }
    })
}
