//! Whether the work is in a file, and in which: in words, and with a sign that is not colour alone.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::State;
use crate::i18n::Words;
use crate::i18n::text::{FileText, PageText};

/// How the work stands to its file.
#[derive(Clone, PartialEq)]
pub(crate) struct FileState {
    sign: &'static str,
    safety: Safety,
    file: Option<Rc<str>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Safety {
    Nothing,
    Saved,
    Unsaved,
    Saving,
    Changed,
}

/// How what is open stands to its file.
pub(crate) fn file_state(state: &State) -> FileState {
    let Some(case) = &state.case else {
        return FileState { sign: "", safety: Safety::Nothing, file: None };
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
    FileState { sign, safety, file: file.map(|file| Rc::clone(&file.name)) }
}

impl FileState {
    /// `✓ Gemt · ams-2009.json`.
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
            </p>
        }
    }
}
