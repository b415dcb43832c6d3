//! What comes in from workbooks and documents: a sheet as a text, and tables to begin a contract with.

use std::ops::Range;

use super::pasted::PastedTable;
use crate::findings::OfficeFault;

/// The sheet that is wanted, and the row in it that names the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetChoice {
    /// The sheet's name; the first with a table where none is named.
    pub sheet: Option<String>,
    /// The row, counted from 1; the first that names columns where none is given.
    pub header: Option<usize>,
}

/// A sheet of a workbook as the text of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetText {
    /// The names of all sheets that can be seen.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub sheet: String,
    /// The row that was chosen as the header.
    pub header: Option<usize>,
    /// The first rows that say something, each with its number, to choose the header from.
    pub first_rows: Vec<(usize, String)>,
    /// The table: a line for each row of the sheet, tabs between its cells.
    pub text: String,
    /// Whether the sheet keeps all but the cells for results from being changed.
    pub is_protected: bool,
    /// What is worth knowing of the workbook and its cells, each with its place in the text.
    pub findings: Vec<(Range<usize>, OfficeFault)>,
}

/// The tables of a workbook or a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileTables {
    /// The tables in their order.
    pub tables: Vec<FileTable>,
    /// The names of all sheets of a workbook that can be seen.
    pub sheets: Vec<String>,
    /// What is worth knowing of the file and its cells.
    pub findings: Vec<OfficeFault>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct FileTable {
    /// The table.
    pub table: PastedTable,
    /// The sheet, and the row of its headings where it was chosen; nothing in a document.
    pub sheet: Option<SheetChoice>,
    /// The first rows of the sheet that say something, each with its number.
    pub first_rows: Vec<(usize, String)>,
}
