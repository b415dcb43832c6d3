//! The programs that build the page, each at exactly one version: the one on
//! the PATH when it is right, else one built into the user's cache folder,
//! where the next clone finds it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::{Project, answer, executable, on_path, path_with, run, say};
use crate::setup;

/// A tool that comes as a crate.
struct Tool {
    package: &'static str,
    /// The programs that it consists of; the first gives the cache folder its
    /// name.
    programs: &'static [&'static str],
    version: String,
    /// What each program is asked for its version with.
    asked: &'static [&'static str],
    /// Whether the crate's own lock file is used.
    locked: bool,
    /// Whether the tool works so hard that optimising it pays.
    optimised: bool,
    minutes: u8,
}

/// Trunk, which serves: 0.22 asks for a newer compiler than the project's.
fn trunk() -> Tool {
    Tool {
        package: "trunk",
        programs: &["trunk"],
        version: "0.21.14".to_owned(),
        asked: &["--version"],
        locked: true,
        optimised: false,
        minutes: 3,
    }
}

/// `wasm-bindgen`, which only understands pages built with its own version of
/// the library: the one in Cargo.lock. Its crate's lock names a version that
/// was withdrawn, so that lock is not used.
fn wasm_bindgen(project: &Project) -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: locked_version(project, "wasm-bindgen")?,
        asked: &["--version"],
        locked: false,
        optimised: true,
        minutes: 3,
    })
}

fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        programs: &["cargo-deny"],
        version: "0.20.2".to_owned(),
        asked: &["--version"],
        locked: true,
        optimised: false,
        minutes: 2,
    }
}

fn cyclonedx() -> Tool {
    Tool {
        package: "cargo-cyclonedx",
        programs: &["cargo-cyclonedx"],
        version: "0.5.9".to_owned(),
        asked: &["cyclonedx", "--version"],
        locked: true,
        optimised: false,
        minutes: 3,
    }
}

/// The program that lists the crates behind the page.
pub fn cargo_cyclonedx(project: &Project) -> Result<PathBuf> {
    Ok(cyclonedx().folder(project)?.join(executable("cargo-cyclonedx")))
}

/// A PATH on which everything that makes code for the page is found.
pub fn path_for_code(project: &Project) -> Result<OsString> {
    path_with(&folders_for_code(project)?)
}

/// A PATH on which Trunk and all that it starts is found, so that it downloads nothing.
pub fn path_for_serving(project: &Project) -> Result<OsString> {
    let mut folders = folders_for_code(project)?;
    folders.push(trunk().folder(project)?);
    path_with(&folders)
}

fn folders_for_code(project: &Project) -> Result<Vec<PathBuf>> {
    setup::wasm_target(project)?;
    setup::npm_packages(project)?;
    Ok(vec![wasm_bindgen(project)?.folder(project)?, project.path("node_modules/.bin")])
}

/// The program that runs a test built for the browser.
pub fn test_runner(project: &Project) -> Result<PathBuf> {
    let folder = wasm_bindgen(project)?.folder(project)?;
    Ok(folder.join(executable("wasm-bindgen-test-runner")))
}

/// Checks licences, origins and known flaws of all dependencies: the page's, xtask's and the fuzz targets'. Where the list of
/// flaws cannot be fetched, the last one that was is used; where there is none, that is said.
pub fn deny(project: &Project) -> Result<()> {
    let program = cargo_deny().folder(project)?.join(executable("cargo-deny"));
    let is_fetched = answer(project.command(&program).args(["fetch", "db"])).is_some();
    let Flaws { network, checked, said } = flaws(is_fetched, has_list()?);
    said.into_iter().for_each(say);
    for manifest in ["Cargo.toml", "xtask/Cargo.toml", "fuzz/Cargo.toml"] {
        say(&format!("checking the dependencies behind {manifest}"));
        run(project
            .command(&program)
            .args(network)
            .args(["--manifest-path", manifest, "check"])
            .args(checked)
            .args(["licenses", "bans", "sources"]))?;
    }
    Ok(())
}

/// How known flaws are looked for: with which arguments, and what is said where that is not all that was wanted.
#[derive(Debug, PartialEq)]
struct Flaws {
    network: &'static [&'static str],
    checked: &'static [&'static str],
    said: Option<&'static str>,
}

fn flaws(is_fetched: bool, has_list: bool) -> Flaws {
    match (is_fetched, has_list) {
        (true, _) => Flaws { network: &[], checked: &["advisories"], said: None },
        (false, true) => Flaws {
            network: &["--offline"],
            checked: &["advisories"],
            said: Some("the list of known flaws cannot be fetched: the last one that was is used"),
        },
        (false, false) => Flaws {
            network: &[],
            checked: &[],
            said: Some(
                "the list of known flaws cannot be had here: the dependencies are NOT checked against it",
            ),
        },
    }
}

impl Tool {
    /// The folder that holds the tool's programs, built first if need be.
    fn folder(&self, project: &Project) -> Result<PathBuf> {
        if let Some(folder) = self.programs.first().and_then(|program| on_path(program))
            && self.is_in(&folder)
        {
            return Ok(folder);
        }
        let name = self.programs.first().copied().unwrap_or(self.package);
        let cache = cache()?;
        let home = cache.join(format!("{name}-{}", self.version));
        if !self.is_in(&home.join("bin")) {
            self.build(project, &cache, &home)?;
        }
        Ok(home.join("bin"))
    }

    /// Whether every program is in the folder, at the wanted version.
    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            answer(Command::new(folder.join(executable(program))).args(self.asked))
                .is_some_and(|line| line.split_whitespace().nth(1) == Some(&self.version))
        })
    }

    /// Builds the tool beside its place and moves it there when it is whole,
    /// so that an interrupted build is never taken for a tool.
    fn build(&self, project: &Project, cache: &Path, home: &Path) -> Result<()> {
        say(&format!(
            "building {} {} into {} (about {} minutes, once)",
            self.package,
            self.version,
            cache.display(),
            self.minutes
        ));
        let scratch = cache.join(format!("building-{}-{}", self.package, std::process::id()));
        let mut install = project.cargo();
        install
            .args(["install", "--no-track", "--root"])
            .arg(&scratch)
            .args([self.package, "--version", &format!("={}", self.version)])
            // Cargo would tell the reader to put the scratch folder there.
            .env("PATH", path_with(&[scratch.join("bin")])?)
            .env_remove("CARGO_TARGET_DIR");
        if self.locked {
            install.arg("--locked");
        }
        if !self.optimised {
            install.arg("--debug");
        }
        run(&mut install)
            .with_context(|| format!("install {} {} and put it on the PATH", self.package, self.version))?;
        if home.exists() {
            fs::remove_dir_all(home)?;
        }
        fs::rename(&scratch, home)?;
        Ok(())
    }
}

/// The user's cache folder for this project's tools.
pub fn cache() -> Result<PathBuf> {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        from("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        from("HOME").map(|home| home.join("Library/Caches"))
    } else {
        from("XDG_CACHE_HOME").or_else(|| from("HOME").map(|home| home.join(".cache")))
    };
    Ok(base.context("the environment names no folder for caches")?.join("resultatkontrakt"))
}

/// Whether a list of known flaws was fetched before; a try that fails leaves a lock file alone.
fn has_list() -> Result<bool> {
    let lists = fs::read_dir(cargo_home()?.join("advisory-dbs")).into_iter().flatten();
    Ok(lists.flatten().any(|list| list.path().is_dir()))
}

/// Where Cargo keeps what it has fetched.
pub fn cargo_home() -> Result<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("Cargo has no home")
}

/// The version of a package in the page's Cargo.lock.
fn locked_version(project: &Project, package: &str) -> Result<String> {
    let lock = fs::read_to_string(project.path("Cargo.lock"))?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock names no {package}"))
}

/// The version that follows the package's name in the text of a lock file.
fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod checks {
    use super::{flaws, version_in};

    #[test]
    fn dependencies_that_are_not_checked_against_flaws_are_told_of() {
        for (is_fetched, has_list, is_checked, is_all) in [
            (true, true, true, true),
            (true, false, true, true),
            (false, true, true, false),
            (false, false, false, false),
        ] {
            let found = flaws(is_fetched, has_list);
            assert_eq!((!found.checked.is_empty(), found.said.is_none()), (is_checked, is_all));
        }
        assert!(flaws(false, false).said.is_some_and(|said| said.contains("NOT")));
    }

    #[test]
    fn the_version_is_the_named_package_s_own() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "yew"), None);
    }
}
