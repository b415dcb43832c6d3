//! What a finding is about, as far as its path tells: a goal, a risk, the pay agreement, a table.

use super::path::{JsonPath, PathStep};

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
    /// What an assessment enters for a goal, by the goal's identifier.
    Entry(String),
    /// What an assessment enters for an individual area, by the area's identifier.
    AreaEntry(String),
    /// What an assessment enters for the pay.
    PayEntry,
}

impl Subject {
    /// The subject of a path from the root of a contract, an assessment or a case file.
    pub fn of(path: &JsonPath) -> Self {
        let steps = within(path);
        match (key(steps, 0), key(steps, 1), index(steps, 1), index(steps, 2)) {
            (Some("goals"), _, Some(place), _) => Self::Goal(place),
            (Some("pay"), Some("areas"), _, Some(place)) => Self::Area(place),
            (Some("pay"), Some("max_percent"), ..) => Self::MaxPercent,
            (Some("pay"), Some("base" | "adjustment" | "left_on" | "breach"), ..) => Self::PayEntry,
            (Some("pay"), ..) => Self::Pay,
            (Some("risk"), Some("entries"), _, Some(place)) => Self::Risk(place),
            (Some("risk"), ..) => Self::RiskScale,
            (Some("trends"), _, Some(place), _) => Self::Trend(place),
            (Some("budget"), ..) => Self::Budget,
            (Some("sums"), _, Some(place), _) => Self::Sum(place),
            (Some("purposes"), ..) => Self::Purposes,
            (Some("strategy"), ..) => Self::Strategy,
            (Some("results"), Some(goal), ..) => Self::Entry(goal.to_owned()),
            (Some("individual"), Some("areas"), ..) => {
                key(steps, 2).map_or(Self::PayEntry, |area| Self::AreaEntry(area.to_owned()))
            }
            (Some("individual"), ..) => Self::PayEntry,
            _ => Self::Contract,
        }
    }
}

/// The steps within the contract or the assessment: in a case file these stand below keys of their own.
pub fn within(path: &JsonPath) -> &[PathStep] {
    match path.steps() {
        [PathStep::Key(key), rest @ ..] if key == "contract" => rest,
        [PathStep::Key(key), PathStep::Index(_), rest @ ..] if key == "assessments" => rest,
        steps => steps,
    }
}

fn key(steps: &[PathStep], at: usize) -> Option<&str> {
    match steps.get(at)? {
        PathStep::Key(key) => Some(key),
        PathStep::Index(_) => None,
    }
}

fn index(steps: &[PathStep], at: usize) -> Option<usize> {
    match steps.get(at)? {
        PathStep::Key(_) => None,
        PathStep::Index(index) => Some(*index),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> JsonPath {
        text.split('.').fold(JsonPath::root(), |path, step| match step.parse() {
            Ok(index) => path.index(index),
            Err(_) => path.key(step.to_owned()),
        })
    }

    #[test]
    fn a_path_tells_what_it_is_about() {
        for (text, subject) in [
            ("goals.2.history.0.value", Subject::Goal(2)),
            ("contract.goals.2", Subject::Goal(2)),
            ("purposes.0.goals.1", Subject::Purposes),
            ("strategy.0.means.1.goals.2", Subject::Strategy),
            ("pay.areas.1.target", Subject::Area(1)),
            ("pay.points.individual", Subject::Pay),
            ("pay.max_percent", Subject::MaxPercent),
            ("pay.base.0.value", Subject::PayEntry),
            ("risk.entries.3.priority", Subject::Risk(3)),
            ("risk.scale", Subject::RiskScale),
            ("trends.1.series.5.stated", Subject::Trend(1)),
            ("budget.lines.0", Subject::Budget),
            ("sums.1.total", Subject::Sum(1)),
            ("points.total", Subject::Contract),
            ("assessments.0.results.goal-2.value", Subject::Entry("goal-2".into())),
            ("results.goal-2", Subject::Entry("goal-2".into())),
            ("individual.areas.turnover.value", Subject::AreaEntry("turnover".into())),
            ("individual.overall", Subject::PayEntry),
            ("contract.id", Subject::Contract),
        ] {
            assert_eq!(Subject::of(&path(text)), subject, "{text}");
        }
    }
}
