//! Takes files dropped anywhere on the page. Without this the browser would leave the page for the file.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, DataTransferItem, DragEvent, File};

use super::disk::{self, Handle};
use super::file::of_text;
use super::js::{call_now, get};

/// A file that was dropped, or chosen.
#[derive(Clone, Debug)]
pub struct FoundFile {
    /// The file, to be read.
    pub file: File,
    /// The handle to write it with, where the browser gives one.
    pub handle: Option<Handle>,
    /// The folder, where it is one: its files can be listed.
    pub folder: Option<DroppedFolder>,
}

impl From<File> for FoundFile {
    fn from(file: File) -> Self {
        Self { file, handle: None, folder: None }
    }
}

/// Calls back with the dropped files, until what is returned is dropped itself.
#[must_use = "it listens no longer than this lives"]
pub fn on_drop(callback: impl Fn(Vec<FoundFile>) + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&window, "dragover", options, web_sys::Event::prevent_default);
    let drop = EventListener::new_with_options(&window, "drop", options, move |event| {
        event.prevent_default();
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        let Some(found) = transfer.map(|transfer| dropped(&transfer)) else {
            return;
        };
        let callback = callback.clone();
        spawn_local(async move {
            let found = found.await;
            if !found.is_empty() {
                callback(found);
            }
        });
    });
    vec![over, drop]
}

/// A folder that was dropped, with its handle where the browser gives one.
#[derive(Clone, Debug)]
pub struct DroppedFolder {
    pub(super) entry: JsValue,
    pub(super) handle: Option<JsValue>,
}

/// Returns the folder that is dropped as this item; `None` where it is a file. After the event the browser gives none.
fn folder(item: &DataTransferItem) -> Option<DroppedFolder> {
    let entry = call_now(item, "webkitGetAsEntry", &[]).ok()?;
    (get(&entry, "isDirectory")? == JsValue::TRUE).then_some(DroppedFolder { entry, handle: None })
}

/// Reads the dropped files. It asks for their handles before anything is waited for: after the event the browser gives
/// none.
fn dropped(transfer: &DataTransfer) -> impl Future<Output = Vec<FoundFile>> + use<> {
    let items = transfer.items();
    let all = (0..items.length()).filter_map(|index| items.get(index));
    let file = |item: DataTransferItem| {
        let folder = folder(&item);
        // Not every browser makes a file of a folder.
        let nothing = || folder.as_ref().and_then(|_| of_text("", ""));
        let file = item.get_as_file().ok().flatten().or_else(nothing)?;
        Some((file, disk::dropped(&item), folder))
    };
    let files: Vec<_> = all.filter_map(file).collect();
    async move {
        let mut found = Vec::new();
        for (file, asked, folder) in files {
            let handle = match asked {
                Some(asked) => asked.await,
                None => None,
            };
            found.push(match folder {
                Some(folder) => {
                    FoundFile { file, handle: None, folder: Some(DroppedFolder { handle, ..folder }) }
                }
                None => FoundFile { file, handle: handle.filter(is_file).map(Handle::from_js), folder: None },
            });
        }
        found
    }
}

fn is_file(handle: &JsValue) -> bool {
    get(handle, "kind").is_some_and(|kind| kind == "file")
}
