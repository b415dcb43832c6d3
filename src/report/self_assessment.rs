//! Selvangivelse: what the director declares at the year's end, with what it comes to and how.

use super::document::{Block, Document};
use super::goals::{counts, entered, goals, table};
use super::matter::{Assessed, Matter, list_or};
use super::slices::each;
use super::steps::appendix;
use super::{Paper, pay};
use crate::domain::contract::IndividualRule;
use crate::findings::EntryFault;
use crate::i18n::assumption::assumption_list;
use crate::i18n::date::format_date;
use crate::i18n::number::format_number;
use crate::i18n::step::points_text;
use crate::i18n::text::report::of_points;
use crate::i18n::text::{ContractText, EntryText, PageText, PayText, ReportText, ResultsText};

/// The paper.
pub(super) async fn self_assessment(matter: &Matter<'_>, pause: &mut impl AsyncFnMut()) -> Document {
    let of = matter.current;
    let mut document = matter.document(Paper::SelfAssessment, of);
    document.blocks = vec![Block::Facts(facts(matter, of))];
    document.blocks.extend(goals(matter, of, pause).await);
    document.blocks.extend(individual(matter, of));
    document.blocks.extend(pay::chain(matter, of));
    document.blocks.extend(assumed(matter, of));
    document.blocks.extend(objections(matter, of, pause).await);
    document.blocks.push(signatures(matter, &[ReportText::Director]));
    document.blocks.extend(appendix(matter, of, pause).await);
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
    if !agreement.areas.is_empty() {
        let rows = agreement.areas.iter().zip(&outcome.areas).flat_map(|(area, outcome)| {
            let entry = of.assessment.individual.areas.get(&area.id).map(AsRef::as_ref);
            entered((area, outcome), entry, lang)
        });
        blocks.push(Block::Table(table(caption, rows.collect(), lang)));
    }
    if agreement.individual_rule() == IndividualRule::Overall {
        let points = points_text(outcome.individual, lang);
        let whole = format_number(outcome.individual_max.0, lang);
        let reason = of.assessment.individual.reason.clone();
        let reason = reason.map(|reason| (EntryText::Reason.text(lang).to_owned(), reason));
        let judged = (PayText::Overall.text(lang).to_owned(), of_points(&points, &whole, lang));
        blocks.push(Block::Facts(std::iter::once(judged).chain(reason).collect()));
    }
    blocks
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
pub(super) async fn objections(
    matter: &Matter<'_>,
    of: Assessed<'_>,
    pause: &mut impl AsyncFnMut(),
) -> Vec<Block> {
    let lang = matter.lang;
    let found = of.evaluation.all_objections();
    let list = each(found, pause, |one| Some(EntryFault::from(one).message(lang))).await;
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
