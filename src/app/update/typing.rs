//! What is typed, chosen and moved in the fields of the assessment on the screen.

use std::rc::Rc;

use super::action::Edit;
use super::expected::expected_magnitude;
use super::unlikely::question_unlikely;
use crate::app::state::{
    ADDENDUM_FIELDS, AddendumKind, AdjustmentKind, Case, Choice, FieldKind, FieldProblem, Pieces, Sheet,
    Typed, Value, build_addendum, change_adjustment, change_entry, confirm_words, get, read_value, set,
    write_value,
};
use crate::domain::address::{EntryField, EntryId, FieldId, ReportedField};
use crate::domain::assessment::{AdjustmentChange, Entry, PayLine};
use crate::domain::contract::Contract;
use crate::domain::number::{Decimal, Kroner, Percent};
use crate::domain::outcome::probable_period;
use crate::i18n::Lang;
use crate::i18n::day::YearsMeant;
use crate::small::map_of;

impl Case {
    /// The case after what its assessment on the screen says was changed; `None` where it was not.
    pub(super) fn after_edit(&self, edit: &Edit, lang: Lang) -> Option<Self> {
        match edit {
            Edit::Type { field, text } => self.after_typing(field, text, lang),
            Edit::Choose { field, choice } => self.after_choosing(field, *choice, lang),
            Edit::Clarify { field, value } => self.after_clarifying(field, &Value::Number(*value), lang),
            Edit::ClarifyDay { field, day } => self.after_clarifying(field, &Value::Date(*day), lang),
            Edit::Confirm(field) => self.after_single_edit(field, lang, |sheet, _| {
                confirm_words(&mut sheet.file.assessment, field);
            }),
            Edit::Slide { field, value } => self.after_sliding(field, *value, lang),
            Edit::Meet(needs) => self.with_needs_met(needs, lang),
            Edit::ClearEntry(entry) => self.without_entry(entry, lang),
            Edit::AddBaseLine { title } => self.with_base_line(title, lang),
            Edit::RemoveBaseLine(line) => self.without_base_line(*line, lang),
            Edit::Take { from, line } => self.with_line_from(*from, line, lang),
        }
    }

    /// The case after the text of a field changed; `None` where that changes nothing.
    fn after_typing(&self, field: &FieldId, text: &Rc<str>, lang: Lang) -> Option<Self> {
        if matches!(self.sheet()?.kind_of(field), FieldKind::Choice(_)) {
            return None;
        }
        let goes_on = self.typing.as_ref() == Some(field);
        let left = if goes_on { None } else { self.after_blur(lang) };
        let case = left.as_ref().unwrap_or(self);
        if case.sheet()?.text(field, lang) == **text {
            return left;
        }
        let day = if goes_on { self.history.day_before() } else { None };
        let entry = case.entry_before_typing(field, goes_on);
        let mut next = case.after_change(field, goes_on, |sheet, contract| {
            sheet.enter(field, text, lang, contract);
            sheet.settle_trial(field);
            sheet.tell_period(field, entry.as_deref(), contract);
            // On the way to a day others can be read, and none: a slip leaves the one before the first key.
            if *field == FieldId::AsOf && sheet.is_unread(field) {
                let as_of = &mut sheet.file.assessment.as_of;
                *as_of = day.or(*as_of);
            }
        })?;
        next.typing = Some(field.clone());
        Some(next)
    }

    /// The case after a choice, or after one was taken back: a step of its own, with nothing half-typed about it.
    fn after_choosing(&self, field: &FieldId, choice: Option<Choice>, lang: Lang) -> Option<Self> {
        match self.sheet()?.kind_of(field) {
            FieldKind::Choice(kind) if kind.offers(choice) => {
                self.after_single_edit(field, lang, |sheet, contract| {
                    let before = sheet.value(field);
                    sheet.put(field, choice.map(Value::Choice).as_ref(), lang);
                    sheet.preset_period(field, before.as_ref(), contract, lang);
                    sheet.settle_trial(field);
                })
            }
            _ => None,
        }
    }

    /// The case after the person said which number or day was meant.
    fn after_clarifying(&self, field: &FieldId, value: &Value, lang: Lang) -> Option<Self> {
        self.after_single_edit(field, lang, |sheet, contract| {
            let before = field.entry().and_then(|entry| sheet.assessment().entry(entry)).map(Rc::clone);
            sheet.put(field, Some(value), lang);
            sheet.settle_trial(field);
            sheet.tell_period(field, before.as_deref(), contract);
        })
    }

    /// The case after a slider was moved. Movements of the same slider are one step of the history.
    fn after_sliding(&self, field: &FieldId, number: Decimal, lang: Lang) -> Option<Self> {
        let goes_on = self.typing.as_ref() == Some(field);
        let left = if goes_on { None } else { self.after_blur(lang) };
        let case = left.as_ref().unwrap_or(self);
        let mut next = case.after_change(field, goes_on, |sheet, _| {
            sheet.put(field, Some(&Value::Number(number)), lang);
            sheet.settle_trial(field);
        })?;
        next.typing = Some(field.clone());
        Some(next)
    }

    /// The case after the field that was being typed in was left; `None` where there was none.
    pub(super) fn after_blur(&self, lang: Lang) -> Option<Self> {
        let field = self.typing.as_ref()?;
        let mut next = self.clone();
        next.typing = None;
        next.change_current(|sheet| sheet.tidy(lang));
        if let Some(pieces) = next.sheet().map(|sheet| Pieces::of_field(sheet, field)) {
            next.history.close(field, pieces);
        }
        Some(next)
    }

    /// What was said about a field's goal before the first key in it.
    fn entry_before_typing(&self, field: &FieldId, goes_on: bool) -> Option<Rc<Entry>> {
        if goes_on {
            return self.history.entry_before(field);
        }
        self.sheet()?.assessment().entry(field.entry()?).map(Rc::clone)
    }

    /// The case with nothing half-typed.
    pub(super) fn settled(&self, lang: Lang) -> Self {
        self.after_blur(lang).unwrap_or_else(|| self.clone())
    }

    /// The case after the page's language changed: values are shown in it at once, and texts that wait for others are
    /// written anew.
    pub(super) fn after_translation(&self, from: Lang, to: Lang) -> Self {
        let mut next = self.settled(from);
        for sheet in &mut next.sheets {
            Rc::make_mut(sheet).tidy(to);
        }
        next
    }

    /// The case without anything that was said about a goal or an area.
    fn without_entry(&self, entry: &EntryId, lang: Lang) -> Option<Self> {
        let field = entry.reported(&[], ReportedField::Value);
        self.after_single_edit(&field, lang, |sheet, _| {
            change_entry(&mut sheet.file.assessment, entry, |of| *of = Entry::default());
            Rc::make_mut(&mut sheet.typed).retain(|field, _| field.entry() != Some(entry));
        })
    }

    /// The case with one more line of base pay.
    fn with_base_line(&self, title: &str, lang: Lang) -> Option<Self> {
        let line = self.sheet()?.assessment().pay.base.len();
        self.after_single_edit(&FieldId::BaseTitle(line), lang, |sheet, _| {
            sheet.file.assessment.pay.base.push(PayLine { title: title.to_owned(), value: None });
        })
    }

    /// The case without a line of base pay; what is typed in the lines below moves up with them.
    fn without_base_line(&self, line: usize, lang: Lang) -> Option<Self> {
        if line >= self.sheet()?.assessment().pay.base.len() {
            return None;
        }
        self.after_single_edit(&FieldId::BaseTitle(line), lang, |sheet, _| {
            sheet.file.assessment.pay.base.remove(line);
            let typed = sheet.typed.iter().filter_map(|(field, typed)| {
                let field = match field {
                    FieldId::BaseTitle(index) | FieldId::BaseValue(index) if *index == line => return None,
                    FieldId::BaseTitle(index) if *index > line => FieldId::BaseTitle(index - 1),
                    FieldId::BaseValue(index) if *index > line => FieldId::BaseValue(index - 1),
                    other => other.clone(),
                };
                Some((field, typed.clone()))
            });
            let typed = map_of(typed);
            sheet.typed = Rc::new(typed);
        })
    }

    /// The case after a change that is a step of its own; what was being typed is left first.
    fn after_single_edit(
        &self,
        field: &FieldId,
        lang: Lang,
        edit: impl FnOnce(&mut Sheet, &Contract),
    ) -> Option<Self> {
        let left = self.after_blur(lang);
        left.as_ref().unwrap_or(self).after_change(field, false, edit).or(left)
    }
}

impl Sheet {
    /// Takes a text into a field: it is read, and what it says counts from now on.
    pub(super) fn enter(&mut self, field: &FieldId, text: &Rc<str>, lang: Lang, contract: &Contract) {
        let goal = field.entry().and_then(|entry| entry.goal_in(contract)).map(AsRef::as_ref);
        let expected = expected_magnitude(contract, goal, self, field);
        let years = YearsMeant::of_contract(contract);
        let reading = read_value(text, self.kind_of(field), lang, expected, years)
            .and_then(|value| question_unlikely(contract, goal, self, field, value));
        Rc::make_mut(&mut self.typed).insert(field.clone(), Typed { text: Rc::clone(text), lang, reading });
        self.settle(field, lang);
    }

    /// Puts a value into a field, as if it had been typed, confirmed and the field left.
    pub(super) fn put(&mut self, field: &FieldId, value: Option<&Value>, lang: Lang) {
        self.enter_value(field, value, Ok(value.cloned()), lang);
        self.tidy(lang);
    }

    /// Takes a value into a field with what was made of it. Its text is kept where the assessment has no place for
    /// the value; whoever enters many tidies once, when all are in.
    pub(super) fn enter_value(
        &mut self,
        field: &FieldId,
        value: Option<&Value>,
        reading: Result<Option<Value>, FieldProblem>,
        lang: Lang,
    ) {
        if let (Ok(value), true) = (&reading, stands_alone(field)) {
            set(&mut self.file.assessment, field, value.as_ref());
            if get(self.assessment(), field) == *value {
                Rc::make_mut(&mut self.typed).remove(field);
                return;
            }
        }
        let text = value.map(|value| write_value(value, self.kind_of(field), lang));
        let text = text.unwrap_or_default().into();
        Rc::make_mut(&mut self.typed).insert(field.clone(), Typed { text, lang, reading });
        self.settle(field, lang);
    }

    /// Proposes when the target of an addendum is measured, once its kind says that it is: as its sister goals are.
    fn preset_period(&mut self, field: &FieldId, before: Option<&Value>, contract: &Contract, lang: Lang) {
        let FieldId::Entry(entry, EntryField::AddendumKind) = field else { return };
        let is_measured =
            |kind: Option<&Value>| kind.and_then(Value::addendum_kind).is_some_and(AddendumKind::is_measured);
        let period = entry.field(EntryField::AddendumMeasured);
        let begins = !is_measured(before) && is_measured(self.value(field).as_ref());
        if begins
            && self.text(&period, lang).is_empty()
            && let Some(goal) = entry.goal_in(contract)
        {
            self.put(&period, probable_period(contract, goal).map(Value::Period).as_ref(), lang);
        }
    }

    /// Lets what is typed in a field count, or makes it not given where it cannot be read.
    fn settle(&mut self, field: &FieldId, lang: Lang) {
        match field {
            FieldId::Entry(entry, of) if ADDENDUM_FIELDS.contains(of) => self.settle_addendum(entry, lang),
            FieldId::AdjustmentKind | FieldId::AdjustmentValue => self.settle_adjustment(field, lang),
            // Without a day nothing would be overdue any more: the last one stays in force.
            FieldId::AsOf if self.is_unread(field) => {}
            FieldId::Reported(entry, path, of) => {
                // A day and an answer exclude one another, as do a figure and two counts; whatever stands in the field
                // now takes the place of the other, even where it cannot be read.
                let says_something = self.typed.get(field).is_some_and(|typed| !typed.text.trim().is_empty());
                for other in excluded_by(*of).iter().filter(|_| says_something) {
                    let other = entry.reported(path, *other);
                    Rc::make_mut(&mut self.typed).remove(&other);
                    if get(self.assessment(), &other).is_some() {
                        set(&mut self.file.assessment, &other, None);
                    }
                }
                let value = self.value(field);
                set(&mut self.file.assessment, field, value.as_ref());
            }
            _ => {
                let value = self.value(field);
                set(&mut self.file.assessment, field, value.as_ref());
            }
        }
    }

    /// Whether something stands in a field that cannot be read.
    fn is_unread(&self, field: &FieldId) -> bool {
        self.typed.get(field).is_some_and(|typed| typed.reading.is_err())
    }

    fn settle_addendum(&mut self, entry: &EntryId, lang: Lang) {
        let values = ADDENDUM_FIELDS.map(|of| (entry.field(of), self.value(&entry.field(of))));
        let before = self.assessment().entry(entry).and_then(|of| of.addendum.as_ref());
        let built = build_addendum(before, |of: EntryField| self.value(&entry.field(of)));
        change_entry(&mut self.file.assessment, entry, |of| of.addendum = built);
        self.stash(values, lang);
    }

    fn settle_adjustment(&mut self, field: &FieldId, lang: Lang) {
        let size = FieldId::AdjustmentValue;
        if *field == FieldId::AdjustmentKind {
            // The figure is read again as what it is now: an amount has two decimals, a percent any number.
            let text: Rc<str> = self.text(&size, lang).into();
            let reading = read_value(&text, self.kind_of(&size), lang, None, None);
            Rc::make_mut(&mut self.typed).insert(size.clone(), Typed { text, lang, reading });
        }
        let kind = self.value(&FieldId::AdjustmentKind);
        let number = self.value(&size).as_ref().and_then(Value::number);
        let change =
            number.map(|number| match kind.as_ref().and_then(Value::adjustment_kind).unwrap_or_default() {
                AdjustmentKind::Percent => AdjustmentChange::Percent(Percent(number)),
                AdjustmentKind::Amount => AdjustmentChange::Amount(Kroner(number)),
                AdjustmentKind::ToPercent => AdjustmentChange::ToPercent(Percent(number)),
            });
        change_adjustment(&mut self.file.assessment, |of| of.change = change);
        self.stash([(FieldId::AdjustmentKind, kind)], lang);
    }

    /// Keeps values that the assessment has no place for, as typed texts.
    fn stash(&mut self, values: impl IntoIterator<Item = (FieldId, Option<Value>)>, lang: Lang) {
        for (field, value) in values {
            let Some(value) = value.filter(|_| !self.typed.contains_key(&field)) else {
                continue;
            };
            if get(self.assessment(), &field).as_ref() != Some(&value) {
                let text = write_value(&value, self.kind_of(&field), lang).into();
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
            if get(self.assessment(), field) == *reading {
                return None;
            }
            let value = reading.as_ref()?;
            let text = write_value(value, self.kind_of(field), lang).into();
            Some((field.clone(), Typed { text, lang, reading: Ok(Some(value.clone())) }))
        });
        let kept = map_of(kept);
        self.typed = Rc::new(kept);
    }
}

/// The fields that cannot say something beside this one.
fn excluded_by(field: ReportedField) -> &'static [ReportedField] {
    use ReportedField as Field;
    match field {
        Field::Date => &[Field::Done],
        Field::Done => &[Field::Date],
        Field::Value => &[Field::Numerator, Field::Denominator],
        Field::Numerator | Field::Denominator => &[Field::Value],
        _ => &[],
    }
}

/// Whether what stands in a field counts by itself, whatever stands in others.
fn stands_alone(field: &FieldId) -> bool {
    match field {
        FieldId::Entry(_, of) => !ADDENDUM_FIELDS.contains(of),
        FieldId::Reported(_, _, of) => !matches!(of, ReportedField::Date | ReportedField::Done),
        field => !matches!(field, FieldId::AdjustmentKind | FieldId::AdjustmentValue),
    }
}
