//! Keeps what was pasted, so that closing the dialogue loses nothing.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::SheetSource;
use crate::findings::OfficeFault;
use crate::i18n::Lang;
use crate::table::pasted::{PastedTable, Proposals, propose, read_pasted};
use crate::ui::shared::Shared;

thread_local! {
    static KEPT: RefCell<Pasted> = RefCell::new(Pasted::default());
}

/// What was pasted so far, and what the person said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pasted {
    pub(super) tables: Rc<Vec<PastedTable>>,
    /// For each table the sheet that it comes from.
    pub(super) sheets: Rc<Vec<TableSource>>,
    pub(super) proposals: Rc<Proposals>,
    /// The goals that are not taken.
    pub(super) left_out: Vec<usize>,
    /// Whether the last paste held no table.
    pub(super) is_nothing: bool,
    /// The file that was read last, where something is to be said of it.
    pub(super) about_file: Option<(Rc<str>, AboutFile)>,
}

/// The sheet of a workbook that a table comes from; others come from none.
pub(super) type TableSource = Option<Shared<SheetSource>>;

/// Tables, each with the sheet that it comes from.
pub(super) type SourcedTables = Vec<(PastedTable, TableSource)>;

/// The tables of a file with what is worth knowing of it, or why there are none.
pub(super) type TablesRead = Result<(SourcedTables, Vec<OfficeFault>), AboutFile>;

/// What is to be said of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum AboutFile {
    /// What is wrong with it, or worth knowing.
    Findings(Vec<OfficeFault>),
    /// It has no table.
    NoTable,
    /// The browser cannot read it.
    Unreadable,
    /// The code for it cannot be had.
    CodeMissing,
}

/// Returns what was pasted before.
pub(super) fn kept() -> Pasted {
    KEPT.with_borrow(Clone::clone)
}

/// Keeps it for the next time.
pub(super) fn keep(pasted: &Pasted) {
    KEPT.set(pasted.clone());
}

impl Pasted {
    /// Returns the state with the tables that a paste brings.
    pub(super) fn with_pasted(&self, html: &str, text: &str, lang: Lang) -> Self {
        let more = read_pasted(html, text);
        if more.is_empty() {
            return Self { is_nothing: true, ..self.clone() };
        }
        self.with_more(more.into_iter().map(|table| (table, None)).collect(), lang)
    }

    /// Returns the state with the tables of a file, or with what keeps it from being read.
    pub(super) fn with_file(&self, name: Rc<str>, read: TablesRead, lang: Lang) -> Self {
        let about = |about: AboutFile| Some((name, about));
        match read {
            Ok((tables, _)) if tables.is_empty() => {
                Self { about_file: about(AboutFile::NoTable), ..self.clone() }
            }
            Ok((tables, findings)) => {
                let about_file = about(AboutFile::Findings(findings));
                Self { about_file, ..self.with_more(tables, lang) }
            }
            Err(why) => Self { about_file: about(why), ..self.clone() },
        }
    }

    /// Returns the state with more tables.
    fn with_more(&self, more: SourcedTables, lang: Lang) -> Self {
        let (tables, sheets): (Vec<_>, Vec<_>) = more.into_iter().unzip();
        let sheets = self.sheets.iter().cloned().chain(sheets).collect();
        let tables = self.tables.iter().cloned().chain(tables).collect();
        Self { sheets: Rc::new(sheets), ..self.with_tables(tables, lang) }
    }

    /// Returns the state with other tables. Answers to questions are asked for anew, since the goals may be others.
    fn with_tables(&self, tables: Vec<PastedTable>, lang: Lang) -> Self {
        let proposals = propose(&tables, lang, None);
        let is_same = proposals.goals.len() == self.proposals.goals.len();
        let left_out = if is_same { self.left_out.clone() } else { Vec::new() };
        let (tables, proposals, sheets) = (Rc::new(tables), Rc::new(proposals), Rc::clone(&self.sheets));
        Self { tables, sheets, proposals, left_out, is_nothing: false, about_file: None }
    }

    /// Returns the state with one table changed, or removed.
    pub(super) fn with_table(&self, at: usize, table: Option<PastedTable>, lang: Lang) -> Self {
        let (mut tables, mut sheets) = ((*self.tables).clone(), (*self.sheets).clone());
        match (table, tables.get_mut(at)) {
            (Some(table), Some(place)) => *place = table,
            (None, Some(_)) => {
                tables.remove(at);
                sheets.remove(at);
            }
            (_, None) => {}
        }
        Self { sheets: Rc::new(sheets), ..self.with_tables(tables, lang) }
    }

    /// Returns the state with a table of another sheet, or of another row on, in place of one.
    pub(super) fn with_sheet(&self, at: usize, table: PastedTable, source: TableSource, lang: Lang) -> Self {
        let mut sheets = (*self.sheets).clone();
        if let Some(place) = sheets.get_mut(at) {
            *place = source;
        }
        Self { sheets: Rc::new(sheets), ..self.with_table(at, Some(table), lang) }
    }

    /// Returns the state with an answer to a goal's question.
    pub(super) fn with_answer(&self, goal: usize, chosen: Option<usize>) -> Self {
        let mut proposals = (*self.proposals).clone();
        if let Some(place) = proposals.goals.get_mut(goal) {
            *place = place.clone().answered(chosen);
        }
        Self { proposals: Rc::new(proposals), ..self.clone() }
    }

    /// Returns the state with a goal left out, or wanted again.
    pub(super) fn with_goal(&self, goal: usize, is_taken: bool) -> Self {
        let mut left_out = self.left_out.clone();
        left_out.retain(|other| *other != goal);
        left_out.extend((!is_taken).then_some(goal));
        Self { left_out, ..self.clone() }
    }

    /// Counts the goals that are taken.
    pub(super) fn chosen(&self) -> usize {
        self.proposals.goals.len().saturating_sub(self.left_out.len())
    }
}
