//! Builds the base pay from its lines.

use std::rc::Rc;

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use super::line::Line;
use crate::app::{Edit, FieldId};
use crate::domain::number::Span;
use crate::i18n::text::start::named;
use crate::i18n::text::{EntryText, PageText, PayText};
use crate::ui::fields::{Align, TextField};
use crate::ui::focus::{focus_element_soon, focus_field_soon};

/// Draws the line of the base pay, with the fields that build it.
pub(super) fn base(ground: PayView) -> Html {
    let words = ground.words;
    let lines = ground.sheet.assessment().pay.base.len();
    let add = {
        let page = ground.page.clone();
        let title: Rc<str> = if lines == 0 { words.text(PayText::FirstLine).into() } else { "".into() };
        Callback::from(move |_: MouseEvent| {
            page.send(Edit::AddBaseLine { title: Rc::clone(&title) });
            focus_field_soon(&FieldId::BaseTitle(lines));
        })
    };
    html! {
        <Line
            id="pay-base"
            title={words.text(PayText::Base)}
            result={ground.outcome.base.map(|base| kroner(Span::settled(base), words))}
            formula={AttrValue::from(words.text(PayText::BaseNote))}
        >
            <ul class="plain-list no-max-width" id="base-lines">{ for (0..lines).map(|at| base_line(ground, at)) }</ul>
            <button id="add-base-line" type="button" class="button button-secondary button-small" onclick={add}>
                { words.text(PayText::AddLine) }
            </button>
        </Line>
    }
}

fn base_line(ground: PayView, at: usize) -> Html {
    let words = ground.words;
    let (title, value) = (FieldId::BaseTitle(at), FieldId::BaseValue(at));
    let name = words.base_line(at + 1);
    let page = ground.page.clone();
    let remove = Callback::from(move |_: MouseEvent| {
        page.send(Edit::RemoveBaseLine(at));
        focus_element_soon("add-base-line");
    });
    html! {
        <li key={at} class="base-line">
            <TextField view={ground.view(&title)} field={title} label={name.clone()} align={Align::Text} />
            <TextField view={ground.view(&value)} field={value} label={words.text(EntryText::Amount)} unit={AttrValue::from(words.currency())} />
            <button type="button" class="text-button small" aria-label={named(words.text(PageText::Remove), &name)} onclick={remove}>
                { words.text(PageText::Remove) }
            </button>
        </li>
    }
}
