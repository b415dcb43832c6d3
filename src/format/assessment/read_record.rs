//! What an assessment records beside results and pay: decisions, events, notices.

use crate::domain::assessment::{Decision, Event, Notice};
use crate::domain::date::Date;
use crate::findings::JsonKind;
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{date, text, word};

/// When and where, of an object that holds a decision.
pub(in crate::format) fn decision(fields: &mut Fields<'_, '_, '_>) -> Decision {
    Decision { agreed: fields.optional("agreed", date), source: fields.optional("source", text) }
}

/// A reason, alone or with when and where it was decided.
pub(in crate::format) fn reason(value: &Node<'_>, log: &mut Log<'_>) -> Option<(Option<String>, Decision)> {
    decided(value, "reason", text, log)
}

/// The last day of service, alone or with when and where the leaving was agreed.
pub(in crate::format) fn leaving(value: &Node<'_>, log: &mut Log<'_>) -> Option<(Option<Date>, Decision)> {
    decided(value, "date", date, log)
}

fn decided<'l, T>(
    value: &Node<'_>,
    key: &'static str,
    read: fn(&Node<'_>, &mut Log<'l>) -> Option<T>,
    log: &mut Log<'l>,
) -> Option<(Option<T>, Decision)> {
    if value.kind() != JsonKind::Object {
        return read(value, log).map(|alone| (Some(alone), Decision::default()));
    }
    let mut fields = Fields::of(value, &[key, "agreed", "source"], log)?;
    let said = fields.optional(key, read);
    Some((said, decision(&mut fields)))
}

/// An event. One that cannot be read stays as an empty one, so that events keep their places.
pub(in crate::format) fn event(value: &Node<'_>, log: &mut Log<'_>) -> Event {
    let Some(mut fields) = Fields::of(value, &["kind", "on", "by", "note"], log) else {
        return Event::default();
    };
    Event {
        kind: fields.required("kind", word).unwrap_or_default(),
        on: fields.optional("on", date),
        by: fields.optional("by", text),
        note: fields.optional("note", text),
    }
}

/// What the department is told of a goal.
pub(in crate::format) fn notice(value: &Node<'_>, log: &mut Log<'_>) -> Option<Notice> {
    let mut fields = Fields::of(value, &["cause", "measures", "on"], log)?;
    Some(Notice {
        cause: fields.optional("cause", text),
        measures: fields.optional("measures", text),
        on: fields.optional("on", date),
    })
}
