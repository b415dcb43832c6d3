//! `rated`: the share of the level that a person chose; from the lowest level to the highest until one is chosen.

use super::{Scored, Scoring};
use crate::domain::contract::Rating;
use crate::domain::number::{Share, Span};
use crate::domain::trace::Verdict;

pub(super) fn score(scoring: Scoring, rating: &Rating) -> Scored {
    if let Some(level) = scoring.reported.level.as_ref().and_then(|id| rating.level(id)) {
        return Scored::settled(Share::decimal(level.share), Vec::new());
    }
    let mut scored = Scored::open(rating.highest(), Verdict::Open);
    scored.share = Span::new(rating.lowest(), rating.highest());
    scored
}
