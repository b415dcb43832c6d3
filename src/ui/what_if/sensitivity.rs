//! What each goal can still move, as bars and as a table of the same figures.

use yew::prelude::*;

use super::named;
use crate::app::{Case, Sheet};
use crate::domain::number::{Decimal, Points, quotient};
use crate::domain::sensitivity::{Sway, sensitivity};
use crate::i18n::Lang;
use crate::i18n::number::{format_kroner, format_number};
use crate::i18n::text::WhatIfText;
use crate::i18n::text::what_if::more;

/// So many bars at most; the goals beyond them move the least.
const SHOWN: usize = 40;

/// The section; in an unweighted contract it says that there are no points.
pub(super) fn sensitive(case: &Case, sheet: &Sheet, lang: Lang) -> Html {
    let contract = &case.contract.contract;
    let sways = sensitivity(contract, &sheet.evaluation);
    let nothing = if contract.points.is_none() { WhatIfText::Unweighted } else { WhatIfText::Settled };
    let (first, rest) = sways.split_at(sways.len().min(SHOWN));
    let has_pay = first.iter().any(|sway| sway.worth.is_some());
    let has_kroner = first.iter().any(|sway| sway.worth.is_some_and(|worth| worth.kroner.is_some()));
    let most = first.first().map_or(Points::default(), size);
    let head = |text: WhatIfText| html! { <th scope="col" class="number">{ text.text(lang) }</th> };
    html! {
        <section id="sensitivity">
            <h2>{ WhatIfText::Sensitivity.text(lang) }</h2>
            if first.is_empty() {
                <p>{ nothing.text(lang) }</p>
            } else {
                if has_kroner { <p class="small quiet">{ WhatIfText::KronerNote.text(lang) }</p> }
                <div class="scroll" role="region" tabindex="0" aria-label={WhatIfText::Sensitivity.text(lang)}>
                    <table class="table table--compact table--borderless sways">
                        <caption class="sr-only">{ WhatIfText::Sensitivity.text(lang) }</caption>
                        <thead>
                            <tr>
                                <th scope="col">{ WhatIfText::Goal.text(lang) }</th>
                                <td class="sways__bar" aria-hidden="true"></td>
                                { head(WhatIfText::ContractPoints) }
                                if has_pay { { head(WhatIfText::PayPoints) } }
                                if has_kroner { { head(WhatIfText::Kroner) } }
                            </tr>
                        </thead>
                        <tbody>{ for first.iter().map(|sway| {
                            let (name, _) = named(contract, &sway.id, lang);
                            html! {
                                <tr>
                                    <th scope="row">{ name }</th>
                                    <td class="sways__bar" aria-hidden="true">{ bar(size(sway), most) }</td>
                                    <td class="number">{ own_points(sway, lang) }</td>
                                    if has_pay { <td class="number">{ pay_points(sway, lang) }</td> }
                                    if has_kroner { <td class="number">{ kroner(sway, lang) }</td> }
                                </tr>
                            }
                        }) }</tbody>
                    </table>
                </div>
                if !rest.is_empty() { <p>{ more(rest.len(), lang) }</p> }
            }
        </section>
    }
}

/// What the bars are drawn after.
fn size(sway: &Sway) -> Points {
    sway.worth.map_or(sway.points, |worth| worth.points.max)
}

fn bar(size: Points, most: Points) -> Html {
    let width = quotient(size.0 * Decimal::ONE_HUNDRED, most.0, 1).unwrap_or_default();
    html! {
        <svg class="sways__picture" focusable="false">
            <rect class="sways__rect" width={format!("{width}%")} height="100%" />
        </svg>
    }
}

/// The contract's points; the individual part has none.
fn own_points(sway: &Sway, lang: Lang) -> String {
    if sway.id.is_goal() { format_number(sway.points.0, lang) } else { "–".to_owned() }
}

fn pay_points(sway: &Sway, lang: Lang) -> String {
    sway.worth.map_or_else(|| "–".to_owned(), |worth| format_number(worth.points.max.0, lang))
}

fn kroner(sway: &Sway, lang: Lang) -> String {
    let amount = sway.worth.and_then(|worth| worth.kroner);
    amount.map_or_else(|| "–".to_owned(), |amount| format_kroner(amount.max, lang))
}
