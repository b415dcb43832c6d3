//! What is given away: the page in one file, the hosted page as an archive, the
//! hashes of both, and the lists of what is in them.

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::project::{Project, say};
use crate::release::files;
use crate::{one_file, page, sbom};

const ONE_FILE: &str = "resultatkontrakt.html";
const ARCHIVE: &str = "resultatkontrakt.zip";
const SUMS: &str = "SHA256SUMS";

/// The files that are the same wherever they are packed.
pub const GIVEN: [&str; 3] = [ONE_FILE, ARCHIVE, SUMS];

/// Builds the page and writes everything beside it, into `dist/`.
pub fn pack(project: &Project) -> Result<()> {
    page::build(project)?;
    let (dist, hosted) = (project.path("dist"), project.path(page::HOSTED));
    let given = [(ONE_FILE, one_file::join(&hosted)?.into_bytes()), (ARCHIVE, archive(&hosted)?)];
    let mut sums = String::new();
    for (name, content) in given {
        writeln!(sums, "{:x}  {name}", Sha256::digest(&content))?;
        say(&format!("dist/{name}: {} bytes", content.len()));
        fs::write(dist.join(name), content)?;
    }
    fs::write(dist.join(SUMS), sums)?;
    page::weigh(project, Some(&dist.join(ONE_FILE)))?;
    sbom::write(project)
}

/// The files of a folder as an archive, the same on every machine: sorted, and
/// all of one time.
fn archive(folder: &Path) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, path) in files(folder, "")? {
        archive.start_file(name, options)?;
        archive.write_all(&fs::read(path)?)?;
    }
    Ok(archive.finish()?.into_inner())
}
