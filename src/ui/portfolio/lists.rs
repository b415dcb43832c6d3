//! Lists what asks for somebody: deadlines, points at stake, what the department has to be told, what changed, what does
//! not fit together, and the files that are not used.

use yew::prelude::*;

use crate::i18n::text::PortfolioText;
use crate::portfolio::{LeftOut, Portfolio, Row, changed_lines, due_lines, overdue_lines, stake_lines};
use crate::small::sort_by_key;
use crate::ui::context::use_words;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// How many lines of a list are shown at first, and how many more each time that they are asked for: the lines of ten
/// thousand contracts would hold the page up.
const FIRST: usize = 10;
const MORE: usize = 1_000;

/// The portfolio that the lists are about.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListsProps {
    pub(super) portfolio: Shared<Portfolio>,
}

/// Draws the lists that have something in them. Another order of the rows leaves them as they are: thousands of lines are
/// not made anew.
#[component]
pub(super) fn Lists(props: &ListsProps) -> Html {
    let words = use_words();
    let portfolio = &*props.portfolio;
    let rows: Vec<&Row> = portfolio.rows.iter().collect();
    let mut left_out: Vec<&LeftOut> = portfolio.left_out.iter().collect();
    // What should have been used is seen first, however many strangers' files there are.
    sort_by_key(&mut left_out, |file| !file.why.is_refusal());
    let left_out = left_out.into_iter().map(|file| {
        let mark = if file.why.is_refusal() { "! " } else { "" };
        format!("{mark}{} {}.", file.file, file.why.text(words))
    });
    let across = portfolio.across.iter().map(|found| found.text(words));
    let all = [
        ("portfolio-left-out", PortfolioText::LeftOutHeading, left_out.collect()),
        ("portfolio-across", PortfolioText::AcrossHeading, across.collect()),
        ("portfolio-overdue", PortfolioText::OverdueHeading, overdue_lines(&rows, words)),
        ("portfolio-stake", PortfolioText::AtStakeHeading, stake_lines(&rows, words)),
        ("portfolio-due", PortfolioText::DueHeading, due_lines(&rows, words)),
        ("portfolio-changed", PortfolioText::ChangedHeading, changed_lines(&rows, words)),
    ];
    let filled = all.into_iter().filter(|(.., lines): &(_, _, Vec<String>)| !lines.is_empty());
    filled.map(|(id, heading, lines)| html! { <Lines key={id} {id} {heading} {lines} /> }).collect()
}

/// A heading and its lines.
#[derive(Clone, PartialEq, Properties)]
struct LinesProps {
    id: &'static str,
    heading: PortfolioText,
    lines: Vec<String>,
}

/// Draws the first lines, and more whenever they are asked for.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let words = use_words();
    let limit = use_state_eq(|| FIRST);
    let left = props.lines.len().saturating_sub(*limit);
    let id = props.id;
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
            <h2 class="section-heading" {id} tabindex="-1">{ format!("{} ({})", words.text(props.heading), words.count(props.lines.len())) }</h2>
            <ul class="no-max-width">{ for props.lines.iter().take(*limit).map(|line| html! { <li>{ line }</li> }) }</ul>
            if left > 0 {
                <button type="button" class="text-button small" onclick={show}>{ words.and_more(left) }</button>
            }
        </section>
    }
}
