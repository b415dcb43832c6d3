//! The cells of one sheet: read as they are shown, and written as the text of a table.

use std::ops::Range;

use super::{COLUMNS, MAX_CELLS};
use crate::app::table::line_cell;
use crate::findings::WorkbookFault;
use crate::office::format::{Shown, number_text};
use crate::office::xml::{Piece, Reader, Tag};
use crate::small::sort_by_key;
use crate::table::MAX_ROWS;

/// What cells refer to.
pub(super) struct Context<'a> {
    pub(super) texts: &'a [String],
    pub(super) styles: &'a [Shown],
    pub(super) from_1904: bool,
}

/// The cells of a sheet that say something, row by row.
#[derive(Debug, Default)]
pub(super) struct SheetCells {
    rows: Vec<SheetRow>,
    merged: Vec<Merged>,
    /// How many columns it has up to the last that says something.
    width: usize,
    pub(super) is_protected: bool,
}

#[derive(Debug)]
struct SheetRow {
    /// Counted from 1.
    number: usize,
    /// The columns, counted from 0, and what stands in them.
    cells: Vec<(usize, CellText)>,
}

#[derive(Clone, Debug)]
struct CellText {
    text: String,
    /// Whether a formula has no value in the file.
    lacks_value: bool,
}

/// Cells that are shown as one: the column, and the rows from the first to the last.
#[derive(Debug)]
struct Merged {
    column: usize,
    rows: Range<usize>,
}

/// A sheet as text, with what is worth knowing of its cells.
pub(super) struct LinesOfSheet {
    pub(super) text: String,
    pub(super) findings: Vec<(Range<usize>, WorkbookFault)>,
}

/// Reads the cells of a sheet, up to this row.
pub(super) fn read_cells(
    bytes: &[u8],
    context: &Context<'_>,
    rows: usize,
) -> Result<SheetCells, WorkbookFault> {
    let mut reader = Reader::new(bytes)?;
    let mut parser = Parser::new(context);
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Begin(tag) => parser.begin(tag),
            Piece::End(name) => parser.end(name),
            Piece::Text(text) => parser.text(&text),
        }
        if parser.row > rows {
            break;
        }
        if parser.row > LAST_ROW || parser.sheet.rows.len() > MAX_ROWS || parser.count > MAX_CELLS {
            return Err(WorkbookFault::TooLarge);
        }
    }
    let mut sheet = parser.sheet;
    sort_by_key(&mut sheet.rows, |row| row.number);
    Ok(sheet)
}

/// The last row that a sheet can have.
const LAST_ROW: usize = 1_048_576;

struct Parser<'a> {
    context: &'a Context<'a>,
    sheet: SheetCells,
    row: usize,
    /// The column of the next cell that names no place.
    next: usize,
    open: Option<OpenCell>,
    /// Whether what stands here is part of the cell's value, and whether it says how that is pronounced.
    is_text: bool,
    is_sound: bool,
    /// How many cells say something.
    count: usize,
}

struct OpenCell {
    column: usize,
    kind: String,
    shown: Shown,
    has_formula: bool,
    value: String,
}

impl<'a> Parser<'a> {
    fn new(context: &'a Context<'a>) -> Self {
        let sheet = SheetCells::default();
        Self { context, sheet, row: 0, next: 0, open: None, is_text: false, is_sound: false, count: 0 }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag.name {
            "row" => {
                self.row = tag.number("r").filter(|row| *row > 0).unwrap_or(self.row.saturating_add(1));
                self.next = 0;
            }
            "c" => {
                let place = tag.attribute("r").and_then(|place| column_of(&place));
                let column = place.unwrap_or(self.next);
                self.next = column.saturating_add(1);
                let style = tag.number("s").and_then(|style| self.context.styles.get(style));
                self.open = Some(OpenCell {
                    column,
                    kind: tag.attribute("t").unwrap_or_default(),
                    shown: style.copied().unwrap_or_default(),
                    has_formula: false,
                    value: String::new(),
                });
            }
            "f" => {
                if let Some(open) = &mut self.open {
                    open.has_formula = true;
                }
            }
            "v" | "t" => self.is_text = true,
            "rPh" => self.is_sound = true,
            "mergeCell" => {
                self.sheet.merged.extend(tag.attribute("ref").and_then(|place| merged(&place)));
            }
            "sheetProtection" => {
                self.sheet.is_protected =
                    tag.attribute("sheet").is_some_and(|said| said == "1" || said == "true");
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" | "t" => self.is_text = false,
            "rPh" => self.is_sound = false,
            "c" => {
                if let Some(open) = self.open.take() {
                    self.close(&open);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(open) = self.open.as_mut().filter(|_| self.is_text && !self.is_sound) {
            open.value.push_str(text);
        }
    }

    /// Puts a cell that says something into its row. Cells far to the right are not looked at.
    fn close(&mut self, open: &OpenCell) {
        // A formula may come to an empty text, which is a value.
        let lacks_value = open.has_formula && open.value.is_empty() && open.kind != "str";
        let text = self.shown_text(open);
        if open.column >= COLUMNS || (text.is_empty() && !lacks_value) {
            return;
        }
        self.count += 1;
        self.sheet.width = self.sheet.width.max(open.column + 1);
        let cell = (open.column, CellText { text, lacks_value });
        match self.sheet.rows.last_mut() {
            // More cells than there are columns come from a file that names some twice.
            Some(last) if last.number == self.row && last.cells.len() >= COLUMNS => {}
            Some(last) if last.number == self.row => last.cells.push(cell),
            _ => self.sheet.rows.push(SheetRow { number: self.row, cells: vec![cell] }),
        }
    }

    /// What the person sees in the cell.
    fn shown_text(&self, open: &OpenCell) -> String {
        let OpenCell { kind, shown, value, .. } = open;
        match kind.as_str() {
            "s" => {
                let text = value.trim().parse().ok().and_then(|at: usize| self.context.texts.get(at));
                line_cell(text.map_or("", String::as_str))
            }
            "str" | "inlineStr" | "e" => line_cell(value),
            "b" if value.trim() == "1" => "ja".to_owned(),
            "b" => "nej".to_owned(),
            "d" => value.get(..10).unwrap_or(value).to_owned(),
            _ => {
                number_text(value.trim(), *shown, self.context.from_1904).unwrap_or_else(|| line_cell(value))
            }
        }
    }
}

impl SheetCells {
    /// Gives each cell that is shown as one with those below it its text in all of them: a goal that stands beside
    /// several rows is meant in each.
    pub(super) fn fill_merged(&mut self) -> Result<(), WorkbookFault> {
        let mut left = MAX_CELLS;
        for Merged { column, rows } in std::mem::take(&mut self.merged) {
            let start = self.rows.partition_point(|row| row.number < rows.start);
            let end = self.rows.partition_point(|row| row.number < rows.end);
            let Some((first, below)) = self.rows.get_mut(start..end).and_then(<[SheetRow]>::split_first_mut)
            else {
                continue;
            };
            left = left.checked_sub(below.len() + 1).ok_or(WorkbookFault::TooLarge)?;
            let is_here = |cell: &&(usize, CellText)| cell.0 == column;
            let Some(cell) = first.cells.iter().find(is_here).filter(|_| first.number == rows.start) else {
                continue;
            };
            for row in below.iter_mut().filter(|row| !row.cells.iter().any(|cell| cell.0 == column)) {
                row.cells.push(cell.clone());
            }
        }
        Ok(())
    }

    /// The text of the table from a row on, which is the header; from the first where that is 0. Every row stands on
    /// the line of its number.
    pub(super) fn text(&mut self, from: usize) -> Result<LinesOfSheet, WorkbookFault> {
        if self.width.saturating_mul(self.rows.len()) > MAX_CELLS {
            return Err(WorkbookFault::TooLarge);
        }
        let (mut text, mut findings, mut line) = (String::new(), Vec::new(), 1);
        for row in self.rows.iter_mut().filter(|row| row.number >= from) {
            text.extend(std::iter::repeat_n('\n', row.number.saturating_sub(line)));
            line = line.max(row.number);
            sort_by_key(&mut row.cells, |cell| cell.0);
            let mut cells = row.cells.iter().peekable();
            for column in 0..self.width {
                if column > 0 {
                    text.push('\t');
                }
                while let Some((_, cell)) = cells.next_if(|cell| cell.0 <= column) {
                    let start = text.len();
                    text.push_str(&cell.text);
                    if cell.lacks_value {
                        let cell = format!("{}{}", column_name(column), row.number);
                        findings.push((start..start, WorkbookFault::FormulaWithoutValue { cell }));
                    }
                }
            }
        }
        Ok(LinesOfSheet { text, findings })
    }

    /// The first rows, each with its number and what stands in it.
    pub(super) fn first_rows(&self, count: usize) -> Vec<(usize, String)> {
        let line = |row: &SheetRow| {
            let texts = row.cells.iter().map(|(_, cell)| cell.text.as_str());
            (row.number, texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "))
        };
        self.rows.iter().take(count).map(line).collect()
    }
}

/// The column of a place such as `BC12`, counted from 0.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let mut column = 0_usize;
    for letter in letters {
        let value = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    column.checked_sub(1)
}

/// `BC` for 54.
fn column_name(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        name.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    name.into_iter().rev().collect()
}

/// The cells from one place to another, where they are more than one row.
fn merged(place: &str) -> Option<Merged> {
    let (first, last) = place.split_once(':')?;
    let row =
        |place: &str| place.trim_start_matches(|sign: char| sign.is_ascii_alphabetic()).parse::<usize>().ok();
    let (start, end) = (row(first)?, row(last)?.checked_add(1)?);
    (end > start + 1).then_some(Merged { column: column_of(first)?, rows: start..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_that_spreadsheets_give_them() {
        for (place, column) in [("A1", 0), ("Z9", 25), ("AA1", 26), ("BC12", 54), ("XFD1", 16_383)] {
            assert_eq!(column_of(place), Some(column), "{place}");
            assert!(place.starts_with(&column_name(column)), "{place}");
        }
        assert_eq!(column_of("12"), None);
        assert_eq!(column_of(&"Z".repeat(40)), None);
    }

    fn lines(sheet: &str) -> Vec<String> {
        let texts = ["Mål 2".to_owned(), "to\nlinjer".to_owned()];
        let context = Context { texts: &texts, styles: &[Shown::Number, Shown::Percent], from_1904: false };
        let mut cells = read_cells(sheet.as_bytes(), &context, usize::MAX).unwrap();
        cells.fill_merged().unwrap();
        cells.text(0).unwrap().text.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn each_row_stands_on_its_line_and_each_cell_in_its_column() {
        let sheet = r#"<worksheet><sheetData>
            <row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2"><v>26210.5</v></c></row>
            <row><c t="b"><v>1</v></c><c s="1"><v>0.5</v></c><c t="inlineStr"><is><t>a</t><rPh><t>x</t></rPh></is></c></row>
            <row r="5"><c r="A5" t="s"><v>1</v></c><c r="XFD5"><v>1</v></c><c r="B5" t="e"><v>#REF!</v></c></row>
            </sheetData></worksheet>"#;
        assert_eq!(lines(sheet), ["", "\tMål 2\t\t26210,5", "ja\t50 %\ta\t", "", "to linjer\t#REF!\t\t"]);
    }

    #[test]
    fn a_cell_over_several_rows_says_the_same_in_each() {
        let sheet = r#"<worksheet><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>
            <row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>
            </sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B3:C3"/></mergeCells></worksheet>"#;
        assert_eq!(lines(sheet), ["Mål 2\t1", "Mål 2\t2", "\t3"]);
    }

    #[test]
    fn a_formula_says_its_last_value_and_one_without_is_named() {
        let sheet = br#"<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c>
            <c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1"><f>B9</f></c></row></sheetData></worksheet>"#;
        let context = Context { texts: &[], styles: &[], from_1904: false };
        let lines = read_cells(sheet, &context, usize::MAX).unwrap().text(0).unwrap();
        assert_eq!(lines.text, "2\t\ta\t");
        let fault = WorkbookFault::FormulaWithoutValue { cell: "D1".to_owned() };
        assert_eq!(lines.findings, [(5..5, fault)]);
    }
}
