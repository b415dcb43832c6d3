//! The files that no row rests on, each with the reason.

use crate::findings::Stranger;
use crate::i18n::Words;
use crate::i18n::text::PortfolioText;

/// A file that is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name.
    pub file: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a file is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// It is no contract, no assessment and no case; what it is, where that is known.
    Stranger(Option<Stranger>),
    /// It is meant to be one, and there are mistakes in it.
    Mistakes {
        /// How many.
        errors: usize,
        /// The line of the first one.
        line: usize,
    },
    /// It is larger than a file may be.
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
    /// It could not be read.
    Unreadable,
    /// It has the same contract as another file, which is used.
    Copy {
        /// That file.
        of: String,
        /// How the two differ.
        how: Copied,
    },
    /// It is an assessment of another edition of a contract that is here.
    OtherEdition {
        /// The contract's file.
        of: String,
    },
    /// It is an assessment of a contract that is not here.
    NoContract {
        /// The contract's identifier.
        id: String,
    },
}

/// How a file differs from the one that is used in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// Not at all.
    Same,
    /// It has no assessment.
    ContractAlone,
    /// The assessment of the other file goes before.
    Older,
    /// In something else; the other file comes first by name.
    Otherwise,
}

impl WhyLeftOut {
    /// Its name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Stranger(_) => "not-ours",
            Self::Mistakes { .. } => "mistakes",
            Self::TooLarge { .. } => "too-large",
            Self::Unreadable => "unreadable",
            Self::Copy { .. } => "copy",
            Self::OtherEdition { .. } => "other-edition",
            Self::NoContract { .. } => "no-contract",
        }
    }

    /// Whether the file should have been used: one that is no contract at all, or a copy, is not missed.
    pub fn is_refusal(&self) -> bool {
        !matches!(self, Self::Stranger(_) | Self::Copy { .. })
    }

    /// The reason, as it stands behind the file's name.
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::Stranger(kind) => words.text(stranger(*kind)).to_owned(),
            Self::Mistakes { errors, line } => words.has_mistakes(*errors, *line),
            Self::TooLarge { size } => words.is_over_limit(*size),
            Self::Unreadable => words.text(PortfolioText::Unreadable).to_owned(),
            Self::Copy { of, how } => words.is_copy(of, words.text(copied(*how))),
            Self::OtherEdition { of } => words.is_of_other_edition(of),
            Self::NoContract { id } => words.contract_is_missing(id),
        }
    }
}

fn stranger(kind: Option<Stranger>) -> PortfolioText {
    match kind {
        None => PortfolioText::NotOurs,
        Some(Stranger::Document | Stranger::OldOffice) => PortfolioText::ADocument,
        Some(Stranger::Workbook) => PortfolioText::AWorkbook,
        Some(Stranger::Pdf) => PortfolioText::APdf,
        Some(Stranger::Picture) => PortfolioText::APicture,
        Some(Stranger::WebPage) => PortfolioText::AWebPage,
        Some(Stranger::Archive) => PortfolioText::AnArchive,
    }
}

fn copied(how: Copied) -> PortfolioText {
    match how {
        Copied::Same => PortfolioText::CopySame,
        Copied::ContractAlone => PortfolioText::CopyAlone,
        Copied::Older => PortfolioText::CopyOlder,
        Copied::Otherwise => PortfolioText::CopyOtherwise,
    }
}
