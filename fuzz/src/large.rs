//! Files at the limits of what is read. They are too slow to be changed a million times; each is read once.

use resultatkontrakt::format::{MAX_BYTES, MAX_DEPTH, MAX_GOALS, MAX_VALUES};

use crate::seeds::Seed;

const HEAD: &str =
    r#"{"format":"resultatkontrakt","version":1,"id":"t","title":"T","points":{"total":1000},"#;
const ASSESSMENT: &str = r#"{"format":"resultatvurdering","version":1,"contract":{"id":"t"},"#;

/// The files, each as large as it may be in one way.
pub fn large() -> Vec<Seed> {
    let goal = |number| {
        let target = r#""target":{"kind":"at_most","percent":-3,"baseline":"2008"},"history":[{"period":"2007","value":1}]"#;
        format!(
            r#"{{"id":"{number}","title":"T","weight":0.1,"group":"none","note":"{}",{target}}}"#,
            "x".repeat(500)
        )
    };
    let entry = |number| format!(r#""{number}":{{"value":"{number}","date":"x","y":[1,{{"z":null}}]}}"#);
    let deep = format!("{}1{}", "[".repeat(MAX_DEPTH - 2), "]".repeat(MAX_DEPTH - 2));
    let room = MAX_BYTES - 200;
    [
        ("goals", format!(r#"{HEAD}"goals":[{}]}}"#, list(MAX_GOALS, room, goal))),
        (
            "values",
            format!(r#"{HEAD}"goals":[],"x":[{}]}}"#, list(MAX_VALUES - 10, room, |_| "1".to_owned())),
        ),
        (
            "keys",
            format!(
                r#"{HEAD}"goals":[],{}}}"#,
                list(MAX_VALUES - 10, room, |number| format!(r#""{number}":1"#))
            ),
        ),
        ("objects", format!(r#"{HEAD}"goals":[{}]}}"#, list(MAX_GOALS, room, |_| "{}".to_owned()))),
        ("entries", format!(r#"{ASSESSMENT}"results":{{{}}}}}"#, list(MAX_VALUES / 8, room, entry))),
        (
            "deep",
            format!(r#"{HEAD}"goals":[],"x":[{}]}}"#, list(MAX_VALUES / MAX_DEPTH, room, |_| deep.clone())),
        ),
        ("text", format!(r#"{HEAD}"goals":[],"note":"{}"}}"#, "æ\\u0001".repeat(room / 8))),
        ("open", format!(r#"{HEAD}"goals":[{}"#, " ".repeat(room))),
    ]
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .into()
}

/// Up to so many items, separated by commas, as far as there is room in bytes.
fn list(most: usize, room: usize, item: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(room);
    for number in 0..most {
        let item = item(number);
        if text.len() + item.len() + 1 > room {
            break;
        }
        if number > 0 {
            text.push(',');
        }
        text.push_str(&item);
    }
    text
}
