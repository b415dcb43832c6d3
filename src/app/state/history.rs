//! Undo and redo: what each change replaced, and by what.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::sheet::{Sheet, SheetId, Typed};
use super::writing::Writing;
use crate::domain::address::{EntryId, FieldId, Scope};
use crate::domain::assessment::{Assessment, Assessor, CopiedReason, Entry, PayInputs, Status};
use crate::domain::contract::Contract;
use crate::domain::date::Date;
use crate::domain::evaluate::evaluate;
use crate::domain::evaluation::Evaluation;
use crate::domain::number::Decimal;
use crate::findings::Diagnostic;
use crate::format::json::Splice;

/// What can be undone and done again, without end while the case is open.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Rc<UndoStep>>,
    undone: Vec<Rc<UndoStep>>,
}

/// One change.
#[derive(Clone, Debug)]
pub(in crate::app) struct UndoStep {
    /// The field in which it was made, if any.
    pub(in crate::app) field: Option<FieldId>,
    pub(in crate::app) change: UndoChange,
}

#[derive(Clone, Debug)]
pub(in crate::app) enum UndoChange {
    /// Pieces of one assessment.
    Pieces { sheet: SheetId, before: Pieces, after: Pieces },
    /// Assessments were added or removed, or one was changed in many places at once.
    Sheets { before: AllSheets, after: AllSheets },
    /// The contract was changed, or what is typed into its fields.
    Contract(Box<ContractStep>),
}

/// A change of the contract. Of its text it holds what differs alone: that may be several megabytes long.
#[derive(Clone, Debug)]
pub(in crate::app) struct ContractStep {
    /// The field that was typed in, if any.
    pub(in crate::app) at: Option<Rc<str>>,
    pub(in crate::app) splice: Splice,
    pub(in crate::app) before: ContractState,
    pub(in crate::app) after: ContractState,
}

/// A contract with what belongs to it, but for its text.
#[derive(Clone, Debug)]
pub(in crate::app) struct ContractState {
    pub(in crate::app) contract: Rc<Contract>,
    pub(in crate::app) file_sum: Option<Rc<str>>,
    pub(in crate::app) findings: Rc<[Diagnostic]>,
    pub(in crate::app) writing: Rc<Writing>,
}

/// All assessments, and which of them is on the screen.
#[derive(Clone, Debug)]
pub(in crate::app) struct AllSheets {
    pub(in crate::app) all: Vec<Rc<Sheet>>,
    pub(in crate::app) current: SheetId,
}

impl History {
    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Whether the next step back, or forth, is a change of the contract.
    pub(in crate::app) fn leads_to_contract(&self, back: bool) -> bool {
        let steps = if back { &self.done } else { &self.undone };
        steps.last().is_some_and(|step| matches!(step.change, UndoChange::Contract(_)))
    }

    /// Takes out the last step where it is the typing in this field of the contract.
    pub(in crate::app) fn take_typing(&mut self, at: &str) -> Option<ContractStep> {
        let step = match &self.done.last()?.change {
            UndoChange::Contract(step) if step.at.as_deref() == Some(at) => (**step).clone(),
            _ => return None,
        };
        self.done.pop();
        Some(step)
    }

    /// Adds a change. A new change ends what could be done again.
    pub(in crate::app) fn record(&mut self, step: UndoStep) {
        self.undone.clear();
        self.done.push(Rc::new(step));
    }

    /// Puts a change of the field that is being typed in together with the last one: typing is one step.
    pub(in crate::app) fn extend(&mut self, step: UndoStep) {
        let merged = self.done.last().and_then(|last| match (&last.change, &step.change) {
            (UndoChange::Pieces { before, .. }, UndoChange::Pieces { sheet, after, .. })
                if last.field == step.field =>
            {
                Some(UndoChange::Pieces { sheet: *sheet, before: before.clone(), after: after.clone() })
            }
            _ => None,
        });
        if let Some(change) = merged {
            self.done.pop();
            self.record(UndoStep { field: step.field, change });
        } else {
            self.record(step);
        }
    }

    /// What was said about the goal before the step of a field that is typed in; none where nothing was, or that is not the
    /// last step.
    pub(in crate::app) fn entry_before(&self, field: &FieldId) -> Option<Rc<Entry>> {
        let step = self.done.last().filter(|step| step.field.as_ref() == Some(field))?;
        match &step.change {
            UndoChange::Pieces { before: Pieces { content: Content::Entry(_, entry), .. }, .. } => {
                entry.clone()
            }
            _ => None,
        }
    }

    /// The day that the assessment described before the last change, where that was one of its head.
    pub(in crate::app) fn day_before(&self) -> Option<Date> {
        match &self.done.last()?.change {
            UndoChange::Pieces { before: Pieces { content: Content::Head(_, _, day), .. }, .. } => *day,
            _ => None,
        }
    }

    /// Closes the step of a field that was left: `pieces` is how it stands now. Typing that ended where it
    /// began is no step.
    pub(in crate::app) fn close(&mut self, field: &FieldId, pieces: Pieces) {
        let Some(last) = self.done.last().filter(|step| step.field.as_ref() == Some(field)) else {
            return;
        };
        let UndoChange::Pieces { sheet, before, .. } = &last.change else {
            return;
        };
        let closed = (*before != pieces).then(|| UndoStep {
            field: Some(field.clone()),
            change: UndoChange::Pieces { sheet: *sheet, before: before.clone(), after: pieces },
        });
        self.done.pop();
        self.done.extend(closed.map(Rc::new));
    }

    pub(in crate::app) fn undo(&mut self) -> Option<Rc<UndoStep>> {
        let step = self.done.pop()?;
        self.undone.push(Rc::clone(&step));
        Some(step)
    }

    pub(in crate::app) fn redo(&mut self) -> Option<Rc<UndoStep>> {
        let step = self.undone.pop()?;
        self.done.push(Rc::clone(&step));
        Some(step)
    }
}

/// A part of an assessment, with all texts that are typed.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Pieces {
    content: Content,
    typed: Rc<BTreeMap<FieldId, Typed>>,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Entry(EntryId, Option<Rc<Entry>>),
    Judgement(Option<Decimal>, Option<String>, Option<Box<CopiedReason>>),
    Pay(Box<PayInputs>),
    Head(Assessor, Status, Option<Date>),
}

impl Pieces {
    /// The part that a field belongs to.
    pub(in crate::app) fn of_field(sheet: &Sheet, field: &FieldId) -> Self {
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
    pub(in crate::app) fn taken_again(&self, sheet: &Sheet) -> Self {
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
    pub(in crate::app) fn restore(&self, sheet: &mut Sheet, contract: &Contract) {
        let replaced = self.taken_again(sheet);
        self.content.put(&mut sheet.file.assessment);
        sheet.typed = Rc::clone(&self.typed);
        replaced.evaluate_change(sheet, contract);
    }

    /// Evaluates what changed since this part was taken.
    pub(in crate::app) fn evaluate_change(&self, sheet: &mut Sheet, contract: &Contract) {
        let now = self.taken_again(sheet);
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
        let of = &assessment.individual;
        Self::Judgement(of.overall, of.reason.clone(), of.copied.clone())
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
            Self::Judgement(overall, reason, copied) => {
                let of = &mut assessment.individual;
                (of.overall, of.reason, of.copied) = (*overall, reason.clone(), copied.clone());
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
                if id.goal_in(contract).is_some() && counts_alike(old.as_deref(), new.as_deref()) =>
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
    let counted = |entry: Option<&Entry>| entry.cloned().unwrap_or_default().counted();
    counted(old) == counted(new)
}
