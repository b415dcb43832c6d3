//! The risk assessment.

use crate::domain::contract::{RiskBand, RiskEntry, RiskRegister, RiskScale};
use crate::domain::number::Decimal;
use crate::findings::RuleFault;
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{id, short_text, text, truth, whole};

/// The highest figure of a risk scale that is read.
const HIGHEST: i64 = 1_000;

pub(in crate::format) fn risk(value: &Node<'_>, log: &mut Log<'_>) -> Option<RiskRegister> {
    let mut fields = Fields::with_keys(value, &["scale", "bands", "entries"], log)?;
    let (scale, labels) =
        fields.optional("scale", scale).unwrap_or((RiskScale { min: 1, max: 3 }, Vec::new()));
    let bands = fields.list("bands", band);
    Some(RiskRegister { scale, labels, bands, entries: fields.list("entries", entry) })
}

/// The ends of the scale and a word for each of its steps.
fn scale(value: &Node<'_>, log: &mut Log<'_>) -> Option<(RiskScale, Vec<String>)> {
    let mut fields = Fields::with_keys(value, &["min", "max", "labels"], log)?;
    let min: u32 = fields.optional("min", |value, log| whole(value, [0, HIGHEST], log)).unwrap_or(1);
    let max: u32 = fields.optional("max", |value, log| whole(value, [1, HIGHEST], log)).unwrap_or(3);
    if min > max {
        let fault = RuleFault::MinAboveMax { min: Decimal::from(min), max: Decimal::from(max) };
        let at = fields.get("min").or(fields.get("max")).map_or(0..0, Node::pointer);
        fields.log.report(at, fault);
    }
    Some((RiskScale { min, max }, fields.list("labels", short_text)))
}

fn band(value: &Node<'_>, log: &mut Log<'_>) -> Option<RiskBand> {
    let mut fields = Fields::with_keys(value, &["from", "label"], log)?;
    let from = fields.required("from", |value, log| whole(value, [0, HIGHEST * HIGHEST], log));
    let label = fields.required("label", short_text);
    Some(RiskBand { from: from?, label: label? })
}

fn entry(value: &Node<'_>, log: &mut Log<'_>) -> Option<RiskEntry> {
    let keys = &["goal", "title", "materiality", "vulnerability", "priority", "action", "reviewed", "source"];
    let mut fields = Fields::with_keys(value, keys, log)?;
    let title = fields.required("title", short_text);
    let materiality = fields.required("materiality", |value, log| whole(value, [0, HIGHEST], log));
    let vulnerability = fields.required("vulnerability", |value, log| whole(value, [0, HIGHEST], log));
    Some(RiskEntry {
        goal: fields.optional("goal", id),
        priority: fields.optional("priority", |value, log| whole(value, [0, HIGHEST * HIGHEST], log)),
        action: fields.optional("action", text),
        is_reviewed: fields.optional("reviewed", truth).unwrap_or(true),
        source: fields.optional("source", text),
        title: title?,
        materiality: materiality?,
        vulnerability: vulnerability?,
    })
}
