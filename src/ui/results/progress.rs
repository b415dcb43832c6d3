//! Shows how far the assessment is filled in, and what is still missing, each with the way to its field.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::missing::{Filled, Lack, Missing, missing_besides, missing_of_goals};
use crate::app::{Case, FieldId, Route, Sheet, element_id};
use crate::domain::contract::Goal;
use crate::i18n::Words;
use crate::i18n::text::{EntryText, PayText, TableText};
use crate::platform::address;
use crate::ui::context::use_words;
use crate::ui::fields::{answer_name, field_name, full_name, part_title};
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// The most goals that are listed with what they lack; filling these in brings the next.
const LISTED: usize = 40;

/// Draws how many of the goals are filled in, as a bar.
pub(super) fn progress(filled: Filled, words: Words) -> Html {
    html! {
        <div class="progress screen-only">
            <label class="progress__label" id="filled" for="filled-bar">{ words.goals_filled_in(filled.done(), filled.goals) }</label>
            <progress class="progress__bar" id="filled-bar" max={filled.goals.to_string()} value={filled.done().to_string()} />
        </div>
    }
}

/// The case and its assessment on the screen, and who leads to a field.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MissingListProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    pub(crate) lacking: usize,
    pub(crate) reach: Callback<FieldId>,
}

/// Draws what the goals lack, and what is missing besides, in the words of the fields.
#[component]
pub(crate) fn MissingList(props: &MissingListProps) -> Html {
    let words = use_words();
    let MissingListProps { case, sheet, lacking, reach } = props;
    let contract = &case.contract.contract;
    let goals = missing_of_goals(contract, sheet, LISTED);
    let besides = missing_besides(contract, sheet);
    if goals.is_empty() && besides.is_empty() {
        return html! { <p id="missing" class="screen-only">{ words.text(TableText::NothingMissing) }</p> };
    }
    let link = |missing: &Missing, name: String| {
        let id = format!("missing-{}", missing.field);
        let onclick = way_to_entry(missing, reach);
        html! { <button key={id.clone()} type="button" class="text-button" {id} {onclick}>{ name }</button> }
    };
    let of_goal = |missing: &Vec<Missing>| {
        let entry = missing.first().and_then(|first| first.field.entry());
        let goal = entry.and_then(|entry| entry.goal_in(contract))?;
        let links = missing.iter().map(|one| link(one, lack_name(one, goal, sheet, words)));
        Some(html! {
            <li key={goal.id.as_str()}>
                <span lang={contract.language.clone()}>{ full_name(goal) }</span>{ " " }
                { for links }
            </li>
        })
    };
    let left = lacking.saturating_sub(LISTED);
    html! {
        <section id="missing" class="missing small screen-only" aria-label={words.text(TableText::WhatIsMissing)}>
            <ul class="missing__list nobullet-list no-max-width">
                { for goals.iter().filter_map(of_goal) }
                { for besides.iter().map(|one| html! { <li key={one.field.to_string()}>{ link(one, besides_name(case, one, words)) }</li> }) }
            </ul>
            if left > 0 { <p>{ words.and_more_lines(left) }</p> }
        </section>
    }
}

/// Names what a goal lacks: `Fastsæt måltal`, `Koncept: dato for opfyldelse`.
fn lack_name(missing: &Missing, goal: &Rc<Goal>, sheet: &Sheet, words: Words) -> String {
    let name = match missing.what {
        Lack::Target => words.text(EntryText::FixTarget).to_owned(),
        Lack::Baseline(period) => words.baseline_for(period.map(|period| words.period(period)).as_deref()),
        _ => answer_name(&missing.field, words).to_owned(),
    };
    let part = match &missing.field {
        FieldId::Reported(entry, path, _) => {
            part_title(goal, sheet.assessment().entry(entry).map(AsRef::as_ref), path, words)
        }
        _ => None,
    };
    part.map_or(name.clone(), |part| format!("{part}: {name}"))
}

fn besides_name(case: &Case, missing: &Missing, words: Words) -> String {
    match missing.field {
        FieldId::BaseValue(_) => words.text(PayText::Base).to_owned(),
        _ => field_name(case, &missing.field, words),
    }
}

/// Makes the click handler that leads to a missing entry.
fn way_to_entry(missing: &Missing, reach: &Callback<FieldId>) -> Callback<MouseEvent> {
    let (field, reach, what) = (missing.field.clone(), reach.clone(), missing.what);
    Callback::from(move |_: MouseEvent| match (&field, what) {
        (FieldId::BaseValue(_), _) => {
            // The line has no field before somebody adds it.
            address::go_to(&Route::Pay.address());
            focus_element_soon("add-base-line");
        }
        (field, Lack::Target) => {
            // Neither has an addendum; what brings its fields is a button of the row.
            if let Some(entry) = field.entry() {
                address::go_to(&Route::of_field(field).address());
                focus_element_soon(&element_id("fix", entry.goal.as_str()));
            }
        }
        (field, _) => reach.emit(field.clone()),
    })
}
