//! Compares two assessments, and leads to the one that both agree on.

mod row;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::{Case, Sheet, SheetAction, SheetId, SheetKind};
use crate::domain::assessment::Assessor;
use crate::domain::compare::{Side, compare};
use crate::domain::contract::PayAgreement;
use crate::i18n::Words;
use crate::i18n::text::{CompareText, OverviewText};
use crate::ui::chip::assessment_name;
use crate::ui::context::{Page, use_page};
use crate::ui::shared::SheetProps;
use row::Comparison;

/// The most lines that are listed.
const LISTED: usize = 200;

/// Draws the choice of two assessments, their lines, and the way to the agreed one.
#[component]
pub(super) fn Compare(props: &SheetProps) -> Html {
    let page = use_page();
    let words = page.words;
    let case = &props.case;
    let chosen = use_state_eq(|| None::<[SheetId; 2]>);
    let only = use_state_eq(|| true);
    let Some(ids) =
        chosen.filter(|ids| ids.iter().all(|id| case.sheet_with(*id).is_some())).or_else(|| usual_pair(case))
    else {
        return html! { <p id="compare-needs-two">{ words.text(CompareText::NeedsTwo) }</p> };
    };
    let [Some(first), Some(second)] = ids.map(|id| case.sheet_with(id)) else {
        return Html::default();
    };
    let toggle = {
        let only = only.clone();
        Callback::from(move |_: Event| only.set(!*only))
    };
    let choose = |place: usize| {
        let chosen = chosen.setter();
        Callback::from(move |id: SheetId| {
            let [first, second] = ids;
            chosen.set(Some(if place == 0 { [id, second] } else { [first, id] }));
        })
    };
    html! { <>
        <p>{ words.text(CompareText::Intro) }</p>
        <div class="results-head">
            { select(case, "compare-first", CompareText::First, first.id, choose(0), words) }
            { select(case, "compare-second", CompareText::Second, second.id, choose(1), words) }
            <label class="choice__option">
                <input id="only-differences" type="checkbox" autocomplete="off" checked={*only} onchange={toggle} />
                { words.text(CompareText::OnlyDifferences) }
            </label>
        </div>
        if first.id == second.id {
            <p>{ words.text(CompareText::SameSheet) }</p>
        } else {
            { agreed_buttons(&page, case, ids, &chosen) }
            { lines(&page, props, [first, second], *only) }
        }
    </> }
}

/// Chooses the director's latest and the department's, or else the two latest that are not the agreed one.
fn usual_pair(case: &Case) -> Option<[SheetId; 2]> {
    let real = || case.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real);
    let last = |by: Assessor| real().rfind(|sheet| sheet.assessment().by == by).map(|sheet| sheet.id);
    if let (Some(director), Some(department)) = (last(Assessor::Director), last(Assessor::Department)) {
        return Some([director, department]);
    }
    let mut latest = real().rev();
    let (second, first) = (latest.next()?, latest.next()?);
    Some([first.id, second.id])
}

fn select(
    case: &Case,
    id: &'static str,
    label: CompareText,
    current: SheetId,
    choose: Callback<SheetId>,
    words: Words,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(id) = select.and_then(|select| select.value().parse().ok()) {
            choose.emit(SheetId(id));
        }
    });
    html! {
        <div class="field">
            <label class="field__label" for={id}>{ words.text(label) }</label>
            <select {id} class="form-select" autocomplete="off" {onchange}>
                { for case.sheets.iter().map(|one| html! {
                    <option key={one.id.0} value={one.id.0.to_string()} selected={one.id == current}>
                        { assessment_name(one, words) }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// Whether the assessment on the screen is the agreed one and none of the two.
fn is_agreed(sheet: &Sheet, ids: [SheetId; 2]) -> bool {
    sheet.kind == SheetKind::Real && sheet.assessment().by == Assessor::Agreed && !ids.contains(&sheet.id)
}

/// Draws the buttons that begin the agreed assessment, or lead to it.
fn agreed_buttons(
    page: &Page,
    case: &Case,
    ids: [SheetId; 2],
    chosen: &UseStateHandle<Option<[SheetId; 2]>>,
) -> Html {
    let words = page.words;
    if case.sheet().is_some_and(|sheet| is_agreed(sheet, ids)) {
        let text = if page.locked { CompareText::Locked } else { CompareText::AgreedIntro };
        return html! { <p id="agreed-intro">{ words.text(text) }</p> };
    }
    let there = case.sheets.iter().rfind(|sheet| is_agreed(sheet, ids)).map(|sheet| sheet.id);
    let (chosen, text) =
        (chosen.setter(), there.map_or(CompareText::MakeAgreed, |_| CompareText::ShowAgreed));
    let onclick = page.sending_today(move |on| {
        chosen.set(Some(ids));
        there.map_or(SheetAction::Agree { of: ids, on }, SheetAction::Select)
    });
    html! { <button id="make-agreed" type="button" class="button button-secondary button-small" {onclick}>{ words.text(text) }</button> }
}

fn lines(page: &Page, props: &SheetProps, sheets: [&std::rc::Rc<Sheet>; 2], only: bool) -> Html {
    let words = page.words;
    let contract = &props.case.contract.contract;
    let sides = sheets.map(|sheet| Side { assessment: sheet.assessment(), evaluation: &sheet.evaluation });
    let all = compare(contract, sides);
    let shown: Vec<_> = all.iter().filter(|line| line.differs || !only).collect();
    let ids = sheets.map(|sheet| sheet.id);
    let agreed = Some(&*props.sheet).filter(|sheet| is_agreed(sheet, ids));
    let ground = Comparison { page, contract, sheets: sheets.map(|sheet| &**sheet), agreed };
    let is_staked = contract.pay.as_ref().is_some_and(PayAgreement::has_pots_or_stages)
        && shown.iter().any(|line| line.kroner_apart().is_some());
    let say = |text: CompareText| AttrValue::from(words.text(text));
    let [first, second] = ground.parties();
    let heads = [
        Some(say(CompareText::Line)),
        Some(first),
        Some(second),
        Some(say(CompareText::Difference)),
        agreed.map(|_| say(CompareText::Agreed)),
    ];
    html! { <>
        if shown.is_empty() { <p id="no-differences">{ words.text(CompareText::NoDifferences) }</p> }
        <table class="table table--compact table--borderless table--responsive-headers" id="comparison">
            <caption class="sr-only">{ words.text(OverviewText::Compare) }</caption>
            <thead><tr>{ for heads.into_iter().flatten().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            <tbody>
                { for shown.iter().take(LISTED).map(|line| ground.compared_row(line)) }
                { ground.total_rows() }
            </tbody>
        </table>
        if is_staked { <p class="small quiet" id="compare-kroner">{ words.text(CompareText::KronerNote) }</p> }
        if shown.len() > LISTED { <p class="small quiet">{ words.only_first_lines(LISTED) }</p> }
    </> }
}
