//! What was found in a contract, as the page lists it: in words, filtered, and in groups.

mod choice;

use std::rc::Rc;

pub use choice::{FindingFilter, FindingGroup, Grouping};

use crate::domain::address::{EntryId, LineId, Scope};
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, GoalId};
use crate::findings::{Diagnostic, Kind, Severity, gathered};
use crate::format::{Subject, answering_addendum};
use crate::i18n::Words;
use crate::i18n::short::{MESSAGE, shortened};

/// A part of the contract that findings are gathered under, in the order that they are listed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What the contract says of itself.
    Facts,
    /// A goal, by its place in the contract.
    Goal(usize),
    /// The pay agreement with its areas, and what an assessment enters for the pay.
    Pay,
    /// The risk assessment.
    Risks,
    /// The way from purpose to goal.
    Strategy,
    /// Purposes and appropriations.
    Purposes,
    /// A table of development, by its place in the contract.
    Trend(usize),
    /// The budget.
    Budget,
    /// The stated totals.
    Sums,
}

/// One finding in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its place in the order of the file, counted from 0.
    pub at: usize,
    /// How bad it is.
    pub severity: Severity,
    /// The code's name.
    pub code: &'static str,
    /// What findings of this code are called together.
    pub kind: Kind,
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub why: Option<&'static str>,
    /// How to mend it.
    pub hint: Option<String>,
    /// The clause of the document, where the message does not name it.
    pub clause: Option<String>,
    /// What it is about.
    pub subject: Subject,
    /// The part of the contract that it is listed under.
    pub section: Section,
    /// The goal that it concerns: its own, or that of the risk or the table that it is about.
    pub goal: Option<GoalId>,
    /// All its words in small letters, for the text filter.
    words: String,
}

impl Finding {
    /// All findings about a contract and its assessments, in the order of the file.
    /// What an addendum of the assessment answers has that in place of how to mend it.
    pub fn all(
        found: &[Diagnostic],
        contract: &Contract,
        assessment: &Assessment,
        words: Words,
    ) -> Rc<[Self]> {
        let of = |(at, one)| {
            let addendum = answering_addendum(one, contract, assessment);
            let answer = addendum.map(|addendum| words.answered_by_addendum(addendum.decision.agreed));
            Self::of(at, one, contract, answer, words)
        };
        found.iter().enumerate().map(of).collect()
    }

    fn of(at: usize, found: &Diagnostic, contract: &Contract, answer: Option<String>, words: Words) -> Self {
        let subject = Subject::at_path(&found.path);
        let (message, why) = (shortened(&found.code.message(words), MESSAGE), found.code.why(words));
        let hint = answer.or_else(|| found.code.hint(words));
        let hint = hint.map(|hint| shortened(&hint, MESSAGE));
        let goal = goal_of(&subject, contract);
        let clause = subject.clause(&found.path, contract).filter(|clause| !message.contains(*clause));
        let section = section(&subject, contract);
        let about = match section {
            Section::Goal(place) => contract.goals.get(place),
            _ => goal.as_ref().and_then(|id| contract.goal(id.as_str())),
        };
        let name = about.map(|goal| goal.name());
        let (code, kind) = (found.code.name(), found.code.kind(words));
        let words = [Some(message.as_str()), why, hint.as_deref(), clause, name, Some(code)];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase();
        Self {
            at,
            severity: found.severity,
            code,
            kind,
            section,
            clause: clause.map(str::to_owned),
            message,
            why,
            hint,
            subject,
            goal,
            words,
        }
    }
}

/// The goal that a finding concerns.
pub fn goal_of(subject: &Subject, contract: &Contract) -> Option<GoalId> {
    match subject {
        Subject::Goal(place) => contract.goals.get(*place).map(|goal| goal.id.clone()),
        Subject::Risk(place) => contract.risk.as_ref()?.entries.get(*place)?.goal.clone(),
        Subject::Trend(place) => contract.trends.get(*place)?.goal.clone(),
        Subject::Field(field) => {
            let entry = field.entry().filter(|entry| entry.scope == Scope::Goal)?;
            entry.goal_in(contract).map(|goal| goal.id.clone())
        }
        _ => None,
    }
}

/// The part of the contract that a finding is listed under.
pub fn section_of(found: &Diagnostic, contract: &Contract) -> Section {
    section(&Subject::at_path(&found.path), contract)
}

fn section(subject: &Subject, contract: &Contract) -> Section {
    match subject {
        Subject::Goal(place) => Section::Goal(*place),
        Subject::Field(field) => match field.line() {
            Some(LineId::Entry(EntryId { scope: Scope::Goal, goal })) => {
                let place = contract.goals.iter().position(|one| one.id == goal);
                place.map_or(Section::Facts, Section::Goal)
            }
            Some(_) => Section::Pay,
            None => Section::Facts,
        },
        Subject::Area(_) | Subject::Pay | Subject::MaxPercent => Section::Pay,
        Subject::Risk(_) | Subject::RiskScale => Section::Risks,
        Subject::Trend(place) => Section::Trend(*place),
        Subject::Budget => Section::Budget,
        Subject::Purposes => Section::Purposes,
        Subject::Strategy => Section::Strategy,
        Subject::Sum(_) => Section::Sums,
        Subject::Contract => Section::Facts,
    }
}

/// Findings that say the same of several places, together: `Fire mål uden måltal`.
pub fn alike<'f>(findings: &[&'f Finding]) -> Vec<Vec<&'f Finding>> {
    gathered(findings.iter().copied(), |one| (one.code, one.why, one.hint.clone()))
}
