//! What holds of every file with a contract's tables.

use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::office::read_tables;
use resultatkontrakt::table::SheetChoice;
use resultatkontrakt::table::pasted::{MAX_COLUMNS, MAX_ROWS, PastedTable, propose};

use super::packed::{packed, relation};
use super::reading;
use super::workbook::around;

const CALC: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// The bytes as a file, as the text of a document, as the sheets of a workbook and as the content of another: each is read
/// or refused, its tables stay within the limits, and what they propose is read as well.
pub fn document(bytes: &[u8]) {
    tables(bytes);
    let root = relation("officeDocument", "d.xml");
    tables(&packed(&[("_rels/.rels", &root), ("d.xml", bytes)]));
    tables(&packed(&[("mimetype", CALC), ("content.xml", bytes)]));
    tables(&around(bytes));
}

fn tables(bytes: &[u8]) {
    for lang in [Lang::Da, Lang::En] {
        let Ok(read) = read_tables(bytes, &SheetChoice::default(), lang) else { return };
        for table in &read.tables {
            let grid = &table.table.grid;
            assert!(grid.rows.len() <= MAX_ROWS && grid.width() <= MAX_COLUMNS);
            assert!(grid.rows.iter().all(|row| row.len() == grid.width()), "rows equally long");
            assert_eq!(table.table.columns.len(), grid.width());
            let sheet = table.sheet.as_ref().and_then(|choice| choice.sheet.as_ref());
            assert!(sheet.is_none_or(|name| read.sheets.contains(name)), "a sheet of the workbook");
        }
        let tables: Vec<PastedTable> = read.tables.into_iter().map(|one| one.table).collect();
        let proposals = propose(&tables, lang, Some(2027));
        if !proposals.goals.is_empty() && proposals.goals.len() <= 50 {
            reading(proposals.contract(|_| false, Words::DANISH, 2027).as_bytes());
        }
    }
}
