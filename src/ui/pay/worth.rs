//! What each goal is worth in the resultatløn, in points and in kroner.

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use crate::app::element_id;
use crate::domain::evaluation::GoalOutcome;
use crate::domain::number::{Points, Span};
use crate::i18n::text::PayText;
use crate::ui::results::full_points;

/// A row for each goal; nothing in an unweighted contract.
pub(super) fn worth(ground: PayView) -> Html {
    let words = ground.words;
    if ground.outcome.contract_points.is_none() {
        return Html::default();
    }
    let head = |text: PayText| html! { <th scope="col" class="number">{ words.text(text) }</th> };
    html! {
        <section id="worth">
            <h2 class="section-heading">{ words.text(PayText::WorthHeading) }</h2>
            <p class="small quiet">{ words.text(PayText::PerPointNote) }</p>
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
                    <tbody>{ for ground.sheet.evaluation.goals.iter().filter_map(|outcome| worth_row(ground, outcome)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn worth_row(ground: PayView, outcome: &GoalOutcome) -> Option<Html> {
    let (words, contract) = (ground.words, &ground.case.contract.contract);
    let worth = |points: Points| ground.outcome.worth(Span::settled(points), contract.decimals());
    let full = worth(full_points(outcome))?;
    let open = outcome.open_points().and_then(worth)?;
    let open_text = match open.kroner {
        Some(amount) => kroner(amount, words),
        None => words.points(open.points).into(),
    };
    let name = contract
        .goal(outcome.goal.as_str())
        .map_or_else(|| outcome.goal.to_string(), |goal| goal.name().to_owned());
    Some(html! {
        <tr key={outcome.goal.as_str()} id={element_id("worth", outcome.goal.as_str())}>
            <th scope="row">{ name }</th>
            <td class="number">{ words.points(full.points) }</td>
            if let Some(amount) = full.kroner { <td class="number">{ kroner(amount, words) }</td> }
            <td class="number">{ open_text }</td>
        </tr>
    })
}
