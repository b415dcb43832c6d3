//! Several figures and deadlines of a sentence: a person says whether all of them hold, or which.

use super::{Doubt, Requirement, RequirementReading};
use crate::domain::contract::{Part, Target};
use crate::i18n::short::cut;

/// The longest title of a part; the words of the whole are kept elsewhere.
pub(super) const TITLE: usize = 300;

/// What several figures and deadlines of a sentence may mean: all of them, or the last one.
pub(super) fn read_items(items: Vec<(String, Requirement)>) -> RequirementReading {
    let last = items.last().map(|(_, requirement)| requirement.clone());
    let parts = Target::AllOf(items.into_iter().enumerate().map(numbered).collect());
    let readings = std::iter::once(parts.into()).chain(last).collect();
    RequirementReading::Doubt { doubt: Doubt::Several, readings }
}

/// A part of a composite target.
pub(super) fn numbered((index, (title, requirement)): (usize, (String, Requirement))) -> Part {
    let Requirement { target, unit, measured, .. } = requirement;
    Part {
        id: format!("part-{}", index + 1).as_str().into(),
        title: (!title.is_empty()).then(|| cut(&title, TITLE).into_owned()),
        wording: None,
        page: None,
        unit,
        ratio: None,
        target,
        scoring: None,
        measured,
        history: Vec::new(),
        guidelines: Vec::new(),
    }
}
