//! `unchanged`: the result within the tolerance of its baseline, to either side.

use super::{Ground, Judgement};
use crate::domain::contract::Baseline;
use crate::domain::number::{Decimal, difference};
use crate::domain::reported::Reported;
use crate::domain::trace::{Step, Verdict};

pub(super) fn judge(
    stated: Option<Baseline>,
    tolerance: Decimal,
    reported: &Reported,
    ground: Ground,
) -> Judgement {
    let Some(baseline) = ground.baseline(stated, reported) else {
        return Judgement::without_baseline();
    };
    let mut judgement = match reported.value.map(|value| (value, difference(value, baseline))) {
        Some((value, Ok(distance))) => {
            let holds = distance.abs() <= tolerance;
            Judgement::settled(holds, Step::Unchanged { value, baseline, tolerance, holds })
        }
        Some((_, Err(error))) => Judgement::too_large(error),
        None => Judgement::unsettled(Verdict::Open, vec![Step::NoResult]),
    };
    judgement.faults.extend(ground.superfluous_baseline(stated, reported));
    judgement
}
