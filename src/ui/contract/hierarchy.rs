//! From purpose through means to goals, and the purposes that money is granted for.

use yew::prelude::*;

use super::mark::Marks;
use crate::domain::contract::{Contract, Goal, GoalId, Purpose, Strategy};
use crate::domain::number::{Decimal, sum};
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::text::ContractText;

/// The strategy map as a list in lists.
pub(super) fn strategy(contract: &Contract, marks: &Marks<'_>, lang: Lang) -> Html {
    if contract.strategy.is_empty() {
        return Html::default();
    }
    html! {
        <section id="hierarchy" tabindex="-1">
            <h2 class="section-heading">{ ContractText::Hierarchy.text(lang) }</h2>
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

/// `Mål 2 Sygedagpengeforløb over 26 uger`, with the mark of its findings. What has an `id` can take the focus.
pub(super) fn goal_line(goal: &Goal, language: &str, marks: &Marks<'_>, id: Option<String>) -> Html {
    let label = goal.label.as_ref().map(|label| format!("{label} "));
    html! {
        <li key={goal.id.as_str()} tabindex={id.is_some().then_some("-1")} {id}>
            <span lang={language.to_owned()}>{ for label }{ &goal.title }</span>{ " " }
            { marks.mark(goal) }
        </li>
    }
}

/// The purposes with their grants, and what they come to together where they share a unit.
pub(crate) fn purposes(contract: &Contract, lang: Lang) -> Html {
    if contract.purposes.is_empty() {
        return Html::default();
    }
    let head = |text: ContractText| html! { <th scope="col">{ text.text(lang) }</th> };
    html! {
        <section id="purposes" tabindex="-1">
            <h2 class="section-heading">{ ContractText::Purposes.text(lang) }</h2>
            <table class="table table--compact table--borderless table--responsive-headers">
                <caption class="sr-only">{ ContractText::Purposes.text(lang) }</caption>
                <thead>
                    <tr>
                        { head(ContractText::Purpose) }
                        { head(ContractText::Goals) }
                        <th scope="col" class="number">{ ContractText::Appropriation.text(lang) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for contract.purposes.iter().map(|purpose| purpose_row(contract, purpose, lang)) }
                    { total(&contract.purposes, lang) }
                </tbody>
            </table>
        </section>
    }
}

fn purpose_row(contract: &Contract, purpose: &Purpose, lang: Lang) -> Html {
    let names = purpose
        .goals
        .iter()
        .map(|id| contract.goal(id.as_str()).map_or_else(|| id.to_string(), |goal| goal.name().to_owned()));
    let names: Vec<_> = names.chain(purpose.other_goals.iter().map(|goal| goal.title.clone())).collect();
    let grant = purpose.appropriation.as_ref();
    let grant = grant.map(|grant| format!("{} {}", format_number(grant.value, lang), grant.unit));
    html! {
        <tr key={purpose.id.clone()}>
            <td data-title={ContractText::Purpose.text(lang)} lang={contract.language.clone()}>
                { &purpose.title }
                if !purpose.products.is_empty() {
                    <br /><span class="small quiet">{ purpose.products.join(" · ") }</span>
                }
            </td>
            <td data-title={ContractText::Goals.text(lang)} lang={contract.language.clone()}>{ names.join(", ") }</td>
            <td class="number" data-title={ContractText::Appropriation.text(lang)}>
                { grant.unwrap_or_else(|| ContractText::NotStated.text(lang).to_owned()) }
            </td>
        </tr>
    }
}

fn total(purposes: &[Purpose], lang: Lang) -> Html {
    let grants: Vec<_> = purposes.iter().filter_map(|purpose| purpose.appropriation.as_ref()).collect();
    let one_unit = grants.windows(2).all(|pair| matches!(pair, [a, b] if a.unit == b.unit));
    let sum = grants.iter().try_fold(Decimal::ZERO, |total, grant| sum(total, grant.value)).ok();
    let (Some(sum), Some(first), true) = (sum, grants.first(), one_unit && grants.len() > 1) else {
        return Html::default();
    };
    html! {
        <tr key="total">
            <td><strong>{ ContractText::InTotal.text(lang) }</strong></td>
            <td></td>
            <td class="number" id="appropriations-total">
                <strong>{ format!("{} {}", format_number(sum, lang), first.unit) }</strong>
            </td>
        </tr>
    }
}
