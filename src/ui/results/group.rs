//! Draws a heading with its goals and the headings below it, and their sum.

use std::rc::Rc;

use yew::prelude::*;

use super::entry::{EntryState, Rowbook};
use super::rows::{BlockPlace, Rows};
use crate::app::headings::HeadingSum;
use crate::app::list::{Block, HeadingSection};
use crate::app::{Case, EntryId, Sheet, element_id};
use crate::domain::contract::{Contract, GoalId, Group};
use crate::domain::number::Points;
use crate::i18n::Words;
use crate::i18n::text::ResultsText;
use crate::ui::heading::heading;
use crate::ui::shared::Shared;
use crate::ui::window::View;

/// The level of the outermost headings.
const OUTERMOST: u8 = 2;

/// The goals that are shown, and the one that a link asks for.
pub(super) struct Shown<'a> {
    pub(super) case: &'a Rc<Case>,
    pub(super) sheet: &'a Rc<Sheet>,
    pub(super) view: &'a View,
    /// How many rows from the top there is room for, whatever the window shows; `None` until a row is drawn.
    pub(super) room: Option<usize>,
    pub(super) asked_for: Option<&'a GoalId>,
    /// The sum of each heading, over shown and hidden goals.
    pub(super) sums: &'a [HeadingSum],
    pub(super) book: &'a Shared<Rowbook>,
    pub(super) words: Words,
}

impl Shown<'_> {
    /// Draws all groups, and last the goals that stand under no heading.
    pub(super) fn groups(&self) -> Html {
        self.view.list.sections.iter().map(|section| self.section(section, OUTERMOST)).collect()
    }

    fn contract(&self) -> &Contract {
        &self.case.contract.contract
    }

    fn section(&self, section: &HeadingSection, level: u8) -> Html {
        let deeper = level.saturating_add(1);
        let group =
            section.heading.and_then(|place| self.contract().groups.get(place).zip(self.sums.get(place)));
        let key = group.map_or("", |(group, _)| group.id.as_str()).to_owned();
        let id = group.map(|(group, _)| element_id("group", group.id.as_str()));
        html! {
            <section class="goal-group" {key} {id}>
                { self.head(group, level) }
                <div>{ self.rows(&section.blocks, deeper) }</div>
                <div>{ for section.below.iter().map(|below| self.section(below, deeper)) }</div>
            </section>
        }
    }

    /// Draws a heading with its sum. Goals under no heading are announced as such, if others stand under one.
    fn head(&self, group: Option<(&Group, &HeadingSum)>, level: u8) -> Html {
        match group {
            None if self.contract().groups.is_empty() => {
                html! { <h2 class="sr-only">{ self.words.text(ResultsText::All) }</h2> }
            }
            None => html! {
                <div class="goal-group__head">
                    <h2 class="goal-group__title">{ self.words.text(ResultsText::Ungrouped) }</h2>
                </div>
            },
            Some((group, sum)) => html! {
                <div class="goal-group__head">
                    { heading(level, "goal-group__title", &group.title, &self.contract().language) }
                    <span class="goal-group__total" id={element_id("total", group.id.as_str())}>{ self.total(sum) }</span>
                </div>
            },
        }
    }

    /// Draws the rows under a heading; nothing where it has none.
    fn rows(&self, blocks: &[Block], level: u8) -> Html {
        let of = blocks.last().map_or(0, |last| last.before + last.goals.len());
        let is_long = self.view.is_long();
        let block = |block: &Block| {
            let away = self.view.away(block.number, self.room);
            let goals: Vec<_> = match away {
                Some(_) => Vec::new(),
                None => block.goals.iter().filter_map(|place| self.state(*place)).collect(),
            };
            let asked_for =
                goals.iter().map(|goal| &goal.id.goal).find(|goal| self.asked_for == Some(goal)).cloned();
            let place =
                is_long.then_some(BlockPlace { number: block.number, before: block.before, of, away });
            html! { <Rows key={block.number} {goals} {level} {asked_for} book={self.book} {place} /> }
        };
        html! {
            if !blocks.is_empty() {
                // Blocks stand between the list and its rows, so both say what they are.
                <ul class="goal-rows plain-list no-max-width" role={is_long.then_some("list")}>
                    { for blocks.iter().map(block) }
                </ul>
            }
        }
    }

    fn state(&self, place: usize) -> Option<EntryState> {
        let goal = self.contract().goals.get(place)?;
        Some(EntryState {
            case: Rc::clone(self.case),
            sheet: Rc::clone(self.sheet),
            id: EntryId::goal(&goal.id),
            goal: Rc::clone(goal),
            outcome: Rc::clone(self.sheet.evaluation.goals.get(place)?),
        })
    }

    /// Writes the sum of a heading, `150 sikret · 375 åbne af 525`; where there are no points, how many of its goals
    /// are met.
    fn total(&self, sum: &HeadingSum) -> String {
        if self.sheet.evaluation.institution.is_none() {
            return self.words.group_count(sum.met, sum.goals);
        }
        let number = |points: Points| self.words.number(points.0);
        let some = |points: Points| (points.0 > 0.into()).then(|| number(points));
        let (lost, open) = (some(sum.points.lost()), some(sum.points.open()));
        let (secured, whole) = (number(sum.points.secured()), number(sum.points.weights));
        self.words.group_total(&secured, lost.as_deref(), open.as_deref(), &whole)
    }
}
