//! The cells of one sheet of an Excel workbook, read as they are shown.

use super::MAX_CELLS;
use super::cells::{CellSaid, Merged, SheetCells, column_of};
use crate::findings::OfficeFault;
use crate::office::format::{Shown, number_text};
use crate::office::xml::{Piece, Reader, Tag};

/// What cells refer to.
pub(super) struct Context<'a> {
    pub(super) texts: &'a [String],
    pub(super) styles: &'a [Shown],
    pub(super) from_1904: bool,
}

/// Reads the cells of a sheet, up to this row.
pub(super) fn read_cells(
    bytes: &[u8],
    context: &Context<'_>,
    rows: usize,
) -> Result<SheetCells, OfficeFault> {
    let mut reader = Reader::new(bytes)?;
    let mut parser = Parser::new(context);
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Begin(tag) => parser.begin(tag),
            Piece::End(name) => parser.end(name)?,
            Piece::Text(text) => parser.text(&text),
        }
        if parser.row > rows {
            break;
        }
        if parser.row > LAST_ROW || parser.merges > MAX_CELLS {
            return Err(OfficeFault::TooLarge);
        }
    }
    let mut sheet = parser.sheet;
    sheet.sort();
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
    /// How many ranges of cells are shown as one.
    merges: usize,
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
        Self { context, sheet, row: 0, next: 0, open: None, is_text: false, is_sound: false, merges: 0 }
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
                self.merges += 1;
                if let Some(merged) = tag.attribute("ref").and_then(|place| merged(&place)) {
                    self.sheet.merge(merged);
                }
            }
            "sheetProtection" => {
                self.sheet.is_protected =
                    tag.attribute("sheet").is_some_and(|said| said == "1" || said == "true");
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), OfficeFault> {
        match name {
            "v" | "t" => self.is_text = false,
            "rPh" => self.is_sound = false,
            "c" => {
                if let Some(open) = self.open.take() {
                    let said = self.said(&open);
                    // A cell outside of any row stands in the first.
                    self.sheet.push(self.row.max(1), open.column, said)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(open) = self.open.as_mut().filter(|_| self.is_text && !self.is_sound) {
            open.value.push_str(text);
        }
    }

    /// What the person sees in the cell.
    fn said(&self, open: &OpenCell) -> CellSaid {
        let OpenCell { kind, shown, value, .. } = open;
        match kind.as_str() {
            "s" => {
                let text = value.trim().parse().ok().and_then(|at: usize| self.context.texts.get(at));
                words(text.map_or("", String::as_str))
            }
            "str" | "inlineStr" => words(value),
            // A formula may come to an empty text, which is a value.
            _ if open.has_formula && value.is_empty() => CellSaid::NoValue,
            "e" => CellSaid::Words(value.clone()),
            "b" if value.trim() == "1" => CellSaid::Figure("ja".to_owned()),
            "b" => CellSaid::Figure("nej".to_owned()),
            "d" => CellSaid::Figure(value.get(..10).unwrap_or(value).to_owned()),
            _ => number_text(value.trim(), *shown, self.context.from_1904)
                .map_or_else(|| CellSaid::Words(value.clone()), CellSaid::Figure),
        }
    }
}

/// A text of somebody's, without the sign by which a line's end is written twice.
fn words(text: &str) -> CellSaid {
    CellSaid::Words(text.replace("_x000D_", ""))
}

/// The cells from one place to another.
fn merged(place: &str) -> Option<Merged> {
    let (first, last) = place.split_once(':')?;
    let row =
        |place: &str| place.trim_start_matches(|sign: char| sign.is_ascii_alphabetic()).parse::<usize>().ok();
    let rows = row(first)?..row(last)?.checked_add(1)?;
    let columns = column_of(first)?..column_of(last)?.checked_add(1)?;
    Some(Merged { columns, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_cell_outside_of_any_row_stands_in_the_first() {
        let sheet = r#"<worksheet><sheetData><c r="A1" t="str"><v>a</v></c><row r="2"><c><v>1</v></c></row></sheetData></worksheet>"#;
        assert_eq!(lines(sheet), ["a", "1"]);
        let context = Context { texts: &[], styles: &[], from_1904: false };
        let cells = read_cells(sheet.as_bytes(), &context, usize::MAX).unwrap();
        assert_eq!(cells.first_rows(2), [(1, "a".to_owned()), (2, "1".to_owned())]);
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
        let fault = OfficeFault::FormulaWithoutValue { cell: "D1".to_owned() };
        assert_eq!(lines.findings, [(5..5, fault)]);
    }
}
