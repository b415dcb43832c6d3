//! Tables pasted from documents, held against the contract that a person made of them.
//!
//! The files beside this one are tables of the performance contract for Arbejdsmarkedsstyrelsen 2009–2012, as programs put
//! them on the clipboard. Names, figures, dates, weights and resources are those of the document (Tabel 2–5, Bilag 3 and
//! 4); the sentences around them are shorter and our own. `tabel-2.html` comes from Word, with merged cells, footnotes
//! and a goal that a new page parts. `tabel-3.txt` has tabs, cells of several lines and a footnote within one.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod odd;
mod taken;

use std::fs;
use std::path::Path;

use resultatkontrakt::domain::contract::{Contract, Figure, Goal, Resource, Target};
use resultatkontrakt::findings::Severity;
use resultatkontrakt::format::{Document, read};
use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::table::pasted::{Asked, PastedTable, Proposals, ProposedGoal, propose, read_pasted};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pasted(name: &str) -> Vec<PastedTable> {
    let text = fs::read_to_string(root().join("tests/pasted").join(name)).unwrap();
    if text.contains("<table") { read_pasted(&text, "") } else { read_pasted("", &text) }
}

/// The tables of AMS 2009 in the order of the document.
fn ams() -> Proposals {
    let names = ["tabel-2.html", "tabel-3.txt", "tabel-4-og-5.html", "bilag-3.html", "bilag-4.txt"];
    let tables: Vec<PastedTable> = names.into_iter().flat_map(pasted).collect();
    assert_eq!(tables.len(), 6);
    propose(&tables, Lang::Da, None)
}

fn contract(text: &str) -> Contract {
    let read = read(text.as_bytes());
    let errors: Vec<_> = read.diagnostics.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}\n{text}");
    let Some(Document::Contract(file)) = read.document else { unreachable!("no contract: {text}") };
    (*file.contract).clone()
}

fn ams_2009() -> Contract {
    contract(&fs::read_to_string(root().join("contracts/ams-2009.json")).unwrap())
}

/// A target without what a person calls its parts and criteria.
fn bare(target: &Target) -> String {
    match target {
        Target::AllOf(parts) => parts.iter().map(|part| bare(&part.target)).collect::<Vec<_>>().join(" and "),
        Target::Assessed { .. } => "assessed".to_owned(),
        other => format!("{other:?}"),
    }
}

/// How many cells are right, how many are asked about, and which are wrong.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    right: usize,
    asked: usize,
    wrong: Vec<String>,
}

impl Count {
    fn cell(&mut self, name: String, is_asked: bool, is_right: bool) {
        match (is_asked, is_right) {
            (true, _) => self.asked += 1,
            (false, true) => self.right += 1,
            (false, false) => self.wrong.push(name),
        }
    }

    fn figures(&mut self, of: &ProposedGoal, read: &[Figure], expected: &[Figure]) {
        for figure in read {
            let asked =
                |one: &Asked| matches!(one, Asked::Figure(period) if period.year() == figure.period.year());
            let is_asked = of.questions.iter().any(|one| asked(&one.asked));
            let is_right =
                expected.iter().any(|known| (known.period, known.value) == (figure.period, figure.value));
            self.cell(format!("{} {}", of.goal.name(), figure.period), is_asked, is_right);
        }
    }

    fn goal(&mut self, of: &ProposedGoal, expected: &Goal) {
        let goal = &of.goal;
        let is_asked = |asked: fn(&Asked) -> bool| of.questions.iter().any(|one| asked(&one.asked));
        let name = goal.name().to_owned();
        self.cell(
            format!("{name} weight"),
            is_asked(|one| *one == Asked::Weight),
            goal.weight == expected.weight,
        );
        self.figures(of, &goal.history, &expected.history);
        self.figures(of, &goal.guidelines, &expected.guidelines);
        let resources = |list: &[Resource]| {
            list.iter().map(|one| format!("{:?} {} {}", one.kind, one.value, one.unit)).collect::<Vec<_>>()
        };
        let are_right = resources(&goal.resources) == resources(&expected.resources);
        self.cell(format!("{name} resources"), is_asked(|one| *one == Asked::Resources), are_right);
        let is_right = bare(&goal.target) == bare(&expected.target)
            && goal.measured == expected.measured.filter(|_| goal.measured.is_some());
        let is_open = is_asked(|one| matches!(one, Asked::Requirement(_)));
        self.cell(format!("{name} requirement {:?}", goal.target), is_open, is_right);
    }
}

#[test]
fn the_tables_of_ams_2009_give_its_goals_and_nothing_wrong() {
    let (proposals, expected) = (ams(), ams_2009());
    let labels = |goals: Vec<&Goal>| goals.iter().map(|goal| goal.label.clone().unwrap()).collect::<Vec<_>>();
    assert_eq!(
        labels(proposals.goals.iter().map(|one| &one.goal).collect()),
        labels(expected.goals.iter().map(|goal| &**goal).collect())
    );
    let mut count = Count::default();
    for (of, expected) in proposals.goals.iter().zip(&expected.goals) {
        count.goal(of, expected);
        assert!(of.goal.wording.is_some(), "the words of the cells are kept");
        assert_eq!(of.goal.source, expected.source, "{}", of.goal.name());
    }
    assert_eq!(count, Count { right: 69, asked: 7, wrong: Vec::new() });
    assert_eq!(proposals.counts(), (11, 7), "goals that are clear, and that a person decides about");
    assert_eq!(proposals.year, Some(2009));
    let titles: Vec<&str> = proposals.goals.iter().map(|one| one.goal.title.as_str()).collect();
    assert_eq!(titles[11], "En ny matchmodel skal udvikles og implementeres");
    assert_eq!(
        titles[15],
        "En endelig evaluering af 'Hurtigt i gang II' er gennemført senest 2. kvartal 2009"
    );
}

#[test]
fn what_a_person_decides_is_among_the_readings_that_are_offered() {
    let (proposals, expected) = (ams(), ams_2009());
    let mut open = Vec::new();
    for (of, expected) in proposals.goals.iter().zip(&expected.goals) {
        let Some(question) = Proposals::requirement_question(of) else { continue };
        open.push(of.goal.name().to_owned());
        assert_eq!(of.goal.target, Target::Undetermined, "nothing is taken before it is chosen");
        let chosen = question.readings.iter().position(|one| bare(&one.target) == bare(&expected.target));
        if of.goal.name() == "Produktkrav 9" {
            // Two balances without a year, and two kinds of booklets: a person writes the parts.
            assert_eq!(chosen, None);
            continue;
        }
        let answered = of.clone().answered(chosen);
        assert_eq!(bare(&answered.goal.target), bare(&expected.target), "{}", of.goal.name());
        assert!(answered.is_clear());
        assert!(!answered.clone().answered(None).is_clear());
    }
    assert_eq!(
        open,
        ["Mål 2", "Produktkrav 1", "Produktkrav 2", "Produktkrav 4", "Produktkrav 8", "Produktkrav 9"]
    );
}

#[test]
fn risks_stand_with_their_goals() {
    let (proposals, expected) = (ams(), ams_2009());
    let goals: Vec<Goal> = proposals.goals.iter().map(|one| one.goal.clone()).collect();
    let risks = proposals.settled_risks(&goals);
    let label = |id: &str, goals: &[&Goal]| {
        goals.iter().find(|goal| goal.id.as_str() == id).and_then(|goal| goal.label.clone())
    };
    let own: Vec<&Goal> = goals.iter().collect();
    let theirs: Vec<&Goal> = expected.goals.iter().map(|goal| &**goal).collect();
    let of = |risk: &resultatkontrakt::domain::contract::RiskEntry, goals: &[&Goal]| {
        let goal = risk.goal.as_ref().and_then(|id| label(id.as_str(), goals));
        (goal, risk.materiality, risk.vulnerability, risk.priority)
    };
    let read: Vec<_> = risks.iter().map(|risk| of(risk, &own)).collect();
    let known: Vec<_> =
        expected.risk.as_ref().unwrap().entries.iter().map(|risk| of(risk, &theirs)).collect();
    assert_eq!(read, known);
    assert_eq!(risks[2].title, "Personale");
    assert_eq!(
        risks[7].title,
        "Strategien slår måske ikke igennem i de overordnede mål, som jobcentrene har."
    );
    assert!(risks.iter().all(|risk| risk.action.is_some()));
}

#[test]
fn rows_that_are_no_goals_are_named_with_the_reason() {
    let proposals = ams();
    let unused: Vec<String> =
        proposals.unused.iter().map(|row| format!("{:?} {}", row.why, row.words)).collect();
    assert_eq!(unused[0], "Sum { stated: \"1000\" } Point i alt | 1000");
    assert_eq!(unused.len(), 5, "the sum and the purposes: {unused:?}");
    assert_eq!(proposals.total.map(|total| total.to_string()).as_deref(), Some("1000"));
    let goals = || proposals.goals.iter().map(|one| &one.goal);
    assert_eq!(Proposals::weights(goals()), proposals.total);
}

#[test]
fn taken_over_the_tables_are_a_contract_without_errors() {
    let proposals = ams();
    for words in [Words::DANISH, Words::ENGLISH] {
        let text = proposals.contract(|_| false, words, 2026);
        let contract = contract(&text);
        assert_eq!(contract.goals.len(), 18);
        assert_eq!(contract.binding_year, Some(2009));
        assert_eq!(contract.points.as_ref().unwrap().total.0.to_string(), "1000");
        assert_eq!(contract.risk.as_ref().unwrap().entries.len(), 15);
        let groups: Vec<&str> = contract.groups.iter().map(|group| group.title.as_str()).collect();
        assert_eq!(
            groups,
            ["Strategiske mål", "Drift og styring", "Politikudvikling", "Vidensgenerering og -kommunikation"]
        );
        let open = contract.goals.iter().filter(|goal| goal.note.is_some()).count();
        assert_eq!(open, 7, "what is left open stands in the note");
        assert!(contract.pay.is_none(), "the tables say nothing of pay");
    }
    let fewer = contract(&proposals.contract(|place| place > 4, Words::DANISH, 2026));
    assert_eq!((fewer.goals.len(), fewer.groups.len()), (5, 1));
    assert_eq!(fewer.points.unwrap().total.0.to_string(), "525");
}
