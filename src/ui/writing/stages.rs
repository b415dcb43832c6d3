//! Draws the stages between what was reached and what is earned: conditions, tables, factors and caps.

use yew::prelude::*;

use super::form::{Form, field_id};
use super::item::{choices, chosen, found, kept, problems};
use super::pots::names;
use crate::app::{WritingEdit, free_id};
use crate::domain::contract::{
    Between, Condition, Contract, PayAgreement, PointSystem, Stage, StageForm, StageKind, Target, Together,
    Weight,
};
use crate::domain::number::{Decimal, Points};
use crate::format::words::{entries, parse_word, word};
use crate::format::{ContractChange, Written, quoted, stage_keys};
use crate::i18n::text::WritingText;

/// What a form of stage is called.
fn form_name(form: StageForm) -> WritingText {
    match form {
        StageForm::Gate => WritingText::StageGate,
        StageForm::Curve => WritingText::StageCurve,
        StageForm::Factor => WritingText::StageFactor,
        StageForm::Cap => WritingText::StageCap,
    }
}

/// The keys that a stage of a form begins with, each with its value as JSON.
fn beginning(form: StageForm) -> Vec<(&'static str, String)> {
    let straight = quoted(word(Between::Linear));
    let all = match form {
        StageForm::Gate => vec![("when", "{\"fraction_below\":0.7}"), ("factor", "0")],
        StageForm::Curve => {
            vec![("steps", "[{\"at\":0.5,\"to\":0.5},{\"at\":1,\"to\":1}]"), ("between", &*straight)]
        }
        StageForm::Factor => vec![("min", "0.9"), ("max", "1.1")],
        StageForm::Cap => vec![("fraction", "1")],
    };
    all.into_iter().map(|(key, value)| (key, value.to_owned())).collect()
}

/// Draws the stages, and a button for one more of each kind.
pub(super) fn stages(form: Form<'_>, pay: &PayAgreement) -> Html {
    let words = form.words;
    let index = end_of(pay);
    let add = |(word, kind): (&'static str, StageForm)| {
        let id = free_id("stage", pay.stages.iter().map(|stage| stage.id.as_str()));
        let begins = beginning(kind).into_iter().map(|(key, value)| format!(",\"{key}\":{value}"));
        let begins = begins.collect::<Vec<_>>().concat();
        let value = format!("{{\"id\":{},\"stage\":{}{begins}}}", quoted(&id), quoted(word));
        let insert = ContractChange::Insert { list: "/pay/stages".into(), index, value: value.into() };
        let focus = field_id(&format!("/pay/stages/{index}/title"));
        let label = words.add_item(words.text(form_name(kind)));
        form.button(&format!("add-{word}"), label, vec![insert], Some(focus))
    };
    html! {
        <fieldset class="writing__group" id="stages-written">
            <legend>{ words.text(WritingText::PayStages) }</legend>
            if pay.stages.is_empty() { <p class="small quiet">{ words.text(WritingText::PayStagesLead) }</p> }
            <div>{ for pay.stages.iter().enumerate().map(|(index, stage)| one(form, pay, (index, stage))) }</div>
            <div class="goal-panel__buttons">{ for entries().map(add) }</div>
        </fieldset>
    }
}

/// Where a new stage comes to stand: behind the last, but before caps in kroner, which come after all others.
fn end_of(pay: &PayAgreement) -> usize {
    let in_kroner = |stage: &Stage| matches!(stage.kind, StageKind::CapAmount(_) | StageKind::CapPercent(_));
    pay.stages.iter().position(in_kroner).unwrap_or(pay.stages.len())
}

fn one(form: Form<'_>, pay: &PayAgreement, (index, stage): (usize, &Stage)) -> Html {
    let (words, contract) = (form.words, &*form.case.contract.contract);
    let base = format!("/pay/stages/{index}");
    let source = form.written.and_then(|written| written.source(&format!("/stages/{index}")));
    let written = source.and_then(Written::parse);
    let of_stage = Form { written: written.as_ref(), base: &base, ..form };
    let id = |what: &str| format!("{}/{what}", field_id(&base));
    let moved = |to: usize| vec![ContractChange::Move { list: "/pay/stages".into(), from: index, to }];
    let removal = vec![ContractChange::Remove { at: base.as_str().into() }];
    let kind = stage.kind.form();
    let name = words.stage_name(stage);
    let all: Vec<_> = pay.pots.iter().map(|pot| (pot.id.to_string(), pot.title.clone())).collect();
    let known: Vec<&str> =
        ["id", "stage", "title", "source", "pots"].iter().chain(stage_keys(kind)).copied().collect();
    html! {
        <section class="writing__area" key={stage.id.as_str()} aria-label={name.clone()}>
            <p class="small" id={id("said")}><strong>{ words.stage(contract, stage) }</strong></p>
            <div class="writing__fields">
                { kind_choice(of_stage, kind) }
                { of_stage.line("/title", WritingText::StageTitle) }
                { of_stage.line("/source", WritingText::Source) }
            </div>
            { fields(of_stage, contract, stage) }
            if !all.is_empty() { <div class="writing__fields">{ chosen(of_stage, "/pots", WritingText::AddPotHere, &all) }</div> }
            { found(of_stage, &["", "/when"]) }
            { problems(of_stage, &[""]) }
            { kept(of_stage, &known) }
            <div class="goal-panel__buttons">
                if index > 0 { { form.button(&id("up"), words.text(WritingText::MoveUp), moved(index - 1), None) } }
                if index + 1 < pay.stages.len() { { form.button(&id("down"), words.text(WritingText::MoveDown), moved(index + 1), None) } }
                { form.button(&id("remove"), words.remove_item(&name), removal, Some("add-gate".to_owned())) }
            </div>
        </section>
    }
}

/// Draws the choice of a kind. Another kind begins with values of its own.
fn kind_choice(form: Form<'_>, kind: StageForm) -> Html {
    let names = choices(form, None, |kind| Some(form_name(kind)));
    let (page, base) = (form.page.clone(), form.base.to_owned());
    form.select("/stage", WritingText::StageKind, &names, word(kind), move |code| {
        let Ok(next) = parse_word(&code) else { return };
        let at = |key: &str| format!("{base}/{key}").into();
        let gone = stage_keys(kind).iter().map(|key| ContractChange::Remove { at: at(key) });
        let set = |key: &str, value: String| ContractChange::Set { at: at(key), value: value.into() };
        let begins = beginning(next).into_iter().map(|(key, value)| set(key, value));
        let changes = [set("stage", quoted(&code))].into_iter().chain(gone).chain(begins);
        page.send(WritingEdit::Change(changes.collect()));
    })
}

fn fields(form: Form<'_>, contract: &Contract, stage: &Stage) -> Html {
    let between = choices(form, Some(WritingText::AsLastStep), |between: Between| {
        (between == Between::Linear).then_some(WritingText::InProportion)
    });
    let together = choices(form, Some(WritingText::GatesMultiply), |together: Together| {
        (together == Together::Add).then_some(WritingText::GatesAdd)
    });
    match &stage.kind {
        StageKind::Gate { when, .. } => html! {
            <div class="writing__fields">
                { condition(form, contract, when) }
                { form.needed("/factor", WritingText::GateLeaves) }
                { form.choice("/together", WritingText::GatesTogether, &together) }
            </div>
        },
        StageKind::Curve { steps, .. } => html! { <>
            <div class="writing__fields">{ form.choice("/between", WritingText::BetweenSteps, &between) }</div>
            <div>{ for (0..=steps.len()).map(|index| html! {
                <div class="writing__fields" key={index}>
                    { form.line(&format!("/steps/{index}/at"), WritingText::CurveAt) }
                    { form.line(&format!("/steps/{index}/to"), WritingText::CurveTo) }
                    <div class="writing__end">
                        if index < steps.len() && steps.len() > 1 { { form.remove("/steps", index, &form.text(&format!("/steps/{index}/at"))) } }
                    </div>
                </div>
            }) }</div>
        </> },
        StageKind::Factor { .. } => html! {
            <div class="writing__fields">
                { form.needed("/min", WritingText::FactorLeast) }
                { form.needed("/max", WritingText::FactorMost) }
            </div>
        },
        StageKind::CapFraction(_) | StageKind::CapAmount(_) | StageKind::CapPercent(_) => html! {
            <div class="writing__fields">
                { form.line("/fraction", WritingText::CapFraction) }
                { form.line("/amount", WritingText::CapAmount) }
                { form.line("/percent", WritingText::CapPercent) }
            </div>
        },
    }
}

/// Draws the choice of a condition, and what that kind asks for.
fn condition(form: Form<'_>, contract: &Contract, when: &Condition) -> Html {
    let words = form.words;
    let first = contract.goals.first().map(|goal| quoted(goal.id.as_str()));
    let rated: Vec<_> =
        contract.goals.iter().filter(|goal| matches!(goal.target, Target::Rated(_))).cloned().collect();
    let first_rated = rated.first().map(|goal| quoted(goal.id.as_str()));
    let named = |key: &str, id: Option<&String>| id.map(|id| format!("{{\"{key}\":[{id}]}}"));
    let kinds = [
        ("fraction_below", WritingText::IfFraction, Some("{\"fraction_below\":0.7}".to_owned())),
        ("points_below", WritingText::IfPoints, Some(format!("{{\"points_below\":{}}}", most_of(contract)))),
        ("not_met", WritingText::IfNotMet, named("not_met", first.as_ref())),
        ("rated_lowest", WritingText::IfLowest, named("rated_lowest", first_rated.as_ref())),
        (
            "fewer_met_than",
            WritingText::IfFewer,
            first.map(|id| format!("{{\"fewer_met_than\":1,\"goals\":[{id}]}}")),
        ),
    ];
    let kind = match when {
        Condition::FractionBelow(_) => "fraction_below",
        Condition::PointsBelow(_) => "points_below",
        Condition::NotMet(_) => "not_met",
        Condition::RatedLowest(_) => "rated_lowest",
        Condition::FewerMetThan { .. } => "fewer_met_than",
    };
    let offered: Vec<_> =
        kinds.into_iter().filter(|(code, _, value)| value.is_some() || *code == kind).collect();
    let options: Vec<_> =
        offered.iter().map(|(code, name, _)| ((*code).to_owned(), words.text(*name).to_owned())).collect();
    let (page, at) = (form.page.clone(), form.place("/when"));
    let select = form.select("/when", WritingText::GateWhen, &options, kind, move |code| {
        let value = offered.iter().find(|(one, ..)| *one == code).and_then(|(.., value)| value.clone());
        if let Some(value) = value {
            let change = ContractChange::Set { at: at.as_str().into(), value: value.into() };
            page.send(WritingEdit::Change([change].into()));
        }
    });
    let (label, goals) = (WritingText::AddGoalHere, names(&contract.goals));
    html! { <>
        { select }
        {
            match kind {
                "fraction_below" => form.needed("/when/fraction_below", WritingText::BelowPercent),
                "points_below" => form.needed("/when/points_below", WritingText::BelowPoints),
                "not_met" => chosen(form, "/when/not_met", label, &goals),
                "rated_lowest" => chosen(form, "/when/rated_lowest", label, &names(&rated)),
                _ => html! { <>
                    { form.needed("/when/fewer_met_than", WritingText::FewerThan) }
                    { chosen(form, "/when/goals", label, &goals) }
                </> },
            }
        }
    </> }
}

/// The points that the institution can have at most: a condition on them begins there.
fn most_of(contract: &Contract) -> Decimal {
    let weights = contract.goals.iter().filter_map(|goal| goal.weight).map(Weight::max);
    let sum = weights.fold(Points::default(), |sum, weight| sum + weight);
    contract.points.map_or(sum, |PointSystem { total, .. }| total).0
}
