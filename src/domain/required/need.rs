//! What a goal still needs: the mildest result that earns a share of its weight, per kind of target and rule.

use super::rule::{limit_of_linear, limit_of_proportional, limit_of_scale};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, PartId, Rule};
use crate::domain::contract::{Part, Relation, Target, Threshold};
use crate::domain::date::Date;
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, Points, Share, difference, sum};
use crate::domain::order::sort_by_key;
use crate::domain::outcome::counting_target;
use crate::domain::reported::Reported;
use crate::domain::trace::Verdict;

/// What has to hold from now on; what holds already is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// A figure on this side of a threshold. Where a rule pays for less than the target, the threshold is worked
    /// out from it, in as many decimals as the goal's own figures have, rounded to the safe side.
    Limit {
        /// The side.
        relation: Relation,
        /// The threshold.
        value: Decimal,
    },
    /// A figure within two thresholds, both included.
    Between {
        /// The lowest that will do.
        min: Decimal,
        /// The highest that will do.
        max: Decimal,
    },
    /// Done on or before a day.
    By(Date),
    /// Done.
    Done,
    /// At least so many points of a judgement.
    Points(Points),
    /// All of these parts.
    AllOf(Vec<PartNeed>),
    /// One of these parts.
    AnyOf(Vec<PartNeed>),
    /// A target: it is not fixed yet, so no result can be named.
    Target,
    /// The baseline that the target is counted from.
    Baseline,
}

/// What a part of a composite still needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartNeed {
    /// The part.
    pub id: PartId,
    /// Its title.
    pub title: Option<String>,
    /// What its figure counts.
    pub unit: Option<String>,
    /// What it needs.
    pub need: Need,
}

impl Need {
    /// Enters a final result that just does; where one part of several is enough, for the first of them. `false` where no
    /// result can be named, because a target or its baseline is missing.
    pub fn meet(&self, reported: &mut Reported) -> bool {
        reported.is_final |= !matches!(self, Self::Target | Self::Baseline);
        match self {
            Self::Limit { relation, value } => {
                let unit = Decimal::new(1, value.normalize().scale());
                reported.value = Some(match relation {
                    Relation::AtMost | Relation::AtLeast => *value,
                    Relation::Below => value.saturating_sub(unit),
                    Relation::Above => value.saturating_add(unit),
                });
            }
            Self::Between { min, .. } => reported.value = Some(*min),
            Self::By(day) => (reported.date, reported.done) = (Some(*day), None),
            Self::Done => (reported.done, reported.date) = (Some(true), None),
            Self::Points(points) => reported.points = Some(points.0),
            // Whatever can be met is, even where one of the parts cannot.
            Self::AllOf(parts) => return parts.iter().filter(|part| !part.meet(reported)).count() == 0,
            Self::AnyOf(parts) => return parts.iter().any(|part| part.meet(reported)),
            Self::Target | Self::Baseline => return false,
        }
        true
    }
}

impl PartNeed {
    fn meet(&self, reported: &mut Reported) -> bool {
        self.need.meet(reported.parts.entry(self.id.clone()).or_default())
    }
}

/// What a goal that is open needs to earn at least `share` of its weight. `None` where nothing can give it any more, or
/// the figures do not fit.
///
/// A judgement by a person is not asked for here: its points are named as they are.
pub(super) fn need(goal: &Goal, entry: Option<&Entry>, share: Share) -> Option<Need> {
    let nothing = Reported::default();
    let reported = entry.map_or(&nothing, |entry| &entry.reported);
    let ground = Ground::of(goal, None);
    let target = counting_target(goal, entry);
    let figures = Figures::of(goal, target, reported, ground);
    match (goal.scoring.as_ref().unwrap_or(&Rule::AllOrNothing), target) {
        (_, Target::Undetermined) => Some(Need::Target),
        (_, _) if figures.lacks_baseline => Some(Need::Baseline),
        (Rule::AllOrNothing, _) => of_target(target, reported, ground),
        (Rule::Linear { zero_at, .. }, Target::Limit { relation, .. }) => {
            limit_of_linear(*relation, *zero_at, figures.threshold?, share, figures.decimals)
        }
        (Rule::Proportional { .. }, Target::Limit { relation, .. }) => {
            limit_of_proportional(*relation, figures.threshold?, share, figures.decimals)
        }
        (
            Rule::Scale { steps, between, .. },
            Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. },
        ) => limit_of_scale(steps, *between, share, figures.decimals),
        (Rule::Parts { shares }, Target::AllOf(parts)) => {
            of_shares(parts, shares, share, reported, ground).map(Need::AllOf)
        }
        _ => None,
    }
}

/// What the figures of a goal have in common.
struct Figures {
    threshold: Option<Decimal>,
    lacks_baseline: bool,
    decimals: u32,
}

impl Figures {
    fn of(goal: &Goal, target: &Target, reported: &Reported, ground: Ground) -> Self {
        let threshold = match target {
            Target::Limit { threshold, .. } => figure(threshold, reported, ground),
            _ => None,
        };
        let lacks_baseline = match target {
            Target::AllOf(_) | Target::AnyOf(_) => false,
            _ => !target.is_determined(reported, ground),
        };
        let ruled: Vec<Decimal> = match &goal.scoring {
            Some(Rule::Linear { zero_at, .. }) => vec![*zero_at],
            Some(Rule::Scale { steps, .. }) => steps.iter().map(|step| step.at).collect(),
            _ => Vec::new(),
        };
        let history = goal.history.iter().filter_map(|figure| figure.value);
        let scales = history.chain(threshold).chain(ruled).map(|figure| figure.normalize().scale()).max();
        Self { threshold, lacks_baseline, decimals: scales.unwrap_or_default() }
    }
}

/// A threshold as a figure, with the baseline that the assessment supplies where the contract has none.
fn figure(threshold: &Threshold, reported: &Reported, ground: Ground) -> Option<Decimal> {
    match *threshold {
        Threshold::Absolute(value) => Some(value),
        Threshold::Relative { baseline, change } => change.of(ground.baseline(baseline, reported)?).ok(),
    }
}

/// What makes a target hold.
fn of_target(target: &Target, reported: &Reported, ground: Ground) -> Option<Need> {
    if !matches!(target, Target::AllOf(_) | Target::AnyOf(_) | Target::Undetermined)
        && !target.is_determined(reported, ground)
    {
        return Some(Need::Baseline);
    }
    Some(match target {
        Target::Limit { relation, threshold } => {
            Need::Limit { relation: *relation, value: figure(threshold, reported, ground)? }
        }
        Target::Between { min, max } => {
            Need::Between { min: figure(min, reported, ground)?, max: figure(max, reported, ground)? }
        }
        Target::Unchanged { baseline, tolerance } => {
            let baseline = ground.baseline(*baseline, reported)?;
            let (min, max) = (difference(baseline, *tolerance).ok()?, sum(baseline, *tolerance).ok()?);
            Need::Between { min, max }
        }
        Target::By(day) => Need::By(*day),
        Target::Done | Target::Assessed { .. } => Need::Done,
        Target::AllOf(parts) => {
            let waiting = waiting(parts, reported, ground);
            Need::AllOf(waiting.map(|part| of_part(part, reported, ground)).collect::<Option<_>>()?)
        }
        Target::AnyOf(parts) => Need::AnyOf(
            waiting(parts, reported, ground).filter_map(|part| of_part(part, reported, ground)).collect(),
        ),
        Target::Undetermined => Need::Target,
    })
}

/// The parts that are not settled.
fn waiting<'a>(
    parts: &'a [Part],
    reported: &'a Reported,
    ground: Ground<'a>,
) -> impl Iterator<Item = &'a Part> {
    parts.iter().filter(move |part| {
        let verdict = judged(part, reported, ground);
        verdict != Verdict::Holds && verdict != Verdict::Fails
    })
}

/// As a composite sees its part: a judgement within one says yes or no.
fn judged(part: &Part, reported: &Reported, ground: Ground) -> Verdict {
    let nothing = Reported::default();
    let target = if matches!(part.target, Target::Assessed { .. }) { &Target::Done } else { &part.target };
    target.judge(reported.parts.get(&part.id).unwrap_or(&nothing), ground.of_part(part)).verdict
}

fn of_part(part: &Part, reported: &Reported, ground: Ground) -> Option<PartNeed> {
    let nothing = Reported::default();
    let own = reported.parts.get(&part.id).unwrap_or(&nothing);
    let need = of_target(&part.target, own, ground.of_part(part))?;
    Some(PartNeed { id: part.id.clone(), title: part.title.clone(), unit: part.unit.clone(), need })
}

/// The fewest open parts whose shares, with those of the parts that hold, make up the share: the largest first, those
/// whose target is fixed before the others.
fn of_shares(
    parts: &[Part],
    shares: &[(PartId, Decimal)],
    wanted: Share,
    reported: &Reported,
    ground: Ground,
) -> Option<Vec<PartNeed>> {
    let share_of = |id: &PartId| {
        let given = shares.iter().find(|(part, _)| part == id).map(|(_, share)| *share);
        if shares.is_empty() { Decimal::ONE } else { given.unwrap_or_default() }
    };
    let whole = if shares.is_empty() { Decimal::from(parts.len()) } else { Decimal::ONE };
    let held = parts.iter().filter(|part| judged(part, reported, ground) == Verdict::Holds);
    let mut reached = held.map(|part| share_of(&part.id)).try_fold(Decimal::ZERO, sum).ok()?;
    let mut open: Vec<_> = waiting(parts, reported, ground)
        .filter_map(|part| Some((share_of(&part.id), of_part(part, reported, ground)?)))
        .filter(|(share, _)| !share.is_zero())
        .collect();
    sort_by_key(&mut open, |(share, part)| (!part.need.can_be_named(), std::cmp::Reverse(*share)));
    let mut chosen = Vec::new();
    for (share, part) in open {
        if Share::of(reached, whole).ok()?.reaches(wanted)? {
            break;
        }
        reached = sum(reached, share).ok()?;
        chosen.push(part);
    }
    Share::of(reached, whole).ok()?.reaches(wanted)?.then_some(chosen)
}

impl Need {
    /// Whether a result can be named that does, wherever one is asked for.
    pub fn can_be_named(&self) -> bool {
        self.meet(&mut Reported::default())
    }
}
