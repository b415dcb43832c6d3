//! Shows what each goal is worth in the resultatløn, in points and in kroner.

use std::rc::Rc;

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use crate::app::{Case, Sheet, element_id};
use crate::domain::number::{Kroner, Points, Span};
use crate::domain::pay::{Stakes, Worth};
use crate::i18n::Words;
use crate::i18n::text::PayText;
use crate::ui::long_rows::LongRows;
use crate::ui::results::full_points;

/// Draws a row for each goal; nothing for an unweighted contract.
pub(super) fn worth(ground: PayView) -> Html {
    let words = ground.words;
    if ground.outcome.contract_points.is_none() {
        return Html::default();
    }
    let (case, sheet) = (ground.case.clone(), ground.sheet.clone());
    let stakes = Rc::clone(ground.stakes);
    let explained =
        if ground.agreement.has_pots_or_stages() { PayText::PerGoalNote } else { PayText::PerPointNote };
    let row = {
        let (case, sheet) = (case.clone(), sheet.clone());
        Callback::from(move |at| {
            worth_row(&case, &sheet, stakes.as_ref().as_ref(), at, words).unwrap_or_default()
        })
    };
    let columns = if ground.outcome.full.is_some() { 4 } else { 3 };
    let head = |text: PayText| html! { <th scope="col" class="number">{ words.text(text) }</th> };
    html! {
        <section id="worth">
            <h2 class="section-heading">{ words.text(PayText::WorthHeading) }</h2>
            <p class="small quiet">{ words.text(explained) }</p>
            <div class="scroll" role="region" tabindex="0" aria-label={words.text(PayText::WorthHeading)}>
                <table class="table table--compact table--borderless">
                    <caption class="sr-only">{ words.text(PayText::WorthHeading) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words.text(PayText::Goal) }</th>
                            { head(PayText::FullPoints) }
                            if ground.outcome.full.is_some() { { head(PayText::FullKroner) } }
                            { head(PayText::StillOpen) }
                        </tr>
                    </thead>
                    <LongRows count={case.contract.contract.goals.len()} columns={columns} {row} />
                </table>
            </div>
        </section>
    }
}

fn worth_row(case: &Case, sheet: &Sheet, stakes: Option<&Stakes>, at: usize, words: Words) -> Option<Html> {
    let contract = &case.contract.contract;
    let (goal, outcome) = (contract.goals.get(at)?, sheet.evaluation.goals.get(at)?);
    let pay = sheet.evaluation.pay.as_ref()?;
    let stake = stakes.and_then(|stakes| stakes.of_goal(contract, &sheet.evaluation, at));
    let worth = |points: Points, stake: Option<Kroner>| {
        if contract.pay.as_ref()?.has_pots_or_stages() {
            return Some(Worth { points: Span::settled(points), kroner: stake.map(Span::settled) });
        }
        pay.worth(Span::settled(points), contract.decimals())
    };
    let full = worth(full_points(outcome), stake.map(|stake| stake.full))?;
    let open = worth(outcome.open_points()?, stake.map(|stake| stake.open))?;
    let open_text = match open.kroner {
        Some(amount) => kroner(amount, words),
        None => words.points(open.points).into(),
    };
    Some(html! {
        <tr key={goal.id.as_str()} id={element_id("worth", goal.id.as_str())}>
            <th scope="row">{ goal.name() }</th>
            <td class="number">{ words.points(full.points) }</td>
            if let Some(amount) = full.kroner { <td class="number">{ kroner(amount, words) }</td> }
            <td class="number">{ open_text }</td>
        </tr>
    })
}
