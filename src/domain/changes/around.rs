//! What stands around the goals in two contracts: parties and period, groups, the pay agreement, risks.

use super::{Change, ChangedPlace, Difference, Edition, Stated, Term, compare_term, note_others};
use crate::domain::contract::{Contract, DateRange, GroupId, PayAgreement, RiskEntry, Weight};
use crate::domain::number::Points;

/// Notes what the contracts say differently of themselves.
pub(super) fn contract<'a>(editions: [Edition<'a>; 2], found: &mut Vec<Change<'a>>) {
    let place = ChangedPlace::Contract;
    let contracts = editions.map(|edition| edition.contract);
    let text = |of: fn(&Contract) -> Option<&str>| contracts.map(|one| of(one).map(Stated::Text));
    compare_term(place, Term::Title, text(|one| Some(&one.title)), found);
    compare_term(place, Term::Institution, text(|one| one.institution.as_deref()), found);
    compare_term(place, Term::Department, text(|one| one.department.as_deref()), found);
    let days = |range: DateRange| Stated::Days(range);
    compare_term(place, Term::Period, contracts.map(|one| one.period.map(days)), found);
    compare_term(place, Term::BindingYear, contracts.map(|one| one.binding_year.map(Stated::Year)), found);
    let total = contracts.map(|one| one.points.map(|points| Stated::Points(points.total)));
    compare_term(place, Term::TotalPoints, total, found);
    compare_term(place, Term::Weights, contracts.map(|one| weights(one, None)), found);
    compare_term(place, Term::Lapsed, contracts.map(|one| one.lapsed.map(Stated::Lapsed)), found);
    let [before, after] = contracts;
    let others = [
        (Term::Signatories, before.signatories != after.signatories),
        (Term::Bands, before.bands != after.bands),
        (Term::Purposes, before.purposes != after.purposes),
        (Term::Strategy, before.strategy != after.strategy),
        (Term::Budget, before.budget != after.budget || before.sums != after.sums),
        (Term::Outcomes, before.outcomes != after.outcomes),
        (Term::Reporting, before.reporting != after.reporting),
    ];
    note_others(place, &others, found);
}

/// The most points that the goals give, of a group with those below it or of all; none where none has a weight.
fn weights(contract: &Contract, group: Option<&str>) -> Option<Stated<'static>> {
    let is_within = |own: Option<&GroupId>| {
        group.is_none_or(|group| own.is_some_and(|own| contract.is_within(own.as_str(), group)))
    };
    let goals = contract.goals.iter().filter(|goal| is_within(goal.group.as_ref()));
    let weights: Vec<Points> = goals.filter_map(|goal| goal.weight).map(Weight::max).collect();
    let sum = weights.iter().fold(Points::default(), |sum, weight| sum + *weight);
    (!weights.is_empty()).then_some(Stated::Points(sum))
}

/// Notes groups that are new, gone or called otherwise, and those whose goals have another sum of weights.
pub(super) fn groups<'a>(editions: [Edition<'a>; 2], found: &mut Vec<Change<'a>>) {
    let [before, after] = editions.map(|edition| edition.contract);
    for group in &after.groups {
        let (place, id) = (ChangedPlace::Group(group), group.id.as_str());
        let Some(other) = before.group(id) else {
            found.push(Change { place, what: Difference::New(None) });
            continue;
        };
        let titles = [other, group].map(|group| Some(Stated::Text(&group.title)));
        compare_term(place, Term::Title, titles, found);
        compare_term(place, Term::Weights, [before, after].map(|one| weights(one, Some(id))), found);
    }
    let gone = before.groups.iter().filter(|group| after.group(group.id.as_str()).is_none());
    found
        .extend(gone.map(|group| Change { place: ChangedPlace::Group(group), what: Difference::Gone(None) }));
}

/// Notes what differs of the pay agreement, or that only one contract has one.
pub(super) fn pay<'a>(editions: [Edition<'a>; 2], found: &mut Vec<Change<'a>>) {
    let place = ChangedPlace::Pay;
    let agreements = editions.map(|edition| edition.contract.pay.as_ref());
    let (before, after) = match agreements {
        [Some(before), Some(after)] => (before, after),
        [None, Some(_)] => return found.push(Change { place, what: Difference::New(None) }),
        [Some(_), None] => return found.push(Change { place, what: Difference::Gone(None) }),
        [None, None] => return,
    };
    let mut compare = |term, stated: fn(&'a PayAgreement) -> Option<Stated<'a>>| {
        compare_term(place, term, [before, after].map(stated), found);
    };
    compare(Term::Period, |pay| Some(Stated::Days(pay.period)));
    compare(Term::InstitutionPoints, |pay| Some(Stated::Points(pay.institution)));
    compare(Term::IndividualPoints, |pay| Some(Stated::Points(pay.individual)));
    compare(Term::IndividualRule, |pay| Some(Stated::IndividualRule(pay.individual_rule())));
    compare(Term::MaxPercent, |pay| pay.max_percent.map(Stated::Percent));
    compare(Term::Adjustment, |pay| pay.adjustment.map(Stated::Adjustment));
    compare(Term::Pensionable, |pay| pay.pensionable.map(Stated::Truth));
    compare(Term::PensionPercent, |pay| pay.pension_percent.map(Stated::Percent));
    compare(Term::HolidayAllowance, |pay| pay.holiday_allowance_percent.map(Stated::Percent));
    let orders = [before, after].map(|pay| {
        let pots: Vec<&str> = pay.pots.iter().map(|pot| pot.id.as_str()).collect();
        let stages: Vec<&str> = pay.stages.iter().map(|stage| stage.id.as_str()).collect();
        [pots, stages]
    });
    let [[pots, stages], [other_pots, other_stages]] = &orders;
    let others =
        [(Term::Pots, is_reordered(pots, other_pots)), (Term::Stages, is_reordered(stages, other_stages))];
    note_others(place, &others, found);
    self::pots(editions, [before, after], found);
    self::stages(editions, [before, after], found);
}

/// Whether those that both lists have stand in another order.
fn is_reordered(before: &[&str], after: &[&str]) -> bool {
    let kept = before.iter().filter(|id| after.contains(id));
    kept.ne(after.iter().filter(|id| before.contains(id)))
}

/// Notes pots that are new, gone, or of another size or earned by others.
fn pots<'a>(editions: [Edition<'a>; 2], agreements: [&'a PayAgreement; 2], found: &mut Vec<Change<'a>>) {
    let [old, new] = editions.map(|edition| edition.contract);
    let [before, after] = agreements.map(|pay| &pay.pots);
    for pot in after {
        let place = ChangedPlace::Pot(new, pot);
        let Some(other) = before.iter().find(|other| other.id == pot.id) else {
            found.push(Change { place, what: Difference::New(None) });
            continue;
        };
        compare_term(place, Term::Title, [other, pot].map(|pot| Some(Stated::Text(&pot.title))), found);
        if (other.size, &other.earned_by) != (pot.size, &pot.earned_by) {
            let stated = [Some(Stated::Pot(old, other)), Some(Stated::Pot(new, pot))];
            found.push(Change { place, what: Difference::Term(Term::Pot, stated) });
        }
    }
    let gone = before.iter().filter(|pot| after.iter().all(|other| other.id != pot.id));
    found.extend(gone.map(|pot| Change { place: ChangedPlace::Pot(old, pot), what: Difference::Gone(None) }));
}

/// Notes stages that are new, gone, or do something else.
fn stages<'a>(editions: [Edition<'a>; 2], agreements: [&'a PayAgreement; 2], found: &mut Vec<Change<'a>>) {
    let [old, new] = editions.map(|edition| edition.contract);
    let [before, after] = agreements.map(|pay| &pay.stages);
    for stage in after {
        let place = ChangedPlace::Stage(new, stage);
        let Some(other) = before.iter().find(|other| other.id == stage.id) else {
            found.push(Change { place, what: Difference::New(None) });
            continue;
        };
        let titles = [other, stage].map(|stage| stage.title.as_deref().map(Stated::Text));
        compare_term(place, Term::Title, titles, found);
        if (&other.kind, &other.pots) != (&stage.kind, &stage.pots) {
            let stated = [Some(Stated::Stage(old, other)), Some(Stated::Stage(new, stage))];
            found.push(Change { place, what: Difference::Term(Term::Stage, stated) });
        }
    }
    let gone = before.iter().filter(|stage| after.iter().all(|other| other.id != stage.id));
    found.extend(
        gone.map(|stage| Change { place: ChangedPlace::Stage(old, stage), what: Difference::Gone(None) }),
    );
}

/// Notes risks that are new, gone, or judged and handled otherwise. A goal's risks are the same by their titles; those
/// that are left over, one after the other.
pub(super) fn risks<'a>(editions: [Edition<'a>; 2], found: &mut Vec<Change<'a>>) {
    let [before, after] = editions.map(|edition| {
        edition.contract.risk.as_ref().map(|risk| risk.entries.as_slice()).unwrap_or_default()
    });
    let mut left: Vec<&RiskEntry> = before.iter().collect();
    let mut take = |is_it: &dyn Fn(&RiskEntry) -> bool| {
        let at = left.iter().position(|entry| is_it(entry))?;
        Some(left.remove(at))
    };
    let same: Vec<_> = after
        .iter()
        .map(|entry| take(&|other| other.goal == entry.goal && other.title == entry.title))
        .collect();
    let pairs: Vec<_> = after
        .iter()
        .zip(same)
        .map(|(entry, same)| {
            (entry, same.or_else(|| take(&|other| other.goal == entry.goal && entry.goal.is_some())))
        })
        .collect();
    let place = |entry: &'a RiskEntry, edition: Edition<'a>| {
        let goal = entry.goal.as_ref().and_then(|id| edition.contract.goal(id.as_str()));
        ChangedPlace::Risk(&entry.title, goal.map(AsRef::as_ref))
    };
    let [old, new] = editions;
    for (entry, other) in pairs {
        let place = place(entry, new);
        let Some(other) = other else {
            found.push(Change { place, what: Difference::New(None) });
            continue;
        };
        let both = [other, entry];
        compare_term(place, Term::Title, both.map(|entry| Some(Stated::Text(&entry.title))), found);
        compare_term(
            place,
            Term::Priority,
            both.map(|entry| Some(Stated::Priority(entry.computed_priority()))),
            found,
        );
        compare_term(place, Term::Action, both.map(|entry| entry.action.as_deref().map(Stated::Text)), found);
    }
    found.extend(
        left.into_iter().map(|entry| Change { place: place(entry, old), what: Difference::Gone(None) }),
    );
}
