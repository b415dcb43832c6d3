//! Shows »Ændringer«: what the contract says otherwise than another one, or than before its addenda.

mod list;

use web_sys::File;
use yew::prelude::*;

use self::list::{ChangeLine, ChangeTable};
use super::refusal;
use crate::app::{Case, CompareAction, Compared, Comparison, DraftContent, FoundDraft, Route};
use crate::domain::changes::{Counts, changes};
use crate::findings::Diagnostic;
use crate::format::draft::DraftFile;
use crate::i18n::Words;
use crate::i18n::text::{ChangesText, StartText};
use crate::pace::{at_once, no_wait};
use crate::platform::file::of_text;
use crate::report::CHANGES_CODE;
use crate::ui::choose_file::ChooseFile;
use crate::ui::context::{Page, use_page};
use crate::ui::focus::focus_element_soon;
use crate::ui::keeping::latest;
use crate::ui::shared::Shared;
use crate::ui::start::compare_with;

/// The open case.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChangesProps {
    pub(crate) case: Shared<Case>,
}

/// Draws the choice of another contract, and the changes from one to the other.
#[component]
pub(crate) fn Changes(props: &ChangesProps) -> Html {
    let page = use_page();
    let words = page.words;
    let case = &props.case;
    let found = use_memo((case.clone(), words), |(case, words)| found_changes(case, *words));
    html! { <>
        <p class="screen-only">{ words.text(ChangesText::Lead) }</p>
        <OtherFile has_other={case.compared.is_some()} />
        if case.compared.is_none() { { for renewed_draft(&page, case) } }
        <div>
            {
                match case.compared.as_deref() {
                    Some(Compared::Refused { name, diagnostics }) => refused(name, diagnostics, words),
                    Some(Compared::Assessment { .. }) => html! {
                        <p id="compare-refused" class="banner banner--error" role="alert">{ words.text(ChangesText::OnlyAssessment) }</p>
                    },
                    Some(Compared::Contract(_)) => other_tools(&page),
                    None => Html::default(),
                }
            }
        </div>
        <div>
            {
                match &*found {
                    None => html! { <p id="compare-nothing">{ words.text(ChangesText::NothingYet) }</p> },
                    Some(found) => overview(found, words),
                }
            }
        </div>
        if let Some(found) = (*found).as_ref().filter(|found| !found.lines.is_empty()) {
            <ChangeTable lines={found.lines.clone()} language={case.contract.contract.language.clone()} />
        }
    </> }
}

/// Draws the way to the contract that this one renews, where the browser keeps a draft of it.
fn renewed_draft(page: &Page, case: &Case) -> Option<Html> {
    let id = case.contract.contract.renews.clone()?;
    let is_it =
        |draft: &&FoundDraft| matches!(&draft.content, DraftContent::Readable(of) if of.contract == id);
    let draft = latest().drafts.iter().find(is_it)?.clone();
    let DraftContent::Readable(summary) = &draft.content else { return None };
    let name = page.words.compare_with_draft(&summary.title);
    let page = page.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let read = at_once(DraftFile::unseal(&draft.text, &mut no_wait)).ok();
        let file = read.and_then(|(read, _)| of_text(&format!("{id}.json"), &read.case));
        if let Some(file) = file {
            compare_with(&page, file);
        }
    });
    Some(html! {
        <p class="screen-only"><button id="compare-draft" type="button" class="button button-secondary button-small" {onclick}>{ name }</button></p>
    })
}

/// The changes, what they are between, and how many goals they touch.
struct Found {
    between: String,
    counts: Counts,
    lines: Shared<[ChangeLine]>,
}

fn found_changes(case: &Case, words: Words) -> Option<Found> {
    let Comparison { editions, .. } = case.comparison()?;
    let found = changes(editions);
    let between = words.compared_contracts(editions.map(|edition| edition.contract));
    let counts = Counts::count(&found);
    let lines = found.iter().map(|change| ChangeLine { kind: change.kind(), said: words.change(change) });
    Some(Found { between, counts, lines: Shared(lines.collect()) })
}

/// Says between what the changes are, and how many there are; leads to the paper.
fn overview(found: &Found, words: Words) -> Html {
    let Counts { new, gone, tightened, loosened } = found.counts;
    html! { <>
        <p id="changes-between"><strong>{ &found.between }</strong></p>
        if found.lines.is_empty() {
            <p id="no-changes">{ words.text(ChangesText::None) }</p>
        } else {
            <p id="changes-counted">{ words.changes_counted([new, gone, tightened, loosened]) }</p>
        }
        <p class="screen-only">
            <a id="changes-paper" href={Route::Papers(Some(CHANGES_CODE.to_owned())).address()}>{ words.text(ChangesText::AsPaper) }</a>
        </p>
    </> }
}

/// Draws the buttons that turn the order round and put the other contract away.
fn other_tools(page: &Page) -> Html {
    let words = page.words;
    let end = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            page.send(CompareAction::End);
            focus_element_soon("choose-compared");
        })
    };
    html! {
        <p class="screen-only">
            <button id="turn-round" type="button" class="text-button" onclick={page.sending(CompareAction::TurnRound)}>
                { words.text(ChangesText::TurnRound) }
            </button>
            { " " }
            <button id="end-compare" type="button" class="text-button" onclick={end}>{ words.text(ChangesText::End) }</button>
        </p>
    }
}

/// Lists what is wrong with a file that cannot be compared with.
fn refused(name: &str, findings: &[Diagnostic], words: Words) -> Html {
    html! {
        <section class="error-summary" id="compare-refused" role="alert">
            <p>{ words.text(StartText::RefusedHeading) }{ ": " }{ name }</p>
            <ul class="plain-list no-max-width">{ for findings.iter().map(|one| refusal(one, words)) }</ul>
        </section>
    }
}

/// Whether another file was chosen.
#[derive(Clone, PartialEq, Properties)]
struct OtherFileProps {
    has_other: bool,
}

/// Draws the button that chooses the file.
#[component]
fn OtherFile(props: &OtherFileProps) -> Html {
    let page = use_page();
    let text = page.words.text(if props.has_other { ChangesText::ChooseOther } else { ChangesText::Choose });
    let choose = use_callback(page, |files: Vec<File>, page| {
        if let Some(file) = files.into_iter().next() {
            compare_with(page, file);
        }
    });
    html! {
        <p class="screen-only">
            <ChooseFile id="choose-compared" input_id="changes-input" accept=".json,application/json" {text} {choose} />
        </p>
    }
}
