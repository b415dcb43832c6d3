//! Bytes to text.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::refuse::Refusal;
use crate::findings::SyntaxFault;
use crate::format::limits::MAX_BYTES;
use crate::format::stranger::stranger;

/// The text of a file, without a byte order mark. The second text is as much of it as can be shown.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, (Refusal, &str)> {
    let refuse = |fault| Err((Refusal::new(fault, 0..0), ""));
    if bytes.len() > MAX_BYTES {
        return refuse(SyntaxFault::FileTooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    if let Some(kind) = stranger(bytes) {
        return refuse(SyntaxFault::OtherFile { kind });
    }
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..]) {
        return refuse(SyntaxFault::Utf16);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).and_then(|start| std::str::from_utf8(start).ok());
        let end = error.valid_up_to();
        (Refusal::new(SyntaxFault::NotUtf8, end..end), valid.unwrap_or_default())
    })
}

/// What of a file says what it is.
#[derive(Deserialize)]
struct Head {
    format: Option<IgnoredAny>,
}

/// Whether a file of any size is JSON that says nowhere that it is a contract or an assessment.
pub fn is_other_json(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    if text.starts_with('{') {
        serde_json::from_str::<Head>(text).is_ok_and(|head| head.format.is_none())
    } else {
        serde_json::from_str::<IgnoredAny>(text).is_ok()
    }
}
