//! Laws of renewal: whatever a contract and its assessment say, next year's contract has no error and nothing that belongs to
//! the old year alone.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::GoalId;
use resultatkontrakt::domain::renewal::{Fate, Wish, Wishes, propose};
use resultatkontrakt::format::{ContractFile, Document, read, renew};
use serde_json::Value;

/// Contracts, each with an assessment.
const CASES: [[&str; 2]; 10] = [
    [
        include_str!("../../contracts/ses-ratings.json"),
        include_str!("../../contracts/ses-ratings.assessment.json"),
    ],
    [
        include_str!("../../contracts/scorecard-2023.json"),
        include_str!("../../contracts/scorecard-2023.assessment.json"),
    ],
    [
        include_str!("../../contracts/vejlefjord-2015.json"),
        include_str!("../../contracts/vejlefjord-2015.assessment.json"),
    ],
    [
        include_str!("../../contracts/trafikstyrelsen-2023.json"),
        include_str!("../../contracts/trafikstyrelsen-2023.assessment.json"),
    ],
    [
        include_str!("../../contracts/copenhagen-2009.json"),
        include_str!("../../contracts/copenhagen-2009.assessment.json"),
    ],
    [
        include_str!("../../contracts/ministry-2009.json"),
        include_str!("../../contracts/ministry-2009.assessment.json"),
    ],
    [include_str!("../../contracts/ams-2003.json"), include_str!("../../contracts/ams-2003.assessment.json")],
    [include_str!("../../contracts/ams-2009.json"), include_str!("../../contracts/ams-2009.assessment.json")],
    [include_str!("../schema/contract.json"), include_str!("../schema/assessment.json")],
    [include_str!("../schema/pots.json"), include_str!("../schema/pots-assessment.json")],
];

/// What may come in place of a value.
const VALUES: [&str; 30] = [
    "0",
    "-1",
    "5",
    "0.125",
    "25000",
    "999999999999999",
    "\"x\"",
    "\"2008\"",
    "\"2009\"",
    "\"2010\"",
    "\"9999\"",
    "\"2009-12\"",
    "\"2010-03\"",
    "\"2008-02-29\"",
    "\"2009-06-30\"",
    "\"9999-12-31\"",
    "9999",
    "null",
    "true",
    "false",
    "{\"kind\":\"done\"}",
    "{\"kind\":\"undetermined\"}",
    "{\"kind\":\"by\",\"date\":\"2009-06-30\"}",
    "{\"kind\":\"at_most\",\"value\":25000,\"measured\":\"2009\"}",
    "{\"kind\":\"above\",\"baseline\":{\"period\":\"2008\"},\"percent\":5}",
    "{\"value\":24000}",
    "{\"value\":24000,\"period\":\"2008\",\"final\":true}",
    "{\"date\":\"2009-05-01\"}",
    "{\"done\":true}",
    "{\"lapsed\":\"Aftalt\"}",
];

#[derive(Clone, Debug)]
enum Edit {
    Value(Index, &'static str),
    Borrowed(Index, Index),
    Gone(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let index = any::<Index>;
    prop_oneof![
        3 => (index(), select(VALUES.to_vec())).prop_map(|(at, value)| Edit::Value(at, value)),
        2 => (index(), index()).prop_map(|(at, from)| Edit::Borrowed(at, from)),
        1 => index().prop_map(Edit::Gone),
    ]
}

fn places(at: &str, value: &Value, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| places(&format!("{at}/{place}"), item, all));
        }
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| places(&format!("{at}/{key}"), member, all));
        }
        _ => {}
    }
}

/// The text after the edits that leave it without an error.
fn edited(text: &str, edits: &[Edit]) -> String {
    let mut text = text.to_owned();
    for edit in edits {
        let mut root: Value = serde_json::from_str(&text).unwrap();
        let mut all = Vec::new();
        places("", &root, &mut all);
        let changed = match edit {
            Edit::Value(at, value) => root.pointer_mut(at.get(&all).as_str()).map(|node| {
                *node = serde_json::from_str(value).unwrap();
            }),
            Edit::Borrowed(at, from) => {
                let other = root.pointer(from.get(&all).as_str()).cloned();
                root.pointer_mut(at.get(&all).as_str()).zip(other).map(|(node, other)| *node = other)
            }
            Edit::Gone(at) => {
                let (around, key) = at.get(&all).as_str().rsplit_once('/').unwrap_or_default();
                match root.pointer_mut(around) {
                    Some(Value::Object(members)) => members.remove(key).map(|_| ()),
                    Some(Value::Array(items)) => key.parse().ok().map(|at: usize| drop(items.remove(at))),
                    _ => None,
                }
            }
        };
        let next = root.to_string();
        if changed.is_some() && !read(next.as_bytes()).has_errors() {
            text = next;
        }
    }
    text
}

fn contract(text: &str) -> Option<ContractFile> {
    match read(text.as_bytes()).document? {
        Document::Contract(file) => Some(file),
        _ => None,
    }
}

fn assessment(text: &str) -> Option<Assessment> {
    match read(text.as_bytes()).document? {
        Document::Assessment(file) => Some(file.assessment),
        _ => None,
    }
}

/// What only an assessment says must not be found in a contract.
const SECRET: &str = "kun i vurderingen";

/// Puts a text of its own into every remark of an assessment.
fn with_secrets(node: &mut Value) {
    match node {
        Value::Object(members) => {
            // What an addendum agrees on is part of the contract.
            for (key, member) in members.iter_mut().filter(|(key, _)| *key != "addendum") {
                let is_said = ["note", "reason", "evidence", "cause", "measures", "name"].contains(&&**key);
                match member {
                    Value::String(text) if is_said => SECRET.clone_into(text),
                    member => with_secrets(member),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(with_secrets),
        _ => {}
    }
}

fn ids(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(|goal| goal["id"].as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn a_renewed_contract_has_no_error_and_carries_nothing_of_the_old_year_alone(
        which in 0..CASES.len(),
        of_contract in vec(edit(), 0..12),
        of_assessment in vec(edit(), 0..12),
        wishes in vec((any::<Index>(), select(vec![Wish::Carry, Wish::Drop, Wish::Last])), 0..4),
        year in select(vec![None, None, None, Some(2024), Some(2050), Some(2199)]),
    ) {
        let [text, said] = CASES[which];
        let text = edited(text, &of_contract);
        let mut said: Value = serde_json::from_str(&edited(said, &of_assessment)).unwrap();
        with_secrets(&mut said);
        let said = said.to_string();
        let (Some(file), Some(said)) = (contract(&text), assessment(&said)) else { return Ok(()) };
        let goals = &file.contract.goals;
        let wishes = wishes.iter().filter(|_| !goals.is_empty());
        let wishes: BTreeMap<GoalId, Wish> =
            wishes.map(|(goal, wish)| (goal.get(goals).id.clone(), wish.clone())).collect();
        let Ok(renewal) = propose(&file.contract, Some(&said), Wishes { year, goals: Some(&wishes) }) else {
            return Ok(());
        };
        // Without a goal that a person takes out, a pot or a condition may have nothing to go by, which is said.
        let is_dropped = renewal.goals.iter().any(|one| one.fate == Fate::Dropped);
        let written = renew(&file, &renewal);
        let reading = read(written.source.as_bytes());
        if is_dropped && reading.has_errors() {
            return Ok(());
        }
        let found: Vec<_> = reading.diagnostics.iter().filter(|one| one.severity.name() == "error").collect();
        prop_assert!(found.is_empty(), "{found:#?}");
        let Some(Document::Contract(next)) = reading.document else { panic!("a contract") };
        prop_assert_ne!(&next.contract.id, &file.contract.id);
        prop_assert_eq!(next.contract.renews.as_ref(), Some(&file.contract.id));
        let json: Value = serde_json::from_str(&written.source).unwrap();
        for key in ["signed", "locked", "signatories", "also_stated"] {
            prop_assert!(json.get(key).is_none(), "{key}");
        }
        for (list, proposals) in [("/goals", &renewal.goals), ("/pay/areas", &renewal.areas)] {
            let carried: Vec<&str> =
                proposals.iter().filter(|one| one.goes_on()).map(|one| one.goal.id.as_str()).collect();
            let lines = json.pointer(list).cloned().unwrap_or_default();
            prop_assert_eq!(ids(&lines), carried);
            for line in lines.as_array().into_iter().flatten() {
                for key in ["page", "wording", "also_stated"] {
                    prop_assert!(line.get(key).is_none(), "{key}");
                }
            }
        }
        prop_assert!(!written.source.contains(SECRET));
        // And so on, year after year.
        let again = propose(&next.contract, None, Wishes::default());
        if let Ok(renewal) = again {
            prop_assert!(!read(renew(&next, &renewal).source.as_bytes()).has_errors());
        }
    }
}
