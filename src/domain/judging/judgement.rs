//! What a target says of a result, and what it needs to know for that.

use crate::domain::address::ReportedField;
use crate::domain::contract::{Baseline, Part, Rule, Target, Threshold};
use crate::domain::contract::{Figure, Goal, PartId, Ratio};
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Share, Span, TooLarge};
use crate::domain::objection::ObjectionKind;
use crate::domain::reported::Reported;
use crate::domain::trace::{Step, Verdict};

/// What a target may look at besides the result: history, and the day of the assessment.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The history that baselines are taken from: the goal's, or within a part the part's own.
    pub history: &'a [Figure],
    /// Where a part looks for what its own history lacks.
    pub around: Option<&'a Ground<'a>>,
    /// How two counts give the result, where they do.
    pub ratio: Option<&'a Ratio>,
    /// How much fulfilment earns, where that is stated.
    pub rule: Option<&'a Rule>,
    /// The day that the assessment describes.
    pub as_of: Option<Date>,
}

impl<'a> Ground<'a> {
    /// The ground of a goal's target.
    pub fn of_goal(goal: &'a Goal, as_of: Option<Date>) -> Self {
        Self {
            history: &goal.history,
            around: None,
            ratio: goal.ratio.as_deref(),
            rule: goal.scoring.as_ref(),
            as_of,
        }
    }

    /// The ground of a part of the target that stands on this one.
    #[must_use]
    pub fn of_part(&'a self, part: &'a Part) -> Self {
        Self {
            history: &part.history,
            around: Some(self),
            ratio: part.ratio.as_deref(),
            rule: part.scoring.as_ref(),
            as_of: self.as_of,
        }
    }

    /// What was reached in exactly this period: what the nearest history says that has a figure for it.
    pub fn figure_of(self, period: Period) -> Option<Decimal> {
        let own = self.history.iter().find(|figure| figure.period == period);
        own.and_then(|figure| figure.value).or_else(|| self.around?.figure_of(period))
    }

    /// The contract's own baseline: a figure, or what the history says for exactly that period.
    pub fn stated_baseline(self, baseline: Option<Baseline>) -> Option<Decimal> {
        match baseline? {
            Baseline::Figure(value) => Some(value),
            Baseline::Of(period) => self.figure_of(period),
        }
    }

    /// The threshold as a figure, as far as the contract alone gives it: none without its baseline, or where
    /// the figures do not fit.
    pub fn threshold(self, threshold: &Threshold) -> Option<Decimal> {
        match *threshold {
            Threshold::Absolute(value) => Some(value),
            Threshold::Relative { baseline, change } => {
                change.applied_to(self.stated_baseline(baseline)?).ok()
            }
        }
    }

    /// Whether two thresholds are the same figure; while a figure is not known, whether they are written alike.
    pub fn same_threshold(self, here: &Threshold, there: &Threshold) -> bool {
        if let (Some(here), Some(there)) = (self.threshold(here), self.threshold(there)) {
            return here == there;
        }
        match (here, there) {
            (
                Threshold::Relative { baseline: here, change },
                Threshold::Relative { baseline: there, change: other },
            ) if change.is_none() && other.is_none() => self.same_baseline(*here, *there),
            _ => here == there,
        }
    }

    /// Whether two baselines are the same figure; while a figure is not known, whether they are written alike.
    pub fn same_baseline(self, here: Option<Baseline>, there: Option<Baseline>) -> bool {
        match (self.stated_baseline(here), self.stated_baseline(there)) {
            (Some(here), Some(there)) => here == there,
            _ => here == there,
        }
    }

    /// The baseline that counts: the contract's own, else the one that the assessment supplies.
    pub fn baseline(self, baseline: Option<Baseline>, reported: &Reported) -> Option<Decimal> {
        self.stated_baseline(baseline).or(reported.baseline)
    }

    /// What target and rule count from and the contract does not state: none where it states everything, the baseline as
    /// the contract names it where it does not.
    pub fn unstated_baseline(self, target: &Target) -> Option<Option<Baseline>> {
        let mut own = match target {
            Target::Limit { threshold, .. } => vec![threshold.baseline()],
            Target::Between { min, max } => vec![min.baseline(), max.baseline()],
            Target::Unchanged { baseline, .. } => vec![Some(*baseline)],
            _ => Vec::new(),
        };
        own.extend(self.rule.into_iter().flat_map(Rule::figures).map(Threshold::baseline));
        own.into_iter().flatten().find(|baseline| self.stated_baseline(*baseline).is_none())
    }

    /// A fault where the assessment supplies a baseline that the contract has already.
    pub fn superfluous_baseline(self, baseline: Option<Baseline>, reported: &Reported) -> Option<Fault> {
        let is_stated = |baseline| self.stated_baseline(baseline).is_some();
        let of_rule = || self.rule.into_iter().flat_map(Rule::figures).filter_map(Threshold::baseline);
        let doubled = reported.baseline.is_some() && is_stated(baseline) && of_rule().all(is_stated);
        doubled.then(|| Fault::in_field(ReportedField::Baseline, ObjectionKind::ContractDecides))
    }
}

/// What is wrong with a result, and in which part and field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The path of parts, outermost first.
    pub path: Vec<PartId>,
    /// The field; none where it is the goal or the part as a whole.
    pub field: Option<ReportedField>,
    /// The mistake, with the figures that its message shows.
    pub kind: ObjectionKind,
}

impl Fault {
    /// A fault in a field of the target itself.
    pub fn in_field(field: ReportedField, kind: ObjectionKind) -> Self {
        Self { path: Vec::new(), field: Some(field), kind }
    }

    /// A fault of the goal as a whole.
    pub fn of_whole(kind: ObjectionKind) -> Self {
        Self { path: Vec::new(), field: None, kind }
    }

    /// The same fault, seen from the composite that the part belongs to.
    #[must_use]
    pub fn within(mut self, part: &PartId) -> Self {
        self.path.insert(0, part.clone());
        self
    }
}

/// What a target says of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Whether the target holds.
    pub verdict: Verdict,
    /// How that was found.
    pub steps: Vec<Step>,
    /// What is wrong with the result.
    pub faults: Vec<Fault>,
    /// The earliest deadline that has passed without a result.
    pub overdue: Option<Date>,
    /// The threshold of a one-sided numeric target, once it is known.
    pub threshold: Option<Decimal>,
    /// What is said of each part of a composite.
    pub parts: Vec<JudgedPart>,
}

/// What a target says of a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedPart {
    /// Which one.
    pub id: PartId,
    /// Whether it holds: with a rule of its own, whether its share is 1 or more.
    pub verdict: Verdict,
    /// How much of it is reached, from the worst to the best that is possible.
    pub share: Span<Share>,
    /// Whether a result is missing for it.
    pub is_waiting: bool,
}

impl Judgement {
    /// Held or failed, found by one step.
    pub fn settled(holds: bool, step: Step) -> Self {
        let verdict = if holds { Verdict::Holds } else { Verdict::Fails };
        Self::unsettled(verdict, vec![step])
    }

    /// A verdict with its steps and nothing else.
    pub fn unsettled(verdict: Verdict, steps: Vec<Step>) -> Self {
        Self { verdict, steps, faults: Vec::new(), overdue: None, threshold: None, parts: Vec::new() }
    }

    /// The target counts from a baseline that nobody gave.
    pub fn without_baseline() -> Self {
        Self::unsettled(Verdict::Undetermined, vec![Step::NoBaseline])
    }

    /// The figures do not fit; the goal stays open and says so.
    pub fn too_large(_: TooLarge) -> Self {
        let mut judgement = Self::unsettled(Verdict::Open, vec![Step::TooLarge]);
        judgement.faults.push(Fault::in_field(ReportedField::Value, ObjectionKind::TooLarge));
        judgement
    }

    /// The same judgement after earlier steps.
    #[must_use]
    pub fn with_earlier_steps(mut self, earlier: Vec<Step>) -> Self {
        self.steps = preceded(earlier, self.steps);
        self
    }
}

/// Steps after earlier ones, of which there are seldom any.
pub fn preceded(mut earlier: Vec<Step>, mut steps: Vec<Step>) -> Vec<Step> {
    if earlier.is_empty() {
        return steps;
    }
    earlier.append(&mut steps);
    earlier
}
