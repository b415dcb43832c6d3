//! Requirements that are typed as phrases, and goals that come from a pasted table into the open contract.

use std::fs;
use std::rc::Rc;

use resultatkontrakt::app::{Action, WritingEdit, WritingProblem, phrase_readings, phrase_text};
use resultatkontrakt::domain::contract::{Contract, Rule, Target};
use resultatkontrakt::format::{ContractChange, Written};
use resultatkontrakt::i18n::requirement::Doubt;
use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::table::pasted::{propose, read_pasted};

use crate::drafts::{resumed, stored};
use crate::page::{CONTRACT, Page};

const PHRASE: &str = "/goals/1/target/phrase";

fn types(page: &mut Page, at: &str, text: &str) {
    page.does(WritingEdit::Type { at: at.into(), text: text.into() });
}

fn enters(page: &mut Page, at: &str, text: &str) {
    types(page, at, text);
    page.does(WritingEdit::Leave { at: at.into() });
}

fn contract(page: &Page) -> &Rc<Contract> {
    page.state.contract().unwrap()
}

fn source(page: &Page) -> &str {
    &page.case().contract.source
}

fn says<'p>(page: &'p Page, at: &str) -> Option<&'p str> {
    Written::parse(source(page)).unwrap().source(at)
}

fn shows(page: &Page, at: &str) -> String {
    phrase_text(&page.case().writing, contract(page), at, Words::DANISH)
}

fn is_at_rest(page: &Page) -> bool {
    let writing = &page.case().writing;
    writing.typed.is_empty() && writing.problems.is_empty()
}

#[test]
fn a_phrase_is_read_into_the_keys_that_it_changes() {
    let mut page = Page::empty();
    assert_eq!(shows(&page, PHRASE), "Højst 26.675 forløb i december 2009");
    for (phrase, target, unit) in [
        (
            "mindst 24.940 sager i december 2010",
            r#"{ "kind": "at_least", "value": 24940, "measured": "2010-12" }"#,
            Some("\"sager\""),
        ),
        ("op til 12,5 %", r#"{ "kind": "at_most", "value": 12.5 }"#, Some("\"%\"")),
        (
            "mellem 10 og 20 dage i 2010",
            r#"{ "kind": "between", "min": 10, "max": 20, "measured": "2010" }"#,
            Some("\"dage\""),
        ),
        ("senest 30.6.2010", r#"{ "kind": "by", "date": "2010-06-30" }"#, None),
        (
            "falder med 10 pct. i forhold til 2008",
            r#"{ "kind": "at_most", "baseline": { "period": "2008" }, "percent": -10 }"#,
            None,
        ),
        ("gennemført", r#"{ "kind": "done" }"#, None),
        ("ikke fastlagt", r#"{ "kind": "undetermined" }"#, None),
    ] {
        enters(&mut page, PHRASE, phrase);
        let said = says(&page, "/goals/1/target").unwrap();
        // What fits every kind stays as it was, where no word says it.
        let said =
            said.replace(", \"measured\": \"2009-12\" }", " }").replace(", \"measured\": \"2010\" }", " }");
        let target = target.replace(", \"measured\": \"2010\" }", " }");
        assert_eq!((said.as_str(), says(&page, "/goals/1/unit")), (target.as_str(), unit), "{phrase}");
        assert!(is_at_rest(&page), "{phrase}");
        page.adds_up();
    }
    while page.case().history.can_undo() {
        page.does(Action::Undo);
    }
    assert!(source(&page) == CONTRACT);
}

#[test]
fn what_a_phrase_shows_says_the_same_when_it_is_typed_again() {
    let files = fs::read_dir("contracts").unwrap().chain(fs::read_dir("contracts/templates").unwrap());
    let mut goals = 0;
    for path in files.map(|file| file.unwrap().path()) {
        if !path.is_file()
            || path.to_string_lossy().contains(".assessment")
            || path.extension().unwrap() != "json"
        {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let mut page = Page::start();
        page.open_text("kontrakt.json", &text, "1");
        for goal in 0..contract(&page).goals.len() {
            let at = format!("/goals/{goal}/target/phrase");
            let shown = shows(&page, &at);
            enters(&mut page, &at, &shown);
            assert!(source(&page) == text && is_at_rest(&page), "{}: {shown}", path.display());
            // Written over another requirement it says the same, unless it names what stands elsewhere.
            let target = contract(&page).goals[goal].target.clone();
            let is_whole = match &target {
                Target::AllOf(_) | Target::AnyOf(_) | Target::Rated(_) => false,
                Target::Assessed { criteria } => criteria.is_empty(),
                _ => true,
            };
            if is_whole {
                enters(&mut page, &at, "");
                assert_eq!(contract(&page).goals[goal].target, Target::Undetermined);
                enters(&mut page, &at, &shown);
                assert_eq!(contract(&page).goals[goal].target, target, "{shown}");
                assert_eq!(shows(&page, &at), shown);
                goals += 1;
            }
            while page.case().history.can_undo() {
                page.does(Action::Undo);
            }
        }
    }
    assert!(goals > 60, "{goals}");
}

#[test]
fn what_is_in_doubt_is_asked_and_changes_nothing_before_the_answer() {
    let mut page = Page::empty();
    enters(&mut page, PHRASE, "24.940 forløb");
    assert!(source(&page) == CONTRACT);
    let mut again = resumed(&stored(&page));
    for page in [&mut page, &mut again] {
        let problem = page.case().writing.problem(PHRASE).unwrap();
        assert_eq!(*problem, WritingProblem::Requirement(Doubt::Side));
        let readings = phrase_readings(contract(page), PHRASE, "24.940 forløb", Lang::Da);
        let words: Vec<String> = readings.iter().map(|one| Words::DANISH.requirement(one)).collect();
        assert_eq!(words, ["Højst 24.940 forløb", "Mindst 24.940 forløb"]);
        page.does_in_vain(WritingEdit::Answer { at: PHRASE.into(), reading: 2 });
        page.does(WritingEdit::Answer { at: PHRASE.into(), reading: 1 });
        assert_eq!(says(page, "/goals/1/target"), Some(r#"{ "kind": "at_least", "value": 24940 }"#));
        assert!(is_at_rest(page));
        page.adds_up();
    }
}

#[test]
fn several_deadlines_of_a_phrase_become_parts_once_a_person_says_so() {
    let mut page = Page::empty();
    enters(&mut page, PHRASE, "Koncept senest 30.6.2010, I drift senest 1.12.2010");
    page.does(WritingEdit::Answer { at: PHRASE.into(), reading: 0 });
    let titles = |page: &Page| -> Vec<String> {
        let parts = contract(page).goals[1].target.parts().unwrap_or_default().iter();
        parts.map(|part| part.title.clone().unwrap_or_default()).collect()
    };
    assert_eq!(titles(&page), ["Koncept", "I drift"]);
    enters(&mut page, "/goals/1/target/parts/1/phrase", "senest 15.12.2010");
    assert!(
        matches!(contract(&page).goals[1].target.parts().unwrap()[1].target, Target::By(day) if day.day() == 15)
    );
    assert_eq!(titles(&page), ["Koncept", "I drift"]);
    // Parts do not go without being asked about, whatever is typed.
    let before = source(&page).to_owned();
    enters(&mut page, PHRASE, "mindst 5");
    assert!(source(&page) == before);
    assert_eq!(page.case().writing.problem(PHRASE), Some(&WritingProblem::Replaces));
    enters(&mut page, PHRASE, "Alle 2 dele");
    assert!(source(&page) == before && is_at_rest(&page));
    enters(&mut page, PHRASE, "mindst 5");
    page.does(WritingEdit::Answer { at: PHRASE.into(), reading: 0 });
    assert_eq!(says(&page, "/goals/1/target"), Some(r#"{ "kind": "at_least", "value": 5 }"#));
    page.does(Action::Undo);
    assert!(source(&page) == before);
}

#[test]
fn a_rule_stays_while_a_figure_is_typed_and_goes_where_it_cannot_fit() {
    let mut page = Page::empty();
    enters(&mut page, PHRASE, "mindst 95 pct.");
    enters(&mut page, "/goals/1/scoring/rule", "linear");
    enters(&mut page, "/goals/1/scoring/zero_at", "50");
    let rule = |page: &Page| contract(page).goals[1].scoring.clone();
    assert!(matches!(rule(&page), Some(Rule::Linear { .. })));
    // 9 is on the wrong side of 50.
    for text in ["", "m", "mindst 9", "mindst 97", "mindst 97 pct."] {
        types(&mut page, PHRASE, text);
        assert!(matches!(rule(&page), Some(Rule::Linear { .. })), "{text}");
    }
    page.does(WritingEdit::Leave { at: PHRASE.into() });
    assert!(is_at_rest(&page));
    assert_eq!(shows(&page, PHRASE), "Mindst 97 pct.");
    enters(&mut page, PHRASE, "senest 1.12.2010");
    assert_eq!((rule(&page), page.case().writing.without_rule.as_deref()), (None, Some("/goals/1")));
}

#[test]
fn a_phrase_stands_for_what_waited_of_the_target() {
    let mut page = Page::empty();
    enters(&mut page, "/goals/1/target/kind", "between");
    enters(&mut page, "/goals/1/target/max", "30");
    assert!(!is_at_rest(&page));
    enters(&mut page, PHRASE, "højst 25.000 forløb");
    assert_eq!(says(&page, "/goals/1/target"), Some(r#"{ "kind": "at_most", "value": 25000 }"#));
    assert!(is_at_rest(&page));
}

#[test]
fn weights_are_typed_as_documents_have_them() {
    let mut page = Page::empty();
    for text in ["0-150", "0–150", "op til 150", "0 til 150 point"] {
        enters(&mut page, "/goals/1/weight", text);
        assert_eq!(says(&page, "/goals/1/weight"), Some(r#"{ "min": 0, "max": 150 }"#), "{text}");
    }
    enters(&mut page, "/goals/1/weight", "halvtreds");
    assert_eq!(says(&page, "/goals/1/weight"), Some(r#"{ "min": 0, "max": 150 }"#));
    assert!(page.case().writing.problem("/goals/1/weight").is_some());
}

const TABLE: &str = "Mål\tKrav 2010\tVægt\nFærre klager\thøjst 25 klager\t100\nTilfredshed\t85 pct.\t0-50\nMål 2\tmindst 5\t10";

#[test]
fn a_pasted_table_comes_behind_the_goals_as_one_step() {
    let mut page = Page::empty();
    let count = contract(&page).goals.len();
    let proposals = propose(&read_pasted("", TABLE), Lang::Da, Some(2009));
    let changes = proposals.added_to(contract(&page), |place| place == 1, Words::DANISH);
    page.does(WritingEdit::Change(changes.into()));
    let goals = &contract(&page).goals;
    assert_eq!(goals.len(), count + 2);
    assert_eq!(goals[count].title, "Færre klager");
    assert_eq!(shows(&page, &format!("/goals/{count}/target/phrase")), "Højst 25 klager");
    assert!(source(&page).starts_with(&CONTRACT[..CONTRACT.find("\"goals\"").unwrap()]));
    page.adds_up();
    page.does(Action::Undo);
    assert!(source(&page) == CONTRACT);
}

#[test]
fn identifiers_and_headings_of_a_pasted_table_do_not_clash() {
    let mut page = Page::start();
    let text = r#"{"format":"resultatkontrakt","version":1,"id":"ny","title":"Ny","groups":[{"id":"g","title":"Drift"}],"goals":[{"id":"faerre-klager","title":"A","target":{"kind":"done"}}]}"#;
    page.open_text("ny.json", text, "1");
    let table = "Gruppe\tMål\tKrav 2010\tVægt\nDrift\tFærre klager\thøjst 25\t100\nUdvikling\tFærre klager\thøjst 30\t5";
    let proposals = propose(&read_pasted("", table), Lang::Da, None);
    assert_eq!(proposals.goals.len(), 2);
    page.does(WritingEdit::Change(proposals.added_to(contract(&page), |_| false, Words::DANISH).into()));
    let said: Vec<_> = contract(&page).goals[1..]
        .iter()
        .map(|goal| (goal.id.to_string(), goal.group.as_ref().map(ToString::to_string)))
        .collect();
    let titles: Vec<_> = contract(&page).groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(titles, ["Drift", "Udvikling"]);
    assert_eq!(said[0], ("faerre-klager-2".to_owned(), Some("g".to_owned())));
    assert_ne!(said[1].0, said[0].0);
}

#[test]
fn five_thousand_pasted_rows_are_taken_in() {
    let mut page = Page::empty();
    let rows = (1..=5_000).map(|row| format!("Sag {row}\thøjst {row} dage\t0,2"));
    let table = std::iter::once("Mål\tKrav 2009\tVægt".to_owned()).chain(rows).collect::<Vec<_>>().join("\n");
    let proposals = propose(&read_pasted("", &table), Lang::Da, None);
    page.does(WritingEdit::Change(proposals.added_to(contract(&page), |_| false, Words::DANISH).into()));
    assert_eq!(contract(&page).goals.len(), 5_018);
    page.does(Action::Undo);
    assert!(source(&page) == CONTRACT);
}

#[test]
fn a_table_that_the_contract_cannot_hold_changes_nothing_and_says_why() {
    let mut page = Page::empty();
    let goals =
        ContractChange::Append { list: "/goals".into(), values: Rc::new([r#"{"id":"goal-1"}"#.to_owned()]) };
    page.does(WritingEdit::Change(Rc::new([goals])));
    assert!(source(&page) == CONTRACT && !page.case().writing.problems["/goals"].is_empty());
    let proposals = propose(&read_pasted("", TABLE), Lang::Da, None);
    page.does(WritingEdit::Change(proposals.added_to(contract(&page), |_| false, Words::DANISH).into()));
    assert!(page.case().writing.problems.is_empty());
}
