//! A table of measured results, and what it would change.

use std::rc::Rc;

use super::sheet::{Sheet, SheetId};
use super::value::Value;
use crate::domain::address::FieldId;
use crate::domain::contract::Level;
use crate::domain::date::Period;
use crate::findings::{Code, Diagnostic, OfficeFault, TableFault, in_order};
use crate::format::{Locator, stranger};
use crate::pace::{Progress, at_once, no_pause};
use crate::table::{Findings, ResultTable, SheetChoice, SheetText, TableReading, read_table_paced};

/// The most lines of each sort that are listed; the rest is counted.
pub const LISTED: usize = crate::table::LISTED;

/// A table that was read, on its way in.
#[derive(Clone, Debug)]
pub struct IncomingTable {
    /// The file's name.
    pub name: Rc<str>,
    /// The table; none where the file cannot be used.
    pub(in crate::app) table: Option<ResultTable>,
    /// What is wrong with the file and with single rows.
    pub(in crate::app) diagnostics: Vec<Diagnostic>,
    /// What it would change, where that was worked out on the way.
    pub(in crate::app) held: Option<HeldTable>,
    /// The sheet of a workbook that it was taken from.
    pub sheet: Option<Rc<SheetSource>>,
}

/// A sheet of a workbook, from which another table can be taken.
#[derive(Clone, Debug)]
pub struct SheetSource {
    /// The workbook.
    pub bytes: Rc<[u8]>,
    /// The names of its sheets.
    pub sheets: Vec<String>,
    /// What was taken: the sheet, and the header where it was chosen.
    pub choice: SheetChoice,
    /// The first rows that say something, each with its number.
    pub first_rows: Vec<(usize, String)>,
}

/// A table held against an assessment.
#[derive(Clone, Debug)]
pub(in crate::app) struct HeldTable {
    /// The assessment, as it was then.
    pub(in crate::app) sheet: Rc<Sheet>,
    pub(in crate::app) preview: Option<Rc<Preview>>,
    /// What is wrong with the table, and with what its rows say.
    pub(in crate::app) diagnostics: Rc<[Diagnostic]>,
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
    /// The sheet of a workbook that it was taken from.
    pub sheet: Option<Rc<SheetSource>>,
    /// The changes that the person does not want.
    pub left_out: Vec<FieldId>,
    pub(in crate::app) file: Rc<IncomingTable>,
    /// What the preview was made for.
    pub(in crate::app) made_for: (SheetId, u64),
}

/// What a table would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Fields that would change, in the order of the contract.
    pub changes: Vec<ImportChange>,
    /// Fields that hold the figure already.
    pub same: FirstOf<ImportLine>,
    /// Rows whose figure does not count, by the reason why; every reason is there.
    pub unused: Vec<(Unused, FirstOf<ImportLine>)>,
    /// How many rows the table has, those that could not be taken apart included.
    pub rows: usize,
}

/// A field that would change.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportChange {
    /// The row that says so.
    pub line: ImportLine,
    /// What stands in the field.
    pub before: Before,
}

/// One row of the table, as far as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportLine {
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
    /// The levels by which a rated goal is answered.
    pub levels: Option<Rc<[Level]>>,
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
pub struct FirstOf<T> {
    /// The first [`LISTED`].
    pub first: Vec<T>,
    /// How many there are in all.
    pub total: usize,
}

impl<T> Default for FirstOf<T> {
    fn default() -> Self {
        Self { first: Vec::new(), total: 0 }
    }
}

impl IncomingTable {
    /// Takes a file apart.
    pub fn read(name: &str, bytes: &[u8]) -> Self {
        at_once(Self::read_paced(name, bytes, &mut no_pause))
    }

    /// The same in slices, with a pause after each.
    pub async fn read_paced(name: &str, bytes: &[u8], pause: &mut impl AsyncFnMut(Progress)) -> Self {
        let TableReading { table, diagnostics } = read_table_paced(bytes, pause).await;
        Self { name: name.into(), table, diagnostics, held: None, sheet: None }
    }

    /// Takes a sheet of a workbook apart; one that was refused says why.
    pub fn of_sheet(name: &str, bytes: Rc<[u8]>, read: Result<SheetText, OfficeFault>) -> Self {
        at_once(Self::of_sheet_paced(name, bytes, read, &mut no_pause))
    }

    /// The same in slices, with a pause after each.
    pub async fn of_sheet_paced(
        name: &str,
        bytes: Rc<[u8]>,
        read: Result<SheetText, OfficeFault>,
        pause: &mut impl AsyncFnMut(Progress),
    ) -> Self {
        let sheet = match read {
            Ok(sheet) => sheet,
            Err(fault) => {
                let refusal = Locator::without_root("").diagnostic_at(0..0, fault);
                let diagnostics = vec![refusal];
                return Self { name: name.into(), table: None, diagnostics, held: None, sheet: None };
            }
        };
        let mut read = Self::read_paced(name, sheet.text.as_bytes(), pause).await;
        // Where the rest of the page's own table cannot have been changed, nothing needs to be said of it.
        let is_idle = |one: &Diagnostic| sheet.is_protected && one.code == Code::from(TableFault::OwnColumns);
        read.diagnostics.retain(|one| !is_idle(one));
        let mut found = Findings::default();
        for (at, fault) in sheet.findings {
            found.report(at, fault);
        }
        read.diagnostics.extend(found.diagnostics(&Locator::without_root(&sheet.text)));
        in_order(&mut read.diagnostics);
        let choice = SheetChoice { sheet: Some(sheet.sheet), header: sheet.header };
        let source = SheetSource { bytes, sheets: sheet.sheets, choice, first_rows: sheet.first_rows };
        Self { sheet: Some(Rc::new(source)), ..read }
    }

    /// Whether a file is a table of results, by its name. A plain text is told by how it begins, since a contract may
    /// be called that, too.
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
    /// The changes that the person wants.
    pub fn chosen(&self) -> impl Iterator<Item = &ImportChange> {
        let changes = self.preview.iter().flat_map(|preview| &preview.changes);
        changes.filter(|change| !self.left_out.contains(&change.line.field))
    }
}

impl Preview {
    /// An empty one for a table of so many rows.
    pub(in crate::app) fn of_rows(rows: usize) -> Self {
        let unused = Unused::ALL.map(|reason| (reason, FirstOf::default())).into();
        Self { changes: Vec::new(), same: FirstOf::default(), unused, rows }
    }

    /// How many rows are not used: those that something is wrong with, and those that do not count.
    pub fn unused_total(&self) -> usize {
        self.rows.saturating_sub(self.changes.len() + self.same.total)
    }
}

impl<T> FirstOf<T> {
    pub(in crate::app) fn push(&mut self, one: T) {
        self.total += 1;
        if self.first.len() < LISTED {
            self.first.push(one);
        }
    }
}
