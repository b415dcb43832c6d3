//! Which goals are shown: all of them, or those that need something.

use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::domain::contract::GoalId;
use crate::domain::evaluation::{Evaluation, GoalOutcome, GoalStatus};
use crate::i18n::Lang;
use crate::i18n::text::ResultsText;

/// A choice of goals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Filter {
    #[default]
    All,
    Open,
    NotMet,
    Undetermined,
    Overdue,
}

const ALL: [(Filter, &str, ResultsText); 5] = [
    (Filter::All, "filter-all", ResultsText::All),
    (Filter::Open, "filter-open", ResultsText::Open),
    (Filter::NotMet, "filter-not-met", ResultsText::NotMet),
    (Filter::Undetermined, "filter-undetermined", ResultsText::Undetermined),
    (Filter::Overdue, "filter-overdue", ResultsText::Overdue),
];

impl Filter {
    fn takes(self, outcome: &GoalOutcome) -> bool {
        match self {
            Self::All => true,
            Self::Open => matches!(outcome.status, GoalStatus::Open | GoalStatus::Undetermined),
            Self::NotMet => outcome.status == GoalStatus::NotMet,
            Self::Undetermined => outcome.status == GoalStatus::Undetermined,
            Self::Overdue => outcome.overdue.is_some(),
        }
    }

    /// The goals that it takes now; `None` where it takes all. A row stays in view while it is filled in, so
    /// this is asked once, when the filter is chosen.
    pub(crate) fn chosen(self, evaluation: &Evaluation) -> Option<Rc<HashSet<GoalId>>> {
        let taken = || evaluation.goals.iter().filter(|outcome| self.takes(outcome));
        (self != Self::All).then(|| Rc::new(taken().map(|outcome| outcome.goal.clone()).collect()))
    }
}

/// The filters with how many goals each takes.
pub(crate) fn filters(
    evaluation: &Evaluation,
    current: Filter,
    choose: &Callback<Filter>,
    lang: Lang,
) -> Html {
    let count = |filter: Filter| evaluation.goals.iter().filter(|outcome| filter.takes(outcome)).count();
    let button = |(filter, id, label): (Filter, &'static str, ResultsText)| {
        let onclick = choose.reform(move |_: MouseEvent| filter);
        html! {
            <button key={id} {id} type="button" class="filters__filter" aria-pressed={(filter == current).to_string()} {onclick}>
                { format!("{} {}", label.text(lang), count(filter)) }
            </button>
        }
    };
    html! {
        <div class="filters" role="group" aria-label={ResultsText::Filter.text(lang)}>
            { for ALL.into_iter().map(button) }
        </div>
    }
}
