//! Contracts that are read beside another one, such as those of the ministry beside an agency's.

use std::path::PathBuf;

use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::findings::Diagnostic;
use resultatkontrakt::format::{Companion, Document, check_together, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::portfolio::{Holds, look};

use super::output::complain;
use super::portfolio::{files_beside, read_file};

/// The contracts of files and folders.
#[derive(Default)]
pub(super) struct Beside {
    files: Vec<BesideFile>,
    /// Whether a file was refused that should have been used.
    pub(super) has_refused: bool,
}

struct BesideFile {
    name: String,
    bytes: Vec<u8>,
    document: Document,
}

impl Beside {
    /// Reads files and folders. What cannot be opened is said, and so is a file that is not used although it should be.
    pub(super) fn read(paths: &[PathBuf], words: Words) -> Option<Self> {
        let mut beside = Self::default();
        for (name, path) in files_beside(paths, words)? {
            let why = match read_file(&path).map(|bytes| (read(&bytes).document, bytes)) {
                Ok((Some(document), bytes)) => {
                    beside.files.push(BesideFile { name, bytes, document });
                    continue;
                }
                Ok((None, bytes)) => match look(&name, &bytes).holds {
                    Holds::Nothing(why) => why,
                    _ => continue,
                },
                Err(why) => why,
            };
            // Of a folder strangers' files are passed over; by their own name they were meant.
            if why.is_refusal() || paths.contains(&path) {
                complain([format!("{name} {}.", why.text(words))]);
                beside.has_refused = true;
            }
        }
        Some(beside)
    }

    /// Every contract that was read.
    pub(super) fn contracts(&self) -> impl Iterator<Item = &Contract> {
        self.files.iter().filter_map(|file| Some(file.document.contract()?.0.contract.as_ref()))
    }

    /// What a contract says that does not hold beside these.
    pub(super) fn found_in(&self, bytes: &[u8], contract: &Document) -> Vec<Diagnostic> {
        let own = Companion { name: "", bytes, document: Some(contract) };
        let others = self.files.iter().map(|file| Companion {
            name: &file.name,
            bytes: &file.bytes,
            document: Some(&file.document),
        });
        let mut found = check_together(&others.chain([own]).collect::<Vec<_>>());
        found.pop().unwrap_or_default()
    }
}
