//! Lists what asks for somebody: deadlines, points at stake, what the department has to be told, what changed, what does
//! not fit together, and the files that are not used.

use yew::prelude::*;

use crate::i18n::text::PortfolioText;
use crate::portfolio::{Portfolio, Row, changed_lines, due_lines, overdue_lines, stake_lines};
use crate::ui::context::use_words;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// How many lines of a list are shown before all are asked for.
const FIRST: usize = 10;

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
    let left_out = portfolio.left_out.iter().map(|file| format!("{} {}.", file.file, file.why.text(words)));
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

/// Draws the first lines, and all once they are asked for.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let words = use_words();
    let whole = use_state_eq(|| false);
    let limit = if *whole { props.lines.len() } else { FIRST };
    let left = props.lines.len().saturating_sub(limit);
    let id = props.id;
    let show = {
        let whole = whole.setter();
        Callback::from(move |_: MouseEvent| {
            whole.set(true);
            focus_element_soon(id);
        })
    };
    html! {
        <section>
            <h2 class="section-heading" {id} tabindex="-1">{ format!("{} ({})", words.text(props.heading), words.count(props.lines.len())) }</h2>
            <ul class="no-max-width">{ for props.lines.iter().take(limit).map(|line| html! { <li>{ line }</li> }) }</ul>
            if left > 0 {
                <button type="button" class="text-button small" onclick={show}>{ words.and_more(left) }</button>
            }
        </section>
    }
}
