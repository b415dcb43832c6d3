//! An assessment as JSON, its keys in the order of the documentation.

use serde::de::DeserializeOwned;

use super::write_record as record;
use crate::domain::assessment::{Addendum, AdjustmentChange, Assessment, Entry, Individual, PayInputs};
use crate::domain::date::{Date, iso};
use crate::domain::reported::{Measurement, Reported};
use crate::format::contract::write_target::{self as target, number};
use crate::format::json::Json;
use crate::format::words;

pub(in crate::format) fn json(assessment: &Assessment, format: &str, version: u32) -> Json {
    let contract = Json::object([
        ("id", Some(Json::text(assessment.contract.as_str()))),
        ("sha256", text(assessment.sha256.as_ref())),
    ]);
    Json::object([
        ("format", Some(Json::text(format))),
        ("version", Some(Json::number(&version))),
        ("contract", Some(contract)),
        ("by", word(assessment.by)),
        ("status", word(assessment.status)),
        ("as_of", day(assessment.as_of)),
        ("results", Some(map(&assessment.results, |value| entry(value)))),
        ("individual", filled(individual(&assessment.individual))),
        ("pay", filled(pay(&assessment.pay))),
        ("events", record::events(&assessment.events)),
    ])
}

pub(super) fn word<T: DeserializeOwned + PartialEq>(value: T) -> Option<Json> {
    Some(Json::text(words::word(value)))
}

fn entry(entry: &Entry) -> Json {
    let Json::Object(mut members) = reported(&entry.reported) else { return Json::Null };
    let rest = Json::object([
        ("addendum", entry.addendum.as_ref().map(addendum)),
        ("lapsed", record::decided("reason", text(entry.lapsed.as_ref()), &entry.lapse_decision)),
        ("note", text(entry.note.as_ref())),
        ("evidence", text(entry.evidence.as_ref())),
        ("notice", record::notice(&entry.notice)),
    ]);
    if let Json::Object(rest) = rest {
        members.extend(rest);
    }
    Json::Object(members)
}

fn reported(reported: &Reported) -> Json {
    let parts = (!reported.parts.is_empty()).then(|| map(&reported.parts, self::reported));
    Json::object([
        ("value", reported.value.map(number)),
        ("period", reported.period.map(|period| Json::text(period.to_string()))),
        ("final", reported.is_final.then_some(Json::Truth(true))),
        ("readings", readings(&reported.readings)),
        ("baseline", reported.baseline.map(number)),
        ("date", day(reported.date)),
        ("done", reported.done.map(Json::Truth)),
        ("points", reported.points.map(number)),
        ("reason", text(reported.reason.as_ref())),
        ("parts", parts),
    ])
}

fn readings(readings: &[Measurement]) -> Option<Json> {
    let list = readings.iter().map(|reading| {
        Json::object([
            ("period", Some(Json::text(reading.period.to_string()))),
            ("value", Some(number(reading.value))),
            ("note", text(reading.note.as_ref())),
        ])
    });
    (!readings.is_empty()).then(|| Json::List(list.collect()))
}

fn addendum(addendum: &Addendum) -> Json {
    Json::object([
        ("target", Some(target::json(&addendum.target, addendum.measured))),
        ("agreed", day(addendum.agreed)),
        ("source", text(addendum.source.as_ref())),
    ])
}

fn individual(individual: &Individual) -> Json {
    Json::object([
        ("overall", individual.overall.map(number)),
        ("reason", text(individual.reason.as_ref())),
        ("areas", (!individual.areas.is_empty()).then(|| map(&individual.areas, |value| entry(value)))),
    ])
}

fn pay(pay: &PayInputs) -> Json {
    let lines = pay.base.iter().map(|line| {
        Json::object([
            ("title", (!line.title.is_empty()).then(|| Json::text(line.title.as_str()))),
            ("value", line.value.map(|value| number(value.0))),
        ])
    });
    let adjustment = pay.adjustment.as_ref().map(|adjustment| {
        let (percent, amount) = match adjustment.change {
            Some(AdjustmentChange::Percent(percent)) => (Some(number(percent.0)), None),
            Some(AdjustmentChange::Amount(amount)) => (None, Some(number(amount.0))),
            None => (None, None),
        };
        let [agreed, source] = record::when_and_where(&adjustment.decision);
        let reason = ("reason", text(adjustment.reason.as_ref()));
        Json::object([("percent", percent), ("amount", amount), reason, agreed, source])
    });
    Json::object([
        ("base", (!pay.base.is_empty()).then(|| Json::List(lines.collect()))),
        ("max_percent", pay.max_percent.map(|percent| number(percent.0))),
        ("adjustment", adjustment),
        ("left_on", record::decided("date", day(pay.left_on), &pay.leaving_decision)),
        ("breach", record::decided("reason", text(pay.breach.as_ref()), &pay.breach_decision)),
        ("holiday_allowance_percent", pay.holiday_allowance_percent.map(|percent| number(percent.0))),
    ])
}

pub(super) fn day(date: Option<Date>) -> Option<Json> {
    date.map(|date| Json::text(iso(date)))
}

pub(super) fn text(text: Option<&String>) -> Option<Json> {
    text.map(|text| Json::text(text.as_str()))
}

fn map<'a, K: std::fmt::Display + 'a, V: 'a>(
    entries: impl IntoIterator<Item = (&'a K, &'a V)>,
    mut value: impl FnMut(&V) -> Json,
) -> Json {
    Json::Object(entries.into_iter().map(|(key, entry)| (key.to_string().into(), value(entry))).collect())
}

pub(super) fn filled(json: Json) -> Option<Json> {
    (!json.is_empty_object()).then_some(json)
}
