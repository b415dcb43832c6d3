//! Lists the assessments of the case: what each comes to, and what can be done with it.

use yew::prelude::*;

use super::begin::Begin;
use super::events::events;
use super::locking::Locking;
use crate::app::{Case, Sheet, SheetAction, SheetId};
use crate::domain::number::Decimal;
use crate::domain::standing::Standing;
use crate::findings::EntryFault;
use crate::format::belonging;
use crate::i18n::Words;
use crate::i18n::text::OverviewText;
use crate::ui::charts::timeline;
use crate::ui::chip::assessment_name;
use crate::ui::context::{Page, use_page};
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::{Shared, SheetProps};

/// A column of figures: its heading and the figure that it shows.
type Column = (OverviewText, fn(Standing) -> Decimal);

const FIGURES: [Column; 3] = [
    (OverviewText::Secured, |standing| standing.secured),
    (OverviewText::Lost, |standing| standing.lost),
    (OverviewText::Open, |standing| standing.open),
];

/// Draws the list, the year as a chart, and the head of the assessment that is shown.
#[component]
pub(super) fn Assessments(props: &SheetProps) -> Html {
    let page = use_page();
    let words = page.words;
    let (case, sheet) = (&props.case, &props.sheet);
    let from = use_state_eq(|| None::<SheetId>);
    let asked = from.and_then(|id| case.sheet_with(id)).map(Shared::from);
    let ask = {
        let from = from.setter();
        Callback::from(move |id: Option<SheetId>| {
            from.set(id);
            if id.is_some() {
                focus_element_soon("begin-by");
            }
        })
    };
    let add = page.sending_today(|today| SheetAction::AddBlank { as_of: today });
    html! { <>
        <p>{ words.text(OverviewText::Intro) }</p>
        <table class="table table--compact table--borderless table--responsive-headers" id="assessments">
            <caption class="sr-only">{ words.text(OverviewText::Assessments) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.text(OverviewText::Assessment) }</th>
                    { for FIGURES.map(|(text, _)| html! { <th scope="col" class="number">{ words.text(text) }</th> }) }
                    <th scope="col">{ words.text(OverviewText::Actions) }</th>
                </tr>
            </thead>
            <tbody>{ for case.sheets.iter().map(|one| assessment_row(&page, case, one, &ask)) }</tbody>
        </table>
        if let Some(from) = asked { <Begin key={from.id.0} from={from.clone()} close={ask.reform(|()| None)} /> }
        <button id="add-assessment" type="button" class="button button-secondary button-small" onclick={add}>
            { words.text(OverviewText::AddBlank) }
        </button>
        <h2 class="small-heading">{ words.text(OverviewText::Timeline) }</h2>
        { timeline(case, words) }
        <h2 class="small-heading">{ words.text(OverviewText::ThisOne) }</h2>
        <Locking key={sheet.id.0} is_locked={sheet.assessment().is_locked()} />
        <h2 class="small-heading">{ words.text(OverviewText::Events) }</h2>
        { events(sheet.assessment(), words) }
    </> }
}

fn assessment_row(page: &Page, case: &Case, sheet: &Sheet, ask: &Callback<Option<SheetId>>) -> Html {
    let (words, id) = (page.words, sheet.id);
    let is_shown = id == case.current;
    let standing = Standing::of_evaluation(&sheet.evaluation);
    let name = assessment_name(sheet, words);
    let button = |word: OverviewText, key: &str, onclick: Callback<MouseEvent>| {
        html! {
            <button id={format!("{key}-{}", id.0)} type="button" class="text-button small" {onclick}>
                { words.text(word) }<span class="sr-only">{ format!(": {name}") }</span>
            </button>
        }
    };
    let may_go = case.sheets.len() > 1 && !sheet.assessment().is_locked();
    let said = remarks_on(case, sheet, words);
    html! {
        <tr key={id.0} aria-current={is_shown.then_some("true")}>
            <td data-title={words.text(OverviewText::Assessment)}>
                <strong>{ &name }</strong>
                if is_shown { { format!(" ({})", words.text(OverviewText::Shown)) } }
                { for said.into_iter().map(|words| html! { <><br /><span class="small">{ words }</span></> }) }
            </td>
            { for FIGURES.map(|(text, figure)| html! {
                <td class="number" data-title={words.text(text)}>{ words.number(figure(standing)) }</td>
            }) }
            <td data-title={words.text(OverviewText::Actions)} class="assessment-actions">
                if !is_shown {
                    { button(OverviewText::Show, "show", page.sending(SheetAction::Select(id))) }
                }
                { button(OverviewText::StartNext, "start-from", ask.reform(move |_: MouseEvent| Some(id))) }
                if may_go {
                    { button(OverviewText::Remove, "remove", page.sending(SheetAction::Remove(id))) }
                }
            </td>
        </tr>
    }
}

/// Lists what is worth knowing of an assessment before it is opened.
fn remarks_on(case: &Case, sheet: &Sheet, words: Words) -> Vec<String> {
    let assessment = sheet.assessment();
    let word = |text: OverviewText| words.text(text).to_owned();
    let of_other = belonging(&case.contract, assessment).map(|(_, fault)| match fault {
        EntryFault::OtherContract { .. } => word(OverviewText::OtherContract),
        _ => word(OverviewText::OlderContract),
    });
    let count = sheet.evaluation.all_objections().count();
    let locked = assessment.is_locked().then(|| word(OverviewText::Locked));
    let found = (count > 0).then(|| words.remarks(count));
    [locked, of_other, found].into_iter().flatten().collect()
}
