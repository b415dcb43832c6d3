//! Saving a case to its file, and what happens to that file meanwhile.

use std::rc::Rc;

use super::action::SaveAction;
use crate::app::state::{Case, DraftStatus, FileChange, Message, OnDisk, SavedFile, Seen, State, Tabs};

impl State {
    /// The state after something happened while the case was saved, or to its file.
    pub(super) fn after_save_action(&self, action: SaveAction) -> Option<Self> {
        match action {
            SaveAction::Begin => (!self.saving).then(|| Self { saving: true, ..self.clone() }),
            SaveAction::HandedOver { name, revision } => self.after_hand_over(&name, revision),
            SaveAction::Written { opening, revision, file } => {
                Some(self.after_writing(&opening, revision, file))
            }
            SaveAction::Failed { name, problem } => {
                Some(Self { saving: false, ..self.with_message(Message::NotSaved { name, problem }) })
            }
            SaveAction::End => self.saving.then(|| Self { saving: false, ..self.clone() }),
            SaveAction::Looked { opening, against, changed } => {
                self.with_file_change(&opening, against, changed)
            }
        }
    }

    /// The state after a file took in a revision of the case that `opening` names. Another case that was opened
    /// meanwhile is left alone.
    fn after_writing(&self, opening: &str, revision: u64, file: SavedFile) -> Self {
        let name = Rc::clone(&file.name);
        let next = Self { saving: false, ..self.with_message(Message::Saved { name }) };
        match self.case.as_ref().filter(|case| *case.opening == *opening) {
            Some(case) => next.with_case(Case { file: Some(file), ..case.saved_up_to(revision) }),
            None => next,
        }
    }

    /// The state after the case was handed to the browser under a name. Where the case has a file on disk that may not
    /// be written, it belongs to the new file from now on.
    fn after_hand_over(&self, name: &Rc<str>, revision: u64) -> Option<Self> {
        let case = self.case.as_ref()?;
        let refused = case.file.as_ref().filter(|file| file.disk.is_some()).map(|file| Rc::clone(&file.name));
        let message = match refused {
            Some(refused) => Message::SavedInstead { name: Rc::clone(name), refused },
            None => Message::Saved { name: Rc::clone(name) },
        };
        let file = Some(SavedFile::named(Rc::clone(name)));
        let case = Rc::new(Case { file, ..case.saved_up_to(revision) });
        Some(Self { case: Some(case), saving: false, ..self.with_message(message) })
    }

    /// The state after the case's file was compared with what it held. A look that was overtaken by a save says nothing.
    fn with_file_change(&self, opening: &str, against: Seen, changed: Option<FileChange>) -> Option<Self> {
        let case = self.case.as_ref().filter(|case| *case.opening == *opening)?;
        let file = case.file.as_ref()?;
        let disk = file.disk.as_ref().filter(|disk| disk.seen == against && disk.changed != changed)?;
        let disk = Some(OnDisk { changed, ..disk.clone() });
        Some(self.with_case(Case { file: Some(SavedFile { disk, ..file.clone() }), ..(**case).clone() }))
    }
}

impl Case {
    /// The case once a file holds this revision. The draft says whether one does, so it has to be stored anew; not that
    /// of another tab.
    fn saved_up_to(&self, revision: u64) -> Self {
        let is_shown = matches!(self.tabs, Tabs::Following { .. });
        let draft = if is_shown { self.draft.clone() } else { DraftStatus::None };
        Self { saved: revision, draft, ..self.clone() }
    }
}
