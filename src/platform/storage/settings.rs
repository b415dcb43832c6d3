//! Stores small settings, for the page or for this tab alone.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::database::Texts;
use super::{OWN, StorageRefusal};
use crate::platform::js;

/// The prefix of keys that say which draft of a contract a tab keeps just now.
const KEEPER: &str = "resultatkontrakt:keeper:";
const ASKED: &str = "resultatkontrakt:asked-to-persist";
/// The keys of this tab alone: the draft that it stored last, and the draft that it opens after a reload.
const STORED: &str = "resultatkontrakt:stored";
const RESUME: &str = "resultatkontrakt:resume";
const LANGUAGE: &str = "resultatkontrakt:language";
const ALLOWED: &str = "resultatkontrakt:allowed";
const PARTY: &str = "resultatkontrakt:party";
const WITHOUT_KRONER: &str = "resultatkontrakt:without-kroner";

/// Reads the texts whose keys begin with `prefix`, with their keys.
pub(super) fn list(prefix: &str) -> Result<Texts, StorageRefusal> {
    let storage = local_storage()?;
    let mut found = Texts::new();
    for key in keys(&storage)? {
        if let (true, Some(text)) = (key.starts_with(prefix), get(&storage, &key)?) {
            found.push((key, text));
        }
    }
    Ok(found)
}

/// Reads the text under a key.
pub(super) fn read(key: &str) -> Result<Option<String>, StorageRefusal> {
    get(&local_storage()?, key)
}

/// Writes a text and reads it back, since a browser may keep less than it says.
pub(super) fn write(key: &str, text: &str) -> Result<(), StorageRefusal> {
    let storage = local_storage()?;
    storage.set_item(key, text).map_err(|error| refusal(&error))?;
    match get(&storage, key)? {
        Some(kept) if kept == text => Ok(()),
        _ => Err(StorageRefusal::NotKept),
    }
}

/// Removes the text under a key.
pub(super) fn remove(key: &str) -> Result<(), StorageRefusal> {
    local_storage()?.remove_item(key).map_err(|error| refusal(&error))
}

/// Removes every setting of the page; data of others at the same address stays.
pub(super) fn remove_all() -> Result<(), StorageRefusal> {
    let of_this_tab = session_storage().ok_or(StorageRefusal::Blocked)?;
    for storage in [local_storage()?, of_this_tab] {
        for key in keys(&storage)?.iter().filter(|key| key.starts_with(OWN)) {
            storage.remove_item(key).map_err(|error| refusal(&error))?;
        }
    }
    Ok(())
}

/// Returns the keys of the drafts that tabs keep just now, or kept last.
pub fn keepers() -> Vec<String> {
    let found = list(KEEPER).unwrap_or_default();
    found.into_iter().map(|(_, key)| key).collect()
}

/// Tells other tabs that this one keeps the draft of a contract under this key.
pub fn tell_keeper(contract: &str, key: &str) -> Result<(), StorageRefusal> {
    let name = format!("{KEEPER}{contract}");
    // Writing the same again would only wake the other tabs.
    if read(&name)?.as_deref() == Some(key) { Ok(()) } else { write(&name, key) }
}

/// Remembers for this tab the draft that it stored last, to go on with when the page stops.
pub fn remember_stored(key: &str) {
    if let Some(session) = session_storage() {
        // A draft that is not remembered is offered like any other.
        let _ = session.set_item(STORED, key);
    }
}

/// Has a draft opened after the next reload of this tab; without a key, the one that this tab stored last.
pub fn resume_after_reload(key: Option<&str>) {
    let Some(session) = session_storage() else { return };
    let stored = || session.get_item(STORED).ok().flatten();
    if let Some(key) = key.map(str::to_owned).or_else(stored) {
        // A draft that is not remembered is offered like any other.
        let _ = session.set_item(RESUME, &key);
    }
}

/// Takes the draft that was to be opened after a reload. It does so once, so that a draft that stops the page does not
/// stop it again.
pub fn take_resumed() -> Option<String> {
    let session = session_storage()?;
    let key = session.get_item(RESUME).ok().flatten();
    for name in [RESUME, STORED] {
        // Where it cannot be removed it could not be read either.
        let _ = session.remove_item(name);
    }
    key
}

/// Asks the browser once, and never again, not to clear the storage when space runs short.
pub async fn ask_to_persist() {
    let manager = web_sys::window().and_then(|window| js::get(&window.navigator(), "storage"));
    let (Some(manager), Ok(None)) = (manager, read(ASKED)) else { return };
    if write(ASKED, "true").is_ok() {
        // Whatever the browser answers, drafts are kept as well as it can.
        let _ = js::call(&manager, "persist", &Array::new()).await;
    }
}

/// Returns the code of the language that was chosen last.
pub fn language() -> Option<String> {
    read(LANGUAGE).ok().flatten()
}

/// Remembers the language.
pub fn remember_language(code: &str) -> Result<(), StorageRefusal> {
    write(LANGUAGE, code)
}

/// Returns the code of the party that the person assesses for.
pub fn party() -> Option<String> {
    read(PARTY).ok().flatten()
}

/// Remembers that party.
pub fn remember_party(code: &str) -> Result<(), StorageRefusal> {
    write(PARTY, code)
}

/// Whether kroner are hidden in what stands above every place.
pub fn hides_kroner() -> bool {
    read(WITHOUT_KRONER).ok().flatten().is_some()
}

/// Remembers whether kroner are hidden.
pub fn hide_kroner(hidden: bool) -> Result<(), StorageRefusal> {
    if hidden { write(WITHOUT_KRONER, "true") } else { remove(WITHOUT_KRONER) }
}

/// Whether a person allowed an older page, opened as a local file, to store drafts.
pub(super) fn is_allowed() -> Result<bool, StorageRefusal> {
    read(ALLOWED).map(|said| said.is_some())
}

fn local_storage() -> Result<Storage, StorageRefusal> {
    let window = web_sys::window().ok_or(StorageRefusal::Blocked)?;
    window.local_storage().ok().flatten().ok_or(StorageRefusal::Blocked)
}

/// Returns the storage of this tab alone.
fn session_storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn get(storage: &Storage, key: &str) -> Result<Option<String>, StorageRefusal> {
    storage.get_item(key).map_err(|error| refusal(&error))
}

/// Lists all keys before any of them is removed, since removing one moves the others.
fn keys(storage: &Storage) -> Result<Vec<String>, StorageRefusal> {
    let length = storage.length().map_err(|error| refusal(&error))?;
    let keys = (0..length).filter_map(|index| storage.key(index).ok().flatten());
    Ok(keys.collect())
}

fn refusal(error: &JsValue) -> StorageRefusal {
    match js::error_name(error).as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageRefusal::Full,
        _ => StorageRefusal::Blocked,
    }
}
