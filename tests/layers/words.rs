//! A word of the files stands once: its enum declares it, and all others ask `format::words`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::sources;

/// Where the enums stand whose words files have.
const DECLARED: [&str; 5] =
    ["domain/contract", "domain/assessment", "domain/assessment.rs", "domain/assessor.rs", "format/contract"];

/// What reads the words of people, some of which are those of the files.
const READERS: [&str; 4] = ["i18n", "check", "table/pasted", "findings/near.rs"];

/// Words that are also keys of the files, roles and names of elements, or codes of what is printed.
const ALSO: [&str; 24] = [
    "agreed",
    "areas",
    "between",
    "by",
    "cap",
    "decided",
    "department",
    "done",
    "down",
    "draft",
    "factor",
    "final",
    "individual",
    "institution",
    "locked",
    "notice",
    "other",
    "overall",
    "parts",
    "report",
    "scale",
    "status",
    "step",
    "up",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(at: &str) -> Vec<PathBuf> {
    let path = root().join(at);
    if path.is_file() {
        return vec![path];
    }
    let mut found = Vec::new();
    sources(&path, &mut found);
    found
}

/// A variant as files write it: `at_most` for `AtMost`.
fn written(variant: &str) -> String {
    let mut word = String::new();
    for sign in variant.chars() {
        if sign.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.extend(sign.to_lowercase());
    }
    word
}

/// The words that the enums of a source declare.
fn declared(text: &str) -> BTreeSet<String> {
    let enums =
        text.split("rename_all = \"snake_case\")]").skip(1).filter_map(|rest| rest.split("\n}").next());
    let variants = enums.flat_map(str::lines).filter_map(|line| line.strip_prefix("    "));
    variants
        .filter(|line| line.starts_with(char::is_uppercase))
        .filter_map(|line| line.split(|sign: char| !sign.is_alphanumeric()).next())
        .map(written)
        .collect()
}

/// The lines of a text but for comments that say a word in quotation marks.
fn sayings<'t>(text: &'t str, word: &str) -> Vec<&'t str> {
    let all = [format!("\"{word}\""), format!("\"{word}\\\"")];
    if !all.iter().any(|said| text.contains(said)) {
        return Vec::new();
    }
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.filter(|line| all.iter().any(|said| line.contains(said))).collect()
}

#[test]
fn a_word_of_the_files_stands_once() {
    let all: Vec<PathBuf> = DECLARED.iter().flat_map(|at| files(at)).collect();
    let words: BTreeSet<String> =
        all.iter().flat_map(|path| declared(&fs::read_to_string(path).unwrap())).collect();
    assert!(words.len() > 50 && words.contains("at_most") && words.contains("weighted_mean"), "{words:?}");
    let (mut again, mut also) = (Vec::new(), BTreeSet::new());
    for path in files("") {
        let place = path.strip_prefix(root()).unwrap();
        // Styles name a goal's status as they like.
        if READERS.iter().any(|reader| place.starts_with(reader)) || place.ends_with("ui/status.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for word in &words {
            let said = sayings(&text, word);
            if ALSO.contains(&word.as_str()) {
                also.extend((!said.is_empty()).then(|| word.clone()));
            } else {
                again.extend(said.into_iter().map(|line| format!("{}: {}", place.display(), line.trim())));
            }
        }
    }
    assert!(again.is_empty(), "{again:#?}");
    assert_eq!(
        also.iter().map(String::as_str).collect::<Vec<_>>(),
        ALSO,
        "each of these stands elsewhere, too"
    );
}

#[test]
fn a_word_that_is_said_again_is_seen() {
    let text = "#[serde(rename_all = \"snake_case\")]\npub enum Kind {\n    /// No.\n    AtMost,\n    ByDate { a: u8 },\n}\nstruct Other;";
    assert_eq!(declared(text), BTreeSet::from(["at_most".to_owned(), "by_date".to_owned()]));
    assert_eq!(sayings("// \"at_most\"\nlet a = \"at_most\";\nb(\"{\\\"at_most\\\"}\")", "at_most").len(), 2);
}
