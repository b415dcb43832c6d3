//! Shows how far the reading of a file is, and lets the person stop it.

use yew::prelude::*;

use super::context::Page;
use super::focus::focus_element_soon;
use super::start::stop_opening;
use crate::app::{Opening, State};
use crate::i18n::Words;
use crate::i18n::text::PageText;
use crate::pace::Progress;

/// Draws the progress on every place of the page; a small file is read before it can be seen.
pub(crate) fn opening_file(page: &Page, state: &State) -> Html {
    let words = page.words;
    let opening = state.opening.as_ref();
    html! {
        <div class="screen-only">
            { for opening.map(|opening| progress(opening, page)) }
            // The bar moves many times a second, so only its quarters are announced.
            <p class="sr-only" role="status" id="opening-said">{ for opening.map(|opening| progress_said(opening, words)) }</p>
        </div>
    }
}

fn progress(opening: &Opening, page: &Page) -> Html {
    let words = page.words;
    let value = percent(opening).to_string();
    let stop = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            stop_opening(&page);
            focus_element_soon("main-content");
        })
    };
    html! {
        <div class="opening" id="opening">
            <label class="opening__label" for="opening-progress" id="opening-text">
                { words.reading_file(&opening.name, opening.progress) }
            </label>
            <progress class="opening__bar" id="opening-progress" max="100" {value}></progress>
            <button type="button" class="text-button" id="stop-opening" onclick={stop}>
                { words.text(PageText::Cancel) }
            </button>
        </div>
    }
}

fn percent(opening: &Opening) -> usize {
    opening.progress.map_or(0, Progress::percent)
}

fn progress_said(opening: &Opening, words: Words) -> String {
    let quarters = percent(opening) / 25;
    if quarters == 0 { words.reading_file(&opening.name, None) } else { words.reading_percent(quarters * 25) }
}
