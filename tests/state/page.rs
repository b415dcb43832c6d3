//! A page without a browser: the example is open, and a person types.

use std::rc::Rc;

use resultatkontrakt::app::example::EXAMPLES;
use resultatkontrakt::app::{
    Action, Case, Edit, EntryField, EntryId, FieldId, FieldKind, FieldProblem, Incoming, Message, Moment,
    ReportedField, State, field_problem, field_text, reduce,
};
use resultatkontrakt::domain::date::{Date, parse_date};
use resultatkontrakt::domain::evaluation::{GoalOutcome, GoalStatus};
use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::i18n::Lang;

pub(crate) struct Page {
    pub(crate) state: Rc<State>,
}

impl Page {
    /// The start screen.
    pub(crate) fn start() -> Self {
        Self { state: Rc::default() }
    }

    /// The contract of AMS with the director's assessment.
    pub(crate) fn example() -> Self {
        let mut page = Self::start();
        page.open(EXAMPLES[0].open(today(), "1"));
        page
    }

    /// The contract of AMS with nothing entered.
    pub(crate) fn empty() -> Self {
        let mut page = Self::start();
        page.open_text("ams-2009.json", CONTRACT, "1");
        page
    }

    pub(crate) fn open_text(&mut self, name: &str, text: &str, opening: &str) {
        self.open(Incoming::read(name, text.as_bytes(), today(), opening));
    }

    pub(crate) fn open(&mut self, file: Incoming) {
        self.does(Action::Open(Rc::new(file)));
    }

    /// Does something that changes the state.
    pub(crate) fn does(&mut self, action: impl Into<Action>) {
        let action = action.into();
        let next = reduce(&self.state, action.clone());
        assert!(!Rc::ptr_eq(&next, &self.state), "{action:?} changed nothing");
        self.state = next;
    }

    /// Does something that must not change the state.
    pub(crate) fn does_in_vain(&self, action: impl Into<Action>) {
        let action = action.into();
        let next = reduce(&self.state, action.clone());
        assert!(Rc::ptr_eq(&next, &self.state), "{action:?} changed something");
    }

    /// Types a text sign by sign, after what stands in the field is gone.
    pub(crate) fn types(&mut self, field: &FieldId, text: &str) {
        if !self.text(field).is_empty() {
            self.does(Edit::Type { field: field.clone(), text: "".into() });
        }
        for (start, letter) in text.char_indices() {
            let so_far = &text[..start + letter.len_utf8()];
            self.does(Edit::Type { field: field.clone(), text: so_far.into() });
        }
    }

    pub(crate) fn leaves(&mut self, field: &FieldId) {
        self.does(Action::Blur { field: field.clone() });
    }

    /// Types a text and leaves the field.
    pub(crate) fn enters(&mut self, field: &FieldId, text: &str) {
        self.types(field, text);
        self.leaves(field);
    }

    /// Picks the answer that a code stands for, or takes it back.
    pub(crate) fn picks(&mut self, field: &FieldId, code: &str) {
        let FieldKind::Choice(kind) = self.state.sheet().unwrap().kind_of(field) else {
            unreachable!("{field} offers nothing")
        };
        let choice = (!code.is_empty()).then(|| kind.parse(code).unwrap());
        self.does(Edit::Choose { field: field.clone(), choice });
    }

    pub(crate) fn case(&self) -> &Rc<Case> {
        self.state.case.as_ref().unwrap()
    }

    pub(crate) fn text(&self, field: &FieldId) -> String {
        field_text(&self.state, field).into_owned()
    }

    pub(crate) fn problem(&self, field: &FieldId) -> Option<FieldProblem> {
        field_problem(&self.state, field)
    }

    pub(crate) fn outcome(&self, goal: &str) -> Rc<GoalOutcome> {
        Rc::clone(self.state.evaluation().unwrap().goal(goal).unwrap())
    }

    pub(crate) fn status(&self, goal: &str) -> GoalStatus {
        self.outcome(goal).status
    }

    pub(crate) fn message(&self) -> Message {
        (**self.state.message.as_ref().unwrap()).clone()
    }

    /// Secured, lost and open points, as plain text.
    pub(crate) fn points(&self) -> String {
        let institution = self.state.evaluation().unwrap().institution.unwrap();
        let text = |points: resultatkontrakt::domain::number::Points| points.0.normalize().to_string();
        format!(
            "{} {} {}",
            text(institution.sum.secured()),
            text(institution.sum.lost()),
            text(institution.sum.open())
        )
    }

    /// What the assessment on the screen comes to must be what it comes to when it is evaluated as a whole.
    pub(crate) fn adds_up(&self) {
        let sheet = self.state.sheet().unwrap();
        let contract = self.state.contract().unwrap();
        let whole = resultatkontrakt::domain::evaluate::evaluate(contract, sheet.assessment());
        assert!(*sheet.evaluation == whole, "the score is not that of {:?}", sheet.assessment());
    }
}

pub(crate) const CONTRACT: &str = include_str!("../../contracts/ams-2009.json");
pub(crate) const ASSESSMENT: &str = include_str!("../../contracts/ams-2009.assessment.json");

pub(crate) fn today() -> Date {
    parse_date("2009-12-31").unwrap()
}

pub(crate) fn moment() -> Moment {
    Moment::parse("2009-10-01T14:32").unwrap()
}

pub(crate) fn n(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The figure of a goal.
pub(crate) fn value(goal: &str) -> FieldId {
    EntryId::goal(&goal.into()).reported(&[], ReportedField::Value)
}

/// The day of a goal.
pub(crate) fn date(goal: &str) -> FieldId {
    EntryId::goal(&goal.into()).reported(&[], ReportedField::Date)
}

pub(crate) fn field(goal: &str, field: EntryField) -> FieldId {
    EntryId::goal(&goal.into()).field(field)
}

pub(crate) const LANGS: [Lang; 2] = [Lang::Da, Lang::En];
