//! Changes of the assessment on the screen.

use std::rc::Rc;

use super::addendum;
use super::expected::expected;
use super::field::{AdjustmentKind, Choice, EntryField, EntryId, FieldId, FieldKind, ReportedField};
use super::history::{Change, Step};
use super::pieces::Pieces;
use super::sheet::{Sheet, Typed};
use super::state::Case;
use super::value::{self, Value};
use crate::domain::assessment::{AdjustmentChange, Entry, PayLine};
use crate::domain::contract::Contract;
use crate::domain::number::{Decimal, Kroner, Percent};
use crate::domain::order::map_of;
use crate::i18n::Lang;

impl Case {
    /// The case after the text of a field changed; `None` where that changes nothing.
    pub(super) fn typed(&self, field: &FieldId, text: &Rc<str>, lang: Lang) -> Option<Self> {
        if let FieldKind::Choice(choice) = self.sheet()?.kind_of(field) {
            return self.chosen(field, text, choice, lang);
        }
        let goes_on = self.typing.as_ref() == Some(field);
        let left = if goes_on { None } else { self.left(lang) };
        let case = left.as_ref().unwrap_or(self);
        if case.sheet()?.text(field, lang) == **text {
            return left;
        }
        let mut next =
            case.edited(field, goes_on, |sheet, contract| sheet.enter(field, text, lang, contract))?;
        next.typing = Some(field.clone());
        Some(next)
    }

    /// A choice is a step of its own, and there is nothing half-typed about it.
    fn chosen(&self, field: &FieldId, code: &Rc<str>, choice: Choice, lang: Lang) -> Option<Self> {
        if !choice.offers(code) {
            return None;
        }
        self.changed(field, lang, |sheet, contract| {
            sheet.enter(field, code, lang, contract);
            sheet.tidy(lang);
        })
    }

    /// The case after the person said which number was meant.
    pub(super) fn meant(&self, field: &FieldId, number: Decimal, lang: Lang) -> Option<Self> {
        self.changed(field, lang, |sheet, _| sheet.put(field, Value::Number(number), lang))
    }

    /// The case after the field that was being typed in was left; `None` where there was none.
    pub(super) fn left(&self, lang: Lang) -> Option<Self> {
        let field = self.typing.as_ref()?;
        let mut next = self.clone();
        next.typing = None;
        next.change_current(|sheet| sheet.tidy(lang));
        if let Some(pieces) = next.sheet().map(|sheet| Pieces::of(sheet, field)) {
            next.history.close(field, pieces);
        }
        Some(next)
    }

    /// The case without anything that was said about a goal or an area.
    pub(super) fn cleared(&self, entry: &EntryId, lang: Lang) -> Option<Self> {
        let field = entry.reported(&[], ReportedField::Value);
        self.changed(&field, lang, |sheet, _| {
            value::change_entry(&mut sheet.file.assessment, entry, |of| *of = Entry::default());
            Rc::make_mut(&mut sheet.typed).retain(|field, _| field.entry() != Some(entry));
        })
    }

    /// The case with one more line of base pay.
    pub(super) fn with_base_line(&self, title: &str, lang: Lang) -> Option<Self> {
        let line = self.sheet()?.assessment().pay.base.len();
        self.changed(&FieldId::BaseTitle(line), lang, |sheet, _| {
            sheet.file.assessment.pay.base.push(PayLine { title: title.to_owned(), value: None });
        })
    }

    /// The case without a line of base pay; what is typed in the lines below moves up with them.
    pub(super) fn without_base_line(&self, line: usize, lang: Lang) -> Option<Self> {
        if line >= self.sheet()?.assessment().pay.base.len() {
            return None;
        }
        self.changed(&FieldId::BaseTitle(line), lang, |sheet, _| {
            sheet.file.assessment.pay.base.remove(line);
            let typed = sheet.typed.iter().filter_map(|(field, typed)| {
                let field = match field {
                    FieldId::BaseTitle(at) | FieldId::BaseValue(at) if *at == line => return None,
                    FieldId::BaseTitle(at) if *at > line => FieldId::BaseTitle(at - 1),
                    FieldId::BaseValue(at) if *at > line => FieldId::BaseValue(at - 1),
                    other => other.clone(),
                };
                Some((field, typed.clone()))
            });
            let typed = map_of(typed);
            sheet.typed = Rc::new(typed);
        })
    }

    /// The case after a change that is a step of its own; what was being typed is left first.
    fn changed(&self, field: &FieldId, lang: Lang, edit: impl FnOnce(&mut Sheet, &Contract)) -> Option<Self> {
        let left = self.left(lang);
        left.as_ref().unwrap_or(self).edited(field, false, edit).or(left)
    }

    /// The case after a change of the assessment on the screen, evaluated and recorded.
    pub(super) fn edited(
        &self,
        field: &FieldId,
        goes_on: bool,
        edit: impl FnOnce(&mut Sheet, &Contract),
    ) -> Option<Self> {
        let sheet = self.sheet()?;
        let contract = &self.contract.contract;
        let before = Pieces::of(sheet, field);
        let mut changed = (**sheet).clone();
        edit(&mut changed, contract);
        let after = before.now(&changed);
        if before == after {
            return None;
        }
        before.evaluate_change(&mut changed, contract);
        let mut next = self.clone();
        let step =
            Step { field: Some(field.clone()), change: Change::Pieces { sheet: sheet.id, before, after } };
        next.replace_current(changed);
        if goes_on {
            next.history.extend(step);
        } else {
            next.history.record(step);
        }
        next.revision += 1;
        Some(next)
    }

    /// Puts a changed assessment in the place of the one on the screen. Another copy of that is not made: it holds as many
    /// entries as there are goals.
    fn replace_current(&mut self, changed: Sheet) {
        if let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.id == self.current) {
            *sheet = Rc::new(changed);
        }
    }

    /// Changes the assessment on the screen in place.
    pub(super) fn change_current(&mut self, change: impl FnOnce(&mut Sheet)) {
        if let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.id == self.current) {
            change(Rc::make_mut(sheet));
        }
    }
}

impl Sheet {
    /// Takes a text into a field: it is read, and what it says counts from now on.
    pub(super) fn enter(&mut self, field: &FieldId, text: &Rc<str>, lang: Lang, contract: &Contract) {
        let expected = expected(contract, self, field);
        let reading = value::read(text, self.kind_of(field), lang, expected);
        Rc::make_mut(&mut self.typed).insert(field.clone(), Typed { text: Rc::clone(text), lang, reading });
        self.settle(field, lang);
    }

    /// Puts a value into a field, as if it had been typed and the field left.
    pub(super) fn put(&mut self, field: &FieldId, value: Value, lang: Lang) {
        let text = value::write(&value, self.kind_of(field), lang).into();
        Rc::make_mut(&mut self.typed).insert(field.clone(), Typed { text, lang, reading: Ok(Some(value)) });
        self.settle(field, lang);
        self.tidy(lang);
    }

    /// Lets what is typed in a field count, or makes it not given where it cannot be read.
    fn settle(&mut self, field: &FieldId, lang: Lang) {
        match field {
            FieldId::Entry(entry, of) if addendum::FIELDS.contains(of) => self.settle_addendum(entry, lang),
            FieldId::AdjustmentKind | FieldId::AdjustmentValue => self.settle_adjustment(field, lang),
            FieldId::Reported(entry, path, of @ (ReportedField::Date | ReportedField::Done)) => {
                // A day and an answer exclude one another; whatever stands in the field now takes the place
                // of the other, even where it cannot be read.
                let other =
                    if *of == ReportedField::Date { ReportedField::Done } else { ReportedField::Date };
                let says_something = self.typed.get(field).is_some_and(|typed| !typed.text.trim().is_empty());
                if says_something {
                    let other = entry.reported(path, other);
                    Rc::make_mut(&mut self.typed).remove(&other);
                    value::set(&mut self.file.assessment, &other, None);
                }
                let value = self.value(field);
                value::set(&mut self.file.assessment, field, value.as_ref());
            }
            _ => {
                let value = self.value(field);
                value::set(&mut self.file.assessment, field, value.as_ref());
            }
        }
    }

    fn settle_addendum(&mut self, entry: &EntryId, lang: Lang) {
        let values = addendum::FIELDS.map(|of| (entry.field(of), self.value(&entry.field(of))));
        let before = value::entry_of(self.assessment(), entry).and_then(|of| of.addendum.as_ref());
        let built = addendum::build(before, |of: EntryField| self.value(&entry.field(of)));
        value::change_entry(&mut self.file.assessment, entry, |of| of.addendum = built);
        self.stash(values, lang);
    }

    fn settle_adjustment(&mut self, field: &FieldId, lang: Lang) {
        let size = FieldId::AdjustmentValue;
        if *field == FieldId::AdjustmentKind {
            // The figure is read again as what it is now: an amount has two decimals, a percent any number.
            let text: Rc<str> = self.text(&size, lang).into();
            let reading = value::read(&text, self.kind_of(&size), lang, None);
            Rc::make_mut(&mut self.typed).insert(size.clone(), Typed { text, lang, reading });
        }
        let kind = self.value(&FieldId::AdjustmentKind);
        let number = self.value(&size).as_ref().and_then(Value::number);
        let change = number.map(|number| match value::chosen(kind.as_ref().and_then(Value::words)) {
            AdjustmentKind::Percent => AdjustmentChange::Percent(Percent(number)),
            AdjustmentKind::Amount => AdjustmentChange::Amount(Kroner(number)),
        });
        value::change_adjustment(&mut self.file.assessment, |of| of.change = change);
        self.stash([(FieldId::AdjustmentKind, kind)], lang);
    }

    /// Keeps values that the assessment has no place for, as typed texts.
    fn stash(&mut self, values: impl IntoIterator<Item = (FieldId, Option<Value>)>, lang: Lang) {
        for (field, value) in values {
            let Some(value) = value.filter(|_| !self.typed.contains_key(&field)) else {
                continue;
            };
            if value::get(self.assessment(), &field).as_ref() != Some(&value) {
                let text = value::write(&value, self.kind_of(&field), lang).into();
                Rc::make_mut(&mut self.typed).insert(field, Typed { text, lang, reading: Ok(Some(value)) });
            }
        }
    }

    /// Lets the values stand for the texts that could be read, written in this language.
    pub(super) fn tidy(&mut self, lang: Lang) {
        if self.typed.is_empty() {
            return;
        }
        let kept = self.typed.iter().filter_map(|(field, typed)| {
            let Ok(reading) = &typed.reading else {
                return Some((field.clone(), typed.clone()));
            };
            if value::get(self.assessment(), field) == *reading {
                return None;
            }
            let value = reading.as_ref()?;
            let text = value::write(value, self.kind_of(field), lang).into();
            Some((field.clone(), Typed { text, lang, reading: Ok(Some(value.clone())) }))
        });
        let kept = map_of(kept);
        self.typed = Rc::new(kept);
    }
}
