//! The head of the assessment: whose it is, how far along, and which day it describes.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::{Case, FieldId, Sheet, SheetAction, SheetId, SheetKind};
use crate::domain::assessment::{Assessor, Status};
use crate::i18n::Lang;
use crate::i18n::text::overview::{title, trial};
use crate::i18n::text::{EntryText, ResultsText};
use crate::ui::context::Page;
use crate::ui::fields::{Align, FieldView, SelectField, TextField, options};
use crate::ui::import::ChooseTable;

/// The three fields of the assessment itself, and the choice between assessments where there are several.
pub(crate) fn head(page: &Page, case: &Case, sheet: &Sheet) -> Html {
    html! {
        <div class="results-head" role="group" aria-label={ResultsText::Head.text(page.lang)}>
            { for choice(page, case, sheet) }
            { fields(case, sheet, page.lang) }
            <ChooseTable />
        </div>
    }
}

/// Whose assessment it is, how far along, and which day it describes.
pub(crate) fn fields(case: &Case, sheet: &Sheet, lang: Lang) -> Html {
    let view = |field: &FieldId| FieldView::of(case, sheet, field, &sheet.evaluation.objections, lang);
    let by = options(|assessor| match assessor {
        Assessor::Director => ResultsText::Director.text(lang),
        Assessor::Department => ResultsText::Department.text(lang),
        Assessor::Agreed => ResultsText::AgreedByBoth.text(lang),
    });
    let status = options(|status| match status {
        Status::Draft => ResultsText::Draft.text(lang),
        Status::Midterm => ResultsText::Midterm.text(lang),
        Status::Final => ResultsText::Final.text(lang),
    });
    html! {
        <>
            <SelectField field={FieldId::By} view={view(&FieldId::By)} label={EntryText::By.text(lang)} options={by} />
            <SelectField field={FieldId::Status} view={view(&FieldId::Status)} label={EntryText::Status.text(lang)} options={status} />
            <TextField
                field={FieldId::AsOf}
                view={view(&FieldId::AsOf)}
                label={EntryText::AsOf.text(lang)}
                align={Align::Date}
                hint={AttrValue::from(EntryText::AsOfHint.text(lang))}
            />
        </>
    }
}

/// Which of several assessments is on the screen.
fn choice(page: &Page, case: &Case, sheet: &Sheet) -> Option<Html> {
    if case.sheets.len() < 2 {
        return None;
    }
    let lang = page.lang;
    let sender = page.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(id) = select.and_then(|select| select.value().parse().ok()) {
            sender.send(SheetAction::Select(SheetId(id)));
        }
    });
    Some(html! {
        <div key="sheet" class="field">
            <label class="field__label" for="sheet">{ ResultsText::Head.text(lang) }</label>
            <select id="sheet" class="form-select" autocomplete="off" {onchange}>
                { for case.sheets.iter().map(|one| html! {
                    <option key={one.id.0} value={one.id.0.to_string()} selected={one.id == sheet.id}>{ said(one, lang) }</option>
                }) }
            </select>
        </div>
    })
}

/// What an assessment is called.
pub(crate) fn said(sheet: &Sheet, lang: Lang) -> String {
    let name = if sheet.kind == SheetKind::WhatIf { trial } else { title };
    name(sheet.assessment(), lang)
}
