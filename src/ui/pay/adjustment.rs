//! Draws the permanent secretary's adjustment: up or down, in percent or in kroner, never without a reason.

use std::rc::Rc;

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use super::line::Line;
use crate::app::{Action, AdjustmentKind, Choice, Edit, FieldId};
use crate::domain::assessment::AdjustmentChange;
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::i18n::text::{EntryText, PayText};
use crate::ui::fields::{NoteField, SelectField, TextField, options};
use crate::ui::focus::{focus_element_soon, focus_field_soon};

/// The fields that are all empty where there is no adjustment.
const CONTENT: [FieldId; 2] = [FieldId::AdjustmentValue, FieldId::AdjustmentReason];

/// Draws the line of the adjustment, with its fields once there is one.
pub(super) fn adjustment(ground: PayView) -> Html {
    let words = ground.words;
    let change = ground.sheet.assessment().pay.adjustment.as_ref().and_then(|adjustment| adjustment.change);
    let is_begun = **ground.adjusting || CONTENT.iter().any(|field| !ground.view(field).text.is_empty());
    let result = match change {
        Some(_) => ground.outcome.adjusted.map(|adjusted| kroner(adjusted, words)),
        None => Some(words.text(PayText::None).into()),
    };
    html! {
        <Line
            id="pay-adjusted"
            title={words.text(PayText::Adjustment)}
            {result}
            formula={change.map(|change| AttrValue::from(change_text(change, words)))}
        >
            if is_begun { { adjustment_fields(ground) } } else { { begin(ground) } }
        </Line>
    }
}

fn begin(ground: PayView) -> Html {
    let adjusting = ground.adjusting.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        adjusting.set(true);
        focus_field_soon(&FieldId::AdjustmentValue);
    });
    html! {
        <button id="add-adjustment" type="button" class="text-button small" {onclick}>
            { ground.words.text(PayText::AddAdjustment) }
        </button>
    }
}

fn adjustment_fields(ground: PayView) -> Html {
    let words = ground.words;
    let [value, reason] = CONTENT;
    let kind = FieldId::AdjustmentKind;
    let kind_view = ground.view(&kind);
    let is_amount = kind_view.choice == Some(Choice::AdjustmentKind(AdjustmentKind::Amount));
    let unit = if is_amount { words.currency() } else { "%" };
    let options = options(|kind| match kind {
        AdjustmentKind::Percent => words.text(PayText::InPercent),
        AdjustmentKind::Amount => words.text(PayText::InKroner),
        AdjustmentKind::ToPercent => words.text(PayText::ToPercent),
    });
    let (page, adjusting) = (ground.page.clone(), ground.adjusting.clone());
    let remove = Callback::from(move |_: MouseEvent| {
        adjusting.set(false);
        for field in CONTENT.into_iter().rev() {
            page.send(Edit::Type { field: field.clone(), text: Rc::from("") });
            page.send(Action::Blur { field });
        }
        focus_element_soon("add-adjustment");
    });
    html! { <>
        <SelectField field={kind} view={kind_view} label={words.text(PayText::Measure)} {options} />
        <TextField
            view={ground.view(&value)}
            field={value}
            label={words.text(PayText::By)}
            unit={AttrValue::from(unit)}
            hint={AttrValue::from(words.text(PayText::SignHint))}
        />
        <NoteField view={ground.view(&reason)} field={reason} label={words.text(EntryText::Reason)} rows={1} />
        <button type="button" class="text-button small" onclick={remove}>{ words.text(PayText::RemoveAdjustment) }</button>
    </> }
}

/// Writes an adjustment: `Nedsættelse: −10 %`.
fn change_text(change: AdjustmentChange, words: Words) -> String {
    let (size, text) = match change {
        AdjustmentChange::Percent(percent) => (percent.0, words.signed_percent(percent.0)),
        AdjustmentChange::Amount(amount) => (amount.0, words.kroner(amount)),
        AdjustmentChange::ToPercent(percent) => return words.to_percent(percent.0),
    };
    let direction = if size < Decimal::ZERO { PayText::Reduction } else { PayText::Increase };
    format!("{}: {text}", words.text(direction))
}
