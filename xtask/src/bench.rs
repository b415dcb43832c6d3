//! The measurements: the engine by itself, and the page in a browser.

use anyhow::Result;

use crate::project::{Project, run, say};
use crate::{chromium, page as built, tests};

/// The engine first, then the page.
pub fn all(project: &Project) -> Result<()> {
    engine(project)?;
    page(project)
}

/// The engine, compiled for this machine, and as WebAssembly in a browser.
pub fn engine(project: &Project) -> Result<()> {
    say("measuring the engine");
    run(project.cargo().args(["bench", "--bench", "engine"]))?;
    say("measuring the engine in the browser");
    tests::in_browser(project, &["--release", "--test", "engine_in_browser", "--", "--nocapture"])
}

/// The built page, driven by real key presses.
pub fn page(project: &Project) -> Result<()> {
    let chromium = chromium::find(project)?;
    built::build(project)?;
    say("measuring the page");
    run(project.command("node").arg("benches/page.mjs").env("CHROMIUM", chromium.browser))
}
