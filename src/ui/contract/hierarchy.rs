//! Shows the strategy map from purpose through means to goals, and the purposes that money is granted for.

use yew::prelude::*;

use super::mark::Marks;
use crate::domain::contract::{Contract, Goal, GoalId, Purpose, Strategy};
use crate::domain::number::{Decimal, sum};
use crate::i18n::Words;
use crate::i18n::text::ContractText;

/// Draws the strategy map as nested lists.
pub(super) fn strategy(contract: &Contract, marks: &Marks<'_>, words: Words) -> Html {
    if contract.strategy.is_empty() {
        return Html::default();
    }
    html! {
        <section id="hierarchy" tabindex="-1">
            <h2 class="section-heading">{ words.text(ContractText::Hierarchy) }</h2>
            <ul class="hierarchy no-max-width">
                { for contract.strategy.iter().map(|strategy| branch(contract, strategy, marks)) }
            </ul>
        </section>
    }
}

fn branch(contract: &Contract, strategy: &Strategy, marks: &Marks<'_>) -> Html {
    html! {
        <li key={strategy.id.clone()}>
            <h3 class="hierarchy__heading" lang={contract.language.clone()}>{ &strategy.title }</h3>
            <ul>
                { for strategy.means.iter().map(|means| html! {
                    <li key={means.id.clone()}>
                        <span lang={contract.language.clone()}>{ &means.title }</span>
                        <ul>{ for means.goals.iter().map(|id| named_goal(contract, id, marks)) }</ul>
                    </li>
                }) }
            </ul>
        </li>
    }
}

fn named_goal(contract: &Contract, id: &GoalId, marks: &Marks<'_>) -> Html {
    match contract.goal(id.as_str()) {
        Some(goal) => goal_line(goal, &contract.language, marks, None),
        None => html! { <li key={id.as_str()}>{ id.to_string() }</li> },
    }
}

/// Draws `Mål 2 Sygedagpengeforløb over 26 uger` with the mark of its findings. With an `id` the line can take the
/// focus.
pub(super) fn goal_line(goal: &Goal, language: &str, marks: &Marks<'_>, id: Option<String>) -> Html {
    let label = goal.label.as_ref().map(|label| format!("{label} "));
    html! {
        <li key={goal.id.as_str()} tabindex={id.is_some().then_some("-1")} {id}>
            <span lang={language.to_owned()}>{ for label }{ &goal.title }</span>{ " " }
            { marks.mark(goal) }
        </li>
    }
}

/// Draws the purposes with their grants, and their total where they share a unit.
pub(crate) fn purposes(contract: &Contract, words: Words) -> Html {
    if contract.purposes.is_empty() {
        return Html::default();
    }
    let head = |text: ContractText| html! { <th scope="col">{ words.text(text) }</th> };
    html! {
        <section id="purposes" tabindex="-1">
            <h2 class="section-heading">{ words.text(ContractText::Purposes) }</h2>
            <table class="table table--compact table--borderless table--responsive-headers">
                <caption class="sr-only">{ words.text(ContractText::Purposes) }</caption>
                <thead>
                    <tr>
                        { head(ContractText::Purpose) }
                        { head(ContractText::Goals) }
                        <th scope="col" class="number">{ words.text(ContractText::Appropriation) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for contract.purposes.iter().map(|purpose| purpose_row(contract, purpose, words)) }
                    { total(&contract.purposes, words) }
                </tbody>
            </table>
        </section>
    }
}

fn purpose_row(contract: &Contract, purpose: &Purpose, words: Words) -> Html {
    let names = purpose
        .goals
        .iter()
        .map(|id| contract.goal(id.as_str()).map_or_else(|| id.to_string(), |goal| goal.name().to_owned()));
    let names: Vec<_> = names.chain(purpose.other_goals.iter().map(|goal| goal.title.clone())).collect();
    let grant = purpose.appropriation.as_ref();
    let grant = grant.map(|grant| format!("{} {}", words.number(grant.value), grant.unit));
    html! {
        <tr key={purpose.id.clone()}>
            <td data-title={words.text(ContractText::Purpose)} lang={contract.language.clone()}>
                { &purpose.title }
                if !purpose.products.is_empty() {
                    <br /><span class="small quiet">{ purpose.products.join(" · ") }</span>
                }
            </td>
            <td data-title={words.text(ContractText::Goals)} lang={contract.language.clone()}>{ names.join(", ") }</td>
            <td class="number" data-title={words.text(ContractText::Appropriation)}>
                { grant.unwrap_or_else(|| words.text(ContractText::NotStated).to_owned()) }
            </td>
        </tr>
    }
}

fn total(purposes: &[Purpose], words: Words) -> Html {
    let grants: Vec<_> = purposes.iter().filter_map(|purpose| purpose.appropriation.as_ref()).collect();
    let one_unit = grants.windows(2).all(|pair| matches!(pair, [a, b] if a.unit == b.unit));
    let sum = grants.iter().try_fold(Decimal::ZERO, |total, grant| sum(total, grant.value)).ok();
    let (Some(sum), Some(first), true) = (sum, grants.first(), one_unit && grants.len() > 1) else {
        return Html::default();
    };
    html! {
        <tr key="total">
            <td><strong>{ words.text(ContractText::InTotal) }</strong></td>
            <td></td>
            <td class="number" id="appropriations-total">
                <strong>{ format!("{} {}", words.number(sum), first.unit) }</strong>
            </td>
        </tr>
    }
}
