//! What must hold to reach a percent (docs/scoring.md, "What must hold"): open goals, the nearest first, with the
//! result that each needs.
//!
//! Which goal is near is the calculator's own choice, since no contract says what a goal costs: see [`Effort`] and
//! [`plan`].

mod candidate;
mod effort;
mod fewest;
mod mildest;
mod need;
mod rule;
mod score;

use std::collections::BTreeSet;

pub use effort::Effort;
pub use need::{Need, PartNeed};

use self::candidate::{Candidate, candidates};
use self::fewest::fewer_than;
use self::score::Score;
use super::address::LineId;
use super::assessment::Assessment;
use super::contract::Contract;
use super::evaluation::Evaluation;
use super::number::{Decimal, Percent, Points, Share, Span};
use super::timing::Timing;
use crate::small::set_of;

/// What the percent is counted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Of the full resultatløn: the fraction of docs/scoring.md, step 3.
    Pay,
    /// Of the contract's points.
    Points,
}

/// Which of the open goals are taken first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those that are nearest.
    #[default]
    Nearest,
    /// Those that give the most.
    Largest,
}

/// What must hold to reach a percent.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What the percent is counted of.
    pub measure: Measure,
    /// From what is certain to what can still be reached.
    pub now: Span<Share>,
    /// Whether the percent can be reached at all.
    pub reach: Reach,
    /// What must hold, in the order in which it was taken. None of the lines can be left out.
    pub lines: Vec<PlanLine>,
    /// Whether no other way takes fewer lines, where that was searched: through pots and stages, with those that give the
    /// most first. `Some(false)` where the search was too long to say so.
    pub is_fewest: Option<bool>,
}

/// Whether a percent can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is certain already.
    Certain,
    /// It is, once every line holds.
    Possible,
    /// It is not, even if everything that is open goes well; the lines are then all that is open.
    Impossible,
}

/// A goal or an area that must be reached, or the points that the one judgement of all areas must give.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    /// A goal, an individual area, or the one judgement of all areas.
    pub id: LineId,
    /// The mildest result that gives the points.
    pub need: Need,
    /// How far it is to that.
    pub effort: Effort,
    /// The points that it must give beyond those that are certain: the contract's for a goal, else the
    /// resultatløn's. A scale or parts may give more for the result that is needed.
    pub points: Points,
    /// What is reached once this line and those before it hold.
    pub reached: Share,
}

/// What must hold to reach `wanted` of the resultatløn, or of the contract's points. `None` in an unweighted
/// contract, without a pay agreement where that is asked for, and where the figures do not fit. Each line, once it is
/// entered, gives what it promises. Goals whose figures are too large to say so are left out.
///
/// [`Order::Nearest`] takes the nearest first, by [`Effort`]. The one judgement of all individual areas comes last,
/// since nobody but the department can do anything about it. [`Order::Largest`] takes first those that give the most.
///
/// Goals are taken until the percent is reached; those that later ones made unnecessary are dropped. The last one is
/// asked for no more than is missing. Through pots and stages [`Order::Largest`] searches for the fewest.
pub fn plan(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    measure: Measure,
    wanted: Percent,
    order: Order,
) -> Option<Plan> {
    let certain = Score::certain(contract, assessment, evaluation, measure)?;
    let wanted = Share::fraction(wanted.0, Decimal::ONE_HUNDRED).ok()?;
    // What is only measured or forecast so far has still to become a result.
    let settled = Timing::new(contract, assessment).results_alone(contract, assessment);
    let mut candidates = candidates(contract, assessment, &settled, evaluation, measure, order);
    let all = candidates
        .iter()
        .fold(certain.clone(), |score, candidate| score.with_points(candidate, candidate.gain));
    let now = Span::new(certain.share()?, all.share()?);
    if now.min.reaches(wanted)? {
        let (reach, lines) = (Reach::Certain, Vec::new());
        return Some(Plan { measure, now, reach, lines, is_fewest: None });
    }
    let decimals = contract.decimals();
    if !now.max.reaches(wanted)? {
        let taken: Vec<_> = candidates.iter().collect();
        let lines = plan_lines(certain, &taken, None, decimals)?;
        return Some(Plan { measure, now, reach: Reach::Impossible, lines, is_fewest: None });
    }
    loop {
        let mut taken = choose(certain.clone(), &candidates, wanted)?;
        let mut is_fewest = None;
        if let Some(way) = certain.way().filter(|_| order == Order::Largest) {
            let search = fewer_than(taken.len(), way, &candidates, wanted);
            is_fewest = Some(search.is_exact);
            if let Some(fewest) = search.found {
                let fewest = set_of(fewest.iter().map(|candidate| &candidate.id));
                taken = candidates.iter().filter(|candidate| fewest.contains(&candidate.id)).collect();
            }
        }
        let lines = plan_lines(certain.clone(), &taken, Some(wanted), decimals)?;
        let broken = taken.iter().zip(&lines).filter(|(taken, line)| !taken.delivers(line, decimals));
        let broken = set_of(broken.map(|(taken, _)| taken.id.clone()));
        if broken.is_empty() {
            return Some(Plan { measure, now, reach: Reach::Possible, lines, is_fewest });
        }
        candidates.retain(|candidate| !broken.contains(&candidate.id));
    }
}

/// Takes candidates until the percent is reached, then drops those that it is reached without, the farthest first.
/// The last one taken stays. `None` where all of them do not reach it.
fn choose<'a, 'c>(
    certain: Score<'c>,
    candidates: &'a [Candidate<'c>],
    wanted: Share,
) -> Option<Vec<&'a Candidate<'c>>> {
    let (mut score, mut taken): (_, Vec<&Candidate>) = (certain, Vec::new());
    for candidate in candidates {
        if score.share()?.reaches(wanted)? {
            break;
        }
        score = score.with_points(candidate, candidate.gain);
        taken.push(candidate);
    }
    if !score.share()?.reaches(wanted)? {
        return None;
    }
    let mut superfluous = BTreeSet::new();
    for candidate in taken.iter().rev().skip(1) {
        let without = score.clone().with_points(candidate, Points::default() - candidate.gain);
        if without.share()?.reaches(wanted)? {
            superfluous.insert(&candidate.id);
            score = without;
        }
    }
    taken.retain(|candidate| !superfluous.contains(&candidate.id));
    Some(taken)
}

/// The lines of what was taken. The last of them is asked for what is missing to `wanted` alone.
fn plan_lines(
    certain: Score,
    taken: &[&Candidate],
    wanted: Option<Share>,
    decimals: u32,
) -> Option<Vec<PlanLine>> {
    let mut score = certain;
    let mut lines = Vec::with_capacity(taken.len());
    for (index, candidate) in taken.iter().enumerate() {
        let (mut need, mut points) = (candidate.need.clone(), candidate.gain);
        if let Some(wanted) = wanted.filter(|_| index + 1 == taken.len()) {
            let missing = score.points_missing(candidate, wanted)?;
            let less = (missing < points).then(|| candidate.need_for(missing, decimals)).flatten();
            // A rule that knows nothing between asks for the same, and gives all of it.
            if let Some(less) = less.filter(|less| *less != need) {
                (need, points) = (less, missing);
            }
        }
        score = score.with_points(candidate, points);
        let (id, effort) = (candidate.id.clone(), candidate.effort_of(&need));
        lines.push(PlanLine { id, need, effort, points, reached: score.share()? });
    }
    Some(lines)
}
