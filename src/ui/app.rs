//! Draws the whole page: its state, the place that is shown, and what happens around it.

use std::rc::Rc;

use yew::prelude::*;

use super::announcer::Announcer;
use super::charts::hatches;
use super::context::{Page, Store};
use super::focus::skip_to_content;
use super::foot::Foot;
use super::later::{Later, Part, use_rest};
use super::messages::{ErrorSummary, Messages};
use super::opening::opening_file;
use super::places::Places;
use super::print::{Ending, print_foot, print_head, use_ending};
use super::results::Results;
use super::shared::Shared;
use super::start::start;
use super::summary::Summary;
use super::top_bar::TopBar;
use super::{around, context, file, keeping, sharing};
use crate::app::{AssessmentsPart, Case, Route, Sheet, SheetAction, SheetKind, State};
use crate::i18n::Words;
use crate::i18n::text::{OverviewText, PageText};

/// Holds the state and draws the page around the place that is shown.
#[component]
pub fn App() -> Html {
    let store = use_reducer_eq(|| Store(keeping::latest()));
    let state = Rc::clone(&store.0);
    keeping::remember(&state);
    let locked = open_case(&state)
        .is_some_and(|(case, sheet)| sheet.assessment().is_locked() || case.is_of_other(&sheet));
    let page = Page { words: state.lang.words(), locked, dispatch: Some(store.dispatcher()) };
    // Before anything else puts its own part after `#` in the address.
    sharing::use_address(&page);
    context::remember(&page);
    let place = around::use_route(&state);
    around::use_browser(&state, &page);
    keeping::use_keeping(&state, &page, &place);
    file::use_file(&state, &page);
    let ending = use_ending(&state);
    use_rest(state.opening.is_none());
    html! {
        <ContextProvider<Page> context={page.clone()}>
            <a class="skipnav" href="#main-content" onclick={skip_to_content()}>{ state.lang.words().text(PageText::SkipToContent) }</a>
            { hatches() }
            <Announcer state={Shared::from(&state)} />
            <TopBar state={Shared::from(&state)} />
            { for summary_and_places(&state, &place) }
            { for import_dialog(&state) }
            <main id="main-content" class="content within" tabindex="-1">
                { opening_file(&page, &state) }
                <Messages state={Shared::from(&state)} />
                <div key={place.address().split('/').next().unwrap_or_default().to_owned()}>{ content(&page, &state, &place, ending) }</div>
            </main>
            <Foot />
        </ContextProvider<Page>>
    }
}

/// The case and its assessment, where one is open.
fn open_case(state: &State) -> Option<(Shared<Case>, Shared<Sheet>)> {
    let case = state.case.as_ref()?;
    Some((case.into(), case.sheet()?.into()))
}

/// Draws the summary and the links between the places.
fn summary_and_places(state: &State, place: &Route) -> Option<Html> {
    let is_start = *place == Route::Start || place.needs_no_contract();
    let Some((case, sheet)) = open_case(state).filter(|_| !is_start) else {
        return (is_called_for(state) && !place.needs_no_contract()).then(|| frame(state.lang.words()));
    };
    let contract = &case.contract.contract;
    Some(html! {
        <div class="in-view">
            { print_head(&case, &sheet, state.lang.words()) }
            if sheet.kind == SheetKind::WhatIf { <Later part={Part::Trial(case.clone(), sheet.clone())} /> }
            <Summary case={case.clone()} sheet={sheet.clone()} is_what_if={*place == Route::WhatIf} />
            <Places
                current={place.clone()}
                has_pay={contract.pay.is_some()}
                has_risks={contract.risk.is_some()}
                findings={case.is_examined.then_some(case.findings.len())}
            />
        </div>
    })
}

/// Whether the address named a contract that is still being read.
fn is_called_for(state: &State) -> bool {
    state.case.is_none() && state.opening.as_ref().is_some_and(|opening| opening.called_for)
}

/// Draws the empty frame of the summary and the places, as `index.html` paints it, so that nothing moves later.
fn frame(words: Words) -> Html {
    html! {
        <div class="in-view">
            <div class="summary within"></div>
            <nav class="places" aria-label={words.text(PageText::Places)}>
                <div class="places__row within">
                    <ul class="places__list nobullet-list no-max-width">
                        <li><span class="places__place" aria-current="page">{ words.text(PageText::Results) }</span></li>
                    </ul>
                </div>
            </nav>
        </div>
    }
}

/// Draws the dialogue for an imported table, over whatever is shown.
fn import_dialog(state: &State) -> Option<Html> {
    let import = state.import.as_ref().map(Shared::from)?;
    Some(html! { <Later part={Part::Import(import)} /> })
}

/// Says that nothing can be changed here and why, with the way to change that.
fn read_only_notice(page: &Page, case: &Case, sheet: &Sheet) -> Option<Html> {
    let words = page.words;
    if sheet.assessment().is_locked() {
        return Some(html! {
            <p key="locked" id="locked" class="banner screen-only">
                { words.text(OverviewText::IsLocked) }{ " " }
                <a href={Route::Assessments(AssessmentsPart::List).address()}>{ words.text(OverviewText::GoToAssessments) }</a>
            </p>
        });
    }
    let by = sheet.assessment().by;
    case.is_of_other(sheet).then(|| {
        html! {
            <p key="of-other" id="of-other" class="banner screen-only">
                { words.is_of_other(by) }{ " " }
                <button id="edit-other" type="button" class="text-button" onclick={page.answering(SheetAction::EditOther.into())}>{ words.edit_other(by) }</button>
            </p>
        }
    })
}

fn content(page: &Page, state: &Rc<State>, place: &Route, ending: Ending) -> Html {
    if place.needs_no_contract() {
        return html! { <Later part={Part::Free { route: place.clone(), is_open: state.case.is_some() }} /> };
    }
    let Some((case, sheet)) = open_case(state).filter(|_| *place != Route::Start) else {
        if is_called_for(state) {
            let results = state.lang.words().text(PageText::Results);
            return html! { <><h1 class="place-heading">{ results }</h1><div class="shell__rows"></div></> };
        }
        return start(page, state);
    };
    let shown = if let Route::Results(goal) = place {
        // Another case or assessment starts anew, with all rows closed.
        let key = format!("{}-{}", case.opening, sheet.id.0);
        html! { <Results {key} case={case.clone()} sheet={sheet.clone()} goal={goal.clone().map(AttrValue::from)} /> }
    } else {
        html! { <Later part={Part::Place(place.clone(), case.clone(), sheet.clone())} /> }
    };
    html! { <>
        <ErrorSummary state={Shared::from(state)} is_writing={matches!(place, Route::Writing(_))} />
        { for read_only_notice(page, &case, &sheet) }
        { shown }
        { print_foot(&case, ending, state.lang.words()) }
    </> }
}
