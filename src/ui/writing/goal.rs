//! Draws an open goal: what has to hold, how it earns points with a result to try, its words, and its other years.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{Form, field_id};
use super::item::{choices, figures, kept, problems};
use super::target::{ratio, rule, target};
use super::trial::{GoalTrial, is_tried};
use crate::app::{free_id, goal_removal};
use crate::domain::contract::{Contract, Goal, ResourceKind, Rollup};
use crate::format::{ContractChange, quoted};
use crate::i18n::text::WritingText;
use crate::ui::shared::Shared;

/// Draws the goal at this place with what can be done to it.
pub(super) fn goal_panel(form: Form<'_>, index: usize, goal: &Rc<Goal>, source: &str) -> Html {
    let words = form.words;
    let contract = &form.case.contract.contract;
    let count = contract.goals.len();
    let moved = |to: usize| goal_move(contract, index, to);
    let focus = |to: usize| Some(format!("unfold-goal-{to}"));
    let id = free_id("goal", contract.line_ids());
    let copy = vec![
        ContractChange::Insert { list: "/goals".into(), index: index + 1, value: source.into() },
        ContractChange::Set { at: format!("/goals/{}/id", index + 1).into(), value: quoted(&id).into() },
    ];
    let results =
        form.case.sheets.iter().filter(|sheet| sheet.assessment().results.contains_key(&goal.id)).count();
    let others: Vec<String> = form.found.iter().map(|(_, message)| message.clone()).collect();
    html! { <div class="goal-panel">
        { problems(form, &[""]) }
        if form.case.writing.without_rule.as_deref() == Some(form.base) {
            <p class="banner" role="status">{ words.text(WritingText::RuleLeft) }</p>
        }
        { goal_fields(form, goal) }
        if !others.is_empty() {
            <div class="goal-panel__found"><p>{ words.text(WritingText::Findings) }</p><ul>{ for others.iter().map(|text| html! { <li>{ text }</li> }) }</ul></div>
        }
        <div class="goal-panel__buttons">
            if index > 0 { { form.button(&format!("move-up-{index}"), words.text(WritingText::MoveUp), moved(index - 1), focus(index - 1)) } }
            if index + 1 < count { { form.button(&format!("move-down-{index}"), words.text(WritingText::MoveDown), moved(index + 1), focus(index + 1)) } }
            { form.button(&format!("copy-goal-{index}"), words.text(WritingText::Copy), copy, Some(field_id(&format!("/goals/{}/title", index + 1)))) }
            if results > 0 { <span class="small" id={format!("lost-{index}")}>{ words.results_kept(results) }</span> }
            { form.button(&format!("remove-goal-{index}"), words.remove_item(goal.name()), goal_removal(contract, index), Some("add-goal".to_owned())) }
        </div>
    </div> }
}

/// Moves a goal to the place of another one, and under its heading.
pub(super) fn goal_move(contract: &Contract, from: usize, to: usize) -> Vec<ContractChange> {
    let group = |at: usize| contract.goals.get(at).and_then(|goal| goal.group.as_ref());
    let mut changes = vec![ContractChange::Move { list: "/goals".into(), from, to }];
    if group(from) != group(to) {
        let at = format!("/goals/{to}/group").into();
        changes.push(match group(to) {
            Some(group) => ContractChange::Set { at, value: quoted(group.as_str()).into() },
            None => ContractChange::Remove { at },
        });
    }
    changes
}

/// Draws the fields of a goal or an individual area, but for its title and weight.
pub(super) fn goal_fields(form: Form<'_>, goal: &Rc<Goal>) -> Html {
    let words = form.words;
    let contract = &form.case.contract.contract;
    let unset = (String::new(), words.text(WritingText::NoGroup).to_owned());
    let groups = contract.groups.iter().map(|group| (group.id.to_string(), group.title.clone()));
    let groups: Vec<_> = [unset].into_iter().chain(groups).collect();
    html! { <>
        <fieldset class="writing__group">
            <legend>{ words.text(WritingText::Requirement) }</legend>
            { target(form, "/target", &goal.target, 0) }
            <div class="writing__fields">{ form.line("/unit", WritingText::Unit) }</div>
            { ratio(form, "/ratio") }
        </fieldset>
        <fieldset class="writing__group">
            <legend>{ words.text(WritingText::Points) }</legend>
            { rule(form, "", &goal.target) }
            if is_tried(goal) {
                <GoalTrial contract={Shared::from(contract)} goal={Shared::from(goal)} at={form.base.to_owned()} />
            }
        </fieldset>
        <fieldset class="writing__group">
            <legend>{ words.text(WritingText::InDocument) }</legend>
            { form.long("/wording", WritingText::Wording) }
            <div class="writing__fields">
                { form.line("/source", WritingText::Source) }
                { form.line("/page", WritingText::Page) }
                { form.choice("/group", WritingText::Group, &groups) }
            </div>
            { form.long("/description", WritingText::Description) }
            { form.long("/note", WritingText::Note) }
        </fieldset>
        { figures(form, "/history", WritingText::History) }
        { figures(form, "/guidelines", WritingText::Guidelines) }
        { resources(form) }
        { contributions(form) }
        { served_by(form) }
        <p class="small quiet">{ words.id_in_file(goal.id.as_str()) }</p>
        { kept(form, &["id", "label", "group", "source", "page", "wording", "title", "description", "weight", "unit", "ratio", "target", "scoring", "history", "guidelines", "resources", "contributes_to", "rollup", "served_by", "note"]) }
    </> }
}

fn resources(form: Form<'_>) -> Html {
    let count = form.items("/resources");
    let kinds = choices(form, Some(WritingText::Choose), |kind| {
        Some(match kind {
            ResourceKind::AtMost => WritingText::AtMost,
            ResourceKind::AtLeast => WritingText::AtLeast,
            ResourceKind::About => WritingText::About,
            ResourceKind::Exactly => WritingText::Exactly,
        })
    });
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(WritingText::Resources) }</legend>
            <div>{ for (0..=count).map(|index| {
                let at = |key: &str| format!("/resources/{index}/{key}");
                html! {
                    <div class="writing__fields" key={index}>
                        { form.choice(&at("kind"), WritingText::HowFirmly, &kinds) }
                        { form.line(&at("value"), WritingText::Figure) }
                        { form.line(&at("unit"), WritingText::Unit) }
                        { form.line(&at("title"), WritingText::WhatFor) }
                        <div class="writing__end">
                            if index < count { { form.remove("/resources", index, &form.text(&at("title"))) } }
                        </div>
                    </div>
                }
            }) }</div>
        </fieldset>
    }
}

/// Draws the goals of other contracts that this one serves. A file may name one without a list.
fn contributions(form: Form<'_>) -> Html {
    let at = "/contributes_to";
    let is_one = !form.text(at).is_empty() || !form.text(&format!("{at}/goal")).is_empty();
    let count = form.items(at);
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(WritingText::Serves) }</legend>
            if is_one {
                { contribution(form, at) }
            } else {
                <div>{ for (0..=count).map(|index| contribution(form, &format!("{at}/{index}"))) }</div>
            }
        </fieldset>
    }
}

/// Draws one of them. A file may name it alone, or with how much it counts.
fn contribution(form: Form<'_>, at: &str) -> Html {
    if !form.holds_others(at) {
        return form.line(at, WritingText::GoalElsewhere);
    }
    html! {
        <div class="writing__fields">
            { form.line(&format!("{at}/goal"), WritingText::GoalElsewhere) }
            { form.line(&format!("{at}/weight"), WritingText::ServedWeight) }
        </div>
    }
}

/// Draws the goals that contribute to this one, and how their figures combine.
fn served_by(form: Form<'_>) -> Html {
    let at = "/served_by";
    let ways = choices(form, Some(WritingText::NotCombined), |way| {
        Some(match way {
            Rollup::Sum => WritingText::RollupSum,
            Rollup::Mean => WritingText::RollupMean,
            Rollup::WeightedMean => WritingText::RollupWeightedMean,
            Rollup::MetShare => WritingText::RollupMetShare,
            Rollup::AllMet => WritingText::RollupAllMet,
        })
    });
    html! {
        <fieldset class="writing__group">
            <legend>{ form.words.text(WritingText::ServedBy) }</legend>
            <div>{ for (0..=form.items(at)).map(|index| form.line(&format!("{at}/{index}"), WritingText::GoalElsewhere)) }</div>
            <div class="writing__fields">{ form.choice("/rollup", WritingText::Rollup, &ways) }</div>
        </fieldset>
    }
}
