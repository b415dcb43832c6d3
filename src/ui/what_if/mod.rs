//! Hvad nu hvis: a marked copy beside the real assessment, what a percent needs, and what each goal can still move.

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
use crate::i18n::Lang;
use crate::i18n::text::{OverviewText, WhatIfText};
use crate::ui::context::{Page, use_page};
use crate::ui::shared::SheetProps;

/// The part.
#[component]
pub(crate) fn WhatIf(props: &SheetProps) -> Html {
    let page = use_page();
    let lang = page.lang;
    let (case, sheet) = (&props.case, &props.sheet);
    let is_trial = sheet.kind == SheetKind::WhatIf;
    html! { <>
        <h1 class="place-heading">{ OverviewText::WhatIf.text(lang) }</h1>
        <p>{ WhatIfText::Intro.text(lang) }</p>
        <div>
            if is_trial {
                { compared::compared(case, sheet, lang) }
            } else {
                { begin(&page, case, sheet) }
            }
        </div>
        <plan::Needed case={case.clone()} sheet={sheet.clone()} />
        <div>
            if is_trial { <rows::Rows key={sheet.id.0} case={case.clone()} sheet={sheet.clone()} /> }
        </div>
        { sensitivity::sensitive(case, sheet, lang) }
    </> }
}

/// Begins a trial of the assessment on the screen, or goes on with the one that there is.
fn begin(page: &Page, case: &Case, sheet: &Sheet) -> Html {
    let going = case.what_if_of(sheet).map(|trial| trial.id);
    let of = sheet.id;
    let word = if going.is_some() { WhatIfText::GoOn } else { WhatIfText::Begin };
    let sender = page.clone();
    let onclick = Callback::from(move |_| {
        sender.send(going.map_or(SheetAction::Copy { of, kind: SheetKind::WhatIf }, SheetAction::Select));
    });
    html! {
        <button id="begin-trial" type="button" class="button button-primary" {onclick}>{ word.text(page.lang) }</button>
    }
}

/// What something that gives points is called, with what its figures count.
fn named<'c>(contract: &'c Contract, line: &'c LineId, lang: Lang) -> (String, Option<&'c str>) {
    let LineId::Entry(entry) = line else {
        return (WhatIfText::Overall.text(lang).to_owned(), None);
    };
    let goal = entry.goal_in(contract);
    let name = goal.map(|goal| match &goal.label {
        Some(label) => format!("{label} {}", goal.title),
        None => goal.title.clone(),
    });
    (name.unwrap_or_default(), goal.and_then(|goal| goal.unit.as_deref()))
}
