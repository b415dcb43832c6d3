//! Figures that may still be open, as text: one number once settled, a range until then.

use crate::domain::number::{Decimal, Kroner, Points, Share, Span};
use crate::i18n::Words;

impl Words {
    /// `346,50–626,50`: as many decimals at both ends.
    pub fn fixed_points(self, span: Span<Points>, decimals: u32) -> String {
        range(span.map(|points| self.fixed(points.0, decimals)))
    }

    /// `58,65–86,65 %`, rounded to two decimals, zeros left out where both ends are whole.
    pub fn share_percent(self, span: Span<Share>) -> String {
        let ends = span.map(|share| share.times(Decimal::ONE_HUNDRED, 2).unwrap_or_default().normalize());
        let decimals = ends.min.scale().max(ends.max.scale());
        let text = range(ends.map(|end| self.fixed(end, decimals)));
        self.pick(format!("{text}\u{a0}%"), format!("{text}%"))
    }

    /// `0,5865–0,8665`: the fraction itself, to four decimals.
    pub fn fraction(self, span: Span<Share>) -> String {
        let exact = |share: Share| share.exact(6).or_else(|| share.times(Decimal::ONE, 4).ok());
        range(span.map(|share| self.number(exact(share).unwrap_or_default())))
    }

    /// What stands beside a field for an amount.
    pub fn currency(self) -> &'static str {
        self.pick("kr.", "DKK")
    }

    /// `101.171,25–149.471,25 kr.`, the currency once.
    pub fn kroner_range(self, span: Span<Kroner>) -> String {
        if span.is_settled() {
            return self.kroner(span.min);
        }
        let (min, max) = (self.fixed(span.min.0, 2), self.fixed(span.max.0, 2));
        self.pick(format!("{min}–{max}\u{a0}kr."), format!("DKK\u{a0}{min}–{max}"))
    }

    /// `15 %`.
    pub fn percent(self, percent: Decimal) -> String {
        let number = self.number(percent);
        self.pick(format!("{number}\u{a0}%"), format!("{number}%"))
    }

    /// `+10 %` or `−10 %`.
    pub fn signed_percent(self, percent: Decimal) -> String {
        let sign = if percent > Decimal::ZERO { "+" } else { "" };
        format!("{sign}{}", self.percent(percent))
    }
}

pub(in crate::i18n) fn range(ends: Span<String>) -> String {
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
        assert_eq!(Words::DANISH.points(span("150", "150")), "150");
        assert_eq!(Words::DANISH.points(span("0", "1125.5")), "0–1.125,5");
        assert_eq!(Words::DANISH.fixed_points(span("346.5", "626.5"), 2), "346,50–626,50");
    }

    #[test]
    fn a_fraction_is_written_in_percent() {
        let span = Span::new(Share::decimal(n("0.5865")), Share::decimal(n("0.8665")));
        assert_eq!(Words::DANISH.share_percent(span), "58,65–86,65\u{a0}%");
        assert_eq!(Words::ENGLISH.share_percent(span), "58.65–86.65%");
        assert_eq!(Words::DANISH.share_percent(Span::settled(Share::FULL)), "100\u{a0}%");
        assert_eq!(Words::DANISH.fraction(span), "0,5865–0,8665");
    }

    #[test]
    fn kroner_name_their_currency_once() {
        let span = Span::new(Kroner(n("101171.25")), Kroner(n("149471.25")));
        assert_eq!(Words::DANISH.kroner_range(span), "101.171,25–149.471,25\u{a0}kr.");
        assert_eq!(Words::ENGLISH.kroner_range(span), "DKK\u{a0}101,171.25–149,471.25");
    }
}
