//! Deadlines as a calendar file (iCalendar, RFC 5545), which calendars take in.
//!
//! Each deadline is an event of a whole day. Its identifier stays the same from file to file, so that a calendar that
//! takes in a newer file moves an event instead of doubling it. No clock is read: the day of writing is given.

use crate::domain::assessment::Assessment;
use crate::domain::contract::Contract;
use crate::domain::date::Date;
use crate::domain::deadline::{Deadline, Due, deadlines};
use crate::i18n::Words;
use crate::i18n::printable::acts;

/// How long a line may be, in bytes without its break; a longer one goes on after a blank (RFC 5545, 3.1).
const LINE: usize = 75;

/// Writes the deadlines of a contract as a calendar file. `notice` lists the days before a deadline on which the
/// calendar reminds of it, at nine in the morning; what is done is not reminded of.
pub fn calendar(
    contract: &Contract,
    assessment: &Assessment,
    (written, notice): (Date, &[u16]),
    words: Words,
) -> String {
    let mut file = CalendarFile { text: String::new(), contract, notice, stamp: compact(written), words };
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", &format!("-//Resultatkontrakt//{}", words.lang.code().to_uppercase()));
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    for deadline in deadlines(contract, assessment) {
        file.event(&deadline);
    }
    file.line("END", "VCALENDAR");
    file.text
}

/// A calendar file that is being written.
struct CalendarFile<'a> {
    text: String,
    contract: &'a Contract,
    notice: &'a [u16],
    stamp: String,
    words: Words,
}

impl CalendarFile<'_> {
    fn event(&mut self, deadline: &Deadline<'_>) {
        let Deadline { on, due, is_done } = deadline;
        let what = self.words.due(due, *is_done);
        self.line("BEGIN", "VEVENT");
        let id = identifier(self.contract, due);
        self.line("UID", &escaped(&id));
        let stamp = format!("{}T000000Z", self.stamp);
        self.line("DTSTAMP", &stamp);
        self.line("DTSTART;VALUE=DATE", &compact(*on));
        // The end of a whole day is the day after; the calendar's last day has none, and none is needed.
        if let Some(next) = on.next_day() {
            self.line("DTEND;VALUE=DATE", &compact(next));
        }
        self.line("SUMMARY", &escaped(&what));
        self.line("DESCRIPTION", &escaped(&self.description(due)));
        self.line("TRANSP", "TRANSPARENT");
        for days in self.notice.iter().filter(|_| !is_done) {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("TRIGGER", &trigger(*days));
            self.line("DESCRIPTION", &escaped(&what));
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// What has to hold, and the contract that says so.
    fn description(&self, due: &Due<'_>) -> String {
        let said = match due {
            Due::Goal(goal, _) => goal.wording.clone(),
            Due::Report(report) => report.note.clone(),
        };
        let contract = [self.contract.institution.as_deref(), Some(self.contract.title.as_str())];
        let contract = contract.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        said.into_iter().chain([contract]).collect::<Vec<_>>().join("\n")
    }

    /// Adds `NAME:value`, folded so that no line is too long and no letter is cut.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(letter);
            length += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// `ams-2009/goal/product-1@resultatkontrakt`: unlike for each deadline, and the same in every file.
fn identifier(contract: &Contract, due: &Due<'_>) -> String {
    let place = match due {
        Due::Goal(goal, path) => {
            let is_area = contract.goal(goal.id.as_str()).is_none();
            let parts = path.iter().flat_map(|part| ["/", part.id.as_str()]).collect::<String>();
            format!("{}/{}{parts}", if is_area { "area" } else { "goal" }, goal.id.as_str())
        }
        Due::Report(report) => format!("report/{}", report.id),
    };
    format!("{}/{place}@resultatkontrakt", contract.id.as_str())
}

/// How long before the beginning of the day a reminder comes: at nine in the morning, so many days before.
fn trigger(days: u16) -> String {
    match days.checked_sub(1) {
        None => "PT9H".to_owned(),
        Some(whole) => format!("-P{whole}DT15H"),
    }
}

/// `20090630`.
fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), u8::from(date.month()), date.day())
}

/// A text as a value: signs with a meaning are marked, and what acts is left out (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            letter if acts(letter) => {}
            letter => safe.push(letter),
        }
    }
    safe
}
