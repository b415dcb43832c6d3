//! What would change, a row each, with a box to leave it out.

use yew::prelude::*;

use super::words::{line_name, value_text};
use crate::app::Action;
use crate::app::{Before, Import, ImportChange, LISTED, Unfinished};
use crate::i18n::Lang;
use crate::i18n::date::format_period;
use crate::i18n::number::format_count;
use crate::i18n::text::ImportText;
use crate::i18n::text::import::{
    only_first, overwrites, take_over_line, unfinished_contract, unfinished_year,
};
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
    let lang = page.lang;
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
            <caption class="sr-only">{ ImportText::Changes.text(lang) }</caption>
            <thead>
                <tr>
                    { for columns.into_iter().map(|(text, is_number)| html! {
                        <th scope="col" class={is_number.then_some("number")}>{ text.text(lang) }</th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for changes.iter().take(LISTED).map(|change| change_row(&page, import, change)) }</tbody>
        </table>
        if changes.len() > LISTED { <p class="small quiet">{ only_first(LISTED, lang) }</p> }
    </> }
}

fn change_row(page: &Page, import: &Import, change: &ImportChange) -> Html {
    let lang = page.lang;
    let line = &change.line;
    let is_out = import.left_out.contains(&line.field);
    let (page, field) = (page.clone(), line.field.clone());
    let onchange = Callback::from(move |_: Event| {
        page.send(Action::LeaveOut { field: field.clone(), out: !is_out });
    });
    let goal = line_name(line, lang);
    let label = take_over_line(&goal, line.number, lang);
    let period = line.period.map(|period| format_period(period, lang));
    let title = |text: ImportText| text.text(lang);
    html! {
        <tr key={line.field.to_string()} data-field={line.field.to_string()}>
            <td data-title={title(ImportText::TakeOver)}>
                <label class="choice__option">
                    <input type="checkbox" autocomplete="off" class="choice__box" checked={!is_out} aria-label={label} {onchange} />
                </label>
            </td>
            <td class="number" data-title={title(ImportText::Line)}>{ format_count(line.number, lang) }</td>
            <td data-title={title(ImportText::Goal)}>{ goal }</td>
            <td data-title={title(ImportText::Period)}>{ period.as_deref().unwrap_or("–") }</td>
            <td class="number" data-title={title(ImportText::Now)}>{ before(&change.before, lang) }</td>
            <td class="number" data-title={title(ImportText::New)}>
                <strong>{ value_text(line.value.as_ref(), lang) }</strong>
            </td>
            <td data-title={title(ImportText::Effect)}>
                { effect(change, is_out, lang) }
                if let Some(remark) = unfinished(change, lang) { <p class="small">{ remark }</p> }
            </td>
        </tr>
    }
}

fn before(before: &Before, lang: Lang) -> String {
    match before {
        Before::Empty => value_text(None, lang),
        Before::Value(value) => value_text(Some(value), lang),
        Before::Text(text) => text.to_string(),
    }
}

/// That the figure is not yet the one of the whole year.
fn unfinished(change: &ImportChange, lang: Lang) -> Option<String> {
    let period = change.line.period?;
    Some(match change.unfinished? {
        Unfinished::Year => unfinished_year(period, lang),
        Unfinished::Contract => unfinished_contract(period, lang),
    })
}

fn effect(change: &ImportChange, is_out: bool, lang: Lang) -> String {
    match &change.before {
        _ if is_out => ImportText::LeftOut.text(lang).to_owned(),
        Before::Empty => ImportText::FillsIn.text(lang).to_owned(),
        other => overwrites(&before(other, lang), lang),
    }
}
