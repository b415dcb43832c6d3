//! What a field takes, and what can be chosen in one that offers a few.

use serde::Deserialize;

use crate::domain::address::{EntryField, FieldId, ReportedField};
use crate::domain::assessment::{Assessor, Status};
use crate::domain::contract::TargetKind;
use crate::format::words::{values, word};

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A number.
    Number,
    /// Points that a person gives.
    Points,
    /// A percentage, without its sign.
    Percent,
    /// An amount in kroner.
    Kroner,
    /// A day.
    Date,
    /// A period, such as a month.
    Period,
    /// The name of a line.
    Title,
    /// Words.
    Text,
    /// One of a few, or nothing where the field may be empty.
    Choice(ChoiceKind),
}

/// What is chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    /// Whether something was done.
    Done,
    /// That a result is final, or nothing.
    Final,
    /// The kinds of target that an addendum fixes.
    AddendumKind,
    /// The ways to state an adjustment.
    AdjustmentKind,
    /// Whose assessment it is.
    Assessor,
    /// How far along the assessment is.
    Status,
}

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Whether something was done.
    Done(bool),
    /// That a result is final.
    Final,
    /// The kind of target that an addendum fixes.
    AddendumKind(AddendumKind),
    /// How an adjustment is stated.
    AdjustmentKind(AdjustmentKind),
    /// Whose assessment it is.
    Assessor(Assessor),
    /// How far along the assessment is.
    Status(Status),
}

/// The kind of target that an addendum fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddendumKind {
    /// One of [`ADDENDUM_KINDS`].
    Editable(TargetKind),
    /// One that comes from a file, such as a composite: it is kept and cannot be edited on the page.
    Other,
}

impl AddendumKind {
    /// Whether it is measured in a period: a deadline and a task are not.
    pub(in crate::app) fn is_measured(self) -> bool {
        !matches!(self, Self::Editable(TargetKind::By | TargetKind::Done))
    }
}

/// The kinds of target that can be fixed on the page.
pub const ADDENDUM_KINDS: [TargetKind; 7] = [
    TargetKind::AtMost,
    TargetKind::AtLeast,
    TargetKind::Below,
    TargetKind::Above,
    TargetKind::Between,
    TargetKind::By,
    TargetKind::Done,
];

/// How an adjustment is stated; by a percent unless an amount was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentKind {
    /// As a percent of what was earned.
    #[default]
    Percent,
    /// As an amount.
    Amount,
    /// As the percent of the full supplement that is left, whatever was earned.
    ToPercent,
}

impl ChoiceKind {
    /// The choice that a code stands for, in a draft or on the page.
    pub fn parse(self, code: &str) -> Option<Choice> {
        let all: Vec<Choice> = match self {
            Self::Done => [true, false].map(Choice::Done).into(),
            Self::Final => vec![Choice::Final],
            Self::AddendumKind => {
                let other = Choice::AddendumKind(AddendumKind::Other);
                ADDENDUM_KINDS.map(Choice::from).into_iter().chain([other]).collect()
            }
            Self::AdjustmentKind => values().map(Choice::AdjustmentKind).collect(),
            Self::Assessor => values().map(Choice::Assessor).collect(),
            Self::Status => values().map(Choice::Status).collect(),
        };
        all.into_iter().find(|choice| choice.code() == code)
    }

    /// Whether a choice can be made, or taken back where there is none.
    pub(in crate::app) fn offers(self, choice: Option<Choice>) -> bool {
        match choice {
            None => matches!(self, Self::Done | Self::Final | Self::AddendumKind),
            Some(choice) => choice.kind() == self && choice != Choice::AddendumKind(AddendumKind::Other),
        }
    }
}

impl Choice {
    /// The code that stands for it, in a draft and on the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Done(true) | Self::Final => "true",
            Self::Done(false) => "false",
            Self::AddendumKind(AddendumKind::Editable(kind)) => word(kind),
            Self::AddendumKind(AddendumKind::Other) => "other",
            Self::AdjustmentKind(kind) => word(kind),
            Self::Assessor(assessor) => word(assessor),
            Self::Status(status) => word(status),
        }
    }

    fn kind(self) -> ChoiceKind {
        match self {
            Self::Done(_) => ChoiceKind::Done,
            Self::Final => ChoiceKind::Final,
            Self::AddendumKind(_) => ChoiceKind::AddendumKind,
            Self::AdjustmentKind(_) => ChoiceKind::AdjustmentKind,
            Self::Assessor(_) => ChoiceKind::Assessor,
            Self::Status(_) => ChoiceKind::Status,
        }
    }
}

impl From<TargetKind> for Choice {
    fn from(kind: TargetKind) -> Self {
        Self::AddendumKind(AddendumKind::Editable(kind))
    }
}

impl From<AdjustmentKind> for Choice {
    fn from(kind: AdjustmentKind) -> Self {
        Self::AdjustmentKind(kind)
    }
}

impl From<Assessor> for Choice {
    fn from(assessor: Assessor) -> Self {
        Self::Assessor(assessor)
    }
}

impl From<Status> for Choice {
    fn from(status: Status) -> Self {
        Self::Status(status)
    }
}

/// What a field takes. `amount` says whether the adjustment is an amount.
pub(in crate::app) fn field_kind(field: &FieldId, amount: bool) -> FieldKind {
    use {EntryField as E, ReportedField as R};
    match field {
        FieldId::Reported(_, _, R::Value | R::Numerator | R::Denominator | R::Baseline | R::Reading(_))
        | FieldId::Entry(_, E::AddendumValue | E::AddendumMax)
        | FieldId::Factor(_) => FieldKind::Number,
        FieldId::Reported(_, _, R::Points) | FieldId::Overall => FieldKind::Points,
        FieldId::Reported(_, _, R::Date)
        | FieldId::Entry(_, E::AddendumDate | E::AddendumAgreed | E::LapseAgreed | E::NoticeOn)
        | FieldId::Agreed(_)
        | FieldId::LeftOn
        | FieldId::AsOf => FieldKind::Date,
        FieldId::Entry(_, E::AddendumMeasured) | FieldId::Reported(_, _, R::Period) => FieldKind::Period,
        FieldId::Reported(_, _, R::Final) => FieldKind::Choice(ChoiceKind::Final),
        FieldId::Reported(_, _, R::Done) => FieldKind::Choice(ChoiceKind::Done),
        FieldId::Entry(_, E::AddendumKind) => FieldKind::Choice(ChoiceKind::AddendumKind),
        FieldId::AdjustmentKind => FieldKind::Choice(ChoiceKind::AdjustmentKind),
        FieldId::By => FieldKind::Choice(ChoiceKind::Assessor),
        FieldId::Status => FieldKind::Choice(ChoiceKind::Status),
        FieldId::AdjustmentValue if amount => FieldKind::Kroner,
        FieldId::MaxPercent
        | FieldId::HolidayPercent
        | FieldId::AdjustmentValue
        | FieldId::PotPercent(_)
        | FieldId::Regulation
        | FieldId::PensionPercent => FieldKind::Percent,
        FieldId::BaseValue(_) => FieldKind::Kroner,
        // A level is named by its identifier.
        FieldId::BaseTitle(_) | FieldId::Reported(_, _, R::Level) => FieldKind::Title,
        // Parts and whole entries are entered in the fields within.
        FieldId::Whole(..)
        | FieldId::Reported(_, _, R::Reason | R::Parts)
        | FieldId::Entry(
            _,
            E::Note
            | E::Evidence
            | E::Lapsed
            | E::LapseSource
            | E::NoticeCause
            | E::NoticeMeasures
            | E::AddendumSource,
        )
        | FieldId::AgreedIn(_)
        | FieldId::OverallReason
        | FieldId::AdjustmentReason
        | FieldId::FactorReason(_)
        | FieldId::Breach => FieldKind::Text,
    }
}
