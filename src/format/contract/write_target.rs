//! A target as JSON.

use crate::domain::contract::Figure;
use crate::domain::contract::{Baseline, Change, Part, Target, Threshold};
use crate::domain::date::{Period, iso};
use crate::domain::number::Decimal;
use crate::format::json::Json;
use crate::format::words;

type Members<'a> = Vec<(&'a str, Option<Json>)>;

/// A whole target, and when it is measured.
pub(in crate::format) fn json(target: &Target, measured: Option<Period>) -> Json {
    let mut all = members(target);
    all.push(("measured", measured.map(|period| Json::text(period.to_string()))));
    Json::object(all)
}

/// A figure as a JSON number.
pub(in crate::format) fn number(value: Decimal) -> Json {
    Json::number(&value)
}

fn members(target: &Target) -> Members<'_> {
    let mut all = vec![("kind", Some(Json::text(words::word(target.kind()))))];
    match target {
        Target::Limit { threshold, .. } => all.extend(threshold_members(threshold)),
        Target::Between { min, max } => all.extend([("min", Some(end(min))), ("max", Some(end(max)))]),
        Target::Unchanged { baseline, tolerance } => {
            all.extend([("baseline", baseline.map(base)), ("tolerance", Some(number(*tolerance)))]);
        }
        Target::By(date) => all.push(("date", Some(Json::text(iso(*date))))),
        Target::AllOf(parts) | Target::AnyOf(parts) => all.push(("parts", Some(part_list(parts)))),
        Target::Assessed { criteria } => {
            let list = criteria.iter().map(|criterion| {
                Json::object([
                    ("id", Some(Json::text(criterion.id.as_str()))),
                    ("title", Some(Json::text(criterion.title.as_str()))),
                    ("deadline", criterion.deadline.map(|date| Json::text(iso(date)))),
                ])
            });
            all.push(("criteria", (!criteria.is_empty()).then(|| Json::List(list.collect()))));
        }
        Target::Done | Target::Undetermined => {}
    }
    all
}

fn threshold_members(threshold: &Threshold) -> Members<'static> {
    match threshold {
        Threshold::Absolute(value) => vec![("value", Some(number(*value)))],
        Threshold::Relative { baseline, change } => {
            let change = match change {
                Change::Percent(percent) => ("percent", Some(number(*percent))),
                Change::Points(points) => ("points", Some(number(*points))),
            };
            vec![("baseline", baseline.map(base)), change]
        }
    }
}

/// One end of a range: a bare number where it is absolute.
fn end(threshold: &Threshold) -> Json {
    match threshold {
        Threshold::Absolute(value) => number(*value),
        Threshold::Relative { .. } => Json::object(threshold_members(threshold)),
    }
}

fn base(baseline: Baseline) -> Json {
    match baseline {
        Baseline::Figure(value) => number(value),
        Baseline::Of(period) => Json::object([("period", Some(Json::text(period.to_string())))]),
    }
}

fn part_list(parts: &[Part]) -> Json {
    Json::List(parts.iter().map(part).collect())
}

fn part(part: &Part) -> Json {
    let mut all = vec![
        ("id", Some(Json::text(part.id.as_str()))),
        ("title", part.title.as_deref().map(Json::text)),
        ("unit", part.unit.as_deref().map(Json::text)),
    ];
    all.extend(members(&part.target));
    all.push(("measured", part.measured.map(|period| Json::text(period.to_string()))));
    all.push(("history", figures(&part.history)));
    all.push(("guidelines", figures(&part.guidelines)));
    Json::object(all)
}

fn figures(figures: &[Figure]) -> Option<Json> {
    let list = figures.iter().map(|figure| {
        Json::object([
            ("period", Some(Json::text(figure.period.to_string()))),
            ("value", figure.value.map(number)),
            ("stated", figure.stated.as_deref().map(Json::text)),
            ("source", figure.source.as_deref().map(Json::text)),
            ("note", figure.note.as_deref().map(Json::text)),
        ])
    });
    (!figures.is_empty()).then(|| Json::List(list.collect()))
}
