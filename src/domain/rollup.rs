//! Goals that serve a goal: whether they can be laid beside it, and how their figures combine to its own
//! (docs/scoring.md, "Goals that serve a goal").

use super::address::ReportedField;
use super::contract::{Contract, Goal, Rollup, Target};
use super::date::Period;
use super::judging::Ground;
use super::number::{Decimal, Span, TooLarge, product, quotient, sum};
use super::plausible::is_percent_unit;
use super::reported::Reported;

/// How many decimals a mean and a percent have at most.
const DECIMALS: u32 = 6;

/// What a goal brings to the one that it serves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Its figure, from the least to the most that is possible; none while it is missing.
    pub figure: Option<Span<Decimal>>,
    /// How much it counts in a weighted mean.
    pub weight: Option<Decimal>,
    /// Whether it is met; none while that is open.
    pub is_met: Option<bool>,
}

/// How figures were combined, with all that a pocket calculator needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RollupStep {
    /// The figures, added up.
    Sum {
        /// The figures.
        parts: Vec<Span<Decimal>>,
        /// Their sum.
        total: Span<Decimal>,
    },
    /// The figures, each as often as its weight says, through the sum of the weights.
    Mean {
        /// The figures with their weights; 1 each in a plain mean.
        parts: Vec<(Decimal, Span<Decimal>)>,
        /// The sum of the weights.
        weights: Decimal,
        /// The mean, rounded half away from zero.
        mean: Span<Decimal>,
        /// Whether the weights are the contributions' own.
        is_weighted: bool,
    },
    /// How many goals are met of all.
    MetShare {
        /// From those that are met to those that still can be.
        met: Span<usize>,
        /// Of how many.
        of: usize,
        /// The percent, rounded half away from zero.
        percent: Span<Decimal>,
    },
    /// Whether all goals are met.
    AllMet {
        /// From those that are met to those that still can be.
        met: Span<usize>,
        /// Of how many.
        of: usize,
    },
}

/// Why figures are not combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCombined {
    /// No goal brings anything.
    Nothing,
    /// So many goals bring no figure.
    Missing(usize),
    /// So many goals have no weight, or all weights are 0.
    NoWeight(usize),
    /// The figures cannot be worked out exactly.
    TooLarge,
}

impl From<TooLarge> for NotCombined {
    fn from(_: TooLarge) -> Self {
        Self::TooLarge
    }
}

impl RollupStep {
    /// The figure that came out; none where the answer is yes or no.
    pub fn figure(&self) -> Option<Span<Decimal>> {
        match self {
            Self::Sum { total, .. } => Some(*total),
            Self::Mean { mean, .. } => Some(*mean),
            Self::MetShare { percent, .. } => Some(*percent),
            Self::AllMet { .. } => None,
        }
    }

    /// Whether all goals are met; none while that is open, and where a figure came out.
    pub fn all_met(&self) -> Option<bool> {
        let Self::AllMet { met, of } = self else { return None };
        if met.max < *of { Some(false) } else { (met.min == *of).then_some(true) }
    }

    /// Whether it is a figure or an answer, and no span.
    pub fn is_settled(&self) -> bool {
        self.figure().map_or_else(|| self.all_met().is_some(), |figure| figure.is_settled())
    }
}

/// Combines what goals bring. An interval gives an interval; a missing figure leaves sum and mean open.
///
/// ```
/// use resultatkontrakt::domain::contract::Rollup;
/// use resultatkontrakt::domain::number::{Decimal, Span};
/// use resultatkontrakt::domain::rollup::{Brought, NotCombined, combine};
///
/// let of = |figure: u32| Brought { figure: Some(Span::settled(figure.into())), ..Brought::default() };
/// let total = combine(Rollup::Sum, &[of(11_340), of(5_480), of(9_480)]).unwrap();
/// assert_eq!(total.figure(), Some(Span::settled(Decimal::from(26_300))));
/// assert_eq!(combine(Rollup::Sum, &[of(1), Brought::default()]), Err(NotCombined::Missing(1)));
/// ```
pub fn combine(rollup: Rollup, brought: &[Brought]) -> Result<RollupStep, NotCombined> {
    let of = brought.len();
    if of == 0 {
        return Err(NotCombined::Nothing);
    }
    match rollup {
        Rollup::Sum => {
            let parts = figures(brought)?;
            let total = total(parts.iter().copied())?;
            Ok(RollupStep::Sum { parts, total })
        }
        Rollup::Mean => mean(figures(brought)?.into_iter().map(|part| (Decimal::ONE, part)).collect(), false),
        Rollup::WeightedMean => {
            let parts = figures(brought)?;
            let weights: Vec<Decimal> = brought.iter().filter_map(|one| one.weight).collect();
            if weights.len() < of {
                return Err(NotCombined::NoWeight(of - weights.len()));
            }
            mean(weights.into_iter().zip(parts).collect(), true)
        }
        Rollup::MetShare => {
            let met = met(brought);
            let percent = met.try_map(|met| {
                let hundredfold = product(met.into(), Decimal::ONE_HUNDRED)?;
                quotient(hundredfold, of.into(), DECIMALS).map(|percent| percent.normalize())
            })?;
            Ok(RollupStep::MetShare { met, of, percent })
        }
        Rollup::AllMet => Ok(RollupStep::AllMet { met: met(brought), of }),
    }
}

/// The figures of all goals, where each has one.
fn figures(brought: &[Brought]) -> Result<Vec<Span<Decimal>>, NotCombined> {
    let parts: Vec<_> = brought.iter().filter_map(|one| one.figure).collect();
    match brought.len() - parts.len() {
        0 => Ok(parts),
        missing => Err(NotCombined::Missing(missing)),
    }
}

/// How many goals are met, and how many still can be.
fn met(brought: &[Brought]) -> Span<usize> {
    let count = |wanted: &[Option<bool>]| brought.iter().filter(|one| wanted.contains(&one.is_met)).count();
    Span::new(count(&[Some(true)]), count(&[Some(true), None]))
}

fn total(parts: impl Iterator<Item = Span<Decimal>>) -> Result<Span<Decimal>, TooLarge> {
    let mut total = Span::settled(Decimal::ZERO);
    for part in parts {
        total = Span::new(sum(total.min, part.min)?, sum(total.max, part.max)?);
    }
    Ok(total.map(|end| end.normalize()))
}

fn mean(parts: Vec<(Decimal, Span<Decimal>)>, is_weighted: bool) -> Result<RollupStep, NotCombined> {
    let mut weights = Decimal::ZERO;
    let mut weighed = Vec::with_capacity(parts.len());
    for (weight, part) in &parts {
        weights = sum(weights, *weight)?;
        weighed.push(part.try_map(|end| product(*weight, end))?);
    }
    if weights.is_zero() {
        return Err(NotCombined::NoWeight(parts.len()));
    }
    let mean = total(weighed.into_iter())?
        .try_map(|end| quotient(end, weights, DECIMALS).map(|mean| mean.normalize()))?;
    Ok(RollupStep::Mean { parts, weights: weights.normalize(), mean, is_weighted })
}

impl Rollup {
    /// Whether what comes out answers a target: figures a figure, yes or no what is to be done. A target that is to be
    /// fixed may ask for either. A share of goals is a percent.
    pub fn fits(self, target: &Target, unit: Option<&str>) -> bool {
        let wanted = target.wanted();
        let wants = |field: ReportedField| wanted.is_none_or(|wanted| wanted == field);
        match self {
            Self::Sum | Self::Mean | Self::WeightedMean => wants(ReportedField::Value),
            Self::MetShare => wants(ReportedField::Value) && unit.is_some_and(is_percent_unit),
            Self::AllMet => wants(ReportedField::Done),
        }
    }

    /// Whether it needs the figures themselves, so that their units have to agree.
    pub fn needs_figures(self) -> bool {
        matches!(self, Self::Sum | Self::Mean | Self::WeightedMean)
    }
}

/// The year that binds in a contract, else the one that it begins in.
pub fn year_of(contract: &Contract) -> Option<i32> {
    contract.binding_year.or_else(|| contract.period.map(|period| period.from.year()))
}

/// What two goals are compared by: what their figures count, what they were before, and what is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What its figures count, in small letters.
    unit: Option<String>,
    /// When it is measured, where stated.
    measured: Option<Period>,
    /// The figures of earlier periods.
    history: Vec<(Period, Decimal)>,
    /// What has to hold, whatever it is counted from; none while the target is to be fixed.
    what: Option<String>,
}

impl Asked {
    /// What a goal asks for by this target, at this time.
    pub fn new(goal: &Goal, target: &Target, measured: Option<Period>) -> Self {
        let ground = Ground::of_goal(goal, None);
        let is_fixed = target.is_determined(&Reported::default(), ground);
        let figures = goal.history.iter();
        Self {
            unit: goal.unit.as_deref().map(|unit| unit.trim().to_lowercase()),
            measured,
            history: figures.filter_map(|figure| Some((figure.period, figure.value?))).collect(),
            what: is_fixed.then(|| what(target, ground)),
        }
    }

    /// The same as the contract alone says.
    pub fn of_contract(goal: &Goal) -> Self {
        Self::new(goal, &goal.target, goal.measured)
    }

    /// When it is measured, where stated.
    pub fn measured(&self) -> Option<Period> {
        self.measured
    }

    /// Whether the figures of both count the same thing.
    pub fn same_unit(&self, other: &Self) -> bool {
        self.unit == other.unit
    }

    /// Whether it is the other goal over again and asks for something else. The two are the same where they count the
    /// same and had the same figures before.
    pub fn otherwise(&self, other: &Self) -> bool {
        if !self.same_unit(other) || !self.same_history(other) {
            return false;
        }
        let is_of_other_time = self.measured.zip(other.measured).is_some_and(|(one, other)| one != other);
        self.what != other.what || self.what.is_some() && is_of_other_time
    }

    /// Whether both have figures of a period in common, and the same one in each such period.
    fn same_history(&self, other: &Self) -> bool {
        let pairs = self.history.iter().filter_map(|(period, figure)| {
            let (_, same) = other.history.iter().find(|(other, _)| other == period)?;
            Some(figure == same)
        });
        let pairs: Vec<bool> = pairs.collect();
        !pairs.is_empty() && pairs.iter().all(|same| *same)
    }
}

/// What a target asks for, thresholds and baselines worked out: 10 percent below 100 is at most 90.
fn what(target: &Target, ground: Ground<'_>) -> String {
    let figure = |threshold| ground.threshold(threshold).map(|figure| figure.normalize());
    match target {
        Target::Limit { relation, threshold } => format!("{relation:?} {:?}", figure(threshold)),
        Target::Between { min, max } => format!("{:?} {:?}", figure(min), figure(max)),
        Target::Unchanged { baseline, tolerance } => {
            let baseline = ground.stated_baseline(*baseline).map(|figure| figure.normalize());
            format!("{baseline:?} ± {}", tolerance.normalize())
        }
        Target::Assessed { .. } => String::new(),
        _ => format!("{target:?}"),
    }
}

/// Whether two goals are of the same time: the period in which each is measured where both say one, else the year.
/// Without a year nothing says that they differ.
pub fn same_time(one: (Option<Period>, Option<i32>), other: (Option<Period>, Option<i32>)) -> bool {
    if let (Some(one), Some(other)) = (one.0, other.0) {
        return one == other;
    }
    let year = |(measured, year): (Option<Period>, Option<i32>)| measured.map(Period::year).or(year);
    year(one).zip(year(other)).is_none_or(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn of(min: &str, max: &str) -> Brought {
        Brought { figure: Some(Span::new(n(min), n(max))), ..Brought::default() }
    }

    fn met(is_met: Option<bool>) -> Brought {
        Brought { is_met, ..Brought::default() }
    }

    fn figure(rollup: Rollup, brought: &[Brought]) -> Result<(String, String), NotCombined> {
        let figure = combine(rollup, brought)?.figure().unwrap();
        Ok((figure.min.to_string(), figure.max.to_string()))
    }

    #[test]
    fn figures_add_up_and_have_a_mean() {
        let three = [of("1.5", "1.5"), of("2", "2"), of("-0.25", "-0.25")];
        let found = |text: &str| Ok((text.to_owned(), text.to_owned()));
        assert_eq!(figure(Rollup::Sum, &three), found("3.25"));
        assert_eq!(figure(Rollup::Mean, &three), found("1.083333"));
        let weighed = |weights: [&str; 3]| -> Vec<Brought> {
            let pairs = three.iter().zip(weights);
            pairs.map(|(one, weight)| Brought { weight: Some(n(weight)), ..*one }).collect()
        };
        assert_eq!(figure(Rollup::WeightedMean, &weighed(["2", "1", "1"])), found("1.1875"));
        assert_eq!(figure(Rollup::WeightedMean, &weighed(["0", "5", "0"])), found("2"));
    }

    #[test]
    fn an_interval_gives_an_interval_and_a_missing_figure_leaves_it_open() {
        let ends = |min: &str, max: &str| Ok((min.to_owned(), max.to_owned()));
        assert_eq!(figure(Rollup::Sum, &[of("1", "3"), of("2", "2")]), ends("3", "5"));
        assert_eq!(figure(Rollup::Mean, &[of("1", "3"), of("2", "2")]), ends("1.5", "2.5"));
        let missing = [of("1", "1"), Brought::default(), Brought::default()];
        for rollup in [Rollup::Sum, Rollup::Mean, Rollup::WeightedMean] {
            assert_eq!(combine(rollup, &missing), Err(NotCombined::Missing(2)), "{rollup:?}");
            assert_eq!(combine(rollup, &[]), Err(NotCombined::Nothing), "{rollup:?}");
        }
        assert_eq!(combine(Rollup::WeightedMean, &[of("1", "1")]), Err(NotCombined::NoWeight(1)));
        let zero = Brought { weight: Some(Decimal::ZERO), ..of("1", "1") };
        assert_eq!(combine(Rollup::WeightedMean, &[zero]), Err(NotCombined::NoWeight(1)));
        assert_eq!(
            combine(Rollup::Sum, &[of("79228162514264337593543950335", "79228162514264337593543950335"); 2]),
            Err(NotCombined::TooLarge)
        );
    }

    #[test]
    fn goals_that_are_met_are_counted_from_what_is_to_what_can_be() {
        let all = [met(Some(true)), met(Some(false)), met(None)];
        assert_eq!(figure(Rollup::MetShare, &all), Ok(("33.333333".to_owned(), "66.666667".to_owned())));
        let all_met = |all: &[Brought]| combine(Rollup::AllMet, all).unwrap().all_met();
        assert_eq!(all_met(&all), Some(false), "one is missed, whatever becomes of the others");
        assert_eq!(all_met(&[met(Some(true)), met(None)]), None);
        assert_eq!(all_met(&[met(Some(true)), met(Some(true))]), Some(true));
    }

    #[test]
    fn the_time_is_the_period_of_both_else_the_year() {
        let period = |text: &str| Period::parse(text);
        for (one, other, same) in [
            ((period("2009-12"), Some(2009)), (period("2009-12"), Some(2010)), true),
            ((period("2009-11"), Some(2009)), (period("2009-12"), Some(2009)), false),
            ((period("2009-12"), Some(2009)), (None, Some(2009)), true),
            ((None, Some(2008)), (period("2009-12"), Some(2009)), false),
            ((None, None), (None, Some(2009)), true),
        ] {
            assert_eq!(same_time(one, other), same, "{one:?} {other:?}");
        }
    }
}
