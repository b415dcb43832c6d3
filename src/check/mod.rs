//! Rules across a whole contract: what contradicts itself, where it is silent, and what makes a reader look
//! twice. The rules for a family of findings stand in the file of its name.

mod band;
mod budget;
mod circles;
mod figure;
mod goal;
mod numerals;
mod pay;
mod period;
mod pot;
mod reference;
mod risk;
mod scoring;
mod stated;
mod target;
mod weight;

pub(crate) use circles::{circles, knots};
pub(crate) use reference::{Contributions, Reference, mismatches};

use crate::domain::contract::{Contract, Figure, Goal, Part, Target};
use crate::domain::date::Period;
use crate::domain::judging::Ground;
use crate::domain::number::Decimal;
use crate::findings::{Code, JsonPath};
use crate::pace::{Progress, Stage};

/// How many references that lead nowhere say which goal was probably meant: the search takes its time.
const HINTED: usize = 100;

/// A rule, which reports what it finds. None of them can refuse a file.
pub(crate) type Rule = fn(&mut Findings<'_, '_>);

/// The rules, in the order in which they are tried.
pub(crate) const RULES: &[Rule] = &[
    goal::check,
    weight::check,
    weight::sizes,
    band::check,
    target::impossible,
    target::undetermined,
    target::units,
    scoring::check,
    goal::titles,
    period::check,
    period::deadlines,
    period::december,
    stated::check,
    stated::tables,
    figure::guidelines,
    figure::series,
    target::against_history,
    period::reports,
    budget::check,
    budget::sums,
    pay::check,
    pot::check,
    risk::check,
    reference::check,
];

/// Tries these rules, and calls `report` for everything that is found, with its path from the contract's root; pauses
/// between the rules.
pub(crate) async fn find(
    contract: &Contract,
    rules: &[Rule],
    report: &mut dyn FnMut(JsonPath, Code),
    pause: &mut impl AsyncFnMut(Progress),
) {
    let scored: Vec<Scored<'_>> = scored(contract).map(Scored::from).collect();
    let mut found = Findings { contract, scored: &scored, report };
    for (done, rule) in rules.iter().enumerate() {
        pause(Progress { stage: Stage::Checks, done, of: rules.len() }).await;
        rule(&mut found);
    }
}

/// The contract that is checked, and where findings go.
pub(crate) struct Findings<'c, 'r> {
    contract: &'c Contract,
    /// Every goal and every individual area.
    scored: &'c [Scored<'c>],
    report: &'r mut dyn FnMut(JsonPath, Code),
}

/// A goal or an individual area with the paths that most rules ask for, which are made once for all of them.
struct Scored<'c> {
    goal: &'c Goal,
    path: JsonPath,
    target: JsonPath,
}

impl<'c> From<(JsonPath, &'c Goal)> for Scored<'c> {
    fn from((path, goal): (JsonPath, &'c Goal)) -> Self {
        Self { goal, target: path.clone().key("target"), path }
    }
}

impl Findings<'_, '_> {
    /// Reports what is wrong at this path, counted from the contract's root.
    fn report(&mut self, path: JsonPath, finding: impl Into<Code>) {
        (self.report)(path, finding.into());
    }

    /// Checks every target, each part behind the whole that it belongs to.
    fn each_target(&mut self, check: fn(&mut Self, TargetAt<'_>)) {
        for Scored { goal, path, target } in self.scored {
            let whole = TargetAt {
                goal,
                part: None,
                name: goal.name(),
                target: &goal.target,
                ground: Ground::of_goal(goal, None),
                unit: goal.unit.as_deref(),
                beside: path,
                path: target,
            };
            whole.each(&mut |at| check(self, at));
        }
    }
}

/// A target of a goal, as a whole or in a part, with what belongs to it.
#[derive(Clone, Copy)]
struct TargetAt<'a> {
    goal: &'a Goal,
    part: Option<&'a Part>,
    /// The goal, and its part where there is one.
    name: &'a str,
    target: &'a Target,
    /// The histories that its baselines are taken from.
    ground: Ground<'a>,
    /// What its figures count: a part without a unit of its own counts what the whole does.
    unit: Option<&'a str>,
    /// Where title, history and guidelines stand: beside the target of a goal, within that of a part.
    beside: &'a JsonPath,
    path: &'a JsonPath,
}

impl TargetAt<'_> {
    fn each(self, visit: &mut dyn FnMut(TargetAt<'_>)) {
        visit(self);
        for (index, part) in self.target.parts().unwrap_or_default().iter().enumerate() {
            let (name, path) = (part_name(self.name, part), self.path.clone().key("parts").index(index));
            let part = TargetAt {
                goal: self.goal,
                part: Some(part),
                name: &name,
                target: &part.target,
                ground: self.ground.of_part(part),
                unit: part.unit.as_deref().or(self.unit),
                beside: &path,
                path: &path,
            };
            part.each(visit);
        }
    }

    fn title(&self) -> &str {
        self.part.map_or(&self.goal.title, |part| part.title.as_deref().unwrap_or_default())
    }

    fn guidelines(&self) -> &[Figure] {
        self.part.map_or(&self.goal.guidelines, |part| &part.guidelines)
    }

    /// The place of the document.
    fn source(&self) -> Option<String> {
        self.goal.source.clone()
    }
}

/// Every goal and every individual area of a contract with its path.
fn scored(contract: &Contract) -> impl Iterator<Item = (JsonPath, &Goal)> {
    let areas = contract.pay.iter().flat_map(|pay| pay.areas.iter().enumerate());
    let goals = contract.goals.iter().enumerate();
    let goals = goals.map(|(index, goal)| (JsonPath::root().key("goals").index(index), goal.as_ref()));
    let areas =
        areas.map(|(index, area)| (JsonPath::root().key("pay").key("areas").index(index), area.as_ref()));
    goals.chain(areas)
}

/// What a part of a goal is called: the goal, then the part.
fn part_name(of: &str, part: &Part) -> String {
    [of, " › ", part.title.as_deref().unwrap_or(part.id.as_str())].concat()
}

/// The figures that are numbers, from the earliest to the latest, each with its place in the list.
fn in_order(figures: &[Figure]) -> Vec<(usize, Period, Decimal)> {
    let numbers = figures.iter().enumerate();
    let mut numbers: Vec<_> =
        numbers.filter_map(|(index, figure)| Some((index, figure.period, figure.value?))).collect();
    numbers.sort_by_key(|(_, period, _)| period.end());
    numbers
}
