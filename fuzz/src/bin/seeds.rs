//! Writes the first inputs of every target, the large files and the dictionary into a folder.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use fuzz::large::large;
use fuzz::seeds::{Seed, collect};
use fuzz::words::dictionary;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("seeds: name the folder that they are to be written to");
        return ExitCode::FAILURE;
    };
    match write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("seeds: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> io::Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let seeds = collect(&project)?;
    write_all(&folder.join("read"), &seeds.read)?;
    write_all(&folder.join("check"), &seeds.check)?;
    write_all(&folder.join("evaluate"), &seeds.evaluate)?;
    write_all(&folder.join("table"), &seeds.table)?;
    write_all(&folder.join("workbook"), &seeds.workbook)?;
    write_all(&folder.join("document"), &seeds.document)?;
    write_all(&folder.join("large"), &large())?;
    fs::write(folder.join("words.dict"), dictionary())
}

fn write_all(folder: &Path, seeds: &[Seed]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    seeds.iter().try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes))
}
