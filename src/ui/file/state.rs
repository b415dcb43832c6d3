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
    words: Words,
    file: Option<Rc<str>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Words {
    Nothing,
    Saved,
    Unsaved,
    Saving,
    Changed,
}

/// How what is open stands to its file.
pub(crate) fn file_state(state: &State) -> FileState {
    let Some(case) = &state.case else {
        return FileState { sign: "", words: Words::Nothing, file: None };
    };
    let file = case.file.as_ref();
    let (sign, words) = if state.saving {
        ("…", Words::Saving)
    } else if file.is_some_and(|file| file.changed().is_some()) {
        ("!", Words::Changed)
    } else if case.is_unsaved() {
        ("●", Words::Unsaved)
    } else if file.is_some() {
        ("✓", Words::Saved)
    } else {
        ("", Words::Nothing)
    };
    FileState { sign, words, file: file.map(|file| Rc::clone(&file.name)) }
}

impl FileState {
    /// `✓ Gemt · ams-2009.json`.
    pub(crate) fn show(&self, lang: Lang) -> Html {
        let words = match self.words {
            Words::Nothing => FileText::Nothing.text(lang),
            Words::Saved => FileText::Saved.text(lang),
            Words::Unsaved => FileText::Unsaved.text(lang),
            Words::Saving => PageText::Saving.text(lang),
            Words::Changed => FileText::ChangedShort.text(lang),
        };
        let is_safe = matches!(self.words, Words::Nothing | Words::Saved | Words::Saving);
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
