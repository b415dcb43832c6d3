//! Shows »Forny til næste år«: what is proposed for each goal, what a person decides, and the new contract at the end.

mod begin;
mod row;

use std::rc::Rc;

use yew::prelude::*;

use self::begin::begin_contract;
use self::row::{PlanRow, ProposalLine, field_id, proposal_lines, weight_id};
use super::refusal;
use crate::app::{Case, DraftStatus, PlanAction, RenewalPlan};
use crate::domain::renewal::{NoRenewal, Renewal, Wishes, propose};
use crate::findings::Diagnostic;
use crate::i18n::Words;
use crate::i18n::text::{ContractText, PageText, RenewalText};
use crate::ui::context::{Page, use_page};
use crate::ui::fields::plain_field;
use crate::ui::focus::focus_element_soon;
use crate::ui::keeping::latest;
use crate::ui::later::save;
use crate::ui::long_rows::LongRows;
use crate::ui::shared::Shared;

/// The `id` of the field for the year.
const YEAR: &str = "renewal-year";

const COLUMNS: [RenewalText; 6] = [
    RenewalText::Goal,
    RenewalText::Weight,
    RenewalText::LastTarget,
    RenewalText::Became,
    RenewalText::Proposal,
    RenewalText::Choice,
];

/// The open case.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RenewingProps {
    pub(super) case: Shared<Case>,
}

/// What is proposed, in words.
struct Proposed {
    heading: String,
    remarks: Vec<String>,
    lines: Shared<[ProposalLine]>,
}

/// Why the new contract was not begun.
#[derive(Clone, Default)]
struct Trouble {
    /// Whether figures or days have to be mended first.
    is_unread: bool,
    /// What would be wrong with it.
    findings: Rc<[Diagnostic]>,
}

/// Draws the year, the table of proposals, and the button that begins the new contract.
#[component]
pub(super) fn Renewing(props: &RenewingProps) -> Html {
    let page = use_page();
    let words = page.words;
    let case = &props.case;
    let plan = use_plan(case);
    let trouble = use_state(Trouble::default);
    let put_back = use_state(|| None::<Rc<RenewalPlan>>);
    let year = plan.chosen_year().unwrap_or_default();
    // Of the case only what is proposed from: decisions change nothing of that.
    let sheets: Vec<_> = case.sheets.iter().map(Shared::from).collect();
    let contract = Shared::from(&case.contract.contract);
    let found =
        use_memo((contract, sheets, year, words), |(_, _, year, words)| proposed(case, *year, *words));
    let begin = {
        let (page, case, plan, trouble) = (page.clone(), case.clone(), plan.clone(), trouble.setter());
        Callback::from(move |_: MouseEvent| {
            if plan.chosen_year().is_err() {
                return focus_element_soon(YEAR);
            }
            match begin_contract(&page, &case, &plan) {
                Ok(()) => {}
                Err(begin::Refusal::Unread(goal, place)) => {
                    trouble.set(Trouble { is_unread: true, findings: Rc::default() });
                    focus_element_soon(&field_id(&goal, place));
                }
                Err(begin::Refusal::Weight(goal)) => {
                    trouble.set(Trouble { is_unread: true, findings: Rc::default() });
                    focus_element_soon(&weight_id(&goal));
                }
                Err(begin::Refusal::Mistakes(findings)) => {
                    trouble.set(Trouble { is_unread: false, findings });
                    focus_element_soon("not-renewed");
                }
            }
        })
    };
    html! { <>
        <p class="screen-only">{ words.text(RenewalText::Lead) }</p>
        <div>{ for unsaved(&page, case) }</div>
        <div>{ for not_kept(case, words) }</div>
        { year_field(&page, &plan) }
        if found.is_ok() { <p class="screen-only">{ for take_all(&page, &plan, &put_back) }</p> }
        {
            match &*found {
                Err(why) => html! { <p id="no-renewal" class="banner banner--caution">{ words.no_renewal(*why) }</p> },
                Ok(found) => table(found, &plan, trouble.is_unread, case, words),
            }
        }
        if found.is_ok() {
            <div class="screen-only">
                if !trouble.findings.is_empty() { { mistakes(&trouble.findings, words) } }
                if trouble.is_unread { <p id="to-mend" class="field__error" role="alert">{ words.text(RenewalText::ToMend) }</p> }
                <button id="begin-renewal" type="button" class="button button-primary" onclick={begin}>{ words.text(RenewalText::Begin) }</button>
            </div>
        }
    </> }
}

/// Returns the decisions; the ones of the case, or none yet.
#[hook]
fn use_plan(case: &Shared<Case>) -> Shared<RenewalPlan> {
    let none = use_memo((), |()| RenewalPlan::default());
    Shared::from(case.plan.as_ref().unwrap_or(&none))
}

/// Proposes what becomes of each goal, in words.
fn proposed(case: &Case, year: Option<i32>, words: Words) -> Result<Proposed, NoRenewal> {
    let renewal = propose(&case.contract.contract, case.deciding(), Wishes { year, goals: None })?;
    let lines = proposal_lines(&renewal, words);
    Ok(Proposed {
        heading: words.renewal_heading(&renewal),
        remarks: remarks(case, &renewal, words),
        lines: Shared(lines.into()),
    })
}

/// Says what was left out of the new contract, or rests on something that may not hold.
fn remarks(case: &Case, renewal: &Renewal<'_>, words: Words) -> Vec<String> {
    let made_for = renewal.assessment.and_then(|assessment| assessment.sha256.as_deref());
    let is_of_other = made_for.is_some_and(|made_for| !case.contract.fingerprint.matches(made_for));
    let other = is_of_other.then(|| words.text(ContractText::OtherFingerprint).to_owned());
    other.into_iter().chain(words.renewal_remarks(renewal)).collect()
}

/// Says that a file does not hold the case as it is, with the way to save it.
fn unsaved(page: &Page, case: &Case) -> Option<Html> {
    let words = page.words;
    case.is_unsaved().then(|| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| save(&page, &latest()));
        html! {
            <div id="renewal-unsaved" class="banner banner--caution screen-only">
                <p>{ words.text(RenewalText::Unsaved) }</p>
                <button id="save-first" type="button" class="button button-secondary button-small" {onclick}>{ words.text(PageText::SaveFile) }</button>
            </div>
        }
    })
}

/// Says that the browser does not keep the choices.
fn not_kept(case: &Case, words: Words) -> Option<Html> {
    let is_kept = latest().may_store() && !matches!(case.draft, DraftStatus::Failed(_));
    (case.plan.is_some() && !is_kept).then(|| {
        html! { <p id="choices-not-kept" class="banner banner--caution screen-only">{ words.text(RenewalText::NotKept) }</p> }
    })
}

/// Draws the button that takes every proposal in place of what was chosen, and the one that brings the choices back.
fn take_all(
    page: &Page,
    plan: &RenewalPlan,
    put_back: &UseStateHandle<Option<Rc<RenewalPlan>>>,
) -> Option<Html> {
    let before = (**put_back).clone().filter(|_| !plan.has_choices());
    let (id, text, all, kept) = match before {
        Some(before) => ("take-back", RenewalText::TakeBack, before, None),
        None if !plan.has_choices() => return None,
        None => ("take-all", RenewalText::TakeAll, Rc::default(), Some(Rc::new(plan.clone()))),
    };
    let (sender, put_back) = (page.clone(), put_back.setter());
    let onclick = Callback::from(move |_: MouseEvent| {
        put_back.set(kept.clone());
        sender.send(PlanAction::All(Rc::clone(&all)));
    });
    Some(html! {
        <button {id} type="button" class="button button-secondary button-small" {onclick}>{ page.words.text(text) }</button>
    })
}

fn year_field(page: &Page, plan: &RenewalPlan) -> Html {
    let words = page.words;
    let problem = plan.chosen_year().is_err().then(|| (words.text(RenewalText::NoYear).to_owned(), true));
    let sender = page.clone();
    let change = move |text: String| sender.send(PlanAction::Year(text.into()));
    plain_field((YEAR, words.text(RenewalText::Year)), problem, plan.year.to_string(), change)
}

/// Draws a row for each goal and each area.
fn table(found: &Proposed, plan: &Shared<RenewalPlan>, is_tried: bool, case: &Case, words: Words) -> Html {
    let lines = found.lines.clone();
    let language = case.contract.contract.language.clone();
    let row = {
        let (lines, plan) = (lines.clone(), plan.clone());
        Callback::from(move |at: usize| {
            let Some(line) = lines.get(at) else { return Html::default() };
            let (planned, weight) = (plan.of_goal(&line.id).cloned(), plan.weights.get(&line.id).cloned());
            html! { <PlanRow key={line.id.as_str()} lines={&lines} {at} {planned} {weight} {is_tried} language={language.clone()} /> }
        })
    };
    let head = |text: RenewalText| html! { <th scope="col">{ words.text(text) }</th> };
    html! { <>
        <p id="renewal-heading"><strong>{ &found.heading }</strong></p>
        if !found.remarks.is_empty() {
            <section id="renewal-remarks">
                <h2 class="small-heading">{ words.text(RenewalText::Remarks) }</h2>
                <ul class="small">{ for found.remarks.iter().map(|remark| html! { <li key={remark.clone()}>{ remark }</li> }) }</ul>
            </section>
        }
        <table class="table table--compact table--borderless table--responsive-headers" id="proposals">
            <caption class="sr-only">{ words.text(RenewalText::Heading) }</caption>
            <thead><tr>{ for COLUMNS.map(head) }</tr></thead>
            <LongRows name="proposal" count={lines.len()} columns={COLUMNS.len()} {row} />
        </table>
    </> }
}

/// Lists what would be wrong with the new contract.
fn mistakes(findings: &[Diagnostic], words: Words) -> Html {
    html! {
        <section class="error-summary" id="not-renewed" tabindex="-1" role="alert">
            <p>{ words.text(RenewalText::NotWritten) }</p>
            <ul class="plain-list no-max-width">{ for findings.iter().map(|one| refusal(one, words)) }</ul>
        </section>
    }
}
