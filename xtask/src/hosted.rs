//! The page as files for a server: what Trunk built, closed by its policy, with
//! a service worker that keeps exactly these files, each compressed beside itself.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::compressed;
use crate::policy::{self, Form};
use crate::project::Project;
use crate::release::{Release, files};
use crate::text::{cut, replaced};

/// What keeps the page for when there is no network, and the script that asks
/// for it.
const WORKER: &str = "service-worker.js";
const OFFLINE: &str = "offline.js";

/// Finishes what Trunk left in the folder.
pub fn finish(project: &Project, folder: &Path) -> Result<()> {
    let release = Release::of(project)?;
    disarm(folder)?;
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index)?;
    let page = replaced(
        &page,
        "</title>",
        &format!("</title>\n    <meta name=\"release\" content=\"{}\">", release.stamp()),
    )?;
    fs::copy(project.path("hosted").join(OFFLINE), folder.join(OFFLINE))?;
    let page = replaced(&page, "</body>", &format!("  <script src=\"./{OFFLINE}\"></script>\n  </body>"))?;
    let page = with_start_apart(&page, folder)?;
    fs::write(&index, policy::close(&page, Form::Hosted)?)?;
    search(folder)?;
    list(project, folder)?;
    compressed::beside(folder)
}

/// The page with Trunk's own script in a file beside it, so that no policy has to allow a script within the page: a server
/// sends the same one for every build.
fn with_start_apart(page: &str, folder: &Path) -> Result<String> {
    let (open, close) = ("<script type=\"module\">", "</script>");
    let (start, _) = cut(page, open, close)?;
    let hash = format!("{:x}", Sha256::digest(&start));
    let name = format!("start-{}.js", hash.get(..16).context("a hash has 64 digits")?);
    fs::write(folder.join(&name), &start)?;
    let element = format!("<script type=\"module\" src=\"./{name}\">{close}");
    replaced(page, &format!("{open}{start}{close}"), &element)
}

/// Takes the one way to make markup from text out of the glue: Yew offers it,
/// the page never uses it, and the policy would refuse it.
fn disarm(folder: &Path) -> Result<()> {
    let glue = glue(folder)?;
    let text = fs::read_to_string(&glue)?;
    let text = replaced(
        &text,
        "arg0.innerHTML = getStringFromWasm0(arg1, arg2);",
        "throw new TypeError(\"no markup is made from text here\");",
    )?;
    fs::write(&glue, text)?;
    Ok(())
}

/// The script that wasm-bindgen wrote: the one that the code is named after.
pub fn glue(folder: &Path) -> Result<PathBuf> {
    let mut names = files(folder, "")?.into_iter().map(|(name, _)| name);
    let code = names.find_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned));
    Ok(folder.join(format!("{}.js", code.context("the build left no WebAssembly")?)))
}

/// Fails where a script could make code from text, or where the page names
/// another address.
fn search(folder: &Path) -> Result<()> {
    const FORBIDDEN: [&str; 7] =
        ["eval(", "new Function", ".innerHTML", ".outerHTML", "document.write", "http://", "https://"];
    for (name, path) in files(folder, "")? {
        let is_text = [".js", ".html", ".css", ".webmanifest"].iter().any(|end| name.ends_with(end));
        if !is_text {
            continue;
        }
        let text = without_comments(&fs::read_to_string(&path)?);
        if let Some(found) = FORBIDDEN.iter().find(|word| text.contains(**word)) {
            bail!("{name} of the built page contains {found:?}");
        }
    }
    Ok(())
}

/// A script without the lines that are comments alone: addresses may stand in
/// them.
fn without_comments(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Writes the service worker with the list of all files, each with its hash.
fn list(project: &Project, folder: &Path) -> Result<()> {
    let mut rows = Vec::new();
    let mut all = Sha256::new();
    for (name, path) in files(folder, "")? {
        let hash = format!("{:x}", Sha256::digest(fs::read(path)?));
        let name = if name == "index.html" { "./" } else { &name };
        let row = format!("  \"{name}\": \"{hash}\",\n");
        all.update(&row);
        rows.push(row);
    }
    let worker = fs::read_to_string(project.path("hosted").join(WORKER))?;
    let worker = replaced(&worker, "FILES = {}", &format!("FILES = {{\n{}}}", rows.concat()))?;
    let version = format!("{:x}", all.finalize());
    let version = version.get(..16).context("a hash has 64 digits")?;
    let worker = replaced(&worker, "VERSION = \"development\"", &format!("VERSION = \"{version}\""))?;
    fs::write(folder.join(WORKER), worker)?;
    Ok(())
}

#[cfg(test)]
mod checks {
    use super::without_comments;

    #[test]
    fn comments_may_name_addresses_and_code_may_not() {
        let script = "  // see https://example.org\nfetch(\"https://example.org\");\n";
        assert_eq!(without_comments(script), "fetch(\"https://example.org\");\n");
    }
}
