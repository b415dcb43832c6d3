use super::*;
use crate::domain::date::Date;
use crate::i18n::Words;
use crate::i18n::text::WritingText;

const IN_2009: Known = Known { year: Some(2009), expected: None };

/// A requirement as the page writes it, with its unit and its time.
fn written(requirement: &Requirement) -> String {
    let Requirement { target, unit, measured, weight } = requirement;
    let text = Words::DANISH.target(target, unit.as_deref(), *weight);
    let parts = target.parts().unwrap_or_default().iter().map(|part| {
        let title = part.title.as_deref().unwrap_or_default();
        format!(" [{title}: {}]", Words::DANISH.target(&part.target, part.unit.as_deref(), None))
    });
    let time = measured.map(|period| format!(" {}", Words::DANISH.when(period))).unwrap_or_default();
    format!("{text}{time}{}", parts.collect::<String>())
}

/// What a text says, or the doubt and what it could say.
fn said(text: &str, lang: Lang, known: Known) -> String {
    match read_requirement(text, lang, known) {
        None => "–".to_owned(),
        Some(RequirementReading::Clear(requirement)) => written(&requirement),
        Some(RequirementReading::Doubt { doubt, readings }) => {
            let readings: Vec<String> = readings.iter().map(written).collect();
            format!("{doubt:?}? {}", readings.join(" | "))
        }
    }
}

fn danish(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(said(text, Lang::Da, IN_2009), *expected, "{text}");
    }
}

#[test]
fn phrases_are_read_with_unit_and_time() {
    danish(&[
        ("højst 26.675 forløb i december 2009", "Højst 26.675 forløb i december 2009"),
        (
            "Højst 26.675 forløb over 26 uger i december 2009",
            "Højst 26.675 forløb over 26 uger i december 2009",
        ),
        ("Maks. 12 dage", "Højst 12 dage"),
        ("ikke over 1,1 mio. kr. i 2009.", "Højst 1,1 mio. kr. i 2009"),
        ("ikke under 85%", "Mindst 85 %"),
        ("Mindst 85 % i 2009", "Mindst 85 % i 2009"),
        (">= 85 pct.", "Mindst 85 pct."),
        ("≤5", "Højst 5"),
        ("under 5 klager i 2. kvartal 2009", "Under 5 klager i 2. kvartal 2009"),
        ("over 3,5", "Over 3,5"),
        ("mindst fem møder", "Mindst 5 møder"),
        ("Mellem 2 og 5", "Mellem 2 og 5"),
        ("60-70 pct. i 2009", "Mellem 60 og 70 pct. i 2009"),
        ("højst tallet for 2008 minus 10 pct.", "Højst tallet for 2008 minus 10 pct."),
        ("at most 1.200 cases", "Number? Højst 1.200 cases | Højst 1,2 cases"),
    ]);
    for (text, expected) in [
        ("at least 95 %", "Mindst 95 %"),
        ("no more than 1,234.5 cases in December 2009", "Højst 1.234,5 cases i december 2009"),
        ("between 2 and 5 days", "Mellem 2 og 5 days"),
        ("by 30 June 2009", "Senest 30.06.2009"),
        ("by the end of December 2009", "Senest 31.12.2009"),
        ("Complaints fall by 10% compared with 2008", "Højst tallet for 2008 minus 10 pct."),
    ] {
        assert_eq!(said(text, Lang::En, IN_2009), expected, "{text}");
    }
}

#[test]
fn deadlines_are_read_and_what_is_before_a_day_is_asked() {
    danish(&[
        ("Senest 30.06.2009", "Senest 30.06.2009"),
        ("senest den 1. juli 2009", "Senest 01.07.2009"),
        ("inden udgangen af 3. kvartal 2009", "Senest 30.09.2009"),
        ("senest i marts 2009", "Senest 31.03.2009"),
        ("inden 1. juli 2009", "DayBefore? Senest 01.07.2009 | Senest 30.06.2009"),
        ("senest 30. juni", "NoYear? Senest 30.06.2009"),
        ("Modellen er færdigudviklet i løbet af 2. kvartal 2009.", "Senest 30.06.2009"),
        ("Rapporten er udgivet i 1.kvartal 2009.", "Senest 31.03.2009"),
        ("Antallet af klager i 2009", "Unread? Senest 31.12.2009"),
        // A day by itself is a deadline.
        ("31.12.2026", "Senest 31.12.2026"),
        ("2009-06-30", "Senest 30.06.2009"),
        ("den 31. december 2009", "Senest 31.12.2009"),
        ("1. marts", "NoYear? Senest 01.03.2009"),
        ("3. kvartal 2009", "Unread? Senest 30.09.2009 | Skal være gennemført | Vurderes samlet"),
        ("2009", "Side? Højst 2.009 | Mindst 2.009"),
        (
            "Koncept inden udgangen af 2. kvartal 2009, værktøjet implementeres senest 31. december 2009.",
            "Several? Alle 2 dele [Koncept: Senest 30.06.2009] [værktøjet implementeres: Senest 31.12.2009] | Senest 31.12.2009",
        ),
        (
            "Forsøget skal være igangsat i 2009 og afsluttes i 2011.",
            "Several? Alle 2 dele [Forsøget skal være igangsat: Senest 31.12.2009] [afsluttes: Senest 31.12.2011] | Senest 31.12.2011",
        ),
    ]);
}

#[test]
fn a_day_lacks_its_year_also_where_no_year_is_known() {
    for text in [
        "senest den 30. juni",
        "senest i marts",
        "1. marts",
        "Rapporten udgives senest 29. februar",
        "højst 30 dage senest 1. juni",
        "Koncept senest 1. juni, værktøjet senest 31. december 2009",
    ] {
        assert_eq!(said(text, Lang::Da, Known::default()), "NoYear? ", "{text}");
    }
    assert_eq!(said("by 30 June", Lang::En, Known::default()), "NoYear? ");
    assert_eq!(said("senest den 30. juni 2009", Lang::Da, Known::default()), "Senest 30.06.2009");
    assert_eq!(said("højst 30 dage", Lang::Da, Known::default()), "Højst 30 dage");
}

#[test]
fn sentences_say_what_they_lead_to_or_are_asked_about() {
    danish(&[
        (
            "Antallet af forløb over 26 uger nedbringes på landsplan til 26.675 forløb i 2009 .",
            "Højst 26.675 forløb i 2009",
        ),
        (
            "Antallet nedbringes (i forhold til antallet dengang) til xx ledige i yy ².",
            "Måltallet er ikke fastlagt endnu",
        ),
        ("Ej fastlagt", "Måltallet er ikke fastlagt endnu"),
        ("Andelen øges til 80 pct. i 2009", "Mindst 80 pct. i 2009"),
        ("Klager falder med 10 pct. i forhold til 2008", "Højst tallet for 2008 minus 10 pct."),
        (
            "Klager falder med 10 pct.",
            "Baseline? Højst tallet for 2008 minus 10 pct. | Højst udgangspunktet minus 10 pct.",
        ),
        ("Sygefraværet er lavere end i 2008", "Under tallet for 2008"),
        ("En bedre score end ved målingen året før.", "Better? Over tallet for 2008 | Under tallet for 2008"),
        ("Uændret i forhold til 2008", "Uændret i forhold til tallet for 2008"),
        ("Bestanden er uændret i 2009 i forhold til 2008", "Uændret i forhold til tallet for 2008 i 2009"),
        ("Uændret", "Baseline? Uændret i forhold til tallet for 2008 | Uændret i forhold til udgangspunktet"),
        ("26.675 forløb", "Side? Højst 26.675 forløb | Mindst 26.675 forløb"),
        (
            "Mindst 85 pct. og højst 95 pct.",
            "Several? Alle 2 dele [: Mindst 85 pct.] [: Højst 95 pct.] | Højst 95 pct.",
        ),
        ("Vurderes, 0-150 point", "Vurderes, 0–150 point"),
        ("Gennemført", "Skal være gennemført"),
        ("Alle 2 dele", "Several? "),
        ("God ministerbetjening", "Unread? Skal være gennemført | Vurderes samlet"),
        ("–", "–"),
        ("", "–"),
    ]);
}

#[test]
fn points_are_asked_about_as_a_judgement_or_as_parts() {
    let text = "Styrelsen sikrer,\n• at tidsplanen holdes,\n• at bekendtgørelser udsendes senest 1. juli 2009, og\n• at driften\nfastholdes.";
    let Some(RequirementReading::Doubt { doubt: Doubt::Several, readings }) =
        read_requirement(text, Lang::Da, IN_2009)
    else {
        panic!("it has several points")
    };
    let [judged, parts] = readings.as_slice() else { panic!("{readings:?}") };
    let Target::Assessed { criteria } = &judged.target else { panic!("{judged:?}") };
    let titles: Vec<&str> = criteria.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(
        titles,
        ["at tidsplanen holdes", "at bekendtgørelser udsendes senest 1. juli 2009", "at driften fastholdes"]
    );
    let deadlines: Vec<Option<Date>> = criteria.iter().map(|one| one.deadline).collect();
    assert_eq!(deadlines, [None, crate::domain::date::calendar_date(2009, 7, 1), None]);
    assert_eq!(parts.target.parts().map(<[_]>::len), Some(3));
}

#[test]
fn an_expected_figure_settles_a_mark_or_shows_that_it_is_wrong() {
    let near = |expected: i64| Known { expected: Some(expected.into()), ..IN_2009 };
    assert_eq!(said("højst 26.675", Lang::Da, near(32_533)), "Højst 26.675");
    assert_eq!(said("højst 34.7100", Lang::Da, near(32_533)), "Number? Højst 347.100 | Højst 34,71");
}

#[test]
fn weights_are_read_in_every_way_that_they_are_typed() {
    let points = |text| read_weight(text, Lang::Da).map(|weight| (weight.min().0, weight.max().0));
    let whole = |min: i64, max: i64| Some((min.into(), max.into()));
    for text in ["0-150", "0–150", "0 – 150", "op til 150", "0-150 point", "0 til 150", "maks. 150"] {
        assert_eq!(points(text), whole(0, 150), "{text}");
    }
    for text in ["150", "150 point", "150 p.", "1000"] {
        assert_eq!(points(text), whole(0, if text == "1000" { 1_000 } else { 150 }), "{text}");
    }
    assert_eq!(points("12,5 pct.").map(|(_, max)| max.to_string()).as_deref(), Some("12.5"));
    for text in ["", "-", "halvtreds", "150-0", "25 25", "-5", "10/20"] {
        assert_eq!(points(text), None, "{text}");
    }
}

#[test]
fn what_the_page_shows_as_an_example_is_read_without_a_question() {
    for words in [Words::DANISH, Words::ENGLISH] {
        let text = words.text(WritingText::RequirementForm);
        let opened = text.split(['»', '“']).skip(1);
        let examples: Vec<&str> = opened.filter_map(|rest| rest.split(['«', '”']).next()).collect();
        assert_eq!(examples.len(), 3, "{text}");
        for example in examples {
            let read = read_requirement(example, words.lang, Known::default());
            assert!(matches!(read, Some(RequirementReading::Clear(_))), "{example}: {read:?}");
        }
    }
}
