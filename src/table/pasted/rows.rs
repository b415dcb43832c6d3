//! The rows of a table of goals, put together to goals: a goal may take several rows, and rows may be headings or sums.

use super::cells::{label, plain, says_something};
use super::columns::PastedColumn;
use super::{PastedTable, Unused, UnusedRow};

/// What the rows of one goal say, in the words of the table.
#[derive(Clone, Debug, Default)]
pub(super) struct GoalRows {
    /// The first of its rows, counted from 0.
    pub(super) row: usize,
    pub(super) label: Option<String>,
    pub(super) group: Option<String>,
    /// What it is about.
    pub(super) text: String,
    /// What its other columns say; a cell of several rows has a line each.
    pub(super) cells: Vec<(PastedColumn, String)>,
}

/// A group's heading is a short line by itself.
const HEADING: usize = 80;

impl GoalRows {
    fn is_begun(&self) -> bool {
        self.cells.iter().any(|(_, text)| says_something(text))
    }

    fn add(&mut self, text: &str, cells: Vec<(PastedColumn, String)>) {
        append(&mut self.text, text);
        for (column, text) in cells {
            match self.cells.iter_mut().find(|(known, _)| *known == column) {
                Some((_, said)) => append(said, &text),
                None => self.cells.push((column, text)),
            }
        }
    }

    /// What a column says.
    pub(super) fn said(&self, column: PastedColumn) -> &str {
        self.cells.iter().find(|(known, _)| *known == column).map_or("", |(_, text)| text)
    }
}

fn append(text: &mut String, more: &str) {
    if !more.is_empty() {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(more);
    }
}

/// The goals of a table, and the rows that are none.
pub(super) fn goals(table: &PastedTable, place: usize) -> (Vec<GoalRows>, Vec<UnusedRow>) {
    let mut reader = Rows { table, place, goals: Vec::new(), unused: Vec::new(), group: table.group() };
    for row in table.body() {
        reader.row(row);
    }
    (reader.goals, reader.unused)
}

struct Rows<'t> {
    table: &'t PastedTable,
    place: usize,
    goals: Vec<GoalRows>,
    unused: Vec<UnusedRow>,
    group: Option<String>,
}

impl Rows<'_> {
    fn row(&mut self, row: usize) {
        if self.table.repeats_headings(row) || !self.table.says_something(row) {
            return;
        }
        let name = self.table.said(row, PastedColumn::Label);
        let text = self.table.said(row, PastedColumn::Goal);
        let cells = self.cells(row);
        if let Some(group) = self.table.said_in_group(row) {
            self.group = Some(group);
        }
        let head = if name.is_empty() { text } else { name };
        if let Some(why) = sum(head, &cells) {
            return self.unused.push(UnusedRow { table: self.place, row, words: self.table.words(row), why });
        }
        let is_alone = !cells.iter().any(|(_, text)| says_something(text));
        match (name.is_empty(), label(text)) {
            (false, _) => self.begin(row, Some(plain(name)), text, cells),
            (true, Some((label, rest))) => self.begin(row, Some(label), &rest, cells),
            (true, None) if text.is_empty() && is_alone => self.leave(row),
            (true, None) if text.is_empty() => self.go_on(row, "", cells),
            (true, None) if is_alone && self.table.says_more() => self.line(row, text),
            (true, None) => match self.goals.last() {
                Some(goal) if !goal.is_begun() => self.go_on(row, text, cells),
                _ => self.begin(row, None, text, cells),
            },
        }
    }

    /// What the columns besides the goal's own say.
    fn cells(&self, row: usize) -> Vec<(PastedColumn, String)> {
        let own = [PastedColumn::Label, PastedColumn::Goal, PastedColumn::Group, PastedColumn::Ignored];
        let columns = self.table.columns.iter().enumerate().filter(|(_, column)| !own.contains(column));
        let said = columns.map(|(at, column)| (*column, self.table.grid.text(row, at).to_owned()));
        said.filter(|(_, text)| !text.is_empty()).collect()
    }

    fn begin(&mut self, row: usize, label: Option<String>, text: &str, cells: Vec<(PastedColumn, String)>) {
        let mut goal = GoalRows { row, label, group: self.group.clone(), ..GoalRows::default() };
        goal.add(text, cells);
        self.goals.push(goal);
    }

    fn go_on(&mut self, row: usize, text: &str, cells: Vec<(PastedColumn, String)>) {
        match self.goals.last_mut() {
            Some(goal) => goal.add(text, cells),
            None => self.leave(row),
        }
    }

    /// A text by itself: a heading where no goal waits for its text, else the text of that goal.
    fn line(&mut self, row: usize, text: &str) {
        match self.goals.last_mut().filter(|goal| !goal.is_begun()) {
            Some(goal) => goal.add(text, Vec::new()),
            None if text.chars().count() <= HEADING && !text.ends_with('.') => self.group = Some(plain(text)),
            None => self.go_on(row, text, Vec::new()),
        }
    }

    fn leave(&mut self, row: usize) {
        let words = self.table.words(row);
        self.unused.push(UnusedRow { table: self.place, row, words, why: Unused::NoGoal });
    }
}

/// Whether a row is a sum, which is no goal.
fn sum(head: &str, cells: &[(PastedColumn, String)]) -> Option<Unused> {
    let small = plain(head).to_lowercase();
    let is_sum = ["i alt", "ialt", "sum", "total", "point i alt", "vægt i alt", "samlet", "in total"]
        .iter()
        .any(|word| {
            small == *word || small.starts_with(&format!("{word} ")) || small.ends_with(&format!(" {word}"))
        });
    let weight = cells.iter().find(|(column, _)| *column == PastedColumn::Weight);
    weight.filter(|_| is_sum).map(|(_, text)| Unused::Sum { stated: text.clone() })
}
