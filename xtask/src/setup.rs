//! What the compiler and npm have to hold before a page can be built.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::project::{Project, answer, on_path, run, say};

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the compiler's WebAssembly target when it is missing.
pub fn wasm_target(project: &Project) -> Result<()> {
    let library = answer(project.command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say(&format!("adding the target {WASM} to the compiler"));
    run(project.command("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("install the Rust target {WASM}"))
}

/// Installs the npm packages of the lock file, unless that has been done.
pub fn npm_packages(project: &Project) -> Result<()> {
    let lock = fs::read(project.path("package-lock.json"))?;
    let wanted = format!("{:x}", Sha256::digest(&lock));
    let stamp = project.path("node_modules/.installed-lock-sha256");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if on_path("node").is_none() {
        bail!("Node.js 20 or newer with npm is missing: install it, then try again");
    }
    say("installing the npm packages of package-lock.json");
    npm_ci(project, &project.path(""))?;
    fs::write(&stamp, wanted)?;
    Ok(())
}

/// Installs exactly the packages of a folder's lock file; none of them runs anything.
pub fn npm_ci(project: &Project, folder: &Path) -> Result<()> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(project.command(npm).current_dir(folder).args(["ci", "--ignore-scripts"]))
}
