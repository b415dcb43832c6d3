//! Shows the place »Resultatløn«: the chain from points to pay, every step with its formula and its inputs.

mod adjustment;
mod base;
mod chain;
mod formula;
mod individual;
mod line;
mod pots;
mod worth;

use std::rc::Rc;

use yew::prelude::*;

pub(crate) use pots::pots_table;

use super::context::{Page, use_page};
use super::shared::Shared;
use crate::app::{Case, FieldId, Route, Sheet};
use crate::domain::contract::PayAgreement;
use crate::domain::pay::{PayOutcome, Stakes};
use crate::i18n::Words;
use crate::i18n::text::{PageText, PayText, WhatIfText};
use crate::ui::fields::FieldView;

/// The case and its assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PayProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
}

/// What the parts of the chain are drawn from.
#[derive(Clone, Copy)]
struct PayView<'a> {
    page: &'a Page,
    words: Words,
    case: &'a Shared<Case>,
    sheet: &'a Shared<Sheet>,
    agreement: &'a PayAgreement,
    outcome: &'a PayOutcome,
    /// What each goal is worth in the pay through pots and stages.
    stakes: &'a Rc<Option<Stakes>>,
    /// Whether the person asked for the fields of an adjustment while they are empty.
    adjusting: &'a UseStateHandle<bool>,
}

impl PayView<'_> {
    fn view(&self, field: &FieldId) -> FieldView {
        FieldView::in_sheet(self.case, self.sheet, field, &self.outcome.objections, self.words)
    }
}

/// Draws the chain, and what each goal is worth.
#[component]
pub(crate) fn Pay(props: &PayProps) -> Html {
    let page = use_page();
    let words = page.words;
    let adjusting = use_state_eq(|| false);
    let heading = html! { <h1 class="place-heading">{ words.text(PageText::Pay) }</h1> };
    let contract = &props.case.contract.contract;
    let stakes =
        use_memo(props.sheet.clone(), |sheet| Stakes::new(contract, sheet.assessment(), &sheet.evaluation));
    let agreement = contract.pay.as_ref();
    let Some((agreement, outcome)) = agreement.zip(props.sheet.evaluation.pay.as_ref()) else {
        return html! { <>{ heading }<p id="no-pay">{ words.text(PayText::NoAgreement) }</p></> };
    };
    let ground = PayView {
        page: &page,
        words,
        case: &props.case,
        sheet: &props.sheet,
        agreement,
        outcome,
        stakes: &stakes,
        adjusting: &adjusting,
    };
    html! { <>
        { heading }
        <div class="pay">
            { chain::chain(ground) }
            <div>
                <p><a id="to-what-if" href={Route::WhatIf.address()}>{ words.text(WhatIfText::Planning) }</a></p>
                { worth::worth(ground) }
            </div>
        </div>
    </> }
}
