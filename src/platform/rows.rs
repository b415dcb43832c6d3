//! Drags rows of a table: what is dragged, and the row that it is dragged over.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DragEvent, Element, EventTarget};

/// The kind of what is dragged, which no field and no other page takes in.
const KIND: &str = "application/x-resultatkontrakt-row";
/// Marks the row that something is dragged over.
const MARK: &str = "data-over";

/// Begins to drag the row that the event comes from, and shows it whole at the pointer.
pub fn carry_row(event: &DragEvent) {
    let Some((transfer, row)) = event.data_transfer().zip(row_of(event)) else { return };
    // Firefox drags nothing that carries nothing.
    let _ = transfer.set_data(KIND, "1");
    transfer.set_drag_image(&row, 0, 0);
}

/// Whether it is a row that is dragged, and no file or text.
pub fn carries_row(event: &DragEvent) -> bool {
    let types = event.data_transfer().as_ref().map(DataTransfer::types);
    types.is_some_and(|types| types.includes(&JsValue::from_str(KIND), 0))
}

/// Marks the row that the event comes from, and no other one; without an event none.
pub fn mark_row(event: Option<&DragEvent>) {
    let row = event.and_then(row_of);
    let document = web_sys::window().and_then(|window| window.document());
    let marked = document.and_then(|document| document.query_selector(&format!("[{MARK}]")).ok().flatten());
    if marked == row {
        return;
    }
    if let Some(marked) = marked {
        // An attribute with a plain name is neither refused nor missing.
        let _ = marked.remove_attribute(MARK);
    }
    if let Some(row) = row {
        let _ = row.set_attribute(MARK, "");
    }
}

/// Takes the mark from a row that the pointer leaves, and not where it goes from one cell of it to the next.
pub fn leave_row(event: &DragEvent) {
    let next = event.related_target().and_then(row_at);
    if next.is_none() || next != row_of(event) {
        mark_row(None);
    }
}

fn row_of(event: &DragEvent) -> Option<Element> {
    row_at(event.target()?)
}

fn row_at(target: EventTarget) -> Option<Element> {
    target.dyn_into::<Element>().ok()?.closest("tr").ok()?
}
