//! What is kept beside the results: decisions, events of the assessment, and warnings to the department of goals that
//! will be missed.

use serde::{Deserialize, Serialize};

use crate::domain::date::Date;

/// When and where something was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// The day.
    pub agreed: Option<Date>,
    /// Where it can be read, such as a letter or the minutes of a meeting.
    pub source: Option<String>,
}

impl Decision {
    /// Whether neither the day nor the place is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Something that was decided, with when and where. The day or the place may be entered first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided<T> {
    /// What was decided; `None` while only its decision is entered.
    pub what: Option<T>,
    /// When and where.
    pub decision: Decision,
}

impl<T> Decided<T> {
    /// Whether nothing is entered at all.
    pub fn is_empty(&self) -> bool {
        self.what.is_none() && self.decision.is_empty()
    }
}

impl<T> Default for Decided<T> {
    fn default() -> Self {
        Self { what: None, decision: Decision::default() }
    }
}

/// Something that happened to an assessment. The list of them is part of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// On which day.
    pub on: Option<Date>,
    /// Who did it.
    pub by: Option<String>,
    /// What else there is to say of it.
    pub note: Option<String>,
    /// That it does not hold, where it was struck out.
    pub struck: Option<Struck>,
}

/// When an event was struck out, and by whom. It stays in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Struck {
    /// On which day.
    pub on: Option<Date>,
    /// Who did it.
    pub by: Option<String>,
}

/// What happened to an assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// It was closed: nothing in it can be changed from now on.
    Locked,
    /// It was opened again.
    Unlocked,
    /// It was begun as a copy of another one.
    Copied,
    /// Lines were taken over from another one.
    Taken,
    /// Something was decided, as the note says.
    Decided,
    /// The department was told of goals that will be missed.
    Informed,
    /// Anything else, as the note says.
    #[default]
    Other,
}

/// What is written to the department about a goal that will be missed (orienteringspligt).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// Why the goal will be missed.
    pub cause: Option<String>,
    /// What is done about it.
    pub measures: Option<String>,
    /// The day on which the department was told; none while the notice is a draft.
    pub on: Option<Date>,
}

impl Notice {
    /// Whether nothing is written at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
