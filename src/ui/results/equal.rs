//! Shows what an unweighted contract would come to if every goal weighed the same. The view is labelled, and never the
//! contract's result.

use yew::prelude::*;

use crate::app::{Case, Sheet};
use crate::domain::evaluate::evaluate;
use crate::domain::evaluation::Institution;
use crate::domain::weights::with_equal_weights;
use crate::i18n::Words;

/// Draws the view in one sentence. It takes a second evaluation.
pub(crate) fn equal_weights(case: &Case, sheet: &Sheet, words: Words) -> Html {
    html! { <p>{ score(case, sheet, words).unwrap_or_default() }</p> }
}

/// Says the score in one sentence; `None` where equal weights do not make the total exactly.
fn score(case: &Case, sheet: &Sheet, words: Words) -> Option<String> {
    let view = with_equal_weights(&case.contract.contract).ok()?;
    let Institution { sum, total } = evaluate(&view, &sheet.file.assessment).institution?;
    let [secured, lost, open, total] =
        [sum.secured(), sum.lost(), sum.open(), total].map(|points| words.number(points.0));
    Some(words.equal_weights_score(&secured, &lost, &open, &total))
}
