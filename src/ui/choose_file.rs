//! Draws a button that asks for files. The input itself is out of sight: the button speaks for it.

use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use crate::platform::file::chosen;

/// A button, and the files that it asks for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChooseFileProps {
    pub(crate) id: &'static str,
    pub(crate) input_id: &'static str,
    pub(crate) accept: &'static str,
    #[prop_or_default]
    pub(crate) multiple: bool,
    pub(crate) text: &'static str,
    pub(crate) choose: Callback<Vec<File>>,
}

#[component]
pub(crate) fn ChooseFile(props: &ChooseFileProps) -> Html {
    let input = use_node_ref();
    let onclick = use_callback(input.clone(), |_: MouseEvent, input| {
        if let Some(input) = input.cast::<HtmlInputElement>() {
            input.click();
        }
    });
    let onchange = use_callback(props.choose.clone(), |event: Event, choose| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            choose.emit(chosen(&input));
        }
    });
    html! { <>
        <button id={props.id} type="button" class="button button-secondary button-small" {onclick}>{ props.text }</button>
        <input ref={input} id={props.input_id} type="file" autocomplete="off" accept={props.accept} multiple={props.multiple} hidden=true {onchange} />
    </> }
}
