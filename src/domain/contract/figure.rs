//! What was reached, or is aimed at, in a period.

use crate::domain::date::Period;
use crate::domain::number::Decimal;

/// A figure of a period: a result of the past or a guideline for the future.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The period that it belongs to.
    pub period: Period,
    /// The figure; `None` where it is not fixed or cannot be read as a number.
    pub value: Option<Decimal>,
    /// The figure as the document prints it, where that is no number.
    pub stated: Option<String>,
    /// Where the document has it.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}
