//! A table as cells in rows and columns, however it came in.

/// The most columns that are kept; no table of goals has as many.
pub const MAX_COLUMNS: usize = 64;
/// The most rows that are kept.
pub const MAX_ROWS: usize = 20_000;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// What it says, a line each paragraph.
    pub text: String,
    /// Whether it is a part of a larger cell that begins above or to the left.
    pub merged: bool,
}

impl GridCell {
    /// Makes a cell of a text, without the blanks around its lines and without those that are empty.
    pub fn new(text: &str, merged: bool) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Self { text: lines.collect::<Vec<_>>().join("\n"), merged }
    }
}

/// Cells in rows, all of them equally long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The lines that stand before the table.
    pub before: Vec<String>,
    /// The cells.
    pub rows: Vec<Vec<GridCell>>,
}

impl Grid {
    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// The cell at a place.
    pub fn cell(&self, row: usize, column: usize) -> Option<&GridCell> {
        self.rows.get(row)?.get(column)
    }

    /// What the cell at a place says by itself; nothing where it is part of a larger one.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).filter(|cell| !cell.merged).map_or("", |cell| cell.text.trim())
    }

    /// Gives all rows as many cells as the longest has.
    #[must_use]
    pub fn squared(mut self) -> Self {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0).min(MAX_COLUMNS);
        for row in &mut self.rows {
            row.resize_with(width, GridCell::default);
        }
        self
    }
}

/// Puts cells into a grid, with room for those that reach over several rows and columns.
#[derive(Debug, Default)]
pub(super) struct GridBuilder {
    grid: Grid,
    row: Vec<GridCell>,
    /// For each column, the text of a cell from above and how many more rows it reaches over.
    reaching: Vec<Option<(String, usize)>>,
    is_open: bool,
}

impl GridBuilder {
    pub(super) fn new(before: Vec<String>) -> Self {
        Self { grid: Grid { before, rows: Vec::new() }, ..Self::default() }
    }

    /// Begins a row.
    pub(super) fn begin_row(&mut self) {
        self.end_row();
        self.is_open = true;
    }

    /// Adds a cell to the row that reaches over so many rows and columns.
    pub(super) fn add(&mut self, text: &str, rows: usize, columns: usize) {
        self.is_open = true;
        self.take_reaching();
        for place in 0..columns.clamp(1, MAX_COLUMNS) {
            if self.row.len() >= MAX_COLUMNS {
                return;
            }
            let column = self.row.len();
            self.row.push(GridCell { text: text.to_owned(), merged: place > 0 });
            if rows > 1 {
                self.reaching.resize(self.reaching.len().max(column + 1), None);
                if let Some(reaching) = self.reaching.get_mut(column) {
                    *reaching = Some((text.to_owned(), rows.min(MAX_ROWS)));
                }
            }
        }
    }

    /// Puts in what reaches into the row from above, up to the next free column.
    fn take_reaching(&mut self) {
        while let Some(Some((text, _))) = self.reaching.get(self.row.len()) {
            self.row.push(GridCell { text: text.clone(), merged: true });
        }
    }

    /// Ends the row, where one was begun.
    pub(super) fn end_row(&mut self) {
        if !std::mem::take(&mut self.is_open) {
            return;
        }
        self.take_reaching();
        for reaching in &mut self.reaching {
            // The row in which a cell begins is one of those that it reaches over.
            *reaching = reaching.take().map(|(text, left)| (text, left - 1)).filter(|(_, left)| *left > 0);
        }
        if self.grid.rows.len() < MAX_ROWS {
            self.grid.rows.push(std::mem::take(&mut self.row));
        }
        self.row.clear();
    }

    /// The grid, with its last row.
    pub(super) fn finish(mut self) -> Grid {
        self.end_row();
        self.grid.squared()
    }
}
