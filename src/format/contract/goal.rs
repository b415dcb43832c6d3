//! A line that is scored: a goal, a product requirement or an individual area.

use super::figure::figure;
use super::ratio::ratio;
use super::scoring::scoring;
use super::target::{has_too_many_parts, measured, part, target};
use crate::domain::contract::Target;
use crate::domain::contract::{Contribution, Goal, Resource, StatedTarget, Statement, Weight};
use crate::domain::number::Points;
use crate::findings::{JsonKind, RuleFault};
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{id, number, page, points, short_text, text, word};

/// The keys of a goal, in the order in which they are written.
pub(in crate::format) const GOAL: &[&str] = &[
    "id",
    "label",
    "group",
    "source",
    "page",
    "wording",
    "title",
    "description",
    "weight",
    "unit",
    "ratio",
    "target",
    "scoring",
    "history",
    "guidelines",
    "resources",
    "contributes_to",
    "rollup",
    "served_by",
    "also_stated",
    "note",
];

/// What differs between a goal and an individual area.
#[derive(Clone, Copy)]
pub(in crate::format) struct GoalForm {
    /// Decimals that a weight may have.
    pub(in crate::format) decimals: u32,
    /// The target where none is given; a goal has to have one.
    pub(in crate::format) default_target: Option<fn() -> Target>,
}

/// A goal or an individual area.
pub(in crate::format) fn goal(value: &Node<'_>, form: GoalForm, log: &mut Log<'_>) -> Option<Goal> {
    let mut fields = Fields::with_keys(value, GOAL, log)?;
    let (id, title) = (fields.required("id", id), fields.required("title", short_text));
    let measured = fields.get("target").and_then(|value| measured(value, fields.log));
    let target = match form.default_target {
        Some(default) if fields.get("target").is_none() => Some(default()),
        _ => fields.required("target", target),
    };
    let scoring = fields.optional("scoring", |value, log| scoring(value, target.as_ref(), log));
    Some(Goal {
        label: fields.optional("label", short_text),
        group: fields.optional("group", crate::format::scalar::id),
        source: fields.optional("source", text),
        page: fields.optional("page", page),
        wording: fields.optional("wording", text),
        description: fields.optional("description", text),
        weight: fields.optional("weight", |value, log| weight(value, Some(form.decimals), log)),
        unit: fields.optional("unit", short_text),
        ratio: fields.optional("ratio", ratio),
        measured,
        scoring,
        history: fields.list("history", figure),
        guidelines: fields.list("guidelines", figure),
        resources: fields.list("resources", resource),
        contributes_to: contributes_to(&mut fields),
        rollup: fields.optional("rollup", word),
        served_by: fields.list("served_by", text),
        also_stated: fields.list("also_stated", statement),
        note: fields.optional("note", text),
        // What may be missing comes last, so that everything else was looked at by then.
        id: id?,
        title: title?,
        target: target?,
    })
}

/// Points, or a range of them.
fn weight(value: &Node<'_>, decimals: Option<u32>, log: &mut Log<'_>) -> Option<Weight> {
    let fine = |value: &Node<'_>, log: &mut Log<'_>| -> Option<Points> {
        let weight = points(value, log)?;
        if let Some(decimals) = decimals
            && weight.0.normalize().scale() > decimals
        {
            log.report(value.pointer(), RuleFault::WeightTooFine { weight: weight.0, decimals });
        }
        Some(weight)
    };
    if value.kind() != JsonKind::Object {
        return fine(value, log).map(Weight::Fixed);
    }
    let mut fields = Fields::with_keys(value, &["min", "max"], log)?;
    let (min, max) = (fields.required("min", fine), fields.required("max", fine));
    let (min, max) = (min?, max?);
    if min > max {
        let at = fields.get("min").map_or(0..0, Node::pointer);
        fields.log.report(at, RuleFault::MinAboveMax { min: min.0, max: max.0 });
    }
    Some(Weight::Range { min, max })
}

fn resource(value: &Node<'_>, log: &mut Log<'_>) -> Option<Resource> {
    let mut fields = Fields::with_keys(value, &["kind", "value", "unit", "title"], log)?;
    let kind = fields.required("kind", word);
    let (value, unit) = (fields.required("value", number), fields.required("unit", short_text));
    Some(Resource { title: fields.optional("title", short_text), kind: kind?, value: value?, unit: unit? })
}

/// One goal of another contract, or a list of them.
fn contributes_to(fields: &mut Fields<'_, '_, '_>) -> Vec<Contribution> {
    match fields.get("contributes_to") {
        Some(one) if matches!(one.kind(), JsonKind::Text | JsonKind::Object) => {
            contribution(one, fields.log).into_iter().collect()
        }
        _ => fields.list("contributes_to", contribution),
    }
}

/// A goal by its name alone, or with how much the contribution counts.
fn contribution(value: &Node<'_>, log: &mut Log<'_>) -> Option<Contribution> {
    if value.kind() != JsonKind::Object {
        return Some(Contribution { goal: text(value, log)?, weight: None });
    }
    let mut fields = Fields::with_keys(value, &["goal", "weight"], log)?;
    let goal = fields.required("goal", text);
    let weight = fields.optional("weight", points).map(|weight| weight.0);
    Some(Contribution { goal: goal?, weight })
}

/// What another place of the document says.
fn statement(value: &Node<'_>, log: &mut Log<'_>) -> Option<Statement> {
    let keys = &["source", "title", "weight", "target", "change", "history", "guidelines", "note"];
    let mut fields = Fields::with_keys(value, keys, log)?;
    let source = fields.required("source", text);
    Some(Statement {
        title: fields.optional("title", short_text),
        weight: fields.optional("weight", |value, log| weight(value, None, log)),
        target: fields.optional("target", stated_target),
        change: fields.optional("change", number),
        history: fields.list("history", figure),
        guidelines: fields.list("guidelines", figure),
        note: fields.optional("note", text),
        source: source?,
    })
}

/// A whole target, or some of its parts where it has no kind of its own.
fn stated_target(value: &Node<'_>, log: &mut Log<'_>) -> Option<StatedTarget> {
    let mut fields = Fields::with_any_keys(value, log)?;
    if fields.get("kind").is_none() && fields.get("parts").is_some() {
        fields.check_keys(&[&["parts"]]);
        if has_too_many_parts(value, fields.log) {
            return None;
        }
        return Some(StatedTarget::Parts(fields.list("parts", part)));
    }
    let measured = measured(value, log);
    Some(StatedTarget::Whole { target: target(value, log)?, measured })
}
