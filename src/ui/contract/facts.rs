//! What the contract says of itself: parties, period, points, units, outcomes, documents, reporting.

use yew::prelude::*;

use crate::domain::contract::{
    Contract, DateRange, ExpectedOutcome, LapsedRule, PayAgreement, Report, ReportKind, Source,
};
use crate::i18n::Lang;
use crate::i18n::date::format_date;
use crate::i18n::number::format_number;
use crate::i18n::text::ContractText;
use crate::i18n::text::contract::pay_split;

/// The facts as a list of names and values; what the contract does not state is left out.
pub(crate) fn facts(contract: &Contract, fingerprint: &str, lang: Lang) -> Html {
    let stated = |text: &Option<String>| text.clone().map(Html::from);
    let points = contract.points.map_or_else(
        || ContractText::Unweighted.text(lang).to_owned(),
        |points| format_number(points.total.0, lang),
    );
    let rows = [
        (ContractText::Institution, stated(&contract.institution)),
        (ContractText::Department, stated(&contract.department)),
        (ContractText::Period, contract.period.map(|period| range(period, lang).into())),
        (ContractText::BindingYear, contract.binding_year.map(Html::from)),
        (ContractText::Total, Some(points.into())),
        (ContractText::LapsedRule, contract.lapsed.map(|rule| lapsed(rule, lang).into())),
        (ContractText::PaySplit, contract.pay.as_ref().map(|pay| split(pay, lang).into())),
        (ContractText::Units, list(&contract.units, |unit| unit.title.clone())),
        (ContractText::Outcomes, list(&contract.outcomes, |outcome| expected(contract, outcome, lang))),
        (ContractText::Sources, list(&contract.sources, source)),
        (ContractText::Reporting, list(&contract.reporting, |report| reported(report, lang))),
        (ContractText::AlsoStated, elsewhere(contract, lang)),
        (ContractText::Fingerprint, Some(html! { <code id="fingerprint">{ fingerprint }</code> })),
    ];
    html! {
        <dl class="facts">
            { for rows.into_iter().filter_map(|(name, value)| value.map(|value| html! {
                <div key={name.text(lang)}><dt>{ name.text(lang) }</dt><dd>{ value }</dd></div>
            })) }
        </dl>
    }
}

/// `01.01.2009 – 31.12.2012`.
pub(crate) fn range(range: DateRange, lang: Lang) -> String {
    format!("{} – {}", format_date(range.from, lang), format_date(range.to, lang))
}

fn lapsed(rule: LapsedRule, lang: Lang) -> &'static str {
    match rule {
        LapsedRule::Redistribute => ContractText::LapsedShared.text(lang),
        LapsedRule::Zero => ContractText::LapsedLost.text(lang),
    }
}

fn split(pay: &PayAgreement, lang: Lang) -> String {
    pay_split(&format_number(pay.institution.0, lang), &format_number(pay.individual.0, lang), lang)
}

fn source(source: &Source) -> String {
    match &source.date {
        Some(date) => format!("{} ({date})", source.title),
        None => source.title.clone(),
    }
}

/// `Status: Midtvejsstatus, 01.10.2003. Skriftligt`.
fn reported(report: &Report, lang: Lang) -> String {
    let kind = report.kind.map(|kind| match kind {
        ReportKind::Status => ContractText::StatusReport.text(lang),
        ReportKind::Report => ContractText::FinalReport.text(lang),
        ReportKind::Notice => ContractText::DutyToInform.text(lang),
    });
    let due = report.date.map(|date| format_date(date, lang));
    let what = joined([Some(report.title.clone()), due], ", ");
    joined([Some(joined([kind.map(str::to_owned), Some(what)], ": ")), report.note.clone()], ". ")
}

/// `Færre klager: -17 pct. (Mål 3). Samlet`.
fn expected(contract: &Contract, outcome: &ExpectedOutcome, lang: Lang) -> String {
    let value = outcome.value.map(|value| format_number(value, lang));
    let amount = value.map(|value| joined([Some(value), outcome.unit.clone()], " "));
    let goal = outcome.goal.as_ref().and_then(|id| contract.goal(id.as_str()));
    let goal = goal.map(|goal| format!("({})", goal.name()));
    let what = joined([Some(outcome.title.clone()), amount], ": ");
    joined([Some(joined([Some(what), goal], " ")), outcome.note.clone()], ". ")
}

/// The texts that are there, with something between them.
fn joined<const N: usize>(texts: [Option<String>; N], between: &str) -> String {
    texts.into_iter().flatten().collect::<Vec<_>>().join(between)
}

fn elsewhere(contract: &Contract, lang: Lang) -> Option<Html> {
    list(&contract.also_stated, |statement| {
        let said = statement.period.map(|period| range(period, lang));
        let said = said.into_iter().chain(statement.note.clone()).collect::<Vec<_>>().join(". ");
        format!("{}: {said}", statement.source)
    })
}

/// One line for each, or nothing where there is none.
fn list<T>(items: &[T], line: impl Fn(&T) -> String) -> Option<Html> {
    (!items.is_empty()).then(|| html! {
        <ul class="plain-list no-max-width">{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ul>
    })
}
