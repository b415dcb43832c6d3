//! What is in the page, in the form of `CycloneDX`: the crates behind its code, and the
//! npm packages behind its styles, its tools and its tests.

use std::fs;

use anyhow::{Context, Result};

use crate::project::{Project, answer, run, run_with, say};
use crate::setup::WASM;
use crate::tools;

/// The lists, in `dist/`.
pub const CRATES: &str = "resultatkontrakt.crates.cdx.json";
pub const PACKAGES: &str = "resultatkontrakt.npm.cdx.json";

/// What names a single run, and would make two lists of the same parts differ.
const OF_ONE_RUN: [&str; 2] = ["\"serialNumber\":", "\"timestamp\":"];

/// Writes both lists.
pub fn write(project: &Project) -> Result<()> {
    say("listing what is in the page");
    let file = project.path("resultatkontrakt.cdx.json");
    run(project
        .command(tools::cargo_cyclonedx(project)?)
        .args(["cyclonedx", "--quiet", "--format", "json", "--target", WASM])
        .args(["--override-filename", "resultatkontrakt.cdx"]))?;
    // What the lock file knows and the page does not hold: other targets, features that nobody asked for, macros.
    let compiled =
        ["tree", "--locked", "--target", WASM, "--edges", "normal,no-proc-macro", "--prefix", "none"];
    let compiled = answer(project.cargo().args(compiled).args(["--format", "{p}"]));
    let compiled = compiled.context("cargo tree failed")?;
    run_with(project.command("node").arg("xtask/crates.mjs").arg(&file), &compiled)?;
    let crates = fs::read_to_string(&file)?;
    fs::remove_file(&file)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let arguments = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
    let packages = answer(project.command(npm).args(arguments)).context("npm sbom failed")?;
    for (name, list) in [(CRATES, crates), (PACKAGES, packages)] {
        fs::write(project.path("dist").join(name), timeless(&list, &project.path("").to_string_lossy()))?;
    }
    Ok(())
}

/// The list without what names the run and the folder that it was made in.
fn timeless(list: &str, folder: &str) -> String {
    let lines = list.lines().filter(|line| !OF_ONE_RUN.iter().any(|key| line.trim_start().starts_with(key)));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    text.replace(folder.trim_end_matches('/'), "/resultatkontrakt")
}

#[cfg(test)]
mod checks {
    use super::timeless;

    #[test]
    fn two_runs_in_two_folders_make_one_list() {
        let list = |folder: &str, run: &str| {
            format!("{{\n  \"serialNumber\": \"{run}\",\n  \"ref\": \"file://{folder}#a\"\n}}\n")
        };
        let expected = "{\n  \"ref\": \"file:///resultatkontrakt#a\"\n}\n";
        assert_eq!(timeless(&list("/a/b", "1"), "/a/b/"), expected);
        assert_eq!(timeless(&list("/c", "2"), "/c"), expected);
    }
}
