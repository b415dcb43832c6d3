//! A figure of a period, in and out: what was reached, or what is aimed at.

use crate::domain::contract::Figure;
use crate::format::fields::Fields;
use crate::format::json::{Exact, Node, Time, written};
use crate::format::log::Log;
use crate::format::scalar::{number, period, text};

pub(in crate::format) fn figure(value: &Node<'_>, log: &mut Log<'_>) -> Option<Figure> {
    let mut fields = Fields::with_keys(value, &["period", "value", "stated", "source", "note"], log)?;
    let period = fields.required("period", period);
    Some(Figure {
        value: fields.optional("value", number),
        stated: fields.optional("stated", text),
        source: fields.optional("source", text),
        note: fields.optional("note", text),
        period: period?,
    })
}

written!(Figure, figure => {
    "period": Some(Time::from(figure.period)),
    "value": figure.value.map(Exact),
    "stated": figure.stated,
    "source": figure.source,
    "note": figure.note,
});
