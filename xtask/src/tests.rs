//! Every test, each by its own runner, whose closing lines are what counts.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use anyhow::{Result, bail};

use crate::packages::{install, program};
use crate::project::{Project, run, say};
use crate::{chromium, instructions, pack, page, setup, tools};

/// The ways in which the page comes to people: from a server, from a server
/// under a path, from the browser's own copy with the server gone, and as one
/// file from the disk.
pub const WAYS: [&str; 4] = ["root", "path", "offline", "file"];

/// Tests of what the page does with files that it has read and texts that were typed: the same code and the same
/// elements in each way. A second way of one run leaves them out; a way that is tried by name does not.
const ALIKE_IN_EACH_WAY: [&str; 16] = [
    "addendum",
    "assessments",
    "duty",
    "examples",
    "fields",
    "findings",
    "import",
    "kroner",
    "large",
    "large_list",
    "large_places",
    "rules",
    "undo",
    "what_if",
    "worked_example",
    "year",
];

/// Tests of what the page looks like and says: the one file has styles of its own, so that they are run from a server and
/// as one file, and left out between them.
const ALIKE_FROM_ANY_SERVER: [&str; 18] = [
    "access",
    "areas",
    "broken_file",
    "carried",
    "filling",
    "height",
    "help",
    "keyboard",
    "language",
    "levels",
    "looks",
    "odd_names",
    "papers",
    "pension",
    "print",
    "risks",
    "saved_file",
    "together",
];

/// What a way between the simplest and the strictest leaves out, as one text.
pub fn left_out_between() -> String {
    [&ALIKE_IN_EACH_WAY[..], &ALIKE_FROM_ANY_SERVER[..]].concat().join(" ")
}

/// What has to hold of every change, the quickest first. The ways between the
/// simplest and the strictest are tried by name and by `cargo xtask trust`.
pub fn all(project: &Project) -> Result<()> {
    native(project)?;
    instructions::compare(project)?;
    browser(project)?;
    end_to_end(project, &["root", "file"])?;
    deployed(project)?;
    others(project)
}

/// The tests that need no browser, those of the chores themselves, and what the measurements come to.
pub fn native(project: &Project) -> Result<()> {
    say("native tests");
    run(project.cargo().arg("test"))?;
    run(project.cargo().args(["test", "--quiet", "--manifest-path", "xtask/Cargo.toml"]))?;
    run(project.command("node").arg("--test").args(test_files(project, "tests/bench")?))
}

/// Writes the golden files of the native tests anew: what they print now is what is expected from now on.
pub fn renew(project: &Project) -> Result<()> {
    say("golden files");
    run(project.cargo().args(["test", "--no-fail-fast"]).env("INSTA_UPDATE", "always"))
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

/// The tests that use the built page as a person does, each in these ways.
pub fn end_to_end(project: &Project, ways: &[&str]) -> Result<()> {
    let chromium = chromium::find(project)?;
    pack::pack(project)?;
    page::build_stoppable(project)?;
    pdf_tools(project)?;
    // A file that the page saved is worked out by the native command too.
    run(project.cargo().args(["build", "--bin", "kontrakt", "--example", "large"]))?;
    let mut files = test_files(project, "tests/e2e")?;
    // At least two at a time: each waits for its own browser most of the time.
    let side_by_side = available_parallelism()?.get().max(2);
    for way in ways {
        say(&format!("tests of the built page, end to end ({way})"));
        let mut node = project.command("node");
        run(node
            .arg("--test")
            .arg(format!("--test-concurrency={side_by_side}"))
            .args(&files)
            .env("CHROMIUM", &chromium.browser)
            .env("WAY", way))?;
        files.retain(|file| !is_alike_in_each_way(file));
    }
    Ok(())
}

fn is_alike_in_each_way(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str()?.strip_suffix(".test.mjs"));
    name.is_some_and(|name| ALIKE_IN_EACH_WAY.contains(&name))
}

/// What turns a PDF into text and pictures, to look at the papers as printed.
pub fn pdf_tools(project: &Project) -> Result<()> {
    if program("pdftotext").is_none() || program("pdftoppm").is_none() {
        install(project, &["poppler-utils"], "pdftotext and pdftoppm are missing: install poppler-utils")?;
    }
    Ok(())
}

/// The tests of the configurations in `deploy/`: always in nginx, in Apache and
/// Caddy where the machine has them; and of what is given away. They want a page that was packed.
pub fn deployed(project: &Project) -> Result<()> {
    let chromium = chromium::find(project)?;
    if program("nginx").is_none() {
        let packages = ["nginx-light", "libnginx-mod-http-brotli-static"];
        install(project, &packages, "nginx is missing: install it, to test deploy/nginx.conf")?;
    }
    say("tests of the configurations in deploy/");
    let files = test_files(project, "tests/deploy")?;
    run(project.command("node").arg("--test").args(files).env("CHROMIUM", chromium.browser))
}

/// The browsers that the tests beside the others use, and in which all three print.
const ENGINES: [&str; 3] = ["firefox", "webkit", "chromium"];

/// The tests of the built page in Firefox and `WebKit`, and of what every engine prints. They want a page that was packed.
pub fn others(project: &Project) -> Result<()> {
    let chromium = chromium::find(project)?;
    other_browsers(project)?;
    let files = test_files(project, "tests/others")?;
    for engine in ENGINES {
        say(&format!("tests in every engine: {engine}"));
        // Two of them have windows.
        run(project
            .command("xvfb-run")
            .args(["-a", "node", "--test", "--test-concurrency=1"])
            .args(&files)
            .env("CHROMIUM", &chromium.browser)
            .env("CHROMEDRIVER", &chromium.driver)
            .env("ENGINE", engine))?;
    }
    Ok(())
}

/// What the tests in the other browsers need.
pub fn other_browsers(project: &Project) -> Result<()> {
    pdf_tools(project)?;
    if ["firefox-esr", "WebKitWebDriver", "gjs", "xvfb-run", "xauth"]
        .iter()
        .any(|name| program(name).is_none())
    {
        let packages =
            ["firefox-esr", "webkit2gtk-driver", "gjs", "gir1.2-webkit2-4.1", "xvfb", "xauth", "dbus"];
        install(
            project,
            &packages,
            "Firefox ESR, the driver of WebKitGTK, gjs or Xvfb is missing: install them",
        )?;
    }
    Ok(())
}

/// The files are named one by one: what a folder means to Node's test runner
/// differs between its versions.
fn test_files(project: &Project, folder: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(project.path(folder))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("{folder} holds no test");
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod checks {
    use super::{ALIKE_IN_EACH_WAY, is_alike_in_each_way, left_out_between, test_files};
    use crate::project::Project;

    #[test]
    fn what_a_second_way_leaves_out_is_there() -> anyhow::Result<()> {
        let files = test_files(&Project::locate()?, "tests/e2e")?;
        let left_out = files.iter().filter(|file| is_alike_in_each_way(file)).count();
        assert_eq!(left_out, ALIKE_IN_EACH_WAY.len());
        let project = Project::locate()?;
        for name in left_out_between().split(' ') {
            assert!(project.path(format!("tests/e2e/{name}.test.mjs")).is_file(), "{name}");
        }
        Ok(())
    }
}
