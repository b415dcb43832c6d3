//! What several tables propose together: goals under their groups, and risks.

use std::collections::BTreeMap;

use super::cells::{decimals_of, fitting, plain};
use super::{Asked, PastedTable, Place, ProposedGoal, ProposedRisk, Question, Unused, UnusedRow};
use crate::domain::contract::{Contract, Goal, GoalId, GroupId, RiskEntry, Weight};
use crate::domain::number::{Decimal, sum};
use crate::format::{ContractChange, MAX_TEXT, MAX_TITLE, NewContract, group_text, new_goal_text, risk_text};
use crate::i18n::number::parse_number_by;
use crate::i18n::{Lang, Words};
use crate::small::small_letter;

/// What was pasted comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposals {
    /// The goals in the order of the tables.
    pub goals: Vec<ProposedGoal>,
    /// The headings that they stand under.
    pub groups: Vec<(GroupId, String)>,
    /// The risks in the order of the tables.
    pub risks: Vec<ProposedRisk>,
    /// The rows that propose nothing.
    pub unused: Vec<UnusedRow>,
    /// The year of the requirements, where a heading says it.
    pub year: Option<i32>,
    /// The language of the tables.
    pub lang: Lang,
    /// The sum of the weights, where a row states it.
    pub total: Option<Decimal>,
}

/// Reads the tables. `lang` says what the marks of numbers mean where a table does not show it, and `year` what a
/// day without a year belongs to.
pub fn propose(tables: &[PastedTable], lang: Lang, year: Option<i32>) -> Proposals {
    let year_of_headings = tables.iter().find_map(|table| table.year);
    let shown = tables.iter().find_map(PastedTable::shown_lang);
    let mut proposals =
        Proposals { year: year_of_headings, lang: shown.unwrap_or(lang), ..Proposals::default() };
    let mut names = Names::default();
    for (place, table) in tables.iter().enumerate() {
        let lang = table.shown_lang().unwrap_or(proposals.lang);
        if table.has_risks() {
            let (risks, unused) = super::risks::risks(table, place);
            proposals.risks.extend(risks);
            proposals.unused.extend(unused);
        } else if table.has_goals() {
            let year = table.year.or(year_of_headings).or(year);
            proposals.add_goals(table, place, lang, year, &mut names);
        } else {
            proposals.unused.extend(
                table.body().filter(|row| table.says_something(*row)).map(|row| UnusedRow {
                    table: place,
                    row,
                    words: table.words(row),
                    why: Unused::NoColumns,
                }),
            );
        }
    }
    proposals.ask_for_points();
    proposals
}

impl Proposals {
    fn add_goals(
        &mut self,
        table: &PastedTable,
        place: usize,
        lang: Lang,
        year: Option<i32>,
        names: &mut Names,
    ) {
        let (goals, unused) = super::rows::goals(table, place);
        let is_in_percent = table.has_weights_in_percent();
        let source = table.caption().0.map(|source| fitting(source, MAX_TITLE));
        for rows in &goals {
            let at = Place { table: place, row: rows.row };
            let mut proposed = super::goal::proposed(rows, at, lang, year, is_in_percent);
            let called = proposed.goal.label.as_deref().unwrap_or(&proposed.goal.title);
            proposed.goal.id = names.unique(called, "goal").as_str().into();
            proposed.goal.source.clone_from(&source);
            proposed.goal.group = rows.group.as_deref().map(|title| self.group(title, names));
            self.goals.push(proposed);
        }
        for row in unused {
            if let Unused::Sum { stated } = &row.why {
                self.total = parse_number_by(stated.trim(), Some(lang), None).ok().or(self.total);
            }
            self.unused.push(row);
        }
    }

    /// Weights in percent are points where every weight is one and all are 100 together. Otherwise they are asked about.
    fn ask_for_points(&mut self) {
        let mut weighing = self.goals.iter().filter(|goal| goal.goal.weight.is_some());
        let are_all = weighing.all(|goal| goal.percent.is_some());
        let total = self.total.or_else(|| Self::weights(self.goals.iter().map(|goal| &goal.goal)));
        if !are_all || total != Some(Decimal::ONE_HUNDRED) {
            self.goals.iter_mut().for_each(ProposedGoal::ask_for_points);
        }
    }

    /// The group with this title, a new one where there is none yet.
    fn group(&mut self, title: &str, names: &mut Names) -> GroupId {
        let title = fitting(title.to_owned(), MAX_TITLE);
        if let Some((id, _)) = self.groups.iter().rev().find(|(_, known)| *known == title) {
            return id.clone();
        }
        let id = GroupId::from(names.unique(&title, "group").as_str());
        self.groups.push((id.clone(), title));
        id
    }

    /// How many goals are clear, and how many have something open.
    pub fn counts(&self) -> (usize, usize) {
        let clear = self.goals.iter().filter(|goal| goal.is_clear()).count();
        (clear, self.goals.len() - clear)
    }

    /// The sum of all weights at full fulfilment; `None` where no goal has one.
    pub fn weights<'g>(goals: impl Iterator<Item = &'g Goal>) -> Option<Decimal> {
        let mut weights = goals.filter_map(|goal| goal.weight).map(|weight| weight.max().0).peekable();
        weights.peek()?;
        weights.try_fold(Decimal::ZERO, sum).ok()
    }

    /// A goal as it is taken over: what is left open stands in its note.
    pub fn settled(goal: &ProposedGoal, words: Words) -> Goal {
        let open = goal.questions.iter().filter(|one| one.is_open());
        let notes: Vec<String> =
            open.map(|one| words.left_open(one.asked.text(), &plain(&one.words))).collect();
        let note = (!notes.is_empty()).then(|| notes.join(" "));
        Goal { note, ..goal.goal.clone() }
    }

    /// The risks with the goals that they belong to, among those that are taken over.
    pub fn settled_risks(&self, goals: &[Goal]) -> Vec<RiskEntry> {
        let small = |text: &str| plain(text).chars().map(small_letter).collect::<String>();
        let mut by_label: BTreeMap<String, &GoalId> = BTreeMap::new();
        for goal in goals {
            if let Some(label) = &goal.label {
                by_label.entry(small(label)).or_insert(&goal.id);
            }
        }
        let risk = |risk: &ProposedRisk| {
            let named = risk.goal.as_deref().map(small);
            let goal = named.as_ref().and_then(|named| by_label.get(named).map(|id| (*id).clone()));
            let title = match (&goal, &risk.goal) {
                (None, Some(named)) => format!("{named}: {}", risk.title),
                _ => risk.title.clone(),
            };
            RiskEntry {
                goal,
                title: fitting(title, MAX_TITLE),
                materiality: risk.materiality,
                vulnerability: risk.vulnerability,
                priority: risk.priority,
                action: risk.action.clone().map(|action| fitting(action, MAX_TEXT)),
                is_reviewed: true,
                source: None,
            }
        };
        self.risks.iter().map(risk).collect()
    }

    /// A contract of the goals that are not left out, and of the risks. A contract of no year is for this one.
    pub fn contract(&self, is_left_out: impl Fn(usize) -> bool, words: Words, year: i32) -> String {
        let taken = self.goals.iter().enumerate().filter(|(place, _)| !is_left_out(*place));
        let goals: Vec<Goal> = taken.map(|(_, goal)| Self::settled(goal, words)).collect();
        let is_used = |(id, _): &&(GroupId, String)| goals.iter().any(|goal| goal.group.as_ref() == Some(id));
        let groups: Vec<(GroupId, String)> = self.groups.iter().filter(is_used).cloned().collect();
        let risks = self.settled_risks(&goals);
        let is_whole = goals.len() == self.goals.len();
        let (lang, year, total) = (self.lang, self.year.unwrap_or(year), self.total.filter(|_| is_whole));
        NewContract { lang, year, groups: &groups, goals: &goals, risks: &risks, total }.text()
    }

    /// What adds the goals that are not left out, and the risks, to a contract: behind its own, under its own headings
    /// where they have the same title.
    pub fn added_to(
        &self,
        contract: &Contract,
        is_left_out: impl Fn(usize) -> bool,
        words: Words,
    ) -> Vec<ContractChange> {
        let mut names = Names::default();
        names.take(contract.line_ids());
        names.take(contract.groups.iter().map(|group| group.id.as_str()));
        let taken = self.goals.iter().enumerate().filter(|(place, _)| !is_left_out(*place));
        let is_of_hundred = contract.points.is_some_and(|points| points.total.0 == Decimal::ONE_HUNDRED);
        let goal = |goal: &ProposedGoal| {
            let mut goal = goal.clone();
            if !is_of_hundred {
                goal.ask_for_points();
            }
            Self::settled(&goal, words)
        };
        let mut goals: Vec<Goal> = taken.map(|(_, one)| goal(one)).collect();
        for goal in &mut goals {
            set_aside_fine_weight(goal, contract.decimals(), words);
        }
        let (mut groups, mut own) = (Vec::new(), BTreeMap::new());
        for (id, title) in &self.groups {
            if !goals.iter().any(|goal| goal.group.as_ref() == Some(id)) {
                continue;
            }
            let known =
                contract.groups.iter().find(|group| group.title == *title).map(|group| group.id.clone());
            let group = known.unwrap_or_else(|| {
                let new = GroupId::from(names.unique(id.as_str(), "group").as_str());
                groups.push(group_text(&(new.clone(), title.clone())));
                new
            });
            own.insert(id.clone(), group);
        }
        for goal in &mut goals {
            goal.id = names.unique(goal.id.as_str(), "goal").as_str().into();
            goal.group = goal.group.as_ref().and_then(|id| own.get(id).cloned());
        }
        let risks: Vec<String> = if self.risks.is_empty() {
            Vec::new()
        } else {
            let others = contract.goals.iter().map(|goal| (**goal).clone());
            let all: Vec<Goal> = goals.iter().cloned().chain(others).collect();
            self.settled_risks(&all).iter().map(risk_text).collect()
        };
        let goals: Vec<String> = goals.iter().map(new_goal_text).collect();
        let lists = [("/groups", groups), ("/goals", goals), ("/risk/entries", risks)];
        let filled = lists.into_iter().filter(|(_, values)| !values.is_empty());
        filled
            .map(|(list, values)| ContractChange::Append { list: list.into(), values: values.into() })
            .collect()
    }

    /// The goal's question about its requirement.
    pub fn requirement_question(goal: &ProposedGoal) -> Option<&Question> {
        goal.questions.iter().find(|one| matches!(one.asked, Asked::Requirement(_)))
    }
}

/// Leaves a weight to a person that has more decimals than the points of a contract; it stands in the note.
fn set_aside_fine_weight(goal: &mut Goal, decimals: u32, words: Words) {
    let is_fine = |weight: &Weight| decimals_of(*weight) > decimals;
    let Some(weight) = goal.weight.take_if(|weight| is_fine(weight)) else { return };
    let text = match weight {
        Weight::Fixed(points) => words.number(points.0),
        Weight::Range { min, max } => format!("{}–{}", words.number(min.0), words.number(max.0)),
    };
    let said = words.left_open(Asked::Weight.text(), &text);
    goal.note = Some(goal.note.take().map_or_else(|| said.clone(), |note| format!("{note} {said}")));
}

/// An identifier that is made of a name ends with the first letter beyond so many signs.
const LONGEST: usize = 40;

/// Identifiers that were given, each once.
#[derive(Debug, Default)]
struct Names(BTreeMap<String, usize>);

impl Names {
    /// Notes identifiers that are taken.
    fn take<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        self.0.extend(ids.map(|id| (id.to_owned(), 1)));
    }

    /// An identifier made of a name: `Mål 2` is `maal-2`. Where it was given, a number follows.
    fn unique(&mut self, name: &str, otherwise: &str) -> String {
        let plain = identifier(name);
        let id = if plain.is_empty() { otherwise } else { &plain };
        let mut count = self.0.get(id).map_or(1, |given| given + 1);
        let mut unique = if count == 1 { id.to_owned() } else { format!("{id}-{count}") };
        while self.0.contains_key(&unique) {
            count += 1;
            unique = format!("{id}-{count}");
        }
        self.0.insert(unique.clone(), 1);
        self.0.insert(id.to_owned(), count);
        unique
    }
}

/// A name as an identifier, the rest of a long one left out; empty where it has no letter and no digit.
fn identifier(name: &str) -> String {
    let mut id = String::new();
    for sign in name.chars().map(small_letter) {
        match sign {
            'å' => id.push_str("aa"),
            'æ' => id.push_str("ae"),
            'ø' => id.push_str("oe"),
            _ if sign.is_ascii_alphanumeric() => id.push(sign),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
        if id.len() > LONGEST {
            break;
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn given(names: &[&str]) -> Vec<String> {
        let mut given = Names::default();
        names.iter().map(|name| given.unique(name, "goal")).collect()
    }

    #[test]
    fn each_identifier_is_given_once() {
        assert_eq!(
            given(&["Mål 2", "mål 2", "§", "…", "Mål 2"]),
            ["maal-2", "maal-2-2", "goal", "goal-2", "maal-2-3"]
        );
        assert_eq!(given(&["Mål", "Mål 2", "Mål", "Mål 2"]), ["maal", "maal-2", "maal-3", "maal-2-2"]);
    }

    #[test]
    fn long_names_that_begin_alike_are_told_apart() {
        let long = "Andelen af forløb med rettidig jobsamtale i de ti kommuner";
        let ids = given(&[long, &format!("{long}, opgjort pr. måned"), long]);
        let first = "andelen-af-forloeb-med-rettidig-jobsamtal";
        assert_eq!(ids, [first.to_owned(), format!("{first}-2"), format!("{first}-3")]);
    }
}
