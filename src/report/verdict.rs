//! What a decision opens with: what was decided, or what is still open; the account in short, and room to sign.

use super::document::{Block, WrittenPaper};
use super::goals::{Scored, status_counts};
use super::matter::{Assessed, Matter};
use super::self_assessment::{facts, signatures};
use super::words::full_name;
use crate::domain::address::FieldId;
use crate::domain::assessment::{AdjustmentChange, Assessor, Decision, Status};
use crate::domain::contract::{IndividualRule, Party, PayAgreement, Pot};
use crate::domain::number::{Decimal, Points, Share};
use crate::domain::pay::{PayOutcome, lacking};
use crate::i18n::Words;
use crate::i18n::text::verdict::DecidedPay;
use crate::i18n::text::{PayText, ReportText, results};

/// How many open goals are named; the rest are counted, so that the first page holds them.
const NAMED: usize = 12;

/// Puts the first page into the paper: signed where everything is settled, else marked as a draft.
pub(super) fn open_with_verdict(document: &mut WrittenPaper, matter: &Matter<'_>, of: Assessed<'_>) {
    let open = still_open(matter, of);
    document.draft = !open.is_empty();
    if open.is_empty() {
        document.blocks.push(Block::Lead(sentence(matter, of)));
    } else {
        document.blocks.push(Block::Lead(matter.say(ReportText::CannotDecide)));
        document.blocks.push(Block::Text(matter.say(ReportText::StillOpen)));
        document.blocks.push(Block::List(open));
    }
    document.blocks.push(Block::Facts(summary(matter, of)));
    if let Some(pay) = &of.evaluation.pay {
        document.blocks.push(Block::Heading(matter.say(ReportText::Outcome), None));
        document.blocks.push(Block::Facts(account(matter, of, pay)));
    }
    if !document.draft {
        document.blocks.push(signatures(matter, &[Party::Department, Party::Director]));
    }
}

/// Who is bound and to whom, for which year, where it stands, and which assessment that rests on.
fn summary(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<(String, String)> {
    let agreed = of.assessment.by == Assessor::Agreed;
    let basis = matter.words.decided_by(&matter.say(super::matter::whose(of.assessment.by)), agreed);
    let mut said = facts(matter, of);
    said.push((matter.say(ReportText::Basis), basis));
    said
}

/// What has to be known before anything can be decided and is not.
fn still_open(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<String> {
    let words = matter.words;
    let assessment = of.assessment;
    let mut said = Vec::new();
    if assessment.by == Assessor::Director {
        said.push(words.no_assessment(Assessor::Department));
    }
    if assessment.status != Status::Final {
        said.push(words.not_final(words.text(results::status(assessment.status))));
    }
    let mut goals: Vec<_> = matter.goals(of).filter(|(_, outcome)| !outcome.share.is_settled()).collect();
    let agreement = matter.terms().pay.as_ref().zip(of.evaluation.pay.as_ref());
    if let Some((agreement, pay)) = agreement {
        let by_area = agreement.individual_rule() == IndividualRule::Areas;
        let areas = agreement.areas.iter().map(AsRef::as_ref).zip(pay.areas.iter().map(AsRef::as_ref));
        goals.extend(areas.filter(|(_, outcome)| by_area && !outcome.share.is_settled()));
    }
    said.extend(goals.iter().take(NAMED).map(|goal| open_goal(matter, *goal)));
    let rest = goals.len().saturating_sub(NAMED);
    said.extend((rest > 0).then(|| words.more_open(rest)));
    let Some((agreement, pay)) = agreement else { return said };
    if agreement.individual_rule() == IndividualRule::Overall && !pay.individual.is_settled() {
        let points = pay.individual.max - pay.individual.min;
        said.push(words.not_judged(&words.number(points.0)));
    }
    let adjustment = assessment.pay.adjustment.as_ref().filter(|adjustment| adjustment.change.is_some());
    let unexplained = adjustment.is_some_and(|adjustment| adjustment.reason.is_none());
    said.extend(lacking(agreement, pay).iter().map(|field| lacks(matter, agreement, field)));
    said.extend(unexplained.then(|| matter.say(ReportText::NoReason)));
    said
}

/// What the way to the kroner waits for, as a sentence.
fn lacks(matter: &Matter<'_>, agreement: &PayAgreement, field: &FieldId) -> String {
    let words = matter.words;
    match field {
        FieldId::BaseValue(_) => matter.say(ReportText::NoBase),
        FieldId::Regulation => matter.say(ReportText::NoRegulation),
        FieldId::PotPercent(id) => {
            let pot = agreement.pots.iter().find(|pot| pot.id == *id);
            words.no_percent_of_pot(pot.map_or(id.as_str(), |pot| &pot.title))
        }
        FieldId::Factor(id) => {
            let stage = agreement.stages.iter().find(|stage| stage.id == *id);
            let title = stage.and_then(|stage| stage.title.as_deref());
            words.no_factor(title.unwrap_or_else(|| words.text(PayText::Factor)))
        }
        _ => matter.say(ReportText::NoMaxPercent),
    }
}

/// `Mål 1 · Færre ledige: ikke fastlagt, 125 point åbne`.
fn open_goal(matter: &Matter<'_>, (goal, outcome): Scored<'_>) -> String {
    let words = matter.words;
    let status = words.outcome_status(outcome);
    match outcome.open_points() {
        Some(points) => words.open_goal(&full_name(goal), status, &words.number(points.0)),
        None => format!("{}: {}", full_name(goal), status.to_lowercase()),
    }
}

/// The sentence that says what was decided: the pay, else the points, else how many goals were reached.
fn sentence(matter: &Matter<'_>, of: Assessed<'_>) -> String {
    let words = matter.words;
    let who = who_decides(matter);
    if let Some(pay) = decided(matter, of) {
        let agreement = matter.terms().pay.as_ref();
        let time = agreement.map(|agreement| match agreement.period.whole_year() {
            Some(year) => year.to_string(),
            None => matter.days(agreement.period),
        });
        let ministry = matter.terms().department.as_ref().map(|_| words.permanent_secretary());
        return words.decided_pay(who.as_deref().or(ministry), &time.unwrap_or_default(), &pay);
    }
    let period = matter.terms().period;
    let time = matter.year().map(|year| year.to_string()).or_else(|| period.map(|days| matter.days(days)));
    let time = time.unwrap_or_else(|| words.no_time().to_owned());
    let result = match &of.evaluation.institution {
        Some(found) => words.points_out_of(&words.points(found.sum.points), &words.number(found.total.0)),
        None => status_counts(of, words),
    };
    words.decided_result(who.as_deref(), &time, &result)
}

/// Who signs for the department, by office where that is the permanent secretary's; where nobody is named, a board.
fn who_decides(matter: &Matter<'_>) -> Option<String> {
    let Some(signatory) = matter.terms().signatory(Party::Department) else {
        return matter.board().map(str::to_owned);
    };
    let office = PERMANENT_SECRETARY;
    Some(match signatory.title.as_deref() {
        Some(title) if title.to_lowercase().starts_with(office) => {
            matter.words.permanent_secretary().to_owned()
        }
        Some(title) => format!("{title} {}", signatory.name),
        None => signatory.name.clone(),
    })
}

/// What the title of a permanent secretary begins with, in the contract's language.
const PERMANENT_SECRETARY: &str = "departementschef";

/// The figures of the sentence, which `still_open` has found settled.
fn decided(matter: &Matter<'_>, of: Assessed<'_>) -> Option<DecidedPay> {
    let words = matter.words;
    let pay = of.evaluation.pay.as_ref()?;
    let inputs = &of.assessment.pay;
    let change = inputs.adjustment.as_ref().and_then(|adjustment| adjustment.change);
    Some(DecidedPay {
        payable: words.kroner(pay.payable?.min),
        share: share_of_pay(matter, pay.fraction.min),
        full: words.kroner(pay.full?),
        adjusted: change.map(|change| {
            let said = adjusted_by(matter, change);
            match change {
                AdjustmentChange::ToPercent(_) => said,
                _ => words.pick(said.clone(), format!("by {said}")),
            }
        }),
        days: pay.days.filter(|(served, of)| served != of),
        breach: inputs.breach.what.is_some(),
    })
}

/// `82,25 %` where that is exact, else the fraction itself, so that the sentence can be worked out again.
fn share_of_pay(matter: &Matter<'_>, share: Share) -> String {
    match share.exact(6) {
        Some(exact) => matter.words.percent((exact * Decimal::ONE_HUNDRED).normalize()),
        None => matter.words.share(share),
    }
}

/// `−10 %` or `−5.000,00 kr.`
pub(super) fn adjusted_by(matter: &Matter<'_>, change: AdjustmentChange) -> String {
    match change {
        AdjustmentChange::Percent(percent) => matter.words.signed_percent(percent.0),
        AdjustmentChange::Amount(amount) => matter.words.kroner(amount),
        AdjustmentChange::ToPercent(percent) => matter.words.to_percent(percent.0),
    }
}

/// What was decided, with when and where.
fn decided_at(what: &str, decision: &Decision, words: Words) -> String {
    words.decided_on(what, decision.agreed, decision.source.as_deref())
}

/// The way from the points to what is paid, a line each, with what was decided on the way.
fn account(matter: &Matter<'_>, of: Assessed<'_>, pay: &PayOutcome) -> Vec<(String, String)> {
    let words = matter.words;
    let inputs = &of.assessment.pay;
    let full = pay.full.zip(pay.base.zip(pay.max_percent)).map(|(full, (base, percent))| {
        let how = words.percent_of_base(&words.percent(percent.0), &words.kroner(base));
        format!("{} ({how})", words.kroner(full))
    });
    let kroner = |amount: Option<_>| amount.map(|amount| words.kroner_range(amount));
    let pots: &[Pot] = matter.terms().pay.as_ref().map_or(&[], |agreement| &agreement.pots);
    let each_pot = pots.iter().zip(&pay.pots.pots).filter_map(|(pot, outcome)| {
        let (earned, full) = outcome.earned.zip(outcome.full)?;
        Some((pot.title.clone(), words.earned_of(&words.kroner_range(earned), &words.kroner(full))))
    });
    let adjustment = inputs.adjustment.as_ref().map(|adjustment| {
        let change = adjustment.change.map(|change| adjusted_by(matter, change));
        let change = change.zip(kroner(pay.adjusted)).map(|(change, after)| format!("{change} → {after}"));
        let reason = adjustment.reason.clone().unwrap_or_else(|| matter.say(ReportText::ReasonMissing));
        let said = change.into_iter().chain([reason]).collect::<Vec<_>>().join(" · ");
        decided_at(&said, &adjustment.decision, words)
    });
    let left = inputs.left_on.what.map(|date| decided_at(&matter.day(date), &inputs.left_on.decision, words));
    let breach =
        inputs.breach.what.as_deref().map(|reason| decided_at(reason, &inputs.breach.decision, words));
    let points =
        |points, whole: Points| Some(words.points_out_of(&words.points(points), &words.number(whole.0)));
    let has_pots = !pots.is_empty();
    let in_pay = |points| if has_pots { None } else { points };
    let full = if has_pots { pay.full.map(|full| words.kroner(full)) } else { full };
    let said = [
        (PayText::Institution, in_pay(points(pay.institution, pay.institution_max))),
        (PayText::Individual, in_pay(points(pay.individual, pay.individual_max))),
        (PayText::PayPoints, in_pay(points(pay.points, pay.institution_max + pay.individual_max))),
        (PayText::Full, full),
        (PayText::Earned, kroner(pay.earned)),
        (PayText::Adjustment, adjustment),
        (PayText::LeavingOn, left),
        (PayText::Breach, breach),
        (PayText::Payable, kroner(pay.payable)),
        (PayText::Holiday, kroner(pay.holiday_allowance)),
        (PayText::Pension, kroner(pay.pension)),
        (PayText::WithPension, kroner(pay.with_pension)),
    ];
    let said = said.into_iter().filter_map(|(name, text)| Some((words.text(name).to_owned(), text?)));
    each_pot.chain(said).collect()
}
