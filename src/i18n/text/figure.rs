//! Figures that may still be open, as text: one number once settled, a range until then.

use super::pick;
use crate::domain::number::{Decimal, Kroner, Points, Share, Span};
use crate::i18n::Lang;
use crate::i18n::number::{format_fixed, format_kroner, format_number};

/// `150`, or `0–125` while it is open.
pub fn points(span: Span<Points>, lang: Lang) -> String {
    range(span.map(|points| format_number(points.0, lang)))
}

/// `346,50–626,50`: as many decimals at both ends.
pub fn points_fixed(span: Span<Points>, decimals: u32, lang: Lang) -> String {
    range(span.map(|points| format_fixed(points.0, decimals, lang)))
}

/// `58,65–86,65 %`, rounded to two decimals, zeros left out where both ends are whole.
pub fn percent(span: Span<Share>, lang: Lang) -> String {
    let ends = span.map(|share| share.times(Decimal::ONE_HUNDRED, 2).unwrap_or_default().normalize());
    let decimals = ends.min.scale().max(ends.max.scale());
    let text = range(ends.map(|end| format_fixed(end, decimals, lang)));
    pick(lang, format!("{text}\u{a0}%"), format!("{text}%"))
}

/// `0,5865–0,8665`: the fraction itself, to four decimals.
pub fn fraction(span: Span<Share>, lang: Lang) -> String {
    let exact = |share: Share| share.exact(6).or_else(|| share.times(Decimal::ONE, 4).ok());
    range(span.map(|share| format_number(exact(share).unwrap_or_default(), lang)))
}

/// `101.171,25–149.471,25 kr.`, the currency once.
pub fn kroner(span: Span<Kroner>, lang: Lang) -> String {
    if span.is_settled() {
        return format_kroner(span.min, lang);
    }
    let (min, max) = (format_fixed(span.min.0, 2, lang), format_fixed(span.max.0, 2, lang));
    pick(lang, format!("{min}–{max}\u{a0}kr."), format!("DKK\u{a0}{min}–{max}"))
}

/// `15 %`.
pub fn percent_of(percent: Decimal, lang: Lang) -> String {
    let number = format_number(percent, lang);
    pick(lang, format!("{number}\u{a0}%"), format!("{number}%"))
}

/// `+10 %` or `−10 %`.
pub fn signed_percent(percent: Decimal, lang: Lang) -> String {
    let sign = if percent > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}", percent_of(percent, lang))
}

fn range(ends: Span<String>) -> String {
    if ends.is_settled() { ends.min } else { format!("{}–{}", ends.min, ends.max) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_settled_figure_is_one_number_and_an_open_one_a_range() {
        let span = |min, max| Span::new(Points(n(min)), Points(n(max)));
        assert_eq!(points(span("150", "150"), Lang::Da), "150");
        assert_eq!(points(span("0", "1125.5"), Lang::Da), "0–1.125,5");
        assert_eq!(points_fixed(span("346.5", "626.5"), 2, Lang::Da), "346,50–626,50");
    }

    #[test]
    fn a_fraction_is_written_in_percent() {
        let span = Span::new(Share::decimal(n("0.5865")), Share::decimal(n("0.8665")));
        assert_eq!(percent(span, Lang::Da), "58,65–86,65\u{a0}%");
        assert_eq!(percent(span, Lang::En), "58.65–86.65%");
        assert_eq!(percent(Span::settled(Share::FULL), Lang::Da), "100\u{a0}%");
        assert_eq!(fraction(span, Lang::Da), "0,5865–0,8665");
    }

    #[test]
    fn kroner_name_their_currency_once() {
        let span = Span::new(Kroner(n("101171.25")), Kroner(n("149471.25")));
        assert_eq!(kroner(span, Lang::Da), "101.171,25–149.471,25\u{a0}kr.");
        assert_eq!(kroner(span, Lang::En), "DKK\u{a0}101,171.25–149,471.25");
    }
}
