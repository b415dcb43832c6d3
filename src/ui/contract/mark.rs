//! Marks goals with the number of findings about them, and leads to these.

use std::collections::HashMap;

use yew::prelude::*;

use crate::app::findings::Finding;
use crate::domain::contract::{Goal, GoalId};
use crate::i18n::Words;

/// The number of findings of each goal that has some.
pub(super) struct Marks<'a> {
    counts: HashMap<&'a GoalId, usize>,
    look: &'a Callback<GoalId>,
    words: Words,
}

impl<'a> Marks<'a> {
    /// Counts the findings of each goal. `look` is called with the goal whose mark is pressed.
    pub(super) fn from_findings(findings: &'a [Finding], look: &'a Callback<GoalId>, words: Words) -> Self {
        let mut counts = HashMap::new();
        for goal in findings.iter().filter_map(|finding| finding.goal.as_ref()) {
            *counts.entry(goal).or_insert(0) += 1;
        }
        Self { counts, look, words }
    }

    /// Draws the mark of a goal; nothing where it has no findings.
    pub(super) fn mark(&self, goal: &Goal) -> Html {
        let Some(count) = self.counts.get(&goal.id) else {
            return Html::default();
        };
        let id = goal.id.clone();
        let onclick = self.look.reform(move |_: MouseEvent| id.clone());
        html! {
            <button
                type="button"
                class="finding-mark"
                data-goal={goal.id.to_string()}
                aria-label={self.words.findings_about(*count, goal.name())}
                {onclick}
            >
                { self.words.count(*count) }
            </button>
        }
    }
}
