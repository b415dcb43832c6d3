//! Which goals are shown: all of them, or those that need something.

use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Sheet;
use crate::domain::contract::GoalId;
use crate::domain::evaluation::{Evaluation, GoalOutcome, GoalStatus};
use crate::i18n::Lang;
use crate::i18n::number::format_count;
use crate::i18n::text::ResultsText;
use crate::ui::shared::Shared;

/// Goals that were chosen.
pub(super) type Goals = Shared<HashSet<GoalId>>;

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
    fn chosen(self, evaluation: &Evaluation) -> Option<Goals> {
        let taken = || evaluation.goals.iter().filter(|outcome| self.takes(outcome));
        (self != Self::All).then(|| Shared(Rc::new(taken().map(|outcome| outcome.goal.clone()).collect())))
    }

    /// How many goals it takes now.
    fn count(self, evaluation: &Evaluation) -> usize {
        let counts = &evaluation.counts;
        match self {
            Self::All => evaluation.goals.len(),
            Self::Open => counts.open + counts.undetermined,
            Self::NotMet => counts.not_met,
            Self::Undetermined => counts.undetermined,
            Self::Overdue => evaluation.goals.iter().filter(|outcome| self.takes(outcome)).count(),
        }
    }
}

/// The filters with how many goals each takes.
pub(super) fn filters(
    sheet: &Rc<Sheet>,
    filter: &UseStateHandle<(Filter, Option<Goals>)>,
    lang: Lang,
) -> Html {
    let button = |(one, id, label): (Filter, &'static str, ResultsText)| {
        let (setter, sheet) = (filter.setter(), Rc::clone(sheet));
        let count = format_count(one.count(&sheet.evaluation), lang);
        let onclick = Callback::from(move |_: MouseEvent| setter.set((one, one.chosen(&sheet.evaluation))));
        html! {
            <button key={id} {id} type="button" class="filters__filter" aria-pressed={(one == filter.0).to_string()} {onclick}>
                { format!("{} {count}", label.text(lang)) }
            </button>
        }
    };
    html! {
        <div class="filters" role="group" aria-label={ResultsText::Filter.text(lang)}>
            { for ALL.into_iter().map(button) }
        </div>
    }
}
