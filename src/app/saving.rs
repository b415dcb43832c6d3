//! Saving a case to its file, and what happens to that file meanwhile.

use std::rc::Rc;

use super::message::Message;
use super::saved_file::{Changed, OnDisk, SavedFile, Seen};
use super::state::{Case, DraftStatus, State};
use super::tabs::Tabs;

impl State {
    /// The state after a file took in a revision of the case that `opening` names. Another case that was
    /// opened meanwhile is left alone.
    pub(super) fn written(&self, opening: &str, revision: u64, file: SavedFile) -> Self {
        let name = Rc::clone(&file.name);
        let told = Self { saving: false, ..self.telling(Message::Saved { name }) };
        let saved = |case: &Rc<Case>| {
            let is_it = *case.opening == *opening;
            is_it.then(|| Rc::new(Case { file: Some(file), ..case.saved_up_to(revision) }))
        };
        match self.case.as_ref().and_then(saved) {
            Some(case) => Self { case: Some(case), ..told },
            None => told,
        }
    }

    /// The state after the case was handed to the browser under a name. Where the case has a file on disk
    /// that may not be written, it belongs to the new file from now on.
    pub(super) fn handed_over(&self, name: &Rc<str>, revision: u64) -> Option<Self> {
        let case = self.case.as_ref()?;
        let refused = case.file.as_ref().filter(|file| file.disk.is_some()).map(|file| Rc::clone(&file.name));
        let message = match refused {
            Some(refused) => Message::SavedInstead { name: Rc::clone(name), refused },
            None => Message::Saved { name: Rc::clone(name) },
        };
        let file = Some(SavedFile::named(Rc::clone(name)));
        let case = Rc::new(Case { file, ..case.saved_up_to(revision) });
        Some(Self { case: Some(case), saving: false, ..self.telling(message) })
    }

    /// The state after the case's file was held against what it held. A look that was overtaken by a save says
    /// nothing.
    pub(super) fn looked(&self, opening: &str, against: Seen, changed: Option<Changed>) -> Option<Self> {
        let case = self.case.as_ref().filter(|case| *case.opening == *opening)?;
        let file = case.file.as_ref()?;
        let disk = file.disk.as_ref().filter(|disk| disk.seen == against && disk.changed != changed)?;
        let disk = Some(OnDisk { changed, ..disk.clone() });
        let case = Case { file: Some(SavedFile { disk, ..file.clone() }), ..(**case).clone() };
        Some(Self { case: Some(Rc::new(case)), ..self.clone() })
    }

    /// What has to be put aside before another case takes its place: changes that are nowhere else, or that
    /// the same file is opened in spite of.
    pub(super) fn to_put_aside(&self, next: &Case) -> Option<Rc<Case>> {
        let link = next.file.as_ref().and_then(|file| file.disk.as_ref()).map(|disk| &disk.link);
        let is_same_file = |case: &Case| {
            let file = case.file.as_ref();
            file.zip(link).is_some_and(|(file, link)| file.is_found_by(link))
        };
        let case = self.case.as_ref().filter(|case| case.is_unsaved());
        let aside = case.filter(|case| !case.is_stored() || is_same_file(case));
        aside.or(self.aside.as_ref()).cloned()
    }

    /// The state with what was put aside on the screen again, and what was on the screen put aside.
    pub(super) fn taken_back(&self) -> Option<Self> {
        let back = self.aside.clone()?;
        let aside = self.case.clone().filter(|case| case.is_unsaved());
        let title = back.contract.contract.title.as_str().into();
        Some(Self { case: Some(back), aside, import: None, ..self.telling(Message::Opened { title }) })
    }
}

impl Case {
    /// The case once a file holds this revision. The draft says whether one does, so it has to be stored anew;
    /// not that of another tab.
    fn saved_up_to(&self, revision: u64) -> Self {
        let is_shown = matches!(self.tabs, Tabs::Following { .. });
        let draft = if is_shown { self.draft.clone() } else { DraftStatus::None };
        Self { saved: revision, draft, ..self.clone() }
    }
}
