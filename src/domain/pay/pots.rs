//! Pots: how much of each is reached, what that is in kroner, and what caps leave of it.

use std::cmp::Reverse;
use std::rc::Rc;

use super::inputs::Inputs;
use super::money::percent_of;
use super::stages::{self, StageOutcome};
use super::sums::{PaySums, of_areas};
use crate::domain::contract::{EarnedBy, PayAgreement, PotId, PotSize, Stage, StageId, StageKind};
use crate::domain::evaluation::{GoalOutcome, PointSum, Tally};
use crate::domain::number::{
    Decimal, Kroner, Percent, Points, Share, Span, TooLarge, difference, product, quotient, rounded, sum,
};
use crate::small::sort_by_key;

/// The name of the one pot of an agreement that has stages and lists no pots.
pub const ONLY_POT: &str = "pay";

/// What a pot comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct PotOutcome {
    /// The pot; [`ONLY_POT`] where the agreement lists none.
    pub id: PotId,
    /// The points that earn it.
    pub points: Span<Points>,
    /// The most that they can be at full fulfilment; 0 where all that earns it has lapsed.
    pub most: Points,
    /// Points over the most, exact; nothing where the most is 0.
    pub fraction: Span<Share>,
    /// What the stages made of it.
    pub reached: Span<Share>,
    /// What the whole pot comes from.
    pub ground: PotGround,
    /// The whole pot; `None` while an input of it is missing.
    pub full: Option<Kroner>,
    /// Full × reached, before caps in kroner.
    pub earned: Option<Span<Kroner>>,
}

/// What a whole pot comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PotGround {
    /// So many kroner.
    Stated(Kroner),
    /// So many kroner of an older pay level, and by how many percent that was regulated; `None` while that is not entered.
    Regulated(Kroner, Option<Percent>),
    /// A percent of the base pay; `None` while it is not entered.
    OfBase(Option<Percent>),
}

/// What a cap in kroner did to the sum of the pots that it names.
#[derive(Clone, Debug, PartialEq)]
pub struct CapOutcome {
    /// The stage.
    pub id: StageId,
    /// The most that it leaves.
    pub most: Kroner,
    /// What each pot that it names still has before it, in the agreement's order.
    pub each: Vec<Span<Kroner>>,
    /// The sum before it.
    pub before: Span<Kroner>,
    /// The sum behind it.
    pub after: Span<Kroner>,
}

/// All pots, from points to what is earned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PotsOutcome {
    /// Each pot, in the agreement's order.
    pub pots: Vec<PotOutcome>,
    /// Each stage, in the agreement's order.
    pub stages: Vec<StageOutcome>,
    /// Each cap in kroner, in the agreement's order; none while a pot's amount is missing.
    pub caps: Vec<CapOutcome>,
    /// All pots together; `None` while one is missing.
    pub full: Option<Kroner>,
    /// What is earned of all of them; `None` while one is missing.
    pub earned: Option<Span<Kroner>>,
}

/// What earns the pots: points, and what they can be at most.
pub(super) type Earning = Vec<(Span<Points>, Points)>;

/// What earns each pot of the agreement. `individual` is what the individual part comes to.
pub(super) fn earning(
    agreement: &PayAgreement,
    sums: &PaySums,
    areas: &[Rc<GoalOutcome>],
    individual: Span<Points>,
    points: &dyn Fn(&PointSum) -> Span<Points>,
) -> Earning {
    let of_pot = |(pot, goals): (&_, &PointSum)| {
        let pot: &crate::domain::contract::Pot = pot;
        if let EarnedBy::Judged(most) = pot.earned_by {
            return (individual, most);
        }
        let sum = *goals + of_areas(pot, areas);
        (points(&sum), sum.weights)
    };
    agreement.pots.iter().zip(&sums.pots).map(of_pot).collect()
}

/// The pots on their way through all stages. `conditions` are asked with the goals that they name, the institution's points,
/// and whether readings count as results.
pub(super) fn follow(
    agreement: &PayAgreement,
    earning: &Earning,
    conditions: (&[Tally], Span<Points>, bool),
    inputs: &Inputs,
) -> Result<PotsOutcome, TooLarge> {
    let only = PotId::from(ONLY_POT);
    let ids: Vec<&PotId> = if agreement.pots.is_empty() {
        vec![&only]
    } else {
        agreement.pots.iter().map(|pot| &pot.id).collect()
    };
    let fraction = |(points, most): &(Span<Points>, Points)| {
        points.map(|points| Share::fraction(points.0, most.0).unwrap_or(Share::NONE))
    };
    let fractions: Vec<_> = earning.iter().map(fraction).collect();
    let (reached, stages) = stages::follow(agreement, (&ids, &fractions), conditions, inputs)?;
    let mut pots = Vec::with_capacity(ids.len());
    for (place, (id, (points, most))) in ids.iter().zip(earning).enumerate() {
        let at = |of: &[Span<Share>]| of.get(place).copied().unwrap_or(Span::settled(Share::NONE));
        let (fraction, reached) = (at(&fractions), at(&reached));
        let ground = ground(agreement, place, inputs);
        let full = full(ground, inputs.base)?;
        let earned = match full {
            Some(full) => Some(reached.try_map(|reached| reached.times(full.0, 2).map(Kroner))?),
            None => None,
        };
        let id = (*id).clone();
        pots.push(PotOutcome { id, points: *points, most: *most, fraction, reached, ground, full, earned });
    }
    let full: Option<Vec<_>> = pots.iter().map(|pot| pot.full).collect();
    let full = full.map(|all| all.into_iter().try_fold(Kroner::default(), added)).transpose()?;
    let earned: Option<Vec<_>> = pots.iter().map(|pot| pot.earned).collect();
    let (caps, earned) = match earned {
        Some(each) => capped(agreement, &ids, each, inputs)?,
        None => (Vec::new(), None),
    };
    Ok(PotsOutcome { pots, stages, caps, full, earned })
}

impl PotsOutcome {
    /// What is reached of the whole: earned over full. While an amount is missing, from the least of a pot to the most of one,
    /// between which it lies.
    pub(super) fn fraction(&self) -> Span<Share> {
        if let Some((full, earned)) = self.full.zip(self.earned)
            && !full.0.is_zero()
        {
            return earned.map(|earned| Share::fraction(earned.0, full.0).unwrap_or(Share::NONE));
        }
        let each = self.pots.iter().map(|pot| pot.reached);
        let is_less = |one: Share, other: Share| !one.reaches(other).unwrap_or(true);
        let hull = each.reduce(|one, other| {
            let min = if is_less(other.min, one.min) { other.min } else { one.min };
            let max = if is_less(one.max, other.max) { other.max } else { one.max };
            Span::new(min, max)
        });
        hull.unwrap_or(Span::settled(Share::NONE))
    }
}

fn ground(agreement: &PayAgreement, place: usize, inputs: &Inputs) -> PotGround {
    match agreement.pots.get(place).map(|pot| pot.size) {
        None => PotGround::OfBase(inputs.max_percent),
        Some(PotSize::Amount { kroner, level: None }) => PotGround::Stated(Kroner(rounded(kroner.0, 2))),
        Some(PotSize::Amount { kroner, level: Some(_) }) => {
            PotGround::Regulated(kroner, inputs.regulation_percent)
        }
        Some(PotSize::Percent(percent)) => PotGround::OfBase(Some(percent)),
        Some(PotSize::Entered) => PotGround::OfBase(inputs.pot_percents.get(place).copied().flatten()),
    }
}

/// The whole of a pot; `None` while an input of it is missing.
fn full(ground: PotGround, base: Option<Kroner>) -> Result<Option<Kroner>, TooLarge> {
    match ground {
        PotGround::Stated(kroner) => Ok(Some(kroner)),
        PotGround::Regulated(kroner, percent) => {
            percent.map(|percent| regulated(kroner, percent)).transpose()
        }
        PotGround::OfBase(percent) => {
            base.zip(percent).map(|(base, percent)| percent_of(base, percent)).transpose()
        }
    }
}

/// amount × (100 + regulation) / 100.
fn regulated(Kroner(amount): Kroner, Percent(regulation): Percent) -> Result<Kroner, TooLarge> {
    let whole = sum(Decimal::ONE_HUNDRED, regulation)?;
    quotient(product(amount, whole)?, Decimal::ONE_HUNDRED, 2).map(Kroner)
}

fn added(one: Kroner, other: Kroner) -> Result<Kroner, TooLarge> {
    sum(one.0, other.0).map(Kroner)
}

type Capped = (Vec<CapOutcome>, Option<Span<Kroner>>);

/// What the caps in kroner leave of what the pots earn, and the sum of it; none while a cap lacks the base pay.
fn capped(
    agreement: &PayAgreement,
    ids: &[&PotId],
    mut each: Vec<Span<Kroner>>,
    inputs: &Inputs,
) -> Result<Capped, TooLarge> {
    let mut caps = Vec::new();
    for (at, stage) in agreement.stages.iter().enumerate() {
        let most = match stage.kind {
            StageKind::CapAmount(most) => Kroner(rounded(most.0, 2)),
            StageKind::CapPercent(percent) => match inputs.base {
                Some(base) => percent_of(base, percent)?,
                None => return Ok((caps, None)),
            },
            _ => continue,
        };
        let before = sum_of(&each, |place| covers(stage, ids, place))?;
        let after = before.map(|before| before.min(most));
        let named = each.iter().enumerate().filter(|(place, _)| covers(stage, ids, *place));
        let still = named.map(|(_, earned)| *earned).collect();
        let mut cut =
            Span::new(difference(before.min.0, after.min.0)?, difference(before.max.0, after.max.0)?);
        // What a cap takes is taken first from the pots that later caps name as well, so that no cap takes more than it has
        // to, and more in one pot never leaves less in all; then from the last ones.
        let later = agreement.stages.get(at + 1..).unwrap_or_default();
        let caps_to_come = |place: usize| later.iter().filter(|cap| covers(cap, ids, place)).count();
        let mut named: Vec<_> =
            each.iter_mut().enumerate().rev().filter(|(place, _)| covers(stage, ids, *place)).collect();
        sort_by_key(&mut named, |(place, _)| Reverse(caps_to_come(*place)));
        for (_, earned) in named {
            let own = Span::new(cut.min.min(earned.min.0), cut.max.min(earned.max.0));
            *earned = Span::new(
                Kroner(difference(earned.min.0, own.min)?),
                Kroner(difference(earned.max.0, own.max)?),
            );
            cut = Span::new(difference(cut.min, own.min)?, difference(cut.max, own.max)?);
        }
        caps.push(CapOutcome { id: stage.id.clone(), most, each: still, before, after });
    }
    let all = sum_of(&each, |_| true)?;
    Ok((caps, Some(all)))
}

fn covers(stage: &Stage, ids: &[&PotId], place: usize) -> bool {
    ids.get(place).is_some_and(|id| stage.covers(id))
}

fn sum_of(each: &[Span<Kroner>], counts: impl Fn(usize) -> bool) -> Result<Span<Kroner>, TooLarge> {
    let mut total = Span::settled(Kroner::default());
    for (_, earned) in each.iter().enumerate().filter(|(place, _)| counts(*place)) {
        total = Span::new(added(total.min, earned.min)?, added(total.max, earned.max)?);
    }
    Ok(total)
}
