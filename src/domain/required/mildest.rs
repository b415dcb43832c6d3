//! The mildest result that earns a share of a goal's weight, per kind of target and rule.

use super::need::{Need, PartNeed};
use super::rule::{limit_of_linear, limit_of_proportional, limit_of_scale};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, Part, PartId, Rating, Rule, Target, Threshold};
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, Share, difference, sum};
use crate::domain::outcome::counting_target;
use crate::domain::reported::Reported;
use crate::domain::trace::Verdict;
use crate::small::sort_by_key;

/// The mildest need of a goal that is open to earn at least `share` of its weight. `None` where nothing can give it any more, or
/// the figures do not fit.
///
/// A judgement by a person is not asked for here: its points are named as they are.
pub(super) fn mildest(goal: &Goal, entry: Option<&Entry>, share: Share) -> Option<Need> {
    let nothing = Reported::default();
    let reported = entry.map_or(&nothing, |entry| &entry.reported);
    let ground = Ground::of_goal(goal, None);
    let target = counting_target(goal, entry);
    let figures = Figures::of_goal(goal, target, reported, ground);
    match (goal.scoring.as_ref().unwrap_or(&Rule::AllOrNothing), target) {
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

/// What the figures of a goal have in common.
struct Figures {
    threshold: Option<Decimal>,
    /// The figures of the rule.
    ruled: Vec<Decimal>,
    lacks_baseline: bool,
    decimals: u32,
}

impl Figures {
    fn of_goal(goal: &Goal, target: &Target, reported: &Reported, ground: Ground) -> Self {
        let threshold = match target {
            Target::Limit { threshold, .. } => threshold_figure(threshold, reported, ground),
            _ => None,
        };
        let of_rule = goal.scoring.as_ref().map(Rule::figures).unwrap_or_default();
        let ruled: Vec<Decimal> =
            of_rule.iter().filter_map(|figure| ground.figure(*figure, reported).ok()?).collect();
        let lacks_baseline = match target {
            Target::AllOf(_) | Target::AnyOf(_) => false,
            _ => !target.is_determined(reported, ground) || ruled.len() < of_rule.len(),
        };
        let history = goal.history.iter().filter_map(|figure| figure.value);
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
            Need::AllOf(waiting.map(|part| need_of_part(part, reported, ground)).collect::<Option<_>>()?)
        }
        Target::AnyOf(parts) => Need::AnyOf(
            unsettled_parts(parts, reported, ground)
                .filter_map(|part| need_of_part(part, reported, ground))
                .collect(),
        ),
        Target::Undetermined => Need::Target,
    })
}

/// The parts that are not settled.
fn unsettled_parts<'a>(
    parts: &'a [Part],
    reported: &'a Reported,
    ground: Ground<'a>,
) -> impl Iterator<Item = &'a Part> {
    parts.iter().filter(move |part| {
        let verdict = part_verdict(part, reported, ground);
        verdict != Verdict::Holds && verdict != Verdict::Fails
    })
}

/// As a composite sees its part: a judgement within one says yes or no.
fn part_verdict(part: &Part, reported: &Reported, ground: Ground) -> Verdict {
    let nothing = Reported::default();
    let target = if matches!(part.target, Target::Assessed { .. }) { &Target::Done } else { &part.target };
    target.judge(reported.parts.get(&part.id).unwrap_or(&nothing), ground.of_part(part)).verdict
}

fn need_of_part(part: &Part, reported: &Reported, ground: Ground) -> Option<PartNeed> {
    let nothing = Reported::default();
    let own = reported.parts.get(&part.id).unwrap_or(&nothing);
    let need = need_of_target(&part.target, own, ground.of_part(part))?;
    Some(PartNeed { id: part.id.clone(), title: part.title.clone(), unit: part.unit.clone(), need })
}

/// The fewest open parts that make up the share together with the parts that hold. The largest come first, those
/// whose target is fixed before the others.
fn parts_for_share(
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
    let held = parts.iter().filter(|part| part_verdict(part, reported, ground) == Verdict::Holds);
    let mut reached = held.map(|part| share_of(&part.id)).try_fold(Decimal::ZERO, sum).ok()?;
    let mut open: Vec<_> = unsettled_parts(parts, reported, ground)
        .filter_map(|part| Some((share_of(&part.id), need_of_part(part, reported, ground)?)))
        .filter(|(share, _)| !share.is_zero())
        .collect();
    sort_by_key(&mut open, |(share, part)| (!part.need.can_be_named(), std::cmp::Reverse(*share)));
    let mut chosen = Vec::new();
    for (share, part) in open {
        if Share::fraction(reached, whole).ok()?.reaches(wanted)? {
            break;
        }
        reached = sum(reached, share).ok()?;
        chosen.push(part);
    }
    Share::fraction(reached, whole).ok()?.reaches(wanted)?.then_some(chosen)
}
