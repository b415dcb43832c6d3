//! The rules turned round: from a share to the mildest result that earns it.

use super::need::Need;
use crate::domain::contract::Relation;
use crate::domain::contract::{Between, ScaleStep};
use crate::domain::number::{Decimal, Share, difference, product, quotient_up, sum};

/// `linear`: `zero_at` + share × (target − `zero_at`). `None` where `zero_at` is on the wrong side of the target.
pub(super) fn limit_of_linear(
    relation: Relation,
    zero_at: Decimal,
    target: Decimal,
    share: Share,
    decimals: u32,
) -> Option<Need> {
    if !relation.is_worse(zero_at, target) {
        return None;
    }
    let way = product(share.numerator(), difference(target, zero_at).ok()?).ok()?;
    let above = sum(product(zero_at, share.denominator()).ok()?, way).ok()?;
    limit_at(relation.falls(), above, share.denominator(), decimals)
}

/// `proportional`: share × target, or target / share for an at-most. `None` where the target is not positive.
pub(super) fn limit_of_proportional(
    relation: Relation,
    target: Decimal,
    share: Share,
    decimals: u32,
) -> Option<Need> {
    if target <= Decimal::ZERO {
        return None;
    }
    let (above, below) = (share.numerator(), share.denominator());
    if relation.falls() {
        return limit_at(true, product(target, below).ok()?, above, decimals);
    }
    limit_at(false, product(target, above).ok()?, below, decimals)
}

/// `scale`: the first step that gives the share, or where the line that leads up to it does.
pub(super) fn limit_of_scale(
    figures: &[Decimal],
    steps: &[ScaleStep],
    between: Between,
    wanted: Share,
    decimals: u32,
) -> Option<Need> {
    let falls = matches!(figures, [first, .., last] if first > last);
    let figure = |index: usize| figures.get(index).copied();
    let gives = |step: &ScaleStep| Share::decimal(step.share).reaches(wanted).unwrap_or_default();
    let index = steps.iter().position(gives)?;
    let (upper, upper_at) = (steps.get(index)?, figure(index)?);
    let lower = index.checked_sub(1).and_then(|before| steps.get(before).zip(figure(before)));
    let (Some((lower, lower_at)), Between::Linear) = (lower, between) else {
        return limit_at(falls, upper_at, Decimal::ONE, decimals);
    };
    // at = a0 + (wanted − s0) / (s1 − s0) × (a1 − a0), as one fraction.
    let missing = difference(wanted.numerator(), product(lower.share, wanted.denominator()).ok()?).ok()?;
    let below = product(difference(upper.share, lower.share).ok()?, wanted.denominator()).ok()?;
    let way = product(missing, difference(upper_at, lower_at).ok()?).ok()?;
    limit_at(falls, sum(product(lower_at, below).ok()?, way).ok()?, below, decimals)
}

/// A result of `above / below` or better, rounded to the better side.
fn limit_at(falls: bool, above: Decimal, below: Decimal, decimals: u32) -> Option<Need> {
    let (relation, value) = if falls {
        (Relation::AtMost, -quotient_up(-above, below, decimals).ok()?)
    } else {
        (Relation::AtLeast, quotient_up(above, below, decimals).ok()?)
    };
    Some(Need::Limit { relation, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_cannot_score_its_target_names_no_result() {
        let (half, target) = (Share::fraction(Decimal::ONE, Decimal::TWO).unwrap(), Decimal::from(270));
        let linear = |relation, zero_at| limit_of_linear(relation, Decimal::from(zero_at), target, half, 0);
        let at = |relation, value| Some(Need::Limit { relation, value: Decimal::from(value) });
        assert_eq!(linear(Relation::AtMost, 300), at(Relation::AtMost, 285));
        assert_eq!(linear(Relation::AtMost, 0), None);
        assert_eq!(linear(Relation::AtLeast, 270), None);
        let proportional = |target| limit_of_proportional(Relation::AtLeast, Decimal::from(target), half, 0);
        assert_eq!(proportional(270), at(Relation::AtLeast, 135));
        assert_eq!(proportional(0), None);
    }
}
