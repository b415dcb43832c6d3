//! Draws the parts themselves. Only the later pieces contain what this file alone uses.

use yew::prelude::*;

use super::Part;
use crate::app::{Case, ContractPart, Route, Sheet};
use crate::ui::assessments::Assessments;
use crate::ui::context::Page;
use crate::ui::contract::ContractPlace;
use crate::ui::decision::Decision;
use crate::ui::help::Help;
use crate::ui::import::ImportDialog;
use crate::ui::papers::Papers;
use crate::ui::paste::PasteDialog;
use crate::ui::pay::Pay;
use crate::ui::portfolio::PortfolioPlace;
use crate::ui::results::{MissingList, Tables, details, equal_weights};
use crate::ui::risks::Risks;
use crate::ui::shared::Shared;
use crate::ui::start::ways;
use crate::ui::what_if::{WhatIf, WhatIfBanner};
use crate::ui::writing::WritingPlace;

/// Draws the ways into the page.
pub(super) fn start(part: &Part, page: &Page) -> Html {
    match part {
        Part::Ways(state) => ways(page, state),
        _ => Html::default(),
    }
}

/// Draws every other part.
pub(super) fn rest(part: &Part, page: &Page) -> Html {
    match part {
        Part::Ways(_) => Html::default(),
        Part::Free { route: Route::Portfolio, is_open } => html! { <PortfolioPlace is_open={*is_open} /> },
        Part::Free { is_open, .. } => html! { <Help is_open={*is_open} /> },
        Part::Place(route, case, sheet) => place(route, case.clone(), sheet.clone()),
        Part::Import(import) => html! { <ImportDialog import={import.clone()} /> },
        Part::Paste(close) => html! { <PasteDialog close={close.clone()} /> },
        Part::Missing(props) => html! { <MissingList ..props.clone() /> },
        Part::Equal(case, sheet) => equal_weights(case, sheet, page.words),
        Part::Tables(props) => html! { <Tables ..props.clone() /> },
        Part::Details(entry) => details(entry, page),
        Part::Trial(case, sheet) => html! { <WhatIfBanner case={case.clone()} sheet={sheet.clone()} /> },
    }
}

fn place(route: &Route, case: Shared<Case>, sheet: Shared<Sheet>) -> Html {
    match route {
        Route::Pay => html! { <Pay {case} {sheet} /> },
        Route::Risks => {
            html! { <Risks contract={Shared::from(&case.contract.contract)} evaluation={Shared::from(&sheet.evaluation)} /> }
        }
        Route::WhatIf => html! { <WhatIf {case} {sheet} /> },
        Route::Assessments(part) => html! { <Assessments {case} {sheet} part={*part} /> },
        Route::Decision => html! { <Decision {case} {sheet} /> },
        Route::Papers(paper) => {
            html! { <Papers {case} {sheet} paper={paper.clone().map(AttrValue::from)} /> }
        }
        Route::Writing(part) => html! { <WritingPlace {case} {sheet} part={*part} /> },
        Route::Contract(part) => html! { <ContractPlace {case} {sheet} part={*part} /> },
        Route::Results(_) | Route::Start | Route::Portfolio | Route::Help => {
            html! { <ContractPlace {case} {sheet} part={ContractPart::Said} /> }
        }
    }
}
