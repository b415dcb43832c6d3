//! Draws the rows of a long table, or the sections of a long place, only near the window. Lists of one place have
//! names of their own.

use yew::prelude::*;

use super::window::{CLASS, View, block_id, use_begun, use_printing, use_room, use_searching, use_window};
use crate::app::list::{BLOCK, List};

/// How many rows there are, in how many columns, and how one is drawn.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LongRowsProps {
    #[prop_or("rows")]
    pub(crate) name: &'static str,
    pub(crate) count: usize,
    /// None where they stand in no table.
    #[prop_or_default]
    pub(crate) columns: Option<usize>,
    pub(crate) row: Callback<usize, Html>,
    /// A row that is drawn and kept, whatever the window shows.
    #[prop_or_default]
    pub(crate) asked: Option<usize>,
}

/// Draws an element around each block of rows.
#[component]
pub(crate) fn LongRows(props: &LongRowsProps) -> Html {
    let view = use_memo((props.count, props.name), |(count, name)| View::new(List::of_rows(*count), name));
    let is_begun = use_begun(&view);
    let (is_printed, is_searched) = (use_printing(), use_searching());
    let searched = use_room(if is_searched { props.count } else { 0 });
    let onfocusin = use_window(&view, is_begun);
    if let Some(asked) = props.asked {
        view.turn_to(asked / BLOCK);
    }
    let room = is_begun.then_some(match (is_printed, is_searched) {
        (true, _) => usize::MAX,
        (_, true) => searched,
        _ => 0,
    });
    let block = |(number, rows): (usize, usize)| {
        let first = number * BLOCK;
        let space = |height: i32| html! { <svg width="1" height={height.to_string()} aria-hidden="true" focusable="false" /> };
        let (key, class, id, onfocusin) = (number, CLASS, block_id(props.name, number), onfocusin.clone());
        let all = || html! { <Block row={props.row.clone()} {first} {rows} /> };
        match (props.columns, view.away(number, room)) {
            (Some(_), None) => html! { <tbody {key} {class} {id} {onfocusin}>{ all() }</tbody> },
            (None, None) => html! { <div {key} {class} {id} {onfocusin}>{ all() }</div> },
            (Some(columns), Some(height)) => html! {
                <tbody {key} {class} {id}><tr><td colspan={columns.to_string()}>{ space(height) }</td></tr></tbody>
            },
            (None, Some(height)) => html! { <div {key} {class} {id}>{ space(height) }</div> },
        }
    };
    view.list.blocks.iter().copied().enumerate().map(block).collect()
}

/// A block of rows, from the first on.
#[derive(Clone, PartialEq, Properties)]
struct BlockProps {
    row: Callback<usize, Html>,
    first: usize,
    rows: usize,
}

/// Draws the rows; anew where they change, not where another block comes near.
#[component]
fn Block(props: &BlockProps) -> Html {
    (props.first..props.first + props.rows).map(|at| props.row.emit(at)).collect()
}
