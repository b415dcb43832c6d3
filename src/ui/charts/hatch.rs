//! Defines the hatches once for every chart of the page, and draws the key that names them.

use yew::prelude::*;

/// The fill of open points; [`EXPECTED`] fills the part of them that is expected.
pub(crate) const OPEN: &str = "url(#hatch)";
/// See [`OPEN`].
pub(crate) const EXPECTED: &str = "url(#hatch-expected)";

/// Draws the definitions, once on the page. A hatch needs no colour, on paper too.
pub(crate) fn hatches() -> Html {
    let hatch = |id: &'static str, stroke: &'static str| {
        html! {
            <pattern {id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="fill-open" width="8" height="8" />
                <line class="line-open" x1="2" x2="2" y1="0" y2="8" stroke-width={stroke} />
            </pattern>
        }
    };
    html! {
        <svg class="hatches" aria-hidden="true" focusable="false">
            <defs>{ hatch("hatch", "3") }{ hatch("hatch-expected", "1") }</defs>
        </svg>
    }
}

/// Draws the square before a word: `secured`, `lost`, `open` or `expected`.
pub(crate) fn key(name: &str) -> Html {
    let (class, fill) = match name {
        "open" => (None, Some(OPEN)),
        "expected" => (None, Some(EXPECTED)),
        _ => (Some(format!("fill-{name}")), None),
    };
    html! {
        <svg class="key" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <rect {class} {fill} width="12" height="12" />
        </svg>
    }
}
