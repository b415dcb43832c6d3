//! What a finding is about, as far as its path tells: a goal, a risk, the pay agreement, a table.

use super::address::{field_at, index, key};
use crate::domain::address::FieldId;
use crate::domain::assessment::{Addendum, Assessment};
use crate::domain::contract::Contract;
use crate::domain::outcome::addendum_that_fixes;
use crate::findings::{Code, Diagnostic, JsonPath, PathStep, TargetFinding};

/// The part of a contract or an assessment that a path leads into. List places count from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A contract's goal, by its place in the list.
    Goal(usize),
    /// An individual area of the pay agreement, by its place in the list.
    Area(usize),
    /// The highest percent of the pay.
    MaxPercent,
    /// Anything else of the pay agreement.
    Pay,
    /// A row of the risk assessment, by its place in the list.
    Risk(usize),
    /// The scale of the risk assessment, or the assessment as a whole.
    RiskScale,
    /// A table of development, by its place in the list.
    Trend(usize),
    /// The budget.
    Budget,
    /// A total that is stated with its parts, by its place in the list.
    Sum(usize),
    /// Purposes and their appropriations.
    Purposes,
    /// The way from purpose through means to goals.
    Strategy,
    /// The contract in any other respect, or a file that could not be read.
    Contract,
    /// What an assessment says.
    Field(FieldId),
}

impl Subject {
    /// The subject of a path from the root of a contract, an assessment or a case file.
    pub fn at_path(path: &JsonPath) -> Self {
        let steps = within(path);
        let (key, index) = (|at| steps.get(at).and_then(key), |at| steps.get(at).and_then(index));
        match (key(0), key(1), index(1), index(2)) {
            (Some("goals"), _, Some(place), _) => Self::Goal(place),
            (Some("pay"), Some("areas"), _, Some(place)) => Self::Area(place),
            (Some("pay"), Some("max_percent"), ..) => Self::MaxPercent,
            (Some("pay"), Some("base" | "adjustment" | "left_on" | "breach"), ..) => {
                Self::of_assessment(steps)
            }
            (Some("pay"), ..) => Self::Pay,
            (Some("risk"), Some("entries"), _, Some(place)) => Self::Risk(place),
            (Some("risk"), ..) => Self::RiskScale,
            (Some("trends"), _, Some(place), _) => Self::Trend(place),
            (Some("budget"), ..) => Self::Budget,
            (Some("sums"), _, Some(place), _) => Self::Sum(place),
            (Some("purposes"), ..) => Self::Purposes,
            (Some("strategy"), ..) => Self::Strategy,
            _ => Self::of_assessment(steps),
        }
    }

    /// The clause of the document that a finding at this path is about: of another place of the document where the path leads
    /// there.
    pub fn clause<'c>(&self, path: &JsonPath, contract: &'c Contract) -> Option<&'c str> {
        match self {
            Self::Goal(place) => {
                let goal = contract.goals.get(*place)?;
                let elsewhere = match within(path) {
                    [_, _, PathStep::Key(key), PathStep::Index(at), ..] if key == "also_stated" => {
                        goal.also_stated.get(*at)
                    }
                    _ => None,
                };
                elsewhere.map(|statement| statement.source.as_str()).or(goal.source.as_deref())
            }
            Self::Area(place) => contract.pay.as_ref()?.areas.get(*place)?.source.as_deref(),
            Self::Pay | Self::MaxPercent => contract.pay.as_ref()?.source.as_deref(),
            Self::Risk(place) => contract.risk.as_ref()?.entries.get(*place)?.source.as_deref(),
            Self::Trend(place) => contract.trends.get(*place)?.source.as_deref(),
            Self::Budget => contract.budget.as_ref()?.source.as_deref(),
            _ => None,
        }
    }

    fn of_assessment(steps: &[PathStep]) -> Self {
        field_at(steps).map_or(Self::Contract, Self::Field)
    }
}

/// The addendum that answers a finding: it fixes the target that the contract leaves open.
pub fn answering_addendum<'a>(
    found: &Diagnostic,
    contract: &Contract,
    assessment: &'a Assessment,
) -> Option<&'a Addendum> {
    let Code::Target(TargetFinding::TargetUndetermined { .. }) = found.code else { return None };
    let (goal, entries) = match Subject::at_path(&found.path) {
        Subject::Goal(place) => (contract.goals.get(place)?, &assessment.results),
        Subject::Area(place) => (contract.pay.as_ref()?.areas.get(place)?, &assessment.individual.areas),
        _ => return None,
    };
    addendum_that_fixes(goal, entries.get(&goal.id).map(AsRef::as_ref))
}

/// The steps within the contract or the assessment: in a case file these stand below keys of their own.
pub fn within(path: &JsonPath) -> &[PathStep] {
    match path.steps() {
        [PathStep::Key(key), rest @ ..] if key == "contract" => rest,
        [PathStep::Key(key), PathStep::Index(_), rest @ ..] if key == "assessments" => rest,
        steps => steps,
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::domain::address::{EntryId, ReportedField};

    fn path(text: &str) -> JsonPath {
        text.split('.').fold(JsonPath::root(), |path, step| match step.parse() {
            Ok(index) => path.index(index),
            Err(_) => path.key(step.to_owned()),
        })
    }

    #[test]
    fn a_path_tells_what_it_is_about() {
        let (goal, area) = (EntryId::goal(&"goal-2".into()), EntryId::area(&"turnover".into()));
        for (text, subject) in [
            ("goals.2.history.0.value", Subject::Goal(2)),
            ("contract.goals.2", Subject::Goal(2)),
            ("purposes.0.goals.1", Subject::Purposes),
            ("strategy.0.means.1.goals.2", Subject::Strategy),
            ("pay.areas.1.target", Subject::Area(1)),
            ("pay.points.individual", Subject::Pay),
            ("pay.max_percent", Subject::MaxPercent),
            ("pay.base.0.value", Subject::Field(FieldId::BaseValue(0))),
            ("risk.entries.3.priority", Subject::Risk(3)),
            ("risk.scale", Subject::RiskScale),
            ("trends.1.series.5.stated", Subject::Trend(1)),
            ("budget.lines.0", Subject::Budget),
            ("sums.1.total", Subject::Sum(1)),
            ("points.total", Subject::Contract),
            ("assessments.0.results.goal-2.value", Subject::Field(goal.reported(&[], ReportedField::Value))),
            ("results.goal-2", Subject::Field(FieldId::Whole(goal.clone(), Rc::new([])))),
            ("individual.areas.turnover.value", Subject::Field(area.reported(&[], ReportedField::Value))),
            ("individual.overall", Subject::Field(FieldId::Overall)),
            ("contract.id", Subject::Contract),
        ] {
            assert_eq!(Subject::at_path(&path(text)), subject, "{text}");
        }
    }
}
