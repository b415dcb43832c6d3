//! What papers are made from.

use super::Paper;
use super::document::{Block, Density, WrittenPaper};
use crate::domain::assessment::{Assessment, Assessor};
use crate::domain::contract::{Contract, DateRange, Goal};
use crate::domain::date::Date;
use crate::domain::evaluation::Evaluation;
use crate::findings::Diagnostic;
use crate::format::ContractFile;
use crate::i18n::Words;
use crate::i18n::text::report::release;
use crate::i18n::text::results::status;
use crate::i18n::text::{EntryText, ReportText};
use crate::portfolio::Row;

/// A contract with its assessments, and what is said about a print of them.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    /// The contract.
    pub contract: &'a ContractFile,
    /// What was found in it.
    pub findings: &'a [Diagnostic],
    /// The assessment that the paper is about.
    pub current: Assessed<'a>,
    /// Whether that one only tries something out and is part of no file.
    pub is_trial: bool,
    /// Every assessment of the case that is real.
    pub all: &'a [Assessed<'a>],
    /// The contracts among which comparable ones are looked for; it may be one of them itself.
    pub beside: &'a [Row],
    /// The day of the print; none where papers of the same matter have to be equal letter by letter.
    pub printed: Option<Date>,
    /// The version of the program.
    pub version: &'a str,
    /// The words that the paper is written in.
    pub words: Words,
}

/// An assessment and what it comes to.
#[derive(Clone, Copy, Debug)]
pub struct Assessed<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// What it comes to.
    pub evaluation: &'a Evaluation,
}

impl<'a> Matter<'a> {
    /// What the contract says.
    pub(super) fn terms(&self) -> &'a Contract {
        &self.contract.contract
    }

    /// The other party as the contract names it, where that is no ministry with a permanent secretary.
    pub(super) fn board(&self) -> Option<&'a str> {
        let department = self.terms().department.as_deref()?;
        let name = department.to_lowercase();
        let is_ministry = ["departement", "minister", "ministry"].iter().any(|word| name.contains(word));
        (!is_ministry).then_some(department)
    }

    /// A text in the language of the paper.
    pub(super) fn say(&self, text: ReportText) -> String {
        self.words.text(text).to_owned()
    }

    /// A day in the language of the paper.
    pub(super) fn day(&self, date: Date) -> String {
        self.words.date(date)
    }

    /// From one day to another.
    pub(super) fn days(&self, range: DateRange) -> String {
        format!("{}–{}", self.day(range.from), self.day(range.to))
    }

    /// The one year that the paper is about: the one that binds, or the one that the contract has from end to end.
    pub(super) fn year(&self) -> Option<i32> {
        let terms = self.terms();
        terms.binding_year.or_else(|| terms.period.and_then(DateRange::whole_year))
    }

    /// The year that binds, else the one that the contract begins in.
    pub(super) fn begins(&self) -> Option<i32> {
        let terms = self.terms();
        terms.binding_year.or_else(|| terms.period.map(|period| period.from.year()))
    }

    /// The paper about this assessment, with nothing in it yet.
    pub(super) fn document(&self, paper: Paper, of: Assessed<'_>) -> WrittenPaper {
        let words = self.words;
        let terms = self.terms();
        let year = self.begins();
        let name = words.text(paper.name());
        let title = year.map_or_else(|| name.to_owned(), |year| format!("{name} {year}"));
        let subtitle = [terms.institution.as_deref(), Some(terms.title.as_str())];
        let as_of =
            of.assessment.as_of.map(|date| format!("{} {}", words.text(EntryText::AsOf), self.day(date)));
        let standing = if paper.is_of_contract() {
            Vec::new()
        } else {
            let stage = words.text(status(of.assessment.status)).to_owned();
            let said = [stage, self.say(whose(of.assessment.by))];
            let is_trial = self.is_trial && std::ptr::eq(of.assessment, self.current.assessment);
            let trial = is_trial.then(|| self.say(ReportText::Trial));
            trial.into_iter().chain([said.join(" · ")]).chain(as_of).collect()
        };
        let foot = [
            Some(words.contract_fingerprint(self.contract.fingerprint.canonical())),
            self.contract.file_sum.as_deref().map(|sum| words.file_sum(sum)),
            self.printed.map(|date| words.printed_on(&self.day(date))),
            Some(release(self.version)),
        ];
        WrittenPaper {
            code: paper.code(),
            words,
            quoted_lang: terms.language.clone(),
            title,
            subtitle: subtitle.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            status: standing,
            confidential: !paper.is_of_contract() && of.evaluation.pay.is_some(),
            draft: false,
            density: Density::Free,
            blocks: Vec::new(),
            foot: foot.into_iter().flatten().collect(),
        }
    }

    /// What stands at the head and the foot of a paper about the current assessment.
    pub fn head(&self) -> WrittenPaper {
        self.document(Paper::SelfAssessment, self.current)
    }

    /// The goals of the contract with what they come to, in the contract's order.
    pub(super) fn goals(
        &self,
        of: Assessed<'a>,
    ) -> impl Iterator<Item = (&'a Goal, &'a crate::domain::evaluation::GoalOutcome)> + use<'a> {
        let goals = self.contract.contract.goals.iter().map(std::convert::AsRef::as_ref);
        goals.zip(of.evaluation.goals.iter().map(std::convert::AsRef::as_ref))
    }

    /// What a paper quotes of the contract: a goal by its name and title.
    pub(super) fn name_of(&self, goal: &str) -> String {
        let terms = self.terms();
        let found = terms.goal(goal).or_else(|| terms.area(goal));
        found.map_or_else(|| goal.to_owned(), |goal| super::words::full_name(goal))
    }
}

/// A list, or words that say that there is nothing to list.
pub(super) fn list_or(items: Vec<String>, nothing: String) -> Block {
    if items.is_empty() { Block::Text(nothing) } else { Block::List(items) }
}

/// Whose assessment it is.
pub(super) fn whose(by: Assessor) -> ReportText {
    match by {
        Assessor::Director => ReportText::DirectorsAssessment,
        Assessor::Department => ReportText::DepartmentsAssessment,
        Assessor::Agreed => ReportText::AgreedAssessment,
    }
}
