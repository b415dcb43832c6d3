//! What a link carries of each contract: the contract, and nothing of pay, of results, or of what else stands
//! in a file.

use std::fs;
use std::path::Path;

use resultatkontrakt::format::{Document, read, write_case, write_shared};

fn contracts() -> Vec<String> {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("contracts")).unwrap();
    let names = folder.map(|entry| entry.unwrap().path());
    let contracts = names.filter(|path| {
        let name = path.to_string_lossy();
        name.ends_with(".json") && !name.ends_with(".assessment.json")
    });
    contracts.map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn shared(text: &str) -> serde_json::Value {
    serde_json::from_str(&write_shared(text)).unwrap()
}

#[test]
fn every_contract_opens_again_from_what_is_handed_on() {
    assert!(contracts().len() >= 5);
    for text in contracts() {
        let handed_on = write_shared(&text);
        assert!(!handed_on.contains('\n') && handed_on.len() < text.len());
        let reading = read(handed_on.as_bytes());
        assert!(!reading.has_errors(), "{:?}", reading.diagnostics);
        let Some(Document::Contract(file)) = reading.document else { panic!("it is no contract any more") };
        let mut before: serde_json::Value = serde_json::from_str(&text).unwrap();
        before.as_object_mut().unwrap().remove("pay");
        assert_eq!(shared(&text), before);
        assert!(file.contract.pay.is_none());
    }
}

#[test]
fn what_is_no_part_of_a_contract_stays_behind() {
    let contract = contracts().into_iter().find(|text| text.contains("\"pay\"")).unwrap();
    let mut planted: serde_json::Value = serde_json::from_str(&contract).unwrap();
    for key in ["assessments", "results", "base_pay", "payy", "note"] {
        planted[key] = serde_json::json!({ "value": "1150000.10" });
    }
    let handed_on = write_shared(&planted.to_string());
    assert!(!handed_on.contains("1150000.10"));
    let Some(Document::Contract(file)) = read(planted.to_string().as_bytes()).document else {
        panic!("unread")
    };
    // A case file holds the contract word for word; even that text gives away the contract alone.
    let case = write_case(&file, &[]);
    assert_eq!(write_shared(&case), "{\"format\":\"resultatsag\",\"version\":1}");
    assert_eq!(write_shared("no contract"), "");
}
