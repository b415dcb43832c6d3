//! The chain itself, from the institution's points to the holiday allowance.

use yew::prelude::*;

use super::PayView;
use super::adjustment::adjustment;
use super::base::base;
use super::formula::{bare_amount, kroner, parenthesised, percent_text, points_fixed};
use super::individual::individual;
use super::line::Line;
use crate::app::FieldId;
use crate::domain::number::{Points, Span};
use crate::i18n::number::format_number;
use crate::i18n::text::pay::{days, expected_chain, institution_formula, points_formula};
use crate::i18n::text::{PayText, figure};
use crate::ui::contract::range;
use crate::ui::fields::{Align, NoteField, TextField};

/// The chain as a list of numbered lines.
pub(super) fn chain(ground: PayView) -> Html {
    let lang = ground.lang;
    html! {
        <section>
            <div class="pay-chain__head">
                <h2>{ PayText::Chain.text(lang) }</h2>
                <span class="quiet small">{ range(ground.agreement.period, lang) }</span>
            </div>
            <ol class="pay-chain no-max-width">
                { institution(ground) }
                { individual(ground) }
                { pay_points(ground) }
                { base(ground) }
                { full(ground) }
                { earned(ground) }
                { adjustment(ground) }
                { leaving(ground) }
                { payable(ground) }
                { holiday(ground) }
            </ol>
            <p class="small quiet">{ pensionable(ground) }</p>
        </section>
    }
}

fn institution(ground: PayView) -> Html {
    let (lang, outcome) = (ground.lang, ground.outcome);
    let formula = outcome.contract_points.map(|(points, total)| {
        institution_formula(
            &parenthesised(&figure::points(points, lang), points.is_settled()),
            &format_number(total.0, lang),
            &format_number(outcome.institution_max.0, lang),
        )
    });
    html! {
        <Line
            id="pay-institution"
            number={1}
            title={PayText::Institution.text(lang)}
            result={points_fixed(ground, outcome.institution)}
            formula={formula.map(AttrValue::from)}
        />
    }
}

fn pay_points(ground: PayView) -> Html {
    let (lang, outcome) = (ground.lang, ground.outcome);
    let of = |points: Span<Points>| {
        let decimals = ground.case.contract.contract.decimals();
        parenthesised(&figure::points_fixed(points, decimals, lang), points.is_settled())
    };
    let whole = outcome.institution_max + outcome.individual_max;
    let formula = points_formula(
        &of(outcome.institution),
        &of(outcome.individual),
        &format_number(whole.0, lang),
        &figure::fraction(outcome.fraction, lang),
        lang,
    );
    html! {
        <Line
            id="pay-points"
            number={3}
            title={PayText::PayPoints.text(lang)}
            result={points_fixed(ground, outcome.points)}
            formula={AttrValue::from(formula)}
        />
    }
}

fn full(ground: PayView) -> Html {
    let (lang, outcome) = (ground.lang, ground.outcome);
    let percent = outcome.max_percent.map(|percent| percent_text(percent, lang));
    let formula =
        outcome.base.zip(percent).map(|(base, percent)| format!("{} × {percent}", bare_amount(base, lang)));
    let field = FieldId::MaxPercent;
    let view = ground.view(&field);
    html! {
        <Line
            id="pay-full"
            number={5}
            title={PayText::Full.text(lang)}
            result={outcome.full.map(|full| kroner(Span::settled(full), lang))}
            formula={formula.map(AttrValue::from)}
        >
            if ground.agreement.max_percent.is_none() {
                <TextField {field} {view} label={PayText::MaxPercent.text(lang)} unit={AttrValue::from("%")} />
            }
        </Line>
    }
}

fn earned(ground: PayView) -> Html {
    let (lang, outcome) = (ground.lang, ground.outcome);
    let formula = outcome.full.map(|full| {
        let fraction = figure::fraction(outcome.fraction, lang);
        format!("{} × {}", bare_amount(full, lang), parenthesised(&fraction, outcome.fraction.is_settled()))
    });
    html! {
        <Line
            id="pay-earned"
            number={6}
            title={PayText::Earned.text(lang)}
            result={outcome.earned.map(|earned| kroner(earned, lang))}
            formula={formula.map(AttrValue::from)}
        />
    }
}

fn leaving(ground: PayView) -> Html {
    let (lang, outcome) = (ground.lang, ground.outcome);
    let (left_on, breach) = (FieldId::LeftOn, FieldId::Breach);
    let has_breach = ground.sheet.assessment().pay.breach.what.is_some();
    let formula = match (has_breach, outcome.days) {
        (true, _) => Some(PayText::BreachPays.text(lang).to_owned()),
        (false, Some((served, of))) => {
            let share = days(served, of, lang);
            let before = outcome
                .adjusted
                .map(|adjusted| parenthesised(&figure::kroner(adjusted, lang), adjusted.is_settled()));
            Some(before.map_or_else(|| share.clone(), |before| format!("{before} × {share}")))
        }
        (false, None) => None,
    };
    let result = match (&formula, outcome.payable) {
        (None, _) => Some(PayText::None.text(lang).into()),
        (Some(_), payable) => payable.map(|payable| kroner(payable, lang)),
    };
    html! {
        <Line id="pay-leaving" number={8} title={PayText::Leaving.text(lang)} {result} formula={formula.map(AttrValue::from)}>
            <TextField
                view={ground.view(&left_on)}
                field={left_on}
                label={PayText::LeavingOn.text(lang)}
                align={Align::Date}
                hint={AttrValue::from(PayText::LeavingHint.text(lang))}
            />
            <NoteField
                view={ground.view(&breach)}
                field={breach}
                label={PayText::Breach.text(lang)}
                hint={AttrValue::from(PayText::BreachHint.text(lang))}
                rows={1}
            />
        </Line>
    }
}

fn payable(ground: PayView) -> Html {
    let (lang, outcome) = (ground.lang, ground.outcome);
    let payable = outcome.payable.map(|payable| kroner(payable, lang));
    let expected = outcome.expected_aside().map(|expected| {
        let payable = expected.payable.map(|payable| figure::kroner(payable, lang));
        AttrValue::from(expected_chain(&figure::percent(expected.fraction, lang), payable.as_deref(), lang))
    });
    html! { <Line id="pay-payable" title={PayText::Payable.text(lang)} result={payable} formula={expected} /> }
}

fn holiday(ground: PayView) -> Html {
    let (lang, outcome) = (ground.lang, ground.outcome);
    let formula = outcome.payable.zip(outcome.holiday_percent).map(|(payable, percent)| {
        let payable = parenthesised(&figure::kroner(payable, lang), payable.is_settled());
        format!("{payable} × {}", percent_text(percent, lang))
    });
    let field = FieldId::HolidayPercent;
    let view = ground.view(&field);
    html! {
        <Line
            id="pay-holiday"
            number={9}
            title={PayText::Holiday.text(lang)}
            result={outcome.holiday_allowance.map(|allowance| kroner(allowance, lang))}
            formula={formula.map(AttrValue::from)}
        >
            if ground.agreement.holiday_allowance_percent.is_none() {
                <TextField {field} {view} label={PayText::HolidayPercent.text(lang)} unit={AttrValue::from("%")} />
            }
        </Line>
    }
}

fn pensionable(ground: PayView) -> &'static str {
    match ground.agreement.pensionable {
        Some(true) => PayText::Pensionable.text(ground.lang),
        _ => PayText::NotPensionable.text(ground.lang),
    }
}
