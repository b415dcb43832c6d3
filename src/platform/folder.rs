//! Reads folders that a person chose, with the File System Access API where a browser has it, or dropped. Nothing is
//! written.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::disk::{DiskRefusal, Handle, pick, window};
use super::drop::DroppedFolder;
use super::js::{call, call_now, get, method};

const CHOOSE: &str = "showDirectoryPicker";

/// A folder on disk, which can be read again.
#[derive(Clone, Debug)]
pub struct Folder(JsValue);

/// Whether a folder can be chosen so that it can be read again.
pub fn can_choose() -> bool {
    window().is_some_and(|window| method(&window, CHOOSE).is_some())
}

/// Lets the person choose a folder; returns `None` where they cancel.
pub async fn choose() -> Result<Option<Folder>, DiskRefusal> {
    Ok(pick(CHOOSE, &JsValue::UNDEFINED).await?.map(Folder))
}

impl Folder {
    /// The folder's name.
    pub fn name(&self) -> String {
        get(&self.0, "name").and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Lists its files and those of the folders in it, each with its path. What begins with a dot belongs to programs. A
    /// folder that cannot be listed has none.
    pub async fn files(&self) -> Vec<(String, Handle)> {
        let mut found = Vec::new();
        let mut left = vec![(String::new(), self.0.clone())];
        while let Some((before, folder)) = left.pop() {
            let Ok(entries) = call_now(&folder, "values", &[]) else { continue };
            while let Ok(next) = call(&entries, "next", &Array::new()).await {
                let Some(entry) = get(&next, "value") else { break };
                let name = get(&entry, "name").and_then(|name| name.as_string()).unwrap_or_default();
                if name.starts_with('.') {
                    continue;
                }
                let kind = get(&entry, "kind").and_then(|kind| kind.as_string());
                if kind.as_deref() == Some("directory") {
                    left.push((format!("{before}{name}/"), entry));
                } else {
                    found.push((format!("{before}{name}"), Handle::from_js(entry)));
                }
            }
        }
        found
    }
}

impl DroppedFolder {
    /// The folder's name.
    pub fn name(&self) -> String {
        get(&self.entry, "name").and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Lists its files and those of the folders in it, each with its path. What cannot be read is left out.
    pub async fn files(&self) -> Vec<(String, File)> {
        let mut found = self.entries().await;
        // Where the page itself is a file, Chromium lists a dropped folder by its handle alone.
        if let (true, Some(handle)) = (found.is_empty(), &self.handle) {
            for (name, handle) in Folder(handle.clone()).files().await {
                found.extend(handle.file().await.ok().map(|file| (name, file)));
            }
        }
        found
    }

    async fn entries(&self) -> Vec<(String, File)> {
        let mut found = Vec::new();
        let mut left = vec![(String::new(), self.entry.clone())];
        while let Some((before, folder)) = left.pop() {
            let Ok(reader) = call_now(&folder, "createReader", &[]) else { continue };
            // The browser hands the entries out in batches, an empty one last.
            loop {
                let batch = called_back(&reader, "readEntries").await.map(|batch| Array::from(&batch));
                let Some(batch) = batch.filter(|batch| batch.length() > 0) else { break };
                for entry in batch.iter() {
                    let name = get(&entry, "name").and_then(|name| name.as_string()).unwrap_or_default();
                    if name.starts_with('.') {
                        continue;
                    }
                    if get(&entry, "isDirectory") == Some(JsValue::TRUE) {
                        left.push((format!("{before}{name}/"), entry));
                    } else if let Some(file) = called_back(&entry, "file").await {
                        found.push((format!("{before}{name}"), file.unchecked_into()));
                    }
                }
            }
        }
        found
    }
}

/// Calls a method that answers by calling back, and waits for the answer; `None` where it fails.
async fn called_back(object: &JsValue, name: &str) -> Option<JsValue> {
    let answer = Promise::new(&mut |resolve, reject| {
        if call_now(object, name, &[resolve.into(), reject.clone().into()]).is_err() {
            // Rejecting a promise cannot fail.
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    });
    JsFuture::from(answer).await.ok()
}
