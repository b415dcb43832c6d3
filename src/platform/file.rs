//! Reads files that a person chose or dropped.

use js_sys::{Array, Number, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, HtmlInputElement};

use super::js::get;

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadRefusal {
    /// It is larger than the limit, and nothing of it was read.
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
    /// The browser could not read it.
    Unreadable,
}

/// Reads a file of at most `limit` bytes. A larger one is refused before anything is read.
pub async fn read(file: &File, limit: u32) -> Result<Vec<u8>, ReadRefusal> {
    read_apart(file, limit).await.map(|bytes| bytes.to_vec())
}

/// Reads a file as [`read`] does, into the browser's memory: the page's own never shrinks again.
pub async fn read_apart(file: &File, limit: u32) -> Result<Uint8Array, ReadRefusal> {
    let size = size(file);
    if size > limit.into() {
        return Err(ReadRefusal::TooLarge { size });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadRefusal::Unreadable)?;
    Ok(Uint8Array::new(&buffer))
}

/// Returns the size of a file in bytes.
pub fn size(file: &File) -> u64 {
    whole(file.size())
}

/// Returns the name of the folder that was chosen, and a file's path within it; `None` where no folder was.
pub fn chosen_folder(file: &File) -> Option<(String, String)> {
    let path = get(file, "webkitRelativePath")?.as_string()?;
    let (folder, within) = path.split_once('/')?;
    Some((folder.to_owned(), within.to_owned()))
}

/// Returns a file's path within the folder that was chosen; its name where no folder was.
pub fn path(file: &File) -> String {
    chosen_folder(file).map_or_else(|| file.name(), |(_, within)| within)
}

/// Makes a file of a text; `None` where the browser refuses.
pub fn of_text(name: &str, text: &str) -> Option<File> {
    File::new_with_str_sequence(&Array::of1(&text.into()), name).ok()
}

/// Takes the files of an input and empties it, so that the same file can be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let files = input.files().map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect());
    input.set_value("");
    files.unwrap_or_default()
}

/// Returns the files that are dropped.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    let list = event.data_transfer().and_then(|transfer| transfer.files());
    list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect()).unwrap_or_default()
}

/// Converts a whole number from JavaScript, which has only floating point; its own text of the number is exact.
pub(super) fn whole(size: f64) -> u64 {
    let text = Number::from(size.round()).to_string_with_radix(10);
    text.ok().and_then(|text| String::from(text).parse().ok()).unwrap_or(u64::MAX)
}
