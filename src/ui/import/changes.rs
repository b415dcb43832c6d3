//! Lists what an import would change, a row each, with a box to leave it out.

use yew::prelude::*;

use crate::app::import_words::{before_text, effect_text, line_name, value_text};
use crate::app::{Action, Import, ImportChange, LISTED};
use crate::i18n::text::ImportText;
use crate::ui::context::{Page, use_page};
use crate::ui::shared::Shared;

/// The table that came in, which has changes to show.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChangesProps {
    pub(crate) import: Shared<Import>,
}

/// The changes in the order of the contract.
#[component]
pub(crate) fn Changes(props: &ChangesProps) -> Html {
    let page = use_page();
    let words = page.words;
    let import = &props.import;
    let changes = import.preview.as_ref().map(|preview| preview.changes.as_slice()).unwrap_or_default();
    let columns = [
        (ImportText::TakeOver, false),
        (ImportText::Line, true),
        (ImportText::Goal, false),
        (ImportText::Period, false),
        (ImportText::Now, true),
        (ImportText::New, true),
        (ImportText::Effect, false),
    ];
    html! { <>
        <table class="table table--compact table--borderless table--responsive-headers">
            <caption class="sr-only">{ words.text(ImportText::Changes) }</caption>
            <thead>
                <tr>
                    { for columns.into_iter().map(|(text, is_number)| html! {
                        <th scope="col" class={is_number.then_some("number")}>{ words.text(text) }</th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for changes.iter().take(LISTED).map(|change| change_row(&page, import, change)) }</tbody>
        </table>
        if changes.len() > LISTED { <p class="small quiet">{ words.only_first_lines(LISTED) }</p> }
    </> }
}

fn change_row(page: &Page, import: &Import, change: &ImportChange) -> Html {
    let words = page.words;
    let line = &change.line;
    let is_out = import.left_out.contains(&line.field);
    let (page, field) = (page.clone(), line.field.clone());
    let onchange = Callback::from(move |_: Event| {
        page.send(Action::LeaveOut { field: field.clone(), out: !is_out });
    });
    let goal = line_name(line, words);
    let label = words.take_over_line(&goal, line.number);
    let period = line.period.map(|period| words.period(period));
    let title = |text: ImportText| words.text(text);
    html! {
        <tr key={line.field.to_string()} data-field={line.field.to_string()}>
            <td data-title={title(ImportText::TakeOver)}>
                <label class="choice__option">
                    <input type="checkbox" autocomplete="off" class="choice__box" checked={!is_out} aria-label={label} {onchange} />
                </label>
            </td>
            <td class="number" data-title={title(ImportText::Line)}>{ words.count(line.number) }</td>
            <td data-title={title(ImportText::Goal)}>{ goal }</td>
            <td data-title={title(ImportText::Period)}>{ period.as_deref().unwrap_or("–") }</td>
            <td class="number" data-title={title(ImportText::Now)}>{ before_text(change, words) }</td>
            <td class="number" data-title={title(ImportText::New)}>
                <strong>{ value_text(line.value.as_ref(), line, words) }</strong>
            </td>
            <td data-title={title(ImportText::Effect)}>
                { effect_text(change, is_out, words) }
            </td>
        </tr>
    }
}
