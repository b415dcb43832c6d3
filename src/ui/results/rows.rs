//! The rows under one heading. Where none of them shows anything new, none is looked at.

use yew::prelude::*;

use super::entry::EntryState;
use super::row::Row;
use crate::domain::contract::GoalId;

/// The goals of the rows, the level of their headings, and the one that a link asks for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RowsProps {
    pub(crate) goals: Vec<EntryState>,
    pub(crate) level: u8,
    pub(crate) asked_for: Option<GoalId>,
}

/// The rows as a list.
#[component]
pub(crate) fn Rows(props: &RowsProps) -> Html {
    let row = |state: &EntryState| {
        let asked_for = props.asked_for.as_ref() == Some(&state.id.goal);
        html! { <Row key={state.id.goal.as_str()} state={state.clone()} level={props.level.min(6)} {asked_for} /> }
    };
    html! { <ul class="goal-rows plain-list no-max-width">{ for props.goals.iter().map(row) }</ul> }
}
