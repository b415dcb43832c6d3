//! Reads and writes files on disk with the File System Access API, where a browser has it.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransferItem, File, FileSystemFileHandle, FileSystemWritableFileStream};

use super::file;
use super::js::{call, error_name, method};

const OPEN: &str = "showOpenFilePicker";
const SAVE: &str = "showSaveFilePicker";

/// Formats that the page reads, each with the ending of its files.
const JSON: (&str, &str) = ("application/json", ".json");
const TABLE: (&str, &str) = ("text/csv", ".csv");
const WORKBOOK: (&str, &str) = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

/// A file on disk.
#[derive(Clone, Debug)]
pub struct Handle(FileSystemFileHandle);

/// Why a file was not chosen, read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskRefusal {
    /// The person, or whoever runs the machine, does not allow it.
    Denied,
    /// There is no such file any more.
    Gone,
    /// It is larger than the limit.
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
    /// Another failure: no room, a share that is gone, another program that holds the file.
    Failed,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileContent {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// The time of its last change, in milliseconds since 1970.
    pub modified: u64,
}

/// Whether files can be chosen so that they can be written later.
pub fn can_open() -> bool {
    window().is_some_and(|window| method(&window, OPEN).is_some())
}

/// Whether the place of a new file can be chosen.
pub fn can_save() -> bool {
    window().is_some_and(|window| method(&window, SAVE).is_some())
}

/// Lets the person choose files; returns none where they cancel.
pub async fn choose(kind: &str) -> Result<Vec<Handle>, DiskRefusal> {
    let options = options(kind, &[JSON, TABLE, WORKBOOK])?;
    set(&options, "multiple", &JsValue::TRUE)?;
    match pick(OPEN, &options).await? {
        Some(chosen) => Ok(Array::from(&chosen).iter().map(Handle::from_js).collect()),
        None => Ok(Vec::new()),
    }
}

/// Lets the person choose the place of a new file; returns `None` where they cancel. The browser empties a file of
/// that name once they agree to replace it.
pub async fn choose_place(name: &str, kind: &str) -> Result<Option<Handle>, DiskRefusal> {
    let options = options(kind, &[JSON])?;
    set(&options, "suggestedName", &name.into())?;
    Ok(pick(SAVE, &options).await?.map(Handle::from_js))
}

/// Asks for the handle of what was dropped, a file or a folder; `None` without browser support. Call it during the drop
/// event: later the browser gives nothing.
pub fn dropped(item: &DataTransferItem) -> Option<impl Future<Output = Option<JsValue>> + use<>> {
    let asked = method(item, "getAsFileSystemHandle")?.call0(item).ok()?;
    Some(async move { JsFuture::from(js_sys::Promise::resolve(&asked)).await.ok() })
}

impl Handle {
    pub(super) fn from_js(handle: JsValue) -> Self {
        Self(handle.unchecked_into())
    }

    /// The file's name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Takes a snapshot of the file, to be read.
    pub async fn file(&self) -> Result<File, DiskRefusal> {
        let file = JsFuture::from(self.0.get_file()).await;
        file.map(JsCast::unchecked_into).map_err(|error| refusal(&error))
    }

    /// Reads the file, up to `limit` bytes.
    pub async fn read(&self, limit: u32) -> Result<FileContent, DiskRefusal> {
        let file = self.file().await?;
        let modified = modified(&file);
        let bytes = file::read(&file, limit).await.map_err(|error| match error {
            file::ReadRefusal::TooLarge { size } => DiskRefusal::TooLarge { size },
            file::ReadRefusal::Unreadable => DiskRefusal::Failed,
        })?;
        Ok(FileContent { bytes, modified })
    }

    /// Asks the person for permission to write, unless they have given it before.
    pub async fn may_write(&self) -> bool {
        let Ok(mode) = object("mode", &"readwrite".into()) else {
            return false;
        };
        let arguments = Array::of1(&mode);
        for name in ["queryPermission", "requestPermission"] {
            // Handles that know no permissions belong to the page itself.
            if method(&self.0, name).is_none() {
                return true;
            }
            let answer = call(&self.0, name, &arguments).await.ok().and_then(|answer| answer.as_string());
            if answer.as_deref() == Some("granted") {
                return true;
            }
        }
        false
    }

    /// Writes the file anew. Until the last step the file keeps its old content.
    pub async fn write(&self, text: &str) -> Result<(), DiskRefusal> {
        let stream = JsFuture::from(self.0.create_writable()).await.map_err(|error| refusal(&error))?;
        let stream: FileSystemWritableFileStream = stream.unchecked_into();
        let written = async {
            // The browser gets a copy, since the page's own memory may move while it writes.
            JsFuture::from(stream.write_with_js_u8_array(&Uint8Array::from(text.as_bytes()))?).await?;
            JsFuture::from(stream.close()).await
        };
        match written.await {
            Ok(_) => Ok(()),
            Err(error) => {
                // A stream that failed has thrown away what it was given; aborting it can fail no worse.
                let _ = JsFuture::from(stream.abort()).await;
                Err(refusal(&error))
            }
        }
    }
}

/// Returns the time of a file's last change, in milliseconds since 1970.
pub fn modified(file: &File) -> u64 {
    file::whole(file.last_modified())
}

pub(super) async fn pick(picker: &str, options: &JsValue) -> Result<Option<JsValue>, DiskRefusal> {
    let window = window().ok_or(DiskRefusal::Failed)?;
    match call(&window, picker, &Array::of1(options)).await {
        Ok(answer) => Ok(Some(answer)),
        Err(error) if error_name(&error) == "AbortError" => Ok(None),
        Err(error) => Err(refusal(&error)),
    }
}

/// Describes these file formats to the browser's dialogue, under a name for them.
fn options(kind: &str, formats: &[(&str, &str)]) -> Result<JsValue, DiskRefusal> {
    let accept = Object::new().into();
    for (mime, ending) in formats {
        set(&accept, mime, &Array::of1(&(*ending).into()))?;
    }
    let files = object("accept", &accept)?;
    set(&files, "description", &kind.into())?;
    object("types", &Array::of1(&files))
}

fn object(key: &str, value: &JsValue) -> Result<JsValue, DiskRefusal> {
    let object = Object::new().into();
    set(&object, key, value)?;
    Ok(object)
}

fn set(object: &JsValue, key: &str, value: &JsValue) -> Result<(), DiskRefusal> {
    Reflect::set(object, &key.into(), value).map(|_| ()).map_err(|_| DiskRefusal::Failed)
}

fn refusal(error: &JsValue) -> DiskRefusal {
    match error_name(error).as_str() {
        "NotAllowedError" | "SecurityError" => DiskRefusal::Denied,
        "NotFoundError" => DiskRefusal::Gone,
        _ => DiskRefusal::Failed,
    }
}

pub(super) fn window() -> Option<JsValue> {
    web_sys::window().map(JsValue::from)
}
