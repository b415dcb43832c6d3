//! Scales that targets are rated on, in and out: docs/format.md, "A scale".

use std::rc::Rc;

use crate::domain::contract::{Goal, Level, Rating, RatingScale, StatedTarget, Target};
use crate::domain::number::Decimal;
use crate::findings::{JsonKind, RuleFault};
use crate::format::fields::Fields;
use crate::format::json::{Exact, Node, written};
use crate::format::log::Log;
use crate::format::scalar::{id, share, short_text};

/// A scale that the contract names once.
pub(super) fn scale(value: &Node<'_>, log: &mut Log<'_>) -> Option<RatingScale> {
    let mut fields = Fields::with_keys(value, &["id", "title", "levels"], log)?;
    let (id, title) = (fields.required("id", id), fields.required("title", short_text));
    fields.needed("levels");
    let levels = levels(&mut fields);
    Some(RatingScale { id: id?, title: title?, levels })
}

/// What a target is rated on: a scale of the contract, which is looked up once all goals are read, or levels of its own.
pub(super) fn rating(fields: &mut Fields<'_, '_, '_>) -> Option<Rating> {
    fields.either("scale", "levels");
    if fields.get("scale").is_some() {
        let scale = fields.required("scale", id)?;
        return Some(Rating { scale: Some(scale), levels: Rc::new([]) });
    }
    fields.needed("levels")?;
    Some(Rating { scale: None, levels: levels(fields) })
}

/// At least two levels, one of which gives everything.
fn levels(fields: &mut Fields<'_, '_, '_>) -> Rc<[Level]> {
    let levels = fields.list("levels", level);
    let is_read = |list: &&Node<'_>| list.kind() == JsonKind::List && list.items().len() == levels.len();
    if let Some(list) = fields.get("levels").filter(is_read) {
        if levels.len() < 2 {
            fields.log.report(list.pointer(), RuleFault::TooFewLevels);
        } else if levels.iter().all(|level| level.share < Decimal::ONE) {
            fields.log.report(list.pointer(), RuleFault::NoFullLevel);
        }
    }
    levels.into()
}

fn level(value: &Node<'_>, log: &mut Log<'_>) -> Option<Level> {
    let mut fields = Fields::with_keys(value, &["id", "title", "share"], log)?;
    let (id, title) = (fields.required("id", id), fields.required("title", short_text));
    let share = fields.required("share", share);
    Some(Level { id: id?, title: title?, share: share? })
}

written!(Level, level => {
    "id": Some(&level.id),
    "title": Some(&level.title),
    "share": Some(Exact(level.share)),
});

/// Gives the targets of a goal the levels of the scales that they name. That there is such a scale is for
/// [`super::references()`] to say.
pub(super) fn look_up_scales(goal: &mut Goal, scales: &[RatingScale]) {
    look_up(&mut goal.target, scales);
    for statement in &mut goal.also_stated {
        match &mut statement.target {
            Some(StatedTarget::Whole { target, .. }) => look_up(target, scales),
            Some(StatedTarget::Parts(parts)) => {
                for part in parts {
                    look_up(&mut part.target, scales);
                }
            }
            None => {}
        }
    }
}

fn look_up(target: &mut Target, scales: &[RatingScale]) {
    match target {
        Target::AllOf(parts) | Target::AnyOf(parts) => {
            for part in parts {
                look_up(&mut part.target, scales);
            }
        }
        Target::Rated(Rating { scale: Some(id), levels }) => {
            if let Some(scale) = scales.iter().find(|scale| scale.id == *id) {
                *levels = Rc::clone(&scale.levels);
            }
        }
        _ => {}
    }
}
