//! Offers the drafts that the browser keeps, opens none by itself, and removes them all on request.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::save::draft_file_name;
use crate::app::{DraftAction, Moment};
use crate::app::{DraftContent, FoundDraft};
use crate::i18n::short::{NAME, shortened};
use crate::i18n::text::start::named;
use crate::i18n::text::{PageText, StartText};
use crate::i18n::{Lang, Words};
use crate::platform::download;
use crate::ui::context::{Page, use_page};
use crate::ui::focus::focus_element_soon;
use crate::ui::keeping::{remove, remove_all};

/// Draws the drafts with what can be done about each.
pub(crate) fn drafts(page: &Page, drafts: &[FoundDraft]) -> Html {
    let words = page.words;
    if drafts.is_empty() {
        return html! { <p class="quiet">{ words.text(StartText::NoDrafts) }</p> };
    }
    html! {
        <ul class="ways-list no-max-width" id="drafts">{ for drafts.iter().map(|draft| draft_line(page, draft)) }</ul>
    }
}

fn draft_line(page: &Page, draft: &FoundDraft) -> Html {
    let words = page.words;
    let (title, said) = match &draft.content {
        DraftContent::Readable(summary) => {
            let plan = if summary.has_plan { words.text(StartText::WithPlan) } else { "" };
            (shortened(&summary.title, NAME), words.draft_saved(&when(summary.at, words)) + plan)
        }
        DraftContent::Newer => (shortened(&draft.key, NAME), words.text(StartText::Newer).to_owned()),
        DraftContent::Older => (shortened(&draft.key, NAME), words.text(StartText::Older).to_owned()),
        DraftContent::Broken => (shortened(&draft.key, NAME), words.text(StartText::Damaged).to_owned()),
    };
    let is_readable = matches!(draft.content, DraftContent::Readable(_));
    let resume = page.sending(DraftAction::Resume { key: Rc::clone(&draft.key) });
    let delete = {
        let (page, key) = (page.clone(), Rc::clone(&draft.key));
        Callback::from(move |_: MouseEvent| remove(&page, &key))
    };
    let rescue = {
        let draft = draft.clone();
        Callback::from(move |_: MouseEvent| {
            // A browser that refuses a download says so itself.
            let _ = download::save(&draft_file_name(&draft.key, words), &draft.text, "application/json");
        })
    };
    let button = |class: &'static str, text: StartText, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" {class} aria-label={named(words.text(text), &title)} {onclick}>{ words.text(text) }</button>
        }
    };
    html! {
        <li key={draft.key.to_string()} data-key={draft.key.to_string()}>
            <span class="ways-list__what">{ &title }<br /><span class="small quiet">{ said }</span></span>
            if is_readable {
                { button("button button-secondary button-small", StartText::Resume, resume) }
            } else {
                { button("button button-secondary button-small", StartText::DownloadDamaged, rescue) }
            }
            { button("text-button small", StartText::DeleteDraft, delete) }
        </li>
    }
}

/// Writes a moment: `12.01.2010 kl. 14.32`.
fn when(at: Moment, words: Words) -> String {
    let date = words.date(at.date);
    match words.lang {
        Lang::Da => format!("{date} kl. {:02}.{:02}", at.hour, at.minute),
        Lang::En => format!("{date}, {:02}:{:02}", at.hour, at.minute),
    }
}

/// Removes everything from the browser after one click and a confirmation.
#[component]
pub(crate) fn DeleteAll() -> Html {
    let page = use_page();
    let words = page.words;
    let is_asking = use_state_eq(|| false);
    let ask = |asking: bool| {
        let is_asking = is_asking.clone();
        Callback::from(move |_: MouseEvent| {
            is_asking.set(asking);
            focus_element_soon(if asking { "delete-all-no" } else { "delete-all" });
        })
    };
    let confirm = {
        let (page, is_asking) = (page.clone(), is_asking.clone());
        Callback::from(move |_: MouseEvent| {
            is_asking.set(false);
            remove_all(&page);
            focus_element_soon("delete-all");
        })
    };
    html! {
        <div>
            if *is_asking {
                <div class="banner banner--caution" role="alertdialog" aria-labelledby="delete-all-question" id="delete-all-dialog">
                    <p id="delete-all-question">{ words.text(StartText::DeleteAllAsk) }</p>
                    <button id="delete-all-yes" type="button" class="button button-primary button-small" onclick={confirm}>
                        { words.text(StartText::DeleteAllYes) }
                    </button>
                    <button id="delete-all-no" type="button" class="text-button" onclick={ask(false)}>{ words.text(PageText::Cancel) }</button>
                </div>
            } else {
                <button id="delete-all" type="button" class="text-button" onclick={ask(true)}>{ words.text(StartText::DeleteAll) }</button>
            }
        </div>
    }
}
