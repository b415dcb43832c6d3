//! What stands around the goals: purposes, strategy, tables of development, units, outcomes, reporting.

use serde::{Deserialize, Serialize};

use super::{DateRange, Figure, GoalId};
use crate::domain::date::{Date, Period};
use crate::domain::number::Decimal;

/// What another place of the document says about the contract itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractStatement {
    /// The place.
    pub source: String,
    /// The contract's period there.
    pub period: Option<DateRange>,
    /// A remark.
    pub note: Option<String>,
}

/// An amount with its unit, such as 84,5 mio. kr.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// How much.
    pub value: Decimal,
    /// Of what.
    pub unit: String,
}

/// A purpose that money is granted for, with the goals that serve it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The grant.
    pub appropriation: Option<Amount>,
    /// Kinds of work under it.
    pub products: Vec<String>,
    /// The goals that serve it.
    pub goals: Vec<GoalId>,
    /// Aims that the document names here and that the contract has no goal for.
    pub other_goals: Vec<OtherGoal>,
    /// Where the document has it.
    pub source: Option<String>,
}

/// An aim that is named but not scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherGoal {
    /// What it is.
    pub title: String,
    /// Where the document has it.
    pub source: Option<String>,
}

/// One purpose of the strategy map with its means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strategy {
    /// Its identifier.
    pub id: String,
    /// The purpose.
    pub title: String,
    /// Where the document has it.
    pub source: Option<String>,
    /// The means to it.
    pub means: Vec<Means>,
}

/// A means of the strategy map with the goals under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Means {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The goals under it.
    pub goals: Vec<GoalId>,
}

/// A table of development.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Its identifier.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Where the document has it.
    pub source: Option<String>,
    /// The goal that it belongs to.
    pub goal: Option<GoalId>,
    /// What the figures count.
    pub unit: Option<String>,
    /// The figures.
    pub series: Vec<Figure>,
    /// What the document says elsewhere about the span of the table, such as in its caption.
    pub also_stated: Vec<TrendStatement>,
}

/// What another place says about the span of a trend table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendStatement {
    /// The place.
    pub source: String,
    /// The first period there.
    pub from: Period,
    /// The last period there.
    pub to: Period,
}

/// A unit (enhed) that the contract covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoveredUnit {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub title: String,
}

/// Something that the contract expects of the whole and that gives no points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedOutcome {
    /// Its identifier.
    pub id: String,
    /// What is expected.
    pub title: String,
    /// The goal that it belongs to.
    pub goal: Option<GoalId>,
    /// How much is expected, where stated.
    pub value: Option<Decimal>,
    /// What the figure counts.
    pub unit: Option<String>,
    /// Where the document has it.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// What kind of duty it is to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// A status on the way.
    Status,
    /// A final report.
    Report,
    /// A duty to inform when something happens.
    Notice,
}

/// A duty to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What kind of duty it is, where stated.
    pub kind: Option<ReportKind>,
    /// When it is due, where stated.
    pub date: Option<Date>,
    /// Where the document has it.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}
