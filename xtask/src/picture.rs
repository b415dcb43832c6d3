//! The picture of the page that README.md opens with.

use anyhow::Result;

use crate::project::{Project, run, say};
use crate::{chromium, page};

/// Builds the page, opens the example in a browser, and writes `docs/picture.png`.
pub fn picture(project: &Project) -> Result<()> {
    let chromium = chromium::find(project)?;
    page::build(project)?;
    say("taking docs/picture.png");
    run(project.command("node").arg("xtask/picture.mjs").env("CHROMIUM", chromium.browser))
}
