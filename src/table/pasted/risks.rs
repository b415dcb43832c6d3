//! The rows of a risk table, each with the goal that it stands under.

use super::cells::{label, plain, says_something};
use super::columns::PastedColumn;
use super::{PastedTable, ProposedRisk, Unused, UnusedRow};

/// The risks of a table, and the rows that are none.
pub(super) fn risks(table: &PastedTable, place: usize) -> (Vec<ProposedRisk>, Vec<UnusedRow>) {
    let mut reader = Rows { table, place, risks: Vec::new(), unused: Vec::new(), goal: None, heading: None };
    for row in table.body() {
        reader.row(row);
    }
    (reader.risks, reader.unused)
}

struct Rows<'t> {
    table: &'t PastedTable,
    place: usize,
    risks: Vec<ProposedRisk>,
    unused: Vec<UnusedRow>,
    /// The goal that the rows stand under.
    goal: Option<String>,
    /// A heading that stands for the description of the next risk.
    heading: Option<String>,
}

impl Rows<'_> {
    fn row(&mut self, row: usize) {
        if self.table.repeats_headings(row) || !self.table.says_something(row) {
            return;
        }
        let said = |column| self.table.said(row, column);
        let name = if said(PastedColumn::Label).is_empty() {
            said(PastedColumn::Goal)
        } else {
            said(PastedColumn::Label)
        };
        if says_something(name) {
            self.goal = Some(label(name).map_or_else(|| plain(name), |(label, _)| label));
        }
        let text = said(PastedColumn::Risk);
        let [materiality, vulnerability] =
            [PastedColumn::Materiality, PastedColumn::Vulnerability].map(|column| whole(said(column)));
        let (Some(materiality), Some(vulnerability)) = (materiality, vulnerability) else {
            return self.line(row, text);
        };
        let heading = self.heading.take();
        let title = match heading.as_deref() {
            Some(heading) if !says_something(text) => plain(heading),
            Some(heading) => format!("{}: {}", plain(heading), plain(text)),
            None => plain(text),
        };
        if title.is_empty() {
            return self.leave(row);
        }
        let action = Some(plain(said(PastedColumn::Action))).filter(|action| !action.is_empty());
        let priority = whole(said(PastedColumn::Priority));
        let goal = self.goal.clone();
        self.risks.push(ProposedRisk { row, goal, title, materiality, vulnerability, priority, action });
    }

    /// A row without the two figures: the goal that follows, a heading, or more of the risk before it.
    fn line(&mut self, row: usize, text: &str) {
        let has_more = [PastedColumn::Materiality, PastedColumn::Vulnerability, PastedColumn::Action]
            .iter()
            .any(|column| says_something(self.table.said(row, *column)));
        let goes_on = text
            .starts_with(|first: char| crate::small::small_letter(first) == first && first.is_alphabetic());
        match (label(text), self.risks.last_mut()) {
            _ if has_more => self.leave(row),
            (Some((label, _)), _) => {
                self.goal = Some(label);
                self.heading = None;
            }
            (None, Some(last)) if goes_on => {
                let parted = last.title.strip_suffix('-').map(str::to_owned);
                last.title = match parted {
                    Some(begun) => begun + &plain(text),
                    None => format!("{} {}", last.title, plain(text)),
                };
            }
            (None, _) if says_something(text) => self.heading = Some(text.to_owned()),
            (None, _) => self.leave(row),
        }
    }

    fn leave(&mut self, row: usize) {
        let words = self.table.words(row);
        self.unused.push(UnusedRow { table: self.place, row, words, why: Unused::NoRisk });
    }
}

fn whole(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}
