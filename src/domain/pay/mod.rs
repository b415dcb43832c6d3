//! Resultatløn: from the institution's points to what is paid, step by step, on intervals.

use std::rc::Rc;

mod inputs;
mod lacking;
mod money;
mod outcome;
mod pots;
mod stages;
mod stakes;
mod sums;
mod tried;
mod way;
mod worth;

use inputs::Inputs;
pub use lacking::lacking;
use money::Money;
pub use outcome::{ExpectedPay, PayOutcome};
pub use pots::{CapOutcome, ONLY_POT, PotGround, PotOutcome, PotsOutcome};
pub use stages::{CurveLine, StageOutcome, StageStep, curve_line};
pub use stakes::{PartOfPay, Stake, Stakes, Taken};
pub use sums::{PaySums, goals_of_pot};
pub use tried::{most_of_pots, tried};
pub(in crate::domain) use way::{Secured, Way};
pub use worth::Worth;

use super::address::{EntryId, FieldId};
use super::assessment::{AdjustmentChange, Assessment};
use super::contract::{Contract, Goal, GoalId, IndividualRule, PayAgreement};
use super::evaluation::{Assumption, GoalOutcome, Institution, PointSum};
use super::number::{
    Decimal, Kroner, Percent, Points, Share, Span, TooLarge, difference, product, proportion, quotient, sum,
};
use super::objection::{Objection, ObjectionKind};
use super::outcome::{Setting, outcome};
use super::scoring::missing_reason;
use super::timing::Timing;
use super::years::Years;

/// Works out the resultatløn; `None` without a pay agreement. `institution` is the contract's score, `None` in
/// an unweighted contract, whose points for the pay stay open.
pub fn evaluate(
    contract: &Contract,
    assessment: &Assessment,
    institution: Option<&Institution>,
    sums: &PaySums,
) -> Option<PayOutcome> {
    let agreement = contract.pay.as_ref()?;
    let mut objections = Vec::new();
    let decimals = contract.decimals();
    let areas = areas(agreement, contract, assessment);
    let judged = individual(agreement, assessment, &mut objections);
    let sum = areas_together(agreement, &areas);
    let individual = judged.unwrap_or(sum.points);
    let from_contract = institution.map(|institution| (institution.sum.points, institution.total));
    let (from_goals, points) =
        points(agreement, from_contract, individual, decimals).unwrap_or_else(|TooLarge| {
            objections.push(Objection { place: FieldId::BaseValue(0), kind: ObjectionKind::TooLarge });
            let unknown = Span::new(Points::default(), agreement.institution);
            (unknown, unknown + individual)
        });
    let inputs = Inputs::counting(agreement, assessment, &mut objections);
    let from_institution = institution.map(|institution| institution.sum).unwrap_or_default();
    let ground = Ground { agreement, sums, areas: &areas, inputs: &inputs };
    let reached = ground.reached(from_institution, points, individual, false);
    objections
        .extend(reached.as_ref().ok().and_then(|reached| decided_beyond(agreement, &inputs, &reached.money)));
    if reached.is_err() {
        objections.push(Objection { place: FieldId::BaseValue(0), kind: ObjectionKind::TooLarge });
    }
    let Reached { fraction, money, pots } = reached
        .unwrap_or_else(|TooLarge| Reached { fraction: fraction(agreement, points), ..Reached::default() });
    let foreseen = judged.unwrap_or(sum.expected);
    let has_readings = sums.foresee()
        || institution.is_some_and(|institution| institution.sum.expected != institution.sum.points);
    let expected = if has_readings || foreseen != individual {
        expected(&ground, institution, foreseen, decimals).ok()
    } else {
        None
    };
    let expected = expected.unwrap_or(ExpectedPay { points, fraction, payable: money.payable });
    Some(PayOutcome {
        contract_points: institution.map(|institution| (institution.sum.points, institution.total)),
        institution: from_goals,
        individual,
        areas,
        points,
        institution_max: agreement.institution,
        individual_max: agreement.individual,
        fraction,
        base: inputs.base,
        max_percent: inputs.max_percent,
        full: money.full,
        earned: money.earned,
        adjusted: money.adjusted,
        days: inputs.days,
        payable: money.payable,
        holiday_percent: inputs.holiday_percent,
        holiday_allowance: money.holiday_allowance,
        pension_percent: inputs.pension_percent,
        pension: money.pension,
        with_pension: money.with_pension,
        pots,
        expected,
        objections,
    })
}

/// What a decided percent gets wrong: it is on neither side of what was earned where the agreement allows one.
fn decided_beyond(agreement: &PayAgreement, inputs: &Inputs, money: &Money) -> Option<Objection> {
    let terms = agreement.adjustment?;
    let Some(AdjustmentChange::ToPercent(_)) = inputs.adjustment else { return None };
    let (earned, adjusted) = money.earned.zip(money.adjusted)?;
    let allows = |earned: Kroner, adjusted: Kroner| {
        let Ok(change) = difference(adjusted.0, earned.0) else { return true };
        let percent = product(change, Decimal::ONE_HUNDRED).and_then(|change| quotient(change, earned.0, 6));
        percent.map_or(terms.allows_sign(change), |percent| terms.allows(Percent(percent)))
    };
    let is_allowed = allows(earned.min, adjusted.min) || allows(earned.max, adjusted.max);
    (!is_allowed).then_some(Objection { place: FieldId::AdjustmentValue, kind: ObjectionKind::NotAgreed })
}

/// What the way from points to kroner starts from.
struct Ground<'a> {
    agreement: &'a PayAgreement,
    sums: &'a PaySums,
    areas: &'a [Rc<GoalOutcome>],
    inputs: &'a Inputs,
}

/// What was reached, as a fraction and in kroner.
#[derive(Default)]
struct Reached {
    fraction: Span<Share>,
    money: Money,
    pots: PotsOutcome,
}

impl Ground<'_> {
    /// Steps 3 to 8: through pots and stages where the agreement has them. `institution` is the sum of the contract's points,
    /// `points` those of the resultatløn.
    fn reached(
        &self,
        institution: PointSum,
        points: Span<Points>,
        individual: Span<Points>,
        is_expected: bool,
    ) -> Result<Reached, TooLarge> {
        let (agreement, inputs) = (self.agreement, self.inputs);
        if !agreement.has_pots_or_stages() {
            let fraction = fraction(agreement, points);
            return Ok(Reached {
                fraction,
                money: Money::follow(inputs, fraction)?,
                pots: PotsOutcome::default(),
            });
        }
        let pick = |sum: &PointSum| if is_expected { sum.expected } else { sum.points };
        let earning = if agreement.pots.is_empty() {
            vec![(points, agreement.institution + agreement.individual)]
        } else {
            pots::earning(agreement, self.sums, self.areas, individual, &pick)
        };
        let pots =
            pots::follow(agreement, &earning, (&self.sums.tallies, pick(&institution), is_expected), inputs)?;
        let money = match pots.full.zip(pots.earned) {
            Some((full, earned)) => Money::after_earned(inputs, full, earned)?,
            None => Money { full: pots.full, ..Money::default() },
        };
        Ok(Reached { fraction: pots.fraction(), money, pots })
    }
}

/// What the calculator chooses where the agreement is silent.
pub(super) fn assumptions(contract: &Contract, assessment: &Assessment) -> Vec<Assumption> {
    let Some(agreement) = &contract.pay else {
        return Vec::new();
    };
    let by_area = agreement.individual_rule() == IndividualRule::Areas;
    let silent =
        agreement.areas.iter().filter(|area| by_area && area.scoring.is_none() && !area.target.is_judged());
    let mut found: Vec<_> = silent.map(|area| Assumption::AllOrNothing(area.id.clone())).collect();
    let unsplit = agreement.areas.iter().any(|area| area.weight.is_none());
    let entered = |agreed: Option<Percent>, given: Option<Percent>| agreed.is_none() && given.is_some();
    let pay = &assessment.pay;
    let conditions = [
        (!by_area && unsplit && agreement.pots.is_empty(), Assumption::IndividualOverall),
        (
            if agreement.pots.is_empty() {
                entered(agreement.max_percent, pay.max_percent)
            } else {
                agreement.pots.iter().any(|pot| pay.pot_percents.contains_key(&pot.id))
            },
            Assumption::MaxPercentEntered,
        ),
        (
            entered(agreement.holiday_allowance_percent, pay.holiday_allowance_percent),
            Assumption::HolidayAllowanceEntered,
        ),
        (
            agreement.pensionable == Some(true) && entered(agreement.pension_percent, pay.pension_percent),
            Assumption::PensionPercentEntered,
        ),
    ];
    found.extend(conditions.into_iter().filter(|(holds, _)| *holds).map(|(_, assumption)| assumption));
    found
}

/// Each individual area as a goal. Judged all together they have no points of their own.
fn areas(agreement: &PayAgreement, contract: &Contract, assessment: &Assessment) -> Vec<Rc<GoalOutcome>> {
    let by_area = agreement.individual_rule() == IndividualRule::Areas;
    let (years, timing) = (Some(Years::of_period(agreement.period)), Timing::new(contract, assessment));
    let score = |area: &Rc<Goal>| {
        let weight = area.weight.filter(|_| by_area || agreement.earns_pot(&area.id));
        let setting = Setting { weight, decimals: contract.decimals(), timing, years, is_area: true };
        Rc::new(outcome(area, assessment.individual.areas.get(&area.id).map(Rc::as_ref), setting))
    };
    agreement.areas.iter().map(score).collect()
}

/// What the individual areas come to together, each scored by itself. Where not all of them can be, all their points
/// are open.
fn areas_together(agreement: &PayAgreement, areas: &[Rc<GoalOutcome>]) -> PointSum {
    if agreement.individual_rule() != IndividualRule::Areas || areas.iter().all(|area| area.points.is_some())
    {
        return PointSum::of_all(areas);
    }
    let open = Span::new(Points::default(), agreement.individual);
    PointSum { points: open, expected: open, ..PointSum::default() }
}

/// Step 2: the institution's part, 700 × points / total, rounded, and both parts together.
fn points(
    agreement: &PayAgreement,
    from_contract: Option<(Span<Points>, Points)>,
    individual: Span<Points>,
    decimals: u32,
) -> Result<(Span<Points>, Span<Points>), TooLarge> {
    let most = agreement.institution;
    let from_goals = from_contract.map_or(Ok(Span::new(Points::default(), most)), |(points, total)| {
        points.try_map(|points| proportion(most.0, points.0, total.0, decimals).map(Points))
    })?;
    let both = |goals: Points, areas: Points| sum(goals.0, areas.0).map(Points);
    let together = Span::new(both(from_goals.min, individual.min)?, both(from_goals.max, individual.max)?);
    Ok((from_goals, together))
}

/// Step 3: pay points over the sum of both maxima.
fn fraction(agreement: &PayAgreement, points: Span<Points>) -> Span<Share> {
    let whole = agreement.institution + agreement.individual;
    points.map(|points| Share::fraction(points.0, whole.0).unwrap_or(Share::NONE))
}

/// Steps 2, 3 and 7 if readings and forecasts were results.
fn expected(
    ground: &Ground<'_>,
    institution: Option<&Institution>,
    individual: Span<Points>,
    decimals: u32,
) -> Result<ExpectedPay, TooLarge> {
    let from_contract = institution.map(|institution| (institution.sum.expected, institution.total));
    let (_, points) = points(ground.agreement, from_contract, individual, decimals)?;
    let sum = institution.map(|institution| institution.sum).unwrap_or_default();
    let Reached { fraction, money, .. } = ground.reached(sum, points, individual, true)?;
    Ok(ExpectedPay { points, fraction, payable: money.payable })
}

/// Step 2, the one judgement of the individual part, from 0 to 300; none where the areas are scored one by one.
fn individual(
    agreement: &PayAgreement,
    assessment: &Assessment,
    objections: &mut Vec<Objection>,
) -> Option<Span<Points>> {
    let (min, max) = (Points::default(), agreement.individual);
    let known = |id: &GoalId| agreement.areas.iter().any(|area| area.id == *id);
    let strangers = assessment.individual.areas.keys().filter(|id| !known(id));
    objections.extend(strangers.map(|id| Objection {
        place: FieldId::Whole(EntryId::area(id), Rc::new([])),
        kind: ObjectionKind::Unknown,
    }));
    if agreement.individual_rule() == IndividualRule::Areas {
        return None;
    }
    Some(match assessment.individual.overall {
        None => Span::new(min, max),
        Some(given) if given < min.0 || given > max.0 => {
            let kind = ObjectionKind::OutsideRange { min, max };
            objections.push(Objection { place: FieldId::Overall, kind });
            Span::new(min, max)
        }
        Some(given) => {
            let of = &assessment.individual;
            let missing = missing_reason(of.reason.as_deref(), of.copied.as_deref(), (of.overall, None));
            objections.extend(missing.map(|kind| Objection { place: FieldId::OverallReason, kind }));
            Span::settled(Points(given))
        }
    })
}

pub(super) fn is_blank(reason: Option<&str>) -> bool {
    reason.is_none_or(|reason| reason.trim().is_empty())
}
