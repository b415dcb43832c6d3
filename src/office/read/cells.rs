//! The cells of one sheet as they are shown: as the text of a table of results, and as the grid of a contract's table.

use std::ops::Range;

use super::{COLUMNS, MAX_CELLS, Room};
use crate::app::table::line_cell;
use crate::findings::OfficeFault;
use crate::small::sort_by_key;
use crate::table::MAX_ROWS;
use crate::table::pasted::{Grid, GridCell, MAX_COLUMNS as GRID_COLUMNS, MAX_ROWS as GRID_ROWS};

/// The cells of a sheet that say something, row by row.
#[derive(Debug, Default)]
pub(super) struct SheetCells {
    rows: Vec<SheetRow>,
    merged: Vec<Merged>,
    /// How many columns it has up to the last that says something.
    width: usize,
    room: Room,
    pub(super) is_protected: bool,
}

#[derive(Debug)]
struct SheetRow {
    /// Counted from 1.
    number: usize,
    /// The columns, counted from 0, and what stands in them.
    cells: Vec<(usize, CellSaid)>,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub(super) enum CellSaid {
    /// A text of somebody's, line by line.
    Words(String),
    /// A number with a decimal comma, a day or an answer.
    Figure(String),
    /// A formula without a value.
    NoValue,
}

/// Cells that are shown as one: columns counted from 0, rows from 1.
#[derive(Debug)]
pub(super) struct Merged {
    pub(super) columns: Range<usize>,
    pub(super) rows: Range<usize>,
}

/// A sheet as text, with what is worth knowing of its cells.
pub(super) struct LinesOfSheet {
    pub(super) text: String,
    pub(super) findings: Vec<(Range<usize>, OfficeFault)>,
}

impl CellSaid {
    fn text(&self) -> &str {
        match self {
            Self::Words(text) | Self::Figure(text) => text,
            Self::NoValue => "",
        }
    }

    fn lacks_value(&self) -> bool {
        matches!(self, Self::NoValue)
    }
}

impl SheetCells {
    /// Puts in a cell that says something. Cells far to the right are not looked at.
    pub(super) fn push(&mut self, row: usize, column: usize, said: CellSaid) -> Result<(), OfficeFault> {
        if column >= COLUMNS || (said.text().is_empty() && !said.lacks_value()) {
            return Ok(());
        }
        self.room.take(said.text())?;
        self.width = self.width.max(column + 1);
        let is_full = self.rows.len() >= MAX_ROWS;
        match self.rows.last_mut() {
            // More cells than there are columns come from a file that names some twice.
            Some(last) if last.number == row && last.cells.len() >= COLUMNS => {}
            Some(last) if last.number == row => last.cells.push((column, said)),
            _ if is_full => return Err(OfficeFault::TooLarge),
            _ => self.rows.push(SheetRow { number: row, cells: vec![(column, said)] }),
        }
        Ok(())
    }

    /// Notes cells that are shown as one.
    pub(super) fn merge(&mut self, merged: Merged) {
        if merged.columns.len().max(merged.rows.len()) > 1 {
            self.merged.push(merged);
        }
    }

    /// An empty sheet of the same workbook, with the room that this one leaves.
    pub(super) fn beside(&mut self) -> Self {
        Self { room: std::mem::take(&mut self.room), ..Self::default() }
    }

    /// Brings the rows into the order of their numbers.
    pub(super) fn sort(&mut self) {
        sort_by_key(&mut self.rows, |row| row.number);
        for row in &mut self.rows {
            sort_by_key(&mut row.cells, |cell| cell.0);
        }
    }

    /// The places in [`SheetCells::rows`] of the rows from one number to another.
    fn places(&self, numbers: &Range<usize>) -> Range<usize> {
        let place = |number: usize| self.rows.partition_point(|row| row.number < number);
        place(numbers.start)..place(numbers.end)
    }

    /// Gives each cell that is shown as one with those below it its text in all of them: a goal that stands beside
    /// several rows is meant in each.
    pub(super) fn fill_merged(&mut self) -> Result<(), OfficeFault> {
        for Merged { columns, rows } in std::mem::take(&mut self.merged) {
            let (column, places) = (columns.start, self.places(&rows));
            let Some((first, below)) = self.rows.get_mut(places).and_then(<[SheetRow]>::split_first_mut)
            else {
                continue;
            };
            let is_here = |cell: &&(usize, CellSaid)| cell.0 == column;
            let Some(cell) = first.cells.iter().find(is_here).filter(|_| first.number == rows.start) else {
                continue;
            };
            for row in below {
                self.room.take(cell.1.text())?;
                let place = row.cells.partition_point(|one| one.0 < column);
                if row.cells.get(place).is_none_or(|one| one.0 != column) {
                    row.cells.insert(place, cell.clone());
                }
            }
        }
        Ok(())
    }

    /// The text of the table from a row on, which is the header; from the first where that is 0. Every row stands on
    /// the line of its number.
    pub(super) fn text(&self, from: usize) -> Result<LinesOfSheet, OfficeFault> {
        if self.width.saturating_mul(self.rows.len()) > MAX_CELLS {
            return Err(OfficeFault::TooLarge);
        }
        let (mut text, mut findings, mut line) = (String::new(), Vec::new(), 1);
        for row in self.rows.iter().filter(|row| row.number >= from) {
            text.extend(std::iter::repeat_n('\n', row.number.saturating_sub(line)));
            line = line.max(row.number);
            let mut cells = row.cells.iter().peekable();
            for column in 0..self.width {
                if column > 0 {
                    text.push('\t');
                }
                while let Some((_, said)) = cells.next_if(|cell| cell.0 <= column) {
                    match said {
                        CellSaid::Words(words) => text.push_str(&line_cell(words)),
                        CellSaid::Figure(figure) => text.push_str(figure),
                        CellSaid::NoValue => {
                            let cell = format!("{}{}", column_name(column), row.number);
                            let fault = OfficeFault::FormulaWithoutValue { cell };
                            findings.push((text.len()..text.len(), fault));
                        }
                    }
                }
            }
        }
        Ok(LinesOfSheet { text, findings })
    }

    /// The first rows, each with its number and what stands in it.
    pub(super) fn first_rows(&self, count: usize) -> Vec<(usize, String)> {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = |row: &SheetRow| {
            let texts = row.cells.iter().map(|(_, said)| plain(said.text()));
            (row.number, texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "))
        };
        self.rows.iter().take(count).map(line).collect()
    }

    /// The rows from one on as cells in rows and columns; what stands above it stands before the table. Numbers have this
    /// decimal mark; without one, those that need it are left out.
    pub(super) fn grid(&self, from: usize, mark: Option<char>) -> Result<Grid, OfficeFault> {
        let places = self.places(&(from..usize::MAX));
        let width = self.width.min(GRID_COLUMNS);
        let lines = self.rows.get(places.clone()).unwrap_or_default();
        if lines.len() > GRID_ROWS || self.width.saturating_mul(lines.len()) > MAX_CELLS {
            return Err(OfficeFault::TooLarge);
        }
        let line = |row: &SheetRow| {
            let mut line = vec![GridCell::default(); width];
            for (column, said) in &row.cells {
                if let Some(cell) = line.get_mut(*column) {
                    *cell = GridCell::new(&marked(said, mark), false);
                }
            }
            line
        };
        let mut rows: Vec<Vec<GridCell>> = lines.iter().map(line).collect();
        let mut room = Room::default();
        for merged in &self.merged {
            self.show_as_one(merged, places.start, &mut rows, &mut room)?;
        }
        let before = self.rows.iter().take(places.start);
        let before = before.flat_map(|row| row.cells.iter().map(move |(_, said)| marked(said, mark)));
        Ok(Grid { before: before.collect(), rows })
    }

    /// Gives cells that are shown as one the text of the first of them.
    fn show_as_one(
        &self,
        merged: &Merged,
        skipped: usize,
        rows: &mut [Vec<GridCell>],
        room: &mut Room,
    ) -> Result<(), OfficeFault> {
        let places = self.places(&merged.rows);
        let first = self.rows.get(places.start).filter(|row| row.number == merged.rows.start);
        let Some(start) = first.and_then(|_| places.start.checked_sub(skipped)) else { return Ok(()) };
        let cell = rows.get(start).and_then(|row| row.get(merged.columns.start));
        let Some(text) = cell.map(|cell| cell.text.clone()) else { return Ok(()) };
        for (row, cells) in rows.iter_mut().enumerate().skip(start).take(places.len()) {
            let end = merged.columns.end.min(cells.len());
            for (column, cell) in cells.iter_mut().enumerate().take(end).skip(merged.columns.start) {
                if (row, column) != (start, merged.columns.start) {
                    room.take(&text)?;
                    *cell = GridCell { text: text.clone(), merged: true };
                }
            }
        }
        Ok(())
    }

    /// The formulas that have no value.
    pub(super) fn without_value(&self) -> impl Iterator<Item = OfficeFault> {
        self.rows.iter().flat_map(|row| {
            let cells = row.cells.iter().filter(|(_, said)| said.lacks_value());
            cells.map(|(column, _)| OfficeFault::FormulaWithoutValue {
                cell: format!("{}{}", column_name(*column), row.number),
            })
        })
    }
}

/// A cell with this decimal mark.
fn marked(said: &CellSaid, mark: Option<char>) -> String {
    match (said, mark) {
        (CellSaid::Figure(text), Some(mark)) => text.replace(',', mark.encode_utf8(&mut [0; 4])),
        (CellSaid::Figure(text), None) if text.contains(',') => String::new(),
        (said, _) => said.text().to_owned(),
    }
}

/// The column of a place such as `BC12`, counted from 0.
pub(super) fn column_of(place: &str) -> Option<usize> {
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

    fn sheet() -> SheetCells {
        let mut cells = SheetCells::default();
        for (row, column, text) in [(1, 0, "Plan"), (3, 0, "Mål"), (3, 1, "Resultater")] {
            cells.push(row, column, CellSaid::Words(text.to_owned())).unwrap();
        }
        cells.push(4, 1, CellSaid::Figure("2007".to_owned())).unwrap();
        cells.push(5, 0, CellSaid::Words("a\nb".to_owned())).unwrap();
        cells.push(5, 2, CellSaid::Figure("0,5".to_owned())).unwrap();
        cells.push(5, 3, CellSaid::NoValue).unwrap();
        cells.merge(Merged { columns: 0..1, rows: 3..5 });
        cells.merge(Merged { columns: 1..3, rows: 3..4 });
        cells
    }

    fn rows(grid: &Grid) -> Vec<String> {
        let cell = |cell: &GridCell| {
            let mark = if cell.merged { "^" } else { "" };
            format!("{mark}{}", cell.text.replace('\n', "/"))
        };
        grid.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn a_grid_keeps_lines_merged_cells_and_what_stands_above_it() {
        let grid = sheet().grid(3, Some('.')).unwrap();
        assert_eq!(grid.before, ["Plan"]);
        assert_eq!(rows(&grid), ["Mål|Resultater|^Resultater|", "^Mål|2007||", "a/b||0.5|"]);
        let whole = sheet().grid(0, None).unwrap();
        assert_eq!(rows(&whole), ["Plan|||", "Mål|Resultater|^Resultater|", "^Mål|2007||", "a/b|||"]);
        let missing: Vec<_> = sheet().without_value().collect();
        assert_eq!(missing, [OfficeFault::FormulaWithoutValue { cell: "D5".to_owned() }]);
    }

    #[test]
    fn what_a_file_says_has_an_end_however_often_it_says_it() {
        let mut cells = SheetCells::default();
        let long = "x".repeat(1024 * 1024);
        let all = (1..=MAX_ROWS).try_for_each(|row| cells.push(row, 0, CellSaid::Words(long.clone())));
        assert_eq!(all, Err(OfficeFault::TooLarge));
        let mut merged = SheetCells::default();
        merged.push(1, 0, CellSaid::Words(long)).unwrap();
        for row in 1..=100 {
            merged.push(row, 1, CellSaid::Words("b".to_owned())).unwrap();
        }
        merged.merge(Merged { columns: 0..1, rows: 1..101 });
        assert_eq!(merged.grid(0, None), Err(OfficeFault::TooLarge));
        assert_eq!(merged.fill_merged(), Err(OfficeFault::TooLarge));
    }
}
