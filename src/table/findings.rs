//! What is wrong with a table, the first of each kind listed and the rest counted.

use std::ops::Range;

use crate::findings::{Code, Diagnostic, Severity, SyntaxFault, in_order};
use crate::format::json::Locator;

/// How many findings of one kind are listed: a table can have the same mistake in every row.
pub const LISTED: usize = 200;

/// Findings with their places, the first [`LISTED`] of each code.
#[derive(Debug, Default)]
pub struct Findings {
    listed: Vec<(Range<usize>, Code)>,
    /// How many there are of each code; there are few codes.
    counts: Vec<(&'static str, usize)>,
}

impl Findings {
    /// Notes one.
    pub fn report(&mut self, range: Range<usize>, finding: impl Into<Code>) {
        self.list(range, finding.into());
    }

    fn list(&mut self, range: Range<usize>, code: Code) {
        let name = code.name();
        if self.counts.iter().all(|(of, _)| *of != name) {
            self.counts.push((name, 0));
        }
        if let Some((_, count)) = self.counts.iter_mut().find(|(of, _)| *of == name) {
            *count += 1;
            if *count <= LISTED {
                self.listed.push((range, code));
            }
        }
    }

    /// Whether nothing of this severity or worse was noted.
    pub(super) fn is_empty_of(&self, severity: Severity) -> bool {
        self.listed.iter().all(|(_, code)| code.severity() < severity)
    }

    /// The findings in the order of the text, and last how many are not listed.
    pub fn diagnostics(self, locator: &Locator<'_>) -> Vec<Diagnostic> {
        let listed = self.listed.into_iter();
        let mut diagnostics: Vec<Diagnostic> =
            listed.map(|(range, code)| locator.diagnostic_at(range, code)).collect();
        in_order(&mut diagnostics);
        let more: usize = self.counts.iter().map(|(_, count)| count.saturating_sub(LISTED)).sum();
        let last = diagnostics.last().map_or(0..0, |last| last.range.clone());
        if more > 0 {
            let fault = SyntaxFault::TooManyFindings { more };
            diagnostics.push(locator.diagnostic_at(last, fault));
        }
        diagnostics
    }
}
