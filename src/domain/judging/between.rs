//! `between`: the result within two thresholds, both included.

use super::threshold::{baseline_of, resolve};
use super::{Ground, Judgement};
use crate::domain::contract::Threshold;
use crate::domain::reported::Reported;
use crate::domain::trace::{Step, Verdict};

pub(super) fn judge(min: &Threshold, max: &Threshold, reported: &Reported, ground: Ground) -> Judgement {
    let (low, high) = match (resolve(min, reported, ground), resolve(max, reported, ground)) {
        (Ok(low), Ok(high)) => (low, high),
        (Err(judgement), _) | (_, Err(judgement)) => return *judgement,
    };
    let ((min_value, mut steps), (max_value, more)) = (low, high);
    steps.extend(more);
    let mut judgement = match reported.value {
        Some(value) => {
            let holds = min_value <= value && value <= max_value;
            Judgement::settled(holds, Step::Between { value, min: min_value, max: max_value, holds })
        }
        None => Judgement::unsettled(Verdict::Open, vec![Step::NoResult]),
    };
    // A baseline is of use as long as either end still waits for one.
    let superfluous = ground.superfluous_baseline(baseline_of(min), reported);
    judgement
        .faults
        .extend(superfluous.and_then(|_| ground.superfluous_baseline(baseline_of(max), reported)));
    judgement.with_earlier_steps(steps)
}
