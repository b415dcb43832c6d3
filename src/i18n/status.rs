//! Statuses and verdicts in words.

use super::{Lang, Words};
use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::domain::trace::{Outlook, Verdict};

impl Words {
    /// Where a goal stands, in words.
    pub fn goal_status(self, status: GoalStatus) -> &'static str {
        let (da, en) = match status {
            GoalStatus::Met => ("Opfyldt", "Met"),
            GoalStatus::PartlyMet => ("Delvist opfyldt", "Partly met"),
            GoalStatus::NotMet => ("Ikke opfyldt", "Not met"),
            GoalStatus::Open => ("Åben", "Open"),
            GoalStatus::Undetermined => ("Ikke fastlagt", "Not fixed"),
            GoalStatus::Lapsed => ("Bortfaldet", "Lapsed"),
        };
        if self.lang == Lang::Da { da } else { en }
    }

    /// Where a goal stands, in words that say so when its deadline has passed without a result, and how its readings look.
    pub fn outcome_status(self, outcome: &GoalOutcome) -> &'static str {
        let outlook = outcome.expected.as_ref().map(|expected| expected.outlook);
        let (da, en) = match (is_overdue(outcome), outcome.status, outlook) {
            (true, ..) => return self.overdue(),
            (false, GoalStatus::Open, Some(Outlook::OnTheWay)) => ("Åben · på vej", "Open · on the way"),
            (false, GoalStatus::Open, Some(Outlook::Partly)) => {
                ("Åben · delvis på vej", "Open · partly on the way")
            }
            (false, GoalStatus::Open, Some(Outlook::Behind)) => ("Åben · bagud", "Open · behind"),
            _ => return self.goal_status(outcome.status),
        };
        if self.lang == Lang::Da { da } else { en }
    }

    /// Where an individual area stands. One that is judged with all others is open only where something says so.
    pub fn area_status_text(self, outcome: &GoalOutcome) -> &'static str {
        if !is_left_to_judgement(outcome) {
            return self.outcome_status(outcome);
        }
        if self.lang == Lang::Da { "Indgår i vurderingen" } else { "Part of the judgement" }
    }
}

/// Whether an area without points of its own says nothing that settles it, so that the judgement of all areas decides.
pub fn is_left_to_judgement(outcome: &GoalOutcome) -> bool {
    let is_open = matches!(outcome.status, GoalStatus::Open | GoalStatus::Undetermined);
    is_open && outcome.weight.is_none() && outcome.expected.is_none() && !is_overdue(outcome)
}

impl Words {
    /// Where a goal stands whose deadline has passed without a result.
    pub fn overdue(self) -> &'static str {
        if self.lang == Lang::Da { "Åben · overskredet" } else { "Open · overdue" }
    }

    /// How a goal looks by its readings, in words that go on after an arrow.
    pub fn outlook(self, outlook: Outlook) -> &'static str {
        let (da, en) = match outlook {
            Outlook::OnTheWay => ("på vej", "on the way"),
            Outlook::Partly => ("delvis på vej", "partly on the way"),
            Outlook::Behind => ("bagud", "behind"),
        };
        if self.lang == Lang::Da { da } else { en }
    }
}

/// Whether a goal is open although its deadline has passed.
pub fn is_overdue(outcome: &GoalOutcome) -> bool {
    outcome.status == GoalStatus::Open && outcome.overdue.is_some()
}

impl Words {
    /// Whether a target or a part of one holds, in words that go on after an arrow.
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        let (da, en) = match verdict {
            Verdict::Holds => ("opfyldt", "met"),
            Verdict::Fails => ("ikke opfyldt", "not met"),
            Verdict::Open => ("åben", "open"),
            Verdict::Undetermined => ("ikke fastlagt", "not fixed"),
        };
        if self.lang == Lang::Da { da } else { en }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::text::{PageText, ResultsText};

    #[test]
    fn a_target_that_is_not_fixed_is_called_the_same_wherever_it_stands() {
        for (words, name) in [(Words::DANISH, "ikke fastlagt"), (Words::ENGLISH, "not fixed")] {
            let said = [
                words.goal_status(GoalStatus::Undetermined),
                words.text(ResultsText::Undetermined),
                words.text(PageText::CountUndetermined),
                words.verdict(Verdict::Undetermined),
            ];
            assert_eq!(said.map(str::to_lowercase), [name; 4]);
        }
    }
}
