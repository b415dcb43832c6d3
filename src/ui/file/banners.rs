//! Says when the file is not what it was, and offers the ways out.

use yew::prelude::*;

use super::{open_theirs, overwrite, save_as};
use crate::app::{Action, FileChange, SaveProblem, State};
use crate::format::MAX_BYTES;
use crate::i18n::Words;
use crate::i18n::text::FileText;
use crate::platform::disk::can_save;
use crate::ui::context::Page;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// Draws the banner about a file that somebody else wrote or removed. It stays until one version is chosen.
pub(crate) fn changed_banner(page: &Page, state: &Shared<State>) -> Option<Html> {
    let words = page.words;
    let saved = state.case.as_ref()?.file.as_ref()?;
    let changed = saved.changed()?;
    let doing = |act: fn(&Page, &State)| {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| {
            act(&page, &state);
            focus_element_soon("save-file");
        })
    };
    let text = match changed {
        FileChange::Edited => words.file_edited(&saved.name),
        FileChange::Gone => words.file_gone(&saved.name),
    };
    let button = |id: &'static str, text: FileText, onclick: Callback<MouseEvent>| {
        html! {
            <button {id} type="button" class="button button-secondary button-small" {onclick}>{ words.text(text) }</button>
        }
    };
    Some(html! {
        <div key="file-changed" class="banner banner--caution" role="alert" id="file-changed">
            <p>{ text }</p>
            if changed == FileChange::Edited {
                { button("choose-theirs", FileText::OpenTheirs, doing(open_theirs)) }
                { button("overwrite", FileText::Overwrite, doing(overwrite)) }
            }
            if can_save() || changed == FileChange::Gone {
                { button("save-ours", FileText::SaveOursAs, doing(save_as)) }
            }
        </div>
    })
}

/// Draws the banner that brings back a version which was put aside.
pub(crate) fn aside_banner(page: &Page, state: &Shared<State>) -> Option<Html> {
    let words = page.words;
    let aside = state.aside.as_ref()?;
    Some(html! {
        <div key="aside" class="banner banner--caution" role="status" id="aside">
            <p>{ words.changes_put_aside(&aside.contract.contract.title) }</p>
            <button id="take-back" type="button" class="button button-secondary button-small" onclick={page.answering(Action::TakeBack)}>
                { words.text(FileText::TakeBack) }
            </button>
            <button id="drop-aside" type="button" class="text-button" onclick={page.answering(Action::DropAside)}>
                { words.text(FileText::DropAside) }
            </button>
        </div>
    })
}

/// Says why the case is not in its file.
pub(crate) fn save_problem(name: &str, problem: SaveProblem, words: Words) -> String {
    match problem {
        SaveProblem::Untouched => words.file_untouched(name),
        SaveProblem::Uncertain => words.file_uncertain(name),
        SaveProblem::NotKept => words.file_not_kept(name),
        SaveProblem::TooLarge => words.case_too_large(MAX_BYTES),
    }
}
