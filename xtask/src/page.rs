//! The page itself: served while it is worked on, and built for release.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::code::{self, Profile};
use crate::project::{Project, run, say};
use crate::{frame, hosted, styles, tools};

/// Serves the page and rebuilds it at each change, until it is stopped.
pub fn serve(project: &Project) -> Result<()> {
    let path = tools::path_for_serving(project)?;
    say("serving the page at http://127.0.0.1:8080 (stop with Ctrl+C)");
    // Trunk takes NO_COLOR for an option of its own and refuses its usual values.
    run(project.command("trunk").args(["serve", "--offline"]).env("PATH", path).env_remove("NO_COLOR"))
}

/// The folder that the hosted page is built into.
pub const HOSTED: &str = "dist/page";

/// Builds the page for release, closes it with its content security policy, and
/// fails when it has become too heavy.
pub fn build(project: &Project) -> Result<()> {
    say(&format!("building the page for release into {HOSTED}"));
    let folder = project.path(HOSTED);
    put_together(project, Profile::Release, &folder)?;
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
    say(&format!("building a page that can be stopped into {STOPPABLE}"));
    put_together(project, Profile::Dev, &project.path(STOPPABLE))
}

/// Builds styles, code and frame into a folder that holds nothing else.
fn put_together(project: &Project, profile: Profile, folder: &Path) -> Result<()> {
    styles::compile(project)?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let code = code::build(project, profile, folder)?;
    fs::write(folder.join("index.html"), frame::build(project, &code, folder)?)?;
    Ok(())
}
