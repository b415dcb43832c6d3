//! Which files are checked, what each of them says, and what they say about each other.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::findings::{Diagnostic, JsonPath};
use resultatkontrakt::format;
use resultatkontrakt::format::findings::Complaint;
use resultatkontrakt::format::{Companion, ContractFile, Document, Locator};
use resultatkontrakt::i18n::Words;

use super::super::files::bytes_of;

/// A file that was checked.
pub(super) struct Checked {
    /// Its path, as the command was given it.
    pub(super) path: PathBuf,
    /// What it holds, letter by letter.
    pub(super) bytes: Vec<u8>,
    /// Everything that is wrong with it, in the order of its text.
    pub(super) diagnostics: Vec<Diagnostic>,
    document: Option<Document>,
    /// Whether it is JSON of another kind: nothing in it says that it is a contract or an assessment.
    foreign: bool,
}

/// All files that were asked for.
#[derive(Default)]
pub(super) struct Gathered {
    /// Those that were checked, in the order asked for; those of a folder by name.
    pub(super) files: Vec<Checked>,
    /// JSON files of a folder that say nowhere that they are ours.
    pub(super) skipped: Vec<PathBuf>,
    /// What could not be opened.
    pub(super) complaints: Vec<Complaint>,
    /// Where the files and folders lie that were taken in, by whatever path they were given.
    places: HashSet<PathBuf>,
}

/// Reads files, and of folders the JSON files in them, and checks them all.
pub(super) fn gather(paths: &[PathBuf], words: Words) -> Gathered {
    let mut gathered = Gathered::default();
    for path in paths {
        if path.is_dir() {
            gathered.folder(path, words);
        } else {
            gathered.file(path, words);
        }
    }
    against_their_contracts(&mut gathered.files);
    against_each_other(&mut gathered.files);
    for file in &mut gathered.files {
        file.diagnostics.sort_by_key(|found| found.range.start);
    }
    gathered
}

impl Gathered {
    fn file(&mut self, path: &Path, words: Words) {
        // A file that is named beside its folder is the same file, not a second contract.
        let place = place_of(path);
        if self.places.contains(&place) {
            return;
        }
        if let Some(file) = self.open(path, words) {
            self.places.insert(place);
            self.files.push(file);
        }
    }

    /// The JSON files of a folder, by name, without those of the folders in it.
    fn folder(&mut self, folder: &Path, words: Words) {
        if !self.places.insert(place_of(folder)) {
            return;
        }
        let paths = match json_files(folder) {
            Ok(paths) => paths,
            Err(error) => return self.complain(folder, words.cannot_open(folder, &error)),
        };
        let mut is_empty = true;
        for path in paths {
            let place = place_of(&path);
            let file = if self.places.contains(&place) { None } else { self.open(&path, words) };
            match file {
                // It stays unknown: by its own name it is asked for, and then it is checked.
                Some(file) if file.foreign => self.skipped.push(path),
                Some(file) => {
                    self.places.insert(place);
                    self.files.push(file);
                    is_empty = false;
                }
                None => is_empty = false,
            }
        }
        if is_empty {
            self.complain(folder, words.nothing_in_folder(folder));
        }
    }

    /// A file and what is wrong with it; none where it cannot be opened, which is noted.
    fn open(&mut self, path: &Path, words: Words) -> Option<Checked> {
        match bytes_of(path) {
            Ok(bytes) => Some(Checked::new(path, bytes)),
            Err(error) => {
                self.complain(path, words.cannot_open(path, &error));
                None
            }
        }
    }

    fn complain(&mut self, path: &Path, message: String) {
        self.complaints.push(Complaint { file: path.display().to_string(), message });
    }
}

/// What two paths to the same file or folder have in common; the path itself where nothing is there.
fn place_of(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if is_json && !path.is_dir() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

impl Checked {
    fn new(path: &Path, bytes: Vec<u8>) -> Self {
        let reading = format::inspect(&bytes);
        Self {
            path: path.to_owned(),
            foreign: reading.document.is_none() && format::is_other_json(&bytes),
            bytes,
            diagnostics: reading.diagnostics,
            document: reading.document,
        }
    }

    fn contract(&self) -> Option<&ContractFile> {
        match self.document.as_ref()? {
            Document::Contract(contract) => Some(contract),
            Document::Case(case) => Some(&case.contract),
            Document::Assessment(_) => None,
        }
    }
}

/// Assessments that stand beside the contract that they name are held against it.
fn against_their_contracts(files: &mut [Checked]) {
    let contracts: Vec<ContractFile> = files.iter().filter_map(Checked::contract).cloned().collect();
    for file in files {
        let Some(Document::Assessment(assessment)) = &file.document else { continue };
        let assessment = &assessment.assessment;
        let named = || contracts.iter().filter(|of| of.contract.id == assessment.contract);
        let exactly = named().find(|of| format::belonging(of, assessment).is_none());
        let Some(of) = exactly.or_else(|| named().next()) else { continue };
        let locator = Locator::of_file(&file.bytes);
        if let Some((at, fault)) = format::belonging(of, assessment) {
            file.diagnostics.push(locator.diagnostic(&at, fault));
        }
        let evaluation = evaluate(&of.contract, assessment);
        file.diagnostics.extend(format::objections(
            &of.contract,
            assessment,
            &evaluation,
            &locator,
            &JsonPath::root(),
        ));
    }
}

/// What contracts say of each other: goals that contribute to one another, identifiers.
fn against_each_other(files: &mut [Checked]) {
    let names: Vec<String> = files.iter().map(|file| file.path.display().to_string()).collect();
    let companions = files.iter().zip(&names).map(|(file, name)| Companion {
        name,
        bytes: &file.bytes,
        document: file.document.as_ref(),
    });
    let found = format::check_together(&companions.collect::<Vec<_>>());
    for (file, found) in files.iter_mut().zip(found) {
        file.diagnostics.extend(found);
    }
}
