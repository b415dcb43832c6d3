//! Shows what each goal can still move, as bars and as a table of the same figures.

use yew::prelude::*;

use super::named;
use crate::app::{Case, Sheet};
use crate::domain::number::{Decimal, Points, quotient};
use crate::domain::sensitivity::{Sway, sensitivity};
use crate::i18n::Words;
use crate::i18n::text::WhatIfText;

/// The most bars; the goals beyond them move the least.
const SHOWN: usize = 40;

/// Draws the section; for an unweighted contract it says that there are no points.
pub(super) fn section(case: &Case, sheet: &Sheet, words: Words) -> Html {
    let contract = &case.contract.contract;
    let sways = sensitivity(contract, &sheet.evaluation);
    let nothing = if contract.points.is_none() { WhatIfText::Unweighted } else { WhatIfText::Settled };
    let (first, rest) = sways.split_at(sways.len().min(SHOWN));
    let has_pay = first.iter().any(|sway| sway.worth.is_some());
    let has_kroner = first.iter().any(|sway| sway.worth.is_some_and(|worth| worth.kroner.is_some()));
    let most = first.first().map_or(Points::default(), points_moved);
    let head = |text: WhatIfText| html! { <th scope="col" class="number">{ words.text(text) }</th> };
    html! {
        <section id="sensitivity">
            <h2>{ words.text(WhatIfText::Sensitivity) }</h2>
            if first.is_empty() {
                <p>{ words.text(nothing) }</p>
            } else {
                if has_kroner { <p class="small quiet">{ words.text(WhatIfText::KronerNote) }</p> }
                <div class="scroll" role="region" tabindex="0" aria-label={words.text(WhatIfText::Sensitivity)}>
                    <table class="table table--compact table--borderless sways">
                        <caption class="sr-only">{ words.text(WhatIfText::Sensitivity) }</caption>
                        <thead>
                            <tr>
                                <th scope="col">{ words.text(WhatIfText::Goal) }</th>
                                <td class="sways__bar" aria-hidden="true"></td>
                                { head(WhatIfText::ContractPoints) }
                                if has_pay { { head(WhatIfText::PayPoints) } }
                                if has_kroner { { head(WhatIfText::Kroner) } }
                            </tr>
                        </thead>
                        <tbody>{ for first.iter().map(|sway| {
                            let (name, _) = named(contract, &sway.id, words);
                            html! {
                                <tr>
                                    <th scope="row">{ name }</th>
                                    <td class="sways__bar" aria-hidden="true">{ bar(points_moved(sway), most) }</td>
                                    <td class="number">{ own_points(sway, words) }</td>
                                    if has_pay { <td class="number">{ pay_points(sway, words) }</td> }
                                    if has_kroner { <td class="number">{ kroner(sway, words) }</td> }
                                </tr>
                            }
                        }) }</tbody>
                    </table>
                </div>
                if !rest.is_empty() { <p>{ words.more_goals(rest.len()) }</p> }
            }
        </section>
    }
}

/// Returns the points that a bar is drawn for.
fn points_moved(sway: &Sway) -> Points {
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

/// Writes the contract's points; a dash for the individual part, which has none.
fn own_points(sway: &Sway, words: Words) -> String {
    if sway.id.is_goal() { words.number(sway.points.0) } else { "–".to_owned() }
}

fn pay_points(sway: &Sway, words: Words) -> String {
    sway.worth.map_or_else(|| "–".to_owned(), |worth| words.number(worth.points.max.0))
}

fn kroner(sway: &Sway, words: Words) -> String {
    let amount = sway.worth.and_then(|worth| worth.kroner);
    amount.map_or_else(|| "–".to_owned(), |amount| words.kroner(amount.max))
}
