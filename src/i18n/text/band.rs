//! The levels of the total and the conditions that they depend on, in words.

use crate::domain::contract::{Bands, Condition, Contract};
use crate::domain::evaluation::BandOutcome;
use crate::domain::number::Span;
use crate::i18n::Words;

/// How many goals are named; more are counted.
const NAMED: usize = 5;

impl Words {
    /// `Niveau 4`, `Niveau 1 – Niveau 4 (Niveau 1, hvis Mål 2 ikke er opfyldt)`, `Niveau 1, fordi Mål 2 ikke er opfyldt`.
    pub fn band(self, contract: &Contract, outcome: &BandOutcome) -> Option<String> {
        let bands = contract.bands.as_ref()?;
        let reached = between(bands, outcome.reached)?;
        let expected =
            (outcome.expected != outcome.reached).then(|| between(bands, outcome.expected)).flatten();
        let condition = bands.lowest_when.as_ref().map(|condition| self.condition(condition, contract));
        let said = match outcome.is_lowest.zip(condition) {
            Some((Span { max: true, .. }, condition)) => {
                let because = self.pick("fordi", "because");
                format!("{reached}, {because} {condition}")
            }
            Some((Span { min: true, .. }, condition)) => {
                let (lowest, when) = (between(bands, Span::settled(0))?, self.pick("hvis", "if"));
                format!("{reached} ({lowest}, {when} {condition})")
            }
            _ => reached,
        };
        Some(match expected {
            Some(expected) => format!("{said} · {} {expected}", self.pick("ventet", "expected")),
            None => said,
        })
    }

    /// `Niveau 4: fra 400 point`: what the contract says of each level, from the lowest.
    pub fn band_lines(self, contract: &Contract) -> Vec<String> {
        let Some(bands) = &contract.bands else { return Vec::new() };
        let line = |at: String, title: &str| {
            self.pick(format!("{title}: fra {at} point"), format!("{title}: from {at} points"))
        };
        let lines = bands.list.iter().map(|band| line(self.number(band.at.0), &band.title));
        let lowest = bands.list.first().zip(bands.lowest_when.as_ref()).map(|(lowest, condition)| {
            let condition = self.condition(condition, contract);
            self.pick(
                format!("{} uanset pointene, hvis {condition}", lowest.title),
                format!("{} whatever the points, if {condition}", lowest.title),
            )
        });
        lines.chain(lowest).collect()
    }

    /// A condition behind `hvis` or `fordi`: `Mål 1 eller Mål 2 ikke er opfyldt`.
    pub fn condition(self, condition: &Condition, contract: &Contract) -> String {
        match condition {
            Condition::FractionBelow(least) => {
                let least = self.number(*least);
                self.pick(format!("andelen er under {least}"), format!("the fraction is below {least}"))
            }
            Condition::PointsBelow(least) => {
                let least = self.number(least.0);
                self.pick(
                    format!("institutionen har under {least} point"),
                    format!("the institution has fewer than {least} points"),
                )
            }
            Condition::NotMet(_) => {
                let goals = self.goals_of(condition, contract, self.pick("eller", "or"));
                self.pick(format!("{goals} ikke er fuldt opfyldt"), format!("{goals} is not fully met"))
            }
            Condition::RatedLowest(_) => {
                let goals = self.goals_of(condition, contract, self.pick("eller", "or"));
                self.pick(
                    format!("{goals} har skalaens laveste niveau"),
                    format!("{goals} has the lowest level of its scale"),
                )
            }
            Condition::FewerMetThan { count, .. } => {
                let goals = self.goals_of(condition, contract, self.pick("og", "and"));
                self.pick(
                    format!("færre end {count} af {goals} er fuldt opfyldt"),
                    format!("fewer than {count} of {goals} are fully met"),
                )
            }
        }
    }

    /// The goals that a condition names, in the contract's order: `Mål 1, Mål 2 eller Mål 3`.
    fn goals_of(self, condition: &Condition, contract: &Contract, last: &str) -> String {
        let Some(meant) = condition.count_named() else { return String::new() };
        if meant > NAMED {
            let is_any = matches!(condition, Condition::NotMet(_) | Condition::RatedLowest(_));
            let count = self.count(meant);
            return if is_any {
                self.pick(format!("et af {count} mål"), format!("one of {count} goals"))
            } else {
                self.pick(format!("{count} mål"), format!("{count} goals"))
            };
        }
        let goals = contract.goals.iter().filter(|goal| condition.names(&goal.id));
        let mut names: Vec<&str> = goals.map(|goal| goal.name()).collect();
        match names.pop() {
            Some(only) if names.is_empty() => only.to_owned(),
            Some(end) => format!("{} {last} {end}", names.join(", ")),
            None => String::new(),
        }
    }
}

/// `Niveau 4`, or `Niveau 1 – Niveau 4` while that is open.
fn between(bands: &Bands, span: Span<usize>) -> Option<String> {
    let title = |place: usize| bands.list.get(place).map(|band| band.title.as_str());
    let (least, most) = (title(span.min)?, title(span.max)?);
    Some(if span.is_settled() { least.to_owned() } else { format!("{least} – {most}") })
}
