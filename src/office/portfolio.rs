//! A portfolio as a workbook: a row for each contract, and what of them asks for somebody, to be sorted and filtered.

use super::paper::{NARROW, WIDE};
use super::pay::fraction_of;
use super::workbook::about;
use super::write::{Look, Workbook, WrittenCell, WrittenSheet, place, xlsx};
use crate::domain::number::{Decimal, Kroner, Points};
use crate::i18n::Words;
use crate::i18n::text::{EntryText, OfficeText, PageText, PayText, PortfolioText, ReportText, RisksText};
use crate::portfolio::{Filter, Row, ordered};
use crate::report::{PortfolioMatter, portfolio_paper};

/// The columns of the points, as formulas name them, and that of their total.
const POINTS: [u8; 3] = [4, 5, 6];
const TOTAL: u8 = 7;

/// With how many decimals points are shown, whatever contract they are from.
const DECIMALS: u32 = 2;

/// Writes a portfolio as a workbook. Pay is part of it only where it is shown; each page then says that it is
/// confidential.
pub fn portfolio_workbook(matter: &PortfolioMatter<'_>) -> Vec<u8> {
    let (words, portfolio) = (matter.words, matter.portfolio);
    let paper = portfolio_paper(matter);
    let rows: Vec<&Row> = ordered(&portfolio.rows, matter.order, Filter::All)
        .into_iter()
        .filter_map(|place| portfolio.rows.get(place))
        .collect();
    let sheets = [
        Some(contracts(&rows, matter.with_pay, words)),
        overdue(&rows, words),
        at_stake(&rows, words),
        due(&rows, words),
        lines(PortfolioText::AcrossHeading, portfolio.across.iter().map(|found| found.text(words)), words),
        left_out(matter),
        Some(about(&paper, None)),
    ];
    let mark = paper.confidential.then(|| words.text(PageText::Confidential));
    let sheets = sheets.into_iter().flatten();
    let sheets = sheets.map(|sheet| WrittenSheet { mark: mark.map(str::to_owned), ..sheet });
    xlsx(&Workbook {
        title: format!("{} – {}", paper.title, paper.subtitle),
        language: words.lang.code(),
        sheets: sheets.collect(),
        decimals: DECIMALS,
    })
}

/// A row for each contract. Without weights it has goals in place of points.
fn contracts(rows: &[&Row], with_pay: bool, words: Words) -> WrittenSheet {
    let say = |text: OfficeText| words.text(text);
    let part = |text: PortfolioText| format!("{}, %", words.text(text));
    let mut heads: Vec<String> = [
        words.text(PortfolioText::Institution),
        say(OfficeText::Title),
        words.text(PageText::Contract),
        say(OfficeText::Year),
        say(OfficeText::PointsSecured),
        say(OfficeText::PointsOpen),
        say(OfficeText::PointsLost),
        say(OfficeText::PointsInAll),
    ]
    .map(str::to_owned)
    .into();
    heads.extend([PortfolioText::Secured, PortfolioText::Open, PortfolioText::Lost].map(part));
    let rest = [
        say(OfficeText::GoalsMet),
        say(OfficeText::Goals),
        words.text(PortfolioText::Overdue),
        words.text(PortfolioText::ShowDue),
        words.text(PortfolioText::Basis),
        say(OfficeText::AsOf),
        say(OfficeText::File),
    ];
    heads.extend(rest.map(str::to_owned));
    if with_pay {
        let end =
            |end: ReportText| format!("{}, {}", words.text(PayText::Payable), words.text(end).to_lowercase());
        heads.push(words.text(PayText::Full).to_owned());
        heads.extend([ReportText::AtLeast, ReportText::AtMost].map(end));
    }
    let widths =
        [WIDE, WIDE, NARROW].into_iter().chain(std::iter::repeat(NARROW)).take(heads.len()).collect();
    let head = heads.iter().map(|head| WrittenCell::head(head)).collect();
    let cells = (1..).zip(rows).map(|(at, row)| cells(at, row, with_pay, words));
    let rows = std::iter::once(head).chain(cells).collect();
    WrittenSheet::new(words.text(PageText::Portfolio), widths, rows)
}

fn cells(at: usize, row: &Row, with_pay: bool, words: Words) -> Vec<WrittenCell> {
    let optional = |text: Option<&str>| WrittenCell::words(text.unwrap_or_default());
    let year = row.year.map(Decimal::from);
    let mut cells = vec![
        optional(row.institution.as_deref()),
        WrittenCell::words(&*row.title),
        WrittenCell::words(&*row.id),
        year.map_or_else(WrittenCell::empty, |year| WrittenCell::number(year, Look::Number)),
    ];
    match row.shown_points() {
        Some(of) => {
            let parts = [of.secured, of.open, of.lost];
            let points = |points: Points| WrittenCell::number(points.0, Look::Points);
            cells.extend(parts.map(points));
            cells.push(points(of.total));
            cells.extend(POINTS.into_iter().zip(parts).map(|(column, part)| {
                let formula = format!("IF({1}=0,0,{0}/{1})", place(at, column), place(at, TOTAL));
                WrittenCell::formula(formula, fraction_of(part, of.total), Look::Share)
            }));
        }
        None => cells.resize_with(cells.len() + 2 * POINTS.len() + 1, WrittenCell::empty),
    }
    let basis = row.basis.as_ref();
    let of_basis = |of: usize| if row.is_unassessed() { WrittenCell::empty() } else { count(of) };
    cells.extend([of_basis(row.counts.met), count(row.goal_count())]);
    cells.extend([row.overdue.len(), row.due.len()].map(of_basis));
    let by = basis.map_or_else(|| words.text(row.whose.none()), |basis| words.basis_of(basis.by));
    cells.push(WrittenCell::words(by));
    cells.push(WrittenCell::day(basis.and_then(|basis| basis.as_of)));
    cells.push(WrittenCell::words(&*row.file));
    if with_pay {
        let payable = row.pay.and_then(|pay| pay.payable);
        let full = row.pay.and_then(|pay| pay.full);
        let amounts = [full, payable.map(|span| span.min), payable.map(|span| span.max)];
        cells.extend(amounts.map(|amount| {
            amount.map_or_else(WrittenCell::empty, |Kroner(amount)| WrittenCell::number(amount, Look::Kroner))
        }));
    }
    cells
}

fn count(count: usize) -> WrittenCell {
    WrittenCell::number(Decimal::from(count), Look::Number)
}

/// A sheet with these columns; none without rows.
fn sheet(
    name: PortfolioText,
    heads: &[&str],
    widths: &[u16],
    rows: Vec<Vec<WrittenCell>>,
    words: Words,
) -> Option<WrittenSheet> {
    if rows.is_empty() {
        return None;
    }
    let head = heads.iter().map(|head| WrittenCell::head(head)).collect();
    let rows = std::iter::once(head).chain(rows).collect();
    Some(WrittenSheet::new(words.text(name), widths.to_vec(), rows))
}

/// Deadlines that have passed.
fn overdue(rows: &[&Row], words: Words) -> Option<WrittenSheet> {
    let all = rows.iter().flat_map(|row| row.overdue.iter().map(move |of| (row, of)));
    let cells = all.map(|(row, of)| {
        let days = WrittenCell::number(Decimal::from(of.days), Look::Number);
        vec![
            WrittenCell::words(row.full_name()),
            WrittenCell::words(&*of.name),
            WrittenCell::day(Some(of.date)),
            days,
        ]
    });
    let heads = [
        words.text(PortfolioText::Institution),
        words.text(RisksText::Goal),
        words.text(EntryText::Deadline),
        words.text(OfficeText::Days),
    ];
    sheet(PortfolioText::OverdueHeading, &heads, &[WIDE, WIDE, NARROW, NARROW], cells.collect(), words)
}

/// Goals with open points and a risk.
fn at_stake(rows: &[&Row], words: Words) -> Option<WrittenSheet> {
    let all = rows.iter().flat_map(|row| row.at_stake.iter().map(move |of| (row, of)));
    let cells = all.map(|(row, of)| {
        let total = row.points.map(|points| points.total).unwrap_or_default();
        vec![
            WrittenCell::words(row.full_name()),
            WrittenCell::words(&*of.name),
            WrittenCell::number(Decimal::from(of.priority), Look::Number),
            WrittenCell::number(of.points.0, Look::Points),
            WrittenCell::number(fraction_of(of.points, total), Look::Share),
        ]
    });
    let heads = [
        words.text(PortfolioText::Institution),
        words.text(RisksText::Goal),
        words.text(RisksText::Priority),
        words.text(RisksText::PointsAtRisk),
        words.text(OfficeText::PartAtRisk),
    ];
    let widths = [WIDE, WIDE, NARROW, NARROW, NARROW];
    sheet(PortfolioText::AtStakeHeading, &heads, &widths, cells.collect(), words)
}

/// Goals of which the department has to be told.
fn due(rows: &[&Row], words: Words) -> Option<WrittenSheet> {
    let all = rows.iter().flat_map(|row| row.due.iter().map(move |of| (row, of)));
    let cells = all.map(|(row, of)| {
        let why = words.duty_reason(of.reason);
        vec![WrittenCell::words(row.full_name()), WrittenCell::words(&*of.name), WrittenCell::words(why)]
    });
    let heads =
        [words.text(PortfolioText::Institution), words.text(RisksText::Goal), words.text(OfficeText::Why)];
    sheet(PortfolioText::DueHeading, &heads, &[WIDE, WIDE, WIDE], cells.collect(), words)
}

/// Sentences, a row each.
fn lines(name: PortfolioText, lines: impl Iterator<Item = String>, words: Words) -> Option<WrittenSheet> {
    let rows = lines.map(|line| vec![WrittenCell::words(line)]).collect();
    sheet(name, &[words.text(OfficeText::Noticed)], &[2 * WIDE], rows, words)
}

/// The files that no row rests on, with the reason.
fn left_out(matter: &PortfolioMatter<'_>) -> Option<WrittenSheet> {
    let words = matter.words;
    let rows = matter
        .portfolio
        .left_out
        .iter()
        .map(|file| vec![WrittenCell::words(&*file.file), WrittenCell::words(file.why.text(words))]);
    let heads = [words.text(OfficeText::File), words.text(OfficeText::Why)];
    sheet(PortfolioText::LeftOutHeading, &heads, &[WIDE, WIDE], rows.collect(), words)
}
