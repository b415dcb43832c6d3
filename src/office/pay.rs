//! The sheet of the resultatløn: each step of the chain with a formula, for the worst and the best that is still possible.
//!
//! Where an agreement has pots or stages, its steps are those of the papers, in words.

use super::paper::table_rows;
use super::results::{LEAST, MOST, ResultsSheet};
use super::write::{Look, WrittenCell, WrittenSheet, place, plain};
use crate::domain::assessment::{AdjustmentChange, Assessment};
use crate::domain::contract::{IndividualRule, PayAgreement};
use crate::domain::number::{Decimal, Kroner, Percent, Points, Span};
use crate::domain::pay::PayOutcome;
use crate::i18n::Words;
use crate::i18n::text::{PageText, PayText, ReportText};
use crate::report::{Matter, pay_tables};

/// The columns of the worst and the best.
const ENDS: [u8; 2] = [1, 2];
const WIDTHS: [u16; 3] = [44, 24, 24];

/// The sheet; none without a pay agreement.
pub(super) fn pay_sheet(matter: &Matter<'_>, results: &ResultsSheet) -> Option<WrittenSheet> {
    let words = matter.words;
    let contract = &matter.contract.contract;
    let (assessment, evaluation) = (matter.current.assessment, matter.current.evaluation);
    let (agreement, outcome) = contract.pay.as_ref().zip(evaluation.pay.as_ref())?;
    let heads = [ReportText::Step, ReportText::AtLeast, ReportText::AtMost];
    let head: Vec<_> = heads.map(|head| WrittenCell::head(words.text(head))).into();
    let mut chain =
        Chain { rows: vec![head], decimals: contract.decimals(), results: &results.sheet.name, words };
    if agreement.has_pots_or_stages() {
        chain.rows = pay_tables(matter).iter().flat_map(table_rows).collect();
    } else {
        let points = chain.points(agreement, outcome, results);
        chain.money(assessment, outcome, points);
    }
    let name = words.text(PageText::Pay).to_owned();
    let mark = Some(words.text(PageText::Confidential).to_owned());
    Some(WrittenSheet { name, widths: WIDTHS.to_vec(), rows: chain.rows, allowed: Vec::new(), mark })
}

struct Chain<'a> {
    rows: Vec<Vec<WrittenCell>>,
    decimals: u32,
    /// The name of the sheet with the results.
    results: &'a str,
    words: Words,
}

/// The rows of the pay points and of what they are part of.
#[derive(Clone, Copy)]
struct PointRows {
    points: usize,
    whole: usize,
}

impl Chain<'_> {
    /// Adds a row, and gives its number.
    fn add(&mut self, name: impl Into<String>, cells: [WrittenCell; 2]) -> usize {
        let [least, most] = cells;
        self.rows.push(vec![WrittenCell::words(name), least, most]);
        self.rows.len() - 1
    }

    /// Adds a figure that is the same for both ends.
    fn fixed(&mut self, name: &str, value: Decimal, look: Look) -> usize {
        self.add(name, [WrittenCell::number(value, look), WrittenCell::number(value, look)])
    }

    /// Adds a step whose formula names the cells of its own column.
    fn step(
        &mut self,
        name: &str,
        look: Look,
        value: Span<Decimal>,
        formula: impl Fn(&dyn Fn(usize) -> String) -> String,
    ) -> usize {
        let [least, most] = ENDS;
        let cell = |column: u8, value| WrittenCell::formula(formula(&|row| place(row, column)), value, look);
        self.add(name, [cell(least, value.min), cell(most, value.max)])
    }

    /// The sum of the points of some rows of the results, where that is what was worked out.
    fn sum_of_results(&mut self, name: &str, rows: Option<(usize, usize)>, value: Span<Points>) -> usize {
        let value = value.map(|points| points.0);
        let name_of_sheet = self.results.replace('\'', "''");
        let cell = |(column, value): (u8, Decimal)| match rows {
            Some((first, last)) => {
                let (first, last) = (place(first, column), place(last, column));
                WrittenCell::formula(format!("SUM('{name_of_sheet}'!{first}:{last})"), value, Look::Points)
            }
            None => WrittenCell::number(value, Look::Points),
        };
        let cells = [(LEAST, value.min), (MOST, value.max)].map(cell);
        self.add(name, cells)
    }

    /// Steps 1 to 3: from the points of the contract to the fraction.
    fn points(
        &mut self,
        agreement: &PayAgreement,
        outcome: &PayOutcome,
        results: &ResultsSheet,
    ) -> PointRows {
        let words = self.words;
        let say = |text: PayText| words.text(text);
        let decimals = self.decimals;
        let most =
            self.fixed(&words.most_of(say(PayText::Institution)), outcome.institution_max.0, Look::Points);
        let institution = outcome.institution.map(|points| points.0);
        let institution = if let Some((reached, total)) = outcome.contract_points {
            let reached = self.sum_of_results(words.text(ReportText::InTotal), results.goals, reached);
            let total = self.fixed(words.text(ReportText::Weights), total.0, Look::Points);
            self.step(say(PayText::Institution), Look::Points, institution, |at| {
                format!("ROUND({}*{}/{},{decimals})", at(most), at(reached), at(total))
            })
        } else {
            let cells =
                [institution.min, institution.max].map(|value| WrittenCell::number(value, Look::Points));
            self.add(say(PayText::Institution), cells)
        };
        let areas = results.areas.filter(|_| agreement.individual_rule() == IndividualRule::Areas);
        let areas = areas.filter(|_| outcome.areas.iter().all(|area| area.points.is_some()));
        let individual = self.sum_of_results(say(PayText::Individual), areas, outcome.individual);
        let points =
            self.step(say(PayText::PayPoints), Look::Points, outcome.points.map(|points| points.0), |at| {
                format!("{}+{}", at(institution), at(individual))
            });
        let whole = outcome.institution_max + outcome.individual_max;
        let whole = self.fixed(&words.most_of(say(PayText::PayPoints)), whole.0, Look::Points);
        // What a spreadsheet comes to has no more digits than this.
        let fraction = outcome.fraction.map(|share| share.times(Decimal::ONE, 15).unwrap_or_default());
        self.step(words.text(ReportText::Fraction), Look::Share, fraction, |at| {
            format!("{}/{}", at(points), at(whole))
        });
        PointRows { points, whole }
    }

    /// Steps 4 to 8, as far as there are figures for them.
    fn money(
        &mut self,
        assessment: &Assessment,
        outcome: &PayOutcome,
        PointRows { points, whole }: PointRows,
    ) {
        let words = self.words;
        let say = |text: PayText| words.text(text);
        let (Some(base), Some(Percent(percent)), Some(full)) =
            (outcome.base, outcome.max_percent, outcome.full)
        else {
            return;
        };
        let lines = assessment.pay.base.iter().filter_map(|line| Some((line.title.as_str(), line.value?)));
        let lines: Vec<_> = lines.filter(|(_, value)| value.0 > Decimal::ZERO).collect();
        let rows: Vec<_> =
            lines.iter().map(|(title, value)| self.fixed(title, value.0, Look::Kroner)).collect();
        let base = self.step(words.text(ReportText::BasePay), Look::Total, Span::settled(base.0), |at| {
            let lines: Vec<_> = rows.iter().map(|row| at(*row)).collect();
            if lines.is_empty() { "0".to_owned() } else { lines.join("+") }
        });
        let percent = self.fixed(say(PayText::MaxPercent), percent, Look::Number);
        let full_row = self.step(say(PayText::Full), Look::Kroner, Span::settled(full.0), |at| {
            format!("ROUND({}*{}/100,2)", at(base), at(percent))
        });
        let Some(earned) = outcome.earned else { return };
        let earned = self.step(say(PayText::Earned), Look::Kroner, amounts(earned), |at| {
            format!("ROUND({}*{}/{},2)", at(full_row), at(points), at(whole))
        });
        let adjusted = self.adjusted(assessment, outcome, (full_row, earned));
        self.paid(assessment, outcome, adjusted);
    }

    /// Step 6: the row of what is earned after the adjustment.
    fn adjusted(
        &mut self,
        assessment: &Assessment,
        outcome: &PayOutcome,
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
        self.step(words.text(PayText::AfterAdjustment), Look::Kroner, amounts(adjusted), |at| match change {
            AdjustmentChange::Percent(_) => format!("MAX(0,ROUND({}*(100+{})/100,2))", at(earned), at(size)),
            AdjustmentChange::Amount(_) => format!("MAX(0,ROUND({}+{},2))", at(earned), at(size)),
            AdjustmentChange::ToPercent(_) => format!("ROUND({}*{}/100,2)", at(full), at(size)),
        })
    }

    /// Steps 7 and 8: what is paid, and what is added to it.
    fn paid(&mut self, assessment: &Assessment, outcome: &PayOutcome, adjusted: usize) {
        let words = self.words;
        let Some(payable) = outcome.payable else { return };
        let is_breached = assessment.pay.breach.what.is_some();
        let days = outcome.days.map(|(served, of)| (Decimal::from(served), Decimal::from(of)));
        let payable =
            self.step(words.text(PayText::Payable), Look::Total, amounts(payable), |at| match days {
                _ if is_breached => "0".to_owned(),
                Some((served, of)) => format!("ROUND({}*{}/{},2)", at(adjusted), plain(served), plain(of)),
                None => at(adjusted),
            });
        if let Some((Percent(percent), holiday)) = outcome.holiday_percent.zip(outcome.holiday_allowance) {
            let percent = self.fixed(words.text(PayText::HolidayPercent), percent, Look::Number);
            self.step(words.text(PayText::Holiday), Look::Kroner, amounts(holiday), |at| {
                format!("ROUND({}*{}/100,2)", at(payable), at(percent))
            });
        }
        let pension = outcome.pension_percent.zip(outcome.pension).zip(outcome.with_pension);
        if let Some(((Percent(percent), pension), with)) = pension {
            let percent = self.fixed(words.text(PayText::PensionPercent), percent, Look::Number);
            let pension = self.step(words.text(PayText::Pension), Look::Kroner, amounts(pension), |at| {
                format!("ROUND({}*{}/100,2)", at(payable), at(percent))
            });
            self.step(words.text(PayText::WithPension), Look::Total, amounts(with), |at| {
                format!("{}+{}", at(payable), at(pension))
            });
        }
    }
}

fn amounts(span: Span<Kroner>) -> Span<Decimal> {
    span.map(|kroner| kroner.0)
}
