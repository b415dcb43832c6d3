//! An assessment: contract-format.md, "An assessment".
//!
//! A mistake within an entry is a warning, and the field alone counts as not given: a year of results must
//! not be shut out by one date that the calendar does not have.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::read_record as record;
use crate::domain::assessment::{
    Addendum, Adjustment, AdjustmentChange, Assessment, Entry, Individual, PayInputs, PayLine,
};
use crate::domain::contract::GoalId;
use crate::domain::number::{Kroner, Percent};
use crate::domain::reported::{Measurement, Reported};
use crate::format::ASSESSMENT_FORMAT;
use crate::format::contract::target::{measured, target};
use crate::format::fields::Fields;
use crate::format::file::{AssessmentFile, Kept};
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{date, id, number, period, text, truth, word};
use crate::small::map_of;

const ASSESSMENT: &[&str] = &[
    "$schema",
    "format",
    "version",
    "contract",
    "by",
    "status",
    "as_of",
    "results",
    "individual",
    "pay",
    "events",
];
const REPORTED: &[&str] =
    &["value", "period", "final", "readings", "baseline", "date", "done", "points", "reason", "parts"];
const ENTRY: &[&str] = &["addendum", "lapsed", "note", "evidence", "notice"];
const PAY: &[&str] = &["base", "max_percent", "adjustment", "left_on", "breach", "holiday_allowance_percent"];

type Entries = BTreeMap<GoalId, Rc<Entry>>;

/// An assessment of a known format and version, with all that its file says.
pub(in crate::format) fn assessment(
    value: &Node<'_>,
    text: &str,
    log: &mut Log<'_>,
) -> Option<AssessmentFile> {
    let mut fields = Fields::of(value, ASSESSMENT, log)?;
    crate::format::read::version(&mut fields, ASSESSMENT_FORMAT)?;
    let (contract, sha256) = fields.required("contract", contract)?;
    let assessment = Assessment {
        contract,
        sha256,
        by: fields.entry("by", word).unwrap_or_default(),
        status: fields.entry("status", word).unwrap_or_default(),
        as_of: fields.entry("as_of", date),
        results: entries(&mut fields, "results"),
        individual: fields.optional("individual", individual).unwrap_or_default(),
        pay: fields.optional("pay", pay).unwrap_or_default(),
        events: fields.list("events", |value, log| log.entry(|log| Some(record::event(value, log)))),
    };
    let kept = Kept::of(value.source(text), &assessment);
    Some(AssessmentFile { assessment, kept })
}

/// The contract that it belongs to, and that contract's fingerprint.
fn contract<T: for<'a> From<&'a str>>(value: &Node<'_>, log: &mut Log<'_>) -> Option<(T, Option<String>)> {
    let mut fields = Fields::of(value, &["id", "sha256"], log)?;
    let (id, sha256) = (fields.required("id", id), fields.entry("sha256", text));
    Some((id?, sha256))
}

fn entries(fields: &mut Fields<'_, '_, '_>, key: &str) -> Entries {
    let members: Vec<_> = fields.entries(key).collect();
    let log = &mut *fields.log;
    let members = members.into_iter();
    map_of(
        members.filter_map(|(goal, value)| Some((goal.into(), Rc::new(log.entry(|log| entry(value, log))?)))),
    )
}

fn entry(value: &Node<'_>, log: &mut Log<'_>) -> Option<Entry> {
    let mut fields = Fields::open(value, log)?;
    fields.known(&[REPORTED, ENTRY]);
    let (lapsed, lapse_decision) = fields.optional("lapsed", record::reason).unwrap_or_default();
    Some(Entry {
        reported: reported(&mut fields),
        addendum: fields.optional("addendum", addendum),
        lapsed,
        lapse_decision,
        note: fields.optional("note", text),
        evidence: fields.optional("evidence", text),
        notice: fields.optional("notice", record::notice).unwrap_or_default(),
    })
}

fn reported(fields: &mut Fields<'_, '_, '_>) -> Reported {
    let parts: Vec<_> = fields.entries("parts").collect();
    let log = &mut *fields.log;
    let parts = parts.into_iter().filter_map(|(id, value)| {
        let mut fields = Fields::of(value, REPORTED, log)?;
        Some((id.into(), reported(&mut fields)))
    });
    let parts = map_of(parts);
    Reported {
        value: fields.optional("value", number),
        period: fields.optional("period", period),
        is_final: fields.optional("final", truth).unwrap_or_default(),
        readings: fields.list("readings", reading),
        baseline: fields.optional("baseline", number),
        date: fields.optional("date", date),
        done: fields.optional("done", truth),
        points: fields.optional("points", number),
        reason: fields.optional("reason", text),
        parts,
    }
}

/// One that cannot be read is left out; the file keeps it.
fn reading(value: &Node<'_>, log: &mut Log<'_>) -> Option<Measurement> {
    let mut fields = Fields::of(value, &["period", "value", "note"], log)?;
    let (of, figure) = (fields.required("period", period), fields.required("value", number));
    Some(Measurement { note: fields.optional("note", text), period: of?, value: figure? })
}

fn addendum(value: &Node<'_>, log: &mut Log<'_>) -> Option<Addendum> {
    let mut fields = Fields::of(value, &["target", "agreed", "source"], log)?;
    let measured = fields.get("target").and_then(|value| measured(value, fields.log));
    let target = fields.required("target", target);
    let (agreed, source) = (fields.optional("agreed", date), fields.optional("source", text));
    Some(Addendum { target: target?, measured, agreed, source })
}

fn individual(value: &Node<'_>, log: &mut Log<'_>) -> Option<Individual> {
    let mut fields = Fields::of(value, &["overall", "reason", "areas"], log)?;
    Some(Individual {
        overall: fields.entry("overall", number),
        reason: fields.entry("reason", text),
        areas: entries(&mut fields, "areas"),
    })
}

fn pay(value: &Node<'_>, log: &mut Log<'_>) -> Option<PayInputs> {
    let mut fields = Fields::of(value, PAY, log)?;
    let (left_on, leaving_decision) = fields.entry("left_on", record::leaving).unwrap_or_default();
    let (breach, breach_decision) = fields.entry("breach", record::reason).unwrap_or_default();
    Some(PayInputs {
        base: fields.list("base", |value, log| log.entry(|log| Some(pay_line(value, log)))),
        max_percent: fields.entry("max_percent", number).map(Percent),
        adjustment: fields.entry("adjustment", adjustment),
        left_on,
        leaving_decision,
        breach,
        breach_decision,
        holiday_allowance_percent: fields.entry("holiday_allowance_percent", number).map(Percent),
    })
}

/// A line of the base pay. One that cannot be read stays as an empty line, so that lines keep their places.
fn pay_line(value: &Node<'_>, log: &mut Log<'_>) -> PayLine {
    let Some(mut fields) = Fields::of(value, &["title", "value"], log) else {
        return PayLine { title: String::new(), value: None };
    };
    PayLine {
        title: fields.optional("title", text).unwrap_or_default(),
        value: fields.optional("value", number).map(Kroner),
    }
}

/// By a percent or by an amount; where both are given, neither can be meant.
fn adjustment(value: &Node<'_>, log: &mut Log<'_>) -> Option<Adjustment> {
    let mut fields = Fields::of(value, &["percent", "amount", "reason", "agreed", "source"], log)?;
    fields.either("percent", "amount");
    let percent =
        fields.optional("percent", number).map(|percent| AdjustmentChange::Percent(Percent(percent)));
    let amount = fields.optional("amount", number).map(|amount| AdjustmentChange::Amount(Kroner(amount)));
    let change = match (percent, amount) {
        (Some(_), Some(_)) => None,
        (percent, amount) => percent.or(amount),
    };
    Some(Adjustment {
        change,
        reason: fields.optional("reason", text),
        decision: record::decision(&mut fields),
    })
}
