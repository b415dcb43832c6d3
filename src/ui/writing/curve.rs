//! Works out what a goal earns over the results that it may have: as a curve, and at its corners in words.

use yew::prelude::*;

use crate::domain::contract::{Baseline, Goal, Rule, Target, Threshold};
use crate::domain::number::{Decimal, quotient};
use crate::i18n::Words;
use crate::i18n::text::WritingText;
use crate::small::set_of;
use crate::ui::charts::{points_curve, round_ends};

/// How many results are worked out between the corners.
const SAMPLES: u8 = 40;

/// The points over the results.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Curve {
    pairs: Vec<(Decimal, Decimal)>,
    /// The ends, and where the rule or the target turns.
    corners: Vec<(Decimal, Decimal)>,
}

impl Curve {
    /// The curve of a goal, of which `points` says what a result earns; none where nothing is settled.
    pub(super) fn of(goal: &Goal, points: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let corners = corners(goal);
        let (low, high) = (corners.iter().min().copied()?, corners.iter().max().copied()?);
        let sizes = [high - low, high.abs(), Decimal::from(4)];
        let size = sizes.into_iter().find(|size| !size.is_zero())?;
        let room = quotient(size, Decimal::from(4), 6).ok()?;
        let least = if low >= Decimal::ZERO { (low - room).max(Decimal::ZERO) } else { low - room };
        let (low, high) = round_ends([least, high + room].into_iter())?;
        let step = quotient(high - low, Decimal::from(SAMPLES), 6).ok()?;
        // A jump is steep, not slanting.
        let beside = quotient(step, Decimal::from(50), 6).ok()?;
        let even = (0..=SAMPLES).map(|index| low + step * Decimal::from(index));
        let turns = corners.iter().flat_map(|corner| [*corner - beside, *corner, *corner + beside]);
        let within = |result: &Decimal| low <= *result && *result <= high;
        let results = set_of(even.chain(turns).chain([high]).filter(within));
        let ends = set_of(corners.iter().copied().chain([low, high]));
        let pair = |result: Decimal| Some((result, points(result)?));
        Some(Self {
            pairs: results.into_iter().map(pair).collect::<Option<_>>()?,
            corners: ends.into_iter().map(pair).collect::<Option<_>>()?,
        })
    }

    /// Draws it with its corners in words, and the result that is tried.
    pub(super) fn drawn(&self, tried: Option<(Decimal, Decimal)>, words: Words) -> Html {
        let corners = self.corners.iter().map(|(result, points)| words.earned_at(*result, *points));
        html! {
            <figure class="goal-panel__curve">
                { points_curve(&self.pairs, tried, words) }
                <figcaption class="small">
                    { words.text(WritingText::Curve) }{ ": " }{ corners.collect::<Vec<_>>().join(" · ") }
                </figcaption>
            </figure>
        }
    }
}

/// The figures at which what is earned may turn.
fn corners(goal: &Goal) -> Vec<Decimal> {
    let mut corners: Vec<Decimal> = match &goal.target {
        Target::Limit { threshold, .. } => figure(goal, threshold).into_iter().collect(),
        Target::Between { min, max } => [min, max].into_iter().filter_map(|end| figure(goal, end)).collect(),
        Target::Unchanged { baseline, tolerance } => {
            let base = baseline.and_then(|baseline| of_baseline(goal, baseline));
            base.map(|base| vec![base - *tolerance, base + *tolerance]).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let of_rule = goal.scoring.iter().flat_map(Rule::figures);
    corners.extend(of_rule.filter_map(|threshold| figure(goal, &threshold)));
    corners
}

fn figure(goal: &Goal, threshold: &Threshold) -> Option<Decimal> {
    match threshold {
        Threshold::Absolute(value) => Some(*value),
        Threshold::Relative { baseline, change } => change.applied_to(of_baseline(goal, (*baseline)?)?).ok(),
    }
}

fn of_baseline(goal: &Goal, baseline: Baseline) -> Option<Decimal> {
    match baseline {
        Baseline::Figure(value) => Some(value),
        Baseline::Of(period) => goal.figure_of(period),
    }
}
