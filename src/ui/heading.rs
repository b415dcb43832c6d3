//! Draws a heading whose level follows from its depth.

use yew::prelude::*;

/// Draws a heading of level 2 to 6; a deeper one is a 6.
pub(crate) fn heading(level: u8, class: &'static str, text: &str, written_in: &str) -> Html {
    let lang = written_in.to_owned();
    match level {
        ..=2 => html! { <h2 {class} {lang}>{ text }</h2> },
        3 => html! { <h3 {class} {lang}>{ text }</h3> },
        4 => html! { <h4 {class} {lang}>{ text }</h4> },
        5 => html! { <h5 {class} {lang}>{ text }</h5> },
        _ => html! { <h6 {class} {lang}>{ text }</h6> },
    }
}
