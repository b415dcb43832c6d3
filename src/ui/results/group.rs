//! A heading with its goals and the headings below it, and what they come to together.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use yew::prelude::*;

use super::entry::EntryState;
use super::rows::Rows;
use crate::app::{Case, EntryId, Sheet};
use crate::domain::contract::{Contract, Goal, GoalId, Group, GroupId};
use crate::domain::evaluation::{GoalOutcome, GoalStatus, Institution};
use crate::domain::number::Points;
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::text::ResultsText;
use crate::i18n::text::results::{group_count, group_total};
use crate::ui::heading::heading;

/// The goals that are shown, and which of them was asked for by a link.
pub(crate) struct Shown<'a> {
    case: &'a Rc<Case>,
    sheet: &'a Rc<Sheet>,
    asked_for: Option<&'a str>,
    lang: Lang,
    /// The goals of each heading; those under none that the contract has.
    own: HashMap<Option<&'a str>, Vec<Line<'a>>>,
    /// What stands under each heading and below, shown or not.
    within: HashMap<&'a str, Vec<Rc<GoalOutcome>>>,
    /// How many rows there is room for still.
    room: Cell<usize>,
}

/// A goal and what it comes to.
type Line<'a> = (&'a Rc<Goal>, &'a Rc<GoalOutcome>);

impl<'a> Shown<'a> {
    /// The goals that were chosen, all where none were, but no more rows than there is room for.
    pub(crate) fn new(
        case: &'a Rc<Case>,
        sheet: &'a Rc<Sheet>,
        chosen: Option<&HashSet<GoalId>>,
        asked_for: Option<&'a str>,
        room: usize,
        lang: Lang,
    ) -> Self {
        let contract = &case.contract.contract;
        let headings: HashSet<&str> = contract.groups.iter().map(|group| group.id.as_str()).collect();
        let mut own: HashMap<_, Vec<_>> = HashMap::new();
        for (goal, outcome) in contract.goals.iter().zip(&sheet.evaluation.goals) {
            if chosen.is_none_or(|chosen| chosen.contains(&goal.id)) {
                let heading = goal.group.as_ref().map(GroupId::as_str).filter(|id| headings.contains(id));
                own.entry(heading).or_default().push((goal, outcome));
            }
        }
        let within = sheet.evaluation.by_group(contract);
        Self { case, sheet, asked_for, lang, own, within, room: Cell::new(room) }
    }

    /// All groups, and last the goals that stand under no heading.
    pub(crate) fn groups(&self) -> Html {
        let contract = self.contract();
        let groups = self.below(None, 2);
        let loose = self.rows(None, 3);
        html! { <>
            <div>{ groups }</div>
            <div>
                if let Some(loose) = loose {
                    <section class="goal-group">
                        if contract.groups.is_empty() {
                            <h2 class="sr-only">{ ResultsText::All.text(self.lang) }</h2>
                        } else {
                            <div class="goal-group__head">
                                <h2 class="goal-group__title">{ ResultsText::Ungrouped.text(self.lang) }</h2>
                            </div>
                        }
                        { loose }
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
        let rows = self.rows(Some(group.id.as_str()), deeper);
        let groups = self.below(Some(group), deeper);
        if rows.is_none() && groups.is_empty() {
            return None;
        }
        Some(html! {
            <section class="goal-group" key={group.id.as_str()} id={format!("group-{}", group.id)}>
                <div class="goal-group__head">
                    { heading(level, "goal-group__title", &group.title, &self.contract().language) }
                    <span class="goal-group__total" id={format!("total-{}", group.id)}>{ self.total(group) }</span>
                </div>
                <div>{ rows }</div>
                <div>{ groups }</div>
            </section>
        })
    }

    /// The rows under a heading; nothing where it has none.
    fn rows(&self, heading: Option<&str>, level: u8) -> Option<Html> {
        let lines = self.own.get(&heading).map(Vec::as_slice).unwrap_or_default();
        let drawn = lines.len().min(self.room.get());
        self.room.set(self.room.get() - drawn);
        let goals: Vec<_> = lines.iter().take(drawn).map(|line| self.state(*line)).collect();
        let asked_for =
            goals.iter().map(|state| &state.id.goal).find(|id| self.asked_for == Some(id.as_str()));
        let asked_for = asked_for.cloned();
        (drawn > 0).then(|| html! { <Rows {goals} {level} {asked_for} /> })
    }

    fn state(&self, (goal, outcome): Line<'_>) -> EntryState {
        EntryState {
            case: Rc::clone(self.case),
            sheet: Rc::clone(self.sheet),
            id: EntryId::goal(&goal.id),
            goal: Rc::clone(goal),
            outcome: Rc::clone(outcome),
        }
    }

    /// `150 sikret · 375 åbne af 525`, or how many of the goals are met where there are no points.
    fn total(&self, group: &Group) -> String {
        let goals = self.within.get(group.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        if self.contract().points.is_none() {
            let met = goals.iter().filter(|outcome| outcome.status == GoalStatus::Met).count();
            return group_count(met, goals.len(), self.lang);
        }
        let total = Institution::of(goals);
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
