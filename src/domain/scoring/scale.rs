//! `scale`: a table of results and shares from the worst to the best.
//!
//! A result worse than the first step earns 0; one as good as the last or better earns the last step's share.

use super::{Scored, Scoring};
use crate::domain::contract::Target;
use crate::domain::contract::{Between, ScaleStep};
use crate::domain::judging::preceded;
use crate::domain::number::{Decimal, Share, TooLarge, difference, product, sum};
use crate::domain::trace::{Step, Verdict};

pub(super) fn score(
    scoring: Scoring,
    steps: &[ScaleStep],
    between: Between,
    best: Share,
) -> Result<Scored, TooLarge> {
    let numeric =
        matches!(scoring.target, Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. });
    if scoring.judgement.verdict == Verdict::Undetermined {
        return Ok(Scored::open(best, Verdict::Undetermined));
    }
    if !numeric {
        return Ok(Scored::unfit(best));
    }
    let mut table = Vec::with_capacity(steps.len());
    for step in steps {
        let Some(at) = scoring.ground.figure(step.at, scoring.reported)? else {
            return Ok(scoring.without_baseline(best));
        };
        table.push(Row { at, share: step.share });
    }
    if !runs_one_way(table.iter().map(|row| row.at)) {
        return Ok(Scored::unfit(best));
    }
    let Some(value) = scoring.reported.value else {
        return Ok(Scored::open(best, Verdict::Open));
    };
    let (share, step) = read_off(&table, between, value)?;
    let mut scored = Scored::held(share, best.numerator(), step)?;
    let worked_out = steps.iter().filter_map(|step| scoring.ground.figure_step(step.at, scoring.reported));
    scored.steps = preceded(worked_out.collect(), scored.steps);
    Ok(scored)
}

/// A line of the table, once its figure is known.
#[derive(Clone, Copy)]
struct Row {
    at: Decimal,
    share: Decimal,
}

/// Whether figures rise strictly, or fall strictly. Figures that are counted from a baseline may do neither.
pub fn runs_one_way(figures: impl Iterator<Item = Decimal>) -> bool {
    let (mut before, mut rises, mut falls) = (None, true, true);
    for figure in figures {
        rises &= before.is_none_or(|before| before < figure);
        falls &= before.is_none_or(|before| before > figure);
        before = Some(figure);
    }
    rises || falls
}

fn read_off(steps: &[Row], between: Between, value: Decimal) -> Result<(Share, Step), TooLarge> {
    let falling = matches!(steps, [first, .., last] if first.at > last.at);
    let reached = |step: &&Row| if falling { value <= step.at } else { value >= step.at };
    let count = steps.iter().filter(reached).count();
    let lower = count.checked_sub(1).and_then(|last| steps.get(last));
    match (lower, steps.get(count)) {
        (Some(lower), Some(upper)) if between == Between::Linear && lower.at != value => {
            let share = interpolate(*lower, *upper, value)?;
            let (lower, upper) = ((lower.at, lower.share), (upper.at, upper.share));
            Ok((share, Step::ScaleBetween { value, lower, upper, share }))
        }
        (lower, _) => {
            let share = Share::decimal(lower.map_or(Decimal::ZERO, |step| step.share));
            let reached = lower.map(|step| (step.at, step.share));
            Ok((share, Step::ScaleStep { value, reached, share }))
        }
    }
}

/// (s0 × (a1 − a0) + (s1 − s0) × (value − a0)) / (a1 − a0), as one exact fraction.
fn interpolate(lower: Row, upper: Row, value: Decimal) -> Result<Share, TooLarge> {
    let width = difference(upper.at, lower.at)?;
    let gain = product(difference(upper.share, lower.share)?, difference(value, lower.at)?)?;
    Share::fraction(sum(product(lower.share, width)?, gain)?, width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn table(rows: &[(&str, &str)]) -> Vec<Row> {
        rows.iter().map(|(at, share)| Row { at: n(at), share: n(share) }).collect()
    }

    fn check(steps: &[Row], between: Between, cases: &[(&str, &str)]) {
        for (value, expected) in cases {
            let (share, _) = read_off(steps, between, n(value)).unwrap();
            assert_eq!(share.exact(20), Some(n(expected)), "{value} {between:?}");
        }
    }

    #[test]
    fn a_rising_scale_reads_off_at_beyond_and_between_its_steps() {
        let rising = table(&[("5", "0.6"), ("30", "1")]);
        check(
            &rising,
            Between::Linear,
            &[("4.99", "0"), ("5", "0.6"), ("17.5", "0.8"), ("30", "1"), ("31", "1")],
        );
        check(
            &rising,
            Between::Step,
            &[("4.99", "0"), ("5", "0.6"), ("29.99", "0.6"), ("30", "1"), ("31", "1")],
        );
    }

    #[test]
    fn a_falling_scale_has_its_worst_result_first() {
        let falling = table(&[("20", "0.5"), ("10", "1"), ("5", "1.2")]);
        check(
            &falling,
            Between::Linear,
            &[("21", "0"), ("20", "0.5"), ("15", "0.75"), ("7.5", "1.1"), ("0", "1.2")],
        );
        check(&falling, Between::Step, &[("20.01", "0"), ("10.01", "0.5"), ("10", "1"), ("5", "1.2")]);
    }
}
