//! Where the rules about weights, other places of the document, and the budget speak, and where they keep
//! silent.

use crate::checks::{contract, told};

/// A contract without goals' points whose pay agreement has these areas.
fn paid(rule: &str, areas: &str) -> String {
    let rest = format!(
        r#""goals": [{{"id": "a", "title": "A", "target": {{"kind": "done"}}}}],
           "pay": {{"from": "2009-01-01", "to": "2009-12-31", "max_percent": 15, {rule}
               "points": {{"institution": 700, "individual": 300}}, "areas": [{areas}]}}"#
    );
    contract("test", "da", &rest)
}

#[test]
fn areas_are_held_against_the_individual_points_where_the_calculator_scores_them_one_by_one() {
    let areas = |weights: &[&str]| {
        let area = |(index, weight): (usize, &&str)| {
            format!(r#"{{"id": "r{index}", "title": "Område {index}"{weight}}}"#)
        };
        weights.iter().enumerate().map(area).collect::<Vec<_>>().join(", ")
    };
    let (heavy, light, none) = (r#", "weight": 200"#, r#", "weight": 100"#, "");
    let (silent, by_area, overall) =
        ("", r#""individual_rule": "areas","#, r#""individual_rule": "overall","#);
    for (rule, weights, sums, weightless) in [
        (silent, &[heavy, heavy][..], 1, 0),
        (silent, &[heavy, light], 0, 0),
        (silent, &[heavy, none], 0, 0),
        (overall, &[heavy, heavy], 0, 0),
        (by_area, &[heavy, heavy], 1, 0),
        (by_area, &[heavy, light, none], 0, 1),
    ] {
        let text = paid(rule, &areas(weights));
        assert_eq!(told(&text, "areas-do-not-sum").len(), sums, "{text}");
        let without = told(&text, "goal-without-weight");
        assert_eq!(without.len(), weightless, "{text}");
        assert!(without.iter().all(|text| text.contains("Område 2")), "{without:?}");
    }
}
