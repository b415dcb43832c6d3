//! Whose assessment the rows of a portfolio rest on.

use crate::domain::assessment::Assessor;
use crate::i18n::text::PortfolioText;

/// Whose assessment the rows rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// The one that decides: the agreed one, else the department's, else the director's.
    #[default]
    Deciding,
    /// The department's, else none.
    Department,
    /// The director's, else none.
    Director,
}

impl Whose {
    /// Every choice, as it is offered.
    pub const ALL: [Self; 3] = [Self::Deciding, Self::Department, Self::Director];

    /// Whether a row may rest on the assessment of a party.
    pub fn lets(self, by: Assessor) -> bool {
        match self {
            Self::Deciding => true,
            Self::Department => by == Assessor::Department,
            Self::Director => by == Assessor::Director,
        }
    }

    /// `ingen vurdering`, and of whom.
    pub fn none(self) -> PortfolioText {
        match self {
            Self::Deciding => PortfolioText::NoAssessment,
            Self::Department => PortfolioText::NoneOfDepartment,
            Self::Director => PortfolioText::NoneOfDirector,
        }
    }

    /// `Kun departementets vurderinger`; nothing has to be said of the one that decides.
    pub fn only(self) -> Option<PortfolioText> {
        match self {
            Self::Deciding => None,
            Self::Department => Some(PortfolioText::OnlyDepartment),
            Self::Director => Some(PortfolioText::OnlyDirector),
        }
    }
}
