//! What a person decides for next year's contract, before anything of it is written.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::choice::FieldKind;
use super::value::{FieldProblem, Value, read_value};
use super::writing::read_weight;
use crate::domain::contract::{GoalId, Relation, Target, Threshold};
use crate::domain::number::Decimal;
use crate::domain::renewal::{Fate, Proposal, Question, Wish, way_to};
use crate::format::words::word;
use crate::i18n::Lang;

/// The decisions about next year's contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RenewalPlan {
    /// The year, as it was typed; the next one where nothing was.
    pub year: Rc<str>,
    /// What was decided otherwise than proposed, each goal once.
    pub goals: Vec<Planned>,
    /// The weights of the person's own, as they were typed, each with its language.
    pub weights: BTreeMap<GoalId, (Rc<str>, Lang)>,
}

/// What was decided about a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The goal.
    pub goal: GoalId,
    /// What becomes of it.
    pub choice: PlanChoice,
    /// The figures and days, as they were typed, each with its language, by the key of its field.
    pub texts: BTreeMap<Rc<str>, (Rc<str>, Lang)>,
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
    /// It goes on between two figures of the person's own.
    Range,
    /// It goes on with figures and deadlines of the person's own in its parts.
    Parts,
    /// It does not go on.
    Drop,
}

/// What names a weight among the choices in drafts.
pub(in crate::app) const WEIGHT: &str = "weight";

/// A field for a value of a person's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnField {
    /// What names it within its goal; empty where the goal has no other.
    pub key: Rc<str>,
    /// What it takes.
    pub kind: FieldKind,
    /// The part that it belongs to.
    pub part: Option<String>,
    /// Which end of a range it is.
    pub end: Option<RangeEnd>,
    /// The figure that it lies near.
    pub expected: Option<Decimal>,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeEnd {
    /// The lowest figure.
    Least,
    /// The highest.
    Most,
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

    /// Whether something was decided otherwise than proposed.
    pub fn has_choices(&self) -> bool {
        !self.goals.is_empty() || !self.weights.is_empty()
    }

    /// A goal's weight of the person's own as JSON; none where it stays as it was.
    pub fn own_weight(&self, goal: &GoalId, is_of_hundred: bool) -> Result<Option<String>, FieldProblem> {
        self.weights.get(goal).map_or(Ok(None), |(text, lang)| read_weight(text, *lang, is_of_hundred))
    }

    /// What has to be done otherwise than proposed, and the goals whose figures or days cannot be read, each with the place of
    /// the field.
    pub fn wishes(&self, proposals: &[&Proposal<'_>]) -> (BTreeMap<GoalId, Wish>, Vec<(GoalId, usize)>) {
        let (mut wishes, mut unread) = (BTreeMap::new(), Vec::new());
        for of in proposals {
            let id = &of.goal.id;
            // What was decided on last year's other results may not be offered any more.
            let planned =
                self.of_goal(id).filter(|planned| PlanChoice::offered(of).contains(&planned.choice));
            match planned.map_or(Ok(None), |planned| planned.wish(of)) {
                Ok(wish) => wishes.extend(wish.map(|wish| (id.clone(), wish))),
                Err(place) => unread.push((id.clone(), place)),
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
    /// Its name in drafts. What is proposed needs none.
    pub(in crate::app) fn name(self) -> &'static str {
        match self {
            Self::Proposed => "",
            Self::Carry => "carry",
            Self::Last => "last",
            Self::Figure(relation) => word(relation.kind()),
            Self::Deadline => "deadline",
            Self::Range => "range",
            Self::Parts => "parts",
            Self::Drop => "drop",
        }
    }

    /// The choice that a draft names.
    pub(in crate::app) fn named(name: &str) -> Option<Self> {
        let relations = [Relation::AtMost, Relation::AtLeast, Relation::Below, Relation::Above];
        let others = [Self::Carry, Self::Last, Self::Deadline, Self::Range, Self::Parts, Self::Drop];
        relations.map(Self::Figure).into_iter().chain(others).find(|choice| choice.name() == name)
    }

    /// The fields that are typed with it.
    pub fn fields(self, of: &Proposal<'_>) -> Vec<OwnField> {
        let alone =
            |kind, expected| vec![OwnField { key: Rc::from(""), kind, part: None, end: None, expected }];
        match self {
            Self::Figure(_) => alone(FieldKind::Number, expected(of)),
            Self::Deadline => alone(FieldKind::Date, None),
            Self::Range | Self::Parts => {
                let mut fields = Vec::new();
                add_fields(of.old_target(), ("", None), &mut fields);
                fields
            }
            Self::Proposed | Self::Carry | Self::Last | Self::Drop => Vec::new(),
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
            Target::Between { .. } => vec![Self::Range],
            Target::AllOf(_) | Target::AnyOf(_) if !Self::Parts.fields(of).is_empty() => vec![Self::Parts],
            Target::Undetermined => {
                vec![Self::Figure(Relation::AtMost), Self::Figure(Relation::AtLeast), Self::Deadline]
            }
            _ => Vec::new(),
        };
        [Self::Proposed].into_iter().chain(carry).chain(last).chain(own).chain(drop).collect()
    }

    /// Whether two choices are typed in the same fields.
    pub(in crate::app) fn takes_the_same(self, other: Self) -> bool {
        matches!((self, other), (Self::Figure(_), Self::Figure(_))) || self == other
    }
}

/// Adds a field for each figure and each deadline of a target. What leads to it are the identifiers of parts, and their names.
fn add_fields(target: &Target, (way, part): (&str, Option<&str>), fields: &mut Vec<OwnField>) {
    let part_name = || part.map(str::to_owned);
    let mut add = |key: &str, kind, end, expected| {
        fields.push(OwnField { key: key.into(), kind, part: part_name(), end, expected });
    };
    match target {
        Target::Limit { threshold, .. } => add(way, FieldKind::Number, None, absolute(threshold)),
        Target::By(_) => add(way, FieldKind::Date, None, None),
        Target::Between { min, max } => {
            add(&format!("{way}/min"), FieldKind::Number, Some(RangeEnd::Least), absolute(min));
            add(&format!("{way}/max"), FieldKind::Number, Some(RangeEnd::Most), absolute(max));
        }
        whole => {
            for one in whole.parts().unwrap_or_default() {
                let own = one.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(one.id.as_str());
                let name = part.map_or_else(|| own.to_owned(), |part| format!("{part} › {own}"));
                add_fields(&one.target, (&way_to(way, one), Some(&name)), fields);
            }
        }
    }
}

fn absolute(threshold: &Threshold) -> Option<Decimal> {
    match threshold {
        Threshold::Absolute(figure) => Some(*figure),
        Threshold::Relative { .. } => None,
    }
}

impl Planned {
    /// The text of a field.
    pub fn text(&self, field: &OwnField) -> &str {
        self.texts.get(&field.key).map_or("", |(text, _)| text)
    }

    /// What was typed in a field; none where it is nothing yet.
    pub fn read(&self, field: &OwnField) -> Result<Option<Value>, FieldProblem> {
        let Some((text, lang)) = self.texts.get(&field.key) else { return Ok(None) };
        read_value(text, field.kind, *lang, field.expected, None)
    }

    /// What is wrong with a field, of all that are typed with the choice. One of them at least has to say something: what is
    /// left empty stays as proposed.
    pub fn problem(&self, fields: &[OwnField], field: &OwnField) -> Option<FieldProblem> {
        let is_empty = fields.iter().all(|field| self.text(field).trim().is_empty());
        self.read(field).err().or_else(|| is_empty.then_some(FieldProblem::Missing))
    }

    /// What has to be done; else the place of the field that cannot be read.
    fn wish(&self, of: &Proposal<'_>) -> Result<Option<Wish>, usize> {
        let fields = self.choice.fields(of);
        if let Some(place) = fields.iter().position(|field| self.problem(&fields, field).is_some()) {
            return Err(place);
        }
        let values: BTreeMap<&str, Value> =
            fields.iter().filter_map(|field| Some((&*field.key, self.read(field).ok().flatten()?))).collect();
        Ok(match (self.choice, values.get("")) {
            (PlanChoice::Carry, _) => Some(Wish::Carry),
            (PlanChoice::Last, _) => Some(Wish::Last),
            (PlanChoice::Drop, _) => Some(Wish::Drop),
            (PlanChoice::Figure(relation), Some(Value::Number(figure))) => {
                Some(Wish::Target(Target::Limit { relation, threshold: Threshold::Absolute(*figure) }))
            }
            (PlanChoice::Deadline, Some(Value::Date(day))) => Some(Wish::Target(Target::By(*day))),
            (PlanChoice::Range, _) => {
                own_target(of.old_target(), &of.next.target, "", &values).map(Wish::Target)
            }
            (PlanChoice::Parts, _) => {
                let mut own = BTreeMap::new();
                add_own(of.old_target(), &of.next.target, "", &values, &mut own);
                Some(Wish::Parts(own))
            }
            _ => None,
        })
    }
}

/// Adds the target of each part that something was typed for.
fn add_own(
    old: &Target,
    next: &Target,
    way: &str,
    values: &BTreeMap<&str, Value>,
    own: &mut BTreeMap<String, Target>,
) {
    own.extend(own_target(old, next, way, values).map(|target| (way.to_owned(), target)));
    for part in old.parts().unwrap_or_default() {
        let after = next.parts().unwrap_or_default().iter().find(|after| after.id == part.id);
        let after = after.map_or(&part.target, |after| &after.target);
        add_own(&part.target, after, &way_to(way, part), values, own);
    }
}

/// A target of one figure, one day or two ends with what was typed for it; none where nothing was.
fn own_target(old: &Target, next: &Target, way: &str, values: &BTreeMap<&str, Value>) -> Option<Target> {
    let typed = |key: &str| match values.get(key) {
        Some(Value::Number(figure)) => Some(Threshold::Absolute(*figure)),
        _ => None,
    };
    match (old, next) {
        (Target::Limit { relation, .. }, _) => {
            Some(Target::Limit { relation: *relation, threshold: typed(way)? })
        }
        (Target::By(_), _) => match values.get(way) {
            Some(Value::Date(day)) => Some(Target::By(*day)),
            _ => None,
        },
        (Target::Between { .. }, Target::Between { min, max }) => {
            let (least, most) = (typed(&format!("{way}/min")), typed(&format!("{way}/max")));
            let is_typed = least.is_some() || most.is_some();
            is_typed.then(|| Target::Between { min: least.unwrap_or(*min), max: most.unwrap_or(*max) })
        }
        _ => None,
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
