//! Kontraktudkast: the contract as a document, with its goals in a table and room to sign.

use super::Paper;
use super::document::{Block, Cell, Column, ColumnKind, Row, Table, WrittenPaper};
use super::goals::grouped;
use super::matter::Matter;
use super::self_assessment::signatures;
use super::slices::each;
use super::words::{NOTHING, full_name, weight};
use crate::domain::changes::{Stated, Term};
use crate::domain::contract::{
    Budget, Figure, Goal, Part, Party, PayAgreement, Purpose, Report, Resource, ResourceKind, RiskEntry,
    Rule, Target, Weight,
};
use crate::domain::number::Points;
use crate::i18n::Words;
use crate::i18n::text::{
    ContractText, DraftText, EntryText, PageText, PayText, ReportText, ResultsText, RisksText,
};

/// The paper.
pub(super) async fn contract_draft(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
    let (words, terms) = (matter.words, matter.terms());
    let mut document = matter.document(Paper::ContractDraft, matter.current);
    document.blocks = vec![heading(matter.say(ReportText::Basis)), Block::Facts(basis(matter))];
    document.blocks.extend(purposes(&terms.purposes, matter));
    document.blocks.extend(goals(matter, pause).await);
    document.blocks.extend(terms.pay.iter().flat_map(|agreement| pay(agreement, matter)));
    document.blocks.extend(risks(matter, pause).await);
    document.blocks.extend(terms.budget.iter().flat_map(|table| budget(table, words)));
    document.blocks.extend(duties(&terms.reporting, words));
    document.blocks.push(signatures(matter, &[Party::Department, Party::Director]));
    document
}

fn heading(title: impl Into<String>) -> Block {
    Block::Heading(title.into(), None)
}

/// Who agrees what, for which time and on which terms.
fn basis(matter: &Matter<'_>) -> Vec<(String, String)> {
    let (words, terms) = (matter.words, matter.terms());
    let bands = words.band_lines(terms);
    let lapsed = terms.lapsed.map(|rule| words.stated(Stated::Lapsed(rule)));
    let sources: Vec<_> = terms.sources.iter().map(|source| source.title.as_str()).collect();
    let said = [
        (ContractText::Institution, terms.institution.clone()),
        (ContractText::Department, terms.department.clone()),
        (ContractText::Period, terms.period.map(|period| matter.days(period))),
        (ContractText::BindingYear, terms.binding_year.map(|year| year.to_string())),
        (ContractText::Signed, terms.signed.map(|day| matter.day(day))),
        (ContractText::Total, terms.points.map(|points| words.number(points.total.0))),
        (ContractText::Bands, (!bands.is_empty()).then(|| bands.join("; "))),
        (ContractText::LapsedRule, lapsed),
        (ContractText::Sources, (!sources.is_empty()).then(|| sources.join("; "))),
    ];
    said.into_iter().filter_map(|(name, text)| Some((words.text(name).to_owned(), text?))).collect()
}

fn purposes(purposes: &[Purpose], matter: &Matter<'_>) -> Option<Block> {
    let words = matter.words;
    let row = |purpose: &Purpose| {
        let grant = purpose.appropriation.as_ref();
        let grant = grant.map(|grant| format!("{} {}", words.number(grant.value), grant.unit));
        let goals = purpose.goals.iter().map(|id| matter.name_of(id.as_str()));
        let goals = goals.chain(purpose.other_goals.iter().map(|goal| goal.title.clone()));
        Row::Cells(vec![
            Cell::Quoted(purpose.title.clone()),
            Cell::Lines(goals.collect()),
            Cell::Text(grant.unwrap_or_else(|| NOTHING.to_owned())),
        ])
    };
    let say = |text: ContractText| words.text(text);
    (!purposes.is_empty()).then(|| {
        Block::Table(Table {
            caption: say(ContractText::Purposes).to_owned(),
            columns: vec![
                Column::new(say(ContractText::Purpose), ColumnKind::Words),
                Column::new(say(ContractText::Goals), ColumnKind::Words),
                Column::new(say(ContractText::Appropriation), ColumnKind::Value),
            ],
            rows: purposes.iter().map(row).collect(),
        })
    })
}

/// The goals under their headings, each with its requirement, the figures around it and what it weighs.
async fn goals(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> Vec<Block> {
    let words = matter.words;
    let mut rows = Vec::new();
    for group in grouped(matter, matter.current) {
        let sum = most(group.goals.iter().filter_map(|(goal, _)| goal.weight), words);
        rows.extend(group.title.map(|title| Row::Group(title, sum)));
        rows.extend(each(group.goals, pause, |(goal, _)| goal_rows(goal, words)).await);
    }
    let weights = matter.terms().goals.iter().filter_map(|goal| goal.weight);
    rows.extend(most(weights, words).map(|sum| {
        let empty = [Cell::empty(), Cell::empty(), Cell::empty()];
        let name = Cell::Text(words.text(ContractText::InTotal).to_owned());
        Row::Total([name].into_iter().chain(empty).chain([Cell::Text(sum)]).collect())
    }));
    let caption = words.text(ContractText::Goals).to_owned();
    let columns = vec![
        Column::new(words.text(ReportText::Goal), ColumnKind::Words),
        Column::new(words.text(DraftText::History), ColumnKind::Narrow),
        Column::new(words.text(ResultsText::Target), ColumnKind::Words),
        Column::new(words.text(DraftText::Guidelines), ColumnKind::Narrow),
        Column::new(words.text(ReportText::Weight), ColumnKind::Figure),
    ];
    vec![heading(caption.clone()), Block::Table(Table { caption, columns, rows })]
}

/// The most points that these give together; none where there are none.
fn most(weights: impl Iterator<Item = Weight>, words: Words) -> Option<String> {
    let sum = weights.map(Weight::max).reduce(|sum, weight| sum + weight);
    sum.map(|Points(sum)| words.number(sum))
}

/// A goal's row, and below it the document's own words and what else was agreed about it.
fn goal_rows(goal: &Goal, words: Words) -> Vec<Row> {
    let cells = vec![
        Cell::Quoted(full_name(goal)),
        Cell::Lines(figures(&goal.history, words)),
        Cell::Lines(requirement(goal, words)),
        Cell::Lines(figures(&goal.guidelines, words)),
        Cell::Text(weight(goal.weight, words)),
    ];
    let name = |text: ResultsText| words.text(text).to_owned();
    let quoted = [
        (words.text(ReportText::Wording).to_owned(), goal.wording.clone()),
        (name(ResultsText::Description), goal.description.clone()),
        (name(ResultsText::Remark), goal.note.clone()),
    ];
    let resources: Vec<_> = goal.resources.iter().map(|one| resource(one, words)).collect();
    let rule = goal.scoring.as_ref().filter(|rule| **rule != Rule::AllOrNothing && !goal.target.is_judged());
    let counts = goal.ratio.as_ref().map(|ratio| format!("{} / {}", ratio.numerator, ratio.denominator));
    let serves: Vec<_> = goal.contributes_to.iter().map(|one| words.serves_unknown(&one.goal)).collect();
    let noted = [
        (words.text(DraftText::Counts).to_owned(), counts),
        (words.term(Term::Rule).to_owned(), rule.map(|rule| words.stated(Stated::Rule(rule)))),
        (name(ResultsText::Resources), (!resources.is_empty()).then(|| resources.join("; "))),
        (name(ResultsText::Serves), (!serves.is_empty()).then(|| serves.join("; "))),
    ];
    let filled = |said: Vec<(String, Option<String>)>| -> Vec<(String, String)> {
        said.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
    };
    let (quoted, noted) = (filled(quoted.into()), filled(noted.into()));
    let quoted = (!quoted.is_empty()).then_some(Row::Quote(quoted));
    let noted = (!noted.is_empty()).then_some(Row::Note(noted));
    [Row::Cells(cells)].into_iter().chain(quoted).chain(noted).collect()
}

/// `december 2006: 26.239`, a line each.
fn figures(figures: &[Figure], words: Words) -> Vec<String> {
    let line = |figure: &Figure| {
        let said = figure.value.map(|value| words.number(value)).or_else(|| figure.stated.clone());
        let said = said.or_else(|| figure.note.clone()).unwrap_or_else(|| NOTHING.to_owned());
        format!("{}: {said}", words.period(figure.period))
    };
    figures.iter().map(line).collect()
}

/// What has to hold; of a composite also each part, of a judgement what it looks at.
fn requirement(goal: &Goal, words: Words) -> Vec<String> {
    let mut lines = vec![words.goal_target(goal)];
    let mut rest: Vec<&Part> = goal.target.parts().unwrap_or_default().iter().rev().collect();
    while let Some(part) = rest.pop() {
        let unit = part.unit.as_deref().or(goal.unit.as_deref());
        let name = part.title.as_deref().unwrap_or(part.id.as_str());
        lines.push(format!("{name}: {}", words.target(&part.target, unit, None)));
        rest.extend(part.target.parts().unwrap_or_default().iter().rev());
    }
    if let Target::Assessed { criteria } = &goal.target {
        lines.extend(criteria.iter().map(|one| match one.deadline {
            Some(day) => format!("{} ({})", one.title, words.date(day)),
            None => one.title.clone(),
        }));
    }
    lines
}

fn resource(resource: &Resource, words: Words) -> String {
    let firmness = match resource.kind {
        ResourceKind::AtMost => Some(EntryText::AtMost),
        ResourceKind::AtLeast => Some(EntryText::AtLeast),
        ResourceKind::About => Some(EntryText::About),
        ResourceKind::Exactly => None,
    };
    let firmness = firmness.map(|text| words.text(text).to_lowercase());
    let amount = format!("{} {}", words.number(resource.value), resource.unit);
    let said = firmness.into_iter().chain([amount]).collect::<Vec<_>>().join(" ");
    resource.title.as_ref().map_or_else(|| said.clone(), |title| format!("{title}: {said}"))
}

/// The pay agreement: its terms, its pots and stages, and the individual areas.
fn pay(agreement: &PayAgreement, matter: &Matter<'_>) -> Vec<Block> {
    let words = matter.words;
    let split = agreement.pots.is_empty().then(|| {
        words.pay_split(&words.number(agreement.institution.0), &words.number(agreement.individual.0))
    });
    let terms = [
        (Term::Period, Some(Stated::Days(agreement.period))),
        (Term::MaxPercent, agreement.max_percent.map(Stated::Percent)),
        (
            Term::IndividualRule,
            agreement.has_individual().then(|| Stated::IndividualRule(agreement.individual_rule())),
        ),
        (Term::Adjustment, agreement.adjustment.map(Stated::Adjustment)),
        (Term::Pensionable, agreement.pensionable.map(Stated::Truth)),
        (Term::PensionPercent, agreement.pension_percent.map(Stated::Percent)),
        (Term::HolidayAllowance, agreement.holiday_allowance_percent.map(Stated::Percent)),
    ];
    let stated = terms
        .into_iter()
        .filter_map(|(term, stated)| Some((words.term(term).to_owned(), words.stated(stated?))));
    let split = split.map(|split| (words.text(ReportText::Points).to_owned(), split));
    let mut blocks = vec![
        heading(words.text(ContractText::PaySplit)),
        Block::Facts(split.into_iter().chain(stated).collect()),
    ];
    let lines = words.pot_terms(matter.terms());
    blocks.extend((!lines.is_empty()).then_some(Block::List(lines)));
    let row = |area: &Goal| {
        Row::Cells(vec![
            Cell::Quoted(full_name(area)),
            Cell::Lines(requirement(area, words)),
            Cell::Text(weight(area.weight, words)),
        ])
    };
    if !agreement.areas.is_empty() {
        blocks.push(Block::Table(Table {
            caption: words.text(PayText::AreasHeading).to_owned(),
            columns: vec![
                Column::new(words.text(PayText::Area), ColumnKind::Words),
                Column::new(words.text(PayText::Requirement), ColumnKind::Words),
                Column::new(words.text(ReportText::Weight), ColumnKind::Figure),
            ],
            rows: agreement.areas.iter().map(|area| row(area)).collect(),
        }));
    }
    blocks
}

/// The risk assessment, row by row.
async fn risks(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> Vec<Block> {
    let words = matter.words;
    let Some(register) = matter.terms().risk.as_ref().filter(|register| !register.entries.is_empty()) else {
        return Vec::new();
    };
    let row = |entry: &RiskEntry| {
        let goal = entry.goal.as_ref().map(|id| matter.name_of(id.as_str()));
        let text = |text: Option<&String>| text.cloned().unwrap_or_else(|| NOTHING.to_owned());
        Some(Row::Cells(vec![
            Cell::Quoted(text(goal.as_ref())),
            Cell::Quoted(entry.title.clone()),
            Cell::Text(entry.materiality.to_string()),
            Cell::Text(entry.vulnerability.to_string()),
            Cell::Text(entry.computed_priority().to_string()),
            Cell::Quoted(text(entry.action.as_ref())),
        ]))
    };
    let columns = [
        (RisksText::Goal, ColumnKind::Words),
        (RisksText::Risk, ColumnKind::Words),
        (RisksText::Materiality, ColumnKind::Figure),
        (RisksText::Vulnerability, ColumnKind::Figure),
        (RisksText::Priority, ColumnKind::Figure),
        (RisksText::Action, ColumnKind::Words),
    ];
    let caption = words.text(PageText::Risks).to_owned();
    let table = Table {
        caption: caption.clone(),
        columns: columns.into_iter().map(|(name, kind)| Column::new(words.text(name), kind)).collect(),
        rows: each(&register.entries, pause, row).await,
    };
    // Below the table, so that its heading is not parted from it at the end of a sheet.
    vec![heading(caption), Block::Table(table), Block::Aside(words.text(RisksText::Formula).to_owned())]
}

fn budget(budget: &Budget, words: Words) -> Vec<Block> {
    let periods = budget.periods();
    let name = words.text(ContractText::Budget).to_owned();
    let head = |period| budget.label(period).map_or_else(|| words.period(period), str::to_owned);
    let row = |line: &crate::domain::contract::BudgetLine| {
        let figure = |period| line.values.iter().find(|figure| figure.period == period);
        let cell = |period| {
            let figure = figure(period);
            let said = figure.and_then(|figure| {
                figure.value.map(|value| words.number(value)).or_else(|| figure.stated.clone())
            });
            Cell::Text(said.unwrap_or_else(|| NOTHING.to_owned()))
        };
        let name = Cell::Quoted(line.title.clone());
        Row::Cells([name].into_iter().chain(periods.iter().map(|period| cell(*period))).collect())
    };
    let columns = periods.iter().map(|period| Column::new(head(*period), ColumnKind::Figure));
    let first = Column::new(budget.unit.clone().unwrap_or_default(), ColumnKind::Words);
    let level = budget.price_level.map(|year| Block::Aside(words.price_level(year)));
    let table = Table {
        caption: name.clone(),
        columns: [first].into_iter().chain(columns).collect(),
        rows: budget.lines.iter().map(row).collect(),
    };
    [heading(name), Block::Table(table)].into_iter().chain(level).collect()
}

/// When a status, a report or a notice is due.
fn duties(reporting: &[Report], words: Words) -> Vec<Block> {
    let line = |report: &Report| {
        let day = report.date.map(|day| words.date(day));
        let said = [Some(report.title.clone()), day, report.note.clone()];
        said.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    if reporting.is_empty() {
        return Vec::new();
    }
    vec![heading(words.text(ContractText::Reporting)), Block::List(reporting.iter().map(line).collect())]
}
