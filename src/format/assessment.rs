//! An assessment, in and out: docs/format.md, "An assessment".
//!
//! A mistake within an entry is a warning, and the field alone counts as not given. One impossible date must not shut
//! out a year of results. What is written is merged into what was read.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::contract::target::{TimedTarget, measured, target};
use super::fields::Fields;
use super::file::{AssessmentFile, Kept, Unread};
use super::json::{Exact, Members, Node, Time, filled, merge, object, pretty, to_text, written};
use super::log::Log;
use super::scalar::{date, given_points, id, name, number, period, short_text, text, truth, word};
use super::version::version;
use super::{ASSESSMENT_FORMAT, VERSION};
use crate::domain::address::FieldId;
use crate::domain::assessment::{
    Addendum, Adjustment, AdjustmentChange, Assessment, CopiedReason, Decided, Decision, Entry, Event,
    Individual, JudgedFactor, Notice, PayInputs, PayLine, Struck,
};
use crate::domain::contract::{ContractId, GoalId, PotId, StageId};
use crate::domain::number::{Kroner, Percent};
use crate::domain::reported::{Measurement, Reported};
use crate::findings::{EntryFault, JsonKind, ShapeFault};
use crate::i18n::Lang;
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
    "unread",
];
const REPORTED: &[&str] = &[
    "value",
    "numerator",
    "denominator",
    "period",
    "final",
    "readings",
    "baseline",
    "date",
    "done",
    "points",
    "level",
    "reason",
    "reason_from",
    "parts",
];
const ENTRY: &[&str] = &["addendum", "lapsed", "note", "note_by", "evidence", "notice"];
const PAY: &[&str] = &[
    "base",
    "max_percent",
    "adjustment",
    "left_on",
    "breach",
    "holiday_allowance_percent",
    "pension_percent",
    "regulation_percent",
    "factors",
];

/// An assessment of a known format and version, with all that its file says.
pub(super) fn assessment(value: &Node<'_>, source: &str, log: &mut Log<'_>) -> Option<AssessmentFile> {
    let mut fields = Fields::with_keys(value, ASSESSMENT, log)?;
    version(&mut fields, ASSESSMENT_FORMAT)?;
    let of = fields.required("contract", contract_name);
    let assessment = Assessment {
        contract: of.as_ref().map_or_else(|| "".into(), |of| of.id.clone()),
        sha256: of.as_ref().and_then(|of| of.sha256.clone()),
        by: fields.entry("by", word).unwrap_or_default(),
        status: fields.entry("status", word).unwrap_or_default(),
        as_of: fields.entry("as_of", date),
        results: entries(&mut fields, "results"),
        individual: fields.optional("individual", individual).unwrap_or_default(),
        pay: fields.optional("pay", pay).unwrap_or_default(),
        events: fields.list("events", |value, log| log.entry(|log| Some(event(value, log)))),
    };
    let unread = fields.list("unread", |value, log| log.entry(|log| unread(value, log)));
    // Whose contract it belongs to has to be known; what else is wrong is said at once.
    of?;
    let kept = Kept::with_text(value.source(source), &assessment, &unread);
    Some(AssessmentFile { assessment, unread, kept })
}

/// An assessment as a file of its own.
pub fn write_assessment(file: &AssessmentFile) -> String {
    pretty(&merged(file), 0) + "\n"
}

/// What an assessment says now, put into what its file said.
pub fn merged(file: &AssessmentFile) -> String {
    let now = to_text(&Whole { assessment: &file.assessment, unread: &file.unread });
    match &file.kept.0 {
        Some(kept) => {
            let understood = Whole { assessment: &kept.understood, unread: &kept.unread };
            merge(&kept.text, &to_text(&understood), &now)
        }
        None => now,
    }
}

written!(Assessment, assessment => {
    "format": Some(ASSESSMENT_FORMAT),
    "version": Some(VERSION),
    "contract": Some(ContractName { id: assessment.contract.clone(), sha256: assessment.sha256.clone() }),
    "by": Some(assessment.by),
    "status": Some(assessment.status),
    "as_of": assessment.as_of.map(Time::from),
    "results": Some(&assessment.results),
    "individual": filled(&assessment.individual),
    "pay": filled(&assessment.pay),
    "events": filled(&assessment.events),
});

/// An assessment with the texts that do not count.
struct Whole<'a> {
    assessment: &'a Assessment,
    unread: &'a Vec<Unread>,
}

written!(Whole<'_>, whole => { ..*whole.assessment, "unread": filled(whole.unread) });

/// A text that does not count. Where it belongs to no field it is told, and the file keeps it.
fn unread(value: &Node<'_>, log: &mut Log<'_>) -> Option<Unread> {
    let mut fields = Fields::with_keys(value, &["field", "text", "language"], log)?;
    let (key, words) = (fields.required("field", name), fields.required("text", text));
    let lang = fields.optional("language", short_text).and_then(|code| Lang::from_code(&code));
    let (key, text) = (key?, words?);
    let Some(field) = FieldId::from_key(&key) else {
        fields.log.report(value.pointer(), ShapeFault::UnknownKey { key, suggestion: None });
        return None;
    };
    fields.log.report(value.pointer(), EntryFault::Unread { place: field.clone(), text: text.clone() });
    Some(Unread { field, text, lang: lang.unwrap_or_default() })
}

written!(Unread, unread => {
    "field": Some(unread.field.to_string()),
    "text": Some(&unread.text),
    "language": Some(unread.lang.code()),
});

/// The contract that an assessment belongs to, and that contract's fingerprint.
struct ContractName {
    id: ContractId,
    sha256: Option<String>,
}

fn contract_name(value: &Node<'_>, log: &mut Log<'_>) -> Option<ContractName> {
    let mut fields = Fields::with_keys(value, &["id", "sha256"], log)?;
    let (id, sha256) = (fields.required("id", id), fields.entry("sha256", text));
    Some(ContractName { id: id?, sha256 })
}

written!(ContractName, contract => { "id": Some(&contract.id), "sha256": contract.sha256 });

fn entries(fields: &mut Fields<'_, '_, '_>, key: &str) -> BTreeMap<GoalId, Rc<Entry>> {
    let members: Vec<_> = fields.entries(key).collect();
    let log = &mut *fields.log;
    let members = members.into_iter();
    map_of(
        members.filter_map(|(goal, value)| Some((goal.into(), Rc::new(log.entry(|log| entry(value, log))?)))),
    )
}

fn entry(value: &Node<'_>, log: &mut Log<'_>) -> Option<Entry> {
    let mut fields = Fields::with_any_keys(value, log)?;
    fields.check_keys(&[REPORTED, ENTRY]);
    Some(Entry {
        reported: reported(&mut fields),
        addendum: fields.optional("addendum", addendum),
        lapsed: fields
            .optional("lapsed", |value, log| decided(value, "reason", text, log))
            .unwrap_or_default(),
        note: fields.optional("note", text),
        note_by: fields.optional("note_by", word),
        evidence: fields.optional("evidence", text),
        notice: fields.optional("notice", notice).unwrap_or_default(),
    })
}

written!(Entry, entry => {
    ..entry.reported,
    "addendum": entry.addendum,
    "lapsed": Written::with_decision("reason", entry.lapsed.what.as_ref(), &entry.lapsed.decision),
    "note": entry.note,
    "note_by": entry.note_by,
    "evidence": entry.evidence,
    "notice": filled(&entry.notice),
});

fn reported(fields: &mut Fields<'_, '_, '_>) -> Reported {
    let parts: Vec<_> = fields.entries("parts").collect();
    let log = &mut *fields.log;
    let parts = parts.into_iter().filter_map(|(id, value)| {
        let mut fields = Fields::with_keys(value, REPORTED, log)?;
        Some((id.into(), reported(&mut fields)))
    });
    let parts = map_of(parts);
    Reported {
        value: fields.optional("value", number),
        numerator: fields.optional("numerator", number),
        denominator: fields.optional("denominator", number),
        period: fields.optional("period", period),
        is_final: fields.optional("final", truth).unwrap_or_default(),
        readings: fields.list("readings", reading),
        baseline: fields.optional("baseline", number),
        date: fields.optional("date", date),
        done: fields.optional("done", truth),
        points: fields.optional("points", given_points),
        level: fields.optional("level", id),
        reason: fields.optional("reason", text),
        copied: fields.optional("reason_from", copied),
        parts,
    }
}

written!(Reported, reported => {
    "value": reported.value.map(Exact),
    "numerator": reported.numerator.map(Exact),
    "denominator": reported.denominator.map(Exact),
    "period": reported.period.map(Time::from),
    "final": filled(&reported.is_final),
    "readings": filled(&reported.readings),
    "baseline": reported.baseline.map(Exact),
    "date": reported.date.map(Time::from),
    "done": reported.done,
    "points": reported.points.map(Exact),
    "level": reported.level,
    "reason": reported.reason,
    "reason_from": reported.copied,
    "parts": filled(&reported.parts),
});

/// Whose reason it is; where that cannot be read, nothing is said of it.
fn copied(value: &Node<'_>, log: &mut Log<'_>) -> Option<Box<CopiedReason>> {
    let mut fields = Fields::with_keys(value, &["by", "points", "level"], log)?;
    let by = fields.required("by", word);
    let points = fields.optional("points", given_points);
    Some(Box::new(CopiedReason { points, level: fields.optional("level", id), by: by? }))
}

written!(CopiedReason, copied => {
    "by": Some(copied.by),
    "points": copied.points.map(Exact),
    "level": copied.level,
});

/// One that cannot be read is left out; the file keeps it.
fn reading(value: &Node<'_>, log: &mut Log<'_>) -> Option<Measurement> {
    let mut fields = Fields::with_keys(value, &["period", "value", "note"], log)?;
    let (of, figure) = (fields.required("period", period), fields.required("value", number));
    Some(Measurement { note: fields.optional("note", text), period: of?, value: figure? })
}

written!(Measurement, reading => {
    "period": Some(Time::from(reading.period)),
    "value": Some(Exact(reading.value)),
    "note": reading.note,
});

fn addendum(value: &Node<'_>, log: &mut Log<'_>) -> Option<Addendum> {
    let mut fields = Fields::with_keys(value, &["target", "agreed", "source"], log)?;
    let measured = fields.get("target").and_then(|value| measured(value, fields.log));
    let target = fields.required("target", target);
    if let Some(scale) = fields.get("target").and_then(scale_named) {
        // The scales stand in the contract, which is another file.
        fields.log.report(scale.pointer(), ShapeFault::Missing { key: "levels" });
        return None;
    }
    let decision = decision(&mut fields);
    Some(Addendum { target: target?, measured, decision })
}

/// The scale that a target or a part of it names.
fn scale_named<'v>(target: &'v Node<'v>) -> Option<&'v Node<'v>> {
    let own = target.get("scale").filter(|scale| scale.kind() != JsonKind::Null);
    own.or_else(|| target.get("parts")?.items().iter().find_map(scale_named))
}

written!(Addendum, addendum => {
    "target": Some(TimedTarget { target: &addendum.target, measured: addendum.measured }),
    ..addendum.decision,
});

/// What the department is told of a goal.
fn notice(value: &Node<'_>, log: &mut Log<'_>) -> Option<Notice> {
    let mut fields = Fields::with_keys(value, &["cause", "measures", "on"], log)?;
    Some(Notice {
        cause: fields.optional("cause", text),
        measures: fields.optional("measures", text),
        on: fields.optional("on", date),
    })
}

written!(Notice, notice => {
    "cause": notice.cause,
    "measures": notice.measures,
    "on": notice.on.map(Time::from),
});

fn individual(value: &Node<'_>, log: &mut Log<'_>) -> Option<Individual> {
    let mut fields = Fields::with_keys(value, &["overall", "reason", "reason_from", "areas"], log)?;
    Some(Individual {
        overall: fields.entry("overall", given_points),
        reason: fields.entry("reason", text),
        copied: fields.entry("reason_from", copied),
        areas: entries(&mut fields, "areas"),
    })
}

written!(Individual, individual => {
    "overall": individual.overall.map(Exact),
    "reason": individual.reason,
    "reason_from": individual.copied,
    "areas": filled(&individual.areas),
});

fn pay(value: &Node<'_>, log: &mut Log<'_>) -> Option<PayInputs> {
    let mut fields = Fields::with_keys(value, PAY, log)?;
    // One percent, or one for each pot.
    let is_each = fields.get("max_percent").is_some_and(|value| value.kind() == JsonKind::Object);
    let pot_percents = if is_each { percents(&mut fields) } else { BTreeMap::new() };
    Some(PayInputs {
        base: fields.list("base", |value, log| log.entry(|log| Some(pay_line(value, log)))),
        max_percent: if is_each { None } else { fields.entry("max_percent", number).map(Percent) },
        pot_percents,
        regulation_percent: fields.entry("regulation_percent", number).map(Percent),
        factors: factors(&mut fields),
        adjustment: fields.entry("adjustment", adjustment),
        left_on: fields.entry("left_on", |value, log| decided(value, "date", date, log)).unwrap_or_default(),
        breach: fields.entry("breach", |value, log| decided(value, "reason", text, log)).unwrap_or_default(),
        holiday_allowance_percent: fields.entry("holiday_allowance_percent", number).map(Percent),
        pension_percent: fields.entry("pension_percent", number).map(Percent),
    })
}

written!(PayInputs, pay => {
    "base": filled(&pay.base),
    "max_percent": MaxPercent::of_pay(pay),
    "adjustment": pay.adjustment,
    "left_on": Written::with_decision("date", pay.left_on.what.map(Time::from), &pay.left_on.decision),
    "breach": Written::with_decision("reason", pay.breach.what.as_ref(), &pay.breach.decision),
    "holiday_allowance_percent": pay.holiday_allowance_percent.map(|percent| Exact(percent.0)),
    "pension_percent": pay.pension_percent.map(|percent| Exact(percent.0)),
    "regulation_percent": pay.regulation_percent.map(|percent| Exact(percent.0)),
    "factors": filled(&pay.factors),
});

/// One percent, or one for each pot.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum MaxPercent {
    One(Exact),
    Each(BTreeMap<PotId, Exact>),
}

impl MaxPercent {
    fn of_pay(pay: &PayInputs) -> Option<Self> {
        if pay.pot_percents.is_empty() {
            return pay.max_percent.map(|percent| Self::One(Exact(percent.0)));
        }
        let each = pay.pot_percents.iter();
        Some(Self::Each(map_of(each.map(|(pot, percent)| (pot.clone(), Exact(percent.0))))))
    }
}

fn percents(fields: &mut Fields<'_, '_, '_>) -> BTreeMap<PotId, Percent> {
    let members: Vec<_> = fields.entries("max_percent").collect();
    let log = &mut *fields.log;
    let read = |(pot, value): (&str, _)| Some((pot.into(), Percent(log.entry(|log| number(value, log))?)));
    map_of(members.into_iter().filter_map(read))
}

fn factors(fields: &mut Fields<'_, '_, '_>) -> BTreeMap<StageId, JudgedFactor> {
    let members: Vec<_> = fields.entries("factors").collect();
    let log = &mut *fields.log;
    let read = |(stage, value): (&str, _)| Some((stage.into(), log.entry(|log| factor(value, log))?));
    map_of(members.into_iter().filter_map(read))
}

/// A judgement with its reason.
fn factor(value: &Node<'_>, log: &mut Log<'_>) -> Option<JudgedFactor> {
    let mut fields = Fields::with_keys(value, &["value", "reason"], log)?;
    Some(JudgedFactor { value: fields.optional("value", number), reason: fields.optional("reason", text) })
}

written!(JudgedFactor, factor => { "value": factor.value.map(Exact), "reason": factor.reason });

/// A line of the base pay. One that cannot be read stays as an empty line, so that lines keep their places.
fn pay_line(value: &Node<'_>, log: &mut Log<'_>) -> PayLine {
    let Some(mut fields) = Fields::with_keys(value, &["title", "value"], log) else {
        return PayLine { title: String::new(), value: None };
    };
    PayLine {
        title: fields.optional("title", short_text).unwrap_or_default(),
        value: fields.optional("value", number).map(Kroner),
    }
}

written!(PayLine, line => { "title": filled(&line.title), "value": line.value.map(|value| Exact(value.0)) });

/// By a percent, by an amount or to a percent; where more than one is given, none can be meant.
fn adjustment(value: &Node<'_>, log: &mut Log<'_>) -> Option<Adjustment> {
    let mut fields =
        Fields::with_keys(value, &["percent", "amount", "to_percent", "reason", "agreed", "source"], log)?;
    fields.either("percent", "amount");
    fields.either("percent", "to_percent");
    fields.either("amount", "to_percent");
    let percent =
        fields.optional("percent", number).map(|percent| AdjustmentChange::Percent(Percent(percent)));
    let amount = fields.optional("amount", number).map(|amount| AdjustmentChange::Amount(Kroner(amount)));
    let to =
        fields.optional("to_percent", number).map(|percent| AdjustmentChange::ToPercent(Percent(percent)));
    let mut stated = [percent, amount, to].into_iter().flatten();
    let change = stated.next().filter(|_| stated.next().is_none());
    Some(Adjustment { change, reason: fields.optional("reason", text), decision: decision(&mut fields) })
}

written!(Adjustment, adjustment => {
    "percent": match adjustment.change {
        Some(AdjustmentChange::Percent(percent)) => Some(Exact(percent.0)),
        _ => None,
    },
    "amount": match adjustment.change {
        Some(AdjustmentChange::Amount(amount)) => Some(Exact(amount.0)),
        _ => None,
    },
    "to_percent": match adjustment.change {
        Some(AdjustmentChange::ToPercent(percent)) => Some(Exact(percent.0)),
        _ => None,
    },
    "reason": adjustment.reason,
    ..adjustment.decision,
});

/// When and where, of an object that holds a decision.
fn decision(fields: &mut Fields<'_, '_, '_>) -> Decision {
    Decision { agreed: fields.optional("agreed", date), source: fields.optional("source", text) }
}

written!(Decision, decision => { "agreed": decision.agreed.map(Time::from), "source": decision.source });

/// What was decided, alone or with when and where.
fn decided<'l, T>(
    value: &Node<'_>,
    key: &'static str,
    read: fn(&Node<'_>, &mut Log<'l>) -> Option<T>,
    log: &mut Log<'l>,
) -> Option<Decided<T>> {
    if value.kind() != JsonKind::Object {
        return read(value, log).map(|alone| Decided { what: Some(alone), ..Decided::default() });
    }
    let mut fields = Fields::with_keys(value, &[key, "agreed", "source"], log)?;
    Some(Decided { what: fields.optional(key, read), decision: decision(&mut fields) })
}

/// What was decided, as it is written: alone as long as neither its day nor its place is known.
struct Written<'a, T> {
    key: &'static str,
    what: Option<T>,
    decision: &'a Decision,
}

impl<'a, T> Written<'a, T> {
    fn with_decision(key: &'static str, what: Option<T>, decision: &'a Decision) -> Option<Self> {
        (what.is_some() || !decision.is_empty()).then_some(Self { key, what, decision })
    }
}

impl<T: Serialize> Members for Written<'_, T> {
    fn members<M: SerializeMap>(&self, out: &mut M) -> Result<(), M::Error> {
        if let Some(what) = &self.what {
            out.serialize_entry(self.key, what)?;
        }
        self.decision.members(out)
    }
}

impl<T: Serialize> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        if self.decision.is_empty() { self.what.serialize(out) } else { object(self, out) }
    }
}

/// An event. One that cannot be read stays as an empty one, so that events keep their places.
fn event(value: &Node<'_>, log: &mut Log<'_>) -> Event {
    let Some(mut fields) = Fields::with_keys(value, &["kind", "on", "by", "note", "struck"], log) else {
        return Event::default();
    };
    Event {
        kind: fields.required("kind", word).unwrap_or_default(),
        on: fields.optional("on", date),
        by: fields.optional("by", short_text),
        note: fields.optional("note", text),
        struck: fields.optional("struck", struck),
    }
}

fn struck(value: &Node<'_>, log: &mut Log<'_>) -> Option<Struck> {
    let mut fields = Fields::with_keys(value, &["on", "by"], log)?;
    Some(Struck { on: fields.optional("on", date), by: fields.optional("by", short_text) })
}

written!(Struck, struck => { "on": struck.on.map(Time::from), "by": struck.by });

written!(Event, event => {
    "kind": Some(event.kind),
    "on": event.on.map(Time::from),
    "by": event.by,
    "note": event.note,
    "struck": event.struck,
});
