//! A packed file taken apart by its own local heads, apart from the code that is tested.

use std::collections::BTreeMap;

use miniz_oxide::inflate::decompress_to_vec;

/// The parts of a packed file by their names.
pub(crate) fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let short = |at: usize| usize::from(u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap()));
    let long =
        |at: usize| usize::try_from(u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())).unwrap();
    let (mut parts, mut at) = (BTreeMap::new(), 0);
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let (packed, size, name) = (long(at + 18), long(at + 22), short(at + 26));
        let start = at + 30 + name + short(at + 28);
        let called = String::from_utf8(bytes[at + 30..at + 30 + name].to_vec()).unwrap();
        let text = String::from_utf8(decompress_to_vec(&bytes[start..start + packed]).unwrap()).unwrap();
        assert_eq!(text.len(), size, "{called}");
        assert_well_formed(&called, &text);
        parts.insert(called, text);
        at = start + packed;
    }
    assert!(bytes[at..].starts_with(b"PK\x01\x02"), "the list follows the parts");
    parts
}

/// Every element that begins ends, in its turn, and no sign stands bare.
fn assert_well_formed(name: &str, text: &str) {
    let mut open = Vec::new();
    let body = text.split_once("?>").unwrap().1;
    for piece in body.split('<').skip(1) {
        let (tag, behind) = piece.split_once('>').unwrap();
        let signs = behind
            .split('&')
            .skip(1)
            .all(|sign| sign.split_once(';').is_some_and(|(sign, _)| sign.len() < 8));
        assert!(signs, "{name}: {behind}");
        if let Some(ended) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(ended), "{name}");
        } else if !tag.ends_with('/') {
            open.push(tag.split_whitespace().next().unwrap());
        }
    }
    assert!(open.is_empty(), "{name}: {open:?}");
    assert!(!text.contains(|sign: char| sign.is_control() && sign != '\n'), "{name}");
}
