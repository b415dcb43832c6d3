//! What holds for every contract that comes along, however many there are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use resultatkontrakt::app::save::case_file;
use resultatkontrakt::app::{Action, Incoming, State, reduce};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::Counts;
use resultatkontrakt::format::{AssessmentFile, ContractFile, Document, read, write_case};
use serde_json::{Value, json};

use super::file;

/// The text of a file in `contracts/`.
fn text(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("contracts").join(name)).unwrap()
}

/// A contract with its example assessment.
fn example(id: &str) -> (ContractFile, AssessmentFile) {
    match (file(&format!("{id}.json")), file(&format!("{id}.assessment.json"))) {
        (Document::Contract(contract), Document::Assessment(assessment)) => (contract, *assessment),
        _ => panic!("{id} is a contract and its assessment"),
    }
}

/// The identifiers of the contracts, by their files' names.
fn contracts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("contracts");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut contracts: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".json")?.to_owned())).collect();
    contracts.retain(|name| !name.ends_with(".assessment"));
    contracts.sort();
    assert!(contracts.iter().any(|id| id == "ams-2003") && contracts.iter().any(|id| id == "ams-2009"));
    contracts
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_contract_opens_under_its_own_name_and_no_key_of_it_is_unknown() {
    for id in contracts() {
        let reading = read(text(&format!("{id}.json")).as_bytes());
        assert!(!reading.has_errors(), "{id}: {:#?}", reading.diagnostics);
        let unknown: Vec<_> =
            reading.diagnostics.iter().filter(|found| found.code.name() == "unknown-key").collect();
        assert!(unknown.is_empty(), "{id}: {unknown:#?}");
        let Some(Document::Contract(file)) = reading.document else { panic!("{id} is no contract") };
        assert_eq!(file.contract.id.as_str(), id);
    }
}

#[test]
fn every_line_says_where_the_document_has_it() {
    let lists = ["/groups", "/goals", "/pay/areas", "/purposes", "/strategy", "/trends", "/sums"];
    let lists = lists.into_iter().chain(["/outcomes", "/reporting", "/risk/entries", "/also_stated"]);
    for (id, list) in contracts().iter().flat_map(|id| lists.clone().map(move |list| (id, list))) {
        let contract = json(&text(&format!("{id}.json")));
        for line in contract.pointer(list).and_then(Value::as_array).into_iter().flatten() {
            let told = line["source"].as_str().is_some_and(|place| !place.trim().is_empty());
            assert!(told, "{id} {list}: {line}");
        }
    }
    for id in contracts() {
        let budget = &json(&text(&format!("{id}.json")))["budget"];
        assert!(budget.is_null() || budget["source"].is_string(), "{id}");
    }
}

#[test]
fn an_unweighted_contract_shows_counts_and_a_weighted_one_points() {
    let mut forms = BTreeSet::new();
    for id in contracts() {
        let (contract, assessed) = example(&id);
        let weighted = contract.contract.points.is_some();
        forms.insert(weighted);
        for assessment in [assessed.assessment, Assessment::new(contract.contract.id.clone())] {
            let evaluation = evaluate(&contract.contract, &assessment);
            assert_eq!(evaluation.institution.is_some(), weighted, "{id}");
            for outcome in &evaluation.goals {
                assert_eq!(outcome.points.is_some(), weighted, "{id}: {}", outcome.goal);
            }
            let Counts { met, partly_met, not_met, open, undetermined, lapsed } = evaluation.counts;
            let counted = [met, partly_met, not_met, open, undetermined, lapsed].iter().sum::<usize>();
            assert_eq!(counted, contract.contract.goals.len(), "{id}");
        }
    }
    assert_eq!(forms.len(), 2, "both forms are shown");
}

#[test]
fn its_example_assessment_fits_it() {
    for id in contracts() {
        let found = read(text(&format!("{id}.assessment.json")).as_bytes()).diagnostics;
        assert!(found.is_empty(), "{id}: {found:#?}");
        let (contract, assessed) = example(&id);
        let assessment = assessed.assessment;
        assert_eq!(assessment.contract, contract.contract.id);
        if let Some(made_for) = &assessment.sha256 {
            let own = contract.fingerprint.canonical();
            assert!(contract.fingerprint.matches(made_for), "{id}: {made_for}, and the contract has {own}");
        }
        let evaluation = evaluate(&contract.contract, &assessment);
        let objections: Vec<_> = evaluation.all_objections().collect();
        assert!(objections.is_empty(), "{id}: {objections:#?}");
        assert!(!assessment.results.is_empty() && assessment.as_of.is_some(), "{id}");
    }
}

/// A contract and its example assessment in one file.
fn whole(id: &str) -> Value {
    let [contract, assessment] =
        [format!("{id}.json"), format!("{id}.assessment.json")].map(|name| json(&text(&name)));
    json!({"format": "resultatsag", "version": 1, "contract": contract, "assessments": [assessment]})
}

/// The state of the page after a file was chosen.
fn chosen(state: &Rc<State>, name: &str, bytes: &[u8]) -> Rc<State> {
    let file = Incoming::read(name, bytes, parse_date("2026-01-02").unwrap(), name);
    let state = reduce(state, Action::Open(Rc::new(file)));
    assert!(state.refused.is_none(), "{name} is refused: {:#?}", state.refused);
    state
}

#[test]
fn the_page_opens_it_and_saves_all_that_its_files_say() {
    for id in contracts() {
        let mut state = Rc::default();
        for name in [format!("{id}.json"), format!("{id}.assessment.json")] {
            state = chosen(&state, &name, text(&name).as_bytes());
        }
        let saved = case_file(&state).unwrap();
        assert_eq!(json(&saved.text), whole(&id), "{id}");
        let again = chosen(&Rc::default(), &saved.name, saved.text.as_bytes());
        let evaluation = |state: &State| {
            let evaluation = state.evaluation().unwrap();
            (evaluation.counts, evaluation.institution, evaluation.goals.clone())
        };
        assert_eq!(evaluation(&again), evaluation(&state), "{id}");
    }
}

#[test]
fn written_and_read_again_it_means_the_same() {
    for id in contracts() {
        let (contract, assessment) = example(&id);
        let saved = write_case(&contract, std::slice::from_ref(&assessment));
        assert_eq!(json(&saved), whole(&id), "{id}");
        let contract_text = text(&format!("{id}.json"));
        assert!(saved.contains(contract_text.trim()), "{id}: the contract is kept word for word");

        let Some(Document::Case(opened)) = read(saved.as_bytes()).document else { panic!("{saved}") };
        assert_eq!(opened.contract.contract, contract.contract, "{id}");
        assert_eq!(opened.contract.fingerprint.canonical(), contract.fingerprint.canonical(), "{id}");
        assert_eq!(opened.assessments.len(), 1);
        assert_eq!(opened.assessments[0].assessment, assessment.assessment, "{id}");
        assert_eq!(write_case(&opened.contract, &opened.assessments), saved, "{id}");
    }
}
