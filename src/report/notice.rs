//! Orientering: the notice to the department about goals that will not be reached, with the cause of each and what
//! is done about it.

use super::Paper;
use super::document::{Block, Document};
use super::goals::Scored;
use super::matter::Matter;
use super::self_assessment::{facts, signatures};
use super::words::{full_name, points_of, result, target};
use crate::domain::assessment::Entry;
use crate::domain::duty::{Duty, duty};
use crate::i18n::status::outcome_status_text;
use crate::i18n::text::report::reason;
use crate::i18n::text::{EntryText, ReportText, ResultsText};

/// The paper: the goals that something was written about, and those that the department has to be told of anyway,
/// with room to write.
pub(super) fn notice(matter: &Matter<'_>) -> Document {
    let of = matter.current;
    let mut document = matter.document(Paper::Notice, of);
    // A notice goes to the department, and speaks of goals alone.
    document.confidential = false;
    document.blocks = vec![Block::Facts(facts(matter, of))];
    let told: Vec<_> = matter
        .goals(of)
        .filter_map(|(goal, outcome)| {
            let entry = of.assessment.results.get(&goal.id).map(AsRef::as_ref);
            let duty = duty(outcome);
            let is_written = entry.is_some_and(|entry| !entry.notice.is_empty());
            (duty.is_some() || is_written).then(|| about(matter, (goal, outcome), entry, duty.as_ref()))
        })
        .collect();
    let lead = if told.is_empty() { ReportText::NothingMissed } else { ReportText::NoticeLead };
    document.blocks.push(Block::Text(matter.say(lead)));
    document.blocks.extend(told.into_iter().flatten());
    document.blocks.push(signatures(matter, &[ReportText::Director]));
    document
}

/// What is told of one goal.
fn about(
    matter: &Matter<'_>,
    (goal, outcome): Scored<'_>,
    entry: Option<&Entry>,
    duty: Option<&Duty>,
) -> Vec<Block> {
    let lang = matter.lang;
    let notice = entry.map(|entry| &entry.notice);
    let facts = [
        (ResultsText::Target.text(lang), Some(target(goal, entry, lang))),
        (EntryText::Result.text(lang), Some(result(goal, entry, outcome, lang))),
        (ReportText::StatusColumn.text(lang), Some(outcome_status_text(outcome, lang).to_owned())),
        (ReportText::Points.text(lang), Some(points_of(outcome, lang)).filter(|text| !text.is_empty())),
        (ReportText::WhyTold.text(lang), duty.map(|duty| reason(duty.reason, lang))),
        (ReportText::Informed.text(lang), notice.and_then(|notice| notice.on).map(|date| matter.day(date))),
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
