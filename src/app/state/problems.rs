//! What the fields of the assessment on the screen show, and what is wrong with them.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{FieldProblem, State};
use crate::domain::address::{EntryId, FieldId, Scope};
use crate::domain::contract::{Contract, GoalId};
use crate::domain::objection::{Objection, ObjectionKind};
use crate::small::sort_by_key;

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
    objections
        .into_iter()
        .find(|objection| objection.place.input() == *field)
        .map(|objection| &objection.kind)
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
        objections
            .map(|objection| (objection.place.input(), FieldProblem::Objection(objection.kind.clone()))),
    );
    problems.retain(|(field, _)| case.typing.as_ref() != Some(field));
    if problems.is_empty() {
        return problems;
    }
    let order = PageOrder::of(&case.contract.contract);
    let placed = problems.into_iter().map(|problem| (order.place(&problem.0), problem));
    let mut placed: Vec<_> = placed.collect();
    sort_by_key(&mut placed, |(place, (field, _))| (*place, field.clone()));
    let mut problems: Vec<_> = placed.into_iter().map(|(_, problem)| problem).collect();
    problems.dedup_by(|(later, _), (earlier, _)| later == earlier);
    problems
}

/// Goals first, then areas, each in the contract's order, then the rest as the pay is worked out. The places are looked up:
/// a table may bring in thousands of figures that are asked about.
struct PageOrder<'c> {
    goals: HashMap<&'c GoalId, usize>,
    areas: HashMap<&'c GoalId, usize>,
}

impl<'c> PageOrder<'c> {
    fn of(contract: &'c Contract) -> Self {
        let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
        Self {
            goals: contract.goals.iter().map(|goal| &goal.id).zip(0..).collect(),
            areas: areas.map(|area| &area.id).zip(0..).collect(),
        }
    }

    fn place(&self, field: &FieldId) -> (u8, usize) {
        let at = |entry: &EntryId| match entry.scope {
            Scope::Goal => (0, self.goals.get(&entry.goal)),
            Scope::Area => (1, self.areas.get(&entry.goal)),
        };
        let (section, place) = field.entry().map_or((2, None), at);
        (section, place.copied().unwrap_or(usize::MAX))
    }
}
