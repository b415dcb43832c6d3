//! The page itself: served while it is worked on, and built for release.

use std::ffi::OsString;
use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::project::{Project, run, say};
use crate::{policy, tools};

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

/// Builds the page for release into `dist/`, closes it with its content
/// security policy, and fails when it has become too heavy.
pub fn build(project: &Project) -> Result<()> {
    let path = tools::path_for_page(project)?;
    say("building the page for release into dist/");
    run(&mut trunk(project, "build", Profile::Release, path))?;
    let index = project.path("dist/index.html");
    let page = fs::read_to_string(&index)?;
    if page.contains("http://") || page.contains("https://") {
        bail!("dist/index.html names an absolute address");
    }
    if project.path("dist/snippets").exists() {
        bail!("a crate brought JavaScript of its own: dist/snippets");
    }
    fs::write(&index, policy::close(&page)?)?;
    run(project.command("node").arg("xtask/weigh.mjs").arg("dist"))
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
