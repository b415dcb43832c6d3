//! No import circle but parent and child, in any folder: what two files need of each other belongs into a third one.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may fail where it stands"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A module by its names from the root of its crate, which has none: `["app", "state"]`.
type Module = Vec<String>;

/// The code of each module of a crate, without comments and tests.
type Sources = BTreeMap<Module, String>;

/// Reads a crate whose root is `root` in `folder`.
fn read(folder: &Path, root: &str) -> Sources {
    let mut sources = Sources::from([(Vec::new(), code(&fs::read_to_string(folder.join(root)).unwrap()))]);
    add(folder, &[], &mut sources);
    sources
}

fn add(folder: &Path, parent: &[String], sources: &mut Sources) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let module = [parent, std::slice::from_ref(&name)].concat();
        if path.is_dir() {
            if name != "bin" {
                add(&path, &module, sources);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
            let is_root = parent.is_empty() && matches!(name.as_str(), "lib" | "main");
            let module = if name == "mod" { parent.to_vec() } else { module };
            if !is_root {
                sources.insert(module, code(&fs::read_to_string(path).unwrap()));
            }
        }
    }
}

/// A source without its comments and without the tests at its end.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The paths of a tree such as `a::{b, c::d as e}`, each with the name that it is known by afterwards.
fn paths(tree: &str) -> Vec<(Vec<String>, String)> {
    let mut found = Vec::new();
    tree_paths(tree, &[], &mut found);
    found
}

/// Reads one tree, and returns what stands behind it.
fn tree_paths<'t>(tree: &'t str, before: &[String], found: &mut Vec<(Vec<String>, String)>) -> &'t str {
    let mut path = before.to_vec();
    let mut rest = tree.trim_start();
    loop {
        if let Some(group) = rest.strip_prefix('{') {
            rest = group.trim_start();
            while !rest.starts_with('}') && !rest.is_empty() {
                rest = tree_paths(rest, &path, found).trim_start();
                rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
            }
            return rest.strip_prefix('}').unwrap_or(rest);
        }
        let end = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(rest.len());
        // A glob brings every name.
        let end = if rest.starts_with('*') { 1 } else { end };
        let (name, behind) = rest.split_at(end);
        if name.is_empty() {
            // Not a name, such as the type of a turbofish: the path ends before it.
            found.push((path, String::new()));
            return behind.get(1..).unwrap_or_default();
        }
        if name != "self" || path.is_empty() {
            path.push(name.to_owned());
        }
        if let Some(further) = behind.strip_prefix("::") {
            rest = further;
            continue;
        }
        let renamed = behind.strip_prefix(" as ").map(|known| {
            let end = known.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
            known.split_at(end.unwrap_or(known.len()))
        });
        let (known, behind) = renamed.unwrap_or((path.last().unwrap(), behind));
        found.push((path.clone(), known.to_owned()));
        return behind;
    }
}

/// The paths that a source names from `crate`, `super` or `self`, wherever they stand.
fn named(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for root in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(root) {
            let before = &code[..at];
            let is_whole = !before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_' || sign == ':')
                // Who may see something is no import.
                && !before.ends_with("pub(in ");
            if is_whole {
                found.extend(paths(&code[at..]).into_iter().map(|(path, _)| path));
            }
        }
    }
    found
}

/// What the `use` lines of a source bring in: each path with the name that it is known by.
fn used(code: &str) -> Vec<(Vec<String>, String)> {
    let lines = code.match_indices("use ").filter(|(at, _)| {
        let line = code[..*at].rsplit('\n').next().unwrap_or_default();
        line.is_empty() || (line.starts_with("pub") && !line.contains(['=', '{']))
    });
    lines.flat_map(|(at, mark)| paths(&code[at + mark.len()..])).collect()
}

/// The module in which what a path of a module leads to is written, following what others hand on.
fn home(sources: &Sources, from: &[String], path: &[String]) -> Option<Module> {
    seek(sources, from, path, 0)
}

fn seek(sources: &Sources, from: &[String], path: &[String], depth: usize) -> Option<Module> {
    let (mut here, mut rest) = match path.first()?.as_str() {
        "crate" => (Vec::new(), &path[1..]),
        "self" => (from.to_vec(), &path[1..]),
        "super" => (from[..from.len().checked_sub(1)?].to_vec(), &path[1..]),
        first if sources.contains_key(&[from, &[first.to_owned()]].concat()) => (from.to_vec(), path),
        _ => return None,
    };
    while let Some((first, further)) = rest.split_first() {
        let child = [here.as_slice(), std::slice::from_ref(first)].concat();
        if first == "super" {
            here.pop()?;
        } else if sources.contains_key(&child) {
            here = child;
        } else {
            let code = sources.get(&here)?;
            let handed = used(code).into_iter().find_map(|(path, known)| {
                let is_it =
                    known == *first || (known == "*" && hands_on(sources, &here, &path, first, depth));
                (is_it && depth < 8).then(|| {
                    let path: Vec<_> = path.into_iter().filter(|name| name != "*").collect();
                    seek(sources, &here, &[path.as_slice(), further].concat(), depth + 1)
                })?
            });
            return handed.or(Some(here));
        }
        rest = further;
    }
    Some(here)
}

/// Whether a glob brings a name.
fn hands_on(sources: &Sources, here: &[String], path: &[String], name: &str, depth: usize) -> bool {
    let module = seek(sources, here, &path[..path.len() - 1], depth + 1);
    let code = module.and_then(|module| sources.get(&module));
    let declared = ["fn", "struct", "enum", "trait", "type", "const", "static"];
    code.is_some_and(|code| declared.iter().any(|kind| code.contains(&format!("pub {kind} {name}"))))
}

/// The files that each file imports from, but for its parent and its children.
fn imports(sources: &Sources) -> BTreeMap<&Module, BTreeSet<&Module>> {
    let is_child =
        |one: &[String], other: &[String]| one.split_last().is_some_and(|(_, parent)| parent == other);
    let mut imports = BTreeMap::new();
    for (module, code) in sources {
        let paths = named(code).into_iter().chain(used(code).into_iter().map(|(path, _)| path));
        let homes = paths.filter_map(|path| home(sources, module, &path));
        let homes = homes.filter_map(|home| sources.get_key_value(&home).map(|(home, _)| home));
        let others = homes.filter(|home| {
            *home != module && !home.is_empty() && !is_child(home, module) && !is_child(module, home)
        });
        imports.insert(module, others.collect::<BTreeSet<_>>());
    }
    imports
}

/// The circles: files that lead to one another, each circle as one line.
fn circles(sources: &Sources) -> Vec<String> {
    let imports = imports(sources);
    let mut reached = BTreeMap::new();
    for module in imports.keys().copied() {
        let (mut seen, mut next) = (BTreeSet::new(), vec![module]);
        while let Some(module) = next.pop() {
            next.extend(
                imports.get(module).into_iter().flatten().copied().filter(|other| seen.insert(*other)),
            );
        }
        reached.insert(module, seen);
    }
    let leads = |one: &Module, other: &Module| reached.get(one).is_some_and(|seen| seen.contains(other));
    let mut circles = BTreeSet::new();
    for module in reached.keys().filter(|module| leads(module, module)) {
        let circle = reached.keys().filter(|other| leads(module, other) && leads(other, module));
        circles.insert(circle.map(|module| module.join("::")).collect::<Vec<_>>().join(", "));
    }
    circles.into_iter().collect()
}

#[test]
fn files_lead_to_one_another_in_no_circle() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let library = circles(&read(Path::new(root), "lib.rs"));
    let command = circles(&read(&Path::new(root).join("bin/kontrakt"), "main.rs"));
    assert!(library.is_empty() && command.is_empty(), "{library:#?}\n{command:#?}");
}

/// A crate of these modules.
fn made_up(modules: &[(&str, &str)]) -> Sources {
    let module = |path: &str| path.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
    modules.iter().map(|(path, text)| (module(path), code(text))).collect()
}

#[test]
fn a_circle_is_seen() {
    let two = [("", "mod a;\nmod b;"), ("a", "use crate::b::B;"), ("b", "use super::a::A;")];
    assert_eq!(circles(&made_up(&two)), ["a, b"]);
    let handed_on = [
        ("", "mod a;\nmod b;"),
        ("a", "mod x;\npub use self::x::X;"),
        ("a::x", "fn y() -> crate::b::Y {}"),
        ("b", "use crate::{\n    a::{X as Known},\n};"),
    ];
    assert_eq!(circles(&made_up(&handed_on)), ["a::x, b"]);
}

#[test]
fn parent_and_child_are_no_circle() {
    let family = [("", "mod a;"), ("a", "mod x;\nuse x::X;\npub struct A;"), ("a::x", "use super::A;")];
    assert_eq!(circles(&made_up(&family)), [""; 0]);
    let tested =
        [("", ""), ("a", "use crate::b::B;"), ("b", "#[cfg(test)]\nmod tests {\n    use crate::a::A;\n}")];
    assert_eq!(circles(&made_up(&tested)), [""; 0]);
}
