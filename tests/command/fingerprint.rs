//! `kontrakt fingerprint`: the sums that a paper and an assessment name.

use crate::{ASSESSMENT, CONTRACT, case, code, complaint, kontrakt, out, written};

/// The fingerprint and the sum of the file.
fn sums(path: &str) -> (String, String) {
    let output = kontrakt(&["fingerprint", path]);
    assert_eq!((code(&output), complaint(&output).as_str()), (0, ""));
    let text = out(&output);
    let mut lines = text.lines();
    let mut after = |name: &str| lines.next().unwrap().strip_prefix(name).unwrap().to_owned();
    (after("Kontraktens fingeraftryk: "), after("Filens SHA-256: "))
}

#[test]
fn it_is_the_one_that_papers_print() {
    let (fingerprint, _) = sums(CONTRACT);
    let paper = out(&kontrakt(&["report", "kontrakttjek", CONTRACT, "--format", "markdown"]));
    assert_eq!(fingerprint.len(), 64);
    assert!(paper.contains(&fingerprint), "{paper}");
}

#[test]
fn a_paper_names_the_sums_and_the_command_that_prints_them() {
    for path in [CONTRACT, &case("fingerprint-of-a-paper.json")] {
        let (fingerprint, file) = sums(path);
        for (lang, command, own) in [
            ("da", "kontrakt fingerprint FIL", "Filens SHA-256"),
            ("en", "kontrakt fingerprint FILE", "File SHA-256"),
        ] {
            let paper = ["report", "afgoerelse", path, "--format", "markdown", "--lang", lang];
            let text = out(&kontrakt(&paper));
            for wanted in [&fingerprint, &format!("{own} {file}"), command] {
                assert!(text.contains(wanted), "{wanted} is not in\n{text}");
            }
        }
    }
}

#[test]
fn layout_changes_the_sum_of_the_file_alone() {
    let one = "{\"format\": \"resultatkontrakt\", \"version\": 1, \"id\": \"a\", \"title\": \"A\",\
        \"period\": {\"from\": \"2009-01-01\", \"to\": \"2009-12-31\"}, \"goals\": []}";
    let first = sums(&written("fingerprint-1.json", one));
    let second = sums(&written("fingerprint-2.json", &format!("\u{feff}{}\n", one.replace(", ", ",\n\t"))));
    assert_eq!(first.0, second.0);
    assert_ne!(first.1, second.1);
    let other = sums(&written("fingerprint-3.json", &one.replace("\"A\"", "\"B\"")));
    assert_ne!(first.0, other.0);
    // This one is written in the canonical form, and sha256sum prints its sum.
    let canonical = "{\"format\":\"resultatkontrakt\",\"goals\":[],\"id\":\"a\",\"period\":{\"from\":\"2009-01-01\",\
        \"to\":\"2009-12-31\"},\"title\":\"A\",\"version\":1}";
    let both = sums(&written("fingerprint-4.json", canonical));
    assert_eq!(both, (first.0.clone(), first.0));
    assert_eq!(both.1, "60905bce369b84eb535dbd889daa9e789137442c06577029d1a1fe9bbc9a40e7");
}

#[test]
fn of_a_case_file_the_contract_is_taken() {
    let case = case("fingerprint-case.json");
    assert_eq!(sums(&case).0, sums(CONTRACT).0);
    assert_ne!(sums(&case).1, sums(CONTRACT).1);
}

#[test]
fn what_has_no_fingerprint_is_said() {
    for (path, lang, ending, said) in [
        (ASSESSMENT, "da", 2, "Kun kontrakter har et fingeraftryk."),
        (ASSESSMENT, "en", 2, "Only contracts have a fingerprint."),
        ("findes-ikke.json", "da", 2, "findes ikke"),
        ("tests/golden/bad/negative-number.json", "da", 1, "error[negative-number]"),
    ] {
        let output = kontrakt(&["fingerprint", path, "--lang", lang]);
        assert_eq!((code(&output), out(&output).as_str()), (ending, ""), "{path}");
        assert!(complaint(&output).contains(said), "{}", complaint(&output));
    }
    let english = out(&kontrakt(&["fingerprint", CONTRACT, "--lang", "en"]));
    assert!(english.starts_with("The contract's fingerprint: ") && english.contains("The file's SHA-256: "));
}
