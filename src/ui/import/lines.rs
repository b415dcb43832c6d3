//! Lists rows that change nothing, folded under their kind and number.

use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::app::import_words::{line_name, value_text};
use crate::app::{FirstOf, ImportLine, LISTED};
use crate::i18n::Words;
use crate::i18n::text::ImportText;
use crate::i18n::text::import::counted;
use crate::ui::context::use_words;

/// Draws rows of one kind; nothing where there are none.
pub(super) fn lines(id: &'static str, heading: ImportText, of: &FirstOf<ImportLine>, words: Words) -> Html {
    if of.total == 0 {
        return Html::default();
    }
    let heading = counted(words.text(heading), &words.count(of.total));
    html! { <Lines key={id} {id} {heading} first={of.first.clone()} is_all={of.first.len() == of.total} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct LinesProps {
    id: &'static str,
    heading: String,
    first: Vec<ImportLine>,
    is_all: bool,
}

/// Draws the rows only once they are asked for: there may be a thousand of them.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let words = use_words();
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            is_open.set(details.is_some_and(|details| details.open()));
        })
    };
    let head = |text: ImportText, class: Option<&'static str>| html! { <th scope="col" {class}>{ words.text(text) }</th> };
    html! {
        <details id={props.id} class="with-details" {ontoggle}>
            <summary>{ &props.heading }</summary>
            if *is_open {
                <table class="table table--compact table--borderless table--responsive-headers">
                    <caption class="sr-only">{ &props.heading }</caption>
                    <thead>
                        <tr>
                            { head(ImportText::Line, Some("number")) }
                            { head(ImportText::Goal, None) }
                            { head(ImportText::Period, None) }
                            { head(ImportText::New, Some("number")) }
                        </tr>
                    </thead>
                    <tbody>{ for props.first.iter().map(|line| line_row(line, words)) }</tbody>
                </table>
                if !props.is_all { <p class="small quiet">{ words.only_first_lines(LISTED) }</p> }
            }
        </details>
    }
}

fn line_row(line: &ImportLine, words: Words) -> Html {
    let period = line.period.map(|period| words.period(period));
    html! {
        <tr key={line.number}>
            <td class="number" data-title={words.text(ImportText::Line)}>{ words.count(line.number) }</td>
            <td data-title={words.text(ImportText::Goal)}>{ line_name(line, words) }</td>
            <td data-title={words.text(ImportText::Period)}>{ period.as_deref().unwrap_or("–") }</td>
            <td class="number" data-title={words.text(ImportText::New)}>{ value_text(line.value.as_ref(), line, words) }</td>
        </tr>
    }
}
