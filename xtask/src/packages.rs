//! What the system's own packages give, where they may be installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::project::{Project, answer, executable, on_path, run, say};

/// A program on the PATH, or where Debian keeps servers.
pub fn program(name: &str) -> Option<PathBuf> {
    let file = executable(name);
    let on_path = on_path(name).map(|folder| folder.join(&file));
    on_path.or_else(|| Some(Path::new("/usr/sbin").join(&file)).filter(|path| path.is_file()))
}

/// Installs packages of Debian and its kin, as root or where sudo asks no
/// password; fails with `missing` elsewhere.
pub fn install(project: &Project, packages: &[&str], missing: &str) -> Result<()> {
    let Some(apt) = program("apt-get") else {
        bail!("{missing}");
    };
    let root = answer(project.command("id").arg("-u")).as_deref() == Some("0");
    let sudo = || answer(project.command("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo() {
        bail!("{missing}");
    }
    say(&format!("installing {} from the system's packages", packages.join(", ")));
    let apt = || {
        let mut command = privileged(project, &apt, root);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
}

fn privileged(project: &Project, program: &Path, root: bool) -> Command {
    if root {
        return project.command(program);
    }
    let mut command = project.command("sudo");
    command.arg("-n").arg(program);
    command
}
