//! The permanent secretary's adjustment: up or down, in percent or in kroner, never without a reason.

use std::rc::Rc;

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use super::line::Line;
use crate::app::{Action, AdjustmentKind, Choice, Edit, FieldId};
use crate::domain::assessment::AdjustmentChange;
use crate::domain::number::Decimal;
use crate::i18n::Lang;
use crate::i18n::number::format_kroner;
use crate::i18n::text::{EntryText, PayText, figure};
use crate::ui::fields::{NoteField, SelectField, TextField, options};
use crate::ui::focus::{focus_element_soon, focus_field_soon};

/// What has to be empty for there to be no adjustment.
const CONTENT: [FieldId; 2] = [FieldId::AdjustmentValue, FieldId::AdjustmentReason];

/// The line of the adjustment, with its fields once there is one.
pub(super) fn adjustment(ground: PayView) -> Html {
    let lang = ground.lang;
    let change = ground.sheet.assessment().pay.adjustment.as_ref().and_then(|adjustment| adjustment.change);
    let is_begun = **ground.adjusting || CONTENT.iter().any(|field| !ground.view(field).text.is_empty());
    let result = match change {
        Some(_) => ground.outcome.adjusted.map(|adjusted| kroner(adjusted, lang)),
        None => Some(PayText::None.text(lang).into()),
    };
    html! {
        <Line
            id="pay-adjusted"
            number={7}
            title={PayText::Adjustment.text(lang)}
            {result}
            formula={change.map(|change| AttrValue::from(change_text(change, lang)))}
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
            { PayText::AddAdjustment.text(ground.lang) }
        </button>
    }
}

fn adjustment_fields(ground: PayView) -> Html {
    let lang = ground.lang;
    let [value, reason] = CONTENT;
    let kind = FieldId::AdjustmentKind;
    let kind_view = ground.view(&kind);
    let is_amount = kind_view.choice == Some(Choice::AdjustmentKind(AdjustmentKind::Amount));
    let unit = if is_amount { "kr." } else { "%" };
    let options = options(|kind| match kind {
        AdjustmentKind::Percent => PayText::InPercent.text(lang),
        AdjustmentKind::Amount => PayText::InKroner.text(lang),
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
        <SelectField field={kind} view={kind_view} label={PayText::Measure.text(lang)} {options} />
        <TextField
            view={ground.view(&value)}
            field={value}
            label={PayText::By.text(lang)}
            unit={AttrValue::from(unit)}
            hint={AttrValue::from(PayText::SignHint.text(lang))}
        />
        <NoteField view={ground.view(&reason)} field={reason} label={EntryText::Reason.text(lang)} rows={1} />
        <button type="button" class="text-button small" onclick={remove}>{ PayText::RemoveAdjustment.text(lang) }</button>
    </> }
}

/// `Nedsættelse: −10 %`.
fn change_text(change: AdjustmentChange, lang: Lang) -> String {
    let (size, text) = match change {
        AdjustmentChange::Percent(percent) => (percent.0, figure::signed_percent(percent.0, lang)),
        AdjustmentChange::Amount(amount) => (amount.0, format_kroner(amount, lang)),
    };
    let direction = if size < Decimal::ZERO { PayText::Reduction } else { PayText::Increase };
    format!("{}: {text}", direction.text(lang))
}
