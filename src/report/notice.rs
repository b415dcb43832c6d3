//! Orientering: the notice to the department about goals that will not be reached, with the cause of each and what
//! is done about it.

use super::Paper;
use super::document::{Block, Document};
use super::matter::{Assessed, Matter};
use super::self_assessment::{facts, signatures};
use super::words::{full_name, points_of, result, target};
use crate::domain::contract::Goal;
use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::i18n::status::outcome_status_text;
use crate::i18n::text::{EntryText, ReportText, ResultsText};

/// The paper. Goals that are not met or overdue are in it even before anything was written about them, with room
/// to write.
pub(super) fn notice(matter: &Matter<'_>) -> Document {
    let of = matter.current;
    let mut document = matter.document(Paper::Notice, of);
    // A notice goes to the department, and speaks of goals alone.
    document.confidential = false;
    document.blocks = vec![Block::Facts(facts(matter, of)), Block::Text(matter.say(ReportText::NoticeLead))];
    let missed: Vec<_> = matter.goals(of).filter(|(_, outcome)| is_missed(outcome)).collect();
    if missed.is_empty() {
        document.blocks.push(Block::Text(matter.say(ReportText::NothingMissed)));
    }
    for (goal, outcome) in missed {
        document.blocks.extend(about(matter, of, goal, outcome));
    }
    document.blocks.push(signatures(matter, &[ReportText::Director]));
    document
}

fn is_missed(outcome: &GoalOutcome) -> bool {
    outcome.overdue.is_some() || matches!(outcome.status, GoalStatus::NotMet | GoalStatus::PartlyMet)
}

fn about(matter: &Matter<'_>, of: Assessed<'_>, goal: &Goal, outcome: &GoalOutcome) -> Vec<Block> {
    let lang = matter.lang;
    let entry = of.assessment.results.get(&goal.id).map(AsRef::as_ref);
    let facts = [
        (ResultsText::Target.text(lang), target(goal, entry, lang)),
        (EntryText::Result.text(lang), result(goal, entry, outcome, lang)),
        (ReportText::StatusColumn.text(lang), outcome_status_text(outcome, lang).to_owned()),
        (ReportText::Points.text(lang), points_of(outcome, lang)),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    vec![
        Block::Heading(full_name(goal), None),
        Block::Facts(facts.map(|(name, text)| (name.to_owned(), text)).collect()),
        Block::Room(matter.say(ReportText::Cause)),
        Block::Room(matter.say(ReportText::Measures)),
    ]
}
