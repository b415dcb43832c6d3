//! The page itself: served while it is worked on, and built for release.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::project::{Project, run, say};
use crate::{hosted, tools};

/// How the page is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, with checks and names for the debugger.
    Dev,
    /// Small and fast.
    Release,
}

/// Serves the page and rebuilds it at each change, until it is stopped.
pub fn serve(project: &Project, profile: Profile) -> Result<()> {
    let path = tools::path_for_page(project)?;
    say("serving the page at http://127.0.0.1:8080 (stop with Ctrl+C)");
    run(&mut trunk(project, "serve", profile, path))
}

/// The folder that the hosted page is built into.
pub const HOSTED: &str = "dist/page";

/// Builds the page for release, closes it with its content security policy, and
/// fails when it has become too heavy.
pub fn build(project: &Project) -> Result<()> {
    let path = tools::path_for_page(project)?;
    say(&format!("building the page for release into {HOSTED}"));
    let mut trunk = trunk(project, "build", Profile::Release, path);
    run(trunk.env("CARGO_ENCODED_RUSTFLAGS", without_paths(project)?))?;
    let folder = project.path(HOSTED);
    if folder.join("snippets").exists() {
        bail!("a crate brought JavaScript of its own: {HOSTED}/snippets");
    }
    hosted::finish(project, &folder)?;
    weigh(project, None)
}

/// Fails when a kind of the hosted page's files weighs more than
/// `xtask/budget.json` allows, or the page in one file does.
pub fn weigh(project: &Project, one_file: Option<&Path>) -> Result<()> {
    run(project.command("node").args(["xtask/weigh.mjs", HOSTED]).args(one_file))
}

/// The folder of a page that a test can stop.
pub const STOPPABLE: &str = "target/stoppable";

/// Builds the page quickly and with what lets a test stop its code, which a
/// page for release does not have.
pub fn build_stoppable(project: &Project) -> Result<()> {
    let path = tools::path_for_page(project)?;
    say(&format!("building a page that can be stopped into {STOPPABLE}"));
    run(trunk(project, "build", Profile::Dev, path).args(["--dist", STOPPABLE]))
}

/// Compiler flags that keep this machine's folders out of the code, so that two
/// builds in two places are equal.
fn without_paths(project: &Project) -> Result<String> {
    let registry = tools::cargo_home()?.join("registry/src");
    let mut flags = vec![format!("--remap-path-prefix={}=.", project.path("").display())];
    // The folder of a registry is named after its address; crates lie in it.
    for entry in fs::read_dir(&registry).into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=crates", entry?.path().display()));
    }
    Ok(flags.join("\u{1f}"))
}

fn trunk(project: &Project, verb: &str, profile: Profile, path: OsString) -> Command {
    let mut command = project.command("trunk");
    // Trunk takes NO_COLOR for an option of its own and refuses its usual values.
    command.args([verb, "--offline"]).env("PATH", path).env_remove("NO_COLOR");
    if profile == Profile::Release {
        command.arg("--release");
    }
    command
}
