//! What an unweighted contract would come to if every goal weighed the same: a labelled view, never its
//! result.

use yew::prelude::*;

use crate::app::{Case, Sheet};
use crate::domain::evaluate::evaluate;
use crate::domain::weights::with_equal_weights;
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::text::ResultsText;
use crate::i18n::text::results::equal_weights_score;

/// The view, behind a heading that says what it is; nothing for a contract with weights of its own.
pub(crate) fn equal_weights(case: &Case, sheet: &Sheet, lang: Lang) -> Html {
    if sheet.evaluation.institution.is_some() {
        return Html::default();
    }
    let view = with_equal_weights(&case.contract.contract).ok();
    let score = view.and_then(|view| evaluate(&view, &sheet.file.assessment).institution);
    let Some(score) = score else {
        return Html::default();
    };
    let [secured, lost, open, total] = [score.secured(), score.lost(), score.open(), score.total]
        .map(|points| format_number(points.0, lang));
    html! {
        <details id="equal-weights">
            <summary>{ ResultsText::EqualWeights.text(lang) }</summary>
            <p>{ equal_weights_score(&secured, &lost, &open, &total, lang) }</p>
        </details>
    }
}
