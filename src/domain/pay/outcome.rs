//! What a pay agreement comes to, step by step.

use std::rc::Rc;

use super::pots::PotsOutcome;
use crate::domain::evaluation::GoalOutcome;
use crate::domain::number::{Kroner, Percent, Points, Share, Span};
use crate::domain::objection::Objection;

/// What the pay agreement comes to. Kroner are `None` while base pay or maximum percent is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct PayOutcome {
    /// The institution's points of the contract, and the contract's total.
    pub contract_points: Option<(Span<Points>, Points)>,
    /// Step 2: institution × share, rounded.
    pub institution: Span<Points>,
    /// Step 2: the individual areas.
    pub individual: Span<Points>,
    /// Each individual area; with points only where areas are scored one by one.
    pub areas: Vec<Rc<GoalOutcome>>,
    /// Step 2: both together.
    pub points: Span<Points>,
    /// What the institution's goals can give, 700 as a rule.
    pub institution_max: Points,
    /// What the individual areas can give, 300 as a rule.
    pub individual_max: Points,
    /// Step 3: pay points over the sum of both maxima.
    pub fraction: Span<Share>,
    /// Step 4: the base pay, once a line of it is entered.
    pub base: Option<Kroner>,
    /// Step 4: the maximum percent, the agreement's or the one entered.
    pub max_percent: Option<Percent>,
    /// Step 4: base × maximum percent.
    pub full: Option<Kroner>,
    /// Step 5: full × fraction.
    pub earned: Option<Span<Kroner>>,
    /// Step 6: after the permanent secretary's adjustment; as earned where there is none.
    pub adjusted: Option<Span<Kroner>>,
    /// Step 7: days served and days of the pay period, where the director left early.
    pub days: Option<(i64, i64)>,
    /// Step 7: what is paid.
    pub payable: Option<Span<Kroner>>,
    /// Step 8: the holiday allowance's percent, the agreement's or the one entered.
    pub holiday_percent: Option<Percent>,
    /// Step 8: payable × that percent.
    pub holiday_allowance: Option<Span<Kroner>>,
    /// After the holiday allowance: the pension contribution's percent, where the supplement is pensionable.
    pub pension_percent: Option<Percent>,
    /// Payable × that percent.
    pub pension: Option<Span<Kroner>>,
    /// Payable and pension together.
    pub with_pension: Option<Span<Kroner>>,
    /// The pots and stages between points and earned; empty where the agreement has neither.
    pub pots: PotsOutcome,
    /// Steps 2, 3 and 7 if readings and forecasts were results.
    pub expected: ExpectedPay,
    /// What is wrong with what was entered.
    pub objections: Vec<Objection>,
}

impl PayOutcome {
    /// What is expected, where that is something else than what is possible.
    pub fn expected_aside(&self) -> Option<&ExpectedPay> {
        let differs =
            |expected: &&ExpectedPay| expected.points != self.points || expected.fraction != self.fraction;
        Some(&self.expected).filter(differs)
    }
}

/// What the resultatløn would come to if readings and forecasts were results.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpectedPay {
    /// The pay points.
    pub points: Span<Points>,
    /// Pay points over the sum of both maxima.
    pub fraction: Span<Share>,
    /// What would be paid; none while base pay or maximum percent is missing.
    pub payable: Option<Span<Kroner>>,
}
