//! How much fulfilment earns: docs/format.md, "A scoring rule".

use std::collections::BTreeSet;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::threshold::{End, end};
use crate::domain::contract::{Baseline, Target, Threshold};
use crate::domain::contract::{Between, PartId, Rule, RuleKind, ScaleStep};
use crate::domain::number::Decimal;
use crate::domain::scoring::runs_one_way;
use crate::findings::nearest;
use crate::findings::{IdKind, JsonKind, RuleFault};
use crate::format::fields::Fields;
use crate::format::json::{Exact, Members, Node, members, object, written};
use crate::format::log::Log;
use crate::format::scalar::{number, share, within_shares, word};
use crate::format::words;
use crate::small::set_of;

/// The keys that a rule of this kind has.
pub(in crate::format) fn rule_keys(kind: RuleKind) -> &'static [&'static str] {
    match kind {
        RuleKind::AllOrNothing | RuleKind::Assessed => &["rule"],
        RuleKind::Linear => &["rule", "zero_at", "cap"],
        RuleKind::Proportional => &["rule", "cap"],
        RuleKind::Scale => &["rule", "steps", "between", "cap"],
        RuleKind::Parts => &["rule", "shares"],
    }
}

/// The rule of a goal or a part, held against its target where that could be read.
pub(in crate::format) fn scoring(
    value: &Node<'_>,
    target: Option<&Target>,
    log: &mut Log<'_>,
) -> Option<Rule> {
    let mut fields = Fields::with_any_keys(value, log)?;
    let (kind, is_known) = fields.deciding::<RuleKind>("rule")?;
    fields.check_keys(&[rule_keys(kind)]);
    if let Some(target) = target
        && is_known
        && !target.takes(kind)
    {
        let (rule, target) = (words::word(kind), words::word(target.kind()));
        let at = fields.get("rule").map_or(0..0, Node::pointer);
        fields.log.report(at, RuleFault::RuleDoesNotFit { rule, target });
        return None;
    }
    let rule = match kind {
        RuleKind::AllOrNothing => Some(Rule::AllOrNothing),
        RuleKind::Assessed => Some(Rule::Assessed),
        RuleKind::Linear => linear(&mut fields, target),
        RuleKind::Proportional => Some(proportional(&mut fields, target)),
        RuleKind::Scale => scale(&mut fields),
        RuleKind::Parts => Some(parts(&mut fields, target)),
    };
    rule.filter(|_| is_known)
}

fn linear(fields: &mut Fields<'_, '_, '_>, target: Option<&Target>) -> Option<Rule> {
    let cap = fields.optional("cap", cap);
    let zero_at = fields.required("zero_at", end)?;
    if let Some(Target::Limit { relation, threshold }) = target
        && let Some((zero_at, target)) = figure(&zero_at).zip(figure(threshold))
        && !relation.is_worse(zero_at, target)
    {
        let at = fields.get("zero_at").map_or(0..0, Node::pointer);
        fields.log.report(at, RuleFault::ZeroAtOnWrongSide { zero_at, target });
    }
    Some(Rule::Linear { zero_at, cap: cap.unwrap_or(Decimal::ONE) })
}

fn proportional(fields: &mut Fields<'_, '_, '_>, target: Option<&Target>) -> Rule {
    if let Some(Target::Limit { threshold, .. }) = target
        && let Some(target) = figure(threshold)
        && target <= Decimal::ZERO
    {
        let at = fields.get("rule").map_or(0..0, Node::pointer);
        fields.log.report(at, RuleFault::TargetNotPositive { target });
    }
    Rule::Proportional { cap: fields.optional("cap", cap).unwrap_or(Decimal::ONE) }
}

/// A threshold that is known from the contract alone, without the goal's history.
fn figure(threshold: &Threshold) -> Option<Decimal> {
    match threshold {
        Threshold::Absolute(value) => Some(*value),
        Threshold::Relative { baseline: Some(Baseline::Figure(figure)), change } => {
            change.applied_to(*figure).ok()
        }
        Threshold::Relative { .. } => None,
    }
}

fn scale(fields: &mut Fields<'_, '_, '_>) -> Option<Rule> {
    let cap = fields.optional("cap", cap);
    let between = fields.optional("between", word);
    let Some(list) = fields.get("steps") else {
        fields.missing("steps");
        return None;
    };
    let (mut figures, mut best) = (Vec::new(), Decimal::ZERO);
    let steps = fields.list("steps", |value, log| {
        let step = scale_step(value, log)?;
        // A figure that is counted from the history waits until that is known.
        figures.extend(figure(&step.at));
        if step.share < best || !runs_one_way(figures.iter().copied()) {
            log.report(value.pointer(), RuleFault::ScaleOutOfOrder);
            figures.pop();
        }
        best = step.share;
        Some(step)
    });
    if list.kind() == JsonKind::List && list.items().len() < 2 {
        fields.log.report(list.pointer(), RuleFault::ScaleTooShort);
    }
    Some(Rule::Scale { steps, between: between.unwrap_or(Between::Linear), cap })
}

fn scale_step(value: &Node<'_>, log: &mut Log<'_>) -> Option<ScaleStep> {
    let mut fields = Fields::with_keys(value, &["at", "share"], log)?;
    let (at, share) = (fields.required("at", end), fields.required("share", share));
    Some(ScaleStep { at: at?, share: share? })
}

/// The parts' shares: one for each part, together 1.
fn parts(fields: &mut Fields<'_, '_, '_>, target: Option<&Target>) -> Rule {
    let Some(value) = fields.get("shares") else { return Rule::Parts { shares: Vec::new() } };
    let known: BTreeSet<&str> = match target {
        Some(Target::AllOf(parts)) => set_of(parts.iter().map(|part| part.id.as_str())),
        _ => BTreeSet::new(),
    };
    let mut shares = Vec::new();
    let mut sum = Decimal::ZERO;
    for (id, node) in fields.entries("shares") {
        if !known.is_empty() && !known.contains(id) {
            let near = fields.log.wants_hints().then(|| nearest(id, &known)).flatten();
            let suggestion = near.map(|near| (*near).to_owned());
            let fault = RuleFault::UnknownReference { kind: IdKind::Part, id: id.to_owned(), suggestion };
            fields.log.report(node.pointer(), fault);
        }
        if let Some(share) = share(node, fields.log) {
            sum = sum.saturating_add(share);
            shares.push((id.into(), share));
        }
    }
    if sum != Decimal::ONE {
        fields.log.report(value.pointer(), RuleFault::SharesDoNotSum { sum });
    }
    Rule::Parts { shares }
}

fn cap(value: &Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    let cap = number(value, log)?;
    if cap < Decimal::ONE {
        log.report(value.pointer(), RuleFault::CapBelowOne { cap });
    }
    within_shares(cap, value, log)
}

impl Members for Rule {
    fn members<M: SerializeMap>(&self, out: &mut M) -> Result<(), M::Error> {
        members!(out, "rule": Some(self.kind()));
        match self {
            Self::Linear { zero_at, cap } => {
                members!(out, "zero_at": Some(End(zero_at)), "cap": Some(Exact(*cap)));
            }
            Self::Proportional { cap } => members!(out, "cap": Some(Exact(*cap))),
            Self::Scale { steps, between, cap } => {
                members!(out, "steps": Some(steps), "between": Some(between), "cap": cap.map(Exact));
            }
            Self::Parts { shares } if !shares.is_empty() => {
                members!(out, "shares": Some(PartShares(shares)));
            }
            Self::AllOrNothing | Self::Parts { .. } | Self::Assessed => {}
        }
        Ok(())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        object(self, out)
    }
}

written!(ScaleStep, step => { "at": Some(End(&step.at)), "share": Some(Exact(step.share)) });

/// A share for each part by its identifier.
struct PartShares<'a>(&'a [(PartId, Decimal)]);

impl Serialize for PartShares<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().map(|(id, share)| (id.as_str(), Exact(*share))))
    }
}
