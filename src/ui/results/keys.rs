//! Moves through the results by key. Enter goes to the next empty field, the arrows up and down in their column. →
//! leads from a field to the button that opens the details, ← back.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::answers::{Move, Rows, answer_after};
use crate::app::{Action, Case, FieldId, Scope, Sheet};
use crate::platform::clipboard::select;
use crate::platform::page as browser;
use crate::ui::context::use_page;
use crate::ui::focus::{focus_field_soon, go_to_field};
use crate::ui::shared::Shared;
use crate::ui::window::View;

/// Returns the callback that leads to a field, and the key listener around the rows. `has_areas` says that areas
/// follow the goals.
#[hook]
pub(super) fn use_keys(
    case: &Shared<Case>,
    sheet: &Shared<Sheet>,
    view: &Rc<View>,
    has_areas: bool,
) -> (Callback<FieldId>, Callback<KeyboardEvent>) {
    let page = use_page();
    let update = use_force_update();
    let reach = {
        let (case, view) = (case.clone(), Rc::clone(view));
        Callback::from(move |field: FieldId| {
            let goals = &case.contract.contract.goals;
            let goal = field.entry().filter(|entry| entry.scope == Scope::Goal).map(|entry| &entry.goal);
            let place = goal.and_then(|id| goals.iter().position(|goal| goal.id == *id));
            let block = place.and_then(|place| view.list.block_of(place));
            if let Some(block) = block {
                view.turn_to(block);
                update.force_update();
            }
            let id = field.to_string();
            if browser::focus(&id) {
                // As the Tab key does, so that a figure is written over.
                select(&id);
            } else if block.is_some() {
                focus_field_soon(&field);
            } else {
                go_to_field(&field);
            }
        })
    };
    let onkeydown = {
        let (case, sheet, view, reach) = (case.clone(), sheet.clone(), Rc::clone(view), reach.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing());
            let Some(target) = event.target().filter(|_| is_plain) else { return };
            let Ok(target) = target.dyn_into::<Element>() else { return };
            if leads_across(&target, &event) {
                return event.prevent_default();
            }
            let Some((field, to)) = move_from(&target, &event) else { return };
            event.prevent_default();
            if sheet.entry_problem(&field).is_some() {
                // What was typed is asked about before it is left.
                return page.send(Action::Blur { field });
            }
            let contract = &case.contract.contract;
            let areas = contract.pay.as_ref().filter(|_| has_areas).map_or(&[][..], |pay| &pay.areas);
            let rows = Rows { contract, goals: &view.list.order(), areas };
            if let Some(next) = answer_after(rows, sheet.assessment(), &field, to) {
                reach.emit(next);
            }
        })
    };
    (reach, onkeydown)
}

/// Returns the field that a key was pressed in, and the move that it asks for; `None` where the key is the field's
/// own.
fn move_from(target: &Element, event: &KeyboardEvent) -> Option<(FieldId, Move)> {
    let input = target.dyn_ref::<HtmlInputElement>()?;
    target.closest(".goal-row__input").ok()??;
    // Among yes and no, and among levels, the arrows choose.
    let is_choice = input.type_() == "radio";
    let to = match (event.key().as_str(), event.shift_key()) {
        ("Enter", false) => Move::NextEmpty,
        ("Enter", true) => Move::PreviousEmpty,
        ("ArrowDown", false) if !is_choice => Move::Down,
        ("ArrowUp", false) if !is_choice => Move::Up,
        _ => return None,
    };
    // The buttons of one field share its name.
    let key = if is_choice { input.name() } else { input.id() };
    let field = FieldId::from_key(&key)?;
    Some((field, to))
}

/// Moves from the end of a field to the button that opens the row, or back; returns whether it did.
fn leads_across(target: &Element, event: &KeyboardEvent) -> bool {
    let within = |of: &Element, what: &str| of.query_selector(what).ok().flatten();
    let row = target.closest(".goal-row").ok().flatten();
    let to = match (event.key().as_str(), event.shift_key(), target.dyn_ref::<HtmlInputElement>()) {
        ("ArrowRight", false, Some(input)) if is_at_end(input) => ".goal-row__open[tabindex]",
        ("ArrowLeft", false, None) if target.class_name() == "goal-row__open" => ".goal-row__input input",
        _ => return false,
    };
    let there = row.and_then(|row| within(&row, to)).and_then(|there| there.dyn_into::<HtmlElement>().ok());
    there.is_some_and(|there| there.focus().is_ok())
}

/// Whether the caret is at the end of the text.
fn is_at_end(input: &HtmlInputElement) -> bool {
    let end = u32::try_from(input.value().encode_utf16().count()).ok();
    match input.type_().as_str() {
        "text" => {
            let [from, to] = [input.selection_start(), input.selection_end()].map(|at| at.ok().flatten());
            from == end && to == end
        }
        "checkbox" => true,
        _ => false,
    }
}
