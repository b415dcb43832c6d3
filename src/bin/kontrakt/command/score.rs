//! `kontrakt score`: a contract and an assessment, and what they come to.

use std::path::Path;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::findings::JsonPath;
use resultatkontrakt::format;
use resultatkontrakt::format::outcome::{Found, Outcome, RefusedScore};
use resultatkontrakt::format::{ContractFile, Document, Locator};
use resultatkontrakt::i18n::Words;

use super::files::{finding, open};
use super::output::{Ending, complain, print, print_json};
use super::table;

/// A contract and an assessment, as they were read.
struct Pair<'p, 't> {
    contract: ContractFile,
    assessment: Assessment,
    /// Where the assessment stands, if it stands in a file at all.
    place: Option<(&'p Path, Locator<'t>, JsonPath)>,
}

pub(super) fn score(contract: &Path, assessment: Option<&Path>, json: bool, words: Words) -> Ending {
    let Some(contract_bytes) = open(contract, words) else { return Ending::NotDone };
    let assessment_bytes = assessment.map(|path| open(path, words));
    let second = match (assessment, &assessment_bytes) {
        (Some(path), Some(Some(bytes))) => Some((path, bytes.as_slice())),
        (Some(_), _) => return Ending::NotDone,
        (None, _) => None,
    };
    let mut found = Vec::new();
    let pair = match pair((contract, &contract_bytes), second, &mut found, words) {
        Ok(pair) => pair,
        Err(Ending::Fails) => return refused(&found, json, words),
        Err(ending) => return ending,
    };
    let evaluation = evaluate(&pair.contract.contract, &pair.assessment);
    if let Some((path, locator, base)) = &pair.place {
        found.extend(
            format::objections(&pair.contract.contract, &pair.assessment, &evaluation, locator, base)
                .into_iter()
                .map(|found| (*path, found)),
        );
    }
    let contract: &Contract = &pair.contract.contract;
    if json {
        print_json(&Outcome::new(contract, &evaluation, &found, words));
    } else {
        print(table::lines(contract, &pair.assessment, &evaluation, words));
        complain(worth_telling(&found, words));
    }
    Ending::Good
}

/// Reads both files; everything that is wrong with them goes into `found`.
fn pair<'p, 't>(
    (path, bytes): (&'p Path, &'t [u8]),
    second: Option<(&'p Path, &'t [u8])>,
    found: &mut Vec<Found<'p>>,
    words: Words,
) -> Result<Pair<'p, 't>, Ending> {
    let first = read(path, bytes, found);
    let other = second.map(|(path, bytes)| (path, bytes, read(path, bytes, found)));
    let readable = first.is_some() && other.as_ref().is_none_or(|(.., document)| document.is_some());
    if !readable {
        return Err(Ending::Fails);
    }
    let (contract, own) = match first {
        Some(Document::Contract(contract)) => (contract, None),
        Some(Document::Case(case)) => {
            let all = case.assessments.into_iter().enumerate();
            (case.contract, all.max_by_key(|(_, file)| file.assessment.precedence()))
        }
        _ => {
            complain([words.not_a_contract(path)]);
            return Err(Ending::NotDone);
        }
    };
    let (assessment, place) = match other {
        Some((path, bytes, Some(Document::Assessment(file)))) => {
            let locator = Locator::of_file(bytes);
            if let Some((at, fault)) = format::belonging(&contract, &file.assessment) {
                found.push((path, locator.diagnostic(&at, fault)));
            }
            (file.assessment, Some((path, locator, JsonPath::root())))
        }
        Some((path, ..)) => {
            complain([words.not_an_assessment(path)]);
            return Err(Ending::NotDone);
        }
        None => match own {
            Some((place, file)) => {
                let base = JsonPath::root().key("assessments").index(place);
                (file.assessment, Some((path, Locator::of_file(bytes), base)))
            }
            None => (Assessment::new(contract.contract.id.clone()), None),
        },
    };
    Ok(Pair { contract, assessment, place })
}

fn read<'p>(path: &'p Path, bytes: &[u8], found: &mut Vec<Found<'p>>) -> Option<Document> {
    let reading = format::read(bytes);
    found.extend(reading.diagnostics.into_iter().map(|diagnostic| (path, diagnostic)));
    reading.document
}

/// Nothing can be worked out: what is wrong goes to standard error, and into the JSON where it was asked for.
fn refused(found: &[Found<'_>], json: bool, words: Words) -> Ending {
    complain(worth_telling(found, words));
    if json {
        print_json(&RefusedScore::new(found, words));
    }
    Ending::Fails
}

/// Errors, and warnings about what was entered. What a contract says of itself is for `kontrakt check`.
fn worth_telling(found: &[Found<'_>], words: Words) -> Vec<String> {
    let told = found.iter().filter(|(_, diagnostic)| !diagnostic.code.is_of_agreement());
    told.flat_map(|(path, diagnostic)| finding(path, diagnostic, words)).collect()
}
