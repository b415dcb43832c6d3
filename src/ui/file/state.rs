//! Shows whether the work is in a file, and in which: in words, and with a sign besides colour.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Case, DraftStatus, Moment, State, Storing};
use crate::i18n::Words;
use crate::i18n::text::{FileText, PageText};

/// How the work stands to its file.
#[derive(Clone, PartialEq)]
pub(crate) struct FileState {
    sign: &'static str,
    safety: Safety,
    file: Option<Rc<str>>,
    /// The browser's draft of what is in no file.
    draft: Option<DraftState>,
}

/// How the browser's own draft stands.
#[derive(Clone, Copy, PartialEq)]
enum DraftState {
    Off,
    Removed,
    Stored(Moment),
    Storing,
}

#[derive(Clone, Copy, PartialEq)]
enum Safety {
    Nothing,
    Saved,
    Unsaved,
    Saving,
    Changed,
}

/// Returns how the open work stands to its file.
pub(crate) fn file_state(state: &State) -> FileState {
    let Some(case) = &state.case else {
        return FileState { sign: "", safety: Safety::Nothing, file: None, draft: None };
    };
    let file = case.file.as_ref();
    let (sign, safety) = if state.saving {
        ("…", Safety::Saving)
    } else if file.is_some_and(|file| file.changed().is_some()) {
        ("!", Safety::Changed)
    } else if case.is_unsaved() {
        ("●", Safety::Unsaved)
    } else if file.is_some() {
        ("✓", Safety::Saved)
    } else {
        ("", Safety::Nothing)
    };
    let draft = draft_state(state, case).filter(|_| safety == Safety::Unsaved || case.plan.is_some());
    FileState { sign, safety, file: file.map(|file| Rc::clone(&file.name)), draft }
}

/// Returns how the draft stands; `None` where a loud message says that it is not kept.
fn draft_state(state: &State, case: &Case) -> Option<DraftState> {
    match (&case.draft, state.storing) {
        (DraftStatus::Failed(_), _) | (_, Storing::Blocked) => None,
        (_, Storing::Off | Storing::Removed) => Some(DraftState::Off),
        (DraftStatus::Removed { revision }, _) if *revision == case.revision => Some(DraftState::Removed),
        (DraftStatus::Stored { at, .. }, _) if case.is_stored() => Some(DraftState::Stored(*at)),
        _ => Some(DraftState::Storing),
    }
}

impl FileState {
    /// Draws `✓ Gemt · ams-2009.json`, or `● Ikke gemt · kladde gemt 14.32`.
    pub(crate) fn show(&self, words: Words) -> Html {
        let said = match self.safety {
            Safety::Nothing => words.text(FileText::Nothing),
            Safety::Saved => words.text(FileText::Saved),
            Safety::Unsaved => words.text(FileText::Unsaved),
            Safety::Saving => words.text(PageText::Saving),
            Safety::Changed => words.text(FileText::ChangedShort),
        };
        let is_safe = matches!(self.safety, Safety::Nothing | Safety::Saved | Safety::Saving);
        html! {
            <p id="file-state" class={classes!("file-state", (!is_safe).then_some("file-state--unsaved"))}>
                <span aria-hidden="true">{ self.sign }</span>{ " " }
                <span id="file-saved">{ said }</span>
                if let Some(file) = &self.file {
                    { " · " }<span id="file-name" class="file-state__name">{ file.to_string() }</span>
                }
                if let Some(draft) = self.draft {
                    { " · " }<span id="draft-state">{ draft_words(draft, words) }</span>
                }
            </p>
        }
    }
}

fn draft_words(draft: DraftState, words: Words) -> String {
    let text = match draft {
        DraftState::Off => PageText::SavingOff,
        DraftState::Removed => PageText::DraftDeleted,
        DraftState::Storing => PageText::StoringDraft,
        DraftState::Stored(at) => return words.saved_at(&format!("{:02}.{:02}", at.hour, at.minute)),
    };
    words.text(text).to_owned()
}
