//! What a stranger's file says to a terminal and to the log of a CI: nothing that they would obey.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use resultatkontrakt::i18n::printable::acts;
use serde_json::Value;

use crate::{ASSESSMENT, CONTRACT, code, complaint, file, kontrakt, out, written};

/// A link (OSC 8), a cleared line, a bell, C1's CSI, turned letters, and commands that a CI obeys.
const ATTACKS: [&str; 6] = [
    "\u{1b}]8;;https://ond.example\u{7}klik\u{1b}]8;;\u{7}\u{1b}[2K\r",
    "\n::error file=a.json::forfalsket",
    "::warning::forfalsket",
    "##[error]forfalsket ##vso[task.setvariable variable=a]b",
    "\u{202e}tlasflaf\u{2066}\u{2028}",
    "\u{9b}31m\u{7f}\u{8}\u{0}",
];

/// A contract and an assessment with this text wherever a text of somebody's own may stand.
fn hostile(attack: &str, name: &str) -> [String; 2] {
    fn spoil(value: &mut Value, attack: &str) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(|one| spoil(one, attack)),
            Value::Object(object) => {
                for (key, value) in object {
                    let is_text = ["title", "label", "source", "note", "text", "reason", "unit", "issuer"];
                    match value {
                        Value::String(text) if is_text.contains(&key.as_str()) => {
                            *text = format!("{attack}{text}");
                        }
                        _ => spoil(value, attack),
                    }
                }
            }
            _ => {}
        }
    }
    [CONTRACT, ASSESSMENT].map(|path| {
        let text = String::from_utf8(file(path)).unwrap();
        let in_json = Value::from(attack).to_string();
        // The identifiers of goals are named by keys as well.
        let text = text.replace("goal-2\"", &format!("{}\"", in_json.trim_matches('"')));
        let mut value: Value = serde_json::from_str(&text).unwrap();
        spoil(&mut value, attack);
        written(
            &format!("{name}.{}", Path::new(path).file_name().unwrap().to_str().unwrap()),
            &value.to_string(),
        )
    })
}

/// Holds both outputs against everything that acts on a terminal or in a CI.
fn assert_harmless(output: &Output, call: &[&str]) {
    for text in [out(output), complaint(output)] {
        let acting = text.chars().find(|letter| *letter != '\n' && acts(*letter));
        assert_eq!(acting, None, "{call:?}\n{text}");
        assert!(!text.contains("##["), "{call:?}\n{text}");
        assert!(!text.contains("##vso["), "{call:?}\n{text}");
        let command = text.lines().find(|line| line.trim_start().starts_with("::"));
        assert_eq!(command, None, "{call:?}\n{text}");
    }
}

#[test]
fn nothing_from_a_file_acts_on_a_terminal() {
    for (number, attack) in ATTACKS.iter().enumerate() {
        let [contract, assessment] = hostile(attack, &format!("hostile-{number}"));
        let (contract, assessment) = (contract.as_str(), assessment.as_str());
        for lang in ["da", "en"] {
            let calls: [&[&str]; 9] = [
                &["check", contract, assessment],
                &["check", contract, assessment, "--json"],
                &["check", contract, assessment, "--sarif"],
                &["score", contract, assessment],
                &["score", contract, assessment, "--json"],
                &["report", "kontrakttjek", contract, assessment],
                &["report", "selvangivelse", contract, assessment],
                &["report", "kontrakttjek", contract, assessment, "--format", "markdown"],
                &["report", "selvangivelse", contract, assessment, "--format", "markdown"],
            ];
            for call in calls {
                let call = [call, &["--lang", lang]].concat();
                let output = kontrakt(&call);
                assert_eq!(code(&output), 0, "{}", complaint(&output));
                assert_harmless(&output, &call);
                assert!(out(&output).contains("forfalsket") || !attack.contains("forfalsket"), "{call:?}");
            }
        }
    }
}

#[test]
fn neither_does_a_file_that_is_refused() {
    let keys = ATTACKS.map(|attack| Value::from(attack).to_string());
    let texts = [
        format!(r#"{{"format": "resultatkontrakt", {}: 1, {}: 2}}"#, keys[0], keys[1]),
        format!(r#"{{"format": {}, "version": 1}}"#, keys[1]),
        format!(
            r#"{{"format": "resultatkontrakt", "id": {}, "title": {}, "goals": [{{"id": {2}}}, {{"id": {2}}}]}}"#,
            keys[4], keys[3], keys[2]
        ),
        // Raw in the text, where a finding shows its line.
        format!("{{\"a\": \"{}\r\u{1b}[2K\", x}}", ATTACKS[4]),
        ATTACKS.concat(),
    ];
    for (number, text) in texts.iter().enumerate() {
        let path = written(&format!("refused-{number}.json"), text);
        for call in [
            &["check", &path][..],
            &["check", &path, "--json"],
            &["check", &path, "--sarif"],
            &["score", &path],
            &["score", &path, "--json"],
            &["report", "kontrakttjek", &path],
            &["report", "kontrakttjek", CONTRACT, &path],
            &["fingerprint", &path],
        ] {
            let output = kontrakt(call);
            assert_eq!(code(&output), 1, "{}", complaint(&output));
            assert_harmless(&output, call);
        }
    }
}

#[test]
fn the_marks_stand_below_what_is_spelled_out() {
    let path = written("marks.json", "{\"\u{202e}\": 1, \"format\": \"resultat\u{1b}kontrakt\"}");
    let shown = out(&kontrakt(&["check", &path]));
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().position(|line| line.ends_with('^')).unwrap();
    let (text, marks) = (lines[at - 1], lines[at]);
    assert_eq!(text, r#"    | {"\u{202e}": 1, "format": "resultat\u{1b}kontrakt"}"#, "{shown}");
    let marked: String =
        text.chars().skip(marks.find('^').unwrap()).take(marks.matches('^').count()).collect();
    assert_eq!(marked, r"\u{1b}", "{shown}");
}

/// Windows has no such names.
#[cfg(unix)]
#[test]
fn nor_does_the_name_of_a_file() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("names");
    let _ = fs::remove_dir_all(&folder);
    for (number, attack) in ATTACKS.iter().enumerate() {
        let name = attack.replace(['/', '\0'], "");
        let inner = folder.join(format!("{number}")).join(&name);
        fs::create_dir_all(inner.join("empty")).unwrap();
        let foreign = inner.join("foreign.json");
        fs::write(&foreign, "{}").unwrap();
        let contract = inner.join("contract.json");
        fs::write(&contract, file("tests/golden/bad/no-reason.json")).unwrap();
        let path = |path: &Path| path.to_str().unwrap().to_owned();
        let (folder, empty, contract) = (path(&inner), path(&inner.join("empty")), path(&contract));
        let missing = path(&inner.join(&name));
        for call in [
            &["check", &folder, &empty, &missing, &name][..],
            &["check", &folder, &empty, &missing, "--json"],
            &["check", &folder, &empty, &missing, "--sarif"],
            &["score", &contract, &contract],
            &["score", &contract, "--json"],
            &["score", &missing],
            &["fingerprint", &missing],
            &["report", "kontrakttjek", &contract, "--output", &missing],
            &["report", "kontrakttjek", CONTRACT, "--output", &folder],
            &["report", &name, &contract],
            &["check", &format!("--{name}"), &contract],
            &["check", "--lang", &name, &contract],
            &[&name],
        ] {
            let output = kontrakt(call);
            assert_harmless(&output, call);
            assert!(
                !out(&output).is_empty() || !complaint(&output).is_empty() || code(&output) == 0,
                "{call:?}"
            );
        }
    }
}

#[test]
fn the_json_says_the_same_as_before_it_was_spelled_out() {
    let attack = ATTACKS.concat();
    let [contract, assessment] = hostile(&attack, "json");
    let output = kontrakt(&["check", &contract, &assessment, "--json"]);
    let found: Value = serde_json::from_str(&out(&output)).unwrap();
    let goals: Vec<&str> =
        found["findings"].as_array().unwrap().iter().filter_map(|one| one["goal"].as_str()).collect();
    assert!(goals.contains(&attack.as_str()), "{goals:?}");
}

#[test]
fn one_file_of_the_command_alone_writes_to_the_terminal() {
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { sources(&path, found) } else { found.push(path) }
        }
    }
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/kontrakt"), &mut files);
    let writes = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        ["stdout()", "stderr()", "print!", "println!", "dbg!"].iter().any(|call| text.contains(call))
    };
    let writing: Vec<_> =
        files.iter().filter(|path| writes(path)).map(|path| path.file_name().unwrap()).collect();
    assert_eq!(writing, ["output.rs"]);
}

/// The answer to what comes through standard input.
fn fed(arguments: &[&str], path: &str) -> Output {
    let input = fs::File::open(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kontrakt"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).stdin(input).output().unwrap()
}

#[test]
fn a_dash_is_standard_input_and_output() {
    for (arguments, begins) in [
        (&["check", "-"][..], "-:"),
        (&["score", "-"], ""),
        (&["fingerprint", "-"], ""),
        (&["diff", "-", CONTRACT], "De to kontrakter siger det samme."),
        (&["renew", "-", "-o", "-"], "{"),
        (&["report", "kontrakttjek", "-", "-o", "-"], "<!"),
    ] {
        let output = fed(arguments, CONTRACT);
        assert_eq!(code(&output), 0, "{arguments:?} {}", complaint(&output));
        assert!(
            out(&output).starts_with(begins) && !out(&output).is_empty(),
            "{arguments:?} {}",
            out(&output)
        );
    }
    assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join("-").exists());
    assert!(out(&kontrakt(&["new", "styrelse", "--year", "2027", "--output", "-"])).starts_with('{'));
}

#[test]
fn no_paper_is_written_over_a_contract_and_what_cannot_be_written_says_why() {
    let own = written("not-over.json", &String::from_utf8(file(CONTRACT)).unwrap());
    let folder = Path::new(&own).parent().unwrap();
    let (nowhere, folder) = (folder.join("ingen/a.html"), folder.to_str().unwrap());
    for (arguments, said) in [
        (&["diff", CONTRACT, CONTRACT, "-o", &own][..], "findes allerede"),
        (&["report", "kontrakttjek", CONTRACT, "-o", &own], "findes allerede"),
        (&["portfolio", "contracts/regions-2009", "--json", "-o", &own], "findes allerede"),
        (&["calendar", CONTRACT, "-o", &own], "findes allerede"),
        (&["report", "kontrakttjek", CONTRACT, "-o", folder], "er en mappe"),
        (&["report", "kontrakttjek", CONTRACT, "-o", nowhere.to_str().unwrap()], "mappen findes ikke"),
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(complaint(&output).contains(said), "{arguments:?} {}", complaint(&output));
    }
    assert_eq!(fs::read(&own).unwrap(), file(CONTRACT));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_told() {
    for arguments in [&["renew", CONTRACT][..], &["check", CONTRACT], &["score", CONTRACT, "--json"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_kontrakt"));
        let output =
            command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).stdout(full).output().unwrap();
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(complaint(&output).contains("Ikke alt kunne skrives"), "{arguments:?}");
    }
}
