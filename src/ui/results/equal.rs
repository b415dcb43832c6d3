//! Shows what an unweighted contract would come to if every goal weighed the same. The view is labelled, and never the
//! contract's result.

use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::app::{Case, Sheet};
use crate::domain::evaluate::evaluate;
use crate::domain::evaluation::Institution;
use crate::domain::weights::with_equal_weights;
use crate::i18n::Words;
use crate::i18n::text::ResultsText;

/// Draws the view, folded under a heading that names it; nothing for a contract with weights of its own. It is
/// calculated only while it is open, as that takes a second evaluation.
pub(super) fn equal_weights(
    case: &Case,
    sheet: &Sheet,
    is_open: &UseStateHandle<bool>,
    words: Words,
) -> Html {
    if case.contract.contract.points.is_some() {
        return Html::default();
    }
    let setter = is_open.setter();
    let ontoggle = Callback::from(move |event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        setter.set(details.is_some_and(|details| details.open()));
    });
    let said = if **is_open { score(case, sheet, words) } else { None };
    html! {
        <details id="equal-weights" {ontoggle}>
            <summary>{ words.text(ResultsText::EqualWeights) }</summary>
            <p>{ said.unwrap_or_default() }</p>
        </details>
    }
}

/// Says the score in one sentence; `None` where equal weights do not make the total exactly.
fn score(case: &Case, sheet: &Sheet, words: Words) -> Option<String> {
    let view = with_equal_weights(&case.contract.contract).ok()?;
    let Institution { sum, total } = evaluate(&view, &sheet.file.assessment).institution?;
    let [secured, lost, open, total] =
        [sum.secured(), sum.lost(), sum.open(), total].map(|points| words.number(points.0));
    Some(words.equal_weights_score(&secured, &lost, &open, &total))
}
