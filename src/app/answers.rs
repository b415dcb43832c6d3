//! The fields in which what was reached is entered, in the order of the page, and the way of the keys through them.

use std::rc::Rc;

use crate::domain::address::{EntryId, FieldId, ReportedField, Scope};
use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::{Baseline, Contract, Goal, PartId, Target};
use crate::domain::date::Period;
use crate::domain::judging::Ground;
use crate::domain::outcome::counting_target;
use crate::domain::reported::Reported;

/// A field of what was reached, as the row of its goal shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The part of the goal; empty for the goal itself.
    pub path: Vec<PartId>,
    /// What is entered.
    pub field: ReportedField,
    /// Whether nothing was entered.
    pub is_empty: bool,
    /// Of a baseline: the period that it is of, where the contract names one.
    pub of: Option<Period>,
}

impl Answer {
    /// Whether it is typed, not chosen.
    pub fn takes_text(&self) -> bool {
        !matches!(self.field, ReportedField::Done | ReportedField::Level)
    }
}

/// Where a key leads within the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the next field in which nothing was entered.
    NextEmpty,
    /// To the last one before.
    PreviousEmpty,
    /// To the next field that takes text.
    Down,
    /// To the last one before.
    Up,
}

/// The fields of a goal or area: one, or one for each part that can be answered, each after the baseline that it needs.
/// None where the target has to be fixed first.
pub fn answers(goal: &Goal, entry: Option<&Entry>) -> Vec<Answer> {
    let nothing = Reported::default();
    let reported = entry.map_or(&nothing, |entry| &entry.reported);
    let mut all = Vec::new();
    let target = counting_target(goal, entry);
    collect(&mut all, target, reported, Ground::of_goal(goal, None), (&[], goal.weight.is_some()));
    all
}

fn collect(
    all: &mut Vec<Answer>,
    target: &Target,
    reported: &Reported,
    ground: Ground<'_>,
    (path, has_points): (&[PartId], bool),
) {
    let nothing = Reported::default();
    if let Some(parts) = target.parts() {
        for part in parts {
            let entered = reported.parts.get(&part.id).unwrap_or(&nothing);
            let path: Vec<_> = path.iter().chain([&part.id]).cloned().collect();
            collect(all, &part.target, entered, ground.of_part(part), (&path, false));
        }
        return;
    }
    let field = match target.wanted() {
        // A judgement without points to give says yes or no.
        Some(ReportedField::Points) if !has_points => ReportedField::Done,
        Some(field) => field,
        None => return,
    };
    let answer = |field, is_empty, of| Answer { path: path.to_vec(), field, is_empty, of };
    if let Some(baseline) = ground.unstated_baseline(target) {
        let period = match baseline {
            Some(Baseline::Of(period)) => Some(period),
            _ => None,
        };
        all.push(answer(ReportedField::Baseline, reported.baseline.is_none(), period));
    }
    if field == ReportedField::Value && ground.ratio.is_some() {
        let has_figure = reported.value.is_some() || !reported.readings.is_empty();
        for (field, count) in [
            (ReportedField::Numerator, reported.numerator),
            (ReportedField::Denominator, reported.denominator),
        ] {
            all.push(answer(field, !has_figure && count.is_none(), None));
        }
        return;
    }
    let is_empty = match field {
        ReportedField::Date | ReportedField::Done => reported.date.is_none() && reported.done.is_none(),
        ReportedField::Points => reported.points.is_none() && reported.done.is_none(),
        ReportedField::Level => reported.level.is_none(),
        _ => reported.value.is_none() && reported.readings.is_empty(),
    };
    all.push(answer(field, is_empty, None));
}

/// The rows of the page from its top: the contract's goals that are shown, then the individual areas that are.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// The contract.
    pub contract: &'a Contract,
    /// The places of the goals in it.
    pub goals: &'a [usize],
    /// The areas.
    pub areas: &'a [Rc<Goal>],
}

/// A goal or area, and the fields of its row.
type RowAnswers = (EntryId, Vec<Answer>);

impl Rows<'_> {
    fn at(self, row: usize, assessment: &Assessment) -> Option<RowAnswers> {
        let area = |row: usize| self.areas.get(row.checked_sub(self.goals.len())?);
        let (id, goal) = match self.goals.get(row) {
            Some(place) => {
                let goal = self.contract.goals.get(*place)?;
                (EntryId::goal(&goal.id), goal)
            }
            None => area(row).map(|area| (EntryId::area(&area.id), area))?,
        };
        let entered = assessment.entry(&id).map(AsRef::as_ref);
        let answers = answers(goal, entered);
        Some((id, answers))
    }

    fn position(self, entry: &EntryId) -> Option<usize> {
        let is_here = |goal: &Rc<Goal>| goal.id == entry.goal;
        if entry.scope == Scope::Area {
            return Some(self.goals.len() + self.areas.iter().position(is_here)?);
        }
        self.goals.iter().position(|place| self.contract.goals.get(*place).is_some_and(is_here))
    }
}

/// The field to which a move leads from a field of a row; none where there is no further one.
pub fn answer_after(rows: Rows<'_>, assessment: &Assessment, from: &FieldId, to: Move) -> Option<FieldId> {
    let FieldId::Reported(entry, path, field) = from else { return None };
    let takes = |answer: &Answer| match to {
        Move::NextEmpty | Move::PreviousEmpty => answer.is_empty,
        Move::Down | Move::Up => answer.takes_text(),
    };
    let is_forward = matches!(to, Move::NextEmpty | Move::Down);
    let at = rows.position(entry)?;
    let (id, own) = rows.at(at, assessment)?;
    let here = |answer: &Answer| answer.path[..] == path[..];
    // What stands beside a field, such as the period of a reading, counts as that field.
    let now = own.iter().position(|answer| here(answer) && answer.field == *field);
    let now = now.or_else(|| own.iter().rposition(here))?;
    let beside = if is_forward {
        own.iter().skip(now + 1).find(|answer| takes(answer))
    } else {
        own.iter().take(now).rfind(|answer| takes(answer))
    };
    if let Some(answer) = beside {
        return Some(id.reported(&answer.path, answer.field));
    }
    let first_in = |row: usize| {
        let (id, all) = rows.at(row, assessment)?;
        let mut fields = all.iter().filter(|answer| takes(answer));
        let answer = if is_forward { fields.next() } else { fields.next_back() }?;
        Some(id.reported(&answer.path, answer.field))
    };
    if is_forward {
        (at + 1..rows.goals.len() + rows.areas.len()).find_map(first_in)
    } else {
        (0..at).rev().find_map(first_in)
    }
}
