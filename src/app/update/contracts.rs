//! Another contract beside the open one, and the plan for next year's.

use std::rc::Rc;

use super::action::{CompareAction, PlanAction};
use crate::app::state::{Case, Compared, Incoming, OtherContract, PlanChoice, Planned, RenewalPlan, State};
use crate::i18n::Lang;

impl State {
    /// The state after something happened to what the contract is compared with.
    pub(super) fn after_comparing(&self, action: CompareAction) -> Option<Self> {
        let case = self.case.as_ref()?;
        let compared = match action {
            CompareAction::With(file) => Some(Rc::new(compared_with(case, &file))),
            CompareAction::TurnRound => match case.compared.as_deref()? {
                Compared::Contract(other) => {
                    let turned = OtherContract { is_newer: !other.is_newer, ..(**other).clone() };
                    Some(Rc::new(Compared::Contract(Box::new(turned))))
                }
                Compared::Refused { .. } | Compared::Assessment { .. } => return None,
            },
            CompareAction::End => None,
        };
        let next = Self { opening: None, ..self.clone() };
        Some(next.with_case(Case { compared, ..(**case).clone() }))
    }

    /// The state after something was decided for next year's contract.
    pub(super) fn after_planning(&self, action: PlanAction) -> Option<Self> {
        let case = self.case.as_ref()?;
        let before = case.plan.as_deref().cloned().unwrap_or_default();
        let plan = before.clone().after(action, self.lang);
        if plan == before {
            return None;
        }
        let revision = case.revision + 1;
        // No file can hold the choices: where one holds the rest, it still does.
        let saved = if case.is_unsaved() { case.saved } else { revision };
        let plan = (plan != RenewalPlan::default()).then(|| Rc::new(plan));
        Some(self.with_case(Case { revision, saved, plan, ..(**case).clone() }))
    }
}

/// What a file is beside the contract of a case.
fn compared_with(case: &Case, file: &Incoming) -> Compared {
    let name = Rc::clone(&file.name);
    match &file.document {
        None => Compared::Refused { name, diagnostics: Rc::clone(&file.diagnostics) },
        Some(document) => OtherContract::beside(&case.contract.contract, document)
            .map_or(Compared::Assessment { name }, |other| Compared::Contract(Box::new(other))),
    }
}

impl RenewalPlan {
    fn after(mut self, action: PlanAction, lang: Lang) -> Self {
        match action {
            PlanAction::Year(text) => self.year = text,
            PlanAction::All(plan) => self = Self { year: self.year, ..(*plan).clone() },
            PlanAction::Weigh { goal, text } => {
                self.weights.insert(goal, (text, lang));
            }
            PlanAction::Choose { goal, choice: PlanChoice::Proposed } => {
                self.goals.retain(|planned| planned.goal != goal);
            }
            PlanAction::Choose { goal, choice } => {
                // What was typed stays where the other choice takes the same.
                let before = self.of_goal(&goal).filter(|one| one.choice.takes_the_same(choice));
                let texts = before.map(|one| one.texts.clone()).unwrap_or_default();
                self.goals.retain(|planned| planned.goal != goal);
                self.goals.push(Planned { goal, choice, texts });
            }
            PlanAction::Type { goal, key, text } => {
                if let Some(planned) = self.goals.iter_mut().find(|planned| planned.goal == goal) {
                    planned.texts.insert(key, (text, lang));
                }
            }
        }
        self
    }
}
