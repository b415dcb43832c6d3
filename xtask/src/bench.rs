//! The measurements: the engine and the page, beside others that do the same work. What is measured and how it
//! is written down is in `benches/`; here is what has to be built for it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::project::{Project, answer, executable, run, say};
use crate::{chromium, pack, setup, tools};

/// What can be measured by itself.
pub const PARTS: [&str; 8] =
    ["start", "profile", "lighthouse", "large", "sizes", "writing", "engine", "portfolio"];
/// All of it; only this writes the table.
pub const ALL: &str = "all";

/// What the sums of many cases are held beside.
const PANDAS: &str = "pandas==3.1.1";

/// What is built for the measurements alone: the peers' pages, and the engine as WebAssembly.
const BUNDLES: &str = "target/bench";

/// Builds what a part needs, and measures it.
pub fn bench(project: &Project, part: &str) -> Result<()> {
    let chromium = chromium::find(project)?;
    // The peers' folder is emptied first, so it comes before the engine's.
    let packages = peers(project)?;
    say("bundling the peers");
    run(project.command("node").arg("benches/peers/build.mjs").arg(&packages).arg(BUNDLES))?;
    if part == "engine" {
        setup::npm_packages(project)?;
    } else {
        pack::pack(project)?;
    }
    if matches!(part, "engine" | ALL) {
        build_engine(project)?;
    }
    run(project.cargo().args(["build", "--quiet", "--example", "large"]))?;
    let mut measuring = project.command("node");
    if matches!(part, "portfolio" | ALL) {
        measuring.env("KONTRAKT", build_command(project)?);
        if let Some(python) = pandas(project)? {
            measuring.env("PANDAS_PYTHON", python);
        }
    }
    say("measuring; leave the machine alone meanwhile");
    let arguments = [Path::new("benches/run.mjs"), Path::new(BUNDLES), &packages, Path::new(part)];
    run(measuring.args(arguments).env("CHROMIUM", chromium.browser))
}

/// The command, compiled for speed.
fn build_command(project: &Project) -> Result<PathBuf> {
    say("building the command for the measurements");
    run(project.cargo().args(["build", "--profile", "bench", "--bin", "kontrakt"]))?;
    Ok(target(project).join("release").join(executable("kontrakt")))
}

fn target(project: &Project) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.path("target"), PathBuf::from)
}

/// The Python that has pandas, installed into the user's cache once; `None` where it cannot be had.
fn pandas(project: &Project) -> Result<Option<PathBuf>> {
    let home = tools::cache()?.join(PANDAS.replace("==", "-"));
    let python = home.join("bin/python");
    let works = || answer(project.command(&python).args(["-c", "import pandas"])).is_some();
    if home.is_dir() && works() {
        return Ok(Some(python));
    }
    say(&format!("installing {PANDAS} into {}", home.display()));
    let made = run(project.command("python3").args(["-m", "venv"]).arg(&home)).and_then(|()| {
        run(project.command(&python).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--only-binary",
            ":all:",
            PANDAS,
        ]))
    });
    if let Err(error) = &made {
        say(&format!("no pandas here: {error:#}"));
    }
    Ok((made.is_ok() && works()).then_some(python))
}

/// The engine for this machine, and for the browser as the page has it: for size, and optimised once more.
fn build_engine(project: &Project) -> Result<()> {
    say("building the engine for the measurements");
    let path = tools::path_for_code(project)?;
    run(project.cargo().args(["build", "--profile", "bench", "--example", "engine"]))?;
    run(project.cargo().args(["build", "--release", "--example", "engine", "--target", setup::WASM]))?;
    let code = target(project).join(setup::WASM).join("release/examples/engine.wasm");
    let folder = project.path(BUNDLES).join("engine");
    run(project
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .args([&folder, &code])
        .env("PATH", &path))?;
    let bound = folder.join("engine_bg.wasm");
    run(project.command("wasm-opt").arg("-Oz").arg(&bound).arg("-o").arg(&bound).env("PATH", &path))?;
    fs::copy(project.path("benches/engine/index.html"), folder.join("index.html"))?;
    Ok(())
}

/// The folder with the peers' packages, installed into the user's cache once for each lock file.
fn peers(project: &Project) -> Result<PathBuf> {
    const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];
    let own = project.path("benches/peers");
    let hash = format!("{:x}", Sha256::digest(fs::read(own.join("package-lock.json"))?));
    let cache = tools::cache()?;
    let home = cache.join(format!("peers-{}", hash.get(..16).unwrap_or(&hash)));
    if home.is_dir() {
        return Ok(home);
    }
    say(&format!("installing the peers into {}", home.display()));
    // Beside its place first, so that an interrupted installation is never taken for a whole one.
    let scratch = cache.join(format!("installing-peers-{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    for name in FILES {
        fs::copy(own.join(name), scratch.join(name))?;
    }
    setup::npm_ci(project, &scratch)?;
    fs::rename(&scratch, &home)?;
    Ok(home)
}
