//! What a person decides for next year's contract, before anything of it is written.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::choice::FieldKind;
use super::value::{FieldProblem, Value, read_value};
use crate::domain::contract::{GoalId, Relation, Target, Threshold};
use crate::domain::number::Decimal;
use crate::domain::renewal::{Fate, Proposal, Question, Wish};
use crate::i18n::Lang;

/// The decisions about next year's contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RenewalPlan {
    /// The year, as it was typed; the next one where nothing was.
    pub year: Rc<str>,
    /// What was decided otherwise than proposed, each goal once.
    pub goals: Vec<Planned>,
}

/// What was decided about a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The goal.
    pub goal: GoalId,
    /// What becomes of it.
    pub choice: PlanChoice,
    /// The figure or the day, as it was typed.
    pub text: Rc<str>,
    /// The language that it was typed in.
    pub lang: Lang,
}

/// What can become of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanChoice {
    /// What is proposed.
    Proposed,
    /// It goes on although it is done or lapsed.
    Carry,
    /// It goes on with last year's requirement, whatever the guideline says.
    Last,
    /// It goes on with a figure of the person's own.
    Figure(Relation),
    /// It goes on with a deadline of the person's own.
    Deadline,
    /// It does not go on.
    Drop,
}

/// A text that is no year of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAYear;

/// The first and the last year that a contract may be of.
const YEARS: [i32; 2] = [1900, 2200];

impl RenewalPlan {
    /// The year that was typed: none where nothing was, an error where it is no year of a contract.
    pub fn chosen_year(&self) -> Result<Option<i32>, NotAYear> {
        year_in(&self.year)
    }

    /// What was decided about a goal, where it is not what is proposed.
    pub fn of_goal(&self, goal: &GoalId) -> Option<&Planned> {
        self.goals.iter().find(|planned| planned.goal == *goal)
    }

    /// What has to be done otherwise than proposed, and the goals whose figure or day cannot be read.
    pub fn wishes(&self, proposals: &[&Proposal<'_>]) -> (BTreeMap<GoalId, Wish>, Vec<GoalId>) {
        let (mut wishes, mut unread) = (BTreeMap::new(), Vec::new());
        for of in proposals {
            let id = &of.goal.id;
            match self.of_goal(id).map_or(Ok(None), |planned| planned.wish(expected(of))) {
                Ok(wish) => wishes.extend(wish.map(|wish| (id.clone(), wish))),
                Err(_) => unread.push(id.clone()),
            }
        }
        (wishes, unread)
    }
}

/// The year in a text: none where that is empty, an error where it is no year of a contract.
pub fn year_in(text: &str) -> Result<Option<i32>, NotAYear> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let [first, last] = YEARS;
    text.parse().ok().filter(|year| (first..=last).contains(year)).map(Some).ok_or(NotAYear)
}

impl PlanChoice {
    /// What is typed with it.
    pub fn takes(self) -> Option<FieldKind> {
        match self {
            Self::Figure(_) => Some(FieldKind::Number),
            Self::Deadline => Some(FieldKind::Date),
            _ => None,
        }
    }

    /// What a goal's proposal leaves to choose from; first the proposal itself.
    pub fn offered(of: &Proposal<'_>) -> Vec<Self> {
        let carry = (!of.goes_on()).then_some(Self::Carry);
        let last = of.last.as_ref().map(|_| Self::Last);
        let drop = (of.fate == Fate::Carried && !of.is_named).then_some(Self::Drop);
        let own = match of.old_target() {
            Target::Limit { relation, .. } => vec![Self::Figure(*relation)],
            Target::By(_) => vec![Self::Deadline],
            Target::Undetermined => {
                vec![Self::Figure(Relation::AtMost), Self::Figure(Relation::AtLeast), Self::Deadline]
            }
            _ => Vec::new(),
        };
        [Self::Proposed].into_iter().chain(carry).chain(last).chain(own).chain(drop).collect()
    }
}

impl Planned {
    /// What was typed; none where it is nothing yet, which a choice that takes something lacks.
    pub fn read(&self, expected: Option<Decimal>) -> Result<Option<Value>, FieldProblem> {
        let Some(kind) = self.choice.takes() else { return Ok(None) };
        match read_value(&self.text, kind, self.lang, expected, None) {
            Ok(None) => Err(FieldProblem::Missing),
            read => read,
        }
    }

    fn wish(&self, expected: Option<Decimal>) -> Result<Option<Wish>, FieldProblem> {
        let value = self.read(expected)?;
        Ok(match (self.choice, value) {
            (PlanChoice::Carry, _) => Some(Wish::Carry),
            (PlanChoice::Last, _) => Some(Wish::Last),
            (PlanChoice::Drop, _) => Some(Wish::Drop),
            (PlanChoice::Figure(relation), Some(Value::Number(figure))) => {
                Some(Wish::Target(Target::Limit { relation, threshold: Threshold::Absolute(figure) }))
            }
            (PlanChoice::Deadline, Some(Value::Date(day))) => Some(Wish::Target(Target::By(day))),
            _ => None,
        })
    }
}

/// The figure that one of the new year lies near: what is proposed, what was asked for, or what was reached.
pub fn expected(of: &Proposal<'_>) -> Option<Decimal> {
    let figure = |target: &Target| match target {
        Target::Limit { threshold: Threshold::Absolute(figure), .. } => Some(*figure),
        _ => None,
    };
    let guideline = of.questions.iter().find_map(|question| match question {
        Question::Side(figure) => Some(*figure),
        _ => None,
    });
    let reached = || of.reached.last().map(|reached| reached.value);
    let history = || of.goal.history.iter().rev().find_map(|figure| figure.value);
    figure(&of.next.target)
        .or_else(|| figure(of.old_target()))
        .or(guideline)
        .or_else(reached)
        .or_else(history)
}
