//! Papirer: which there are, and each as it prints.

mod readiness;
mod sheets;

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

use crate::app::save::paper_file_name;
use crate::app::{Case, Route, Sheet, SheetKind};
use crate::i18n::Words;
use crate::i18n::text::{OverviewText, ReportText};
use crate::platform::download;
use crate::platform::events::on_print;
use crate::platform::page::print;
use crate::report::{
    Assessed, Element, Matter, Node, Paper, WrittenPaper, html as file_of, markdown, markup,
};
use crate::ui::context::use_words;
use crate::ui::moment::moment;
use crate::ui::shared::Shared;

/// The case, its assessment on the screen, and the code of the paper that is asked for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PapersProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    pub(crate) paper: Option<AttrValue>,
}

/// The paper that is asked for, or the choice between all of them.
#[component]
pub(crate) fn Papers(props: &PapersProps) -> Html {
    let words = use_words();
    match props.paper.as_deref().and_then(Paper::of_code) {
        Some(paper) => {
            html! { <Shown key={paper.code()} case={props.case.clone()} sheet={props.sheet.clone()} {paper} /> }
        }
        None => choice(&props.case, &props.sheet, words),
    }
}

fn choice(case: &Case, sheet: &Sheet, words: Words) -> Html {
    html! {
        <div id="papers">
            <h1 class="place-heading">{ words.text(OverviewText::Papers) }</h1>
            <p>{ words.text(ReportText::PapersLead) }</p>
            <ul class="plain-list no-max-width">
                { for Paper::ALL.into_iter().map(|paper| html! {
                    <li key={paper.code()} class="paper-choice">
                        <a id={format!("paper-{}", paper.code())} href={address(paper)}>{ words.text(paper.name()) }</a>
                        <p class="small quiet">{ words.text(paper.purpose()) }</p>
                        { readiness::readiness(case, sheet, paper, words) }
                    </li>
                }) }
            </ul>
        </div>
    }
}

/// Where a paper is shown.
fn address(paper: Paper) -> String {
    Route::Papers(Some(paper.code().to_owned())).address()
}

/// A paper, and what it is made from.
#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    case: Shared<Case>,
    sheet: Shared<Sheet>,
    paper: Paper,
}

/// One paper, as it prints, with the ways to take it along.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let words = use_words();
    let document = use_memo((props.clone(), words), |(props, words)| {
        written(&props.case, &props.sheet, props.paper, *words)
    });
    use_effect_with(words, |words| {
        let words = *words;
        let listening = on_print(move |is_printing| {
            if is_printing {
                sheets::lay_out(|number, of| words.sheet_number(number, of));
            } else {
                sheets::clear();
            }
        });
        move || drop(listening)
    });
    let download = |id: &'static str,
                    name: ReportText,
                    form: fn(&WrittenPaper) -> String,
                    (end, mime): (&'static str, &'static str)| {
        let (document, case) = (document.clone(), props.case.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let file = paper_file_name(&case, document.paper.code(), end);
            // A browser that refuses a download says so itself.
            let _ = download::save(&file, &form(&document), mime);
        });
        html! { <button {id} type="button" class="button button-secondary button-small" {onclick}>{ words.text(name) }</button> }
    };
    html! { <>
        <div class="paper-tools screen-only">
            <a id="all-papers" href={Route::Papers(None).address()}>{ words.text(ReportText::AllPapers) }</a>
            <button id="print-paper" type="button" class="button button-primary button-small" onclick={Callback::from(|_: MouseEvent| print())}>
                { words.text(ReportText::PrintPaper) }
            </button>
            { download("paper-html", ReportText::AsHtml, file_of, ("html", "text/html")) }
            { download("paper-markdown", ReportText::AsMarkdown, markdown, ("md", "text/markdown")) }
        </div>
        <div class="scroll paper-frame" role="region" tabindex="0" aria-label={words.text(props.paper.name())}>
            { drawn(&markup(&document)) }
        </div>
    </> }
}

/// The paper about the assessment on the screen, a trial included; a decision takes all that are real.
fn written(case: &Case, sheet: &Sheet, paper: Paper, words: Words) -> WrittenPaper {
    let real = case.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real);
    let all: Vec<_> = real.map(|sheet| assessed(sheet)).collect();
    let matter = Matter {
        contract: &case.contract,
        findings: &case.findings,
        current: assessed(sheet),
        is_trial: sheet.kind == SheetKind::WhatIf,
        all: &all,
        printed: moment().map(|now| now.date),
        version: env!("CARGO_PKG_VERSION"),
        words,
    };
    paper.write(&matter)
}

fn assessed(sheet: &Sheet) -> Assessed<'_> {
    Assessed { assessment: sheet.assessment(), evaluation: &sheet.evaluation }
}

/// A paper's elements as elements of the page.
fn drawn(element: &Element) -> Html {
    let mut tag = VTag::new(element.tag);
    for (name, value) in &element.attributes {
        tag.add_attribute(name, value.clone());
    }
    tag.add_children(element.children.iter().map(|child| match child {
        Node::Element(element) => drawn(element),
        Node::Text(text) => VText::new(text.clone()).into(),
    }));
    tag.into()
}
