//! How much fulfilment earns: one rule a file (docs/scoring.md, "Scoring rule").
//!
//! A rule turns a judged result into a span of shares. Its ends are equal once it is settled. Until then it goes from
//! nothing to the best that the rule can give.

mod assessed;
mod linear;
mod parts;
mod proportional;
mod rated;
mod scale;

pub(super) use assessed::missing_reason;
pub(super) use parts::share_of;
pub use scale::runs_one_way;

use super::contract::{Relation, Target};
use super::contract::{Rule, Weight};
use super::judging::{Fault, Ground, Judgement};
use super::number::{Decimal, Points, Share, Span, TooLarge};
use super::objection::ObjectionKind;
use super::reported::Reported;
use super::trace::{Step, Verdict};

/// What a rule says of a judged result.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// From the worst to the best share still possible.
    pub share: Span<Share>,
    /// The points, where a person gave them as they are.
    pub judged: Option<Points>,
    /// Whether it is the target that is missing, not the result.
    pub undetermined: bool,
    /// How the share was found.
    pub steps: Vec<Step>,
    /// What is wrong with the result, or with the rule for this target.
    pub faults: Vec<Fault>,
}

impl Scored {
    /// One settled share.
    fn settled(share: Share, steps: Vec<Step>) -> Self {
        let share = Span::settled(share);
        Self { share, judged: None, undetermined: false, steps, faults: Vec::new() }
    }

    /// From nothing to `best`.
    pub(super) fn open(best: Share, verdict: Verdict) -> Self {
        let undetermined = verdict == Verdict::Undetermined;
        let share = Span::new(Share::NONE, best);
        Self { share, judged: None, undetermined, steps: Vec::new(), faults: Vec::new() }
    }

    /// The rule cannot score this target: the whole span stays possible, and the target is what is amiss.
    fn unfit(best: Share) -> Self {
        let mut scored = Self::open(best, Verdict::Undetermined);
        scored.faults.push(Fault::of_whole(ObjectionKind::RuleDoesNotFit));
        scored
    }

    /// A share that is worked out from a formula, held between 0 and the cap.
    fn held(share: Share, cap: Decimal, formula: Step) -> Result<Self, TooLarge> {
        let held = share.clamped(cap)?;
        let mut steps = vec![formula];
        if held != share {
            steps.push(Step::Held { share: held });
        }
        Ok(Self::settled(held, steps))
    }
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub struct Scoring<'a> {
    /// The target that counts, an addendum's where there is one.
    pub target: &'a Target,
    /// The answers that are scored: results alone, or readings and forecasts too.
    pub reported: &'a Reported,
    /// What the target says of it.
    pub judgement: &'a Judgement,
    /// What figures of the rule are counted from.
    pub ground: Ground<'a>,
    /// The weight as it counts; none in an unweighted contract.
    pub weight: Option<Weight>,
    /// The weight as the contract states it, before lapsed goals' weights were shared out.
    pub stated: Option<Weight>,
}

impl Scoring<'_> {
    /// The share that `rule` gives. A judgement by a person is its own rule.
    pub fn score(self, rule: &Rule) -> Result<Scored, TooLarge> {
        match self.target {
            Target::Assessed { .. } => return assessed::score(self),
            Target::Rated(rating) => return Ok(rated::score(self, rating)),
            _ => {}
        }
        match rule {
            Rule::AllOrNothing => Ok(self.all_or_nothing()),
            Rule::Linear { zero_at, cap } => linear::score(self, *zero_at, *cap),
            Rule::Proportional { cap } => proportional::score(self, *cap),
            Rule::Scale { steps, between, .. } => scale::score(self, steps, *between, best_of_rule(rule)),
            Rule::Parts { shares } => parts::score(self, shares),
            Rule::Assessed => Ok(Scored::unfit(Share::FULL)),
        }
    }

    /// Open for want of the baseline that a figure of the rule is counted from.
    fn without_baseline(self, best: Share) -> Scored {
        let mut scored = Scored::open(best, Verdict::Undetermined);
        // The target may say so already.
        if !self.judgement.steps.contains(&Step::NoBaseline) {
            scored.steps.push(Step::NoBaseline);
        }
        scored
    }

    fn all_or_nothing(self) -> Scored {
        match self.judgement.verdict {
            Verdict::Holds => Scored::settled(Share::FULL, Vec::new()),
            Verdict::Fails => Scored::settled(Share::NONE, Vec::new()),
            verdict => Scored::open(Share::FULL, verdict),
        }
    }

    /// The relation of a one-sided target, its threshold, and the result where there is one. Where the threshold is
    /// missing or the target is of another kind, the score that follows.
    fn one_sided(self, best: Share) -> Result<(Relation, Decimal, Option<Decimal>), Box<Scored>> {
        match (self.target, self.judgement.threshold) {
            (Target::Limit { relation, .. }, Some(threshold)) => {
                Ok((*relation, threshold, self.reported.value))
            }
            (Target::Limit { .. } | Target::Undetermined, None) => {
                Err(Scored::open(best, self.judgement.verdict).into())
            }
            _ => Err(Scored::unfit(best).into()),
        }
    }
}

/// The best share that a goal can earn: what its rule gives at best, or the highest level that it can be rated.
pub fn best(target: &Target, rule: Option<&Rule>) -> Share {
    match target {
        Target::Rated(rating) => rating.highest(),
        _ => rule.map_or(Share::FULL, best_of_rule),
    }
}

fn best_of_rule(rule: &Rule) -> Share {
    match rule {
        Rule::AllOrNothing | Rule::Parts { .. } | Rule::Assessed => Share::FULL,
        Rule::Linear { cap, .. } | Rule::Proportional { cap } => Share::decimal(*cap),
        Rule::Scale { steps, cap, .. } => {
            let highest = steps.iter().map(|step| step.share).max().unwrap_or_default();
            Share::decimal(cap.map_or(highest, |cap| cap.min(highest)))
        }
    }
}
