//! Stores drafts in the browser's database, as texts by key. A text counts as written once it is on the disk.
//!
//! A transaction ends by itself once no request is pending, so code within one waits for nothing but its own requests.

use std::cell::RefCell;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::StorageRefusal;
use crate::platform::js::{call_now, error_name, get, method};
use crate::platform::pause::at_most;

/// The page's only database. A newer page that stores drafts in another way opens it with a higher version.
const NAME: &str = "resultatkontrakt";
const VERSION: u32 = 1;
const STORE: &str = "drafts";

/// How long a removal waits for other tabs (milliseconds).
const PATIENCE: u32 = 10_000;

thread_local! {
    /// The open database. The browser closes it when another page removes or upgrades it.
    static OPEN: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Texts with their keys.
pub(super) type Texts = Vec<(String, String)>;

/// Whether the database exists.
pub(super) async fn is_there() -> Result<bool, StorageRefusal> {
    begin("readonly", false).await.map(|there| there.is_some()).map_err(|error| refusal(&error))
}

/// Creates the database where there is none yet.
pub(super) async fn make() -> Result<(), StorageRefusal> {
    Writing::begin().await?.finish(&[]).await
}

/// Reads all texts with their keys; none where there is no database, which reading does not create.
pub(super) async fn all() -> Result<Texts, StorageRefusal> {
    let read = async {
        match begin("readonly", false).await? {
            Some(transaction) => all_of(&store(&transaction)?).await,
            None => Ok(Texts::new()),
        }
    };
    read.await.map_err(|error| refusal(&error))
}

/// Removes the text under a key.
pub(super) async fn remove(key: &str) -> Result<(), StorageRefusal> {
    let removed = async {
        let Some(transaction) = begin("readwrite", false).await? else { return Ok(()) };
        let end = transaction_end(&transaction);
        call_now(&store(&transaction)?, "delete", &[key.into()])?;
        ended(&transaction, end).await
    };
    removed.await.map_err(|error: JsValue| refusal(&error))
}

/// Removes the database once pending work in it is done and every other tab has closed it. Each tab does so when it is
/// asked.
pub(super) async fn delete() -> Result<(), StorageRefusal> {
    let deleted = async {
        if let Some(open) = OPEN.take() {
            call_now(&open, "close", &[])?;
        }
        let request = call_now(&factory()?, "deleteDatabase", &[NAME.into()])?;
        let event = at_most(PATIENCE, &first_of(&request, &["success", "error"])).await;
        if kind(&event) == "success" { Ok(()) } else { Err(get(&request, "error").unwrap_or_default()) }
    };
    deleted.await.map_err(|error: JsValue| refusal(&error))
}

/// A transaction that writes: nobody else writes between its reading and its writing.
pub(super) struct Writing {
    transaction: JsValue,
    store: JsValue,
    end: JsFuture,
}

impl Writing {
    /// Begins a transaction, and creates the database first where there is none.
    pub(super) async fn begin() -> Result<Self, StorageRefusal> {
        let begun = async {
            let transaction = begin("readwrite", true).await?.ok_or(JsValue::UNDEFINED)?;
            Ok(Self { store: store(&transaction)?, end: transaction_end(&transaction), transaction })
        };
        begun.await.map_err(|error: JsValue| refusal(&error))
    }

    /// Reads the text under a key, as the browser has it.
    pub(super) async fn get(&self, key: &str) -> Result<Option<JsValue>, StorageRefusal> {
        let found = async { request_result(&call_now(&self.store, "get", &[key.into()])?).await };
        let found = found.await.map_err(|error| refusal(&error))?;
        Ok(Some(found).filter(JsValue::is_string))
    }

    /// Reads all texts with their keys.
    pub(super) async fn all(&self) -> Result<Texts, StorageRefusal> {
        all_of(&self.store).await.map_err(|error| refusal(&error))
    }

    /// Writes these texts, reads them back, and waits until all of it is on the disk.
    pub(super) async fn finish(self, texts: &[(String, JsValue)]) -> Result<(), StorageRefusal> {
        let is_kept = self.put(texts).await;
        // The end of the transaction says why a request in it failed.
        let ended = ended(&self.transaction, self.end).await;
        match (ended, is_kept) {
            (Ok(()), Ok(true)) => Ok(()),
            (Ok(()), Ok(false)) => Err(StorageRefusal::NotKept),
            (Err(error), _) | (_, Err(error)) => Err(refusal(&error)),
        }
    }

    async fn put(&self, texts: &[(String, JsValue)]) -> Result<bool, JsValue> {
        let mut is_kept = true;
        for (key, text) in texts {
            let key = JsValue::from_str(key);
            call_now(&self.store, "put", &[text.clone(), key.clone()])?;
            is_kept &= request_result(&call_now(&self.store, "get", &[key])?).await? == *text;
        }
        Ok(is_kept)
    }
}

/// Begins a transaction; `None` where there is no database and `makes` is false.
async fn begin(mode: &str, makes: bool) -> Result<Option<JsValue>, JsValue> {
    let options = Object::new();
    // A plain object takes every property.
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let begin =
        |open: &JsValue| call_now(open, "transaction", &[STORE.into(), mode.into(), options.clone().into()]);
    if let Some(open) = OPEN.take()
        && let Ok(transaction) = begin(&open)
    {
        OPEN.set(Some(open));
        return Ok(Some(transaction));
    }
    // No connection was open, or the open one has been closed.
    let Some(open) = open_database(makes).await? else { return Ok(None) };
    let transaction = begin(&open)?;
    OPEN.set(Some(open));
    Ok(Some(transaction))
}

/// Opens the database. Where there is none, it is created if `makes` is true, or `None` is returned.
async fn open_database(makes: bool) -> Result<Option<JsValue>, JsValue> {
    let request = call_now(&factory()?, "open", &[NAME.into(), VERSION.into()])?;
    let mut event = first_event(&request, &["upgradeneeded", "success", "error", "blocked"]).await;
    if event == "upgradeneeded" {
        if makes {
            call_now(&get(&request, "result").unwrap_or_default(), "createObjectStore", &[STORE.into()])?;
        } else {
            call_now(&get(&request, "transaction").unwrap_or_default(), "abort", &[])?;
        }
        event = first_event(&request, &["success", "error"]).await;
        if event == "error" && !makes {
            return Ok(None);
        }
    }
    if event != "success" {
        return Err(get(&request, "error").unwrap_or_default());
    }
    let open = get(&request, "result").unwrap_or_default();
    if let Some(close) = method(&open, "close") {
        // Another page waits for this connection to close: one that removes all data, or a newer one.
        let _ = Reflect::set(&open, &"onversionchange".into(), &close);
    }
    Ok(Some(open))
}

fn factory() -> Result<JsValue, JsValue> {
    web_sys::window().and_then(|window| get(&window, "indexedDB")).ok_or(JsValue::UNDEFINED)
}

fn store(transaction: &JsValue) -> Result<JsValue, JsValue> {
    call_now(transaction, "objectStore", &[STORE.into()])
}

async fn all_of(store: &JsValue) -> Result<Texts, JsValue> {
    let keys = request_result(&call_now(store, "getAllKeys", &[])?).await?;
    let texts = request_result(&call_now(store, "getAll", &[])?).await?;
    let (keys, texts) = (Array::from(&keys), Array::from(&texts));
    Ok(keys
        .iter()
        .zip(texts.iter())
        .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
        .collect())
}

/// Waits for the result of a request.
async fn request_result(request: &JsValue) -> Result<JsValue, JsValue> {
    let event = first_event(request, &["success", "error"]).await;
    let part = |name| get(request, name).unwrap_or_default();
    if event == "success" { Ok(part("result")) } else { Err(part("error")) }
}

/// Listens for the end of a transaction; to be called as soon as it begins.
fn transaction_end(transaction: &JsValue) -> JsFuture {
    JsFuture::from(first_of(transaction, &["complete", "abort"]))
}

async fn ended(transaction: &JsValue, end: JsFuture) -> Result<(), JsValue> {
    let event = end.await.unwrap_or_default();
    if kind(&event) == "complete" { Ok(()) } else { Err(get(transaction, "error").unwrap_or_default()) }
}

/// Waits for the first of these events and returns its name.
async fn first_event(target: &JsValue, events: &[&str]) -> String {
    kind(&JsFuture::from(first_of(target, events)).await.unwrap_or_default())
}

fn first_of(target: &JsValue, events: &[&str]) -> Promise {
    Promise::new(&mut |resolve, _| {
        for event in events {
            // The browser's own objects take their handlers.
            let _ = Reflect::set(target, &format!("on{event}").into(), &resolve);
        }
    })
}

fn kind(event: &JsValue) -> String {
    get(event, "type").and_then(|kind| kind.as_string()).unwrap_or_default()
}

fn refusal(error: &JsValue) -> StorageRefusal {
    match error_name(error).as_str() {
        "QuotaExceededError" => StorageRefusal::Full,
        "VersionError" => StorageRefusal::Newer,
        _ => StorageRefusal::Blocked,
    }
}
