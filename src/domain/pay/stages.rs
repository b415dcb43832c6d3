//! The stages on fractions: gates, curves, factors and caps, each on the whole interval.
//!
//! Every stage is monotone: more before it is never less behind it. So the ends of an interval go to its ends, and both are
//! reached.

use super::inputs::Inputs;
use crate::domain::contract::{Between, CurveStep, PayAgreement, PotId, Stage, StageId, StageKind};
use crate::domain::evaluation::Tally;
use crate::domain::number::{Decimal, Points, Share, Span, TooLarge, difference, product, sum};

/// What a stage did.
#[derive(Clone, Debug, PartialEq)]
pub struct StageOutcome {
    /// The stage.
    pub id: StageId,
    /// What it did to each pot that it holds for; nothing for a cap in kroner, which comes after them.
    pub steps: Vec<StageStep>,
}

impl StageOutcome {
    /// Whether its condition holds, at the worst and at the best that is possible: where it holds for any pot. `None` where
    /// it has no condition.
    pub fn holds(&self) -> Option<Span<bool>> {
        let each = self.steps.iter().filter_map(|step| step.holds);
        each.reduce(|one, other| Span::new(one.min || other.min, one.max || other.max))
    }
}

/// What a stage did to the fraction of one pot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageStep {
    /// The pot, by its place.
    pub pot: usize,
    /// Whether the condition holds, at the worst and at the best that is possible; `None` without one.
    pub holds: Option<Span<bool>>,
    /// What it multiplied by: a factor, or what the gates left; `None` for curves and caps.
    pub factor: Option<Span<Decimal>>,
    /// The fraction that [`Self::factor`] belongs to; for gates whose cuts add up, that before the first of them.
    pub from: Span<Share>,
    /// The fraction behind it.
    pub after: Span<Share>,
}

/// A pot on its way through the stages.
struct Running {
    fraction: Span<Share>,
    /// Before the gates whose cuts add up, and what they cut so far; `None` behind anything else.
    gates: Option<(Span<Share>, Span<Decimal>)>,
}

/// What the stages make of the pots' fractions, and how. `expected` tells whether readings count as results.
pub(super) fn follow(
    agreement: &PayAgreement,
    (pots, fractions): (&[&PotId], &[Span<Share>]),
    (tallies, points, is_expected): (&[Tally], Span<Points>, bool),
    inputs: &Inputs,
) -> Result<(Vec<Span<Share>>, Vec<StageOutcome>), TooLarge> {
    let running = |fraction: &Span<Share>| Running { fraction: *fraction, gates: None };
    let mut all: Vec<Running> = fractions.iter().map(running).collect();
    let mut outcomes = Vec::with_capacity(agreement.stages.len());
    for (place, stage) in agreement.stages.iter().enumerate() {
        let tally = tallies.get(place).copied().unwrap_or_default();
        let met = if is_expected { tally.expected } else { tally.met };
        let given = inputs.factors.get(place).copied().flatten();
        let mut steps = Vec::new();
        for (pot, (id, running)) in pots.iter().zip(&mut all).enumerate() {
            if !stage.covers(id) {
                continue;
            }
            let condition = stage.condition();
            let holds = condition.map(|condition| tally.holds(condition, met, points, running.fraction));
            if let Some(step) = running.pass(stage, pot, holds.transpose()?, given)? {
                running.fraction = step.after;
                steps.push(step);
            }
        }
        outcomes.push(StageOutcome { id: stage.id.clone(), steps });
    }
    Ok((all.into_iter().map(|running| running.fraction).collect(), outcomes))
}

impl Running {
    /// The step that a stage makes; none for a cap in kroner.
    fn pass(
        &mut self,
        stage: &Stage,
        pot: usize,
        holds: Option<Span<bool>>,
        given: Option<Decimal>,
    ) -> Result<Option<StageStep>, TooLarge> {
        let from = self.fraction;
        let gates = self.gates.take();
        let step = |from: Span<Share>, factor: Option<Span<Decimal>>, after| StageStep {
            pot,
            holds,
            factor,
            from,
            after,
        };
        Ok(Some(match &stage.kind {
            StageKind::Gate { factor, adds, .. } => {
                let holds = holds.unwrap_or(Span::settled(false));
                let (base, before) = gates.filter(|_| *adds).unwrap_or((from, Span::default()));
                let cut = |holds, before| {
                    let own = if holds { difference(Decimal::ONE, *factor)? } else { Decimal::ZERO };
                    sum(before, own).map(|cut| cut.min(Decimal::ONE))
                };
                let cuts = Span::new(cut(holds.min, before.min)?, cut(holds.max, before.max)?);
                let left = cuts.try_map(|cut| difference(Decimal::ONE, cut))?;
                self.gates = adds.then_some((base, cuts));
                step(base, Some(left), each_times(base, left)?)
            }
            StageKind::Curve { steps, between } => {
                step(from, None, from.try_map(|fraction| read_off(steps, *between, fraction))?)
            }
            StageKind::Factor { min, max } => {
                let factor = given.map_or(Span::new(*min, *max), Span::settled);
                step(from, Some(factor), each_times(from, factor)?)
            }
            StageKind::CapFraction(most) => {
                step(from, None, from.try_map(|fraction| fraction.clamped(*most))?)
            }
            StageKind::CapAmount(_) | StageKind::CapPercent(_) => return Ok(None),
        }))
    }
}

fn each_times(fraction: Span<Share>, factor: Span<Decimal>) -> Result<Span<Share>, TooLarge> {
    Ok(Span::new(times(fraction.min, factor.min)?, times(fraction.max, factor.max)?))
}

fn times(fraction: Share, factor: Decimal) -> Result<Share, TooLarge> {
    Share::fraction(product(fraction.numerator(), factor)?, fraction.denominator())
}

/// Where in a table a fraction lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveLine {
    /// Where it comes to so much, whatever is next to it.
    Flat(Decimal),
    /// On the line between two steps.
    Between(CurveStep, CurveStep),
}

/// Where in a table a fraction lies: below the first step it comes to nothing, from the last on to what that says.
pub fn curve_line(steps: &[CurveStep], between: Between, fraction: Share) -> Result<CurveLine, TooLarge> {
    let mut last: Option<&CurveStep> = None;
    for step in steps {
        if !fraction.reaches(Share::decimal(step.at)).ok_or(TooLarge)? {
            if let (Some(last), Between::Linear) = (last, between) {
                return Ok(CurveLine::Between(*last, *step));
            }
            break;
        }
        last = Some(step);
    }
    Ok(CurveLine::Flat(last.map_or(Decimal::ZERO, |last| last.to)))
}

fn read_off(steps: &[CurveStep], between: Between, fraction: Share) -> Result<Share, TooLarge> {
    match curve_line(steps, between, fraction)? {
        CurveLine::Flat(to) => Ok(Share::decimal(to)),
        CurveLine::Between(low, high) => interpolated(&low, &high, fraction),
    }
}

/// to₀ + (to₁ − to₀) × (fraction − at₀) / (at₁ − at₀), exact.
fn interpolated(low: &CurveStep, high: &CurveStep, fraction: Share) -> Result<Share, TooLarge> {
    let (width, rise) = (difference(high.at, low.at)?, difference(high.to, low.to)?);
    let denominator = product(width, fraction.denominator())?;
    let above = difference(fraction.numerator(), product(low.at, fraction.denominator())?)?;
    Share::fraction(sum(product(low.to, denominator)?, product(rise, above)?)?, denominator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_table_gives_nothing_below_its_first_step_and_its_last_value_from_there_on() {
        let steps = [("0.5", "0.25"), ("0.8", "0.7"), ("1", "1")];
        let steps = steps.map(|(at, to)| CurveStep { at: n(at), to: n(to) });
        for (fraction, by_step, linear) in [
            ("0", "0", "0"),
            ("0.49", "0", "0"),
            ("0.5", "0.25", "0.25"),
            ("0.6", "0.25", "0.4"),
            ("0.8", "0.7", "0.7"),
            ("0.9", "0.7", "0.85"),
            ("1", "1", "1"),
            ("1.2", "1", "1"),
        ] {
            let read = |between| read_off(&steps, between, Share::decimal(n(fraction)));
            assert_eq!(read(Between::Step), Ok(Share::decimal(n(by_step))), "{fraction}");
            assert_eq!(read(Between::Linear), Ok(Share::decimal(n(linear))), "{fraction}");
        }
        let third = Share::fraction(Decimal::TWO, Decimal::from(3)).unwrap();
        assert_eq!(read_off(&steps, Between::Linear, third), Share::fraction(Decimal::ONE, Decimal::TWO));
    }
}
