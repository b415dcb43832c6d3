//! What of a folder belongs together: copies of one contract, and assessments in files of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::Portfolio;
use super::across::across;
use super::left_out::{Copied, LeftOut, WhyLeftOut};
use super::levels::levels;
use super::look::{Found, Holds, Looked};
use super::row::{OwnFile, Row, mark_namesakes, mark_old};
use super::whose::Whose;
use crate::domain::assessment::Assessment;
use crate::domain::contract::parts_of_reference;
use crate::format::{Document, belonging, file_sum_paced, read_paced};
use crate::pace::{Progress, at_once, no_pause};
use crate::small::sort_by_key;

/// The files of a folder, put together by contract.
#[derive(Debug)]
pub struct Sorting {
    looked: Vec<Looked>,
    groups: Vec<Group>,
}

/// The files of one contract.
#[derive(Debug, Default)]
struct Group {
    /// The files that the contract stands in, by name.
    files: Vec<usize>,
    /// The one that is used.
    best: usize,
    /// The files with an assessment that may be the contract's.
    loose: Vec<usize>,
}

/// The place of each group, by the contract's identifier and fingerprint.
type ByContract<'l> = BTreeMap<(&'l str, &'l str), usize>;

/// Files that have to be read once more, by their places among those that were looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The contract's file.
    pub contract: usize,
    /// Assessments that may belong to it.
    pub assessments: Vec<usize>,
    /// Its goals that other contracts name.
    pub named: Vec<Box<str>>,
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Combined {
    /// The contract's row.
    pub row: Row,
    /// Which of the assessments belong to it, in the job's order.
    pub belong: Vec<bool>,
}

impl Sorting {
    /// Sorts what was looked at. A place is that among the files by name.
    pub fn new(mut looked: Vec<Looked>) -> Self {
        sort_by_key(&mut looked, |file| file.name.clone());
        let mut groups: Vec<Group> = Vec::new();
        let mut by_contract = ByContract::new();
        for (place, file) in looked.iter().enumerate() {
            let Holds::Contract(found) = &file.holds else { continue };
            let group = *by_contract
                .entry((found.row.id.as_str(), found.row.fingerprint.as_str()))
                .or_insert_with(|| {
                    groups.push(Group::default());
                    groups.len() - 1
                });
            if let Some(group) = groups.get_mut(group) {
                group.files.push(place);
            }
        }
        for group in &mut groups {
            group.best = best(&looked, &group.files);
        }
        for (place, file) in looked.iter().enumerate() {
            let Holds::Assessment { contract, sha256 } = &file.holds else { continue };
            for group in candidates(&by_contract, contract, sha256.as_deref()) {
                if let Some(group) = groups.get_mut(group) {
                    group.loose.push(place);
                }
            }
        }
        Self { looked, groups }
    }

    /// The files that have to be read again: contracts with assessments in files of their own, and those whose goals
    /// serve each other.
    pub fn jobs(&self) -> Vec<Job> {
        let rows = || self.groups.iter().filter_map(|group| Some((group, self.row(group)?)));
        let known: BTreeSet<&str> = rows().map(|(_, row)| row.id.as_str()).collect();
        let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (_, row) in rows() {
            for (contract, goal) in named_by(row) {
                named.entry(contract).or_default().insert(goal);
            }
        }
        let jobs = rows().filter_map(|(group, row)| {
            let leads_on = named_by(row).any(|(contract, _)| known.contains(contract));
            let own = named.get(row.id.as_str());
            let is_due = !group.loose.is_empty() || leads_on || own.is_some();
            is_due.then(|| Job {
                contract: group.best,
                assessments: group.loose.clone(),
                named: own.into_iter().flatten().map(|goal| (*goal).into()).collect(),
            })
        });
        jobs.collect()
    }

    /// The row of a contract, as its file alone says.
    fn row(&self, group: &Group) -> Option<&Row> {
        match &self.looked.get(group.best)?.holds {
            Holds::Contract(found) => Some(&found.row),
            _ => None,
        }
    }

    /// The name of a file.
    pub fn name(&self, place: usize) -> &str {
        self.looked.get(place).map_or("", |file| &file.name)
    }

    /// The portfolio, once the jobs are done; one that could not be done leaves its row as the contract's file alone
    /// says.
    pub fn finish(self, done: Vec<(Job, Option<Combined>)>) -> Portfolio {
        let mut used = BTreeSet::new();
        let mut combined: BTreeMap<usize, Row> = BTreeMap::new();
        for (job, result) in done {
            let Some(result) = result else { continue };
            let belonging = job.assessments.into_iter().zip(result.belong).filter(|(_, belongs)| *belongs);
            used.extend(belonging.map(|(place, _)| place));
            combined.insert(job.contract, result.row);
        }
        let (files, left_out) = (self.looked.len(), self.left_out(&used));
        let best: BTreeSet<usize> = self.groups.iter().map(|group| group.best).collect();
        let found = self.looked.into_iter().enumerate().filter_map(|(place, file)| match file.holds {
            Holds::Contract(found) if best.contains(&place) => {
                Some(combined.remove(&place).unwrap_or(found.row))
            }
            _ => None,
        });
        let mut rows: Vec<Row> = found.collect();
        mark_old(&mut rows);
        mark_namesakes(&mut rows);
        let levels = levels(&rows);
        let across = across(&rows, &levels);
        Portfolio { rows, left_out, levels, across, files }
    }

    /// The files that no row rests on, with the reason.
    fn left_out(&self, used: &BTreeSet<usize>) -> Vec<LeftOut> {
        let mut best_of: BTreeMap<usize, usize> = BTreeMap::new();
        let mut first_of: BTreeMap<&str, usize> = BTreeMap::new();
        for group in &self.groups {
            best_of.extend(group.files.iter().map(|file| (*file, group.best)));
            if let Some(row) = self.row(group) {
                first_of.entry(&row.id).or_insert(group.best);
            }
        }
        let why = |place: usize, file: &Looked| match &file.holds {
            Holds::Contract(found) => {
                let best = best_of.get(&place).copied().filter(|best| *best != place)?;
                Some(WhyLeftOut::Copy { of: self.name(best).to_owned(), how: self.copied(found, best) })
            }
            Holds::Assessment { .. } if used.contains(&place) => None,
            Holds::Assessment { contract, .. } => Some(match first_of.get(contract.as_str()) {
                Some(best) => WhyLeftOut::OtherEdition { of: self.name(*best).to_owned() },
                None => WhyLeftOut::NoContract { id: contract.clone() },
            }),
            Holds::Nothing(why) => Some(why.clone()),
        };
        let files = self.looked.iter().enumerate();
        files
            .filter_map(|(place, file)| Some(LeftOut { file: file.name.clone(), why: why(place, file)? }))
            .collect()
    }

    fn copied(&self, found: &Found, best: usize) -> Copied {
        let Some(Holds::Contract(winner)) = self.looked.get(best).map(|file| &file.holds) else {
            return Copied::Otherwise;
        };
        if winner.content == found.content {
            Copied::Same
        } else if found.row.assessments == 0 {
            Copied::ContractAlone
        } else if found.row.rank < winner.row.rank {
            Copied::Older
        } else {
            Copied::Otherwise
        }
    }
}

/// Of the files of one contract the one whose assessment goes before the others', then the one with more of them, then
/// the first.
fn best(looked: &[Looked], files: &[usize]) -> usize {
    let key = |place: &usize| match looked.get(*place).map(|file| &file.holds) {
        Some(Holds::Contract(found)) => (found.row.rank, found.row.assessments),
        _ => (None, 0),
    };
    // The last of equals wins, so the first has to be the last.
    files.iter().rev().max_by_key(|place| key(place)).copied().unwrap_or_default()
}

/// The groups that an assessment may belong to. A fingerprint may be that of the file's bytes, which only reading the
/// contract again can tell; without one the first contract of the name is meant.
fn candidates(by_contract: &ByContract<'_>, id: &str, sha256: Option<&str>) -> Vec<usize> {
    let named = || by_contract.range((id, "")..).take_while(|((other, _), _)| *other == id);
    let numbers = named().map(|(_, number)| *number);
    let Some(wanted) = sha256 else { return numbers.min().into_iter().collect() };
    let wanted = wanted.trim().to_ascii_lowercase();
    match named().find(|((_, fingerprint), _)| *fingerprint == wanted) {
        Some((_, number)) => vec![*number],
        None => numbers.collect(),
    }
}

/// The goals of other contracts that a row names.
fn named_by(row: &Row) -> impl Iterator<Item = (&str, &str)> {
    let references = row.links.iter().chain(&row.served_by);
    references.filter_map(|(_, reference)| parts_of_reference(reference))
}

/// Reads a contract and assessments together, and its goals that others name; `None` where the contract is no longer one.
pub fn combine(
    contract: (&str, &[u8]),
    assessments: &[(&str, Vec<u8>)],
    named: &[Box<str>],
) -> Option<Combined> {
    at_once(combine_paced(contract, assessments, (named, Whose::Deciding), &mut no_pause))
}

/// The same in slices; `whose` assessment the row rests on.
pub async fn combine_paced(
    (name, bytes): (&str, &[u8]),
    assessments: &[(&str, Vec<u8>)],
    (named, whose): (&[Box<str>], Whose),
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<Combined> {
    let (file, own) = match read_paced(bytes, pause).await.document? {
        Document::Contract(file) => (file, Vec::new()),
        Document::Case(case) => (case.contract, case.assessments),
        Document::Assessment(_) => return None,
    };
    let mut loose: Vec<Option<(OwnFile, Assessment)>> = Vec::with_capacity(assessments.len());
    for (name, bytes) in assessments {
        let read = match read_paced(bytes, pause).await.document {
            Some(Document::Assessment(read)) => Some(read.assessment),
            _ => None,
        };
        loose.push(match read.filter(|read| belonging(&file, read).is_none()) {
            Some(read) => {
                let sum = file_sum_paced(bytes, pause).await;
                Some((OwnFile { name: (*name).to_owned(), sum }, read))
            }
            None => None,
        });
    }
    let mut beside: Vec<_> = own.iter().map(|own| (None, &own.assessment)).collect();
    beside.extend(loose.iter().flatten().map(|(from, read)| (Some(from), read)));
    let row = Row::new(name, &file, &beside, Some(named), whose);
    Some(Combined { row, belong: loose.iter().map(Option::is_some).collect() })
}
