//! What was changed since a file was read, put into what the file said.

use std::collections::BTreeMap;

use crate::domain::order::map_of;
use crate::format::json::Json;

/// `now` where it differs from what was `understood` of the file, else what the file said.
///
/// So a key that is not known stays, an entry with a mistake stays until a good one takes its place,
/// and a number stays as it was written.
pub(in crate::format) fn merge(original: &Json, understood: &Json, now: &Json) -> Json {
    if understood == now {
        return original.clone();
    }
    match (original, understood, now) {
        (Json::Object(said), Json::Object(read), Json::Object(current)) => {
            let (before, after) = (index(read), index(current));
            let mut members = Vec::with_capacity(said.len());
            for (key, value) in said {
                let member = match (before.get(&**key), after.get(&**key)) {
                    (None, None) => Some(value.clone()),
                    (None, Some(now)) => Some(Json::clone(now)),
                    (Some(understood), Some(now)) => Some(merge(value, understood, now)),
                    (Some(understood), None) => what_was_not_understood(value, understood),
                };
                members.extend(member.map(|member| (key.clone(), member)));
            }
            let there = index(said);
            let added = current
                .iter()
                .filter(|(key, now)| !there.contains_key(&**key) && before.get(&**key) != Some(&now));
            members.extend(added.cloned());
            Json::Object(members)
        }
        (Json::List(said), Json::List(read), Json::List(current)) if said.len() == read.len() => {
            Json::List(current.iter().enumerate().map(|(place, now)| item(said, read, place, now)).collect())
        }
        _ => now.clone(),
    }
}

fn index(members: &[(Box<str>, Json)]) -> BTreeMap<&str, &Json> {
    map_of(members.iter().map(|(key, value)| (&**key, value)))
}

/// An item of a list: unchanged, moved from another place, or changed in its place.
fn item(said: &[Json], understood: &[Json], place: usize, now: &Json) -> Json {
    let pairs = || said.iter().zip(understood);
    let here = pairs().nth(place);
    let unchanged = here.filter(|(_, understood)| *understood == now);
    if let Some((original, _)) = unchanged.or_else(|| pairs().find(|(_, understood)| *understood == now)) {
        return original.clone();
    }
    here.map_or_else(|| now.clone(), |(original, understood)| merge(original, understood, now))
}

/// What is left of something that was removed: the part that only the file knows of.
fn what_was_not_understood(original: &Json, understood: &Json) -> Option<Json> {
    let left = match (original, understood) {
        (Json::Object(_), Json::Object(_)) => merge(original, understood, &Json::Object(Vec::new())),
        _ => return None,
    };
    (!left.is_empty_object()).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json {
        Json::parse(text).unwrap()
    }

    #[test]
    fn a_change_goes_in_and_the_rest_stays() {
        for (original, understood, now, expected) in [
            // Nothing changed: the file as it was.
            (
                r#"{"a":"1.50","x":1}"#,
                r#"{"a":1.50,"by":"director"}"#,
                r#"{"a":1.50,"by":"director"}"#,
                r#"{"a":"1.50","x":1}"#,
            ),
            // One value changed; the other keeps the way it is written.
            (
                r#"{"a":"1.50","b":"2","x":1}"#,
                r#"{"a":1.50,"b":2}"#,
                r#"{"a":1.50,"b":3}"#,
                r#"{"a":"1.50","b":3,"x":1}"#,
            ),
            // Added and removed.
            (r#"{"a":1}"#, r#"{"a":1}"#, r#"{"b":2}"#, r#"{"b":2}"#),
            // A mistake stays until it is mended.
            (r#"{"a":"x","b":1}"#, r#"{"b":1}"#, r#"{"b":2}"#, r#"{"a":"x","b":2}"#),
            (r#"{"a":"x","b":1}"#, r#"{"b":1}"#, r#"{"a":5,"b":1}"#, r#"{"a":5,"b":1}"#),
            // A removed entry leaves behind what nobody understood.
            (r#"{"g":{"a":1,"x":2}}"#, r#"{"g":{"a":1}}"#, "{}", r#"{"g":{"x":2}}"#),
            (r#"{"g":{"a":1}}"#, r#"{"g":{"a":1}}"#, "{}", "{}"),
            // A default that is not in the file stays out of it.
            (r#"{"a":1}"#, r#"{"a":1,"by":"director"}"#, r#"{"a":2,"by":"director"}"#, r#"{"a":2}"#),
            (
                r#"{"a":1}"#,
                r#"{"a":1,"by":"director"}"#,
                r#"{"a":1,"by":"agreed"}"#,
                r#"{"a":1,"by":"agreed"}"#,
            ),
            // A line that goes takes its own unknown keys along, and only those.
            (
                r#"[{"a":1,"x":1},{"a":2,"x":2}]"#,
                r#"[{"a":1},{"a":2}]"#,
                r#"[{"a":2}]"#,
                r#"[{"a":2,"x":2}]"#,
            ),
            (r#"[{"a":1,"x":1}]"#, r#"[{"a":1}]"#, r#"[{"a":5},{"a":6}]"#, r#"[{"a":5,"x":1},{"a":6}]"#),
            (r#"["bad","worse"]"#, r"[{},{}]", r#"[{},{},{"a":3}]"#, r#"["bad","worse",{"a":3}]"#),
            (r#"["bad",{"a":2}]"#, r#"[{},{"a":2}]"#, r#"[{},{"a":3}]"#, r#"["bad",{"a":3}]"#),
        ] {
            let merged = merge(&json(original), &json(understood), &json(now));
            assert_eq!(merged.compact(), expected);
        }
    }
}
