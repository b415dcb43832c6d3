use proptest::prelude::*;

use super::*;

const LANGS: [Lang; 2] = [Lang::Da, Lang::En];

fn n(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn ambiguous(grouped: &str, decimal: &str) -> Result<Decimal, NumberProblem> {
    Err(NumberProblem::Ambiguous { grouped: n(grouped), decimal: n(decimal) })
}

#[test]
fn a_text_with_one_reading_is_read_in_both_languages() {
    for (text, value) in [
        ("0", "0"),
        ("26210", "26210"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("26.675,0", "26675"),
        ("12,34", "12.34"),
        ("12.3456", "12.3456"),
        ("1234.567", "1234.567"),
        ("0.123", "0.123"),
        ("0,123", "0.123"),
        (",5", "0.5"),
        (".500", "0.5"),
        ("1 234 567,5", "1234567.5"),
        ("1\u{a0}234", "1234"),
        ("1\u{202f}234.5", "1234.5"),
        ("1 234.567", "1234.567"),
        ("-9,4", "-9.4"),
        ("−9.4", "-9.4"),
        ("– 9,4", "-9.4"),
        ("+3", "3"),
        ("  15 % ", "15"),
        ("1,5 pct.", "1.5"),
        ("kr. 1.150.000,00", "1150000"),
        ("1.150.000,-", "1150000"),
        ("500,-", "500"),
        ("DKK 1,150,000.00", "1150000"),
        ("-5000 kr.", "-5000"),
        ("5,", "5"),
        ("007", "7"),
        ("-0", "0"),
        ("123456789012345.123456789", "123456789012345.123456789"),
    ] {
        for lang in LANGS {
            assert_eq!(parse_number(text, lang), Ok(n(value)), "{text} in {lang:?}");
        }
    }
}

#[test]
fn one_foreign_mark_before_three_digits_could_be_two_numbers() {
    for (text, grouped, decimal) in
        [("1.234", "1234", "1.234"), ("-26.210", "-26210", "-26.21"), ("999.000 %", "999000", "999")]
    {
        let english = text.replace('.', ",");
        assert_eq!(parse_number(text, Lang::Da), ambiguous(grouped, decimal), "{text}");
        assert_eq!(parse_number(&english, Lang::En), ambiguous(grouped, decimal), "{english}");
        assert_eq!(parse_number(text, Lang::En), Ok(n(decimal)), "{text}");
        assert_eq!(parse_number(&english, Lang::Da), Ok(n(decimal)), "{english}");
    }
}

#[test]
fn what_is_expected_settles_an_ambiguous_number() {
    for (text, expected, reading) in [
        ("26.210", "26675", Ok(n("26210"))),
        ("26.210", "32533", Ok(n("26210"))),
        ("3.900", "3.7", Ok(n("3.9"))),
        ("15.000", "10", Ok(n("15"))),
        ("-1.500", "-9.4", Ok(n("-1.5"))),
        // 30 lies between 1,234 and 1.234: either could be.
        ("1.234", "30", ambiguous("1234", "1.234")),
        // Neither is near.
        ("1.234", "5000000", ambiguous("1234", "1.234")),
        ("1.234", "0", ambiguous("1234", "1.234")),
        // A digit added to 26.210.
        ("26.2100", "26675", ambiguous("262100", "26.21")),
        ("26.21", "26675", ambiguous("2621", "26.21")),
        ("26.5", "26.5", Ok(n("26.5"))),
        ("1.234,5", "1", Ok(n("1234.5"))),
        ("x", "1", Err(NumberProblem::NotANumber)),
    ] {
        assert_eq!(parse_number_near(text, Lang::Da, Some(n(expected))), reading, "{text} near {expected}");
    }
    assert_eq!(parse_number_near("1.234", Lang::Da, None), ambiguous("1234", "1.234"));
}

#[test]
fn an_amount_has_two_decimals_at_most() {
    for (text, amount) in [
        ("2.500", Ok("2500")),
        ("1.150.000,00 kr.", Ok("1150000")),
        ("1150000.5", Ok("1150000.5")),
        ("0,255", Err(NumberProblem::PartsOfOere)),
        ("2.5000", Err(NumberProblem::Misgrouped { joined: n("25000") })),
        ("2,5000001", Err(NumberProblem::PartsOfOere)),
    ] {
        assert_eq!(parse_kroner(text, Lang::Da), amount.map(|amount| Kroner(n(amount))), "{text}");
    }
}

#[test]
fn what_is_not_read_says_why() {
    for (text, problem) in [
        ("", NumberProblem::NotANumber),
        ("-", NumberProblem::NotANumber),
        (".", NumberProblem::NotANumber),
        ("ca. 20", NumberProblem::NotANumber),
        ("1e5", NumberProblem::NotANumber),
        ("NaN", NumberProblem::NotANumber),
        ("--1", NumberProblem::NotANumber),
        ("1..5", NumberProblem::NotANumber),
        ("1.234.", NumberProblem::NotANumber),
        ("1.234,567,8", NumberProblem::NotANumber),
        ("1,5 5", NumberProblem::NotANumber),
        ("٣", NumberProblem::NotANumber),
        ("1.15.000", NumberProblem::Misgrouped { joined: n("115000") }),
        ("1.150.0000", NumberProblem::Misgrouped { joined: n("11500000") }),
        ("12 34,5", NumberProblem::Misgrouped { joined: n("1234.5") }),
        ("1234567890123456", NumberProblem::TooLong),
        ("0,1234567891", NumberProblem::TooLong),
    ] {
        assert_eq!(parse_number(text, Lang::Da), Err(problem), "{text:?}");
    }
}

fn readable() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0_u32..=9).prop_map(|(mantissa, scale)| {
        let limit = 10_i64.pow(15 + scale.min(3));
        Decimal::new(mantissa % limit, scale)
    })
}

proptest! {
    #[test]
    fn a_written_number_reads_back(value in readable()) {
        for lang in LANGS {
            let text = lang.words().number(value);
            prop_assert_eq!(parse_number_near(&text, lang, Some(value)), Ok(value), "{}", text);
            match parse_number(&text, lang) {
                Err(NumberProblem::Ambiguous { grouped, .. }) => prop_assert_eq!(grouped, value),
                reading => prop_assert_eq!(reading, Ok(value)),
            }
        }
    }

    #[test]
    fn a_written_amount_reads_back(oere in -1_000_000_000_000_i64..1_000_000_000_000) {
        let amount = Kroner(Decimal::new(oere, 2));
        for lang in LANGS {
            let text = lang.words().kroner(amount);
            prop_assert_eq!(parse_kroner(&text, lang), Ok(amount), "{}", text);
        }
    }

    #[test]
    fn no_text_is_too_strange(text in "[-−+.,0-9  \u{a0}a%kr]{0,24}") {
        for lang in LANGS {
            let _ = parse_number_near(&text, lang, Some(Decimal::ONE_HUNDRED));
        }
    }
}
