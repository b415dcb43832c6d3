//! A change of a contract's text leaves the rest as it is, letter by letter.

use std::rc::Rc;

use resultatkontrakt::domain::contract::{Relation, Target, Threshold};
use resultatkontrakt::domain::date::Period;
use resultatkontrakt::format::{
    ContractChange, RequirementSaid, Said, Written, after_change, with_requirement, within_goal,
};

const TEXT: &str = r#"{
  "id": "a",  "goals": [
    { "id": "g", "own": 1.50, "title": "G", "target": { "kind": "at_most", "value": 5.0 } },
    { "id": "h", "title": "H", "target": { "kind": "done" } }
  ]
}
"#;

fn set(at: &str, value: &str) -> ContractChange {
    ContractChange::Set { at: at.into(), value: value.into() }
}

fn gone(at: &str) -> ContractChange {
    ContractChange::Remove { at: at.into() }
}

fn item(list: &str, index: usize, value: &str) -> ContractChange {
    ContractChange::Insert { list: list.into(), index, value: value.into() }
}

#[test]
fn a_change_of_a_contract_leaves_the_rest_as_it_is() {
    let at_most = r#"{ "kind": "at_most", "value": 5.0 }"#;
    let (one, two) = (
        r#"{ "id": "g", "own": 1.50, "title": "G", "target": { "kind": "at_most", "value": 5.0 } }"#,
        r#"{ "id": "h", "title": "H", "target": { "kind": "done" } }"#,
    );
    let both = format!("{one},\n    {two}");
    for (change, from, to) in [
        (set("/goals/0/weight", "5"), r#""title": "G", "#, r#""title": "G", "weight": 5, "#),
        (set("/title", "\"T\""), r#""id": "a",  "#, r#""id": "a",  "title": "T",  "#),
        // What is missing around it is made.
        (
            set("/pay/points/institution", "700"),
            "\n  ]\n",
            "\n  ],  \"pay\": { \"points\": { \"institution\": 700 } }\n",
        ),
        (set("/goals/1/history/0/value", "7"), r#""done" } }"#, r#""done" }, "history": [{ "value": 7 }] }"#),
        // Another kind takes along what belonged to the one before.
        (set("/goals/0/target/kind", "\"by\""), at_most, r#"{ "kind": "by" }"#),
        (set("/goals/0/target/kind", "\"below\""), at_most, r#"{ "kind": "below", "value": 5.0 }"#),
        (
            set("/goals/0/target/baseline/period", "\"2008\""),
            at_most,
            r#"{ "kind": "at_most", "baseline": { "period": "2008" } }"#,
        ),
        (gone("/goals/0/target/value"), at_most, r#"{ "kind": "at_most" }"#),
        (
            gone("/goals/1"),
            ",\n    { \"id\": \"h\", \"title\": \"H\", \"target\": { \"kind\": \"done\" } }",
            "",
        ),
        (gone("/nowhere"), "", ""),
        (item("/groups", 0, r#"{"id":"x"}"#), r#""a",  "#, r#""a",  "groups": [{ "id": "x" }],  "#),
        (item("/goals", 1, r#"{"id":"i"}"#), two, &format!("{{ \"id\": \"i\" }},\n    {two}")),
        (
            ContractChange::Move { list: "/goals".into(), from: 1, to: 0 },
            &both,
            &format!("{two},\n    {one}"),
        ),
    ] {
        let expected = TEXT.replacen(from, to, 1);
        assert_eq!(after_change(TEXT, &change).unwrap(), expected, "{change:?}");
    }
}

#[test]
fn a_requirement_changes_what_it_says_and_no_more() {
    let limit = Target::Limit { relation: Relation::AtMost, threshold: Threshold::Absolute(5.into()) };
    let said = RequirementSaid { target: &limit, measured: None, unit: None, weight: None };
    let with = |text: &str, said: RequirementSaid<'_>| {
        within_goal(text, 0, |text, goal| with_requirement(text, &format!("{goal}/target"), &said.to_json()))
            .unwrap()
    };
    // 5.0 is 5.
    assert_eq!(with(TEXT, said), TEXT);
    let timed = with(TEXT, RequirementSaid { measured: Some(Period::Year(2010)), ..said });
    let value = r#""value": 5.0 }"#;
    assert_eq!(timed, TEXT.replace(value, r#""value": 5.0, "measured": "2010" }"#));
    let counted = with(&timed, RequirementSaid { unit: Some(Some("dage")), ..said });
    assert_eq!(counted, TEXT.replace(r#""title": "G", "#, r#""title": "G", "unit": "dage", "#));
    assert_eq!(with(&counted, RequirementSaid { unit: Some(None), ..said }), TEXT);
    let done = with(&counted, RequirementSaid { target: &Target::Done, ..said });
    assert!(done.contains(r#""unit": "dage", "target": { "kind": "done" }"#), "{done}");
}

#[test]
fn goals_come_behind_the_last_and_begin_a_list() {
    let change = |list: &str| ContractChange::Append {
        list: list.into(),
        values: Rc::new([r#"{"id":"i"}"#.to_owned(), r#"{"id":"j"}"#.to_owned()]),
    };
    let goals = after_change(TEXT, &change("/goals")).unwrap();
    let last = r#""kind": "done" } }"#;
    let behind = format!("{last},\n    {{ \"id\": \"i\" }},\n    {{ \"id\": \"j\" }}");
    assert_eq!(goals, TEXT.replace(last, &behind));
    let groups = after_change(TEXT, &change("/groups")).unwrap();
    let begun = r#""groups": [{ "id": "i" }, { "id": "j" }],  "goals""#;
    assert_eq!(groups, TEXT.replace(r#""goals""#, begun));
    assert_eq!(after_change(TEXT, &change("/id")), None);
}

#[test]
fn a_pot_and_a_cap_have_one_size() {
    let text =
        r#"{"pay":{"pots":[{"id":"a","amount":5,"level":"2012-03-31"}],"stages":[{"id":"s","fraction":1}]}}"#;
    for (change, from, to) in [
        (set("/pay/pots/0/percent", "7"), r#""amount":5,"level":"2012-03-31""#, r#""percent":7"#),
        (set("/pay/stages/0/amount", "9"), r#""fraction":1"#, r#""amount":9"#),
    ] {
        assert_eq!(after_change(text, &change).unwrap(), text.replacen(from, to, 1), "{change:?}");
    }
}

#[test]
fn what_held_nothing_else_goes_along() {
    let text =
        r#"{"goals":[{"id":"g"}],"points":{"total":5},"pay":{"areas":[{"id":"x"}],"from":"2009-01-01"}}"#;
    let after = |change| after_change(text, &change).unwrap();
    assert_eq!(after(gone("/points/total")), text.replace(r#""points":{"total":5},"#, ""));
    assert_eq!(after(gone("/pay/areas/0")), text.replace(r#""areas":[{"id":"x"}],"#, ""));
    // A contract without goals has a list of none.
    assert_eq!(after(gone("/goals/0")), text.replace(r#"{"id":"g"}"#, ""));
    // A place that is no place.
    assert_eq!(after_change(text, &item("/points", 0, "1")), None);
    assert_eq!(after_change(text, &set("/goals/7/id", "1")), None);
    assert_eq!(after_change(text, &ContractChange::Move { list: "/goals".into(), from: 0, to: 1 }), None);
}

#[test]
fn a_place_is_looked_up_by_pointer() {
    let written = Written::parse(r#"{"shares":{"1":0.50},"list":[{"a/b":"x"}],"yes":true}"#).unwrap();
    assert_eq!(written.said("/shares/1"), Some(Said::Number("0.50".to_owned())));
    assert_eq!(written.said("/list/0/a~1b"), Some(Said::Text("x".to_owned())));
    assert_eq!(written.said("/yes"), Some(Said::Truth(true)));
    assert_eq!((written.said("/list"), written.said("/list/1")), (Some(Said::Other), None));
    assert_eq!((written.items("/list"), written.keys("").len()), (1, 3));
}
