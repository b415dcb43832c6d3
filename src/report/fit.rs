//! Whether a table still has room on one A4 page, by the lines that its rows take at each density. Letters are
//! counted wide, so that what fits here fits in any font that people have.
//!
//! Lengths are hundredths of a millimetre; the sizes are those of `styles/_paper.scss`.

use super::document::{Block, Cell, Column, ColumnKind, Density, Row, Table};

/// The room on a page.
#[derive(Clone, Copy)]
struct Page {
    /// Between the margins, less a reserve for what letters and lines differ by.
    width: usize,
    height: usize,
    /// The head with two lines, and the foot.
    head_and_foot: usize,
    /// A picture in a cell.
    picture: usize,
    /// Whether spaces are counted as they are, and letters of sentences nearly so. Otherwise a space is a line, which leaves a
    /// reserve.
    is_exact: bool,
}

const UPRIGHT: Page =
    Page { width: 18_600, height: 26_500, head_and_foot: 3_700, picture: 1_500, is_exact: false };
/// A page across, whose foot has one line and whose head three at most.
const ACROSS: Page =
    Page { width: 27_000, height: 18_400, head_and_foot: 2_300, picture: 6_200, is_exact: true };
/// Large figures and the bar below them.
const FIGURES_HEIGHT: usize = 2_400;
/// In how many columns a list stands on a page across below a paragraph that explains, and the space between them.
const LIST_COLUMNS: usize = 2;
const COLUMN_GAP: usize = 400;
/// The space beside a cell.
const CELL_SPACE: usize = 150;
/// The line below a row.
const RULE: usize = 15;

impl Density {
    /// The size of the letters.
    fn letter_size(self) -> usize {
        match self {
            Self::Free => 335,
            Self::Airy => 300,
            Self::Close => 265,
            Self::Tight => 233,
        }
    }

    /// The height of a line, with the space between two of them.
    fn line_height(self) -> usize {
        let hundredths = match self {
            Self::Free => 135,
            Self::Airy => 130,
            Self::Close => 125,
            Self::Tight => 120,
        };
        self.letter_size() * hundredths / 100
    }

    /// How wide so many letters are: three fifths of their height each.
    fn text_width(self, letters: usize) -> usize {
        letters * self.letter_size() * 3 / 5
    }
}

/// The loosest density at which the blocks fit on one page; the tightest where none does.
pub(super) fn loosest_density(blocks: &[Block]) -> Density {
    let all = [Density::Airy, Density::Close, Density::Tight];
    all.into_iter().find(|density| fit_on_page(blocks, *density)).unwrap_or(Density::Tight)
}

/// Whether the blocks fit on one page.
pub(super) fn fit_on_page(blocks: &[Block], density: Density) -> bool {
    blocks_height(blocks, density, UPRIGHT) <= UPRIGHT.height
}

/// Whether the blocks fit on one page across.
pub(super) fn fit_across(blocks: &[Block], density: Density) -> bool {
    blocks_height(blocks, density, ACROSS) <= ACROSS.height
}

/// How many letters of a table's words stand on one line on a page across.
pub(super) fn letters_across(table: &Table, density: Density) -> usize {
    words_width(table, density, ACROSS) / density.text_width(1).max(1)
}

fn blocks_height(blocks: &[Block], density: Density, page: Page) -> usize {
    let line = density.line_height();
    let gap = if page.is_exact { density.letter_size() * 7 / 10 } else { line };
    let width = sentence_width(page.width, page);
    let paragraph = |text: &str| wrapped_lines(text, width, density) * line + gap;
    let of = |(before, block): (Option<&Block>, &Block)| match block {
        Block::Heading(..) | Block::Appendix(_) => 3 * line,
        Block::Lead(text) | Block::Text(text) => paragraph(text),
        // A tenth smaller than the rest.
        Block::Aside(text) => wrapped_lines(text, width * 10 / 9, density) * line * 9 / 10 + gap,
        Block::List(items) if page.is_exact && matches!(before, Some(Block::Aside(_))) => {
            columns_height(items, density, page) + gap / 7
        }
        Block::List(items) => {
            items.iter().map(|item| wrapped_lines(item, width, density) * line).sum::<usize>() + gap
        }
        Block::Facts(facts) => facts.len() * 2 * line,
        Block::Figures(_) => FIGURES_HEIGHT,
        Block::Bar(..) => 0,
        Block::Table(table) => table_height(table, density, page),
        Block::Signatures(names, _) => names.len() * 2_200,
        Block::Room(_) => 3_600,
    };
    let before = std::iter::once(None).chain(blocks.iter().map(Some));
    page.head_and_foot + before.zip(blocks).map(of).sum::<usize>()
}

/// So much room has a sentence where its letters are counted nearly as they are: eight fifteenths of their height.
fn sentence_width(width: usize, page: Page) -> usize {
    if page.is_exact { width * 9 / 8 } else { width }
}

/// The height of a list in columns, each line a tenth smaller than the rest. An item is not divided, so that a column may
/// be as much longer.
fn columns_height(items: &[String], density: Density, page: Page) -> usize {
    let column = (page.width - (LIST_COLUMNS - 1) * COLUMN_GAP) / LIST_COLUMNS;
    // A mark stands before each item.
    let width = sentence_width(column - density.letter_size() * 126 / 100, page) * 10 / 9;
    let lines: Vec<usize> = items.iter().map(|item| wrapped_lines(item, width, density)).collect();
    let longest = lines.iter().max().copied().unwrap_or_default();
    let most = lines.iter().sum::<usize>().div_ceil(LIST_COLUMNS) + longest.saturating_sub(1);
    most * density.line_height() * 9 / 10
}

fn table_height(table: &Table, density: Density, page: Page) -> usize {
    let width = words_width(table, density, page);
    let line = density.line_height();
    // Above and below a row.
    let padding = density.letter_size() / 2 + RULE;
    let row = |row: &Row| match row {
        Row::Group(..) if page.is_exact => line + density.letter_size() * 102 / 100 + RULE,
        Row::Group(..) => line + 2 * padding + density.letter_size(),
        Row::Note(said) | Row::Quote(said) => said.len() * line + padding,
        Row::Cells(cells) | Row::Total(cells) => {
            let words =
                cells.iter().zip(&table.columns).filter(|(_, column)| column.kind == ColumnKind::Words);
            let most = words.map(|(cell, _)| cell_lines(cell, width, density)).max();
            most.unwrap_or(1) * line + padding
        }
    };
    2 * line + table.rows.iter().map(row).sum::<usize>()
}

/// What is left for the columns of words once the others have what they need.
fn words_width(table: &Table, density: Density, page: Page) -> usize {
    let columns = table.columns.iter().enumerate();
    let taken: usize =
        columns.map(|(at, column)| column_width((table, at), column, density, page.picture)).sum();
    let shared = table.columns.iter().filter(|column| column.kind == ColumnKind::Words).count().max(1);
    page.width.saturating_sub(taken) / shared
}

fn column_width((table, at): (&Table, usize), column: &Column, density: Density, picture: usize) -> usize {
    let longest = table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) | Row::Total(cells) => cells.get(at),
        Row::Group(..) | Row::Note(_) | Row::Quote(_) => None,
    });
    let longest = longest.flat_map(Cell::words).chain([column.title.as_str()]);
    let longest = longest.map(|words| words.chars().count()).max().unwrap_or_default();
    match column.kind {
        ColumnKind::Words | ColumnKind::Narrow => CELL_SPACE,
        ColumnKind::Picture => picture.max(density.text_width(column.title.chars().count())) + CELL_SPACE,
        // A sign stands before the words of a status.
        ColumnKind::Short => density.text_width(longest + 2) + CELL_SPACE,
        ColumnKind::Name | ColumnKind::Figure | ColumnKind::Value => density.text_width(longest) + CELL_SPACE,
    }
}

fn cell_lines(cell: &Cell, width: usize, density: Density) -> usize {
    cell.words().into_iter().map(|words| wrapped_lines(words, width, density)).sum::<usize>().max(1)
}

/// How many lines a text takes, when words that no longer fit begin a new one.
fn wrapped_lines(text: &str, width: usize, density: Density) -> usize {
    let room = (width / density.text_width(1).max(1)).max(1);
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            lines += 1;
            used = 0;
        }
        used += if used > 0 { length + 1 } else { length };
        lines += used.saturating_sub(1) / room;
        used = if used > room { used % room } else { used };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: usize, words: &str) -> Vec<Block> {
        let cells = || Row::Cells(vec![Cell::Text(words.to_owned()), Cell::Text("0–125 / 125".to_owned())]);
        let columns = vec![Column::new("Mål", ColumnKind::Words), Column::new("Point", ColumnKind::Figure)];
        let rows = (0..count).map(|_| cells()).collect();
        vec![Block::Table(Table { caption: "Mål".to_owned(), columns, rows })]
    }

    #[test]
    fn more_rows_and_longer_words_stand_closer() {
        assert_eq!(loosest_density(&rows(20, "Kort titel")), Density::Airy);
        assert_eq!(loosest_density(&rows(46, "Kort titel")), Density::Close);
        assert_eq!(loosest_density(&rows(56, "Kort titel")), Density::Tight);
        assert!(!fit_on_page(&rows(90, "Kort titel"), Density::Tight));
        let long = "Virksomheder ".repeat(10);
        assert!(!fit_on_page(&rows(40, &long), Density::Airy));
    }

    #[test]
    fn words_that_do_not_fit_begin_a_new_line() {
        let room = Density::Airy.text_width(10);
        for (text, expected) in
            [("", 1), ("ti bogstav", 1), ("elleve bog st", 2), ("abcdefghijklmnopqrstu", 3)]
        {
            assert_eq!(wrapped_lines(text, room, Density::Airy), expected, "{text}");
        }
    }
}
