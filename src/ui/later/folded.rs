//! Folds a part under its heading: its code is asked for once it is opened.

use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{Later, Part};

/// The heading, and the part under it.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FoldedProps {
    pub(crate) id: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
    pub(crate) heading: AttrValue,
    pub(crate) part: Part,
}

/// Draws the heading, and the part while it is open.
#[component]
pub(crate) fn Folded(props: &FoldedProps) -> Html {
    let is_open = use_state_eq(|| false);
    let setter = is_open.setter();
    let ontoggle = Callback::from(move |event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        setter.set(details.is_some_and(|details| details.open()));
    });
    html! {
        <details id={&props.id} class={props.class.clone()} {ontoggle}>
            <summary>{ &props.heading }</summary>
            if *is_open { <Later part={props.part.clone()} /> }
        </details>
    }
}
