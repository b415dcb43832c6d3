//! The findings as SARIF 2.1.0 (OASIS), for any CI that shows what a static check found.
//!
//! One run. Every code that occurs is a rule; a finding names its rule, its place in the file and the goal that
//! it is about. Its fingerprint stays the same when other parts of the file change.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::findings::{CheckedFile, Complaint, Located};
use crate::findings::{Diagnostic, Severity};
use crate::i18n::Words;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The whole log.
#[derive(Debug, Serialize)]
pub struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    invocations: [Invocation; 1],
    artifacts: Vec<Artifact>,
    results: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Text>,
    default_configuration: Configuration,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Text {
    text: String,
}

/// How the command ended, and what it could not open.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    exit_code: u8,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Debug, Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    location: ArtifactLocation,
    mime_type: &'static str,
    roles: [&'static str; 1],
}

#[derive(Debug, Serialize)]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    partial_fingerprints: Fingerprints,
}

#[derive(Debug, Serialize)]
struct Fingerprints {
    #[serde(rename = "finding/v1")]
    finding: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    logical_locations: Vec<LogicalLocation>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    fully_qualified_name: String,
    kind: &'static str,
}

impl Log {
    /// What was found in files, in words of this language. The command ended with this exit code; with a complaint it
    /// could not do what it was asked for.
    pub fn new(files: &[CheckedFile<'_>], complaints: &[Complaint], exit_code: u8, words: Words) -> Self {
        let rules = Rules::collect(files, words);
        let mut seen = HashMap::new();
        let places = files.iter().enumerate().flat_map(|(index, file)| {
            file.findings.iter().map(move |located| Place { uri: &file.uri, index, located })
        });
        let results = places.map(|place| place.finding(&rules, &mut seen, words)).collect();
        let run = Run {
            tool: Tool { driver: rules.driver(words) },
            language: words.lang.code(),
            column_kind: "unicodeCodePoints",
            invocations: [Invocation::new(complaints, exit_code)],
            artifacts: files.iter().map(Artifact::new).collect(),
            results,
        };
        Self { schema: SCHEMA, version: "2.1.0", runs: [run] }
    }
}

impl Invocation {
    fn new(complaints: &[Complaint], exit_code: u8) -> Self {
        let notification = |complaint: &Complaint| Notification {
            level: level(Severity::Error),
            message: text(complaint.message.clone()),
        };
        Self {
            execution_successful: complaints.is_empty(),
            exit_code,
            tool_execution_notifications: complaints.iter().map(notification).collect(),
        }
    }
}

impl Artifact {
    fn new(file: &CheckedFile<'_>) -> Self {
        Self {
            location: ArtifactLocation { uri: file.uri.clone(), index: None },
            mime_type: "application/json",
            roles: ["analysisTarget"],
        }
    }
}

fn text(text: impl Into<String>) -> Text {
    Text { text: text.into() }
}

fn level(severity: Severity) -> &'static str {
    // The words are the same in SARIF.
    severity.name()
}

/// The codes that occur, by name.
struct Rules(BTreeMap<&'static str, Rule>);

struct Rule {
    title: &'static str,
    /// The gravest that occurs.
    level: Severity,
    /// Why it matters.
    why: Option<&'static str>,
    /// How to mend it, in every wording that occurs: some hints name what the file says.
    hints: BTreeSet<String>,
}

impl Rules {
    fn collect(files: &[CheckedFile<'_>], words: Words) -> Self {
        let mut rules = BTreeMap::new();
        for Located { found, .. } in files.iter().flat_map(|file| &file.findings) {
            let rule = rules.entry(found.code.name()).or_insert_with(|| Rule {
                title: found.code.title(words),
                level: found.severity,
                why: found.code.why(words),
                hints: BTreeSet::new(),
            });
            rule.level = rule.level.max(found.severity);
            rule.hints.extend(found.code.hint(words));
        }
        Self(rules)
    }

    fn driver(&self, words: Words) -> Driver {
        let version = env!("CARGO_PKG_VERSION");
        Driver {
            name: "kontrakt",
            version,
            semantic_version: version,
            language: words.lang.code(),
            rules: self.0.iter().map(|(code, rule)| rule.descriptor(code)).collect(),
        }
    }

    fn index(&self, code: &str) -> usize {
        self.0.keys().take_while(|name| **name != code).count()
    }

    /// The hint that says something else at each finding, and so cannot stand at the rule.
    fn own_hint(&self, found: &Diagnostic, words: Words) -> Option<String> {
        let varies = self.0.get(found.code.name()).is_some_and(|rule| rule.hints.len() > 1);
        found.code.hint(words).filter(|_| varies)
    }
}

impl Rule {
    fn descriptor(&self, code: &'static str) -> Descriptor {
        let hint = self.hints.first().filter(|_| self.hints.len() == 1);
        let help: Vec<&str> = self.why.into_iter().chain(hint.map(String::as_str)).collect();
        Descriptor {
            id: code,
            short_description: text(self.title),
            help: (!help.is_empty()).then(|| text(help.join(" "))),
            default_configuration: Configuration { level: level(self.level) },
        }
    }
}

/// A finding in the file that stands at this index among those checked.
struct Place<'f> {
    uri: &'f str,
    index: usize,
    located: &'f Located<'f>,
}

impl Place<'_> {
    fn finding(&self, rules: &Rules, seen: &mut HashMap<String, usize>, words: Words) -> Finding {
        let found = self.located.found;
        let code = found.code.name();
        let said = [Some(found.code.message(words)), rules.own_hint(found, words)];
        Finding {
            rule_id: code,
            rule_index: rules.index(code),
            level: level(found.severity),
            message: text(said.into_iter().flatten().collect::<Vec<_>>().join(" ")),
            locations: [self.location()],
            partial_fingerprints: Fingerprints { finding: self.fingerprint(seen) },
        }
    }

    fn location(&self) -> Location {
        let Located { found, end: (end_line, end_column), .. } = *self.located;
        Location {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation { uri: self.uri.to_owned(), index: Some(self.index) },
                region: Region { start_line: found.line, start_column: found.column, end_line, end_column },
            },
            logical_locations: self.logical_locations(),
        }
    }

    /// The value in its document, and the goal or the area that it belongs to.
    fn logical_locations(&self) -> Vec<LogicalLocation> {
        let Located { found, contract, goal, area, .. } = self.located;
        let named = |id: &String, kind| LogicalLocation {
            name: Some(id.clone()),
            fully_qualified_name: format!("{contract}#{id}"),
            kind,
        };
        let goal = goal.as_ref().map(|id| named(id, "goal"));
        let area = area.as_ref().map(|id| named(id, "area"));
        let value = LogicalLocation { name: None, fully_qualified_name: found.path.pointer(), kind: "value" };
        goal.into_iter().chain(area).chain([value]).collect()
    }

    /// A hash of the code, the contract and the place by its lasting name. Findings that are alike in all of it are
    /// numbered.
    fn fingerprint(&self, seen: &mut HashMap<String, usize>) -> String {
        let Located { found, contract, lasting, .. } = self.located;
        let what = format!("{}\n{contract}\n{lasting}", found.code.name());
        let count = seen.entry(format!("{}\n{what}", self.index)).or_insert(0);
        *count += 1;
        let digest = Sha256::digest(format!("{what}\n{count}"));
        digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    }
}
