//! A contract that is read anew after a change says what it says when all of it is read.

use proptest::prelude::*;
use proptest::sample::Index;
use resultatkontrakt::format::json::Splice;
use resultatkontrakt::format::{read_after, read_written};

use crate::generated;

const TEXTS: [&str; 8] = [
    include_str!("../../contracts/ams-2009.json"),
    include_str!("../../contracts/copenhagen-2009.json"),
    include_str!("../../contracts/scorecard-2023.json"),
    include_str!("../../contracts/ses-ratings.json"),
    include_str!("../../contracts/trafikstyrelsen-2023.json"),
    include_str!("../../contracts/vejlefjord-2015.json"),
    include_str!("../schema/contract.json"),
    include_str!("../schema/pots.json"),
];

/// What may come in place of a value, right or wrong.
const VALUES: [&str; 22] = [
    "5",
    "-1",
    "0.125",
    "7.00",
    "\"\"",
    "\"x\"",
    "\"2009\"",
    "\"2009-06-30\"",
    "null",
    "true",
    "{}",
    "[]",
    "[1]",
    "\"goal-1\"",
    "\"at_most\"",
    "\"rated\"",
    "\"done\"",
    "\"linear\"",
    "\"gate\"",
    "\"afdeling\"",
    "{ \"min\": 1, \"max\": 5 }",
    "{ \"kind\": \"by\", \"date\": \"2009-12-31\" }",
];

/// What may come in place of any few letters.
const PIECES: [&str; 16] = [
    "",
    "x",
    "\"",
    "\\",
    ",",
    "{",
    "}",
    "[",
    "]",
    "\n",
    "\"id\": \"a\", ",
    "\"goals\": [], ",
    ", \"weight\": 5",
    "}, { \"id\": \"new\", \"title\": \"N\", \"target\": { \"kind\": \"done\" } ",
    "}], \"other\": [{ ",
    "\"group\": \"nowhere\", ",
];

#[derive(Clone, Debug)]
enum Edit {
    /// A value behind a colon becomes another one.
    Value { place: Index, value: &'static str },
    /// A few bytes become others.
    Piece { place: Index, bytes: usize, piece: &'static str },
}

fn edit() -> impl Strategy<Value = Edit> {
    let value = (any::<Index>(), prop::sample::select(VALUES.to_vec()));
    let piece = (any::<Index>(), 0_usize..9, prop::sample::select(PIECES.to_vec()));
    prop_oneof![
        3 => value.prop_map(|(place, value)| Edit::Value { place, value }),
        2 => piece.prop_map(|(place, bytes, piece)| Edit::Piece { place, bytes, piece }),
    ]
}

fn change(text: &str, edit: &Edit) -> Splice {
    let (at, end, new) = match *edit {
        Edit::Value { place, value } => {
            let from = text.floor_char_boundary(place.index(text.len()));
            let at = text[from..].find(": ").map_or(from, |colon| from + colon + 2);
            let rest = &text[at..];
            let end = match rest.strip_prefix('"') {
                Some(inner) => inner.find('"').map_or(rest.len(), |quote| quote + 2),
                None => rest.find([',', '}', ']', '\n']).unwrap_or(rest.len()),
            };
            (at, at + end, value)
        }
        Edit::Piece { place, bytes, piece } => {
            let at = text.floor_char_boundary(place.index(text.len()));
            (at, text.floor_char_boundary((at + bytes).min(text.len())), piece)
        }
    };
    Splice { at, old: text[at..end.max(at)].to_owned(), new: new.to_owned() }
}

/// Makes the edits that can be made, each of the text after the ones before, and holds every reading against that of the
/// whole text.
fn held(text: &str, edits: &[Edit]) {
    let (mut file, _) = read_written(text, false).unwrap();
    for edit in edits {
        let change = change(&file.source, edit);
        let after = change.applied_to(&file.source).unwrap();
        match (read_after(&file, &change), read_written(&after, false)) {
            (Ok(part), Ok((whole, _))) => {
                assert!(*part.source == *after && part.source == whole.source, "{change:?}");
                assert!(part.contract == whole.contract, "{change:?}");
                assert_eq!(part.fingerprint.canonical(), whole.fingerprint.canonical());
                for goal in 0..part.contract.goals.len() {
                    assert_eq!(part.goal_text(goal), whole.goal_text(goal), "{change:?}");
                }
                assert_eq!((part.goal_text(part.contract.goals.len()), part.file_sum.clone()), (None, None));
                file = part;
            }
            (Err(part), Err(whole)) => assert_eq!(part, whole, "{change:?}"),
            (part, whole) => panic!("{change:?}: {:?}, {:?}", part.map(|_| ()), whole.map(|_| ())),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_changed_contract_is_read_as_a_whole_one(
        text in prop::sample::select(TEXTS.to_vec()),
        edits in prop::collection::vec(edit(), 1..25),
    ) {
        held(text, &edits);
    }

    #[test]
    fn a_changed_contract_of_every_kind_of_goal_is_read_as_a_whole_one(
        edits in prop::collection::vec(edit(), 1..25),
    ) {
        held(&generated::contract(45), &edits);
    }
}

#[test]
fn a_change_and_the_next_one_are_one_change() {
    let text = "{ \"title\": \"Mål ét\", \"weight\": 150 }";
    let splice = |at: usize, old: &str, new: &str| Splice { at, old: old.to_owned(), new: new.to_owned() };
    for (first, second) in [
        (splice(12, "Mål", "Må"), splice(12, "Må", "Mæ")),
        (splice(12, "", "Et "), splice(12, "Et ", "")),
        (splice(33, "150", "15"), splice(12, "Mål", "Krav")),
        (splice(12, "Mål", ""), splice(29, "150", "7")),
        (splice(12, "Mål ét", "længere"), splice(15, "n", "x")),
    ] {
        let between = first.applied_to(text).unwrap_or_else(|| panic!("{first:?}"));
        let after = second.applied_to(&between).unwrap_or_else(|| panic!("{second:?} of {between}"));
        let both = first.then(&second, &between);
        assert_eq!(both.applied_to(text).as_deref(), Some(&*after));
        assert_eq!(both.reversed().applied_to(&after).as_deref(), Some(text));
    }
}
