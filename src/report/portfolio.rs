//! Portefølje: many contracts on one A4 page across, up to twenty-five of them.

use super::document::{Amounts, Block, Cell, Column, ColumnKind, Density, Row, Table, WrittenPaper};
use super::words::shortened;
use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::i18n::short::shortened as with_end;
use crate::i18n::text::report::release;
use crate::i18n::text::{LevelText, PageText, PortfolioText};
use crate::portfolio::{
    Basis, Filter, LevelNote, LevelTable, Order, Portfolio, Row as ContractRow, level_tables, median,
    ordered, overdue_lines, stake_lines,
};

/// The paper's name in names of files. It is the only one that stands across.
pub(super) const CODE: &str = "portefoelje";

/// How long the name of a contract may be.
const NAME: usize = 56;
/// How long an item of a list may be.
const ITEM: usize = 150;
/// How many items a list has beside few rows, and beside as many as stand on one page.
const ITEMS: (usize, usize) = (8, 3);
/// How many goals that others serve stand beside few rows, and how much of each.
const LEVELS: usize = 6;
const LEVEL: usize = 900;
/// How many lines each of them takes.
const LINES: usize = 3;
/// How many digits of a fingerprint stand beside many rows: enough to tell it from every other.
const DIGITS: usize = 16;
/// From how many rows on the lines stand closer, and closest.
const CLOSE: usize = 10;
const TIGHT: usize = 16;

/// A portfolio, and what is said about a print of it.
#[derive(Clone, Copy, Debug)]
pub struct PortfolioMatter<'a> {
    /// The contracts.
    pub portfolio: &'a Portfolio,
    /// What the rows are sorted by.
    pub order: Order,
    /// Whether the resultatløn is shown.
    pub with_pay: bool,
    /// The day of the print.
    pub printed: Option<Date>,
    /// The version of the program.
    pub version: &'a str,
    /// The words that the paper is written in.
    pub words: Words,
}

/// The paper about a portfolio.
pub fn portfolio_paper(matter: &PortfolioMatter<'_>) -> WrittenPaper {
    let (words, portfolio) = (matter.words, matter.portfolio);
    let rows: Vec<&ContractRow> = ordered(&portfolio.rows, matter.order, Filter::All)
        .into_iter()
        .filter_map(|place| portfolio.rows.get(place))
        .collect();
    let mut blocks = vec![Block::Table(table(matter, &rows)), Block::Aside(summary(portfolio, words))];
    let levels = level_tables(portfolio, words);
    // Goals that others serve take room of the same page.
    let lines = rows.len() + LINES * levels.len().min(LEVELS);
    let is_tight = lines > TIGHT;
    blocks.extend(list(PortfolioText::OverdueHeading, overdue_lines(&rows, words), is_tight, words));
    blocks.extend(list(PortfolioText::AtStakeHeading, stake_lines(&rows, words), is_tight, words));
    blocks.extend(level_list(&levels, rows.len(), is_tight, words));
    let across = portfolio.across.iter().map(|found| found.text(words)).collect();
    blocks.extend(list(PortfolioText::AcrossHeading, across, is_tight, words));
    blocks.push(Block::Aside(fingerprints(&rows, is_tight, words)));
    let days = portfolio.days().map(|days| words.as_of_days(days));
    let foot =
        [matter.printed.map(|date| words.printed_on(&words.date(date))), Some(release(matter.version))];
    WrittenPaper {
        code: CODE,
        words,
        quoted_lang: "da".to_owned(),
        title: words.text(PageText::Portfolio).to_owned(),
        subtitle: words.contracts_counted(rows.len()),
        status: days.into_iter().collect(),
        confidential: matter.with_pay && rows.iter().any(|row| row.pay.is_some()),
        draft: false,
        density: match lines {
            count if count > TIGHT => Density::Tight,
            count if count > CLOSE => Density::Close,
            _ => Density::Airy,
        },
        blocks,
        foot: foot.into_iter().flatten().collect(),
    }
}

fn table(matter: &PortfolioMatter<'_>, rows: &[&ContractRow]) -> Table {
    let words = matter.words;
    let columns = [
        (PortfolioText::Institution, ColumnKind::Words),
        (PortfolioText::Secured, ColumnKind::Figure),
        (PortfolioText::Open, ColumnKind::Figure),
        (PortfolioText::Lost, ColumnKind::Figure),
        (PortfolioText::Bar, ColumnKind::Picture),
        (PortfolioText::Overdue, ColumnKind::Figure),
        (PortfolioText::Basis, ColumnKind::Short),
    ];
    let pay = matter.with_pay.then_some((PortfolioText::Pay, ColumnKind::Figure));
    let columns =
        columns.into_iter().chain(pay).map(|(name, kind)| Column::new(words.text(name), kind)).collect();
    let mut lines = Vec::new();
    for (heading, has_points) in [(PortfolioText::WithPoints, true), (PortfolioText::WithoutWeights, false)] {
        let within: Vec<_> = rows.iter().filter(|row| row.has_points() == has_points).collect();
        if !within.is_empty() {
            lines.push(Row::Group(words.text(heading).to_owned(), Some(words.count(within.len()))));
            lines.extend(within.into_iter().map(|row| Row::Cells(cells(matter, row))));
        }
    }
    Table { caption: words.text(PageText::Portfolio).to_owned(), columns, rows: lines }
}

fn cells(matter: &PortfolioMatter<'_>, row: &ContractRow) -> Vec<Cell> {
    let words = matter.words;
    let standing = row.standing;
    let figure = |part: Decimal| {
        let figure =
            if row.has_points() { words.percent_of_own(row.percent(part)) } else { words.number(part) };
        Cell::Text(figure)
    };
    let amounts = Amounts { secured: standing.secured, open: standing.open, lost: standing.lost };
    let overdue = row.overdue.len();
    let mut cells = vec![
        Cell::Quoted(with_end(row.name(), NAME)),
        figure(standing.secured),
        figure(standing.open),
        figure(standing.lost),
        Cell::Bar(amounts),
        Cell::Text(if overdue == 0 { "–".to_owned() } else { words.count(overdue) }),
        Cell::Text(basis(row.basis.as_ref(), words)),
    ];
    if matter.with_pay {
        let payable = row.pay.and_then(|pay| pay.payable).map(|span| words.kroner_range(span));
        let fraction = || Some(words.share_percent(row.pay?.fraction));
        cells.push(Cell::Text(payable.or_else(fraction).unwrap_or_default()));
    }
    cells
}

/// `aftalt 15.01.2010`, with what has to be known about it.
fn basis(basis: Option<&Basis>, words: Words) -> String {
    let Some(basis) = basis else { return words.text(PortfolioText::NoAssessment).to_owned() };
    let day = basis.as_of.map(|day| words.date(day));
    let said = std::iter::once(words.basis_of(basis.by).to_owned()).chain(day).collect::<Vec<_>>().join(" ");
    let marks = [
        basis.is_old.then_some(PortfolioText::IsOld),
        basis.is_of_other_edition.then_some(PortfolioText::OtherEdition),
    ];
    let marks = marks.into_iter().flatten().map(|mark| format!(", {}", words.text(mark)));
    std::iter::once(said).chain(marks).collect()
}

/// Median, deadlines and what is missing, and why there is no total.
fn summary(portfolio: &Portfolio, words: Words) -> String {
    let rows = &portfolio.rows;
    let middle = median(rows).map(|of| words.middle_of(of.median, [of.least, of.most], of.of));
    let overdue = rows.iter().map(|row| row.overdue.len()).sum();
    let missing = rows.iter().filter(|row| Filter::WithoutDepartment.lets(row)).count();
    let counted = format!("{}, {}.", words.overdue_counted(overdue), words.without_department(missing));
    let no_mean = words.text(PortfolioText::NoMean).to_owned();
    middle.into_iter().chain([counted, no_mean]).collect::<Vec<_>>().join(" ")
}

/// A heading and the first items of a list, in one paragraph where there is little room; nothing where there are none.
fn list(heading: PortfolioText, mut items: Vec<String>, is_tight: bool, words: Words) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let (heading, count) = (words.text(heading), words.count(items.len()));
    let most = if is_tight { ITEMS.1 } else { ITEMS.0 };
    let left = items.len().saturating_sub(most);
    items.truncate(most);
    for item in &mut items {
        *item = shortened(item, ITEM);
    }
    if left > 0 {
        items.push(words.and_more(left));
    }
    if is_tight {
        return vec![Block::Aside(format!("{heading} ({count}): {}", items.join("; ")))];
    }
    vec![Block::Heading(heading.to_owned(), Some(count)), Block::List(items)]
}

/// Goals that serve a goal, a paragraph each: what they come to, then each of them. So many that the page holds them.
fn level_list(tables: &[LevelTable], rows: usize, is_tight: bool, words: Words) -> Vec<Block> {
    if tables.is_empty() {
        return Vec::new();
    }
    let (heading, count) = (words.text(LevelText::Heading).to_owned(), words.count(tables.len()));
    let (most, length) = if rows > CLOSE { (ITEMS.1, ITEM) } else { (LEVELS, LEVEL) };
    let left = tables.len().saturating_sub(most);
    let mut items: Vec<String> =
        tables.iter().take(most).map(|table| shortened(&level_line(table, words), length)).collect();
    if left > 0 {
        items.push(words.and_more(left));
    }
    if is_tight {
        let title = format!("{heading} ({count}):");
        // Where there are few rows each goal has a paragraph of its own.
        return if rows > CLOSE {
            vec![Block::Aside(format!("{title} {}", items.join("; ")))]
        } else {
            std::iter::once(title).chain(items).map(Block::Aside).collect()
        };
    }
    vec![Block::Heading(heading, Some(count)), Block::List(items)]
}

/// `Minister · Mål 1 (højst 26.000 ledige): 1 af 2 kendte bidrag opfyldt. Region Nord · Mål 1: 3.890, Opfyldt; …`
fn level_line(table: &LevelTable, words: Words) -> String {
    let said = table.notes.iter().map(LevelNote::text);
    let rows = table.rows.iter().map(|row| match row.status {
        Some(status) => format!("{}: {}, {}", row.name, row.result, words.goal_status(status)),
        None => format!("{}: {}", row.name, row.result),
    });
    let (said, rows) = (said.collect::<Vec<_>>().join(" "), rows.collect::<Vec<_>>().join("; "));
    format!("{} ({}; {}): {said} {rows}.", table.name, table.requirement, table.result)
}

fn fingerprints(rows: &[&ContractRow], is_tight: bool, words: Words) -> String {
    let all = rows.iter().map(|row| {
        let sum = if is_tight { row.fingerprint.get(..DIGITS) } else { None };
        let end = if sum.is_some() { "…" } else { "" };
        format!("{} {}{end}", with_end(&row.id, 24), sum.unwrap_or(&row.fingerprint))
    });
    format!("{}: {}", words.text(PortfolioText::Fingerprints), all.collect::<Vec<_>>().join(" · "))
}
