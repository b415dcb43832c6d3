//! Totals that are stated with what they are made of, and do not add up.

use super::Findings;
use super::budget::exceeds;
use crate::domain::number::{Decimal, sum};
use crate::findings::{BudgetFinding, JsonPath};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for (index, stated) in found.contract.sums.iter().enumerate() {
        let parts = stated.parts_among(&found.contract.purposes);
        let together = parts.iter().try_fold(Decimal::ZERO, |so_far, part| sum(so_far, part.value));
        // A total without parts says nothing that could be added up.
        let (Ok(parts), false) = (together, parts.is_empty()) else { continue };
        let differs = if stated.complete { parts != stated.total } else { exceeds(parts, stated.total) };
        if differs {
            let (title, place) = (stated.title.clone(), stated.source.clone());
            let (total, complete) = (stated.total, stated.complete);
            let path = JsonPath::root().key("sums").index(index).key("total");
            found.report(path, BudgetFinding::SumDiffers { title, total, parts, complete, place });
        }
    }
}
