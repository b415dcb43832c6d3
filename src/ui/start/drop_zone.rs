//! Shows where a file is dropped, or chosen by button.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::incoming::choose_files;
use crate::i18n::text::StartText;
use crate::platform::disk::can_open;
use crate::platform::file::chosen;
use crate::ui::context::use_page;
use crate::ui::later::open_files;

/// Draws the zone with its button; files may be dropped anywhere on the page. The input itself is out of sight: the
/// button speaks for it.
#[component]
pub(crate) fn DropZone() -> Html {
    let page = use_page();
    let words = page.words;
    let is_over = use_state_eq(|| false);
    let input = use_node_ref();
    let choose = use_callback((page.clone(), input.clone()), |_: MouseEvent, (page, input)| {
        if can_open() {
            choose_files(page, input.clone());
        } else if let Some(input) = input.cast::<HtmlInputElement>() {
            input.click();
        }
    });
    let onchange = use_callback(page.clone(), |event: Event, page| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            open_files(page, chosen(&input));
        }
    });
    let hover = |over: bool| {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(over);
        })
    };
    html! {
        <div
            class={classes!("drop-zone", is_over.then_some("drop-zone--over"))}
            id="drop-zone"
            ondragover={hover(true)}
            ondragleave={hover(false)}
            ondrop={hover(false)}
        >
            <p class="drop-zone__title">{ words.text(StartText::DropHere) }</p>
            <p class="small quiet">{ words.text(StartText::DropHint) }</p>
            <button id="choose-file" type="button" class="button button-primary" onclick={choose}>{ words.text(StartText::Choose) }</button>
            <input ref={input} id="file-input" type="file" autocomplete="off" accept=".json,application/json,.csv,text/csv,.xlsx,.xlsm,.ods" multiple=true hidden=true {onchange} />
        </div>
    }
}
