//! Begins a contract from a template.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Action, Incoming, year_in};
use crate::domain::date::Date;
use crate::format::{TEMPLATES, Template};
use crate::i18n::text::start::named;
use crate::i18n::text::{RenewalText, StartText};
use crate::platform::clock::unique;
use crate::ui::context::{Page, use_page};
use crate::ui::fields::plain_field;
use crate::ui::focus::focus_element_soon;
use crate::ui::moment::moment;

/// The `id` of the field for the year.
const YEAR: &str = "template-year";

/// Draws the year and a row for each template.
#[component]
pub(super) fn NewContract() -> Html {
    let page = use_page();
    let words = page.words;
    let year = use_state_eq(|| moment().map_or_else(String::new, |now| likely_year(now.date).to_string()));
    let chosen = year_in(&year).ok().flatten();
    let problem = chosen.is_none().then(|| (words.text(RenewalText::NoYear).to_owned(), true));
    let change = {
        let year = year.setter();
        move |text: String| year.set(text)
    };
    let row = |template: &Template| {
        let (page, template) = (page.clone(), *template);
        let about = words.purpose(template.purpose);
        let onclick = Callback::from(move |_: MouseEvent| match chosen {
            Some(year) => open_template(&page, template, year),
            None => focus_element_soon(YEAR),
        });
        html! {
            <li key={template.code}>
                <span class="ways-list__what">{ &about }</span>
                <button id={format!("template-{}", template.code)} type="button" {onclick}
                    class="button button-secondary button-small" aria-label={named(words.text(StartText::BeginTemplate), &about)}>
                    { words.text(StartText::BeginTemplate) }
                </button>
            </li>
        }
    };
    html! { <>
        <p>{ words.text(StartText::NewContractLead) }</p>
        { plain_field((YEAR, words.text(StartText::NewYear)), problem, (*year).clone(), change) }
        <ul class="ways-list no-max-width" id="templates">{ for TEMPLATES.iter().map(row) }</ul>
    </> }
}

/// Returns the year that a contract is probably written for: from July on the next one.
fn likely_year(today: Date) -> i32 {
    today.year() + i32::from(u8::from(today.month()) > 6)
}

/// Opens the template as a draft.
fn open_template(page: &Page, template: Template, year: i32) {
    let Some(now) = moment() else { return };
    let name = format!("{}-{year}.json", template.code);
    let incoming = Incoming::read(&name, template.for_year(year).as_bytes(), now.date, &unique());
    page.send(Action::Open(Rc::new(incoming.as_new(None))));
}
