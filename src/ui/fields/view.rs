//! Gathers what a field shows: its text, and what is wrong with it in words.

use yew::AttrValue;

use crate::app::{Case, Choice, FieldId, FieldKind, FieldProblem, Sheet, Unlikely, Value, objection_at};
use crate::domain::assessment::Assessor;
use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::domain::objection::Objection;
use crate::format::MAX_POINTS;
use crate::i18n::Words;
use crate::i18n::date::DateProblem;
use crate::i18n::number::NumberProblem;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FieldView {
    pub(crate) kind: FieldKind,
    pub(crate) text: AttrValue,
    /// What was chosen, in a field that offers a few.
    pub(crate) choice: Option<Choice>,
    pub(crate) error: Option<AttrValue>,
    /// The possible meanings of an ambiguous text.
    pub(crate) choices: Vec<Meant>,
    /// The party whose words these are, where they are another party's and not confirmed.
    pub(crate) words_of: Option<Assessor>,
    /// What is still to be filled in here, which is no mistake.
    pub(crate) missing: Option<AttrValue>,
}

impl FieldView {
    /// Gathers what a field of the assessment shows, with the first of these objections to it. A text that is still
    /// being typed is not yet held against the person.
    pub(crate) fn in_sheet<'a>(
        case: &Case,
        sheet: &Sheet,
        field: &FieldId,
        objections: impl IntoIterator<Item = &'a Objection>,
        words: Words,
    ) -> Self {
        let typing = case.typing.as_ref() == Some(field);
        let problem = || {
            let objection = || objection_at(objections, field).cloned().map(FieldProblem::Objection);
            sheet.entry_problem(field).or_else(objection)
        };
        let problem = if typing { None } else { problem() };
        let (missing, problem) = match problem {
            Some(FieldProblem::Missing) => (Some(words.field_missing().into()), None),
            problem => (None, problem),
        };
        let choices = problem.as_ref().map(meanings).unwrap_or_default();
        Self {
            kind: sheet.kind_of(field),
            text: sheet.text(field, words.lang).into_owned().into(),
            error: problem.map(|problem| problem_of_field(sheet, field, &problem, words).into()),
            choice: sheet.value(field).as_ref().and_then(Value::choice),
            choices,
            words_of: sheet.assessment().words_of_other(field),
            missing,
        }
    }
}

/// A possible meaning of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Meant {
    /// Another number than the text says, or one of two.
    Number(Decimal),
    /// The number as it was read, although it can hardly be meant.
    AsWritten(Decimal),
    /// A day.
    Day(Date),
}

/// Returns what a text may have meant that could be several things.
pub(crate) fn meanings(problem: &FieldProblem) -> Vec<Meant> {
    match problem {
        FieldProblem::Number(NumberProblem::Ambiguous { grouped, decimal }) => {
            vec![Meant::Number(*grouped), Meant::Number(*decimal)]
        }
        FieldProblem::Unlikely(Unlikely { value, likely, .. }) => {
            likely.iter().copied().map(Meant::Number).chain([Meant::AsWritten(*value)]).collect()
        }
        FieldProblem::Date(DateProblem::Either(days)) => days.map(Meant::Day).into(),
        FieldProblem::Date(DateProblem::Period { last, .. }) => vec![Meant::Day(*last)],
        _ => Vec::new(),
    }
}

/// Says what is wrong with a field of an assessment. Where the assessment's day is unread, it adds the day that stays
/// in force.
pub(crate) fn problem_of_field(
    sheet: &Sheet,
    field: &FieldId,
    problem: &FieldProblem,
    words: Words,
) -> String {
    let text = plain_problem(problem, words);
    match (field, problem, sheet.assessment().as_of) {
        (FieldId::AsOf, FieldProblem::Date(_), Some(day)) => format!("{text}. {}", words.still_as_of(day)),
        _ => text,
    }
}

/// Says what is wrong, as a sentence that names the correction.
pub(crate) fn plain_problem(problem: &FieldProblem, words: Words) -> String {
    match problem {
        FieldProblem::Number(problem) => words.number_problem(*problem),
        FieldProblem::Period => words.period_problem().to_owned(),
        FieldProblem::Date(problem) => words.date_problem(*problem),
        FieldProblem::Unlikely(Unlikely { value, why, likely }) => {
            words.unlikely_figure(*value, *why, likely)
        }
        FieldProblem::PercentOfPoints => words.percent_of_points().to_owned(),
        FieldProblem::TooManyPoints => words.too_many_points(MAX_POINTS),
        FieldProblem::TooLong { limit } => words.text_too_long(*limit),
        FieldProblem::Missing => words.field_missing().to_owned(),
        FieldProblem::Objection(kind) => words.objection(kind),
    }
}
