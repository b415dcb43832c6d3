//! What a field shows, and what is wrong with it.

use std::borrow::Cow;

use super::addendum;
use super::field::{AdjustmentKind, EntryField, EntryId, FieldId, FieldKind, Scope};
use super::sheet::Sheet;
use super::state::{Case, State};
use super::value::{self, Value};
use crate::domain::number::Decimal;
use crate::domain::objection::{Objection, ObjectionKind};
use crate::domain::order::sort_by_key;
use crate::i18n::Lang;
use crate::i18n::date::DateProblem;
use crate::i18n::number::NumberProblem;

/// What is wrong with what stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// It cannot be read as a number, or could be two. It counts as not given.
    Number(NumberProblem),
    /// It cannot be read as a date. It counts as not given.
    Date(DateProblem),
    /// It cannot be read as a period. It counts as not given.
    Period,
    /// The field is empty and others need it: an addendum without its figure does not count.
    Missing,
    /// It can be read, and the evaluation objects to it.
    Objection(ObjectionKind),
}

impl From<NumberProblem> for FieldProblem {
    fn from(problem: NumberProblem) -> Self {
        Self::Number(problem)
    }
}

impl From<DateProblem> for FieldProblem {
    fn from(problem: DateProblem) -> Self {
        Self::Date(problem)
    }
}

/// The text of a field of the assessment on the screen.
pub fn field_text<'a>(state: &'a State, field: &FieldId) -> Cow<'a, str> {
    state.sheet().map_or(Cow::Borrowed(""), |sheet| sheet.text(field, state.lang))
}

/// What is wrong with a field of the assessment on the screen. A text that cannot be read is not held
/// against a person who is still typing it.
pub fn field_problem(state: &State, field: &FieldId) -> Option<FieldProblem> {
    let case = state.case.as_ref()?;
    let sheet = case.sheet()?;
    if case.typing.as_ref() == Some(field) {
        return None;
    }
    sheet.entry_problem(field).or_else(|| {
        let objections = sheet.evaluation.all_objections();
        objection_at(objections, field).map(|kind| FieldProblem::Objection(kind.clone()))
    })
}

/// The first of these objections that belongs to this field.
pub fn objection_at<'a>(
    objections: impl IntoIterator<Item = &'a Objection>,
    field: &FieldId,
) -> Option<&'a ObjectionKind> {
    objections.into_iter().find(|objection| FieldId::of(objection) == *field).map(|objection| &objection.kind)
}

/// Everything that is wrong with the assessment on the screen, in the contract's order: the summary at the
/// top of the page. A field that is being typed in is left out.
pub fn problems(state: &State) -> Vec<(FieldId, FieldProblem)> {
    let Some((case, sheet)) = state.case.as_ref().and_then(|case| Some((case, case.sheet()?))) else {
        return Vec::new();
    };
    let mut problems: Vec<_> = sheet.entry_problems().collect();
    let objections = sheet.evaluation.all_objections();
    problems.extend(
        objections.map(|objection| (FieldId::of(objection), FieldProblem::Objection(objection.kind.clone()))),
    );
    problems.retain(|(field, _)| case.typing.as_ref() != Some(field));
    sort_by_key(&mut problems, |(field, _)| place(case, field));
    problems.dedup_by(|(later, _), (earlier, _)| later == earlier);
    problems
}

/// Goals first, then areas, each in the contract's order, then the rest as the pay is worked out.
fn place(case: &Case, field: &FieldId) -> (u8, usize, FieldId) {
    let contract = &case.contract.contract;
    let areas = || contract.pay.iter().flat_map(|pay| &pay.areas);
    let at = |entry: &EntryId| match entry.scope {
        Scope::Goal => (0, contract.goals.iter().position(|goal| goal.id == entry.goal)),
        Scope::Area => (1, areas().position(|area| area.id == entry.goal)),
    };
    let (section, position) = field.entry().map_or((2, None), at);
    (section, position.unwrap_or(usize::MAX), field.clone())
}

impl Sheet {
    /// The text of a field: as typed, or the value as the language writes it.
    pub fn text(&self, field: &FieldId, lang: Lang) -> Cow<'_, str> {
        if let Some(typed) = self.typed.get(field) {
            return Cow::Borrowed(&typed.text);
        }
        value::get(self.assessment(), field)
            .map_or(Cow::Borrowed(""), |value| Cow::Owned(value::write(&value, self.kind_of(field), lang)))
    }

    /// The number that a field holds, if it holds one.
    pub fn number(&self, field: &FieldId) -> Option<Decimal> {
        self.value(field).as_ref().and_then(Value::number)
    }

    /// What a field takes.
    pub fn kind_of(&self, field: &FieldId) -> FieldKind {
        let amount = || {
            let kind = self.value(&FieldId::AdjustmentKind);
            value::chosen::<AdjustmentKind>(kind.as_ref().and_then(Value::words)) == AdjustmentKind::Amount
        };
        value::kind(field, *field == FieldId::AdjustmentValue && amount())
    }

    /// What is wrong with what was typed into a field, apart from what the evaluation objects to.
    pub fn entry_problem(&self, field: &FieldId) -> Option<FieldProblem> {
        if let Some(Err(problem)) = self.typed.get(field).map(|typed| &typed.reading) {
            return Some(problem.clone());
        }
        let FieldId::Entry(entry, of) = field else {
            return None;
        };
        (self.lacks(entry) == Some(*of)).then_some(FieldProblem::Missing)
    }

    /// Every such problem of the assessment.
    fn entry_problems(&self) -> impl Iterator<Item = (FieldId, FieldProblem)> {
        let missing = self.typed.keys().filter_map(|field| match field {
            FieldId::Entry(entry, _) => self.lacks(entry).map(|of| (entry.field(of), FieldProblem::Missing)),
            _ => None,
        });
        let unread = self.typed.iter().filter_map(|(field, typed)| {
            typed.reading.as_ref().err().map(|problem| (field.clone(), problem.clone()))
        });
        unread.chain(missing)
    }

    /// The field that an addendum, begun and not whole, still lacks.
    fn lacks(&self, entry: &EntryId) -> Option<EntryField> {
        let begun = addendum::FIELDS.iter().any(|of| self.typed.contains_key(&entry.field(*of)));
        if !begun {
            return None;
        }
        let value = |of| self.value(&entry.field(of));
        let kind = value(EntryField::AddendumKind);
        match kind.as_ref().and_then(Value::words) {
            Some(kind) => addendum::missing(kind, value),
            None => {
                addendum::FIELDS.into_iter().any(|of| value(of).is_some()).then_some(EntryField::AddendumKind)
            }
        }
    }

    /// The value of a field, typed or of the assessment; none where the text cannot be read.
    pub(super) fn value(&self, field: &FieldId) -> Option<Value> {
        match self.typed.get(field) {
            Some(typed) => typed.reading.clone().ok().flatten(),
            None => value::get(self.assessment(), field),
        }
    }
}
