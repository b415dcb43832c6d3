//! `kontrakt diff`: what one contract says otherwise than another.

use std::path::{Path, PathBuf};

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::changes::{Edition, changes};
use resultatkontrakt::format::changes::ChangeList;
use resultatkontrakt::format::{ContractFile, Document, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::changes::ChangeWords;
use resultatkontrakt::i18n::text::ChangesText;
use resultatkontrakt::report::{ChangedMatter, changes_paper};

use super::PaperForm;
use super::files::{finding, open, write_or_print};
use super::output::{Ending, complain, print, print_json};
use super::report::paper_file;
use super::table::columns;

/// What is asked for.
pub(super) struct Request {
    /// The older contract and the newer one.
    pub(super) paths: [PathBuf; 2],
    pub(super) json: bool,
    /// How the paper is written; none for a table.
    pub(super) form: Option<PaperForm>,
    /// Where the paper goes; to standard output where nothing is said.
    pub(super) output: Option<PathBuf>,
    pub(super) words: Words,
}

/// A contract, and the assessment whose addenda count.
struct Compared {
    file: ContractFile,
    assessment: Option<Assessment>,
}

impl Compared {
    fn edition(&self) -> Edition<'_> {
        Edition { contract: &self.file.contract, assessment: self.assessment.as_ref() }
    }
}

pub(super) fn diff(request: &Request) -> Ending {
    let words = request.words;
    let [before, after] = request.paths.each_ref().map(|path| compared(path, words));
    let (before, after) = match (before, after) {
        (Ok(before), Ok(after)) => (before, after),
        (Err(ending), _) | (_, Err(ending)) => return ending,
    };
    let (files, editions) = ([&before.file, &after.file], [before.edition(), after.edition()]);
    if request.json {
        print_json(&ChangeList::new(files, editions, words));
        return Ending::Good;
    }
    let Some(form) = request.form else {
        print(lines(editions, words));
        return Ending::Good;
    };
    let version = env!("CARGO_PKG_VERSION");
    let paper = changes_paper(&ChangedMatter { files, editions, printed: None, version, words });
    write_or_print(request.output.as_deref(), paper_file(&paper, form), words)
}

/// A contract of a file; of a case file also the assessment that decides.
fn compared(path: &Path, words: Words) -> Result<Compared, Ending> {
    let bytes = open(path, words).ok_or(Ending::NotDone)?;
    let reading = read(&bytes);
    match reading.document {
        Some(Document::Contract(file)) => Ok(Compared { file, assessment: None }),
        Some(Document::Case(case)) => {
            let assessments = case.assessments.into_iter().map(|file| file.assessment);
            let assessment = assessments.max_by_key(Assessment::precedence);
            Ok(Compared { file: case.contract, assessment })
        }
        Some(Document::Assessment(_)) => {
            complain([words.not_comparable(path)]);
            Err(Ending::NotDone)
        }
        None => {
            complain(reading.diagnostics.iter().flat_map(|one| finding(path, one, words)));
            Err(Ending::Fails)
        }
    }
}

fn lines(editions: [Edition<'_>; 2], words: Words) -> Vec<String> {
    let found = changes(editions);
    if found.is_empty() {
        return vec![words.text(ChangesText::None).to_owned()];
    }
    let head = [
        ChangesText::Where,
        ChangesText::Change,
        ChangesText::Before,
        ChangesText::After,
        ChangesText::Effect,
    ]
    .map(|name| words.text(name).to_owned());
    let rows = found.iter().map(|change| {
        let ChangeWords { place, what, before, after, effect } = words.change(change);
        [place, what, before, after, effect]
    });
    columns(std::iter::once(head).chain(rows).collect())
}
