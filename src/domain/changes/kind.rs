//! What a change is about, for whoever looks for one kind among many.

use super::{Change, ChangedPlace, Difference, Effect, Term};

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// A goal, an area or a group that is new.
    New,
    /// A goal, an area or a group that is gone.
    Gone,
    /// Another title or label.
    Renamed,
    /// A requirement that is harder to reach.
    Tightened,
    /// A requirement that is easier to reach.
    Loosened,
    /// A weight, or a sum of weights.
    Weight,
    /// The pay agreement.
    Pay,
    /// A risk.
    Risk,
    /// Anything else.
    Other,
}

impl ChangeKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::New,
        Self::Gone,
        Self::Renamed,
        Self::Tightened,
        Self::Loosened,
        Self::Weight,
        Self::Pay,
        Self::Risk,
        Self::Other,
    ];
}

impl Change<'_> {
    /// What it is about.
    pub fn kind(&self) -> ChangeKind {
        match (&self.place, &self.what) {
            (ChangedPlace::Pay, _) => ChangeKind::Pay,
            (ChangedPlace::Risk(..), _) => ChangeKind::Risk,
            (_, Difference::New(_)) => ChangeKind::New,
            (_, Difference::Gone(_)) => ChangeKind::Gone,
            (_, Difference::Target(_, Effect::Tightened(_))) => ChangeKind::Tightened,
            (_, Difference::Target(_, Effect::Loosened(_))) => ChangeKind::Loosened,
            (_, Difference::Term(Term::Weight | Term::Weights | Term::TotalPoints, _)) => ChangeKind::Weight,
            (ChangedPlace::Contract, _) => ChangeKind::Other,
            (_, Difference::Term(Term::Title | Term::Label, _)) => ChangeKind::Renamed,
            _ => ChangeKind::Other,
        }
    }
}
