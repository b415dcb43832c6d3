//! The browser that the tests and measurements drive, with its driver.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::packages::{install, program};
use crate::project::Project;

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
    install(project, &["chromium", "chromium-driver"], MISSING)?;
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
