//! Elements of the page that are named after what a contract names never share an `id` with others, whatever the names
//! are: nothing else begins like them.

use std::collections::BTreeSet;
use std::path::Path;

use crate::{code, sources};

/// The letters before the first that is not one of a plain `id`.
fn plain(text: &str) -> &str {
    text.split(|sign: char| !(sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-'))
        .next()
        .unwrap()
}

/// What stands in quotation marks right behind each of these marks.
fn quoted<'t>(code: &'t str, mark: &str) -> Vec<&'t str> {
    let behind = code.match_indices(mark).map(|(at, _)| code[at + mark.len()..].trim_start());
    behind.filter_map(|behind| behind.strip_prefix('"')).map(plain).collect()
}

/// What elements named after goals begin with, and all other texts that could be an `id`.
fn beginnings(code: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut named: BTreeSet<String> =
        quoted(code, "element_id(").into_iter().map(|name| format!("{name}-")).collect();
    for name in quoted(code, "line_element(") {
        named.extend([format!("{name}-"), format!("area-{name}-")]);
    }
    let mut others: BTreeSet<String> = ["id=", "id: ", "id = ", "format!("]
        .iter()
        .flat_map(|mark| quoted(code, mark))
        .map(str::to_owned)
        .collect();
    // An `id` that a helper is given is any short text.
    others.extend(quoted(code, "(").into_iter().chain(quoted(code, ", ")).map(str::to_owned));
    others.retain(|other| other.contains('-') && !named.contains(&format!("{other}-")));
    (named, others)
}

/// Every pair of which one could be mistaken for the other.
fn shared(named: &BTreeSet<String>, others: &BTreeSet<String>) -> Vec<String> {
    let begins = |name: &String, other: &String| name != other && other.starts_with(name);
    let all = || named.iter().chain(others);
    named.iter().flat_map(|name| all().filter(move |other| begins(name, other))).cloned().collect()
}

#[test]
fn no_element_begins_like_those_of_goals() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"), &mut files);
    let all = files.iter().map(|file| code(file)).collect::<Vec<_>>().join("\n");
    let (named, others) = beginnings(&all);
    assert!(named.len() > 15 && others.contains("start-over"), "{named:?}");
    assert_eq!(shared(&named, &others), [""; 0]);
}

#[test]
fn an_element_that_a_goal_could_be_called_like_is_seen() {
    let (named, others) =
        beginnings(r#"id={element_id("open", goal)} <a id="open-another" /> id={format!("row-{n}")}"#);
    assert_eq!(shared(&named, &others), ["open-another"]);
    let (named, others) = beginnings(r#"element_id("row", goal), element_id("row-area", area)"#);
    assert_eq!(shared(&named, &others), ["row-area-"]);
}
