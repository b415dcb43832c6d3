//! Draws the station »Risici«: the risks with their goals, and the matrix that they make.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{Form, field_id};
use super::item::{kept, options, problems};
use super::one_of_many::one_of_many;
use crate::app::{Case, WritingEdit};
use crate::format::{ContractChange, Written};
use crate::i18n::text::{RisksText, WritingText};
use crate::ui::fields::full_name;
use crate::ui::focus::sought;
use crate::ui::long_rows::LongRows;
use crate::ui::risks::matrix;
use crate::ui::shared::Shared;

/// Draws the risks and the matrix.
pub(super) fn risks(form: Form<'_>, case: &Shared<Case>) -> Html {
    let source = form.written.and_then(|written| written.source("/risk")).unwrap_or("{}");
    let written = Written::parse(source);
    let form = Form { written: written.as_ref(), base: "/risk", ..form };
    let contract = &form.case.contract.contract;
    let count = form.items("/entries");
    let scale = contract.risk.as_ref().map_or(1, |risk| risk.scale.min);
    let value = format!("{{\"title\":\"\",\"materiality\":{scale},\"vulnerability\":{scale}}}");
    let insert = ContractChange::Insert { list: "/risk/entries".into(), index: count, value: value.into() };
    let goals: Rc<[_]> = contract.goals.iter().map(|goal| (goal.id.to_string(), full_name(goal))).collect();
    let row = {
        let (page, case, found, words) = (form.page.clone(), case.clone(), form.found.to_vec(), form.words);
        let texts: Vec<_> = (0..count).map(|at| entry_text(form, at).map(str::to_owned)).collect();
        Callback::from(move |index: usize| {
            let written = texts.get(index).and_then(Option::as_deref).and_then(Written::parse);
            let base = format!("/risk/entries/{index}");
            let written = written.as_ref();
            risk(Form { page: &page, case: &case, written, base: &base, found: &found, words }, index, &goals)
        })
    };
    // A link leads to a field of a risk that is far down.
    let asked = sought()
        .strip_prefix(&field_id("/risk/entries/"))
        .and_then(|rest| rest.split('/').next()?.parse().ok());
    html! { <>
        <div class="writing__fields">
            { form.line("/scale/min", WritingText::ScaleMin) }
            { form.line("/scale/max", WritingText::ScaleMax) }
        </div>
        { problems(form, &[""]) }
        if let Some(register) = &contract.risk {
            <div class="scroll" role="region" tabindex="0" aria-label={form.words.text(RisksText::Matrix)}>{ matrix(contract, register, form.words) }</div>
        }
        <LongRows name="written-risks" {count} {row} {asked} />
        { form.button("add-risk", form.words.text(WritingText::AddRisk), vec![insert], Some(field_id(&format!("/risk/entries/{count}/title")))) }
        { kept(form, &["entries"]) }
    </> }
}

fn entry_text(form: Form<'_>, index: usize) -> Option<&str> {
    form.written?.source(&format!("/entries/{index}"))
}

/// Draws the fields of a risk.
fn risk(form: Form<'_>, index: usize, goals: &Rc<[(String, String)]>) -> Html {
    let reviewed = [("", WritingText::Reviewed), ("false", WritingText::NotReviewed)];
    let whole = Form { written: None, base: "/risk", ..form };
    let (page, at) = (form.page.clone(), Rc::<str>::from(form.place("/goal")));
    let choose = move |goal: String| {
        page.send(WritingEdit::Type { at: Rc::clone(&at), text: goal.into() });
        page.send(WritingEdit::Leave { at: Rc::clone(&at) });
    };
    html! {
        <div class="writing__fields writing__area writing__risk" key={index}>
            { form.needed("/title", WritingText::RiskTitle) }
            { one_of_many(form, "/goal", (WritingText::Goal, WritingText::NoGoal), goals, &form.text("/goal"), choose) }
            { form.needed("/materiality", WritingText::Materiality) }
            { form.needed("/vulnerability", WritingText::Vulnerability) }
            { form.line("/priority", WritingText::Priority) }
            { form.long("/action", WritingText::RiskAction) }
            { form.choice("/reviewed", WritingText::IsReviewed, &options(form, &reviewed)) }
            { form.line("/source", WritingText::Source) }
            <div class="writing__end">{ whole.remove("/entries", index, &form.text("/title")) }</div>
            { problems(form, &[""]) }
        </div>
    }
}
