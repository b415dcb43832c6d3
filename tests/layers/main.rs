//! Dependencies point one way: `ui → app → table → format → check → findings → i18n → domain`, with `report` between
//! `ui` or `bin` and `format`, and `office` between them and `app` or `report`; only `ui` and `main` use `platform`. This reads the sources and fails on any other
//! direction, and on circles between files.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail where it stands")]

mod circles;
mod elements;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may use of the crate besides itself.
const ALLOWED: &[(&str, &[&str])] = &[
    ("pace", &[]),
    ("small", &[]),
    ("domain", &["small"]),
    ("i18n", &["domain", "pace", "small"]),
    ("findings", &["domain", "i18n", "small"]),
    ("check", &["domain", "findings", "pace", "small"]),
    ("format", &["check", "domain", "findings", "i18n", "pace", "small"]),
    ("table", &["domain", "findings", "format", "i18n", "pace", "small"]),
    ("portfolio", &["check", "domain", "findings", "format", "i18n", "pace", "small", "table"]),
    ("report", &["domain", "findings", "format", "i18n", "pace", "portfolio", "small"]),
    ("app", &["check", "domain", "findings", "format", "i18n", "pace", "small", "table"]),
    ("office", &["app", "domain", "findings", "i18n", "portfolio", "report", "small", "table"]),
    ("platform", &[]),
    (
        "ui",
        &[
            "app",
            "domain",
            "findings",
            "format",
            "i18n",
            "office",
            "pace",
            "platform",
            "portfolio",
            "report",
            "small",
            "table",
        ],
    ),
    (
        "bin",
        &[
            "app",
            "check",
            "domain",
            "findings",
            "format",
            "i18n",
            "office",
            "portfolio",
            "report",
            "small",
            "table",
        ],
    ),
];

/// Crates that a layer must not know.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "domain",
        &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "serde_json", "std::time", "OffsetDateTime"],
    ),
    ("findings", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "std::time", "std::fs"]),
    ("check", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "std::time", "std::fs"]),
    ("table", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "std::time", "std::fs"]),
    ("format", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "std::time", "std::fs"]),
    ("i18n", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "std::time"]),
    ("app", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "serde_json", "std::time", "std::fs"]),
    ("portfolio", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "std::time", "std::fs"]),
    ("report", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "std::time", "std::fs"]),
    ("office", &["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "std::time", "std::fs"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The source without its comments and without the tests at its end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let before_tests = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The layers of the crate that a source names, as `crate::layer` or `resultatkontrakt::layer`.
fn layers_used(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for prefix in ["crate::", "resultatkontrakt::"] {
        for (start, _) in code.match_indices(prefix) {
            let rest = &code[start + prefix.len()..];
            let group = rest.strip_prefix('{').map(|list| list.split('}').next().unwrap_or_default());
            let names = group.map_or_else(|| vec![rest], |list| list.split(',').collect());
            for name in names {
                let name = name.trim_start();
                let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
                used.push(name[..end].to_owned());
            }
        }
    }
    used
}

fn wrong_directions(root: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for (layer, allowed) in ALLOWED {
        let mut files = Vec::new();
        let folder = root.join(layer);
        if folder.is_dir() {
            sources(&folder, &mut files);
        } else {
            files.push(folder.with_extension("rs"));
        }
        for file in files {
            let code = code(&file);
            let known = |name: &String| ALLOWED.iter().any(|(layer, _)| layer == name);
            for used in layers_used(&code).into_iter().filter(known) {
                if used != *layer && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{} uses {used}", file.display()));
                }
            }
            let forbidden =
                FORBIDDEN.iter().filter(|(name, _)| name == layer).flat_map(|(_, crates)| *crates);
            for name in forbidden.filter(|name| code.contains(&format!("{name}::"))) {
                wrong.push(format!("{} knows {name}", file.display()));
            }
        }
    }
    wrong
}

#[test]
fn dependencies_point_one_way() {
    let wrong = wrong_directions(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_wrong_direction_is_seen() {
    assert_eq!(layers_used("use crate::{ui::App, domain};"), ["ui", "domain"]);
    assert_eq!(layers_used("resultatkontrakt::format::read()"), ["format"]);
}
