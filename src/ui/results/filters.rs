//! Filters the goals: all of them, or those that need something.

use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Sheet;
use crate::app::missing::lacks;
use crate::domain::contract::{Contract, GoalId};
use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::i18n::Words;
use crate::i18n::text::ResultsText;
use crate::ui::shared::Shared;

/// A set of chosen goals.
pub(super) type Goals = Shared<HashSet<GoalId>>;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Filter {
    #[default]
    All,
    Open,
    NotMet,
    Undetermined,
    Overdue,
    /// Those that lack something.
    Missing,
}

const ALL: [(Filter, &str, ResultsText); 6] = [
    (Filter::All, "filter-all", ResultsText::All),
    (Filter::Open, "filter-open", ResultsText::Open),
    (Filter::NotMet, "filter-not-met", ResultsText::NotMet),
    (Filter::Undetermined, "filter-undetermined", ResultsText::Undetermined),
    (Filter::Overdue, "filter-overdue", ResultsText::Overdue),
    (Filter::Missing, "filter-missing", ResultsText::Missing),
];

impl Filter {
    fn takes(self, outcome: &GoalOutcome) -> bool {
        match self {
            Self::All | Self::Missing => true,
            Self::Open => matches!(outcome.status, GoalStatus::Open | GoalStatus::Undetermined),
            Self::NotMet => outcome.status == GoalStatus::NotMet,
            Self::Undetermined => outcome.status == GoalStatus::Undetermined,
            Self::Overdue => outcome.overdue.is_some(),
        }
    }

    /// Returns the goals that the filter takes now; `None` where it takes all. It is asked once, when the filter is
    /// chosen, so that a row stays in view while it is filled in.
    fn chosen(self, contract: &Contract, sheet: &Sheet) -> Option<Goals> {
        if self == Self::All {
            return None;
        }
        let goals = contract.goals.iter().zip(&sheet.evaluation.goals);
        let taken = goals.filter(|(goal, outcome)| match self {
            Self::Missing => lacks(contract, sheet.assessment(), goal, outcome),
            _ => self.takes(outcome),
        });
        Some(Shared(Rc::new(taken.map(|(goal, _)| goal.id.clone()).collect())))
    }

    /// Counts the goals that the filter takes now, where so many lack something.
    fn count(self, sheet: &Sheet, lacking: usize) -> usize {
        let (goals, counts) = (&sheet.evaluation.goals, &sheet.evaluation.counts);
        match self {
            Self::All => goals.len(),
            Self::Open => counts.open + counts.undetermined,
            Self::NotMet => counts.not_met,
            Self::Undetermined => counts.undetermined,
            Self::Overdue => goals.iter().filter(|outcome| self.takes(outcome)).count(),
            Self::Missing => lacking,
        }
    }
}

/// Draws the filters with the number of goals that each takes; `lacking` is the number of goals that lack something.
pub(super) fn filters(
    contract: &Rc<Contract>,
    sheet: &Rc<Sheet>,
    filter: &UseStateHandle<(Filter, Option<Goals>)>,
    lacking: usize,
    words: Words,
) -> Html {
    let button = |(one, id, label): (Filter, &'static str, ResultsText)| {
        let (setter, contract, sheet) = (filter.setter(), Rc::clone(contract), Rc::clone(sheet));
        let count = words.count(one.count(&sheet, lacking));
        let onclick = Callback::from(move |_: MouseEvent| setter.set((one, one.chosen(&contract, &sheet))));
        html! {
            <button key={id} {id} type="button" class="filters__filter" aria-pressed={(one == filter.0).to_string()} {onclick}>
                { format!("{} {count}", words.text(label)) }
            </button>
        }
    };
    html! {
        <div class="filters" role="group" aria-label={words.text(ResultsText::Filter)}>
            { for ALL.into_iter().map(button) }
        </div>
    }
}
