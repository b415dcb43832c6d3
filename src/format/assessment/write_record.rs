//! Decisions, events and notices as JSON.

use super::write::{day, filled, text, word};
use crate::domain::assessment::{Decision, Event, Notice};
use crate::format::json::Json;

/// What was decided: alone as long as neither its day nor its place is known.
pub(in crate::format) fn decided(key: &'static str, said: Option<Json>, decision: &Decision) -> Option<Json> {
    if decision.is_empty() {
        return said;
    }
    let [agreed, source] = when_and_where(decision);
    Some(Json::object([(key, said), agreed, source]))
}

/// The two keys of a decision.
pub(in crate::format) fn when_and_where(decision: &Decision) -> [(&'static str, Option<Json>); 2] {
    [("agreed", day(decision.agreed)), ("source", text(decision.source.as_ref()))]
}

/// What happened, the oldest first.
pub(in crate::format) fn events(events: &[Event]) -> Option<Json> {
    let event = |event: &Event| {
        Json::object([
            ("kind", word(event.kind)),
            ("on", day(event.on)),
            ("by", text(event.by.as_ref())),
            ("note", text(event.note.as_ref())),
        ])
    };
    (!events.is_empty()).then(|| Json::List(events.iter().map(event).collect()))
}

/// What the department is told of a goal.
pub(in crate::format) fn notice(notice: &Notice) -> Option<Json> {
    filled(Json::object([
        ("cause", text(notice.cause.as_ref())),
        ("measures", text(notice.measures.as_ref())),
        ("on", day(notice.on)),
    ]))
}
