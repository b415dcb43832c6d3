//! The weights as they count, after the weights of lapsed goals were shared out or lost.

use super::contract::{Contract, LapsedRule, Weight};
use super::number::{Decimal, Points, TooLarge, product, quotient};
use super::order::sort_by_key;

/// The weight of each goal as it counts, in the contract's order; `lapsed` says which goals have lapsed.
///
/// Under [`LapsedRule::Redistribute`] (the default) the goals that remain share the lapsed weights in
/// proportion to their own maxima, by largest remainder, ties in the contract's order: the sum stays the
/// same. A range's minimum scales by the same factor. Under [`LapsedRule::Zero`], or when nothing remains to
/// take the weight, every goal keeps its own and the lapsed ones are lost.
pub fn effective(contract: &Contract, lapsed: &[bool]) -> Result<Vec<Option<Weight>>, TooLarge> {
    let own: Vec<Option<Weight>> = contract.goals.iter().map(|goal| goal.weight).collect();
    let moves = contract.lapsed != Some(LapsedRule::Zero) && lapsed.contains(&true);
    if contract.points.is_none() || !moves {
        return Ok(own);
    }
    let maxima = own.iter().map(|weight| weight.map_or(Decimal::ZERO, |weight| weight.max().0));
    let kept: Vec<Decimal> =
        maxima.zip(lapsed).map(|(max, lapsed)| if *lapsed { Decimal::ZERO } else { max }).collect();
    let total = own.iter().flatten().map(|weight| weight.max().0).sum();
    let remaining: Decimal = kept.iter().sum();
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
            Some(Weight::Fixed(_)) => Ok(Some(Weight::Fixed(Points(max)))),
            Some(Weight::Range { min, .. }) => {
                let min = Points(quotient(product(min.0, total)?, remaining, decimals)?);
                Ok(Some(Weight::Range { min, max: Points(max) }))
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
    let equal = vec![Decimal::ONE; contract.goals.len()];
    let shares = if equal.is_empty() { Vec::new() } else { apportion(total, &equal, 2)? };
    let mut view = contract.clone();
    view.points = Some(super::contract::PointSystem { total: Points(total), decimals: 2 });
    for (goal, share) in view.goals.iter_mut().zip(shares) {
        std::rc::Rc::make_mut(goal).weight = Some(Weight::Fixed(Points(share)));
    }
    Ok(view)
}

/// `total` shared out in proportion to `parts` (not all zero), in whole units of the last decimal, by largest
/// remainder, ties in order.
fn apportion(total: Decimal, parts: &[Decimal], decimals: u32) -> Result<Vec<Decimal>, TooLarge> {
    let units =
        |value: Decimal| quotient(value, Decimal::ONE, decimals).map(|value| rescaled(value, decimals));
    let whole = units(total)?;
    let parts = parts.iter().map(|part| units(*part)).collect::<Result<Vec<i128>, _>>()?;
    let sum: i128 = parts.iter().sum();
    let mut shares = Vec::with_capacity(parts.len());
    for (order, part) in parts.iter().enumerate() {
        let scaled = part.checked_mul(whole).ok_or(TooLarge)?;
        let floor = scaled.checked_div(sum).ok_or(TooLarge)?;
        shares.push((floor, scaled.checked_rem(sum).ok_or(TooLarge)?, order));
    }
    let mut missing = whole - shares.iter().map(|(floor, ..)| floor).sum::<i128>();
    sort_by_key(&mut shares, |(_, rest, order)| (std::cmp::Reverse(*rest), *order));
    for (floor, ..) in &mut shares {
        if missing > 0 {
            *floor += 1;
            missing -= 1;
        }
    }
    sort_by_key(&mut shares, |(.., order)| *order);
    let decimal = |units: i128| Decimal::try_from_i128_with_scale(units, decimals).map_err(|_| TooLarge);
    shares.into_iter().map(|(units, ..)| decimal(units).map(|value| value.normalize())).collect()
}

/// The whole number of units of the last decimal in a value that has no more than `decimals`.
fn rescaled(mut value: Decimal, decimals: u32) -> i128 {
    value.rescale(decimals);
    value.mantissa()
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
        ] {
            let parts: Vec<_> = parts.into_iter().map(n).collect();
            let expected: Vec<_> = expected.into_iter().map(n).collect();
            assert_eq!(apportion(n(total), &parts, decimals), Ok(expected));
        }
    }
}
