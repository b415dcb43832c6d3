//! Shows goals that serve a goal: each with its requirement, its result and whether it fits, and what their figures come
//! to, which a person may take over.

use std::rc::Rc;

use yew::prelude::*;

use super::opening::enter;
use crate::app::{CombinedAnswer, CombinedResult};
use crate::domain::evaluation::GoalStatus;
use crate::i18n::Words;
use crate::i18n::text::LevelText;
use crate::portfolio::{
    LevelNote, LevelRow, LevelTable, Offer, Portfolio, goal_at, level_tables, taken_from,
};
use crate::ui::context::{Page, use_page};
use crate::ui::shared::Shared;
use crate::ui::status::sign;

/// The portfolio whose levels are drawn.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LevelsProps {
    pub(super) portfolio: Shared<Portfolio>,
}

/// Draws a table for each goal that others serve; nothing where none is. Another order of the rows leaves them as they are.
#[component]
pub(super) fn Levels(props: &LevelsProps) -> Html {
    let page = use_page();
    let (portfolio, words) = (&props.portfolio, page.words);
    let tables = level_tables(portfolio, words);
    if tables.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2 class="section-heading" id="portfolio-levels" tabindex="-1">{ words.text(LevelText::Heading) }</h2>
            { for tables.iter().enumerate().map(|(place, table)| level(&page, portfolio, (place, table))) }
        </section>
    }
}

fn level(page: &Page, portfolio: &Shared<Portfolio>, (place, table): (usize, &LevelTable)) -> Html {
    let words = page.words;
    let heads = [
        LevelText::Contribution,
        LevelText::Requirement,
        LevelText::Result,
        LevelText::Status,
        LevelText::Agrees,
    ];
    html! {
        <section key={place} class="portfolio-level">
            <h3 class="small-heading" id={format!("level-{place}")}>{ &table.name }</h3>
            <p>{ format!("{} · {}: {} · ", table.requirement, words.text(LevelText::Result), table.result) }{ status(table.status, words) }</p>
            <table class="table table--compact table--borderless table--responsive-headers portfolio-table" aria-labelledby={format!("level-{place}")}>
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ words.text(*head) }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().enumerate().map(|(at, row)| row_html(at, row, words)) }</tbody>
            </table>
            if table.left > 0 { <p class="small">{ words.and_more(table.left) }</p> }
            { for table.notes.iter().map(|of| note_html(page, portfolio, of)) }
        </section>
    }
}

fn status(status: GoalStatus, words: Words) -> Html {
    html! { <span class="status">{ sign(status, false) }<span>{ words.goal_status(status) }</span></span> }
}

fn row_html(at: usize, row: &LevelRow, words: Words) -> Html {
    let title = |text: LevelText| words.text(text);
    // The levels below the first are shown by steps, and said.
    let steps = "↳ ".repeat(row.depth.saturating_sub(1));
    html! {
        <tr key={at}>
            <th scope="row" data-title={title(LevelText::Contribution)}>
                if !steps.is_empty() {
                    <span aria-hidden="true">{ steps }</span>
                    <span class="sr-only">{ words.level_said(row.depth) }</span>
                }
                { &row.name }
            </th>
            <td data-title={title(LevelText::Requirement)}>{ &row.requirement }</td>
            <td data-title={title(LevelText::Result)}>{ &row.result }</td>
            <td data-title={title(LevelText::Status)}>{ row.status.map_or_else(|| html! { "–" }, |of| status(of, words)) }</td>
            <td data-title={title(LevelText::Agrees)}>
                if row.is_doubtful { <strong>{ "! " }</strong> }
                { if row.stands.is_empty() { "–" } else { row.stands.as_str() } }
            </td>
        </tr>
    }
}

/// Draws what contributions come to, and the button by which a person takes that over.
fn note_html(page: &Page, portfolio: &Shared<Portfolio>, of: &LevelNote) -> Html {
    html! {
        <div key={of.level}>
            <p>{ of.text() }</p>
            { for of.offer.map(|offer| offer_html(page, portfolio, of.level, offer)) }
        </div>
    }
}

fn offer_html(page: &Page, portfolio: &Shared<Portfolio>, level: usize, offer: Offer) -> Html {
    let words = page.words;
    let goal = portfolio.levels.get(level).and_then(|level| goal_at(&portfolio.rows, level.goal));
    let Some(goal) = goal else { return Html::default() };
    let (id, hint) = (format!("take-{level}"), format!("take-hint-{level}"));
    let what = match offer {
        Offer::Figure(figure) => {
            let unit = goal.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
            format!("{}{unit}", words.number(figure))
        }
        Offer::Done(done) => {
            let text = if done { LevelText::AllMetResult } else { LevelText::NotAllMetResult };
            words.text(text).to_owned()
        }
    };
    let onclick = {
        let (page, portfolio, id) = (page.clone(), portfolio.clone(), id.clone());
        Callback::from(move |_: MouseEvent| take_over(&page, &portfolio, level, offer, id.clone()))
    };
    html! {
        <p class="screen-only">
            <button {id} type="button" class="button button-secondary button-small" aria-describedby={hint.clone()} {onclick}>
                { words.take_over(&what, &goal.name) }
            </button>
            <span class="small quiet portfolio-title" id={hint}>{ words.text(LevelText::TakeOverHint) }</span>
        </p>
    }
}

/// Opens the case of the goal that is served, with what was combined as its result.
fn take_over(page: &Page, portfolio: &Portfolio, level: usize, offer: Offer, left_by: String) {
    let Some(level) = portfolio.levels.get(level) else { return };
    let (row, goal) = (portfolio.rows.get(level.goal.row), goal_at(&portfolio.rows, level.goal));
    let (Some(row), Some(goal)) = (row, goal) else { return };
    let answer = match offer {
        Offer::Figure(figure) => CombinedAnswer::Figure(figure),
        Offer::Done(done) => CombinedAnswer::Done(done),
    };
    let source = Rc::from(taken_from(portfolio, level, page.words));
    let combined =
        CombinedResult { contract: row.id.as_str().into(), goal: goal.id.as_str().into(), answer, source };
    enter(page, row, left_by, Some(combined));
}
