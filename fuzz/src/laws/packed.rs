//! Packed files of office programs put together by hand, nothing of them deflated.

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The list of the one part that another refers to.
pub(super) fn relation(kind: &str, target: &str) -> Vec<u8> {
    format!(r#"<R><R Id="a" Type="{KIND}/{kind}" Target="{target}"/></R>"#).into_bytes()
}

/// A file of these parts.
pub(super) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut names) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let at = u32::try_from(file.len()).expect("short");
        let size = u32::try_from(bytes.len()).expect("short").to_le_bytes();
        let name_size = u16::try_from(name.len()).expect("short").to_le_bytes();
        let about =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &size, &size, &name_size, &[0, 0]].concat();
        file.extend([&b"PK\x03\x04"[..], &about, name.as_bytes(), bytes].concat());
        let entry = [&b"PK\x01\x02\x14\x00"[..], &about, &[0; 10], &at.to_le_bytes(), name.as_bytes()];
        names.extend(entry.concat());
    }
    let at = u32::try_from(file.len()).expect("short").to_le_bytes();
    let size = u32::try_from(names.len()).expect("short").to_le_bytes();
    let count = u16::try_from(parts.len()).expect("few").to_le_bytes();
    [&file[..], &names, b"PK\x05\x06\0\0\0\0", &count, &count, &size, &at, &[0, 0]].concat()
}
