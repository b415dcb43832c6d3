//! What holds of every workbook of measured results.

use std::rc::Rc;

use resultatkontrakt::app::IncomingTable;
use resultatkontrakt::office::read_sheet;
use resultatkontrakt::table::SheetChoice;

use super::packed::{packed, relation};
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

/// A workbook with this sheet.
pub(super) fn around(sheet: &[u8]) -> Vec<u8> {
    let list = br#"<workbook><sheets><sheet name="A" r:id="a"/></sheets></workbook>"#;
    let (root, related) = (relation("officeDocument", "b.xml"), relation("worksheet", "s.xml"));
    packed(&[("_rels/.rels", &root), ("_rels/b.xml.rels", &related), ("b.xml", list), ("s.xml", sheet)])
}
