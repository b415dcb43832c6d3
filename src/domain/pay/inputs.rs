//! What the kroner are worked out from, after what does not count was set aside and said.

use super::is_blank;
use crate::domain::address::FieldId;
use crate::domain::assessment::{AdjustmentChange, Assessment};
use crate::domain::contract::{AdjustmentTerms, PayAgreement, Pot, PotSize, Stage, StageKind};
use crate::domain::date::days_inclusive;
use crate::domain::number::{Decimal, Kroner, Percent, rounded, sum};
use crate::domain::objection::{Objection, ObjectionKind};

/// The inputs of the chain that count.
#[derive(Clone, Debug)]
pub(super) struct Inputs {
    /// The base pay; `None` until a line of it is entered.
    pub(super) base: Option<Kroner>,
    /// The agreement's maximum percent, else the one entered.
    pub(super) max_percent: Option<Percent>,
    /// The permanent secretary's adjustment.
    pub(super) adjustment: Option<AdjustmentChange>,
    /// Days served and days of the pay period, where the director left early.
    pub(super) days: Option<(i64, i64)>,
    /// Whether the supplement lapses after material breach.
    pub(super) breach: bool,
    /// The agreement's percent of holiday allowance, else the one entered.
    pub(super) holiday_percent: Option<Percent>,
    /// The percent of each pot that the agreement leaves open, by the pot's place.
    pub(super) pot_percents: Vec<Option<Percent>>,
    /// By how many percent the agreement's pay level was regulated.
    pub(super) regulation_percent: Option<Percent>,
    /// The judgement of each factor, by the stage's place; none where it is not given or out of bounds.
    pub(super) factors: Vec<Option<Decimal>>,
    /// The agreement's percent of pension, else the one entered; none where the supplement is not pensionable.
    pub(super) pension_percent: Option<Percent>,
}

impl Inputs {
    pub(super) fn counting(
        agreement: &PayAgreement,
        assessment: &Assessment,
        objections: &mut Vec<Objection>,
    ) -> Self {
        let pay = &assessment.pay;
        let mut object = |place, kind| objections.push(Objection { place, kind });
        let base = base_pay(assessment, &mut object);
        let max_percent =
            counting_percent(agreement.max_percent, pay.max_percent, FieldId::MaxPercent, &mut object);
        if !agreement.pots.is_empty() && pay.max_percent.is_some() {
            object(FieldId::MaxPercent, ObjectionKind::Unknown);
        }
        if !agreement.needs_regulation() && pay.regulation_percent.is_some() {
            object(FieldId::Regulation, ObjectionKind::Unknown);
        }
        let holiday_percent = counting_percent(
            agreement.holiday_allowance_percent,
            pay.holiday_allowance_percent,
            FieldId::HolidayPercent,
            &mut object,
        );
        let pension_percent = counting_percent(
            agreement.pension_percent,
            pay.pension_percent,
            FieldId::PensionPercent,
            &mut object,
        );
        let is_pensionable = agreement.pensionable == Some(true);
        if !is_pensionable && pay.pension_percent.is_some() {
            object(FieldId::PensionPercent, ObjectionKind::Unknown);
        }
        let pension_percent = pension_percent.filter(|_| is_pensionable);
        let pot_percents = pot_percents(agreement, assessment, &mut object);
        let factors = factors(agreement, assessment, &mut object);
        let adjustment = pay.adjustment.as_ref();
        let change = adjustment.and_then(|adjustment| adjustment.change);
        if change.is_some_and(|change| !is_agreed(agreement.adjustment, change)) {
            object(FieldId::AdjustmentValue, ObjectionKind::NotAgreed);
        }
        if change.is_some() && is_blank(adjustment.and_then(|adjustment| adjustment.reason.as_deref())) {
            object(FieldId::AdjustmentReason, ObjectionKind::NoReason);
        }
        let days = days_served(agreement, assessment, &mut object);
        let breach = pay.breach.what.is_some();
        Self {
            base,
            max_percent,
            adjustment: change,
            days,
            breach,
            holiday_percent,
            pot_percents,
            regulation_percent: pay.regulation_percent,
            factors,
            pension_percent,
        }
    }
}

/// Whether the agreement allows such an adjustment.
fn is_agreed(terms: Option<AdjustmentTerms>, change: AdjustmentChange) -> bool {
    let terms = terms.unwrap_or_default();
    match change {
        AdjustmentChange::Percent(percent) => terms.allows(percent),
        AdjustmentChange::Amount(amount) => terms.allows_sign(amount.0),
        // It stands on its own beside what was computed; below nothing there is nothing to decide.
        AdjustmentChange::ToPercent(percent) => percent.0 >= Decimal::ZERO,
    }
}

/// The sum of the lines that are entered, to øre; lines below zero do not count.
fn base_pay(assessment: &Assessment, object: &mut impl FnMut(FieldId, ObjectionKind)) -> Option<Kroner> {
    let mut total: Option<Decimal> = None;
    for (index, line) in assessment.pay.base.iter().enumerate() {
        let Some(Kroner(value)) = line.value else { continue };
        if value < Decimal::ZERO {
            object(FieldId::BaseValue(index), ObjectionKind::Negative);
            continue;
        }
        match sum(total.unwrap_or_default(), value) {
            Ok(value) => total = Some(value),
            Err(_) => object(FieldId::BaseValue(index), ObjectionKind::TooLarge),
        }
    }
    total.map(|total| Kroner(rounded(total, 2)))
}

/// The agreement's percent wins; one that is entered beside it is said not to count.
fn counting_percent(
    agreed: Option<Percent>,
    entered: Option<Percent>,
    place: FieldId,
    object: &mut impl FnMut(FieldId, ObjectionKind),
) -> Option<Percent> {
    match (agreed, entered) {
        (Some(agreed), Some(entered)) => {
            if agreed != entered {
                object(place, ObjectionKind::ContractDecides);
            }
            Some(agreed)
        }
        (None, Some(Percent(value))) if value < Decimal::ZERO => {
            object(place, ObjectionKind::Negative);
            None
        }
        (agreed, entered) => agreed.or(entered),
    }
}

/// The percents of pots that count; one for a pot that has none to be entered is said to count for nothing.
fn pot_percents(
    agreement: &PayAgreement,
    assessment: &Assessment,
    object: &mut impl FnMut(FieldId, ObjectionKind),
) -> Vec<Option<Percent>> {
    let entered = &assessment.pay.pot_percents;
    let takes = |pot: &&Pot| pot.size == PotSize::Entered;
    for id in entered.keys().filter(|id| !agreement.pots.iter().filter(takes).any(|pot| pot.id == **id)) {
        object(FieldId::PotPercent(id.clone()), ObjectionKind::Unknown);
    }
    let mut counting = |pot: &Pot| {
        let entered = entered.get(&pot.id).copied().filter(|_| takes(&pot));
        counting_percent(None, entered, FieldId::PotPercent(pot.id.clone()), object)
    };
    agreement.pots.iter().map(&mut counting).collect()
}

/// The judgements that count: within their bounds. One without a reason counts, and is flagged.
fn factors(
    agreement: &PayAgreement,
    assessment: &Assessment,
    object: &mut impl FnMut(FieldId, ObjectionKind),
) -> Vec<Option<Decimal>> {
    let given = &assessment.pay.factors;
    let is_factor = |stage: &&Stage| matches!(stage.kind, StageKind::Factor { .. });
    for id in
        given.keys().filter(|id| !agreement.stages.iter().filter(is_factor).any(|stage| stage.id == **id))
    {
        object(FieldId::Factor(id.clone()), ObjectionKind::Unknown);
    }
    let mut counting = |stage: &Stage| {
        let StageKind::Factor { min, max } = stage.kind else { return None };
        let factor = given.get(&stage.id)?;
        let value = factor.value?;
        if value < min || value > max {
            let kind = ObjectionKind::OutsideBounds { min, max };
            object(FieldId::Factor(stage.id.clone()), kind);
            return None;
        }
        if is_blank(factor.reason.as_deref()) {
            object(FieldId::FactorReason(stage.id.clone()), ObjectionKind::NoReason);
        }
        Some(value)
    };
    agreement.stages.iter().map(&mut counting).collect()
}

/// Days served over days of the pay period, both ends counted.
fn days_served(
    agreement: &PayAgreement,
    assessment: &Assessment,
    object: &mut impl FnMut(FieldId, ObjectionKind),
) -> Option<(i64, i64)> {
    let left_on = assessment.pay.left_on.what?;
    let (from, to) = (agreement.period.from, agreement.period.to);
    if left_on < from || left_on > to {
        object(FieldId::LeftOn, ObjectionKind::OutsidePayPeriod { from, to });
        return None;
    }
    Some((days_inclusive(from, left_on), days_inclusive(from, to)))
}
