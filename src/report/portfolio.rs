//! Portefølje: many contracts on one A4 page across, up to twenty-five of them.

use super::document::{Amounts, Block, Cell, Column, ColumnKind, Density, Row, Table, WrittenPaper};
use super::fit::{fit_across, letters_across};
use super::words::{NOTHING, shortened, sign_of};
use crate::domain::date::Date;
use crate::domain::evaluation::GoalStatus;
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::i18n::short::{NAME, shortened as with_end};
use crate::i18n::text::report::release;
use crate::i18n::text::{LevelText, PageText, PortfolioText};
use crate::portfolio::{
    Basis, Filter, LevelNote, LevelRow, LevelTable, Lines, Order, Portfolio, Row as ContractRow,
    across_lines, counted_line, level_tables, middle_line, ordered, overdue_lines, stake_lines,
};

/// The paper's name in names of files. It is the only one that stands across.
pub(super) const CODE: &str = "portefoelje";

/// How much is said, and how closely.
#[derive(Clone, Copy)]
struct Form {
    density: Density,
    /// How long the name of a contract may be.
    name: usize,
    /// How long an item of a list may be, and how many a list has.
    item: usize,
    items: usize,
    /// How many digits of a fingerprint are printed: enough to tell it from every other.
    digits: usize,
    /// Whether lists are paragraphs, and signs stand for what has to be known of an assessment.
    is_short: bool,
    /// How goals that serve a goal are shown.
    levels: Levels,
}

/// How goals that serve a goal are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Levels {
    /// A table, a line each.
    Table,
    /// A list in columns below each goal that is served.
    Lists,
    /// One paragraph of the goals that are served.
    Paragraph,
}

const fn form(density: Density, [item, items, digits]: [usize; 3], is_short: bool, levels: Levels) -> Form {
    Form { density, name: NAME, item, items, digits, is_short, levels }
}

/// The least that is said.
const CLOSEST: Form = form(Density::Tight, [90, 1, 8], true, Levels::Paragraph);
/// On a page with room first, then with less and less.
const FORMS: [Form; 15] = [
    form(Density::Airy, [150, 8, 64], false, Levels::Table),
    form(Density::Close, [150, 8, 64], false, Levels::Table),
    form(Density::Airy, [120, 4, 16], false, Levels::Table),
    form(Density::Close, [120, 4, 16], false, Levels::Table),
    form(Density::Airy, [150, 5, 16], true, Levels::Table),
    form(Density::Airy, [150, 5, 16], true, Levels::Lists),
    form(Density::Close, [150, 5, 16], true, Levels::Table),
    form(Density::Close, [150, 5, 16], true, Levels::Lists),
    form(Density::Tight, [150, 5, 16], true, Levels::Table),
    form(Density::Tight, [150, 5, 16], true, Levels::Lists),
    form(Density::Tight, [120, 3, 12], true, Levels::Lists),
    form(Density::Tight, [110, 2, 8], true, Levels::Lists),
    form(Density::Tight, [150, 3, 16], true, Levels::Paragraph),
    form(Density::Tight, [110, 2, 12], true, Levels::Paragraph),
    CLOSEST,
];

/// Where it takes several pages all the same.
const MANY: Form = form(Density::Tight, [150, 3, 16], true, Levels::Paragraph);
/// So many rows stand on one page at their closest where little is said of them, though letters are counted too wide to see it.
const NEARLY: usize = 28;
/// More rows than these fit on a page in no form, which need not be tried out then.
const MOST: usize = 60;
/// How many goals that others serve stand where there is room.
const LEVELS: usize = 6;
/// How long a name beside a fingerprint may be.
const ID: usize = 20;

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
    // Without a pay agreement there is nothing to show, and nothing confidential.
    let with_pay = matter.with_pay && portfolio.has_pay();
    let matter = &PortfolioMatter { with_pay, ..*matter };
    let rows: Vec<&ContractRow> = ordered(&portfolio.rows, matter.order, Filter::All)
        .into_iter()
        .filter_map(|place| portfolio.rows.get(place))
        .collect();
    let (blocks, density) = fitting(matter, &rows);
    let days = portfolio.days().map(|days| words.as_of_days(days));
    let only = portfolio.whose().only().map(|only| words.text(only).to_owned());
    let foot =
        [matter.printed.map(|date| words.printed_on(&words.date(date))), Some(release(matter.version))];
    WrittenPaper {
        code: CODE,
        words,
        quoted_lang: "da".to_owned(),
        title: words.text(PageText::Portfolio).to_owned(),
        subtitle: words.contracts_counted(rows.len()),
        status: only.into_iter().chain(days).collect(),
        confidential: with_pay,
        draft: false,
        density,
        blocks,
        foot: foot.into_iter().flatten().collect(),
    }
}

/// What the paper says, in the first form that stands on one page.
fn fitting(matter: &PortfolioMatter<'_>, rows: &[&ContractRow]) -> (Vec<Block>, Density) {
    let levels = level_tables(matter.portfolio, matter.words);
    for form in FORMS.into_iter().filter(|_| rows.len() <= MOST) {
        let blocks = blocks(matter, rows, &levels, form);
        if fit_across(&blocks, form.density) {
            return (blocks, form.density);
        }
    }
    let form = if rows.len() > NEARLY { MANY } else { CLOSEST };
    // Names are shortened only where they take more than a line.
    let name = letters_across(&table(matter, rows, form), form.density);
    let form = Form { name, ..form };
    (blocks(matter, rows, &levels, form), form.density)
}

fn blocks(
    matter: &PortfolioMatter<'_>,
    rows: &[&ContractRow],
    levels: &[LevelTable],
    form: Form,
) -> Vec<Block> {
    let (words, portfolio) = (matter.words, matter.portfolio);
    let list = |heading: PortfolioText, lines: Lines| list(heading, &lines, form, words);
    let mut blocks =
        vec![Block::Table(table(matter, rows, form)), Block::Aside(summary(portfolio, form, words))];
    blocks.extend(list(PortfolioText::OverdueHeading, overdue_lines(rows, words, form.items)));
    blocks.extend(list(PortfolioText::AtStakeHeading, stake_lines(rows, words, form.items)));
    blocks.extend(level_blocks(levels, form, words));
    blocks.extend(list(PortfolioText::AcrossHeading, across_lines(portfolio, words, form.items)));
    blocks.push(Block::Aside(fingerprints(rows, form, words)));
    blocks
}

fn table(matter: &PortfolioMatter<'_>, rows: &[&ContractRow], form: Form) -> Table {
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
            lines.extend(within.into_iter().map(|row| Row::Cells(cells(matter, row, form))));
        }
    }
    Table { caption: words.text(PageText::Portfolio).to_owned(), columns, rows: lines }
}

fn cells(matter: &PortfolioMatter<'_>, row: &ContractRow, form: Form) -> Vec<Cell> {
    let words = matter.words;
    let standing = row.standing;
    let figure = |part: Decimal| {
        if row.has_points() { words.percent_of_own(row.percent(part)) } else { words.number(part) }
    };
    let secured = if row.has_points() {
        figure(standing.secured)
    } else {
        words.met_of(row.counts.met, row.goal_count())
    };
    let amounts = Amounts { secured: standing.secured, open: standing.open, lost: standing.lost };
    let nothing = || Cell::Text(NOTHING.to_owned());
    let figures = if row.is_unassessed() {
        [nothing(), nothing(), nothing(), Cell::empty()]
    } else {
        let [secured, open, lost] = [secured, figure(standing.open), figure(standing.lost)].map(Cell::Text);
        [secured, open, lost, Cell::Bar(amounts)]
    };
    let overdue = row.overdue.len();
    let mut cells = vec![Cell::Quoted(with_end(&row.full_name(), form.name))];
    cells.extend(figures);
    cells.push(if overdue == 0 { nothing() } else { Cell::Text(words.count(overdue)) });
    cells.push(Cell::Text(basis(row, form, words)));
    if matter.with_pay {
        let payable = row.pay.and_then(|pay| pay.payable).map(|span| words.kroner_range(span));
        let fraction = || Some(words.share_percent(row.pay?.fraction));
        cells.push(Cell::Text(payable.or_else(fraction).unwrap_or_else(|| NOTHING.to_owned())));
    }
    cells
}

/// `aftalt 15.01.2010`, with what has to be known about it.
fn basis(row: &ContractRow, form: Form, words: Words) -> String {
    let Some(basis) = &row.basis else { return words.text(row.whose.none()).to_owned() };
    let day = basis.as_of.map(|day| words.date(day));
    let said = std::iter::once(words.basis_of(basis.by).to_owned()).chain(day).collect::<Vec<_>>().join(" ");
    let marks = MARKS.into_iter().filter(|(_, is_marked, _)| is_marked(basis)).map(|(sign, _, mark)| {
        if form.is_short { sign.to_owned() } else { format!(", {}", words.text(mark)) }
    });
    std::iter::once(said).chain(marks).collect()
}

type Mark = (&'static str, fn(&Basis) -> bool, PortfolioText);

/// What has to be known about an assessment, with the sign that stands for it where there is little room.
const MARKS: [Mark; 2] = [
    ("*", |basis| basis.is_old, PortfolioText::IsOld),
    ("†", |basis| basis.is_of_other_edition, PortfolioText::OtherEdition),
];

/// Median, deadlines and what is missing, and why there is no total.
fn summary(portfolio: &Portfolio, form: Form, words: Words) -> String {
    let rows = &portfolio.rows;
    let bases = || rows.iter().filter_map(|row| row.basis.as_ref());
    let signs = MARKS.into_iter().filter(|(_, is_marked, _)| form.is_short && bases().any(is_marked));
    let signs = signs.map(|(sign, _, mark)| format!("{sign} {}.", words.text(mark)));
    let middle = middle_line(rows, words);
    let counted = counted_line(rows, words);
    let no_mean = words.text(PortfolioText::NoMean).to_owned();
    middle.into_iter().chain([counted, no_mean]).chain(signs).collect::<Vec<_>>().join(" ")
}

/// A heading and the first items of a list, in one paragraph where there is little room; nothing where there are none.
fn list(heading: PortfolioText, lines: &Lines, form: Form, words: Words) -> Vec<Block> {
    if lines.count == 0 {
        return Vec::new();
    }
    let (heading, count) = (words.text(heading), words.count(lines.count));
    let left = lines.count.saturating_sub(lines.first.len());
    let mut items: Vec<String> = lines.first.iter().map(|line| shortened(line, form.item)).collect();
    if left > 0 {
        items.push(words.and_more(left));
    }
    if form.is_short {
        return vec![Block::Aside(format!("{heading} ({count}): {}", items.join("; ")))];
    }
    vec![Block::Heading(heading.to_owned(), Some(count)), Block::List(items)]
}

/// Goals that serve a goal: so many that the page holds them, and what they come to.
fn level_blocks(tables: &[LevelTable], form: Form, words: Words) -> Vec<Block> {
    if tables.is_empty() {
        return Vec::new();
    }
    let (heading, count) = (words.text(LevelText::Heading).to_owned(), words.count(tables.len()));
    let title = format!("{heading} ({count}):");
    let most = if form.levels == Levels::Paragraph { form.items } else { LEVELS };
    let left = tables.len().saturating_sub(most);
    let left = (left > 0).then(|| words.and_more(left));
    let tables = tables.iter().take(most);
    let mut blocks = match form.levels {
        Levels::Paragraph => {
            let goals = tables.map(|table| shortened(&level_line(table), form.item));
            let goals: Vec<String> = goals.chain(left).collect();
            return vec![Block::Aside(format!("{title} {}", goals.join("; ")))];
        }
        Levels::Table => vec![Block::Table(level_table(tables, words))],
        Levels::Lists => {
            let lists = tables.enumerate().flat_map(|(at, table)| {
                let line = level_line(table);
                let line = if at == 0 { format!("{title} {line}") } else { line };
                let items = table.rows.iter().map(|row| level_item(row, words));
                let more = (table.left > 0).then(|| words.and_more(table.left));
                [Block::Aside(line), Block::List(items.chain(more).collect())]
            });
            return lists.chain(left.map(Block::Aside)).collect();
        }
    };
    let heading = if form.is_short { Block::Aside(title) } else { Block::Heading(heading, Some(count)) };
    blocks.insert(0, heading);
    blocks.extend(left.map(Block::Aside));
    blocks
}

/// Each goal that is served, and below it those that serve it, a line each.
fn level_table<'t>(tables: impl Iterator<Item = &'t LevelTable>, words: Words) -> Table {
    let columns = [
        (LevelText::Contribution, ColumnKind::Words),
        (LevelText::Requirement, ColumnKind::Words),
        (LevelText::Result, ColumnKind::Value),
        (LevelText::Status, ColumnKind::Short),
        (LevelText::Agrees, ColumnKind::Words),
    ];
    let columns = columns.map(|(name, kind)| Column::new(words.text(name), kind));
    let status = |status: Option<GoalStatus>| match status {
        Some(status) => Cell::Status(sign_of(status), words.goal_status(status).to_owned()),
        None => Cell::Text(NOTHING.to_owned()),
    };
    let rows = tables.flat_map(|table| {
        let own = Row::Total(vec![
            Cell::Quoted(table.name.clone()),
            Cell::Text(table.requirement.clone()),
            Cell::Text(table.result.clone()),
            status(Some(table.status)),
            Cell::Text(said(table)),
        ]);
        let below = table.rows.iter().map(|row| {
            Row::Cells(vec![
                Cell::Quoted(format!("{}{}", steps(row), row.name)),
                Cell::Text(row.requirement.clone()),
                Cell::Text(row.result.clone()),
                status(row.status),
                Cell::Text(format!("{}{}", doubt(row), row.stands)),
            ])
        });
        let left = (table.left > 0).then(|| {
            let more = Cell::Text(words.and_more(table.left));
            Row::Cells(std::iter::once(more).chain((1..columns.len()).map(|_| Cell::empty())).collect())
        });
        std::iter::once(own).chain(below).chain(left).collect::<Vec<_>>()
    });
    let rows = rows.collect();
    Table { caption: words.text(LevelText::Heading).to_owned(), columns: columns.into(), rows }
}

/// `Minister · Mål 1 (højst 26.000 ledige; 26.300): 1 af 2 kendte bidrag opfyldt.`
fn level_line(table: &LevelTable) -> String {
    format!("{} ({}; {}): {}", table.name, table.requirement, table.result, said(table))
}

/// `Region Nord · Mål 1: 3.890, ✓ Opfyldt`.
fn level_item(row: &LevelRow, words: Words) -> String {
    let status = row.status.map(|status| format!(", {} {}", sign_of(status), words.goal_status(status)));
    let status = status.unwrap_or_default();
    format!("{}{}{}: {}{status}", steps(row), doubt(row), row.label, row.result)
}

/// What contributions come to.
fn said(table: &LevelTable) -> String {
    table.notes.iter().map(LevelNote::text).collect::<Vec<_>>().join(" ")
}

/// A sign for each level below the first.
fn steps(row: &LevelRow) -> String {
    "↳ ".repeat(row.depth.saturating_sub(1))
}

/// The sign of what does not fit together, which is said elsewhere.
fn doubt(row: &LevelRow) -> &'static str {
    if row.is_doubtful { "! " } else { "" }
}

/// The fingerprints of the contracts, and of the assessments that stand in files of their own.
fn fingerprints(rows: &[&ContractRow], form: Form, words: Words) -> String {
    let short = |sum: &str| {
        let kept = sum.get(..form.digits).unwrap_or(sum);
        format!("{kept}{}", if kept.len() < sum.len() { "…" } else { "" })
    };
    let all = rows.iter().map(|row| {
        let own = format!("{} {}", with_end(&row.id, ID), short(&row.fingerprint));
        match row.basis.as_ref().and_then(|basis| basis.file.as_ref()) {
            Some(file) => format!("{own} ({} {})", with_end(&file.name, ID), short(&file.sum)),
            None => own,
        }
    });
    format!("{}: {}", words.text(PortfolioText::Fingerprints), all.collect::<Vec<_>>().join(" · "))
}
