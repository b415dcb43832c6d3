//! How ready a paper is, below its name: what it still waits for, each with the way there.

use yew::prelude::*;

use crate::app::readiness::{
    Gap, contract_check_gaps, decision_gaps, notice_gaps, overview_gaps, self_assessment_gaps,
};
use crate::app::{Case, Sheet};
use crate::i18n::Lang;
use crate::i18n::text::ReadyText;
use crate::i18n::text::ready::{besides, findings, open, unfilled, untold, unwritten};
use crate::report::Paper;

/// What a paper waits for, or that it is ready.
pub(super) fn readiness(case: &Case, sheet: &Sheet, paper: Paper, lang: Lang) -> Html {
    let gaps = match paper {
        Paper::Overview => overview_gaps(sheet),
        Paper::Notice => notice_gaps(sheet),
        Paper::SelfAssessment => self_assessment_gaps(case, sheet),
        Paper::Decision => decision_gaps(case),
        Paper::ContractCheck => contract_check_gaps(case),
    };
    let id = format!("ready-{}", paper.code());
    if gaps.is_empty() {
        let nothing = paper == Paper::Notice
            && sheet.assessment().results.values().all(|entry| entry.notice.is_empty());
        let text = if nothing { ReadyText::NothingToTell } else { ReadyText::Ready };
        return html! { <p {id} class="small readiness readiness--ready"><span aria-hidden="true">{ "✓ " }</span>{ text.text(lang) }</p> };
    }
    html! {
        <ul {id} class="small readiness plain-list no-max-width">
            { for gaps.into_iter().map(|gap| html! { <li><a href={gap.place().address()}>{ gap_text(gap, lang) }</a></li> }) }
        </ul>
    }
}

fn gap_text(gap: Gap, lang: Lang) -> String {
    let word = |text: ReadyText| text.text(lang).to_owned();
    match gap {
        Gap::Trial => word(ReadyText::Trial),
        Gap::NotDirectors => word(ReadyText::NotDirectors),
        Gap::NotFinal => word(ReadyText::NotFinal),
        Gap::NotAgreed => word(ReadyText::NotAgreed),
        Gap::Unfilled(count) => unfilled(count, lang),
        Gap::Besides(count) => besides(count, lang),
        Gap::Open(count) => open(count, lang),
        Gap::Unwritten(count) => unwritten(count, lang),
        Gap::Untold(count) => untold(count, lang),
        Gap::Findings(count) => findings(count, lang),
    }
}
