//! The report on trust: a run of everything that it tells of, and its figures.

use std::fs;

use anyhow::Result;

use crate::project::{Project, run, say};
use crate::{chromium, pack, page, reproduce, tests};

/// Packs, tries every way, packs again elsewhere, and writes
/// `docs/trust-report.md`.
pub fn trust(project: &Project) -> Result<()> {
    let chromium = chromium::find(project)?;
    pack::pack(project)?;
    page::build_stoppable(project)?;
    tests::other_browsers(project)?;
    run(project.cargo().args(["build", "--bin", "kontrakt", "--example", "large"]))?;
    let reproduced = match reproduce::reproduce(project) {
        Ok(()) => "yes".to_owned(),
        Err(error) => format!("no: {error:#}"),
    };
    fs::create_dir_all(project.path("docs"))?;
    say("trying every way, for docs/trust-report.md");
    run(project
        .command("node")
        .arg("xtask/trust.mjs")
        .env("CHROMIUM", chromium.browser)
        .env("CHROMEDRIVER", chromium.driver)
        .env("ALIKE", tests::left_out_between())
        .env("REPRODUCED", reproduced))
}

/// Packs, tries one way again, and renews what the report says of it; fails
/// where the report is of other sources.
pub fn again(project: &Project, way: &str) -> Result<()> {
    let chromium = chromium::find(project)?;
    pack::pack(project)?;
    page::build_stoppable(project)?;
    tests::pdf_tools(project)?;
    run(project.cargo().args(["build", "--bin", "kontrakt", "--example", "large"]))?;
    say(&format!("trying one way again ({way}), for docs/trust-report.md"));
    run(project
        .command("node")
        .args(["xtask/trust.mjs", way])
        .env("CHROMIUM", chromium.browser)
        .env("ALIKE", tests::left_out_between()))
}
