//! Draws what the contract says of itself: parties, period, points, units, outcomes, documents, reporting.

use yew::prelude::*;

use crate::domain::contract::{Contract, DateRange, ExpectedOutcome, LapsedRule, Report, ReportKind, Source};
use crate::i18n::Words;
use crate::i18n::text::ContractText;

/// Draws the facts as names and values; leaves out what the contract does not state.
pub(crate) fn facts(contract: &Contract, fingerprint: &str, words: Words) -> Html {
    let stated = |text: &Option<String>| text.clone().map(Html::from);
    let is_weighted = contract.goals.iter().any(|goal| goal.weight.is_some());
    let missing = if is_weighted { ContractText::NotStated } else { ContractText::Unweighted };
    let points =
        contract.points.map_or_else(|| words.text(missing).to_owned(), |points| words.number(points.total.0));
    let rows = [
        (ContractText::Institution, stated(&contract.institution)),
        (ContractText::Department, stated(&contract.department)),
        (ContractText::Period, contract.period.map(|period| range(period, words).into())),
        (ContractText::Signed, contract.signed.map(|day| words.date(day).into())),
        (ContractText::Locked, contract.locked.as_ref().map(|locked| words.date(locked.on).into())),
        (ContractText::BindingYear, contract.binding_year.map(Html::from)),
        (ContractText::Total, Some(points.into())),
        (ContractText::Bands, list(&words.band_lines(contract), Clone::clone)),
        (ContractText::LapsedRule, contract.lapsed.map(|rule| lapsed(rule, words).into())),
        (ContractText::PaySplit, list(&pay_terms(contract, words), Clone::clone)),
        (ContractText::Units, list(&contract.units, |unit| unit.title.clone())),
        (
            ContractText::Outcomes,
            list(&contract.outcomes, |outcome| expected_outcome_text(contract, outcome, words)),
        ),
        (ContractText::Sources, list(&contract.sources, source)),
        (ContractText::Reporting, list(&contract.reporting, |report| report_text(report, words))),
        (ContractText::AlsoStated, elsewhere(contract, words)),
        (ContractText::Fingerprint, Some(html! { <code id="fingerprint">{ fingerprint }</code> })),
    ];
    html! {
        <dl class="facts">
            { for rows.into_iter().filter_map(|(name, value)| value.map(|value| html! {
                <div key={words.text(name)}><dt>{ words.text(name) }</dt><dd>{ value }</dd></div>
            })) }
        </dl>
    }
}

/// Writes a range of dates: `01.01.2009 – 31.12.2012`.
pub(crate) fn range(range: DateRange, words: Words) -> String {
    format!("{} – {}", words.date(range.from), words.date(range.to))
}

fn lapsed(rule: LapsedRule, words: Words) -> &'static str {
    match rule {
        LapsedRule::Redistribute => words.text(ContractText::LapsedShared),
        LapsedRule::Zero => words.text(ContractText::LapsedLost),
    }
}

/// Says what the pay is earned by, and what is done to it on the way.
fn pay_terms(contract: &Contract, words: Words) -> Vec<String> {
    let Some(pay) = &contract.pay else { return Vec::new() };
    let split = words.pay_split(&words.number(pay.institution.0), &words.number(pay.individual.0));
    let split = pay.pots.is_empty().then_some(split);
    split.into_iter().chain(words.pot_terms(contract)).collect()
}

fn source(source: &Source) -> String {
    match &source.date {
        Some(date) => format!("{} ({date})", source.title),
        None => source.title.clone(),
    }
}

/// Writes a line of the reporting: `Status: Midtvejsstatus, 01.10.2003. Skriftligt`.
fn report_text(report: &Report, words: Words) -> String {
    let kind = report.kind.map(|kind| match kind {
        ReportKind::Status => words.text(ContractText::StatusReport),
        ReportKind::Report => words.text(ContractText::FinalReport),
        ReportKind::Notice => words.text(ContractText::DutyToInform),
    });
    let due = report.date.map(|date| words.date(date));
    let what = joined([Some(report.title.clone()), due], ", ");
    joined([Some(joined([kind.map(str::to_owned), Some(what)], ": ")), report.note.clone()], ". ")
}

/// Writes an expected outcome: `Færre klager: -17 pct. (Mål 3). Samlet`.
fn expected_outcome_text(contract: &Contract, outcome: &ExpectedOutcome, words: Words) -> String {
    let value = outcome.value.map(|value| words.number(value));
    let amount = value.map(|value| joined([Some(value), outcome.unit.clone()], " "));
    let goal = outcome.goal.as_ref().and_then(|id| contract.goal(id.as_str()));
    let goal = goal.map(|goal| format!("({})", goal.name()));
    let what = joined([Some(outcome.title.clone()), amount], ": ");
    joined([Some(joined([Some(what), goal], " ")), outcome.note.clone()], ". ")
}

/// Joins the texts that are there.
fn joined<const N: usize>(texts: [Option<String>; N], between: &str) -> String {
    texts.into_iter().flatten().collect::<Vec<_>>().join(between)
}

fn elsewhere(contract: &Contract, words: Words) -> Option<Html> {
    list(&contract.also_stated, |statement| {
        let said = statement.period.map(|period| range(period, words));
        let said = said.into_iter().chain(statement.note.clone()).collect::<Vec<_>>().join(". ");
        format!("{}: {said}", statement.source)
    })
}

/// Draws a line for each item; `None` where there is none.
fn list<T>(items: &[T], line: impl Fn(&T) -> String) -> Option<Html> {
    (!items.is_empty()).then(|| html! {
        <ul class="plain-list no-max-width">{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ul>
    })
}
