//! Goals that serve a goal for programs: docs/format.md, "The portfolio".

use serde::Serialize;

use super::Portfolio;
use super::level_lines::Writer;
use super::levels::{Combined, GoalPlace, Level, Offer, Stands, WhyOpen, goal_at};
use crate::domain::contract::Rollup;
use crate::domain::evaluation::GoalStatus;
use crate::domain::number::{Decimal, Span};
use crate::domain::rollup::NotCombined;
use crate::i18n::Words;

/// A goal that others serve.
#[derive(Debug, Serialize)]
pub(super) struct LevelOutcome<'p> {
    #[serde(flatten)]
    goal: Named<'p>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rollup: Option<Rollup>,
    contributions: Vec<ContributionOutcome<'p>>,
    missing: &'p [String],
    met: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    combined: Option<CombinedOutcome>,
}

/// A goal with its contract and what it says.
#[derive(Debug, Default, Serialize)]
struct Named<'p> {
    contract: &'p str,
    goal: &'p str,
    name: &'p str,
    requirement: &'p str,
    #[serde(skip_serializing_if = "str::is_empty")]
    result: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<GoalStatus>,
}

#[derive(Debug, Serialize)]
struct ContributionOutcome<'p> {
    #[serde(flatten)]
    goal: Named<'p>,
    stands: &'static str,
}

/// What figures come to, or why they come to nothing.
#[derive(Debug, Default, Serialize)]
struct CombinedOutcome {
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<Span<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provisional: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offered: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<&'static str>,
}

/// Every goal that others serve, each before those that serve it.
pub(super) fn level_outcomes(portfolio: &Portfolio, words: Words) -> Vec<LevelOutcome<'_>> {
    portfolio.levels.iter().map(|level| outcome(portfolio, level, words)).collect()
}

fn outcome<'p>(portfolio: &'p Portfolio, level: &'p Level, words: Words) -> LevelOutcome<'p> {
    let contributions = level.contributions.iter().map(|one| ContributionOutcome {
        goal: named(portfolio, one.goal, words),
        stands: stands(one.stands),
    });
    LevelOutcome {
        goal: named(portfolio, level.goal, words),
        rollup: goal_at(&portfolio.rows, level.goal).and_then(|goal| goal.rollup),
        contributions: contributions.collect(),
        missing: &level.missing,
        met: level.met(&portfolio.rows),
        combined: level.combined.as_ref().map(|combined| match combined {
            Ok(combined) => found(portfolio, level, combined, words),
            Err(why) => CombinedOutcome { open: Some(why_open(*why)), ..CombinedOutcome::default() },
        }),
    }
}

fn named(portfolio: &Portfolio, place: GoalPlace, words: Words) -> Named<'_> {
    let (Some(row), Some(level)) = (portfolio.rows.get(place.row), goal_at(&portfolio.rows, place)) else {
        return Named::default();
    };
    Named {
        contract: &row.id,
        goal: &level.id,
        name: &level.name,
        requirement: level.requirement(words),
        result: level.result(words),
        status: Some(level.status),
    }
}

fn found(portfolio: &Portfolio, level: &Level, combined: &Combined, words: Words) -> CombinedOutcome {
    let figure = |figure: Decimal| figure.normalize().to_string();
    let goal = goal_at(&portfolio.rows, level.goal);
    CombinedOutcome {
        figure: combined.step.figure().map(|span| span.map(figure)),
        done: combined.step.all_met(),
        step: goal.map(|goal| Writer { portfolio, words }.calculation(goal, combined)),
        provisional: Some(combined.is_provisional),
        offered: level.offer(&portfolio.rows).map(|offer| match offer {
            Offer::Figure(value) => figure(value),
            Offer::Done(done) => done.to_string(),
        }),
        open: None,
    }
}

fn stands(stands: Stands) -> &'static str {
    match stands {
        Stands::Counted => "counted",
        Stands::Beside => "beside",
        Stands::OtherTime => "other_time",
        Stands::OtherUnit => "other_unit",
        Stands::AsksOtherwise => "asks_otherwise",
        Stands::NoFigure => "no_figure",
        Stands::NoWeight => "no_weight",
        Stands::Lapsed => "lapsed",
        Stands::NotTakenOver => "not_taken_over",
        Stands::InCircle => "in_circle",
    }
}

fn why_open(why: WhyOpen) -> &'static str {
    match why {
        WhyOpen::Figures(NotCombined::Nothing) => "nothing",
        WhyOpen::Figures(NotCombined::Missing(_)) => "missing",
        WhyOpen::Figures(NotCombined::NoWeight(_)) => "no_weight",
        WhyOpen::Figures(NotCombined::TooLarge) => "too_large",
        WhyOpen::OtherUnit(_) => "other_unit",
        WhyOpen::OtherTime(_) => "other_time",
        WhyOpen::DoesNotFit => "does_not_fit",
    }
}
