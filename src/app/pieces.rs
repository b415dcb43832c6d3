//! The part of an assessment that one change touches, taken out and put back.
//!
//! A step of the history holds two of these and not two assessments, so that a thousand steps over ten
//! thousand goals stay small; and what differs between them says what has to be evaluated anew.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::field::{EntryId, FieldId, Scope};
use super::sheet::{Sheet, Typed};
use crate::domain::assessment::{Assessment, Assessor, Decision, Entry, Notice, PayInputs, Status};
use crate::domain::contract::Contract;
use crate::domain::date::Date;
use crate::domain::evaluate::evaluate;
use crate::domain::evaluation::Evaluation;
use crate::domain::number::Decimal;

/// A part of an assessment, with all texts that are typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pieces {
    content: Content,
    typed: Rc<BTreeMap<FieldId, Typed>>,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Entry(EntryId, Option<Rc<Entry>>),
    Judgement(Option<Decimal>, Option<String>),
    Pay(Box<PayInputs>),
    Head(Assessor, Status, Option<Date>),
}

impl Pieces {
    /// The part that a field belongs to.
    pub(super) fn of(sheet: &Sheet, field: &FieldId) -> Self {
        let assessment = sheet.assessment();
        let content = match field {
            FieldId::Reported(entry, ..) | FieldId::Entry(entry, _) => Content::entry(assessment, entry),
            FieldId::Overall | FieldId::OverallReason => Content::judgement(assessment),
            FieldId::AsOf | FieldId::By | FieldId::Status => Content::head(assessment),
            _ => Content::pay(assessment),
        };
        Self { content, typed: Rc::clone(&sheet.typed) }
    }

    /// The same part as it stands now.
    pub(super) fn now(&self, sheet: &Sheet) -> Self {
        let assessment = sheet.assessment();
        let content = match &self.content {
            Content::Entry(entry, _) => Content::entry(assessment, entry),
            Content::Judgement(..) => Content::judgement(assessment),
            Content::Pay(_) => Content::pay(assessment),
            Content::Head(..) => Content::head(assessment),
        };
        Self { content, typed: Rc::clone(&sheet.typed) }
    }

    /// Puts the part back, and evaluates what that touches.
    pub(super) fn restore(&self, sheet: &mut Sheet, contract: &Contract) {
        let replaced = self.now(sheet);
        self.content.put(&mut sheet.file.assessment);
        sheet.typed = Rc::clone(&self.typed);
        replaced.evaluate_change(sheet, contract);
    }

    /// Evaluates what changed since this part was taken.
    pub(super) fn evaluate_change(&self, sheet: &mut Sheet, contract: &Contract) {
        let now = self.now(sheet);
        if let Some(evaluation) = self.content.change(&now.content, sheet, contract) {
            sheet.evaluation = Rc::new(evaluation);
        }
    }
}

impl Content {
    fn entry(assessment: &Assessment, id: &EntryId) -> Self {
        let entries = match id.scope {
            Scope::Goal => &assessment.results,
            Scope::Area => &assessment.individual.areas,
        };
        Self::Entry(id.clone(), entries.get(&id.goal).cloned())
    }

    fn judgement(assessment: &Assessment) -> Self {
        Self::Judgement(assessment.individual.overall, assessment.individual.reason.clone())
    }

    fn pay(assessment: &Assessment) -> Self {
        Self::Pay(Box::new(assessment.pay.clone()))
    }

    fn head(assessment: &Assessment) -> Self {
        Self::Head(assessment.by, assessment.status, assessment.as_of)
    }

    fn put(&self, assessment: &mut Assessment) {
        match self {
            Self::Entry(id, entry) => {
                let entries = match id.scope {
                    Scope::Goal => &mut assessment.results,
                    Scope::Area => &mut assessment.individual.areas,
                };
                match entry {
                    Some(entry) => entries.insert(id.goal.clone(), Rc::clone(entry)),
                    None => entries.remove(&id.goal),
                };
            }
            Self::Judgement(overall, reason) => {
                assessment.individual.overall = *overall;
                assessment.individual.reason.clone_from(reason);
            }
            Self::Pay(pay) => assessment.pay = (**pay).clone(),
            Self::Head(by, status, as_of) => {
                (assessment.by, assessment.status, assessment.as_of) = (*by, *status, *as_of);
            }
        }
    }

    /// The evaluation after this content became `now`; none where that changes no figure.
    fn change(&self, now: &Self, sheet: &Sheet, contract: &Contract) -> Option<Evaluation> {
        let (before, assessment) = (&sheet.evaluation, sheet.assessment());
        match (self, now) {
            _ if self == now => None,
            (Self::Entry(_, old), Self::Entry(id, new))
                if id.is_known(contract) && counts_alike(old.as_deref(), new.as_deref()) =>
            {
                None
            }
            (_, Self::Entry(EntryId { scope: Scope::Goal, goal }, _)) => {
                Some(before.update(contract, assessment, goal))
            }
            (Self::Head(_, _, old), Self::Head(_, _, new)) if old == new => None,
            (_, Self::Head(..)) => Some(evaluate(contract, assessment)),
            (_, Self::Entry(..) | Self::Judgement(..) | Self::Pay(_)) => {
                Some(before.update_pay(contract, assessment))
            }
        }
    }
}

/// Whether two entries differ at most in their notes and in what else no figure follows from.
fn counts_alike(old: Option<&Entry>, new: Option<&Entry>) -> bool {
    let counted = |entry: Option<&Entry>| {
        let mut entry = entry.cloned().unwrap_or_default();
        (entry.note, entry.evidence) = (None, None);
        (entry.lapse_decision, entry.notice) = (Decision::default(), Notice::default());
        entry
    };
    counted(old) == counted(new)
}
