//! Lists the changes, all of them or those of one kind.

use yew::prelude::*;

use crate::domain::changes::ChangeKind;
use crate::i18n::changes::ChangeWords;
use crate::i18n::text::ChangesText;
use crate::ui::context::use_words;
use crate::ui::long_rows::LongRows;
use crate::ui::shared::Shared;

/// A change in words.
#[derive(Debug)]
pub(super) struct ChangeLine {
    pub(super) kind: ChangeKind,
    pub(super) said: ChangeWords,
}

/// The changes, and the language of what they quote.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChangeTableProps {
    pub(super) lines: Shared<[ChangeLine]>,
    pub(super) language: String,
}

const COLUMNS: [ChangesText; 5] =
    [ChangesText::Where, ChangesText::Change, ChangesText::Before, ChangesText::After, ChangesText::Effect];

/// Draws a button for each kind that occurs, and the changes of the kind that is chosen.
#[component]
pub(super) fn ChangeTable(props: &ChangeTableProps) -> Html {
    let words = use_words();
    let chosen = use_state_eq(|| None::<ChangeKind>);
    let lines = &props.lines;
    let count = |kind: Option<ChangeKind>| {
        lines.iter().filter(|line| kind.is_none_or(|kind| line.kind == kind)).count()
    };
    let kind = chosen.filter(|kind| count(Some(*kind)) > 0);
    let filter = |one: Option<ChangeKind>| {
        let label = one.map_or_else(|| words.text(ChangesText::All), |one| words.change_kind(one));
        let id =
            one.map_or_else(|| "changes-all".to_owned(), |one| format!("changes-{one:?}").to_lowercase());
        let setter = chosen.setter();
        let onclick = Callback::from(move |_: MouseEvent| setter.set(one));
        let is_pressed = one == kind;
        html! {
            <button key={id.clone()} {id} type="button" class="filters__filter" aria-pressed={is_pressed.to_string()} {onclick}>
                { format!("{label} {}", words.count(count(one))) }
            </button>
        }
    };
    let kinds = ChangeKind::ALL.into_iter().filter(|one| count(Some(*one)) > 0).map(Some);
    let places = use_memo((lines.clone(), kind), |(lines, kind)| -> Vec<usize> {
        let all = lines.iter().enumerate();
        all.filter(|(_, line)| kind.is_none_or(|kind| line.kind == kind)).map(|(place, _)| place).collect()
    });
    let shown = places.len();
    let row = use_callback((lines.clone(), Shared::from(&places), props.language.clone(), words), {
        |at: usize, (lines, places, language, words)| {
            let line = places.get(at).and_then(|place| lines.get(*place));
            line.map(|line| line_row(at, line, language, *words)).unwrap_or_default()
        }
    });
    let head = |text: ChangesText| html! { <th scope="col">{ words.text(text) }</th> };
    html! { <>
        <div class="filters screen-only" role="group" aria-label={words.text(ChangesText::Filter)}>
            { for [None].into_iter().chain(kinds).map(filter) }
            <span class="small quiet" role="status" id="changes-shown">{ words.changes_shown(shown, lines.len()) }</span>
        </div>
        <table class="table table--compact table--borderless table--responsive-headers" id="changes">
            <caption class="sr-only">{ words.text(ChangesText::Heading) }</caption>
            <thead><tr>{ for COLUMNS.map(head) }</tr></thead>
            <LongRows key={format!("{kind:?}")} name="change" count={shown} columns={COLUMNS.len()} {row} />
        </table>
    </> }
}

fn line_row(at: usize, line: &ChangeLine, language: &str, words: crate::i18n::Words) -> Html {
    let ChangeWords { place, what, before, after, effect } = &line.said;
    let cell = |text: ChangesText, said: &str| {
        html! { <td data-title={words.text(text)}>{ if said.is_empty() { "–" } else { said } }</td> }
    };
    html! {
        <tr key={at}>
            <td data-title={words.text(ChangesText::Where)} lang={language.to_owned()}>{ place }</td>
            { cell(ChangesText::Change, what) }
            { cell(ChangesText::Before, before) }
            { cell(ChangesText::After, after) }
            { cell(ChangesText::Effect, effect) }
        </tr>
    }
}
