//! Scores every case in a folder: what is secured, lost and open, and what the performance pay may come to.
//!
//! ```sh
//! cargo run --example score_folder contracts
//! ```

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::{Kroner, Points, Span};
use resultatkontrakt::format::{ContractFile, Document, belonging, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::printable::printable;

/// The lines of this example are in English; `Words::DANISH` makes the figures Danish.
const WORDS: Words = Words::ENGLISH;

/// What the files of a folder hold.
#[derive(Default)]
struct Folder {
    contracts: Vec<ContractFile>,
    assessments: Vec<Assessment>,
    /// Those that cannot be used; `kontrakt check` says why.
    refused: Vec<String>,
}

impl Folder {
    /// Reads the JSON files of a folder, by name. A contract stands alone or in a case file.
    fn read(folder: &Path) -> io::Result<Self> {
        let paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = paths.collect::<io::Result<Vec<_>>>()?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        paths.sort();
        let mut found = Self::default();
        for path in paths {
            match read(&fs::read(&path)?).document {
                Some(Document::Contract(contract)) => found.contracts.push(contract),
                Some(Document::Assessment(file)) => found.assessments.push(file.assessment),
                Some(Document::Case(case)) => {
                    found.contracts.push(case.contract);
                    found.assessments.extend(case.assessments.into_iter().map(|file| file.assessment));
                }
                None => found.refused.push(path.display().to_string()),
            }
        }
        Ok(found)
    }
}

fn line(contract: &ContractFile, assessment: &Assessment) -> String {
    let evaluation = evaluate(&contract.contract, assessment);
    let points = |points: Points| WORDS.number(points.0);
    let achieved = if let Some(institution) = &evaluation.institution {
        let sum = &institution.sum;
        let [secured, lost, open] = [sum.secured(), sum.lost(), sum.open()].map(points);
        format!("{secured} points secured, {lost} lost, {open} open")
    } else {
        let counts = &evaluation.counts;
        format!("no points; goals: {} met, {} not met, {} open", counts.met, counts.not_met, counts.open)
    };
    match evaluation.pay.and_then(|pay| pay.payable) {
        Some(payable) => format!("{}: {achieved}; pay {}", contract.contract.title, amounts(payable)),
        None => format!("{}: {achieved}", contract.contract.title),
    }
}

fn amounts(Span { min, max }: Span<Kroner>) -> String {
    if min == max { WORDS.kroner(min) } else { format!("{} to {}", WORDS.kroner(min), WORDS.kroner(max)) }
}

pub(crate) fn run(folder: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let Folder { contracts, assessments, refused } = Folder::read(folder)?;
    for contract in &contracts {
        let own = assessments.iter().filter(|assessment| belonging(contract, assessment).is_none());
        for assessment in own {
            // A title is a stranger's text: nothing in it may act on the terminal.
            writeln!(out, "{}", printable(&line(contract, assessment)))?;
        }
    }
    for path in refused {
        writeln!(out, "cannot be used: {}", printable(&path))?;
    }
    Ok(())
}

#[allow(dead_code, reason = "the test of the examples calls `run`")]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("give a folder")?;
    run(Path::new(&folder), &mut io::stdout().lock())
}
