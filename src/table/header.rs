//! The header of a table: what its columns mean, and what stands between the cells.

use std::ops::Range;

use super::findings::Findings;
use super::own;
use super::records::{Records, ResultCell};
use crate::findings::{Delimiter, MissingColumn, TableFault};

/// What may stand between cells.
pub(super) const DELIMITERS: [char; 3] = [';', ',', '\t'];
/// What some write instead.
const OTHERS: [char; 2] = ['|', ':'];
/// How far down a header is looked for: exports begin with a title and a few lines of explanation.
const LINES: usize = 20;

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultColumn {
    /// The goal's identifier in the contract.
    Id,
    /// The document's name for the goal.
    Label,
    /// What the goal is about.
    Title,
    /// A part of the goal.
    Part,
    /// The period that the figure belongs to.
    Period,
    /// What was reached.
    Value,
    /// A day.
    Date,
}

/// The names of columns in Danish and English, without blanks and signs and in small letters.
const NAMES: [(ResultColumn, &[&str]); 7] = [
    (ResultColumn::Id, &["id", "målid", "goalid", "kode", "code"]),
    (
        ResultColumn::Label,
        &["mål", "goal", "label", "betegnelse", "navn", "name", "resultatkrav", "indikator", "indicator"],
    ),
    (ResultColumn::Title, &["titel", "title"]),
    (ResultColumn::Part, &["del", "delmål", "part"]),
    (
        ResultColumn::Period,
        &[
            "periode",
            "period",
            "måleperiode",
            "tid",
            "time",
            "år",
            "year",
            "måned",
            "month",
            "kvartal",
            "quarter",
        ],
    ),
    (
        ResultColumn::Value,
        &["værdi", "value", "resultat", "result", "tal", "figure", "antal", "number", "count", "indhold"],
    ),
    (ResultColumn::Date, &["dato", "date"]),
];

/// A header that was found.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) delimiter: char,
    /// What each column is about; none where its name says nothing.
    pub(super) columns: Vec<Option<ResultColumn>>,
    /// Where it stands.
    pub(super) range: Range<usize>,
}

/// A line taken apart by one delimiter.
struct Line {
    delimiter: char,
    cells: Vec<ResultCell>,
    range: Range<usize>,
    columns: Vec<Option<ResultColumn>>,
}

impl Line {
    fn read(text: &str, delimiter: char, at: usize) -> Option<Self> {
        let mut cells = Vec::new();
        let range = Records::new(text, delimiter, at).next(&mut cells).ok()??;
        let columns = cells.iter().map(|cell| column(&cell.text(text))).collect();
        Some(Self { delimiter, cells, range, columns })
    }

    fn has(&self, one_of: &[ResultColumn]) -> bool {
        self.columns.iter().flatten().any(|column| one_of.contains(column))
    }

    fn names_goals(&self) -> bool {
        self.has(&[ResultColumn::Id, ResultColumn::Label, ResultColumn::Title])
    }

    fn names_results(&self) -> bool {
        self.has(&[ResultColumn::Value, ResultColumn::Date])
    }

    fn is_header(&self) -> bool {
        self.names_goals() && self.names_results()
    }
}

/// Finds the header, and with it the delimiter. What is wrong with it, and what is not used, is noted.
pub(super) fn find(text: &str, findings: &mut Findings) -> Option<Header> {
    let first = Line::read(text, ';', 0).map_or(0..0, |line| line.range);
    let mut at = 0;
    for _ in 0..LINES {
        if let Some(line) = header_at(text, at, &DELIMITERS) {
            let before = text.get(first.start..line.range.start).unwrap_or_default().trim();
            if !before.is_empty() && !before.to_lowercase().starts_with("sep=") {
                findings.report(first, TableFault::LinesBeforeHeader);
            }
            return settled(text, line, findings);
        }
        if let Some(line) = header_at(text, at, &OTHERS) {
            let fault = TableFault::UnknownDelimiter { found: Delimiter(line.delimiter) };
            let at = line.cells.first().map_or(0, |cell| cell.range.end);
            findings.report(at..at + 1, fault);
            return None;
        }
        let Some(line) = Line::read(text, ';', at) else {
            break;
        };
        at = line.range.end;
    }
    let missing = match missing(text, first.start) {
        (true, true) => MissingColumn::Both,
        (true, false) => MissingColumn::Goal,
        _ => MissingColumn::Result,
    };
    findings.report(super::start_of(text, &first), TableFault::NoHeader { missing });
    None
}

fn header_at(text: &str, at: usize, delimiters: &[char]) -> Option<Line> {
    let lines = delimiters.iter().filter_map(|delimiter| Line::read(text, *delimiter, at));
    lines.filter(Line::is_header).max_by_key(|line| line.columns.iter().flatten().count())
}

/// Whether the first line lacks the goals, and whether it lacks the results, with the delimiter that suits
/// it best.
fn missing(text: &str, at: usize) -> (bool, bool) {
    let lines = DELIMITERS.iter().filter_map(|delimiter| Line::read(text, *delimiter, at));
    let lacks = lines.map(|line| (!line.names_goals(), !line.names_results()));
    lacks.min_by_key(|(goals, results)| u8::from(*goals) + u8::from(*results)).unwrap_or((true, true))
}

/// The header with each meaning once; columns that mean nothing are named.
fn settled(text: &str, line: Line, findings: &mut Findings) -> Option<Header> {
    let mut is_clear = true;
    let is_own = own::is_own(line.cells.iter().map(|cell| cell.text(text)));
    for (place, (cell, column)) in line.cells.iter().zip(&line.columns).enumerate() {
        let name = cell.text(text).into_owned();
        let Some(column) = column else {
            if !name.is_empty() && !is_own {
                findings.report(cell.range.clone(), TableFault::ColumnIgnored { name });
            }
            continue;
        };
        let earlier = line.columns.iter().take(place).position(|one| one == &Some(*column));
        if let Some(first) = earlier.and_then(|earlier| line.cells.get(earlier)) {
            let first = first.text(text).into_owned();
            findings.report(cell.range.clone(), TableFault::ColumnTwice { name, first });
            is_clear = false;
        }
    }
    if is_own {
        findings.report(super::start_of(text, &line.range), TableFault::OwnColumns);
    } else if !line.has(&[ResultColumn::Period, ResultColumn::Date]) {
        let range = super::start_of(text, &line.range);
        findings.report(range, TableFault::NoPeriodColumn);
    }
    let Line { delimiter, columns, range, .. } = line;
    is_clear.then_some(Header { delimiter, columns, range })
}

/// What a column of this name is about.
fn column(name: &str) -> Option<ResultColumn> {
    let plain: String = name.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    NAMES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column)
}
