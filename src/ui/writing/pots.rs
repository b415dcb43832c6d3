//! Draws the pots that an agreement pays from: what each is, and whose points earn it.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{Form, field_id};
use super::item::{chosen, found, kept, problems};
use crate::app::{WritingEdit, free_id};
use crate::domain::contract::{Contract, EarnedBy, Everything, Goal, PayAgreement, Pot, PotSize, Weight};
use crate::domain::number::Points;
use crate::format::words::word;
use crate::format::{ContractChange, Written, quoted};
use crate::i18n::text::WritingText;

/// The points of one judgement until somebody says how many.
const JUDGED: &str = "100";

/// Draws the pots, and the button for one more.
pub(super) fn pots(form: Form<'_>, pay: &PayAgreement) -> Html {
    let (words, contract) = (form.words, &form.case.contract.contract);
    let count = pay.pots.len();
    let focus = field_id(&format!("/pay/pots/{count}/title"));
    html! {
        <fieldset class="writing__group" id="pots-written">
            <legend>{ words.text(WritingText::PayPots) }</legend>
            if count == 0 { <p class="small quiet">{ words.text(WritingText::PayPotsLead) }</p> }
            <div>{ for pay.pots.iter().enumerate().map(|(index, pot)| one(form, pay, (index, pot))) }</div>
            { form.button("add-pot", words.text(WritingText::AddPot), added(contract, pay), Some(focus)) }
        </fieldset>
    }
}

fn one(form: Form<'_>, pay: &PayAgreement, (index, pot): (usize, &Pot)) -> Html {
    let (words, contract) = (form.words, &*form.case.contract.contract);
    let base = format!("/pay/pots/{index}");
    let source = form.written.and_then(|written| written.source(&format!("/pots/{index}")));
    let written = source.and_then(Written::parse);
    let of_pot = Form { written: written.as_ref(), base: &base, ..form };
    let up =
        vec![ContractChange::Move { list: "/pay/pots".into(), from: index, to: index.saturating_sub(1) }];
    let id = |what: &str| format!("{}/{what}", field_id(&base));
    html! {
        <section class="writing__area" key={pot.id.as_str()} aria-label={pot.title.clone()}>
            <div class="writing__fields">
                { of_pot.needed("/title", WritingText::PotTitle) }
                { of_pot.line("/amount", WritingText::PotAmount) }
                { of_pot.line("/percent", WritingText::PotPercent) }
                { of_pot.line("/level", WritingText::PotLevel) }
                { of_pot.line("/source", WritingText::Source) }
            </div>
            if pot.size == PotSize::Entered { <p class="small quiet">{ words.text(WritingText::PotEntered) }</p> }
            <div class="writing__fields">{ earned_by(of_pot, contract, pay, pot) }</div>
            { found(of_pot, &["", "/earned_by"]) }
            { problems(of_pot, &[""]) }
            { kept(of_pot, &["id", "title", "source", "amount", "percent", "level", "earned_by"]) }
            <div class="goal-panel__buttons">
                if index > 0 { { form.button(&id("up"), words.text(WritingText::MoveUp), up, None) } }
                { form.button(&id("remove"), words.remove_item(&pot.title), removal(contract, pay, index), Some("add-pot".to_owned())) }
            </div>
        </section>
    }
}

/// Draws the choice of what earns the pot, and what that names.
fn earned_by(form: Form<'_>, contract: &Contract, pay: &PayAgreement, pot: &Pot) -> Html {
    let words = form.words;
    let first = |kind: &str, id: Option<&str>| id.map(|id| format!("{{{}:[{}]}}", quoted(kind), quoted(id)));
    let area = pay.areas.iter().find(|area| weighs(area.weight)).map(|area| area.id.as_str());
    let [all_goals, all_areas] = [Everything::Institution, Everything::Individual].map(word);
    let kinds = [
        (all_goals, WritingText::EarnedByGoals, Some(quoted(all_goals))),
        (
            "groups",
            WritingText::EarnedByGroups,
            first("groups", contract.groups.first().map(|one| one.id.as_str())),
        ),
        (
            "goals",
            WritingText::EarnedBySome,
            first("goals", contract.goals.first().map(|one| one.id.as_str())),
        ),
        (all_areas, WritingText::EarnedByAreas, area.map(|_| quoted(all_areas))),
        ("areas", WritingText::EarnedBySomeAreas, first("areas", area)),
        ("judged", WritingText::EarnedByJudgement, Some(format!("{{\"judged\":{JUDGED}}}"))),
    ];
    let (kind, names) = match &pot.earned_by {
        EarnedBy::Institution => (all_goals, None),
        EarnedBy::Individual => (all_areas, None),
        EarnedBy::Judged(_) => ("judged", None),
        EarnedBy::Groups(_) => {
            let all = contract.groups.iter().map(|group| (group.id.to_string(), group.title.clone()));
            ("groups", Some((WritingText::AddHeadingHere, all.collect::<Vec<_>>())))
        }
        EarnedBy::Goals(_) => ("goals", Some((WritingText::AddGoalHere, names(&contract.goals)))),
        EarnedBy::Areas(_) => ("areas", Some((WritingText::AddAreaHere, names(&pay.areas)))),
    };
    let offered: Vec<_> =
        kinds.into_iter().filter(|(code, _, value)| value.is_some() || *code == kind).collect();
    let options: Vec<_> =
        offered.iter().map(|(code, name, _)| ((*code).to_owned(), words.text(*name).to_owned())).collect();
    let (page, at) = (form.page.clone(), form.place("/earned_by"));
    let select = form.select("/earned_by", WritingText::EarnedBy, &options, kind, move |code| {
        let value = offered.iter().find(|(one, ..)| *one == code).and_then(|(.., value)| value.clone());
        if let Some(value) = value {
            let change = ContractChange::Set { at: at.as_str().into(), value: value.into() };
            page.send(WritingEdit::Change([change].into()));
        }
    });
    html! { <>
        { select }
        if kind == "judged" { { form.needed("/earned_by/judged", WritingText::JudgedOf) } }
        if let Some((label, all)) = names { { chosen(form, &format!("/earned_by/{kind}"), label, &all) } }
    </> }
}

/// The identifiers of goals or areas, each with its name.
pub(super) fn names(goals: &[Rc<Goal>]) -> Vec<(String, String)> {
    goals.iter().map(|goal| (goal.id.to_string(), goal.name().to_owned())).collect()
}

fn weighs(weight: Option<Weight>) -> bool {
    weight.is_some_and(|weight| weight.max() > Points::default())
}

/// The changes that add a pot. The first takes the place of the one sum of points, and its percent.
fn added(contract: &Contract, pay: &PayAgreement) -> Vec<ContractChange> {
    let id = free_id("pot", pay.pots.iter().map(|pot| pot.id.as_str()));
    let by_goals = contract.goals.iter().any(|goal| weighs(goal.weight));
    let earned_by =
        if by_goals { quoted(word(Everything::Institution)) } else { format!("{{\"judged\":{JUDGED}}}") };
    let percent = pay.max_percent.filter(|_| pay.pots.is_empty());
    let percent = percent.map(|percent| format!(",\"percent\":{}", percent.0)).unwrap_or_default();
    let value = format!("{{\"id\":{},\"title\":\"\"{percent},\"earned_by\":{earned_by}}}", quoted(&id));
    let insert =
        ContractChange::Insert { list: "/pay/pots".into(), index: pay.pots.len(), value: value.into() };
    let gone = if pay.pots.is_empty() {
        &["/pay/points", "/pay/individual_rule", "/pay/max_percent"][..]
    } else {
        &[]
    };
    let gone = gone.iter().map(|at| ContractChange::Remove { at: (*at).into() });
    [insert].into_iter().chain(gone).collect()
}

/// The changes that take a pot out, and out of the stages that name it; a stage that names no other goes along. After the
/// last pot the agreement has one sum of points again.
fn removal(contract: &Contract, pay: &PayAgreement, index: usize) -> Vec<ContractChange> {
    let Some(pot) = pay.pots.get(index) else { return Vec::new() };
    let gone = |at: String| ContractChange::Remove { at: at.into() };
    let naming = pay.stages.iter().enumerate().rev().filter(|(_, stage)| stage.pots.contains(&pot.id));
    let mut changes: Vec<ContractChange> = naming
        .map(|(place, stage)| {
            if stage.pots.len() == 1 {
                return gone(format!("/pay/stages/{place}"));
            }
            let others = stage.pots.iter().filter(|id| **id != pot.id).map(|id| quoted(id.as_str()));
            let value = format!("[{}]", others.collect::<Vec<_>>().join(","));
            ContractChange::Set { at: format!("/pay/stages/{place}/pots").into(), value: value.into() }
        })
        .collect();
    changes.push(gone(format!("/pay/pots/{index}")));
    if pay.pots.len() == 1 {
        let weights = contract.goals.iter().filter_map(|goal| goal.weight).map(Weight::max);
        let sum = weights.fold(Points::default(), |sum, weight| sum + weight);
        let institution = contract.points.map_or(sum, |points| points.total);
        let institution = if institution.0.is_zero() { JUDGED.to_owned() } else { institution.0.to_string() };
        let individual = match pot.earned_by {
            EarnedBy::Judged(most) => most,
            _ => Points::default(),
        };
        let value = format!("{{\"institution\":{institution},\"individual\":{}}}", individual.0);
        changes.push(ContractChange::Set { at: "/pay/points".into(), value: value.into() });
        if let PotSize::Percent(percent) = pot.size {
            let value = percent.0.to_string();
            changes.push(ContractChange::Set { at: "/pay/max_percent".into(), value: value.into() });
        }
    }
    changes
}
