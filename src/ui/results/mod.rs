//! Shows the place »Resultater«: every goal with what is wanted, what was reached, and what it gives.

mod addendum;
mod details;
mod development;
mod entry;
mod equal;
mod filters;
mod find;
mod group;
mod individual;
mod input;
mod keys;
mod progress;
mod row;
mod rows;
mod steps;
mod tables;

pub(crate) use details::details;
pub(crate) use entry::EntryState;
pub(crate) use equal::equal_weights;
pub(crate) use find::FIND;
pub(crate) use individual::{area_rows, judgement};
pub(crate) use input::inputs;
pub(crate) use progress::{MissingList, MissingListProps};
pub(crate) use row::fixed_later;
pub(crate) use steps::full_points;
pub(crate) use tables::{Tables, TablesProps};

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use self::entry::Rowbook;
use self::filters::{Filter, Goals, filters};
use self::find::{Search, find, in_both};
use self::group::Shown;
use self::individual::found_areas;
use self::keys::use_keys;
use self::progress::progress;
use super::context::use_words;
use super::import::ChooseTable;
use super::later::{Folded, Later, Part};
use super::shared::Shared;
use super::window::{CLASS, View, use_begun, use_printing, use_room, use_searching, use_window};
use crate::app::headings::Headings;
use crate::app::list::List;
use crate::app::missing::filled;
use crate::app::{Case, Route, Sheet};
use crate::domain::contract::{Contract, GoalId};
use crate::i18n::text::{PageText, ResultsText, TableText};
use crate::platform::address;

/// The case, its assessment on the screen, and the goal that a link asks for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ResultsProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    #[prop_or_default]
    pub(crate) goal: Option<AttrValue>,
}

/// Returns the goal that the address asks for, until its row has shown itself. `seek` is called each time, since a
/// link to a goal shows it whatever the filter says.
#[hook]
fn use_asked(goal: Option<&AttrValue>, seek: impl Fn() + 'static) -> UseStateHandle<Option<GoalId>> {
    let asked = use_state_eq(|| goal.map(|goal| GoalId::from(goal.as_str())));
    use_effect_with((), {
        let asked = asked.setter();
        move |()| {
            let listening = address::on_change(move |fragment| {
                if let Route::Results(Some(goal)) = Route::parse(&fragment) {
                    asked.set(Some(GoalId::from(goal.as_str())));
                    seek();
                }
            });
            move || drop(listening)
        }
    });
    asked
}

/// Makes the list of the goals that are both chosen and found, scrolled to the goal that is asked for.
#[hook]
fn use_view(
    contract: &Rc<Contract>,
    chosen: Option<&Goals>,
    found: Option<&Goals>,
    asked: Option<&GoalId>,
) -> Rc<View> {
    let view =
        use_memo((Shared::from(contract), chosen.cloned(), found.cloned()), |(contract, chosen, found)| {
            let chosen = in_both(chosen.as_ref(), found.as_ref());
            View::new(List::new(contract, chosen.as_deref()), CLASS)
        });
    let place = asked.and_then(|asked| contract.goals.iter().position(|goal| goal.id == *asked));
    if let Some(block) = place.and_then(|place| view.list.block_of(place)) {
        view.turn_to(block);
    }
    view
}

/// Keeps the state of the rows while they are not drawn. It forgets the goal that was asked for once its row has shown
/// itself.
#[hook]
fn use_book(asked: &UseStateHandle<Option<GoalId>>) -> Rc<Rowbook> {
    let asked = asked.setter();
    use_memo((), move |()| Rowbook {
        arrived: Callback::from(move |()| asked.set(None)),
        ..Rowbook::default()
    })
}

/// Draws the assessment's head, the filters, and the goals in their groups.
#[component]
pub(crate) fn Results(props: &ResultsProps) -> Html {
    let words = use_words();
    let filter = use_state(|| (Filter::All, None));
    let search = use_state_eq(Search::default);
    let asked = use_asked(props.goal.as_ref(), {
        let (filter, search) = (filter.setter(), search.setter());
        move || {
            filter.set((Filter::All, None));
            search.set(Search::default());
        }
    });
    let is_printed = use_printing();
    let (case, sheet) = (&props.case.0, &props.sheet.0);
    let contract = &case.contract.contract;
    let view = use_view(contract, filter.1.as_ref(), search.found.as_ref(), asked.as_ref());
    let sums = use_memo(Shared::from(contract), |contract| RefCell::new(Headings::new(contract)));
    let book = use_book(&asked);
    let is_searched = use_searching();
    let is_begun = use_begun(&view);
    let onfocusin = use_window(&view, is_begun);
    // A filter chooses among the contract's goals; the areas stand by all of them, and are found by their names.
    let has_areas = filter.1.is_none() && contract.pay.is_some();
    let (reach, onkeydown) = use_keys(&props.case, &props.sheet, &view, has_areas);
    let room = use_room(if is_searched { contract.goals.len() } else { 0 });
    let mut sums = sums.borrow_mut();
    let shown = Shown {
        case,
        sheet,
        view: &view,
        room: is_begun.then_some(match (is_printed, is_searched) {
            (true, _) => usize::MAX,
            (_, true) => room,
            _ => 0,
        }),
        asked_for: asked.as_ref(),
        sums: sums.of(&sheet.evaluation),
        book: &Shared::from(&book),
        words,
    };
    let goals = view.list.goals();
    let areas = if has_areas { found_areas(case, search.found.as_ref()) } else { 0 };
    let filled = filled(contract, sheet);
    let tables = Part::Tables(TablesProps { case: props.case.clone(), sheet: props.sheet.clone() });
    let equal = Part::Equal(props.case.clone(), props.sheet.clone());
    html! { <>
        <div class="filling">
            <h1 class="place-heading">{ words.text(PageText::Results) }</h1>
            { progress(filled, words) }
            <Folded id="tables" class="with-details tables screen-only" heading={words.text(TableText::TakeOut)} part={tables} />
            <ChooseTable />
        </div>
        if contract.points.is_none() {
            <Folded id="equal-weights" heading={words.text(ResultsText::EqualWeights)} part={equal} />
        }
        <div class="filling">
            { filters(contract, sheet, &filter, filled.lacking, words) }
            { find(contract, &search, goals + areas, words) }
        </div>
        <div>
            if filter.0 == Filter::Missing {
                <Later part={Part::Missing(MissingListProps { case: props.case.clone(), sheet: props.sheet.clone(), lacking: filled.lacking, reach })} />
            }
        </div>
        <div id="goals" class={classes!(is_searched.then_some("goals--whole"))} {onfocusin} onkeydown={onkeydown.clone()}>{ shown.groups() }</div>
        <p class="results-keys small quiet no-max-width">{ words.text(ResultsText::Keys) }</p>
        <div {onkeydown}>
            if has_areas && (areas > 0 || search.found.is_none()) {
                { individual::group(case, sheet, search.found.as_ref(), words) }
            }
            if goals + areas == 0 && !contract.goals.is_empty() { <p>{ words.text(ResultsText::NoneHere) }</p> }
        </div>
    </> }
}
