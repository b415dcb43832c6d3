//! Resultatrevision: a year's results, how they developed, comparable units beside them, and what could be saved.

use std::collections::BTreeMap;

use super::Paper;
use super::document::{Block, Cell, Column, ColumnKind, Row, Table, WrittenPaper};
use super::goals::{Scored, grouped};
use super::matter::{Assessed, Matter};
use super::self_assessment::facts;
use super::slices::each;
use super::words::{NOTHING, full_name, result, sign, target};
use crate::domain::contract::{Goal, Resource};
use crate::domain::development::{Development, Wanted, developments};
use crate::domain::number::{Decimal, difference, product, quotient, sum};
use crate::i18n::Words;
use crate::i18n::text::{EntryText, ReportText, ResultsText, RevisionText};
use crate::portfolio::{Measure, Reached, Row as ContractRow};
use crate::small::sort_by_key;

/// So many comparable units are named, each with its figures; of more only the ends and the middle are printed.
const NAMED: usize = 30;

/// The figures of a goal or of a part of one.
struct Figures<'a> {
    name: String,
    of: Development<'a>,
    /// What one of its unit costs, where the contract says so.
    cost: Option<&'a Resource>,
}

/// The same figure of a comparable unit.
type Like<'a> = (&'a ContractRow, &'a Reached);

/// What comparable units reached, by what is measured.
type LikeFigures<'a> = BTreeMap<&'a Measure, Vec<Like<'a>>>;

/// The paper. It is published, so pay is no part of it.
pub(super) async fn revision<'a>(matter: &Matter<'a>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
    let of = matter.current;
    let mut document = matter.document(Paper::Revision, of);
    document.confidential = false;
    let all = each(matter.goals(of), pause, |scored: Scored<'a>| figures(matter, of, scored.0)).await;
    let units: Vec<&ContractRow> = matter.beside.iter().filter(|row| is_comparable(row, matter)).collect();
    let like = like_figures(&units, pause).await;
    document.blocks = vec![Block::Facts(facts(matter, of))];
    document.blocks.extend(results(matter, of, pause).await);
    document.blocks.extend(development(matter, &all, pause).await);
    document.blocks.extend(comparison(matter, (units.as_slice(), &like), &all, pause).await);
    document.blocks.extend(savings(matter, &like, &all, pause).await);
    document
}

/// Another contract of the same year.
fn is_comparable(row: &ContractRow, matter: &Matter<'_>) -> bool {
    row.id != matter.terms().id.as_str() && row.year == matter.begins()
}

fn figures<'a>(matter: &Matter<'a>, of: Assessed<'a>, goal: &'a Goal) -> Vec<Figures<'a>> {
    let all = developments(matter.terms(), of.assessment, goal);
    let named = all.into_iter().map(|of| {
        let is_whole = of.title == goal.title;
        let name = if is_whole { full_name(goal) } else { format!("{}: {}", goal.name(), of.title) };
        let name = match of.unit {
            Some(unit) => format!("{name}, {unit}"),
            None => name,
        };
        let cost = goal.resources.iter().find(|resource| is_whole && costs_one(resource));
        Figures { name, of, cost }
    });
    named.collect()
}

/// Whether money is set aside for each: `kr. pr. forløb`.
fn costs_one(resource: &Resource) -> bool {
    let unit = resource.unit.trim().to_ascii_lowercase();
    ["kr. pr. ", "kr. per ", "dkk per "].iter().any(|start| unit.starts_with(start))
}

async fn like_figures<'a>(units: &[&'a ContractRow], pause: &mut impl AsyncFnMut()) -> LikeFigures<'a> {
    let mut like = LikeFigures::new();
    for unit in units.iter().copied() {
        for reached in &unit.reached {
            like.entry(&reached.measure).or_default().push((unit, reached));
        }
        pause().await;
    }
    like
}

fn heading(text: RevisionText, words: Words) -> Block {
    Block::Heading(words.text(text).to_owned(), None)
}

fn columns<const N: usize>(named: [(&'static str, ColumnKind); N]) -> Vec<Column> {
    named.into_iter().map(|(title, kind)| Column::new(title, kind)).collect()
}

/// Every goal with its requirement, its result, and whether it is met.
async fn results(matter: &Matter<'_>, of: Assessed<'_>, pause: &mut impl AsyncFnMut()) -> Vec<Block> {
    let words = matter.words;
    let mut rows = Vec::new();
    for group in grouped(matter, of) {
        rows.extend(group.title.map(|title| Row::Group(title, None)));
        let row = |(goal, outcome): Scored<'_>| {
            let entry = of.assessment.results.get(&goal.id).map(AsRef::as_ref);
            Some(Row::Cells(vec![
                Cell::Quoted(full_name(goal)),
                Cell::Quoted(target(goal, entry, words)),
                Cell::Text(result(goal, entry, outcome, words)),
                Cell::Status(sign(outcome), words.outcome_status(outcome).to_owned()),
            ]))
        };
        rows.extend(each(group.goals, pause, row).await);
        pause().await;
    }
    let columns = columns([
        (words.text(ReportText::Goal), ColumnKind::Words),
        (words.text(ResultsText::Target), ColumnKind::Words),
        (words.text(EntryText::Result), ColumnKind::Value),
        (words.text(ReportText::Fulfilment), ColumnKind::Short),
    ]);
    let caption = words.text(RevisionText::Results).to_owned();
    vec![heading(RevisionText::Results, words), Block::Table(Table { caption, columns, rows })]
}

/// What has figures of earlier periods, with the change from the one that the result is held against.
async fn development(matter: &Matter<'_>, all: &[Figures<'_>], pause: &mut impl AsyncFnMut()) -> Vec<Block> {
    let words = matter.words;
    let row = |figures: &Figures<'_>| {
        let of = &figures.of;
        let (period, before) = of.before?;
        let said = format!("{} ({})", words.number(before), words.period(period));
        Some(Row::Cells(vec![
            Cell::Quoted(figures.name.clone()),
            trend(of, words),
            Cell::Text(said),
            Cell::Text(difference_equation(of, words).unwrap_or_else(|| NOTHING.to_owned())),
            Cell::Text(percent_equation(of, words).unwrap_or_else(|| NOTHING.to_owned())),
        ]))
    };
    let rows = each(all, pause, row).await;
    let caption = words.text(RevisionText::Development).to_owned();
    let text = |text: RevisionText| words.text(text).to_owned();
    if rows.is_empty() {
        return vec![heading(RevisionText::Development, words), Block::Text(text(RevisionText::NoHistory))];
    }
    let columns = columns([
        (words.text(ReportText::Goal), ColumnKind::Words),
        (words.text(ReportText::Trend), ColumnKind::Picture),
        (words.text(RevisionText::Earlier), ColumnKind::Value),
        (words.text(RevisionText::Change), ColumnKind::Value),
        (words.text(RevisionText::ChangePercent), ColumnKind::Value),
    ]);
    vec![
        heading(RevisionText::Development, words),
        Block::Aside(text(RevisionText::DevelopmentLead)),
        Block::Table(Table { caption, columns, rows }),
    ]
}

/// The figures of earlier periods and the result as a line; nothing where they are fewer than two.
fn trend(of: &Development<'_>, words: Words) -> Cell {
    let figures: Vec<Decimal> = of.earlier.iter().map(|(_, value)| *value).chain(of.now).collect();
    let said: Vec<_> = figures.iter().map(|value| words.number(*value)).collect();
    if figures.len() > 1 { Cell::Trend(figures, said.join(" → ")) } else { Cell::empty() }
}

/// `26.000 − 32.533 = −6.533`.
fn difference_equation(of: &Development<'_>, words: Words) -> Option<String> {
    let (before, now) = of.ends()?;
    let [change, before, now] = [difference(now, before).ok()?, before, now].map(|value| words.number(value));
    Some(format!("{now} − {} = {change}", in_formula(&before)))
}

/// `−6.533 / 32.533 × 100 = −20,1`; nothing for percents, whose change is one of points.
fn percent_equation(of: &Development<'_>, words: Words) -> Option<String> {
    let ((before, now), change) = of.ends().zip(of.change().filter(|_| !of.is_percent()))?;
    let [above, before] = [difference(now, before).ok()?, before].map(|value| words.number(value));
    Some(format!("{above} / {before} × 100 = {}", words.fixed(change, 1)))
}

/// A figure behind a sign: a negative one stands in parentheses.
fn in_formula(figure: &str) -> String {
    if figure.starts_with('−') { format!("({figure})") } else { figure.to_owned() }
}

/// Results and developments beside those of comparable units.
async fn comparison(
    matter: &Matter<'_>,
    (units, like): (&[&ContractRow], &LikeFigures<'_>),
    all: &[Figures<'_>],
    pause: &mut impl AsyncFnMut(),
) -> Vec<Block> {
    let words = matter.words;
    let text = |text: RevisionText| Block::Text(words.text(text).to_owned());
    let mut blocks = vec![heading(RevisionText::Units, words)];
    if units.is_empty() {
        blocks.push(text(RevisionText::NoUnits));
        return blocks;
    }
    let results = each(all, pause, |figures| {
        let own = figures.of.now?;
        beside(figures.name.clone(), own, &of_others(figures, like, |reached| Some(reached.value)), words)
    });
    let results = results.await;
    if results.is_empty() {
        blocks.push(text(RevisionText::NothingAlike));
        return blocks;
    }
    let changes = each(all, pause, |figures| {
        let kind = if figures.of.is_percent() { RevisionText::InPoints } else { RevisionText::InPercent };
        let name = format!("{} ({})", figures.name, words.text(kind));
        let own = figures.of.change()?;
        beside(name, own, &of_others(figures, like, |reached| reached.change), words)
    });
    let changes = changes.await;
    blocks.push(Block::Text(words.compared_with(units.len(), &named(units, words))));
    blocks.push(Block::Aside(words.text(RevisionText::UnitsLead).to_owned()));
    blocks.push(Block::Table(side_by_side(RevisionText::ResultsBeside, results, words)));
    if !changes.is_empty() {
        blocks.push(Block::Table(side_by_side(RevisionText::DevelopmentBeside, changes, words)));
    }
    blocks
}

/// `Jobcenter A (aftalt 05.02.2010)`: the units, with what their figures rest on.
fn named(units: &[&ContractRow], words: Words) -> Vec<String> {
    let name = |unit: &&ContractRow| {
        let basis = unit.basis.as_ref().map(|basis| {
            let day = basis.as_of.map(|day| words.date(day));
            std::iter::once(words.basis_of(basis.by).to_owned()).chain(day).collect::<Vec<_>>().join(" ")
        });
        basis.map_or_else(|| unit.name().to_owned(), |basis| format!("{} ({basis})", unit.name()))
    };
    let left = units.len().saturating_sub(NAMED);
    let more = (left > 0).then(|| words.and_more(left));
    units.iter().take(NAMED).map(name).chain(more).collect()
}

/// What the others reached of the same measure, the lowest first.
fn of_others<'a>(
    figures: &Figures<'_>,
    like: &LikeFigures<'a>,
    figure: fn(&Reached) -> Option<Decimal>,
) -> Vec<(&'a str, Decimal)> {
    let same = like.get(&Measure::new(&figures.of)).map(Vec::as_slice).unwrap_or_default();
    let known = same.iter().filter_map(|(unit, reached)| Some((unit.name(), figure(reached)?)));
    let mut known: Vec<_> = known.collect();
    sort_by_key(&mut known, |(_, figure)| *figure);
    known
}

/// The middle one of figures in their order; between two, the half of both.
fn middle(sorted: &[(&str, Decimal)]) -> Option<(Decimal, Option<[Decimal; 2]>)> {
    let half = sorted.len() / 2;
    let (_, above) = *sorted.get(half)?;
    if !sorted.len().is_multiple_of(2) {
        return Some((above, None));
    }
    let (_, below) = *sorted.get(half.checked_sub(1)?)?;
    let both = sum(below, above).ok()?;
    Some((product(both, Decimal::new(5, 1)).ok()?, Some([below, above])))
}

/// A figure beside those of the others, and below it each of theirs; `None` where nobody has the same.
fn beside(name: String, own: Decimal, others: &[(&str, Decimal)], words: Words) -> Option<Vec<Row>> {
    let n = |value: Decimal| words.number(value);
    let ((_, least), (_, most)) = (others.first()?, others.last()?);
    let (middle, halves) = middle(others)?;
    let middle = match halves {
        Some([below, above]) => {
            format!("({} + {}) / 2 = {}", n(below), in_formula(&n(above)), n(middle))
        }
        None => n(middle),
    };
    let cells = [n(own), n(*least), middle, n(*most), words.count(others.len())];
    let cells = std::iter::once(Cell::Quoted(name)).chain(cells.map(Cell::Text));
    let said = others.iter().map(|(unit, figure)| format!("{unit} {}", n(*figure)));
    let said = said.collect::<Vec<_>>().join(" · ");
    let note = (others.len() <= NAMED).then(|| (words.text(RevisionText::Each).to_owned(), said));
    Some(std::iter::once(Row::Cells(cells.collect())).chain(note.map(|note| Row::Note(vec![note]))).collect())
}

fn side_by_side(caption: RevisionText, rows: Vec<Vec<Row>>, words: Words) -> Table {
    let columns = columns([
        (words.text(caption), ColumnKind::Words),
        (words.text(RevisionText::Own), ColumnKind::Figure),
        (words.text(RevisionText::Least), ColumnKind::Figure),
        (words.text(RevisionText::Middle), ColumnKind::Value),
        (words.text(RevisionText::Most), ColumnKind::Figure),
        (words.text(RevisionText::Count), ColumnKind::Figure),
    ]);
    Table { caption: words.text(caption).to_owned(), columns, rows: rows.into_iter().flatten().collect() }
}

/// What a lower figure would come to, had it developed as with the middle one of the comparable units.
async fn savings(
    matter: &Matter<'_>,
    like: &LikeFigures<'_>,
    all: &[Figures<'_>],
    pause: &mut impl AsyncFnMut(),
) -> Vec<Block> {
    let words = matter.words;
    let rows = each(all, pause, |figures| saving(figures, like, words)).await;
    let mut blocks = vec![heading(RevisionText::Savings, words)];
    if rows.is_empty() {
        blocks.push(Block::Text(words.text(RevisionText::NoSavings).to_owned()));
        return blocks;
    }
    let columns = columns([
        (words.text(ReportText::Goal), ColumnKind::Words),
        (words.text(RevisionText::LikeTheOthers), ColumnKind::Value),
        (words.text(RevisionText::Lower), ColumnKind::Value),
        (words.text(RevisionText::UnitCost), ColumnKind::Value),
        (words.text(RevisionText::Amount), ColumnKind::Value),
    ]);
    let caption = words.text(RevisionText::Savings).to_owned();
    blocks.push(Block::Aside(words.text(RevisionText::SavingsLead).to_owned()));
    blocks.push(Block::Table(Table { caption, columns, rows }));
    blocks
}

/// One row; `None` where less is not better, a figure is missing, or the others did no better. Percents are no savings.
fn saving(figures: &Figures<'_>, like: &LikeFigures<'_>, words: Words) -> Option<Row> {
    let of = &figures.of;
    let ((before, now), own) = of.ends().zip(of.change())?;
    let (change, _) = middle(&of_others(figures, like, |reached| reached.change))?;
    if of.wanted != Wanted::Less || of.is_percent() || change >= own {
        return None;
    }
    let percent = sum(Decimal::ONE_HUNDRED, change).ok()?;
    let expected = quotient(product(before, percent).ok()?, Decimal::ONE_HUNDRED, 2).ok()?;
    let lower = difference(now, expected).ok().filter(|lower| *lower > Decimal::ZERO)?;
    let n = |value: Decimal| words.number(value);
    let sign = if change < Decimal::ZERO { '−' } else { '+' };
    let change = n(change.abs());
    let amount = figures.cost.and_then(|cost| {
        let amount = product(lower, cost.value).ok()?;
        Some(format!("{} × {} = {}", n(lower), n(cost.value), words.fixed(amount, 2)))
    });
    let cost = figures.cost.map(|cost| format!("{} {}", n(cost.value), cost.unit));
    let or_nothing = |text: Option<String>| Cell::Text(text.unwrap_or_else(|| NOTHING.to_owned()));
    Some(Row::Cells(vec![
        Cell::Quoted(figures.name.clone()),
        Cell::Text(format!("{} × (100 {sign} {change}) / 100 = {}", n(before), n(expected))),
        Cell::Text(format!("{} − {} = {}", n(now), in_formula(&n(expected)), n(lower))),
        or_nothing(cost),
        or_nothing(amount),
    ]))
}
