//! An Excel workbook (.xlsx): its sheets, and what their cells refer to.

use super::cells::SheetCells;
use super::sheet::{Context, read_cells};
use super::{MAX_CELLS, MAX_TABLES};
use crate::findings::OfficeFault;
use crate::office::archive::Archive;
use crate::office::format::{Shown, shown_by_style};
use crate::office::xml::{NotXml, Piece, Reader};

/// A workbook with the list of its sheets, and what their cells refer to.
pub(super) struct ExcelBook<'a> {
    archive: &'a Archive<'a>,
    pub(super) sheets: Vec<SheetPart>,
    texts: Vec<String>,
    styles: Vec<Shown>,
    from_1904: bool,
}

pub(super) struct SheetPart {
    pub(super) name: String,
    part: String,
}

impl<'a> ExcelBook<'a> {
    pub(super) fn read(archive: &'a Archive<'a>) -> Result<Self, OfficeFault> {
        let main = main_part(archive)?.ok_or(OfficeFault::Broken)?;
        if !main.to_lowercase().ends_with(".xml") {
            return Err(OfficeFault::OtherKind);
        }
        let related = related(archive, &main)?;
        let (sheets, from_1904) = sheets(&archive.unpack(&main)?.ok_or(OfficeFault::Broken)?, &related)?;
        if sheets.is_empty() {
            return Err(OfficeFault::Broken);
        }
        let of_kind = |kind: &str| part_of_kind(archive, &related, kind);
        let texts = of_kind("sharedStrings")?.map(|bytes| shared_texts(&bytes)).transpose()?;
        let styles = of_kind("styles")?.map(|bytes| shown_by_style(&bytes)).transpose()?;
        let (texts, styles) = (texts.unwrap_or_default(), styles.unwrap_or_default());
        Ok(Self { archive, sheets, texts, styles, from_1904 })
    }

    /// The cells of a sheet, of so many rows at most.
    pub(super) fn cells(&self, place: usize, rows: usize) -> Result<SheetCells, OfficeFault> {
        let sheet = self.sheets.get(place).ok_or(OfficeFault::Broken)?;
        let bytes = self.archive.unpack(&sheet.part)?.ok_or(OfficeFault::Broken)?;
        let context = Context { texts: &self.texts, styles: &self.styles, from_1904: self.from_1904 };
        read_cells(&bytes, &context, rows)
    }
}

/// The name of the part that a workbook or a document begins with; nothing where the file names none.
pub(super) fn main_part(archive: &Archive<'_>) -> Result<Option<String>, OfficeFault> {
    let Some(root) = archive.unpack("_rels/.rels")? else { return Ok(None) };
    let main = relations(&root, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
    Ok(main.map(|main| main.target))
}

/// What a part refers to.
pub(super) fn related(archive: &Archive<'_>, part: &str) -> Result<Vec<Relation>, OfficeFault> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let list = format!("{folder}/_rels/{file}.rels");
    let list = archive.unpack(list.trim_start_matches('/'))?;
    Ok(list.map(|list| relations(&list, folder)).transpose()?.unwrap_or_default())
}

/// The first part of a kind among those that another refers to.
pub(super) fn part_of_kind(
    archive: &Archive<'_>,
    related: &[Relation],
    kind: &str,
) -> Result<Option<Vec<u8>>, OfficeFault> {
    let part = related.iter().find(|relation| relation.kind == kind);
    Ok(part.map(|part| archive.unpack(&part.target)).transpose()?.flatten())
}

/// How many parts of the file another may refer to; there are no more of them than that.
const MAX_RELATIONS: usize = 2_000;

/// A part that another refers to.
pub(super) struct Relation {
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
        if !is_outside && found.len() < MAX_RELATIONS {
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
fn sheets(bytes: &[u8], related: &[Relation]) -> Result<(Vec<SheetPart>, bool), OfficeFault> {
    let mut reader = Reader::new(bytes)?;
    let (mut sheets, mut named, mut from_1904) = (Vec::new(), 0_usize, false);
    while let Some(piece) = reader.next()? {
        let Piece::Begin(tag) = piece else { continue };
        if tag.name == "workbookPr" {
            from_1904 = tag.attribute("date1904").is_some_and(|said| said == "1" || said == "true");
        }
        if tag.name != "sheet" {
            continue;
        }
        named += 1;
        if named > MAX_TABLES {
            return Err(OfficeFault::TooLarge);
        }
        if tag.attribute("state").is_some_and(|state| state != "visible") {
            continue;
        }
        let id = tag.attribute("id");
        let part = related.iter().find(|one| one.kind == "worksheet" && Some(&one.id) == id.as_ref());
        // A part that several sheets name would be read as often.
        let part = part.filter(|part| sheets.iter().all(|known: &SheetPart| known.part != part.target));
        if let (Some(name), Some(part)) = (tag.attribute("name"), part) {
            sheets.push(SheetPart { name, part: part.target.clone() });
        }
    }
    Ok((sheets, from_1904))
}

/// The texts that cells refer to by their numbers. How a text is pronounced is no part of it.
fn shared_texts(bytes: &[u8]) -> Result<Vec<String>, OfficeFault> {
    let mut reader = Reader::new(bytes)?;
    let (mut texts, mut is_text, mut is_sound) = (Vec::<String>::new(), false, false);
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Begin(tag) if tag.name == "si" && texts.len() >= MAX_CELLS => {
                return Err(OfficeFault::TooLarge);
            }
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
