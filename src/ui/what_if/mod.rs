//! Shows the place »Hvad nu hvis«: a copy beside the real assessment, what a percent needs, what each goal can move.

mod banner;
mod compared;
mod plan;
mod rows;
mod sensitivity;

pub(crate) use banner::WhatIfBanner;

use yew::prelude::*;

use crate::app::{Case, Sheet, SheetAction, SheetKind};
use crate::domain::address::LineId;
use crate::domain::contract::Contract;
use crate::i18n::Words;
use crate::i18n::text::{OverviewText, WhatIfText};
use crate::ui::context::{Page, use_page};
use crate::ui::shared::SheetProps;
use crate::ui::window::use_turns;

#[component]
pub(crate) fn WhatIf(props: &SheetProps) -> Html {
    let page = use_page();
    let words = page.words;
    let (case, sheet) = (&props.case, &props.sheet);
    let is_trial = sheet.kind == SheetKind::WhatIf;
    html! { <>
        <h1 class="place-heading">{ words.text(OverviewText::WhatIf) }</h1>
        <p>{ words.text(WhatIfText::Intro) }</p>
        <div>
            if is_trial {
                { compared::compared(case, sheet, words) }
            } else {
                { begin(&page, case, sheet) }
            }
        </div>
        <plan::Needed case={case.clone()} sheet={sheet.clone()} />
        <div>
            if is_trial { <rows::Rows key={sheet.id.0} case={case.clone()} sheet={sheet.clone()} /> }
        </div>
        <Sensitivity case={case.clone()} sheet={sheet.clone()} />
    </> }
}

/// Draws what each goal can still move; with many goals, after everything else.
#[component]
fn Sensitivity(props: &SheetProps) -> Html {
    let words = use_page().words;
    let goals = props.case.contract.contract.goals.len();
    let is_due = use_turns(2, goals);
    if is_due { sensitivity::section(&props.case, &props.sheet, words) } else { Html::default() }
}

/// Draws the button that begins a trial of the assessment on the screen, or goes on with the one that there is.
fn begin(page: &Page, case: &Case, sheet: &Sheet) -> Html {
    let going = case.what_if_of(sheet).map(|trial| trial.id);
    let of = sheet.id;
    let word = if going.is_some() { WhatIfText::GoOn } else { WhatIfText::Begin };
    let sender = page.clone();
    let onclick = Callback::from(move |_| {
        sender.send(going.map_or(SheetAction::Copy { of, kind: SheetKind::WhatIf }, SheetAction::Select));
    });
    html! {
        <button id="begin-trial" type="button" class="button button-secondary" {onclick}>{ page.words.text(word) }</button>
    }
}

/// Names a goal or an area, and the unit of its figures.
fn named<'c>(contract: &'c Contract, line: &'c LineId, words: Words) -> (String, Option<&'c str>) {
    let LineId::Entry(entry) = line else {
        return (words.text(WhatIfText::Overall).to_owned(), None);
    };
    let goal = entry.goal_in(contract);
    let name = goal.map(|goal| match &goal.label {
        Some(label) => format!("{label} {}", goal.title),
        None => goal.title.clone(),
    });
    (name.unwrap_or_default(), goal.and_then(|goal| goal.unit.as_deref()))
}
