//! Targets and rules that the contract's own history makes impossible. What figures alone make impossible is
//! found while the contract is read; these wait until the history is known.

use super::{Findings, Scored};
use crate::domain::contract::Rule;
use crate::domain::contract::{Baseline, Target, Threshold};
use crate::domain::judging::Ground;
use crate::domain::number::Decimal;

use crate::findings::{JsonPath, RuleFault};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for Scored { path, target: target_path, goal } in found.scored {
        let ground = Ground::of(goal, None);
        reversed(found, &goal.target, ground, target_path);
        let (Some(rule), Target::Limit { relation, threshold }) = (&goal.scoring, &goal.target) else {
            continue;
        };
        let Threshold::Relative { baseline: Some(Baseline::Of(_)), .. } = threshold else { continue };
        let Some(target) = ground.threshold(threshold) else { continue };
        let at = || path.clone().key("scoring");
        match *rule {
            Rule::Linear { zero_at, .. } if !relation.is_worse(zero_at, target) => {
                found.report(at().key("zero_at"), RuleFault::ZeroAtOnWrongSide { zero_at, target });
            }
            Rule::Proportional { .. } if target <= Decimal::ZERO => {
                found.report(at().key("rule"), RuleFault::TargetNotPositive { target });
            }
            _ => {}
        }
    }
}

/// A range whose lowest end comes out above its highest.
fn reversed(found: &mut Findings<'_, '_>, target: &Target, ground: Ground<'_>, path: &JsonPath) {
    match target {
        Target::Between { min, max } => {
            let ends = ground.threshold(min).zip(ground.threshold(max));
            if let Some((min, max)) = ends.filter(|(min, max)| min > max) {
                found.report(path.clone().key("min"), RuleFault::MinAboveMax { min, max });
            }
        }
        Target::AllOf(parts) | Target::AnyOf(parts) => {
            for (index, part) in parts.iter().enumerate() {
                let path = path.clone().key("parts").index(index);
                reversed(found, &part.target, ground.of_part(part), &path);
            }
        }
        _ => {}
    }
}
