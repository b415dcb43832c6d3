//! Assumptions in words.

use std::collections::HashMap;

use super::{Lang, Words};
use crate::domain::contract::{Contract, Goal, GoalId, Weight};
use crate::domain::evaluation::Assumption;

/// The goal that an assumption is about, where it is about one.
pub fn assumption_goal(assumption: &Assumption) -> Option<&GoalId> {
    match assumption {
        Assumption::AllOrNothing(goal) | Assumption::RangeAtMaximum(goal) => Some(goal),
        _ => None,
    }
}

impl Words {
    /// Assumptions as sentences; the one that many goals share is said once, with their names unless it is all of them.
    pub fn assumptions(self, assumptions: &[Assumption], contract: &Contract) -> Vec<String> {
        let (silent, others): (Vec<_>, Vec<_>) =
            assumptions.iter().partition(|one| matches!(one, Assumption::AllOrNothing(_)));
        let known = scored(contract);
        let text = |one: &Assumption| self.assumption_among(one, &known, contract);
        let shared = match silent.as_slice() {
            [] => None,
            [only] => Some(text(only)),
            all if all.len() == known.len() => Some(self.all_or_nothing_everywhere()),
            _ => {
                let names = silent.iter().map(|one| name_in(&known, one).to_owned());
                Some(self.all_or_nothing(&names.collect::<Vec<_>>()))
            }
        };
        shared.into_iter().chain(others.into_iter().map(text)).collect()
    }
}

/// The goals and individual areas by their identifiers: a list of thousands of assumptions asks for each.
fn scored(contract: &Contract) -> HashMap<&str, &Goal> {
    let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
    contract.goals.iter().chain(areas).map(|goal| (goal.id.as_str(), goal.as_ref())).collect()
}

fn name_in<'a>(known: &HashMap<&str, &'a Goal>, assumption: &'a Assumption) -> &'a str {
    assumption_goal(assumption)
        .map_or("", |id| known.get(id.as_str()).map_or(id.as_str(), |goal| goal.name()))
}

impl Words {
    /// What the calculator chose, and where the contract is silent, as one sentence.
    pub fn assumption(self, assumption: &Assumption, contract: &Contract) -> String {
        self.assumption_among(assumption, &scored(contract), contract)
    }

    fn assumption_among(
        self,
        assumption: &Assumption,
        known: &HashMap<&str, &Goal>,
        contract: &Contract,
    ) -> String {
        let name = name_in(known, assumption);
        let total = contract.points.map(|points| self.number(points.total.0)).unwrap_or_default();
        match (assumption, self.lang) {
            (Assumption::AllOrNothing(_), Lang::Da) => {
                format!("{name}: kontrakten siger intet om delvis opfyldelse. Målet giver alt eller intet.")
            }
            (Assumption::AllOrNothing(_), Lang::En) => {
                format!(
                    "{name}: the contract says nothing of partial fulfilment. The goal gives all or nothing."
                )
            }
            (Assumption::LapsedRedistributed, Lang::Da) => {
                "Kontrakten siger intet om bortfaldne mål. Deres vægt er fordelt på de øvrige mål.".to_owned()
            }
            (Assumption::LapsedRedistributed, Lang::En) => {
                "The contract says nothing of lapsed goals. Their weight is shared out among the others."
                    .to_owned()
            }
            (Assumption::RangeAtMaximum(id), _) => {
                let weight = known.get(id.as_str()).and_then(|goal| goal.weight).map(Weight::max);
                let max = weight.map(|max| self.number(max.0)).unwrap_or_default();
                match self.lang {
                    Lang::Da => format!("Vægtene giver kun {total} point, når {name} tæller {max} point."),
                    Lang::En => {
                        format!("The weights make {total} points only if {name} counts {max} points.")
                    }
                }
            }
            (Assumption::IndividualOverall, Lang::Da) => {
                "Aftalen fordeler ikke de individuelle point. De gives ved én samlet vurdering.".to_owned()
            }
            (Assumption::IndividualOverall, Lang::En) => {
                "The agreement does not split the individual points. They are given by one overall judgement."
                    .to_owned()
            }
            (Assumption::MaxPercentEntered, Lang::Da) => {
                "Aftalen angiver ingen højeste procent. Den indtastede er brugt.".to_owned()
            }
            (Assumption::MaxPercentEntered, Lang::En) => {
                "The agreement gives no maximum percent. The one entered is used.".to_owned()
            }
            (Assumption::PensionPercentEntered, Lang::Da) => {
                "Aftalen angiver ingen procent for pensionsbidraget. Den indtastede er brugt.".to_owned()
            }
            (Assumption::PensionPercentEntered, Lang::En) => {
                "The agreement gives no percent of pension contribution. The one entered is used.".to_owned()
            }
            (Assumption::HolidayAllowanceEntered, Lang::Da) => {
                "Aftalen angiver ingen procent for særlig feriegodtgørelse. Den indtastede er brugt."
                    .to_owned()
            }
            (Assumption::HolidayAllowanceEntered, Lang::En) => {
                "The agreement gives no percent of special holiday allowance. The one entered is used."
                    .to_owned()
            }
        }
    }
}
