//! The rows of a long table or the sections of a long place, of which those near the window are drawn, as in the list of
//! goals. One place has at most one of them.

use yew::prelude::*;

use super::window::{CLASS, View, block_id, use_begun, use_printing, use_searching, use_window};
use crate::app::list::{BLOCK, List};

/// How many rows there are, in how many columns, and how one is drawn.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LongRowsProps {
    pub(crate) count: usize,
    /// None where they stand in no table.
    #[prop_or_default]
    pub(crate) columns: Option<usize>,
    pub(crate) row: Callback<usize, Html>,
    /// A row that is turned to, whatever the window shows.
    #[prop_or_default]
    pub(crate) asked: Option<usize>,
}

/// An element around each block of rows.
#[component]
pub(crate) fn LongRows(props: &LongRowsProps) -> Html {
    let view = use_memo(props.count, |count| View::new(List::of_rows(*count)));
    let is_begun = use_begun(&view);
    let is_whole = use_printing() | use_searching();
    let onfocusin = use_window(&view, is_begun);
    if let Some(asked) = props.asked {
        view.turn_to(asked / BLOCK);
    }
    let room = is_begun.then_some(if is_whole { usize::MAX } else { 0 });
    let block = |(number, rows): (usize, &usize)| {
        let first = number * BLOCK;
        let space = |height: i32| html! { <svg width="1" height={height.to_string()} aria-hidden="true" focusable="false" /> };
        let (key, class, id, onfocusin) = (number, CLASS, block_id(number), onfocusin.clone());
        let all = || (first..first + rows).map(|at| props.row.emit(at)).collect::<Html>();
        match (props.columns, view.away(number, room)) {
            (Some(_), None) => html! { <tbody {key} {class} {id} {onfocusin}>{ all() }</tbody> },
            (None, None) => html! { <div {key} {class} {id} {onfocusin}>{ all() }</div> },
            (Some(columns), Some(height)) => html! {
                <tbody {key} {class} {id}><tr><td colspan={columns.to_string()}>{ space(height) }</td></tr></tbody>
            },
            (None, Some(height)) => html! { <div {key} {class} {id}>{ space(height) }</div> },
        }
    };
    view.list.blocks.iter().enumerate().map(block).collect()
}
