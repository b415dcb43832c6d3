//! A packed file put together by hand, so that it can be what no program writes.

use miniz_oxide::deflate::compress_to_vec;

/// A part, and how large it says that it becomes.
pub(crate) struct Part<'a> {
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) is_packed: bool,
    pub(crate) says: Option<usize>,
}

impl<'a> Part<'a> {
    /// A part as it is, not packed.
    pub(crate) fn plain(name: &'a str, text: &'a str) -> Self {
        Self { name, bytes: text.as_bytes(), is_packed: false, says: None }
    }

    pub(crate) fn packed(self) -> Self {
        Self { is_packed: true, ..self }
    }

    pub(crate) fn that_says(self, size: usize) -> Self {
        Self { says: Some(size), ..self }
    }
}

/// A file of these parts.
pub(crate) fn packed(parts: &[Part<'_>]) -> Vec<u8> {
    let two = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    let four = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for part in parts {
        let bytes = if part.is_packed { compress_to_vec(part.bytes, 6) } else { part.bytes.to_vec() };
        let (at, size) = (file.len(), part.says.unwrap_or(part.bytes.len()));
        let about = [
            &[20, 0, 0, 0][..],
            &two(if part.is_packed { 8 } else { 0 }),
            &[0; 8],
            &four(bytes.len()),
            &four(size),
            &two(part.name.len()),
            &[0, 0],
        ]
        .concat();
        file.extend([&b"PK\x03\x04"[..], &about, part.name.as_bytes(), &bytes].concat());
        list.extend([&b"PK\x01\x02\x14\x00"[..], &about, &[0; 10], &four(at), part.name.as_bytes()].concat());
    }
    let end = [
        &b"PK\x05\x06\0\0\0\0"[..],
        &two(parts.len()),
        &two(parts.len()),
        &four(list.len()),
        &four(file.len()),
        &[0, 0],
    ];
    [file.as_slice(), &list, &end.concat()].concat()
}

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Parts that another refers to: what kind each is of, and its name.
pub(crate) fn relations(parts: &[(&str, &str)]) -> String {
    let one = |(at, (kind, target)): (usize, &(&str, &str))| {
        format!(r#"<Relationship Id="r{at}" Type="{KIND}/{kind}" Target="{target}"/>"#)
    };
    format!("<Relationships>{}</Relationships>", parts.iter().enumerate().map(one).collect::<String>())
}

/// A workbook of one sheet, with this part for its styles.
pub(crate) fn workbook<'a>(sheet: Part<'a>, styles: &'a str, more: Vec<Part<'a>>) -> Vec<u8> {
    let root = relations(&[("officeDocument", "xl/workbook.xml")]);
    let related = relations(&[("worksheet", "sheet.xml"), ("styles", "styles.xml")]);
    let list = r#"<workbook><sheets><sheet name="Ark1" r:id="r0"/></sheets></workbook>"#;
    let mut parts = vec![
        Part::plain("_rels/.rels", &root),
        Part::plain("xl/_rels/workbook.xml.rels", &related),
        Part::plain("xl/workbook.xml", list),
        sheet,
        Part::plain("xl/styles.xml", styles),
    ];
    parts.extend(more);
    packed(&parts)
}

/// A document whose text has this body.
pub(crate) fn document(body: &str, more: Vec<Part<'_>>) -> Vec<u8> {
    let root = relations(&[("officeDocument", "word/document.xml")]);
    let text = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut parts = vec![Part::plain("_rels/.rels", &root), Part::plain("word/document.xml", &text)];
    parts.extend(more);
    packed(&parts)
}

/// A workbook of `OpenDocument` with these tables.
pub(crate) fn calc(tables: &str, more: Vec<Part<'_>>) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut parts = vec![
        Part::plain("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        Part::plain("content.xml", &content),
    ];
    parts.extend(more);
    packed(&parts)
}
