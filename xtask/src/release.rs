//! What a build says of itself: its version, the day of its last change, and
//! the hash of what it was made from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::project::{Project, answer};

/// Everything that the page is made from.
const SOURCES: [&str; 14] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "ask.js",
    "check.js",
    "contracts",
    "hosted",
    "index.html",
    "package-lock.json",
    "panic.js",
    "rust-toolchain.toml",
    "shell.js",
    "src",
    "styles",
];

/// Which build this is.
pub struct Release {
    /// The version in Cargo.toml.
    pub version: String,
    /// The day of the last change, such as 2026-11-22; none outside a clone.
    pub date: Option<String>,
    /// The SHA-256 of the sources, as 64 hexadecimal digits.
    pub sources: String,
}

impl Release {
    /// The release that the project as it lies here makes.
    pub fn of(project: &Project) -> Result<Self> {
        let manifest = fs::read_to_string(project.path("Cargo.toml"))?;
        let version = manifest
            .lines()
            .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
            .context("Cargo.toml names no version")?;
        let date = answer(project.command("git").args(["log", "-1", "--format=%cs"]));
        Ok(Self {
            version: version.to_owned(),
            date: date.filter(|date| !date.is_empty()),
            sources: hash_of(project)?,
        })
    }

    /// As the page's head carries it: version, day and hash, between spaces.
    pub fn stamp(&self) -> String {
        let date = self.date.as_deref().unwrap_or("-");
        format!("{} {date} {}", self.version, self.sources)
    }
}

/// The files below a folder by their names with `/`, sorted; a file is itself.
pub fn files(root: &Path, name: &str) -> Result<Vec<(String, PathBuf)>> {
    let path = root.join(name);
    if path.is_file() {
        return Ok(vec![(name.to_owned(), path)]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(&path).with_context(|| format!("{} cannot be read", path.display()))? {
        let entry = entry?.file_name().to_string_lossy().into_owned();
        let name = if name.is_empty() { entry } else { format!("{name}/{entry}") };
        found.extend(files(root, &name)?);
    }
    found.sort();
    Ok(found)
}

/// A hash over names and contents, the same on every machine.
fn hash_of(project: &Project) -> Result<String> {
    let root = project.path("");
    let mut hash = Sha256::new();
    for source in SOURCES {
        for (name, path) in files(&root, source)? {
            let content = fs::read(path)?;
            hash.update(format!("{name}\n{}\n", content.len()));
            hash.update(content);
        }
    }
    Ok(format!("{:x}", hash.finalize()))
}
