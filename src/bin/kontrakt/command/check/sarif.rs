//! The findings as SARIF 2.1.0 (OASIS), for any CI that shows what a static check found.
//!
//! One run. Every code that occurs is a rule; a finding names its rule, its place in the file and the goal that
//! it is about. Its fingerprint stays the same when other parts of the file change.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use resultatkontrakt::findings::{Diagnostic, Severity};
use resultatkontrakt::format::json::Json;
use resultatkontrakt::i18n::Lang;
use sha2::{Digest, Sha256};

use super::files::{Checked, Complaint, Gathered};
use super::{place, uri};
use crate::command::output::Ending;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The whole log.
pub(super) fn log(gathered: &Gathered, ending: Ending, lang: Lang) -> Json {
    let rules = Rules::of(&gathered.files, lang);
    let mut seen = HashMap::new();
    let results =
        gathered.files.iter().enumerate().flat_map(|(place, file)| {
            file.diagnostics.iter().map(move |found| Finding { file, place, found })
        });
    let results = results.map(|finding| finding.result(&rules, &mut seen, lang)).collect();
    let run = Json::object([
        ("tool", Some(object([("driver", rules.driver(lang))]))),
        ("language", Some(Json::text(lang.code()))),
        ("columnKind", Some(Json::text("unicodeCodePoints"))),
        ("invocations", Some(Json::List(vec![invocation(gathered, ending)]))),
        ("artifacts", Some(Json::List(gathered.files.iter().map(artifact).collect()))),
        ("results", Some(Json::List(results))),
    ]);
    object([
        ("$schema", Json::text(SCHEMA)),
        ("version", Json::text("2.1.0")),
        ("runs", Json::List(vec![run])),
    ])
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::object(members.map(|(key, value)| (key, Some(value))))
}

fn text(text: impl Into<Box<str>>) -> Json {
    object([("text", Json::text(text))])
}

fn level(severity: Severity) -> Json {
    // The words are the same in SARIF.
    Json::text(severity.name())
}

/// How the command ended, and what it could not open.
fn invocation(gathered: &Gathered, ending: Ending) -> Json {
    let notification = |complaint: &Complaint| {
        object([("level", level(Severity::Error)), ("message", text(complaint.message.as_str()))])
    };
    let notifications: Vec<_> = gathered.complaints.iter().map(notification).collect();
    Json::object([
        ("executionSuccessful", Some(Json::Truth(ending != Ending::NotDone))),
        ("exitCode", Some(Json::number(&ending.exit_code()))),
        ("toolExecutionNotifications", (!notifications.is_empty()).then_some(Json::List(notifications))),
    ])
}

fn artifact(file: &Checked) -> Json {
    object([
        ("location", object([("uri", Json::text(uri::of(&file.path)))])),
        ("mimeType", Json::text("application/json")),
        ("roles", Json::List(vec![Json::text("analysisTarget")])),
    ])
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
    fn of(files: &[Checked], lang: Lang) -> Self {
        let mut rules = BTreeMap::new();
        for found in files.iter().flat_map(|file| &file.diagnostics) {
            let rule = rules.entry(found.code.name()).or_insert_with(|| Rule {
                title: found.code.title(lang),
                level: found.severity,
                why: found.code.why(lang),
                hints: BTreeSet::new(),
            });
            rule.level = rule.level.max(found.severity);
            rule.hints.extend(found.code.hint(lang));
        }
        Self(rules)
    }

    fn driver(&self, lang: Lang) -> Json {
        let version = env!("CARGO_PKG_VERSION");
        object([
            ("name", Json::text("kontrakt")),
            ("version", Json::text(version)),
            ("semanticVersion", Json::text(version)),
            ("language", Json::text(lang.code())),
            ("rules", Json::List(self.0.iter().map(|(code, rule)| rule.descriptor(code)).collect())),
        ])
    }

    fn index(&self, code: &str) -> usize {
        self.0.keys().take_while(|name| **name != code).count()
    }

    /// The hint that says something else at each finding, and so cannot stand at the rule.
    fn own_hint(&self, found: &Diagnostic, lang: Lang) -> Option<String> {
        let varies = self.0.get(found.code.name()).is_some_and(|rule| rule.hints.len() > 1);
        found.code.hint(lang).filter(|_| varies)
    }
}

impl Rule {
    fn descriptor(&self, code: &str) -> Json {
        let hint = self.hints.first().filter(|_| self.hints.len() == 1);
        let help: Vec<&str> = self.why.into_iter().chain(hint.map(String::as_str)).collect();
        Json::object([
            ("id", Some(Json::text(code))),
            ("shortDescription", Some(text(self.title))),
            ("help", (!help.is_empty()).then(|| text(help.join(" ")))),
            ("defaultConfiguration", Some(object([("level", level(self.level))]))),
        ])
    }
}

/// A finding in the file that stands at this place among those checked.
struct Finding<'f> {
    file: &'f Checked,
    place: usize,
    found: &'f Diagnostic,
}

impl Finding<'_> {
    fn result(&self, rules: &Rules, seen: &mut HashMap<String, usize>, lang: Lang) -> Json {
        let code = self.found.code.name();
        let said = [Some(self.found.code.message(lang)), rules.own_hint(self.found, lang)];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
        object([
            ("ruleId", Json::text(code)),
            ("ruleIndex", Json::number(&rules.index(code))),
            ("level", level(self.found.severity)),
            ("message", text(said)),
            ("locations", Json::List(vec![self.location()])),
            ("partialFingerprints", object([("finding/v1", Json::text(self.fingerprint(seen)))])),
        ])
    }

    fn location(&self) -> Json {
        let artifact =
            object([("uri", Json::text(uri::of(&self.file.path))), ("index", Json::number(&self.place))]);
        let (end_line, end_column) = place::end(self.file, self.found);
        let region = object([
            ("startLine", Json::number(&self.found.line)),
            ("startColumn", Json::number(&self.found.column)),
            ("endLine", Json::number(&end_line)),
            ("endColumn", Json::number(&end_column)),
        ]);
        object([
            ("physicalLocation", object([("artifactLocation", artifact), ("region", region)])),
            ("logicalLocations", Json::List(self.logical_locations())),
        ])
    }

    /// The value in its document, and the goal or the area that it belongs to.
    fn logical_locations(&self) -> Vec<Json> {
        let pointer = self.found.path.pointer();
        let value = object([("fullyQualifiedName", Json::text(pointer)), ("kind", Json::text("value"))]);
        let contract = place::contract_id(self.file, self.found).unwrap_or_default();
        let named = |id: String, kind: &str| {
            object([
                ("name", Json::text(id.as_str())),
                ("fullyQualifiedName", Json::text(format!("{contract}#{id}"))),
                ("kind", Json::text(kind)),
            ])
        };
        let goal = place::goal(self.file, self.found).map(|id| named(id, "goal"));
        let area = place::area(self.file, self.found).map(|id| named(id, "area"));
        goal.into_iter().chain(area).chain([value]).collect()
    }

    /// A hash of the code, the contract and the place by its lasting name; the second of two that are alike in
    /// all of it is counted.
    fn fingerprint(&self, seen: &mut HashMap<String, usize>) -> String {
        let contract = place::contract_id(self.file, self.found).unwrap_or_default();
        let place = place::lasting(self.file, self.found);
        let what = format!("{}\n{contract}\n{place}", self.found.code.name());
        let count = seen.entry(format!("{}\n{what}", self.place)).or_insert(0);
        *count += 1;
        let digest = Sha256::digest(format!("{what}\n{count}"));
        digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    }
}
