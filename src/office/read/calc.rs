//! A workbook of `LibreOffice` and others (.ods, OpenDocument): one part with all sheets, whose cells say what kind of value
//! they hold.

use std::collections::{BTreeMap, BTreeSet};

use super::MAX_TABLES;
use super::cells::{CellSaid, Merged, SheetCells};
use crate::findings::OfficeFault;
use crate::office::archive::Archive;
use crate::office::format::{Shown, number_text};
use crate::office::xml::{NotXml, Piece, Reader, Tag};

/// A workbook with the cells of its sheets.
pub(super) struct CalcBook {
    /// The sheets that can be seen.
    pub(super) sheets: Vec<(String, SheetCells)>,
    /// Whether a sheet is a copy of one in another file.
    pub(super) has_links: bool,
}

const KIND: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
/// The last row that a sheet can have.
const LAST_ROW: usize = 1_048_576;
/// Elements within a cell whose texts are not the cell's: remarks and drawings.
const ASIDE: &[&str] = &["annotation", "shapes", "frame", "custom-shape", "tracked-changes"];

impl CalcBook {
    pub(super) fn read(archive: &Archive<'_>, kind: &[u8]) -> Result<Self, OfficeFault> {
        let list = archive.unpack("META-INF/manifest.xml")?.unwrap_or_default();
        let mark = b"encryption-data";
        if list.windows(mark.len()).any(|part| part == mark) {
            return Err(OfficeFault::Encrypted);
        }
        // Behind the kind of a template stands that it is one.
        if !kind.starts_with(KIND) {
            return Err(OfficeFault::OtherKind);
        }
        let mut styles = Styles::default();
        if let Some(part) = archive.unpack("styles.xml")? {
            styles.read(&part)?;
        }
        let content = archive.unpack("content.xml")?.ok_or(OfficeFault::Broken)?;
        styles.read(&content)?;
        let mut parser = Parser::new(&styles);
        let mut reader = Reader::new(&content)?;
        while let Some(piece) = reader.next()? {
            match piece {
                Piece::Begin(tag) => parser.begin(tag)?,
                Piece::End(name) => parser.end(name)?,
                Piece::Text(text) => parser.text(&text),
            }
        }
        if parser.sheets.is_empty() {
            return Err(OfficeFault::Broken);
        }
        Ok(Self { sheets: parser.sheets, has_links: parser.has_links })
    }
}

/// What styles say that counts here.
#[derive(Default)]
struct Styles {
    /// What a style of days shows of them.
    days: BTreeMap<String, Shown>,
    /// The style of numbers and days that a style of cells has.
    cells: BTreeMap<String, String>,
    /// The styles of sheets that cannot be seen.
    hidden: BTreeSet<String>,
}

impl Styles {
    fn read(&mut self, part: &[u8]) -> Result<(), NotXml> {
        let mut reader = Reader::new(part)?;
        let (mut day, mut style): (Option<(String, [bool; 3])>, String) = (None, String::new());
        while let Some(piece) = reader.next()? {
            match piece {
                Piece::Begin(tag) => match tag.name {
                    "date-style" => day = tag.attribute("name").map(|name| (name, [false; 3])),
                    "year" | "month" | "day" => {
                        if let Some((_, [has_year, has_month, has_day])) = &mut day {
                            *has_year |= tag.name == "year";
                            *has_month |= tag.name == "month";
                            *has_day |= tag.name == "day";
                        }
                    }
                    "style" => {
                        style = tag.attribute("name").unwrap_or_default();
                        let data = tag.attribute("data-style-name");
                        self.cells.extend(data.map(|data| (style.clone(), data)));
                    }
                    "table-properties" if tag.attribute("display").is_some_and(|said| said == "false") => {
                        self.hidden.insert(style.clone());
                    }
                    _ => {}
                },
                Piece::End("date-style") => {
                    let shown = day.take().map(|(name, [has_year, has_month, has_day])| {
                        let shown = match (has_day, has_month, has_year) {
                            (false, true, true) => Shown::Month,
                            (false, false, true) => Shown::Year,
                            _ => Shown::Day,
                        };
                        (name, shown)
                    });
                    self.days.extend(shown);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// What a style of cells shows of a day.
    fn shown(&self, style: &str) -> Shown {
        let data = self.cells.get(style);
        data.and_then(|data| self.days.get(data)).copied().unwrap_or(Shown::Day)
    }
}

/// A cell that has begun.
#[derive(Default)]
struct OpenCell {
    /// How many columns it stands for.
    repeated: usize,
    /// How many columns and rows it takes.
    spanned: (usize, usize),
    kind: String,
    value: Option<String>,
    shown: Option<Shown>,
    has_formula: bool,
    text: String,
}

struct Parser<'s> {
    styles: &'s Styles,
    sheets: Vec<(String, SheetCells)>,
    has_links: bool,
    /// How many tables the place lies in, and whether the outermost can be seen.
    depth: usize,
    is_seen: bool,
    /// What each column shows of days, where a cell does not say it.
    columns: Vec<Shown>,
    /// The row, counted from 1, how many it stands for, and its cells.
    row: usize,
    rows: usize,
    cells: Vec<(usize, CellSaid)>,
    column: usize,
    open: Option<OpenCell>,
    /// How many elements whose texts are not the cell's are open.
    aside: usize,
    is_paragraph: bool,
}

impl<'s> Parser<'s> {
    fn new(styles: &'s Styles) -> Self {
        Self {
            styles,
            sheets: Vec::new(),
            has_links: false,
            depth: 0,
            is_seen: false,
            columns: Vec::new(),
            row: 1,
            rows: 1,
            cells: Vec::new(),
            column: 0,
            open: None,
            aside: 0,
            is_paragraph: false,
        }
    }

    fn begin(&mut self, tag: Tag<'_>) -> Result<(), OfficeFault> {
        if ASIDE.contains(&tag.name) {
            self.aside += 1;
        }
        match tag.name {
            _ if self.aside > 0 => {}
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.begin_sheet(tag)?;
                }
            }
            "table-source" => self.has_links = true,
            _ if self.depth != 1 || !self.is_seen => {}
            "table-column" => {
                let shown = tag.attribute("default-cell-style-name").map(|style| self.styles.shown(&style));
                let count = repeated(tag, "number-columns-repeated");
                let room = super::COLUMNS.saturating_sub(self.columns.len());
                self.columns.extend(std::iter::repeat_n(shown.unwrap_or(Shown::Day), count.min(room)));
            }
            "table-row" => {
                self.rows = repeated(tag, "number-rows-repeated");
                self.column = 0;
            }
            "table-cell" => self.open = Some(self.cell(tag)),
            "covered-table-cell" => {
                self.column = self.column.saturating_add(repeated(tag, "number-columns-repeated"));
            }
            name => self.begin_in_cell(name, tag),
        }
        Ok(())
    }

    fn begin_sheet(&mut self, tag: Tag<'_>) -> Result<(), OfficeFault> {
        let style = tag.attribute("style-name").unwrap_or_default();
        self.is_seen = !self.styles.hidden.contains(&style);
        self.columns.clear();
        self.row = 1;
        if !self.is_seen {
            return Ok(());
        }
        if self.sheets.len() >= MAX_TABLES {
            return Err(OfficeFault::TooLarge);
        }
        // What the sheets before it took is gone for all of them.
        let mut cells = self.sheets.last_mut().map(|(_, cells)| cells.beside()).unwrap_or_default();
        cells.is_protected = tag.attribute("protected").is_some_and(|said| said == "true");
        self.sheets.push((tag.attribute("name").unwrap_or_default(), cells));
        Ok(())
    }

    fn cell(&self, tag: Tag<'_>) -> OpenCell {
        let kind = tag.attribute("value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "float" | "percentage" | "currency" => tag.attribute("value"),
            "date" => tag.attribute("date-value"),
            "boolean" => tag.attribute("boolean-value"),
            _ => tag.attribute("string-value"),
        };
        OpenCell {
            repeated: repeated(tag, "number-columns-repeated"),
            spanned: (repeated(tag, "number-columns-spanned"), repeated(tag, "number-rows-spanned")),
            kind,
            value,
            shown: tag.attribute("style-name").map(|style| self.styles.shown(&style)),
            has_formula: tag.attribute("formula").is_some(),
            text: String::new(),
        }
    }

    fn begin_in_cell(&mut self, name: &str, tag: Tag<'_>) {
        let Some(open) = &mut self.open else { return };
        match name {
            "p" | "h" => {
                if !open.text.is_empty() {
                    open.text.push('\n');
                }
                self.is_paragraph = true;
            }
            "s" => open.text.extend(std::iter::repeat_n(' ', tag.number("c").unwrap_or(1).min(80))),
            "tab" => open.text.push(' '),
            "line-break" => open.text.push('\n'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), OfficeFault> {
        if ASIDE.contains(&name) {
            self.aside = self.aside.saturating_sub(1);
            return Ok(());
        }
        match name {
            _ if self.aside > 0 => {}
            "table" => self.depth = self.depth.saturating_sub(1),
            _ if self.depth != 1 || !self.is_seen => {}
            "p" | "h" => self.is_paragraph = false,
            "table-cell" => self.end_cell(),
            "table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let is_here = self.aside == 0 && self.depth == 1 && self.is_paragraph;
        if let Some(open) = self.open.as_mut().filter(|_| is_here) {
            open.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(open) = self.open.take() else { return };
        let (columns, rows) = open.spanned;
        if let Some((_, sheet)) = self.sheets.last_mut() {
            sheet.merge(Merged {
                columns: self.column..self.column.saturating_add(columns),
                rows: self.row..self.row.saturating_add(rows),
            });
        }
        let shown = open.shown.or_else(|| self.columns.get(self.column).copied()).unwrap_or(Shown::Day);
        let said = said(&open, shown);
        // A cell that says nothing is repeated to the end of the sheet.
        let room = super::COLUMNS.saturating_sub(self.column);
        if !matches!(&said, CellSaid::Words(text) if text.is_empty()) {
            let places = (self.column..).take(open.repeated.min(room));
            self.cells.extend(places.map(|column| (column, said.clone())));
        }
        self.column = self.column.saturating_add(open.repeated);
    }

    fn end_row(&mut self) -> Result<(), OfficeFault> {
        let (cells, first) = (std::mem::take(&mut self.cells), self.row);
        self.row = self.row.saturating_add(self.rows);
        if cells.is_empty() {
            return Ok(());
        }
        let Some((_, sheet)) = self.sheets.last_mut() else { return Ok(()) };
        for row in first..self.row {
            if row > LAST_ROW {
                return Err(OfficeFault::TooLarge);
            }
            for (column, said) in &cells {
                sheet.push(row, *column, said.clone())?;
            }
        }
        Ok(())
    }
}

/// How often something stands there, or how far it reaches: once, where nothing else is said.
fn repeated(tag: Tag<'_>, name: &str) -> usize {
    tag.number(name).unwrap_or(1).max(1)
}

/// What the person sees in a cell.
fn said(open: &OpenCell, shown: Shown) -> CellSaid {
    let OpenCell { kind, value, text, .. } = open;
    let value = value.as_deref();
    // A number that is shown as a word is an answer, such as TRUE.
    let is_word = !text.is_empty() && text.chars().all(char::is_alphabetic);
    let figure = match (kind.as_str(), value) {
        ("float", Some("1")) if is_word => Some("ja".to_owned()),
        ("float", Some("0")) if is_word => Some("nej".to_owned()),
        ("float" | "currency", value) => value.and_then(|value| number_text(value, Shown::Number, false)),
        ("percentage", value) => value.and_then(|value| number_text(value, Shown::Percent, false)),
        ("date", value) => {
            let length = match shown {
                Shown::Year => 4,
                Shown::Month => 7,
                _ => 10,
            };
            value.and_then(|value| value.get(..length)).map(str::to_owned)
        }
        ("boolean", value) => value.map(|value| if value == "true" { "ja" } else { "nej" }.to_owned()),
        _ => None,
    };
    match figure {
        Some(figure) => CellSaid::Figure(figure),
        None if !text.is_empty() => CellSaid::Words(text.clone()),
        None if open.has_formula && kind != "string" && value.is_none() => CellSaid::NoValue,
        None => CellSaid::Words(value.unwrap_or_default().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(content: &str) -> Result<Vec<(String, SheetCells)>, OfficeFault> {
        let content = format!("<office:document-content>{content}</office:document-content>");
        let parts = [("mimetype", String::from_utf8(KIND.to_vec()).unwrap()), ("content.xml", content)];
        let bytes = crate::office::archive::pack(&parts);
        let archive = Archive::read(&bytes).unwrap();
        CalcBook::read(&archive, KIND).map(|book| book.sheets)
    }

    fn lines(table: &str) -> Vec<String> {
        let (_, mut cells) =
            book(&format!("<table:table table:name=\"A\">{table}</table:table>")).unwrap().remove(0);
        cells.fill_merged().unwrap();
        cells.text(0).unwrap().text.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn cells_say_what_is_seen_and_are_repeated_and_covered() {
        let table = r#"<table:table-column table:number-columns-repeated="16384"/>
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="2"><text:p>1,50</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2" office:value-type="string"><text:p>et<text:s text:c="2"/>mål</text:p><text:p>to</text:p><office:annotation><text:p>nej</text:p></office:annotation></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="percentage" office:value="0.825"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>
            <table:table-row><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="2009-11-30T12:00:00"/><table:table-cell table:formula="of:=1+1"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
        assert_eq!(
            lines(table),
            ["1,5\t1,5\t\t", "1,5\t1,5\t\t", "et  mål to\t\t82,5 %\tja", "et  mål to\t\t2009-11-30\t"]
        );
    }

    #[test]
    fn days_are_shown_as_their_cells_or_their_columns_have_them() {
        let styles = r#"<style><number:date-style style:name="N1"><number:month/><number:year/></number:date-style>
            <number:date-style style:name="N2"><number:year/></number:date-style>
            <style:style style:name="ce1" style:data-style-name="N1"/><style:style style:name="ce2" style:data-style-name="N2"/>
            <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></style>"#;
        let day = |style: &str| {
            format!(r#"<table:table-cell {style} office:value-type="date" office:date-value="2009-12-01"/>"#)
        };
        let table = format!(
            r#"{styles}<table:table table:name="Skjult" table:style-name="ta2"><table:table-row>{0}</table:table-row></table:table>
               <table:table table:name="B"><table:table-column table:default-cell-style-name="ce1"/><table:table-row>{0}{1}{0}</table:table-row></table:table>"#,
            day(""),
            day(r#"table:style-name="ce2""#),
        );
        let mut sheets = book(&table).unwrap();
        assert_eq!(sheets.len(), 1, "what cannot be seen is not read");
        let (name, cells) = sheets.remove(0);
        assert_eq!((name.as_str(), cells.text(0).unwrap().text.as_str()), ("B", "2009-12\t2009\t2009-12-01"));
    }

    #[test]
    fn rows_that_are_repeated_without_end_are_refused() {
        let row = r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row></table:table>"#;
        assert_eq!(book(row).err(), Some(OfficeFault::TooLarge));
        assert_eq!(book("").err(), Some(OfficeFault::Broken));
    }
}
