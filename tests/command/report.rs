//! `kontrakt report`: each paper, and what it says of what it cannot use.

use std::fs;

use crate::{ASSESSMENT, CONTRACT, case, code, complaint, kontrakt, out, written};

#[test]
fn report_writes_each_paper_in_both_forms_and_languages() {
    for (paper, da, en) in [
        ("resultatoversigt", "Resultatoversigt 2009", "Overview of results 2009"),
        ("selvangivelse", "Selvangivelse 2009", "Self-assessment 2009"),
        ("afgoerelse", "Afgørelse 2009", "Decision 2009"),
        ("orientering", "Orientering 2009", "Notice 2009"),
        ("maalrapportering", "Målrapportering 2009", "Goal reporting 2009"),
        ("resultatrevision", "Resultatrevision 2009", "Review of results 2009"),
        ("kontrakttjek", "Kontrakttjek 2009", "Contract check 2009"),
        ("kontraktudkast", "Kontraktudkast 2009", "Draft contract 2009"),
    ] {
        for (lang, title) in [("da", da), ("en", en)] {
            let arguments = ["report", paper, CONTRACT, ASSESSMENT, "--lang", lang];
            let html = kontrakt(&arguments);
            assert_eq!(code(&html), 0, "{}", complaint(&html));
            assert!(out(&html).contains(&format!("<h1 class=\"paper__title\">{title}</h1>")));
            let markdown = kontrakt(&[&arguments[..], &["--format", "markdown"]].concat());
            assert!(out(&markdown).starts_with(&format!("# {title}\n")));
        }
    }
}

#[test]
fn report_writes_documents_and_workbooks() {
    for (form, part) in [("docx", "word/document.xml"), ("xlsx", "xl/workbook.xml")] {
        let path = written(&format!("selvangivelse.{form}"), "");
        let arguments = ["report", "selvangivelse", CONTRACT, ASSESSMENT, "--format", form];
        let output = kontrakt(&[&arguments[..], &["-o", &path]].concat());
        assert_eq!((code(&output), out(&output).as_str()), (0, ""), "{}", complaint(&output));
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.starts_with(b"PK") && bytes.windows(part.len()).any(|at| at == part.as_bytes()));
        assert_eq!(kontrakt(&arguments).stdout, bytes, "the same bytes each time");
    }
    let short = kontrakt(&["report", "selvangivelse", CONTRACT, ASSESSMENT, "--format", "md"]);
    assert!(out(&short).starts_with("# Selvangivelse 2009\n"));
}

#[test]
fn report_takes_the_looks_of_a_template_and_says_what_is_wrong_with_one() {
    let path = written("skabelon.docx", "");
    let arguments = ["report", "selvangivelse", CONTRACT, ASSESSMENT];
    let plain = kontrakt(&[&arguments[..], &["--format", "docx", "-o", &path]].concat());
    assert_eq!(code(&plain), 0, "{}", complaint(&plain));
    let dressed = kontrakt(&[&arguments[..], &["--template", &path]].concat());
    assert_eq!((code(&dressed), complaint(&dressed).as_str()), (0, ""));
    assert!(
        dressed.stdout.starts_with(b"PK") && dressed.stdout != fs::read(&path).unwrap(),
        "its heads are kept"
    );
    for (arguments, said) in [
        (&["--template", "tests/office/openpyxl.xlsx"][..], "ikke en Word-skabelon"),
        (&["--template", CONTRACT, "--format", "docx"], "kan ikke læses"),
        (&["--template", &path, "--format", "html"], "kun til Word-dokumenter"),
        (&["--template", "findes-ikke.dotx"], "findes-ikke.dotx"),
    ] {
        let refused = kontrakt(&[&["report", "selvangivelse", CONTRACT][..], arguments].concat());
        assert_eq!((code(&refused), refused.stdout.len()), (2, 0), "{arguments:?}");
        assert!(complaint(&refused).contains(said), "{}", complaint(&refused));
    }
}

#[test]
fn report_writes_to_a_file_and_takes_the_assessments_of_a_case() {
    let path = written("selvangivelse.md", "");
    let case = case("case-for-a-paper.json");
    let output = kontrakt(&["report", "selvangivelse", &case, "--format", "markdown", "-o", &path]);
    assert_eq!((code(&output), out(&output).as_str()), (0, ""));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("150 + 25 + 120 + 25 + 25 + 50 + 25 + 25 + 25 + 25 = 495"), "{text}");
    let twice = kontrakt(&["report", "selvangivelse", CONTRACT, ASSESSMENT, "--format", "markdown"]);
    // Each names the file that it was made from.
    let without_file =
        |text: &str| text.lines().filter(|line| !line.contains("Filens SHA-256")).collect::<String>();
    assert_eq!(
        without_file(&out(&twice)),
        without_file(&text),
        "the same paper, whether the assessment stands in the case or beside it"
    );
}

#[test]
fn report_says_what_is_wrong_with_what_it_was_given() {
    for (arguments, ending) in [
        (&["report", "regning", CONTRACT][..], 2),
        (&["report", "selvangivelse", ASSESSMENT], 2),
        (&["report", "selvangivelse", CONTRACT, CONTRACT], 2),
        (&["report", "selvangivelse", "findes-ikke.json"], 2),
        (&["report", "selvangivelse", CONTRACT, "-o", "findes-ikke/papir.html"], 2),
        (&["report", "selvangivelse", CONTRACT, "--beside", CONTRACT], 2),
        (&["report", "resultatrevision", CONTRACT, "--beside", "findes-ikke"], 2),
        (&["report", "selvangivelse", "tests/golden/bad/negative-number.json"], 1),
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), ending, "{arguments:?}");
        assert!(!complaint(&output).is_empty() && out(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_resultatrevision_takes_files_and_folders_with_comparable_contracts() {
    let centre = "contracts/copenhagen-units-2009/sygedagpenge.json";
    let of = |beside: &[&str]| {
        let beside = beside.iter().flat_map(|path| ["--beside", *path]).collect::<Vec<_>>();
        let output =
            kontrakt(&[&["report", "resultatrevision", centre, "--format", "md"], &beside[..]].concat());
        (out(&output), code(&output))
    };
    let (alone, ending) = of(&[]);
    assert!(ending == 0 && alone.contains("ingen sammenlignelige enheder"), "{alone}");
    let (folder, ending) = of(&["contracts/copenhagen-units-2009"]);
    assert!(ending == 0 && folder.contains("Sammenlignet med 9 kontrakter"), "{folder}");
    let (two, _) =
        of(&["contracts/copenhagen-units-2009/jsv.json", "contracts/copenhagen-units-2009/afklaring.json"]);
    assert!(two.contains("Sammenlignet med 2 kontrakter"), "{two}");
    let (with_refused, ending) =
        of(&["contracts/copenhagen-units-2009/integration.json", "tests/golden/bad/negative-number.json"]);
    assert!(ending == 1 && with_refused.contains("Sammenlignet med 1 kontrakt"), "{with_refused}");
}
