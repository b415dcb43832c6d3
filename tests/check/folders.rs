//! Folders, and files that are checked together.

use super::*;

fn found(output: &Output) -> Vec<(String, String)> {
    let findings = parsed(output)["findings"].as_array().unwrap().clone();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    findings.iter().map(|finding| (text(finding, "file"), text(finding, "code"))).collect()
}

#[test]
fn a_folder_stands_for_its_json_files_by_name() {
    let files = contracts();
    let one_by_one = check(&[&["--json"], &*files.iter().map(String::as_str).collect::<Vec<_>>()].concat());
    let at_once = check(&["--json", "contracts"]);
    assert_eq!(parsed(&at_once), parsed(&one_by_one));
    let summed: Vec<_> = parsed(&at_once)["summary"]["files"].as_array().unwrap().clone();
    let names: Vec<_> = summed.iter().map(|file| file["file"].as_str().unwrap()).collect();
    assert_eq!(names, files);
}

#[test]
fn a_file_that_is_named_beside_its_folder_is_checked_once() {
    assert_eq!(parsed(&check(&["--json", "contracts", AMS])), parsed(&check(&["--json", "contracts"])));
}

#[test]
fn a_folder_that_is_named_twice_is_checked_once() {
    let twice = check(&["--json", "contracts", "./contracts/"]);
    assert_eq!((code(&twice), parsed(&twice)), (0, parsed(&check(&["--json", "contracts"]))));
    // Nor is a folder empty whose only contract has been named before it.
    let folder = folder("before");
    fs::write(folder.join("kontrakt.json"), text_of(AMS)).unwrap();
    let beside = check_in(&folder, &["--json", "kontrakt.json", "."]);
    assert_eq!((code(&beside), parsed(&beside)["complaints"].clone()), (0, Value::Array(vec![])));
}

/// Each file is looked up once: comparing it with all before it took half a minute for as many as these.
#[test]
fn a_folder_of_very_many_files_is_read_once_each() {
    let folder = folder("many");
    let names: Vec<_> = (0..3000).map(|number| format!("{number:04}.json")).collect();
    for name in &names {
        fs::write(folder.join(name), "{\"format\": \"resultatvurdering\"}").unwrap();
    }
    let begun = std::time::Instant::now();
    let output = parsed(&check_in(&folder, &["--json", "."]));
    assert!(begun.elapsed().as_secs() < 15, "{:?}", begun.elapsed());
    assert_eq!(output["summary"]["files"].as_array().unwrap().len(), names.len());
}

#[test]
fn what_is_json_and_nothing_of_ours_is_skipped_whatever_it_holds() {
    let folder = folder("values");
    let others = ["./liste.json", "./null.json", "./objekt.json", "./tal.json"];
    for (name, text) in others.iter().zip(["[1]", "null", "{}", "3"]) {
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join("kontrakt.json"), text_of(AMS)).unwrap();
    let output = parsed(&check_in(&folder, &[".", "--json"]));
    assert_eq!(output["skipped"], Value::from(others.to_vec()));
    assert_eq!(output["summary"]["files"].as_array().unwrap().len(), 1);
    // A skipped one that is named as well is asked for.
    let named = parsed(&check_in(&folder, &[".", "null.json", "--json"]));
    assert_eq!(named["summary"]["files"].as_array().unwrap().len(), 2);
}

#[test]
fn json_of_another_kind_is_skipped_in_a_folder_and_said() {
    let folder = folder("foreign");
    fs::write(folder.join("package.json"), "{\"name\": \"andet\"}").unwrap();
    fs::write(folder.join("kontrakt.JSON"), text_of(AMS)).unwrap();
    fs::write(folder.join("halv.json"), "{\"format\": \"resultatkontrakt\",").unwrap();
    fs::write(folder.join("noter.txt"), "ikke JSON").unwrap();
    let output = check_in(&folder, &[".", "--json"]);
    assert_eq!(code(&output), 1);
    let (found, complaint) = (found(&output), complaint(&output));
    assert!(found.iter().any(|(file, code)| file.ends_with("halv.json") && code == "truncated"), "{found:?}");
    assert!(found.iter().any(|(file, _)| file.ends_with("kontrakt.JSON")));
    assert!(
        complaint.contains("package.json er sprunget over") && !complaint.contains("noter"),
        "{complaint}"
    );
    // By its own name it is asked for, and then it is an error.
    let output = check_in(&folder, &["package.json"]);
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("error[unknown-format]"), "{}", out(&output));
}

#[test]
fn a_folder_without_contracts_does_not_pass() {
    let folder = folder("empty");
    fs::write(folder.join("package.json"), "{}").unwrap();
    for (lang, words) in [("da", "ingen kontrakter"), ("en", "no contracts")] {
        let output = check_in(&folder, &[".", "--lang", lang]);
        assert_eq!(code(&output), 2);
        assert!(complaint(&output).contains(words), "{}", complaint(&output));
    }
}

#[test]
fn an_assessment_is_held_against_the_contract_beside_it() {
    let folder = folder("pair");
    let assessment =
        text_of("contracts/ams-2009.assessment.json").replace("\"points\": 120", "\"points\": 151");
    fs::write(folder.join("vurdering.json"), assessment).unwrap();
    let alone = check_in(&folder, &["vurdering.json", "--json"]);
    assert_eq!(found(&alone), []);
    fs::write(folder.join("kontrakt.json"), text_of(AMS)).unwrap();
    let together = check_in(&folder, &["vurdering.json", "kontrakt.json", "--json"]);
    let wanted = ("vurdering.json".to_owned(), "points-outside-range".to_owned());
    assert!(found(&together).contains(&wanted), "{:?}", found(&together));
    let finding = &parsed(&together)["findings"][0];
    assert_eq!(
        (&finding["path"], &finding["goal"]),
        (&"/results/product-2/points".into(), &"product-2".into())
    );
}

#[test]
fn contracts_are_held_against_each_other() {
    let folder = folder("across");
    let contract = |id: &str, goal: &str| {
        format!(
            "{{\"format\": \"resultatkontrakt\", \"version\": 1, \"id\": \"{id}\", \"title\": \"{id}\", \
             \"goals\": [{{\"id\": \"a\", \"title\": \"a\", \"target\": {{\"kind\": \"done\"}}{goal}}}]}}"
        )
    };
    fs::write(folder.join("minister.json"), contract("minister", "")).unwrap();
    fs::write(folder.join("styrelse.json"), contract("styrelse", ", \"contributes_to\": [\"minister#b\"]"))
        .unwrap();
    fs::write(folder.join("z.json"), contract("styrelse", "")).unwrap();
    let codes: Vec<_> =
        found(&check_in(&folder, &[".", "--json"])).into_iter().map(|(_, code)| code).collect();
    assert!(codes.contains(&"unknown-goal-elsewhere".to_owned()), "{codes:?}");
    assert!(codes.contains(&"contract-twice".to_owned()), "{codes:?}");
    assert_eq!(found(&check_in(&folder, &["styrelse.json", "--json"])), []);
}
