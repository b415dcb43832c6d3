//! Kontrakttjek: what contradicts itself, is missing or does not add up in a contract, and what was assumed.

use super::Paper;
use super::document::{Block, Cell, Column, ColumnKind, Row, Table, WrittenPaper};
use super::matter::Matter;
use super::self_assessment::assumed;
use super::slices::each;
use crate::findings::{Code, Diagnostic, Severity, gathered};
use crate::format::{Subject, answering_addendum};
use crate::i18n::text::{ContractText, ReportText};

/// The paper.
pub(super) async fn contract_check(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
    let words = matter.words;
    let mut document = matter.document(Paper::ContractCheck, matter.current);
    let about: Vec<_> = matter.findings.iter().filter(|one| !matches!(one.code, Code::Entry(_))).collect();
    let kinds = [
        (Severity::Error, ContractText::Errors),
        (Severity::Warning, ContractText::Warnings),
        (Severity::Note, ContractText::Notes),
    ];
    let of = |severity| about.iter().copied().filter(move |one| one.severity == severity).collect::<Vec<_>>();
    let counts = kinds.map(|(severity, name)| (of(severity).len(), words.text(name).to_lowercase()));
    document.blocks.push(Block::Text(words.findings_counted(&counts)));
    for (severity, name) in kinds {
        let found = of(severity);
        if !found.is_empty() {
            document.blocks.push(Block::Heading(words.text(name).to_owned(), Some(words.count(found.len()))));
            document.blocks.push(Block::Table(findings(matter, words.text(name), &found, pause).await));
        }
    }
    if about.is_empty() {
        document.blocks.push(Block::Text(words.text(ContractText::NoFindings).to_owned()));
    }
    document.blocks.extend(assumed(matter, matter.current));
    document
}

async fn findings(
    matter: &Matter<'_>,
    caption: &str,
    found: &[&Diagnostic],
    pause: &mut impl AsyncFnMut(),
) -> Table {
    let words = matter.words;
    let say = |text: ReportText| matter.say(text);
    let hint = |one: &Diagnostic| {
        let addendum = answering_addendum(one, matter.terms(), matter.current.assessment);
        let answer = addendum.map(|addendum| words.answered_by_addendum(addendum.decision.agreed));
        answer.or_else(|| one.code.hint(words))
    };
    let alike = gathered(found.iter().copied(), |one| (one.code.name(), one.code.why(words), hint(one)));
    let row = |some: &Vec<&Diagnostic>| {
        let messages = some.iter().map(|one| one.code.message(words));
        let first = some.first().map(|first| &first.code);
        let heading =
            first.filter(|_| some.len() > 1).map(|code| code.kind(words).heading(some.len(), words));
        let reasons = some.first().map(|one| [one.code.why(words).map(str::to_owned), hint(one)]);
        let reasons = reasons.into_iter().flatten().flatten();
        let mut places: Vec<_> = some.iter().flat_map(|one| where_it_is(matter, one)).collect();
        places.dedup();
        Some(Row::Cells(vec![
            Cell::Lines(places),
            Cell::Lines(heading.into_iter().chain(messages).chain(reasons).collect()),
        ]))
    };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::new(say(ReportText::Place), ColumnKind::Words),
            Column::new(say(ReportText::Finding), ColumnKind::Words),
        ],
        rows: each(&alike, pause, row).await,
    }
}

/// Names what a finding is about: a goal, an area or a part of the contract. The document's clause follows where
/// neither that name nor the message has it.
fn where_it_is(matter: &Matter<'_>, found: &Diagnostic) -> Vec<String> {
    let (words, terms) = (matter.words, matter.terms());
    let goal =
        |id: &crate::domain::contract::GoalId| terms.goal(id.as_str()).map(|goal| goal.name().to_owned());
    let subject = Subject::at_path(&found.path);
    let named = match subject {
        Subject::Goal(at) => terms.goals.get(at).map(|goal| goal.name().to_owned()),
        Subject::Area(at) => {
            terms.pay.as_ref().and_then(|pay| pay.areas.get(at)).map(|area| area.name().to_owned())
        }
        Subject::Risk(at) => {
            let entry = terms.risk.as_ref().and_then(|risk| risk.entries.get(at));
            entry.and_then(|entry| entry.goal.as_ref()).and_then(goal)
        }
        Subject::Trend(at) => terms.trends.get(at).and_then(|trend| trend.source.clone()),
        Subject::Budget => Some(words.text(ContractText::Budget).to_owned()),
        Subject::Pay | Subject::MaxPercent => Some(words.text(ContractText::PaySplit).to_owned()),
        Subject::Purposes => Some(words.text(ContractText::Purposes).to_owned()),
        Subject::Sum(_) => Some(words.text(ContractText::Sums).to_owned()),
        _ => None,
    };
    let message = found.code.message(words);
    let clause = subject
        .clause(&found.path, terms)
        .filter(|clause| !message.contains(*clause) && named.as_deref() != Some(*clause));
    let clause = clause.map(str::to_owned);
    let places: Vec<_> = named.into_iter().chain(clause).collect();
    // What is about none of its parts is about the contract.
    if places.is_empty() { vec![words.text(ContractText::WholeContract).to_owned()] } else { places }
}
