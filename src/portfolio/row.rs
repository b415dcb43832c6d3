//! One contract of a portfolio, in figures alone.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::level_goal::{LevelGoal, level_goals, name_of_goal};
use super::reached::{Reached, reached};
use super::whose::Whose;
use crate::domain::assessment::{Assessment, Assessor, Status};
use crate::domain::contract::{Contract, Goal};
use crate::domain::date::Date;
use crate::domain::duty::{Reason, duty};
use crate::domain::evaluate::evaluate;
use crate::domain::evaluation::{Counts, Evaluation};
use crate::domain::number::{Decimal, Kroner, Points, Share, Span, quotient};
use crate::domain::rollup::year_of;
use crate::domain::standing::Standing;
use crate::format::{ContractFile, belonging};
use crate::i18n::short::{NAME, shortened};

/// What counts where several assessments do: see [`Assessment::precedence`].
pub(super) type Rank = (u8, u8, Option<Date>);

/// After how many days a row is marked beside later ones of the same year.
const OLD_AFTER: i64 = 92;

/// A contract with what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The file that the contract stands in.
    pub file: String,
    /// Files with assessments of it.
    pub beside: Vec<String>,
    /// The contract's identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The language of its titles.
    pub language: String,
    /// The institution that is bound.
    pub institution: Option<String>,
    /// Whether another row has the same name, as an institution's contract of another year has.
    pub is_namesake: bool,
    /// The year that binds, else the one that the contract begins in.
    pub year: Option<i32>,
    /// The contract's fingerprint.
    pub fingerprint: String,
    /// Whose assessment was asked for.
    pub whose: Whose,
    /// The assessment that the figures rest on; without one all is open.
    pub basis: Option<Basis>,
    /// Whose assessments there are.
    pub assessed_by: Vec<Assessor>,
    /// Points; none without weights.
    pub points: Option<RowPoints>,
    /// How many goals have each status.
    pub counts: Counts,
    /// What is secured, lost and open: points, or goals where the contract has no weights.
    pub standing: Standing,
    /// Deadlines that have passed without a result.
    pub overdue: Vec<Overdue>,
    /// Goals with open points and a risk, the most points at risk first.
    pub at_stake: Vec<AtStake>,
    /// Goals of which the department has to be told and was not yet.
    pub due: Vec<Due>,
    /// The resultatløn; none without a pay agreement.
    pub pay: Option<RowPay>,
    /// How it stood on an earlier day.
    pub earlier: Option<Earlier>,
    /// What was reached in figures.
    pub reached: Vec<Reached>,
    /// Every goal's identifier.
    pub(super) goals: Vec<Box<str>>,
    /// Every individual area's identifier.
    pub(super) areas: Vec<Box<str>>,
    /// Which goals contribute to which: the goal's place and `contract#goal`.
    pub(super) links: Vec<(usize, Box<str>)>,
    /// Which goals are said to be served by which: the goal's place and `contract#goal`.
    pub(super) served_by: Vec<(usize, Box<str>)>,
    /// The goals that serve others or are served; none until it is known which of them are.
    pub(super) level_goals: Vec<LevelGoal>,
    pub(super) rank: Option<Rank>,
    pub(super) assessments: usize,
}

/// The assessment that a row rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// The file that it stands in, where that is not the contract's.
    pub file: Option<OwnFile>,
    /// Whose it is.
    pub by: Assessor,
    /// How far along it is.
    pub status: Status,
    /// The day that it describes.
    pub as_of: Option<Date>,
    /// Whether it was made for another edition of the contract.
    pub is_of_other_edition: bool,
    /// Whether others of the same year describe a day three months later.
    pub is_old: bool,
}

/// A file that an assessment stands in alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// Its name.
    pub name: String,
    /// The SHA-256 of its bytes, as `sha256sum` prints it.
    pub sum: String,
}

/// The points of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPoints {
    /// Earned whatever happens.
    pub secured: Points,
    /// Not to be earned any more.
    pub lost: Points,
    /// What can go either way.
    pub open: Points,
    /// The contract's total.
    pub total: Points,
    /// From worst to best if readings and forecasts were results.
    pub expected: Span<Points>,
}

/// A deadline that has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// The goal's identifier.
    pub goal: String,
    /// What it is called.
    pub name: String,
    /// The deadline.
    pub date: Date,
    /// How many days ago it was on the day of the assessment.
    pub days: i64,
}

/// A goal whose open points are at risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtStake {
    /// The goal's identifier.
    pub goal: String,
    /// What it is called.
    pub name: String,
    /// The highest `v × s` of its risks.
    pub priority: u32,
    /// The points at risk.
    pub points: Points,
}

/// A goal of which the department has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The goal's identifier.
    pub goal: String,
    /// What it is called.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// The resultatløn of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowPay {
    /// The fraction of the full supplement.
    pub fraction: Span<Share>,
    /// The full supplement; none while base pay or maximum percent is missing, as below.
    pub full: Option<Kroner>,
    /// What is earned.
    pub earned: Option<Span<Kroner>>,
    /// What is paid.
    pub payable: Option<Span<Kroner>>,
}

/// How a contract stood on an earlier day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The day.
    pub as_of: Date,
    /// What was secured, lost and open.
    pub standing: Standing,
}

/// An assessment beside its contract, and the file that it stands in where that is another one.
pub(super) type Beside<'a> = (Option<&'a OwnFile>, &'a Assessment);

impl Row {
    /// The row of a contract. Of several assessments of whom it is asked for the one of the highest precedence counts.
    /// `named` are goals that other contracts name; they are kept, and those that name others, where something is known of that at all.
    pub(super) fn new(
        name: &str,
        file: &ContractFile,
        assessments: &[Beside<'_>],
        named: Option<&[Box<str>]>,
        whose: Whose,
    ) -> Self {
        let contract = &*file.contract;
        let decides = |(_, assessment): &&Beside<'_>| assessment.precedence();
        let deciding = assessments.iter().max_by_key(decides);
        let asked: Vec<Beside<'_>> =
            assessments.iter().filter(|(_, assessment)| whose.lets(assessment.by)).copied().collect();
        let basis = asked.iter().max_by_key(decides);
        let empty = Assessment::new(contract.id.clone());
        let assessment = basis.map_or(&empty, |(_, assessment)| *assessment);
        let is_unassessed = basis.is_none() && whose != Whose::Deciding;
        let evaluation = evaluate(contract, assessment);
        let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
        let mut assessed_by: Vec<Assessor> = Vec::new();
        for (_, assessment) in assessments {
            if !assessed_by.contains(&assessment.by) {
                assessed_by.push(assessment.by);
            }
        }
        Self {
            file: name.to_owned(),
            beside: assessments.iter().filter_map(|(from, _)| Some((*from)?.name.clone())).collect(),
            id: contract.id.to_string(),
            title: contract.title.clone(),
            language: contract.language.clone(),
            institution: contract.institution.clone(),
            is_namesake: false,
            year: year_of(contract),
            fingerprint: file.fingerprint.canonical().to_owned(),
            whose,
            basis: basis.map(|(from, assessment)| Basis {
                file: from.cloned(),
                by: assessment.by,
                status: assessment.status,
                as_of: assessment.as_of,
                is_of_other_edition: belonging(file, assessment).is_some(),
                is_old: false,
            }),
            assessed_by,
            points: points(&evaluation),
            counts: evaluation.counts,
            standing: Standing::of_evaluation(&evaluation),
            overdue: overdue(contract, assessment, &evaluation),
            at_stake: if is_unassessed { Vec::new() } else { at_stake(contract, &evaluation) },
            due: due(contract, assessment, &evaluation),
            pay: evaluation.pay.as_ref().filter(|_| !is_unassessed).map(|pay| RowPay {
                fraction: pay.fraction,
                full: pay.full,
                earned: pay.earned,
                payable: pay.payable,
            }),
            earlier: earlier(contract, assessment, &asked),
            // Like units are compared by what decides, whatever is shown.
            reached: reached(contract, deciding.map_or(&empty, |(_, assessment)| *assessment)),
            goals: contract.goals.iter().map(|goal| goal.id.as_str().into()).collect(),
            areas: areas.map(|area| area.id.as_str().into()).collect(),
            links: places(contract, |goal| goal.contributes_to.iter().map(|one| one.goal.as_str()).collect()),
            served_by: places(contract, |goal| goal.served_by.iter().map(String::as_str).collect()),
            level_goals: named
                .map_or_else(Vec::new, |named| level_goals(contract, assessment, &evaluation, named)),
            rank: deciding.map(|(_, assessment)| assessment.precedence()),
            assessments: assessments.len(),
        }
    }

    /// What the row is called: the institution, else the contract.
    pub fn name(&self) -> &str {
        self.institution.as_deref().unwrap_or(&self.title)
    }

    /// Its name where it stands alone: with the contract's title where others have the same name.
    pub fn full_name(&self) -> Cow<'_, str> {
        match &self.institution {
            Some(institution) if self.is_namesake => format!("{institution}, {}", self.title).into(),
            _ => self.name().into(),
        }
    }

    /// Whether the party that was chosen has not assessed it, so that it has no figures to show.
    pub fn is_unassessed(&self) -> bool {
        self.basis.is_none() && self.whose != Whose::Deciding
    }

    /// The points to show: none where the party that was chosen has not assessed it.
    pub fn shown_points(&self) -> Option<RowPoints> {
        self.points.filter(|_| !self.is_unassessed())
    }

    /// Whether the contract has weights, and so points.
    pub fn has_points(&self) -> bool {
        self.points.is_some()
    }

    /// So much of the contract's own points, or of its goals, in percent with one decimal; 0 of nothing.
    pub fn percent(&self, part: Decimal) -> Decimal {
        percent(part, self.standing)
    }

    /// How many goals have not lapsed.
    pub fn goal_count(&self) -> usize {
        self.goals.len().saturating_sub(self.counts.lapsed)
    }

    /// Remembers how the same contract stood on another day, where that is the latest one before. One of the same day was
    /// read again, and says what it remembered.
    pub(super) fn hold_against(&mut self, then: &Self) {
        let day = |row: &Self| row.basis.as_ref().and_then(|basis| basis.as_of);
        let (Some(now), Some(as_of)) = (day(self), day(then)) else { return };
        if self.whose != then.whose || self.has_points() != then.has_points() {
            return;
        }
        let before =
            if as_of == now { then.earlier } else { Some(Earlier { as_of, standing: then.standing }) };
        let is_later = |before: &Earlier| self.earlier.is_none_or(|earlier| earlier.as_of <= before.as_of);
        if let Some(before) = before.filter(|before| before.as_of < now && is_later(before)) {
            self.earlier = Some(before);
        }
    }

    /// Whether a party has assessed.
    pub fn is_assessed_by(&self, party: Assessor) -> bool {
        self.assessed_by.contains(&party)
    }
}

impl Earlier {
    /// So much of the points or goals of that day, in percent with one decimal.
    pub fn percent(&self, part: Decimal) -> Decimal {
        percent(part, self.standing)
    }
}

fn percent(part: Decimal, standing: Standing) -> Decimal {
    quotient(part * Decimal::ONE_HUNDRED, standing.whole(), 1).unwrap_or_default()
}

/// Marks the rows whose day lies long before the latest day of the same year.
pub(super) fn mark_old(rows: &mut [Row]) {
    let mut latest: BTreeMap<Option<i32>, Date> = BTreeMap::new();
    for row in &*rows {
        if let Some(day) = row.basis.as_ref().and_then(|basis| basis.as_of) {
            let latest = latest.entry(row.year).or_insert(day);
            *latest = (*latest).max(day);
        }
    }
    for row in rows {
        if let (Some(basis), Some(latest)) = (&mut row.basis, latest.get(&row.year)) {
            basis.is_old = basis.as_of.is_some_and(|day| (*latest - day).whole_days() > OLD_AFTER);
        }
    }
}

/// Marks the rows whose names others have as well.
pub(super) fn mark_namesakes(rows: &mut [Row]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows.iter() {
        *counts.entry(row.name().to_owned()).or_default() += 1;
    }
    for row in rows {
        row.is_namesake = counts.get(row.name()).is_some_and(|count| *count > 1);
    }
}

fn points(evaluation: &Evaluation) -> Option<RowPoints> {
    let institution = evaluation.institution.as_ref()?;
    let sum = &institution.sum;
    Some(RowPoints {
        secured: sum.secured(),
        lost: sum.lost(),
        open: sum.open(),
        total: institution.total,
        expected: sum.expected,
    })
}

/// A goal's label and title, as one line shows them.
fn name_of(contract: &Contract, id: &str) -> String {
    contract.goal(id).map_or_else(|| shortened(id, NAME), |goal| name_of_goal(goal))
}

fn overdue(contract: &Contract, assessment: &Assessment, evaluation: &Evaluation) -> Vec<Overdue> {
    let passed = evaluation.goals.iter().filter_map(|outcome| {
        let (date, today) = outcome.overdue.zip(assessment.as_of)?;
        let goal = outcome.goal.as_str();
        let days = (today - date).whole_days();
        Some(Overdue { goal: goal.to_owned(), name: name_of(contract, goal), date, days })
    });
    passed.collect()
}

fn at_stake(contract: &Contract, evaluation: &Evaluation) -> Vec<AtStake> {
    let risks = evaluation.risks.iter().filter_map(|risk| {
        let points = risk.points_at_risk.filter(|points| points.0 > Decimal::ZERO)?;
        let goal = risk.goal.as_str();
        Some(AtStake {
            goal: goal.to_owned(),
            name: name_of(contract, goal),
            priority: risk.priority,
            points,
        })
    });
    risks.collect()
}

fn due(contract: &Contract, assessment: &Assessment, evaluation: &Evaluation) -> Vec<Due> {
    let goals = evaluation.goals.iter().filter_map(|outcome| {
        let duty = duty(outcome)?;
        let entry = assessment.results.get(&duty.goal);
        let was_told = entry.is_some_and(|entry| entry.notice.on.is_some());
        let goal = duty.goal.as_str();
        (!was_told).then(|| Due { goal: goal.to_owned(), name: name_of(contract, goal), reason: duty.reason })
    });
    goals.collect()
}

/// The latest of these assessments of a day before.
fn earlier(contract: &Contract, shown: &Assessment, all: &[Beside<'_>]) -> Option<Earlier> {
    let day = shown.as_of?;
    let before = all.iter().filter(|(_, assessment)| assessment.as_of.is_some_and(|as_of| as_of < day));
    let (_, assessment) = before.max_by_key(|(_, assessment)| (assessment.as_of, assessment.precedence()))?;
    let standing = Standing::of_evaluation(&evaluate(contract, assessment));
    Some(Earlier { as_of: assessment.as_of?, standing })
}

/// The references of each goal, with the goal's place.
fn places(contract: &Contract, references: fn(&Goal) -> Vec<&str>) -> Vec<(usize, Box<str>)> {
    let goals = contract.goals.iter().enumerate();
    goals.flat_map(|(place, goal)| references(goal).into_iter().map(move |to| (place, to.into()))).collect()
}
