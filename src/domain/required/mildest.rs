//! The mildest result that earns a share of a goal's weight, per kind of target and rule.

use std::cmp::Reverse;

use super::need::{Need, PartNeed};
use super::rule::{limit_of_linear, limit_of_proportional, limit_of_scale};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, Part, PartId, Rating, Rule, Target, Threshold};
use crate::domain::judging::{Ground, judge_part};
use crate::domain::number::{Decimal, Share, Span, difference, sum};
use crate::domain::outcome::counting_target;
use crate::domain::reported::Reported;
use crate::domain::scoring::share_of;
use crate::domain::trace::Verdict;
use crate::small::sort_by_key;

/// The mildest need of a goal that is open to earn at least `share` of its weight. `None` where nothing can give it any more, or
/// the figures do not fit.
///
/// A judgement by a person is not asked for here: its points are named as they are.
pub(super) fn mildest(goal: &Goal, entry: Option<&Entry>, share: Share) -> Option<Need> {
    let nothing = Reported::default();
    let reported = entry.map_or(&nothing, |entry| &entry.reported);
    need_of_share(counting_target(goal, entry), reported, Ground::of_goal(goal, None), share)
}

/// What earns at least this share of a target by the rule of its ground.
fn need_of_share(target: &Target, reported: &Reported, ground: Ground, share: Share) -> Option<Need> {
    let figures = Figures::new(target, reported, ground);
    match (ground.rule.unwrap_or(&Rule::AllOrNothing), target) {
        (_, Target::Undetermined) => Some(Need::Target),
        (_, Target::Rated(rating)) => level(rating, share),
        (_, _) if figures.lacks_baseline => Some(Need::Baseline),
        (Rule::AllOrNothing, _) => need_of_target(target, reported, ground),
        (Rule::Linear { .. }, Target::Limit { relation, .. }) => {
            limit_of_linear(*relation, *figures.ruled.first()?, figures.threshold?, share, figures.decimals)
        }
        (Rule::Proportional { .. }, Target::Limit { relation, .. }) => {
            limit_of_proportional(*relation, figures.threshold?, share, figures.decimals)
        }
        (
            Rule::Scale { steps, between, .. },
            Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. },
        ) => limit_of_scale(&figures.ruled, steps, *between, share, figures.decimals),
        (Rule::Parts { shares }, Target::AllOf(parts)) => {
            parts_for_share(parts, shares, share, reported, ground).map(Need::AllOf)
        }
        _ => None,
    }
}

/// The lowest level that gives the share.
fn level(rating: &Rating, share: Share) -> Option<Need> {
    let level = rating.mildest(share)?;
    Some(Need::Level { id: level.id.clone(), title: level.title.clone() })
}

/// What the figures of a goal or a part have in common.
struct Figures {
    threshold: Option<Decimal>,
    /// The figures of the rule.
    ruled: Vec<Decimal>,
    lacks_baseline: bool,
    decimals: u32,
}

impl Figures {
    fn new(target: &Target, reported: &Reported, ground: Ground) -> Self {
        let threshold = match target {
            Target::Limit { threshold, .. } => threshold_figure(threshold, reported, ground),
            _ => None,
        };
        let of_rule = ground.rule.map(Rule::figures).unwrap_or_default();
        let ruled: Vec<Decimal> =
            of_rule.iter().filter_map(|figure| ground.figure(*figure, reported).ok()?).collect();
        let lacks_baseline = match target {
            Target::AllOf(_) | Target::AnyOf(_) => false,
            _ => !target.is_determined(reported, ground) || ruled.len() < of_rule.len(),
        };
        let history = ground.history.iter().filter_map(|figure| figure.value);
        let scales = history
            .chain(threshold)
            .chain(ruled.iter().copied())
            .map(|figure| figure.normalize().scale())
            .max();
        Self { threshold, ruled, lacks_baseline, decimals: scales.unwrap_or_default() }
    }
}

/// A threshold as a figure, with the baseline that the assessment supplies where the contract has none.
fn threshold_figure(threshold: &Threshold, reported: &Reported, ground: Ground) -> Option<Decimal> {
    match *threshold {
        Threshold::Absolute(value) => Some(value),
        Threshold::Relative { baseline, change } => {
            change.applied_to(ground.baseline(baseline, reported)?).ok()
        }
    }
}

/// What makes a target hold.
fn need_of_target(target: &Target, reported: &Reported, ground: Ground) -> Option<Need> {
    if !matches!(target, Target::AllOf(_) | Target::AnyOf(_) | Target::Undetermined)
        && !target.is_determined(reported, ground)
    {
        return Some(Need::Baseline);
    }
    Some(match target {
        Target::Limit { relation, threshold } => {
            Need::Limit { relation: *relation, value: threshold_figure(threshold, reported, ground)? }
        }
        Target::Between { min, max } => Need::Between {
            min: threshold_figure(min, reported, ground)?,
            max: threshold_figure(max, reported, ground)?,
        },
        Target::Unchanged { baseline, tolerance } => {
            let baseline = ground.baseline(*baseline, reported)?;
            let (min, max) = (difference(baseline, *tolerance).ok()?, sum(baseline, *tolerance).ok()?);
            Need::Between { min, max }
        }
        Target::By(day) => Need::By(*day),
        Target::Done | Target::Assessed { .. } => Need::Done,
        Target::Rated(rating) => level(rating, Share::FULL)?,
        Target::AllOf(parts) => {
            let waiting = unsettled_parts(parts, reported, ground);
            let needs = waiting.map(|part| need_of_part(part, reported, ground, Share::FULL));
            Need::AllOf(needs.collect::<Option<_>>()?)
        }
        Target::AnyOf(parts) => Need::AnyOf(
            unsettled_parts(parts, reported, ground)
                .filter_map(|part| need_of_part(part, reported, ground, Share::FULL))
                .collect(),
        ),
        Target::Undetermined => Need::Target,
    })
}

/// The parts of which it is not settled whether they hold.
fn unsettled_parts<'a>(
    parts: &'a [Part],
    reported: &'a Reported,
    ground: Ground<'a>,
) -> impl Iterator<Item = &'a Part> {
    parts.iter().filter(move |part| {
        let verdict = judge_part(part, reported, ground).1.verdict;
        verdict != Verdict::Holds && verdict != Verdict::Fails
    })
}

/// What a part needs for this share of it; yes or no where it is not reached in part.
fn need_of_part(part: &Part, reported: &Reported, ground: Ground, share: Share) -> Option<PartNeed> {
    let nothing = Reported::default();
    let own = reported.parts.get(&part.id).unwrap_or(&nothing);
    let ground = ground.of_part(part);
    let need = if part.has_degrees() {
        need_of_share(&part.target, own, ground, share)?
    } else {
        need_of_target(&part.target, own, ground)?
    };
    Some(named(part, need))
}

fn named(part: &Part, need: Need) -> PartNeed {
    PartNeed { id: part.id.clone(), title: part.title.clone(), unit: part.unit.clone(), need }
}

/// A part that is open, and what it can still give of the goal.
struct OpenPart<'a> {
    part: &'a Part,
    /// The part's share of the goal.
    weight: Share,
    /// How much of the part is certain.
    certain: Share,
    /// What it adds to the goal at its best.
    gain: Share,
    /// What it needs for that.
    need: PartNeed,
}

impl OpenPart<'_> {
    /// What it needs to add no more than is missing.
    fn need_for(&self, missing: Share, reported: &Reported, ground: Ground) -> Option<PartNeed> {
        let share = self.certain.plus(missing.over(self.weight).ok()?).ok()?;
        need_of_part(self.part, reported, ground, share)
    }
}

/// The fewest open parts that make up the share together with what is reached. Those that give the most come first, those
/// whose target is fixed before the others. The last one is asked for no more than is missing.
fn parts_for_share(
    parts: &[Part],
    shares: &[(PartId, Decimal)],
    wanted: Share,
    reported: &Reported,
    ground: Ground,
) -> Option<Vec<PartNeed>> {
    let (mut reached, mut open) = (Share::NONE, Vec::new());
    for part in parts {
        let weight = share_of(&part.id, shares, parts.len()).ok()?;
        let Span { min: certain, max } = judge_part(part, reported, ground).1.share;
        reached = reached.plus(certain.part_of(weight).ok()?).ok()?;
        let gain = max.minus(certain).ok()?.part_of(weight).ok()?;
        if gain.is_none() {
            continue;
        }
        // Where the rule cannot score the target, the target is what is amiss.
        let need = need_of_part(part, reported, ground, max).unwrap_or_else(|| named(part, Need::Target));
        open.push(OpenPart { part, weight, certain, gain, need });
    }
    let rounded = |share: Share| share.times(Decimal::ONE, 9).unwrap_or_default();
    sort_by_key(&mut open, |open| (!open.need.need.can_be_named(), Reverse(rounded(open.gain))));
    let mut chosen = Vec::new();
    for open in open {
        if reached.reaches(wanted)? {
            break;
        }
        let after = reached.plus(open.gain).ok()?;
        let less = after.reaches(wanted)? && open.part.has_degrees();
        let missing = wanted.minus(reached).ok().filter(|_| less);
        let less = missing.and_then(|missing| open.need_for(missing, reported, ground));
        chosen.push(less.unwrap_or(open.need));
        reached = after;
    }
    reached.reaches(wanted)?.then_some(chosen)
}
