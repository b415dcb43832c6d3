//! Goals that serve a goal as tables of words: page, paper and terminal show the same.

use std::collections::BTreeSet;

use super::Portfolio;
use super::level_goal::LevelGoal;
use super::levels::{Combined, Contributor, GoalPlace, Level, Offer, Stands, WhyOpen, goal_at};
use crate::domain::contract::Rollup;
use crate::domain::evaluation::GoalStatus;
use crate::i18n::Words;
use crate::i18n::short::shortened;
use crate::i18n::text::LevelText;

/// How many rows a table has; of more the first, and how many there are beside.
const MOST: usize = 200;
/// How long the source of a figure may be.
const SOURCE: usize = 5_000;
/// What stands where nothing was entered.
const NOTHING: &str = "–";

/// A goal that others serve, those that serve it, and those that serve them.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelTable {
    /// The goal that is served, with the contract in front of it.
    pub name: String,
    /// What has to hold for it, and what fixed that.
    pub requirement: String,
    /// What was reached.
    pub result: String,
    /// Where it stands.
    pub status: GoalStatus,
    /// The goals that serve it, each before those that serve it in turn.
    pub rows: Vec<LevelRow>,
    /// How many rows are left out.
    pub left: usize,
    /// What the contributions come to, for this goal and for every one in the rows that is served.
    pub notes: Vec<LevelNote>,
}

/// A goal that serves another one, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelRow {
    /// On which level it stands below the highest; 1 at least.
    pub depth: usize,
    /// The goal, with the contract in front of it.
    pub name: String,
    /// The same in short: the contract and the goal's label.
    pub label: String,
    /// What has to hold.
    pub requirement: String,
    /// What was reached.
    pub result: String,
    /// Where it stands; none where its contract is in no file.
    pub status: Option<GoalStatus>,
    /// How it stands to the goal that it serves.
    pub stands: String,
    /// Whether something does not fit together.
    pub is_doubtful: bool,
}

/// What contributions come to.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelNote {
    /// The level's place among the portfolio's.
    pub level: usize,
    /// The goal, where it is not the table's own.
    pub about: Option<String>,
    /// How many contributions are met.
    pub met: String,
    /// How figures combine, or why they do not; none where the goal does not ask for that.
    pub combined: Option<String>,
    /// What a person may take over.
    pub offer: Option<Offer>,
}

/// A table for each goal that is served and serves nobody.
pub fn level_tables(portfolio: &Portfolio, words: Words) -> Vec<LevelTable> {
    let levels = portfolio.levels.iter().enumerate().filter(|(_, level)| level.is_highest);
    levels.filter_map(|(place, _)| Writer { portfolio, words }.table(place)).collect()
}

/// Where a figure comes from that a person takes over: the calculation, and each contribution that was counted.
pub fn taken_from(portfolio: &Portfolio, level: &Level, words: Words) -> String {
    let writer = Writer { portfolio, words };
    let counted = level.contributions.iter().filter(|one| one.is_combined && one.stands != Stands::Lapsed);
    let counted: Vec<String> = counted
        .filter_map(|one| {
            let goal = goal_at(&portfolio.rows, one.goal)?;
            let status = words.goal_status(goal.status);
            let said = goal.figure.map_or_else(|| status.to_owned(), |figure| words.number(figure));
            Some(format!("{}: {said}", writer.name(one.goal)))
        })
        .collect();
    let goal = goal_at(&portfolio.rows, level.goal);
    let combined = level.combined.as_ref().and_then(|combined| combined.as_ref().ok());
    let step = goal.zip(combined).map(|(goal, combined)| writer.calculation(goal, combined));
    let taken = words.taken_from(&step.unwrap_or_default(), &counted);
    let only = portfolio.whose().only().map(|only| format!(" {}.", words.text(only)));
    shortened(&format!("{taken}{}", only.unwrap_or_default()), SOURCE)
}

/// Writes tables of a portfolio.
#[derive(Clone, Copy)]
pub(super) struct Writer<'p> {
    pub(super) portfolio: &'p Portfolio,
    pub(super) words: Words,
}

impl Writer<'_> {
    fn table(self, top: usize) -> Option<LevelTable> {
        let goal = self.portfolio.levels.get(top)?.goal;
        let level = goal_at(&self.portfolio.rows, goal)?;
        let mut table = LevelTable {
            name: self.name(goal),
            requirement: self.requirement(level),
            result: self.result(level),
            status: level.status,
            rows: Vec::new(),
            left: 0,
            notes: vec![self.note(top, None)?],
        };
        let mut seen = BTreeSet::from([top]);
        // Each level on the way here, with how many of its contributions were written.
        let mut way = vec![(top, 0)];
        while let Some((place, written)) = way.last_mut() {
            let (place, next) = (*place, *written);
            *written += 1;
            let Some(level) = self.portfolio.levels.get(place) else { break };
            let depth = way.len();
            let Some(contributor) = level.contributions.get(next) else {
                let missing = level.missing.iter().map(|reference| self.missing(reference, depth));
                for row in missing {
                    table.push(|| row);
                }
                way.pop();
                continue;
            };
            let is_written = table.push(|| self.row(level, contributor, depth));
            if let Some(below) = contributor.level.filter(|below| seen.insert(*below)) {
                // What is not among the rows is not explained either.
                if is_written {
                    table.notes.extend(self.note(below, Some(self.name(contributor.goal))));
                }
                way.push((below, 0));
            }
        }
        Some(table)
    }

    fn row(self, upper: &Level, contributor: &Contributor, depth: usize) -> LevelRow {
        let level = goal_at(&self.portfolio.rows, contributor.goal);
        let text =
            |of: fn(Self, &LevelGoal) -> String| level.map(|level| of(self, level)).unwrap_or_default();
        LevelRow {
            depth,
            name: self.name(contributor.goal),
            label: self.goal_of(contributor.goal, |level| &level.label),
            requirement: text(Self::requirement),
            result: text(Self::result),
            status: level.map(|level| level.status),
            stands: self.stands(upper, contributor.stands),
            is_doubtful: matches!(
                contributor.stands,
                Stands::AsksOtherwise | Stands::OtherTime | Stands::InCircle
            ),
        }
    }

    fn missing(self, reference: &str, depth: usize) -> LevelRow {
        LevelRow {
            depth,
            name: reference.to_owned(),
            label: reference.to_owned(),
            requirement: NOTHING.to_owned(),
            result: self.words.text(LevelText::NoFile).to_owned(),
            status: None,
            stands: String::new(),
            is_doubtful: false,
        }
    }

    fn name(self, place: GoalPlace) -> String {
        self.goal_of(place, |level| &level.name)
    }

    /// `Arbejdsmarkedsstyrelsen · Mål 1`: the contract, and what the goal is called.
    fn goal_of(self, place: GoalPlace, called: fn(&LevelGoal) -> &str) -> String {
        let row = self.portfolio.rows.get(place.row);
        let row = row.map(|row| row.full_name()).unwrap_or_default();
        format!("{row} · {}", goal_at(&self.portfolio.rows, place).map_or("", called))
    }

    fn requirement(self, level: &LevelGoal) -> String {
        level.requirement(self.words).to_owned()
    }

    fn result(self, level: &LevelGoal) -> String {
        let reached = level.result(self.words);
        if reached.is_empty() { NOTHING.to_owned() } else { reached.to_owned() }
    }

    fn stands(self, upper: &Level, stands: Stands) -> String {
        let text = match stands {
            Stands::Counted => LevelText::Counted,
            Stands::Beside => LevelText::Beside,
            Stands::OtherTime => LevelText::OtherTime,
            Stands::OtherUnit => LevelText::OtherUnit,
            Stands::NoFigure => LevelText::NoFigure,
            Stands::NoWeight => LevelText::NoWeight,
            Stands::Lapsed => LevelText::Lapsed,
            Stands::NotTakenOver => LevelText::NotTakenOver,
            Stands::InCircle => LevelText::InCircle,
            Stands::AsksOtherwise => {
                let served = goal_at(&self.portfolio.rows, upper.goal);
                return self
                    .words
                    .asks_otherwise(&served.map(|level| self.requirement(level)).unwrap_or_default());
            }
        };
        self.words.text(text).to_owned()
    }

    fn note(self, place: usize, about: Option<String>) -> Option<LevelNote> {
        let level = self.portfolio.levels.get(place)?;
        let rows = &self.portfolio.rows;
        let (met, known) = (level.met(rows), level.contributions.len());
        Some(LevelNote {
            level: place,
            about,
            met: self.words.contributions_met(met, known, level.missing_contracts()),
            combined: level.combined.as_ref().map(|combined| self.combined(level, combined)),
            offer: level.offer(rows),
        })
    }

    /// `Sum: 11.340 + 5.480 + 9.480 = 26.300 ledige. Det er målets resultat.`
    fn combined(self, level: &Level, combined: &Result<Combined, WhyOpen>) -> String {
        let words = self.words;
        let combined = match combined {
            Ok(combined) => combined,
            Err(WhyOpen::Figures(why)) => return words.not_combined(*why),
            Err(WhyOpen::OtherUnit(count)) => return words.of_other_unit(*count),
            Err(WhyOpen::OtherTime(count)) => return words.of_other_time(*count),
            Err(WhyOpen::DoesNotFit) => return words.text(LevelText::DoesNotFit).to_owned(),
        };
        let Some(goal) = goal_at(&self.portfolio.rows, level.goal) else { return String::new() };
        let mut said = vec![format!("{}.", self.calculation(goal, combined))];
        said.extend(combined.is_provisional.then(|| words.text(LevelText::IsProvisional).to_owned()));
        said.extend(self.beside_result(goal, combined));
        said.join(" ")
    }

    /// `Sum: 11.340 + 5.480 + 9.480 = 26.300 ledige`.
    pub(super) fn calculation(self, goal: &LevelGoal, combined: &Combined) -> String {
        let words = self.words;
        let way = match goal.rollup {
            Some(Rollup::Mean) => LevelText::Mean,
            Some(Rollup::WeightedMean) => LevelText::WeightedMean,
            Some(Rollup::MetShare) => LevelText::MetShare,
            Some(Rollup::AllMet) => LevelText::AllMet,
            Some(Rollup::Sum) | None => LevelText::Sum,
        };
        let unit = goal.unit.as_deref().filter(|_| combined.step.figure().is_some());
        let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        format!("{}: {}{unit}", words.text(way), words.rollup_step(&combined.step))
    }

    /// Whether the goal's own result is what came out.
    fn beside_result(self, goal: &LevelGoal, combined: &Combined) -> Option<String> {
        let words = self.words;
        if !combined.step.is_settled() {
            return None;
        }
        let is_same = match combined.step.figure() {
            Some(figure) => goal.figure? == figure.min,
            None => goal.done? == combined.step.all_met()?,
        };
        Some(if is_same {
            words.text(LevelText::SameAsResult).to_owned()
        } else {
            words.result_differs(&self.result(goal))
        })
    }
}

impl LevelNote {
    /// `Region Nord · Mål 1: 1 af 2 kendte bidrag opfyldt. Sum: 1 + 2 = 3 ledige.`
    pub fn text(&self) -> String {
        let about = self.about.as_ref().map(|about| format!("{about}: ")).unwrap_or_default();
        let combined = self.combined.as_ref().map(|text| format!(" {text}")).unwrap_or_default();
        format!("{about}{}.{combined}", self.met)
    }
}

impl LevelTable {
    /// Adds a row, or counts it where there are many. Says whether it was added.
    fn push(&mut self, row: impl FnOnce() -> LevelRow) -> bool {
        let has_room = self.rows.len() < MOST;
        if has_room {
            self.rows.push(row());
        } else {
            self.left += 1;
        }
        has_room
    }
}
