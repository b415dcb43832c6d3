//! Which of several rows about one field counts, and which times count for a goal that does not say when it is measured.

use std::cmp::Reverse;
use std::rc::Rc;

use super::address::Address;
use super::cell::{field_for_value, reading_field};
use crate::app::state::{Unused, Value};
use crate::domain::address::FieldId;
use crate::domain::contract::Contract;
use crate::domain::date::{Date, Period};

/// What the rows say about one field.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) field: FieldId,
    pub(super) address: Rc<Address>,
    /// Of a reading: the day on which its period ends.
    pub(super) reading: Option<Date>,
    pub(super) candidates: Vec<Candidate>,
}

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) row: usize,
    pub(super) period: Option<Period>,
    /// None where it cannot be read, which is said at its cell.
    pub(super) value: Option<Value>,
}

/// What becomes of the rows of one field.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// The row that counts.
    pub(super) counts: Option<Candidate>,
    /// Rows that contradict another one, each with that one.
    pub(super) conflicts: Vec<(usize, usize)>,
    pub(super) unused: Vec<(Unused, Candidate)>,
}

impl Slot {
    /// The field that a row speaks of: of a reading the one of its own period.
    pub(super) fn field_of(&self, candidate: &Candidate) -> FieldId {
        match candidate.period.filter(|_| self.reading.is_some()) {
            Some(period) => reading_field(&self.field, period),
            None => field_for_value(&self.field, candidate.value.as_ref()),
        }
    }

    /// The rows of the latest period decide; a row without a period is taken as one of them. They have to
    /// agree: where two differ, or one cannot be read, none counts.
    pub(super) fn settle(&self) -> Settled {
        let mut settled = Settled::default();
        let end = |candidate: &Candidate| candidate.period.map(Period::end);
        let latest = self.candidates.iter().filter_map(end).max();
        let decides = |candidate: &Candidate| candidate.period.is_none() || end(candidate) == latest;
        let (last, earlier): (Vec<_>, Vec<_>) = self.candidates.iter().partition(|one| decides(one));
        settled.unused.extend(earlier.into_iter().map(|one| (Unused::Superseded, one.clone())));
        let Some((first, rest)) = last.split_first() else {
            return settled;
        };
        if let Some(other) = rest.iter().find(|one| one.value != first.value) {
            // Each of them is told of one that differs; what cannot be read is told of at its cell already.
            for one in last.iter().filter(|one| one.value.is_some()) {
                let against = if one.value == first.value { other.row } else { first.row };
                settled.conflicts.push((one.row, against));
            }
        } else if first.value.is_some() {
            // They say the same; the first of those that say most exactly when stands for all of them.
            let exactness = |one: &&&Candidate| Reverse(one.period.map(|period| period.to_string()));
            let best = last.iter().min_by_key(exactness).map(|one| one.row);
            for one in &last {
                if Some(one.row) == best {
                    settled.counts = Some((*one).clone());
                } else {
                    settled.unused.push((Unused::Repeated, (*one).clone()));
                }
            }
        }
        settled
    }
}

/// Whether a period lies within the binding year, or the contract's period where no year is binding.
pub(super) fn period_counts(contract: &Contract, period: Period) -> bool {
    if let Some(year) = contract.binding_year {
        return period.year() == year;
    }
    let Some(whole) = contract.period else {
        return true;
    };
    let month = |date: Date| (date.year(), u8::from(date.month()));
    match period {
        Period::Day(day) => (whole.from..=whole.to).contains(&day),
        _ => (month(whole.from)..=month(whole.to)).contains(&month(period.end())),
    }
}
