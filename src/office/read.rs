//! A workbook (.xlsx) of strangers as the text of a table, which is then read like any other table.
//!
//! A cell says what the person sees in it: a number with a percent format is a percentage, one with a format of the
//! calendar a day, and a formula its last value. Nothing is worked out, run or fetched. Numbers are taken from digit
//! to digit, never through floating point.

use super::archive::{Archive, ArchiveRefusal};
use super::format::{Shown, shown_by_style};
use super::xml::{NotXml, Piece, Reader};
use crate::findings::WorkbookFault;
use crate::table::{SheetChoice, SheetText, has_header};

mod sheet;

use sheet::{Context, SheetCells, read_cells};

/// How many columns of a sheet are looked at.
const COLUMNS: usize = 256;
/// How many cells of a sheet are read, those between the first and the last of a row included.
const MAX_CELLS: usize = 2_000_000;
/// How many rows of each sheet are looked at to find the one with the table.
const LOOKED_AT: usize = 40;
/// How many rows are shown to choose the header from.
const SHOWN: usize = 12;

impl From<ArchiveRefusal> for WorkbookFault {
    fn from(refusal: ArchiveRefusal) -> Self {
        match refusal {
            ArchiveRefusal::Broken => Self::Broken,
            ArchiveRefusal::Encrypted => Self::Encrypted,
            ArchiveRefusal::TooLarge => Self::TooLarge,
        }
    }
}

impl From<NotXml> for WorkbookFault {
    fn from(_: NotXml) -> Self {
        Self::Broken
    }
}

/// Whether a file is a workbook by how it begins, and not another document of an office program.
pub fn is_workbook(name: &str, bytes: &[u8]) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    let is_named = matches!(extension.as_deref(), Some("xlsx" | "xlsm" | "xlsb" | "xls" | "ods"));
    is_named && (bytes.starts_with(b"PK") || bytes.starts_with(&OLD_OFFICE))
}

/// Reads one sheet of a workbook.
pub fn read_sheet(bytes: &[u8], choice: &SheetChoice) -> Result<SheetText, WorkbookFault> {
    if bytes.starts_with(&OLD_OFFICE) {
        return Err(old_office(bytes));
    }
    let archive = Archive::read(bytes)?;
    let book = Book::read(&archive)?;
    let (sheet, mut cells) = match &choice.sheet {
        Some(name) => {
            let sheet = book.sheets.iter().find(|sheet| sheet.name == *name);
            let sheet = sheet.ok_or_else(|| WorkbookFault::NoSheet { name: name.clone() })?;
            (sheet, book.cells(sheet, usize::MAX)?)
        }
        None => book.first_table()?,
    };
    cells.fill_merged()?;
    let mut text = cells.text(choice.header.unwrap_or_default())?;
    let first_rows = cells.first_rows(SHOWN);
    let has = |part: &str| archive.names().any(|name| name.starts_with(part));
    if has("xl/vbaProject") {
        text.findings.push((0..0, WorkbookFault::Macros));
    }
    if has("xl/externalLinks/") {
        text.findings.push((0..0, WorkbookFault::Links));
    }
    Ok(SheetText {
        sheets: book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        sheet: sheet.name.clone(),
        header: choice.header,
        first_rows,
        text: text.text,
        is_protected: cells.is_protected,
        findings: text.findings,
    })
}

/// How files of an older Office begin, and those that a password locks.
const OLD_OFFICE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

fn old_office(bytes: &[u8]) -> WorkbookFault {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_locked = bytes.windows(name.len()).any(|part| part == name);
    if is_locked { WorkbookFault::Encrypted } else { WorkbookFault::OtherKind }
}

/// A workbook with the list of its sheets, and what their cells refer to.
struct Book<'a> {
    archive: &'a Archive<'a>,
    sheets: Vec<SheetPart>,
    texts: Vec<String>,
    styles: Vec<Shown>,
    from_1904: bool,
}

struct SheetPart {
    name: String,
    part: String,
}

impl<'a> Book<'a> {
    fn read(archive: &'a Archive<'a>) -> Result<Self, WorkbookFault> {
        let Some(root) = archive.unpack("_rels/.rels")? else {
            // Another office program's workbook names its parts otherwise.
            let is_other = archive.names().any(|name| name == "mimetype" || name == "content.xml");
            return Err(if is_other { WorkbookFault::OtherKind } else { WorkbookFault::Broken });
        };
        let main = relations(&root, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let main = main.ok_or(WorkbookFault::Broken)?.target;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        if !file.to_lowercase().ends_with(".xml") {
            return Err(WorkbookFault::OtherKind);
        }
        let list = format!("{folder}/_rels/{file}.rels");
        let list = archive.unpack(list.trim_start_matches('/'))?.ok_or(WorkbookFault::Broken)?;
        let related = relations(&list, folder)?;
        let (sheets, from_1904) = sheets(&archive.unpack(&main)?.ok_or(WorkbookFault::Broken)?, &related)?;
        let of_kind = |kind: &str| -> Result<Option<Vec<u8>>, WorkbookFault> {
            let part = related.iter().find(|relation| relation.kind == kind);
            Ok(part.map(|part| archive.unpack(&part.target)).transpose()?.flatten())
        };
        let texts = of_kind("sharedStrings")?.map(|bytes| shared_texts(&bytes)).transpose()?;
        let styles = of_kind("styles")?.map(|bytes| shown_by_style(&bytes)).transpose()?;
        let (texts, styles) = (texts.unwrap_or_default(), styles.unwrap_or_default());
        if sheets.is_empty() {
            Err(WorkbookFault::Broken)
        } else {
            Ok(Self { archive, sheets, texts, styles, from_1904 })
        }
    }

    /// The cells of a sheet, of so many rows at most.
    fn cells(&self, sheet: &SheetPart, rows: usize) -> Result<SheetCells, WorkbookFault> {
        let bytes = self.archive.unpack(&sheet.part)?.ok_or(WorkbookFault::Broken)?;
        let context = Context { texts: &self.texts, styles: &self.styles, from_1904: self.from_1904 };
        read_cells(&bytes, &context, rows)
    }

    /// The first sheet with a row that names columns; else the first sheet.
    fn first_table(&self) -> Result<(&SheetPart, SheetCells), WorkbookFault> {
        let first = self.sheets.first().ok_or(WorkbookFault::Broken)?;
        let mut found = first;
        for sheet in &self.sheets {
            if has_header(&self.cells(sheet, LOOKED_AT)?.text(0)?.text) {
                found = sheet;
                break;
            }
        }
        Ok((found, self.cells(found, usize::MAX)?))
    }
}

/// A part that another refers to.
struct Relation {
    id: String,
    /// The last word of its kind, such as `worksheet`.
    kind: String,
    target: String,
}

/// Reads what a part refers to; its folder is where the names begin.
fn relations(bytes: &[u8], folder: &str) -> Result<Vec<Relation>, NotXml> {
    let mut reader = Reader::new(bytes)?;
    let mut found = Vec::new();
    while let Some(piece) = reader.next()? {
        let Piece::Begin(tag) = piece else { continue };
        let is_outside = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
        let (Some(id), Some(kind), Some(target)) =
            (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
        else {
            continue;
        };
        if !is_outside {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            found.push(Relation { id, kind, target: resolved(folder, &target) });
        }
    }
    Ok(found)
}

/// `xl/worksheets/sheet1.xml` for `worksheets/sheet1.xml` within `xl`, and for `/xl/worksheets/sheet1.xml`.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "." | "" => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}

/// The sheets that can be seen and hold cells, and whether days are counted from 1904.
fn sheets(bytes: &[u8], related: &[Relation]) -> Result<(Vec<SheetPart>, bool), NotXml> {
    let mut reader = Reader::new(bytes)?;
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    while let Some(piece) = reader.next()? {
        let Piece::Begin(tag) = piece else { continue };
        if tag.name == "workbookPr" {
            from_1904 = tag.attribute("date1904").is_some_and(|said| said == "1" || said == "true");
        }
        let is_hidden = tag.attribute("state").is_some_and(|state| state != "visible");
        if tag.name != "sheet" || is_hidden {
            continue;
        }
        let id = tag.attribute("id");
        let part = related.iter().find(|one| one.kind == "worksheet" && Some(&one.id) == id.as_ref());
        if let (Some(name), Some(part)) = (tag.attribute("name"), part) {
            sheets.push(SheetPart { name, part: part.target.clone() });
        }
    }
    Ok((sheets, from_1904))
}

/// The texts that cells refer to by their numbers. How a text is pronounced is no part of it.
fn shared_texts(bytes: &[u8]) -> Result<Vec<String>, NotXml> {
    let mut reader = Reader::new(bytes)?;
    let (mut texts, mut is_text, mut is_sound) = (Vec::<String>::new(), false, false);
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Begin(tag) if tag.name == "si" => texts.push(String::new()),
            Piece::Begin(tag) if tag.name == "t" => is_text = true,
            Piece::Begin(tag) if tag.name == "rPh" => is_sound = true,
            Piece::End("t") => is_text = false,
            Piece::End("rPh") => is_sound = false,
            Piece::Text(text) if is_text && !is_sound => {
                if let Some(last) = texts.last_mut() {
                    last.push_str(&text);
                }
            }
            _ => {}
        }
    }
    Ok(texts)
}
