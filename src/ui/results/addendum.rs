//! Fixes a target that the contract leaves open: which requirement, when and where it was agreed.

use yew::prelude::*;

use super::entry::EntryState;
use crate::app::{ADDENDUM_KINDS, AddendumKind, Choice, Edit, EntryField, element_id};
use crate::domain::contract::{Target, TargetKind};
use crate::i18n::Words;
use crate::i18n::text::EntryText;
use crate::i18n::text::entry::field_of;
use crate::ui::context::Page;
use crate::ui::fields::{Align, SelectField, TextField};
use crate::ui::focus::focus_element_soon;

/// Draws the fields of the addendum, once one is begun.
pub(crate) fn addendum(state: &EntryState, page: &Page) -> Html {
    let words = page.words;
    let (kind_field, kind) = state.field(EntryField::AddendumKind, words);
    let chosen = match kind.choice {
        Some(Choice::AddendumKind(AddendumKind::Editable(kind))) => Some(kind),
        Some(_) => None,
        None => return Html::default(),
    };
    let short = |field: EntryField, label: EntryText, align: Align| {
        let (field, view) = state.field(field, words);
        html! { <TextField key={field.to_string()} field={field.clone()} {view} label={words.text(label)} {align} /> }
    };
    let figure = |field: EntryField, label: EntryText| {
        let (field, view) = state.field(field, words);
        let unit = state.goal.unit.as_deref().map(|unit| AttrValue::from(unit.to_owned()));
        html! { <TextField key={field.to_string()} field={field.clone()} {view} label={words.text(label)} {unit} /> }
    };
    let remove = {
        let (page, field) = (page.clone(), kind_field.clone());
        // A target that is open in a part only has no button to fix it as a whole.
        let button = match state.goal.target {
            Target::Undetermined => element_id("fix", state.id.goal.as_str()),
            _ => element_id("open", state.id.goal.as_str()),
        };
        Callback::from(move |_| {
            page.send(Edit::Choose { field: field.clone(), choice: None });
            focus_element_soon(&button);
        })
    };
    let heading = field_of(state.goal.name(), words.text(EntryText::FixedTarget));
    html! {
        <div class="addendum" role="group" aria-label={heading}>
            <p class="small-heading">{ words.text(EntryText::FixedTarget) }</p>
            <div class="addendum__row">
                if chosen.is_none() {
                    <p class="small">{ words.text(EntryText::OtherAddendum) }</p>
                } else {
                    <SelectField field={kind_field} view={kind.clone()} label={words.text(EntryText::Relation)} options={kinds(words)} />
                }
                {
                    match chosen {
                        Some(TargetKind::By) => short(EntryField::AddendumDate, EntryText::Deadline, Align::Date),
                        Some(TargetKind::Between) => html! { <>
                            { figure(EntryField::AddendumValue, EntryText::Lowest) }
                            { figure(EntryField::AddendumMax, EntryText::Highest) }
                        </> },
                        Some(
                            TargetKind::AtMost | TargetKind::AtLeast | TargetKind::Below | TargetKind::Above,
                        ) => figure(EntryField::AddendumValue, EntryText::Value),
                        _ => Html::default(),
                    }
                }
                // A deadline and a task are not measured in a period.
                if !matches!(chosen, Some(TargetKind::By | TargetKind::Done)) {
                    { short(EntryField::AddendumMeasured, EntryText::MeasuredIn, Align::Text) }
                }
                { short(EntryField::AddendumAgreed, EntryText::Agreed, Align::Date) }
                { short(EntryField::AddendumSource, EntryText::AgreedIn, Align::Text) }
            </div>
            <button type="button" class="text-button small" onclick={remove}>{ words.text(EntryText::RemoveTarget) }</button>
        </div>
    }
}

fn kinds(words: Words) -> Vec<(Choice, AttrValue)> {
    let name = |kind: TargetKind| match kind {
        TargetKind::AtMost => EntryText::AtMost,
        TargetKind::AtLeast => EntryText::AtLeast,
        TargetKind::Below => EntryText::Below,
        TargetKind::Above => EntryText::Above,
        TargetKind::Between => EntryText::Between,
        TargetKind::By => EntryText::ByDate,
        _ => EntryText::ToBeDone,
    };
    ADDENDUM_KINDS.into_iter().map(|kind| (kind.into(), words.text(name(kind)).into())).collect()
}
