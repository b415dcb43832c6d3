//! The budget table, and totals that the document states with what they are made of.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::{BudgetLineId, Figure, Purpose};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::small::sort_by_key;

/// The budget table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// What the figures count.
    pub unit: Option<String>,
    /// The year whose prices they are in.
    pub price_level: Option<i32>,
    /// The columns, in the document's order; periods that only the lines have come after them.
    pub columns: Vec<BudgetColumn>,
    /// The lines, in the document's order.
    pub lines: Vec<BudgetLine>,
    /// Where the document has it.
    pub source: Option<String>,
}

/// A column of the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetColumn {
    /// The period that its figures belong to.
    pub period: Period,
    /// What the document calls it, such as `FL` or `BO1`.
    pub label: Option<String>,
}

/// One line of the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// Its identifier, where other lines are part of it.
    pub id: Option<BudgetLineId>,
    /// The line that it is a part of.
    pub part_of: Option<BudgetLineId>,
    /// What it is for.
    pub title: String,
    /// Its figures.
    pub values: Vec<Figure>,
    /// Where the document has it, where that is another place than the table's.
    pub source: Option<String>,
}

/// As far as a table indents its lines.
const DEEPEST: usize = 3;

impl Budget {
    /// How deep each line lies, in the order of the lines. 0 is part of no other line; 3 is the deepest.
    pub fn depths(&self) -> Vec<usize> {
        let named = self.lines.iter().filter_map(|line| Some((line.id.as_ref()?, line.part_of.as_ref())));
        let parents: HashMap<&BudgetLineId, Option<&BudgetLineId>> = named.collect();
        let known = |id: &&BudgetLineId| parents.contains_key(*id);
        let above = |id: &&BudgetLineId| parents.get(*id).copied().flatten().filter(known);
        let around = |line: &BudgetLine| {
            let first = line.part_of.as_ref().and_then(|id| parents.get_key_value(id)).map(|(id, _)| *id);
            std::iter::successors(first, above).take(DEEPEST).count()
        };
        self.lines.iter().map(around).collect()
    }

    /// The periods of its columns from left to right: those that are stated, then the others by time.
    pub fn periods(&self) -> Vec<Period> {
        let mut others: Vec<Period> =
            self.lines.iter().flat_map(|line| &line.values).map(|figure| figure.period).collect();
        sort_by_key(&mut others, |period| period.end());
        let mut seen = HashSet::new();
        let stated = self.columns.iter().map(|column| column.period);
        stated.chain(others).filter(|period| seen.insert(*period)).collect()
    }

    /// What the document calls the column of a period.
    pub fn label(&self, period: Period) -> Option<&str> {
        self.columns.iter().find(|column| column.period == period)?.label.as_deref()
    }
}

/// A total that the document states, with what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Its identifier.
    pub id: String,
    /// What is counted.
    pub title: String,
    /// Of what, such as `forslag`.
    pub unit: Option<String>,
    /// The total, as the document states it.
    pub total: Decimal,
    /// What it is made of.
    pub parts: SumParts,
    /// Whether the parts are all of it; otherwise they are some of it, and no more than it.
    pub complete: bool,
    /// Where the document has it.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

impl Sum {
    /// Its parts, wherever they stand. Of the purposes those count whose appropriation has the sum's unit;
    /// all that have one, where the sum names no unit.
    pub fn parts_among<'a>(&'a self, purposes: &[Purpose]) -> Cow<'a, [SumPart]> {
        match &self.parts {
            SumParts::Stated(parts) => Cow::Borrowed(parts),
            SumParts::Appropriations => {
                let part = |purpose: &Purpose| {
                    let grant = purpose.appropriation.as_ref()?;
                    let counts = self.unit.as_ref().is_none_or(|unit| *unit == grant.unit);
                    counts.then(|| SumPart {
                        id: Some(purpose.id.clone()),
                        title: purpose.title.clone(),
                        value: grant.value,
                        source: purpose.source.clone(),
                    })
                };
                Cow::Owned(purposes.iter().filter_map(part).collect())
            }
        }
    }
}

/// What a total is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SumParts {
    /// Parts that are stated with it.
    Stated(Vec<SumPart>),
    /// The appropriations of the contract's purposes.
    Appropriations,
}

/// A part of a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumPart {
    /// Its identifier within the sum.
    pub id: Option<String>,
    /// What is counted.
    pub title: String,
    /// How many.
    pub value: Decimal,
    /// Where the document has it.
    pub source: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, part_of: Option<&str>, periods: &[&str]) -> BudgetLine {
        let figure = |period: &&str| Figure {
            period: Period::parse(period).unwrap(),
            value: None,
            stated: None,
            source: None,
            note: None,
        };
        BudgetLine {
            id: Some(id.into()),
            part_of: part_of.map(BudgetLineId::from),
            title: id.to_owned(),
            values: periods.iter().map(figure).collect(),
            source: None,
        }
    }

    fn budget(columns: &[&str], lines: Vec<BudgetLine>) -> Budget {
        let column = |period: &&str| BudgetColumn { period: Period::parse(period).unwrap(), label: None };
        let columns = columns.iter().map(column).collect();
        Budget { unit: None, price_level: None, columns, lines, source: None }
    }

    #[test]
    fn a_line_stands_as_deep_as_the_lines_that_it_is_a_part_of() {
        let lines = [
            ("net", None, 0),
            ("wages", Some("net"), 1),
            ("overtime", Some("wages"), 2),
            ("lost", Some("nowhere"), 0),
            ("one", Some("other"), DEEPEST),
            ("other", Some("one"), DEEPEST),
        ];
        let expected: Vec<usize> = lines.iter().map(|(.., depth)| *depth).collect();
        let lines = lines.iter().map(|(id, part_of, _)| line(id, *part_of, &[])).collect();
        assert_eq!(budget(&[], lines).depths(), expected);
    }

    #[test]
    fn columns_stand_as_the_document_has_them_and_then_by_time() {
        let lines = vec![line("a", None, &["2006", "2003", "2004"]), line("b", None, &["2005"])];
        let periods = budget(&["2004", "2003"], lines).periods();
        let periods: Vec<String> = periods.iter().map(ToString::to_string).collect();
        assert_eq!(periods, ["2004", "2003", "2005", "2006"]);
    }
}
