//! Tables of measured results: bytes to rows, each cell with its place in the text.
//!
//! The form is that of RFC 4180: one header, a row for each figure, and `;`, `,` or tab between the cells. Quotation
//! marks stand around cells that hold one of them. What the cells say is not read here, since that takes a contract
//! and the way people write numbers.
//!
//! A file that cannot be taken apart gives no table and an error; a row that cannot is left out and named.

mod findings;
mod header;
mod own;
pub mod pasted;
mod records;
mod sheet;
mod text;

use std::borrow::Cow;
use std::ops::Range;

pub use findings::{Findings, LISTED};
pub use header::ResultColumn;
pub use own::{COLUMNS, COUNTS, OWN, protected, write_line};
pub use records::ResultCell;
pub use sheet::{FileTable, FileTables, SheetChoice, SheetText};

use header::Header;
use own::unprotected;
use records::Records;

use crate::findings::{Code, Delimiter, Diagnostic, RowFault, Severity, SyntaxFault, TableFault};
use crate::format::Locator;
use crate::pace::{Progress, STRIDE, Stage, at_once, no_pause};

/// The most rows that are read; as many lines of a table as 8 MB hold at 40 bytes each.
pub const MAX_ROWS: usize = 200_000;

/// A table whose columns are known.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultTable {
    text: String,
    delimiter: char,
    columns: Vec<ResultColumn>,
    rows: Vec<ResultRow>,
    misfits: usize,
}

/// One row: what the columns that mean something say in it. A cell that the table does not have is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultRow {
    /// The goal: by identifier, else by label, else by title.
    pub goal: ResultCell,
    /// What else the row calls the goal; most rows name it once.
    pub also: Vec<ResultCell>,
    /// The part of the goal.
    pub part: ResultCell,
    /// The period that the figure belongs to.
    pub period: ResultCell,
    /// What was reached.
    pub value: ResultCell,
    /// What stands behind the figure in a column without a meaning.
    pub behind: ResultCell,
    /// A day: when something was done, or where there is no period the one of the figure.
    pub date: ResultCell,
}

/// What came of reading a table.
#[derive(Clone, Debug)]
pub struct TableReading {
    /// The table; none where there is an error among the diagnostics.
    pub table: Option<ResultTable>,
    /// What is wrong with the file and with single rows, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl ResultTable {
    /// The rows in the order of the file; those that are ragged or empty are not among them.
    pub fn rows(&self) -> &[ResultRow] {
        &self.rows
    }

    /// How many rows do not have the header's cells, so that they are not among [`ResultTable::rows`].
    pub fn misfits(&self) -> usize {
        self.misfits
    }

    /// What stands between the cells.
    pub fn delimiter(&self) -> char {
        self.delimiter
    }

    /// Whether the table has such a column.
    pub fn has(&self, column: ResultColumn) -> bool {
        self.columns.contains(&column)
    }

    /// What a cell says, without the blanks around it, and without the sign that keeps a spreadsheet from working
    /// out what stands in it.
    pub fn text(&self, cell: &ResultCell) -> Cow<'_, str> {
        unprotected(cell.text(&self.text))
    }

    /// Whether a cell stands in quotation marks.
    pub fn is_quoted(&self, cell: &ResultCell) -> bool {
        cell.is_quoted(&self.text)
    }

    /// Finds lines and columns in the table's text.
    pub fn locator(&self) -> Locator<'_> {
        Locator::without_root(&self.text)
    }
}

/// Whether one of the first lines of a text names the columns of a table.
pub fn has_header(text: &str) -> bool {
    header::find(text, &mut Findings::default()).is_some()
}

/// Reads a table of measured results.
pub fn read_table(bytes: &[u8]) -> TableReading {
    at_once(read_table_paced(bytes, &mut no_pause))
}

/// The same in slices: `pause` is called with how far it is, and may let others do something meanwhile.
pub async fn read_table_paced(bytes: &[u8], pause: &mut impl AsyncFnMut(Progress)) -> TableReading {
    let decoded = match text::decode(bytes) {
        Ok(decoded) => decoded,
        Err((refusal, shown)) => {
            let locator = Locator::without_root(shown);
            // A table is cut down in another way than a contract is.
            let code: Code = match refusal.fault {
                SyntaxFault::FileTooLarge { bytes, limit } => TableFault::TooLarge { bytes, limit }.into(),
                other => other.into(),
            };
            let diagnostic = locator.diagnostic_at(refusal.range, code);
            return TableReading { table: None, diagnostics: vec![diagnostic] };
        }
    };
    let text = decoded.text.into_owned();
    let mut findings = Findings::default();
    if let Some(at) = decoded.first_foreign {
        findings.report(at, TableFault::OtherEncoding);
    }
    let parsed = parse(&text, &mut findings, pause).await;
    pause(far(text.len(), &text)).await;
    let diagnostics = findings.diagnostics(&Locator::without_root(&text));
    let table = parsed.map(|(header, ResultRows { rows, misfits })| {
        let columns = header.columns.into_iter().flatten().collect();
        ResultTable { delimiter: header.delimiter, columns, rows, misfits, text }
    });
    TableReading { table, diagnostics }
}

async fn parse(
    text: &str,
    findings: &mut Findings,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<(Header, ResultRows)> {
    if text.trim().is_empty() {
        findings.report(0..0, SyntaxFault::Empty);
        return None;
    }
    let header = header::find(text, findings)?;
    let rows = rows(text, &header, findings, pause).await?;
    if rows.rows.is_empty() && findings.is_empty_of(Severity::Warning) {
        findings.report(header.range.clone(), TableFault::NoRows);
    }
    Some((header, rows))
}

/// What stands below a header.
#[derive(Default)]
struct ResultRows {
    /// The rows that have the header's cells.
    rows: Vec<ResultRow>,
    /// How many do not.
    misfits: usize,
}

/// The rows below the header; none where the file cannot be taken apart.
async fn rows(
    text: &str,
    header: &Header,
    findings: &mut Findings,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<ResultRows> {
    let mut records = Records::new(text, header.delimiter, header.range.end);
    let ResultRows { mut rows, mut misfits } = ResultRows::default();
    let mut cells = Vec::new();
    for seen in 0_usize.. {
        if seen.is_multiple_of(STRIDE) {
            pause(far(records.place(), text)).await;
        }
        let range = match records.next(&mut cells) {
            Ok(Some(range)) => range,
            Ok(None) => return Some(ResultRows { rows, misfits }),
            Err(fault) => {
                findings.report(fault.range, fault.fault);
                return None;
            }
        };
        if cells.iter().all(|cell| cell.text(text).is_empty()) {
            continue;
        }
        if let Some(fault) = misfit(text, &range, &cells, header) {
            findings.report(start_of(text, &range), fault);
            misfits += 1;
            continue;
        }
        if rows.len() == MAX_ROWS {
            let fault = TableFault::TooManyRows { limit: MAX_ROWS };
            findings.report(start_of(text, &range), fault);
            return None;
        }
        rows.push(result_row(text, &cells, header));
    }
    None
}

/// How far the reading is.
fn far(done: usize, text: &str) -> Progress {
    Progress { stage: Stage::Text, done, of: text.len() }
}

/// Why a row does not have the header's cells. Empty ones at its end are no matter, save where commas stand
/// between cells: there a decimal comma pushes them over the end.
fn misfit(text: &str, range: &Range<usize>, cells: &[ResultCell], header: &Header) -> Option<RowFault> {
    let wanted = header.columns.len();
    let beyond = cells.get(wanted..).unwrap_or_default();
    let are_no_matter = header.delimiter != ',' && beyond.iter().all(|cell| cell.text(text).is_empty());
    if cells.len() >= wanted && (beyond.is_empty() || are_no_matter) {
        return None;
    }
    let other = header::DELIMITERS.into_iter().filter(|delimiter| *delimiter != header.delimiter);
    let mut again = Vec::new();
    let mut fits = |delimiter: char| {
        let line = text.get(..range.end).unwrap_or_default();
        Records::new(line, delimiter, range.start).next(&mut again).is_ok() && again.len() == wanted
    };
    let found = cells.len();
    match other.into_iter().find(|delimiter| wanted > 1 && fits(*delimiter)) {
        Some(other) if found < wanted => Some(RowFault::RowWithOtherDelimiter {
            found: Delimiter(other),
            wanted: Delimiter(header.delimiter),
        }),
        _ => Some(RowFault::RaggedRow { found, wanted }),
    }
}

/// The first line of what stands here, for a message about the whole of it.
fn start_of(text: &str, range: &Range<usize>) -> Range<usize> {
    let row = text.get(range.clone()).unwrap_or_default();
    let first = row.lines().next().unwrap_or_default().trim_end();
    range.start..range.start + first.len()
}

fn result_row(text: &str, cells: &[ResultCell], header: &Header) -> ResultRow {
    let start = cells.first().map(|cell| cell.range.start).unwrap_or_default();
    let place = |column: ResultColumn| header.columns.iter().position(|one| *one == Some(column));
    let find = |column: ResultColumn| cells.get(place(column)?).cloned();
    let filled = |column: ResultColumn| find(column).filter(|cell| !cell.text(text).is_empty());
    let of = |column: ResultColumn| find(column).unwrap_or_else(|| ResultCell::empty_at(start));
    let names = [ResultColumn::Id, ResultColumn::Label, ResultColumn::Title];
    let mut filled = names.into_iter().filter_map(filled);
    let goal = filled.next().or_else(|| names.into_iter().find_map(find));
    let behind = place(ResultColumn::Value).map(|value| value + 1);
    let behind = behind.filter(|behind| header.columns.get(*behind) == Some(&None));
    let behind = behind.and_then(|behind| cells.get(behind).cloned());
    ResultRow {
        goal: goal.unwrap_or_else(|| ResultCell::empty_at(start)),
        also: filled.collect(),
        behind: behind.unwrap_or_else(|| ResultCell::empty_at(start)),
        part: of(ResultColumn::Part),
        period: of(ResultColumn::Period),
        value: of(ResultColumn::Value),
        date: of(ResultColumn::Date),
    }
}

#[cfg(test)]
mod tests;
