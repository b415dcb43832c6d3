//! Lists the goals that the strategy map does not show, under the contract's headings.

use std::collections::{BTreeMap, HashMap, HashSet};

use yew::prelude::*;

use super::hierarchy::goal_line;
use super::mark::Marks;
use crate::app::element_id;
use crate::app::findings::Finding;
use crate::domain::contract::{Contract, Goal, GoalId, GroupId};
use crate::i18n::text::ContractText;
use crate::ui::context::use_words;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// How many goals are shown before all are asked for.
const FIRST: usize = 200;

/// The contract, and the way to the findings of a goal.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GoalListProps {
    pub(super) contract: Shared<Contract>,
    pub(super) findings: Shared<[Finding]>,
    pub(super) look: Callback<GoalId>,
}

/// Draws the goals with their marks; nothing where the strategy map shows them all.
#[component]
pub(super) fn GoalList(props: &GoalListProps) -> Html {
    let words = use_words();
    let whole = use_state_eq(|| false);
    let contract = &*props.contract;
    let mapped: HashSet<&GoalId> = contract
        .strategy
        .iter()
        .flat_map(|strategy| &strategy.means)
        .flat_map(|means| &means.goals)
        .collect();
    let goals: Vec<&Goal> =
        contract.goals.iter().map(|goal| &**goal).filter(|goal| !mapped.contains(&goal.id)).collect();
    if goals.is_empty() {
        return Html::default();
    }
    let limit = if *whole { goals.len() } else { FIRST };
    let next = goals.get(limit).map_or_else(String::new, |goal| line_id(goal));
    let show = {
        let whole = whole.setter();
        Callback::from(move |_: MouseEvent| {
            whole.set(true);
            focus_element_soon(&next);
        })
    };
    let marks = Marks::from_findings(&props.findings, &props.look, words);
    let heading = if mapped.is_empty() { ContractText::Goals } else { ContractText::OtherGoals };
    html! {
        <section id="goal-list">
            <h2 class="section-heading">{ words.text(heading) }</h2>
            <ul class="hierarchy no-max-width">
                { for under_headings(contract, goals.iter().take(limit)).into_iter().map(|(title, goals)| html! {
                    <li>
                        if let Some(title) = title {
                            <h3 class="hierarchy__heading" lang={contract.language.clone()}>{ title }</h3>
                        }
                        <ul>{ for goals.into_iter().map(|goal| goal_line(goal, &contract.language, &marks, Some(line_id(goal)))) }</ul>
                    </li>
                }) }
            </ul>
            <div>
                if goals.len() > limit {
                    <button type="button" class="text-button small" onclick={show}>
                        { words.show_all_goals(goals.len()) }
                    </button>
                }
            </div>
        </section>
    }
}

fn line_id(goal: &Goal) -> String {
    element_id("listed", goal.id.as_str())
}

/// Groups goals by heading, in the order of the contract; those without one come first.
fn under_headings<'c>(
    contract: &'c Contract,
    goals: impl Iterator<Item = &'c &'c Goal>,
) -> Vec<(Option<&'c str>, Vec<&'c Goal>)> {
    let places: HashMap<&GroupId, usize> = contract.groups.iter().map(|group| &group.id).zip(0..).collect();
    let mut under: BTreeMap<Option<usize>, Vec<&Goal>> = BTreeMap::new();
    for goal in goals {
        let place = goal.group.as_ref().and_then(|group| places.get(group).copied());
        under.entry(place).or_default().push(goal);
    }
    let title = |place: Option<usize>| Some(contract.groups.get(place?)?.title.as_str());
    under.into_iter().map(|(place, goals)| (title(place), goals)).collect()
}
