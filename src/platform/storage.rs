//! The browser's storage. It can be switched off, full or cleared at any time; every call says so.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Everything that the page stores has a key that begins like this.
const OWN: &str = "resultatkontrakt:";
const LANGUAGE: &str = "resultatkontrakt:language";
const ALLOWED: &str = "resultatkontrakt:allowed";

/// Why the browser did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Storage is switched off for this page.
    Blocked,
    /// There is no room left.
    Full,
    /// What was read back is not what was written.
    NotKept,
}

/// The texts whose keys begin with `prefix`, with their keys.
pub fn list(prefix: &str) -> Result<Vec<(String, String)>, Refusal> {
    let storage = open()?;
    let mut found = Vec::new();
    for key in keys(&storage)? {
        if let (true, Some(text)) = (key.starts_with(prefix), get(&storage, &key)?) {
            found.push((key, text));
        }
    }
    Ok(found)
}

/// The text under a key.
pub fn read(key: &str) -> Result<Option<String>, Refusal> {
    get(&open()?, key)
}

/// Writes a text and reads it back: what the browser says it kept is not taken for granted.
pub fn write(key: &str, text: &str) -> Result<(), Refusal> {
    let storage = open()?;
    storage.set_item(key, text).map_err(|error| refusal(&error))?;
    match get(&storage, key)? {
        Some(kept) if kept == text => Ok(()),
        _ => Err(Refusal::NotKept),
    }
}

/// Removes the text under a key.
pub fn remove(key: &str) -> Result<(), Refusal> {
    open()?.remove_item(key).map_err(|error| refusal(&error))
}

/// Removes everything that the page ever stored; what others stored at the same address stays.
pub fn remove_all() -> Result<(), Refusal> {
    let storage = open()?;
    for key in keys(&storage)?.iter().filter(|key| key.starts_with(OWN)) {
        storage.remove_item(key).map_err(|error| refusal(&error))?;
    }
    Ok(())
}

/// The code of the language that was chosen last.
pub fn language() -> Option<String> {
    read(LANGUAGE).ok().flatten()
}

/// Remembers the language.
pub fn remember_language(code: &str) -> Result<(), Refusal> {
    write(LANGUAGE, code)
}

/// Whether a person said that this page, opened as a local file, may store drafts.
pub fn is_allowed() -> bool {
    read(ALLOWED).ok().flatten().is_some()
}

/// Remembers that it may, or forgets it.
pub fn allow(allowed: bool) -> Result<(), Refusal> {
    if allowed { write(ALLOWED, "true") } else { remove(ALLOWED) }
}

fn open() -> Result<Storage, Refusal> {
    let window = web_sys::window().ok_or(Refusal::Blocked)?;
    window.local_storage().ok().flatten().ok_or(Refusal::Blocked)
}

fn get(storage: &Storage, key: &str) -> Result<Option<String>, Refusal> {
    storage.get_item(key).map_err(|error| refusal(&error))
}

/// All keys, before any of them is removed: removing one moves the others.
fn keys(storage: &Storage) -> Result<Vec<String>, Refusal> {
    let length = storage.length().map_err(|error| refusal(&error))?;
    let keys = (0..length).filter_map(|index| storage.key(index).ok().flatten());
    Ok(keys.collect())
}

fn refusal(error: &JsValue) -> Refusal {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Refusal::Full,
        _ => Refusal::Blocked,
    }
}
