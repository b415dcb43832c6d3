//! Changes of a contract's text that are made in a part of it: within one goal, or around the list of goals. Of a large
//! contract little else is gone through.

use std::ops::Range;

use super::{ContractChange, Written, after_change};
use crate::format::file::ContractFile;
use crate::format::json::Splice;
use crate::format::places::Places;

/// Where a goal stands in a text that has no other.
const ALONE: &str = "/goals/0";

/// The change of a contract's text by a change of one item, such as `/goals/2`, `/pay/areas/1` or `/title`; none where it cannot
/// be made. `change` takes a text that has the item, and the item's place in it.
pub fn splice_within(
    file: &ContractFile,
    item: &str,
    change: impl Fn(&str, &str) -> Option<String>,
) -> Option<Splice> {
    match item.strip_prefix("/goals") {
        None => around_goals(file, |text| change(text, item)),
        Some(rest) => match rest.strip_prefix('/').and_then(|goal| goal.parse().ok()) {
            Some(goal) => within_goal(file, goal, |text| change(text, ALONE)),
            None => whole(file, |text| change(text, item)),
        },
    }
}

/// The change of a contract's text by several changes, one after the other; none where one of them cannot be made.
pub fn splice_of(file: &ContractFile, changes: &[ContractChange]) -> Option<Splice> {
    let first = changes.first()?.place();
    let after = |text: &str, changes: &[ContractChange]| {
        changes.iter().try_fold(text.to_owned(), |text, change| after_change(&text, change))
    };
    let goal = goal_of(first).filter(|goal| changes.iter().all(|one| goal_of(one.place()) == Some(goal)));
    if let Some((goal, index)) =
        goal.and_then(|goal| Some((goal, goal.strip_prefix("/goals/")?.parse().ok()?)))
    {
        let alone: Vec<_> = changes.iter().map(|change| change.in_item(goal, ALONE)).collect();
        return within_goal(file, index, |text| after(text, &alone));
    }
    let is_around = |change: &ContractChange| !change.place().starts_with("/goals");
    if changes.iter().all(is_around) {
        return around_goals(file, |text| after(text, changes));
    }
    whole(file, |text| after(text, changes))
}

/// The goal that a place is in, below the goal itself: `/goals/2` for `/goals/2/title`.
fn goal_of(place: &str) -> Option<&str> {
    let (index, _) = place.strip_prefix("/goals/")?.split_once('/')?;
    place.get(.."/goals/".len() + index.len())
}

impl ContractChange {
    /// The place that it is made at: that of a value, or of the list.
    pub fn place(&self) -> &str {
        match self {
            Self::Set { at, .. } | Self::Remove { at } => at,
            Self::SetEach { list, .. }
            | Self::Insert { list, .. }
            | Self::Append { list, .. }
            | Self::Move { list, .. } => list,
        }
    }

    /// The same in another item.
    fn in_item(&self, item: &str, other: &str) -> Self {
        let mut moved = self.clone();
        let (Self::Set { at: place, .. }
        | Self::Remove { at: place }
        | Self::SetEach { list: place, .. }
        | Self::Insert { list: place, .. }
        | Self::Append { list: place, .. }
        | Self::Move { list: place, .. }) = &mut moved;
        if let Some(rest) = place.strip_prefix(item) {
            *place = [other, rest].concat().into();
        }
        moved
    }
}

fn within_goal(
    file: &ContractFile,
    goal: usize,
    change: impl FnOnce(&str) -> Option<String>,
) -> Option<Splice> {
    let text = &file.source;
    let range = file.places().goals.get(goal)?.clone();
    let line = text.get(..range.start)?.rsplit('\n').next()?;
    let is_compact = !text.trim().contains('\n');
    let blanks = line.len() - line.trim_start_matches(' ').len();
    let (open, close) =
        if is_compact { (String::new(), "") } else { (format!("\n{}", " ".repeat(blanks)), "\n") };
    let old = text.get(range.clone())?;
    let changed = change(&format!("{{\"goals\":[{open}{old}{close}]}}"))?;
    let new = Written::parse(&changed)?.source(ALONE)?;
    Some(Splice::of_stretch(range.start, old, new))
}

/// Makes a change in the text without its goals. What stands before their list and what stands behind it come to stand around the
/// list as it is.
fn around_goals(file: &ContractFile, change: impl Fn(&str) -> Option<String>) -> Option<Splice> {
    let near = || {
        let head = file.headed()?;
        let changed = change(&head.text)?;
        let empty = Places::of(&changed).list?;
        let [old, new] = [around(&head.text, &head.empty)?, around(&changed, &empty)?];
        if changed.get(empty) != head.text.get(head.empty.clone()) {
            None
        } else if old.0 == new.0 {
            Some(Splice::of_stretch(head.list.end, old.1, new.1))
        } else {
            (old.1 == new.1).then(|| Splice::of_stretch(0, old.0, new.0))
        }
    };
    near().or_else(|| whole(file, change))
}

/// What stands before a stretch of a text, and what behind it.
fn around<'t>(text: &'t str, stretch: &Range<usize>) -> Option<(&'t str, &'t str)> {
    Some((text.get(..stretch.start)?, text.get(stretch.end..)?))
}

fn whole(file: &ContractFile, change: impl FnOnce(&str) -> Option<String>) -> Option<Splice> {
    Some(Splice::between(&file.source, &change(&file.source)?))
}
