//! The assessments of a case in the order of the days that they describe.

use std::rc::Rc;

use super::sheet::{Sheet, SheetKind};
use super::state::Case;
use crate::domain::order::sort_by_key;

impl Case {
    /// The assessments that are part of the file and say which day they describe, the earliest first; those
    /// of one day in the order of the file.
    pub fn timeline(&self) -> Vec<&Rc<Sheet>> {
        let dated = |sheet: &&Rc<Sheet>| sheet.kind == SheetKind::Real && sheet.assessment().as_of.is_some();
        let mut sheets: Vec<_> = self.sheets.iter().filter(dated).collect();
        sort_by_key(&mut sheets, |sheet| sheet.assessment().as_of);
        sheets
    }
}
