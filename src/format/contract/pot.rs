//! Pots and stages of a pay agreement: docs/format.md, "Pots and stages".

use std::collections::BTreeSet;

use super::condition::condition;
use crate::domain::contract::{
    Between, CurveStep, EarnedBy, Everything, GoalId, Pot, PotId, PotSize, Stage, StageForm, StageId,
    StageKind, Together,
};
use crate::domain::number::{Decimal, Kroner};
use crate::findings::{IdKind, JsonKind, RuleFault, ShapeFault, nearest};
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{date, id, not_negative, percent, points, share, short_text, text, word};
use crate::small::set_of;

/// A pot with what it is at full fulfilment and whose points earn it.
pub(super) fn pot(value: &Node<'_>, log: &mut Log<'_>) -> Option<Pot> {
    let mut fields =
        Fields::with_keys(value, &["id", "title", "source", "amount", "percent", "level", "earned_by"], log)?;
    let (id, title) = (fields.required("id", id), fields.required("title", short_text));
    fields.either("amount", "percent");
    let (amount, share) = (fields.optional("amount", not_negative), fields.optional("percent", percent));
    let level = fields.optional("level", date);
    if fields.get("level").is_some() && fields.get("amount").is_none() {
        fields.missing("amount");
    }
    let size = match (amount, share) {
        (Some(amount), _) => PotSize::Amount { kroner: Kroner(amount), level },
        (None, Some(percent)) => PotSize::Percent(percent),
        (None, None) => PotSize::Entered,
    };
    let earned_by = fields.required("earned_by", earned_by);
    Some(Pot { source: fields.optional("source", text), size, id: id?, title: title?, earned_by: earned_by? })
}

/// What an object of [`earned_by`] says, of one kind.
const KINDS: [&str; 4] = ["groups", "goals", "areas", "judged"];

/// `"institution"`, `"individual"`, or an object of one key. That goals, areas and groups are there is for
/// [`super::references()`] to say.
fn earned_by(value: &Node<'_>, log: &mut Log<'_>) -> Option<EarnedBy> {
    if value.kind() == JsonKind::Text {
        return word(value, log).map(|everything| match everything {
            Everything::Institution => EarnedBy::Institution,
            Everything::Individual => EarnedBy::Individual,
        });
    }
    let mut fields = Fields::with_keys(value, &KINDS, log)?;
    let mut stated = KINDS.into_iter().filter(|kind| fields.get(kind).is_some());
    let (kind, second) = (stated.next(), stated.next());
    let Some(kind) = kind else {
        fields.log.report(value.pointer(), ShapeFault::Missing { key: "goals" });
        return None;
    };
    if let Some(second) = second {
        fields.either(kind, second);
        return None;
    }
    let goals = |fields: &mut Fields<'_, '_, '_>| -> BTreeSet<GoalId> { set_of(fields.list(kind, id)) };
    Some(match kind {
        "groups" => EarnedBy::Groups(set_of(fields.list(kind, id))),
        "goals" => EarnedBy::Goals(goals(&mut fields)),
        "areas" => EarnedBy::Areas(goals(&mut fields)),
        _ => EarnedBy::Judged(fields.required(kind, points)?),
    })
}

/// The keys that a stage of this form has besides those of every stage.
pub fn stage_keys(form: StageForm) -> &'static [&'static str] {
    match form {
        StageForm::Gate => &["when", "factor", "together"],
        StageForm::Curve => &["steps", "between"],
        StageForm::Factor => &["min", "max"],
        StageForm::Cap => &["fraction", "amount", "percent"],
    }
}

/// A stage. `pots` are the identifiers of the agreement's pots.
pub(super) fn stage(value: &Node<'_>, pots: &BTreeSet<&str>, log: &mut Log<'_>) -> Option<Stage> {
    let mut fields = Fields::with_any_keys(value, log)?;
    let form = fields.required::<StageForm>("stage", word)?;
    fields.check_keys(&[&["id", "stage", "title", "source", "pots"], stage_keys(form)]);
    let stage_id = fields.required("id", id::<StageId>);
    let named = fields.list("pots", |value, log| pot_reference(value, pots, log));
    let (title, source) = (fields.optional("title", short_text), fields.optional("source", text));
    let kind = match form {
        StageForm::Gate => gate(&mut fields),
        StageForm::Curve => curve(&mut fields),
        StageForm::Factor => factor(&mut fields),
        StageForm::Cap => cap(&mut fields),
    };
    Some(Stage { id: stage_id?, title, source, pots: set_of(named), kind: kind? })
}

fn pot_reference(value: &Node<'_>, pots: &BTreeSet<&str>, log: &mut Log<'_>) -> Option<PotId> {
    let found: PotId = id(value, log)?;
    if !pots.contains(found.as_str()) {
        let near = log.wants_hints().then(|| nearest(found.as_str(), pots)).flatten();
        let suggestion = near.map(|near| (*near).to_owned());
        let fault = RuleFault::UnknownReference { kind: IdKind::Pot, id: found.to_string(), suggestion };
        log.report(value.pointer(), fault);
    }
    Some(found)
}

fn gate(fields: &mut Fields<'_, '_, '_>) -> Option<StageKind> {
    let (when, factor) = (fields.required("when", condition), fields.required("factor", share));
    let together = fields.optional::<Together>("together", word);
    if let Some(factor) = factor.filter(|factor| *factor >= Decimal::ONE) {
        let at = fields.get("factor").map_or(0..0, Node::pointer);
        fields.log.report(at, RuleFault::GateCutsNothing { factor });
    }
    Some(StageKind::Gate { when: when?, factor: factor?, adds: together == Some(Together::Add) })
}

fn curve(fields: &mut Fields<'_, '_, '_>) -> Option<StageKind> {
    let between = fields.optional("between", word).unwrap_or(Between::Step);
    let list = fields.needed("steps")?;
    let mut before: Option<CurveStep> = None;
    let steps = fields.list("steps", |value, log| {
        let step = curve_step(value, log)?;
        if before.is_some_and(|before| step.at <= before.at || step.to < before.to) {
            log.report(value.pointer(), RuleFault::CurveFalls);
        }
        before = Some(step);
        Some(step)
    });
    if list.kind() != JsonKind::List {
        return None;
    }
    if list.items().is_empty() {
        fields.log.report(list.pointer(), RuleFault::CurveWithoutSteps);
    }
    Some(StageKind::Curve { steps, between })
}

fn curve_step(value: &Node<'_>, log: &mut Log<'_>) -> Option<CurveStep> {
    let mut fields = Fields::with_keys(value, &["at", "to"], log)?;
    let (at, to) = (fields.required("at", share), fields.required("to", share));
    Some(CurveStep { at: at?, to: to? })
}

fn factor(fields: &mut Fields<'_, '_, '_>) -> Option<StageKind> {
    let (min, max) = (fields.required("min", share), fields.required("max", share));
    let (min, max) = (min?, max?);
    if min > max {
        let at = fields.get("max").map_or(0..0, Node::pointer);
        fields.log.report(at, RuleFault::MinAboveMax { min, max });
    }
    Some(StageKind::Factor { min, max })
}

fn cap(fields: &mut Fields<'_, '_, '_>) -> Option<StageKind> {
    for [first, second] in [["fraction", "amount"], ["fraction", "percent"], ["amount", "percent"]] {
        fields.either(first, second);
    }
    if let Some(fraction) = fields.optional("fraction", share) {
        return Some(StageKind::CapFraction(fraction));
    }
    if let Some(amount) = fields.optional("amount", not_negative) {
        return Some(StageKind::CapAmount(Kroner(amount)));
    }
    fields.required("percent", percent).map(StageKind::CapPercent)
}
