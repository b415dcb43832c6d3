//! Deadlines outside the contract's period.

use super::{Findings, Scored, part_name};
use crate::domain::contract::DateRange;
use crate::domain::contract::Target;
use crate::domain::date::Date;
use crate::findings::{JsonPath, PeriodFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some(period) = found.contract.period else { return };
    for Scored { target, goal, .. } in found.scored {
        let place = goal.source.as_deref();
        visit(found, (period, place), goal.name(), &goal.target, target);
    }
}

fn visit(
    found: &mut Findings<'_, '_>,
    (period, place): (DateRange, Option<&str>),
    name: &str,
    target: &Target,
    path: &JsonPath,
) {
    let mut deadline = |name: &str, date: Date, path: JsonPath| {
        if date < period.from || date > period.to {
            let (name, place) = (name.to_owned(), place.map(str::to_owned));
            found.report(path, PeriodFinding::DeadlineOutsidePeriod { name, date, period, place });
        }
    };
    match target {
        Target::By(date) => deadline(name, *date, path.clone().key("date")),
        Target::Assessed { criteria } => {
            for (index, criterion) in criteria.iter().enumerate() {
                if let Some(date) = criterion.deadline {
                    let path = path.clone().key("criteria").index(index).key("deadline");
                    deadline(&format!("{name} › {}", criterion.title), date, path);
                }
            }
        }
        Target::AllOf(parts) | Target::AnyOf(parts) => {
            for (index, part) in parts.iter().enumerate() {
                let path = path.clone().key("parts").index(index);
                visit(found, (period, place), &part_name(name, part), &part.target, &path);
            }
        }
        _ => {}
    }
}
