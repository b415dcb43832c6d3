//! Pots and stages of a pay agreement: what is paid twice, what is never paid, and what no result changes.

use super::Findings;
use super::band::{condition_changes, most_of};
use super::goal::is_percent;
use super::numerals::{Marks, Numeral, numerals};
use crate::domain::contract::{
    EarnedBy, Goal, IndividualRule, PayAgreement, Pot, PotSize, Stage, StageKind, Weight,
};
use crate::domain::number::{Decimal, Kroner, Points, Share, Span, proportion, rounded, sum};
use crate::domain::pay::{CurveLine, curve_line, goals_of_pot};
use crate::findings::{JsonPath, PotFinding, PotMeasure, WeightFinding};

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
    if !pay.pots.is_empty() {
        goals_once(found, pay);
        areas_once(found, pay);
    }
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
            let fraction = fractions_before(found.contract.goals.as_ref(), pay, (before, stage));
            condition_changes(found, path.key("when"), when, most, fraction);
        } else {
            cap(found, pay, (path, stage));
        }
    }
}

/// Goals that count twice, and those that do not count at all.
fn goals_once(found: &mut Findings<'_, '_>, pay: &PayAgreement) {
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
        counted(found, goal, (JsonPath::root().key("goals").index(index), &pots));
    }
}

/// The same of individual areas. What is left to the one judgement counts by that.
fn areas_once(found: &mut Findings<'_, '_>, pay: &PayAgreement) {
    for (index, area) in pay.areas.iter().enumerate() {
        let earns = |pot: &&Pot| match &pot.earned_by {
            EarnedBy::Areas(named) => named.contains(&area.id),
            EarnedBy::Individual => true,
            _ => false,
        };
        let pots: Vec<_> = pay.pots.iter().filter(earns).collect();
        let path = JsonPath::root().key("pay").key("areas").index(index);
        if !pots.is_empty() && area.weight.is_none() {
            let (name, place) = (area.name().to_owned(), area.source.clone());
            found.report(path, WeightFinding::GoalWithoutWeight { name, place });
        } else if !pots.is_empty() || pay.individual_rule() == IndividualRule::Areas {
            counted(found, area, (path, &pots));
        }
    }
}

/// A goal or an area that counts in none of the pots, or in more than one.
fn counted(found: &mut Findings<'_, '_>, goal: &Goal, (path, pots): (JsonPath, &[&Pot])) {
    let name = goal.name().to_owned();
    match pots {
        [] if goal.weight.is_some() => found.report(path, PotFinding::GoalInNoPot { name }),
        [first, second, ..] => {
            let (first, second) = (first.title.clone(), second.title.clone());
            found.report(path, PotFinding::GoalInTwoPots { name, first, second });
        }
        _ => {}
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
    if let Some((figure, measure)) = other_figure(found.contract.language.as_str(), pay, pot) {
        found.report(path().key("title"), PotFinding::PotTitleDiffers { title: title(), figure, measure });
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

/// A figure of a pot's title that says another amount, or another part of the whole, than the agreement has.
fn other_figure(language: &str, pay: &PayAgreement, pot: &Pot) -> Option<(Decimal, PotMeasure)> {
    let figures = numerals(&pot.title, Marks::of_language(language));
    let is_kroner = |figure: &&Numeral<'_>| {
        let unit = figure.unit.to_lowercase();
        unit == "kr" || unit.starts_with("kron") || unit == "dkk"
    };
    let (stated, part) = match pot.size {
        PotSize::Amount { kroner, .. } => (Some(kroner), part_of_pots(pay, kroner)),
        PotSize::Percent(_) | PotSize::Entered => (None, None),
    };
    let of_base = if let PotSize::Percent(percent) = pot.size { Some(percent.0) } else { None };
    let first = |figure: &Numeral<'_>| figure.readings.first().copied();
    if let Some(amount) = stated
        && let Some(figure) =
            figures.iter().filter(is_kroner).find(|figure| !figure.readings.contains(&amount.0))
    {
        return Some((first(figure)?, PotMeasure::Kroner(amount)));
    }
    let measure = of_base.map(PotMeasure::OfBase).or_else(|| part.map(PotMeasure::OfPots))?;
    let (PotMeasure::OfBase(own) | PotMeasure::OfPots(own)) = measure else { return None };
    // A title may round: 33 pct. of a third.
    let says = |reading: &Decimal| rounded(own, reading.scale()) == *reading;
    let mut percents = figures.iter().filter(|figure| is_percent(figure.unit));
    let other = percents
        .find(|figure| !figure.readings.iter().map(Decimal::normalize).any(|reading| says(&reading)))?;
    Some((first(other)?, measure))
}

/// How many percent of all pots an amount is, to two decimals; `None` where they are not all amounts.
fn part_of_pots(pay: &PayAgreement, Kroner(amount): Kroner) -> Option<Decimal> {
    let mut total = Decimal::ZERO;
    for pot in &pay.pots {
        let PotSize::Amount { kroner, .. } = pot.size else { return None };
        total = sum(total, kroner.0).ok()?;
    }
    proportion(Decimal::ONE_HUNDRED, amount, total, 2).ok()
}

/// From the least fraction that a pot of this stage can have before it to the most, or beyond.
fn fractions_before(
    goals: &[std::rc::Rc<Goal>],
    pay: &PayAgreement,
    (before, stage): (&[Stage], &Stage),
) -> Span<Share> {
    let overfulfilled =
        goals.iter().any(|goal| most_of(goal) > goal.weight.map(Weight::max).unwrap_or_default());
    // How much more than all of it does not matter: a condition asks for less.
    let start = Span::new(Decimal::ZERO, if overfulfilled { Decimal::ONE_HUNDRED } else { Decimal::ONE });
    let through = |covers: &dyn Fn(&Stage) -> bool| {
        before.iter().filter(|one| covers(one)).fold(start, fractions_behind)
    };
    let pots = pay.pots.iter().filter(|pot| stage.covers(&pot.id));
    let each = pots.map(|pot| through(&|one| one.covers(&pot.id)));
    let hull = each.reduce(|one, other| Span::new(one.min.min(other.min), one.max.max(other.max)));
    hull.unwrap_or_else(|| through(&|_| true)).map(Share::decimal)
}

/// What a stage makes of a span of fractions. A gate may leave all of it, and as little as its factor.
fn fractions_behind(fraction: Span<Decimal>, stage: &Stage) -> Span<Decimal> {
    let times = |one: Decimal, other: Decimal| one.checked_mul(other).unwrap_or(one);
    match &stage.kind {
        StageKind::Gate { factor, .. } => Span::new(times(fraction.min, *factor), fraction.max),
        StageKind::Curve { steps, between } => {
            // Between two steps, the one below at the least and the one above at the most.
            let line = |fraction: Decimal| match curve_line(steps, *between, Share::decimal(fraction)) {
                Ok(CurveLine::Flat(to)) => Span::settled(to),
                Ok(CurveLine::Between(low, high)) => Span::new(low.to, high.to),
                Err(_) => Span::new(Decimal::ZERO, fraction),
            };
            Span::new(line(fraction.min).min, line(fraction.max).max)
        }
        StageKind::Factor { min, max } => Span::new(times(fraction.min, *min), times(fraction.max, *max)),
        StageKind::CapFraction(most) => fraction.map(|fraction| fraction.min(*most)),
        StageKind::CapAmount(_) | StageKind::CapPercent(_) => fraction,
    }
}

/// A cap below the amount of a pot that it names, both in kroner or both in percent of the base pay.
fn cap(found: &mut Findings<'_, '_>, pay: &PayAgreement, (path, stage): (JsonPath, &Stage)) {
    let below = |pot: &Pot| match (&stage.kind, pot.size) {
        (StageKind::CapAmount(cap), PotSize::Amount { kroner, level: None }) if *cap < kroner => {
            Some(("amount", PotMeasure::Kroner(*cap), PotMeasure::Kroner(kroner)))
        }
        (StageKind::CapPercent(cap), PotSize::Percent(percent)) if cap.0 < percent.0 => {
            Some(("percent", PotMeasure::OfBase(cap.0), PotMeasure::OfBase(percent.0)))
        }
        _ => None,
    };
    let mut pots = pay.pots.iter().filter(|pot| stage.covers(&pot.id));
    let found_below = pots.find_map(|pot| Some((pot.title.clone(), below(pot)?)));
    if let Some((title, (key, cap, amount))) = found_below {
        found.report(path.key(key), PotFinding::CapBelowPot { cap, title, amount });
    }
}
