//! Begins a new assessment from another one: asks who assesses, and says what that means.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::{Sheet, SheetAction};
use crate::domain::assessment::Assessor;
use crate::i18n::text::OverviewText;
use crate::i18n::text::results::assessor;
use crate::ui::chip::assessment_name;
use crate::ui::context::use_page;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// The assessment that the new one begins from, and what closes the question.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BeginProps {
    pub(super) from: Shared<Sheet>,
    pub(super) close: Callback<()>,
}

/// Asks who assesses, with the likely party chosen already.
#[component]
pub(super) fn Begin(props: &BeginProps) -> Html {
    let page = use_page();
    let words = page.words;
    let from = &props.from;
    let by = use_state_eq({
        let next = from.assessment().by.next();
        move || next
    });
    let parties = [Assessor::Director, Assessor::Department, Assessor::Agreed];
    let onchange = use_callback(by.setter(), move |event: Event, by| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let chosen = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        if let Some(party) = chosen.and_then(|chosen| parties.get(chosen)) {
            by.set(*party);
        }
    });
    let begin = {
        let (of, by, close) = (from.id, *by, props.close.clone());
        page.sending_today(move |on| {
            close.emit(());
            focus_element_soon("main-content");
            SheetAction::StartFrom { of, by, on }
        })
    };
    let leave = {
        let (close, back) = (props.close.clone(), format!("start-from-{}", from.id.0));
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            focus_element_soon(&back);
        })
    };
    let name = assessment_name(from, words);
    html! {
        <section id="begin" class="decided" aria-labelledby="begin-heading">
            <h2 class="small-heading" id="begin-heading">{ format!("{}: {name}", words.text(OverviewText::StartNext)) }</h2>
            <div class="field">
                <label class="field__label" for="begin-by">{ words.text(OverviewText::WhoAssesses) }</label>
                <select id="begin-by" class="form-select" autocomplete="off" aria-describedby="begin-intro" {onchange}>
                    { for parties.map(|party| html! {
                        <option selected={party == *by}>{ words.text(assessor(party)) }</option>
                    }) }
                </select>
            </div>
            <p id="begin-intro">{ words.begin_intro(&name, [from.assessment().by, *by]) }</p>
            <div class="results-head">
                <button id="begin-now" type="button" class="button button-primary button-small" onclick={begin}>{ words.text(OverviewText::Begin) }</button>
                <button id="begin-not" type="button" class="text-button small" onclick={leave}>{ words.text(OverviewText::Cancel) }</button>
            </div>
        </section>
    }
}
