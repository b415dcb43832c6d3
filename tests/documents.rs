//! The documents name only files, headings and tasks that are there.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where documents stand, from the project's root.
const FOLDERS: [&str; 7] =
    ["", "docs", "docs/flows", "deploy", ".github", ".github/ISSUE_TEMPLATE", ".gitlab/issue_templates"];

/// What a path of the project begins with. Others, such as `dist/`, are made by tasks.
const TOPS: [&str; 15] = [
    ".ci/",
    ".cargo/",
    ".devcontainer/",
    ".github/",
    "benches/",
    "contracts/",
    "deploy/",
    "docs/",
    "examples/",
    "fuzz/",
    "hosted/",
    "schema/",
    "src/",
    "tests/",
    "xtask/",
];

/// A document with its path from the root, and its lines outside of fenced blocks.
struct Document {
    path: PathBuf,
    text: String,
}

impl Document {
    fn lines(&self) -> impl Iterator<Item = (bool, &str)> {
        let mut fenced = false;
        self.text.lines().map(move |line| {
            let is_fence = line.trim_start().starts_with("```");
            fenced ^= is_fence;
            (fenced || is_fence, line)
        })
    }

    /// What stands between single backquotes.
    fn code(&self) -> impl Iterator<Item = &str> {
        let prose = self.lines().filter(|(fenced, _)| !fenced).map(|(_, line)| line);
        prose.flat_map(|line| line.split('`').skip(1).step_by(2))
    }

    /// Where its links lead.
    fn links(&self) -> impl Iterator<Item = &str> {
        let prose = self.lines().filter(|(fenced, _)| !fenced).map(|(_, line)| line);
        prose.flat_map(|line| line.split("](").skip(1)).filter_map(|rest| rest.split(')').next())
    }

    /// Its headings, as links name them.
    fn anchors(&self) -> BTreeSet<String> {
        let headings = self.lines().filter(|(fenced, line)| !fenced && line.starts_with('#'));
        let letters = |letter: &char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' ');
        let anchor = |line: &str| -> String {
            line.trim_start_matches('#').trim().to_lowercase().chars().filter(letters).collect()
        };
        headings.map(|(_, line)| anchor(line).replace(' ', "-")).collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document(path: PathBuf) -> Document {
    Document { text: fs::read_to_string(root().join(&path)).unwrap(), path }
}

fn documents() -> Vec<Document> {
    let files = |folder: &str| {
        let entries = fs::read_dir(root().join(folder)).unwrap();
        let names = entries.map(|entry| Path::new(folder).join(entry.unwrap().file_name()));
        names.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect::<Vec<_>>()
    };
    FOLDERS.iter().flat_map(|folder| files(folder)).map(document).collect()
}

#[test]
fn links_lead_somewhere() {
    let mut dead = Vec::new();
    for document in documents() {
        for link in document.links().filter(|link| !link.contains("://")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let folder = document.path.parent().unwrap();
            let path = if path.is_empty() { document.path.clone() } else { folder.join(path) };
            let there = root().join(&path).exists();
            let found = || self::document(path.clone()).anchors().contains(anchor);
            if !there || !(anchor.is_empty() || found()) {
                dead.push(format!("{}: {link}", document.path.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn paths_are_there() {
    let mut missing = Vec::new();
    for document in documents() {
        let is_path =
            |code: &&str| TOPS.iter().any(|top| code.starts_with(top)) && !code.contains([' ', '*', '…']);
        for path in document.code().filter(is_path) {
            if !root().join(path).exists() {
                missing.push(format!("{}: {path}", document.path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn tasks_are_there() {
    let known = fs::read_to_string(root().join("xtask/src/main.rs")).unwrap();
    let mut unknown = Vec::new();
    for document in documents() {
        let tasks = document.text.split("cargo xtask ").skip(1);
        let word = |rest: &str| -> String { rest.chars().take_while(char::is_ascii_lowercase).collect() };
        for task in tasks.map(word).filter(|task| !known.contains(&format!("[\"{task}\""))) {
            unknown.push(format!("{}: {task}", document.path.display()));
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn sources_cite_documents_that_are_there() {
    let mut sources = vec![root().join("src"), root().join("tests"), root().join("benches")];
    let mut missing = BTreeSet::new();
    while let Some(path) = sources.pop() {
        if path.is_dir() {
            sources.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let comments = text.lines().filter(|line| line.trim_start().starts_with("//"));
            let words = comments.flat_map(|line| line.split([' ', '`', '(', ')', ',', ';', ':']));
            let cited = words.filter(|word| word.strip_suffix(".md").is_some_and(|name| !name.is_empty()));
            let dead = cited.filter(|cited| !root().join(cited).exists());
            missing.extend(dead.map(|cited| format!("{}: {cited}", path.display())));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// A newcomer reads all of it.
#[test]
fn the_map_is_short() {
    let map = fs::read(root().join("ARCHITECTURE.md")).unwrap();
    assert!(map.len() <= 12 * 1024, "{} bytes", map.len());
}
