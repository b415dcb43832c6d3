//! What `kontrakt diff --json` prints, for programs that know the command: docs/command.md.

use serde::Serialize;

use super::ContractFile;
use crate::domain::changes::{Change, ChangedPlace, Counts, Difference, Edition, Effect, changes};
use crate::domain::contract::{ContractId, GoalId};
use crate::i18n::Words;
use crate::i18n::changes::ChangeWords;

/// The form of the list; it grows when something in it comes to mean something else.
const VERSION: u32 = 1;

/// Two contracts, how many goals and areas changed, and every change.
#[derive(Debug, Serialize)]
pub struct ChangeList<'c> {
    version: u32,
    language: &'static str,
    before: Compared<'c>,
    after: Compared<'c>,
    counts: CountsWritten,
    changes: Vec<WrittenChange<'c>>,
}

#[derive(Debug, Serialize)]
struct Compared<'c> {
    id: &'c ContractId,
    title: &'c str,
    sha256: &'c str,
}

#[derive(Debug, Serialize)]
struct CountsWritten {
    new: usize,
    gone: usize,
    tightened: usize,
    loosened: usize,
}

#[derive(Debug, Serialize)]
struct WrittenChange<'c> {
    place: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'c str>,
    name: String,
    what: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    effect: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

impl<'c> ChangeList<'c> {
    /// The changes from one contract to the other, with texts in this language.
    pub fn new(files: [&'c ContractFile; 2], editions: [Edition<'c>; 2], words: Words) -> Self {
        let found = changes(editions);
        let Counts { new, gone, tightened, loosened } = Counts::count(&found);
        let [before, after] = files.map(|file| Compared {
            id: &file.contract.id,
            title: &file.contract.title,
            sha256: file.fingerprint.canonical(),
        });
        Self {
            version: VERSION,
            language: words.lang.code(),
            before,
            after,
            counts: CountsWritten { new, gone, tightened, loosened },
            changes: found.iter().map(|change| WrittenChange::new(change, words)).collect(),
        }
    }
}

impl<'c> WrittenChange<'c> {
    fn new(change: &Change<'c>, words: Words) -> Self {
        let ChangeWords { place: name, what, before, after, .. } = words.change(change);
        let goal = |id: &'c GoalId| Some(id.as_str());
        let (place, id) = match change.place {
            ChangedPlace::Contract => ("contract", None),
            ChangedPlace::Group(group) => ("group", Some(group.id.as_str())),
            ChangedPlace::Goal(of) => ("goal", goal(&of.id)),
            ChangedPlace::Area(of) => ("area", goal(&of.id)),
            ChangedPlace::Pay => ("pay", None),
            ChangedPlace::Pot(_, pot) => ("pot", Some(pot.id.as_str())),
            ChangedPlace::Stage(_, stage) => ("stage", Some(stage.id.as_str())),
            ChangedPlace::Risk(_, of) => ("risk", of.and_then(|of| goal(&of.id))),
        };
        let (effect, percent) = match change.what {
            Difference::New(_) => (Some("new"), None),
            Difference::Gone(_) => (Some("gone"), None),
            Difference::Target(_, effect) => {
                let (word, percent) = written_effect(effect);
                (Some(word), percent.map(|percent| percent.normalize().to_string()))
            }
            Difference::Term(..) | Difference::Others(_) => (None, None),
        };
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        Self { place, id, name, what, effect, percent, before: filled(before), after: filled(after) }
    }
}

fn written_effect(effect: Effect) -> (&'static str, Option<crate::domain::number::Decimal>) {
    match effect {
        Effect::Tightened(percent) => ("tightened", percent),
        Effect::Loosened(percent) => ("loosened", percent),
        Effect::Fixed => ("fixed", None),
        Effect::Opened => ("opened", None),
        Effect::Alike => ("alike", None),
        Effect::Other => ("other", None),
    }
}
