//! Says on every place whose assessment is on the screen, and lets it be switched and edited.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement, HtmlSelectElement, Node};
use yew::prelude::*;

use super::context::{Page, use_page};
use super::fields::{Align, FieldView, SelectField, TextField, options};
use super::shared::SheetProps;
use crate::app::{AssessmentsPart, Case, FieldId, Route, Sheet, SheetAction, SheetId, SheetKind};
use crate::domain::assessment::{Assessor, Status};
use crate::format::words::word;
use crate::i18n::Words;
use crate::i18n::text::{EntryText, OverviewText, ResultsText};

/// Draws `Departementet · Årsstatus · 15.01.2010 ▾`; it unfolds the choice of assessments and the fields of this one.
#[component]
pub(crate) fn Chip(props: &SheetProps) -> Html {
    let page = use_page();
    let words = page.words;
    let (case, sheet) = (&props.case, &props.sheet);
    let (details, name) = (use_node_ref(), use_node_ref());
    let onfocusout = use_callback(details.clone(), |event: FocusEvent, details| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        if let Some((details, to)) = details.cast::<HtmlDetailsElement>().zip(to)
            && !details.contains(Some(&to))
        {
            details.set_open(false);
        }
    });
    let onkeydown = use_callback((details.clone(), name.clone()), |event: KeyboardEvent, (details, name)| {
        if let Some(details) = details.cast::<HtmlDetailsElement>().filter(|_| event.key() == "Escape") {
            details.set_open(false);
            // What is folded is focused by its name, which must not unfold it again.
            if let Some(name) = name.cast::<HtmlElement>() {
                // An element that is there takes the focus.
                let _ = name.focus();
            }
        }
    });
    html! {
        <details ref={details} id="chip" class="whose screen-only" data-party={party(sheet)} {onfocusout} {onkeydown}>
            <summary ref={name} id="chip-name" class="whose__name">
                <span class="sr-only">{ format!("{}: ", words.text(ResultsText::Head)) }</span>
                <span class="whose__text">
                    { assessment_name(sheet, words) }
                    if sheet.assessment().is_locked() { { format!(" · {}", words.text(OverviewText::Locked)) } }
                </span>
                <span aria-hidden="true">{ "▾" }</span>
            </summary>
            <div class="whose__panel" role="group" aria-label={words.text(ResultsText::Head)}>
                { for choice(&page, case, sheet) }
                { fields(case, sheet, words) }
                <p><a id="all-assessments" href={Route::Assessments(AssessmentsPart::List).address()}>{ words.text(OverviewText::All) }</a></p>
            </div>
        </details>
    }
}

/// Returns the party as styles name it.
pub(crate) fn party(sheet: &Sheet) -> &'static str {
    match (sheet.kind, sheet.assessment().by) {
        (SheetKind::WhatIf, _) => "trial",
        (_, assessor) => word(assessor),
    }
}

/// Draws the fields of the assessment: its party, its stage, and the day that it describes.
fn fields(case: &Case, sheet: &Sheet, words: Words) -> Html {
    let view = |field: &FieldId| FieldView::in_sheet(case, sheet, field, &sheet.evaluation.objections, words);
    let by = options(|assessor| match assessor {
        Assessor::Director => words.text(ResultsText::Director),
        Assessor::Department => words.text(ResultsText::Department),
        Assessor::Agreed => words.text(ResultsText::AgreedByBoth),
    });
    let status = options(|status| match status {
        Status::Draft => words.text(ResultsText::Draft),
        Status::Midterm => words.text(ResultsText::Midterm),
        Status::Final => words.text(ResultsText::Final),
    });
    html! {
        <>
            <SelectField field={FieldId::By} view={view(&FieldId::By)} label={words.text(EntryText::By)} options={by} />
            <SelectField field={FieldId::Status} view={view(&FieldId::Status)} label={words.text(EntryText::Status)} options={status} />
            <TextField
                field={FieldId::AsOf}
                view={view(&FieldId::AsOf)}
                label={words.text(EntryText::AsOf)}
                align={Align::Date}
                hint={AttrValue::from(words.text(EntryText::AsOfHint))}
            />
        </>
    }
}

/// Draws the choice between several assessments.
fn choice(page: &Page, case: &Case, sheet: &Sheet) -> Option<Html> {
    if case.sheets.len() < 2 {
        return None;
    }
    let words = page.words;
    let sender = page.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(id) = select.and_then(|select| select.value().parse().ok()) {
            sender.send(SheetAction::Select(SheetId(id)));
        }
    });
    Some(html! {
        <div class="field">
            <label class="field__label" for="sheet">{ words.text(ResultsText::Head) }</label>
            <select id="sheet" class="form-select" autocomplete="off" {onchange}>
                { for case.sheets.iter().map(|one| html! {
                    <option key={one.id.0} value={one.id.0.to_string()} selected={one.id == sheet.id}>{ assessment_name(one, words) }</option>
                }) }
            </select>
        </div>
    })
}

pub(crate) fn assessment_name(sheet: &Sheet, words: Words) -> String {
    if sheet.kind == SheetKind::WhatIf {
        words.trial_title(sheet.assessment())
    } else {
        words.assessment_title(sheet.assessment())
    }
}
