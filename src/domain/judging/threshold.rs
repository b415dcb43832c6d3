//! Absolute and relative thresholds (docs/scoring.md, "Target"): a relative one is counted from a baseline.

use super::{Ground, Judgement};
use crate::domain::contract::{Baseline, BaselineChange, Threshold};
use crate::domain::number::{Decimal, TooLarge, product, sum};
use crate::domain::reported::Reported;
use crate::domain::trace::Step;

impl BaselineChange {
    /// The threshold that this change of `baseline` gives: baseline × (100 + p) / 100, or baseline + n.
    pub fn applied_to(self, baseline: Decimal) -> Result<Decimal, TooLarge> {
        match self {
            Self::Percent(percent) => {
                let hundredths = product(baseline, sum(Decimal::ONE_HUNDRED, percent)?)?;
                product(hundredths, Decimal::new(1, 2))
            }
            Self::Points(points) => sum(baseline, points),
        }
    }

    /// Whether the threshold is the baseline itself.
    pub fn is_none(self) -> bool {
        match self {
            Self::Percent(change) | Self::Points(change) => change.is_zero(),
        }
    }
}

/// The threshold as a figure, with the step that worked it out where it is relative. Without a baseline, or
/// where the figures do not fit, the judgement that follows.
pub(super) fn resolve(
    threshold: &Threshold,
    reported: &Reported,
    ground: Ground,
) -> Result<(Decimal, Vec<Step>), Box<Judgement>> {
    match *threshold {
        Threshold::Absolute(value) => Ok((value, Vec::new())),
        Threshold::Relative { baseline, change } => {
            let Some(baseline) = ground.baseline(baseline, reported) else {
                return Err(Box::new(Judgement::without_baseline()));
            };
            let threshold =
                change.applied_to(baseline).map_err(|error| Box::new(Judgement::too_large(error)))?;
            let step = Step::Threshold { baseline, change, threshold };
            Ok((threshold, if change.is_none() { Vec::new() } else { vec![step] }))
        }
    }
}

impl Ground<'_> {
    /// The figure of a rule, with the baseline that the assessment supplies where the contract has none; none without it.
    pub fn figure(self, figure: Threshold, reported: &Reported) -> Result<Option<Decimal>, TooLarge> {
        match figure {
            Threshold::Absolute(value) => Ok(Some(value)),
            Threshold::Relative { baseline, change } => {
                self.baseline(baseline, reported).map(|baseline| change.applied_to(baseline)).transpose()
            }
        }
    }

    /// The step that worked out a figure of a rule, where it is relative.
    pub fn figure_step(self, figure: Threshold, reported: &Reported) -> Option<Step> {
        let Threshold::Relative { baseline, change } = figure else { return None };
        let baseline = self.baseline(baseline, reported).filter(|_| !change.is_none())?;
        let threshold = change.applied_to(baseline).ok()?;
        Some(Step::Threshold { baseline, change, threshold })
    }
}

/// The contract's own baseline of a threshold.
pub(super) fn baseline_of(threshold: &Threshold) -> Option<Baseline> {
    match threshold {
        // An absolute threshold needs no baseline: its own figure stands for one.
        Threshold::Absolute(value) => Some(Baseline::Figure(*value)),
        Threshold::Relative { baseline, .. } => *baseline,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_relative_threshold_is_worked_out_exactly() {
        for (baseline, change, threshold) in [
            ("16.3", BaselineChange::Percent(n("-15")), "13.855"),
            ("2085", BaselineChange::Percent(n("-9.4")), "1889.01"),
            ("70", BaselineChange::Points(n("3")), "73"),
            ("3.7", BaselineChange::Points(n("0")), "3.7"),
            ("-5", BaselineChange::Percent(n("10")), "-5.5"),
        ] {
            assert_eq!(change.applied_to(n(baseline)), Ok(n(threshold)), "{baseline} {change:?}");
        }
    }
}
