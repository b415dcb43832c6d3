//! The page as files for a server: what was built, closed by its policy, with
//! a service worker that keeps exactly these files, each compressed beside itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::compressed;
use crate::policy::{self, Form};
use crate::project::Project;
use crate::release::{Release, files};
use crate::text::{replaced, without_comments};

/// What keeps the page for when there is no network, and the script that asks
/// for it.
const WORKER: &str = "service-worker.js";
const OFFLINE: &str = "offline.js";

/// Finishes what the build left in the folder.
pub fn finish(project: &Project, folder: &Path) -> Result<()> {
    let release = Release::of(project)?;
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index)?;
    let page = replaced(
        &page,
        "</title>",
        &format!("</title>\n    <meta name=\"release\" content=\"{}\">", release.stamp()),
    )?;
    fs::copy(project.path("hosted").join(OFFLINE), folder.join(OFFLINE))?;
    fs::write(&index, policy::close(&page, Form::Hosted)?)?;
    search(folder)?;
    list(project, folder)?;
    compressed::beside(folder)
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
