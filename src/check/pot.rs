//! Pots and stages of a pay agreement: what is paid twice, what is never paid, and what no result changes.

use super::Findings;
use super::band::{condition_changes, most_of};
use crate::domain::contract::{EarnedBy, Goal, PayAgreement, Pot, PotSize, Stage, StageKind, Weight};
use crate::domain::number::{Decimal, Kroner, Points, Share};
use crate::domain::pay::goals_of_pot;
use crate::findings::{JsonPath, PotFinding};

/// A percent of the base pay above this is asked about.
const HIGH: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some(pay) = &found.contract.pay else { return };
    let at = || JsonPath::root().key("pay");
    if let Some(percent) = pay.max_percent.filter(|percent| percent.0 > HIGH) {
        found.report(at().key("max_percent"), PotFinding::MaximumPercentHigh { percent: percent.0 });
    }
    if pay.pots.is_empty() && pay.areas.is_empty() && pay.individual > Points::default() {
        let path = at().key("points").key("individual");
        found.report(path, PotFinding::IndividualWithoutAreas { points: pay.individual });
    }
    goals_once(found, pay);
    for (index, pot) in pay.pots.iter().enumerate() {
        each_pot(found, pay, (index, pot));
    }
    if pay.stages.is_empty() {
        return;
    }
    let most = found.contract.goals.iter().fold(Points::default(), |sum, goal| sum + most_of(goal));
    for (index, stage) in pay.stages.iter().enumerate() {
        let path = at().key("stages").index(index);
        if let StageKind::Gate { when, .. } = &stage.kind {
            let before = pay.stages.get(..index).unwrap_or_default();
            condition_changes(
                found,
                path.key("when"),
                when,
                most,
                Share::decimal(best_before(found.contract.goals.as_ref(), before)),
            );
        } else {
            cap(found, pay, (path, stage));
        }
    }
}

/// Goals that count twice, and those that do not count at all.
fn goals_once(found: &mut Findings<'_, '_>, pay: &PayAgreement) {
    if pay.pots.is_empty() {
        return;
    }
    let contract = found.contract;
    let mut pots = vec![Vec::new(); contract.goals.len()];
    for pot in &pay.pots {
        for (place, counts) in pots.iter_mut().zip(goals_of_pot(contract, pot)) {
            if counts {
                place.push(pot);
            }
        }
    }
    for (index, (goal, pots)) in contract.goals.iter().zip(pots).enumerate() {
        let path = JsonPath::root().key("goals").index(index);
        let name = goal.name().to_owned();
        match pots.as_slice() {
            [] if goal.weight.is_some() => found.report(path, PotFinding::GoalInNoPot { name }),
            [first, second, ..] => {
                let (first, second) = (first.title.clone(), second.title.clone());
                found.report(path, PotFinding::GoalInTwoPots { name, first, second });
            }
            _ => {}
        }
    }
}

fn each_pot(found: &mut Findings<'_, '_>, pay: &PayAgreement, (index, pot): (usize, &Pot)) {
    let path = || JsonPath::root().key("pay").key("pots").index(index);
    let contract = found.contract;
    let title = || pot.title.clone();
    let weighs = |goal: &Goal| goal.weight.is_some_and(|weight| weight.max() > Points::default());
    let is_earned = match &pot.earned_by {
        EarnedBy::Judged(most) => *most > Points::default(),
        EarnedBy::Individual => pay.areas.iter().any(|area| weighs(area)),
        EarnedBy::Areas(named) => pay.areas.iter().any(|area| named.contains(&area.id) && weighs(area)),
        _ => contract
            .goals
            .iter()
            .zip(goals_of_pot(contract, pot))
            .any(|(goal, counts)| counts && weighs(goal)),
    };
    if !is_earned {
        found.report(path().key("earned_by"), PotFinding::PotWithoutPoints { title: title() });
    }
    match pot.size {
        PotSize::Amount { level: Some(_), .. } => {
            found.report(path().key("level"), PotFinding::LevelNeedsRegulation { title: title() });
        }
        PotSize::Percent(percent) if percent.0 > HIGH => {
            found.report(path().key("percent"), PotFinding::MaximumPercentHigh { percent: percent.0 });
        }
        _ => {}
    }
}

/// The best fraction that a pot can have behind these stages, or more.
fn best_before(goals: &[std::rc::Rc<Goal>], stages: &[Stage]) -> Decimal {
    let overfulfilled =
        goals.iter().any(|goal| most_of(goal) > goal.weight.map(Weight::max).unwrap_or_default());
    // How much more than all of it does not matter: a condition asks for less.
    let start = if overfulfilled { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    stages.iter().fold(start, |best, stage| match &stage.kind {
        StageKind::Curve { steps, .. } => steps.last().map_or(best, |last| last.to),
        StageKind::Factor { max, .. } => best.checked_mul(*max).unwrap_or(best),
        StageKind::CapFraction(most) if stage.pots.is_empty() => best.min(*most),
        _ => best,
    })
}

/// A cap in kroner below the amount of a pot that it names.
fn cap(found: &mut Findings<'_, '_>, pay: &PayAgreement, (path, stage): (JsonPath, &Stage)) {
    let StageKind::CapAmount(cap) = stage.kind else { return };
    let mut stated = pay.pots.iter().filter_map(|pot| match pot.size {
        PotSize::Amount { kroner, level: None } if stage.covers(&pot.id) => Some((pot, kroner)),
        _ => None,
    });
    let below: Option<(&Pot, Kroner)> = stated.find(|(_, amount)| cap < *amount);
    if let Some((pot, amount)) = below {
        found.report(path.key("amount"), PotFinding::CapBelowPot { cap, title: pot.title.clone(), amount });
    }
}
