//! The chain of the resultatløn on paper: each step as an equation, for both ends while something is open.

use super::document::{Block, Cell, Column, ColumnKind, Row, Table};
use super::matter::{Assessed, Matter};
use super::steps::sum;
use super::words::NOTHING;
use crate::domain::assessment::{AdjustmentChange, Assessment};
use crate::domain::contract::{Contract, IndividualRule, PayAgreement};
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
    let chain = Chain {
        terms,
        agreement,
        outcome,
        assessment: of.assessment,
        by_area,
        decimals: terms.decimals(),
        words,
    };
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
    let row = |(name, ends): (String, Span<String>)| {
        let cells = if is_open { vec![ends.min, ends.max] } else { vec![ends.min] };
        let name = Cell::Text(name);
        Row::Cells(std::iter::once(name).chain(cells.into_iter().map(Cell::Text)).collect())
    };
    let table = Table {
        caption: caption.clone(),
        columns: std::iter::once(Column::new(say(ReportText::Step), ColumnKind::Words))
            .chain(columns)
            .collect(),
        rows: rows.into_iter().map(row).collect(),
    };
    let mut blocks = vec![Block::Heading(caption, None)];
    blocks.extend(chain.several_pots().map(Block::Table));
    // Without base pay the pots may be all that there is.
    blocks.extend((!table.rows.is_empty()).then_some(Block::Table(table)));
    blocks.push(Block::Aside(asides.join(" ")));
    blocks
}

/// What the equations are made from.
struct Chain<'a> {
    terms: &'a Contract,
    agreement: &'a PayAgreement,
    outcome: &'a PayOutcome,
    assessment: &'a Assessment,
    by_area: bool,
    decimals: u32,
    words: Words,
}

impl Chain<'_> {
    /// The way through several pots, a column for each; while something is open a row for each end.
    fn several_pots(&self) -> Option<Table> {
        let words = self.words;
        if self.agreement.pots.len() < 2 {
            return None;
        }
        let caption = words.text(PayText::Pots).to_owned();
        let titles = self.agreement.pots.iter().map(|pot| pot.title.clone());
        let columns = titles.map(|title| Column::new(title, ColumnKind::Value));
        let step = Column::new(words.text(ReportText::Step).to_owned(), ColumnKind::Words);
        let row = |name: String, cells: Vec<Option<String>>| {
            let cells = cells.into_iter().map(|cell| Cell::Text(cell.unwrap_or_else(|| NOTHING.to_owned())));
            Row::Cells(std::iter::once(Cell::Text(name)).chain(cells).collect())
        };
        let rows = words.pot_lines(self.terms, self.outcome).into_iter().flat_map(|line| {
            let of = |end| line.pots.iter().map(|ends| Some(ends.as_ref()?.clone().figure(end))).collect();
            let is_settled = line.pots.iter().flatten().all(Span::is_settled);
            if is_settled {
                return vec![row(line.title.clone(), of(End::Least))];
            }
            let named = |text: ReportText| format!("{} ({})", line.title, words.text(text).to_lowercase());
            vec![
                row(named(ReportText::AtLeast), of(End::Least)),
                row(named(ReportText::AtMost), of(End::Most)),
            ]
        });
        Some(Table { caption, columns: std::iter::once(step).chain(columns).collect(), rows: rows.collect() })
    }

    /// The steps, in order, but for what stands in the table of several pots.
    fn equations(&self) -> Vec<(String, Span<String>)> {
        let agreement = self.agreement;
        let mut rows = if agreement.pots.is_empty() { self.points_in_pay() } else { self.areas() };
        if agreement.has_pots_or_stages() {
            rows.extend(self.base_pay().filter(|_| agreement.needs_base()));
            if agreement.pots.len() < 2 {
                let lines = self.words.pot_lines(self.terms, self.outcome).into_iter();
                rows.extend(lines.filter_map(|mut line| Some((line.title, line.pots.pop()??))));
            }
            let sums = self.words.pot_sums(self.terms, self.outcome).into_iter();
            rows.extend(sums.map(|line| (line.title, line.ends)));
        } else {
            rows.extend(self.full_and_earned());
        }
        rows.extend(self.after_earned());
        rows
    }

    /// The individual areas where pots are earned by them.
    fn areas(&self) -> Vec<(String, Span<String>)> {
        let is_judged = !self.by_area;
        let name = self.words.text(PayText::Individual).to_owned();
        let individual =
            (is_judged || !self.agreement.areas.is_empty()).then(|| both(|end| self.individual(end)));
        individual.map(|ends| (name, ends)).into_iter().collect()
    }

    /// From the institution's points to the fraction.
    fn points_in_pay(&self) -> Vec<(String, Span<String>)> {
        let say = |text: PayText| self.words.text(text).to_owned();
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
        ];
        // With stages the fraction is the first line of the way through them.
        let is_plain = !self.agreement.has_pots_or_stages();
        rows.extend(is_plain.then(|| (self.words.text(ReportText::Fraction).to_owned(), fraction)));
        rows
    }

    fn base_pay(&self) -> Option<(String, Span<String>)> {
        let base = self.base(self.outcome.base?);
        Some((self.words.text(ReportText::BasePay).to_owned(), Span { min: base.clone(), max: base }))
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

    /// Steps 4 and 5, where there are inputs for them.
    fn full_and_earned(&self) -> Vec<(String, Span<String>)> {
        let say = |text: PayText| self.words.text(text).to_owned();
        let outcome = self.outcome;
        let (Some(base), Some(percent), Some(full)) = (outcome.base, outcome.max_percent, outcome.full)
        else {
            return Vec::new();
        };
        let settled = |text: String| Span { min: text.clone(), max: text };
        let mut rows: Vec<_> = self.base_pay().into_iter().collect();
        rows.push((say(PayText::Full), settled(self.of_percent(base, percent, full))));
        if let Some(earned) = outcome.earned {
            let of = |end| {
                let share = self.share(outcome.fraction.figure(end));
                format!("{} × {share} = {}", self.amount(full), self.amount(earned.figure(end)))
            };
            rows.push((say(PayText::Earned), both(of)));
        }
        rows
    }

    /// Steps 6 to 8, as far as there are inputs for them.
    fn after_earned(&self) -> Vec<(String, Span<String>)> {
        let say = |text: PayText| self.words.text(text).to_owned();
        let outcome = self.outcome;
        let mut rows = Vec::new();
        let Some(full) = outcome.full else { return rows };
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
