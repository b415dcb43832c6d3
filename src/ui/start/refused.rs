//! Shows a file that cannot be opened, with everything that is wrong with it.

use yew::prelude::*;

use crate::app::{Action, Refused};
use crate::findings::Severity;
use crate::i18n::text::{PageText, StartText};
use crate::small::sort_by_key;
use crate::ui::context::Page;
use crate::ui::contract::refusal;

/// Lists the findings, the gravest first, each with its place and the way out.
pub(super) fn refused(page: &Page, file: &Refused) -> Html {
    let words = page.words;
    let mut all: Vec<_> = file.diagnostics.iter().collect();
    sort_by_key(&mut all, |one| std::cmp::Reverse(one.severity));
    let errors = all.iter().filter(|one| one.severity == Severity::Error).count();
    let close = page.sending(Action::DismissRefused);
    html! {
        <section class="error-summary" id="refused" role="alert" aria-labelledby="refused-heading">
            <h2 class="error-summary__heading" id="refused-heading">{ words.text(StartText::RefusedHeading) }</h2>
            <p>{ words.found_in_file(&Severity::Error.counted(errors, words), &file.name) }{ ". " }{ words.text(StartText::RefusedKept) }</p>
            <ul class="plain-list no-max-width">{ for all.into_iter().map(|one| refusal(one, words)) }</ul>
            <button type="button" class="text-button" onclick={close}>{ words.text(PageText::Close) }</button>
        </section>
    }
}
