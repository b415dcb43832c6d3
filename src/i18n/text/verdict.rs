//! What a decision opens with: one sentence that says what was decided, or what is still open.

use super::ReportText;
use crate::domain::assessment::Assessor;
use crate::domain::date::Date;
use crate::i18n::Words;

/// The pay that is decided, each figure as it is printed.
#[derive(Clone, Debug)]
pub struct DecidedPay {
    /// What is paid.
    pub payable: String,
    /// The share of the full pay that the points give.
    pub share: String,
    /// The full pay.
    pub full: String,
    /// How it was adjusted, as it follows `reguleret` and `adjusted`: `−10 %`, `by −10%`.
    pub adjusted: Option<String>,
    /// The days that were served, of how many.
    pub days: Option<(i64, i64)>,
    /// Whether a breach takes all of it.
    pub breach: bool,
}

impl Words {
    /// `Departementschefen`: who decides, as a sentence begins with it.
    pub fn permanent_secretary(self) -> &'static str {
        self.pick("Departementschefen", "The permanent secretary")
    }

    /// `Departementschefen fastsætter resultatlønnen for 2009 til 63.321,80 kr. (82,25 % af 172.500,00 kr., reguleret
    /// −10 %, 181 af 365 dage).`; without a name where nobody knows who.
    pub fn decided_pay(self, who: Option<&str>, time: &str, pay: &DecidedPay) -> String {
        let DecidedPay { payable, share, full, adjusted, days, breach } = pay;
        let of_full = self.pick(format!("{share} af {full}"), format!("{share} of {full}"));
        let adjusted = adjusted
            .as_ref()
            .map(|change| self.pick(format!("reguleret {change}"), format!("adjusted {change}")));
        let days = days.map(|(served, of)| {
            self.pick(format!("{served} af {of} dage"), format!("{served} of {of} days"))
        });
        let breach = breach.then(|| {
            self.pick("bortfaldet på grund af væsentlig misligholdelse", "lapsed because of material breach")
                .to_owned()
        });
        let parts =
            [Some(of_full), adjusted, days, breach].into_iter().flatten().collect::<Vec<_>>().join(", ");
        match who {
            Some(who) => self.pick(
                format!("{who} fastsætter resultatlønnen for {time} til {payable} ({parts})."),
                format!("{who} sets the performance pay for {time} at {payable} ({parts})."),
            ),
            None => self.pick(
                format!("Resultatlønnen for {time} fastsættes til {payable} ({parts})."),
                format!("The performance pay for {time} is set at {payable} ({parts})."),
            ),
        }
    }

    /// `Departementschefen fastsætter resultatet for 2009 til 495 af 1.000 point.`; without a name where nobody knows who.
    pub fn decided_result(self, who: Option<&str>, time: &str, result: &str) -> String {
        match who {
            Some(who) => self.pick(
                format!("{who} fastsætter resultatet for {time} til {result}."),
                format!("{who} sets the result for {time} at {result}."),
            ),
            None => self.pick(
                format!("Resultatet for {time} fastsættes til {result}."),
                format!("The result for {time} is set at {result}."),
            ),
        }
    }

    /// `2009`, or `kontraktperioden` where no year is known.
    pub fn no_time(self) -> &'static str {
        self.pick("kontraktperioden", "the contract period")
    }

    /// What is missing before anything can be decided.
    pub fn no_assessment(self, by: Assessor) -> String {
        let by = match by {
            Assessor::Director => ReportText::DirectorsAssessment,
            Assessor::Department => ReportText::DepartmentsAssessment,
            Assessor::Agreed => ReportText::AgreedAssessment,
        };
        self.pick(format!("{} mangler.", self.text(by)), format!("{} is missing.", self.text(by)))
    }

    /// `Vurderingen er ikke afsluttet: midtvejsstatus.`
    pub fn not_final(self, stage: &str) -> String {
        let stage = stage.to_lowercase();
        self.pick(
            format!("Vurderingen er ikke afsluttet: {stage}."),
            format!("The assessment is not final: {stage}."),
        )
    }

    /// `Bedømmelsen af de individuelle områder mangler, 300 point åbne.`
    pub fn not_judged(self, points: &str) -> String {
        self.pick(
            format!("Den samlede vurdering af de individuelle områder mangler, {points} point åbne."),
            format!("The overall judgement of the individual areas is missing, {points} points open."),
        )
    }

    /// `og 12 mål mere`.
    pub fn more_open(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("og {count} mere"), format!("and {count} more"))
    }

    /// `15 % af 1.150.000,00 kr.`
    pub fn percent_of_base(self, percent: &str, base: &str) -> String {
        self.pick(format!("{percent} af {base}"), format!("{percent} of {base}"))
    }

    /// `Særlige forhold · besluttet 20.01.2010, Brev`: what one side decides alone, and when and where.
    pub fn decided_on(self, what: &str, on: Option<Date>, source: Option<&str>) -> String {
        let on = on.map(|date| {
            let date = self.date(date);
            self.pick(format!("besluttet {date}"), format!("decided {date}"))
        });
        let told = on.into_iter().chain(source.map(str::to_owned)).collect::<Vec<_>>().join(", ");
        if told.is_empty() { what.to_owned() } else { format!("{what} · {told}") }
    }

    /// `Allonge 1, 27.03.2009`; `Allonge af 27.03.2009` where nobody wrote which.
    pub fn addendum_place(self, on: Option<Date>, source: Option<&str>) -> String {
        let on = on.map(|date| self.date(date));
        match (source, on) {
            (Some(source), Some(date)) => format!("{source}, {date}"),
            (Some(source), None) => source.to_owned(),
            (None, Some(date)) => self.pick(format!("Allonge af {date}"), format!("Addendum of {date}")),
            (None, None) => self.pick("Allonge", "Addendum").to_owned(),
        }
    }

    /// `Tabel 5, s. 14`.
    pub fn place(self, source: Option<&str>, page: Option<u32>) -> Option<String> {
        let page = page.map(|page| self.pick(format!("s. {page}"), format!("p. {page}")));
        let said: Vec<_> = source.map(str::to_owned).into_iter().chain(page).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> DecidedPay {
        DecidedPay {
            payable: "63.321,80 kr.".to_owned(),
            share: "82,25 %".to_owned(),
            full: "172.500,00 kr.".to_owned(),
            adjusted: None,
            days: None,
            breach: false,
        }
    }

    #[test]
    fn a_sentence_says_only_what_there_is() {
        let said = |pay: &DecidedPay| Words::DANISH.decided_pay(Some("Departementschefen"), "2009", pay);
        let begun = "Departementschefen fastsætter resultatlønnen for 2009 til 63.321,80 kr. (82,25 % af 172.500,00 kr.";
        assert_eq!(said(&plain()), format!("{begun})."));
        let whole = DecidedPay { adjusted: Some("−10 %".to_owned()), days: Some((181, 365)), ..plain() };
        assert_eq!(said(&whole), format!("{begun}, reguleret −10 %, 181 af 365 dage)."));
        let breach = DecidedPay { breach: true, ..plain() };
        assert_eq!(said(&breach), format!("{begun}, bortfaldet på grund af væsentlig misligholdelse)."));
    }

    #[test]
    fn a_place_is_a_source_a_page_or_both() {
        for (source, page, expected) in [
            (Some("Tabel 5"), Some(14), Some("Tabel 5, s. 14")),
            (Some("Tabel 5"), None, Some("Tabel 5")),
            (None, Some(14), Some("s. 14")),
            (None, None, None),
        ] {
            assert_eq!(Words::DANISH.place(source, page).as_deref(), expected);
        }
        assert_eq!(Words::ENGLISH.place(Some("Tabel 5"), Some(14)).as_deref(), Some("Tabel 5, p. 14"));
    }
}
