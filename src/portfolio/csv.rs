//! The portfolio as a table for a spreadsheet.

use super::row::Row;
use super::{Filter, Order, Portfolio, ordered};
use crate::domain::date::iso;
use crate::domain::number::{Decimal, Kroner, Span};
use crate::format::words::word;
use crate::i18n::printable::printable;
use crate::table::{protected, write_line};

/// The columns, without those of pay.
const COLUMNS: [&str; 19] = [
    "file",
    "contract",
    "institution",
    "title",
    "year",
    "by",
    "status",
    "as_of",
    "secured",
    "lost",
    "open",
    "total",
    "secured_percent",
    "lost_percent",
    "open_percent",
    "goals_met",
    "goals",
    "overdue",
    "due",
];

/// The columns of pay.
const PAY: [&str; 3] = ["full", "payable_min", "payable_max"];

/// The rows, in the order in which they are first shown. A Danish spreadsheet has semicolons and decimal commas, and a
/// mark by which it tells the encoding; every other one commas and points (RFC 4180).
pub fn csv(portfolio: &Portfolio, with_pay: bool, is_danish: bool) -> String {
    let delimiter = if is_danish { ';' } else { ',' };
    let mut out = String::from(if is_danish { "\u{feff}" } else { "" });
    let pay: &[&str] = if with_pay { &PAY } else { &[] };
    write_line(&mut out, COLUMNS.iter().chain(pay).map(|name| (*name).to_owned()), delimiter);
    for place in ordered(&portfolio.rows, Order::default(), Filter::All) {
        let Some(row) = portfolio.rows.get(place) else { continue };
        let cells = cells(row, with_pay).into_iter().map(|cell| match cell {
            // A name is a stranger's text: nothing in it may act on a terminal or be worked out by a spreadsheet.
            Cell::Text(text) => protected(&printable(&text)).into_owned(),
            Cell::Figure(figure) if is_danish => figure.to_string().replace('.', ","),
            Cell::Figure(figure) => figure.to_string(),
            Cell::Empty => String::new(),
        });
        write_line(&mut out, cells, delimiter);
    }
    out
}

enum Cell {
    Text(String),
    Figure(Decimal),
    Empty,
}

fn cells(row: &Row, with_pay: bool) -> Vec<Cell> {
    let text = |text: Option<&str>| text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()));
    let figure =
        |figure: Option<Decimal>| figure.map_or(Cell::Empty, |figure| Cell::Figure(figure.normalize()));
    let count = |count: usize| if row.is_unassessed() { Cell::Empty } else { Cell::Figure(count.into()) };
    let (basis, standing) = (row.basis.as_ref(), row.standing);
    let points = row.shown_points();
    let mut cells = vec![
        text(Some(&row.file)),
        text(Some(&row.id)),
        text(row.institution.as_deref()),
        text(Some(&row.title)),
        figure(row.year.map(Decimal::from)),
        text(basis.map(|basis| word(basis.by))),
        text(basis.map(|basis| word(basis.status))),
        text(basis.and_then(|basis| basis.as_of).map(iso).as_deref()),
        figure(points.map(|of| of.secured.0)),
        figure(points.map(|of| of.lost.0)),
        figure(points.map(|of| of.open.0)),
        figure(row.points.map(|of| of.total.0)),
        figure(points.map(|_| row.percent(standing.secured))),
        figure(points.map(|_| row.percent(standing.lost))),
        figure(points.map(|_| row.percent(standing.open))),
        count(row.counts.met),
        Cell::Figure(row.goal_count().into()),
        count(row.overdue.len()),
        count(row.due.len()),
    ];
    if with_pay {
        let kroner = |amount: Option<Kroner>| figure(amount.map(|amount| amount.0));
        let payable: Option<Span<Kroner>> = row.pay.and_then(|pay| pay.payable);
        cells.extend([
            kroner(row.pay.and_then(|pay| pay.full)),
            kroner(payable.map(|span| span.min)),
            kroner(payable.map(|span| span.max)),
        ]);
    }
    cells
}
