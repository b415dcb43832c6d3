//! The fewest goals that reach a percent through pots and stages: a search, since a gate may ask for goals that give little.
//!
//! It is tried for each set of conditions that may be contented. A condition that needs all of its goals takes them outright.
//! What is left and counts for the same differs in its points alone, and more points never pay less. So only how many are taken
//! of each such class has to be tried, those first that give the most.

use std::cmp::Reverse;

use super::candidate::Candidate;
use crate::domain::number::{Points, Share};
use crate::domain::pay::{Secured, Way};
use crate::small::sort_by_key;

/// Among how many candidates is searched.
const MOST: usize = 40;

/// How many conditions may be open; each doubles the sets of them.
const CONDITIONS: usize = 10;

/// How many choices are looked at before the search is given up: what a page can do without a pause that is felt.
const CHOICES: u32 = 20_000;

/// What a search came to.
#[derive(Default)]
pub(super) struct Search<'a, 'c> {
    /// Fewer than were known, the fewest that were found.
    pub(super) found: Option<Vec<&'a Candidate<'c>>>,
    /// Whether there are no fewer: it was tried to its end.
    pub(super) is_exact: bool,
}

/// Searches the fewest candidates that reach the share, fewer than `known`.
pub(super) fn fewer_than<'a, 'c>(
    known: usize,
    way: &Way<'c>,
    candidates: &'a [Candidate<'c>],
    wanted: Share,
) -> Search<'a, 'c> {
    let mut search = Search::default();
    let item = |candidate: &'a Candidate<'c>| {
        Some(Item { candidate, gain: way.gain(candidate.taken, candidate.gain)? })
    };
    let items: Option<Vec<_>> =
        Some(candidates).filter(|all| all.len() <= MOST).and_then(|all| all.iter().map(item).collect());
    let Some(mut items) = items else { return search };
    sort_by_key(&mut items, |item| Reverse(item.candidate.gain));
    let conditions = open_conditions(way, &items);
    if conditions.len() > CONDITIONS {
        return search;
    }
    let mut chooser = Chooser { way, wanted, left: CHOICES };
    let mut below = known;
    for set in 0..1_u32 << conditions.len() {
        let contented = conditions.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
        let contented: Vec<_> = contented.map(|(_, condition)| *condition).collect();
        let mut taken = Vec::new();
        let Some(is_found) = chooser.choose_below(below, (&items, &contented), &mut taken) else {
            return search;
        };
        if is_found {
            below = taken.len();
            search.found = Some(taken);
        }
    }
    search.is_exact = true;
    search
}

struct Item<'a, 'c> {
    candidate: &'a Candidate<'c>,
    gain: Secured,
}

impl Item<'_, '_> {
    fn contents(&self, condition: Condition) -> bool {
        self.gain.met.get(condition.stage).is_some_and(|met| *met > 0)
    }
}

/// A condition that holds and need not: how many of so many candidates content it.
#[derive(Clone, Copy)]
struct Condition {
    stage: usize,
    missing: usize,
    available: usize,
}

fn open_conditions(way: &Way<'_>, items: &[Item<'_, '_>]) -> Vec<Condition> {
    let conditions = way.missing().into_iter().enumerate().map(|(stage, missing)| {
        let condition = Condition { stage, missing, available: 0 };
        let available = items.iter().filter(|item| item.contents(condition)).count();
        Condition { available, ..condition }
    });
    conditions.filter(|one| one.missing > 0 && one.available >= one.missing).collect()
}

struct Chooser<'w, 'c> {
    way: &'w Way<'c>,
    wanted: Share,
    /// How many choices may still be looked at.
    left: u32,
}

/// What may be taken besides what is taken outright, those first that give the most; each with its class.
struct Free<'i, 'a, 'c> {
    items: Vec<(usize, &'i Item<'a, 'c>)>,
    classes: usize,
    /// The conditions that need some of their goals, not all.
    counted: Vec<Condition>,
}

impl<'a, 'c> Chooser<'_, 'c> {
    /// Takes the fewest that content these conditions and reach the share, fewer than `below`, and says whether there are
    /// any; `None` where that takes too long to say.
    fn choose_below(
        &mut self,
        below: usize,
        (items, contented): (&[Item<'a, 'c>], &[Condition]),
        taken: &mut Vec<&'a Candidate<'c>>,
    ) -> Option<bool> {
        let (outright, counted): (Vec<_>, Vec<_>) =
            contented.iter().copied().partition(|condition| condition.missing == condition.available);
        let is_forced = |item: &&Item<'a, 'c>| outright.iter().any(|condition| item.contents(*condition));
        let (forced, free): (Vec<_>, Vec<_>) = items.iter().partition(is_forced);
        let mut secured = forced.iter().fold(self.way.certain.clone(), |sum, item| sum.plus(&item.gain));
        // Other conditions may be contented by the way: that is a set of its own.
        secured.met.clone_from(&self.way.certain.met);
        for condition in contented {
            if let Some(met) = secured.met.get_mut(condition.stage) {
                *met += condition.missing;
            }
        }
        let missing = |condition: &Condition| {
            let taken = forced.iter().filter(|item| item.contents(*condition)).count();
            Condition { missing: condition.missing.saturating_sub(taken), ..*condition }
        };
        let free = Free::new(free, counted.iter().map(missing).collect());
        let Some(most) = below.checked_sub(forced.len() + 1) else { return Some(false) };
        if !self.may_reach(&free, (0, most), &secured)? {
            return Some(false);
        }
        let counted: Vec<usize> = free.counted.iter().map(|condition| condition.missing).collect();
        for size in 0..=most {
            if self.choose(&free, (0, size), (&secured, &counted), taken)? {
                taken.extend(forced.iter().map(|item| item.candidate));
                return Some(true);
            }
        }
        Some(false)
    }

    /// Whether so many more from this class on reach the share, and which. `None` where that takes too long to say.
    fn choose(
        &mut self,
        free: &Free<'_, 'a, 'c>,
        (class, size): (usize, usize),
        (secured, missing): (&Secured, &[usize]),
        taken: &mut Vec<&'a Candidate<'c>>,
    ) -> Option<bool> {
        let rest =
            |condition: &Condition| free.left_from(class).filter(|item| item.contents(*condition)).count();
        let lacks = |(condition, missing): (&Condition, &usize)| *missing > rest(condition).min(size);
        if free.counted.iter().zip(missing).any(lacks) || !self.may_reach(free, (class, size), secured)? {
            return Some(false);
        }
        if size == 0 || class >= free.classes {
            return Some(true);
        }
        let own: Vec<_> = free.items.iter().filter(|(of, _)| *of == class).map(|(_, item)| *item).collect();
        let before = taken.len();
        for count in (0..=own.len().min(size)).rev() {
            let (mut sum, mut still) = (secured.clone(), missing.to_vec());
            for item in own.iter().take(count) {
                sum = sum.plus(&item.gain);
                sum.met.clone_from(&secured.met);
                taken.push(item.candidate);
                for (missing, condition) in still.iter_mut().zip(&free.counted) {
                    *missing = missing.saturating_sub(usize::from(item.contents(*condition)));
                }
            }
            if self.choose(free, (class + 1, size - count), (&sum, &still), taken)? {
                return Some(true);
            }
            taken.truncate(before);
        }
        Some(false)
    }

    /// Whether the share may be reached with so many more: as if for each pot those could be taken that give it the most.
    fn may_reach(
        &mut self,
        free: &Free<'_, '_, '_>,
        (class, size): (usize, usize),
        secured: &Secured,
    ) -> Option<bool> {
        self.left = self.left.checked_sub(1)?;
        let most = |of: &dyn Fn(&Secured) -> Points| {
            let gains =
                free.left_from(class).map(|item| of(&item.gain)).filter(|gain| *gain > Points::default());
            gains.take(size).fold(Points::default(), |sum, gain| sum + gain)
        };
        let pot = |(place, points): (usize, &Points)| {
            *points + most(&|gain| gain.pots.get(place).copied().unwrap_or_default())
        };
        let best = Secured {
            pots: secured.pots.iter().enumerate().map(pot).collect(),
            institution: secured.institution + most(&|gain| gain.institution),
            individual: secured.individual + most(&|gain| gain.individual),
            met: secured.met.clone(),
        };
        self.way.share_with(&best)?.reaches(self.wanted)
    }
}

impl<'i, 'a, 'c> Free<'i, 'a, 'c> {
    fn new(items: Vec<&'i Item<'a, 'c>>, counted: Vec<Condition>) -> Self {
        let mut kinds: Vec<Vec<bool>> = Vec::new();
        let mut sorted = Vec::with_capacity(items.len());
        for item in items {
            let gain = &item.gain;
            let points = gain.pots.iter().chain([&gain.institution, &gain.individual]);
            let conditions = counted.iter().map(|condition| item.contents(*condition));
            let kind: Vec<bool> =
                points.map(|points| *points > Points::default()).chain(conditions).collect();
            let known = kinds.iter().position(|known| *known == kind);
            sorted.push((known.unwrap_or(kinds.len()), item));
            if known.is_none() {
                kinds.push(kind);
            }
        }
        Self { items: sorted, classes: kinds.len(), counted }
    }

    /// What is left from this class on, those first that give the most.
    fn left_from(&self, class: usize) -> impl Iterator<Item = &'i Item<'a, 'c>> {
        self.items.iter().filter(move |(of, _)| *of >= class).map(|(_, item)| *item)
    }
}
