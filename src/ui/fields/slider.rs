//! Draws a slider beside a field for a figure: the same value, moved instead of typed.

use yew::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::app::{Action, Edit, FieldId};
use crate::domain::number::Decimal;
use crate::i18n::Lang;
use crate::i18n::number::parse_number;
use crate::i18n::text::WhatIfText;
use crate::ui::context::use_page;

/// How far a slider goes, and in which steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Track {
    from: Decimal,
    to: Decimal,
    step: Decimal,
}

impl Track {
    /// Spans these figures and a quarter beyond, in about two hundred steps. It goes below 0 only where a figure does.
    /// `None` without figures.
    pub(crate) fn around(figures: &[Decimal]) -> Option<Self> {
        let (least, most) = (*figures.iter().min()?, *figures.iter().max()?);
        let span = most.saturating_sub(least);
        // One figure alone gives no span; its own size stands in, or 1 where it is 0.
        let span = if span.is_zero() { most.abs() } else { span };
        let span = if span.is_zero() { Decimal::ONE } else { span };
        let step = step(span);
        let beyond = span / Decimal::from(4);
        let from = ((least - beyond) / step).floor() * step;
        let to = ((most + beyond) / step).ceil() * step;
        let from = if least.is_sign_negative() { from } else { from.max(Decimal::ZERO) };
        Some(Self { from, to, step })
    }

    /// Spans exactly these figures, for points within a range.
    pub(crate) fn between(from: Decimal, to: Decimal) -> Option<Self> {
        (from < to).then(|| Self { from, to, step: step(to - from) })
    }
}

/// Chooses a step, a power of ten or its half or fifth, that divides the span in 100 to 250.
fn step(span: Decimal) -> Decimal {
    let mut step = Decimal::ONE;
    let hundredth = span / Decimal::ONE_HUNDRED;
    while step * Decimal::TEN <= hundredth {
        step *= Decimal::TEN;
    }
    while step > hundredth && step.scale() < 9 {
        step /= Decimal::TEN;
    }
    let five = step * Decimal::from(5);
    let two = step * Decimal::TWO;
    if five <= hundredth {
        five
    } else if two <= hundredth {
        two
    } else {
        step
    }
}

/// The field whose value is moved, the value, and what it is about.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SliderProps {
    pub(crate) field: FieldId,
    pub(crate) value: Option<Decimal>,
    pub(crate) track: Track,
    pub(crate) about: AttrValue,
    #[prop_or_default]
    pub(crate) unit: Option<AttrValue>,
}

/// Draws the browser's own slider, with its value in words.
#[component]
pub(crate) fn Slider(props: &SliderProps) -> Html {
    let page = use_page();
    let words = page.words;
    let Track { from, to, step } = props.track;
    let oninput = use_callback((page.clone(), props.field.clone()), |event: InputEvent, (page, field)| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        // Browsers write the value of a slider as in English.
        if let Some(value) = input.and_then(|input| parse_number(&input.value(), Lang::En).ok()) {
            page.send(Edit::Slide { field: field.clone(), value });
        }
    });
    let onblur = use_callback((page, props.field.clone()), |_: FocusEvent, (page, field)| {
        page.send(Action::Blur { field: field.clone() });
    });
    let said = match (props.value, &props.unit) {
        (Some(value), Some(unit)) => format!("{} {unit}", words.number(value)),
        (Some(value), None) => words.number(value),
        (None, _) => words.text(WhatIfText::NotGiven).to_owned(),
    };
    html! {
        <input
            id={format!("{}/slider", props.field)}
            class={classes!("slider", "screen-only", props.value.is_none().then_some("slider--unset"))}
            type="range"
            autocomplete="off"
            min={from.normalize().to_string()}
            max={to.normalize().to_string()}
            step={step.normalize().to_string()}
            value={props.value.unwrap_or(from).normalize().to_string()}
            aria-label={format!("{} ({})", props.about, words.text(WhatIfText::Slider))}
            aria-valuetext={said}
            {oninput}
            {onblur}
        />
    }
}
