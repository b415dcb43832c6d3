//! The engine's main paths, each once. `cargo xtask instructions` counts what [`counted`] takes each time.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench may fail where it stands")]

#[path = "../large/mod.rs"]
mod large;

use std::fmt::Write;
use std::hint::black_box;
use std::rc::Rc;

use resultatkontrakt::app::{Action, Incoming, IncomingTable, State, WritingEdit, reduce};
use resultatkontrakt::domain::assessment::{Assessment, Entry, PayLine};
use resultatkontrakt::domain::contract::GoalId;
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::Evaluation;
use resultatkontrakt::domain::number::{Decimal, Kroner};
use resultatkontrakt::domain::reported::Reported;
use resultatkontrakt::format::check;
use resultatkontrakt::format::{ContractFile, Document, Locator, MAX_GOALS, read, write_case};

const CONTRACT: &str = include_str!("../../contracts/ams-2009.json");
const ASSESSMENT: &str = include_str!("../../contracts/ams-2009.assessment.json");

/// What the pay of the large contract is divided by.
const ONE_POT: &str = r#""points": { "institution": 700, "individual": 300 },
    "individual_rule": "overall",
    "max_percent": 15,"#;

/// Three pots and six stages in its place.
const THREE_POTS: &str = r#""pots": [
      { "id": "basis", "title": "Basisramme", "amount": 60000, "earned_by": { "groups": ["omraade-1", "omraade-2", "omraade-3", "omraade-4", "omraade-5"] } },
      { "id": "ekstra", "title": "Ekstraramme", "percent": 4, "earned_by": { "groups": ["omraade-6", "omraade-7", "omraade-8", "omraade-9", "omraade-10"] } },
      { "id": "skoen", "title": "Skøn", "amount": 20000, "earned_by": { "judged": 300 } } ],
    "stages": [
      { "id": "mindst", "stage": "gate", "when": { "fraction_below": 0.2 }, "factor": 0.5 },
      { "id": "krav", "stage": "gate", "when": { "not_met": ["maal-1", "maal-2", "maal-3", "maal-4"] }, "factor": 0.75 },
      { "id": "faerre", "stage": "gate", "when": { "fewer_met_than": 3, "goals": ["maal-5", "maal-6", "maal-7", "maal-8"] }, "factor": 0.9 },
      { "id": "tabel", "stage": "curve", "between": "linear", "steps": [{ "at": 0, "to": 0.1 }, { "at": 0.9, "to": 1 }] },
      { "id": "faktor", "stage": "factor", "min": 0.8, "max": 1.2 },
      { "id": "loft", "stage": "cap", "amount": 130000 } ],"#;

fn main() {
    contract_of_2009();
    thousand_goals();
    most_goals();
    keys_in_a_contract();
}

/// Says which path comes next, and takes it.
fn path<T>(name: &str, take: impl FnOnce() -> T) -> T {
    println!("{name}");
    counted(take)
}

/// The one function that is counted; what a path returns is dropped outside of it.
#[inline(never)]
fn counted<T>(take: impl FnOnce() -> T) -> T {
    black_box(take())
}

fn contract_of_2009() {
    let contract = path("read 2009", || contract(CONTRACT));
    let Some(Document::Assessment(file)) = read(ASSESSMENT.as_bytes()).document else {
        panic!("the example has an assessment")
    };
    let assessment = &file.assessment;
    let evaluation = path("evaluate 2009", || evaluate(&contract.contract, assessment));
    let goal = GoalId::from("goal-2");
    path("update 2009", || evaluation.update(&contract.contract, assessment, &goal));
    path("write a case 2009", || write_case(&contract, std::slice::from_ref(&*file)));
}

fn thousand_goals() {
    let text = large::contract(1_000);
    let file = path("read 1000", || contract(&text));
    let locator = Locator::new(&text);
    path("check 1000", || check(&file.contract, &locator));
    let assessment = filled(&file);
    path("evaluate 1000", || evaluate(&file.contract, &assessment));
    path("write a case 1000", || write_case(&file, &[assessment.into()]));

    let today = parse_date("2010-01-15").unwrap();
    let opened = Incoming::read("stor.json", text.as_bytes(), today, "1");
    let state = reduce(&Rc::<State>::default(), Action::Open(Rc::new(opened)));
    let table = table(1_000);
    let preview = path("import 1000", || {
        reduce(&state, Action::Import(Rc::new(IncomingTable::read("stor.csv", table.as_bytes()))))
    });
    let applied = path("import, applied 1000", || reduce(&preview, Action::ApplyImport));
    assert!(applied.evaluation() != state.evaluation(), "the table has results of the contract's goals");
}

/// One figure is entered in the largest contract; it moves the goal in the list of risks. Then the same where the pay goes
/// through three pots and six stages.
fn most_goals() {
    let text = large::contract(MAX_GOALS);
    let (paid, staged) = (text.matches(ONE_POT).count(), text.replace(ONE_POT, THREE_POTS));
    assert!(paid == 1, "the contract pays from one pot");
    for (name, text, base) in
        [("update 10000", text, None), ("update 10000, pots and stages", staged, Some(1_150_000))]
    {
        let file = contract(&text);
        let mut assessment = filled(&file);
        let line = |kroner: i64| PayLine { title: "Løn".to_owned(), value: Some(Kroner(kroner.into())) };
        assessment.pay.base.extend(base.map(line));
        let before = evaluate(&file.contract, &assessment);
        let goal = GoalId::from("maal-5200");
        assessment.results.insert(goal.clone(), reached(1));
        let after = path(name, || before.update(&file.contract, &assessment, &goal));
        assert!(before.risks != after.risks, "the goal has a risk, and its points were open");
        let fraction = |evaluation: &Evaluation| evaluation.pay.as_ref().map(|pay| pay.fraction);
        assert!(fraction(&before) != fraction(&after), "the goal earns pay");
    }
}

/// Keys in the fields of the largest contract itself, each the second one in its field.
fn keys_in_a_contract() {
    let today = parse_date("2010-01-15").unwrap();
    let opened = Incoming::read("stor.json", large::contract(MAX_GOALS).as_bytes(), today, "1");
    let open = reduce(&Rc::<State>::default(), Action::Open(Rc::new(opened)));
    for (name, at, [first, second]) in [
        ("a key in a weight 10000", "/goals/5200/weight", ["1", "12"]),
        ("a key in a title 10000", "/goals/5200/title", ["K", "Ko"]),
        ("a key in the contract's title 10000", "/title", ["R", "Re"]),
    ] {
        let typed = |text: &str| WritingEdit::Type { at: at.into(), text: text.into() };
        let state = reduce(&open, typed(first));
        let next = path(name, || reduce(&state, typed(second)));
        assert!(!Rc::ptr_eq(
            &state.case.as_ref().unwrap().contract.source,
            &next.case.as_ref().unwrap().contract.source
        ));
    }
}

fn contract(text: &str) -> ContractFile {
    match read(text.as_bytes()).document {
        Some(Document::Contract(contract)) => contract,
        _ => panic!("the text is a contract"),
    }
}

/// A figure for every other goal.
fn filled(file: &ContractFile) -> Assessment {
    let mut assessment = Assessment::new(file.contract.id.clone());
    for (figure, goal) in file.contract.goals.iter().enumerate().step_by(2) {
        assessment.results.insert(goal.id.clone(), reached(figure));
    }
    assessment
}

fn reached(figure: usize) -> Rc<Entry> {
    let reported = Reported { value: Some(Decimal::from(figure)), ..Reported::default() };
    Rc::new(Entry { reported, ..Entry::default() })
}

/// A table with a figure for every goal.
fn table(goals: usize) -> String {
    let mut table = String::from("mål;periode;resultat\n");
    for number in 1..=goals {
        let _ = writeln!(table, "maal-{number};2009;{}", number % 97 * 250);
    }
    table
}
