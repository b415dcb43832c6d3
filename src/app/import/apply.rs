//! The change that a person has agreed to, as one step.

use std::rc::Rc;

use super::Change;
use crate::app::field::{EntryField, EntryId};
use crate::app::state::Case;
use crate::app::value::Value;
use crate::i18n::Lang;
use crate::i18n::text::import::evidence;

impl Case {
    /// The case with these changes made, together one step that can be undone. Each goal's evidence says
    /// where its figures come from, behind what it said before. None where there is nothing to change.
    pub(super) fn imported(&self, file: &str, changes: &[&Change], lang: Lang) -> Option<Self> {
        if changes.is_empty() {
            return None;
        }
        let contract = Rc::clone(&self.contract.contract);
        let lines = changes.iter().map(|change| &change.line);
        // Changes stand in the order of the contract, so that those of one goal stand together.
        let mut sources: Vec<(&EntryId, Vec<usize>)> = Vec::new();
        for line in lines.clone() {
            match (line.field.entry(), sources.last_mut()) {
                (Some(entry), Some((last, numbers))) if entry == *last => numbers.push(line.number),
                (Some(entry), _) => sources.push((entry, vec![line.number])),
                (None, _) => {}
            }
        }
        Some(self.with_many(lang, |sheet| {
            for line in lines {
                if let Some(value) = &line.value {
                    sheet.put(&line.field, value.clone(), lang);
                }
            }
            for (entry, numbers) in sources {
                let field = entry.field(EntryField::Evidence);
                let said = evidence(file, &numbers, lang);
                let before = sheet.value(&field);
                let text = match before.as_ref().and_then(Value::words) {
                    Some(before) if before.contains(&said) => continue,
                    Some(before) => format!("{before}; {said}"),
                    None => said,
                };
                sheet.put(&field, Value::Text(text.into()), lang);
            }
            sheet.evaluate(&contract);
        }))
    }
}
