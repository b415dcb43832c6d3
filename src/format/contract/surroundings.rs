//! What stands around the goals: purposes, strategy map, tables of development, units, outcomes, reporting.

use super::figure::figure;
use crate::domain::contract::{
    Amount, CoveredUnit, ExpectedOutcome, Means, OtherGoal, Purpose, Report, Strategy, Trend, TrendStatement,
};
use crate::domain::date::Period;
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{date, id, name, number, period, short_text, text, word};

pub(in crate::format) fn purpose(value: &Node<'_>, log: &mut Log<'_>) -> Option<Purpose> {
    let keys = &["id", "title", "appropriation", "products", "goals", "other_goals", "source"];
    let mut fields = Fields::with_keys(value, keys, log)?;
    let (id, title) = (fields.required("id", name), fields.required("title", short_text));
    Some(Purpose {
        appropriation: fields.optional("appropriation", amount),
        products: fields.list("products", text),
        goals: fields.list("goals", crate::format::scalar::id),
        other_goals: fields.list("other_goals", other_goal),
        source: fields.optional("source", text),
        id: id?,
        title: title?,
    })
}

fn amount(value: &Node<'_>, log: &mut Log<'_>) -> Option<Amount> {
    let mut fields = Fields::with_keys(value, &["value", "unit"], log)?;
    let (value, unit) = (fields.required("value", number), fields.required("unit", short_text));
    Some(Amount { value: value?, unit: unit? })
}

fn other_goal(value: &Node<'_>, log: &mut Log<'_>) -> Option<OtherGoal> {
    let mut fields = Fields::with_keys(value, &["title", "source"], log)?;
    let title = fields.required("title", short_text);
    Some(OtherGoal { source: fields.optional("source", text), title: title? })
}

pub(in crate::format) fn strategy(value: &Node<'_>, log: &mut Log<'_>) -> Option<Strategy> {
    let mut fields = Fields::with_keys(value, &["id", "title", "source", "means"], log)?;
    let (id, title) = (fields.required("id", name), fields.required("title", short_text));
    let (source, means) = (fields.optional("source", text), fields.list("means", means));
    Some(Strategy { source, means, id: id?, title: title? })
}

fn means(value: &Node<'_>, log: &mut Log<'_>) -> Option<Means> {
    let mut fields = Fields::with_keys(value, &["id", "title", "goals"], log)?;
    let (name, title) = (fields.required("id", name), fields.required("title", short_text));
    Some(Means { goals: fields.list("goals", id), id: name?, title: title? })
}

pub(in crate::format) fn trend(value: &Node<'_>, log: &mut Log<'_>) -> Option<Trend> {
    let mut fields =
        Fields::with_keys(value, &["id", "title", "source", "goal", "unit", "series", "also_stated"], log)?;
    let (name, title) = (fields.required("id", name), fields.required("title", short_text));
    Some(Trend {
        source: fields.optional("source", text),
        goal: fields.optional("goal", id),
        unit: fields.optional("unit", short_text),
        series: fields.list("series", figure),
        also_stated: fields.list("also_stated", trend_statement),
        id: name?,
        title: title?,
    })
}

fn trend_statement(value: &Node<'_>, log: &mut Log<'_>) -> Option<TrendStatement> {
    let mut fields = Fields::with_keys(value, &["source", "period"], log)?;
    let (source, span) = (fields.required("source", text), fields.required("period", span));
    let (from, to) = span?;
    Some(TrendStatement { source: source?, from, to })
}

/// From one period to another.
fn span(value: &Node<'_>, log: &mut Log<'_>) -> Option<(Period, Period)> {
    let mut fields = Fields::with_keys(value, &["from", "to"], log)?;
    let (from, to) = (fields.required("from", period), fields.required("to", period));
    Some((from?, to?))
}

pub(in crate::format) fn unit(value: &Node<'_>, log: &mut Log<'_>) -> Option<CoveredUnit> {
    let mut fields = Fields::with_keys(value, &["id", "title"], log)?;
    let (id, title) = (fields.required("id", name), fields.required("title", short_text));
    Some(CoveredUnit { id: id?, title: title? })
}

pub(in crate::format) fn outcome(value: &Node<'_>, log: &mut Log<'_>) -> Option<ExpectedOutcome> {
    let keys = &["id", "title", "goal", "value", "unit", "source", "note"];
    let mut fields = Fields::with_keys(value, keys, log)?;
    let (name, title) = (fields.required("id", name), fields.required("title", short_text));
    Some(ExpectedOutcome {
        goal: fields.optional("goal", id),
        value: fields.optional("value", number),
        unit: fields.optional("unit", short_text),
        source: fields.optional("source", text),
        note: fields.optional("note", text),
        id: name?,
        title: title?,
    })
}

pub(in crate::format) fn report(value: &Node<'_>, log: &mut Log<'_>) -> Option<Report> {
    let mut fields = Fields::with_keys(value, &["id", "title", "kind", "date", "source", "note"], log)?;
    let (id, title) = (fields.required("id", name), fields.required("title", short_text));
    Some(Report {
        kind: fields.optional("kind", word),
        date: fields.optional("date", date),
        source: fields.optional("source", text),
        note: fields.optional("note", text),
        id: id?,
        title: title?,
    })
}
