//! What of a folder belongs together: copies of one contract, and assessments in files of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::Portfolio;
use super::across::across;
use super::left_out::{Copied, LeftOut, WhyLeftOut};
use super::levels::levels;
use super::look::{Found, Holds, Looked};
use super::row::{Row, mark_namesakes, mark_old};
use crate::domain::assessment::Assessment;
use crate::domain::contract::parts_of_reference;
use crate::format::{Document, belonging, read_paced};
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
        let mut by_contract: BTreeMap<(&str, &str), usize> = BTreeMap::new();
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
            for group in candidates(&looked, &groups, contract, sha256.as_deref()) {
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
        let mut used = vec![false; self.looked.len()];
        let mut combined: BTreeMap<usize, Row> = BTreeMap::new();
        for (job, result) in done {
            let Some(result) = result else { continue };
            for (place, _) in job.assessments.iter().zip(&result.belong).filter(|(_, belongs)| **belongs) {
                if let Some(used) = used.get_mut(*place) {
                    *used = true;
                }
            }
            combined.insert(job.contract, result.row);
        }
        let mut portfolio = Portfolio { files: self.looked.len(), ..Portfolio::default() };
        let winners = self.winners();
        for (place, file) in self.looked.iter().enumerate() {
            let is_used = used.get(place).copied().unwrap_or_default();
            match &file.holds {
                Holds::Contract(found) => match winners.get(&place) {
                    Some(best) if *best != place => {
                        let of = self.name(*best).to_owned();
                        let how = self.copied(found, *best);
                        portfolio.leave(&file.name, WhyLeftOut::Copy { of, how });
                    }
                    _ => portfolio.rows.push(combined.remove(&place).unwrap_or_else(|| found.row.clone())),
                },
                Holds::Assessment { contract, .. } if !is_used => {
                    portfolio.leave(&file.name, self.why_not_taken(contract));
                }
                Holds::Assessment { .. } => {}
                Holds::Nothing(why) => portfolio.leave(&file.name, why.clone()),
            }
        }
        mark_old(&mut portfolio.rows);
        mark_namesakes(&mut portfolio.rows);
        portfolio.levels = levels(&portfolio.rows);
        portfolio.across = across(&portfolio.rows, &portfolio.levels);
        portfolio
    }

    /// For each file with a contract the one that is used.
    fn winners(&self) -> BTreeMap<usize, usize> {
        let mut winners = BTreeMap::new();
        for group in &self.groups {
            winners.extend(group.files.iter().map(|file| (*file, group.best)));
        }
        winners
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

    /// Why an assessment belongs to no contract of the folder.
    fn why_not_taken(&self, id: &str) -> WhyLeftOut {
        let named = self.groups.iter().find(|group| {
            let holds = self.looked.get(group.best).map(|file| &file.holds);
            matches!(holds, Some(Holds::Contract(found)) if found.row.id == *id)
        });
        match named {
            Some(group) => WhyLeftOut::OtherEdition { of: self.name(group.best).to_owned() },
            None => WhyLeftOut::NoContract { id: id.to_owned() },
        }
    }
}

impl Portfolio {
    fn leave(&mut self, file: &str, why: WhyLeftOut) {
        self.left_out.push(LeftOut { file: file.to_owned(), why });
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
fn candidates(looked: &[Looked], groups: &[Group], id: &str, sha256: Option<&str>) -> Vec<usize> {
    let fingerprints = groups.iter().enumerate().filter_map(|(number, group)| {
        let Some(Holds::Contract(found)) = looked.get(group.best).map(|file| &file.holds) else {
            return None;
        };
        (found.row.id == id).then_some((number, found.row.fingerprint.as_str()))
    });
    let named: Vec<(usize, &str)> = fingerprints.collect();
    let exact = sha256.and_then(|wanted| {
        named.iter().find(|(_, fingerprint)| fingerprint.eq_ignore_ascii_case(wanted.trim()))
    });
    match (exact, sha256) {
        (Some((number, _)), _) => vec![*number],
        (None, Some(_)) => named.iter().map(|(number, _)| *number).collect(),
        (None, None) => named.first().map(|(number, _)| *number).into_iter().collect(),
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
    at_once(combine_paced(contract, assessments, named, &mut no_pause))
}

/// The same in slices.
pub async fn combine_paced(
    (name, bytes): (&str, &[u8]),
    assessments: &[(&str, Vec<u8>)],
    named: &[Box<str>],
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<Combined> {
    let (file, own) = match read_paced(bytes, pause).await.document? {
        Document::Contract(file) => (file, Vec::new()),
        Document::Case(case) => (case.contract, case.assessments),
        Document::Assessment(_) => return None,
    };
    let mut loose: Vec<Option<Assessment>> = Vec::with_capacity(assessments.len());
    for (_, bytes) in assessments {
        let read = match read_paced(bytes, pause).await.document {
            Some(Document::Assessment(read)) => Some(read.assessment),
            _ => None,
        };
        loose.push(read.filter(|read| belonging(&file, read).is_none()));
    }
    let from = assessments.iter().map(|(name, _)| *name);
    let mut beside: Vec<_> = own.iter().map(|own| (None, &own.assessment)).collect();
    beside.extend(from.zip(&loose).filter_map(|(name, read)| Some((Some(name), read.as_ref()?))));
    let row = Row::new(name, &file, &beside, Some(named));
    Some(Combined { row, belong: loose.iter().map(Option::is_some).collect() })
}
