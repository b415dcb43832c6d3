//! The browser that the tests and measurements drive, with its driver.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::project::{Project, answer, executable, on_path, run, say};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const MISSING: &str = "Chromium with ChromeDriver is missing: install both (Debian and Ubuntu: \
    apt-get install chromium chromium-driver), or name them in CHROMIUM and CHROMEDRIVER";

/// A browser, and the driver of the same version.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// The browser that the environment names, that the system has, or that the
/// system's packages give when they may be installed.
pub fn find(project: &Project) -> Result<Chromium> {
    if let Some(found) = present() {
        return Ok(found);
    }
    install(project)?;
    match present() {
        Some(found) => Ok(found),
        None => bail!(MISSING),
    }
}

fn present() -> Option<Chromium> {
    let browser = named("CHROMIUM")
        .or_else(|| BROWSERS.iter().find_map(|name| program(name)))
        .or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))?;
    let driver = named("CHROMEDRIVER").or_else(|| program("chromedriver"))?;
    Some(Chromium { browser, driver })
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

fn program(name: &str) -> Option<PathBuf> {
    on_path(name).map(|folder| folder.join(executable(name)))
}

/// Installs Debian's packages, as root or where sudo asks no password.
fn install(project: &Project) -> Result<()> {
    let Some(apt) = program("apt-get") else {
        bail!(MISSING);
    };
    let root = answer(project.command("id").arg("-u")).as_deref() == Some("0");
    let sudo = || answer(project.command("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo() {
        bail!(MISSING);
    }
    say("installing chromium and chromium-driver from the system's packages");
    for arguments in
        [&["update"][..], &["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"]]
    {
        run(privileged(project, &apt, root).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}

fn privileged(project: &Project, program: &Path, root: bool) -> std::process::Command {
    if root {
        return project.command(program);
    }
    let mut command = project.command("sudo");
    command.arg("-n").arg(program);
    command
}
