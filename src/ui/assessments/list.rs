//! The assessments of the case: what each comes to, and what can be done with it.

use yew::prelude::*;

use super::events::events;
use super::locking::Locking;
use crate::app::{Case, Sheet, SheetAction};
use crate::domain::number::Decimal;
use crate::domain::standing::Standing;
use crate::findings::EntryFault;
use crate::format::belonging;
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::text::OverviewText;
use crate::i18n::text::overview::remarks;
use crate::ui::charts::timeline;
use crate::ui::context::{Page, use_page};
use crate::ui::results::{assessment_name, head_fields};
use crate::ui::shared::SheetProps;

/// A column of figures: its heading, and what stands in it.
type Column = (OverviewText, fn(Standing) -> Decimal);

const FIGURES: [Column; 3] = [
    (OverviewText::Secured, |standing| standing.secured),
    (OverviewText::Lost, |standing| standing.lost),
    (OverviewText::Open, |standing| standing.open),
];

/// The list of assessments, the year as a picture, and the head of the one that is shown.
#[component]
pub(super) fn Assessments(props: &SheetProps) -> Html {
    let page = use_page();
    let lang = page.lang;
    let (case, sheet) = (&props.case, &props.sheet);
    let add = page.sending_today(|today| SheetAction::AddBlank { as_of: today });
    html! { <>
        <p>{ OverviewText::Intro.text(lang) }</p>
        <table class="table table--compact table--borderless table--responsive-headers" id="assessments">
            <caption class="sr-only">{ OverviewText::Assessments.text(lang) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ OverviewText::Assessment.text(lang) }</th>
                    { for FIGURES.map(|(text, _)| html! { <th scope="col" class="number">{ text.text(lang) }</th> }) }
                    <th scope="col">{ OverviewText::Actions.text(lang) }</th>
                </tr>
            </thead>
            <tbody>{ for case.sheets.iter().map(|one| assessment_row(&page, case, one)) }</tbody>
        </table>
        <button id="add-assessment" type="button" class="button button-secondary button-small" onclick={add}>
            { OverviewText::AddBlank.text(lang) }
        </button>
        <h2 class="small-heading">{ OverviewText::Timeline.text(lang) }</h2>
        { timeline(case, lang) }
        <h2 class="small-heading">{ OverviewText::ThisOne.text(lang) }</h2>
        <div class="results-head" role="group" aria-label={OverviewText::ThisOne.text(lang)}>
            { head_fields(case, sheet, lang) }
        </div>
        <Locking key={sheet.id.0} />
        <h2 class="small-heading">{ OverviewText::Events.text(lang) }</h2>
        { events(sheet.assessment(), lang) }
    </> }
}

fn assessment_row(page: &Page, case: &Case, sheet: &Sheet) -> Html {
    let (lang, id) = (page.lang, sheet.id);
    let is_shown = id == case.current;
    let standing = Standing::of_evaluation(&sheet.evaluation);
    let name = assessment_name(sheet, lang);
    let button = |word: OverviewText, key: &str, onclick: Callback<MouseEvent>| {
        html! {
            <button id={format!("{key}-{}", id.0)} type="button" class="text-button small" {onclick}>
                { word.text(lang) }<span class="sr-only">{ format!(": {name}") }</span>
            </button>
        }
    };
    let may_go = case.sheets.len() > 1 && !sheet.assessment().is_locked();
    let said = remarks_on(case, sheet, lang);
    html! {
        <tr key={id.0} aria-current={is_shown.then_some("true")}>
            <td data-title={OverviewText::Assessment.text(lang)}>
                <strong>{ &name }</strong>
                if is_shown { { format!(" ({})", OverviewText::Shown.text(lang)) } }
                { for said.into_iter().map(|words| html! { <><br /><span class="small">{ words }</span></> }) }
            </td>
            { for FIGURES.map(|(text, figure)| html! {
                <td class="number" data-title={text.text(lang)}>{ format_number(figure(standing), lang) }</td>
            }) }
            <td data-title={OverviewText::Actions.text(lang)} class="assessment-actions">
                if !is_shown {
                    { button(OverviewText::Show, "show", page.sending(SheetAction::Select(id))) }
                }
                { button(OverviewText::StartNext, "start-from", page.sending_today(move |on| SheetAction::StartFrom { of: id, on })) }
                if may_go {
                    { button(OverviewText::Remove, "remove", page.sending(SheetAction::Remove(id))) }
                }
            </td>
        </tr>
    }
}

/// What there is to know of an assessment before it is opened.
fn remarks_on(case: &Case, sheet: &Sheet, lang: Lang) -> Vec<String> {
    let assessment = sheet.assessment();
    let word = |text: OverviewText| text.text(lang).to_owned();
    let of_other = belonging(&case.contract, assessment).map(|(_, fault)| match fault {
        EntryFault::OtherContract { .. } => word(OverviewText::OtherContract),
        _ => word(OverviewText::OlderContract),
    });
    let count = sheet.evaluation.all_objections().count();
    let locked = assessment.is_locked().then(|| word(OverviewText::Locked));
    let found = (count > 0).then(|| remarks(count, lang));
    [locked, of_other, found].into_iter().flatten().collect()
}
