//! The page's code: compiled, bound to its script, made small, and named after what it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::project::{Project, run};
use crate::setup::WASM;
use crate::text::replaced;
use crate::tools;

/// How the code is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, with what lets a test stop it.
    Dev,
    /// Small and fast.
    Release,
}

/// The name of the page's program.
const PROGRAM: &str = "resultatkontrakt";

/// Where the code is bound before it is named.
const BOUND: &str = "target/bound";

/// What starts the code, in place of the glue's exports.
const START: &str = "\
await __wbg_init({ module_or_path: new URL(\"./CODE\", import.meta.url) });
dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"));
";

/// What the glue offers to those who import it.
pub const EXPORTS: &str = "export { initSync, __wbg_init as default };\n";

/// The names of what the page starts with.
pub struct Code {
    /// The script, which fetches and starts the code.
    pub script: String,
    /// The code itself.
    pub wasm: String,
}

/// Builds the code into the folder of the page.
pub fn build(project: &Project, profile: Profile, folder: &Path) -> Result<Code> {
    let linked = compile(project, profile)?;
    let bound = project.path(BOUND);
    if bound.exists() {
        fs::remove_dir_all(&bound)?;
    }
    let path = tools::path_for_code(project)?;
    run(project
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-name", PROGRAM, "--out-dir"])
        .args([&bound, &linked])
        .env("PATH", &path))?;
    if bound.join("snippets").exists() {
        bail!("a crate brought JavaScript of its own: {BOUND}/snippets");
    }
    let wasm = bound.join(format!("{PROGRAM}_bg.wasm"));
    if profile == Profile::Release {
        run(smaller(project, &wasm).env("PATH", &path))?;
    }
    let wasm = place(folder, PROGRAM, "_bg.wasm", &fs::read(wasm)?)?;
    let glue = disarmed(&fs::read_to_string(bound.join(format!("{PROGRAM}.js")))?)?;
    let script = replaced(&glue, EXPORTS, &START.replace("CODE", &wasm))?;
    let script = place(folder, PROGRAM, ".js", script.as_bytes())?;
    Ok(Code { script, wasm })
}

/// Compiles the page's program; gives its place.
fn compile(project: &Project, profile: Profile) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--locked", "--bin", PROGRAM, "--target", WASM]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", without_paths(project)?);
            "release"
        }
    };
    run(&mut cargo)?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.path("target"), PathBuf::from);
    Ok(target.join(WASM).join(folder).join(format!("{PROGRAM}.wasm")))
}

/// Compiler flags that keep this machine's folders out of the code, so that two builds in two places are equal.
fn without_paths(project: &Project) -> Result<String> {
    let registry = tools::cargo_home()?.join("registry/src");
    let mut flags = vec![format!("--remap-path-prefix={}=.", project.path("").display())];
    // The folder of a registry is named after its address; crates lie in it.
    for entry in fs::read_dir(&registry).into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=crates", entry?.path().display()));
    }
    Ok(flags.join("\u{1f}"))
}

/// What makes code smaller, in its place.
fn smaller(project: &Project, wasm: &Path) -> Command {
    let mut command = project.command("wasm-opt");
    command.args(["-Oz", "--low-memory-unused", "--reorder-functions-by-name"]).arg(wasm).arg("-o").arg(wasm);
    command
}

/// Takes the one way to make markup from text out of the glue: Yew offers it, the page never uses it, and the policy would
/// refuse it.
fn disarmed(glue: &str) -> Result<String> {
    replaced(
        glue,
        "arg0.innerHTML = getStringFromWasm0(arg1, arg2);",
        "throw new TypeError(\"no markup is made from text here\");",
    )
}

/// Writes a file under a name that tells its content, so that browsers may keep it for good; gives the name.
pub fn place(folder: &Path, stem: &str, end: &str, content: &[u8]) -> Result<String> {
    let hash = format!("{:x}", Sha256::digest(content));
    let name = format!("{stem}-{}{end}", hash.get(..16).context("a hash has 64 digits")?);
    fs::write(folder.join(&name), content)?;
    Ok(name)
}
