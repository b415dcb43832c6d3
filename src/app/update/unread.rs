//! Texts that a file keeps although they do not count: each goes back into its field, which asks again.

use std::rc::Rc;

use crate::app::state::{Case, Sheet, get};
use crate::domain::address::FieldId;
use crate::domain::contract::{Contract, PartId, Target};
use crate::domain::counting::counting_target;
use crate::i18n::Lang;

impl Case {
    /// The case with the texts of its files in their fields.
    pub(super) fn with_unread_texts(mut self, lang: Lang) -> Self {
        let contract = Rc::clone(&self.contract.contract);
        for sheet in self.sheets.iter_mut().filter(|sheet| !sheet.file.unread.is_empty()) {
            Rc::make_mut(sheet).restore_unread(&contract, lang);
        }
        self
    }
}

impl Sheet {
    /// Puts the texts of the file into their fields. A value that a field has counts, and the day beside it is asked
    /// about again. The text of a field that the contract does not have stays in the file.
    pub(super) fn restore_unread(&mut self, contract: &Contract, lang: Lang) {
        for unread in std::mem::take(&mut self.file.unread) {
            let is_day = unread.field == FieldId::AsOf;
            let is_free = is_day || get(self.assessment(), &unread.field).is_none();
            if !self.has_field(&unread.field, contract) {
                self.file.unread.push(unread);
            } else if is_free {
                self.enter(&unread.field, &unread.text.as_str().into(), unread.lang, contract);
            }
        }
        self.tidy(lang);
        self.evaluate(contract);
    }

    fn has_field(&self, field: &FieldId, contract: &Contract) -> bool {
        match field {
            FieldId::Reported(entry, path, _) => entry.goal_in(contract).is_some_and(|goal| {
                let entered = self.assessment().entry(entry).map(AsRef::as_ref);
                has_part(counting_target(goal, entered), path)
            }),
            FieldId::Entry(entry, _) => entry.goal_in(contract).is_some(),
            FieldId::Whole(..) => false,
            FieldId::BaseTitle(line) | FieldId::BaseValue(line) => *line < self.assessment().pay.base.len(),
            _ => true,
        }
    }
}

fn has_part(target: &Target, path: &[PartId]) -> bool {
    let Some((first, rest)) = path.split_first() else { return true };
    let part = target.parts().into_iter().flatten().find(|part| part.id == *first);
    part.is_some_and(|part| has_part(&part.target, rest))
}
