//! Keeps drafts and settings in the browser. Storage can be switched off, full or cleared at any time; every call says
//! so.
//!
//! Drafts lie in a database, and count as kept once they are on the disk. A page that stops or is left has no time for
//! that. It puts its draft down among the settings, and the next page takes it in.

mod database;
mod others;
mod settings;

use std::cell::RefCell;

use wasm_bindgen::JsValue;

pub use others::{Change, on_change};
pub use settings::{
    ask_to_persist, hide_kroner, hides_kroner, keepers, language, party, remember_language, remember_party,
    remember_stored, resume_after_reload, take_resumed, tell_keeper,
};

use self::database::{Texts, Writing};
use super::clock;

/// The prefix of every key that the page stores under.
const OWN: &str = "resultatkontrakt:";

/// Why the browser did not read or store something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageRefusal {
    /// Storage is switched off for this page.
    Blocked,
    /// There is no room left.
    Full,
    /// What was read back is not what was written.
    NotKept,
    /// A newer version of the page has its drafts in the database.
    Newer,
}

/// What becomes of a draft that lies where another one is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// The other one takes its place.
    Replaced,
    /// It is kept under this key, or one beside it.
    PutAside(String),
    /// It stays, and the other one is not kept.
    Stays,
}

thread_local! {
    /// What this tab put down last in haste: its key and its text.
    static PUT_DOWN: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
    /// What this tab kept last: its key, and its text as the browser has it.
    static KEPT: RefCell<Option<(String, JsValue)>> = const { RefCell::new(None) };
}

/// Whether a person said that this page, opened as a local file, may store drafts. The permission creates the
/// database: a setting would reach the disk only seconds later.
pub async fn is_allowed() -> Result<bool, StorageRefusal> {
    Ok(settings::is_allowed()? || database::is_there().await?)
}

/// Remembers that this page may store drafts, by creating the database.
pub async fn allow() -> Result<(), StorageRefusal> {
    database::make().await
}

/// Reads the drafts whose keys begin with `prefix`. Where the database cannot be read, it returns those that were put
/// down.
pub async fn drafts(prefix: &str) -> (Texts, Result<(), StorageRefusal>) {
    match database::all().await {
        Ok(texts) => (texts, Ok(())),
        Err(refusal) => (settings::list(prefix).unwrap_or_default(), Err(refusal)),
    }
}

/// Stores a draft on the disk, once `judge` has said what becomes of the one that lies there. It gets its text, or `None`
/// for the one that this tab kept last, which it judges at once. Nobody writes after what was judged. Returns false where
/// the other one stays.
pub async fn keep(
    key: &str,
    text: &str,
    judge: impl AsyncFnMut(Option<&str>) -> Before,
) -> Result<bool, StorageRefusal> {
    let (writing, there) = judged(key, judge).await?;
    let mut texts = Vec::new();
    match there {
        None | Some((_, Before::Replaced)) => {}
        Some((_, Before::Stays)) => return Ok(false),
        Some((before, Before::PutAside(aside))) => {
            let is_taken = writing.get(&aside).await?.is_some_and(|there| there != before);
            let aside = if is_taken { format!("{aside}:{}", clock::unique()) } else { aside };
            texts.push((aside, before));
        }
    }
    let kept = (key.to_owned(), JsValue::from_str(text));
    texts.push(kept.clone());
    writing.finish(&texts).await?;
    KEPT.set(Some(kept));
    others::broadcast(Change::Drafts);
    Ok(true)
}

/// Begins to write, and returns the text that lies there with what becomes of it.
async fn judged(
    key: &str,
    mut judge: impl AsyncFnMut(Option<&str>) -> Before,
) -> Result<(Writing, Option<(JsValue, Before)>), StorageRefusal> {
    let mut judged: Option<(JsValue, Before)> = None;
    loop {
        let writing = Writing::begin().await?;
        let Some(there) = writing.get(key).await? else { return Ok((writing, None)) };
        let is_own =
            KEPT.with_borrow(|kept| kept.as_ref().is_some_and(|(own, text)| own == key && *text == there));
        if is_own {
            let before = judge(None).await;
            return Ok((writing, Some((there, before))));
        }
        if let Some(known) = judged.take().filter(|(seen, _)| *seen == there) {
            return Ok((writing, Some(known)));
        }
        // The transaction ends while the text is judged, so another one looks whether it is still there.
        let text = there.as_string().unwrap_or_default();
        judged = Some((there, judge(Some(&text)).await));
    }
}

/// Moves texts that were put down among the settings into the database, where `place` decides which is written where.
/// A text is removed from the settings once it is on the disk.
pub async fn take_in(
    prefix: &str,
    place: impl FnOnce(&[(String, String)], &[(String, String)]) -> Texts,
) -> Result<(), StorageRefusal> {
    let left = settings::list(prefix)?;
    if left.is_empty() {
        return Ok(());
    }
    let writing = Writing::begin().await?;
    let kept = writing.all().await?;
    let placed = place(&left, &kept).into_iter().map(|(key, text)| (key, JsValue::from(text)));
    writing.finish(&placed.collect::<Vec<_>>()).await?;
    for (key, text) in left {
        forget(&key, &text);
    }
    others::broadcast(Change::Drafts);
    Ok(())
}

/// Puts a draft down among the settings at once, for when the page cannot wait for the disk. It overwrites nothing of
/// others.
pub fn put_down(key: &str, text: &str) -> Result<(), StorageRefusal> {
    let own = PUT_DOWN.with_borrow(Clone::clone);
    let key = match (settings::read(key)?, own) {
        (Some(there), Some((own, before))) if own == key && there == before => key.to_owned(),
        (Some(there), _) if there != text => format!("{key}:{}", clock::unique()),
        _ => key.to_owned(),
    };
    settings::write(&key, text)?;
    remember_stored(&key);
    PUT_DOWN.set(Some((key, text.to_owned())));
    Ok(())
}

/// Removes what this tab put down, once the same or more is on the disk.
pub fn pick_up() {
    if let Some((key, text)) = PUT_DOWN.take() {
        forget(&key, &text);
    }
}

/// Removes a text from the settings, unless another one lies there by now.
fn forget(key: &str, text: &str) {
    if settings::read(key).ok().flatten().as_deref() == Some(text) {
        // A text that stays is taken in once more, and then found to be there already.
        let _ = settings::remove(key);
    }
}

/// Removes a draft.
pub async fn remove(key: &str) -> Result<(), StorageRefusal> {
    database::remove(key).await?;
    // Where the database could not be read, the listed drafts lie among the settings.
    let _ = settings::remove(key);
    others::broadcast(Change::Drafts);
    Ok(())
}

/// Removes everything that the page ever stored; data of others at the same address stays. Other tabs hear that it was
/// deliberate.
pub async fn remove_all() -> Result<(), StorageRefusal> {
    others::broadcast(Change::AllRemoved);
    PUT_DOWN.take();
    KEPT.take();
    settings::remove_all()?;
    database::delete().await
}
