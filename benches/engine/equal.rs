//! A contract of equal goals, one point each: what others can work out too.

/// A figure that reaches a goal, and one that does not.
pub(crate) const REACHED: &str = "1000";
pub(crate) const MISSED: &str = "100";

/// The text of a contract with so many goals, `g1` and on.
pub(crate) fn contract(goals: usize) -> String {
    let goal = |number: usize| {
        format!(
            r#"{{ "id": "g{number}", "label": "Mål {number}", "title": "Mål nummer {number}", "weight": 1,
                 "target": {{ "kind": "at_least", "value": {REACHED} }} }}"#
        )
    };
    let goals: Vec<String> = (1..=goals).map(goal).collect();
    format!(
        r#"{{ "format": "resultatkontrakt", "version": 1, "id": "equal", "title": "Lige mål", "language": "da",
             "institution": "Styrelsen", "period": {{ "from": "2009-01-01", "to": "2009-12-31" }},
             "points": {{ "total": {}, "decimals": 2 }}, "goals": [{}] }}"#,
        goals.len(),
        goals.join(",\n")
    )
}
