//! What another place of the document says about the same thing: target, weight, figures, period.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Findings, HINTED, Scored, part_name};
use crate::domain::contract::{
    Criterion, Figure, Goal, GoalId, Part, StatedTarget, Statement, Target, Threshold, Trend,
};
use crate::domain::date::Period;
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, difference, rounded};
use crate::findings::{JsonPath, MainPlace, ReferenceFinding, Stated, StatedFinding, nearest};
use crate::small::map_of;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    if let Some(locked) = found.contract.locked.as_ref().filter(|locked| !locked.is_kept) {
        let on = locked.on;
        found.report(JsonPath::root().key("locked"), StatedFinding::LockedAndChanged { on });
    }
    for Scored { path, goal, .. } in found.scored {
        for (index, statement) in goal.also_stated.iter().enumerate() {
            let path = path.clone().key("also_stated").index(index);
            weight(found, goal, statement, &path);
            target(found, goal, statement, path.clone().key("target"));
            change(found, goal, statement, &path);
            figures(found, goal, statement, &path);
        }
    }
    contract_period(found);
    table_spans(found);
}

fn weight(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    if let (Some(here), Some(there)) = (goal.weight, statement.weight)
        && here != there
    {
        let what = StatedFinding::StatedDifferently {
            name: goal.name().to_owned(),
            place: MainPlace(goal.source.clone()),
            says: Stated::Weight(here),
            other_place: statement.source.clone(),
            other: Stated::Weight(there),
        };
        found.report(path.clone().key("weight"), what);
    }
}

/// A change in figures against the one that follows from a relative target: the place's own target where it
/// has one, else the goal's. Without a baseline there is nothing to hold it against.
fn change(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    let Some(other) = statement.change else { return };
    let target = match &statement.target {
        Some(StatedTarget::Whole { target: there, .. }) => there,
        _ => &goal.target,
    };
    let Target::Limit { threshold: Threshold::Relative { baseline, change }, .. } = target else { return };
    let Some(baseline) = Ground::of_goal(goal, None).stated_baseline(*baseline) else { return };
    let Ok(exact) = change.applied_to(baseline).and_then(|threshold| difference(threshold, baseline)) else {
        return;
    };
    let change = rounded(exact, other.normalize().scale());
    if change != other {
        let (name, place) = (goal.name().to_owned(), MainPlace(goal.source.clone()));
        let other_place = statement.source.clone();
        let what = StatedFinding::ChangeDiffers { name, place, baseline, change, other_place, other };
        found.report(path.clone().key("change"), what);
    }
}

fn figures(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    let lists = [
        ("history", &goal.history, &statement.history),
        ("guidelines", &goal.guidelines, &statement.guidelines),
    ];
    for (key, here, there) in lists {
        let here = if there.is_empty() { ByPeriod::new() } else { by_period(here) };
        for (index, figure) in there.iter().enumerate() {
            let Some((value, other)) = differing(&here, figure) else { continue };
            let what = StatedFinding::FiguresDiffer {
                name: goal.name().to_owned(),
                period: figure.period,
                place: MainPlace(goal.source.clone()),
                value,
                other_place: statement.source.clone(),
                other,
            };
            found.report(path.clone().key(key).index(index).key("value"), what);
        }
    }
}

/// Figures by the period that they belong to.
pub(super) type ByPeriod = HashMap<Period, Decimal>;

/// The figures that are numbers; of two for the same period, the first.
pub(super) fn by_period(figures: &[Figure]) -> ByPeriod {
    figures.iter().rev().filter_map(|figure| Some((figure.period, figure.value?))).collect()
}

/// The figure of the same period and the other one, where they differ.
fn differing(here: &ByPeriod, there: &Figure) -> Option<(Decimal, Decimal)> {
    let other = there.value?;
    let value = *here.get(&there.period)?;
    (value != other).then_some((value, other))
}

/// Tables that disagree with a goal's own history.
pub(super) fn tables(found: &mut Findings<'_, '_>) {
    let contract = found.contract;
    if contract.trends.is_empty() {
        return;
    }
    let goals: BTreeMap<&GoalId, &Goal> = map_of(contract.goals.iter().map(|goal| (&goal.id, goal.as_ref())));
    let mut known = BTreeMap::new();
    for (index, trend) in contract.trends.iter().enumerate() {
        let path = JsonPath::root().key("trends").index(index).key("series");
        if let Some(goal) = trend.goal.as_ref().and_then(|id| goals.get(id).copied()) {
            let known = known.entry(goal.id.as_str()).or_insert_with(|| Known::of_goal(goal));
            against_history(found, trend, (goal, known), &path);
        }
    }
}

/// What a goal itself says of its history.
struct Known {
    history: ByPeriod,
    /// What it says that other places state.
    stated: HashSet<(Period, Decimal)>,
}

impl Known {
    fn of_goal(goal: &Goal) -> Self {
        let figures = goal.also_stated.iter().flat_map(|statement| &statement.history);
        let stated = figures.filter_map(|figure| Some((figure.period, figure.value?))).collect();
        Self { history: by_period(&goal.history), stated }
    }
}

/// A table against the history of its goal. What the goal itself says to be stated there is told there.
fn against_history(
    found: &mut Findings<'_, '_>,
    trend: &Trend,
    (goal, known): (&Goal, &Known),
    path: &JsonPath,
) {
    for (index, figure) in trend.series.iter().enumerate() {
        let Some((value, other)) = differing(&known.history, figure) else { continue };
        if known.stated.contains(&(figure.period, other)) {
            continue;
        }
        let what = StatedFinding::FiguresDiffer {
            name: goal.name().to_owned(),
            period: figure.period,
            place: MainPlace(goal.source.clone()),
            value,
            other_place: trend.source.clone().unwrap_or_else(|| trend.title.clone()),
            other,
        };
        found.report(path.clone().index(index).key("value"), what);
    }
}

fn contract_period(found: &mut Findings<'_, '_>) {
    let contract = found.contract;
    for (index, statement) in contract.also_stated.iter().enumerate() {
        if let (Some(period), Some(other)) = (contract.period, statement.period)
            && period != other
        {
            let path = JsonPath::root().key("also_stated").index(index).key("period");
            let other_place = statement.source.clone();
            found.report(path, StatedFinding::ContractPeriodDiffers { period, other_place, other });
        }
    }
}

fn table_spans(found: &mut Findings<'_, '_>) {
    for (place, trend) in found.contract.trends.iter().enumerate() {
        let periods = || trend.series.iter().map(|figure| figure.period);
        let first = periods().min_by_key(|period| period.end());
        let Some(columns) = first.zip(periods().max_by_key(|period| period.end())) else { continue };
        for (index, statement) in trend.also_stated.iter().enumerate() {
            let other = (statement.from, statement.to);
            if other != columns {
                let path = JsonPath::root().key("trends").index(place).key("also_stated").index(index);
                let other_place = statement.source.clone();
                let what = StatedFinding::TableSpanDiffers { columns, other_place, other };
                found.report(path.key("period"), what);
            }
        }
    }
}

/// The target that a statement gives at `path`, or the parts of it, against the goal's own.
fn target(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: JsonPath) {
    let mut told = Comparison { found, goal, statement };
    let ground = Ground::of_goal(goal, None);
    match &statement.target {
        None => {}
        Some(StatedTarget::Whole { target: there, measured }) => {
            told.periods(*measured, &path);
            told.targets(goal.name(), (&goal.target, there), ground, path);
        }
        Some(StatedTarget::Parts(parts)) => told.some_parts(parts, ground, &path.key("parts")),
    }
}

/// Parts that another place names, by their identifiers, each with its place in the list.
type Named<'t> = BTreeMap<&'t str, (usize, &'t Part)>;

/// A goal and what another place says of it.
struct Comparison<'a, 'c, 'r> {
    found: &'a mut Findings<'c, 'r>,
    goal: &'a Goal,
    statement: &'a Statement,
}

impl Comparison<'_, '_, '_> {
    fn differ(&mut self, name: &str, (says, other): (Stated, Stated), path: JsonPath) {
        let (place, other_place) = (MainPlace(self.goal.source.clone()), self.statement.source.clone());
        let name = name.to_owned();
        self.found.report(path, StatedFinding::StatedDifferently { name, place, says, other_place, other });
    }

    /// The periods in which the target is measured, where both places name one.
    fn periods(&mut self, there: Option<Period>, path: &JsonPath) {
        if let (Some(here), Some(there)) = (self.goal.measured, there)
            && here != there
        {
            let stated = (Stated::Measured(here), Stated::Measured(there));
            self.differ(self.goal.name(), stated, path.clone().key("measured"));
        }
    }

    /// Some of the parts, wherever they stand in the goal's target. What is no part of it is told as such.
    fn some_parts(&mut self, parts: &[Part], ground: Ground<'_>, path: &JsonPath) {
        let mut known = BTreeSet::new();
        identifiers(&self.goal.target, &mut known);
        let is_known = |part: &Part| known.contains(part.id.as_str());
        let unknown = parts.iter().enumerate().filter(|(_, part)| !is_known(part));
        for (number, (index, part)) in unknown.enumerate() {
            let near = (number < HINTED).then(|| nearest(part.id.as_str(), known.iter().copied())).flatten();
            let (name, id) = (self.goal.name().to_owned(), part.id.to_string());
            let fault = ReferenceFinding::UnknownPart { name, id, suggestion: near.map(str::to_owned) };
            self.found.report(path.clone().index(index).key("id"), fault);
        }
        let mut named: Named<'_> =
            map_of(parts.iter().enumerate().map(|(index, part)| (part.id.as_str(), (index, part))));
        self.within((self.goal.name(), &self.goal.target), &mut named, ground, path);
    }

    /// The parts of a target that another place names; of two with the same identifier, the first.
    fn within(
        &mut self,
        (name, target): (&str, &Target),
        named: &mut Named<'_>,
        ground: Ground<'_>,
        path: &JsonPath,
    ) {
        let Some(parts) = target.parts() else { return };
        for here in parts {
            let (name, ground) = (part_name(name, here), ground.of_part(here));
            if let Some((index, there)) = named.remove(here.id.as_str()) {
                self.targets(&name, (&here.target, &there.target), ground, path.clone().index(index));
            }
            self.within((&name, &here.target), named, ground, path);
        }
    }

    /// Two targets for the same thing; a deadline points at its date.
    fn targets(&mut self, name: &str, (here, there): (&Target, &Target), ground: Ground<'_>, path: JsonPath) {
        if let (Some(own), Some(others)) = (here.parts(), there.parts()) {
            let kinds = matches!(here, Target::AllOf(_)) != matches!(there, Target::AllOf(_));
            // All of one part and one part at least are the same.
            if kinds && own.len() > 1 && others.len() > 1 {
                self.whole(name, (here, there), path.clone());
            }
            self.parts(name, (own, others), ground, &path);
            return;
        }
        if !here.asks_the_same(there, ground) {
            let path = if matches!(there, Target::By(_)) { path.key("date") } else { path };
            self.whole(name, (here, there), path);
        } else if let (Target::Assessed { criteria: own }, Target::Assessed { criteria: others }) =
            (here, there)
        {
            self.criteria(name, (own, others), &path);
        }
    }

    fn whole(&mut self, name: &str, (here, there): (&Target, &Target), path: JsonPath) {
        self.differ(name, (Stated::Target(here.clone()), Stated::Target(there.clone())), path);
    }

    /// The parts of two composite targets, in whatever order, and those that only one of them has.
    fn parts(&mut self, name: &str, (own, others): (&[Part], &[Part]), ground: Ground<'_>, path: &JsonPath) {
        let path = path.clone().key("parts");
        let mut named: Named<'_> =
            map_of(others.iter().enumerate().map(|(index, part)| (part.id.as_str(), (index, part))));
        for here in own {
            let name = part_name(name, here);
            match named.remove(here.id.as_str()) {
                Some((index, there)) => {
                    let (targets, path) = ((&here.target, &there.target), path.clone().index(index));
                    self.targets(&name, targets, ground.of_part(here), path);
                }
                None => {
                    self.differ(&name, (Stated::Target(here.target.clone()), Stated::Nothing), path.clone());
                }
            }
        }
        for (index, there) in named.into_values() {
            let stated = (Stated::Nothing, Stated::Target(there.target.clone()));
            self.differ(&part_name(name, there), stated, path.clone().index(index));
        }
    }

    /// What two judgements look at. A place that lists nothing leaves that to the other one.
    fn criteria(&mut self, name: &str, (own, others): (&[Criterion], &[Criterion]), path: &JsonPath) {
        if own.is_empty() || others.is_empty() {
            return;
        }
        let path = path.clone().key("criteria");
        let named = |criterion: &Criterion| format!("{name} › {}", criterion.title);
        let judged = |criterion: &Criterion| Stated::Criterion { deadline: criterion.deadline };
        let mut unmatched: BTreeMap<&str, (usize, &Criterion)> =
            map_of(others.iter().enumerate().map(|(index, other)| (other.id.as_str(), (index, other))));
        for here in own {
            match unmatched.remove(here.id.as_str()) {
                Some((_, there)) if there.deadline == here.deadline => {}
                Some((index, there)) => {
                    let path = path.clone().index(index);
                    let path = if there.deadline.is_some() { path.key("deadline") } else { path };
                    self.differ(&named(here), (judged(here), judged(there)), path);
                }
                None => self.differ(&named(here), (judged(here), Stated::Nothing), path.clone()),
            }
        }
        for (index, there) in unmatched.into_values() {
            self.differ(&named(there), (Stated::Nothing, judged(there)), path.clone().index(index));
        }
    }
}

/// The identifiers of a target's parts, and of theirs.
fn identifiers<'t>(target: &'t Target, known: &mut BTreeSet<&'t str>) {
    for part in target.parts().unwrap_or_default() {
        known.insert(part.id.as_str());
        identifiers(&part.target, known);
    }
}
