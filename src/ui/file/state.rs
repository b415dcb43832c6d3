//! Whether the work is in a file, and in which: in words, and with a sign that is not colour alone.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::State;
use crate::i18n::Lang;
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
    pub(crate) fn show(&self, lang: Lang) -> Html {
        let words = match self.safety {
            Safety::Nothing => FileText::Nothing.text(lang),
            Safety::Saved => FileText::Saved.text(lang),
            Safety::Unsaved => FileText::Unsaved.text(lang),
            Safety::Saving => PageText::Saving.text(lang),
            Safety::Changed => FileText::ChangedShort.text(lang),
        };
        let is_safe = matches!(self.safety, Safety::Nothing | Safety::Saved | Safety::Saving);
        html! {
            <p id="file-state" class={classes!("file-state", (!is_safe).then_some("file-state--unsaved"))}>
                <span aria-hidden="true">{ self.sign }</span>{ " " }
                <span id="file-saved">{ words }</span>
                if let Some(file) = &self.file {
                    { " · " }<span id="file-name" class="file-state__name">{ file.to_string() }</span>
                }
            </p>
        }
    }
}
