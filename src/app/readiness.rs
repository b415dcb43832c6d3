//! How ready each paper is: what it still waits for.

use super::missing::{filled, missing_besides};
use super::route::{AssessmentsPart, ContractPart, Route};
use super::state::{Case, Sheet, SheetKind};
use crate::domain::assessment::{Assessor, Status};
use crate::domain::contract::GoalId;
use crate::domain::duty::duty;

/// What a paper waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The assessment is only tried out.
    Trial,
    /// The director's assessment is not the one that is shown.
    NotDirectors,
    /// The assessment is not the one of the year's end.
    NotFinal,
    /// So many goals lack something.
    Unfilled(usize),
    /// So many things are missing besides, for the pay as a rule.
    Besides(usize),
    /// So many goals are open.
    Open(usize),
    /// So many goals of which the department has to be told lack a cause.
    Unwritten(usize),
    /// Of so many goals the department was not told yet.
    Untold(usize),
    /// There is no assessment that both sides agree on.
    NotAgreed,
    /// So many things were found in the contract.
    Findings(usize),
}

impl Gap {
    /// Where it is closed.
    pub fn place(self) -> Route {
        match self {
            Self::Trial | Self::NotDirectors | Self::NotFinal => Route::Assessments(AssessmentsPart::List),
            Self::Unfilled(_) | Self::Open(_) => Route::Results(None),
            Self::Besides(_) => Route::Pay,
            Self::Unwritten(_) | Self::Untold(_) => Route::Assessments(AssessmentsPart::Notice),
            Self::NotAgreed => Route::Assessments(AssessmentsPart::Compare),
            Self::Findings(_) => Route::Contract(ContractPart::Said),
        }
    }
}

/// What the overview of results waits for: goals that are open, which it shows as such.
pub fn overview_gaps(sheet: &Sheet) -> Vec<Gap> {
    let counts = &sheet.evaluation.counts;
    let open = some(Gap::Open, counts.open + counts.undetermined);
    trial(sheet).into_iter().chain(open).collect()
}

/// What the director's own account waits for.
pub fn self_assessment_gaps(case: &Case, sheet: &Sheet) -> Vec<Gap> {
    let assessment = sheet.assessment();
    [
        trial(sheet),
        (assessment.by != Assessor::Director).then_some(Gap::NotDirectors),
        (assessment.status != Status::Final).then_some(Gap::NotFinal),
    ]
    .into_iter()
    .flatten()
    .chain(unfilled(case, sheet))
    .collect()
}

/// What the decision waits for: the assessment that decides is the agreed one, else the department's, else the
/// director's.
pub fn decision_gaps(case: &Case) -> Vec<Gap> {
    let latest = |by: Assessor| {
        let of_side =
            case.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real && sheet.assessment().by == by);
        of_side.max_by_key(|sheet| (stage(sheet.assessment().status), sheet.assessment().as_of))
    };
    let agreed = latest(Assessor::Agreed);
    let decides = agreed.or_else(|| latest(Assessor::Department)).or_else(|| latest(Assessor::Director));
    let not_final = decides.filter(|sheet| sheet.assessment().status != Status::Final).map(|_| Gap::NotFinal);
    let unfilled = decides.into_iter().flat_map(|sheet| unfilled(case, sheet));
    let agreed = agreed.is_none().then_some(Gap::NotAgreed);
    agreed.into_iter().chain(not_final).chain(unfilled).collect()
}

/// What the notice waits for: causes that nobody wrote, and notices that were not sent.
pub fn notice_gaps(sheet: &Sheet) -> Vec<Gap> {
    let results = &sheet.assessment().results;
    let has_cause = |goal: &GoalId| results.get(goal).is_some_and(|entry| entry.notice.cause.is_some());
    let due = sheet.evaluation.goals.iter().filter_map(|outcome| duty(outcome));
    let unwritten = due.filter(|duty| !has_cause(&duty.goal)).count();
    let untold =
        results.values().filter(|entry| !entry.notice.is_empty() && entry.notice.on.is_none()).count();
    [trial(sheet), some(Gap::Unwritten, unwritten), some(Gap::Untold, untold)].into_iter().flatten().collect()
}

/// What the table of the annual report and the resultatrevision wait for: the year's end, and goals that are open.
pub fn annual_report_gaps(sheet: &Sheet) -> Vec<Gap> {
    let not_final = (sheet.assessment().status != Status::Final).then_some(Gap::NotFinal);
    let mut gaps = overview_gaps(sheet);
    gaps.extend(not_final);
    gaps
}

/// What the contract check is about: what was found and is not mended.
pub fn contract_check_gaps(case: &Case) -> Vec<Gap> {
    some(Gap::Findings, case.findings.len()).into_iter().collect()
}

/// How far along an assessment is, as a number.
fn stage(status: Status) -> u8 {
    match status {
        Status::Draft => 0,
        Status::Midterm => 1,
        Status::Final => 2,
    }
}

fn trial(sheet: &Sheet) -> Option<Gap> {
    (sheet.kind == SheetKind::WhatIf).then_some(Gap::Trial)
}

fn unfilled(case: &Case, sheet: &Sheet) -> impl Iterator<Item = Gap> {
    let contract = &case.contract.contract;
    let goals = some(Gap::Unfilled, filled(contract, sheet).lacking);
    goals.into_iter().chain(some(Gap::Besides, missing_besides(contract, sheet).len()))
}

fn some(gap: fn(usize) -> Gap, count: usize) -> Option<Gap> {
    (count > 0).then(|| gap(count))
}
