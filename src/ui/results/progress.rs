//! How far the assessment is filled in, and what is still missing, each with the way to its field.

use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::app::missing::{Lack, Missing, filled};
use crate::app::{Case, FieldId, Route, Sheet};
use crate::i18n::Lang;
use crate::i18n::text::results::filled as filled_text;
use crate::i18n::text::table::{and_more, still_missing};
use crate::i18n::text::{PayText, TableText};
use crate::platform::address;
use crate::ui::context::use_lang;
use crate::ui::fields::field_name;
use crate::ui::focus::{focus_element_soon, go_to_field};
use crate::ui::shared::Shared;

/// How many missing things are listed; whoever has filled in these sees the next.
const LISTED: usize = 40;

/// The case and its assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ProgressProps {
    pub(super) case: Shared<Case>,
    pub(super) sheet: Shared<Sheet>,
}

/// The bar, and behind it the list.
#[component]
pub(super) fn Progress(props: &ProgressProps) -> Html {
    let lang = use_lang();
    let is_open = use_state_eq(|| false);
    let ontoggle = use_callback(is_open.setter(), |event: Event, is_open| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        is_open.set(details.is_some_and(|details| details.open()));
    });
    let listed = if *is_open { LISTED } else { 0 };
    let filled = filled(&props.case.contract.contract, &props.sheet, listed);
    let (done, of, missing) = (filled.done(), filled.of, filled.lacking);
    html! {
        <div class="progress screen-only">
            <label class="progress__label" id="filled" for="filled-bar">{ filled_text(done, of, lang) }</label>
            <progress class="progress__bar" id="filled-bar" max={of.to_string()} value={done.to_string()} />
            if missing == 0 {
                <span class="small">{ TableText::NothingMissing.text(lang) }</span>
            } else {
                <details id="missing" class="with-details small" {ontoggle}>
                    <summary>{ still_missing(missing, lang) }</summary>
                    if *is_open {
                        <ul class="no-max-width">
                            { for filled.missing.iter().map(|one| item(&props.case, one, lang)) }
                        </ul>
                        if missing > LISTED { <p>{ and_more(missing - LISTED, lang) }</p> }
                    }
                </details>
            }
        </div>
    }
}

fn item(case: &Case, missing: &Missing, lang: Lang) -> Html {
    let field = missing.field.clone();
    let is_base = matches!(field, FieldId::BaseValue(_));
    let name = match missing.what {
        // The name of the field would say how a target is fixed, not that it is missing.
        Lack::Target => {
            let goal = field.entry().and_then(|entry| case.contract.contract.goal(entry.goal.as_str()));
            let goal = goal.map(|goal| goal.name().to_owned()).unwrap_or_default();
            format!("{goal}: {}", TableText::Target.text(lang))
        }
        _ if is_base => PayText::Base.text(lang).to_owned(),
        _ => field_name(case, &field, lang),
    };
    let id = format!("missing-{field}");
    let onclick = Callback::from(move |_: MouseEvent| {
        if is_base {
            // The line has no field before somebody adds it.
            address::go_to(&Route::Pay.address());
            focus_element_soon("add-base-line");
        } else {
            go_to_field(&field);
        }
    });
    html! {
        <li key={id.clone()}><button type="button" class="text-button" {id} {onclick}>{ name }</button></li>
    }
}
