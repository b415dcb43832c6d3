//! Two builds in two folders, byte for byte.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::pack::GIVEN;
use crate::project::{Project, run, say};

/// Packs the last commit in a folder of another name and depth, with a target
/// folder of its own, and compares it with what lies in `dist/`.
pub fn reproduce(project: &Project) -> Result<()> {
    let scratch = std::env::temp_dir().join(format!("resultatkontrakt-{}", std::process::id()));
    let again = packed_again(project, &scratch.join("another/folder/that lies elsewhere"));
    let compared = again.and_then(|folder| compare(project, &folder));
    // A scratch folder that stays is untidy and no failure.
    let _ = fs::remove_dir_all(&scratch);
    compared
}

fn packed_again(project: &Project, folder: &Path) -> Result<std::path::PathBuf> {
    say("packing once more, in another folder");
    fs::create_dir_all(folder.parent().context("the folder lies in another")?)?;
    run(project.command("git").args(["clone", "--quiet", "--no-hardlinks", "."]).arg(folder))?;
    let mut chore = project.cargo();
    chore.current_dir(folder).env("CARGO_TARGET_DIR", folder.join("target"));
    run(chore.args(["run", "--quiet", "--manifest-path", "xtask/Cargo.toml", "--", "pack"]))?;
    Ok(folder.join("dist"))
}

fn compare(project: &Project, again: &Path) -> Result<()> {
    for name in GIVEN {
        let (one, other) = (fs::read(project.path("dist").join(name))?, fs::read(again.join(name))?);
        if one != other {
            bail!("{name} differs: {} bytes here, {} bytes there", one.len(), other.len());
        }
        say(&format!("{name} is the same in both: {:x}", Sha256::digest(&one)));
    }
    Ok(())
}
