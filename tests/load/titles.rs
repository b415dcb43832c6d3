//! Which figures of a title are held against the target, and which are left out.

use crate::checks::{check, contract, told};

/// A goal of this title, unit and target.
fn titled(title: &str, unit: &str, target: &str) -> String {
    format!(r#""title": "{title}", "unit": "{unit}", "target": {{{target}}}"#)
}

#[test]
fn a_title_is_held_against_the_target_where_both_have_a_figure() {
    let at_most = r#""kind": "at_most", "value": 26675"#;
    let fall = r#""kind": "at_most", "baseline": 16.3, "percent": -15"#;
    let band = r#""kind": "between", "min": 85, "max": 100"#;
    for (title, unit, target, expected) in [
        ("Forløb ned på 26.765", "forløb", at_most, "titlen siger 26.765, men målet er »højst 26.675«"),
        ("Højst 2.667 forløb", "forløb", at_most, "titlen siger 2.667"),
        ("Fravær ned 17 pct.", "dage", fall, "titlen siger 17, men målet er »højst 16,3 minus 15 pct.«"),
        ("Mindst 90 % til tiden", "pct.", r#""kind": "at_least", "value": 95"#, "titlen siger 90"),
        ("Mellem 80 og 90 pct. brugt", "pct.", band, "titlen siger 80"),
        ("Mellem 80 og 100 pct. brugt", "pct.", band, "titlen siger 80"),
        ("85–90 pct. brugt", "pct.", band, "titlen siger 90"),
        ("Mellem 85 og 100 pct. brugt", "pct.", band, ""),
        ("Mellem 6 og 10 år: 85-100 pct.", "pct.", band, ""),
        ("Unge mellem 18 og 25 år i job", "år", r#""kind": "at_most", "value": 2"#, ""),
        ("Sygedagpengeforløb over 26 uger ned på 26.675", "forløb", at_most, ""),
        ("Forløb i 2009 ned til 26 675", "forløb", at_most, ""),
        ("Forløb fra 32.533 til 26.675", "forløb", at_most, ""),
        ("Færre end 32.533 forløb", "forløb", r#""kind": "at_most", "baseline": 32533, "percent": -18"#, ""),
        ("Fravær ned 15 pct. på 2 år", "dage", fall, ""),
        ("Fravær ned til 85 pct.", "dage", fall, ""),
        ("Fravær ned til 13,855 dage fra 16,3", "dage", fall, ""),
        ("85–100 pct. af købet", "pct.", band, ""),
        ("Unge under 30 år på ydelser", "unge", at_most, ""),
        ("80 pct. af sagerne inden 10 dage", "sager", at_most, ""),
        ("Køb for 1,2 mio. kr.", "kr.", r#""kind": "at_most", "value": 1200000"#, ""),
        ("Rapport 4 senest 30. juni 2009", "", r#""kind": "by", "date": "2009-12-31""#, ""),
        ("Bedre end de 3,7 i 2008", "score", r#""kind": "above", "baseline": 3.9"#, ""),
    ] {
        check("title-differs", &[(&titled(title, unit, target), expected)]);
    }
}

#[test]
fn a_unit_of_millions_is_held_against_millions() {
    let saving = r#""kind": "at_least", "value": 1.5"#;
    for (title, unit, target, expected) in [
        ("Besparelse på 2,5 mio. kr.", "mio. kr.", saving, "titlen siger 2,5, men målet er »mindst 1,5«"),
        ("Besparelse på mindst 2.500.000 kr.", "mio. kr.", saving, "titlen siger 2,5"),
        ("Besparelse på 2,5 mio. kr.", "kr.", r#""kind": "at_least", "value": 1500000"#, "siger 2.500.000"),
        ("Besparelse på 1,5 mio. kr.", "mio. kr.", saving, ""),
        ("Besparelse på 1.500.000 kr.", "mio. kr.", saving, ""),
        ("Besparelse på 1.500 tusind kr.", "mio. kr.", saving, ""),
        ("Besparelse på 1,5", "mio. kr.", saving, ""),
    ] {
        check("title-differs", &[(&titled(title, unit, target), expected)]);
    }
}

#[test]
fn a_figure_that_says_who_or_what_is_counted_is_not_the_target() {
    let (most, least) = (r#""kind": "at_most", "value": "#, r#""kind": "at_least", "value": "#);
    for (title, unit, kind, value, expected) in [
        ("Halvér ventetiden fra 8 uger", "uger", most, "4", ""),
        ("Sager ældre end 90 dage afgjort hurtigere", "dage", most, "30", ""),
        ("Ledige over 50 år i job", "år", most, "2", ""),
        ("Ledige over 50 år i job", "år", least, "2", ""),
        ("Andelen af unge med mindst 80 pct. fremmøde", "pct.", least, "60", ""),
        ("Højst 80 pct. fravær", "pct.", least, "60", ""),
        ("Ventetid under 8 uger", "uger", most, "4", ""),
        ("Ventetid på højst 8 uger", "uger", most, "4", "titlen siger 8"),
        ("Færre end 300 klager", "klager", most, "200", "titlen siger 300"),
        ("Ventetiden ned til 8 uger", "uger", most, "4", "titlen siger 8"),
    ] {
        check("title-differs", &[(&titled(title, unit, &format!("{kind}{value}")), expected)]);
    }
}

#[test]
fn a_title_may_name_what_is_known_of_the_goal_otherwise() {
    let goal = |more: &str| {
        format!(
            "{}, {more}",
            titled("Færre end de 28.533 forløb i 2008", "forløb", r#""kind": "at_most", "value": 26675"#)
        )
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
