//! What each goal is worth in the resultatløn, in points and in kroner.

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use crate::app::element_id;
use crate::domain::evaluation::GoalOutcome;
use crate::domain::number::{Points, Span};
use crate::i18n::text::{PayText, figure};
use crate::ui::results::full_points;

/// A row for each goal; nothing in an unweighted contract.
pub(super) fn worth(ground: PayView) -> Html {
    let lang = ground.lang;
    if ground.outcome.contract_points.is_none() {
        return Html::default();
    }
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
                    <tbody>{ for ground.sheet.evaluation.goals.iter().filter_map(|outcome| worth_row(ground, outcome)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn worth_row(ground: PayView, outcome: &GoalOutcome) -> Option<Html> {
    let (lang, contract) = (ground.lang, &ground.case.contract.contract);
    let worth = |points: Points| ground.outcome.worth(Span::settled(points), contract.decimals());
    let full = worth(full_points(outcome))?;
    let open = outcome.open_points().and_then(worth)?;
    let open_text = match open.kroner {
        Some(amount) => kroner(amount, lang),
        None => figure::points(open.points, lang).into(),
    };
    let name = contract
        .goal(outcome.goal.as_str())
        .map_or_else(|| outcome.goal.to_string(), |goal| goal.name().to_owned());
    Some(html! {
        <tr key={outcome.goal.as_str()} id={element_id("worth", outcome.goal.as_str())}>
            <th scope="row">{ name }</th>
            <td class="number">{ figure::points(full.points, lang) }</td>
            if let Some(amount) = full.kroner { <td class="number">{ kroner(amount, lang) }</td> }
            <td class="number">{ open_text }</td>
        </tr>
    })
}
