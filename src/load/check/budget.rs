//! Lines of the budget whose parts are together more than the line.

use std::collections::HashMap;

use super::Findings;
use crate::domain::contract::{Budget, BudgetLine, LineId};
use crate::domain::date::Period;
use crate::domain::number::{Decimal, sum};
use crate::load::diagnostic::Imbalance;
use crate::load::path::JsonPath;

/// What the parts of each line are together in each period. A sum that does not fit is left out.
type Parts<'b> = HashMap<(&'b LineId, Period), Option<Decimal>>;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some(budget) = &found.contract.budget else { return };
    let parts = parts(budget);
    for (index, line) in budget.lines.iter().enumerate() {
        let path = JsonPath::root().key("budget").key("lines").index(index).key("values");
        whole(found, budget, line, &parts, &path);
    }
}

fn parts(budget: &Budget) -> Parts<'_> {
    let mut parts = Parts::new();
    for line in &budget.lines {
        let Some(of) = &line.part_of else { continue };
        for figure in &line.values {
            let Some(value) = figure.value else { continue };
            let so_far = parts.entry((of, figure.period)).or_insert(Some(Decimal::ZERO));
            *so_far = so_far.and_then(|so_far| sum(so_far, value).ok());
        }
    }
    parts
}

fn whole(
    found: &mut Findings<'_, '_>,
    budget: &Budget,
    line: &BudgetLine,
    parts: &Parts<'_>,
    path: &JsonPath,
) {
    let Some(id) = &line.id else { return };
    for (index, figure) in line.values.iter().enumerate() {
        let own = parts.get(&(id, figure.period)).copied().flatten();
        let (Some(value), Some(parts)) = (figure.value, own) else { continue };
        if exceeds(parts, value) {
            let place = figure.source.as_ref().or(line.source.as_ref()).or(budget.source.as_ref());
            let what = Imbalance::PartsExceed {
                title: line.title.clone(),
                period: figure.period,
                value,
                parts,
                place: place.cloned(),
            };
            found.imbalance(path.clone().index(index).key("value"), what);
        }
    }
}

/// Whether parts are more than the whole, which may be an income and so below zero.
pub(super) fn exceeds(parts: Decimal, whole: Decimal) -> bool {
    if whole.is_sign_negative() { parts < whole } else { parts > whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_exceed_a_whole_on_its_own_side_of_zero() {
        for (parts, whole, expected) in [
            ("116.2", "116.2", false),
            ("116.3", "116.2", true),
            ("-5", "116.2", false),
            ("-10.5", "-10.5", false),
            ("-10.6", "-10.5", true),
            ("-9", "-10.5", false),
            ("0.1", "0", true),
        ] {
            let n = |text: &str| text.parse::<Decimal>().unwrap();
            assert_eq!(exceeds(n(parts), n(whole)), expected, "{parts} of {whole}");
        }
    }
}
