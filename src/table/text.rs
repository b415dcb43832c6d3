//! The text of a table, in the encodings that tables come in.

use std::borrow::Cow;
use std::ops::Range;

use crate::findings::SyntaxFault;
use crate::format::json::{self, Refusal};

/// A text, and what of it was written in another encoding than UTF-8.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    /// The first character that was not UTF-8, in bytes of the text.
    pub(super) first_foreign: Option<Range<usize>>,
}

/// What the bytes 0x80 to 0x9F stand for in Windows-1252; the rest is as in Unicode.
const WINDOWS_1252: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'), //
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None, //
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'), //
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// The text of a table. What is no UTF-8 is read as Windows-1252, in which Excel saves "CSV" in Denmark;
/// numbers and identifiers are the same in both. The second text is as much as can be shown.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, (Refusal, &str)> {
    match json::decode(bytes) {
        Ok(text) => Ok(Decoded { text: Cow::Borrowed(text), first_foreign: None }),
        Err((refusal, shown)) if refusal.fault == SyntaxFault::NotUtf8 => {
            let start = shown.len();
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
            let text = windows_1252(bytes).ok_or((refusal, shown))?;
            let end =
                start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            Ok(Decoded { text: Cow::Owned(text), first_foreign: Some(start..end) })
        }
        Err(refused) => Err(refused),
    }
}

/// None where a byte stands for no character, or for one that no text has.
fn windows_1252(bytes: &[u8]) -> Option<String> {
    let letter = |byte: &u8| match byte {
        0 => None,
        0x80..=0x9f => WINDOWS_1252.get(usize::from(byte - 0x80)).copied().flatten(),
        _ => Some(char::from(*byte)),
    };
    bytes.iter().map(letter).collect()
}
