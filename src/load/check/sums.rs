//! Totals that are stated with what they are made of, and do not add up.

use super::Findings;
use super::budget::exceeds;
use crate::domain::contract::{Contract, Sum, SumParts};
use crate::domain::number::{Decimal, sum};
use crate::load::diagnostic::Imbalance;
use crate::load::path::JsonPath;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for (index, stated) in found.contract.sums.iter().enumerate() {
        let values = values(found.contract, stated);
        let together = values.iter().try_fold(Decimal::ZERO, |so_far, value| sum(so_far, *value));
        // A total without parts says nothing that could be added up.
        let (Ok(parts), false) = (together, values.is_empty()) else { continue };
        let differs = if stated.complete { parts != stated.total } else { exceeds(parts, stated.total) };
        if differs {
            let (title, place) = (stated.title.clone(), stated.source.clone());
            let (total, complete) = (stated.total, stated.complete);
            let path = JsonPath::root().key("sums").index(index).key("total");
            found.imbalance(path, Imbalance::SumDiffers { title, total, parts, complete, place });
        }
    }
}

/// What a total is made of. Of the appropriations those count that have its unit; all, where it names none.
fn values(contract: &Contract, stated: &Sum) -> Vec<Decimal> {
    match &stated.parts {
        SumParts::Stated(parts) => parts.iter().map(|part| part.value).collect(),
        SumParts::Appropriations => {
            let grants = contract.purposes.iter().filter_map(|purpose| purpose.appropriation.as_ref());
            let own = grants.filter(|grant| stated.unit.as_ref().is_none_or(|unit| *unit == grant.unit));
            own.map(|grant| grant.value).collect()
        }
    }
}
