//! Where the rules about weights, other places of the document, and the budget speak, and where they keep
//! silent.

use crate::checks::{check, contract, goal, told};

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

/// A goal with this target that another place, B, states as the other one.
fn stated(target: &str, other: &str) -> String {
    format!(
        r#""title": "Sager", "source": "A", "history": [{{"period": "2008", "value": 100}}],
           "target": {{{target}}}, "also_stated": [{{"source": "B", "target": {{{other}}}}}]"#
    )
}

#[test]
fn the_same_figure_in_two_ways_is_no_difference() {
    let code = "stated-differently";
    let fall = r#""kind": "at_most", "baseline": {"period": "2008"}, "percent": -10"#;
    let unknown = r#""kind": "at_most", "baseline": {"period": "2007"}, "percent": -10"#;
    let as_before = r#""kind": "unchanged", "baseline": {"period": "2008"}"#;
    check(
        code,
        &[
            (&stated(fall, r#""kind": "at_most", "value": 90"#), ""),
            (&stated(r#""kind": "at_most", "value": 90.0"#, fall), ""),
            (&stated(fall, r#""kind": "at_most", "baseline": 100, "points": -10"#), ""),
            (&stated(fall, r#""kind": "below", "value": 90"#), "»under 90«"),
            (&stated(fall, r#""kind": "at_most", "value": 91"#), "»højst 91«"),
            (&stated(unknown, r#""kind": "at_most", "value": 90"#), "B siger »højst 90«"),
            (&stated(unknown, unknown), ""),
            (
                &stated(
                    r#""kind": "at_most", "baseline": {"period": "2007"}"#,
                    r#""kind": "at_most", "baseline": {"period": "2007"}, "points": 0"#,
                ),
                "",
            ),
            (&stated(as_before, r#""kind": "unchanged", "baseline": 100"#), ""),
            (&stated(as_before, r#""kind": "unchanged", "baseline": 101"#), "forhold til 101"),
            (
                &stated(
                    r#""kind": "between", "min": 50, "max": 90"#,
                    r#""kind": "between", "min": 50, "max": {"baseline": 100, "points": -10}"#,
                ),
                "",
            ),
        ],
    );
}

#[test]
fn composite_targets_are_told_apart_by_their_parts() {
    let code = "stated-differently";
    let all = |parts: &[&str]| format!(r#""kind": "all_of", "parts": [{}]"#, parts.join(", "));
    let any = |parts: &[&str]| format!(r#""kind": "any_of", "parts": [{}]"#, parts.join(", "));
    let (p, tight) = (
        r#"{"id": "p", "title": "Klager", "kind": "at_most", "value": 10}"#,
        r#"{"id": "p", "title": "Klager", "kind": "at_most", "value": 8}"#,
    );
    let q = r#"{"id": "q", "title": "Rapport", "kind": "done"}"#;
    let (both, swapped) = (all(&[p, q]), all(&[q, p]));
    let nested = |part: &str| all(&[&format!(r#"{{"id": "n", "title": "Ydre", {}}}"#, any(&[part, q])), p]);
    check(
        code,
        &[
            (&stated(&both, &swapped), ""),
            (&stated(&both, &all(&[tight, q])), "Sager › Klager: A siger »højst 10«, men B siger »højst 8«."),
            (
                &stated(&both, &all(&[p])),
                "Sager › Rapport: A siger »skal være gennemført«, men B siger intet om det.",
            ),
            (
                &stated(&all(&[p]), &both),
                "Sager › Rapport: A siger intet om det, men B siger »skal være gennemført«.",
            ),
            (&stated(&both, &any(&[p, q])), "A siger »alle 2 dele«, men B siger »mindst én af 2 dele«."),
            (&stated(&all(&[p]), &any(&[p])), ""),
            (&stated(&all(&[p]), r#""kind": "done""#), "A siger »én del«, men"),
            (&stated(&nested(p), &nested(tight)), "Sager › Ydre › Klager: A siger »højst 10«"),
            (&stated(&nested(p), &format!(r#""parts": [{q}]"#)), ""),
            (
                &stated(
                    &all(&[&format!(r#"{{"id": "n", "title": "Ydre", {}}}"#, any(&[p, q]))]),
                    &format!(r#""parts": [{tight}]"#),
                ),
                "Sager › Ydre › Klager: A siger »højst 10«, men B siger »højst 8«.",
            ),
        ],
    );
}

#[test]
fn judgements_are_told_apart_by_what_they_look_at() {
    let judged = |criteria: &str| format!(r#""kind": "assessed", "criteria": [{criteria}]"#);
    let due = |deadline: &str| judged(&format!(r#"{{"id": "c", "title": "Plan"{deadline}}}"#));
    let (june, august) = (r#", "deadline": "2009-06-30""#, r#", "deadline": "2009-08-31""#);
    let two = judged(r#"{"id": "c", "title": "Plan"}, {"id": "d", "title": "Udbytte"}"#);
    check(
        "stated-differently",
        &[
            (&stated(&due(june), &due(june)), ""),
            (
                &stated(&due(june), &due(august)),
                "Sager › Plan: A siger »vurderes, senest 30.06.2009«, men B siger »vurderes, senest 31.08.2009«.",
            ),
            (&stated(&due(june), &due("")), "men B siger »vurderes«."),
            (&stated(&two, &due("")), "Sager › Udbytte: A siger »vurderes«, men B siger intet om det."),
            (&stated(&due(""), &two), "Sager › Udbytte: A siger intet om det, men B siger »vurderes«."),
            (&stated(&due(june), &judged("")), ""),
        ],
    );
}

#[test]
fn a_part_that_the_goal_does_not_have_is_told_and_the_others_are_still_compared() {
    let two = r#""kind": "all_of", "parts": [{"id": "early", "kind": "at_most", "value": 1}, {"id": "late", "kind": "done"}]"#;
    let parts = |ids: &str| format!(r#""parts": [{ids}]"#);
    let early = r#"{"id": "early", "kind": "at_most", "value": 2}"#;
    let lost = r#"{"id": "erly", "kind": "done"}"#;
    check(
        "unknown-part",
        &[
            (&stated(two, &parts(early)), ""),
            (&stated(two, &parts(&format!("{lost}, {early}"))), "Sager har ikke nogen del »erly«."),
            (&stated(r#""kind": "done""#, &parts(early)), "Sager har ikke nogen del »early«."),
        ],
    );
    let told = told(&goal(&stated(two, &parts(&format!("{lost}, {early}")))), "stated-differently");
    assert_eq!(told, ["Sager › early: A siger »højst 1«, men B siger »højst 2«."]);
}

#[test]
fn a_budget_is_looked_through_line_by_line() {
    let lines = |columns: &str, lines: &str| {
        let budget = format!(r#""goals": [], "budget": {{{columns} "lines": [{lines}]}}"#);
        contract("test", "da", &budget)
    };
    let line = |keys: &str, figures: &[(&str, &str)]| {
        let figure =
            |(period, value): &(&str, &str)| format!(r#"{{"period": "{period}", "value": {value}}}"#);
        let figures: Vec<String> = figures.iter().map(figure).collect();
        format!(r#"{{"title": "Løn", {keys} "values": [{}]}}"#, figures.join(", "))
    };
    let columns = r#""columns": [{"period": "2003"}, {"period": "2004"}],"#;
    let (whole, part) = (r#""id": "net","#, r#""part_of": "net","#);
    let both = |own: &[(&str, &str)], of: &[(&str, &str)]| {
        lines("", &format!("{}, {}", line(whole, of), line(part, own)))
    };
    for (code, text, count) in [
        ("figure-twice", lines("", &line("", &[("2003", "5"), ("2003", "6")])), 1),
        ("history-jumps", lines("", &line("", &[("2003", "66.6"), ("2004", "666")])), 1),
        ("history-jumps", lines("", &line("", &[("2003", "66.6"), ("2004", "66")])), 0),
        ("budget-period-without-column", lines(columns, &line("", &[("2003", "5"), ("2005", "6")])), 1),
        ("budget-period-without-column", lines(columns, &line("", &[("2003", "5"), ("2004", "6")])), 0),
        ("budget-period-without-column", lines("", &line("", &[("2005", "6")])), 0),
        ("budget-part-without-whole", both(&[("2003", "5"), ("2004", "6")], &[("2003", "9")]), 1),
        ("budget-part-without-whole", both(&[("2003", "5"), ("2004", "0")], &[("2003", "9")]), 0),
        ("budget-part-without-whole", both(&[("2003", "5")], &[]), 0),
    ] {
        assert_eq!(told(&text, code).len(), count, "{code}: {text}");
    }
}

#[test]
fn a_guideline_that_is_past_is_not_held_against_a_later_result() {
    let guided = |period: &str| {
        format!(
            r#""title": "Sager", "target": {{"kind": "at_most", "value": 80}},
               "history": [{{"period": "2008", "value": 90}}],
               "guidelines": [{{"period": "{period}", "value": 100}}]"#
        )
    };
    check("guideline-weaker", &[(&guided("2007"), ""), (&guided("2010"), "Sager")]);
}

#[test]
fn a_history_after_the_contract_is_not_what_a_target_is_measured_by() {
    let with = |period: &str| {
        format!(
            r#""title": "Sager", "target": {{"kind": "at_most", "value": 80}},
               "history": [{{"period": "2008", "value": 90}}, {{"period": "{period}", "value": 70}}]"#
        )
    };
    check("target-already-met", &[(&with("2010"), ""), (&with("2009"), "målet 80 er allerede nået")]);
    let says = "udviklingen har et tal for 2010, men kontrakten slutter 31.12.2009";
    check("history-after-period", &[(&with("2010"), says), (&with("2009"), "")]);
}

#[test]
fn a_contract_without_goals_and_goals_of_one_name_are_noted() {
    let labelled = |first: &str, second: &str| {
        let goal = |id: &str, label: &str| {
            format!(r#"{{"id": "{id}", "label": "{label}", "title": "T{id}", "target": {{"kind": "done"}}}}"#)
        };
        contract("test", "da", &format!(r#""goals": [{}, {}]"#, goal("a", first), goal("b", second)))
    };
    assert_eq!(told(&labelled("Mål 1", "Mål 1"), "label-twice"), ["Både »Ta« og »Tb« hedder »Mål 1«."]);
    for alike in ["mål 1", "Mål\u{a0}1", "Ma\u{30a}l 1", "Mål\u{200b} 1"] {
        assert_eq!(told(&labelled("Mål 1", alike), "label-twice").len(), 1, "{alike:?}");
    }
    assert!(told(&labelled("Mål 1", "Mål 2"), "label-twice").is_empty());
    assert!(told(&labelled("Mål 1", "Mål 2"), "no-goals").is_empty());
    assert_eq!(told(&contract("test", "da", r#""goals": []"#), "no-goals"), ["Kontrakten har ingen mål."]);
}

#[test]
fn ids_that_look_alike_are_told_wherever_they_stand() {
    let code = "ids-look-alike";
    let goals = |ids: [&str; 2]| {
        let goals = ids
            .map(|id| format!(r#"{{"id": "{id}", "title": "Sager", "target": {{"kind": "done"}}}}"#))
            .join(", ");
        contract("test", "da", &format!(r#""goals": [{goals}]"#))
    };
    for alike in [["idé", "ide\u{301}"], ["å", "\u{feff}å"], ["mål 1", "mål\u{a0}1"], ["1", "1\u{200d}"]]
    {
        assert_eq!(told(&goals(alike), code).len(), 1, "{alike:?}");
    }
    for apart in [["idé", "ide"], ["mål-1", "Mål-1"], ["mål 1", "mål 2"]] {
        assert!(told(&goals(apart), code).is_empty(), "{apart:?}");
    }
    let groups = r#""goals": [], "groups": [{"id": "å", "title": "Et"}, {"id": "a\u030a", "title": "To"}]"#;
    assert_eq!(
        told(&contract("test", "da", groups), code),
        ["Id »a\u{30a}« ser ud som det i linje 2, men er skrevet med andre tegn."]
    );
    let parts = r#""title": "Sager", "target": {"kind": "all_of",
        "parts": [{"id": "ø", "kind": "done"}, {"id": "ø\u200b", "kind": "done"}]}"#;
    assert_eq!(told(&goal(parts), code).len(), 1);
}

#[test]
fn a_scale_that_gives_most_for_the_worst_result_is_told() {
    let goal = |target: &str, steps: [(i32, &str); 2]| {
        let steps = steps.map(|(at, share)| format!(r#"{{"at": {at}, "share": {share}}}"#)).join(", ");
        format!(
            r#""title": "Sager", "weight": 1, "target": {{{target}}}, "scoring": {{"rule": "scale", "steps": [{steps}]}}"#
        )
    };
    let (rising, falling) = ([(10, "0"), (20, "1")], [(20, "0"), (10, "1")]);
    let (most, least) = (r#""kind": "at_most", "value": 10"#, r#""kind": "above", "value": 10"#);
    let relative = r#""kind": "below", "baseline": {"period": "2008"}, "percent": -10"#;
    check(
        "scale-against-target",
        &[
            (&goal(most, rising), "skalaen giver mest ved 20, men målet er »højst 10«"),
            (&goal(least, falling), "skalaen giver mest ved 10, men målet er »over 10«"),
            (&goal(relative, rising), "skalaen giver mest ved 20"),
            (&goal(most, falling), ""),
            (&goal(least, rising), ""),
            (&goal(most, [(10, "0.5"), (20, "0.5")]), ""),
            (&goal(r#""kind": "between", "min": 10, "max": 20"#, rising), ""),
        ],
    );
}

#[test]
fn a_part_that_the_shares_leave_out_is_told() {
    let goal = |shares: &str| {
        format!(
            r#""title": "Sager", "weight": 1, "target": {{"kind": "all_of", "parts": [
                {{"id": "p", "title": "Klager", "kind": "done"}},
                {{"id": "q", "kind": "any_of", "parts": [{{"id": "r", "kind": "done"}}]}}]}},
            "scoring": {{"rule": "parts"{shares}}}"#
        )
    };
    check(
        "part-without-share",
        &[
            (&goal(r#", "shares": {"p": 1}"#), "Sager › q: de andre dele har en andel"),
            (&goal(r#", "shares": {"q": 1}"#), "Sager › Klager"),
            (&goal(r#", "shares": {"p": 1, "q": 0}"#), ""),
            (&goal(r#", "shares": {"p": 0.5, "q": 0.5}"#), ""),
            (&goal(""), ""),
        ],
    );
}
