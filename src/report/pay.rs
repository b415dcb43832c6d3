//! The chain of the resultatløn on paper: each step as an equation, for both ends while something is open.

use super::document::{Block, Cell, Column, ColumnKind, Row, Table};
use super::matter::{Assessed, Matter};
use super::steps::sum;
use crate::domain::assessment::{AdjustmentChange, Assessment};
use crate::domain::contract::IndividualRule;
use crate::domain::number::{Decimal, Kroner, Percent, Points, Share, Span};
use crate::domain::pay::PayOutcome;
use crate::i18n::Words;
use crate::i18n::number::MINUS;
use crate::i18n::text::report::equation;
use crate::i18n::text::{PayText, ReportText};

/// The chain from points to pay, as far as it goes; nothing without a pay agreement.
pub(super) fn chain(matter: &Matter<'_>, of: Assessed<'_>) -> Vec<Block> {
    let words = matter.words;
    let terms = matter.terms();
    let Some((agreement, outcome)) = terms.pay.as_ref().zip(of.evaluation.pay.as_ref()) else {
        return Vec::new();
    };
    let by_area = agreement.individual_rule() == IndividualRule::Areas;
    let chain = Chain { outcome, assessment: of.assessment, by_area, decimals: terms.decimals(), words };
    let rows = chain.equations();
    let is_open = rows.iter().any(|(_, ends)| !ends.is_settled());
    let pensionable = match agreement.pensionable {
        Some(true) => PayText::Pensionable,
        _ => PayText::NotPensionable,
    };
    let expected = outcome.expected_aside().map(|expected| {
        let payable = expected.payable.map(|payable| words.kroner_range(payable));
        words.expected_chain(&words.share_percent(expected.fraction), payable.as_deref())
    });
    let said = [words.text(pensionable), words.text(ReportText::PayRounding)].map(str::to_owned);
    let asides: Vec<String> = expected.into_iter().chain(said).collect();
    let say = |text: ReportText| matter.say(text);
    let heads = if is_open {
        vec![say(ReportText::AtLeast), say(ReportText::AtMost)]
    } else {
        vec![say(ReportText::Calculation)]
    };
    let columns = heads.into_iter().map(|title| Column::new(title, ColumnKind::Value));
    let caption = words.text(PayText::Chain).to_owned();
    let row = |(name, ends): (&'static str, Span<String>)| {
        let cells = if is_open { vec![ends.min, ends.max] } else { vec![ends.min] };
        let name = Cell::Text(name.to_owned());
        Row::Cells(std::iter::once(name).chain(cells.into_iter().map(Cell::Text)).collect())
    };
    vec![
        Block::Heading(caption.clone(), None),
        Block::Table(Table {
            caption,
            columns: std::iter::once(Column::new(say(ReportText::Step), ColumnKind::Words))
                .chain(columns)
                .collect(),
            rows: rows.into_iter().map(row).collect(),
        }),
        Block::Aside(asides.join(" ")),
    ]
}

/// What the equations are made from.
struct Chain<'a> {
    outcome: &'a PayOutcome,
    assessment: &'a Assessment,
    by_area: bool,
    decimals: u32,
    words: Words,
}

impl Chain<'_> {
    fn equations(&self) -> Vec<(&'static str, Span<String>)> {
        let say = |text: PayText| self.words.text(text);
        let outcome = self.outcome;
        let from_goals = both(|end| self.institution(end));
        let points = both(|end| {
            let (institution, individual) = (outcome.institution.figure(end), outcome.individual.figure(end));
            equation(
                &[self.points(institution), self.points(individual)],
                &self.points(outcome.points.figure(end)),
            )
        });
        let whole = self.words.number((outcome.institution_max + outcome.individual_max).0);
        let fraction = both(|end| {
            let share = self.share(outcome.fraction.figure(end));
            format!("{} / {whole} = {share}", self.points(outcome.points.figure(end)))
        });
        let mut rows = vec![
            (say(PayText::Institution), from_goals),
            (say(PayText::Individual), both(|end| self.individual(end))),
            (say(PayText::PayPoints), points),
            (self.words.text(ReportText::Fraction), fraction),
        ];
        rows.extend(self.kroner());
        rows
    }

    fn institution(&self, end: End) -> String {
        let outcome = self.outcome;
        let points = self.points(outcome.institution.figure(end));
        match outcome.contract_points {
            Some((reached, total)) => {
                let n = |points: Points| self.words.number(points.0);
                format!(
                    "{} × {} / {} = {points}",
                    n(outcome.institution_max),
                    n(reached.figure(end)),
                    n(total)
                )
            }
            None => points,
        }
    }

    fn individual(&self, end: End) -> String {
        let individual = self.outcome.individual.figure(end);
        if self.by_area {
            let areas = self.outcome.areas.iter().filter_map(|area| area.points);
            return sum(areas.map(|points| points.figure(end)), individual, self.words);
        }
        self.points(individual)
    }

    /// Steps 4 to 8, as far as there are inputs for them.
    fn kroner(&self) -> Vec<(&'static str, Span<String>)> {
        let say = |text: PayText| self.words.text(text);
        let outcome = self.outcome;
        let mut rows = Vec::new();
        let (Some(base), Some(percent), Some(full)) = (outcome.base, outcome.max_percent, outcome.full)
        else {
            return rows;
        };
        let settled = |text: String| Span { min: text.clone(), max: text };
        rows.push((self.words.text(ReportText::BasePay), settled(self.base(base))));
        rows.push((say(PayText::Full), settled(self.of_percent(base, percent, full))));
        if let Some(earned) = outcome.earned {
            let of = |end| {
                let share = self.share(outcome.fraction.figure(end));
                format!("{} × {share} = {}", self.amount(full), self.amount(earned.figure(end)))
            };
            rows.push((say(PayText::Earned), both(of)));
        }
        let change = self.assessment.pay.adjustment.as_ref().and_then(|adjustment| adjustment.change);
        if let (Some(change), Some(earned), Some(adjusted)) = (change, outcome.earned, outcome.adjusted) {
            let of = |end| self.adjusted(change, full, earned.figure(end), adjusted.figure(end));
            rows.push((say(PayText::Adjustment), both(of)));
        }
        if let (Some(adjusted), Some(payable)) = (outcome.adjusted, outcome.payable) {
            let of = |end| self.payable(adjusted.figure(end), payable.figure(end));
            rows.push((say(PayText::Payable), both(of)));
        }
        if let (Some(percent), Some(payable), Some(holiday)) =
            (outcome.holiday_percent, outcome.payable, outcome.holiday_allowance)
        {
            let of = |end| self.of_percent(payable.figure(end), percent, holiday.figure(end));
            rows.push((say(PayText::Holiday), both(of)));
        }
        if let (Some(percent), Some(payable), Some(pension), Some(with)) =
            (outcome.pension_percent, outcome.payable, outcome.pension, outcome.with_pension)
        {
            let of = |end| self.of_percent(payable.figure(end), percent, pension.figure(end));
            rows.push((say(PayText::Pension), both(of)));
            let of = |end| {
                let parts = [self.amount(payable.figure(end)), self.amount(pension.figure(end))];
                equation(&parts, &self.amount(with.figure(end)))
            };
            rows.push((say(PayText::WithPension), both(of)));
        }
        rows
    }

    /// The lines that count, and their sum.
    fn base(&self, total: Kroner) -> String {
        let lines = self.assessment.pay.base.iter().filter_map(|line| line.value);
        let lines: Vec<_> =
            lines.filter(|value| value.0 > Decimal::ZERO).map(|value| self.amount(value)).collect();
        equation(&lines, &self.amount(total))
    }

    fn of_percent(&self, amount: Kroner, percent: Percent, result: Kroner) -> String {
        let percent = self.words.number(percent.0);
        format!("{} × {percent} / 100 = {}", self.amount(amount), self.amount(result))
    }

    fn adjusted(&self, change: AdjustmentChange, full: Kroner, earned: Kroner, adjusted: Kroner) -> String {
        let (earned, result) = (self.amount(earned), self.amount(adjusted));
        let signed = |size: Decimal, text: String| {
            if size < Decimal::ZERO { format!("{MINUS} {text}") } else { format!("+ {text}") }
        };
        let formula = match change {
            AdjustmentChange::Percent(Percent(size)) => {
                let percent = signed(size, self.words.number(size.abs()));
                format!("{earned} × (100 {percent}) / 100")
            }
            AdjustmentChange::ToPercent(percent) => return self.of_percent(full, percent, adjusted),
            AdjustmentChange::Amount(Kroner(size)) => {
                // As entered, so that whoever adds it up rounds only once.
                let amount = if size.scale() > 2 {
                    self.words.number(size.abs())
                } else {
                    self.amount(Kroner(size.abs()))
                };
                format!("{earned} {}", signed(size, amount))
            }
        };
        let below_zero = match change {
            AdjustmentChange::Percent(Percent(size)) => size < -Decimal::ONE_HUNDRED,
            AdjustmentChange::Amount(_) | AdjustmentChange::ToPercent(_) => adjusted.0.is_zero(),
        };
        if below_zero { format!("{formula} ≤ 0 → {result}") } else { format!("{formula} = {result}") }
    }

    fn payable(&self, adjusted: Kroner, payable: Kroner) -> String {
        let result = self.amount(payable);
        match (&self.assessment.pay.breach.what, self.outcome.days) {
            (Some(_), _) => format!("{result} ({})", self.words.text(ReportText::AfterBreach)),
            (None, Some((served, of))) => {
                format!("{} × {} = {result}", self.amount(adjusted), self.words.days_served(served, of))
            }
            (None, None) => result,
        }
    }

    fn points(&self, points: Points) -> String {
        self.words.fixed(points.0, self.decimals)
    }

    fn amount(&self, amount: Kroner) -> String {
        self.words.fixed(amount.0, 2)
    }

    fn share(&self, share: Share) -> String {
        self.words.share(share)
    }
}

/// One end of an interval.
#[derive(Clone, Copy)]
enum End {
    Least,
    Most,
}

/// An interval of which one end is asked for.
trait Ends<T> {
    fn figure(self, end: End) -> T;
}

impl<T> Ends<T> for Span<T> {
    fn figure(self, end: End) -> T {
        match end {
            End::Least => self.min,
            End::Most => self.max,
        }
    }
}

fn both(of: impl Fn(End) -> String) -> Span<String> {
    Span { min: of(End::Least), max: of(End::Most) }
}
