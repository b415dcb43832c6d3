//! A table as text, with tabs between the cells, as spreadsheets, mails and documents give it, or semicolons.

use super::grid::{Grid, GridBuilder};
use crate::table::records::Records;

/// The table in a text. Lines before its first row stand above it.
pub(super) fn table(text: &str) -> Grid {
    let delimiter = delimiter(text);
    let lines = quoted(text, delimiter).unwrap_or_else(|| plain(text, delimiter));
    let (before, rows) = whole_rows(lines);
    let mut grid = GridBuilder::new(before);
    for row in rows {
        grid.begin_row();
        for cell in row {
            let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            grid.add(&lines.join("\n"), 1, 1);
        }
    }
    grid.finish()
}

/// The cells of each line, where quotation marks stand around those of several lines; `None` where they do not pair.
fn quoted(text: &str, delimiter: char) -> Option<Vec<Vec<String>>> {
    let mut records = Records::new(text, delimiter, 0);
    let (mut cells, mut lines) = (Vec::new(), Vec::new());
    while records.next(&mut cells).ok()?.is_some() {
        lines.push(cells.iter().map(|cell| cell.text(text).into_owned()).collect());
    }
    Some(lines)
}

fn plain(text: &str, delimiter: char) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(delimiter).map(str::to_owned).collect()).collect()
}

/// What stands between the cells: semicolons where there is no tab and every line has one.
fn delimiter(text: &str) -> char {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    let is_csv = !text.contains('\t') && lines.peek().is_some() && lines.all(|line| line.contains(';'));
    if is_csv { ';' } else { '\t' }
}

/// Joins the lines of rows whose cells have several: such a line has fewer tabs than a row. Returns what stands before
/// the first row, and the rows.
fn whole_rows(lines: Vec<Vec<String>>) -> (Vec<String>, Vec<Vec<String>>) {
    let width = lines.iter().map(Vec::len).max().unwrap_or(0);
    if width < 2 {
        return (Vec::new(), lines);
    }
    let (mut before, mut rows): (Vec<String>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    let mut open: Vec<String> = Vec::new();
    let stands_alone = alone(&lines, width);
    for (line, stands_alone) in lines.into_iter().zip(stands_alone) {
        if open.is_empty() && stands_alone {
            let text = line.into_iter().next().unwrap_or_default();
            if rows.is_empty() {
                before.push(text.trim().to_owned());
            } else {
                rows.push(vec![text]);
            }
            continue;
        }
        if !open.is_empty() && open.len() + line.len() - 1 > width {
            rows.push(std::mem::take(&mut open));
        }
        join(&mut open, line);
        if open.len() >= width {
            rows.push(std::mem::take(&mut open));
        }
    }
    rows.extend((!open.is_empty()).then_some(open));
    before.retain(|line| !line.is_empty());
    (before, rows)
}

/// For each line, whether it has no tab and the next that has one is a whole row: then it is no part of that.
fn alone(lines: &[Vec<String>], width: usize) -> Vec<bool> {
    let (mut alone, mut is_whole) = (Vec::with_capacity(lines.len()), true);
    for line in lines.iter().rev() {
        if line.len() > 1 {
            is_whole = line.len() == width;
        }
        alone.push(line.len() == 1 && is_whole);
    }
    alone.reverse();
    alone
}

/// Puts a line behind the last cell of a row.
fn join(open: &mut Vec<String>, line: Vec<String>) {
    let mut cells = line.into_iter();
    if let Some(last) = open.last_mut() {
        last.push('\n');
        last.push_str(&cells.next().unwrap_or_default());
    }
    open.extend(cells);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let grid = table(text);
        let cells = grid.rows.iter().map(|row| row.iter().map(|cell| cell.text.replace('\n', "/")));
        let before = (!grid.before.is_empty()).then(|| format!("[{}]", grid.before.join("/")));
        before.into_iter().chain(cells.map(|row| row.collect::<Vec<_>>().join("|"))).collect()
    }

    #[test]
    fn cells_of_several_lines_are_whole_with_quotation_marks_and_without() {
        assert_eq!(rows("a\tb\r\n\"1\n2\"\t\"3 \"\"x\"\"\"\n"), ["a|b", "1/2|3 \"x\""]);
        assert_eq!(
            rows("a\tb\tc\nAMS\tsikrer,\n• at et,\n• at to\t0-150\nnæste\t\t25"),
            ["a|b|c", "AMS|sikrer,/• at et,/• at to|0-150", "næste||25"]
        );
        assert_eq!(rows("a\tb\n\"i gang\" nu\t1"), ["a|b", "\"i gang\" nu|1"]);
    }

    #[test]
    fn a_line_by_itself_before_a_whole_row_is_one() {
        assert_eq!(
            rows("Tabel 3: Drift\n\na\tb\nGruppe\nc\td"),
            ["[Tabel 3: Drift]", "a|b", "Gruppe|", "c|d"]
        );
        assert_eq!(rows("et mål"), ["et mål"]);
        assert!(rows("").is_empty());
    }
}
