//! Draws the contracts of a portfolio as the rows of a table, with bars that can be compared.

use yew::prelude::*;

use crate::app::element_id;
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::i18n::text::PortfolioText;
use crate::portfolio::{Portfolio, Row};
use crate::ui::charts::{BarParts, bar};
use crate::ui::context::use_words;
use crate::ui::long_rows::LongRows;
use crate::ui::shared::Shared;

/// The rows of one table.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    pub(super) portfolio: Shared<Portfolio>,
    /// The places of the rows, in their order.
    pub(super) places: Shared<Vec<usize>>,
    pub(super) heading: PortfolioText,
    /// The name that tells the table from another one of the place.
    pub(super) name: &'static str,
    pub(super) with_pay: bool,
    /// Opens the case of a row.
    pub(super) enter: Callback<usize>,
    /// The row that was entered last.
    pub(super) entered: Option<String>,
}

/// Returns the `id` of the button of a row, by its file.
pub(super) fn row_id(file: &str) -> String {
    element_id("portfolio-row", file)
}

/// Draws one table; of a long one only the rows near the window.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let words = use_words();
    let columns = columns(props.with_pay);
    let row = {
        let props = props.clone();
        let columns = columns.clone();
        Callback::from(move |at: usize| {
            let place = props.places.get(at).copied();
            let found = place.and_then(|place| Some((place, props.portfolio.rows.get(place)?)));
            // By its place in the table: another order puts other texts into the same rows, which costs the least.
            found.map(|(place, row)| row_html(&props, &columns, (at, place, row), words)).unwrap_or_default()
        })
    };
    let is_entered = |place: &usize| {
        let row = props.portfolio.rows.get(*place);
        row.is_some_and(|row| props.entered.as_deref() == Some(row.file.as_str()))
    };
    let asked = props.places.iter().position(is_entered);
    html! {
        <section>
        <h2 class="section-heading">{ words.text(props.heading) }</h2>
        <table class="table table--compact table--borderless table--responsive-headers portfolio-table" id={props.name}>
            <caption class="sr-only">{ words.text(props.heading) }</caption>
            <thead>
                <tr>{ for columns.iter().map(|(text, class)| html! { <th scope="col" class={*class}>{ words.text(*text) }</th> }) }</tr>
            </thead>
            <LongRows name={props.name} count={props.places.len()} columns={columns.len()} {row} {asked} />
        </table>
        </section>
    }
}

/// The heading of a column, and the class of its cells.
type Column = (PortfolioText, Option<&'static str>);

fn columns(with_pay: bool) -> Vec<Column> {
    let number = Some("number");
    let columns = [
        (PortfolioText::Institution, None),
        (PortfolioText::Secured, number),
        (PortfolioText::Open, number),
        (PortfolioText::Lost, number),
        (PortfolioText::Bar, None),
        (PortfolioText::Overdue, number),
        (PortfolioText::Basis, None),
    ];
    columns.into_iter().chain(with_pay.then_some((PortfolioText::Pay, number))).collect()
}

fn row_html(
    props: &RowsProps,
    columns: &[Column],
    (at, place, row): (usize, usize, &Row),
    words: Words,
) -> Html {
    let standing = row.standing;
    let figure = |part: Decimal| {
        if row.has_points() { words.percent_of_own(row.percent(part)) } else { words.number(part) }
    };
    let [secured, open, lost] = [standing.secured, standing.open, standing.lost].map(figure);
    let label = words.parts_label([&secured, &open, &lost]);
    let parts = BarParts::settled(standing.secured, standing.open, standing.lost);
    let enter = props.enter.reform(move |_: MouseEvent| place);
    let name = html! { <>
        <button id={row_id(&row.file)} type="button" class="text-button" onclick={enter}>
            <span lang={row.language.clone()}>{ row.name() }</span>
        </button>
        if row.institution.is_some() {
            <span class="small quiet portfolio-title" lang={row.language.clone()}>{ &row.title }</span>
        }
    </> };
    let bar = if row.is_unassessed() { Html::default() } else { bar(parts, label) };
    let secured = if row.has_points() { secured } else { words.met_of(row.counts.met, row.goal_count()) };
    let figures =
        [secured, open, lost].map(|figure| if row.is_unassessed() { "–".to_owned() } else { figure });
    let [secured, open, lost] = figures;
    let overdue = if row.overdue.is_empty() { "–".to_owned() } else { words.count(row.overdue.len()) };
    let payable = row.pay.map(|pay| match pay.payable {
        Some(payable) => words.kroner_range(payable),
        None => words.share_percent(pay.fraction),
    });
    let text = |text: String| html! { { text } };
    let mut cells = vec![name, text(secured), text(open), text(lost), bar, text(overdue), basis(row, words)];
    if props.with_pay {
        cells.push(text(payable.unwrap_or_else(|| "–".to_owned())));
    }
    let cells = cells.into_iter().zip(columns).enumerate();
    html! {
        <tr key={at}>
            { for cells.map(|(at, (cell, (text, class)))| {
                let title = words.text(*text);
                if at == 0 {
                    html! { <th scope="row" data-title={title}>{ cell }</th> }
                } else {
                    html! { <td class={*class} data-title={title}>{ cell }</td> }
                }
            }) }
        </tr>
    }
}

/// Draws whose assessment the row rests on and of what day, with what has to be known about it.
fn basis(row: &Row, words: Words) -> Html {
    let Some(basis) = &row.basis else { return html! { { words.text(row.whose.none()) } } };
    let day = basis.as_of.map(|day| words.date(day)).unwrap_or_default();
    let marks = [
        basis.is_old.then_some(PortfolioText::IsOld),
        basis.is_of_other_edition.then_some(PortfolioText::OtherEdition),
    ];
    html! { <>
        { words.basis_of(basis.by) }{ " " }{ day }
        { for marks.into_iter().flatten().map(|mark| html! { <span class="small portfolio-title">{ words.text(mark) }</span> }) }
    </> }
}
