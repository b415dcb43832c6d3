//! Draws the chain itself, from the institution's points to the holiday allowance.

use yew::prelude::*;

use super::PayView;
use super::adjustment::adjustment;
use super::base::base;
use super::formula::{bare_amount, kroner, parenthesised, percent_text, points_fixed};
use super::individual::individual;
use super::line::Line;
use super::pots::pots;
use crate::app::FieldId;
use crate::domain::number::{Points, Span};
use crate::i18n::text::PayText;
use crate::i18n::text::pay::institution_formula;
use crate::ui::contract::range;
use crate::ui::fields::{Align, NoteField, TextField};

/// Draws the chain as numbered lines.
pub(super) fn chain(ground: PayView) -> Html {
    let words = ground.words;
    html! {
        <section>
            <div class="pay-chain__head">
                <h2>{ words.text(PayText::Chain) }</h2>
                <span class="quiet small">{ range(ground.agreement.period, words) }</span>
            </div>
            <ol class="pay-chain no-max-width">
                { points(ground) }
                if ground.agreement.needs_base() { { base(ground) } }
                if ground.agreement.has_pots_or_stages() {
                    { pots(ground) }
                } else {
                    { full(ground) }
                    { earned(ground) }
                }
                { adjustment(ground) }
                { leaving(ground) }
                { payable(ground) }
                { holiday(ground) }
                { pension(ground) }
            </ol>
            <p class="small quiet">{ pensionable(ground) }</p>
        </section>
    }
}

/// Draws the lines from the institution's points to those of the resultatløn. Pots have their own points, so with pots
/// only the individual areas are drawn.
fn points(ground: PayView) -> Html {
    let agreement = ground.agreement;
    if agreement.pots.is_empty() {
        return html! { <>{ institution(ground) }{ individual(ground) }{ pay_points(ground) }</> };
    }
    if agreement.has_individual() { individual(ground) } else { Html::default() }
}

fn institution(ground: PayView) -> Html {
    let (words, outcome) = (ground.words, ground.outcome);
    let formula = outcome.contract_points.map(|(points, total)| {
        institution_formula(
            &parenthesised(&words.points(points), points.is_settled()),
            &words.number(total.0),
            &words.number(outcome.institution_max.0),
        )
    });
    html! {
        <Line
            id="pay-institution"
            title={words.text(PayText::Institution)}
            result={points_fixed(ground, outcome.institution)}
            formula={formula.map(AttrValue::from)}
        />
    }
}

fn pay_points(ground: PayView) -> Html {
    let (words, outcome) = (ground.words, ground.outcome);
    let of = |points: Span<Points>| {
        let decimals = ground.case.contract.contract.decimals();
        parenthesised(&words.fixed_points(points, decimals), points.is_settled())
    };
    let whole = outcome.institution_max + outcome.individual_max;
    let formula = words.points_formula(
        &of(outcome.institution),
        &of(outcome.individual),
        &words.number(whole.0),
        &words.fraction(outcome.pots.pots.first().map_or(outcome.fraction, |pot| pot.fraction)),
    );
    html! {
        <Line
            id="pay-points"
            title={words.text(PayText::PayPoints)}
            result={points_fixed(ground, outcome.points)}
            formula={AttrValue::from(formula)}
        />
    }
}

fn full(ground: PayView) -> Html {
    let (words, outcome) = (ground.words, ground.outcome);
    let percent = outcome.max_percent.map(|percent| percent_text(percent, words));
    let formula =
        outcome.base.zip(percent).map(|(base, percent)| format!("{} × {percent}", bare_amount(base, words)));
    let field = FieldId::MaxPercent;
    let view = ground.view(&field);
    html! {
        <Line
            id="pay-full"
            title={words.text(PayText::Full)}
            result={outcome.full.map(|full| kroner(Span::settled(full), words))}
            formula={formula.map(AttrValue::from)}
        >
            if ground.agreement.max_percent.is_none() {
                <TextField {field} {view} label={words.text(PayText::MaxPercent)} unit={AttrValue::from("%")} />
            }
        </Line>
    }
}

fn earned(ground: PayView) -> Html {
    let (words, outcome) = (ground.words, ground.outcome);
    let formula = outcome.full.map(|full| {
        let fraction = words.fraction(outcome.fraction);
        format!("{} × {}", bare_amount(full, words), parenthesised(&fraction, outcome.fraction.is_settled()))
    });
    html! {
        <Line
            id="pay-earned"
            title={words.text(PayText::Earned)}
            result={outcome.earned.map(|earned| kroner(earned, words))}
            formula={formula.map(AttrValue::from)}
        />
    }
}

fn leaving(ground: PayView) -> Html {
    let (words, outcome) = (ground.words, ground.outcome);
    let (left_on, breach) = (FieldId::LeftOn, FieldId::Breach);
    let has_breach = ground.sheet.assessment().pay.breach.what.is_some();
    let formula = match (has_breach, outcome.days) {
        (true, _) => Some(words.text(PayText::BreachPays).to_owned()),
        (false, Some((served, of))) => {
            let share = words.days_served(served, of);
            let before = outcome
                .adjusted
                .map(|adjusted| parenthesised(&words.kroner_range(adjusted), adjusted.is_settled()));
            Some(before.map_or_else(|| share.clone(), |before| format!("{before} × {share}")))
        }
        (false, None) => None,
    };
    let result = match (&formula, outcome.payable) {
        (None, _) => Some(words.text(PayText::None).into()),
        (Some(_), payable) => payable.map(|payable| kroner(payable, words)),
    };
    html! {
        <Line id="pay-leaving" title={words.text(PayText::Leaving)} {result} formula={formula.map(AttrValue::from)}>
            <TextField
                view={ground.view(&left_on)}
                field={left_on}
                label={words.text(PayText::LeavingOn)}
                align={Align::Date}
                hint={AttrValue::from(words.text(PayText::LeavingHint))}
            />
            <NoteField
                view={ground.view(&breach)}
                field={breach}
                label={words.text(PayText::Breach)}
                hint={AttrValue::from(words.text(PayText::BreachHint))}
                rows={1}
            />
        </Line>
    }
}

fn payable(ground: PayView) -> Html {
    let (words, outcome) = (ground.words, ground.outcome);
    let payable = outcome.payable.map(|payable| kroner(payable, words));
    let expected = outcome.expected_aside().map(|expected| {
        let payable = expected.payable.map(|payable| words.kroner_range(payable));
        AttrValue::from(words.expected_chain(&words.share_percent(expected.fraction), payable.as_deref()))
    });
    html! { <Line id="pay-payable" is_total={true} title={words.text(PayText::Payable)} result={payable} formula={expected} /> }
}

fn holiday(ground: PayView) -> Html {
    let (words, outcome) = (ground.words, ground.outcome);
    let formula = outcome.payable.zip(outcome.holiday_percent).map(|(payable, percent)| {
        let payable = parenthesised(&words.kroner_range(payable), payable.is_settled());
        format!("{payable} × {}", percent_text(percent, words))
    });
    let field = FieldId::HolidayPercent;
    let view = ground.view(&field);
    html! {
        <Line
            id="pay-holiday"
            title={words.text(PayText::Holiday)}
            result={outcome.holiday_allowance.map(|allowance| kroner(allowance, words))}
            formula={formula.map(AttrValue::from)}
        >
            if ground.agreement.holiday_allowance_percent.is_none() {
                <TextField {field} {view} label={words.text(PayText::HolidayPercent)} unit={AttrValue::from("%")} />
            }
        </Line>
    }
}

/// Draws the pension contribution and the sum with it, where the supplement is pensionable.
fn pension(ground: PayView) -> Option<Html> {
    let (words, outcome) = (ground.words, ground.outcome);
    if ground.agreement.pensionable != Some(true) {
        return None;
    }
    let amount = |amount: Option<Span<_>>| amount.map(|amount| kroner(amount, words));
    let payable = |payable: Span<_>| parenthesised(&words.kroner_range(payable), payable.is_settled());
    let formula = outcome.payable.zip(outcome.pension_percent);
    let formula = formula.map(|(of, percent)| format!("{} × {}", payable(of), percent_text(percent, words)));
    let both = outcome.payable.zip(outcome.pension);
    let both = both.map(|(of, pension)| format!("{} + {}", payable(of), payable(pension)));
    let field = FieldId::PensionPercent;
    let view = ground.view(&field);
    Some(html! { <>
        <Line
            id="pay-pension"
            title={words.text(PayText::Pension)}
            result={amount(outcome.pension)}
            formula={formula.map(AttrValue::from)}
        >
            if ground.agreement.pension_percent.is_none() {
                <TextField {field} {view} label={words.text(PayText::PensionPercent)} unit={AttrValue::from("%")} />
            }
        </Line>
        <Line
            id="pay-with-pension"
            is_total={true}
            title={words.text(PayText::WithPension)}
            result={amount(outcome.with_pension)}
            formula={both.map(AttrValue::from)}
        />
    </> })
}

fn pensionable(ground: PayView) -> &'static str {
    match ground.agreement.pensionable {
        Some(true) => ground.words.text(PayText::Pensionable),
        _ => ground.words.text(PayText::NotPensionable),
    }
}
