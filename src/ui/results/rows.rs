//! Draws a block of rows under one heading. Where none of them changes, none is compared.

use yew::prelude::*;

use super::entry::{EntryState, Rowbook};
use super::row::Row;
use crate::domain::contract::GoalId;
use crate::ui::shared::Shared;
use crate::ui::window::{CLASS, block_id};

/// Where a block stands in a long list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BlockPlace {
    pub(crate) number: usize,
    /// How many rows of its heading come before it, and how many there are.
    pub(crate) before: usize,
    pub(crate) of: usize,
    /// The height of the space in its place (pixels); `None` where it is drawn.
    pub(crate) away: Option<i32>,
}

/// The goals of the rows, the level of their headings, and the one that a link asks for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RowsProps {
    pub(crate) goals: Vec<EntryState>,
    pub(crate) level: u8,
    pub(crate) asked_for: Option<GoalId>,
    pub(crate) book: Shared<Rowbook>,
    /// `None` in a list that is drawn whole.
    pub(crate) place: Option<BlockPlace>,
}

/// Draws the rows; in a long list with an element around them that is watched.
#[component]
pub(crate) fn Rows(props: &RowsProps) -> Html {
    let row = |(index, state): (usize, &EntryState)| {
        let asked_for = props.asked_for.as_ref() == Some(&state.id.goal);
        let position = props.place.map(|place| (place.before + index + 1, place.of));
        html! {
            <Row key={state.id.goal.as_str()} state={state.clone()} level={props.level.min(6)} {asked_for} {position} book={props.book.clone()} />
        }
    };
    let rows = props.goals.iter().enumerate().map(row);
    let Some(place) = props.place else {
        return rows.collect();
    };
    html! {
        <li class={CLASS} id={block_id(CLASS, place.number)} role="none">
            if let Some(height) = place.away {
                <svg width="1" height={height.to_string()} aria-hidden="true" focusable="false" />
            } else {
                <ul class="plain-list no-max-width" role="none">{ for rows }</ul>
            }
        </li>
    }
}
