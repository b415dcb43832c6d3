//! What is wrong with a table, the first of each kind listed and the rest counted.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::load::diagnostic::{Code, Diagnostic, Severity, SyntaxFault};
use crate::load::locate::Locator;

/// How many findings of one kind are listed: a table can have the same mistake in every row.
pub const LISTED: usize = 200;

/// Findings by their place, the first [`LISTED`] of each code.
#[derive(Debug, Default)]
pub struct Findings {
    listed: Vec<(Range<usize>, Severity, Code)>,
    counts: BTreeMap<&'static str, usize>,
}

impl Findings {
    /// Notes one.
    pub fn add(&mut self, range: Range<usize>, severity: Severity, code: impl Into<Code>) {
        let code = code.into();
        let count = self.counts.entry(code.name()).or_default();
        *count += 1;
        if *count <= LISTED {
            self.listed.push((range, severity, code));
        }
    }

    /// How many there are of a code, listed or not.
    pub fn count(&self, name: &str) -> usize {
        self.counts.get(name).copied().unwrap_or_default()
    }

    /// Whether nothing of this severity or worse was noted.
    pub(super) fn is_empty_of(&self, severity: Severity) -> bool {
        self.listed.iter().all(|(_, noted, _)| *noted < severity)
    }

    /// The findings in the order of the text, and last how many are not listed.
    pub fn diagnostics(mut self, locator: &Locator<'_>) -> Vec<Diagnostic> {
        self.listed.sort_by_key(|(range, severity, _)| (range.start, std::cmp::Reverse(*severity)));
        let more: usize = self.counts.values().map(|count| count.saturating_sub(LISTED)).sum();
        let last = self.listed.last().map_or(0..0, |(range, ..)| range.clone());
        if more > 0 {
            self.listed.push((last, Severity::Note, SyntaxFault::TooManyFindings { more }.into()));
        }
        let diagnostic = |(range, severity, code)| locator.diagnostic_at(range, severity, code);
        self.listed.into_iter().map(diagnostic).collect()
    }
}
