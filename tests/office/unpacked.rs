//! A packed file taken apart by its own local heads, and one put together, apart from the code that is tested.

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
        if !called.contains("/media/") {
            assert_well_formed(&called, &text);
        }
        parts.insert(called, text);
        at = start + packed;
    }
    assert!(bytes[at..].starts_with(b"PK\x01\x02"), "the list follows the parts");
    parts
}

/// A packed file of these parts, none of them deflated.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let at = u32::try_from(file.len()).unwrap().to_le_bytes();
        let size = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        // Version, flags, method, time, day, and a sum that nobody looks at.
        let about =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0, 0, 0, 0], &size[..], &size, &length, &[0, 0]].concat();
        file.extend([b"PK\x03\x04", &about[..], name.as_bytes(), bytes].concat());
        list.extend([b"PK\x01\x02\x14\x00", &about[..], &[0; 10], &at, name.as_bytes()].concat());
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let [size, at] = [list.len(), file.len()].map(|length| u32::try_from(length).unwrap().to_le_bytes());
    [&file[..], &list, b"PK\x05\x06\0\0\0\0", &count, &count, &size, &at, &[0, 0]].concat()
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
