//! Files of office programs that strangers made: a sheet of results as the text of a table, and the tables of a workbook
//! or a document to begin a contract with.
//!
//! A cell says what the person sees in it: a number with a percent format is a percentage, one with a format of the
//! calendar a day, and a formula its last value. Nothing is worked out, run or fetched. Numbers are taken from digit
//! to digit, never through floating point.

use super::archive::{Archive, ArchiveRefusal};
use super::xml::NotXml;
use crate::findings::OfficeFault;
use crate::i18n::Lang;
use crate::table::pasted::PastedTable;
use crate::table::{FileTable, FileTables, SheetChoice, SheetText, has_header};

mod calc;
mod cells;
mod excel;
mod sheet;
mod word;

use calc::CalcBook;
use cells::SheetCells;
use excel::{ExcelBook, main_part};
use word::word_tables;

/// The largest file, in bytes.
const MAX_FILE: usize = 8 * 1024 * 1024;
/// How many columns of a sheet are looked at.
const COLUMNS: usize = 256;
/// How many cells are read, those between the first and the last of a row included.
const MAX_CELLS: usize = 1_000_000;
/// How many bytes all cells together may say; a text that stands in several cells counts as often.
const MAX_TEXT: usize = 16 * 1024 * 1024;
/// How many sheets a workbook may have, and a document tables.
const MAX_TABLES: usize = 500;
/// How many rows of each sheet are looked at to find the one with the table.
const LOOKED_AT: usize = 40;
/// How many rows are shown to choose the header from.
const SHOWN: usize = 12;

impl From<ArchiveRefusal> for OfficeFault {
    fn from(refusal: ArchiveRefusal) -> Self {
        match refusal {
            ArchiveRefusal::Broken => Self::Broken,
            ArchiveRefusal::Encrypted => Self::Encrypted,
            ArchiveRefusal::TooLarge => Self::TooLarge,
        }
    }
}

impl From<NotXml> for OfficeFault {
    fn from(_: NotXml) -> Self {
        Self::Broken
    }
}

/// How much more a file may say.
#[derive(Debug)]
struct Room {
    cells: usize,
    bytes: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { cells: MAX_CELLS, bytes: MAX_TEXT }
    }
}

impl Room {
    /// Takes the room of a cell.
    fn take(&mut self, text: &str) -> Result<(), OfficeFault> {
        let left = self.cells.checked_sub(1).zip(self.bytes.checked_sub(text.len()));
        (self.cells, self.bytes) = left.ok_or(OfficeFault::TooLarge)?;
        Ok(())
    }
}

/// Whether a file is a workbook, by its name and by how it begins.
pub fn is_workbook(name: &str, bytes: &[u8]) -> bool {
    is_named(name, &["xlsx", "xlsm", "xlsb", "xls", "ods"]) && is_packed(bytes)
}

/// Whether a file is a workbook or a document of an office program, likewise.
pub fn is_office_file(name: &str, bytes: &[u8]) -> bool {
    is_workbook(name, bytes) || (is_named(name, &["docx", "docm", "dotx", "doc", "odt"]) && is_packed(bytes))
}

fn is_named(name: &str, endings: &[&str]) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    extension.is_some_and(|extension| endings.contains(&extension.as_str()))
}

fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(&OLD_OFFICE)
}

/// Reads one sheet of a workbook.
pub fn read_sheet(bytes: &[u8], choice: &SheetChoice) -> Result<SheetText, OfficeFault> {
    let archive = open(bytes)?;
    let mut book = Book::read(&archive)?;
    let sheets = book.sheets();
    let (place, mut cells) = match &choice.sheet {
        Some(name) => {
            let place = place_of(&sheets, name)?;
            (place, book.cells(place, usize::MAX)?)
        }
        None => book.first_table(sheets.len())?,
    };
    cells.fill_merged()?;
    let mut text = cells.text(choice.header.unwrap_or_default())?;
    let remarks = remarks(&archive, &book).into_iter();
    text.findings.extend(remarks.map(|remark| (0..0, remark)));
    Ok(SheetText {
        sheet: sheets.get(place).cloned().unwrap_or_default(),
        sheets,
        header: choice.header,
        first_rows: cells.first_rows(SHOWN),
        text: text.text,
        is_protected: cells.is_protected,
        findings: text.findings,
    })
}

/// Reads the tables of a workbook or a document to begin a contract with. Without a choice, a workbook gives each sheet
/// whose columns are known, else the first that says something. Figures are written in the language of their table; in
/// this one where the table shows none.
pub fn read_tables(bytes: &[u8], choice: &SheetChoice, lang: Lang) -> Result<FileTables, OfficeFault> {
    let archive = open(bytes)?;
    if let Some((name, part)) = word_part(&archive)? {
        let tables = word_tables(&archive, &name, &part)?.into_iter().filter_map(PastedTable::of_grid);
        let tables = tables.map(|table| FileTable { table, sheet: None, first_rows: Vec::new() });
        let findings = has_macros(&archive).then_some(OfficeFault::Macros);
        return Ok(FileTables {
            tables: tables.collect(),
            sheets: Vec::new(),
            findings: findings.into_iter().collect(),
        });
    }
    let mut book = Book::read(&archive)?;
    let sheets = book.sheets();
    let wanted = choice.sheet.as_ref().map(|name| place_of(&sheets, name)).transpose()?;
    let (mut read, mut left) = (Vec::new(), MAX_CELLS);
    for (place, name) in sheets.iter().enumerate().filter(|(at, _)| wanted.is_none_or(|one| one == *at)) {
        let cells = book.cells(place, usize::MAX)?;
        let table = match sheet_table(&cells, choice.header, lang)? {
            // A sheet that was chosen is shown, whatever it says.
            None if wanted.is_some() => PastedTable::default(),
            None => continue,
            Some(table) => table,
        };
        let size = table.grid.rows.len().saturating_mul(table.grid.width());
        left = left.checked_sub(size).ok_or(OfficeFault::TooLarge)?;
        let choice = SheetChoice { sheet: Some(name.clone()), header: choice.header };
        let findings: Vec<OfficeFault> = cells.without_value().collect();
        read.push((FileTable { table, sheet: Some(choice), first_rows: cells.first_rows(SHOWN) }, findings));
    }
    let is_known = |one: &FileTable| one.table.has_goals() || one.table.has_risks();
    if read.iter().any(|(table, _)| is_known(table)) {
        read.retain(|(table, _)| is_known(table));
    } else {
        read.truncate(1);
    }
    let (tables, findings): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let findings = findings.into_iter().flatten().chain(remarks(&archive, &book)).collect();
    Ok(FileTables { tables, sheets, findings })
}

/// The table of a sheet; nothing where the sheet says nothing.
fn sheet_table(
    cells: &SheetCells,
    header: Option<usize>,
    lang: Lang,
) -> Result<Option<PastedTable>, OfficeFault> {
    let from = header.unwrap_or_default();
    let read = |grid| match header {
        Some(_) => PastedTable::of_grid(grid).map(PastedTable::named_by_first_row),
        None => PastedTable::of_grid(grid),
    };
    // What its words show says how its figures are written.
    let shown = read(cells.grid(from, None)?).and_then(|table| table.shown_lang());
    Ok(read(cells.grid(from, Some(shown.unwrap_or(lang).decimal_mark()))?))
}

fn place_of(sheets: &[String], name: &str) -> Result<usize, OfficeFault> {
    let place = sheets.iter().position(|sheet| sheet == name);
    place.ok_or_else(|| OfficeFault::NoSheet { name: name.to_owned() })
}

/// How files of an older Office begin, and those that a password locks.
const OLD_OFFICE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Opens a packed file within the limits; one of an older Office is refused.
fn open(bytes: &[u8]) -> Result<Archive<'_>, OfficeFault> {
    if bytes.len() > MAX_FILE {
        return Err(OfficeFault::TooLarge);
    }
    if bytes.starts_with(&OLD_OFFICE) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = bytes.windows(name.len()).any(|part| part == name);
        return Err(if is_locked { OfficeFault::Encrypted } else { OfficeFault::OtherKind });
    }
    Ok(Archive::read(bytes)?)
}

/// The main part of a Word document with its name; nothing where the file is another.
fn word_part(archive: &Archive<'_>) -> Result<Option<(String, Vec<u8>)>, OfficeFault> {
    let Some(name) = main_part(archive)? else { return Ok(None) };
    let part = archive.unpack(&name)?.unwrap_or_default();
    Ok(word::is_document(&part).then_some((name, part)))
}

fn has_macros(archive: &Archive<'_>) -> bool {
    let is_code = |name: &str| name.ends_with("vbaProject.bin") || name.starts_with("Basic/");
    archive.names().any(is_code)
}

/// What is worth knowing of a workbook as a whole.
fn remarks(archive: &Archive<'_>, book: &Book<'_>) -> Vec<OfficeFault> {
    let has_links = match book {
        Book::Excel(_) => archive.names().any(|name| name.starts_with("xl/externalLinks/")),
        Book::Calc(book) => book.has_links,
    };
    let remarks = [(has_macros(archive), OfficeFault::Macros), (has_links, OfficeFault::Links)];
    remarks.into_iter().filter(|(holds, _)| *holds).map(|(_, remark)| remark).collect()
}

/// A workbook of one office program or another.
enum Book<'a> {
    Excel(ExcelBook<'a>),
    Calc(CalcBook),
}

impl<'a> Book<'a> {
    fn read(archive: &'a Archive<'a>) -> Result<Self, OfficeFault> {
        match archive.unpack("mimetype")? {
            Some(kind) => CalcBook::read(archive, &kind).map(Self::Calc),
            None => ExcelBook::read(archive).map(Self::Excel),
        }
    }

    /// The names of the sheets that can be seen.
    fn sheets(&self) -> Vec<String> {
        match self {
            Self::Excel(book) => book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            Self::Calc(book) => book.sheets.iter().map(|(name, _)| name.clone()).collect(),
        }
    }

    /// The cells of a sheet, of so many rows at most where they are not here already.
    fn cells(&mut self, place: usize, rows: usize) -> Result<SheetCells, OfficeFault> {
        match self {
            Self::Excel(book) => book.cells(place, rows),
            Self::Calc(book) => {
                let sheet = book.sheets.get_mut(place).ok_or(OfficeFault::Broken)?;
                Ok(std::mem::take(&mut sheet.1))
            }
        }
    }

    /// The first sheet with a row that names columns; else the first sheet.
    fn first_table(&mut self, count: usize) -> Result<(usize, SheetCells), OfficeFault> {
        for place in 0..count {
            let looked_at = self.cells(place, LOOKED_AT)?;
            let is_table = has_header(&looked_at.text(0)?.text);
            if let Self::Calc(book) = self
                && let Some(sheet) = book.sheets.get_mut(place)
            {
                sheet.1 = looked_at;
            }
            if is_table {
                return Ok((place, self.cells(place, usize::MAX)?));
            }
        }
        Ok((0, self.cells(0, usize::MAX)?))
    }
}
