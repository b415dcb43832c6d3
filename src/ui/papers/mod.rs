//! Shows the place »Papirer«: which papers there are, and each as it prints.

mod drawing;
mod office;
mod readiness;
mod sheets;
mod template;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use self::drawing::{Wanted, draw};
use self::office::office_tools;
use self::template::TemplateChoice;

pub(crate) use self::drawing::put_beside;
pub(crate) use self::sheets::clear as take_away;

use crate::app::save::paper_file_name;
use crate::app::{Case, Comparison, ContractPart, Route, Sheet, SheetKind};
use crate::i18n::Words;
use crate::i18n::text::{ChangesText, OverviewText, PageText, ReadyText, ReportText};
use crate::platform::clipboard::copy_table;
use crate::platform::download;
use crate::platform::events::on_print;
use crate::platform::page::print;
use crate::platform::pause::Turns;
use crate::portfolio::Portfolio;
use crate::report::{
    Assessed, CHANGES_CODE, ChangedMatter, Matter, Paper, WrittenPaper, changes_paper_paced, fragment,
    html as file_of, markdown, tabbed,
};
use crate::ui::context::{Page, use_page, use_words};
use crate::ui::moment::moment;
use crate::ui::portfolio::portfolio_of;
use crate::ui::shared::{Shared, SheetProps};

/// The case, its assessment on the screen, and the code of the paper that is asked for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PapersProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    pub(crate) paper: Option<AttrValue>,
}

/// Draws the paper that is asked for, or the choice between all of them.
#[component]
pub(crate) fn Papers(props: &PapersProps) -> Html {
    let words = use_words();
    let asked = props.paper.as_deref().and_then(Asked::of_code);
    match asked.filter(|asked| *asked != Asked::Changes || props.case.comparison().is_some()) {
        Some(asked) => {
            html! { <Shown key={asked.code()} case={props.case.clone()} sheet={props.sheet.clone()} {asked} /> }
        }
        None => choice(&props.case, &props.sheet, words),
    }
}

/// A paper that is asked for.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    /// A paper about the open case alone.
    Of(Paper),
    /// What the contract says otherwise than another one.
    Changes,
}

impl Asked {
    fn of_code(code: &str) -> Option<Self> {
        if code == CHANGES_CODE { Some(Self::Changes) } else { Paper::of_code(code).map(Self::Of) }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Of(paper) => paper.code(),
            Self::Changes => CHANGES_CODE,
        }
    }

    fn name(self, words: Words) -> &'static str {
        match self {
            Self::Of(paper) => words.text(paper.name()),
            Self::Changes => words.text(ChangesText::Paper),
        }
    }
}

fn choice(case: &Case, sheet: &Sheet, words: Words) -> Html {
    let line = |asked: Asked, purpose: &'static str, ready: Html| {
        let (code, can_be) = (asked.code(), asked != Asked::Changes || case.comparison().is_some());
        html! {
            <li key={code} class="paper-choice">
                if can_be {
                    <a id={format!("paper-{code}")} href={address(asked)}>{ asked.name(words) }</a>
                } else {
                    <span>{ asked.name(words) }</span>
                }
                <p class="small quiet">{ purpose }</p>
                { ready }
            </li>
        }
    };
    let of_case = |paper: Paper| {
        line(Asked::Of(paper), words.text(paper.purpose()), readiness::readiness(case, sheet, paper, words))
    };
    html! {
        <div id="papers">
            <h1 class="place-heading">{ words.text(OverviewText::Papers) }</h1>
            <p>{ words.text(ReportText::PapersLead) }</p>
            <ul class="plain-list no-max-width">
                { for Paper::ALL.into_iter().map(of_case) }
                { line(Asked::Changes, words.text(ChangesText::PaperPurpose), changes_ready(case, words)) }
            </ul>
        </div>
    }
}

/// Says whether there is anything to compare, with the way to choose it.
fn changes_ready(case: &Case, words: Words) -> Html {
    let id = format!("ready-{CHANGES_CODE}");
    if case.comparison().is_some() {
        return html! { <p {id} class="small readiness readiness--ready"><span aria-hidden="true">{ "✓ " }</span>{ words.text(ReadyText::Ready) }</p> };
    }
    let place = Route::Contract(ContractPart::Changes).address();
    html! {
        <ul {id} class="small readiness plain-list no-max-width">
            <li><a href={place}>{ words.text(ChangesText::ChooseFirst) }</a></li>
        </ul>
    }
}

/// Returns the address of a paper in the page.
fn address(asked: Asked) -> String {
    Route::Papers(Some(asked.code().to_owned())).address()
}

/// A paper, and what it is made from.
#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    case: Shared<Case>,
    sheet: Shared<Sheet>,
    asked: Asked,
}

/// How far the making of a paper is.
#[derive(Clone, PartialEq)]
enum Making {
    /// So many percent are done.
    Under(usize),
    /// The paper is complete.
    Done(Rc<WrittenPaper>),
}

/// Writes a paper and draws it into the element, in slices. Another paper takes its place.
#[hook]
fn use_paper(props: &ShownProps, words: Words, place: &NodeRef) -> UseStateHandle<Making> {
    let making = use_state_eq(|| Making::Under(0));
    use_effect_with((props.clone(), words), {
        let (making, place) = (making.setter(), place.clone());
        move |(props, words)| {
            let (props, words) = (props.clone(), *words);
            let wanted = Wanted::new();
            let work = {
                let wanted = wanted.clone();
                async move {
                    let work = make(&props, words, &place, |percent| making.set(Making::Under(percent)));
                    if let Some(Some(document)) = wanted.unless_over(work).await {
                        making.set(Making::Done(Rc::new(document)));
                    }
                }
            };
            spawn_local(work);
            move || wanted.end()
        }
    });
    making
}

/// Writes a paper and draws it. A short one is complete before the browser has a turn.
async fn make(
    props: &ShownProps,
    words: Words,
    place: &NodeRef,
    tell: impl Fn(usize),
) -> Option<WrittenPaper> {
    let mut turns = Turns::begin();
    tell(0);
    let mut pause = async || {
        if turns.is_due() {
            turns.give().await;
        }
    };
    let document = match props.asked {
        Asked::Of(paper) => write_paper(props, paper, words, &mut pause).await,
        Asked::Changes => write_changes(&props.case, words, &mut pause).await?,
    };
    if let Some(place) = place.cast::<Element>() {
        // Writing counts as a half of the work.
        draw(&document, &place, &mut turns, |percent| tell(50 + percent / 2)).await;
    }
    Some(document)
}

/// Draws one paper as it prints, with the ways to take it along.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let page = use_page();
    let words = page.words;
    let place = use_node_ref();
    let making = use_paper(props, words, &place);
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
    let told = use_state_eq(|| None::<ReportText>);
    let name = props.asked.name(words);
    html! { <>
        <div class="paper-tools screen-only">
            <a id="all-papers" href={Route::Papers(None).address()}>{ words.text(ReportText::AllPapers) }</a>
            if let Making::Done(document) = &*making { { tools(props, document, &told, &page) } }
        </div>
        if matches!(*making, Making::Done(_)) { <TemplateChoice /> }
        <div class="screen-only">
            if let Making::Under(percent) = *making { { progress(name, percent, words) } }
        </div>
        <div class="scroll paper-frame" role="region" tabindex="0" aria-label={name} ref={place}></div>
    </> }
}

/// Draws how far a long paper is, with a way to stop.
fn progress(name: &str, percent: usize, words: Words) -> Html {
    html! {
        <div class="opening" id="making">
            <label class="opening__label" for="making-progress">{ words.making(name) }</label>
            <progress class="opening__bar" id="making-progress" max="100" value={percent.to_string()}></progress>
            <a id="stop-making" href={Route::Papers(None).address()}>{ words.text(PageText::Cancel) }</a>
        </div>
    }
}

/// Draws the buttons that print, copy or download a paper.
fn tools(
    props: &ShownProps,
    document: &Rc<WrittenPaper>,
    told: &UseStateHandle<Option<ReportText>>,
    page: &Page,
) -> Html {
    let words = page.words;
    let download = |id: &'static str,
                    name: ReportText,
                    form: fn(&WrittenPaper) -> String,
                    (end, mime): (&'static str, &'static str)| {
        let (document, case) = (Rc::clone(document), props.case.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let file = paper_file_name(&case, document.code, end);
            // A browser that refuses a download says so itself.
            let _ = download::save(&file, &form(&document), mime);
        });
        html! { <button {id} type="button" class="button button-secondary button-small" {onclick}>{ words.text(name) }</button> }
    };
    html! { <>
        <button id="print-paper" type="button" class="button button-primary button-small" onclick={Callback::from(|_: MouseEvent| print())}>
            { words.text(ReportText::PrintPaper) }
        </button>
        <button id="paper-copy" type="button" class="button button-secondary button-small" onclick={copying(document, told)}>
            { words.text(ReportText::CopyPaper) }
        </button>
        { office_tools(props, document, page) }
        { download("paper-html", ReportText::AsHtml, file_of, ("html", "text/html")) }
        { download("paper-markdown", ReportText::AsMarkdown, markdown, ("md", "text/markdown")) }
        <span class="small" role="status" id="paper-told">{ told.map(|told| words.text(told)).unwrap_or_default() }</span>
    </> }
}

/// Makes a click handler that copies a paper, and says what came of it.
fn copying(document: &Rc<WrittenPaper>, told: &UseStateHandle<Option<ReportText>>) -> Callback<MouseEvent> {
    let (document, told) = (Rc::clone(document), told.setter());
    Callback::from(move |_| {
        let (document, told) = (Rc::clone(&document), told.clone());
        told.set(None);
        spawn_local(async move { copy(&document, &told).await });
    })
}

/// Copies a paper as HTML with its tables, and as text with tabs between the cells; says what came of it.
async fn copy(document: &WrittenPaper, told: &UseStateSetter<Option<ReportText>>) {
    let is_copied = copy_table(&fragment(document), &tabbed(document)).await;
    told.set(Some(if is_copied { ReportText::PaperCopied } else { ReportText::PaperNotCopied }));
}

/// Draws the button that copies the draft of the contract, and says what came of it.
#[component]
pub(crate) fn CopyDraft(props: &SheetProps) -> Html {
    let words = use_words();
    let told = use_state_eq(|| None::<ReportText>);
    let paper = Paper::ContractDraft;
    let props = ShownProps { case: props.case.clone(), sheet: props.sheet.clone(), asked: Asked::Of(paper) };
    let setter = told.setter();
    let onclick = Callback::from(move |_: MouseEvent| {
        let (props, told) = (props.clone(), setter.clone());
        told.set(None);
        spawn_local(async move {
            let mut turns = Turns::begin();
            let mut pause = async || {
                if turns.is_due() {
                    turns.give().await;
                }
            };
            let document = write_paper(&props, paper, words, &mut pause).await;
            copy(&document, &told).await;
        });
    });
    html! { <>
        <button id="copy-draft" type="button" class="button button-secondary button-small" {onclick}>{ words.text(ReportText::CopyPaper) }</button>
        <span class="small" role="status" id="draft-told">{ told.map(|told| words.text(told)).unwrap_or_default() }</span>
    </> }
}

/// Writes the paper about what the contract says otherwise than another one.
async fn write_changes(case: &Case, words: Words, pause: &mut impl AsyncFnMut()) -> Option<WrittenPaper> {
    let Comparison { files, editions } = case.comparison()?;
    let printed = moment().map(|now| now.date);
    let version = env!("CARGO_PKG_VERSION");
    Some(changes_paper_paced(&ChangedMatter { files, editions, printed, version, words }, pause).await)
}

/// Writes the paper about the assessment on the screen, trials included. A decision covers all real assessments.
async fn write_paper(
    props: &ShownProps,
    paper: Paper,
    words: Words,
    pause: &mut impl AsyncFnMut(),
) -> WrittenPaper {
    let all = real_assessments(&props.case);
    let portfolio = portfolio_of(&props.case.contract.contract.id);
    paper.write_paced(&matter(props, &all, portfolio.as_deref(), words), pause).await
}

fn real_assessments(case: &Case) -> Vec<Assessed<'_>> {
    let real = case.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real);
    real.map(|sheet| assessed(sheet)).collect()
}

fn matter<'a>(
    props: &'a ShownProps,
    all: &'a [Assessed<'a>],
    portfolio: Option<&'a Portfolio>,
    words: Words,
) -> Matter<'a> {
    let ShownProps { case, sheet, .. } = props;
    Matter {
        contract: &case.contract,
        findings: &case.findings,
        current: assessed(sheet),
        is_trial: sheet.kind == SheetKind::WhatIf,
        all,
        beside: portfolio.map(|portfolio| portfolio.rows.as_slice()).unwrap_or_default(),
        printed: moment().map(|now| now.date),
        version: env!("CARGO_PKG_VERSION"),
        words,
    }
}

fn assessed(sheet: &Sheet) -> Assessed<'_> {
    Assessed { assessment: sheet.assessment(), evaluation: &sheet.evaluation }
}
