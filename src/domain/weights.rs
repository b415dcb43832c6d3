//! The weights as they count, after the weights of lapsed goals were shared out or lost.

use super::contract::{Contract, LapsedRule, Weight};
use super::number::{Decimal, Points, TooLarge, multiply_divide, proportion, quotient};
use crate::small::sort_by_key;

/// The weight of each goal as it counts (docs/scoring.md, "Lapsed goals"), in the contract's order. `lapsed` says
/// which goals have lapsed.
///
/// Under [`LapsedRule::Redistribute`] (the default) the remaining goals share the lapsed weights in proportion to
/// their maxima. Largest remainders and the contract's order settle the last decimal, so the sum stays the same. A
/// range's minimum scales by the same factor.
///
/// Under [`LapsedRule::Zero`] every goal keeps its own weight and the lapsed ones are lost; so they are where nothing
/// remains to take them. Weights beyond [`Points::MOST`] cannot be shared out: [`TooLarge`].
pub fn effective_weights(contract: &Contract, lapsed: &[bool]) -> Result<Vec<Option<Weight>>, TooLarge> {
    let own: Vec<Option<Weight>> = contract.goals.iter().map(|goal| goal.weight).collect();
    let moves = contract.lapsed != Some(LapsedRule::Zero) && lapsed.contains(&true);
    if contract.points.is_none() || !moves {
        return Ok(own);
    }
    let maxima = own.iter().map(|weight| weight.map_or(Ok(Points::default()), |own| own.max().within_most()));
    let maxima = maxima.collect::<Result<Vec<Points>, _>>()?;
    let kept = maxima.iter().zip(lapsed).map(|(max, lapsed)| if *lapsed { Points::default() } else { *max });
    let kept: Vec<Points> = kept.collect();
    let whole = |points: &[Points]| points.iter().fold(Points::default(), |sum, points| sum + *points).0;
    let (total, remaining) = (whole(&maxima), whole(&kept));
    if remaining.is_zero() {
        return Ok(own);
    }
    let decimals = contract.decimals();
    let shares = apportion(total, &kept, decimals)?;
    own.iter()
        .zip(lapsed)
        .zip(shares)
        .map(|((weight, lapsed), max)| match weight {
            Some(weight) if *lapsed => Ok(Some(lapsed_weight(*weight))),
            Some(Weight::Fixed(_)) => Ok(Some(Weight::Fixed(max))),
            Some(Weight::Range { min, .. }) => {
                let min = Points(proportion(min.0, total, remaining, decimals)?);
                Ok(Some(Weight::Range { min, max }))
            }
            None => Ok(None),
        })
        .collect()
}

/// Nothing is left of a lapsed goal's weight once the others have taken it over.
fn lapsed_weight(weight: Weight) -> Weight {
    match weight {
        Weight::Fixed(_) => Weight::Fixed(Points::default()),
        Weight::Range { .. } => Weight::Range { min: Points::default(), max: Points::default() },
    }
}

/// The contract with the same weight for every goal, 1,000 points together: a labelled view of an unweighted
/// contract, never its result.
pub fn with_equal_weights(contract: &Contract) -> Result<Contract, TooLarge> {
    let total = Decimal::ONE_THOUSAND;
    let equal = vec![Points(Decimal::ONE); contract.goals.len()];
    let shares = if equal.is_empty() { Vec::new() } else { apportion(total, &equal, 2)? };
    let mut view = contract.clone();
    view.points = Some(super::contract::PointSystem { total: Points(total), decimals: 2 });
    for (goal, share) in view.goals.iter_mut().zip(shares) {
        std::rc::Rc::make_mut(goal).weight = Some(Weight::Fixed(share));
    }
    Ok(view)
}

/// The weights that make the contract's total together, each in proportion to what it is; of a range its maximum. `None`
/// where no goal weighs anything or the points are too large.
pub fn fitted_to_total(contract: &Contract) -> Option<Vec<Option<Weight>>> {
    let total = contract.points?.total.0;
    let own = contract.goals.iter().map(|goal| goal.weight);
    let maxima =
        own.clone().map(|weight| weight.map_or(Ok(Points::default()), |own| own.max().within_most()));
    let maxima = maxima.collect::<Result<Vec<Points>, _>>().ok()?;
    if maxima.iter().all(|most| most.0.is_zero()) {
        return None;
    }
    let shares = apportion(total, &maxima, contract.decimals()).ok()?;
    let fitted = own.zip(shares).map(|(weight, share)| match weight? {
        Weight::Fixed(_) => Some(Weight::Fixed(share)),
        Weight::Range { min, .. } => Some(Weight::Range { min: min.min(share), max: share }),
    });
    Some(fitted.collect())
}

/// Shares `total` out in proportion to `parts`, which are 0 or above and not all 0. Whole units of the last decimal
/// go by largest remainder, ties in order.
fn apportion(total: Decimal, parts: &[Points], decimals: u32) -> Result<Vec<Points>, TooLarge> {
    let whole = units(total, decimals)?;
    let parts = parts.iter().map(|part| units(part.0, decimals)).collect::<Result<Vec<u128>, _>>()?;
    let sum = parts.iter().try_fold(0_u128, |sum, part| sum.checked_add(*part)).ok_or(TooLarge)?;
    let mut shares = Vec::with_capacity(parts.len());
    let mut missing = whole;
    for (order, part) in parts.into_iter().enumerate() {
        let (floor, rest) = multiply_divide(part, whole, sum)?;
        missing = missing.saturating_sub(floor);
        shares.push((floor, rest, order));
    }
    sort_by_key(&mut shares, |(_, rest, order)| (std::cmp::Reverse(*rest), *order));
    for (floor, ..) in &mut shares {
        if missing > 0 {
            *floor += 1;
            missing -= 1;
        }
    }
    sort_by_key(&mut shares, |(.., order)| *order);
    let points = |units: u128| {
        let units = i128::try_from(units).map_err(|_| TooLarge)?;
        let value = Decimal::try_from_i128_with_scale(units, decimals).map_err(|_| TooLarge)?;
        Ok(Points(value.normalize()))
    };
    shares.into_iter().map(|(units, ..)| points(units)).collect()
}

/// The whole number of units of the last decimal in a value of 0 or above.
fn units(value: Decimal, decimals: u32) -> Result<u128, TooLarge> {
    let mut value = quotient(value, Decimal::ONE, decimals)?;
    value.rescale(decimals);
    if value.scale() == decimals {
        u128::try_from(value.mantissa()).map_err(|_| TooLarge)
    } else {
        Err(TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_largest_remainders_take_what_rounding_leaves() {
        for (total, parts, decimals, expected) in [
            ("1000", vec!["1", "1", "1"], 2, vec!["333.34", "333.33", "333.33"]),
            ("100", vec!["50", "0", "25"], 0, vec!["67", "0", "33"]),
            ("10", vec!["3", "3", "4"], 2, vec!["3", "3", "4"]),
            ("1", vec!["1", "2", "4"], 1, vec!["0.1", "0.3", "0.6"]),
            // The products of these have 36 digits.
            (
                "1999999999999999",
                vec!["500000000000000.25", "999999999999999"],
                6,
                vec!["666666666666667.000000", "1333333333333332.000000"],
            ),
        ] {
            let points = |texts: Vec<&str>| texts.into_iter().map(|text| Points(n(text))).collect::<Vec<_>>();
            let (parts, expected) = (points(parts), points(expected));
            assert_eq!(apportion(n(total), &parts, decimals), Ok(expected));
        }
    }
}
