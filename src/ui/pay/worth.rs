//! What each goal is worth in the resultatløn, in points and in kroner.

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use crate::app::{Case, Sheet, element_id};
use crate::domain::number::{Points, Span};
use crate::i18n::Lang;
use crate::i18n::text::{PayText, figure};
use crate::ui::long_rows::LongRows;
use crate::ui::results::full_points;

/// A row for each goal; nothing in an unweighted contract.
pub(super) fn worth(ground: PayView) -> Html {
    let lang = ground.lang;
    if ground.outcome.contract_points.is_none() {
        return Html::default();
    }
    let (case, sheet) = (ground.case.clone(), ground.sheet.clone());
    let row = {
        let (case, sheet) = (case.clone(), sheet.clone());
        Callback::from(move |at| worth_row(&case, &sheet, at, lang).unwrap_or_default())
    };
    let columns = if ground.outcome.full.is_some() { 4 } else { 3 };
    let head = |text: PayText| html! { <th scope="col" class="number">{ text.text(lang) }</th> };
    html! {
        <section id="worth">
            <h2 class="section-heading">{ PayText::WorthHeading.text(lang) }</h2>
            <p class="small quiet">{ PayText::PerPointNote.text(lang) }</p>
            <div class="scroll" role="region" tabindex="0" aria-label={PayText::WorthHeading.text(lang)}>
                <table class="table table--compact table--borderless">
                    <caption class="sr-only">{ PayText::WorthHeading.text(lang) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ PayText::Goal.text(lang) }</th>
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

fn worth_row(case: &Case, sheet: &Sheet, at: usize, lang: Lang) -> Option<Html> {
    let contract = &case.contract.contract;
    let (goal, outcome) = (contract.goals.get(at)?, sheet.evaluation.goals.get(at)?);
    let pay = sheet.evaluation.pay.as_ref()?;
    let worth = |points: Points| pay.worth(Span::settled(points), contract.decimals());
    let full = worth(full_points(outcome))?;
    let open = outcome.open_points().and_then(worth)?;
    let open_text = match open.kroner {
        Some(amount) => kroner(amount, lang),
        None => figure::points(open.points, lang).into(),
    };
    Some(html! {
        <tr key={goal.id.as_str()} id={element_id("worth", goal.id.as_str())}>
            <th scope="row">{ goal.name() }</th>
            <td class="number">{ figure::points(full.points, lang) }</td>
            if let Some(amount) = full.kroner { <td class="number">{ kroner(amount, lang) }</td> }
            <td class="number">{ open_text }</td>
        </tr>
    })
}
