//! A draft, in and out: the whole state of a case as one text, for the browser to keep.
//!
//! ```json
//! {
//!   "format": "resultatkladde", "version": 1, "checksum": "<SHA-256 of the rest>",
//!   "contract": "ams-2009", "title": "…", "at": "2009-12-31T14:32", "opening": "…", "unsaved": true,
//!   "change": 12,
//!   "current": 0, "typed": [{ "sheet": 0, "field": "goal/goal-2/value", "text": "ca. 26", "lang": "da" }],
//!   "written": [{ "at": "/goals/2/weight", "text": "ca. 150", "lang": "da" }],
//!   "renewal_year": "2010",
//!   "planned": [{ "goal": "goal-2", "choice": "deadline", "texts": [{ "at": "", "text": "31.12.2010", "lang": "da" }] }],
//!   "what_ifs": ["<an assessment, as text>"], "what_if_of": [0],
//!   "case": "<the case file, as text>"
//! }
//! ```
//!
//! The checksum is that of the text without it, so that a draft that was cut or changed is noticed. A case of several megabytes
//! takes a while, so it is written and summed up in slices.

use std::borrow::Cow;
use std::str::FromStr;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::fingerprint::{PART, hexadecimal};
use super::json::{Node, Value, parse, to_text};
use crate::pace::Wait;

const FORMAT: &str = "resultatkladde";
const VERSION: u64 = 1;

/// What a draft holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DraftFile<'a> {
    /// The contract's identifier.
    pub contract: Cow<'a, str>,
    /// The contract's title.
    pub title: Cow<'a, str>,
    /// When it was stored.
    pub at: Cow<'a, str>,
    /// The opening of the case that it belongs to, or what names the tab's own draft.
    pub opening: Cow<'a, str>,
    /// Whether it has changes that no file holds.
    pub unsaved: bool,
    /// How many changes led to it, in all its openings: of two drafts of the same work, which one is newer.
    pub change: u64,
    /// The assessment on the screen, counted from 0: those of the case file, then the what-ifs.
    pub current: Option<usize>,
    /// What stands in fields and is no value.
    pub typed: Vec<TypedText<'a>>,
    /// What stands in fields of the contract and is not in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<WaitingText<'a>>,
    /// The year of next year's contract, as it was typed.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub renewal_year: Cow<'a, str>,
    /// What was decided for next year's contract otherwise than proposed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<PlannedText<'a>>,
    /// The case file, exactly as it would be saved. It is much longer than the rest, and written apart.
    #[serde(skip_serializing)]
    pub case: Cow<'a, str>,
    /// The what-ifs, each as an assessment of its own.
    pub what_ifs: Vec<Cow<'a, str>>,
    /// The assessment that each of them is a copy of; none where that is gone.
    pub what_if_of: Vec<Option<usize>>,
}

/// A text in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TypedText<'a> {
    /// The assessment, counted from 0.
    pub sheet: usize,
    /// The field.
    pub field: Cow<'a, str>,
    /// The text.
    pub text: Cow<'a, str>,
    /// The language that it was typed in.
    pub lang: Cow<'a, str>,
}

/// A text in a field of the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WaitingText<'a> {
    /// The field's place, a JSON Pointer.
    pub at: Cow<'a, str>,
    /// The text.
    pub text: Cow<'a, str>,
    /// The language that it was typed in.
    pub lang: Cow<'a, str>,
}

/// What was decided about a goal of next year's contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedText<'a> {
    /// The goal.
    pub goal: Cow<'a, str>,
    /// The name of the choice.
    pub choice: Cow<'a, str>,
    /// What was typed with it, by the keys of its fields.
    pub texts: Vec<WaitingText<'a>>,
}

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The text.
    pub text: String,
    /// The checksum in it.
    pub checksum: String,
}

/// Why a text is no draft that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftFault {
    /// A draft of a newer version of the page.
    Newer,
    /// A draft of a version that is older than any whose drafts are read.
    Older,
    /// It was cut or changed.
    Broken,
}

impl DraftFile<'_> {
    /// Whether something was decided for next year's contract.
    pub fn has_plan(&self) -> bool {
        !self.renewal_year.is_empty() || !self.planned.is_empty()
    }

    /// The text with its checksum in third place, where a person sees it.
    pub async fn seal(&self, wait: &mut dyn FnMut() -> Wait) -> Sealed {
        let (head, members) = (head(), self.members(wait).await);
        let checksum = checksum([&head, &members], wait).await;
        Sealed { text: format!("{head}{CHECKSUM}{checksum}\",{members}"), checksum }
    }

    /// All members as they are written, and the bracket that closes them.
    async fn members(&self, wait: &mut dyn FnMut() -> Wait) -> String {
        let others = to_text(self);
        let others = others.strip_prefix('{').and_then(|others| others.strip_suffix('}')).unwrap_or_default();
        let mut text = String::with_capacity(others.len() + self.case.len() / 8 * 9);
        text.extend([others, ",\"case\":\""]);
        let mut rest = &*self.case;
        while let Some((part, behind)) = rest.split_at_checked(rest.floor_char_boundary(PART))
            && !part.is_empty()
        {
            wait().await;
            let quoted = to_text(&part);
            text.push_str(
                quoted.strip_prefix('"').and_then(|part| part.strip_suffix('"')).unwrap_or_default(),
            );
            rest = behind;
        }
        text.push_str("\"}");
        text
    }

    /// Reads a text whose checksum holds; also gives the checksum.
    pub async fn unseal<'t>(
        text: &'t str,
        wait: &mut dyn FnMut() -> Wait,
    ) -> Result<(DraftFile<'static>, &'t str), DraftFault> {
        let Some(checksum) = verified(text, wait).await else { return Err(fault(text)) };
        let root = parse(text).map_err(|_| DraftFault::Broken)?;
        draft(&root).map(|draft| (draft, checksum)).ok_or(DraftFault::Broken)
    }
}

/// What a draft says. By hand, since the first view looks at the drafts, and need not wait for a second reader of JSON.
fn draft(root: &Node<'_>) -> Option<DraftFile<'static>> {
    Some(DraftFile {
        contract: text(root.get("contract")?)?,
        title: text(root.get("title")?)?,
        at: text(root.get("at")?)?,
        opening: text(root.get("opening")?)?,
        unsaved: root.get("unsaved")?.value == Value::Truth(true),
        change: root.get("change").map_or(Some(0), number)?,
        current: root.get("current").map_or(Some(None), optional)?,
        typed: list(root, "typed", typed_text)?,
        written: list(root, "written", waiting_text)?,
        renewal_year: root.get("renewal_year").map_or(Some(Cow::Borrowed("")), text)?,
        planned: list(root, "planned", planned_text)?,
        case: root.get("case").map_or(Some(Cow::Borrowed("")), text)?,
        what_ifs: list(root, "what_ifs", text)?,
        what_if_of: list(root, "what_if_of", optional)?,
    })
}

fn typed_text(node: &Node<'_>) -> Option<TypedText<'static>> {
    Some(TypedText {
        sheet: number(node.get("sheet")?)?,
        field: text(node.get("field")?)?,
        text: text(node.get("text")?)?,
        lang: text(node.get("lang")?)?,
    })
}

fn waiting_text(node: &Node<'_>) -> Option<WaitingText<'static>> {
    Some(WaitingText {
        at: text(node.get("at")?)?,
        text: text(node.get("text")?)?,
        lang: text(node.get("lang")?)?,
    })
}

fn planned_text(node: &Node<'_>) -> Option<PlannedText<'static>> {
    Some(PlannedText {
        goal: text(node.get("goal")?)?,
        choice: text(node.get("choice")?)?,
        texts: list(node, "texts", waiting_text)?,
    })
}

/// The items under a key; none where it is not there.
fn list<T>(root: &Node<'_>, key: &str, item: fn(&Node<'_>) -> Option<T>) -> Option<Vec<T>> {
    root.get(key).map_or(Some(Vec::new()), |list| list.items().iter().map(item).collect())
}

fn text(node: &Node<'_>) -> Option<Cow<'static, str>> {
    node.as_text().map(|text| Cow::Owned(text.to_owned()))
}

fn number<T: FromStr>(node: &Node<'_>) -> Option<T> {
    match node.value {
        Value::Number(number) => number.parse().ok(),
        _ => None,
    }
}

#[allow(clippy::option_option, reason = "what is wrong is another thing than what is not given")]
fn optional(node: &Node<'_>) -> Option<Option<usize>> {
    if node.value == Value::Null { Some(None) } else { number(node).map(Some) }
}

/// What comes before the checksum.
const CHECKSUM: &str = "\"checksum\":\"";

/// What every draft begins with.
fn head() -> String {
    format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},")
}

/// The checksum of a draft of this version, where it is that of the text without it.
async fn verified<'t>(text: &'t str, wait: &mut dyn FnMut() -> Wait) -> Option<&'t str> {
    if !text.starts_with(&head()) {
        return None;
    }
    let (before, behind) = text.split_once(CHECKSUM)?;
    let (stated, behind) = behind.split_once('"')?;
    let (before, behind) = match behind.strip_prefix(',') {
        Some(behind) => (before, behind),
        None => (before.strip_suffix(',')?, behind),
    };
    (checksum([before, behind], wait).await == stated).then_some(stated)
}

async fn checksum(texts: [&str; 2], wait: &mut dyn FnMut() -> Wait) -> String {
    let mut hash = Sha256::new();
    for part in texts.iter().flat_map(|text| text.as_bytes().chunks(PART)) {
        wait().await;
        hash.update(part);
    }
    hexadecimal(hash)
}

/// What is wrong with a text whose checksum is not that of a draft of this version.
fn fault(text: &str) -> DraftFault {
    let version = parse(text).ok().and_then(|root| {
        let is_draft = root.get("format")?.as_text() == Some(FORMAT);
        root.get("version").filter(|_| is_draft).and_then(number::<u64>)
    });
    match version {
        Some(version) if version > VERSION => DraftFault::Newer,
        Some(version) if version < VERSION => DraftFault::Older,
        _ => DraftFault::Broken,
    }
}
