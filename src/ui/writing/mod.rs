//! Shows the place where a contract is written: its stations, the bar of weights, and the station that is open.

mod basis;
mod curve;
mod file;
mod findings;
mod form;
mod goal;
mod goals;
mod item;
mod one_of_many;
mod pay;
mod pots;
mod remedy;
mod review;
mod risks;
mod stages;
mod target;
mod trial;
mod try_pay;
mod unfit;

use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::form::Form;
use self::unfit::WithResults;
use super::context::{Page, use_page};
use super::contract::Changes;
use super::shared::Shared;
use super::start::examine;
use crate::app::findings::{Finding, Section, section_of};
use crate::app::{Case, Route, Sheet, WritingEdit, WritingPart, item_of};
use crate::domain::changes::changes;
use crate::domain::contract::{Contract, Weight};
use crate::domain::number::Points;
use crate::findings::{Diagnostic, Severity};
use crate::format::Written;
use crate::i18n::Words;
use crate::i18n::text::WritingText;
use crate::platform::page as browser;

/// How long the typing pauses before a large contract is examined, in milliseconds.
const PAUSE: u32 = 600;

/// The case, its assessment on the screen, and the station.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WritingPlaceProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    pub(crate) part: WritingPart,
}

/// Draws the stations and the one that is open.
#[component]
pub(crate) fn WritingPlace(props: &WritingPlaceProps) -> Html {
    let page = use_page();
    let words = page.words;
    let case = &props.case;
    use_examination(&page, case);
    use_station_focus(props.part);
    let contract = Shared::from(&case.contract.contract);
    let doubted = use_memo((contract.clone(), Shared::from(&case.findings)), |(contract, found)| {
        doubted(found, contract)
    });
    let is_listed = matches!(props.part, WritingPart::Findings);
    let findings = use_memo(
        is_listed.then(|| (contract.clone(), Shared::from(&case.findings), props.sheet.clone(), words)),
        |listed| match listed {
            Some((contract, found, sheet, words)) => {
                Finding::all(found, contract, sheet.assessment(), *words)
            }
            None => Rc::default(),
        },
    );
    // What no list of goals is needed for is looked up in the rest of the text. The goals' own station needs none of it.
    let has_head = !matches!(props.part, WritingPart::Goals(_));
    let head = use_memo(has_head.then(|| Shared::from(&case.contract.source)), |source| match source {
        Some(_) => case.contract.head().into_owned(),
        None => String::new(),
    });
    let changed = use_changed(case);
    let written = Written::parse(&head);
    let found = if has_head { found_around_goals(case, words) } else { Vec::new() };
    let form = Form { page: &page, case, written: written.as_ref(), base: "", found: &found, words };
    let station = match props.part {
        WritingPart::Basis => basis::basis(form),
        WritingPart::Goals(asked) => html! { <goals::Goals case={case.clone()} {asked} /> },
        WritingPart::Pay => pay::pay(form),
        WritingPart::Risks => risks::risks(form, case),
        WritingPart::Findings => findings::findings(form, case, &findings),
        WritingPart::Changes => html! { <Changes case={case.clone()} /> },
        WritingPart::Review => html! {
            <review::Review case={case.clone()} sheet={props.sheet.clone()} findings={case.findings.len()} />
        },
        WritingPart::File => file::file(form),
    };
    html! {
        <div class="writing">
            <h1 class="place-heading">{ words.text(WritingText::Heading) }</h1>
            { weights(&contract, words) }
            <WithResults case={case.clone()} />
            if let Some(locked) = &contract.locked {
                <p class="banner" id="contract-locked">
                    { words.locked_on(locked.on) }{ " " }
                    <a href={Route::Writing(WritingPart::Review).address()}>{ words.text(WritingText::Review) }</a>
                </p>
            }
            <div class="writing__columns">
                { stations(case, (&doubted, changed), props.part, words) }
                <section class="writing__station" id="station" tabindex="-1" aria-label={words.text(name(props.part))}>
                    <h2 class="section-heading">{ words.text(name(props.part)) }</h2>
                    { station }
                </section>
            </div>
        </div>
    }
}

/// Moves the focus from the top of the place to a station that was gone to, past the list of all. A field that has it by
/// then keeps it.
#[hook]
fn use_station_focus(part: WritingPart) {
    let shown = use_mut_ref(|| part.code());
    use_effect_with(part.code(), move |code| {
        if shown.replace(code) != *code && browser::focused().as_deref() == Some("main-content") {
            browser::focus("station");
        }
    });
}

/// Looks for the findings in a large contract once the typing pauses, until it goes on.
#[hook]
fn use_examination(page: &Page, case: &Case) {
    let source = Shared::from(&case.contract.source);
    let latest = use_mut_ref(|| source.clone());
    latest.replace(source.clone());
    let waits = case.writing.is_unexamined.then_some(source);
    use_effect_with((waits, page.clone()), move |(waits, page)| {
        let timeout = waits.clone().map(|source| {
            let page = page.clone();
            Timeout::new(PAUSE, move || {
                spawn_local(async move {
                    let mut examining = examine(Rc::clone(&source.0));
                    let findings = poll_fn(|context| {
                        if *latest.borrow() == source {
                            examining.as_mut().poll(context).map(Some)
                        } else {
                            Poll::Ready(None)
                        }
                    });
                    if let Some(findings) = findings.await {
                        page.send(WritingEdit::Examined { source: source.0, findings });
                    }
                });
            })
        });
        move || drop(timeout)
    });
}

/// With more goals than this, the changes are counted once the typing pauses.
const COUNTED_AT_ONCE: usize = 1_000;

/// What the contract says otherwise than the one that it is compared with.
#[derive(Clone, Copy, PartialEq)]
enum Changed {
    Nowhere,
    /// It is compared, and this many changes were counted last.
    Compared(Option<usize>),
}

/// Counts what the contract says otherwise than the one that it is compared with.
#[hook]
fn use_changed(case: &Shared<Case>) -> Changed {
    let depends = (
        Shared::from(&case.contract.contract),
        case.compared.as_ref().map(Shared::from),
        case.sheets.iter().map(Shared::from).collect::<Vec<_>>(),
    );
    let is_small = case.contract.contract.goals.len() <= COUNTED_AT_ONCE;
    let now = use_memo(depends.clone(), |_| {
        case.comparison().map(|comparison| is_small.then(|| changes(comparison.editions).len()))
    });
    let counted = use_state_eq(|| None::<usize>);
    let waits = (*now == Some(None)).then_some(depends);
    use_effect_with(waits, {
        let (case, counted) = (case.clone(), counted.setter());
        move |waits| {
            let count = move || counted.set(case.comparison().map(|found| changes(found.editions).len()));
            let timeout = waits.is_some().then(|| Timeout::new(PAUSE, count));
            move || drop(timeout)
        }
    });
    now.map_or(Changed::Nowhere, |now| Changed::Compared(now.or(*counted)))
}

fn name(part: WritingPart) -> WritingText {
    match part {
        WritingPart::Basis => WritingText::Basis,
        WritingPart::Goals(_) => WritingText::Goals,
        WritingPart::Pay => WritingText::Pay,
        WritingPart::Risks => WritingText::Risks,
        WritingPart::Findings => WritingText::Findings,
        WritingPart::Changes => WritingText::Changes,
        WritingPart::Review => WritingText::Review,
        WritingPart::File => WritingText::File,
    }
}

/// Draws the links between the stations, each with its state.
fn stations(
    case: &Case,
    (doubted, changed): (&[WritingText], Changed),
    current: WritingPart,
    words: Words,
) -> Html {
    let contract = &case.contract.contract;
    let link = |part: WritingPart| {
        let (sign, state, count) = match part {
            WritingPart::Changes => match changed {
                Changed::Compared(count) => ("●", words.text(WritingText::Done), count),
                Changed::Nowhere => ("○", words.text(WritingText::NothingCompared), None),
            },
            part => state(part, case, contract, doubted, words),
        };
        let is_current = name(part) == name(current);
        let id = format!("station-{}", part.code());
        html! {
            <li key={part.code()}>
                <a {id} class="stations__link" href={Route::Writing(part).address()} aria-current={is_current.then_some("step")}>
                    <span class="stations__sign" aria-hidden="true">{ sign }</span>
                    <span>{ words.text(name(part)) }</span>
                    if let Some(count) = count { <span class="stations__count">{ words.count(count) }</span> }
                    if !state.is_empty() { <span class="sr-only">{ format!(" – {state}") }</span> }
                </a>
            </li>
        }
    };
    html! {
        <nav class="stations" aria-label={words.text(WritingText::Stations)}>
            <ul class="nobullet-list no-max-width">{ for WritingPart::ALL.into_iter().map(link) }</ul>
        </nav>
    }
}

/// The sign of a station, its words, and what is counted in it.
fn state(
    part: WritingPart,
    case: &Case,
    contract: &Contract,
    doubted: &[WritingText],
    words: Words,
) -> (&'static str, &'static str, Option<usize>) {
    let (is_begun, count) = match part {
        WritingPart::Basis => (contract.institution.is_some() || contract.period.is_some(), None),
        WritingPart::Goals(_) => (!contract.goals.is_empty(), Some(contract.goals.len())),
        WritingPart::Pay => (contract.pay.is_some(), None),
        WritingPart::Risks => {
            let entries = contract.risk.as_ref().map(|risk| risk.entries.len());
            (entries.is_some(), entries)
        }
        WritingPart::Findings => {
            let count = case.findings.len() + case.writing.waiting();
            return match count {
                0 => ("●", words.text(WritingText::Done), None),
                _ => ("◐", words.text(WritingText::Begun), Some(count)),
            };
        }
        WritingPart::Review => (contract.locked.is_some(), None),
        WritingPart::File | WritingPart::Changes => return ("", "", None),
    };
    let is_doubted = doubted.contains(&name(part));
    let waits = case.writing.typed.keys().any(|at| name(part_at(at)) == name(part));
    match (is_begun, is_doubted || waits) {
        (false, false) => ("○", words.text(WritingText::NotBegun), count),
        (_, true) => ("◐", words.text(WritingText::Begun), count),
        (true, false) => ("●", words.text(WritingText::Done), count),
    }
}

/// The stations of which something more than a note was found, by their names.
fn doubted(found: &[Diagnostic], contract: &Contract) -> Vec<WritingText> {
    let mut doubted = Vec::new();
    for one in found.iter().filter(|one| one.severity != Severity::Note) {
        let name = name(part_of(section_of(one, contract)));
        if !doubted.contains(&name) {
            doubted.push(name);
        }
    }
    doubted
}

/// The station that a section of the contract is written in.
fn part_of(section: Section) -> WritingPart {
    match section {
        Section::Goal(goal) => WritingPart::Goals(Some(goal)),
        Section::Pay => WritingPart::Pay,
        Section::Risks => WritingPart::Risks,
        _ => WritingPart::Basis,
    }
}

/// The station that a field is in, by its place.
fn part_at(at: &str) -> WritingPart {
    match item_of(at).strip_prefix("/goals/") {
        Some(goal) => WritingPart::Goals(goal.parse().ok()),
        None if at.starts_with("/pay") => WritingPart::Pay,
        None if at.starts_with("/risk") => WritingPart::Risks,
        None => WritingPart::Basis,
    }
}

/// Draws how many of the contract's points the weights make.
fn weights(contract: &Contract, words: Words) -> Html {
    let Some(points) = contract.points else { return Html::default() };
    let weights = contract.goals.iter().filter_map(|goal| goal.weight).map(Weight::max);
    let sum = weights.fold(Points::default(), |sum, weight| sum + weight);
    let text = words.weights_of_total(sum.0, points.total.0);
    html! {
        <div class="weights">
            <label for="weights-bar" id="weights-sum" aria-live="polite">{ text }</label>
            <progress id="weights-bar" class="weights__bar" max={points.total.0.to_string()} value={sum.0.min(points.total.0).to_string()}></progress>
        </div>
    }
}

/// Where in the contract a finding is, by its place in the list of all.
fn place_of(case: &Case, at: usize) -> String {
    let place = case.findings.get(at).map(|one| one.path.pointer()).unwrap_or_default();
    place.strip_prefix("/contract").map_or_else(|| place.clone(), str::to_owned)
}

/// What was found at places from `base` on, each with its words.
fn found_at(case: &Case, base: &str, words: Words) -> Vec<(String, String)> {
    found_where(case, words, |place| {
        place.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// What was found at other places than the goals.
fn found_around_goals(case: &Case, words: Words) -> Vec<(String, String)> {
    found_where(case, words, |place| !place.starts_with("/goals/"))
}

fn found_where(case: &Case, words: Words, is_wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let found = case.findings.iter().filter_map(|one| {
        let place = one.path.pointer();
        let place = place.strip_prefix("/contract").unwrap_or(&place);
        is_wanted(place).then(|| (place.to_owned(), one.code.message(words)))
    });
    found.collect()
}
