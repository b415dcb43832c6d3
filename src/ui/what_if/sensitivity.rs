//! Shows what each goal can still move, as bars and as a table of the same figures.

use std::cmp::Reverse;

use yew::prelude::*;

use super::named;
use crate::app::{Case, Sheet};
use crate::domain::address::LineId;
use crate::domain::contract::{Contract, PayAgreement};
use crate::domain::number::{Decimal, Kroner, quotient};
use crate::domain::pay::{Stakes, Taken};
use crate::domain::sensitivity::{Sway, sensitivity};
use crate::i18n::Words;
use crate::i18n::text::WhatIfText;
use crate::small::{map_of, sort_by_key};

/// The most bars; the goals beyond them move the least.
const SHOWN: usize = 40;

/// Among how many goals those are found that move the most kroner through pots and stages, those of the most points.
const STAKED: usize = 400;

/// Draws the section; for an unweighted contract it says that there are no points.
pub(super) fn section(case: &Case, sheet: &Sheet, words: Words) -> Html {
    let contract = &case.contract.contract;
    let all = sensitivity(contract, &sheet.evaluation);
    let count = all.len();
    let lines = with_kroner(contract, sheet, all);
    let nothing = if contract.points.is_none() { WhatIfText::Unweighted } else { WhatIfText::Settled };
    let rest = count.saturating_sub(lines.len());
    let has_pay = lines.iter().any(|line| line.sway.worth.is_some());
    let has_kroner = lines.iter().any(|line| line.kroner.is_some());
    let goes_through_pots = contract.pay.as_ref().is_some_and(PayAgreement::has_pots_or_stages);
    let explained = if goes_through_pots { WhatIfText::ThroughPotsNote } else { WhatIfText::KronerNote };
    let most = lines.first().map_or(Decimal::ZERO, |line| line.size);
    let head = |text: WhatIfText| html! { <th scope="col" class="number">{ words.text(text) }</th> };
    html! {
        <section id="sensitivity">
            <h2>{ words.text(WhatIfText::Sensitivity) }</h2>
            if lines.is_empty() {
                <p>{ words.text(nothing) }</p>
            } else {
                if has_kroner { <p class="small quiet">{ words.text(explained) }</p> }
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
                        <tbody>{ for lines.iter().map(|Line { sway, kroner, size }| {
                            let (name, _) = named(contract, &sway.id, words);
                            html! {
                                <tr>
                                    <th scope="row">{ name }</th>
                                    <td class="sways__bar" aria-hidden="true">{ bar(*size, most) }</td>
                                    <td class="number">{ own_points(sway, words) }</td>
                                    if has_pay { <td class="number">{ pay_points(sway, words) }</td> }
                                    if has_kroner { <td class="number">{ kroner.map_or_else(|| "–".to_owned(), |kroner| words.kroner(kroner)) }</td> }
                                </tr>
                            }
                        }) }</tbody>
                    </table>
                </div>
                if rest > 0 { <p>{ words.more_goals(rest) }</p> }
            }
        </section>
    }
}

/// A line of the table.
struct Line {
    sway: Sway,
    /// What it can move in kroner, where that is known.
    kroner: Option<Kroner>,
    /// What its bar is drawn for: points, or the kroner through pots and stages.
    size: Decimal,
}

/// Returns what is shown with its kroner, the most first. Through pots and stages these are what can be lost by the goal
/// alone, as all stands now.
fn with_kroner(contract: &Contract, sheet: &Sheet, all: Vec<Sway>) -> Vec<Line> {
    let evaluation = &sheet.evaluation;
    let stakes = Stakes::new(contract, sheet.assessment(), evaluation);
    let areas = contract.pay.iter().flat_map(|agreement| &agreement.areas);
    let areas = areas.enumerate().map(|(place, area)| (LineId::area(&area.id), Taken::Area(place)));
    let goals = contract.goals.iter().enumerate();
    let goals = goals.map(|(place, goal)| (LineId::goal(&goal.id), Taken::Goal(place)));
    let lines =
        map_of(goals.chain(areas).chain([(LineId::Overall, Taken::Overall)]).filter(|_| stakes.is_some()));
    let stake =
        |stakes: &Stakes, id: &LineId| Some(stakes.of_line(contract, evaluation, *lines.get(id)?)?.open);
    let line = |sway: Sway| {
        if let Some(stakes) = &stakes {
            let kroner = stake(stakes, &sway.id);
            return Line { kroner, size: kroner.unwrap_or_default().0, sway };
        }
        let kroner = sway.worth.and_then(|worth| worth.kroner).map(|kroner| kroner.max);
        Line { kroner, size: sway.worth.map_or(sway.points, |worth| worth.points.max).0, sway }
    };
    let looked_at = if stakes.is_some() { STAKED } else { SHOWN };
    let mut shown: Vec<_> = all.into_iter().take(looked_at).map(line).collect();
    sort_by_key(&mut shown, |line| Reverse(line.size));
    shown.truncate(SHOWN);
    shown
}

fn bar(size: Decimal, most: Decimal) -> Html {
    let width = quotient(size * Decimal::ONE_HUNDRED, most, 1).unwrap_or_default();
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
