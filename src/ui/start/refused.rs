//! A file that cannot be opened, with everything that is wrong with it.

use yew::prelude::*;

use crate::app::{Action, Refused};
use crate::findings::Severity;
use crate::i18n::text::start::found_in;
use crate::i18n::text::{PageText, StartText};
use crate::small::sort_by_key;
use crate::ui::context::Page;
use crate::ui::contract::refusal;

/// The gravest first, each with its place and the way out.
pub(super) fn refused(page: &Page, file: &Refused) -> Html {
    let lang = page.lang;
    let mut all: Vec<_> = file.diagnostics.iter().collect();
    sort_by_key(&mut all, |one| std::cmp::Reverse(one.severity));
    let errors = all.iter().filter(|one| one.severity == Severity::Error).count();
    let close = page.sending(Action::DismissRefused);
    html! {
        <section class="error-summary" id="refused" role="alert" aria-labelledby="refused-heading">
            <h2 class="error-summary__heading" id="refused-heading">{ StartText::RefusedHeading.text(lang) }</h2>
            <p>{ found_in(&Severity::Error.counted(errors, lang), &file.name, lang) }{ ". " }{ StartText::RefusedKept.text(lang) }</p>
            <ul class="plain-list no-max-width">{ for all.into_iter().map(|one| refusal(one, lang)) }</ul>
            <button type="button" class="text-button" onclick={close}>{ PageText::Close.text(lang) }</button>
        </section>
    }
}
