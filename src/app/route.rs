//! The places of the page and their addresses, the part of the page's own address after `#`.

use crate::domain::address::{EntryField, FieldId, Scope};
use crate::domain::contract::GoalId;

/// A place of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The goals, perhaps with one of them asked for.
    Results(Option<String>),
    /// The performance pay.
    Pay,
    /// The risks.
    Risks,
    /// The assessments and what comes out of them, perhaps with a part of the place asked for.
    Overview(Option<String>),
    /// The contract and what was found in it.
    Contract,
    /// Where contracts are opened. Without an open contract every address leads here.
    #[default]
    Start,
}

impl Route {
    /// Reads an address, such as `#resultater/goal-2`.
    pub fn parse(address: &str) -> Self {
        let name = address.trim_start_matches('#');
        match name.split_once('/') {
            Some(("resultater", goal)) => Self::Results(Some(goal.to_owned())),
            Some(("overblik", part)) => Self::Overview(Some(part.to_owned())),
            _ => match name {
                "resultater" => Self::Results(None),
                "resultatloen" => Self::Pay,
                "risici" => Self::Risks,
                "overblik" => Self::Overview(None),
                "kontrakt" => Self::Contract,
                _ => Self::Start,
            },
        }
    }

    /// The address of the place.
    pub fn address(&self) -> String {
        match self {
            Self::Results(None) => "#resultater".to_owned(),
            Self::Results(Some(goal)) => format!("#resultater/{goal}"),
            Self::Pay => "#resultatloen".to_owned(),
            Self::Risks => "#risici".to_owned(),
            Self::Overview(None) => "#overblik".to_owned(),
            Self::Overview(Some(part)) => format!("#overblik/{part}"),
            Self::Contract => "#kontrakt".to_owned(),
            Self::Start => "#start".to_owned(),
        }
    }

    /// A goal's row, which opens.
    pub fn goal(goal: &GoalId) -> Self {
        Self::Results(Some(goal.to_string()))
    }

    /// Where a field stands.
    pub fn of_field(field: &FieldId) -> Self {
        match field {
            FieldId::By | FieldId::Status | FieldId::AsOf => Self::Results(None),
            FieldId::Agreed(_)
            | FieldId::AgreedIn(_)
            | FieldId::Entry(_, EntryField::LapseAgreed | EntryField::LapseSource) => {
                Self::Overview(Some("afgoerelse".to_owned()))
            }
            FieldId::Entry(
                _,
                EntryField::NoticeCause | EntryField::NoticeMeasures | EntryField::NoticeOn,
            ) => Self::Overview(Some("orientering".to_owned())),
            field => match field.entry() {
                Some(entry) if entry.scope == Scope::Goal => Self::goal(&entry.goal),
                _ => Self::Pay,
            },
        }
    }
}
