//! Measured results from a table: what they would change, and the change itself.
//!
//! A table is read against the contract and the assessment on the screen, and comes to a [`Preview`]: what
//! would change, what is the same already, what is not used and why, and what is wrong. Nothing is applied
//! until the person says so, and then in one step.
//!
//! **Which figure counts.** A goal that says when it is measured takes the figure of exactly that period.
//! One that does not takes the latest figure within the binding year, or within the contract's period where
//! no year is binding, and the change says so where that time is not over then. Two figures of that period that differ are a conflict, and neither counts; so does
//! none where one of them cannot be read. Dates and answers count whatever their period is, the latest one.
//! A figure of the period that a missing baseline names is taken as the baseline.

mod address;
mod answer;
mod apply;
mod cell;
mod preview;
mod settle;
mod when;

use std::rc::Rc;

pub(super) use address::SEPARATORS;

use super::field::FieldId;
use super::message::Message;
use super::sheet::SheetId;
use super::state::{Case, State};
use super::value::Value;
use crate::domain::date::Period;
use crate::findings::{Diagnostic, in_order};
use crate::format::stranger;
use crate::table::{Table, TableReading, read_table};

/// The most lines of each sort that are listed; the rest is counted.
pub const LISTED: usize = crate::table::LISTED;

/// A table that was read, on its way in.
#[derive(Clone, Debug)]
pub struct IncomingTable {
    /// The file's name.
    pub name: Rc<str>,
    /// The table; none where the file cannot be used.
    table: Option<Table>,
    /// What is wrong with the file and with single rows.
    diagnostics: Vec<Diagnostic>,
}

/// A table with what it would change, for the person to look at.
#[derive(Clone, Debug)]
pub struct Import {
    /// The file's name.
    pub name: Rc<str>,
    /// What it comes to; none where the file cannot be used.
    pub preview: Option<Rc<Preview>>,
    /// What is wrong, in the order of the file: with the file, with rows, and with what rows say.
    pub diagnostics: Rc<[Diagnostic]>,
    /// The changes that the person does not want.
    pub left_out: Vec<FieldId>,
    file: Rc<IncomingTable>,
    /// What the preview was made for.
    made_for: (SheetId, u64),
}

/// What a table would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Fields that would change, in the order of the contract.
    pub changes: Vec<Change>,
    /// Fields that hold the figure already.
    pub same: Listed<Line>,
    /// Rows whose figure does not count, by the reason why; every reason is there.
    pub unused: Vec<(Unused, Listed<Line>)>,
    /// How many rows the table has that could be taken apart.
    pub rows: usize,
}

/// A field that would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The row that says so.
    pub line: Line,
    /// What stands in the field.
    pub before: Before,
    /// What is not over yet where the figure's period ends, for a goal that does not say when it is measured:
    /// the table's latest figure counts, and a later one may follow.
    pub unfinished: Option<Unfinished>,
}

/// A time that a figure's period ends before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// The binding year.
    Year,
    /// The contract's period, where no year is binding.
    Contract,
}

/// One row of the table, as far as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The line in the file, counted from 1.
    pub number: usize,
    /// The field that it speaks of.
    pub field: FieldId,
    /// What the goal is called, and the part of it.
    pub name: Rc<str>,
    /// The period.
    pub period: Option<Period>,
    /// What was reached; none where the row was not read so far.
    pub value: Option<Value>,
}

/// What stands in a field before it is changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Before {
    /// Nothing.
    Empty,
    /// A value.
    Value(Value),
    /// A text that cannot be read.
    Text(Rc<str>),
}

/// Why a row is not used although nothing is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unused {
    /// The goal is measured in another period.
    OtherPeriod,
    /// The period is not within the binding year or the contract's period.
    OutsideContract,
    /// The table has a later figure.
    Superseded,
    /// Another row says the same.
    Repeated,
    /// The row has no figure.
    NoFigure,
}

impl Unused {
    /// Every reason, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::OtherPeriod, Self::OutsideContract, Self::Superseded, Self::Repeated, Self::NoFigure];
}

/// The first of many, and how many there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<T> {
    /// The first [`LISTED`].
    pub first: Vec<T>,
    /// How many there are in all.
    pub total: usize,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { first: Vec::new(), total: 0 }
    }
}

impl IncomingTable {
    /// Takes a file apart.
    pub fn read(name: &str, bytes: &[u8]) -> Self {
        let TableReading { table, diagnostics } = read_table(bytes);
        Self { name: name.into(), table, diagnostics }
    }

    /// Whether a file is a table of results: by its name, and a plain text by how it begins, since a contract
    /// may be called that, too.
    pub fn is_one(name: &str, bytes: &[u8]) -> bool {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
        let is_blank = |byte: &u8| byte.is_ascii_whitespace() || "\u{feff}".as_bytes().contains(byte);
        let first = bytes.iter().find(|byte| !is_blank(byte));
        if stranger(bytes).is_some() {
            return false;
        }
        match extension.as_deref() {
            Some("csv" | "tsv" | "tab") => true,
            Some("txt") => first.is_some_and(|byte| *byte != b'{'),
            _ => false,
        }
    }
}

impl Import {
    /// What a table would change in the assessment on the screen.
    pub fn new(file: &Rc<IncomingTable>, case: &Case) -> Option<Self> {
        let sheet = case.sheet()?;
        let mut diagnostics = file.diagnostics.clone();
        let preview = file.table.as_ref().map(|table| {
            let (preview, found) = preview::preview(table, &case.contract.contract, sheet);
            diagnostics.extend(found);
            in_order(&mut diagnostics);
            preview
        });
        Some(Self {
            name: Rc::clone(&file.name),
            preview: preview.map(Rc::new),
            diagnostics: diagnostics.into(),
            left_out: Vec::new(),
            file: Rc::clone(file),
            made_for: (case.current, case.revision),
        })
    }

    /// The changes that the person wants.
    pub fn chosen(&self) -> impl Iterator<Item = &Change> {
        let changes = self.preview.iter().flat_map(|preview| &preview.changes);
        changes.filter(|change| !self.left_out.contains(&change.line.field))
    }
}

impl Preview {
    /// An empty one for a table of so many rows.
    fn of(rows: usize) -> Self {
        let unused = Unused::ALL.map(|reason| (reason, Listed::default())).into();
        Self { changes: Vec::new(), same: Listed::default(), unused, rows }
    }

    /// How many rows are not used although nothing is wrong with them.
    pub fn unused_total(&self) -> usize {
        self.unused.iter().map(|(_, lines)| lines.total).sum()
    }
}

impl State {
    /// The state with a table to be looked at. Without a contract there is nothing that it could belong to.
    pub(super) fn importing(&self, file: &Rc<IncomingTable>) -> Self {
        let mut next = Self { opening: None, refused: None, message: None, ..self.clone() };
        let case =
            self.case.as_ref().map(|case| case.left(self.lang).map_or_else(|| Rc::clone(case), Rc::new));
        next.import = case.as_ref().and_then(|case| Import::new(file, case)).map(Rc::new);
        if next.import.is_none() {
            let name = Rc::clone(&file.name);
            next.message = Some(Rc::new(Message::TableNeedsContract { name }));
        }
        next.case = case;
        next
    }

    /// The state with a change left out, or wanted again.
    pub(super) fn leaving_out(&self, field: &FieldId, out: bool) -> Option<Self> {
        let mut import = (**self.import.as_ref()?).clone();
        if import.left_out.contains(field) == out {
            return None;
        }
        if out {
            import.left_out.push(field.clone());
        } else {
            import.left_out.retain(|other| other != field);
        }
        Some(Self { import: Some(Rc::new(import)), ..self.clone() })
    }

    /// The state with the chosen changes made. Where the assessment is not the one any more that the preview
    /// was made for, the preview is made anew and nothing else.
    pub(super) fn imported(&self) -> Option<Self> {
        let (import, case) = (self.import.as_ref()?, self.case.as_ref()?);
        if import.made_for != (case.current, case.revision) {
            let again = Import::new(&import.file, case)?;
            return Some(Self { import: Some(Rc::new(again)), ..self.clone() });
        }
        let changes: Vec<&Change> = import.chosen().collect();
        let count = changes.len();
        let next = case.imported(&import.name, &changes, self.lang)?;
        let message = Message::Imported { name: Rc::clone(&import.name), count };
        Some(Self {
            case: Some(Rc::new(next)),
            import: None,
            message: Some(Rc::new(message)),
            ..self.clone()
        })
    }
}
