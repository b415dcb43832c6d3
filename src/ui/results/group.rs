//! A heading with its goals and the headings below it, and what they come to together.

use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use super::entry::EntryState;
use super::row::Row;
use crate::app::{Case, EntryId, Sheet};
use crate::domain::contract::{Contract, Goal, GoalId, Group};
use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::domain::number::Points;
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::text::ResultsText;
use crate::i18n::text::results::{group_count, group_total};
use crate::ui::heading::heading;

/// The goals that are shown, and which of them was asked for by a link.
pub(crate) struct Shown<'a> {
    pub(crate) case: &'a Rc<Case>,
    pub(crate) sheet: &'a Rc<Sheet>,
    pub(crate) chosen: Option<&'a HashSet<GoalId>>,
    pub(crate) asked_for: Option<&'a str>,
    pub(crate) lang: Lang,
}

impl Shown<'_> {
    /// All groups, and last the goals that stand under no heading.
    pub(crate) fn groups(&self) -> Html {
        let contract = self.contract();
        let groups = self.below(None, 2);
        let loose: Vec<_> =
            self.rows(|goal| goal.group.as_ref().is_none_or(|id| contract.group(id.as_str()).is_none()), 3);
        html! { <>
            <div>{ groups }</div>
            <div>
                if !loose.is_empty() {
                    <section class="goal-group">
                        if contract.groups.is_empty() {
                            <h2 class="sr-only">{ ResultsText::All.text(self.lang) }</h2>
                        } else {
                            <div class="goal-group__head">
                                <h2 class="goal-group__title">{ ResultsText::Ungrouped.text(self.lang) }</h2>
                            </div>
                        }
                        <ul class="plain-list no-max-width">{ loose }</ul>
                    </section>
                }
            </div>
        </> }
    }

    fn contract(&self) -> &Contract {
        &self.case.contract.contract
    }

    fn below(&self, parent: Option<&Group>, level: u8) -> Vec<Html> {
        let under = |group: &&Group| group.parent.as_ref() == parent.map(|parent| &parent.id);
        self.contract().groups.iter().filter(under).filter_map(|group| self.group(group, level)).collect()
    }

    /// A group; nothing where none of its goals is shown.
    fn group(&self, group: &Group, level: u8) -> Option<Html> {
        let deeper = level.saturating_add(1);
        let rows = self.rows(|goal| goal.group.as_ref() == Some(&group.id), deeper);
        let groups = self.below(Some(group), deeper);
        if rows.is_empty() && groups.is_empty() {
            return None;
        }
        Some(html! {
            <section class="goal-group" key={group.id.as_str()} id={format!("group-{}", group.id)}>
                <div class="goal-group__head">
                    { heading(level, "goal-group__title", &group.title, &self.contract().language) }
                    <span class="goal-group__total" id={format!("total-{}", group.id)}>{ self.total(group) }</span>
                </div>
                <ul class="plain-list no-max-width">{ rows }</ul>
                <div>{ groups }</div>
            </section>
        })
    }

    fn rows(&self, belongs: impl Fn(&Goal) -> bool, level: u8) -> Vec<Html> {
        let is_shown = |goal: &Goal| self.chosen.is_none_or(|chosen| chosen.contains(&goal.id));
        let outcomes = self.contract().goals.iter().zip(&self.sheet.evaluation.goals);
        let own = outcomes.filter(|(goal, _)| belongs(goal) && is_shown(goal));
        own.map(|(goal, outcome)| self.row(goal, outcome, level)).collect()
    }

    fn row(&self, goal: &Rc<Goal>, outcome: &Rc<GoalOutcome>, level: u8) -> Html {
        let state = EntryState {
            case: Rc::clone(self.case),
            sheet: Rc::clone(self.sheet),
            id: EntryId::goal(&goal.id),
            goal: Rc::clone(goal),
            outcome: Rc::clone(outcome),
        };
        let asked_for = self.asked_for == Some(goal.id.as_str());
        html! { <Row key={goal.id.as_str()} {state} level={level.min(6)} {asked_for} /> }
    }

    /// `150 sikret · 375 åbne af 525`, or how many of the goals are met where there are no points.
    fn total(&self, group: &Group) -> String {
        let (contract, evaluation) = (self.contract(), &self.sheet.evaluation);
        if contract.points.is_none() {
            let within = contract.goals.iter().zip(&evaluation.goals).filter(|(goal, _)| {
                goal.group.as_ref().is_some_and(|own| contract.is_within(own.as_str(), group.id.as_str()))
            });
            let statuses: Vec<_> = within.map(|(_, outcome)| outcome.status).collect();
            let met = statuses.iter().filter(|status| **status == GoalStatus::Met).count();
            return group_count(met, statuses.len(), self.lang);
        }
        let total = evaluation.group(contract, group.id.as_str());
        let number = |points: Points| format_number(points.0, self.lang);
        let some = |points: Points| (points.0 > 0.into()).then(|| number(points));
        let (lost, open) = (some(total.lost()), some(total.open()));
        group_total(
            &number(total.secured()),
            lost.as_deref(),
            open.as_deref(),
            &number(total.weights),
            self.lang,
        )
    }
}
