//! The contradictions that the contract of AMS 2009–2012 is known to have.

use resultatkontrakt::i18n::Lang;
use resultatkontrakt::i18n::message::message;
use resultatkontrakt::load::diagnostic::{Diagnostic, Severity};
use resultatkontrakt::load::read;

const AMS: &str = include_str!("../../contracts/ams-2009.json");

/// Each contradiction: its code, what its message names, and what its line of the file holds.
const KNOWN: &[(&str, &[&str], &str)] = &[
    (
        "stated-differently",
        &["Produktkrav 4", "Tabel 3", "30.06.2009", "Bilag 3", "31.03.2009"],
        "2009-03-31",
    ),
    ("stated-differently", &["Produktkrav 6", "Tabel 4", "30.09.2009", "Bilag 3", "31.03.2009"], "Bilag 3"),
    ("stated-differently", &["Produktkrav 6", "Tabel 4", "30.09.2009", "Bilag 4", "31.03.2009"], "Bilag 4"),
    (
        "stated-differently",
        &["Produktkrav 13", "Tabel 5", "30.09.2009", "Bilag 3", "30.06.2009"],
        "2009-06-30",
    ),
    ("stated-differently", &["Produktkrav 1:", "Tabel 3", "30.11.2009", "31.12.2009"], "2009-12-31"),
    ("figures-differ", &["Mål 1", "december 2007", "43.353", "Tabel 6", "43.347"], "43347"),
    ("figures-differ", &["Mål 2", "december 2007", "33.282", "Tabel 7", "33.346"], "33346"),
    ("printed-figure-invalid", &["»34.7100«", "april 2008", "Tabel 7"], "34.7100"),
    ("table-span-differs", &["Tabel 8", "september 2007", "september 2008"], "2007-09"),
    ("contract-period-differs", &["Afsnit 4", "31.12.2012", "31.12.2013"], "2013-12-31"),
    ("guideline-weaker", &["Mål 1", "26.850", "26.445", "september 2008"], "26850"),
];

fn names(found: &Diagnostic, code: &str, words: &[&str]) -> bool {
    let text = message(&found.code, Lang::Da);
    found.code.name() == code && words.iter().all(|word| text.contains(word))
}

#[test]
fn every_known_contradiction_of_ams_2009_is_found_once_at_its_line_and_nothing_else() {
    let reading = read(AMS.as_bytes());
    let warnings: Vec<&Diagnostic> =
        reading.diagnostics.iter().filter(|found| found.severity > Severity::Note).collect();
    for (code, words, line) in KNOWN {
        let told: Vec<_> = warnings.iter().filter(|found| names(found, code, words)).collect();
        assert_eq!(told.len(), 1, "{code} {words:?}");
        assert_eq!(told[0].severity, Severity::Warning);
        let text = AMS.lines().nth(told[0].line - 1).unwrap();
        assert!(text.contains(line), "{text}");
    }
    assert_eq!(warnings.len(), KNOWN.len());
    assert!(reading.document.is_some());
}

#[test]
fn silence_is_noted_with_the_points_that_it_leaves_open() {
    let notes: Vec<String> = read(AMS.as_bytes())
        .diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Note)
        .map(|found| message(&found.code, Lang::Da))
        .collect();
    for (goal, points) in [("Mål 1", "125"), ("Mål 3", "125"), ("Mål 4", "75")] {
        let told = |note: &&String| {
            note.starts_with(&format!("{goal}:")) && note.contains(&format!("{points} point"))
        };
        assert_eq!(notes.iter().filter(told).count(), 1, "{goal}");
    }
    for words in
        ["»Produktkrav 2« tæller med sit maksimum", "300 point på de 8", "Mål 5: målet regnes fra 2008"]
    {
        assert!(notes.iter().any(|note| note.contains(words)), "{words}: {notes:#?}");
    }
}

#[test]
fn a_figure_that_the_goal_says_to_be_stated_elsewhere_is_not_told_twice() {
    let without = AMS.replace(
        r#""period": "2007-12", "value": 43347 }] }"#,
        r#""period": "2007-11", "value": 41978 }] }"#,
    );
    assert_ne!(without, AMS);
    let told = read(without.as_bytes()).diagnostics;
    let told: Vec<_> =
        told.iter().filter(|found| names(found, "figures-differ", &["Mål 1", "43.347"])).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].path.to_string().starts_with("$.trends[0]"), "{}", told[0].path);
}
