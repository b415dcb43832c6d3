//! The rules turned round: from a share to the mildest result that earns it.

use super::need::Need;
use super::up;
use crate::domain::contract::{Between, ScaleStep};
use crate::domain::number::{Decimal, Share, difference, product, sum};
use crate::domain::target::Relation;

/// `linear`: `zero_at` + share × (target − `zero_at`).
pub(super) fn limit_of_linear(
    relation: Relation,
    zero_at: Decimal,
    target: Decimal,
    share: Share,
    decimals: u32,
) -> Option<Need> {
    let way = product(share.numerator(), difference(target, zero_at).ok()?).ok()?;
    let above = sum(product(zero_at, share.denominator()).ok()?, way).ok()?;
    limit(relation.falls(), above, share.denominator(), decimals)
}

/// `proportional`: share × target, or target / share for an at-most.
pub(super) fn limit_of_proportional(
    relation: Relation,
    target: Decimal,
    share: Share,
    decimals: u32,
) -> Option<Need> {
    let (above, below) = (share.numerator(), share.denominator());
    if relation.falls() {
        return limit(true, product(target, below).ok()?, above, decimals);
    }
    limit(false, product(target, above).ok()?, below, decimals)
}

/// `scale`: the first step that gives the share, or where the line that leads up to it does.
pub(super) fn limit_of_scale(
    steps: &[ScaleStep],
    between: Between,
    wanted: Share,
    decimals: u32,
) -> Option<Need> {
    let falls = matches!(steps, [first, .., last] if first.at > last.at);
    let gives = |step: &ScaleStep| Share::decimal(step.share).reaches(wanted).unwrap_or_default();
    let index = steps.iter().position(gives)?;
    let upper = steps.get(index)?;
    let lower = index.checked_sub(1).and_then(|before| steps.get(before));
    let (Some(lower), Between::Linear) = (lower, between) else {
        return limit(falls, upper.at, Decimal::ONE, decimals);
    };
    // at = a0 + (wanted − s0) / (s1 − s0) × (a1 − a0), as one fraction.
    let missing = difference(wanted.numerator(), product(lower.share, wanted.denominator()).ok()?).ok()?;
    let below = product(difference(upper.share, lower.share).ok()?, wanted.denominator()).ok()?;
    let way = product(missing, difference(upper.at, lower.at).ok()?).ok()?;
    limit(falls, sum(product(lower.at, below).ok()?, way).ok()?, below, decimals)
}

/// A result of `above / below` or better, rounded to the better side.
fn limit(falls: bool, above: Decimal, below: Decimal, decimals: u32) -> Option<Need> {
    let (relation, value) = if falls {
        (Relation::AtMost, -up(-above, below, decimals)?)
    } else {
        (Relation::AtLeast, up(above, below, decimals)?)
    };
    Some(Need::Limit { relation, value })
}
