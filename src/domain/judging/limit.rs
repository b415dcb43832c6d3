//! `at_most`, `at_least`, `below`, `above`: the result against one threshold.

use super::threshold::{baseline_of, resolve};
use super::{Ground, Judgement};
use crate::domain::contract::{Relation, Threshold};
use crate::domain::number::Decimal;
use crate::domain::reported::Reported;
use crate::domain::trace::{Step, Verdict};

impl Relation {
    /// Whether a result holds against a threshold. `AtMost` and `AtLeast` include it, `Below` and `Above`
    /// do not.
    pub fn holds(self, value: Decimal, threshold: Decimal) -> bool {
        match self {
            Self::AtMost => value <= threshold,
            Self::AtLeast => value >= threshold,
            Self::Below => value < threshold,
            Self::Above => value > threshold,
        }
    }

    /// Whether a result is worse than another: higher where smaller results are better, else lower.
    pub fn is_worse(self, value: Decimal, than: Decimal) -> bool {
        if self.falls() { value > than } else { value < than }
    }

    /// Whether smaller results are better.
    pub fn falls(self) -> bool {
        matches!(self, Self::AtMost | Self::Below)
    }
}

pub(super) fn judge(
    relation: Relation,
    threshold: &Threshold,
    reported: &Reported,
    ground: Ground,
) -> Judgement {
    let (limit, steps) = match resolve(threshold, reported, ground) {
        Ok(resolved) => resolved,
        Err(judgement) => return *judgement,
    };
    let mut judgement = match reported.value {
        Some(value) => {
            let holds = relation.holds(value, limit);
            Judgement::settled(holds, Step::Limit { value, relation, threshold: limit, holds })
        }
        None => Judgement::unsettled(Verdict::Open, vec![Step::NoResult]),
    };
    judgement.threshold = Some(limit);
    judgement.faults.extend(ground.superfluous_baseline(baseline_of(threshold), reported));
    judgement.with_earlier_steps(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_threshold_and_one_step_to_either_side() {
        let n = |text: &str| text.parse::<Decimal>().unwrap();
        for (relation, under, at, over) in [
            (Relation::AtMost, true, true, false),
            (Relation::AtLeast, false, true, true),
            (Relation::Below, true, false, false),
            (Relation::Above, false, false, true),
        ] {
            for (value, expected) in [("26674.999999999", under), ("26675.0", at), ("26675.000000001", over)]
            {
                assert_eq!(relation.holds(n(value), n("26675")), expected, "{value} {relation:?}");
            }
        }
    }
}
