//! One bad file for each code in `tests/golden/bad`, with its place in `expected.txt`. What only several files
//! can show has a folder in `together`. The few that would be too large to keep are made here.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use resultatkontrakt::findings::{Code, Diagnostic, Severity};
use resultatkontrakt::format::{
    Companion, Document, MAX_ASSESSMENTS, MAX_BYTES, MAX_GOALS, MAX_PARTS, MAX_VALUES, check_together,
    inspect,
};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::table::MAX_ROWS;

use crate::limits::{case, composite};
use crate::tables::import;

const FOLDER: &str = "tests/golden/bad";

/// The bad files by name, such as `duplicate-key-2.json`.
fn fixtures() -> BTreeMap<String, Vec<u8>> {
    files_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER))
}

fn files_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_ours = |path: &PathBuf| {
        path.extension().is_some_and(|extension| ["json", "csv", "xlsx"].iter().any(|one| extension == *one))
    };
    paths
        .filter(is_ours)
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

/// The bad files that are too large to keep.
fn large() -> BTreeMap<String, Vec<u8>> {
    let head = r#"{"format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve", "#;
    let goal = r#"{"id": "a"}"#;
    let goals = format!(r#"{head}"goals": [{}]}}"#, vec![goal; MAX_GOALS + 1].join(","));
    let values = format!(r#"{head}"goals": [], "x": [{}]}}"#, vec!["1"; MAX_VALUES].join(","));
    let keys: Vec<String> = (0..1500).map(|number| format!("\"x{number}\": 1")).collect();
    let findings = format!(r#"{head}"goals": [], {}}}"#, keys.join(", "));
    let rows = format!("mål;periode;resultat\n{}", "goal-2;2009-12;26210\n".repeat(MAX_ROWS + 1));
    [
        ("file-too-large.json", vec![b' '; MAX_BYTES + 1]),
        ("too-many-goals.json", goals.into_bytes()),
        ("too-many-values.json", values.into_bytes()),
        ("too-many-findings.json", findings.into_bytes()),
        ("too-many-parts.json", composite(MAX_PARTS + 1).into_bytes()),
        ("too-many-assessments.json", case(MAX_ASSESSMENTS + 1).into_bytes()),
        ("table-too-large.csv", vec![b' '; MAX_BYTES + 1]),
        ("table-too-many-rows.csv", rows.into_bytes()),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into()
}

/// What files say together, by the folder of `together` that they stand in, each finding with its file.
fn together() -> BTreeMap<String, Vec<(String, Diagnostic)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join("together");
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let findings = |folder: &Path| {
        let files = files_in(folder);
        let read = |bytes: &Vec<u8>| {
            let reading = inspect(bytes);
            assert!(reading.diagnostics.is_empty(), "{:#?}", reading.diagnostics);
            reading.document.unwrap()
        };
        let documents: Vec<Document> = files.values().map(read).collect();
        let companions = files.iter().zip(&documents);
        let companions: Vec<Companion<'_>> = companions
            .map(|((name, bytes), document)| Companion { name, bytes, document: Some(document) })
            .collect();
        let found = check_together(&companions).into_iter().zip(files.keys());
        found.flat_map(|(found, name)| found.into_iter().map(|one| (name.clone(), one))).collect()
    };
    folders
        .map(|folder| (folder.file_name().unwrap().to_str().unwrap().to_owned(), findings(&folder)))
        .collect()
}

#[test]
fn every_folder_of_files_is_told_what_is_wrong_with_them_together_and_where() {
    let expected = [
        ("circular-contributions", "agency.json:13:26"),
        ("contract-twice", "second.json:4:9"),
        ("contribution-of-other-year", "agency.json:14:25"),
        ("goal-without-contributions", "ministry.json:14:5"),
        ("same-goal-two-targets", "agency.json:15:25"),
        ("unknown-goal-elsewhere", "agency.json:13:43"),
    ];
    let together = together();
    let places = together.iter().flat_map(|(code, found)| {
        found.iter().map(move |(file, one)| {
            assert_eq!(one.code.name(), code);
            assert_ne!(one.severity, Severity::Error, "no file is refused for what another one says");
            (code.as_str(), format!("{file}:{}:{}", one.line, one.column))
        })
    });
    let places: Vec<(&str, String)> = places.collect();
    assert_eq!(places, expected.map(|(code, place)| (code, place.to_owned())));
}

/// The codes that a file may be named after: `not-utf-8` for `not-utf-8.json`, `duplicate-key` for
/// `duplicate-key-2.json`.
fn codes_of(name: &str) -> Vec<&str> {
    let (stem, _) = name.rsplit_once('.').unwrap();
    let numbered = stem.strip_suffix(|last: char| last.is_ascii_digit());
    [Some(stem), numbered.and_then(|stem| stem.strip_suffix('-'))].into_iter().flatten().collect()
}

fn is_table(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "csv" || extension == "xlsx")
}

/// All that is wrong with a file; with a table, held against a contract, also what its rows say.
fn wrong(name: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    if is_table(name) { import(name, bytes).diagnostics.to_vec() } else { inspect(bytes).diagnostics }
}

fn places(name: &str, bytes: &[u8]) -> Vec<String> {
    let place = |found: &Diagnostic| {
        let (severity, code) = (found.severity.name(), found.code.name());
        format!("{name}:{}:{}: {severity}[{code}]", found.line, found.column)
    };
    wrong(name, bytes).iter().map(place).collect()
}

#[test]
fn every_bad_file_is_told_what_is_wrong_with_it_and_where() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join("expected.txt");
    let found: Vec<String> = fixtures().iter().flat_map(|(name, bytes)| places(name, bytes)).collect();
    // It is renewed together with the snapshots.
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        let head =
            "# What reading each file of this folder finds, and where: file:line:column: severity[code].";
        fs::write(&path, format!("{head}\n\n{}\n", found.join("\n"))).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap();
    let expected: Vec<&str> =
        expected.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_code_has_a_bad_file_of_its_name() {
    let mut files = fixtures();
    files.extend(large());
    let mut shown = BTreeSet::new();
    for (name, bytes) in &files {
        let codes: BTreeSet<&str> = wrong(name, bytes).iter().map(|found| found.code.name()).collect();
        let own = codes_of(name).into_iter().find(|code| codes.contains(code));
        shown.insert(own.unwrap_or_else(|| panic!("{name} shows only {codes:?}")));
    }
    shown.extend(together().values().flatten().map(|(_, found)| found.code.name()));
    let all: BTreeSet<&str> = Code::names().collect();
    assert_eq!(all.len(), Code::names().count(), "two codes have the same name");
    assert_eq!(shown, all);
}

#[test]
fn a_file_with_errors_gives_no_document_and_any_other_file_does() {
    let mut files = fixtures();
    files.extend(large());
    for (name, bytes) in &files {
        if is_table(name) {
            let import = import(name, bytes);
            let has_errors = import.diagnostics.iter().any(|found| found.severity == Severity::Error);
            assert_eq!(import.preview.is_none(), has_errors, "{name}");
            continue;
        }
        let reading = inspect(bytes);
        assert_eq!(reading.document.is_none(), reading.has_errors(), "{name}");
        let worst = reading.diagnostics.iter().map(|found| found.severity).max();
        assert_eq!(reading.has_errors(), worst == Some(Severity::Error), "{name}");
    }
}

#[test]
fn limits_are_told_at_the_place_where_they_are_passed() {
    let large = large();
    let only = |name: &str| {
        let found = inspect(&large[name]).diagnostics;
        (found.len(), found[0].line, found[0].column)
    };
    assert_eq!(only("file-too-large.json"), (1, 1, 1));
    let column = r#"{"format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve", "goals": ["#
        .chars()
        .count()
        + MAX_GOALS * r#"{"id": "a"},"#.len();
    assert_eq!(only("too-many-goals.json"), (1, 1, column));
    let rows = import("table-too-many-rows.csv", &large["table-too-many-rows.csv"]);
    assert_eq!((rows.diagnostics.len(), rows.diagnostics[0].line), (1, MAX_ROWS + 2));
    // A thousand warnings, the note that is there besides, and how many more there are.
    assert_eq!(inspect(&large["too-many-findings.json"]).diagnostics.len(), 1002);
}

/// Codes with their arguments, each once; of the large files only what they are named after.
fn codes() -> Vec<Code> {
    let small = fixtures().into_iter().flat_map(|(name, bytes)| wrong(&name, &bytes));
    let large = large().into_iter().filter_map(|(name, bytes)| wrong(&name, &bytes).pop());
    let together = together().into_values().flatten().map(|(_, found)| found);
    let mut told = BTreeSet::new();
    small
        .chain(large)
        .chain(together)
        .map(|found| found.code)
        .filter(|code| told.insert(format!("{code:?}")))
        .collect()
}

#[test]
fn every_code_has_its_words_in_both_languages() {
    for code in codes() {
        let (danish, english) = (code.message(Words::DANISH), code.message(Words::ENGLISH));
        assert_ne!(danish, english);
        for text in [&danish, &english] {
            assert!(text.ends_with('.') && text.len() > 8, "{text}");
        }
        let (danish, english) = (code.hint(Words::DANISH), code.hint(Words::ENGLISH));
        assert_eq!(danish.is_some(), english.is_some(), "{code:?}");
        assert!(danish.is_none() || danish != english, "{code:?}");
    }
}

/// Whether a code has to say why it matters and how it is mended: whatever keeps a contract from being scored,
/// and whatever is about what it agrees.
fn is_told_in_full(code: &Code) -> bool {
    matches!(code, Code::Rule(_)) || code.is_of_agreement()
}

#[test]
fn why_it_matters_and_how_it_is_mended_is_said_in_both_languages() {
    for code in codes() {
        let whys = [Words::DANISH, Words::ENGLISH].map(|words| code.why(words).map(str::to_owned));
        let hints = [Words::DANISH, Words::ENGLISH].map(|words| code.hint(words));
        for [danish, english] in [whys, hints] {
            assert_eq!(danish.is_some(), english.is_some(), "{code:?}");
            assert!(danish.is_some() || !is_told_in_full(&code), "{code:?}");
            if let (Some(danish), Some(english)) = (danish, english) {
                assert_ne!(danish, english);
                for text in [danish, english] {
                    assert!(text.ends_with(['.', '?']) && text.len() > 8, "{text}");
                }
            }
        }
    }
}

/// A text without what it quotes: names of keys and the like are in no language.
fn unquoted(text: &str) -> String {
    let mut depth = 0;
    let mut outside = |letter: &char| {
        depth += match letter {
            '»' => 1,
            '«' => -1,
            _ => 0,
        };
        depth == 0
    };
    text.chars().filter(|letter| outside(letter)).collect()
}

#[test]
fn the_danish_has_no_english_words() {
    // Words that Danish does not have.
    let english = "the is are was of and or not from this that which has does can cannot than then them they it \
        its goal target contract weight period date number value points missing wrong check with";
    let english: BTreeSet<&str> = english.split_whitespace().collect();
    for code in codes() {
        let texts = [
            Some(code.message(Words::DANISH)),
            code.why(Words::DANISH).map(str::to_owned),
            code.hint(Words::DANISH),
        ];
        for text in texts.into_iter().flatten() {
            let text = unquoted(&text).to_lowercase();
            let text_words = text.split(|letter: char| !letter.is_alphabetic());
            let foreign: Vec<&str> = text_words.filter(|word| english.contains(word)).collect();
            assert!(foreign.is_empty(), "{foreign:?}: {text}");
        }
    }
}

#[test]
fn the_words_are_these() {
    let mut text = String::new();
    for code in codes() {
        writeln!(text, "{}", code.name()).unwrap();
        for words in [Words::DANISH, Words::ENGLISH] {
            writeln!(text, "  {}", code.message(words)).unwrap();
            let (why, hint) = (code.why(words), code.hint(words));
            for (mark, text_words) in [("?", why.map(str::to_owned)), ("=", hint)] {
                if let Some(text_words) = text_words {
                    writeln!(text, "    {mark} {text_words}").unwrap();
                }
            }
        }
    }
    insta::assert_snapshot!(text);
}
