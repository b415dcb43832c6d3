//! Compares the what-if's figures with the real ones.

use yew::prelude::*;

use crate::app::{Case, Sheet};
use crate::domain::evaluation::{Evaluation, PointSum};
use crate::domain::number::{Decimal, Span};
use crate::domain::pay::PayOutcome;
use crate::i18n::Words;
use crate::i18n::text::WhatIfText;
use crate::ui::points::in_columns;
use crate::ui::shared::Shared;

/// One line: its name, both figures, and by how much they differ where that is one number.
type ComparedFigure = (WhatIfText, String, String, String);

/// Draws the table; no points for an unweighted contract, no pay without an agreement.
pub(super) fn compared(case: &Case, sheet: &Shared<Sheet>, words: Words) -> Html {
    let real = case.real_of(&sheet.0);
    let lines = lines(&real.evaluation, &sheet.evaluation, words);
    let head = |text: WhatIfText| html! { <th scope="col" class="number">{ words.text(text) }</th> };
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={words.text(WhatIfText::Compared)}>
            <table id="trial-compared" class="table table--compact table--borderless">
                <caption class="sr-only">{ words.text(WhatIfText::Compared) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.text(WhatIfText::Figure) }</th>
                        { head(WhatIfText::Real) }{ head(WhatIfText::Trial) }{ head(WhatIfText::Difference) }
                    </tr>
                </thead>
                <tbody>{ for lines.into_iter().map(|(name, real, trial, change)| html! {
                    <tr>
                        <th scope="row">{ words.text(name) }</th>
                        <td class="number">{ in_columns(&real) }</td>
                        <td class="number"><strong>{ in_columns(&trial) }</strong></td>
                        <td class="number">{ change }</td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}

fn lines(real: &Evaluation, trial: &Evaluation, words: Words) -> Vec<ComparedFigure> {
    let mut lines = Vec::new();
    if let Some((real, trial)) = real.institution.zip(trial.institution) {
        let points: [(_, fn(&PointSum) -> _); 3] = [
            (WhatIfText::Secured, PointSum::secured),
            (WhatIfText::Lost, PointSum::lost),
            (WhatIfText::Open, PointSum::open),
        ];
        lines.extend(points.map(|(name, of)| {
            let (real, trial) = (of(&real.sum).0, of(&trial.sum).0);
            (name, words.number(real), words.number(trial), words.signed_difference(trial - real))
        }));
    }
    if let Some((real, trial)) = real.pay.as_ref().zip(trial.pay.as_ref()) {
        let percent = |pay: &PayOutcome| {
            pay.fraction.map(|share| share.times(Decimal::ONE_HUNDRED, 2).unwrap_or_default())
        };
        let change = change_of_ends(percent(real), percent(trial), |change| words.percent_points(change));
        let said = |pay: &PayOutcome| words.share_percent(pay.fraction);
        lines.push((WhatIfText::Fraction, said(real), said(trial), change));
        if let Some((real, trial)) = real.payable.zip(trial.payable) {
            let amounts = (real.map(|amount| amount.0), trial.map(|amount| amount.0));
            let change = change_of_ends(amounts.0, amounts.1, |change| {
                let sign = if change > Decimal::ZERO { "+" } else { "" };
                format!("{sign}{}", words.fixed(change, 2))
            });
            lines.push((WhatIfText::Payable, words.kroner_range(real), words.kroner_range(trial), change));
        }
    }
    lines
}

/// Writes the change at both ends; one number where it is the same.
fn change_of_ends(real: Span<Decimal>, trial: Span<Decimal>, said: impl Fn(Decimal) -> String) -> String {
    let (least, most) = (said(trial.min - real.min), said(trial.max - real.max));
    if least == most { least } else { format!("{least} / {most}") }
}
