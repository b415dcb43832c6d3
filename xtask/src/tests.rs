//! Every test, each by its own runner, whose closing lines are what counts.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::project::{Project, run, say};
use crate::{chromium, page, setup, tools};

/// All parts, the quickest first.
pub fn all(project: &Project) -> Result<()> {
    native(project)?;
    browser(project)?;
    end_to_end(project)
}

/// The tests that need no browser, and those of the chores themselves.
pub fn native(project: &Project) -> Result<()> {
    say("native tests");
    run(project.cargo().arg("test"))?;
    run(project.cargo().args(["test", "--quiet", "--manifest-path", "xtask/Cargo.toml"]))
}

/// The tests that run as WebAssembly in a browser.
pub fn browser(project: &Project) -> Result<()> {
    say("tests in the browser");
    in_browser(project, &["--test", "browser"])
}

/// Runs a test target as WebAssembly in a real browser.
pub fn in_browser(project: &Project, arguments: &[&str]) -> Result<()> {
    let chromium = chromium::find(project)?;
    setup::wasm_target(project)?;
    let runner = tools::test_runner(project)?;
    run(project
        .cargo()
        .args(["test", "--target", "wasm32-unknown-unknown"])
        .args(arguments)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", chromium.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300"))
}

/// The tests that use the built page as a person does.
pub fn end_to_end(project: &Project) -> Result<()> {
    let chromium = chromium::find(project)?;
    page::build(project)?;
    // A file that the page saved is worked out by the native command too.
    run(project.cargo().args(["build", "--bin", "kontrakt"]))?;
    say("tests of the built page, end to end");
    run(project.command("node").arg("--test").args(test_files(project)?).env("CHROMIUM", chromium.browser))
}

/// The files are named one by one: what a folder means to Node's test runner
/// differs between its versions.
fn test_files(project: &Project) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(project.path("tests/e2e"))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("tests/e2e holds no test");
    }
    files.sort();
    Ok(files)
}
