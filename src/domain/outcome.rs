//! One goal: from what was entered for it to its points, with every step.

use super::address::{EntryField, EntryId, FieldId};
use super::assessment::{Addendum, Entry};
pub use super::counting::{
    addendum_that_counts, addendum_that_fixes, counting_period, counting_target, probable_period,
};

use super::contract::{Goal, Rule, Target, Weight};
use super::date::Date;
use super::evaluation::{Expectation, GoalOutcome, GoalStatus};
use super::judging::{Fault, Ground, Judgement, preceded};
use super::number::{Points, Share, Span, TooLarge, difference, product, quotient, rounded, sum};
use super::objection::{Objection, ObjectionKind};
use super::reported::Reported;
use super::scoring::{Scored, Scoring, best};
use super::timing::Timing;
use super::trace::{Outlook, Step};
use super::years::Years;

/// What a goal's outcome depends on besides the goal and its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The weight as it counts; none in an unweighted contract.
    pub weight: Option<Weight>,
    /// Decimals that points are rounded to.
    pub decimals: u32,
    /// The days that decide whether what was entered is a result.
    pub timing: Timing,
    /// The years in which results are expected.
    pub years: Option<Years>,
    /// Whether it is an individual area rather than a goal of the contract.
    pub is_area: bool,
}

/// What one goal comes to. Where the contract has no rule, all or nothing.
pub fn outcome(goal: &Goal, entry: Option<&Entry>, setting: Setting) -> GoalOutcome {
    match entry {
        Some(entry) => outcome_of_entry(goal, entry, setting),
        None => outcome_of_entry(goal, &Entry::default(), setting),
    }
}

fn outcome_of_entry(goal: &Goal, entry: &Entry, setting: Setting) -> GoalOutcome {
    if let Some(reason) = &entry.lapsed.what {
        return lapsed(goal, reason, setting);
    }
    scored(goal, entry, setting).unwrap_or_else(|error| too_large(goal, error, setting))
}

fn scored(goal: &Goal, entry: &Entry, setting: Setting) -> Result<GoalOutcome, TooLarge> {
    let counting = target_that_counts(goal, entry);
    let entered = setting.timing.entered(
        counting.target,
        &entry.reported,
        (counting_period(goal, Some(entry)), goal.ratio.as_deref()),
    );
    let mut worked = score_result(goal, counting.target, &entered.settled, setting)?;
    let overdue = worked.overdue.filter(|_| !worked.share.is_settled());
    let mut steps = counting.steps;
    if let Some(step) = setting.weight.and_then(|to| reweighting_step(goal, to)) {
        steps.push(step);
    }
    steps = preceded(steps, worked.steps);
    let expected = match entered.expected.as_deref() {
        Some(reported) => Some(score_result(goal, counting.target, reported, setting)?),
        None => None,
    };
    let expected = expected.zip(entered.expected).map(|(expected, reported)| {
        // What is wrong with a reading is said as well, although it settles nothing.
        worked.faults.clone_from(&expected.faults);
        let expected = Box::new(expectation(&reported, expected));
        steps.push(expected.step());
        expected
    });
    Ok(GoalOutcome {
        goal: goal.id.clone(),
        status: worked.status,
        overdue,
        weight: setting.weight,
        share: worked.share,
        points: worked.points,
        expected,
        steps,
        objections: objections(goal, entry, worked.faults, counting.in_vain, setting),
    })
}

/// What is wrong with an entry: an addendum in vain, what its result cannot be, days in strange years.
fn objections(
    goal: &Goal,
    entry: &Entry,
    faults: Vec<Fault>,
    in_vain: bool,
    setting: Setting,
) -> Vec<Objection> {
    let in_vain = in_vain.then(|| Objection {
        place: entry_id(goal, setting).field(EntryField::AddendumKind),
        kind: ObjectionKind::TargetIsFixed,
    });
    let strange = setting.years.map(|years| years.faults(&entry.reported)).unwrap_or_default();
    if faults.is_empty() && strange.is_empty() {
        return in_vain.into_iter().collect();
    }
    let faults = faults.into_iter().chain(strange).map(|fault| objection(goal, fault, setting));
    in_vain.into_iter().chain(faults).collect()
}

/// What a target says of a result, and what that earns.
struct ScoredResult {
    status: GoalStatus,
    share: Span<Share>,
    points: Option<Span<Points>>,
    overdue: Option<Date>,
    steps: Vec<Step>,
    faults: Vec<Fault>,
}

fn score_result(
    goal: &Goal,
    target: &Target,
    reported: &Reported,
    setting: Setting,
) -> Result<ScoredResult, TooLarge> {
    let ground = Ground::of_goal(goal, setting.timing.as_of);
    let judgement = target.judge(reported, ground);
    let rule = goal.scoring.as_ref().unwrap_or(&Rule::AllOrNothing);
    let (weight, stated) = (setting.weight, goal.weight);
    let scoring = Scoring { target, reported, judgement: &judgement, ground, weight, stated };
    let mut scored = scoring.score(rule)?;
    let points = setting.weight.map(|weight| point_span(weight, &scored, setting.decimals)).transpose()?;
    let last = points.and_then(|points| last_step(setting.weight, &scored, points));
    let (mut steps, mut faults) = (judgement.steps, judgement.faults);
    steps.append(&mut scored.steps);
    if let Some(step) = last {
        steps.push(step);
    }
    faults.append(&mut scored.faults);
    let (status, overdue) = (status(&scored), judgement.overdue);
    Ok(ScoredResult { status, share: scored.share, points, overdue, steps, faults })
}

/// What the goal would come to if its readings and forecasts were results.
fn expectation(reported: &Reported, worked: ScoredResult) -> Expectation {
    let ScoredResult { share, points, steps, .. } = worked;
    let Reported { period, value, .. } = *reported;
    Expectation { share, points, outlook: Outlook::new(share), period, value, steps }
}

/// The target that counts.
struct Counting<'a> {
    target: &'a Target,
    steps: Vec<Step>,
    /// Whether an addendum fixes a target that is fixed already.
    in_vain: bool,
}

fn target_that_counts<'a>(goal: &'a Goal, entry: &'a Entry) -> Counting<'a> {
    let counting = addendum_that_counts(goal, Some(entry));
    Counting {
        target: counting_target(goal, Some(entry)),
        steps: counting.map_or_else(Vec::new, |addendum| vec![addendum_step(addendum)]),
        in_vain: entry.addendum.is_some() && counting.is_none(),
    }
}

fn addendum_step(addendum: &Addendum) -> Step {
    Step::Addendum { agreed: addendum.decision.agreed, measured: addendum.measured }
}

/// The points of a span of shares; a person's points as given. The weight and what comes out are at most
/// [`Points::MOST`].
fn point_span(weight: Weight, scored: &Scored, decimals: u32) -> Result<Span<Points>, TooLarge> {
    weight.max().within_most()?;
    if let Some(points) = scored.judged {
        return Ok(Span::settled(points));
    }
    let points = scored.share.try_map(|share| weighted(weight, share, decimals))?;
    points.max.within_most()?;
    Ok(points)
}

/// weight × share, or min + (max − min) × share. Nothing and everything, which most goals earn, need no division.
fn weighted(weight: Weight, share: Share, decimals: u32) -> Result<Points, TooLarge> {
    let whole = |points: Points| {
        let mut points = rounded(points.0, decimals);
        points.rescale(decimals);
        Ok(Points(points))
    };
    if share.is_none() {
        return whole(weight.min());
    }
    if share.numerator() == share.denominator() {
        return whole(weight.max());
    }
    match weight {
        Weight::Fixed(points) => share.times(points.0, decimals).map(Points),
        Weight::Range { min, max } => {
            let gain = product(difference(max.0, min.0)?, share.numerator())?;
            let above = sum(product(min.0, share.denominator())?, gain)?;
            quotient(above, share.denominator(), decimals).map(Points)
        }
    }
}

fn status(scored: &Scored) -> GoalStatus {
    if !scored.share.is_settled() {
        return if scored.undetermined { GoalStatus::Undetermined } else { GoalStatus::Open };
    }
    match scored.share.min {
        share if share.is_full() => GoalStatus::Met,
        share if share.is_none() => GoalStatus::NotMet,
        _ => GoalStatus::PartlyMet,
    }
}

fn reweighting_step(goal: &Goal, to: Weight) -> Option<Step> {
    let from = goal.weight.filter(|from| *from != to)?;
    Some(Step::Reweighted { from, to })
}

/// The step that ends in points: settled, or what is still possible. A person's points need none.
fn last_step(weight: Option<Weight>, scored: &Scored, points: Span<Points>) -> Option<Step> {
    if scored.judged.is_some() {
        return None;
    }
    if !scored.share.is_settled() {
        return Some(Step::Open(points));
    }
    let (share, points) = (scored.share.min, points.min);
    Some(match weight? {
        Weight::Fixed(weight) => Step::Points { weight, share, points },
        Weight::Range { min, max } => Step::RangePoints { min, max, share, points },
    })
}

/// A lapsed goal gives nothing; its weight, where it was not shared out, is lost.
fn lapsed(goal: &Goal, reason: &str, setting: Setting) -> GoalOutcome {
    let weight = setting.weight.filter(|weight| weight.max().within_most().is_ok());
    GoalOutcome {
        goal: goal.id.clone(),
        status: GoalStatus::Lapsed,
        overdue: None,
        weight,
        share: Span::settled(Share::NONE),
        points: weight.map(|_| Span::default()),
        expected: None,
        steps: vec![Step::Lapsed { reason: reason.to_owned() }],
        objections: Vec::new(),
    }
}

/// Figures that cannot be worked out exactly leave the goal open, from nothing to the best that its rule can give.
/// It has no weight and no points where not even these fit.
fn too_large(goal: &Goal, error: TooLarge, setting: Setting) -> GoalOutcome {
    let judgement = Judgement::too_large(error);
    let open = Scored::open(best(&goal.target, goal.scoring.as_ref()), judgement.verdict);
    let points = setting.weight.and_then(|weight| point_span(weight, &open, setting.decimals).ok());
    let faults = judgement.faults.into_iter().map(|fault| objection(goal, fault, setting));
    GoalOutcome {
        goal: goal.id.clone(),
        status: GoalStatus::Open,
        overdue: None,
        weight: setting.weight.filter(|_| points.is_some()),
        share: open.share,
        points,
        expected: None,
        steps: judgement.steps,
        objections: faults.collect(),
    }
}

fn objection(goal: &Goal, fault: Fault, setting: Setting) -> Objection {
    let Fault { path, field, kind } = fault;
    let entry = entry_id(goal, setting);
    let place = match field {
        Some(field) => entry.reported(&path, field),
        None => FieldId::Whole(entry, path.into()),
    };
    Objection { place, kind }
}

fn entry_id(goal: &Goal, setting: Setting) -> EntryId {
    if setting.is_area { EntryId::area(&goal.id) } else { EntryId::goal(&goal.id) }
}
