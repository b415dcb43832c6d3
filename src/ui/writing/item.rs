//! Draws what the items of a contract have in common: what waits, figures by period, and what the file has besides.

use std::collections::HashSet;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use yew::prelude::*;

use super::form::Form;
use super::one_of_many::one_of_many;
use crate::app::{WritingEdit, item_of};
use crate::findings::{Code, ShapeFault};
use crate::format::words::entries;
use crate::format::{ContractChange, quoted};
use crate::i18n::text::WritingText;

/// The codes of a choice with their names.
pub(super) fn options(form: Form<'_>, all: &[(&str, WritingText)]) -> Vec<(String, String)> {
    all.iter().map(|(code, name)| ((*code).to_owned(), form.words.text(*name).to_owned())).collect()
}

/// The words that the format has for the values of a type, each with its name, behind what counts where none is said. A
/// value without a name is that one.
pub(super) fn choices<T: DeserializeOwned>(
    form: Form<'_>,
    unsaid: Option<WritingText>,
    name: fn(T) -> Option<WritingText>,
) -> Vec<(String, String)> {
    let named = entries().filter_map(|(word, value)| Some((word, name(value)?)));
    options(form, &unsaid.map(|unsaid| ("", unsaid)).into_iter().chain(named).collect::<Vec<_>>())
}

/// The answers to a question of yes or no.
pub(super) fn truths(form: Form<'_>) -> Vec<(String, String)> {
    options(form, &[("", WritingText::NotSaid), ("true", WritingText::Yes), ("false", WritingText::No)])
}

/// Says what keeps texts of these items out of the contract.
pub(super) fn problems(form: Form<'_>, items: &[&str]) -> Html {
    let found = items.iter().filter_map(|item| form.case.writing.problems.get(&*form.place(item)));
    // What is missing is said at its field.
    let is_said = |one: &&Code| !matches!(one, Code::Shape(ShapeFault::Missing { .. }));
    let found = found.flat_map(|found| found.iter()).filter(is_said);
    let messages: Vec<String> = found.map(|one| one.message(form.words)).collect();
    let is_waiting = items.iter().any(|item| form.case.writing.problems.contains_key(&*form.place(item)));
    let is_item_of = |at: &str| items.iter().any(|item| form.place(item) == item_of(at));
    let is_typed = form.case.writing.typed.keys().any(|at| is_item_of(at));
    let text = if is_typed { WritingText::Waits } else { WritingText::ChangeRefused };
    html! {
        <div aria-live="polite">
            if is_waiting {
                <div class="banner banner--caution writing__waits">
                    <p>{ form.words.text(text) }</p>
                    if !messages.is_empty() { <ul>{ for messages.iter().map(|text| html! { <li key={text.clone()}>{ text }</li> }) }</ul> }
                </div>
            }
        </div>
    }
}

/// Says what was found at places of an item that have no field for one line.
pub(super) fn found(form: Form<'_>, places: &[&str]) -> Html {
    let is_here = |at: &str| places.iter().any(|within| form.place(within) == at);
    let here = form.found.iter().filter(|(at, _)| is_here(at));
    html! { <>{ for here.map(|(_, message)| html! { <p class="field__hint">{ message }</p> }) }</> }
}

/// Draws what a list names, each with a way out of it, and the choice of one more. The last one stays where the list has to
/// name something.
pub(super) fn chosen(form: Form<'_>, within: &str, label: WritingText, all: &[(String, String)]) -> Html {
    let ids: Vec<String> =
        (0..form.items(within)).map(|index| form.text(&format!("{within}/{index}"))).collect();
    let named: HashSet<&str> = ids.iter().map(String::as_str).collect();
    let rest: Rc<[_]> = all.iter().filter(|(id, _)| !named.contains(id.as_str())).cloned().collect();
    let (page, list, index) = (form.page.clone(), form.place(within), ids.len());
    let select = one_of_many(form, within, (label, WritingText::Choose), &rest, "", move |id| {
        if !id.is_empty() {
            let value = quoted(&id).into();
            let insert = ContractChange::Insert { list: list.as_str().into(), index, value };
            page.send(WritingEdit::Change([insert].into()));
        }
    });
    let may_be_empty = within == "/pots";
    let item = |(index, id): (usize, &String)| {
        let name = all.iter().find(|(one, _)| one == id).map_or(id.as_str(), |(_, name)| name.as_str());
        html! {
            <li key={id.clone()}>
                { name }{ " " }
                if ids.len() > 1 || may_be_empty { { form.remove(within, index, name) } }
            </li>
        }
    };
    html! {
        <div>
            if !ids.is_empty() { <ul class="no-max-width">{ for ids.iter().enumerate().map(item) }</ul> }
            if !rest.is_empty() { { select } }
        </div>
    }
}

/// Shows what of an item no field of the page changes: it stays in the file as it is.
pub(super) fn kept(form: Form<'_>, known: &[&str]) -> Html {
    let Some(written) = form.written else { return Html::default() };
    let keys = written.keys("");
    let others = keys.iter().filter(|key| !known.contains(key)).map(|key| {
        let at = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        html! { <li key={(*key).to_owned()}><code>{ format!("{key}: {}", written.source(&at).unwrap_or_default()) }</code></li> }
    });
    let others: Vec<Html> = others.collect();
    if others.is_empty() {
        return Html::default();
    }
    html! {
        <details class="writing__kept">
            <summary>{ form.words.text(WritingText::Kept) }</summary>
            <ul class="no-max-width">{ for others }</ul>
        </details>
    }
}

/// Draws the figures of other years, and an empty row for one more.
pub(super) fn figures(form: Form<'_>, list: &str, heading: WritingText) -> Html {
    let count = form.items(list);
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(heading) }</legend>
            <div>{ for (0..=count).map(|index| html! {
                <div class="writing__fields" key={index}>
                    { form.line(&format!("{list}/{index}/period"), WritingText::PeriodOf) }
                    { form.line(&format!("{list}/{index}/value"), WritingText::Figure) }
                    <div class="writing__end">
                        if index < count { { form.remove(list, index, &form.text(&format!("{list}/{index}/period"))) } }
                    </div>
                    if index < count { { more_of_figure(form, &format!("{list}/{index}")) } }
                </div>
            }) }</div>
        </fieldset>
    }
}

/// Draws what a document says about a figure besides it.
fn more_of_figure(form: Form<'_>, at: &str) -> Html {
    html! {
        <details class="writing__more">
            <summary>{ form.words.text(WritingText::MoreOfFigure) }</summary>
            <div class="writing__fields">
                { form.line(&format!("{at}/stated"), WritingText::Stated) }
                { form.line(&format!("{at}/source"), WritingText::Source) }
                { form.line(&format!("{at}/note"), WritingText::Note) }
            </div>
        </details>
    }
}
