//! What has to hold: one kind of target a file.

mod between;
mod by;
mod composite;
mod counted;
mod done;
mod judgement;
mod limit;
mod rated;
mod threshold;
mod unchanged;

pub(in crate::domain) use composite::judge_part;
pub use judgement::{Fault, Ground, JudgedPart, Judgement, preceded};

use super::address::ReportedField;
use super::contract::{Baseline, Part, Target, Threshold};
use super::objection::ObjectionKind;
use super::reported::Reported;
use super::trace::{Step, Verdict};

impl Target {
    /// What a result says about the target: whether it holds, how that was found, and what is wrong with
    /// the result.
    ///
    /// A judgement by a person ([`Target::Assessed`]) has no verdict of its own; its points decide.
    pub fn judge(&self, reported: &Reported, ground: Ground) -> Judgement {
        let mut judgement = match self {
            Self::Limit { relation, threshold } => limit::judge(*relation, threshold, reported, ground),
            Self::Between { min, max } => between::judge(min, max, reported, ground),
            Self::Unchanged { baseline, tolerance } => {
                unchanged::judge(*baseline, *tolerance, reported, ground)
            }
            Self::By(deadline) => by::judge(*deadline, reported, ground),
            Self::Done => done::judge(reported),
            Self::AllOf(parts) => composite::judge(true, parts, reported, ground),
            Self::AnyOf(parts) => composite::judge(false, parts, reported, ground),
            Self::Assessed { .. } => Judgement::unsettled(Verdict::Open, Vec::new()),
            Self::Rated(rating) => rated::judge(rating, reported),
            Self::Undetermined => Judgement::unsettled(Verdict::Undetermined, vec![Step::NoTarget]),
        };
        if reported.has_counts() && self.wanted() == Some(ReportedField::Value) {
            judgement.faults.extend(counted::faults(reported, ground));
            if let Some(step) = counted::step(reported, ground) {
                judgement = judgement.with_earlier_steps(vec![step]);
            }
        }
        self.misplaced(reported, ground, &mut judgement.faults);
        judgement
    }

    /// Whether the target itself is fixed: nothing undetermined in it, every baseline at hand.
    pub fn is_determined(&self, reported: &Reported, ground: Ground) -> bool {
        let resolved = |baseline: &Option<Baseline>| ground.baseline(*baseline, reported).is_some();
        let known = |threshold: &Threshold| match threshold {
            Threshold::Absolute(_) => true,
            Threshold::Relative { baseline, .. } => resolved(baseline),
        };
        match self {
            Self::Limit { threshold, .. } => known(threshold),
            Self::Between { min, max } => known(min) && known(max),
            Self::Unchanged { baseline, .. } => resolved(baseline),
            Self::AllOf(parts) | Self::AnyOf(parts) => {
                let nothing = Reported::default();
                let reported = |part: &Part| reported.parts.get(&part.id).unwrap_or(&nothing);
                parts.iter().all(|part| part.target.is_determined(reported(part), ground.of_part(part)))
            }
            Self::By(_) | Self::Done | Self::Assessed { .. } | Self::Rated(_) => true,
            Self::Undetermined => false,
        }
    }

    /// Whether two targets, neither of them composite, ask for the same, in whatever way it is written: 10
    /// percent below 100 is at most 90. Judgements ask for the same judgement, whatever they look at.
    pub fn asks_the_same(&self, other: &Self, ground: Ground) -> bool {
        let same = |here, there| ground.same_threshold(here, there);
        match (self, other) {
            (
                Self::Limit { relation, threshold },
                Self::Limit { relation: other_relation, threshold: other_threshold },
            ) => relation == other_relation && same(threshold, other_threshold),
            (Self::Between { min, max }, Self::Between { min: other_min, max: other_max }) => {
                same(min, other_min) && same(max, other_max)
            }
            (
                Self::Unchanged { baseline, tolerance },
                Self::Unchanged { baseline: other_baseline, tolerance: other_tolerance },
            ) => tolerance == other_tolerance && ground.same_baseline(*baseline, *other_baseline),
            (Self::Assessed { .. }, Self::Assessed { .. }) => true,
            (Self::Rated(here), Self::Rated(there)) => here.levels == there.levels,
            _ => self == other,
        }
    }

    /// The field that this kind of target is answered with; none while the target is to be fixed.
    pub fn wanted(&self) -> Option<ReportedField> {
        Some(match self {
            Self::Limit { .. } | Self::Between { .. } | Self::Unchanged { .. } => ReportedField::Value,
            Self::By(_) => ReportedField::Date,
            Self::Done => ReportedField::Done,
            Self::AllOf(_) | Self::AnyOf(_) => ReportedField::Parts,
            Self::Assessed { .. } => ReportedField::Points,
            Self::Rated(_) => ReportedField::Level,
            Self::Undetermined => return None,
        })
    }

    /// Fields that were filled in although this kind of target has no use for them. While it is to be fixed any
    /// figure may be kept.
    fn misplaced(&self, reported: &Reported, ground: Ground, faults: &mut Vec<Fault>) {
        use ReportedField as Field;
        let Some(wanted) = self.wanted() else { return };
        let useful = |field| match (wanted, field) {
            (Field::Value, Field::Baseline) => true,
            (Field::Value, Field::Numerator | Field::Denominator) => ground.ratio.is_some(),
            (Field::Date, Field::Done) => reported.done == Some(false) && reported.date.is_none(),
            (Field::Done, Field::Date) => reported.done != Some(false),
            (Field::Points, Field::Done) => reported.points.is_none(),
            _ => field == wanted,
        };
        let mut told = |field, is_filled| {
            if is_filled && !useful(field) {
                faults.push(Fault::in_field(field, ObjectionKind::OtherKind { wanted }));
            }
        };
        told(Field::Value, reported.value.is_some());
        told(Field::Numerator, reported.numerator.is_some());
        told(Field::Denominator, reported.denominator.is_some());
        told(Field::Baseline, reported.baseline.is_some());
        told(Field::Date, reported.date.is_some());
        told(Field::Done, reported.done.is_some());
        told(Field::Points, reported.points.is_some());
        told(Field::Level, reported.level.is_some());
        told(Field::Parts, !reported.parts.is_empty());
    }
}
