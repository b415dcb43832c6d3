//! Draws the station »Mål«: the goals as a table to type in. Each goal opens in place, below its row.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::form::{Form, REQUIREMENTS, field_id};
use super::found_at;
use super::goal::{goal_move, goal_panel};
use super::item::problems;
use crate::app::{Case, Compared, WritingEdit, free_id, next_label, phrase_text, weight_text};
use crate::domain::contract::{Contract, Goal, GroupId, Rule, Target, TargetKind, Weight};
use crate::domain::number::Points;
use crate::findings::{Code, ShapeFault};
use crate::format::words::word;
use crate::format::{ContractChange, Written, quoted};
use crate::i18n::Words;
use crate::i18n::text::WritingText;
use crate::platform::clipboard::pasted;
use crate::platform::rows::{carries_row, carry_row, leave_row, mark_row};
use crate::table::pasted::read_pasted;
use crate::ui::context::{Page, use_page};
use crate::ui::focus::{focus_element_soon, sought};
use crate::ui::long_rows::LongRows;
use crate::ui::paste::PasteDialog;
use crate::ui::shared::Shared;

/// What the columns say of a goal.
pub(super) const HEADS: [WritingText; 5] = [
    WritingText::Number,
    WritingText::GoalTitle,
    WritingText::Requirement,
    WritingText::Weight,
    WritingText::Rule,
];
/// The columns of the table: those, and what can be done.
const COLUMNS: usize = HEADS.len() + 1;
/// The keys of a goal that stand in the cells of its row.
const CELLS: [&str; 4] = ["label", "title", "target/phrase", "weight"];

/// The case, and the goal that a link asks for.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GoalsProps {
    pub(super) case: Shared<Case>,
    pub(super) asked: Option<usize>,
}

/// Draws the table of goals.
#[component]
pub(super) fn Goals(props: &GoalsProps) -> Html {
    let page = use_page();
    let words = page.words;
    let case = &props.case;
    let open = use_state_eq(|| props.asked);
    use_effect_with(props.asked, {
        let open = open.setter();
        move |asked| {
            if let Some(asked) = *asked {
                open.set(Some(asked));
                // Whoever asks for a field of it has said so already.
                if !sought().starts_with(&field_id(&format!("/goals/{asked}/"))) {
                    focus_element_soon(&field_id(&format!("/goals/{asked}/title")));
                }
            }
        }
    });
    // What the dialogue for a table opens with, while it is open.
    let pasting = use_state(|| None::<[String; 2]>);
    let contract = Shared::from(&case.contract.contract);
    let sums = use_memo((contract.clone(), last_year(case).map(Shared::from)), |(contract, last)| Sums {
        now: group_sums(contract),
        before: last.as_ref().map(|last| group_sums(last)),
    });
    let toggle = {
        let open = open.clone();
        Callback::from(move |index: usize| open.set((*open != Some(index)).then_some(index)))
    };
    let depends = (
        Shared::from(&case.contract.source),
        Shared::from(&case.writing),
        Shared::from(&case.findings),
        *open,
        words,
    );
    let drag = use_memo((), |()| Cell::new(None));
    // Made anew with each change, so that the rows that are drawn show it.
    let row = use_memo(depends, {
        let (page, case, sums, open) = (page.clone(), case.clone(), Rc::clone(&sums), *open);
        let table = Table { toggle, drag, open };
        move |_| Callback::from(move |index: usize| row(&page, &case, &sums, index, &table))
    });
    let row = (*row).clone();
    let onkeydown = {
        let (page, case, open) = (page.clone(), case.clone(), open.setter());
        Callback::from(move |event: KeyboardEvent| keys(&page, &case, &event, &open))
    };
    let onpaste = {
        let (page, case, pasting) = (page.clone(), case.clone(), pasting.setter());
        Callback::from(move |event: Event| paste(&page, &case, &event, &pasting))
    };
    let open_paste = {
        let pasting = pasting.setter();
        Callback::from(move |_: MouseEvent| pasting.set(Some(Default::default())))
    };
    let close_paste = {
        let pasting = pasting.setter();
        Callback::from(move |()| pasting.set(None))
    };
    let count = contract.goals.len();
    let heads = HEADS.into_iter().chain([WritingText::More]);
    let add = {
        let (page, case) = (page.clone(), case.clone());
        Callback::from(move |_: MouseEvent| add_goal(&page, &case, case.contract.contract.goals.len()))
    };
    let whole = Form { page: &page, case, written: None, base: "", found: &[], words };
    html! { <div {onkeydown} {onpaste}>
        <p class="small quiet">{ words.text(WritingText::KeysHint) }</p>
        { problems(whole, &["/goals", "/groups"]) }
        <datalist id={REQUIREMENTS}>{ for words.requirement_openings().into_iter().map(|text| html! { <option value={text} /> }) }</datalist>
        <div class="scroll">
            <table class="table table--compact table--borderless table--responsive-headers goals" id="goals">
                <caption class="sr-only">{ words.text(WritingText::Goals) }</caption>
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ words.text(head) }</th> }) }</tr></thead>
                <LongRows name="written" {count} columns={COLUMNS} {row} asked={*open} />
            </table>
        </div>
        if contract.locked.is_none() {
            <button id="add-goal" type="button" class="button button-primary button-small" onclick={add}>{ words.text(WritingText::AddGoal) }</button>
            { " " }
            <button id="paste-goals-table" type="button" class="button button-secondary button-small" onclick={open_paste}>{ words.text(WritingText::PasteTable) }</button>
        }
        if let Some(first) = &*pasting {
            <PasteDialog open={contract} first={first.clone()} close={close_paste} />
        }
    </div> }
}

/// What the rows share: which goal is open, and which is being dragged.
struct Table {
    toggle: Callback<usize>,
    drag: Rc<Cell<Option<usize>>>,
    open: Option<usize>,
}

/// The weights under each heading, and what they were in last year's contract where that is known.
struct Sums {
    now: HashMap<GroupId, Points>,
    before: Option<HashMap<GroupId, Points>>,
}

/// Last year's contract, where it is the one that this is compared with.
fn last_year(case: &Case) -> Option<&Rc<Contract>> {
    match case.compared.as_deref() {
        Some(Compared::Contract(other)) => {
            Some(&other.file.contract).filter(|last| case.contract.contract.renews.as_ref() == Some(&last.id))
        }
        _ => None,
    }
}

/// The weights under each heading.
fn group_sums(contract: &Contract) -> HashMap<GroupId, Points> {
    let mut sums = HashMap::new();
    for goal in &contract.goals {
        if let Some(group) = &goal.group {
            let sum: &mut Points = sums.entry(group.clone()).or_default();
            *sum = *sum + goal.weight.map_or(Points::default(), Weight::max);
        }
    }
    sums
}

/// Draws a goal's row, before it the heading where that is another one, and behind it the goal where it is open.
fn row(page: &Page, case: &Case, sums: &Sums, index: usize, table: &Table) -> Html {
    let words = page.words;
    let contract = &case.contract.contract;
    let Some(goal) = contract.goals.get(index) else { return Html::default() };
    let is_open = table.open == Some(index);
    let base = format!("/goals/{index}");
    // The cells show what the model says, so that only an open goal's text is parsed.
    let text = row_text(goal);
    let written = Written::parse(&text);
    let form = Form { page, case, written: written.as_ref(), base: &base, found: &[], words };
    let before = index.checked_sub(1).and_then(|before| contract.goals.get(before));
    let is_new_group = before.is_none_or(|before| before.group != goal.group);
    let group = goal.group.as_ref().filter(|_| is_new_group);
    let waits = case.writing.problems.get(base.as_str()).map(|found| reason(found, words));
    let onclick = table.toggle.reform(move |_: MouseEvent| index);
    let (handle, Dropping { ondragover, ondragleave, ondrop }) = dragging(page, case, index, table);
    let named = |name: WritingText| format!("{}, {}", words.text(name), goal.name());
    let head = |name: WritingText| words.text(name);
    let button = words.text(if is_open { WritingText::Close } else { WritingText::Edit });
    html! { <>
        if let Some(group) = group { { group_row(contract, group, sums, words) } }
        <tr key={goal.id.as_str()} class={classes!("goals__row", is_open.then_some("goals__row--open"))} {ondragover} {ondragleave} {ondrop}>
            <td data-title={head(WritingText::Number)} class="goals__label">{ handle }{ form.cell("/label", &named(WritingText::Number)) }</td>
            <td data-title={head(WritingText::GoalTitle)} class="goals__title">{ form.cell("/title", &named(WritingText::GoalTitle)) }</td>
            <td data-title={head(WritingText::Requirement)} class="goals__requirement">
                { form.cell("/target/phrase", &named(WritingText::Requirement)) }
                if let Some(reason) = waits { <span class="field__error">{ reason }</span> }
                if !is_open && case.writing.without_rule.as_deref() == Some(base.as_str()) { <span class="field__hint" role="status">{ words.text(WritingText::RuleLeft) }</span> }
            </td>
            <td data-title={head(WritingText::Weight)} class="goals__weight">{ form.cell("/weight", &named(WritingText::Weight)) }</td>
            <td data-title={head(WritingText::Rule)} class="goals__rule">{ words.text(super::target::rule_name(goal.scoring.as_ref().map(Rule::kind))) }</td>
            <td>
                <button id={format!("unfold-goal-{index}")} type="button" class="button button-secondary button-small" aria-expanded={is_open.to_string()} aria-label={format!("{button} {}", goal.name())} {onclick}>
                    { button }
                </button>
            </td>
        </tr>
        if is_open {
            <tr class="goals__panel"><td colspan={COLUMNS.to_string()}>{ panel(page, case, index, goal) }</td></tr>
        }
    </> }
}

/// What keeps a text of a row out of the contract. Of what is missing the goal's own fields say which it is.
fn reason(found: &[Code], words: Words) -> String {
    let wrong = found.iter().find(|one| !matches!(one, Code::Shape(ShapeFault::Missing { .. })));
    wrong.map_or_else(|| words.text(WritingText::Unfinished).to_owned(), |one| one.message(words))
}

/// What a row does while a goal is dragged over it, and is dropped on it.
struct Dropping {
    ondragover: Callback<DragEvent>,
    ondragleave: Callback<DragEvent>,
    ondrop: Callback<DragEvent>,
}

/// Draws what a row is dragged by; the keys do the same. A goal that is dropped on a row takes its place.
fn dragging(page: &Page, case: &Case, index: usize, table: &Table) -> (Html, Dropping) {
    let [start, end, over, drop] = [(); 4].map(|()| Rc::clone(&table.drag));
    let ondragstart = Callback::from(move |event: DragEvent| {
        start.set(Some(index));
        carry_row(&event);
    });
    // Also where it is dropped elsewhere, or given up.
    let ondragend = Callback::from(move |_: DragEvent| {
        end.take();
        mark_row(None);
    });
    let ondragover = Callback::from(move |event: DragEvent| {
        if over.get().is_some() && carries_row(&event) {
            event.prevent_default();
            mark_row(Some(&event));
        }
    });
    let ondragleave = Callback::from(|event: DragEvent| leave_row(&event));
    let (page, contract) = (page.clone(), Rc::clone(&case.contract.contract));
    let ondrop = Callback::from(move |event: DragEvent| {
        mark_row(None);
        let Some(from) = drop.take().filter(|_| carries_row(&event)) else { return };
        event.prevent_default();
        event.stop_propagation();
        if from != index {
            page.send(WritingEdit::Change(goal_move(&contract, from, index).into()));
        }
    });
    let is_movable = case.contract.contract.locked.is_none();
    let handle = html! {
        if is_movable { <span class="goals__handle" draggable="true" aria-hidden="true" {ondragstart} {ondragend}>{ "⠿" }</span> }
    };
    (handle, Dropping { ondragover, ondragleave, ondrop })
}

/// What the cells of a row show, as JSON.
fn row_text(goal: &Goal) -> String {
    let weight = goal.weight.map(|weight| match weight {
        Weight::Fixed(points) => points.0.to_string(),
        Weight::Range { min, max } => format!("{{\"min\":{},\"max\":{}}}", min.0, max.0),
    });
    let label =
        goal.label.as_deref().map(|label| format!("\"label\":{},", quoted(label))).unwrap_or_default();
    let weight = weight.map(|weight| format!("\"weight\":{weight},")).unwrap_or_default();
    format!("{{{label}{weight}\"title\":{}}}", quoted(&goal.title))
}

fn group_row(contract: &Contract, group: &GroupId, sums: &Sums, words: Words) -> Html {
    let title = contract
        .groups
        .iter()
        .find(|one| one.id == *group)
        .map_or(group.as_str(), |group| group.title.as_str());
    let sum = sums.now.get(group).copied().unwrap_or_default().0;
    let change = sums.before.as_ref().map(|before| sum - before.get(group).copied().unwrap_or_default().0);
    html! {
        <tr class="goals__group" key={format!("group-{group}")}>
            <th colspan="3" scope="colgroup">{ title }</th>
            <td class="goals__weight" data-title={words.text(WritingText::Weight)}>{ words.number(sum) }</td>
            <td colspan="2" class="small">{ change.map(|change| words.since_last_year(change)) }</td>
        </tr>
    }
}

fn panel(page: &Page, case: &Case, index: usize, goal: &Rc<Goal>) -> Html {
    let base = format!("/goals/{index}");
    let found = found_at(case, &base, page.words);
    let source = case.contract.goal_text(index).unwrap_or("{}");
    let written = Written::parse(source);
    let form = Form { page, case, written: written.as_ref(), base: &base, found: &found, words: page.words };
    goal_panel(form, index, goal, source)
}

/// Adds a goal before the one at this place or behind the last, and goes to its title.
fn add_goal(page: &Page, case: &Case, index: usize) {
    let goals = &case.contract.contract.goals;
    let before = index.checked_sub(1).and_then(|before| goals.get(before));
    let first = goals.is_empty().then(|| page.words.text(WritingText::FirstLabel).to_owned());
    let label = before.and_then(|goal| next_label(goal.label.as_deref()?)).or(first);
    let label = label.map(|label| format!("\"label\":{},", quoted(&label))).unwrap_or_default();
    let group = before.and_then(|goal| goal.group.as_ref());
    let group = group.map(|group| format!("\"group\":{},", quoted(group.as_str()))).unwrap_or_default();
    let id = free_id("goal", case.contract.contract.line_ids());
    let (id, kind) = (quoted(&id), quoted(word(TargetKind::Undetermined)));
    let value = format!("{{\"id\":{id},{label}{group}\"title\":\"\",\"target\":{{\"kind\":{kind}}}}}");
    let change = ContractChange::Insert { list: "/goals".into(), index, value: value.into() };
    page.send(WritingEdit::Change(Rc::new([change])));
    focus_element_soon(&field_id(&format!("/goals/{index}/title")));
}

/// The goal and the key of the cell that an event comes from; none where it comes from elsewhere.
fn cell(event: &Event) -> Option<(usize, String)> {
    let id = event.target()?.dyn_into::<Element>().ok()?.id();
    let (index, key) = id.strip_prefix("write/goals/")?.split_once('/')?;
    let index = index.parse().ok().filter(|_| CELLS.contains(&key))?;
    Some((index, key.to_owned()))
}

/// Takes in what is pasted into a cell: a table goes to its dialogue. A requirement from a document is kept as the
/// goal's wording too.
fn paste(page: &Page, case: &Case, event: &Event, pasting: &UseStateSetter<Option<[String; 2]>>) {
    if case.contract.contract.locked.is_some() {
        return;
    }
    let (Some((index, key)), Some([html, text])) = (cell(event), pasted(event)) else { return };
    let may_be_table = text.contains('\t') || html.contains("<table");
    if may_be_table && read_pasted(&html, &text).iter().any(|table| table.grid.width() > 1) {
        event.prevent_default();
        return pasting.set(Some([html, text]));
    }
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let has_wording = case.contract.contract.goals.get(index).is_none_or(|goal| goal.wording.is_some());
    if key == "target/phrase" && !has_wording && words.contains(' ') {
        let at = format!("/goals/{index}/wording").into();
        let change = ContractChange::Set { at, value: quoted(&words).into() };
        page.send(WritingEdit::Change(Rc::new([change])));
    }
}

/// Enter goes to the row below, and adds a goal behind the last; Alt with an arrow moves the goal; Ctrl+D copies from the
/// row above.
fn keys(page: &Page, case: &Case, event: &KeyboardEvent, open: &UseStateSetter<Option<usize>>) {
    if case.contract.contract.locked.is_some() {
        return;
    }
    let Some((index, key)) = cell(event) else { return };
    let count = case.contract.contract.goals.len();
    let with_control = event.ctrl_key() || event.meta_key();
    let to = match event.key().as_str() {
        "Enter" if !event.is_composing() && index + 1 == count => {
            event.prevent_default();
            return add_goal(page, case, count);
        }
        "Enter" if !event.is_composing() => index + 1,
        "ArrowUp" if event.alt_key() && index > 0 => index - 1,
        "ArrowDown" if event.alt_key() && index + 1 < count => index + 1,
        "d" | "D" if with_control && index > 0 => {
            event.prevent_default();
            return copy_down(page, case, index, &key);
        }
        _ => return,
    };
    event.prevent_default();
    if event.alt_key() {
        page.send(WritingEdit::Change(goal_move(&case.contract.contract, index, to).into()));
        open.set(None);
    }
    focus_element_soon(&field_id(&format!("/goals/{to}/{key}")));
}

/// Writes into a cell what stands above it. A requirement with parts, criteria or levels comes with all of them.
fn copy_down(page: &Page, case: &Case, index: usize, key: &str) {
    let (contract, words) = (&case.contract.contract, page.words);
    let Some((place, above)) = index.checked_sub(1).and_then(|at| Some((at, contract.goals.get(at)?))) else {
        return;
    };
    let text = match key {
        "weight" => above.weight.map(|weight| weight_text(weight, words)),
        "label" => above.label.as_deref().and_then(next_label),
        "target/phrase" => match &above.target {
            Target::AllOf(_) | Target::AnyOf(_) | Target::Assessed { .. } | Target::Rated(_) => {
                return copy_target_down(page, case, place);
            }
            _ => Some(phrase_text(&case.writing, contract, &format!("/goals/{place}/{key}"), words)),
        },
        _ => Some(above.title.clone()),
    };
    let at = format!("/goals/{index}/{key}").into();
    page.send(WritingEdit::Type { at, text: text.unwrap_or_default().into() });
}

fn copy_target_down(page: &Page, case: &Case, above: usize) {
    let goals = &case.contract.contract.goals;
    let goal = case.contract.goal_text(above).and_then(Written::parse);
    let target = goal.as_ref().and_then(|goal| goal.source("/target"));
    let (Some(target), Some(goal), Some(own)) = (target, goals.get(above), goals.get(above + 1)) else {
        return;
    };
    let fits = own.scoring.as_ref().is_none_or(|rule| goal.target.takes(rule.kind()));
    let rule = (!fits).then(|| ContractChange::Remove { at: format!("/goals/{}/scoring", above + 1).into() });
    let at = format!("/goals/{}/target", above + 1).into();
    let target = ContractChange::Set { at, value: target.into() };
    page.send(WritingEdit::Change(rule.into_iter().chain([target]).collect()));
}
