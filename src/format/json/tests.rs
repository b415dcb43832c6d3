use super::*;
use crate::findings::{LineNumber, SyntaxFault, SyntaxProblem};
use crate::format::limits::{MAX_BYTES, MAX_DEPTH, MAX_GOALS, MAX_VALUES};

fn parse(text: &str) -> Result<Node<'_>, Refusal> {
    super::tree::parse(text).map_err(|stopped| stopped.why(text))
}

fn problem(text: &str) -> (SyntaxProblem, usize) {
    match parse(text) {
        Err(Refusal { fault: SyntaxFault::NotJson { problem }, range }) => (problem, range.start),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn what_json_does_not_have_is_refused_at_its_place() {
    use SyntaxProblem as P;
    for (text, expected) in [
        ("{\"a\": 1,}", (P::TrailingComma, 7)),
        ("[1,]", (P::TrailingComma, 2)),
        ("{\"a\": 1 \"b\": 2}", (P::MissingComma, 7)),
        ("[1 2]", (P::MissingComma, 2)),
        ("{\"a\": 1} // x", (P::Comment, 9)),
        ("{/* x */}", (P::Comment, 1)),
        ("{\"a\" 1}", (P::MissingColon, 5)),
        ("{\"a\":, \"b\": 2}", (P::MissingValue, 5)),
        ("[1,,2]", (P::MissingValue, 3)),
        ("{\"a\": 1,,}", (P::MissingValue, 8)),
        ("{\"a\": 26,5}", (P::DecimalComma, 6)),
        ("{\"a\": 1.234,5, \"b\": 1}", (P::DecimalComma, 6)),
        ("{a: 1}", (P::UnquotedKey, 1)),
        ("{'a': 1}", (P::OtherQuotes, 1)),
        ("{\"a\": yes}", (P::Truth, 6)),
        ("{\"a\": True}", (P::Truth, 6)),
        ("{\"a\": None}", (P::Truth, 6)),
        ("{\"a\": dansk}", (P::Word, 6)),
        ("{\"a\": 60%}", (P::BehindNumber, 8)),
        ("{\"a\": 60 %, \"b\": 1}", (P::BehindNumber, 9)),
        ("{\"a\": 26 675}", (P::BehindNumber, 9)),
        ("[30 dage]", (P::BehindNumber, 4)),
        ("{\"a\": \"2009\" b}", (P::MissingComma, 12)),
        ("{\"a\": 1\n b: 2}", (P::MissingComma, 7)),
        ("{\"a\": 1; \"b\": 2}", (P::MissingComma, 7)),
        ("{\"a\": [1}", (P::OtherBracket, 8)),
        ("[{\"a\": 1]", (P::OtherBracket, 8)),
        ("{\"a\": 1} # x", (P::Comment, 9)),
        ("{\"a\": NaN}", (P::NotFinite, 6)),
        ("{\"a\": -Infinity}", (P::NotFinite, 6)),
        ("{\"a\": Infinity}", (P::NotFinite, 6)),
        ("[+1]", (P::NumberForm, 1)),
        ("[.5]", (P::NumberForm, 1)),
        ("[5.]", (P::NumberForm, 1)),
        ("[01]", (P::NumberForm, 1)),
        ("[0x1F]", (P::NumberForm, 1)),
        ("[1e]", (P::NumberForm, 1)),
        ("[-]", (P::NumberForm, 1)),
        ("[1.5.2]", (P::NumberForm, 1)),
        ("[2009-06-30]", (P::Word, 1)),
        ("[nul]", (P::Word, 1)),
        ("[truer]", (P::Word, 1)),
        ("[\"a\nb\"]", (P::ControlCharacter, 3)),
        ("[\"a\\xb\"]", (P::Escape, 3)),
        ("[\"\\ud800\"]", (P::Escape, 2)),
        ("[1,\u{a0}2]", (P::Space, 3)),
        ("[1,\u{b}2]", (P::Space, 3)),
        ("{} {}", (P::AfterEnd, 3)),
        ("[1}", (P::OtherBracket, 2)),
        ("]", (P::Unexpected, 0)),
        ("[“a”]", (P::OtherQuotes, 1)),
    ] {
        assert_eq!(problem(text), expected, "{text}");
    }
}

#[test]
fn a_text_that_stops_early_is_called_cut() {
    for text in [
        "{",
        "[",
        "{\"a\"",
        "{\"a\":",
        "{\"a\": 1",
        "{\"a\": 12.",
        "{\"a\": tr",
        "{\"a\": \"b",
        "{\"a\": \"b\\",
        "{\"a\": 1,",
        "{\"a\": [1, 2",
        "{\"a\": [1, 2]\n\n",
    ] {
        let refusal = parse(text).unwrap_err();
        assert_eq!(refusal.fault, SyntaxFault::Truncated { opened_on: LineNumber(1) }, "{text}");
        assert_eq!(refusal.range.start, text.trim_end().len(), "{text}");
    }
    let refusal = parse("{\n\"a\": [\n1").unwrap_err();
    assert_eq!(refusal.fault, SyntaxFault::Truncated { opened_on: LineNumber(2) });
}

#[test]
fn nothing_at_all_is_called_empty() {
    for text in ["", " \n"] {
        assert_eq!(parse(text).unwrap_err().fault, SyntaxFault::Empty);
    }
}

#[test]
fn the_limits_are_held_before_anything_is_built() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(&nested(MAX_DEPTH)).is_ok());
    let refusal = parse(&nested(MAX_DEPTH + 1)).unwrap_err();
    assert_eq!(refusal, Refusal::new(SyntaxFault::TooDeep { limit: MAX_DEPTH }, 64..65));
    assert!(parse(&"[".repeat(1_000_000)).is_err());

    let goals = |count: usize| format!("{{\"goals\": [{}]}}", vec!["1"; count].join(","));
    assert!(parse(&goals(MAX_GOALS)).is_ok());
    let refusal = parse(&goals(MAX_GOALS + 1)).unwrap_err();
    assert_eq!(refusal.fault, SyntaxFault::TooManyGoals { limit: MAX_GOALS });

    let values = vec!["1"; MAX_VALUES + 1].join(",");
    let refusal = parse(&format!("[{values}]")).unwrap_err();
    assert_eq!(refusal.fault, SyntaxFault::TooManyValues { limit: MAX_VALUES });
}

#[test]
fn only_utf_8_is_read_and_the_rest_is_named() {
    let fault = |bytes: &[u8]| decode(bytes).unwrap_err().0.fault;
    assert_eq!(decode("\u{feff}{}".as_bytes()).unwrap(), "{}");
    assert_eq!(fault(&[0xff, 0xfe, b'{', 0]), SyntaxFault::Utf16);
    assert_eq!(fault(&[0xfe, 0xff, 0, b'{']), SyntaxFault::Utf16);
    assert_eq!(fault(&[b'{', 0, b'}', 0]), SyntaxFault::Utf16);
    assert_eq!(fault(&[0, b'{', 0, b'}']), SyntaxFault::Utf16);
    let (refusal, shown) = decode(b"{\"a\": \"m\xe5l\"}").unwrap_err();
    assert_eq!((refusal.fault, refusal.range, shown), (SyntaxFault::NotUtf8, 8..8, "{\"a\": \"m"));
    let large = vec![b' '; MAX_BYTES + 1];
    assert!(matches!(fault(&large), SyntaxFault::FileTooLarge { .. }));
}

/// The same values as `serde_json` has them.
fn in_serde_json(node: &Node<'_>) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Truth(truth) => (*truth).into(),
        Value::Number(number) => serde_json::from_str(number).unwrap(),
        Value::Text(text) => text.as_ref().into(),
        Value::List(items) => items.iter().map(in_serde_json).collect(),
        Value::Object(members) => {
            members.iter().map(|member| (member.name.as_ref(), in_serde_json(&member.node))).collect()
        }
    }
}

#[test]
fn the_tree_holds_what_serde_json_reads_and_refuses_what_it_refuses() {
    let goal =
        |number| format!(r#"{{"id": "æ\u00f8{number}", "goals": [1, {{"x": [-0.5e1, null]}}], "ok": true}}"#);
    let goals: Vec<String> = (0..5).map(goal).collect();
    let text = format!("{{\"a\": [ {{\"goals\" : [\n{} ]}}, 7 ],\t\"b\": {{}} }}\n", goals.join(" ,\n"));
    for place in (0..=text.len()).filter(|place| text.is_char_boundary(*place)) {
        for change in [
            "", ",", "]", "}", "\"", "x", "[0],", "0", "-", ".5", "e", "\\", "\\u00", ":", " ", "null", "\n",
            "'", "//", "\u{b}", "\u{a0}",
        ] {
            for skipped in [0, 1] {
                let (Some(head), Some(rest)) = (text.get(..place), text.get(place + skipped..)) else {
                    continue;
                };
                let changed = format!("{head}{change}{rest}");
                match (parse(&changed), serde_json::from_str::<serde_json::Value>(&changed)) {
                    (Ok(root), Ok(expected)) => assert_eq!(in_serde_json(&root), expected, "{changed}"),
                    (Err(refusal), Err(_)) => assert!(changed.get(refusal.range).is_some(), "{changed}"),
                    other => panic!("{changed}: {other:?}"),
                }
            }
        }
    }
}
