//! Which findings are listed, and under which headings.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Section};
use crate::domain::contract::GoalId;
use crate::findings::Severity;

/// What stands over a group of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingGroup {
    /// All of one severity, the gravest first.
    Severity(std::cmp::Reverse<Severity>),
    /// All of one part of the contract.
    Section(Section),
}

/// How the findings are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// The gravest first.
    #[default]
    BySeverity,
    /// In the order of the contract.
    ByPlace,
}

/// What is asked for of the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// The severities that are left out.
    pub without: BTreeSet<Severity>,
    /// Words that all have to occur, as they were typed.
    pub words: String,
    /// The one goal that the findings have to concern.
    pub goal: Option<GoalId>,
    /// How they are grouped.
    pub grouping: Grouping,
}

impl FindingFilter {
    /// The findings that it takes, in groups; within a group in the order of the file.
    pub fn groups<'f>(&self, findings: &'f [Finding]) -> BTreeMap<FindingGroup, Vec<&'f Finding>> {
        let words = self.words.to_lowercase();
        let words: Vec<_> = words.split_whitespace().collect();
        let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for finding in findings.iter().filter(|one| self.takes(one, &words)) {
            let listed = match self.grouping {
                Grouping::BySeverity => FindingGroup::Severity(std::cmp::Reverse(finding.severity)),
                Grouping::ByPlace => FindingGroup::Section(finding.section),
            };
            groups.entry(listed).or_default().push(finding);
        }
        groups
    }

    /// Whether it leaves anything out.
    pub fn is_narrow(&self) -> bool {
        !self.without.is_empty() || self.goal.is_some() || !self.words.trim().is_empty()
    }

    fn takes(&self, finding: &Finding, words: &[&str]) -> bool {
        !self.without.contains(&finding.severity)
            && (self.goal.is_none() || self.goal == finding.goal)
            && words.iter().all(|word| finding.words.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::findings::alike;
    use crate::domain::assessment::Assessment;
    use crate::format::{Document, read};
    use crate::i18n::Words;

    /// The findings of the contract of 2009.
    fn findings() -> std::rc::Rc<[Finding]> {
        let reading = read(include_bytes!("../../../contracts/ams-2009.json"));
        let Some(Document::Contract(file)) = reading.document else { unreachable!() };
        let assessment = Assessment::new(file.contract.id.clone());
        Finding::all(&reading.diagnostics, &file.contract, &assessment, Words::DANISH)
    }

    fn listed(choice: &FindingFilter, findings: &[Finding]) -> usize {
        choice.groups(findings).values().map(Vec::len).sum()
    }

    #[test]
    fn whatever_the_grouping_every_finding_is_listed_once() {
        let findings = findings();
        for grouping in [Grouping::BySeverity, Grouping::ByPlace] {
            let choice = FindingFilter { grouping, ..FindingFilter::default() };
            assert_eq!(listed(&choice, &findings), findings.len());
            assert!(!choice.is_narrow());
        }
    }

    #[test]
    fn the_gravest_come_first_and_places_in_the_order_of_the_contract() {
        let findings = findings();
        let by_severity = FindingFilter::default().groups(&findings);
        let first = by_severity.keys().next();
        assert_eq!(first, Some(&FindingGroup::Severity(std::cmp::Reverse(Severity::Warning))));
        let by_place =
            FindingFilter { grouping: Grouping::ByPlace, ..FindingFilter::default() }.groups(&findings);
        let places: Vec<_> = by_place.keys().collect();
        assert_eq!(places.first(), Some(&&FindingGroup::Section(Section::Facts)));
        assert_eq!(places.get(1), Some(&&FindingGroup::Section(Section::Goal(0))));
    }

    #[test]
    fn what_says_the_same_of_several_places_is_put_together_and_nothing_is_left_out() {
        let findings = findings();
        let all: Vec<_> = findings.iter().collect();
        let gathered = alike(&all);
        assert_eq!(gathered.iter().map(Vec::len).sum::<usize>(), findings.len());
        let headings: Vec<_> = gathered.iter().filter(|some| some.len() > 1).collect();
        let heading = |code: &str| {
            let some = headings.iter().find(|some| some[0].code == code).unwrap();
            some[0].kind.heading(some.len(), Words::DANISH)
        };
        assert_eq!(heading("target-undetermined"), "Tre mål uden måltal");
        assert_eq!(heading("baseline-missing"), "Seks mål uden udgangspunkt");
    }

    #[test]
    fn all_words_have_to_occur_in_any_order_and_case() {
        let findings = findings();
        let with = |words: &str| FindingFilter { words: words.to_owned(), ..FindingFilter::default() };
        assert_eq!(listed(&with("34.7100 TABEL"), &findings), 1);
        assert_eq!(listed(&with("34.7100 bilag"), &findings), 0);
        assert_eq!(listed(&with("  "), &findings), findings.len());
    }

    #[test]
    fn a_goal_keeps_what_its_tables_and_risks_say_of_it() {
        let findings = findings();
        let of = |goal: &str| {
            let goal = findings.iter().filter_map(|one| one.goal.clone()).find(|id| id.as_str() == goal);
            FindingFilter { goal, ..FindingFilter::default() }.groups(&findings)
        };
        let own = of("goal-2");
        assert!(own.values().flatten().any(|one| one.section == Section::Goal(1)));
        assert!(own.values().flatten().any(|one| matches!(one.section, Section::Trend(_))));
        assert!(
            own.values().flatten().all(|one| one.goal.as_ref().is_some_and(|id| id.as_str() == "goal-2"))
        );
    }

    #[test]
    fn severities_are_left_out_one_by_one() {
        let findings = findings();
        let choice = FindingFilter { without: [Severity::Warning].into(), ..FindingFilter::default() };
        let notes = findings.iter().filter(|one| one.severity == Severity::Note).count();
        assert_eq!(listed(&choice, &findings), notes);
        assert!(choice.is_narrow() && notes > 0);
    }
}
