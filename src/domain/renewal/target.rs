//! What a goal asks for in the new year, and which of last year's figures become its history.

use std::collections::BTreeMap;

use super::{Question, Reached, Wish, Years};
use crate::domain::assessment::Entry;
use crate::domain::contract::{
    Baseline, Criterion, Figure, Goal, Part, Ratio, Relation, Rule, Target, Threshold,
};
use crate::domain::counting::{counting_period, counting_target};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::domain::reported::Reported;

/// What a goal asks for in the new year.
#[derive(Clone, Debug, PartialEq)]
pub struct NextTarget {
    /// What has to hold.
    pub target: Target,
    /// When it is measured.
    pub measured: Option<Period>,
    /// Whether the figure is the guideline that the old contract has for the year.
    pub is_guideline: bool,
}

/// The target of the new year: what a person wishes, else the guideline for it where there is one, else as it was, with
/// deadlines left open.
pub(super) fn next_target(
    goal: &Goal,
    entry: Option<&Entry>,
    years: Years,
    wish: Option<&Wish>,
    questions: &mut Vec<Question>,
) -> NextTarget {
    let nothing = Reported::default();
    let source = Source {
        guidelines: &goal.guidelines,
        is_guided: !matches!(wish, Some(Wish::Last)),
        own: match wish {
            Some(Wish::Parts(own)) => Some(own),
            _ => None,
        },
        way: "",
        reported: entry.map_or(&nothing, |entry| &entry.reported),
        measured: counting_period(goal, entry),
        years,
    };
    let old = counting_target(goal, entry);
    let target = match wish {
        Some(Wish::Target(target)) => target.clone(),
        _ => source.next(old, questions),
    };
    let measured = source.measured.map(|period| moved(period, years));
    let is_guideline = source.guideline().is_some_and(|figure| match (&target, figure.value) {
        (Target::Limit { threshold: Threshold::Absolute(value), .. }, Some(guideline)) => *value == guideline,
        _ => false,
    });
    NextTarget { target, measured, is_guideline }
}

/// What the target of a goal or of a part is made of.
#[derive(Clone, Copy)]
struct Source<'a> {
    guidelines: &'a [Figure],
    /// Whether a guideline goes before the old target.
    is_guided: bool,
    /// What a person fixes for parts.
    own: Option<&'a BTreeMap<String, Target>>,
    /// The identifiers of the parts that lead here.
    way: &'a str,
    reported: &'a Reported,
    measured: Option<Period>,
    years: Years,
}

impl Source<'_> {
    /// The old contract's figure for the new year; of several the one for the year's end.
    fn guideline(&self) -> Option<&Figure> {
        let guidelines = if self.is_guided { self.guidelines } else { &[] };
        let of_year = guidelines.iter().filter(|figure| figure.period.year() == self.years.year);
        of_year.max_by_key(|figure| figure.period.end())
    }

    fn next(&self, old: &Target, questions: &mut Vec<Question>) -> Target {
        if let Some(own) = self.own.and_then(|own| own.get(self.way)) {
            return own.clone();
        }
        let ask = |question: Question, questions: &mut Vec<Question>| {
            if !questions.contains(&question) {
                questions.push(question);
            }
        };
        match old {
            Target::Limit { relation, threshold } => match (self.guideline(), threshold) {
                (Some(Figure { value: Some(value), .. }), _) => limit(*relation, *value),
                (Some(_), _) => {
                    ask(Question::Target, questions);
                    Target::Undetermined
                }
                (None, threshold) => {
                    let (threshold, is_same) = self.moved(threshold);
                    if is_same {
                        ask(Question::SameFigure, questions);
                    }
                    Target::Limit { relation: *relation, threshold }
                }
            },
            Target::Between { min, max } => {
                let ((min, same_min), (max, same_max)) = (self.moved(min), self.moved(max));
                if same_min || same_max {
                    ask(Question::SameFigure, questions);
                }
                Target::Between { min, max }
            }
            Target::Unchanged { baseline, tolerance } => {
                let (baseline, is_same) = self.moved_baseline(*baseline);
                if is_same {
                    ask(Question::SameFigure, questions);
                }
                Target::Unchanged { baseline, tolerance: *tolerance }
            }
            Target::By(_) => {
                ask(Question::Deadline, questions);
                Target::Undetermined
            }
            Target::AllOf(parts) => Target::AllOf(self.parts(parts, questions)),
            Target::AnyOf(parts) => Target::AnyOf(self.parts(parts, questions)),
            Target::Assessed { criteria } => {
                if criteria.iter().any(|criterion| criterion.deadline.is_some()) {
                    ask(Question::Deadline, questions);
                }
                let criteria = criteria.iter().map(|one| Criterion { deadline: None, ..one.clone() });
                Target::Assessed { criteria: criteria.collect() }
            }
            Target::Undetermined => {
                let figure = self.guideline().and_then(|figure| figure.value);
                ask(figure.map_or(Question::Target, Question::Side), questions);
                Target::Undetermined
            }
            Target::Done => Target::Done,
            Target::Rated(rating) => Target::Rated(rating.clone()),
        }
    }

    /// A threshold of the new year, and whether it is last year's figure.
    fn moved(&self, threshold: &Threshold) -> (Threshold, bool) {
        match threshold {
            Threshold::Absolute(value) => (Threshold::Absolute(*value), true),
            Threshold::Relative { baseline, change } => {
                let (baseline, is_same) = self.moved_baseline(*baseline);
                (Threshold::Relative { baseline, change: *change }, is_same)
            }
        }
    }

    /// The figure of the year before stays the figure of the year before.
    fn moved_baseline(&self, baseline: Option<Baseline>) -> (Option<Baseline>, bool) {
        match baseline {
            Some(Baseline::Of(period)) => (Some(Baseline::Of(moved(period, self.years))), false),
            figure => (figure, figure.is_some()),
        }
    }

    fn parts(&self, parts: &[Part], questions: &mut Vec<Question>) -> Vec<Part> {
        let nothing = Reported::default();
        let next = parts.iter().map(|part| {
            let measured = part.measured.or(self.measured);
            let reported = self.reported.parts.get(&part.id).unwrap_or(&nothing);
            let way = way_to(self.way, part);
            let source = Source { guidelines: &part.guidelines, reported, measured, way: &way, ..*self };
            let mut history = part.history.clone();
            history.extend(
                figures(&part.target, (reported, part.ratio.as_deref()), measured, self.years)
                    .into_iter()
                    .filter_map(|figure| {
                        let is_known = part.history.iter().any(|known| known.period == figure.period);
                        (!is_known).then(|| plain_figure(figure))
                    }),
            );
            let target = source.next(&part.target, questions);
            let scoring = part.scoring.clone().filter(|rule| can_score(rule, &target));
            if scoring != part.scoring && !questions.contains(&Question::PartRule) {
                questions.push(Question::PartRule);
            }
            Part {
                target,
                scoring,
                measured: part.measured.map(|period| moved(period, self.years)),
                history,
                guidelines: later_guidelines(&part.guidelines, self.years.year),
                // The words and the page are those of last year's document.
                wording: None,
                page: None,
                ..part.clone()
            }
        });
        next.collect()
    }
}

/// The period of the new year; one that cannot be moved, such as the year 9999, stays.
fn moved(period: Period, years: Years) -> Period {
    period.later_by(years.later).unwrap_or(period)
}

/// Whether a part's rule still fits its target, as far as figures alone tell.
fn can_score(rule: &Rule, target: &Target) -> bool {
    let Target::Limit { relation, threshold: Threshold::Absolute(limit) } = target else { return true };
    match rule {
        Rule::Linear { zero_at: Threshold::Absolute(zero_at), .. } => relation.is_worse(*zero_at, *limit),
        Rule::Proportional { .. } => *limit > Decimal::ZERO,
        _ => true,
    }
}

/// The identifiers that lead to a part, behind those that lead to what it is a part of.
pub fn way_to(whole: &str, part: &Part) -> String {
    if whole.is_empty() { part.id.to_string() } else { format!("{whole}/{}", part.id) }
}

fn limit(relation: Relation, value: Decimal) -> Target {
    Target::Limit { relation, threshold: Threshold::Absolute(value) }
}

fn plain_figure(Reached { period, value }: Reached) -> Figure {
    Figure { period, value: Some(value), stated: None, source: None, note: None }
}

/// The guidelines for the years after the new one.
fn later_guidelines(guidelines: &[Figure], year: i32) -> Vec<Figure> {
    guidelines.iter().filter(|figure| figure.period.year() > year).cloned().collect()
}

/// The figures of the old year that the goal's history lacks.
pub(super) fn reached(goal: &Goal, entry: Option<&Entry>, years: Years) -> Vec<Reached> {
    let Some(entry) = entry else { return Vec::new() };
    let found = figures(
        counting_target(goal, Some(entry)),
        (&entry.reported, goal.ratio.as_deref()),
        counting_period(goal, Some(entry)),
        years,
    );
    let is_new = |one: &Reached| {
        !goal.history.iter().any(|figure| figure.period == one.period && figure.value == Some(one.value))
    };
    found.into_iter().filter(is_new).collect()
}

/// The baseline that an assessment supplied, and the figure that was reached.
fn figures(
    target: &Target,
    (reported, ratio): (&Reported, Option<&Ratio>),
    measured: Option<Period>,
    years: Years,
) -> Vec<Reached> {
    let baseline = match target {
        Target::Limit { threshold: Threshold::Relative { baseline, .. }, .. }
        | Target::Unchanged { baseline, .. } => *baseline,
        _ => None,
    };
    let supplied = match baseline {
        Some(Baseline::Of(period)) => reported.baseline.map(|value| Reached { period, value }),
        _ => None,
    };
    let latest = reported.latest_reading().map(|reading| (reading.value, Some(reading.period)));
    let value = reported.figure(ratio).map(|value| (value, reported.period)).or(latest);
    let value = value.map(|(value, period)| Reached {
        period: period.or(measured).unwrap_or(Period::Year(years.old)),
        value,
    });
    supplied.into_iter().chain(value).collect()
}

/// The figure that was reached already, where the new target asks for no more.
pub(super) fn already_reached(next: &NextTarget, goal: &Goal, reached: &[Reached]) -> Option<Question> {
    let Target::Limit { relation, threshold: Threshold::Absolute(wanted) } = next.target else { return None };
    let known = goal.history.iter().filter_map(|figure| Some((figure.period, figure.value?)));
    let all = known.chain(reached.iter().map(|figure| (figure.period, figure.value)));
    let (_, latest) = all.max_by_key(|(period, _)| period.end())?;
    let holds = match relation {
        Relation::AtMost => latest <= wanted,
        Relation::AtLeast => latest >= wanted,
        Relation::Below => latest < wanted,
        Relation::Above => latest > wanted,
    };
    holds.then_some(Question::AlreadyReached(latest))
}
