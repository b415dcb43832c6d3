//! Says below a paper's name what it still waits for, each with the way there.

use yew::prelude::*;

use crate::app::readiness::{
    Gap, annual_report_gaps, contract_check_gaps, decision_gaps, notice_gaps, overview_gaps,
    self_assessment_gaps,
};
use crate::app::{Case, Sheet};
use crate::i18n::Words;
use crate::i18n::text::ReadyText;
use crate::report::Paper;

/// Draws what a paper waits for, or that it is ready.
pub(super) fn readiness(case: &Case, sheet: &Sheet, paper: Paper, words: Words) -> Html {
    let gaps = match paper {
        Paper::Overview => overview_gaps(sheet),
        Paper::Notice => notice_gaps(sheet),
        Paper::SelfAssessment => self_assessment_gaps(case, sheet),
        Paper::Decision => decision_gaps(case),
        Paper::AnnualReport | Paper::Revision => annual_report_gaps(sheet),
        Paper::ContractCheck | Paper::ContractDraft => contract_check_gaps(case),
    };
    let id = format!("ready-{}", paper.code());
    if gaps.is_empty() {
        let nothing = paper == Paper::Notice
            && sheet.assessment().results.values().all(|entry| entry.notice.is_empty());
        let text = if nothing { ReadyText::NothingToTell } else { ReadyText::Ready };
        return html! { <p {id} class="small readiness readiness--ready"><span aria-hidden="true">{ "✓ " }</span>{ words.text(text) }</p> };
    }
    html! {
        <ul {id} class="small readiness plain-list no-max-width">
            { for gaps.into_iter().map(|gap| html! { <li><a href={gap.place().address()}>{ gap_text(gap, words) }</a></li> }) }
        </ul>
    }
}

fn gap_text(gap: Gap, words: Words) -> String {
    let word = |text: ReadyText| words.text(text).to_owned();
    match gap {
        Gap::Trial => word(ReadyText::Trial),
        Gap::NotDirectors => word(ReadyText::NotDirectors),
        Gap::NotFinal => word(ReadyText::NotFinal),
        Gap::NotAgreed => word(ReadyText::NotAgreed),
        Gap::Unfilled(count) => words.goals_lacking(count),
        Gap::Besides(count) => words.pay_lacks(count),
        Gap::Open(count) => words.goals_open(count),
        Gap::Unwritten(count) => words.causes_missing(count),
        Gap::Untold(count) => words.goals_untold(count),
        Gap::Findings(count) => words.contract_findings(count),
    }
}
