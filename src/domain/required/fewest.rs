//! The fewest goals that reach a percent through pots and stages: a search, since a gate may ask for goals that give little.
//!
//! Candidates that count for the same pots and conditions differ in their points alone, and more points never pay less. So
//! only how many are taken of each such class has to be tried, those first that give the most.

use std::cmp::Reverse;

use super::candidate::Candidate;
use super::score::Score;
use crate::domain::number::Share;
use crate::small::sort_by_key;

/// Among how many candidates is searched.
const MOST: usize = 40;

/// How many choices are looked at before the search is given up.
const CHOICES: u32 = 10_000;

/// What a search comes to.
pub(super) enum Search<'a, 'c> {
    /// These are the fewest.
    Found(Vec<&'a Candidate<'c>>),
    /// No fewer do.
    NoFewer,
    /// It was not tried to its end.
    GivenUp,
}

/// Searches the fewest candidates that reach the share, fewer than `known`.
pub(super) fn fewer_than<'a, 'c>(
    known: usize,
    certain: &Score<'c>,
    candidates: &'a [Candidate<'c>],
    wanted: Share,
) -> Search<'a, 'c> {
    let classes = Some(candidates).filter(|all| all.len() <= MOST).and_then(|all| classes(certain, all));
    let Some(classes) = classes else { return Search::GivenUp };
    let mut chooser = Chooser { classes, wanted, left: CHOICES };
    for size in 1..known {
        let mut taken = Vec::new();
        match chooser.choose(certain, (0, size), &mut taken) {
            Some(true) => return Search::Found(taken),
            Some(false) => {}
            None => return Search::GivenUp,
        }
    }
    Search::NoFewer
}

/// Candidates that count for the same, those that give the most first.
type Class<'a, 'c> = Vec<&'a Candidate<'c>>;

fn classes<'a, 'c>(certain: &Score<'c>, candidates: &'a [Candidate<'c>]) -> Option<Vec<Class<'a, 'c>>> {
    let mut classes: Vec<(Vec<bool>, Class<'a, 'c>)> = Vec::new();
    for candidate in candidates {
        let standing = certain.standing(candidate)?;
        match classes.iter_mut().find(|(of, _)| *of == standing) {
            Some((_, class)) => class.push(candidate),
            None => classes.push((standing, vec![candidate])),
        }
    }
    let sorted = classes.into_iter().map(|(_, mut class)| {
        sort_by_key(&mut class, |candidate| Reverse(candidate.gain));
        class
    });
    Some(sorted.collect())
}

struct Chooser<'a, 'c> {
    classes: Vec<Class<'a, 'c>>,
    wanted: Share,
    /// How many choices may still be looked at.
    left: u32,
}

impl<'a, 'c> Chooser<'a, 'c> {
    /// Whether so many more from this class on reach the share, and which. `None` where that takes too long to say.
    fn choose(
        &mut self,
        score: &Score<'c>,
        (class, size): (usize, usize),
        taken: &mut Vec<&'a Candidate<'c>>,
    ) -> Option<bool> {
        self.left = self.left.checked_sub(1)?;
        // No choice gives more than all of these together.
        let rest = self.classes.get(class..).unwrap_or_default();
        let best = rest.iter().flat_map(|class| class.iter().take(size));
        if !with(score, best).share()?.reaches(self.wanted)? {
            return Some(false);
        }
        let Some(own) = rest.first().filter(|_| size > 0) else { return Some(true) };
        let own: Class<'a, 'c> = own.iter().take(size).copied().collect();
        let before = taken.len();
        for count in (0..=own.len()).rev() {
            let chosen = own.iter().take(count);
            let score = with(score, chosen.clone());
            taken.extend(chosen);
            if self.choose(&score, (class.saturating_add(1), size.saturating_sub(count)), taken)? {
                return Some(true);
            }
            taken.truncate(before);
        }
        Some(false)
    }
}

fn with<'a, 'c: 'a>(score: &Score<'c>, more: impl Iterator<Item = &'a &'a Candidate<'c>>) -> Score<'c> {
    more.fold(score.clone(), |score, candidate| score.with_points(candidate, candidate.gain))
}
