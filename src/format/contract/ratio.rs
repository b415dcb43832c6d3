//! A result from two counts, in and out: docs/format.md, "A goal".

use crate::domain::contract::Ratio;
use crate::format::fields::Fields;
use crate::format::json::{Exact, Node, written};
use crate::format::log::Log;
use crate::format::scalar::{name, truth, whole};

/// What is counted above and below the line. Whole numbers unless it says decimals; no percent unless it says so.
pub(super) fn ratio(value: &Node<'_>, log: &mut Log<'_>) -> Option<Box<Ratio>> {
    let mut fields = Fields::with_keys(value, &["numerator", "denominator", "decimals", "percent"], log)?;
    let (numerator, denominator) = (fields.required("numerator", name), fields.required("denominator", name));
    let decimals = fields.optional("decimals", |value, log| whole(value, [0, 6], log)).unwrap_or_default();
    let is_percent = fields.optional("percent", truth).unwrap_or_default();
    Some(Box::new(Ratio { numerator: numerator?, denominator: denominator?, decimals, is_percent }))
}

written!(Ratio, ratio => {
    "numerator": Some(&ratio.numerator),
    "denominator": Some(&ratio.denominator),
    "decimals": Some(Exact(ratio.decimals.into())),
    "percent": Some(ratio.is_percent),
});
