//! The contradictions that the contract of AMS 2009–2012 is known to have.

use resultatkontrakt::findings::{Code, Diagnostic, Severity};
use resultatkontrakt::format::read;
use resultatkontrakt::i18n::Words;

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
    (
        "stated-differently",
        &["Mål 2:", "Tabel 2", "»måles i december 2009«", "kravkolonnen", "»måles i 2009«"],
        r#""measured": "2009" }"#,
    ),
    ("figures-differ", &["Mål 1", "december 2007", "43.353", "Tabel 6", "43.347"], "43347"),
    ("figures-differ", &["Mål 2", "december 2007", "33.282", "Tabel 7", "33.346"], "33346"),
    ("printed-figure-invalid", &["»34.7100«", "april 2008", "Tabel 7"], "34.7100"),
    ("table-span-differs", &["Tabel 8", "september 2007", "september 2008"], "2007-09"),
    ("contract-period-differs", &["Afsnit 4", "31.12.2012", "31.12.2013"], "2013-12-31"),
    ("guideline-weaker", &["Mål 1", "26.850", "26.445", "september 2008"], "26850"),
];

/// Whether the contract says nothing where it matters, rather than two things.
fn is_silence(code: &Code) -> bool {
    let silent = [
        "baseline-missing",
        "individual-not-split",
        "no-maximum-percent",
        "target-undetermined",
        "total-needs-maximum",
    ];
    silent.contains(&code.name())
}

fn names(found: &Diagnostic, code: &str, words: &[&str]) -> bool {
    let text = found.code.message(Words::DANISH);
    found.code.name() == code && words.iter().all(|word| text.contains(word))
}

#[test]
fn every_known_contradiction_of_ams_2009_is_found_once_at_its_line_and_nothing_else() {
    let reading = read(AMS.as_bytes());
    let warnings: Vec<&Diagnostic> = (reading.diagnostics.iter())
        .filter(|found| found.severity > Severity::Note && !is_silence(&found.code))
        .collect();
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
fn silence_is_told_with_the_points_that_it_leaves_open_and_warned_of_where_a_figure_depends_on_it() {
    let diagnostics = read(AMS.as_bytes()).diagnostics;
    let gaps = diagnostics.iter().filter(|found| is_silence(&found.code));
    let gaps: Vec<(Severity, String)> =
        gaps.map(|found| (found.severity, found.code.message(Words::DANISH))).collect();
    for (severity, words) in [
        (Severity::Warning, "Mål 1: målet er ikke fastlagt (Tabel 2). 125 point er åbne."),
        (Severity::Warning, "Mål 3: målet er ikke fastlagt (Tabel 2). 125 point er åbne."),
        (Severity::Warning, "Mål 4: målet er ikke fastlagt (Tabel 2). 75 point er åbne."),
        (Severity::Warning, "Mål 5: målet regnes fra 2008"),
        (Severity::Warning, "hvor mange procent resultatlønnen højst kan udgøre"),
        (Severity::Note, "»Produktkrav 2« tæller med sit maksimum"),
        (Severity::Note, "300 point på de 8"),
    ] {
        let told = gaps.iter().filter(|(_, text)| text.contains(words));
        let told: Vec<Severity> = told.map(|(severity, _)| *severity).collect();
        assert_eq!(told, [severity], "{words}: {gaps:#?}");
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
