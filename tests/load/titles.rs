//! Which figures of a title are held against the target, and which are left out.

use crate::checks::{check, contract, told};

/// A goal of this title, unit and target.
fn titled(title: &str, unit: &str, target: &str) -> String {
    format!(r#""title": "{title}", "unit": "{unit}", "target": {{{target}}}"#)
}

/// A goal of this unit and target contradicts each of these titles, in these words.
fn contradicts(unit: &str, target: &str, titles: &[(&str, &str)]) {
    for (title, words) in titles {
        check("title-differs", &[(&titled(title, unit, target), words)]);
    }
}

/// A goal of this unit and target may have each of these titles.
fn goes_with(unit: &str, target: &str, titles: &[&str]) {
    for title in titles {
        check("title-differs", &[(&titled(title, unit, target), "")]);
    }
}

const AT_MOST_26675: &str = r#""kind": "at_most", "value": 26675"#;
const FALL_BY_15_PERCENT: &str = r#""kind": "at_most", "baseline": 16.3, "percent": -15"#;
const FROM_85_TO_100: &str = r#""kind": "between", "min": 85, "max": 100"#;

#[test]
fn a_title_is_held_against_the_target_where_both_have_a_figure() {
    contradicts(
        "forløb",
        AT_MOST_26675,
        &[
            ("Forløb ned på 26.765", "titlen siger 26.765, men målet er »højst 26.675«"),
            ("Højst 2.667 forløb", "titlen siger 2.667"),
        ],
    );
    contradicts(
        "dage",
        FALL_BY_15_PERCENT,
        &[("Fravær ned 17 pct.", "titlen siger 17, men målet er »højst 16,3 minus 15 pct.«")],
    );
    let least = r#""kind": "at_least", "value": 95"#;
    contradicts("pct.", least, &[("Mindst 90 % til tiden", "titlen siger 90")]);
    contradicts(
        "pct.",
        FROM_85_TO_100,
        &[
            ("Mellem 80 og 90 pct. brugt", "titlen siger 80"),
            ("Mellem 80 og 100 pct. brugt", "titlen siger 80"),
            ("85–90 pct. brugt", "titlen siger 90"),
        ],
    );
}

#[test]
fn a_title_goes_with_a_target_that_has_its_figure_or_is_about_something_else() {
    goes_with(
        "forløb",
        AT_MOST_26675,
        &[
            "Sygedagpengeforløb over 26 uger ned på 26.675",
            "Forløb i 2009 ned til 26 675",
            "Forløb fra 32.533 til 26.675",
        ],
    );
    goes_with(
        "dage",
        FALL_BY_15_PERCENT,
        &["Fravær ned 15 pct. på 2 år", "Fravær ned til 85 pct.", "Fravær ned til 13,855 dage fra 16,3"],
    );
    goes_with(
        "pct.",
        FROM_85_TO_100,
        &["Mellem 85 og 100 pct. brugt", "Mellem 6 og 10 år: 85-100 pct.", "85–100 pct. af købet"],
    );
    goes_with("unge", AT_MOST_26675, &["Unge under 30 år på ydelser"]);
    goes_with("sager", AT_MOST_26675, &["80 pct. af sagerne inden 10 dage"]);
    goes_with("år", r#""kind": "at_most", "value": 2"#, &["Unge mellem 18 og 25 år i job"]);
    goes_with("kr.", r#""kind": "at_most", "value": 1200000"#, &["Køb for 1,2 mio. kr."]);
    goes_with("", r#""kind": "by", "date": "2009-12-31""#, &["Rapport 4 senest 30. juni 2009"]);
    goes_with("score", r#""kind": "above", "baseline": 3.9"#, &["Bedre end de 3,7 i 2008"]);
    let fall = r#""kind": "at_most", "baseline": 32533, "percent": -18"#;
    goes_with("forløb", fall, &["Færre end 32.533 forløb"]);
}

#[test]
fn a_unit_of_millions_is_held_against_millions() {
    let saving = r#""kind": "at_least", "value": 1.5"#;
    contradicts(
        "mio. kr.",
        saving,
        &[
            ("Besparelse på 2,5 mio. kr.", "titlen siger 2,5, men målet er »mindst 1,5«"),
            ("Besparelse på mindst 2.500.000 kr.", "titlen siger 2,5"),
        ],
    );
    let in_kroner = r#""kind": "at_least", "value": 1500000"#;
    contradicts("kr.", in_kroner, &[("Besparelse på 2,5 mio. kr.", "siger 2.500.000")]);
    goes_with(
        "mio. kr.",
        saving,
        &[
            "Besparelse på 1,5 mio. kr.",
            "Besparelse på 1.500.000 kr.",
            "Besparelse på 1.500 tusind kr.",
            "Besparelse på 1,5",
        ],
    );
}

#[test]
fn a_figure_that_says_who_or_what_is_counted_is_not_the_target() {
    let most = |value: u32| format!(r#""kind": "at_most", "value": {value}"#);
    let least = |value: u32| format!(r#""kind": "at_least", "value": {value}"#);
    goes_with("uger", &most(4), &["Halvér ventetiden fra 8 uger", "Ventetid under 8 uger"]);
    goes_with("dage", &most(30), &["Sager ældre end 90 dage afgjort hurtigere"]);
    goes_with("år", &most(2), &["Ledige over 50 år i job"]);
    goes_with("år", &least(2), &["Ledige over 50 år i job"]);
    goes_with("pct.", &least(60), &["Andelen af unge med mindst 80 pct. fremmøde", "Højst 80 pct. fravær"]);
    let eight_weeks =
        [("Ventetid på højst 8 uger", "titlen siger 8"), ("Ventetiden ned til 8 uger", "titlen siger 8")];
    contradicts("uger", &most(4), &eight_weeks);
    contradicts("klager", &most(200), &[("Færre end 300 klager", "titlen siger 300")]);
}

#[test]
fn a_title_may_name_what_is_known_of_the_goal_otherwise() {
    let goal = |more: &str| {
        format!("{}, {more}", titled("Færre end de 28.533 forløb i 2008", "forløb", AT_MOST_26675))
    };
    check(
        "title-differs",
        &[
            (&goal(r#""label": "Mål 1""#), "Mål 1: titlen siger 28.533"),
            (&goal(r#""history": [{"period": "2008", "value": 28533}]"#), ""),
            (&goal(r#""guidelines": [{"period": "2010", "value": 28533}]"#), ""),
            (
                &goal(r#""also_stated": [{"source": "B", "history": [{"period": "2008", "value": 28533}]}]"#),
                "",
            ),
        ],
    );
}

#[test]
fn an_english_title_is_read_as_english() {
    for (language, said) in [("en", 0), ("en-GB", 0), ("da", 0)] {
        let goals = r#""goals": [{"id": "a", "title": "Cases down to 26,675", "unit": "cases",
            "target": {"kind": "at_most", "value": 26675}}]"#;
        assert_eq!(told(&contract("test", language, goals), "title-differs").len(), said, "{language}");
    }
    let goals = r#""goals": [{"id": "a", "title": "Cases down to 26,765", "unit": "cases",
        "target": {"kind": "at_most", "value": 26675}}]"#;
    let told = told(&contract("test", "en", goals), "title-differs");
    assert!(told[0].contains("titlen siger 26.765"), "{told:?}");
}
