//! What holds of every workbook of measured results.

use std::rc::Rc;

use resultatkontrakt::app::IncomingTable;
use resultatkontrakt::office::read_sheet;
use resultatkontrakt::table::SheetChoice;

use super::{findings, results};

/// The bytes as a file, and as the one sheet of a workbook: each is read or refused, every finding has its place in the
/// text, and what is read changes nothing but as a table does.
pub fn workbook(bytes: &[u8]) {
    sheet(bytes);
    sheet(&around(bytes));
}

fn sheet(bytes: &[u8]) {
    let Ok(read) = read_sheet(bytes, &SheetChoice::default()) else { return };
    assert!(read.sheets.contains(&read.sheet), "a sheet of the workbook");
    let text = read.text.clone();
    assert!(read.findings.iter().all(|(range, _)| text.get(range.clone()).is_some()), "a place in the text");
    let rows = read.first_rows.iter().map(|(number, _)| number);
    assert!(rows.clone().is_sorted() && rows.into_iter().all(|number| *number >= 1), "rows in their order");
    let table = IncomingTable::of_sheet("t.xlsx", bytes.into(), Ok(read));
    results::brought_in(&Rc::new(table), |diagnostics| findings(text.as_bytes(), diagnostics));
}

/// A workbook with this sheet, nothing of it packed.
fn around(sheet: &[u8]) -> Vec<u8> {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(r#"<R><R Id="a" Type="{KIND}/{kind}" Target="{target}"/></R>"#).into_bytes()
    };
    let list = br#"<workbook><sheets><sheet name="A" r:id="a"/></sheets></workbook>"#;
    let parts = [
        ("_rels/.rels", relation("officeDocument", "b.xml")),
        ("_rels/b.xml.rels", relation("worksheet", "s.xml")),
        ("b.xml", list.to_vec()),
        ("s.xml", sheet.to_vec()),
    ];
    let (mut file, mut names) = (Vec::new(), Vec::new());
    for (name, bytes) in &parts {
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
    [&file[..], &names, b"PK\x05\x06\0\0\0\0\x04\0\x04\0", &size, &at, &[0, 0]].concat()
}
