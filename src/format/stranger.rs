//! Files that are something else, told by how they begin.

use crate::findings::Stranger;

/// How many bytes of an archive are looked at for the names of what it holds.
const LOOKED_AT: usize = 64 * 1024;

/// What a file is that can be no contract, no assessment and no table; none where it may be one.
pub fn stranger(bytes: &[u8]) -> Option<Stranger> {
    const BEGINNINGS: [(&[u8], Stranger); 11] = [
        (b"%PDF-", Stranger::Pdf),
        (b"{\\rtf", Stranger::Document),
        (&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], Stranger::OldOffice),
        (b"\x89PNG\r\n\x1a\n", Stranger::Picture),
        (&[0xff, 0xd8, 0xff], Stranger::Picture),
        (b"GIF8", Stranger::Picture),
        (b"RIFF", Stranger::Picture),
        (b"II*\0", Stranger::Picture),
        (b"MM\0*", Stranger::Picture),
        (&[0x1f, 0x8b], Stranger::Archive),
        (b"7z\xbc\xaf\x27\x1c", Stranger::Archive),
    ];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(packed(bytes));
    }
    let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    known.map(|(_, kind)| *kind).or_else(|| is_web_page(bytes).then_some(Stranger::WebPage))
}

/// Office files are archives: the names of their parts tell them apart.
fn packed(bytes: &[u8]) -> Stranger {
    let beginning = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    // The list of all names stands at the end.
    let end = bytes.get(bytes.len().saturating_sub(LOOKED_AT)..).unwrap_or_default();
    let holds =
        |name: &[u8]| [beginning, end].iter().any(|part| part.windows(name.len()).any(|at| at == name));
    if holds(b"word/") || holds(b"opendocument.text") {
        Stranger::Document
    } else if holds(b"xl/") || holds(b"opendocument.spreadsheet") {
        Stranger::Workbook
    } else {
        Stranger::Archive
    }
}

fn is_web_page(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    let begins = |word: &[u8]| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    [&b"<!doctype html"[..], b"<html", b"<?xml"].into_iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_programs_are_told_by_how_they_begin() {
        let archive = |name: &str| [b"PK\x03\x04\x14\0\0\0".as_slice(), name.as_bytes()].concat();
        for (bytes, expected) in [
            (archive("[Content_Types].xml…word/document.xml"), Some(Stranger::Document)),
            (archive("[Content_Types].xml…xl/workbook.xml"), Some(Stranger::Workbook)),
            (archive("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), Some(Stranger::Workbook)),
            (archive("kontrakter/ams.json"), Some(Stranger::Archive)),
            (b"%PDF-1.7".to_vec(), Some(Stranger::Pdf)),
            (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Some(Stranger::Picture)),
            (b"\xff\xd8\xff\xe0".to_vec(), Some(Stranger::Picture)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Some(Stranger::OldOffice)),
            (b"\n<!DOCTYPE HTML><html>".to_vec(), Some(Stranger::WebPage)),
            (b"{\\rtf1\\ansi".to_vec(), Some(Stranger::Document)),
            (b"{\"format\": \"resultatkontrakt\"}".to_vec(), None),
            ("\u{feff}mål;resultat".into(), None),
            (Vec::new(), None),
            (b"PK".to_vec(), None),
        ] {
            assert_eq!(stranger(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
