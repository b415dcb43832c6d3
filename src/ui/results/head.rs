//! The head of the assessment: whose it is, how far along, and which day it describes.

use yew::prelude::*;

use crate::app::{Case, FieldId, Sheet};
use crate::i18n::Lang;
use crate::i18n::text::{EntryText, ResultsText};
use crate::ui::fields::{Align, FieldView, SelectField, TextField};

/// The three fields of the assessment itself.
pub(crate) fn head(case: &Case, sheet: &Sheet, lang: Lang) -> Html {
    let view = |field: &FieldId| FieldView::of(case, sheet, field, &sheet.evaluation.objections, lang);
    let options = |all: &[(&'static str, ResultsText)]| -> Vec<(&'static str, AttrValue)> {
        all.iter().map(|(code, words)| (*code, words.text(lang).into())).collect()
    };
    let by = options(&[
        ("director", ResultsText::Director),
        ("department", ResultsText::Department),
        ("agreed", ResultsText::AgreedByBoth),
    ]);
    let status = options(&[
        ("draft", ResultsText::Draft),
        ("midterm", ResultsText::Midterm),
        ("final", ResultsText::Final),
    ]);
    html! {
        <div class="results-head" role="group" aria-label={ResultsText::Head.text(lang)}>
            <SelectField field={FieldId::By} view={view(&FieldId::By)} label={EntryText::By.text(lang)} options={by} />
            <SelectField field={FieldId::Status} view={view(&FieldId::Status)} label={EntryText::Status.text(lang)} options={status} />
            <TextField
                field={FieldId::AsOf}
                view={view(&FieldId::AsOf)}
                label={EntryText::AsOf.text(lang)}
                align={Align::Date}
                hint={AttrValue::from(EntryText::AsOfHint.text(lang))}
            />
        </div>
    }
}
