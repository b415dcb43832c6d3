//! Orientering: the notice to the department about goals that will not be reached, with the cause of each and what
//! is done about it.

use super::Paper;
use super::document::{Block, WrittenPaper};
use super::goals::Scored;
use super::matter::Matter;
use super::self_assessment::{facts, signatures};
use super::words::{full_name, points_of, result, target};
use crate::domain::assessment::Entry;
use crate::domain::contract::Party;
use crate::domain::duty::{Duty, duty};
use crate::i18n::text::{EntryText, ReportText, ResultsText};

/// The paper: the goals that something was written about, and the names of the others that the department has to be
/// told of. Before anything is written it has all of them, with room to write.
pub(super) fn notice(matter: &Matter<'_>) -> WrittenPaper {
    let of = matter.current;
    let mut document = matter.document(Paper::Notice, of);
    // A notice goes to the department, and speaks of goals alone.
    document.confidential = false;
    let (written, others): (Vec<_>, Vec<_>) = matter
        .goals(of)
        .map(|scored| Told {
            scored,
            entry: of.assessment.results.get(&scored.0.id).map(AsRef::as_ref),
            duty: duty(scored.1),
        })
        .filter(|told| told.is_written() || told.duty.is_some())
        .partition(Told::is_written);
    let lead = match (written.is_empty(), others.is_empty()) {
        (true, true) => ReportText::NothingMissed,
        _ => ReportText::NoticeLead,
    };
    document.blocks = vec![Block::Facts(facts(matter, of)), Block::Text(matter.say(lead))];
    let (in_full, named) = if written.is_empty() { (others, written) } else { (written, others) };
    document.blocks.extend(in_full.iter().flat_map(|told| notice_of_goal(matter, told)));
    if !named.is_empty() {
        document.blocks.push(Block::Heading(matter.say(ReportText::AlsoConcerned), None));
        document.blocks.push(Block::List(named.iter().map(|told| full_name(told.scored.0)).collect()));
    }
    document.blocks.push(signatures(matter, &[Party::Director]));
    document
}

/// A goal that the notice speaks of.
struct Told<'a> {
    scored: Scored<'a>,
    entry: Option<&'a Entry>,
    duty: Option<Duty>,
}

impl Told<'_> {
    fn is_written(&self) -> bool {
        self.entry.is_some_and(|entry| !entry.notice.is_empty())
    }
}

/// What is told of one goal.
fn notice_of_goal(matter: &Matter<'_>, told: &Told<'_>) -> Vec<Block> {
    let Told { scored: (goal, outcome), entry, duty } = told;
    let entry = *entry;
    let words = matter.words;
    let notice = entry.map(|entry| &entry.notice);
    let facts = [
        (words.text(ResultsText::Target), Some(target(goal, entry, words))),
        (words.text(EntryText::Result), Some(result(goal, entry, outcome, words))),
        (words.text(ReportText::StatusColumn), Some(words.outcome_status(outcome).to_owned())),
        (words.text(ReportText::Points), Some(points_of(outcome, words)).filter(|text| !text.is_empty())),
        (words.text(ReportText::WhyTold), duty.as_ref().map(|duty| words.duty_reason(duty.reason))),
        (words.text(ReportText::Informed), notice.and_then(|notice| notice.on).map(|date| matter.day(date))),
    ];
    let facts = facts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?)));
    let cause = notice.and_then(|notice| notice.cause.clone());
    let measures = notice.and_then(|notice| notice.measures.clone());
    let mut blocks = vec![Block::Heading(full_name(goal), None), Block::Facts(facts.collect())];
    for (name, text) in [(ReportText::Cause, cause), (ReportText::Measures, measures)] {
        let name = matter.say(name);
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => blocks.push(Block::Facts(vec![(name, text)])),
            None => blocks.push(Block::Room(name)),
        }
    }
    blocks
}
