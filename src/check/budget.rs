//! Budgets: parts that are together more than their line, or stand where it has nothing. Then figures without a
//! column for their period, and totals that do not add up. The figures of a line as a series are [`super::figure`]'s
//! to go through.

use std::collections::HashMap;

use super::Findings;
use crate::domain::contract::{Budget, BudgetLine, BudgetLineId, Figure};
use crate::domain::date::Period;
use crate::domain::number::{Decimal, sum};
use crate::findings::{BudgetFinding, JsonPath};

/// What the parts of each line are together in each period. A sum that does not fit is left out.
type Parts<'b> = HashMap<(&'b BudgetLineId, Period), Option<Decimal>>;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some(budget) = &found.contract.budget else { return };
    let parts = parts(budget);
    let lines = budget.lines.iter().filter_map(|line| Some((line.id.as_ref()?, line))).collect();
    for (index, line) in budget.lines.iter().enumerate() {
        let path = JsonPath::root().key("budget").key("lines").index(index).key("values");
        whole(found, budget, line, &parts, &path);
        columns(found, budget, line, &path);
        within(found, budget, line, &lines, &path);
    }
}

/// Where the document has a figure of the budget.
fn place_of(budget: &Budget, line: &BudgetLine, figure: &Figure) -> Option<String> {
    figure.source.as_ref().or(line.source.as_ref()).or(budget.source.as_ref()).cloned()
}

/// Figures for periods that are no column, where the columns are stated.
fn columns(found: &mut Findings<'_, '_>, budget: &Budget, line: &BudgetLine, path: &JsonPath) {
    if budget.columns.is_empty() {
        return;
    }
    for (index, figure) in line.values.iter().enumerate() {
        if !budget.columns.iter().any(|column| column.period == figure.period) {
            let (title, place) = (line.title.clone(), place_of(budget, line, figure));
            let what = BudgetFinding::PeriodWithoutColumn { title, period: figure.period, place };
            found.report(path.clone().index(index).key("period"), what);
        }
    }
}

/// The figures of a part against the periods that its line has. A line without any figure is a heading.
fn within(
    found: &mut Findings<'_, '_>,
    budget: &Budget,
    line: &BudgetLine,
    lines: &HashMap<&BudgetLineId, &BudgetLine>,
    path: &JsonPath,
) {
    let of = line.part_of.as_ref().and_then(|id| lines.get(id));
    let Some(of) = of.filter(|of| !of.values.is_empty()) else { return };
    for (index, figure) in line.values.iter().enumerate() {
        let Some(value) = figure.value.filter(|value| !value.is_zero()) else { continue };
        let says = |whole: &Figure| whole.value.is_some() || whole.stated.is_some();
        if !of.values.iter().any(|whole| whole.period == figure.period && says(whole)) {
            let what = BudgetFinding::PartWithoutWhole {
                title: line.title.clone(),
                whole: of.title.clone(),
                period: figure.period,
                value,
                place: place_of(budget, line, figure),
            };
            found.report(path.clone().index(index).key("value"), what);
        }
    }
}

fn parts(budget: &Budget) -> Parts<'_> {
    let mut parts = Parts::new();
    for line in &budget.lines {
        let Some(of) = &line.part_of else { continue };
        for figure in &line.values {
            let Some(value) = figure.value else { continue };
            let so_far = parts.entry((of, figure.period)).or_insert(Some(Decimal::ZERO));
            *so_far = so_far.and_then(|so_far| sum(so_far, value).ok());
        }
    }
    parts
}

fn whole(
    found: &mut Findings<'_, '_>,
    budget: &Budget,
    line: &BudgetLine,
    parts: &Parts<'_>,
    path: &JsonPath,
) {
    let Some(id) = &line.id else { return };
    for (index, figure) in line.values.iter().enumerate() {
        let own = parts.get(&(id, figure.period)).copied().flatten();
        let (Some(value), Some(parts)) = (figure.value, own) else { continue };
        if exceeds(parts, value) {
            let what = BudgetFinding::PartsExceed {
                title: line.title.clone(),
                period: figure.period,
                value,
                parts,
                place: place_of(budget, line, figure),
            };
            found.report(path.clone().index(index).key("value"), what);
        }
    }
}

/// Whether parts are more than the whole, which may be an income and so below zero.
fn exceeds(parts: Decimal, whole: Decimal) -> bool {
    if whole.is_sign_negative() { parts < whole } else { parts > whole }
}

/// Totals that are stated with what they are made of, and do not add up.
pub(super) fn sums(found: &mut Findings<'_, '_>) {
    for (index, stated) in found.contract.sums.iter().enumerate() {
        let parts = stated.parts_among(&found.contract.purposes);
        let together = parts.iter().try_fold(Decimal::ZERO, |so_far, part| sum(so_far, part.value));
        // A total without parts says nothing that could be added up.
        let (Ok(parts), false) = (together, parts.is_empty()) else { continue };
        let differs = if stated.complete { parts != stated.total } else { exceeds(parts, stated.total) };
        if differs {
            let (title, place) = (stated.title.clone(), stated.source.clone());
            let (total, complete) = (stated.total, stated.complete);
            let path = JsonPath::root().key("sums").index(index).key("total");
            found.report(path, BudgetFinding::SumDiffers { title, total, parts, complete, place });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_exceed_a_whole_on_its_own_side_of_zero() {
        for (parts, whole, expected) in [
            ("116.2", "116.2", false),
            ("116.3", "116.2", true),
            ("-5", "116.2", false),
            ("-10.5", "-10.5", false),
            ("-10.6", "-10.5", true),
            ("-9", "-10.5", false),
            ("0.1", "0", true),
        ] {
            let n = |text: &str| text.parse::<Decimal>().unwrap();
            assert_eq!(exceeds(n(parts), n(whole)), expected, "{parts} of {whole}");
        }
    }
}
