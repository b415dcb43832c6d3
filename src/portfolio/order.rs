//! How rows are sorted and chosen, and what lies in the middle of them.

use std::cmp::Reverse;

use super::row::Row;
use crate::domain::assessment::Assessor;
use crate::domain::number::{Decimal, quotient};
use crate::small::{small_letter, sort_by_key};

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The most lost of a contract's own points first.
    #[default]
    Lost,
    /// The most open first.
    Open,
    /// The most deadlines passed first.
    Overdue,
    /// By name.
    Name,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those with a deadline that has passed.
    Overdue,
    /// Those that the department has not assessed.
    WithoutDepartment,
    /// Those with goals that the department has to be told of.
    Due,
}

impl Order {
    /// Every order, as it is offered.
    pub const ALL: [Self; 4] = [Self::Lost, Self::Open, Self::Overdue, Self::Name];
}

impl Filter {
    /// Every filter, as it is offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Overdue, Self::WithoutDepartment, Self::Due];

    /// Whether a row is shown.
    pub fn lets(self, row: &Row) -> bool {
        match self {
            Self::All => true,
            Self::Overdue => !row.overdue.is_empty(),
            // What both agree on has the department's word as well.
            Self::WithoutDepartment => {
                !row.is_assessed_by(Assessor::Department) && !row.is_assessed_by(Assessor::Agreed)
            }
            Self::Due => !row.due.is_empty(),
        }
    }
}

/// The places of the rows that a filter lets through, sorted; contracts with weights before those without.
pub fn ordered(rows: &[Row], order: Order, filter: Filter) -> Vec<usize> {
    reordered(rows, &by_name(rows), order, filter)
}

/// The places of all rows by their names; contracts with weights before those without.
pub fn by_name(rows: &[Row]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..rows.len()).collect();
    let names = |row: &Row| (!row.has_points(), [row.name(), &row.title].map(in_danish_order));
    sort_by_key(&mut places, |place| rows.get(*place).map(names));
    places
}

/// As [`ordered`], from what [`by_name`] found: names need not be compared again for each order.
pub fn reordered(rows: &[Row], by_name: &[usize], order: Order, filter: Filter) -> Vec<usize> {
    let key = |row: &Row| {
        let first = match order {
            Order::Lost => row.percent(row.standing.lost),
            Order::Open => row.percent(row.standing.open),
            Order::Overdue => row.overdue.len().into(),
            Order::Name => Decimal::ZERO,
        };
        (!row.has_points(), row.is_unassessed() && order != Order::Name, Reverse(first))
    };
    let is_shown = |place: &usize| rows.get(*place).is_some_and(|row| filter.lets(row));
    let mut places: Vec<usize> = by_name.iter().copied().filter(is_shown).collect();
    sort_by_key(&mut places, |place| rows.get(*place).map(key));
    places
}

/// A name by which names are sorted: å stands behind ø.
fn in_danish_order(name: &str) -> String {
    name.chars().map(small_letter).map(|letter| if letter == 'å' { 'ÿ' } else { letter }).collect()
}

/// The middle and the ends of what is secured, in percent of each contract's own points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Middle {
    /// The least.
    pub least: Decimal,
    /// The middle one; between two, the half of both.
    pub median: Decimal,
    /// The most.
    pub most: Decimal,
    /// Of how many contracts.
    pub of: usize,
}

/// What lies in the middle of the contracts with weights; `None` without any. One that the chosen party has not assessed
/// does not count. Their mean would be a false figure: a
/// point of one is not a point of another.
pub fn median(rows: &[Row]) -> Option<Middle> {
    let weighted = rows.iter().filter(|row| row.shown_points().is_some());
    let mut secured: Vec<Decimal> = weighted.map(|row| row.percent(row.standing.secured)).collect();
    sort_by_key(&mut secured, |percent| *percent);
    let half = secured.len() / 2;
    let above = *secured.get(half)?;
    let below =
        if secured.len().is_multiple_of(2) { secured.get(half.checked_sub(1)?).copied()? } else { above };
    Some(Middle {
        least: *secured.first()?,
        median: quotient(below + above, Decimal::TWO, 1).ok()?,
        most: *secured.last()?,
        of: secured.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Holds, Portfolio, Sorting, Whose, csv, look, look_paced};
    use super::*;
    use crate::format::words::word;
    use crate::pace::{at_once, no_pause};

    /// A contract of two goals, of which one decides how much is secured.
    fn row(name: &str, weights: Option<[u32; 2]>, results: &str) -> Row {
        let weight = |at: usize| weights.map_or_else(String::new, |of| format!(r#""weight": {},"#, of[at]));
        let points = weights.map_or("", |_| r#""points": {"total": 100},"#);
        let text = format!(
            r#"{{"format": "resultatsag", "version": 1, "contract": {{"format": "resultatkontrakt", "version": 1,
                "id": "{name}", "title": "{name}", {points} "goals": [
                {{"id": "a", "title": "A", {} "target": {{"kind": "done"}}}},
                {{"id": "b", "title": "B", {} "target": {{"kind": "done"}}}}]}},
                "assessments": [{{"format": "resultatvurdering", "version": 1, "contract": {{"id": "{name}"}},
                "results": {{{results}}}}}]}}"#,
            weight(0),
            weight(1)
        );
        let Holds::Contract(found) = look(&format!("{name}.json"), text.as_bytes()).holds else {
            unreachable!("{text}")
        };
        found.row
    }

    const MET: &str = r#""a": {"done": true}"#;
    const MISSED: &str = r#""a": {"done": false}"#;

    fn names(rows: &[Row], order: Order) -> Vec<&str> {
        ordered(rows, order, Filter::All).into_iter().map(|place| rows[place].name()).collect()
    }

    #[test]
    fn the_largest_part_of_its_own_points_comes_first_and_contracts_without_weights_last() {
        let rows = [
            row("Ærø", Some([900, 100]), MISSED),
            row("Aarhus", Some([10, 90]), MISSED),
            row("Åbenrå", Some([10, 10]), MET),
            row("Bornholm", None, MISSED),
        ];
        assert_eq!(names(&rows, Order::Lost), ["Ærø", "Aarhus", "Åbenrå", "Bornholm"]);
        assert_eq!(names(&rows, Order::Open), ["Aarhus", "Åbenrå", "Ærø", "Bornholm"]);
        assert_eq!(names(&rows, Order::Name), ["Aarhus", "Ærø", "Åbenrå", "Bornholm"]);
    }

    #[test]
    fn the_median_is_the_middle_one_or_the_half_of_two() {
        let percent = |text: &str| text.parse::<Decimal>().unwrap();
        let all = [10, 20, 60, 90].map(|secured| row("A", Some([secured, 100 - secured]), MET));
        let found = |rows: &[Row]| median(rows).map(|of| (of.least, of.median, of.most, of.of));
        assert_eq!(found(&all[..3]), Some((percent("10"), percent("20"), percent("60"), 3)));
        assert_eq!(found(&all), Some((percent("10"), percent("40"), percent("90"), 4)));
        assert_eq!(
            found(&[row("A", None, MET)]),
            None,
            "contracts without weights have no percent of points"
        );
        let thirds = row("A", Some([1, 2]), MET);
        assert_eq!(thirds.percent(thirds.standing.secured), percent("33.3"));
    }

    #[test]
    fn a_filter_lets_through_what_it_names() {
        let rows = [row("A", Some([1, 1]), MISSED), row("B", Some([1, 1]), MET)];
        let let_through = |filter: Filter| rows.iter().filter(|row| filter.lets(row)).count();
        assert_eq!(Filter::ALL.map(let_through), [2, 0, 2, 1]);
    }

    /// Who assessed, whether the first goal is met, and the day.
    type Assessed = (Assessor, bool, &'static str);
    /// A contract and its assessments.
    type Case = (&'static str, &'static [Assessed]);

    /// A portfolio of cases that rests on whose assessment is asked for.
    fn assessed(whose: Whose, cases: &[Case]) -> Portfolio {
        let looked = cases.iter().map(|(name, parties)| {
            let assessment = |(by, is_met, day): &Assessed| {
                format!(
                    r#"{{"format": "resultatvurdering", "version": 1, "contract": {{"id": "{name}"}}, "by": "{}",
                        "as_of": "{day}", "results": {{"a": {{"done": {is_met}}}}}}}"#,
                    word(*by)
                )
            };
            let assessments: Vec<String> = parties.iter().map(assessment).collect();
            let text = format!(
                r#"{{"format": "resultatsag", "version": 1, "contract": {{"format": "resultatkontrakt", "version": 1,
                    "id": "{name}", "title": "{name}", "points": {{"total": 100}}, "goals": [
                    {{"id": "a", "title": "A", "weight": 60, "target": {{"kind": "done"}}}},
                    {{"id": "b", "title": "B", "weight": 40, "target": {{"kind": "done"}}}}]}},
                    "assessments": [{}]}}"#,
                assessments.join(", ")
            );
            at_once(look_paced(&format!("{name}.json"), text.as_bytes(), whose, &mut no_pause))
        });
        Sorting::new(looked.collect()).finish(Vec::new())
    }

    const CASES: [Case; 3] = [
        ("a", &[(Assessor::Director, true, "2010-01-15"), (Assessor::Department, false, "2010-01-20")]),
        ("b", &[(Assessor::Director, true, "2010-01-15")]),
        ("c", &[(Assessor::Department, true, "2010-01-20"), (Assessor::Agreed, false, "2010-02-01")]),
    ];

    #[test]
    fn rows_rest_on_the_party_that_is_chosen_and_have_no_figures_where_it_has_not_assessed() {
        let secured = |whose: Whose| {
            let portfolio = assessed(whose, &CASES);
            let secured = |row: &Row| (!row.is_unassessed()).then(|| row.percent(row.standing.secured));
            let all: Vec<_> = portfolio.rows.iter().map(secured).collect();
            assert_eq!(portfolio.whose(), whose);
            (all, median(&portfolio.rows).map(|middle| middle.of))
        };
        let (none, all) = (Some(Decimal::ZERO), Some(Decimal::from(60)));
        assert_eq!(secured(Whose::Deciding), (vec![none, all, none], Some(3)));
        assert_eq!(secured(Whose::Department), (vec![none, None, all], Some(2)));
        assert_eq!(secured(Whose::Director), (vec![all, all, None], Some(2)));
    }

    #[test]
    fn what_nobody_has_assessed_stands_last_and_is_no_figure_of_a_table() {
        let portfolio = assessed(Whose::Department, &CASES);
        for order in [Order::Lost, Order::Open, Order::Overdue] {
            assert_eq!(names(&portfolio.rows, order).last(), Some(&"b"), "{order:?}");
        }
        assert_eq!(names(&portfolio.rows, Order::Name), ["a", "b", "c"]);
        let table = csv(&portfolio, false, false);
        let row = table.lines().find(|line| line.starts_with("b.json")).unwrap();
        assert_eq!(row, "b.json,b,,b,,,,,,,,100,,,,,2,,");
    }

    #[test]
    fn what_was_read_before_is_an_earlier_day_of_the_same_party_and_stays_when_it_is_read_again() {
        let early: [Case; 1] = [("a", &[(Assessor::Director, false, "2009-06-30")])];
        let late: [Case; 1] = [("a", &[(Assessor::Director, true, "2010-01-15")])];
        let earlier = |of: &Portfolio| of.rows[0].earlier.map(|earlier| earlier.as_of.to_string());
        let mut now = assessed(Whose::Deciding, &late);
        now.hold_against(&assessed(Whose::Deciding, &early));
        assert_eq!(earlier(&now).as_deref(), Some("2009-06-30"));
        let mut again = assessed(Whose::Deciding, &late);
        again.hold_against(&now);
        assert_eq!(earlier(&again).as_deref(), Some("2009-06-30"));
        let mut other = assessed(Whose::Director, &late);
        other.hold_against(&now);
        assert_eq!(earlier(&other), None, "it rested on another choice");
    }
}
