//! The portfolio for programs: docs/format.md, "The portfolio".

use serde::Serialize;

use super::level_outcome::{LevelOutcome, level_outcomes};
use super::row::{Row, RowPay, RowPoints};
use super::{Filter, Order, Portfolio, median, ordered};
use crate::domain::assessment::{Assessor, Status};
use crate::domain::date::iso;
use crate::domain::duty::Reason;
use crate::domain::evaluation::Counts;
use crate::domain::number::{Decimal, Span};
use crate::format::outcome::{kroner, points};
use crate::i18n::Words;

/// Everything that a portfolio says, in the order in which the rows are first shown.
#[derive(Debug, Serialize)]
pub struct PortfolioOutcome<'p> {
    version: u32,
    language: &'static str,
    contracts: Vec<Contract<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secured_percent: Option<Middle>,
    levels: Vec<LevelOutcome<'p>>,
    across: Vec<Finding>,
    left_out: Vec<LeftOut<'p>>,
}

#[derive(Debug, Serialize)]
struct Contract<'p> {
    file: &'p str,
    id: &'p str,
    title: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i32>,
    sha256: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessment: Option<Basis<'p>>,
    assessed_by: &'p [Assessor],
    #[serde(skip_serializing_if = "Option::is_none")]
    institution_points: Option<Institution>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<Parts>,
    counts: Counts,
    overdue: Vec<Goal<'p>>,
    at_stake: Vec<Goal<'p>>,
    due: Vec<Goal<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<Earlier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pay: Option<Pay>,
}

#[derive(Debug, Serialize)]
struct Basis<'p> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'p str>,
    by: Assessor,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    other_edition: bool,
    old: bool,
}

#[derive(Debug, Serialize)]
struct Institution {
    secured: String,
    lost: String,
    open: String,
    total: String,
    expected: Span<String>,
}

#[derive(Debug, Serialize)]
struct Parts {
    secured: String,
    lost: String,
    open: String,
}

#[derive(Debug, Default, Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are the keys that are printed")]
struct Goal<'p> {
    goal: &'p str,
    name: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points_at_risk: Option<String>,
}

#[derive(Debug, Serialize)]
struct Earlier {
    as_of: String,
    secured: String,
    lost: String,
    open: String,
}

#[derive(Debug, Serialize)]
struct Pay {
    #[serde(skip_serializing_if = "Option::is_none")]
    full: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earned: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payable: Option<Span<String>>,
}

#[derive(Debug, Serialize)]
struct Middle {
    least: String,
    median: String,
    most: String,
    of: usize,
}

#[derive(Debug, Serialize)]
struct Finding {
    code: &'static str,
    message: String,
}

#[derive(Debug, Serialize)]
struct LeftOut<'p> {
    file: &'p str,
    code: &'static str,
    message: String,
}

impl<'p> PortfolioOutcome<'p> {
    /// What the rows, the findings and the files that are not used say; pay only where it is asked for.
    pub fn new(portfolio: &'p Portfolio, with_pay: bool, words: Words) -> Self {
        let rows = &portfolio.rows;
        let places = ordered(rows, Order::default(), Filter::All).into_iter();
        Self {
            version: 1,
            language: words.lang.code(),
            contracts: places.filter_map(|place| Some(Contract::new(rows.get(place)?, with_pay))).collect(),
            secured_percent: median(rows).map(|middle| Middle {
                least: short(middle.least),
                median: short(middle.median),
                most: short(middle.most),
                of: middle.of,
            }),
            levels: level_outcomes(portfolio, words),
            across: portfolio
                .across
                .iter()
                .map(|found| Finding { code: found.code(), message: found.text(words) })
                .collect(),
            left_out: portfolio
                .left_out
                .iter()
                .map(|file| LeftOut {
                    file: &file.file,
                    code: file.why.code(),
                    message: file.why.text(words),
                })
                .collect(),
        }
    }
}

impl<'p> Contract<'p> {
    fn new(row: &'p Row, with_pay: bool) -> Self {
        Self {
            file: &row.file,
            id: &row.id,
            title: &row.title,
            institution: row.institution.as_deref(),
            year: row.year,
            sha256: &row.fingerprint,
            assessment: row.basis.as_ref().map(|basis| Basis {
                file: basis.file.as_ref().map(|file| &*file.name),
                sha256: basis.file.as_ref().map(|file| &*file.sum),
                by: basis.by,
                status: basis.status,
                as_of: basis.as_of.map(iso),
                other_edition: basis.is_of_other_edition,
                old: basis.is_old,
            }),
            assessed_by: &row.assessed_by,
            institution_points: row.points.map(Institution::new),
            percent: row.points.map(|_| Parts {
                secured: short(row.percent(row.standing.secured)),
                lost: short(row.percent(row.standing.lost)),
                open: short(row.percent(row.standing.open)),
            }),
            counts: row.counts,
            overdue: overdue(row),
            at_stake: at_stake(row),
            due: due(row),
            earlier: row.earlier.map(|earlier| Earlier {
                as_of: iso(earlier.as_of),
                secured: short(earlier.standing.secured),
                lost: short(earlier.standing.lost),
                open: short(earlier.standing.open),
            }),
            pay: row.pay.filter(|_| with_pay).map(Pay::new),
        }
    }
}

impl Institution {
    fn new(of: RowPoints) -> Self {
        Self {
            secured: points(of.secured),
            lost: points(of.lost),
            open: points(of.open),
            total: points(of.total),
            expected: of.expected.map(points),
        }
    }
}

impl Pay {
    fn new(pay: RowPay) -> Self {
        Self {
            full: pay.full.map(kroner),
            earned: pay.earned.map(|of| of.map(kroner)),
            payable: pay.payable.map(|of| of.map(kroner)),
        }
    }
}

fn overdue(row: &Row) -> Vec<Goal<'_>> {
    let goals = row.overdue.iter().map(|of| Goal {
        goal: &of.goal,
        name: &of.name,
        date: Some(iso(of.date)),
        days: Some(of.days),
        ..Goal::default()
    });
    goals.collect()
}

fn at_stake(row: &Row) -> Vec<Goal<'_>> {
    let goals = row.at_stake.iter().map(|of| Goal {
        goal: &of.goal,
        name: &of.name,
        priority: Some(of.priority),
        points_at_risk: Some(points(of.points)),
        ..Goal::default()
    });
    goals.collect()
}

fn due(row: &Row) -> Vec<Goal<'_>> {
    let goals = row.due.iter().map(|of| Goal {
        goal: &of.goal,
        name: &of.name,
        reason: Some(reason(of.reason)),
        ..Goal::default()
    });
    goals.collect()
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Missed => "missed",
        Reason::PartlyMissed => "partly_missed",
        Reason::OutOfReach => "out_of_reach",
        Reason::Overdue(_) => "overdue",
        Reason::Behind => "behind",
    }
}

fn short(figure: Decimal) -> String {
    figure.normalize().to_string()
}
