//! Draws the fields of a contract: lines, long texts and choices, each with what is wrong or found there.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::{
    Case, FieldProblem, WritingEdit, WritingKind, WritingProblem, item_of, phrase_readings, phrase_text,
    written_text,
};
use crate::domain::number::Decimal;
use crate::format::{ContractChange, Said, Written};
use crate::i18n::Words;
use crate::i18n::number::NumberProblem;
use crate::i18n::requirement::Doubt;
use crate::i18n::text::{EntryText, WritingText};
use crate::ui::context::{Page, use_page};
use crate::ui::fields::plain_problem;
use crate::ui::focus::focus_element_soon;

/// The list of what requirements begin with.
pub(super) const REQUIREMENTS: &str = "requirements";

/// What the fields of an item are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) page: &'a Page,
    pub(super) case: &'a Case,
    /// The contract's text from `base` on.
    pub(super) written: Option<&'a Written<'a>>,
    pub(super) base: &'a str,
    /// What was found at places of the item.
    pub(super) found: &'a [(String, String)],
    pub(super) words: Words,
}

impl Form<'_> {
    /// The whole place of a field within the item.
    pub(super) fn place(self, within: &str) -> String {
        format!("{}{within}", self.base)
    }

    /// The text that a field shows.
    pub(super) fn text(self, within: &str) -> String {
        let (writing, at) = (&self.case.writing, self.place(within));
        if WritingKind::at(&at) == WritingKind::Requirement {
            return phrase_text(writing, &self.case.contract.contract, &at, self.words);
        }
        written_text(writing, self.written, self.base, &at, self.words)
    }

    /// How many items a list of the contract has.
    pub(super) fn items(self, within: &str) -> usize {
        self.written.map_or(0, |written| written.items(within))
    }

    /// Whether a place holds a list or an object.
    pub(super) fn holds_others(self, within: &str) -> bool {
        self.written.is_some_and(|written| written.said(within) == Some(Said::Other))
    }

    /// Whether the contract is locked, so that nothing in it can be changed.
    pub(super) fn is_locked(self) -> bool {
        self.case.contract.contract.locked.is_some()
    }

    /// Whether something that is typed in the item is not in the contract yet.
    pub(super) fn waits(self) -> bool {
        self.case.writing.problems.contains_key(item_of(self.base))
    }

    /// Draws a field for one line.
    pub(super) fn line(self, within: &str, label: WritingText) -> Html {
        self.field(within, self.words.text(label), Look::default())
    }

    /// Draws a field for one line that has to be filled in before its item counts.
    pub(super) fn needed(self, within: &str, label: WritingText) -> Html {
        self.field(within, self.words.text(label), Look { is_needed: true, ..Look::default() })
    }

    /// Draws a field for several lines.
    pub(super) fn long(self, within: &str, label: WritingText) -> Html {
        self.field(within, self.words.text(label), Look { is_long: true, ..Look::default() })
    }

    /// Draws a field for one line under a name of the contract's own.
    pub(super) fn named(self, within: &str, label: &str) -> Html {
        self.field(within, label, Look::default())
    }

    /// Draws a field whose name a heading of its column shows.
    pub(super) fn cell(self, within: &str, label: &str) -> Html {
        self.field(within, label, Look { is_cell: true, ..Look::default() })
    }

    fn field(self, within: &str, label: &str, look: Look) -> Html {
        let at: Rc<str> = self.place(within).into();
        let text = self.text(within);
        let waits = self.case.writing.problems.contains_key(item_of(&at));
        let is_missing = look.is_needed && waits && text.trim().is_empty();
        let (error, meant) = match self.case.writing.problem(&at) {
            Some(problem) => (Some(self.problem_words(problem, &at)), self.meant(problem, &at, &text)),
            None => (is_missing.then(|| self.words.text(WritingText::Missing).to_owned()), Vec::new()),
        };
        let found = self.found.iter().filter(|(place, _)| **place == *at).map(|(_, words)| words.as_str());
        let found = found.collect::<Vec<_>>().join(" ");
        let found = Some(found).filter(|found| !found.is_empty()).map(AttrValue::from);
        let (key, is_locked) = (at.to_string(), self.is_locked());
        html! {
            <ContractField {key} {at} label={label.to_owned()} {text} error={error.map(AttrValue::from)} {found} {meant} {look} {is_locked} />
        }
    }

    fn problem_words(self, problem: &WritingProblem, at: &str) -> String {
        match problem {
            WritingProblem::Field(FieldProblem::Number(NumberProblem::NotANumber))
                if WritingKind::at(at) == WritingKind::Weight =>
            {
                self.words.text(WritingText::WeightForm).to_owned()
            }
            WritingProblem::Field(problem) => plain_problem(problem, self.words),
            WritingProblem::Requirement(Doubt::Unread) => {
                self.words.text(WritingText::RequirementForm).to_owned()
            }
            WritingProblem::Requirement(doubt) => self.words.requirement_doubt(*doubt).to_owned(),
            WritingProblem::Replaces => self.words.text(WritingText::Replaces).to_owned(),
        }
    }

    /// What a text may mean that a person is asked about.
    fn meant(self, problem: &WritingProblem, at: &str, text: &str) -> Vec<Meant> {
        match problem {
            // The ends of a range are typed anew.
            WritingProblem::Field(FieldProblem::Number(NumberProblem::Ambiguous { grouped, decimal }))
                if !text.contains(['-', '–', ' ']) =>
            {
                vec![Meant::Number(*grouped), Meant::Number(*decimal)]
            }
            WritingProblem::Field(_) => Vec::new(),
            WritingProblem::Requirement(_) | WritingProblem::Replaces => {
                let lang = self.case.writing.typed.get(at).map_or(self.words.lang, |typed| typed.lang);
                let readings = phrase_readings(&self.case.contract.contract, at, text, lang);
                let words = readings.iter().map(|reading| self.words.requirement(reading));
                words.enumerate().map(|(reading, words)| Meant::Reading(reading, words.into())).collect()
            }
        }
    }

    /// Draws a list of choices. The first is what counts where nothing is chosen.
    pub(super) fn choice(self, within: &str, label: WritingText, options: &[(String, String)]) -> Html {
        let chosen = self.text(within);
        let (page, at) = (self.page.clone(), Rc::<str>::from(self.place(within)));
        self.select(within, label, options, &chosen, move |code| {
            page.send(WritingEdit::Type { at: Rc::clone(&at), text: code.into() });
            page.send(WritingEdit::Leave { at: Rc::clone(&at) });
        })
    }

    /// Draws a list of choices that does what `choose` says.
    pub(super) fn select(
        self,
        within: &str,
        label: WritingText,
        options: &[(String, String)],
        chosen: &str,
        choose: impl Fn(String) + 'static,
    ) -> Html {
        let id = field_id(&self.place(within));
        select_field(id, self.words.text(label), options, chosen, self.is_locked(), choose)
    }

    /// Draws a button that makes changes, and moves the focus to a field of what it made.
    pub(super) fn button(
        self,
        id: &str,
        label: impl Into<String>,
        changes: Vec<ContractChange>,
        focus: Option<String>,
    ) -> Html {
        if self.is_locked() {
            return Html::default();
        }
        let (page, changes) = (self.page.clone(), Rc::<[ContractChange]>::from(changes));
        let onclick = Callback::from(move |_: MouseEvent| {
            page.send(WritingEdit::Change(Rc::clone(&changes)));
            if let Some(focus) = &focus {
                focus_element_soon(focus);
            }
        });
        html! {
            <button key={id.to_owned()} id={id.to_owned()} type="button" class="button button-secondary button-small" {onclick}>{ label.into() }</button>
        }
    }

    /// Draws a button that takes out an item of a list.
    pub(super) fn remove(self, list: &str, index: usize, what: &str) -> Html {
        if self.is_locked() {
            return Html::default();
        }
        let at = self.place(&format!("{list}/{index}"));
        let id = format!("{}/remove", field_id(&at));
        let label = self.words.remove_item(what);
        let change = ContractChange::Remove { at: at.into() };
        let (page, changes) = (self.page.clone(), Rc::<[ContractChange]>::from(vec![change]));
        let onclick =
            Callback::from(move |_: MouseEvent| page.send(WritingEdit::Change(Rc::clone(&changes))));
        html! {
            <button key={id.clone()} {id} type="button" class="text-button small" aria-label={label} {onclick}>{ self.words.text(WritingText::Remove) }</button>
        }
    }
}

/// The `id` of a field, by its place in the contract.
pub(super) fn field_id(at: &str) -> String {
    format!("write{at}")
}

/// Draws a list of choices, each a code with its name.
pub(super) fn select_field(
    id: String,
    label: &str,
    options: &[(String, String)],
    chosen: &str,
    is_locked: bool,
    choose: impl Fn(String) + 'static,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            choose(select.value());
        }
    });
    // An option that was once picked by hand follows no attribute.
    let shown = options.iter().position(|(code, _)| code == chosen).and_then(|at| u32::try_from(at).ok());
    html! {
        <div class="field" key={id.clone()}>
            <label class="field__label" for={id.clone()}>{ label }</label>
            <select {id} class="form-select" autocomplete="off" disabled={is_locked} ~selectedIndex={shown} {onchange}>
                { for options.iter().map(|(code, name)| html! {
                    <option key={code.clone()} value={code.clone()} selected={code == chosen}>{ name }</option>
                }) }
            </select>
        </div>
    }
}

/// How a field looks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Look {
    is_long: bool,
    /// Whether its name is for screen readers only.
    is_cell: bool,
    is_needed: bool,
}

/// Something that a text may mean.
#[derive(Clone, PartialEq)]
enum Meant {
    Number(Decimal),
    /// A requirement, by its place among the readings, with its words.
    Reading(usize, AttrValue),
}

/// A field, its name, and what it shows.
#[derive(Clone, PartialEq, Properties)]
struct ContractFieldProps {
    at: Rc<str>,
    label: AttrValue,
    text: AttrValue,
    error: Option<AttrValue>,
    found: Option<AttrValue>,
    /// What a text may mean.
    meant: Vec<Meant>,
    look: Look,
    is_locked: bool,
}

/// Draws a field with its label and what is wrong with it.
#[component]
fn ContractField(props: &ContractFieldProps) -> Html {
    let page = use_page();
    let id = field_id(&props.at);
    let oninput = {
        let (page, at) = (page.clone(), Rc::clone(&props.at));
        Callback::from(move |event: InputEvent| {
            let Some(text) = event.target().and_then(text_of) else { return };
            page.send(WritingEdit::Type { at: Rc::clone(&at), text: text.into() });
        })
    };
    let onblur = {
        let (page, at) = (page.clone(), Rc::clone(&props.at));
        Callback::from(move |_: FocusEvent| page.send(WritingEdit::Leave { at: Rc::clone(&at) }))
    };
    let (kind, is_wrong) = (WritingKind::at(&props.at), props.error.is_some());
    let said = format!("{id}/said");
    let described = (is_wrong || props.found.is_some()).then(|| said.clone());
    let invalid = is_wrong.then_some("true");
    let label_class = if props.look.is_cell { "sr-only" } else { "field__label" };
    let width = match kind {
        _ if kind.is_figure() => "field__number",
        WritingKind::Date => "field__date",
        WritingKind::Period => "field__period",
        _ => "field__text",
    };
    html! {
        <div class={classes!("field", is_wrong.then_some("field--wrong"))}>
            <label class={label_class} for={id.clone()}>{ &props.label }</label>
            if props.look.is_long {
                <textarea id={id.clone()} class="form-input field__text" rows="2" value={props.text.clone()} readonly={props.is_locked} aria-invalid={invalid} aria-describedby={described} {oninput} {onblur} />
            } else {
                <input id={id.clone()} class={classes!("form-input", width)} type="text" autocomplete="off" inputmode={kind.is_figure().then_some("decimal")} list={(kind == WritingKind::Requirement).then_some(REQUIREMENTS)} value={props.text.clone()} readonly={props.is_locked} aria-invalid={invalid} aria-describedby={described} {oninput} {onblur} />
            }
            <div id={said}>
                if let Some(error) = &props.error { <span class="field__error">{ error }</span> }
                if let Some(found) = &props.found { <span class="field__hint">{ found }</span> }
                if !props.meant.is_empty() { { question(&page, props) } }
            </div>
        </div>
    }
}

pub(super) fn text_of(target: web_sys::EventTarget) -> Option<String> {
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => Some(input.value()),
        Err(target) => target.dyn_into::<HtmlTextAreaElement>().ok().map(|area| area.value()),
    }
}

/// Asks what was meant. The focus goes back to the field after the answer.
fn question(page: &Page, props: &ContractFieldProps) -> Html {
    let choice = |meant: &Meant| {
        let (page, at) = (page.clone(), Rc::clone(&props.at));
        let (text, edit) = match meant {
            Meant::Number(value) => {
                (page.words.number(*value).into(), WritingEdit::Clarify { at: Rc::clone(&at), value: *value })
            }
            Meant::Reading(reading, words) => {
                (words.clone(), WritingEdit::Answer { at: Rc::clone(&at), reading: *reading })
            }
        };
        let onclick = Callback::from(move |_: MouseEvent| {
            page.send(edit.clone());
            focus_element_soon(&field_id(&at));
        });
        html! {
            <button key={text.to_string()} type="button" class="button button-secondary button-small" {onclick}>{ text }</button>
        }
    };
    let asked = match props.meant.first() {
        Some(Meant::Number(_)) => page.words.text(EntryText::WhichNumber),
        _ => page.words.text(WritingText::WhichRequirement),
    };
    html! {
        <div class="ambiguous" role="group" aria-label={asked}>
            <div class="ambiguous__choices">{ for props.meant.iter().map(choice) }</div>
        </div>
    }
}
