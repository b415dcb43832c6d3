//! Trying things out on a copy that is never saved over the real assessment.

use std::rc::Rc;

use super::field::{EntryId, FieldId};
use super::sheet::{Sheet, SheetKind};
use super::state::Case;
use super::value::{self, Value};
use crate::domain::number::Decimal;
use crate::domain::required::Need;
use crate::domain::sensitivity::Mover;
use crate::i18n::Lang;

impl Case {
    /// The real assessment behind a sheet: itself, or the one that a what-if was copied from. Where that is gone, the
    /// last of the file stands for it.
    pub fn real_of<'a>(&'a self, sheet: &'a Rc<Sheet>) -> &'a Rc<Sheet> {
        if sheet.kind == SheetKind::Real {
            return sheet;
        }
        let is_real = |one: &&Rc<Sheet>| one.kind == SheetKind::Real;
        let origin = sheet.of.and_then(|id| self.sheet_with(id)).filter(is_real);
        origin.or_else(|| self.sheets.iter().rfind(is_real)).unwrap_or(sheet)
    }

    /// The what-if that was begun last on an assessment.
    pub fn what_if_of(&self, real: &Sheet) -> Option<&Rc<Sheet>> {
        self.sheets.iter().rfind(|sheet| sheet.kind == SheetKind::WhatIf && self.real_of(sheet).id == real.id)
    }

    /// The case after a slider was moved. Movements of the same slider are one step of the history.
    pub(super) fn slid(&self, field: &FieldId, number: Decimal, lang: Lang) -> Option<Self> {
        let goes_on = self.typing.as_ref() == Some(field);
        let left = if goes_on { None } else { self.left(lang) };
        let case = left.as_ref().unwrap_or(self);
        let mut next =
            case.edited(field, goes_on, |sheet, _| sheet.put(field, Value::Number(number), lang))?;
        next.typing = Some(field.clone());
        Some(next)
    }

    /// The case with results entered in the what-if on the screen that just meet what is needed, together one step.
    /// What cannot be met because a target is missing is left as it is.
    pub(super) fn meeting(&self, needs: &[(Mover, Need)], lang: Lang) -> Option<Self> {
        if self.sheet()?.kind != SheetKind::WhatIf || needs.is_empty() {
            return None;
        }
        let contract = Rc::clone(&self.contract.contract);
        Some(self.with_many(lang, |sheet| {
            for (mover, need) in needs {
                sheet.meet(mover, need);
            }
            sheet.evaluate(&contract);
        }))
    }
}

impl Sheet {
    fn meet(&mut self, mover: &Mover, need: &Need) {
        let entry = match mover {
            Mover::Goal(goal) => EntryId::goal(goal),
            Mover::Area(area) => EntryId::area(area),
            Mover::Overall => {
                if let Need::Points(points) = need {
                    Rc::make_mut(&mut self.typed).remove(&FieldId::Overall);
                    self.file.assessment.individual.overall = Some(points.0);
                }
                return;
            }
        };
        Rc::make_mut(&mut self.typed)
            .retain(|field, _| !matches!(field, FieldId::Reported(of, ..) if *of == entry));
        value::change_entry(&mut self.file.assessment, &entry, |of| {
            need.meet(&mut of.reported);
        });
    }
}
