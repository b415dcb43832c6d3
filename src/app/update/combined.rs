//! A result that the goals which serve a goal come to, entered in the case that was opened for it.

use std::rc::Rc;

use crate::app::state::{Case, Choice, Message, SheetId, SheetKind, State, Value};
use crate::domain::address::{EntryField, EntryId, ReportedField};
use crate::domain::contract::{ContractId, GoalId};
use crate::domain::number::Decimal;
use crate::i18n::Lang;

/// A result that others combine to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CombinedResult {
    /// The contract that has the goal.
    pub contract: ContractId,
    /// The goal.
    pub goal: GoalId,
    /// What they combine to.
    pub answer: CombinedAnswer,
    /// What it was combined from, for the reader of the assessment.
    pub source: Rc<str>,
}

/// What others combine to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CombinedAnswer {
    /// A figure.
    Figure(Decimal),
    /// Whether it is done.
    Done(bool),
}

impl State {
    /// The state with the result in the assessment that decides, not saved; `None` where another contract is open. Of a
    /// closed assessment it is said why nothing changed.
    pub(super) fn after_combining(&self, result: &CombinedResult) -> Option<Self> {
        let case = self.case.as_ref().filter(|case| case.contract.contract.id == result.contract)?;
        let goal = case.contract.contract.goal(result.goal.as_str())?.name().into();
        let deciding = case.deciding_sheet()?;
        let shown =
            case.with_selected(deciding, self.lang).map_or_else(|| self.clone(), |case| self.with_case(case));
        if let Some(closed) = shown.why_closed() {
            return Some(shown.with_message(closed));
        }
        let next = shown.change_case(|case| case.with_combined(result, self.lang))?;
        Some(next.with_message(Message::Combined { goal }))
    }
}

impl Case {
    /// The assessment of the file that counts before all others.
    fn deciding_sheet(&self) -> Option<SheetId> {
        let real = self.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real);
        Some(real.max_by_key(|sheet| sheet.assessment().precedence())?.id)
    }

    /// The case with the result and its source, together one step; what the source says stands behind what was there.
    fn with_combined(&self, result: &CombinedResult, lang: Lang) -> Option<Self> {
        let entry = EntryId::goal(&result.goal);
        let (of, value) = match result.answer {
            CombinedAnswer::Figure(figure) => (ReportedField::Value, Value::Number(figure)),
            CombinedAnswer::Done(done) => (ReportedField::Done, Value::Choice(Choice::Done(done))),
        };
        let (field, evidence) = (entry.reported(&[], of), entry.field(EntryField::Evidence));
        let contract = Rc::clone(&self.contract.contract);
        let before = self.sheet()?.assessment().entry(&entry).map(Rc::clone);
        let known =
            before.as_ref().and_then(|entry| entry.evidence.clone()).filter(|text| !text.trim().is_empty());
        let source: Rc<str> = match known {
            Some(known) => format!("{known}\n{}", result.source).into(),
            None => Rc::clone(&result.source),
        };
        Some(self.after_many_edits(lang, |sheet| {
            sheet.put(&field, Some(&value), lang);
            sheet.tell_period(&field, before.as_deref(), &contract);
            sheet.put(&evidence, Some(&Value::Text(source)), lang);
            sheet.evaluate(&contract);
        }))
    }
}
