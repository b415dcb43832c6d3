//! Keeps what was pasted, so that closing the dialogue loses nothing.

use std::cell::RefCell;
use std::rc::Rc;

use crate::i18n::Lang;
use crate::table::pasted::{PastedTable, Proposals, propose, read_pasted};

thread_local! {
    static KEPT: RefCell<Pasted> = RefCell::new(Pasted::default());
}

/// What was pasted so far, and what the person said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pasted {
    pub(super) tables: Rc<Vec<PastedTable>>,
    pub(super) proposals: Rc<Proposals>,
    /// The goals that are not taken.
    pub(super) left_out: Vec<usize>,
    /// Whether the last paste held no table.
    pub(super) is_nothing: bool,
    /// The year that a day without one belongs to, where the contract says it.
    pub(super) year: Option<i32>,
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
        self.with_tables(self.tables.iter().cloned().chain(more).collect(), lang)
    }

    /// Returns the state with other tables. Answers to questions are asked for anew, since the goals may be others.
    pub(super) fn with_tables(&self, tables: Vec<PastedTable>, lang: Lang) -> Self {
        let proposals = propose(&tables, lang, self.year);
        let is_same = proposals.goals.len() == self.proposals.goals.len();
        let left_out = if is_same { self.left_out.clone() } else { Vec::new() };
        let (tables, proposals) = (Rc::new(tables), Rc::new(proposals));
        Self { tables, proposals, left_out, is_nothing: false, year: self.year }
    }

    /// Returns the state for a contract of this year.
    pub(super) fn for_year(self, year: Option<i32>, lang: Lang) -> Self {
        if year == self.year {
            return self;
        }
        let tables = (*self.tables).clone();
        Self { year, ..self }.with_tables(tables, lang)
    }

    /// Returns the state with one table changed, or removed.
    pub(super) fn with_table(&self, at: usize, table: Option<PastedTable>, lang: Lang) -> Self {
        let mut tables = (*self.tables).clone();
        match (table, tables.get_mut(at)) {
            (Some(table), Some(place)) => *place = table,
            (None, Some(_)) => drop(tables.remove(at)),
            (_, None) => {}
        }
        self.with_tables(tables, lang)
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
