//! Says what is wrong with the table and its rows, and what is worth knowing of it.

use yew::prelude::*;

use crate::app::Import;
use crate::findings::{Diagnostic, Severity};
use crate::i18n::Words;
use crate::i18n::short::{MESSAGE, shortened};
use crate::i18n::text::ImportText;
use crate::i18n::text::import::counted;
use crate::ui::contract::refusal;

/// Lists first what keeps the file or some of its rows from being used.
pub(super) fn problems(import: &Import, words: Words) -> Html {
    let all: Vec<_> = import.diagnostics.iter().filter(|one| one.severity > Severity::Note).collect();
    if all.is_empty() {
        return Html::default();
    }
    let heading = counted(words.text(ImportText::Problems), &words.count(all.len()));
    let said = |one: &Diagnostic| match import.preview {
        // A file that does not parse is shown where it fails; a row is found by its line.
        None => refusal(one, words),
        Some(_) => problem(one, words),
    };
    html! {
        <div id="import-problems" class="error-summary">
            <h3 class="error-summary__heading" id="import-problems-heading">{ heading }</h3>
            <div class="import__list scroll" role="region" tabindex="0" aria-labelledby="import-problems-heading">
                <ul class="plain-list no-max-width">{ for all.into_iter().map(said) }</ul>
            </div>
        </div>
    }
}

/// Lists what is only worth knowing: columns that are not used, lines above the header.
pub(super) fn remarks(import: &Import, words: Words) -> Html {
    let all: Vec<_> = import.diagnostics.iter().filter(|one| one.severity == Severity::Note).collect();
    if all.is_empty() {
        return Html::default();
    }
    let heading = counted(words.text(ImportText::Remarks), &words.count(all.len()));
    html! {
        <details id="import-remarks" class="with-details">
            <summary>{ heading }</summary>
            <ul class="plain-list no-max-width">{ for all.into_iter().map(|one| problem(one, words)) }</ul>
        </details>
    }
}

/// Writes a problem and its hint: `Linje 3: »ca. 26.000« er ikke et tal.`
fn problem(one: &Diagnostic, words: Words) -> Html {
    let line = words.count(one.line);
    html! {
        <li class="finding" data-code={one.code.name()} data-line={one.line.to_string()}>
            <strong>{ format!("{} {line}: ", words.text(ImportText::Line)) }</strong>
            { shortened(&one.code.message(words), MESSAGE) }
            if let Some(hint) = one.code.hint(words) {
                <span class="finding__hint">{ format!(" {}", shortened(&hint, MESSAGE)) }</span>
            }
        </li>
    }
}
