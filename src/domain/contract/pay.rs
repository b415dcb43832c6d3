//! The director's pay agreement, as a contract states it. `domain::pay` works it out.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{DateRange, EarnedBy, Goal, GoalId, Pot, PotSize, Stage, StageKind};
use crate::domain::number::{Decimal, Percent, Points};

/// The director's pay agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct PayAgreement {
    /// The pay period.
    pub period: DateRange,
    /// Points that full fulfilment of the institution's goals gives, 700 as a rule.
    pub institution: Points,
    /// Points that full fulfilment of the individual areas gives, 300 as a rule.
    pub individual: Points,
    /// The individual areas: goals like any other.
    pub areas: Vec<Rc<Goal>>,
    /// How the agreement says that the areas are judged; [`PayAgreement::individual_rule`] decides where it is silent.
    pub stated_rule: Option<IndividualRule>,
    /// The supplement at full fulfilment as a percent of the base pay, where agreed.
    pub max_percent: Option<Percent>,
    /// Whether the supplement is pensionable, where agreed.
    pub pensionable: Option<bool>,
    /// Special holiday allowance as a percent of the supplement, where agreed.
    pub holiday_allowance_percent: Option<Percent>,
    /// How the permanent secretary may adjust what was earned, where agreed.
    pub adjustment: Option<AdjustmentTerms>,
    /// The pots that it pays from, in order; none where `institution` and `individual` share one.
    pub pots: Vec<Pot>,
    /// The stages between what was reached and what is earned, in order.
    pub stages: Vec<Stage>,
    /// The pension contribution as a percent of the supplement, where agreed.
    pub pension_percent: Option<Percent>,
    /// Where the document has it.
    pub source: Option<String>,
}

impl PayAgreement {
    /// Whether what was reached goes through pots or stages.
    pub fn has_pots_or_stages(&self) -> bool {
        !self.pots.is_empty() || !self.stages.is_empty()
    }

    /// Whether what is paid depends on the base pay.
    pub fn needs_base(&self) -> bool {
        let of_base = |pot: &Pot| matches!(pot.size, PotSize::Percent(_) | PotSize::Entered);
        let caps = self.stages.iter().any(|stage| matches!(stage.kind, StageKind::CapPercent(_)));
        self.pots.is_empty() || caps || self.pots.iter().any(of_base)
    }

    /// Whether a pot is stated in a pay level that was regulated since.
    pub fn needs_regulation(&self) -> bool {
        self.pots.iter().any(|pot| matches!(pot.size, PotSize::Amount { level: Some(_), .. }))
    }

    /// How the individual areas are judged: as the agreement says, with pots all together where one is earned by the
    /// judgement; where it is silent one by one if each has a weight, else all together.
    pub fn individual_rule(&self) -> IndividualRule {
        let is_split = if self.pots.is_empty() {
            !self.areas.is_empty() && self.areas.iter().all(|area| area.weight.is_some())
        } else {
            !self.pots.iter().any(|pot| matches!(pot.earned_by, EarnedBy::Judged(_)))
        };
        let silent = if is_split { IndividualRule::Areas } else { IndividualRule::Overall };
        self.stated_rule.unwrap_or(silent)
    }

    /// Whether anything is judged beside the goals: an area, or all of them for points or a pot.
    pub fn has_individual(&self) -> bool {
        let is_judged = if self.pots.is_empty() {
            !self.individual.0.is_zero()
        } else {
            self.individual_rule() == IndividualRule::Overall
        };
        is_judged || !self.areas.is_empty()
    }

    /// Whether an area earns a pot with points of its own.
    pub fn earns_pot(&self, area: &GoalId) -> bool {
        self.pots.iter().any(|pot| match &pot.earned_by {
            EarnedBy::Areas(named) => named.contains(area),
            EarnedBy::Individual => true,
            _ => false,
        })
    }
}

/// How an agreement says that the supplement may be adjusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AdjustmentTerms {
    /// In which direction.
    pub direction: Direction,
    /// By how many percent at most, either way, where agreed.
    pub max_percent: Option<Percent>,
}

impl AdjustmentTerms {
    /// Whether an adjustment by so many percent is agreed. More than everything can never be taken away.
    pub fn allows(&self, Percent(percent): Percent) -> bool {
        let within = self.max_percent.is_none_or(|most| percent.abs() <= most.0);
        within && percent >= -Decimal::ONE_HUNDRED && self.allows_sign(percent)
    }

    /// Whether an adjustment may go the way of this number: down below zero, up above it.
    pub fn allows_sign(&self, change: Decimal) -> bool {
        match self.direction {
            Direction::Down => change <= Decimal::ZERO,
            Direction::Up => change >= Decimal::ZERO,
            Direction::Both => true,
        }
    }
}

/// In which direction something may be adjusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Only down.
    Down,
    /// Only up.
    Up,
    /// Down and up; where an agreement is silent as well.
    #[default]
    Both,
}

/// How the individual areas are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndividualRule {
    /// One judgement of all of them together.
    Overall,
    /// Each area has a weight and is scored by the goals' rules.
    Areas,
}
