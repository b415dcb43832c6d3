//! An assessment as a workbook: results, resultatløn, risks, the table of the annual report, findings, and what it is.

use super::paper::{paper_sheet, risks_sheet};
use super::pay::pay_sheet;
use super::results::results_sheet;
use super::write::{Workbook, WrittenCell, WrittenSheet, xlsx};
use crate::domain::assessment::Assessment;
use crate::i18n::text::{ContractText, OfficeText, PageText};
use crate::report::{Assessed, Block, Matter, Paper, WrittenPaper};

/// Writes the assessment that a paper is about as a workbook, which opens at what the paper says. A decision rests on the
/// assessment that decides.
pub fn workbook(matter: &Matter<'_>, paper: Paper) -> Vec<u8> {
    let words = matter.words;
    let decides = |one: &&Assessed<'_>| Assessment::precedence(one.assessment);
    let current = match paper {
        Paper::Decision => matter.all.iter().max_by_key(decides).copied().unwrap_or(matter.current),
        _ => matter.current,
    };
    let matter = &Matter { current, ..*matter };
    let contract = &matter.contract.contract;
    let results = results_sheet(contract, current.assessment, current.evaluation, words);
    let pay = pay_sheet(matter, &results);
    let annual = Paper::AnnualReport.write(matter);
    let check = Paper::ContractCheck.write(matter);
    let (annual_name, check_name) =
        (words.text(Paper::AnnualReport.name()), words.text(ContractText::Findings));
    let about = about(matter);
    let sheets: Vec<_> = [
        Some(results.sheet),
        pay,
        risks_sheet(matter),
        paper_sheet(&annual, annual_name),
        paper_sheet(&check, check_name),
        Some(about),
    ]
    .into_iter()
    .flatten()
    .collect();
    let shown = match paper {
        Paper::AnnualReport => annual_name,
        Paper::ContractCheck => check_name,
        _ => words.text(PageText::Results),
    };
    xlsx(&Workbook {
        title: contract.title.clone(),
        language: words.lang.code(),
        active: sheets.iter().position(|sheet| sheet.name == shown).unwrap_or_default(),
        sheets,
        decimals: contract.decimals(),
    })
}

/// Writes the tables of a paper as a workbook of one sheet.
pub fn paper_workbook(paper: &WrittenPaper) -> Vec<u8> {
    let name = paper.title.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let sheets = paper_sheet(paper, &name).unwrap_or_else(|| empty_sheet(&name, paper));
    xlsx(&Workbook {
        title: format!("{} – {}", paper.title, paper.subtitle),
        language: paper.words.lang.code(),
        sheets: vec![sheets],
        active: 0,
        decimals: 0,
    })
}

/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// A sheet that says what a paper without a table says first.
fn empty_sheet(name: &str, paper: &WrittenPaper) -> WrittenSheet {
    let said = paper.blocks.iter().find_map(|block| match block {
        Block::Text(text) | Block::Lead(text) => Some(text.as_str()),
        _ => None,
    });
    let rows = [WrittenCell::head(&paper.title), WrittenCell::words(said.unwrap_or_default())];
    let rows = rows.into_iter().map(|cell| vec![cell]).collect();
    WrittenSheet { name: name.to_owned(), widths: vec![90], rows, allowed: Vec::new(), mark: None }
}

/// What the workbook is made from, and what can be entered in it.
fn about(matter: &Matter<'_>) -> WrittenSheet {
    let words = matter.words;
    let head = matter.head();
    let facts = std::iter::once((words.text(PageText::Contract).to_owned(), head.subtitle.clone()));
    let facts = facts
        .chain(head.status.into_iter().map(|line| (words.text(OfficeText::Assessment).to_owned(), line)));
    let facts =
        facts.chain(head.foot.into_iter().map(|line| (words.text(OfficeText::MadeFrom).to_owned(), line)));
    let lead = (words.text(OfficeText::HowToUse).to_owned(), words.text(OfficeText::Use).to_owned());
    let rows =
        facts.chain([lead]).map(|(name, text)| vec![WrittenCell::words(name), WrittenCell::words(text)]);
    let heads = [OfficeText::About, OfficeText::Said].map(|head| WrittenCell::head(words.text(head)));
    let rows = std::iter::once(heads.into()).chain(rows).collect();
    let name = words.text(OfficeText::About).to_owned();
    WrittenSheet { name, widths: vec![26, 90], rows, allowed: Vec::new(), mark: None }
}
