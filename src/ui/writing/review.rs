//! Draws the station »Gennemse«: the contract as it stands, its papers, the lock that closes it, and addenda afterwards.

use std::rc::Rc;

use yew::prelude::*;

use super::form::text_of;
use super::goals::HEADS;
use crate::app::{Case, ContractPart, Route, Sheet, WritingEdit, WritingPart, weight_text};
use crate::domain::contract::{Contract, Goal, Rule, Target};
use crate::domain::date::iso;
use crate::format::{ContractChange, quoted};
use crate::i18n::Words;
use crate::i18n::text::{ChangesText, WritingText};
use crate::report::{CHANGES_CODE, Paper};
use crate::ui::context::{Page, use_page};
use crate::ui::contract::facts;
use crate::ui::fields::typed_day;
use crate::ui::long_rows::LongRows;
use crate::ui::moment::moment;
use crate::ui::papers::CopyDraft;
use crate::ui::shared::Shared;

/// The case with its assessment on the screen, and the number of its findings.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReviewProps {
    pub(super) case: Shared<Case>,
    pub(super) sheet: Shared<Sheet>,
    pub(super) findings: usize,
}

/// Draws what the contract says, and the way to lock it.
#[component]
pub(super) fn Review(props: &ReviewProps) -> Html {
    let page = use_page();
    let (words, case) = (page.words, &props.case);
    let file = &case.contract;
    let day = use_state_eq(String::new);
    let setter = day.setter();
    let contract = Shared::from(&file.contract);
    let open = use_memo(contract.clone(), |contract| open_goals(contract));
    let goal_row = use_callback((contract.clone(), words), |at: usize, (contract, words)| {
        reviewed(contract, at, *words)
    });
    let open_row =
        use_callback((contract.clone(), Shared::from(&open), words), |at: usize, (contract, open, words)| {
            open.get(at)
                .and_then(|at| contract.goals.get(*at))
                .map(|goal| to_fix(goal, *words))
                .unwrap_or_default()
        });
    let lock = match &file.contract.locked {
        Some(_) => unlock(&page),
        None if !case.writing.typed.is_empty() => {
            html! {
                <p class="banner banner--caution writing__more" id="lock-waits">
                    <span>{ words.text(WritingText::LockWaits) }{ " " }<a href={Route::Writing(WritingPart::Findings).address()}>{ words.go_to_subject(words.text(WritingText::Findings)) }</a></span>
                </p>
            }
        }
        None => lock(&page, case, &day, move |text| setter.set(text)),
    };
    html! { <>
        <p>{ words.text(WritingText::ReviewLead) }</p>
        if props.findings > 0 {
            <p><a href={Route::Writing(WritingPart::Findings).address()}>{ words.findings_before_lock(props.findings) }</a></p>
        }
        { facts(&file.contract, file.fingerprint.canonical(), words) }
        { goals(contract.goals.len(), goal_row, words) }
        <p><a id="review-results" href={Route::Results(None).address()}>{ words.text(WritingText::InResults) }</a></p>
        { papers(props, words) }
        if file.contract.locked.is_some() { { addenda(open.len(), open_row, words) } }
        <div class="writing__fields" id="contract-lock">{ lock }</div>
    </> }
}

/// Draws the ways to the papers, and the button that copies the draft.
fn papers(props: &ReviewProps, words: Words) -> Html {
    let link = |id: &'static str, code: &str, name: &'static str| {
        html! { <a {id} href={Route::Papers(Some(code.to_owned())).address()}>{ name }</a> }
    };
    let draft = Paper::ContractDraft;
    html! {
        <section>
            <h3>{ words.text(WritingText::Papers) }</h3>
            <p>
                { link("review-draft", draft.code(), words.text(draft.name())) }{ " " }
                <CopyDraft case={props.case.clone()} sheet={props.sheet.clone()} />
            </p>
            if props.case.comparison().is_some() {
                <p>{ link("review-changes", CHANGES_CODE, words.text(ChangesText::Paper)) }</p>
            }
        </section>
    }
}

/// Leads to what can still be agreed: open requirements, goals that lapse, and next year's contract.
fn addenda(open: usize, row: Callback<usize, Html>, words: Words) -> Html {
    let way = |id: &'static str, place: Route, name: WritingText| {
        html! { <li><a {id} href={place.address()}>{ words.text(name) }</a></li> }
    };
    html! {
        <section id="addenda">
            <h3>{ words.text(WritingText::AfterLock) }</h3>
            <p>{ words.text(WritingText::AddendaLead) }</p>
            if open > 0 { <div role="list" id="goals-to-fix"><LongRows name="to-fix" count={open} {row} /></div> }
            <ul class="no-max-width">
                { way("to-lapse", Route::Decision, WritingText::ToLapse) }
                { way("to-changes", Route::Writing(WritingPart::Changes), WritingText::ToChanges) }
                { way("to-renewal", Route::Contract(ContractPart::Renewal), WritingText::ToRenewal) }
            </ul>
        </section>
    }
}

/// Leads to a goal whose requirement can still be fixed.
fn to_fix(goal: &Goal, words: Words) -> Html {
    let said = format!("{}: {}", words.text(WritingText::FixTarget), goal.name());
    html! { <p key={goal.id.as_str()} role="listitem"><a href={Route::goal(&goal.id).address()}>{ said }</a></p> }
}

/// The places of the goals whose requirement is not fixed yet.
fn open_goals(contract: &Contract) -> Vec<usize> {
    let goals = contract.goals.iter().enumerate();
    goals.filter(|(_, goal)| is_open(&goal.target)).map(|(at, _)| at).collect()
}

/// Whether a requirement, or that of a part, is not fixed yet.
fn is_open(target: &Target) -> bool {
    let parts = target.parts().unwrap_or_default();
    matches!(target, Target::Undetermined) || parts.iter().any(|part| is_open(&part.target))
}

/// Draws every goal on paper; on a screen those near the window.
fn goals(count: usize, row: Callback<usize, Html>, words: Words) -> Html {
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={words.text(WritingText::Goals)}>
            <table class="table table--compact table--borderless table--responsive-headers" id="reviewed-goals">
                <thead><tr>{ for HEADS.map(|head| html! { <th scope="col">{ words.text(head) }</th> }) }</tr></thead>
                <LongRows name="reviewed" {count} columns={HEADS.len()} {row} />
            </table>
        </div>
    }
}

/// Draws a goal's row, and before it the heading where that is another one.
fn reviewed(contract: &Contract, at: usize, words: Words) -> Html {
    let Some(goal) = contract.goals.get(at) else { return Html::default() };
    let title = |text: WritingText| words.text(text);
    html! { <>
        { heading(contract, at, HEADS.len()) }
        <tr key={goal.id.as_str()}>
            <td data-title={title(WritingText::Number)}>{ goal.label.clone() }</td>
            <td data-title={title(WritingText::GoalTitle)}>{ &goal.title }</td>
            <td data-title={title(WritingText::Requirement)}>{ words.goal_target(goal) }</td>
            <td data-title={title(WritingText::Weight)}>{ goal.weight.map(|weight| weight_text(weight, words)) }</td>
            <td data-title={title(WritingText::Rule)}>{ words.text(super::target::rule_name(goal.scoring.as_ref().map(Rule::kind))) }</td>
        </tr>
    </> }
}

/// Draws the heading of a goal, where the goal before it has another one.
fn heading(contract: &Contract, at: usize, columns: usize) -> Option<Html> {
    let group = |at: usize| contract.goals.get(at).and_then(|goal| goal.group.as_ref());
    let here = group(at).filter(|here| at.checked_sub(1).and_then(group) != Some(*here))?;
    let group = contract.groups.iter().find(|one| one.id == *here)?;
    Some(
        html! { <tr class="goals__group"><th colspan={columns.to_string()} scope="colgroup">{ &group.title }</th></tr> },
    )
}

/// Draws the day and the button that locks the contract on it.
fn lock(page: &Page, case: &Case, text: &str, change: impl Fn(String) + 'static) -> Html {
    let words = page.words;
    let (day, (said, is_wrong)) = typed_day(text, words);
    let oninput =
        Callback::from(move |event: InputEvent| change(event.target().and_then(text_of).unwrap_or_default()));
    let (page, fingerprint) = (page.clone(), case.contract.fingerprint.canonical().to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let Some(on) = moment().and_then(|now| day(now.date)) else { return };
        let value = format!("{{\"on\":{},\"sha256\":{}}}", quoted(&iso(on)), quoted(&fingerprint));
        page.send(WritingEdit::Change(Rc::new([ContractChange::Set {
            at: "/locked".into(),
            value: value.into(),
        }])));
    });
    html! { <>
        <div class="field">
            <label class="field__label" for="lock-contract-on">{ words.text(WritingText::LockDay) }</label>
            <input id="lock-contract-on" class="form-input field__date" type="text" autocomplete="off" value={text.to_owned()} aria-invalid={is_wrong.then_some("true")} aria-describedby="lock-contract-said" {oninput} />
            <span id="lock-contract-said" class={if is_wrong { "field__error" } else { "field__hint" }}>{ said }</span>
        </div>
        <div class="writing__end"><button id="lock-contract" type="button" class="button button-primary" {onclick}>{ words.text(WritingText::Lock) }</button></div>
    </> }
}

fn unlock(page: &Page) -> Html {
    let words = page.words;
    let page = page.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        page.send(WritingEdit::Change(Rc::new([ContractChange::Remove { at: "/locked".into() }])));
    });
    html! { <div><button id="unlock-contract" type="button" class="button button-secondary" {onclick}>{ words.text(WritingText::Unlock) }</button></div> }
}
