//! Undo and redo: what each change replaced, and by what.

use std::rc::Rc;

use super::field::FieldId;
use super::pieces::Pieces;
use super::sheet::{Sheet, SheetId};

/// What can be undone and done again, without end while the case is open.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Rc<Step>>,
    undone: Vec<Rc<Step>>,
}

/// One change.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// The field in which it was made, if any.
    pub(super) field: Option<FieldId>,
    pub(super) change: Change,
}

#[derive(Clone, Debug)]
pub(super) enum Change {
    /// Pieces of one assessment.
    Pieces { sheet: SheetId, before: Pieces, after: Pieces },
    /// Assessments were added or removed, or one was changed in many places at once.
    Sheets { before: Sheets, after: Sheets },
}

/// All assessments, and which of them is on the screen.
#[derive(Clone, Debug)]
pub(super) struct Sheets {
    pub(super) all: Vec<Rc<Sheet>>,
    pub(super) current: SheetId,
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

    /// Adds a change. A new change ends what could be done again.
    pub(super) fn record(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(Rc::new(step));
    }

    /// Puts a change of the field that is being typed in together with the last one: typing is one step.
    pub(super) fn extend(&mut self, step: Step) {
        let merged = self.done.last().and_then(|last| match (&last.change, &step.change) {
            (Change::Pieces { before, .. }, Change::Pieces { sheet, after, .. })
                if last.field == step.field =>
            {
                Some(Change::Pieces { sheet: *sheet, before: before.clone(), after: after.clone() })
            }
            _ => None,
        });
        if let Some(change) = merged {
            self.done.pop();
            self.record(Step { field: step.field, change });
        } else {
            self.record(step);
        }
    }

    /// Closes the step of a field that was left: `pieces` is how it stands now. Typing that ended where it
    /// began is no step.
    pub(super) fn close(&mut self, field: &FieldId, pieces: Pieces) {
        let Some(last) = self.done.last().filter(|step| step.field.as_ref() == Some(field)) else {
            return;
        };
        let Change::Pieces { sheet, before, .. } = &last.change else {
            return;
        };
        let closed = (*before != pieces).then(|| Step {
            field: Some(field.clone()),
            change: Change::Pieces { sheet: *sheet, before: before.clone(), after: pieces },
        });
        self.done.pop();
        self.done.extend(closed.map(Rc::new));
    }

    pub(super) fn undo(&mut self) -> Option<Rc<Step>> {
        let step = self.done.pop()?;
        self.undone.push(Rc::clone(&step));
        Some(step)
    }

    pub(super) fn redo(&mut self) -> Option<Rc<Step>> {
        let step = self.undone.pop()?;
        self.done.push(Rc::clone(&step));
        Some(step)
    }
}
