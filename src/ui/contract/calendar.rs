//! Hands out the deadlines of the contract as a calendar file.

use yew::prelude::*;

use crate::app::save::calendar_file_name;
use crate::app::{Case, Sheet};
use crate::domain::deadline::deadlines;
use crate::i18n::Words;
use crate::i18n::text::CalendarText;
use crate::platform::download;
use crate::platform::page::chosen_value;
use crate::report::calendar;
use crate::ui::moment::moment;
use crate::ui::shared::Shared;

/// The days of notice that can be chosen.
const NOTICE: [u16; 5] = [0, 1, 7, 14, 30];
/// The choice that most people want.
const USUAL: u16 = 14;
/// The element in which the notice is chosen.
const CHOICE: &str = "calendar-notice";

/// Draws how many deadlines there are, the choice of a reminder, and the button; nothing without a deadline.
pub(super) fn calendar_section(case: &Shared<Case>, sheet: &Shared<Sheet>, words: Words) -> Html {
    let contract = &case.contract.contract;
    let all = deadlines(contract, sheet.assessment());
    let Some((first, last)) = all.first().zip(all.last()) else { return Html::default() };
    let count = words.deadline_count(all.len(), &words.date(first.on), &words.date(last.on));
    let onclick = {
        let (case, sheet) = (case.clone(), sheet.clone());
        Callback::from(move |_: MouseEvent| save(&case, &sheet, words))
    };
    html! {
        <section id="calendar" class="screen-only">
            <h2 class="section-heading">{ words.text(CalendarText::Heading) }</h2>
            <p>{ count }</p>
            <div class="field">
                <label class="field__label" for={CHOICE}>{ words.text(CalendarText::Remind) }</label>
                <select id={CHOICE} class="form-select" autocomplete="off">
                    <option value="">{ words.text(CalendarText::NoReminder) }</option>
                    { for NOTICE.into_iter().map(|days| html! {
                        <option value={days.to_string()} selected={days == USUAL}>{ words.days_before(days) }</option>
                    }) }
                </select>
            </div>
            <button id="calendar-file" type="button" class="button button-secondary button-small" {onclick}>
                { words.text(CalendarText::Download) }
            </button>
            <p class="small quiet">{ words.text(CalendarText::Hint) }</p>
        </section>
    }
}

fn save(case: &Case, sheet: &Sheet, words: Words) {
    // A clock that shows a time which no calendar has gives no file.
    let Some(now) = moment() else { return };
    let contract = &case.contract.contract;
    let notice: Vec<u16> = chosen_value(CHOICE).and_then(|days| days.parse().ok()).into_iter().collect();
    let text = calendar(contract, sheet.assessment(), (now.date, &notice), words);
    // A browser that refuses a download says so itself.
    let _ = download::save(&calendar_file_name(contract, words), &text, "text/calendar;charset=utf-8");
}
