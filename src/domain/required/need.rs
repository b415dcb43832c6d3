//! What a goal still needs.

use crate::domain::contract::{LevelId, PartId, Relation};
use crate::domain::date::Date;
use crate::domain::number::{Decimal, Points};
use crate::domain::reported::Reported;

/// What has to hold from now on; what holds already is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// A figure on this side of a threshold. Where a rule pays for less than the target, the threshold is the mildest
    /// figure that earns enough. It has as many decimals as the goal's own figures, rounded to the safe side.
    Limit {
        /// On which side of the threshold the figure must lie.
        relation: Relation,
        /// The threshold itself, which `AtMost` and `AtLeast` include.
        value: Decimal,
    },
    /// A figure within two thresholds, both included.
    Between {
        /// The lowest that will do.
        min: Decimal,
        /// The highest that will do.
        max: Decimal,
    },
    /// Done on or before a day.
    By(Date),
    /// Done.
    Done,
    /// At least so many points of a judgement.
    Points(Points),
    /// This level of a scale, or one that gives more.
    Level {
        /// Which one.
        id: LevelId,
        /// What it is called.
        title: String,
    },
    /// All of these parts.
    AllOf(Vec<PartNeed>),
    /// One of these parts.
    AnyOf(Vec<PartNeed>),
    /// A target: it is not fixed yet, so no result can be named.
    Target,
    /// The baseline that the target is counted from.
    Baseline,
}

/// What a part of a composite still needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartNeed {
    /// Which one, within its composite.
    pub id: PartId,
    /// What the contract calls it, where it has a title.
    pub title: Option<String>,
    /// What its figure counts.
    pub unit: Option<String>,
    /// What has to hold for it from now on.
    pub need: Need,
}

impl Need {
    /// Enters a final result that just does; where one part of several is enough, for the first of them. `false` where no
    /// result can be named, because a target or its baseline is missing.
    pub fn meet(&self, reported: &mut Reported) -> bool {
        reported.is_final |= !matches!(self, Self::Target | Self::Baseline);
        match self {
            Self::Limit { relation, value } => {
                let unit = Decimal::new(1, value.normalize().scale());
                reported.set_figure(Some(match relation {
                    Relation::AtMost | Relation::AtLeast => *value,
                    Relation::Below => value.saturating_sub(unit),
                    Relation::Above => value.saturating_add(unit),
                }));
            }
            Self::Between { min, .. } => reported.set_figure(Some(*min)),
            Self::By(day) => (reported.date, reported.done) = (Some(*day), None),
            Self::Done => (reported.done, reported.date) = (Some(true), None),
            Self::Points(points) => reported.points = Some(points.0),
            Self::Level { id, .. } => reported.level = Some(id.clone()),
            // Whatever can be met is, even where one of the parts cannot.
            Self::AllOf(parts) => return parts.iter().filter(|part| !part.meet(reported)).count() == 0,
            Self::AnyOf(parts) => return parts.iter().any(|part| part.meet(reported)),
            Self::Target | Self::Baseline => return false,
        }
        true
    }

    /// Whether a result can be named that does, wherever one is asked for.
    pub fn can_be_named(&self) -> bool {
        self.meet(&mut Reported::default())
    }
}

impl PartNeed {
    fn meet(&self, reported: &mut Reported) -> bool {
        self.need.meet(reported.parts.entry(self.id.clone()).or_default())
    }
}
