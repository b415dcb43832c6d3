//! Says what happens to the assessments of a contract that is changed: that they follow, and which of their answers no
//! longer fit.

use yew::prelude::*;

use crate::app::{Case, EntryField, FieldId, FieldProblem, Route, SheetAction, SheetId, Unfit};
use crate::i18n::Words;
use crate::i18n::short::shortened;
use crate::i18n::text::WritingText;
use crate::ui::context::use_page;
use crate::ui::fields::{field_name, plain_problem};
use crate::ui::long_rows::LongRows;
use crate::ui::shared::Shared;

/// How many answers are named before the others are folded.
const FIRST: usize = 5;

/// The most letters of an answer in the list.
const WIDEST: usize = 60;

/// The open case.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WithResultsProps {
    pub(super) case: Shared<Case>,
}

/// An answer that does not fit, in words.
struct UnfitLine {
    sheet: SheetId,
    name: String,
    /// Where it can be corrected; none for a goal that the contract does not have.
    place: Option<String>,
    said: String,
}

/// Draws how many assessments follow the contract, and each answer that does not fit it.
#[component]
pub(super) fn WithResults(props: &WithResultsProps) -> Html {
    let page = use_page();
    let (words, case) = (page.words, &props.case);
    let sheets = case.sheets.iter().map(Shared::from).collect::<Vec<_>>();
    let lines = use_memo((sheets, words), |(_, words)| -> Vec<UnfitLine> {
        case.unfit().iter().map(|unfit| unfit_line(case, unfit, *words)).collect()
    });
    let current = case.current;
    let row = use_callback((Shared::from(&lines), page, current), |at: usize, (lines, page, current)| {
        let Some(line) = lines.get(at) else { return Html::default() };
        let onclick = {
            let (page, sheet, is_shown) = (page.clone(), line.sheet, line.sheet == *current);
            Callback::from(move |_: MouseEvent| {
                if !is_shown {
                    page.send(SheetAction::Select(sheet));
                }
            })
        };
        let name = match &line.place {
            Some(place) => html! { <a href={place.clone()} {onclick}>{ &line.name }</a> },
            None => html! { &line.name },
        };
        html! { <p key={at} role="listitem">{ name }{ ": " }{ &line.said }</p> }
    });
    let rest = row.reform(|at: usize| at + FIRST);
    let count = case.sheets.iter().filter(|sheet| !sheet.assessment().is_blank()).count();
    if count == 0 {
        return Html::default();
    }
    let more = lines.len().saturating_sub(FIRST);
    html! {
        <div class="banner banner--caution" id="writing-results">
            <div>
                <p>{ words.assessments_follow(count) }</p>
                <p role="status" id="unfit-count">{ words.results_unfit(lines.len()) }</p>
                if !lines.is_empty() {
                    <div role="list" id="unfit">{ for (0..lines.len().min(FIRST)).map(|at| row.emit(at)) }</div>
                }
                if more > 0 {
                    <details id="more-unfit">
                        <summary>{ words.more_unfit(more) }</summary>
                        <div role="list"><LongRows name="unfit" count={more} row={rest} /></div>
                    </details>
                }
            </div>
        </div>
    }
}

fn unfit_line(case: &Case, unfit: &Unfit<'_>, words: Words) -> UnfitLine {
    let Unfit { sheet, place, why } = *unfit;
    let assessment = sheet.assessment();
    let entered = place.entry().and_then(|entry| Some((entry, assessment.entry(entry)?)));
    let answer = match (entered, place) {
        (Some((_, entry)), place) if !matches!(place, FieldId::Entry(_, EntryField::AddendumKind)) => {
            words.entry_result(entry, None)
        }
        _ => sheet.text(&place.input(), words.lang).into_owned(),
    };
    let is_there = place.entry().is_none_or(|entry| entry.goal_in(&case.contract.contract).is_some());
    let title = (case.sheets.len() > 1).then(|| words.assessment_title(assessment));
    let answer = Some(shortened(&answer, WIDEST)).filter(|answer| !answer.is_empty());
    let why = plain_problem(&FieldProblem::Objection(why.clone()), words);
    let kept = (!is_there).then(|| words.text(WritingText::GoneKept).to_owned());
    let said: Vec<String> = title.into_iter().chain(answer).chain([why]).chain(kept).collect();
    UnfitLine {
        sheet: sheet.id,
        name: field_name(case, place, words),
        place: is_there.then(|| Route::of_field(place).address()),
        said: said.join(" – "),
    }
}
