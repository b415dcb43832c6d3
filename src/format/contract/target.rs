//! What has to hold, in and out: docs/scoring.md, "Target".

use serde::ser::SerializeMap;

use super::figure::figure;
use super::rating::rating;
use super::ratio::ratio;
use super::scoring::scoring;
use super::threshold::{End, baseline, end, threshold};
use crate::domain::contract::{Criterion, Part, Rating, Relation, Target, TargetKind, Threshold};
use crate::domain::date::Period;
use crate::findings::{JsonKind, RuleFault};
use crate::format::fields::Fields;
use crate::format::json::{Exact, Members, Node, Time, filled, members, written};
use crate::format::limits::MAX_PARTS;
use crate::format::log::Log;
use crate::format::scalar::{date, id, name, not_negative, page, period, short_text, text};

/// A whole target. When it is measured is read by [`measured`], from the same object.
pub(in crate::format) fn target(value: &Node<'_>, log: &mut Log<'_>) -> Option<Target> {
    if has_too_many_parts(value, log) {
        return None;
    }
    of_kind(&mut Fields::with_any_keys(value, log)?, &["kind", "measured"])
}

/// Whether a target has more parts than are read, which is reported.
pub(super) fn has_too_many_parts(target: &Node<'_>, log: &mut Log<'_>) -> bool {
    let mut left = MAX_PARTS;
    let extra = part_beyond(&mut left, target);
    if let Some(part) = extra {
        log.report(part.pointer(), RuleFault::TooManyParts { limit: MAX_PARTS });
    }
    extra.is_some()
}

/// The first part that is one too many, those within parts included.
fn part_beyond<'n, 't>(left: &mut usize, target: &'n Node<'t>) -> Option<&'n Node<'t>> {
    target.get("parts")?.items().iter().find_map(|part| {
        let Some(fewer) = left.checked_sub(1) else { return Some(part) };
        *left = fewer;
        part_beyond(left, part)
    })
}

/// A whole target, and when it is measured.
pub(in crate::format) struct TimedTarget<'a> {
    pub(in crate::format) target: &'a Target,
    pub(in crate::format) measured: Option<Period>,
}

written!(TimedTarget<'_>, timed => { ..*timed.target, "measured": timed.measured.map(Time::from) });

/// When a target is measured: a key of the same object.
pub(in crate::format) fn measured(target: &Node<'_>, log: &mut Log<'_>) -> Option<Period> {
    match target.kind() {
        JsonKind::Object => Fields::with_any_keys(target, log)?.optional("measured", period),
        _ => None,
    }
}

/// What a part has besides the keys of its target.
const PART: &[&str] = &[
    "id",
    "title",
    "wording",
    "page",
    "unit",
    "ratio",
    "kind",
    "scoring",
    "measured",
    "history",
    "guidelines",
];

/// A part of a composite target: a target with a name.
pub(in crate::format) fn part(value: &Node<'_>, log: &mut Log<'_>) -> Option<Part> {
    let mut fields = Fields::with_any_keys(value, log)?;
    let (id, title) = (fields.required("id", id), fields.optional("title", short_text));
    let (unit, ratio) = (fields.optional("unit", short_text), fields.optional("ratio", ratio));
    let (wording, page) = (fields.optional("wording", text), fields.optional("page", page));
    let (history, guidelines) = (fields.list("history", figure), fields.list("guidelines", figure));
    let measured = fields.optional("measured", period);
    let target = of_kind(&mut fields, PART);
    let scoring = fields.optional("scoring", |value, log| scoring(value, target.as_ref(), log));
    let (id, target) = (id?, target?);
    Some(Part { id, title, wording, page, unit, ratio, target, scoring, measured, history, guidelines })
}

written!(Part, part => {
    "id": Some(&part.id),
    "title": part.title,
    "wording": part.wording,
    "page": part.page,
    "unit": part.unit,
    "ratio": part.ratio,
    ..part.target,
    "scoring": part.scoring,
    "measured": part.measured.map(Time::from),
    "history": filled(&part.history),
    "guidelines": filled(&part.guidelines),
});

fn of_kind(fields: &mut Fields<'_, '_, '_>, own: &[&'static str]) -> Option<Target> {
    let (kind, is_known) = fields.deciding("kind")?;
    fields.check_keys(&[own, keys(kind)]);
    let target = match kind {
        TargetKind::AtMost => limit(Relation::AtMost, fields)?,
        TargetKind::AtLeast => limit(Relation::AtLeast, fields)?,
        TargetKind::Below => limit(Relation::Below, fields)?,
        TargetKind::Above => limit(Relation::Above, fields)?,
        TargetKind::Between => between(fields)?,
        TargetKind::Unchanged => Target::Unchanged {
            baseline: fields.optional("baseline", baseline),
            tolerance: fields.optional("tolerance", not_negative).unwrap_or_default(),
        },
        TargetKind::By => Target::By(fields.required("date", date)?),
        TargetKind::Done => Target::Done,
        TargetKind::AllOf => Target::AllOf(parts(fields)?),
        TargetKind::AnyOf => Target::AnyOf(parts(fields)?),
        TargetKind::Assessed => Target::Assessed { criteria: fields.list("criteria", criterion) },
        TargetKind::Rated => Target::Rated(rating(fields)?),
        TargetKind::Undetermined => Target::Undetermined,
    };
    is_known.then_some(target)
}

/// The keys that a target of this kind has besides those of every target.
pub(in crate::format) fn keys(kind: TargetKind) -> &'static [&'static str] {
    use TargetKind as Kind;
    match kind {
        Kind::AtMost | Kind::AtLeast | Kind::Below | Kind::Above => {
            &["value", "baseline", "percent", "points"]
        }
        Kind::Between => &["min", "max"],
        Kind::Unchanged => &["baseline", "tolerance"],
        Kind::By => &["date"],
        Kind::Done | Kind::Undetermined => &[],
        Kind::AllOf | Kind::AnyOf => &["parts"],
        Kind::Assessed => &["criteria"],
        Kind::Rated => &["scale", "levels"],
    }
}

impl Members for Target {
    fn members<M: SerializeMap>(&self, out: &mut M) -> Result<(), M::Error> {
        members!(out, "kind": Some(self.kind()));
        match self {
            Self::Limit { threshold, .. } => members!(out, ..*threshold),
            Self::Between { min, max } => members!(out, "min": Some(End(min)), "max": Some(End(max))),
            Self::Unchanged { baseline, tolerance } => {
                members!(out, "baseline": baseline, "tolerance": Some(Exact(*tolerance)));
            }
            Self::By(date) => members!(out, "date": Some(Time::from(*date))),
            Self::AllOf(parts) | Self::AnyOf(parts) => members!(out, "parts": Some(parts)),
            Self::Assessed { criteria } => members!(out, "criteria": filled(criteria)),
            Self::Rated(Rating { scale: Some(scale), .. }) => members!(out, "scale": Some(scale)),
            Self::Rated(Rating { scale: None, levels }) => members!(out, "levels": Some(&**levels)),
            Self::Done | Self::Undetermined => {}
        }
        Ok(())
    }
}

fn limit(relation: Relation, fields: &mut Fields<'_, '_, '_>) -> Option<Target> {
    Some(Target::Limit { relation, threshold: threshold(fields)? })
}

fn between(fields: &mut Fields<'_, '_, '_>) -> Option<Target> {
    let (min, max) = (fields.required("min", end), fields.required("max", end));
    let (min, max) = (min?, max?);
    if let (Threshold::Absolute(lowest), Threshold::Absolute(highest)) = (&min, &max)
        && lowest > highest
    {
        let fault = RuleFault::MinAboveMax { min: *lowest, max: *highest };
        let at = fields.get("min").map_or(0..0, Node::pointer);
        fields.log.report(at, fault);
        return None;
    }
    Some(Target::Between { min, max })
}

fn parts(fields: &mut Fields<'_, '_, '_>) -> Option<Vec<Part>> {
    let list = fields.get("parts");
    if list.is_none() {
        fields.missing("parts");
        return None;
    }
    let parts = fields.list("parts", part);
    if let Some(value) = list
        && value.kind() == JsonKind::List
        && value.items().is_empty()
    {
        fields.log.report(value.pointer(), RuleFault::NoParts);
    }
    (!parts.is_empty()).then_some(parts)
}

fn criterion(value: &Node<'_>, log: &mut Log<'_>) -> Option<Criterion> {
    let mut fields = Fields::with_keys(value, &["id", "title", "deadline"], log)?;
    let (id, title) = (fields.required("id", name), fields.required("title", short_text));
    let deadline = fields.optional("deadline", date);
    Some(Criterion { id: id?, title: title?, deadline })
}

written!(Criterion, criterion => {
    "id": Some(&criterion.id),
    "title": Some(&criterion.title),
    "deadline": criterion.deadline.map(Time::from),
});
