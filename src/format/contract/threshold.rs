//! Figures that results are held against, in and out: docs/format.md, "A target".

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::domain::contract::{Baseline, BaselineChange, Threshold};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::findings::JsonKind;
use crate::format::fields::Fields;
use crate::format::json::{Exact, Members, Node, Time, members, object, written};
use crate::format::log::Log;
use crate::format::scalar::{number, period};

/// A figure, or a change from a baseline; a baseline alone is the threshold itself.
pub(super) fn threshold(fields: &mut Fields<'_, '_, '_>) -> Option<Threshold> {
    for relative in ["baseline", "percent", "points"] {
        fields.either("value", relative);
    }
    fields.either("percent", "points");
    let change = match (fields.get("percent"), fields.get("points")) {
        (Some(percent), _) => Some(BaselineChange::Percent(number(percent, fields.log)?)),
        (None, Some(points)) => Some(BaselineChange::Points(number(points, fields.log)?)),
        (None, None) => None,
    };
    let based = fields.get("baseline").is_some();
    match change.or(based.then_some(BaselineChange::Points(Decimal::ZERO))) {
        Some(change) => Some(Threshold::Relative { baseline: fields.optional("baseline", baseline), change }),
        None => fields.required("value", number).map(Threshold::Absolute),
    }
}

impl Members for Threshold {
    fn members<M: SerializeMap>(&self, out: &mut M) -> Result<(), M::Error> {
        match self {
            Self::Absolute(value) => members!(out, "value": Some(Exact(*value))),
            Self::Relative { baseline, change } => {
                members!(out, "baseline": baseline);
                match change {
                    BaselineChange::Percent(percent) => members!(out, "percent": Some(Exact(*percent))),
                    BaselineChange::Points(points) => members!(out, "points": Some(Exact(*points))),
                }
            }
        }
        Ok(())
    }
}

/// One end of a range, or a figure of a rule: a bare figure, or an object like a threshold's.
pub(super) fn end(value: &Node<'_>, log: &mut Log<'_>) -> Option<Threshold> {
    if value.kind() != JsonKind::Object {
        return number(value, log).map(Threshold::Absolute);
    }
    threshold(&mut Fields::with_keys(value, &["value", "baseline", "percent", "points"], log)?)
}

/// The same as it is written: a bare figure where it is absolute.
pub(super) struct End<'a>(pub(super) &'a Threshold);

impl Serialize for End<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Threshold::Absolute(value) => Exact(*value).serialize(out),
            relative @ Threshold::Relative { .. } => object(relative, out),
        }
    }
}

/// A figure, or a period of the goal's own history.
pub(super) fn baseline(value: &Node<'_>, log: &mut Log<'_>) -> Option<Baseline> {
    if value.kind() != JsonKind::Object {
        return number(value, log).map(Baseline::Figure);
    }
    Fields::with_keys(value, &["period"], log)?.required("period", period).map(Baseline::Of)
}

impl Serialize for Baseline {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Figure(value) => Exact(*value).serialize(out),
            Self::Of(period) => object(&HistoryOf(*period), out),
        }
    }
}

/// What the history says for a period.
struct HistoryOf(Period);

written!(HistoryOf, history => { "period": Some(Time::from(history.0)) });
