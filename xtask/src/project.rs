//! Where the project lies, and how a chore starts another program in it.

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The project's folder, from which every chore works.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The project whose `xtask` is running. Cargo says where that is when it
    /// starts the program, so a binary shared by several clones still works in
    /// the right one.
    pub fn locate() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .context("start the chores through cargo: cargo xtask …")?;
        let root =
            Path::new(&manifest).parent().context("xtask lies in a folder of the project")?.to_path_buf();
        Ok(Self { root })
    }

    /// A path inside the project.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// A program that will run in the project's folder.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        // These speak of xtask's own package and would mislead the programs
        // that are started from here.
        for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"] {
            command.env_remove(name);
        }
        command
    }

    /// The cargo that started the chore.
    pub fn cargo(&self) -> Command {
        self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }
}

/// Tells the reader what happens now.
pub fn say(what: &str) {
    eprintln!("xtask: {what}");
}

/// Runs a program to its end, its output shown; fails when it does.
pub fn run(command: &mut Command) -> Result<()> {
    let name = name_of(command);
    let status = command.status().with_context(|| format!("{name} could not be started"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs a program to its end with a text to read; fails when it does.
pub fn run_with(command: &mut Command, input: &str) -> Result<()> {
    let name = name_of(command);
    let mut child =
        command.stdin(Stdio::piped()).spawn().with_context(|| format!("{name} could not be started"))?;
    // Dropped at the end of the statement, so that the program sees an end.
    child.stdin.take().context("a program with a pipe")?.write_all(input.as_bytes())?;
    let status = child.wait()?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// What a program prints, or nothing when it is missing or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The folder on the PATH that holds a program.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let file = executable(program);
    std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join(&file).is_file())
}

/// A program's file name on this system.
pub fn executable(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}

/// The PATH with these folders in front.
pub fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let present = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&present));
    Ok(std::env::join_paths(all)?)
}

/// How a program is called in a message: its file name and first argument.
fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut name = program.file_stem().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    if let Some(first) = command.get_args().next() {
        name.push(' ');
        name.push_str(&first.to_string_lossy());
    }
    name
}
