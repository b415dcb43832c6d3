//! Draws the place: the ways in, the progress, what was read, the rows and the lists.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::examples::EXAMPLES;
use super::held::{Held, change, held, redraw_by};
use super::levels::Levels;
use super::lists::lists;
use super::opening::enter;
use super::reading::{READ, choose_folder, read_again, read_files, stop};
use super::rows::{Rows, row_id};
use crate::app::{Action, Route, State};
use crate::i18n::Words;
use crate::i18n::short::{NAME, shortened};
use crate::i18n::text::{OfficeText, PageText, PortfolioText, ReportText, StartText};
use crate::platform::events::on_print;
use crate::platform::file::chosen;
use crate::platform::page::print;
use crate::platform::{download, folder};
use crate::portfolio::{Filter, Order, Portfolio, Whose, by_name, counted_line, csv, middle_line, reordered};
use crate::report::{PortfolioMatter, WrittenPaper, html as file_of, portfolio_paper};
use crate::ui::context::{Page, use_page, use_words};
use crate::ui::focus::focus_element_soon;
use crate::ui::later::office_here;
use crate::ui::moment::moment;
use crate::ui::papers::{put_beside, take_away};
use crate::ui::shared::Shared;

/// Whether a contract is open, to which a link leads back.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PortfolioProps {
    pub(crate) is_open: bool,
}

/// Draws the portfolio; without one, the ways to it.
#[component]
pub(crate) fn PortfolioPlace(props: &PortfolioProps) -> Html {
    let words = use_words();
    let update = use_force_update();
    use_effect_with((), move |()| {
        redraw_by(Some(Rc::new(move || update.force_update())));
        // Back from a case: what led to it takes the focus.
        if let Some(left_by) = held().left_by {
            focus_element_soon(&left_by);
        }
        || redraw_by(None)
    });
    use_effect_with(words, |words| {
        let words = *words;
        let listening = on_print(move |is_printing| {
            // A browser may say twice that it prints.
            take_away();
            if let Some(paper) = is_printing.then(|| paper(words)).flatten() {
                put_beside(&paper);
            }
        });
        move || drop(listening)
    });
    let now = held();
    html! {
        <div id="portfolio">
            <h1 class="place-heading">{ words.text(PageText::Portfolio) }</h1>
            { ways(&now, props.is_open, words) }
            { progress(&now, words) }
            { for now.portfolio.clone().map(|portfolio| contracts(portfolio, now, words)) }
        </div>
    }
}

/// Draws the ways to a portfolio: a folder, and the examples.
fn ways(now: &Held, is_open: bool, words: Words) -> Html {
    let (back, back_text) = if is_open {
        (Route::Results(None), StartText::BackToOpen)
    } else {
        (Route::Start, StartText::Heading)
    };
    let example = |one: &'static super::examples::Example| {
        html! {
            <li key={one.id}>
                <button id={format!("portfolio-example-{}", one.id)} type="button" class="text-button" onclick={Callback::from(move |_: MouseEvent| one.read())}>
                    { words.text(one.name) }
                </button>
            </li>
        }
    };
    html! {
        <div class="screen-only">
            if now.portfolio.is_none() { <p>{ words.text(PortfolioText::Lead) }</p> }
            <div class="paper-tools">
                <FolderChoice />
                if now.portfolio.is_some() {
                    <button id="read-again" type="button" class="button button-secondary button-small" onclick={Callback::from(|_: MouseEvent| read_again(held().whose))}>
                        { words.text(PortfolioText::ReadAgain) }
                    </button>
                    <button id="close-portfolio" type="button" class="text-button" onclick={Callback::from(|_: MouseEvent| close())}>
                        { words.text(PortfolioText::Forget) }
                    </button>
                }
                <a id="portfolio-back" href={back.address()}>{ words.text(back_text) }</a>
            </div>
            <p class="small quiet">{ words.text(PortfolioText::DropMany) }{ " " }{ words.text(PortfolioText::Privacy) }</p>
            if now.portfolio.is_none() {
                <p>{ words.text(PortfolioText::ExamplesLead) }</p>
                <ul class="plain-list">{ for EXAMPLES.iter().map(example) }</ul>
            }
        </div>
    }
}

fn close() {
    stop();
    change(|held| *held = Held::default());
    focus_element_soon("choose-folder");
}

/// Draws the button that asks for a folder. Where the browser cannot read one again, its input asks instead.
#[component]
fn FolderChoice() -> Html {
    let words = use_page().words;
    let input = use_node_ref();
    let choose = use_callback(input.clone(), |_: MouseEvent, input| {
        let by_input = {
            let input = input.clone();
            move || {
                if let Some(input) = input.cast::<HtmlInputElement>() {
                    input.click();
                }
            }
        };
        if folder::can_choose() { choose_folder(by_input) } else { by_input() }
    });
    let onchange = Callback::from(|event: Event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            read_files(chosen(&input).into_iter().map(Into::into).collect());
        }
    });
    html! { <>
        <button id="choose-folder" type="button" class="button button-primary button-small" onclick={choose}>
            { words.text(PortfolioText::ChooseFolder) }
        </button>
        <input ref={input} id="folder-input" type="file" autocomplete="off" webkitdirectory=true multiple=true hidden=true {onchange} />
    </> }
}

/// Draws how far the reading is, with a way to stop it.
fn progress(now: &Held, words: Words) -> Html {
    let said = now.reading.map(|(done, of)| done * 4 / of.max(1) * 25);
    let said = said.map(|percent| words.reading_percent(percent)).unwrap_or_default();
    html! {
        <div class="screen-only">
            { for now.reading.map(|far| progress_bar(far, words)) }
            // The bar moves many times a second, so only its quarters are announced.
            <p class="sr-only" role="status">{ said }</p>
        </div>
    }
}

fn progress_bar((done, of): (usize, usize), words: Words) -> Html {
    let stop = Callback::from(|_: MouseEvent| {
        stop();
        focus_element_soon("choose-folder");
    });
    html! {
        <div class="opening" id="portfolio-reading">
            <label class="opening__label" for="portfolio-progress">
                { if of == 0 { words.text(PortfolioText::Looking).to_owned() } else { words.reading_files(done, of) } }
            </label>
            <progress class="opening__bar" id="portfolio-progress" max={of.max(1).to_string()} value={done.to_string()}></progress>
            <button type="button" class="text-button" id="stop-reading" onclick={stop}>{ words.text(PageText::Cancel) }</button>
        </div>
    }
}

/// The contracts, and how they are shown.
#[derive(Clone, PartialEq, Properties)]
struct ContractsProps {
    portfolio: Shared<Portfolio>,
    order: Order,
    filter: Filter,
    with_pay: bool,
    /// Where the contracts come from, in words.
    origin: String,
    /// The row by which the place was left, by its file.
    entered: Option<String>,
}

fn contracts(portfolio: Shared<Portfolio>, now: Held, words: Words) -> Html {
    let origin = origin(&now, words);
    let Held { order, filter, with_pay, entered, .. } = now;
    html! { <Contracts {portfolio} {order} {filter} {with_pay} {origin} {entered} /> }
}

/// Draws the contracts. A reading under way leaves them as they are.
#[component]
fn Contracts(props: &ContractsProps) -> Html {
    let page = use_page();
    let (words, portfolio) = (page.words, &props.portfolio);
    let rows = &portfolio.rows;
    let with_pay = props.with_pay && portfolio.has_pay();
    let named = use_memo(portfolio.clone(), |portfolio| by_name(&portfolio.rows));
    let middle =
        use_memo((portfolio.clone(), words), |(portfolio, words)| middle_line(&portfolio.rows, *words));
    let places = reordered(rows, &named, props.order, props.filter);
    let (with, without): (Vec<usize>, Vec<usize>) =
        places.into_iter().partition(|place| rows.get(*place).is_some_and(crate::portfolio::Row::has_points));
    let enter = {
        let (page, portfolio) = (page.clone(), portfolio.clone());
        Callback::from(move |place: usize| {
            if let Some(row) = portfolio.rows.get(place) {
                enter(&page, row, row_id(&row.file), None);
            }
        })
    };
    let table = |places: Vec<usize>, heading: PortfolioText, name: &'static str| {
        let (enter, entered) = (enter.clone(), props.entered.clone());
        html! {
            if !places.is_empty() {
                <Rows key={name} {portfolio} places={Shared(Rc::new(places))} {heading} {name} {with_pay} {enter} {entered} />
            }
        }
    };
    html! { <>
        <p id={READ} tabindex="-1">
            { words.folder_read(portfolio.files, rows.len(), portfolio.left_out.len()) }
            if let Some(days) = portfolio.days() { { " " }{ sentence(&words.as_of_days(days)) } }
            { " " }{ props.origin.clone() }
            if with_pay { { " " }<strong id="portfolio-confidential">{ words.text(PageText::Confidential) }</strong> }
        </p>
        if rows.is_empty() {
            <p>{ words.text(PortfolioText::NoContracts) }</p>
        } else {
            { choices(props, words) }
            { table(with, PortfolioText::WithPoints, "weighted") }
            { table(without, PortfolioText::WithoutWeights, "unweighted") }
            <p id="portfolio-middle">
                if let Some(middle) = &*middle { { middle }{ " " } }
                { counted_line(rows, words) }{ " " }{ words.text(PortfolioText::NoMean) }
            </p>
            { tools(&page) }
        }
        <Levels {portfolio} />
        { lists(portfolio) }
    </> }
}

/// Says which folder was read and when; of an example, that it is made up.
fn origin(now: &Held, words: Words) -> String {
    match now.read_at {
        Some(at) if !now.is_example() => {
            let folder = now.origin.folder().map(|name| shortened(&name, NAME));
            words.read_from(folder.as_deref(), (at.hour, at.minute))
        }
        _ => words.text(PortfolioText::MadeUp).to_owned(),
    }
}

/// Makes a sentence of a part of one.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}

/// Draws the orders and the filters as buttons, and the switch of pay.
fn choices(now: &ContractsProps, words: Words) -> Html {
    let portfolio = &now.portfolio;
    let button = |id: String, text: String, is_on: bool, onclick: Callback<MouseEvent>| {
        html! { <button key={id.clone()} {id} type="button" class="filters__filter" aria-pressed={is_on.to_string()} {onclick}>{ text }</button> }
    };
    let label = |id: &'static str, text: PortfolioText| html! { <span {id} class="small quiet">{ words.text(text) }</span> };
    let orders = Order::ALL.into_iter().enumerate().map(|(at, order)| {
        let onclick = Callback::from(move |_: MouseEvent| change(|held| held.order = order));
        button(
            format!("portfolio-order-{at}"),
            words.text(order_text(order)).to_owned(),
            order == now.order,
            onclick,
        )
    });
    let filters = Filter::ALL.into_iter().enumerate().map(|(at, filter)| {
        let onclick = Callback::from(move |_: MouseEvent| change(|held| held.filter = filter));
        let count = portfolio.rows.iter().filter(|row| filter.lets(row)).count();
        let text = format!("{} {}", words.text(filter_text(filter)), words.count(count));
        button(format!("portfolio-filter-{at}"), text, filter == now.filter, onclick)
    });
    let whose = Whose::ALL.into_iter().enumerate().map(|(at, whose)| {
        let onclick = Callback::from(move |_: MouseEvent| read_again(whose));
        let count =
            portfolio.rows.iter().filter(|row| row.assessed_by.iter().any(|by| whose.lets(*by))).count();
        let text = format!("{} {}", words.text(whose_text(whose)), words.count(count));
        button(format!("portfolio-whose-{at}"), text, whose == portfolio.whose(), onclick)
    });
    let with_pay = now.with_pay;
    let switch = Callback::from(move |_: MouseEvent| change(|held| held.with_pay = !with_pay));
    html! {
        <div class="screen-only">
            <div class="filters" role="group" aria-labelledby="portfolio-sort">{ label("portfolio-sort", PortfolioText::SortBy) }{ for orders }</div>
            <div class="filters" role="group" aria-labelledby="portfolio-show">{ label("portfolio-show", PortfolioText::Show) }{ for filters }</div>
            <div class="filters" role="group" aria-labelledby="portfolio-assessment">{ label("portfolio-assessment", PortfolioText::Assessment) }{ for whose }</div>
            if portfolio.has_pay() {
                <div class="filters">
                    { button("portfolio-pay".to_owned(), words.text(PortfolioText::ShowPay).to_owned(), with_pay, switch) }
                </div>
            }
        </div>
    }
}

fn order_text(order: Order) -> PortfolioText {
    match order {
        Order::Lost => PortfolioText::ByLost,
        Order::Open => PortfolioText::ByOpen,
        Order::Overdue => PortfolioText::ByOverdue,
        Order::Name => PortfolioText::ByName,
    }
}

fn whose_text(whose: Whose) -> PortfolioText {
    match whose {
        Whose::Deciding => PortfolioText::Deciding,
        Whose::Department => PortfolioText::OfDepartment,
        Whose::Director => PortfolioText::OfDirector,
    }
}

fn filter_text(filter: Filter) -> PortfolioText {
    match filter {
        Filter::All => PortfolioText::ShowAll,
        Filter::Overdue => PortfolioText::ShowOverdue,
        Filter::WithoutDepartment => PortfolioText::ShowWithoutDepartment,
        Filter::Due => PortfolioText::ShowDue,
    }
}

/// Draws the buttons that take the portfolio along.
fn tools(page: &Page) -> Html {
    let words = page.words;
    let save = |id: &'static str,
                text: &'static str,
                make: fn(Words) -> Option<(String, &'static str, &'static str)>| {
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some((content, end, mime)) = make(words) {
                // A browser that refuses a download says so itself.
                let _ = download::save(&format!("portefoelje.{end}"), &content, mime);
            }
        });
        html! { <button {id} type="button" class="button button-secondary button-small" {onclick}>{ text }</button> }
    };
    html! {
        <div class="paper-tools screen-only">
            <button id="print-portfolio" type="button" class="button button-primary button-small" onclick={Callback::from(|_: MouseEvent| print())}>
                { words.text(PortfolioText::Print) }
            </button>
            { save("portfolio-html", words.text(ReportText::AsHtml), |words| Some((file_of(&paper(words)?), "html", "text/html"))) }
            { save("portfolio-csv", words.text(PortfolioText::AsCsv), as_csv) }
            <button id="portfolio-xlsx" type="button" class="button button-secondary button-small" onclick={saving_workbook(page)}>
                { words.text(OfficeText::AsWorkbook) }
            </button>
        </div>
    }
}

/// Makes a click handler that hands out the portfolio as a workbook, once the code that writes it is here.
fn saving_workbook(page: &Page) -> Callback<MouseEvent> {
    let page = page.clone();
    Callback::from(move |_| {
        let page = page.clone();
        spawn_local(async move {
            let Some(office) = office_here().await else { return page.send(Action::PartMissing) };
            if let Some(bytes) = with_matter(page.words, office.portfolio) {
                // A browser that refuses a download says so itself.
                let _ = download::save_bytes("portefoelje.xlsx", &bytes, WORKBOOK);
            }
        });
    })
}

/// What a workbook is called among the kinds of files.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn as_csv(words: Words) -> Option<(String, &'static str, &'static str)> {
    let now = held();
    Some((csv(now.portfolio.as_deref()?, now.with_pay, words == Words::DANISH), "csv", "text/csv"))
}

/// Writes the paper of what is shown; `None` without contracts.
fn paper(words: Words) -> Option<WrittenPaper> {
    with_matter(words, portfolio_paper)
}

/// Makes something of what is shown; `None` without contracts.
fn with_matter<T>(words: Words, make: fn(&PortfolioMatter<'_>) -> T) -> Option<T> {
    let now = held();
    let portfolio = now.portfolio.as_deref().filter(|portfolio| !portfolio.rows.is_empty())?;
    Some(make(&PortfolioMatter {
        portfolio,
        order: now.order,
        with_pay: now.with_pay,
        printed: moment().map(|now| now.date),
        version: env!("CARGO_PKG_VERSION"),
        words,
    }))
}

/// Draws the way back to the portfolio, where the open case was entered from it.
pub(crate) fn back_to_portfolio(state: &State, words: Words) -> Option<Html> {
    let is_inside = state.case.is_some() && held().entered.is_some();
    is_inside.then(|| {
        html! {
            <p key="portfolio">
                <a id="back-to-portfolio" href={Route::Portfolio.address()}>{ words.text(PortfolioText::BackToPortfolio) }</a>
            </p>
        }
    })
}
