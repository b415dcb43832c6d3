//! The words of the files: each leads to one value and back.

use resultatkontrakt::domain::assessment::{Assessor, EventKind, Status};
use resultatkontrakt::domain::contract::{
    Between, IndividualRule, LapsedRule, ReportKind, ResourceKind, TargetKind,
};
use resultatkontrakt::format::words::{UnknownWord, parse_word, word, words};
use serde::de::DeserializeOwned;

#[test]
fn every_word_of_the_format_leads_to_a_value_and_back() {
    fn there_and_back<T: DeserializeOwned + Copy + PartialEq>(expected: &[&str]) {
        assert_eq!(words::<T>(), expected);
        for text in expected {
            assert_eq!(parse_word::<T>(text).map(word), Ok(*text));
        }
    }
    there_and_back::<Assessor>(&["director", "department", "agreed"]);
    there_and_back::<Status>(&["draft", "midterm", "final"]);
    there_and_back::<EventKind>(&["locked", "unlocked", "copied", "taken", "decided", "informed", "other"]);
    there_and_back::<LapsedRule>(&["redistribute", "zero"]);
    there_and_back::<IndividualRule>(&["overall", "areas"]);
    there_and_back::<ReportKind>(&["status", "report", "notice"]);
    there_and_back::<ResourceKind>(&["at_most", "at_least", "about", "exactly"]);
    there_and_back::<Between>(&["linear", "step"]);
    there_and_back::<TargetKind>(&[
        "at_most",
        "at_least",
        "below",
        "above",
        "between",
        "unchanged",
        "by",
        "done",
        "all_of",
        "any_of",
        "assessed",
        "rated",
        "undetermined",
    ]);
}

#[test]
fn an_unknown_word_is_told_what_could_stand_there() {
    for text in ["", "Draft", "DRAFT", "draft ", "0", "endelig"] {
        assert_eq!(parse_word::<Status>(text), Err(UnknownWord { known: &["draft", "midterm", "final"] }));
    }
}
