//! The what-if's figures beside the real ones.

use yew::prelude::*;

use crate::app::{Case, Sheet};
use crate::domain::evaluation::{Evaluation, PointSum};
use crate::domain::number::{Decimal, Span};
use crate::domain::pay::PayOutcome;
use crate::i18n::Lang;
use crate::i18n::number::{format_fixed, format_number};
use crate::i18n::text::what_if::{difference, percent_points};
use crate::i18n::text::{WhatIfText, figure};
use crate::ui::shared::Shared;

/// One line: its name, both figures, and by how much they differ where that is one number.
type ComparedFigure = (WhatIfText, String, String, String);

/// The table; nothing of points in an unweighted contract, nothing of pay without an agreement.
pub(super) fn compared(case: &Case, sheet: &Shared<Sheet>, lang: Lang) -> Html {
    let real = case.real_of(&sheet.0);
    let lines = lines(&real.evaluation, &sheet.evaluation, lang);
    let head = |text: WhatIfText| html! { <th scope="col" class="number">{ text.text(lang) }</th> };
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={WhatIfText::Compared.text(lang)}>
            <table id="trial-compared" class="table table--compact table--borderless">
                <caption class="sr-only">{ WhatIfText::Compared.text(lang) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ WhatIfText::Figure.text(lang) }</th>
                        { head(WhatIfText::Real) }{ head(WhatIfText::Trial) }{ head(WhatIfText::Difference) }
                    </tr>
                </thead>
                <tbody>{ for lines.into_iter().map(|(name, real, trial, change)| html! {
                    <tr>
                        <th scope="row">{ name.text(lang) }</th>
                        <td class="number">{ real }</td>
                        <td class="number"><strong>{ trial }</strong></td>
                        <td class="number">{ change }</td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}

fn lines(real: &Evaluation, trial: &Evaluation, lang: Lang) -> Vec<ComparedFigure> {
    let mut lines = Vec::new();
    if let Some((real, trial)) = real.institution.zip(trial.institution) {
        let points: [(_, fn(&PointSum) -> _); 3] = [
            (WhatIfText::Secured, PointSum::secured),
            (WhatIfText::Lost, PointSum::lost),
            (WhatIfText::Open, PointSum::open),
        ];
        lines.extend(points.map(|(name, of)| {
            let (real, trial) = (of(&real.sum).0, of(&trial.sum).0);
            (name, format_number(real, lang), format_number(trial, lang), difference(trial - real, lang))
        }));
    }
    if let Some((real, trial)) = real.pay.as_ref().zip(trial.pay.as_ref()) {
        let percent = |pay: &PayOutcome| {
            pay.fraction.map(|share| share.times(Decimal::ONE_HUNDRED, 2).unwrap_or_default())
        };
        let change = changed(percent(real), percent(trial), |change| percent_points(change, lang));
        let said = |pay: &PayOutcome| figure::percent(pay.fraction, lang);
        lines.push((WhatIfText::Fraction, said(real), said(trial), change));
        if let Some((real, trial)) = real.payable.zip(trial.payable) {
            let amounts = (real.map(|amount| amount.0), trial.map(|amount| amount.0));
            let change = changed(amounts.0, amounts.1, |change| {
                let sign = if change > Decimal::ZERO { "+" } else { "" };
                format!("{sign}{}", format_fixed(change, 2, lang))
            });
            lines.push((
                WhatIfText::Payable,
                figure::kroner(real, lang),
                figure::kroner(trial, lang),
                change,
            ));
        }
    }
    lines
}

/// By how much the two ends differ; one number where both do by the same.
fn changed(real: Span<Decimal>, trial: Span<Decimal>, said: impl Fn(Decimal) -> String) -> String {
    let (least, most) = (said(trial.min - real.min), said(trial.max - real.max));
    if least == most { least } else { format!("{least} / {most}") }
}
