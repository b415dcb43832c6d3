//! Where the goals of a contract stand in its text, so that a change of one of them touches no other.

use std::ops::Range;

use super::json::Splice;

/// The places of the goals in a text that is JSON. It looks at brackets, commas and names alone, so that several megabytes
/// take a few milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// The list of goals with its brackets; none where the text has no such.
    pub(super) list: Option<Range<usize>>,
    /// The goals, in the order of the text.
    pub(super) goals: Vec<Range<usize>>,
    /// How many values the text has, as the limit of a file counts them.
    pub(super) values: usize,
}

impl Places {
    /// Looks the places up.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut places = Self { values: 1, ..Self::default() };
        let (mut at, mut depth, mut begun) = (0_usize, 0_usize, 0_usize);
        let (mut name, mut in_goals) = (0..0, false);
        while let Some(byte) = bytes.get(at).copied() {
            match byte {
                b'"' => {
                    let end = end_of_text(bytes, at);
                    if depth == 1 {
                        name = at..end;
                    }
                    at = end;
                    continue;
                }
                b':' if depth == 1 => in_goals = text.get(name.clone()) == Some("\"goals\""),
                b',' => places.values += 1,
                b'[' | b'{' => {
                    places.values += 1;
                    depth += 1;
                    match depth {
                        2 if in_goals && byte == b'[' => places.list = Some(at..at),
                        3 if in_goals => begun = at,
                        _ => {}
                    }
                }
                b']' | b'}' => {
                    match (depth, &mut places.list) {
                        (3, Some(_)) if in_goals => places.goals.push(begun..at + 1),
                        (2, Some(list)) if in_goals => list.end = at + 1,
                        _ => {}
                    }
                    depth = depth.saturating_sub(1);
                }
                _ => {}
            }
            at += 1;
        }
        places
    }

    /// The goal between whose brackets a change is made.
    pub(super) fn goal_around(&self, change: &Splice) -> Option<usize> {
        let end = change.at + change.old.len();
        let index = self.goals.partition_point(|goal| goal.end <= end);
        self.goals.get(index).filter(|goal| goal.start < change.at).map(|_| index)
    }

    /// The places after a change between the brackets of a goal, or outside of the list, after which there are so many
    /// values.
    pub(super) fn after(&self, change: &Splice, values: usize) -> Self {
        let end = change.at + change.old.len();
        let later = |at: usize| at + change.new.len() - change.old.len();
        let moved = |range: &Range<usize>| {
            let from = if range.start >= end { later(range.start) } else { range.start };
            let to = if range.end > end { later(range.end) } else { range.end };
            from..to
        };
        let mut goals = Vec::with_capacity(self.goals.len());
        goals.extend(self.goals.iter().map(moved));
        Self { list: self.list.as_ref().map(moved), goals, values }
    }
}

/// Where a text in quotation marks ends that begins at this byte.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(near) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) else {
            return bytes.len();
        };
        if rest.get(near) == Some(&b'"') {
            return at + near + 1;
        }
        at += near + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::json::parse;

    const TEXT: &str = r#"{ "a": "\"[{\\", "x": { "goals": [{}] }, "b": ["goals"],
  "goals": [
    { "id": "g", "goals": [{ "n": 1 }, 2] },
    { "id": "}]h" }
  ], "z": [[]] }"#;

    #[test]
    fn goals_are_found_as_the_tree_finds_them() {
        let root = parse(TEXT).unwrap();
        let goals = root.get("goals").unwrap();
        let places = Places::of(TEXT);
        assert_eq!(places.list, Some(goals.range.clone()));
        let items: Vec<_> = goals.items().iter().map(|item| item.range.clone()).collect();
        assert_eq!(places.goals, items);
        assert_eq!(Places::of(r#"{"goals": {"a": {}}}"#).list, None);
        assert_eq!(Places::of("{}"), Places { values: 2, ..Places::default() });
    }

    #[test]
    fn places_move_with_what_stands_before_them() {
        let places = Places::of(TEXT);
        let list = places.list.clone().unwrap();
        for (at, old, new, goal) in [
            (TEXT.find("\"g\"").unwrap() + 1, "g", "longer", Some(0)),
            (TEXT.find("}]h").unwrap(), "}]h", "", Some(1)),
            (places.goals[1].end - 1, "", ", \"w\": 5 ", Some(1)),
            (places.goals[0].start, "", " ", None),
            (list.start, "", "  ", None),
            (list.end, "", ", \"y\": 1", None),
            (2, "\"a\": \"\\\"[{\\\\\", ", "", None),
        ] {
            let change = Splice { at, old: old.to_owned(), new: new.to_owned() };
            let text = change.applied_to(TEXT).unwrap();
            let found = Places::of(&text);
            assert_eq!(places.after(&change, found.values), found, "{text}");
            assert_eq!(places.goal_around(&change), goal, "{text}");
        }
    }
}
