//! Selvangivelse: what the director declares at the year's end, with what it comes to and how.

use super::document::{Block, Cell, Column, ColumnKind, Row, Table, WrittenPaper};
use super::goals::{entered, goals, remarks, status_counts, table};
use super::matter::{Assessed, Matter, list_or};
use super::slices::each;
use super::steps::appendix;
use super::words::{NOTHING, full_name, parts_reached, result, target};
use super::{Paper, pay};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, IndividualRule, Party, Target};
use crate::domain::evaluation::GoalOutcome;
use crate::findings::EntryFault;
use crate::i18n::Words;
use crate::i18n::status::is_left_to_judgement;
use crate::i18n::text::{ContractText, EntryText, PageText, PayText, ReportText, ResultsText};

/// The paper.
pub(super) async fn self_assessment(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
    let of = matter.current;
    let mut document = matter.document(Paper::SelfAssessment, of);
    document.blocks = vec![Block::Facts(facts(matter, of))];
    document.blocks.extend(goals(matter, of, pause).await);
    document.blocks.extend(individual(matter, of));
    document.blocks.extend(pay::chain(matter, of));
    document.blocks.extend(assumed(matter, of));
    document.blocks.extend(objections(matter, of, pause).await);
    document.blocks.push(signatures(matter, &[Party::Director]));
    document.blocks.extend(appendix(matter, of, pause).await);
    document
}

/// Who agreed what, and where it stands.
pub(super) fn facts(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<(String, String)> {
    let (words, terms) = (matter.words, matter.terms());
    let (named_time, time) = match matter.year() {
        Some(year) => (words.text(ReportText::Year), Some(year.to_string())),
        None => (words.text(ContractText::Period), terms.period.map(|period| matter.days(period))),
    };
    let standing = match &of.evaluation.institution {
        Some(found) => {
            let points = words.points(found.sum.points);
            format!(
                "{} · {}",
                words.points_out_of(&points, &words.number(found.total.0)),
                status_counts(of, words)
            )
        }
        None => status_counts(of, words),
    };
    let said = [
        (words.text(ContractText::Institution), terms.institution.clone()),
        (words.text(ContractText::Department), terms.department.clone()),
        (words.text(ContractText::Signed), terms.signed.map(|day| matter.day(day))),
        (named_time, time),
        (words.text(ReportText::Standing), Some(standing)),
        (words.text(PageText::BandReached), band(matter, of)),
    ];
    said.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?))).collect()
}

/// The level of the points, with what decides it: `Niveau 4 (400 ≥ 400; 400 < 475)`.
fn band(matter: &Matter<'_>, of: Assessed<'_>) -> Option<String> {
    let (words, outcome) = (matter.words, of.evaluation.band.as_ref()?);
    let said = words.band(matter.terms(), outcome)?;
    let (bands, points) = matter.terms().bands.as_ref().zip(of.evaluation.institution.as_ref())?;
    let by_points = outcome.is_lowest.is_none_or(|is_lowest| !is_lowest.min);
    if !by_points || !outcome.reached.is_settled() || !points.sum.points.is_settled() {
        return Some(said);
    }
    let reached = words.number(points.sum.points.min.0);
    let limit = |place: usize, sign: char| {
        let band = bands.list.get(place)?;
        Some(format!("{reached} {sign} {}", words.number(band.at.0)))
    };
    let place = outcome.reached.min;
    let above = limit(place, '≥')
        .filter(|_| bands.list.get(place).is_some_and(|band| band.at <= points.sum.points.min));
    let below = limit(place + 1, '<');
    let limits: Vec<_> = above.into_iter().chain(below).collect();
    Some(format!("{said} ({})", limits.join("; ")))
}

/// The individual areas: each with what was reached, and the judgement of all of them where there is one.
pub(super) fn individual(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let words = matter.words;
    let agreement = matter.terms().pay.as_ref().filter(|agreement| agreement.has_individual());
    let Some((agreement, outcome)) = agreement.zip(of.evaluation.pay.as_ref()) else {
        return Vec::new();
    };
    let is_together = agreement.individual_rule() == IndividualRule::Overall;
    let caption = words.text(PayText::AreasHeading).to_owned();
    let mut blocks = vec![Block::Heading(caption.clone(), None)];
    let areas = agreement.areas.iter().zip(&outcome.areas).map(|(area, outcome)| {
        let entry = of.assessment.individual.areas.get(&area.id).map(AsRef::as_ref);
        (&**area, &**outcome, entry)
    });
    if is_together && !agreement.areas.is_empty() {
        blocks.push(Block::Table(judged_together(caption, areas, words)));
    } else if !agreement.areas.is_empty() {
        let rows = areas.flat_map(|(area, outcome, entry)| entered((area, outcome), entry, words));
        blocks.push(Block::Table(table(caption, rows.collect(), words)));
    }
    if is_together {
        let points = words.points(outcome.individual);
        let whole = words.number(outcome.individual_max.0);
        let judgement = &of.assessment.individual;
        let name = match judgement.copied.as_deref() {
            Some(copied) => words.reason_of(copied.by),
            None => words.text(EntryText::Reason).to_owned(),
        };
        let reason = judgement.reason.clone().map(|reason| (name, reason));
        let judged = (words.text(PayText::Overall).to_owned(), words.points_out_of(&points, &whole));
        blocks.push(Block::Facts(std::iter::once(judged).chain(reason).collect()));
    }
    blocks
}

/// Areas without points of their own: what was to be done, what was done, and what came of it, as far as that is said.
fn judged_together<'a>(
    caption: String,
    areas: impl Iterator<Item = (&'a Goal, &'a GoalOutcome, Option<&'a Entry>)>,
    words: Words,
) -> Table {
    let row = |(area, outcome, entry): (&Goal, &GoalOutcome, Option<&Entry>)| {
        let status = (!is_left_to_judgement(outcome)).then(|| words.area_status_text(outcome).to_owned());
        // Of what a person judges, the status says all.
        let is_judged = matches!(area.target, Target::Assessed { .. });
        let reached =
            (!is_judged).then(|| result(area, entry, outcome, words)).filter(|text| text != NOTHING);
        let said = entry.map(|entry| remarks(entry, words)).unwrap_or_default();
        // The text itself needs no name under its heading.
        let done = said.into_iter().map(|(name, text)| {
            if name == words.text(EntryText::Note) { text } else { format!("{name}: {text}") }
        });
        let lines = |lines: Vec<String>| {
            if lines.is_empty() { Cell::Text(NOTHING.to_owned()) } else { Cell::Lines(lines) }
        };
        Row::Cells(vec![
            Cell::Quoted(full_name(area)),
            Cell::Quoted(target(area, entry, words)),
            lines(done.collect()),
            lines(reached.into_iter().chain(parts_reached(area, entry, words)).chain(status).collect()),
        ])
    };
    Table {
        caption,
        columns: vec![
            Column::new(words.text(PayText::Area), ColumnKind::Words),
            Column::new(words.text(PayText::Requirement), ColumnKind::Words),
            Column::new(words.text(EntryText::WhatWasDone), ColumnKind::Words),
            Column::new(words.text(EntryText::Result), ColumnKind::Words),
        ],
        rows: areas.map(row).collect(),
    }
}

/// What the calculator chose where the contract is silent.
pub(super) fn assumed(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let words = matter.words;
    let list = words.assumptions(&of.evaluation.assumptions, matter.terms());
    vec![
        Block::Heading(words.text(PageText::Assumptions).to_owned(), None),
        list_or(list, words.text(ContractText::NoAssumptions).to_owned()),
    ]
}

/// What is wrong with what was entered; nothing where nothing is.
pub(super) async fn objections(
    matter: &Matter<'_>,
    of: Assessed<'_>,
    pause: &mut impl AsyncFnMut(),
) -> Vec<Block> {
    let words = matter.words;
    let found = of.evaluation.all_objections();
    let list = each(found, pause, |one| Some(EntryFault::from(one).message(words))).await;
    if list.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(words.text(ResultsText::WhatIsWrong).to_owned(), None), Block::List(list)]
}

/// Room for those who sign: by their names where the contract has them.
pub(super) fn signatures(matter: &Matter<'_>, who: &[Party]) -> Block {
    let names = who.iter().map(|party| signing(matter, *party)).collect();
    Block::Signatures(names, matter.say(ReportText::PlaceAndDate))
}

/// `Bo Smith, departementschef`; the party itself where the contract names nobody.
fn signing(matter: &Matter<'_>, party: Party) -> String {
    if let Some(signatory) = matter.terms().signatory(party) {
        let said = [Some(signatory.name.as_str()), signatory.title.as_deref()];
        return said.into_iter().flatten().collect::<Vec<_>>().join(", ");
    }
    match party {
        Party::Director => matter.say(ReportText::Director),
        Party::Department => {
            matter.board().map_or_else(|| matter.say(ReportText::PermanentSecretary), str::to_owned)
        }
    }
}
