//! Draws what the items of a contract have in common: what waits, figures by period, and what the file has besides.

use yew::prelude::*;

use super::form::Form;
use crate::i18n::text::WritingText;

/// The words of a choice with their names.
pub(super) fn options(form: Form<'_>, all: &[(&str, WritingText)]) -> Vec<(String, String)> {
    all.iter().map(|(code, name)| ((*code).to_owned(), form.words.text(*name).to_owned())).collect()
}

/// Says what keeps texts of these items out of the contract.
pub(super) fn problems(form: Form<'_>, items: &[&str]) -> Html {
    let found = items.iter().filter_map(|item| form.case.writing.problems.get(&*form.place(item)));
    let messages: Vec<String> =
        found.flat_map(|found| found.iter()).map(|one| one.code.message(form.words)).collect();
    let is_waiting = items.iter().any(|item| form.case.writing.problems.contains_key(&*form.place(item)));
    html! {
        <div aria-live="polite">
            if is_waiting {
                <div class="banner banner--caution writing__waits">
                    <p>{ form.words.text(WritingText::Waits) }</p>
                    if !messages.is_empty() { <ul>{ for messages.iter().map(|text| html! { <li key={text.clone()}>{ text }</li> }) }</ul> }
                </div>
            }
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
