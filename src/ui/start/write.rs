//! Offers the ways to a contract that is not written yet.

use yew::prelude::*;

use crate::i18n::text::StartText;
use crate::ui::context::use_page;
use crate::ui::later::{Later, Part};

/// Draws the button to the dialogue for a pasted table, and the dialogue while it is open.
#[component]
pub(crate) fn FromTable() -> Html {
    let words = use_page().words;
    let is_open = use_state_eq(|| false);
    let set = |open: bool| {
        let is_open = is_open.clone();
        move || is_open.set(open)
    };
    let (open, close) = (set(true), set(false));
    html! {
        <div>
            <button id="paste-table" type="button" class="button button-secondary" onclick={Callback::from(move |_: MouseEvent| open())}>
                { words.text(StartText::FromTable) }
            </button>
            if *is_open { <Later part={Part::Paste(Callback::from(move |()| close()))} /> }
        </div>
    }
}
