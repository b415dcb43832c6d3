//! An assessment as a workbook: results, resultatløn, risks, the table of the annual report, findings, and what it is.

use super::paper::{paper_sheet, risks_sheet};
use super::pay::pay_sheet;
use super::results::results_sheet;
use super::write::{Workbook, WrittenCell, WrittenSheet, xlsx};
use crate::domain::assessment::Assessment;
use crate::i18n::text::{ContractText, OfficeText, PageText};
use crate::report::{Assessed, Block, Matter, Paper, WrittenPaper};

/// Writes what a paper is about as a workbook. For a paper of the whole assessment that is the assessment; a decision
/// rests on the one that decides. Any other says no more than the paper does, so that nothing goes out with it that
/// the paper leaves out, such as pay.
pub fn workbook(matter: &Matter<'_>, paper: Paper) -> Vec<u8> {
    let words = matter.words;
    let decides = |one: &&Assessed<'_>| Assessment::precedence(one.assessment);
    let current = match paper {
        Paper::Overview | Paper::SelfAssessment => matter.current,
        Paper::Decision => matter.all.iter().max_by_key(decides).copied().unwrap_or(matter.current),
        Paper::Notice
        | Paper::AnnualReport
        | Paper::Revision
        | Paper::ContractCheck
        | Paper::ContractDraft => {
            return paper_workbook(&paper.write(matter));
        }
    };
    let matter = &Matter { current, ..*matter };
    let contract = &matter.contract.contract;
    let results = results_sheet(contract, current.assessment, current.evaluation, words);
    let pay = pay_sheet(matter, &results);
    let annual = Paper::AnnualReport;
    let sheets = [
        Some(results.sheet),
        pay,
        risks_sheet(matter),
        paper_sheet(&annual.write(matter), words.text(annual.name())),
        paper_sheet(&Paper::ContractCheck.write(matter), words.text(ContractText::Findings)),
        Some(about(&matter.head(), Some(OfficeText::Use))),
    ];
    xlsx(&Workbook {
        title: contract.title.clone(),
        language: words.lang.code(),
        sheets: sheets.into_iter().flatten().collect(),
        decimals: contract.decimals(),
    })
}

/// Writes the tables of a paper as a workbook of one sheet.
pub fn paper_workbook(paper: &WrittenPaper) -> Vec<u8> {
    let name = paper.title.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let name: String = name.chars().take(LONGEST_NAME).collect();
    xlsx(&Workbook {
        title: format!("{} – {}", paper.title, paper.subtitle),
        language: paper.words.lang.code(),
        sheets: vec![
            paper_sheet(paper, &name).unwrap_or_else(|| empty_sheet(&name, paper)),
            about(paper, None),
        ],
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
    WrittenSheet::new(name, vec![90], rows)
}

/// What a workbook is made from, and what can be done with it.
pub(super) fn about(head: &WrittenPaper, how: Option<OfficeText>) -> WrittenSheet {
    let words = head.words;
    let named = |name: OfficeText, lines: &[String]| -> Vec<(&str, String)> {
        lines.iter().map(|line| (words.text(name), line.clone())).collect()
    };
    let subject = if how.is_some() { words.text(PageText::Contract) } else { head.title.as_str() };
    let mut facts = vec![(subject, head.subtitle.clone())];
    facts.extend(named(OfficeText::Assessment, &head.status));
    facts.extend(named(OfficeText::MadeFrom, &head.foot));
    facts.extend(how.map(|how| (words.text(OfficeText::HowToUse), words.text(how).to_owned())));
    let heads = [OfficeText::About, OfficeText::Said].map(|head| WrittenCell::head(words.text(head)));
    let facts =
        facts.into_iter().map(|(name, text)| vec![WrittenCell::words(name), WrittenCell::words(text)]);
    let rows = std::iter::once(heads.into()).chain(facts).collect();
    WrittenSheet::new(words.text(OfficeText::About), vec![26, 90], rows)
}
