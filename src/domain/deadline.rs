//! Days by which something has to be done: targets with a date, and reports that are due.

use super::assessment::{Assessment, Entry};
use super::contract::{Contract, Goal, Part, Report, Target};
use super::counting::counting_target;
use super::date::Date;
use super::reported::Reported;
use crate::small::sort_by_key;

/// A day by which something has to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Deadline<'a> {
    /// The last day.
    pub on: Date,
    /// What has to be done by then.
    pub due: Due<'a>,
    /// Whether the assessment says that it is done.
    pub is_done: bool,
}

/// What is due on a day.
#[derive(Clone, Debug, PartialEq)]
pub enum Due<'a> {
    /// A goal or an individual area; the path leads to the part with the date, and is empty for the whole.
    Goal(&'a Goal, Vec<&'a Part>),
    /// A status, a report or a notice.
    Report(&'a Report),
}

/// Lists all deadlines, the earliest first. An addendum that counts is followed; a goal that lapsed has none.
pub fn deadlines<'a>(contract: &'a Contract, assessment: &'a Assessment) -> Vec<Deadline<'a>> {
    let goals = contract.goals.iter().map(|goal| (goal, assessment.results.get(&goal.id)));
    let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
    let areas = areas.map(|area| (area, assessment.individual.areas.get(&area.id)));
    let mut found = Vec::new();
    for (goal, entry) in goals.chain(areas) {
        let entry: Option<&Entry> = entry.map(AsRef::as_ref);
        if !entry.is_some_and(Entry::has_lapsed) {
            let mut search = Search { goal, path: Vec::new(), as_of: assessment.as_of, found: &mut found };
            search.add(counting_target(goal, entry), entry.map(|entry| &entry.reported));
        }
    }
    let due =
        |report: &'a Report| Some(Deadline { on: report.date?, due: Due::Report(report), is_done: false });
    found.extend(contract.reporting.iter().filter_map(due));
    sort_by_key(&mut found, |deadline| deadline.on);
    found
}

/// Looks for the dates of one goal, part by part.
struct Search<'a, 'f> {
    goal: &'a Goal,
    path: Vec<&'a Part>,
    as_of: Option<Date>,
    found: &'f mut Vec<Deadline<'a>>,
}

impl<'a> Search<'a, '_> {
    fn add(&mut self, target: &'a Target, reported: Option<&Reported>) {
        if let Target::By(on) = target {
            let is_done = reported.is_some_and(|reported| self.is_done(reported));
            self.found.push(Deadline { on: *on, due: Due::Goal(self.goal, self.path.clone()), is_done });
        }
        for part in target.parts().unwrap_or_default() {
            self.path.push(part);
            self.add(&part.target, reported.and_then(|reported| reported.parts.get(&part.id)));
            self.path.pop();
        }
    }

    /// A day after the one that the assessment describes is a forecast.
    fn is_done(&self, reported: &Reported) -> bool {
        let is_past = |day: Date| self.as_of.is_none_or(|as_of| day <= as_of);
        reported.date.is_some_and(is_past) || reported.done == Some(true)
    }
}
