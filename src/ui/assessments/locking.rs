//! Closes and reopens the assessment that is shown; both are recorded with their day.

use yew::prelude::*;

use crate::app::SheetAction;
use crate::domain::assessment::{Event, EventKind};
use crate::i18n::text::OverviewText;
use crate::ui::context::use_page;
use crate::ui::fields::{plain_field, typed_day};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LockingProps {
    pub(super) is_locked: bool,
}

/// Draws a remark, the day, and the button that closes or reopens.
#[component]
pub(super) fn Locking(props: &LockingProps) -> Html {
    let page = use_page();
    let words = page.words;
    let (note, on) = (use_state_eq(String::new), use_state_eq(String::new));
    let (kind, word) = if props.is_locked {
        (EventKind::Unlocked, OverviewText::Unlock)
    } else {
        (EventKind::Locked, OverviewText::Lock)
    };
    let (day, day_said) = typed_day(&on, words);
    let is_wrong = day_said.1;
    let set = |of: &UseStateHandle<String>| {
        let setter = of.setter();
        move |text: String| setter.set(text)
    };
    let (said, clear) = ((*note).trim().to_owned(), [note.setter(), on.setter()]);
    let onclick = page.sending_today(move |today| {
        for field in &clear {
            field.set(String::new());
        }
        let note = (!said.is_empty()).then(|| said.clone());
        SheetAction::Record(Event { kind, on: day(today), note, ..Event::default() })
    });
    let hint = (words.text(OverviewText::LockHint).to_owned(), false);
    html! {
        <div class="results-head">
            { plain_field(("lock-note", words.text(OverviewText::LockNote)), Some(hint), (*note).clone(), set(&note)) }
            { plain_field(("lock-on", words.text(OverviewText::LockDay)), Some(day_said), (*on).clone(), set(&on)) }
            <button id="lock" type="button" class="button button-secondary button-small" disabled={is_wrong} {onclick}>{ words.text(word) }</button>
        </div>
    }
}
