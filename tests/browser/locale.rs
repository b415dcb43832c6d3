//! Numbers and dates against the browser's own locale data, which the page does not use.

use js_sys::{Array, Function, Reflect};
use resultatkontrakt::domain::date::{Period, calendar_date};
use resultatkontrakt::domain::number::{Decimal, Kroner};
use resultatkontrakt::i18n::date::parse_date_text;
use resultatkontrakt::i18n::number::{MINUS, parse_kroner, parse_number_near};
use resultatkontrakt::i18n::{Lang, Words};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::js;

const LOCALES: [(Lang, &str); 2] = [(Lang::Da, "da-DK"), (Lang::En, "en-GB")];

/// The browser's formatter, as a function from a value to its text.
fn intl(kind: &str, locale: &str, options: &str) -> impl Fn(&JsValue) -> String + use<> {
    let formatter = js(&format!("return new Intl.{kind}('{locale}', {{ {options} }})"));
    let format: Function = Reflect::get(&formatter, &"format".into()).unwrap().unchecked_into();
    move |value| format.call1(&JsValue::NULL, value).unwrap().as_string().unwrap()
}

/// Danish locale data has a hyphen where typography wants a minus sign.
fn with_hyphen(text: &str) -> String {
    text.replace(MINUS, "-")
}

fn numbers() -> Vec<Decimal> {
    let digits =
        [0, 1, -1, 9, 12, 99, 100, -999, 1000, 1234, 26210, -45005, 999_999, 1_000_000, 1_234_567_890];
    let scaled = digits.iter().flat_map(|digits| (0..=6).map(|scale| Decimal::new(*digits, scale)));
    let longest: Decimal = "123456789012345.123456789".parse().unwrap();
    scaled.chain([longest, -longest]).collect()
}

/// Numbers go over as text: the browser then formats every digit.
fn text_of(number: Decimal) -> JsValue {
    number.to_string().into()
}

#[wasm_bindgen_test]
fn numbers_are_written_as_the_browser_writes_them_and_read_back() {
    for (lang, locale) in LOCALES {
        let plain = intl("NumberFormat", locale, "maximumFractionDigits: 9");
        let fixed = intl("NumberFormat", locale, "minimumFractionDigits: 2, maximumFractionDigits: 2");
        for number in numbers() {
            let text = lang.words().number(number);
            let wanted = plain(&text_of(number));
            assert_eq!(with_hyphen(&text), unsigned_zero(&wanted));
            let two_decimals = with_hyphen(&lang.words().fixed(number, 2));
            assert_eq!(two_decimals, unsigned_zero(&fixed(&text_of(number))));
            assert_eq!(parse_number_near(&text, lang, Some(number)), Ok(number.normalize()), "{text}");
            assert_eq!(parse_number_near(&wanted, lang, Some(number)), Ok(number.normalize()), "{wanted}");
        }
    }
}

/// The browser rounds −0,001 to −0,00; here nothing is less than nothing.
fn unsigned_zero(text: &str) -> String {
    let is_zero = text.chars().all(|letter| matches!(letter, '-' | '0' | '.' | ','));
    if is_zero { text.replace('-', "") } else { text.to_owned() }
}

#[wasm_bindgen_test]
fn amounts_are_written_as_the_browser_writes_them_and_read_back() {
    for (lang, locale) in LOCALES {
        let currency = intl("NumberFormat", locale, "style: 'currency', currency: 'DKK'");
        for oere in [0, 5, 99, 100, 75_255, 17_250_000, 10_117_125, 115_000_000_000] {
            let amount = Kroner(Decimal::new(oere, 2));
            let text = lang.words().kroner(amount);
            assert_eq!(text, currency(&text_of(amount.0)));
            assert_eq!(parse_kroner(&text, lang), Ok(amount));
        }
    }
}

#[wasm_bindgen_test]
fn dates_are_written_as_the_browser_writes_them_and_read_back() {
    let numeric = "day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC'";
    let long = "day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'";
    let short = intl("DateTimeFormat", "da-DK", numeric);
    for (lang, locale) in LOCALES {
        let in_words = intl("DateTimeFormat", locale, long);
        let of_month = intl("DateTimeFormat", locale, "month: 'long', year: 'numeric', timeZone: 'UTC'");
        for month in 1..=12 {
            for day in [1, 9, 28] {
                let date = calendar_date(2009, month, day).unwrap();
                let then = js(&format!("return new Date(Date.UTC(2009, {}, {day}))", month - 1));
                assert_eq!(lang.words().long_date(date), in_words(&then));
                assert_eq!(Words::DANISH.date(date), short(&then));
                assert_eq!(lang.words().period(Period::Month(2009, month)), of_month(&then));
                for text in [in_words(&then), short(&then)] {
                    assert_eq!(parse_date_text(&text), Ok(date), "{text}");
                }
            }
        }
    }
}

#[wasm_bindgen_test]
fn the_browser_has_the_locales_that_it_is_compared_by() {
    let locales: Array =
        js("return Intl.NumberFormat.supportedLocalesOf(['da-DK', 'en-GB'])").unchecked_into();
    assert_eq!(locales.length(), 2);
}
