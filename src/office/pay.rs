//! The sheet of the resultatløn: each step of the chain with a formula, for the worst and the best that is still possible.

use super::results::{GoalRow, LEAST, MOST, ResultsSheet};
use super::write::{Look, WrittenCell, WrittenSheet, place, plain};
use crate::domain::assessment::{AdjustmentChange, Assessment};
use crate::domain::contract::{Contract, IndividualRule, PayAgreement};
use crate::domain::evaluation::Evaluation;
use crate::domain::number::{Decimal, Kroner, Percent, Points, Span};
use crate::domain::pay::PayOutcome;
use crate::i18n::Words;
use crate::i18n::text::{PageText, PayText, ReportText};
use crate::report::Matter;

/// The columns of the worst and the best.
pub(super) const ENDS: [End; 2] = [End { column: 1, is_most: false }, End { column: 2, is_most: true }];
const WIDTHS: [u16; 3] = [44, 24, 24];

/// The most ranges that a formula adds up; a spreadsheet takes 255.
const MAX_RANGES: usize = 200;

/// One of the two columns that a step is worked out in.
#[derive(Clone, Copy)]
pub(super) struct End {
    column: u8,
    pub(super) is_most: bool,
}

impl End {
    /// The cell of a row in this column.
    pub(super) fn at(self, row: usize) -> String {
        place(row, self.column)
    }

    /// The figure of this end.
    pub(super) fn of<T: Copy>(self, span: Span<T>) -> T {
        if self.is_most { span.max } else { span.min }
    }

    /// The column of the results with the points of this end.
    fn of_results(self) -> u8 {
        if self.is_most { MOST } else { LEAST }
    }
}

/// What a chain is worked out from.
#[derive(Clone, Copy)]
pub(super) struct PayCase<'a> {
    pub(super) contract: &'a Contract,
    pub(super) agreement: &'a PayAgreement,
    pub(super) assessment: &'a Assessment,
    pub(super) evaluation: &'a Evaluation,
    pub(super) outcome: &'a PayOutcome,
}

/// The sheet; none without a pay agreement.
pub(super) fn pay_sheet(matter: &Matter<'_>, results: &ResultsSheet) -> Option<WrittenSheet> {
    let words = matter.words;
    let contract = &*matter.contract.contract;
    let (assessment, evaluation) = (matter.current.assessment, matter.current.evaluation);
    let (agreement, outcome) = contract.pay.as_ref().zip(evaluation.pay.as_ref())?;
    let heads = [ReportText::Step, ReportText::AtLeast, ReportText::AtMost];
    let head: Vec<_> = heads.map(|head| WrittenCell::head(words.text(head))).into();
    let mut chain = Chain { rows: vec![head], decimals: contract.decimals(), results, words };
    let case = PayCase { contract, agreement, assessment, evaluation, outcome };
    let points = agreement.pots.is_empty().then(|| chain.points(case));
    if agreement.has_pots_or_stages() {
        chain.follow_pots(case, points.map(|points| points.fraction));
    } else if let Some(points) = points {
        chain.money(case, points);
    }
    let mark = Some(words.text(PageText::Confidential).to_owned());
    let sheet = WrittenSheet::new(words.text(PageText::Pay), WIDTHS.to_vec(), chain.rows);
    Some(WrittenSheet { is_locked: true, mark, ..sheet })
}

pub(super) struct Chain<'a> {
    rows: Vec<Vec<WrittenCell>>,
    decimals: u32,
    pub(super) results: &'a ResultsSheet,
    pub(super) words: Words,
}

/// The rows of the pay points, of what they are part of, and of the fraction.
#[derive(Clone, Copy)]
struct PointRows {
    points: usize,
    whole: usize,
    fraction: usize,
}

impl Chain<'_> {
    /// Adds a row, and gives its number.
    fn add(&mut self, name: impl Into<String>, cells: [WrittenCell; 2]) -> usize {
        let [least, most] = cells;
        self.rows.push(vec![WrittenCell::words(name), least, most]);
        self.rows.len() - 1
    }

    /// Adds a heading for the rows below it.
    pub(super) fn heading(&mut self, text: &str) {
        self.rows.push(vec![WrittenCell { look: Look::Total, ..WrittenCell::words(text) }]);
    }

    /// Adds a figure that is the same for both ends.
    pub(super) fn fixed(&mut self, name: &str, value: Decimal, look: Look) -> usize {
        self.figures(name, Span::settled(value), look)
    }

    /// Adds figures that nothing on the sheet changes.
    pub(super) fn figures(&mut self, name: &str, value: Span<Decimal>, look: Look) -> usize {
        self.add(name, ENDS.map(|end| WrittenCell::number(end.of(value), look)))
    }

    /// Adds a step with a formula for each end.
    pub(super) fn step(
        &mut self,
        name: &str,
        look: Look,
        value: Span<Decimal>,
        formula: &dyn Fn(End) -> String,
    ) -> usize {
        self.add(name, ENDS.map(|end| WrittenCell::formula(formula(end), end.of(value), look)))
    }

    /// Adds the sum of the points of some rows of the results, where that is what was worked out.
    pub(super) fn sum_of_results(
        &mut self,
        name: &str,
        rows: &[(&[GoalRow], Vec<bool>)],
        value: Span<Points>,
    ) -> usize {
        let chosen = || {
            let all = rows.iter().flat_map(|(rows, chosen)| rows.iter().zip(chosen));
            all.filter(|(_, is_chosen)| **is_chosen).map(|(row, _)| row)
        };
        let added = chosen().try_fold(Span::<Points>::default(), |sum, row| Some(sum + row.points?));
        let ranges: Vec<_> = rows.iter().flat_map(|(rows, chosen)| ranges(rows, chosen)).collect();
        let is_sum = added == Some(value) && (1..=MAX_RANGES).contains(&ranges.len());
        let (value, results) = (value.map(|points| points.0), self.results);
        if !is_sum {
            return self.figures(name, value, Look::Points);
        }
        self.step(name, Look::Points, value, &|end| {
            let ranges = ranges.iter().map(|(first, last)| {
                let column = end.of_results();
                results.reference(&format!("{}:{}", place(*first, column), place(*last, column)))
            });
            format!("SUM({})", ranges.collect::<Vec<_>>().join(","))
        })
    }

    /// Steps 1 to 3: from the points of the contract to the fraction.
    fn points(&mut self, case: PayCase<'_>) -> PointRows {
        let (agreement, outcome, words) = (case.agreement, case.outcome, self.words);
        let say = |text: PayText| words.text(text);
        let decimals = self.decimals;
        let most =
            self.fixed(&words.most_of(say(PayText::Institution)), outcome.institution_max.0, Look::Points);
        let institution = outcome.institution.map(|points| points.0);
        let institution = if let Some((reached, total)) = outcome.contract_points {
            let goals = all_of(&self.results.goals);
            let reached = self.sum_of_results(words.text(ReportText::InTotal), &[goals], reached);
            let total = self.fixed(words.text(ReportText::Weights), total.0, Look::Points);
            self.step(say(PayText::Institution), Look::Points, institution, &|end| {
                format!("ROUND({}*{}/{},{decimals})", end.at(most), end.at(reached), end.at(total))
            })
        } else {
            self.figures(say(PayText::Institution), institution, Look::Points)
        };
        let by_area = agreement.individual_rule() == IndividualRule::Areas;
        let areas = by_area.then(|| all_of(&self.results.areas));
        let individual = self.sum_of_results(say(PayText::Individual), areas.as_slice(), outcome.individual);
        let points =
            self.step(say(PayText::PayPoints), Look::Points, outcome.points.map(|points| points.0), &|end| {
                format!("{}+{}", end.at(institution), end.at(individual))
            });
        let whole = outcome.institution_max + outcome.individual_max;
        let whole = self.fixed(&words.most_of(say(PayText::PayPoints)), whole.0, Look::Points);
        let name = words.text(ReportText::Fraction);
        // With stages the fraction in the outcome is the one behind them.
        let over = |points: Points| fraction_of(points, outcome.institution_max + outcome.individual_max);
        let fraction = self.step(name, Look::Share, outcome.points.map(over), &|end| {
            format!("{}/{}", end.at(points), end.at(whole))
        });
        PointRows { points, whole, fraction }
    }

    /// The lines of the base pay, and their sum.
    pub(super) fn base(&mut self, assessment: &Assessment, base: Kroner) -> usize {
        let lines = assessment.pay.base.iter().filter_map(|line| Some((line.title.as_str(), line.value?)));
        let lines: Vec<_> = lines.filter(|(_, value)| value.0 > Decimal::ZERO).collect();
        let rows: Vec<_> =
            lines.iter().map(|(title, value)| self.fixed(title, value.0, Look::Kroner)).collect();
        self.step(self.words.text(ReportText::BasePay), Look::Total, Span::settled(base.0), &|end| {
            let lines: Vec<_> = rows.iter().map(|row| end.at(*row)).collect();
            if lines.is_empty() { "0".to_owned() } else { format!("ROUND({},2)", lines.join("+")) }
        })
    }

    /// Steps 4 to 8, as far as there are figures for them.
    fn money(&mut self, case: PayCase<'_>, PointRows { points, whole, .. }: PointRows) {
        let (outcome, words) = (case.outcome, self.words);
        let (Some(base), Some(Percent(percent)), Some(full)) =
            (outcome.base, outcome.max_percent, outcome.full)
        else {
            return;
        };
        let base = self.base(case.assessment, base);
        let full_row = self.percent_of(base, words.text(PayText::MaxPercent), percent, full);
        let Some(earned) = outcome.earned else { return };
        let earned = self.step(words.text(PayText::Earned), Look::Kroner, amounts(earned), &|end| {
            format!("ROUND({}*{}/{},2)", end.at(full_row), end.at(points), end.at(whole))
        });
        self.after_earned(case, (full_row, earned));
    }

    /// The whole supplement, or a whole pot: a percent of the base pay.
    pub(super) fn percent_of(&mut self, base: usize, name: &str, percent: Decimal, full: Kroner) -> usize {
        let percent = self.fixed(name, percent, Look::Number);
        self.step(self.words.text(PayText::Full), Look::Kroner, Span::settled(full.0), &|end| {
            format!("ROUND({}*{}/100,2)", end.at(base), end.at(percent))
        })
    }

    /// Steps 6 to 8, from the rows of the whole supplement and of what is earned.
    pub(super) fn after_earned(&mut self, case: PayCase<'_>, rows: (usize, usize)) {
        let adjusted = self.adjusted(case, rows);
        self.paid(case, adjusted);
    }

    /// Step 6: the row of what is earned after the adjustment.
    fn adjusted(
        &mut self,
        PayCase { assessment, outcome, .. }: PayCase<'_>,
        (full, earned): (usize, usize),
    ) -> usize {
        let change = assessment.pay.adjustment.as_ref().and_then(|adjustment| adjustment.change);
        let Some((change, adjusted)) = change.zip(outcome.adjusted) else { return earned };
        let words = self.words;
        let (size, unit) = match change {
            AdjustmentChange::Percent(Percent(size)) => (size, PayText::InPercent),
            AdjustmentChange::Amount(Kroner(size)) => (size, PayText::InKroner),
            AdjustmentChange::ToPercent(Percent(size)) => (size, PayText::ToPercent),
        };
        let name = format!("{}, {}", words.text(PayText::Adjustment), words.text(unit));
        let size = self.fixed(&name, size, Look::Number);
        self.step(words.text(PayText::AfterAdjustment), Look::Kroner, amounts(adjusted), &|end| {
            let (earned, size) = (end.at(earned), end.at(size));
            match change {
                AdjustmentChange::Percent(_) => format!("MAX(0,ROUND({earned}*(100+{size})/100,2))"),
                AdjustmentChange::Amount(_) => format!("MAX(0,ROUND({earned}+{size},2))"),
                AdjustmentChange::ToPercent(_) => format!("MAX(0,ROUND({}*{size}/100,2))", end.at(full)),
            }
        })
    }

    /// Steps 7 and 8: what is paid, and what is added to it.
    fn paid(&mut self, PayCase { assessment, outcome, .. }: PayCase<'_>, adjusted: usize) {
        let words = self.words;
        let Some(payable) = outcome.payable else { return };
        let is_breached = assessment.pay.breach.what.is_some();
        let days = outcome.days.map(|(served, of)| (Decimal::from(served), Decimal::from(of)));
        let payable =
            self.step(words.text(PayText::Payable), Look::Total, amounts(payable), &|end| match days {
                _ if is_breached => "0".to_owned(),
                Some((served, of)) => {
                    format!("ROUND({}*{}/{},2)", end.at(adjusted), plain(served), plain(of))
                }
                None => end.at(adjusted),
            });
        if let Some((Percent(percent), holiday)) = outcome.holiday_percent.zip(outcome.holiday_allowance) {
            let percent = self.fixed(words.text(PayText::HolidayPercent), percent, Look::Number);
            self.step(words.text(PayText::Holiday), Look::Kroner, amounts(holiday), &|end| {
                format!("ROUND({}*{}/100,2)", end.at(payable), end.at(percent))
            });
        }
        let pension = outcome.pension_percent.zip(outcome.pension).zip(outcome.with_pension);
        if let Some(((Percent(percent), pension), with)) = pension {
            let percent = self.fixed(words.text(PayText::PensionPercent), percent, Look::Number);
            let pension = self.step(words.text(PayText::Pension), Look::Kroner, amounts(pension), &|end| {
                format!("ROUND({}*{}/100,2)", end.at(payable), end.at(percent))
            });
            self.step(words.text(PayText::WithPension), Look::Total, amounts(with), &|end| {
                format!("{}+{}", end.at(payable), end.at(pension))
            });
        }
    }
}

/// All rows of a kind.
fn all_of(rows: &[GoalRow]) -> (&[GoalRow], Vec<bool>) {
    (rows, vec![true; rows.len()])
}

/// The rows that are chosen, neighbours together: from the first to the last. Between two goals stand parts alone,
/// which have no points.
fn ranges(rows: &[GoalRow], chosen: &[bool]) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    let mut goes_on = false;
    for (GoalRow { row, .. }, is_chosen) in rows.iter().zip(chosen) {
        match ranges.last_mut().filter(|_| goes_on && *is_chosen) {
            Some((_, last)) => *last = *row,
            None if *is_chosen => ranges.push((*row, *row)),
            None => {}
        }
        goes_on = *is_chosen;
    }
    ranges
}

pub(super) fn amounts(span: Span<Kroner>) -> Span<Decimal> {
    span.map(|kroner| kroner.0)
}

/// A fraction with as many digits as a spreadsheet keeps; nothing of nothing.
pub(super) fn fraction_of(points: Points, whole: Points) -> Decimal {
    crate::domain::number::quotient(points.0, whole.0, 15).unwrap_or_default()
}
