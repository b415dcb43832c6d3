//! Portefølje: many contracts on one A4 page across, up to twenty-five of them.

use super::document::{Amounts, Block, Cell, Column, ColumnKind, Density, Row, Table, WrittenPaper};
use super::fit::fit_across;
use super::words::{NOTHING, shortened};
use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::i18n::short::shortened as with_end;
use crate::i18n::text::report::release;
use crate::i18n::text::{LevelText, PageText, PortfolioText};
use crate::portfolio::{
    Basis, Filter, LevelNote, LevelTable, Lines, Order, Portfolio, Row as ContractRow, across_lines,
    counted_line, level_tables, middle_line, ordered, overdue_lines, stake_lines,
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
}

const fn form(density: Density, [name, item, items, digits]: [usize; 4], is_short: bool) -> Form {
    Form { density, name, item, items, digits, is_short }
}

/// The least that is said.
const CLOSEST: Form = form(Density::Tight, [40, 90, 1, 12], true);
/// On a page with room first, then with less and less.
const FORMS: [Form; 10] = [
    form(Density::Airy, [56, 150, 8, 64], false),
    form(Density::Close, [56, 150, 8, 64], false),
    form(Density::Airy, [56, 120, 4, 16], false),
    form(Density::Close, [56, 120, 4, 16], false),
    form(Density::Airy, [56, 150, 5, 16], true),
    form(Density::Close, [56, 150, 5, 16], true),
    form(Density::Tight, [56, 150, 5, 16], true),
    form(Density::Tight, [56, 150, 3, 16], true),
    form(Density::Tight, [48, 110, 2, 16], true),
    CLOSEST,
];

/// Where it takes several pages all the same.
const MANY: Form = form(Density::Tight, [56, 150, 3, 16], true);
/// So many rows stand on one page at their closest where little is said of them, though letters are counted too wide to see it.
const NEARLY: usize = 28;
/// More rows than these fit on a page in no form, which need not be tried out then.
const MOST: usize = 60;
/// How many goals that others serve stand where there is room, and how much of each.
const LEVELS: usize = 6;
const LEVEL: usize = 900;

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
    let foot =
        [matter.printed.map(|date| words.printed_on(&words.date(date))), Some(release(matter.version))];
    WrittenPaper {
        code: CODE,
        words,
        quoted_lang: "da".to_owned(),
        title: words.text(PageText::Portfolio).to_owned(),
        subtitle: words.contracts_counted(rows.len()),
        status: days.into_iter().collect(),
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
    blocks.extend(level_list(levels, form, words));
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
    let overdue = row.overdue.len();
    let mut cells = vec![
        Cell::Quoted(with_end(&row.full_name(), form.name)),
        Cell::Text(secured),
        Cell::Text(figure(standing.open)),
        Cell::Text(figure(standing.lost)),
        Cell::Bar(amounts),
        Cell::Text(if overdue == 0 { NOTHING.to_owned() } else { words.count(overdue) }),
        Cell::Text(basis(row.basis.as_ref(), form, words)),
    ];
    if matter.with_pay {
        let payable = row.pay.and_then(|pay| pay.payable).map(|span| words.kroner_range(span));
        let fraction = || Some(words.share_percent(row.pay?.fraction));
        cells.push(Cell::Text(payable.or_else(fraction).unwrap_or_else(|| NOTHING.to_owned())));
    }
    cells
}

/// `aftalt 15.01.2010`, with what has to be known about it.
fn basis(basis: Option<&Basis>, form: Form, words: Words) -> String {
    let Some(basis) = basis else { return words.text(PortfolioText::NoAssessment).to_owned() };
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

/// Goals that serve a goal, a paragraph each: what they come to, then each of them. So many that the page holds them.
fn level_list(tables: &[LevelTable], form: Form, words: Words) -> Vec<Block> {
    if tables.is_empty() {
        return Vec::new();
    }
    let (heading, count) = (words.text(LevelText::Heading).to_owned(), words.count(tables.len()));
    // Where there is little room they share a paragraph.
    let is_joined = form.items < 4;
    let (most, length) = if is_joined { (form.items, form.item) } else { (LEVELS, LEVEL) };
    let left = tables.len().saturating_sub(most);
    let mut items: Vec<String> =
        tables.iter().take(most).map(|table| shortened(&level_line(table, words), length)).collect();
    if left > 0 {
        items.push(words.and_more(left));
    }
    if form.is_short {
        let title = format!("{heading} ({count}):");
        return if is_joined {
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

fn fingerprints(rows: &[&ContractRow], form: Form, words: Words) -> String {
    let all = rows.iter().map(|row| {
        let sum = row.fingerprint.get(..form.digits).unwrap_or(&row.fingerprint);
        let end = if sum.len() < row.fingerprint.len() { "…" } else { "" };
        format!("{} {sum}{end}", with_end(&row.id, 24))
    });
    format!("{}: {}", words.text(PortfolioText::Fingerprints), all.collect::<Vec<_>>().join(" · "))
}
