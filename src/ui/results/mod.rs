//! Resultater: every goal with what is wanted, what was reached, and what it gives.

mod addendum;
mod details;
mod development;
mod entry;
mod equal;
mod filters;
mod find;
mod group;
mod head;
mod input;
mod progress;
mod row;
mod rows;
mod steps;
mod tables;

pub(crate) use entry::EntryState;
pub(crate) use find::FIND;
pub(crate) use head::{fields as head_fields, said as assessment_name};
pub(crate) use input::inputs;
pub(crate) use row::{Row, fixed_later};
pub(crate) use steps::full_points;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use self::equal::equal_weights;
use self::filters::{Filter, filters};
use self::find::{Search, find};
use self::group::Shown;
use self::head::head;
use self::progress::Progress;
use self::tables::Tables;
use super::context::use_page;
use super::shared::Shared;
use crate::app::{Case, Sheet};
use crate::i18n::text::{PageText, ResultsText};

/// The case, its assessment on the screen, and the goal that a link asks for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ResultsProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    #[prop_or_default]
    pub(crate) goal: Option<AttrValue>,
}

/// How many rows are drawn at first, and how many more each time, so that the page answers while a list of
/// thousands grows.
const FIRST: usize = 200;
const MORE: usize = 200;

/// For how many of the rows there is room so far.
#[hook]
pub(crate) fn use_room(rows: usize) -> usize {
    let room = use_state(|| FIRST);
    use_effect_with((*room, rows), {
        let room = room.setter();
        move |(drawn, rows)| {
            let more = (drawn < rows).then(|| drawn + MORE);
            let timeout = more.map(|more| Timeout::new(0, move || room.set(more)));
            move || drop(timeout)
        }
    });
    *room
}

/// The assessment's head, the filters, and the goals in their groups.
#[component]
pub(crate) fn Results(props: &ResultsProps) -> Html {
    let page = use_page();
    let lang = page.lang;
    let filter = use_state(|| (Filter::All, None));
    let search = use_state_eq(Search::default);
    let evaluation = &props.sheet.evaluation;
    let choose = use_callback(props.sheet.clone(), {
        let filter = filter.setter();
        move |chosen: Filter, sheet| filter.set((chosen, chosen.chosen(&sheet.evaluation)))
    });
    // A link to a goal shows it whatever the filter says.
    use_effect_with(props.goal.clone(), {
        let (filter, search) = (filter.setter(), search.setter());
        move |goal| {
            if goal.is_some() {
                filter.set((Filter::All, None));
                search.set(Search::default());
            }
        }
    });
    let (current, chosen) = &*filter;
    let chosen = search.within(chosen.as_ref());
    let goals = props.case.contract.contract.goals.len();
    let room = use_room(goals);
    let (case, sheet) = (&props.case.0, &props.sheet.0);
    let shown = Shown::new(case, sheet, chosen.as_deref(), props.goal.as_deref(), room, lang);
    let is_empty = chosen.as_ref().is_some_and(|chosen| chosen.is_empty());
    html! { <>
        <h1 class="place-heading">{ PageText::Results.text(lang) }</h1>
        { head(&page, &props.case, &props.sheet) }
        { equal_weights(&props.case, &props.sheet, lang) }
        <div class="filling">
            <Progress case={props.case.clone()} sheet={props.sheet.clone()} />
            <Tables case={props.case.clone()} sheet={props.sheet.clone()} />
        </div>
        <div class="filling">
            { filters(evaluation, *current, &choose, lang) }
            { find(&props.case.contract.contract, &search, chosen.as_ref().map(|chosen| chosen.len()), lang) }
        </div>
        <div id="goals" class={classes!((goals > FIRST).then_some("goals--many"))}>{ shown.groups() }</div>
        <div>
            if is_empty { <p>{ ResultsText::NoneHere.text(lang) }</p> }
        </div>
    </> }
}
