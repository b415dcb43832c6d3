//! The papers that come out of a contract: neutral documents, and how they become HTML and Markdown.
//!
//! A paper is made from a [`Matter`] and is the same whoever draws it. What it prints, it prints as it was worked
//! out: whoever has the paper and a pocket calculator gets the same totals.

mod annual_report;
mod calendar;
mod changes;
mod contract_check;
mod contract_draft;
mod decision;
mod document;
mod fit;
mod goals;
mod html;
mod markdown;
mod markup;
mod matter;
mod notice;
mod overview;
mod pay;
mod portfolio;
mod revision;
mod self_assessment;
pub mod sheets;
mod slices;
mod steps;
mod tabbed;
mod verdict;
mod words;

pub use calendar::calendar;
pub use changes::{CHANGES_CODE, ChangedMatter, changes_paper, changes_paper_paced};
pub use document::*;
pub use html::{fragment, html};
pub use markdown::markdown;
pub use markup::{Element, Node, empty_paper_element, paper_element, paper_part_count, paper_parts};
pub use matter::{Assessed, Matter};
pub use portfolio::{PortfolioMatter, portfolio_paper};
pub use tabbed::tabbed;

use crate::i18n::text::ReportText;
use crate::pace::at_once;

/// A paper that can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Resultatoversigt: everything on one A4 page.
    Overview,
    /// Selvangivelse: what the director declares.
    SelfAssessment,
    /// Afgørelse: what was decided, with the chain of pay.
    Decision,
    /// Orientering: the notice about goals that will not be reached.
    Notice,
    /// Målrapportering: the table of the annual report.
    AnnualReport,
    /// Resultatrevision: results, development, comparable units, and what could be saved.
    Revision,
    /// Kontrakttjek: what was found in the contract.
    ContractCheck,
    /// Kontraktudkast: the contract as a document, with room to sign.
    ContractDraft,
}

impl Paper {
    /// Every paper, in the order in which a year needs them.
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Notice,
        Self::SelfAssessment,
        Self::Decision,
        Self::AnnualReport,
        Self::Revision,
        Self::ContractCheck,
        Self::ContractDraft,
    ];

    /// Its name in addresses, on the command line and in names of files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overview => "resultatoversigt",
            Self::SelfAssessment => "selvangivelse",
            Self::Decision => "afgoerelse",
            Self::Notice => "orientering",
            Self::AnnualReport => "maalrapportering",
            Self::Revision => "resultatrevision",
            Self::ContractCheck => "kontrakttjek",
            Self::ContractDraft => "kontraktudkast",
        }
    }

    /// The paper with this code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.code() == code)
    }

    /// What it is called.
    pub fn name(self) -> ReportText {
        match self {
            Self::Overview => ReportText::Overview,
            Self::SelfAssessment => ReportText::SelfAssessment,
            Self::Decision => ReportText::Decision,
            Self::Notice => ReportText::Notice,
            Self::AnnualReport => ReportText::AnnualReport,
            Self::Revision => ReportText::Revision,
            Self::ContractCheck => ReportText::ContractCheck,
            Self::ContractDraft => ReportText::ContractDraft,
        }
    }

    /// What it is for.
    pub fn purpose(self) -> ReportText {
        match self {
            Self::Overview => ReportText::OverviewPurpose,
            Self::SelfAssessment => ReportText::SelfAssessmentPurpose,
            Self::Decision => ReportText::DecisionPurpose,
            Self::Notice => ReportText::NoticePurpose,
            Self::AnnualReport => ReportText::AnnualReportPurpose,
            Self::Revision => ReportText::RevisionPurpose,
            Self::ContractCheck => ReportText::ContractCheckPurpose,
            Self::ContractDraft => ReportText::ContractDraftPurpose,
        }
    }

    /// Whether it is about the contract alone, whatever any assessment says.
    pub fn is_of_contract(self) -> bool {
        matches!(self, Self::ContractCheck | Self::ContractDraft)
    }

    /// The paper about this matter.
    pub fn write(self, matter: &Matter<'_>) -> WrittenPaper {
        at_once(self.write_paced(matter, &mut async || {}))
    }

    /// The same in slices: `pause` is called after every few goals, and may let others do something meanwhile.
    pub async fn write_paced(self, matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
        match self {
            Self::Overview => overview::overview(matter, pause).await,
            Self::SelfAssessment => self_assessment::self_assessment(matter, pause).await,
            Self::Decision => decision::decision(matter, pause).await,
            Self::Notice => notice::notice(matter, pause).await,
            Self::AnnualReport => annual_report::annual_report(matter, pause).await,
            Self::Revision => revision::revision(matter, pause).await,
            Self::ContractCheck => contract_check::contract_check(matter, pause).await,
            Self::ContractDraft => contract_draft::contract_draft(matter, pause).await,
        }
    }
}
