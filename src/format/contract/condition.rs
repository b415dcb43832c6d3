//! A condition on what was reached: docs/format.md, "A condition".

use std::collections::BTreeSet;

use crate::domain::contract::{Condition, GoalId};
use crate::domain::number::Decimal;
use crate::findings::ShapeFault;
use crate::format::fields::Fields;
use crate::format::json::Node;
use crate::format::log::Log;
use crate::format::scalar::{id, points, share, whole};
use crate::small::{map_of, set_of};

/// What each kind of condition is called.
const KINDS: [&str; 5] = ["fraction_below", "points_below", "not_met", "rated_lowest", "fewer_met_than"];

/// One kind of condition. That its goals are there is for [`super::references()`] to say.
pub(super) fn condition(value: &Node<'_>, log: &mut Log<'_>) -> Option<Condition> {
    let mut fields = Fields::with_any_keys(value, log)?;
    let mut stated = KINDS.into_iter().filter(|kind| fields.get(kind).is_some());
    let (kind, second) = (stated.next(), stated.next());
    fields.check_keys(&[&KINDS, &["goals"]]);
    let Some(kind) = kind else {
        fields.log.report(value.pointer(), ShapeFault::Missing { key: "not_met" });
        return None;
    };
    if let Some(second) = second {
        fields.either(kind, second);
        return None;
    }
    if kind != "fewer_met_than" {
        fields.either(kind, "goals");
    }
    match kind {
        "fraction_below" => fields.required(kind, share).map(Condition::FractionBelow),
        "points_below" => fields.required(kind, points).map(Condition::PointsBelow),
        "not_met" => Some(Condition::NotMet(goals(&mut fields, kind))),
        "rated_lowest" => {
            let goals = fields.list(kind, id).into_iter().map(|goal| (goal, Decimal::ZERO));
            Some(Condition::RatedLowest(map_of(goals)))
        }
        _ => {
            let count = fields.required(kind, |value, log| whole(value, [0, 10_000], log));
            fields.needed("goals");
            let goals = goals(&mut fields, "goals");
            Some(Condition::FewerMetThan { count: count?, goals })
        }
    }
}

fn goals(fields: &mut Fields<'_, '_, '_>, key: &str) -> BTreeSet<GoalId> {
    set_of(fields.list(key, id))
}
