//! Selvangivelse: what the director declares at the year's end, with what it comes to and how.

use super::document::{Block, Cell, Column, ColumnKind, Document, Row, Table};
use super::goals::{counts, entered, goals, remarks, table};
use super::matter::{Assessed, Matter, list_or};
use super::steps::appendix;
use super::words::{NOTHING, full_name, result, target};
use super::{Paper, pay};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, IndividualRule, Target};
use crate::domain::evaluation::GoalOutcome;
use crate::findings::EntryFault;
use crate::i18n::Lang;
use crate::i18n::assumption::assumption_list;
use crate::i18n::date::format_date;
use crate::i18n::number::format_number;
use crate::i18n::status::{area_status_text, is_left_to_judgement};
use crate::i18n::step::points_text;
use crate::i18n::text::report::of_points;
use crate::i18n::text::{ContractText, EntryText, PageText, PayText, ReportText, ResultsText};

/// The paper.
pub(super) fn self_assessment(matter: &Matter<'_>) -> Document {
    let of = matter.current;
    let mut document = matter.document(Paper::SelfAssessment, of);
    document.blocks = vec![Block::Facts(facts(matter, of))];
    document.blocks.extend(goals(matter, of));
    document.blocks.extend(individual(matter, of));
    document.blocks.extend(pay::chain(matter, of));
    document.blocks.extend(assumed(matter, of));
    document.blocks.extend(objections(matter, of));
    document.blocks.push(signatures(matter, &[ReportText::Director]));
    document.blocks.extend(appendix(matter, of));
    document
}

/// Who agreed what, and where it stands.
pub(super) fn facts(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<(String, String)> {
    let (lang, terms) = (matter.lang, matter.terms());
    let day = |date| format_date(date, lang);
    let period = terms.period.map(|period| format!("{}–{}", day(period.from), day(period.to)));
    let standing = match &of.evaluation.institution {
        Some(found) => {
            let points = points_text(found.sum.points, lang);
            format!(
                "{} · {}",
                of_points(&points, &format_number(found.total.0, lang), lang),
                counts(of, lang)
            )
        }
        None => counts(of, lang),
    };
    let said = [
        (ContractText::Institution.text(lang), terms.institution.clone()),
        (ContractText::Department.text(lang), terms.department.clone()),
        (ContractText::Period.text(lang), period),
        (ReportText::Standing.text(lang), Some(standing)),
    ];
    said.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?))).collect()
}

/// The individual areas: each with what was reached, and the judgement of all of them where there is one.
pub(super) fn individual(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let lang = matter.lang;
    let Some((agreement, outcome)) = matter.terms().pay.as_ref().zip(of.evaluation.pay.as_ref()) else {
        return Vec::new();
    };
    let caption = PayText::AreasHeading.text(lang).to_owned();
    let mut blocks = vec![Block::Heading(caption.clone(), None)];
    let is_together = agreement.individual_rule() == IndividualRule::Overall;
    let areas = agreement.areas.iter().zip(&outcome.areas).map(|(area, outcome)| {
        let entry = of.assessment.individual.areas.get(&area.id).map(AsRef::as_ref);
        (&**area, &**outcome, entry)
    });
    if is_together && !agreement.areas.is_empty() {
        blocks.push(Block::Table(judged_together(caption, areas, lang)));
    } else if !agreement.areas.is_empty() {
        let rows = areas.flat_map(|(area, outcome, entry)| entered((area, outcome), entry, lang));
        blocks.push(Block::Table(table(caption, rows.collect(), lang)));
    }
    if is_together {
        let points = points_text(outcome.individual, lang);
        let whole = format_number(outcome.individual_max.0, lang);
        let reason = of.assessment.individual.reason.clone();
        let reason = reason.map(|reason| (EntryText::Reason.text(lang).to_owned(), reason));
        let judged = (PayText::Overall.text(lang).to_owned(), of_points(&points, &whole, lang));
        blocks.push(Block::Facts(std::iter::once(judged).chain(reason).collect()));
    }
    blocks
}

/// Areas without points of their own: what was to be done, what was done, and what came of it, as far as that is said.
fn judged_together<'a>(
    caption: String,
    areas: impl Iterator<Item = (&'a Goal, &'a GoalOutcome, Option<&'a Entry>)>,
    lang: Lang,
) -> Table {
    let row = |(area, outcome, entry): (&Goal, &GoalOutcome, Option<&Entry>)| {
        let status = (!is_left_to_judgement(outcome)).then(|| area_status_text(outcome, lang).to_owned());
        // Of what a person judges, the status says all.
        let is_judged = matches!(area.target, Target::Assessed { .. });
        let reached = (!is_judged).then(|| result(area, entry, outcome, lang)).filter(|text| text != NOTHING);
        let said = entry.map(|entry| remarks(entry, lang)).unwrap_or_default();
        // The text itself needs no name under its heading.
        let done = said.into_iter().map(|(name, text)| {
            if name == EntryText::Note.text(lang) { text } else { format!("{name}: {text}") }
        });
        let lines = |lines: Vec<String>| {
            if lines.is_empty() { Cell::Text(NOTHING.to_owned()) } else { Cell::Lines(lines) }
        };
        Row::Cells(vec![
            Cell::Quoted(full_name(area)),
            Cell::Quoted(target(area, entry, lang)),
            lines(done.collect()),
            lines(reached.into_iter().chain(status).collect()),
        ])
    };
    Table {
        caption,
        columns: vec![
            Column::new(PayText::Area.text(lang), ColumnKind::Words),
            Column::new(PayText::Requirement.text(lang), ColumnKind::Words),
            Column::new(EntryText::WhatWasDone.text(lang), ColumnKind::Words),
            Column::new(EntryText::Result.text(lang), ColumnKind::Words),
        ],
        rows: areas.map(row).collect(),
    }
}

/// What the calculator chose where the contract is silent.
pub(super) fn assumed(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let lang = matter.lang;
    let list = assumption_list(&of.evaluation.assumptions, matter.terms(), lang);
    vec![
        Block::Heading(PageText::Assumptions.text(lang).to_owned(), None),
        list_or(list, ContractText::NoAssumptions.text(lang).to_owned()),
    ]
}

/// What is wrong with what was entered; nothing where nothing is.
pub(super) fn objections(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let lang = matter.lang;
    let found = of.evaluation.all_objections();
    let list: Vec<_> = found.map(|one| EntryFault::from(one).message(lang)).collect();
    if list.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(ResultsText::WhatIsWrong.text(lang).to_owned(), None), Block::List(list)]
}

/// Room for those who sign.
pub(super) fn signatures(matter: &Matter<'_>, who: &[ReportText]) -> Block {
    let names = who.iter().map(|one| matter.say(*one)).collect();
    Block::Signatures(names, matter.say(ReportText::PlaceAndDate))
}
