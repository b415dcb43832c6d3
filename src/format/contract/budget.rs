//! The budget table, and totals with what they are made of.

use serde::Deserialize;

use super::figure::figure;
use crate::domain::contract::{Budget, BudgetColumn, BudgetLine, Sum, SumPart, SumParts};
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{id, name, number, period, short_text, text, truth, word, year};

/// Where the parts of a total may stand instead of with it.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum PartsOf {
    Appropriations,
}

pub(in crate::format) fn budget(value: &Node<'_>, log: &mut Log<'_>) -> Option<Budget> {
    let mut fields = Fields::with_keys(value, &["unit", "price_level", "columns", "lines", "source"], log)?;
    Some(Budget {
        unit: fields.optional("unit", short_text),
        price_level: fields.optional("price_level", year),
        columns: fields.list("columns", column),
        lines: fields.list("lines", line),
        source: fields.optional("source", text),
    })
}

fn column(value: &Node<'_>, log: &mut Log<'_>) -> Option<BudgetColumn> {
    let mut fields = Fields::with_keys(value, &["period", "label"], log)?;
    let period = fields.required("period", period);
    Some(BudgetColumn { label: fields.optional("label", short_text), period: period? })
}

fn line(value: &Node<'_>, log: &mut Log<'_>) -> Option<BudgetLine> {
    let mut fields = Fields::with_keys(value, &["id", "part_of", "title", "values", "source"], log)?;
    let title = fields.required("title", short_text);
    Some(BudgetLine {
        id: fields.optional("id", id),
        part_of: fields.optional("part_of", id),
        values: fields.list("values", figure),
        source: fields.optional("source", text),
        title: title?,
    })
}

pub(in crate::format) fn sum(value: &Node<'_>, log: &mut Log<'_>) -> Option<Sum> {
    let keys = &["id", "title", "unit", "total", "of", "parts", "complete", "source", "note"];
    let mut fields = Fields::with_keys(value, keys, log)?;
    let (name, title) = (fields.required("id", name), fields.required("title", short_text));
    let total = fields.required("total", number);
    fields.either("of", "parts");
    let elsewhere = fields.optional("of", word);
    let stated = fields.list("parts", part);
    Some(Sum {
        unit: fields.optional("unit", short_text),
        parts: elsewhere.map_or(SumParts::Stated(stated), |PartsOf::Appropriations| SumParts::Appropriations),
        complete: fields.optional("complete", truth).unwrap_or(true),
        source: fields.optional("source", text),
        note: fields.optional("note", text),
        id: name?,
        title: title?,
        total: total?,
    })
}

fn part(value: &Node<'_>, log: &mut Log<'_>) -> Option<SumPart> {
    let mut fields = Fields::with_keys(value, &["id", "title", "value", "source"], log)?;
    let (title, value) = (fields.required("title", short_text), fields.required("value", number));
    Some(SumPart {
        id: fields.optional("id", name),
        source: fields.optional("source", text),
        title: title?,
        value: value?,
    })
}
