//! Rows, contract and assessment to a preview.

use std::rc::Rc;

use super::address::{Address, Addresses};
use super::cell::{Convention, Wanted, answer_beside, is_blank, reading_field};
use super::settle::{Candidate, Slot, period_counts};
use crate::app::state::{Before, ImportChange, ImportLine, Preview, Sheet, Unused, Value, get};
use crate::domain::address::{EntryField, EntryId, FieldId, ReportedField};
use crate::domain::contract::Contract;
use crate::domain::date::{Date, Period};
use crate::domain::number::Decimal;
use crate::findings::{Code, Diagnostic, LineNumber, RowFault, TableFault};
use crate::format::Locator;
use crate::i18n::date::parse_date_text;
use crate::i18n::period::parse_period_text;
use crate::pace::{Progress, STRIDE, Stage};
use crate::table::{Findings, ResultCell, ResultColumn, ResultRow, ResultTable};

/// What a table would change, and what is wrong with what its rows say; with a pause every few rows.
pub(super) async fn preview(
    table: &ResultTable,
    contract: &Contract,
    sheet: &Sheet,
    pause: &mut impl AsyncFnMut(Progress),
) -> (Preview, Vec<Diagnostic>) {
    let of = table.rows().len();
    let far = |done: usize| Progress { stage: Stage::Checks, done, of };
    let mut reader = Reader {
        table,
        contract,
        sheet,
        locator: table.locator(),
        convention: Convention::of_table(table),
        findings: Findings::default(),
        slots: Vec::new(),
        preview: Preview::of_rows(table.rows().len() + table.misfits()),
    };
    pause(far(0)).await;
    let mut addresses = Addresses::new(contract, sheet);
    reader.note_mixed_numbers();
    for (index, row) in table.rows().iter().enumerate() {
        if index.is_multiple_of(STRIDE) {
            pause(far(index)).await;
        }
        reader.row(index, row, &mut addresses);
    }
    for (index, slot) in reader.slots_in_order().iter().enumerate() {
        if index.is_multiple_of(STRIDE) {
            pause(far(of)).await;
        }
        reader.settle(slot);
    }
    reader.number_lines();
    let diagnostics = reader.findings.diagnostics(&reader.locator);
    (reader.preview, diagnostics)
}

struct Reader<'a> {
    table: &'a ResultTable,
    contract: &'a Contract,
    sheet: &'a Sheet,
    locator: Locator<'a>,
    convention: Convention,
    findings: Findings,
    /// What the rows say about each address, at its place: about what was reached, about the baseline that the
    /// contract lacks, and about readings.
    slots: Vec<Vec<Slot>>,
    preview: Preview,
}

impl Reader<'_> {
    fn note_mixed_numbers(&mut self) {
        let table = self.table;
        if let Some((later, earlier)) = self.convention.mixed
            && let (Some(later), Some(earlier)) = (table.rows().get(later), table.rows().get(earlier))
        {
            let other_line = LineNumber(self.locator.line(earlier.value.range.start));
            self.report(&later.value, TableFault::MixedNumbers { other_line });
        }
    }

    fn row(&mut self, index: usize, row: &ResultRow, addresses: &mut Addresses<'_>) {
        let table = self.table;
        let (goal, part) = (table.text(&row.goal), table.text(&row.part));
        if goal.is_empty() {
            return self.report(&row.goal, RowFault::NoGoal);
        }
        match addresses.find(&goal, &part) {
            Ok(place) => {
                let other = row.also.iter().find(|other| addresses.is_other(&table.text(other), place));
                if let Some(other) = other {
                    let (one, said) = (goal.into_owned(), table.text(other).into_owned());
                    self.report(other, RowFault::TwoGoals { one, other: said });
                } else if let Some(address) = addresses.get(place) {
                    self.take_row(index, row, place, &address);
                }
            }
            Err(fault) => self.without_address(index, row, &goal, fault),
        }
    }

    /// A row that speaks of no field. Where it has no figure either, a goal that takes none is nothing to tell of.
    fn without_address(&mut self, index: usize, row: &ResultRow, goal: &str, fault: RowFault) {
        let says_nothing = [&row.value, &row.date].into_iter().all(|cell| is_blank(&self.table.text(cell)));
        let takes_none = matches!(
            fault,
            RowFault::GoalHasLapsed { .. }
                | RowFault::GoalIsJudged { .. }
                | RowFault::GoalIsUndetermined { .. }
                | RowFault::PartMissing { .. }
        );
        if !(says_nothing && takes_none) {
            return self.report(&row.goal, fault);
        }
        let field = EntryId::goal(&goal.into()).field(EntryField::Note);
        let line =
            ImportLine { number: index, field, name: goal.into(), period: None, value: None, levels: None };
        self.unused(Unused::NoFigure, line);
    }

    /// Takes a row to the field that it speaks of.
    fn take_row(&mut self, index: usize, row: &ResultRow, place: usize, address: &Rc<Address>) {
        let Ok(period) = self.period(row, address.wanted) else {
            return;
        };
        let (field, of_reading) = self.field_of_row(period, address);
        let line = |value| {
            let (field, name) = (field.clone(), Rc::clone(&address.name));
            ImportLine { number: index, field, name, period, value, levels: address.levels.clone() }
        };
        if address.wanted == Wanted::Figure && field == address.field {
            match (period, address.measured) {
                (Some(period), Some(measured)) if period != measured => {
                    return self.unused(Unused::OtherPeriod, line(None));
                }
                (Some(period), None) if !period_counts(self.contract, period) => {
                    return self.unused(Unused::OutsideContract, line(None));
                }
                _ => {}
            }
        }
        let value = self.table.text(&row.value);
        let cell = if is_blank(&value) && address.wanted == Wanted::Date { &row.date } else { &row.value };
        let text = self.table.text(cell);
        if is_blank(&text) {
            return self.unused(Unused::NoFigure, line(None));
        }
        if period.is_none() && address.wanted == Wanted::Figure && self.has_periods() {
            return self.report(&row.period, RowFault::NoPeriod);
        }
        let is_figure = address.wanted == Wanted::Figure;
        let divided = self.convention.divided(self.table, row).filter(|_| is_figure);
        let levels = address.levels.as_deref();
        let reading = divided
            .map_or_else(|| self.convention.read(&text, address.wanted, address.expected, levels), Err);
        let value = reading.map_err(|fault| self.report(cell, fault)).ok();
        let candidates = vec![Candidate { row: index, period, value }];
        self.add(place, Slot { field, address: Rc::clone(address), reading: of_reading, candidates });
    }

    /// The field that a row of a period speaks of, and of a reading the day on which its period ends. A figure is one
    /// where its period ends before the goal is settled.
    fn field_of_row(&self, period: Option<Period>, address: &Address) -> (FieldId, Option<Date>) {
        let result = || (address.field.clone(), None);
        let Some(period) = period.filter(|_| address.wanted == Wanted::Figure) else { return result() };
        if let Some((_, baseline)) = address.baseline.as_ref().filter(|(of, _)| *of == period) {
            return (baseline.clone(), None);
        }
        let is_early = address.time.is_some_and(|time| period.end() < time);
        if is_early && address.measured != Some(period) && period_counts(self.contract, period) {
            return (reading_field(&address.field, period), Some(period.end()));
        }
        result()
    }

    /// Adds what a row says to what others say of the same field.
    fn add(&mut self, place: usize, mut of_row: Slot) {
        self.slots.resize_with(self.slots.len().max(place + 1), Vec::new);
        let Some(slots) = self.slots.get_mut(place) else { return };
        let is_meant = |slot: &&mut Slot| {
            slot.reading == of_row.reading && (slot.reading.is_some() || slot.field == of_row.field)
        };
        match slots.iter_mut().find(is_meant) {
            Some(slot) => slot.candidates.append(&mut of_row.candidates),
            None => slots.push(of_row),
        }
    }

    fn has_periods(&self) -> bool {
        self.table.has(ResultColumn::Period) || self.table.has(ResultColumn::Date)
    }

    /// The period of a row: that of its own column, else for a figure the day in the column for days.
    fn period(&mut self, row: &ResultRow, wanted: Wanted) -> Result<Option<Period>, ()> {
        let text = self.table.text(&row.period);
        if !is_blank(&text) {
            let period = parse_period_text(&text);
            return period.map(Some).ok_or_else(|| {
                self.report(&row.period, RowFault::NotAPeriod { found: text.into_owned() });
            });
        }
        let day = self.table.text(&row.date);
        if wanted != Wanted::Figure || is_blank(&day) {
            return Ok(None);
        }
        parse_date_text(&day).map(|day| Some(Period::Day(day))).map_err(|_| {
            self.report(&row.date, RowFault::NotAPeriod { found: day.into_owned() });
        })
    }

    /// What the rows say about each field, in the order of the contract.
    fn slots_in_order(&mut self) -> Vec<Slot> {
        let mut slots: Vec<Slot> = std::mem::take(&mut self.slots).into_iter().flatten().collect();
        // The baseline, the readings in order of time, the result.
        let order = |slot: &Slot| (slot.field == slot.address.field, slot.reading);
        slots.sort_by(|one, other| {
            one.address.order.cmp(&other.address.order).then_with(|| order(one).cmp(&order(other)))
        });
        slots
    }

    /// Decides for a field which row counts.
    fn settle(&mut self, slot: &Slot) {
        let settled = slot.settle();
        for (row, other) in settled.conflicts {
            let other_line = LineNumber(self.line_of(other));
            let cell = self.table.rows().get(row).map(|row| row.value.clone()).unwrap_or_default();
            self.report(&cell, RowFault::Conflict { goal: slot.address.name.to_string(), other_line });
        }
        let line = |candidate: &Candidate| ImportLine {
            number: candidate.row,
            field: slot.field_of(candidate),
            name: Rc::clone(&slot.address.name),
            period: candidate.period,
            value: candidate.value.clone(),
            levels: slot.address.levels.clone(),
        };
        for (reason, candidate) in settled.unused {
            self.unused(reason, line(&candidate));
        }
        if let Some(candidate) = settled.counts {
            self.add_change(line(&candidate), slot.address.counted);
        }
    }

    /// A row whose value counts: a change, or what stands there already.
    fn add_change(&mut self, line: ImportLine, counted: Option<Decimal>) {
        let typed = self.sheet.typed.get(&line.field);
        let text = typed.filter(|typed| typed.reading.is_err()).map(|typed| Rc::clone(&typed.text));
        let value_of = |field: &FieldId| get(self.sheet.assessment(), field);
        // The word that a day will not be reached stands in the day's place.
        let given = value_of(&line.field).or_else(|| value_of(&answer_beside(&line.field)?));
        let is_figure = matches!(line.field, FieldId::Reported(_, _, ReportedField::Value));
        let given = given.or_else(|| counted.filter(|_| is_figure).map(Value::Number));
        let before = match (text, given) {
            (Some(text), _) => Before::Text(text),
            (None, Some(value)) => Before::Value(value),
            (None, None) => Before::Empty,
        };
        match (&before, &line.value) {
            (Before::Value(before), Some(value)) if before == value => self.preview.same.push(line),
            _ => self.preview.changes.push(ImportChange { line, before }),
        }
    }

    fn unused(&mut self, reason: Unused, line: ImportLine) {
        if let Some((_, lines)) = self.preview.unused.iter_mut().find(|(of, _)| *of == reason) {
            lines.push(line);
        }
    }

    fn report(&mut self, cell: &ResultCell, finding: impl Into<Code>) {
        self.findings.report(cell.range.clone(), finding);
    }

    fn line_of(&self, row: usize) -> usize {
        self.table.rows().get(row).map_or(0, |row| self.locator.line(row.goal.range.start))
    }

    /// Puts the lines of the file in place of the rows' places in the table, where they are shown.
    fn number_lines(&mut self) {
        let (table, locator) = (self.table, &self.locator);
        let number = |line: &mut ImportLine| {
            let row = table.rows().get(line.number);
            line.number = row.map_or(0, |row| locator.line(row.goal.range.start));
        };
        let preview = &mut self.preview;
        preview.changes.iter_mut().for_each(|change| number(&mut change.line));
        preview.same.first.iter_mut().for_each(number);
        preview.unused.iter_mut().flat_map(|(_, lines)| &mut lines.first).for_each(number);
    }
}
