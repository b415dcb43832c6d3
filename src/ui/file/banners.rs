//! What the page says when the file is not what it was, and the ways out.

use yew::prelude::*;

use super::{open_theirs, overwrite, save_as};
use crate::app::{Action, FileChange, SaveProblem, State};
use crate::i18n::Lang;
use crate::i18n::text::{FileText, file};
use crate::platform::disk::can_save;
use crate::ui::context::Page;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// Somebody else wrote or removed the file. It stays until one of the versions is chosen.
pub(crate) fn changed_banner(page: &Page, state: &Shared<State>) -> Option<Html> {
    let lang = page.lang;
    let saved = state.case.as_ref()?.file.as_ref()?;
    let changed = saved.changed()?;
    let doing = |act: fn(&Page, &State)| {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| {
            act(&page, &state);
            focus_element_soon("save-file");
        })
    };
    let words = match changed {
        FileChange::Edited => file::edited(&saved.name, lang),
        FileChange::Gone => file::gone(&saved.name, lang),
    };
    let button = |id: &'static str, words: FileText, onclick: Callback<MouseEvent>| {
        html! {
            <button {id} type="button" class="button button-secondary button-small" {onclick}>{ words.text(lang) }</button>
        }
    };
    Some(html! {
        <div key="file-changed" class="banner banner--caution" role="alert" id="file-changed">
            <p>{ words }</p>
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

/// What was put aside can be brought back.
pub(crate) fn aside_banner(page: &Page, state: &Shared<State>) -> Option<Html> {
    let lang = page.lang;
    let aside = state.aside.as_ref()?;
    Some(html! {
        <div key="aside" class="banner banner--caution" role="status" id="aside">
            <p>{ file::aside(&aside.contract.contract.title, lang) }</p>
            <button id="take-back" type="button" class="button button-secondary button-small" onclick={page.answering(Action::TakeBack)}>
                { FileText::TakeBack.text(lang) }
            </button>
            <button id="drop-aside" type="button" class="text-button" onclick={page.answering(Action::DropAside)}>
                { FileText::DropAside.text(lang) }
            </button>
        </div>
    })
}

/// Why the case is not in its file, in words.
pub(crate) fn save_problem(name: &str, problem: SaveProblem, lang: Lang) -> String {
    match problem {
        SaveProblem::Untouched => file::untouched(name, lang),
        SaveProblem::Uncertain => file::uncertain(name, lang),
        SaveProblem::NotKept => file::not_kept(name, lang),
    }
}
