//! Lists what asks for somebody: deadlines, points at stake, what the department has to be told, what changed, what does
//! not fit together, and the files that are not used.

use yew::prelude::*;

use crate::i18n::Words;
use crate::i18n::text::PortfolioText;
use crate::portfolio::{
    Lines, Portfolio, Row, across_lines, changed_lines, due_lines, left_out_lines, overdue_lines, stake_lines,
};
use crate::ui::context::use_words;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// How many lines of a list are shown at first, and how many more each time that they are asked for: the lines of ten
/// thousand contracts would hold the page up.
const FIRST: usize = 10;
const MORE: usize = 1_000;

/// Writes a list, and so many of its lines at most.
type Write = fn(&Portfolio, Words, usize) -> Lines;

/// Each list by the `id` of its heading.
const LISTS: [(&str, PortfolioText, Write); 6] = [
    ("portfolio-left-out", PortfolioText::LeftOutHeading, left_out_lines),
    ("portfolio-across", PortfolioText::AcrossHeading, across_lines),
    ("portfolio-overdue", PortfolioText::OverdueHeading, |of, words, most| {
        overdue_lines(&rows(of), words, most)
    }),
    ("portfolio-stake", PortfolioText::AtStakeHeading, |of, words, most| stake_lines(&rows(of), words, most)),
    ("portfolio-due", PortfolioText::DueHeading, |of, words, most| due_lines(&rows(of), words, most)),
    ("portfolio-changed", PortfolioText::ChangedHeading, |of, words, most| {
        changed_lines(&rows(of), words, most)
    }),
];

fn rows(portfolio: &Portfolio) -> Vec<&Row> {
    portfolio.rows.iter().collect()
}

/// Draws the lists that have something in them.
pub(super) fn lists(portfolio: &Shared<Portfolio>) -> Html {
    (0..LISTS.len()).map(|list| html! { <List key={list} {list} {portfolio} /> }).collect()
}

/// A list, by its place among all, and the portfolio that it is about.
#[derive(Clone, PartialEq, Properties)]
struct ListProps {
    list: usize,
    portfolio: Shared<Portfolio>,
}

/// Draws a heading and the first lines, and more whenever they are asked for. Another order of the rows leaves them as they
/// are.
#[component]
fn List(props: &ListProps) -> Html {
    let words = use_words();
    let limit = use_state_eq(|| FIRST);
    let Some((id, heading, write)) = LISTS.get(props.list).copied() else { return Html::default() };
    let Lines { count, first } = write(&props.portfolio, words, *limit);
    if count == 0 {
        return Html::default();
    }
    let left = count.saturating_sub(*limit);
    let show = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| {
            limit.set(*limit + MORE);
            // The button stays, and with it the focus, until nothing is left.
            if left <= MORE {
                focus_element_soon(id);
            }
        })
    };
    html! {
        <section>
            <h2 class="section-heading" {id} tabindex="-1">{ format!("{} ({})", words.text(heading), words.count(count)) }</h2>
            <ul class="no-max-width">{ for first.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            if left > 0 {
                <button type="button" class="text-button small" onclick={show}>{ words.and_more(left) }</button>
            }
        </section>
    }
}
