//! The page's code: compiled, parted into pieces, bound to its script, made small, and named after what it is.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use wasm_split_cli_support::{Options, transform};

use crate::names;
use crate::project::{Project, run};
use crate::setup::WASM;
use crate::text::{replaced, without_comments};
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

/// The name of the script that fetches further pieces, until it is joined with the glue.
const LINK: &str = "pieces.js";

/// What the code of the pieces may use, as the compiler does: they carry no list of it.
const FEATURES: [&str; 8] = [
    "bulk-memory",
    "bulk-memory-opt",
    "sign-ext",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "multivalue",
    "call-indirect-overlong",
];

/// Where the code is bound before it is named.
const BOUND: &str = "target/bound";

/// What starts the code, in place of the glue's exports. `ask.js` has asked for it, or nobody.
const START: &str = "\
await __wbg_init({ module_or_path: globalThis.resultatkontraktCode ?? new URL(\"./CODE\", import.meta.url) });
dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"));
";

/// What the glue offers to those who import it.
const EXPORTS: &str = "export { initSync, __wbg_init as default };\n";

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
    fs::create_dir_all(&bound)?;
    let path = tools::path_for_code(project)?;
    let (main, pieces) = match profile {
        Profile::Dev => (linked, Vec::new()),
        Profile::Release => split(&linked, &bound)?,
    };
    run(project
        .command("wasm-bindgen")
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--keep-lld-exports",
            "--out-name",
            PROGRAM,
            "--out-dir",
        ])
        .args([&bound, &main])
        .env("PATH", &path))?;
    if bound.join("snippets").exists() {
        bail!("a crate brought JavaScript of its own: {BOUND}/snippets");
    }
    let wasm = bound.join(format!("{PROGRAM}_bg.wasm"));
    if profile == Profile::Release {
        for code in pieces.iter().chain([&wasm]) {
            run(smaller(project, code).env("PATH", &path))?;
        }
    }
    let wasm = fs::read(wasm)?;
    let glue = disarmed(&fs::read_to_string(bound.join(format!("{PROGRAM}.js")))?)?;
    let (wasm, glue) = match profile {
        Profile::Dev => (wasm, glue),
        Profile::Release => {
            let (wasm, glue) = names::shorten(&wasm, &glue, &format!("./{PROGRAM}_bg.js"))?;
            (wasm, with_pieces(&glue, &pieces, &bound, folder)?)
        }
    };
    let wasm = place(folder, PROGRAM, "_bg.wasm", &wasm)?;
    let script = bare(&replaced(&glue, EXPORTS, &START.replace("CODE", &wasm))?)?;
    let script = place(folder, PROGRAM, ".js", script.as_bytes())?;
    Ok(Code { script, wasm })
}

/// Parts the linked code into what the first view needs and what comes later; gives the places of both.
fn split(linked: &Path, folder: &Path) -> Result<(PathBuf, Vec<PathBuf>)> {
    let code = fs::read(linked)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&code);
    options.output_dir = folder;
    options.main_out_path = &main;
    let link = format!("./{LINK}");
    options.link_name = &link;
    let glue = format!("./{PROGRAM}.js");
    options.main_module = &glue;
    let parts = transform(options).map_err(|error| anyhow!("the code cannot be split: {error:#}"))?;
    let mut pieces = parts.split_modules;
    pieces.sort();
    Ok((main, pieces))
}

/// The glue with the script that fetches the pieces, each of which is brought under a name that tells its content: one script
/// is one request.
fn with_pieces(glue: &str, pieces: &[PathBuf], bound: &Path, folder: &Path) -> Result<String> {
    let link = fs::read_to_string(bound.join(LINK))?;
    let link = replaced(&link, &format!("import {{ initSync }} from \"./{PROGRAM}.js\";\n"), "")?;
    // The page says itself that a piece cannot be had.
    let mut link = replaced(&link, "console.error(e);", "")?.replace("export const ", "const ");
    for piece in pieces {
        let name = piece.file_name().context("a file has a name")?.to_string_lossy();
        let stem = name.trim_end_matches(".wasm").trim_start_matches("split_");
        let placed = place(folder, stem, ".wasm", &fs::read(piece)?)?;
        link = replaced(&link, &format!("\"./{name}\""), &format!("\"./{placed}\""))?;
    }
    let loaders: Vec<&str> = link
        .lines()
        .filter_map(|line| line.strip_prefix("const ")?.split(' ').next())
        .filter(|name| name.starts_with("__wasm_split_load_"))
        .collect();
    let imported = format!(" from \"./{LINK}\"");
    let imports = |line: &str| Some(line.strip_prefix("import * as ")?.strip_suffix(&imported)?.to_owned());
    let mut joined = link.clone();
    for line in glue.lines() {
        match imports(line) {
            Some(name) => writeln!(joined, "const {name} = {{ {} }};", loaders.join(", "))?,
            None => joined.extend([line, "\n"]),
        }
    }
    if joined.contains(&imported) {
        bail!("the glue imports the script of the pieces in another form than it did");
    }
    Ok(joined)
}

/// Compiles the page's program; gives its place.
fn compile(project: &Project, profile: Profile) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--locked", "--bin", PROGRAM, "--target", WASM]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            // The splitter needs what the linker knows of the code.
            let flags = [without_paths(project)?, vec!["-Clink-arg=--emit-relocs".to_owned()]].concat();
            cargo.args(["--release", "--features", "pieces", "--config", "profile.release.strip=false"]);
            cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
            "release"
        }
    };
    run(&mut cargo)?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.path("target"), PathBuf::from);
    Ok(target.join(WASM).join(folder).join(format!("{PROGRAM}.wasm")))
}

/// Compiler flags that keep this machine's folders out of the code, so that two builds in two places are equal.
fn without_paths(project: &Project) -> Result<Vec<String>> {
    let registry = tools::cargo_home()?.join("registry/src");
    let mut flags = vec![format!("--remap-path-prefix={}=.", project.path("").display())];
    // The folder of a registry is named after its address; crates lie in it.
    for entry in fs::read_dir(&registry).into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=crates", entry?.path().display()));
    }
    Ok(flags)
}

/// What makes code smaller, in its place.
fn smaller(project: &Project, wasm: &Path) -> Command {
    let mut command = project.command("wasm-opt");
    command.args(["-Oz", "--low-memory-unused", "--reorder-functions-by-name"]);
    // What it was made with is in the list of what is in it.
    command.args(["--strip-producers", "--strip-target-features"]).arg(wasm).arg("-o").arg(wasm);
    command.args(FEATURES.map(|feature| format!("--enable-{feature}")));
    command
}

/// The script without what only its readers need: lines that are comments alone, and the blanks that lines begin with.
fn bare(script: &str) -> Result<String> {
    let script = without_comments(script);
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        bail!("the script has a text over several lines, whose blanks count");
    }
    Ok(script.lines().flat_map(|line| [line.trim_start(), "\n"]).collect())
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
