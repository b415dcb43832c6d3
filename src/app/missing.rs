//! What an assessment still lacks, and how far it is filled in.

use super::state::Sheet;
use crate::domain::address::{EntryField, EntryId, FieldId, ReportedField};
use crate::domain::assessment::Assessment;
use crate::domain::contract::Target;
use crate::domain::contract::{Contract, Goal, GoalId, IndividualRule, PayAgreement};
use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::domain::judging::Ground;
use crate::domain::objection::ObjectionKind;
use crate::domain::outcome::counting_target;
use crate::domain::reported::Reported;

/// How far an assessment is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// How many things there are to fill in: the day, each goal that did not lapse, what the pay needs, and each
    /// reason that has to be given.
    pub of: usize,
    /// How many of them are still missing.
    pub lacking: usize,
    /// The first of what is missing, in the order of the page, as many as were asked for.
    pub missing: Vec<Missing>,
    /// How many were asked for.
    listed: usize,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// The day that the assessment describes.
    AsOf,
    /// A goal's target, which is not fixed yet.
    Target,
    /// A goal's result, or that of one of its parts.
    Result,
    /// The reason for points or for an adjustment.
    Reason,
    /// What the pay is worked out from.
    Pay,
}

impl Filled {
    /// How many things are filled in.
    pub fn done(&self) -> usize {
        self.of.saturating_sub(self.lacking)
    }

    /// Counts one thing. Where it is entered is looked for only where that is asked for: of thousands of goals it
    /// takes long.
    fn add(&mut self, is_missing: bool, place: impl FnOnce() -> (FieldId, Lack)) {
        self.of += 1;
        if is_missing {
            self.lacking += 1;
            if self.missing.len() < self.listed {
                let (field, what) = place();
                self.missing.push(Missing { field, what });
            }
        }
    }
}

/// How far an assessment is filled in, with so many of the things that are missing. A goal counts once, as a whole, and
/// is filled in as soon as its points are certain.
pub fn filled(contract: &Contract, sheet: &Sheet, listed: usize) -> Filled {
    let assessment = sheet.assessment();
    let mut filled = Filled { listed, ..Filled::default() };
    filled.add(assessment.as_of.is_none(), || (FieldId::AsOf, Lack::AsOf));
    for (goal, outcome) in contract.goals.iter().zip(&sheet.evaluation.goals) {
        goal_filled(&mut filled, assessment, EntryId::goal, goal, outcome);
    }
    if let Some((agreement, outcome)) = contract.pay.as_ref().zip(sheet.evaluation.pay.as_ref()) {
        individual(&mut filled, assessment, agreement, &outcome.areas);
        filled.add(outcome.base.is_none(), || (FieldId::BaseValue(0), Lack::Pay));
        if agreement.max_percent.is_none() {
            filled.add(outcome.max_percent.is_none(), || (FieldId::MaxPercent, Lack::Pay));
        }
        if assessment.pay.adjustment.as_ref().is_some_and(|adjustment| adjustment.change.is_some()) {
            let unreasoned = outcome.objections.iter().any(|objection| {
                objection.kind == ObjectionKind::NoReason && objection.place == FieldId::AdjustmentReason
            });
            filled.add(unreasoned, || (FieldId::AdjustmentReason, Lack::Reason));
        }
    }
    filled
}

fn individual(
    filled: &mut Filled,
    assessment: &Assessment,
    agreement: &PayAgreement,
    outcomes: &[std::rc::Rc<GoalOutcome>],
) {
    let is_together = agreement.individual_rule() == IndividualRule::Overall;
    for (area, outcome) in agreement.areas.iter().zip(outcomes) {
        if is_together {
            area_filled(filled, assessment, &EntryId::area(&area.id));
        } else {
            goal_filled(filled, assessment, EntryId::area, area, outcome);
        }
    }
    if is_together {
        let given = &assessment.individual;
        filled.add(given.overall.is_none(), || (FieldId::Overall, Lack::Pay));
        if given.overall.is_some() {
            let blank = given.reason.as_deref().is_none_or(|reason| reason.trim().is_empty());
            filled.add(blank, || (FieldId::OverallReason, Lack::Reason));
        }
    }
}

/// An area that is judged with all others is filled in as soon as anything is said about it.
fn area_filled(filled: &mut Filled, assessment: &Assessment, id: &EntryId) {
    let entry = assessment.entry(id);
    if entry.is_some_and(|entry| entry.has_lapsed()) {
        return;
    }
    let is_told = entry.is_some_and(|entry| {
        let note = entry.note.as_deref().unwrap_or_default();
        !note.trim().is_empty() || !entry.reported.is_empty()
    });
    filled.add(!is_told, || (id.field(EntryField::Note), Lack::Result));
}

fn goal_filled(
    filled: &mut Filled,
    assessment: &Assessment,
    id: impl Fn(&GoalId) -> EntryId,
    goal: &Goal,
    outcome: &GoalOutcome,
) {
    if outcome.status == GoalStatus::Lapsed {
        return;
    }
    let is_open = matches!(outcome.status, GoalStatus::Open | GoalStatus::Undetermined);
    filled.add(is_open, || lacking(assessment, &id(&goal.id), goal));
    let reasons = outcome.objections.iter().filter(|objection| objection.kind == ObjectionKind::NoReason);
    for objection in reasons {
        filled.add(true, || (objection.place.input(), Lack::Reason));
    }
}

/// The first thing that an open goal lacks.
fn lacking(assessment: &Assessment, id: &EntryId, goal: &Goal) -> (FieldId, Lack) {
    let entry = assessment.entry(id).map(AsRef::as_ref);
    let nothing = Reported::default();
    let reported = entry.map_or(&nothing, |entry| &entry.reported);
    let target = counting_target(goal, entry);
    let mut path = Vec::new();
    first_open(target, reported, Ground::of_goal(goal, None), &mut path).map_or_else(
        || (id.field(EntryField::AddendumKind), Lack::Target),
        |field| (id.reported(&path, field), Lack::Result),
    )
}

/// The field of the first part that is not answered, with the way to it; none where the target has to be fixed
/// first.
fn first_open(
    target: &Target,
    reported: &Reported,
    ground: Ground<'_>,
    path: &mut Vec<crate::domain::contract::PartId>,
) -> Option<ReportedField> {
    let nothing = Reported::default();
    if let Some(parts) = target.parts() {
        for part in parts {
            let of = reported.parts.get(&part.id).unwrap_or(&nothing);
            path.push(part.id.clone());
            let found = first_open(&part.target, of, ground.of_part(part), path);
            if found.is_some() {
                return found;
            }
            path.pop();
        }
        return None;
    }
    let needs_baseline = !target.is_determined(reported, ground);
    match target.wanted()? {
        ReportedField::Value if needs_baseline => Some(ReportedField::Baseline),
        ReportedField::Value => reported.value.is_none().then_some(ReportedField::Value),
        ReportedField::Date => {
            (reported.date.is_none() && reported.done.is_none()).then_some(ReportedField::Date)
        }
        ReportedField::Done => {
            (reported.date.is_none() && reported.done.is_none()).then_some(ReportedField::Done)
        }
        ReportedField::Points => reported.points.is_none().then_some(ReportedField::Points),
        _ => None,
    }
}
