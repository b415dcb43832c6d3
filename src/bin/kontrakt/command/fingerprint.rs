//! `kontrakt fingerprint`: what tells a contract, and the file that it stands in, from every other.

use std::path::Path;

use resultatkontrakt::format::{Document, file_sum, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::{CommandText, PageText};

use super::files::{finding, open};
use super::output::{Ending, complain, print};

pub(super) fn fingerprint(path: &Path, words: Words) -> Ending {
    let Some(bytes) = open(path, words) else { return Ending::NotDone };
    let reading = read(&bytes);
    let contract = match reading.document {
        Some(Document::Contract(contract)) => contract,
        Some(Document::Case(case)) => case.contract,
        Some(Document::Assessment(_)) => {
            complain([words.no_fingerprint(path)]);
            return Ending::NotDone;
        }
        None => {
            complain(reading.diagnostics.iter().flat_map(|one| finding(path, one, words)));
            return Ending::Fails;
        }
    };
    print([
        format!("{}: {}", words.text(PageText::Fingerprint), contract.fingerprint.canonical()),
        format!("{}: {}", words.text(CommandText::FileSum), file_sum(&bytes)),
    ]);
    Ending::Good
}
