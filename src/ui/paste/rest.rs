//! Lists the risks that were read, and the rows that are not used with the reason.

use yew::prelude::*;

use crate::app::LISTED;
use crate::i18n::Words;
use crate::i18n::short::{NAME, cut};
use crate::i18n::text::PasteText;
use crate::i18n::text::import::counted;
use crate::table::pasted::{Proposals, Unused};

/// Draws the risks; nothing where there are none.
pub(super) fn risks(proposals: &Proposals, words: Words) -> Html {
    if proposals.risks.is_empty() {
        return Html::default();
    }
    let heading = counted(words.text(PasteText::Risks), &words.count(proposals.risks.len()));
    html! {
        <details id="paste-risks" class="with-details">
            <summary>{ heading }</summary>
            <ul class="plain-list no-max-width">
                { for proposals.risks.iter().take(LISTED).map(|risk| html! {
                    <li>
                        if let Some(goal) = &risk.goal { <strong>{ goal }</strong>{ ": " } }
                        { cut(&risk.title, NAME).into_owned() }
                        { format!(" ({} × {})", risk.materiality, risk.vulnerability) }
                    </li>
                }) }
            </ul>
        </details>
    }
}

/// Draws the rows that propose nothing; nothing where every row does.
pub(super) fn unused(proposals: &Proposals, words: Words) -> Html {
    if proposals.unused.is_empty() {
        return Html::default();
    }
    let heading = counted(words.text(PasteText::Unused), &words.count(proposals.unused.len()));
    let reason = |why: &Unused| {
        words.text(match why {
            Unused::Sum { .. } => PasteText::SumRow,
            Unused::NoGoal => PasteText::NoGoal,
            Unused::NoRisk => PasteText::NoRisk,
            Unused::NoColumns => PasteText::NoColumns,
        })
    };
    html! {
        <details id="paste-unused" class="with-details">
            <summary>{ heading }</summary>
            <ul class="plain-list no-max-width">
                { for proposals.unused.iter().take(LISTED).map(|row| html! {
                    <li>{ cut(&row.words, NAME).into_owned() }{ ": " }<span class="quiet">{ reason(&row.why) }</span></li>
                }) }
            </ul>
        </details>
    }
}
