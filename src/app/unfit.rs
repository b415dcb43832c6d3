//! What the assessments say that the contract, as it stands now, has no use for: it stays, and does not count.

use std::rc::Rc;

use super::state::{Case, Sheet, SheetKind};
use crate::domain::address::FieldId;
use crate::domain::objection::{Objection, ObjectionKind};

/// A result, or something else that was entered, that does not fit the contract.
#[derive(Clone, Copy, Debug)]
pub struct Unfit<'c> {
    /// The assessment that says it.
    pub sheet: &'c Rc<Sheet>,
    /// Where it stands.
    pub place: &'c FieldId,
    /// Why it does not fit.
    pub why: &'c ObjectionKind,
}

impl Case {
    /// What does not fit the contract, in the order of the assessments; of a goal or an area once, with the first reason. What
    /// is tried out is left out.
    pub fn unfit(&self) -> Vec<Unfit<'_>> {
        let mut found: Vec<Unfit<'_>> = Vec::new();
        for sheet in self.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real) {
            let objections = sheet.evaluation.all_objections();
            for Objection { place, kind: why } in objections.filter(|one| one.kind.is_against_contract()) {
                let is_of_last = found.last().is_some_and(|last| {
                    last.sheet.id == sheet.id
                        && place.entry().is_some()
                        && last.place.entry() == place.entry()
                });
                if !is_of_last {
                    found.push(Unfit { sheet, place, why });
                }
            }
        }
        found
    }
}
