//! Many contracts side by side: a row for each contract of a folder, and every file that is not used with the reason.
//!
//! [`mod@look`] reads one file and keeps its figures alone, so that memory grows with the rows and not with the texts.
//! [`Sorting`] finds what belongs together. Where an assessment stands in a file of its own, both files are read again,
//! by [`combine`]. Whoever holds the files reads them: the command on every core, the page in slices.

mod across;
mod csv;
mod left_out;
mod level_goal;
mod level_lines;
mod level_outcome;
mod levels;
mod lines;
mod look;
mod order;
mod outcome;
mod reached;
mod row;
mod sorting;
mod whose;

pub use across::Across;
pub use csv::csv;
pub use left_out::{Copied, LeftOut, WhyLeftOut};
pub use level_goal::LevelGoal;
pub use level_lines::{LevelNote, LevelRow, LevelTable, level_tables, taken_from};
pub use levels::{
    Combined as CombinedFigures, Contributor, GoalPlace, Level, Offer, Stands, WhyOpen, goal_at,
};
pub use lines::{
    Lines, across_lines, changed_lines, counted_line, due_lines, left_out_lines, middle_line, overdue_lines,
    stake_lines,
};
pub use look::{Found, Holds, Looked, look, look_paced};
pub use order::{Filter, Middle, Order, by_name, median, ordered, reordered};
pub use outcome::PortfolioOutcome;
pub use reached::{Measure, Reached};
pub use row::{AtStake, Basis, Due, Earlier, Overdue, OwnFile, Row, RowPay, RowPoints};
pub use sorting::{Combined, Job, Sorting, combine, combine_paced};
pub use whose::Whose;

use crate::domain::date::Date;
use crate::small::map_of;

/// The contracts of a folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portfolio {
    /// A row for each contract, by the names of their files.
    pub rows: Vec<Row>,
    /// The files that no row rests on, by name.
    pub left_out: Vec<LeftOut>,
    /// The goals that others serve, each before those that serve it.
    pub levels: Vec<Level>,
    /// What the contracts say of each other that does not hold.
    pub across: Vec<Across>,
    /// How many files were looked at.
    pub files: usize,
}

impl Portfolio {
    /// The earliest and the latest day that the rows rest on.
    pub fn days(&self) -> Option<(Date, Date)> {
        let days = || self.rows.iter().filter_map(|row| row.basis.as_ref()?.as_of);
        Some((days().min()?, days().max()?))
    }

    /// Remembers how contracts stood in another portfolio, such as last quarter's folder, where its day is the latest one
    /// before.
    pub fn hold_against(&mut self, before: &Self) {
        let known = map_of(before.rows.iter().map(|row| (row.id.as_str(), row)));
        for row in &mut self.rows {
            if let Some(then) = known.get(row.id.as_str()) {
                row.hold_against(then);
            }
        }
    }

    /// Whose assessment the rows rest on.
    pub fn whose(&self) -> Whose {
        self.rows.first().map(|row| row.whose).unwrap_or_default()
    }

    /// Whether a contract has a pay agreement.
    pub fn has_pay(&self) -> bool {
        self.rows.iter().any(|row| row.pay.is_some())
    }

    /// Whether a file was refused: one that cannot be read, is too large, has mistakes, or belongs to another edition.
    pub fn has_refused(&self) -> bool {
        self.left_out.iter().any(|file| file.why.is_refusal())
    }
}
