//! Texts of the deadlines that go into a calendar.

use crate::domain::contract::Part;
use crate::domain::deadline::Due;
use crate::i18n::{Lang, Words};

texts! {
    /// Texts of the deadlines that go into a calendar.
    CalendarText {
        Heading: "Frister til kalenderen", "Deadlines for the calendar";
        Remind: "Påmind mig", "Remind me";
        NoReminder: "uden påmindelse", "no reminder";
        Download: "Hent kalenderfil (.ics)", "Download a calendar file (.ics)";
        Hint: "Åbn filen i kalenderen. Hent en ny, når en frist er nået eller flyttet: den retter de samme begivenheder.",
            "Open the file in the calendar. Download a new one once a deadline is met or moved: it corrects the same events.";
    }
}

impl Words {
    /// `Frist: Mål 7 · Ny model, første del`: what has to be done by a day.
    pub fn due(self, due: &Due<'_>, is_done: bool) -> String {
        let what = match due {
            Due::Goal(goal, path) => {
                let name = match &goal.label {
                    Some(label) => format!("{label} · {}", goal.title),
                    None => goal.title.clone(),
                };
                let part = |part: &&Part| part.title.clone().unwrap_or_else(|| part.id.as_str().to_owned());
                std::iter::once(name).chain(path.iter().map(part)).collect::<Vec<_>>().join(", ")
            }
            Due::Report(report) => report.title.clone(),
        };
        let kind = match (due, is_done) {
            (Due::Report(_), _) => self.pick("Rapportering", "Reporting"),
            (Due::Goal(..), false) => self.pick("Frist", "Deadline"),
            (Due::Goal(..), true) => self.pick("Frist, nået", "Deadline, met"),
        };
        format!("{kind}: {what}")
    }

    /// `14 dage før`: when a calendar reminds of a deadline.
    pub fn days_before(self, days: u16) -> String {
        match (self.lang, days) {
            (Lang::Da, 0) => "samme dag".to_owned(),
            (Lang::En, 0) => "on the day".to_owned(),
            (Lang::Da, 1) => "dagen før".to_owned(),
            (Lang::En, 1) => "the day before".to_owned(),
            (Lang::Da, _) => format!("{days} dage før"),
            (Lang::En, _) => format!("{days} days before"),
        }
    }

    /// `10 frister fra 30.06.2009 til 31.12.2009`.
    pub fn deadline_count(self, count: usize, first: &str, last: &str) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => format!("1 frist, {first}"),
            (Lang::En, 1) => format!("1 deadline, {first}"),
            (Lang::Da, _) => format!("{said} frister fra {first} til {last}"),
            (Lang::En, _) => format!("{said} deadlines from {first} to {last}"),
        }
    }

    /// That a contract has no deadline for a calendar.
    pub fn no_deadlines(self) -> &'static str {
        self.pick(
            "Kontrakten har ingen frister: hverken et mål eller en rapportering med en dato.",
            "The contract has no deadlines: neither a goal nor a report with a date.",
        )
    }
}
