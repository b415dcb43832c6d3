//! The head of the assessment: whose it is, how far along, and which day it describes.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::{Case, FieldId, Sheet, SheetAction, SheetId, SheetKind};
use crate::domain::assessment::{Assessor, Status};
use crate::i18n::Words;
use crate::i18n::text::{EntryText, ResultsText};
use crate::ui::context::Page;
use crate::ui::fields::{Align, FieldView, SelectField, TextField, options};
use crate::ui::import::ChooseTable;

/// The three fields of the assessment itself, and the choice between assessments where there are several.
pub(crate) fn head(page: &Page, case: &Case, sheet: &Sheet) -> Html {
    html! {
        <div class="results-head" role="group" aria-label={page.words.text(ResultsText::Head)}>
            { for choice(page, case, sheet) }
            { fields(case, sheet, page.words) }
            <ChooseTable />
        </div>
    }
}

/// Whose assessment it is, how far along, and which day it describes.
pub(crate) fn fields(case: &Case, sheet: &Sheet, words: Words) -> Html {
    let view = |field: &FieldId| FieldView::of(case, sheet, field, &sheet.evaluation.objections, words);
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

/// Which of several assessments is on the screen.
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
        <div key="sheet" class="field">
            <label class="field__label" for="sheet">{ words.text(ResultsText::Head) }</label>
            <select id="sheet" class="form-select" autocomplete="off" {onchange}>
                { for case.sheets.iter().map(|one| html! {
                    <option key={one.id.0} value={one.id.0.to_string()} selected={one.id == sheet.id}>{ said(one, words) }</option>
                }) }
            </select>
        </div>
    })
}

/// What an assessment is called.
pub(crate) fn said(sheet: &Sheet, words: Words) -> String {
    if sheet.kind == SheetKind::WhatIf {
        words.trial_title(sheet.assessment())
    } else {
        words.assessment_title(sheet.assessment())
    }
}
