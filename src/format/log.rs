//! What was found while a file was read, by its place in the text.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::Rule;
use crate::findings::{Code, Diagnostic, JsonPath, LineNumber, Severity, SyntaxFault};
use crate::format::json::{Locator, Member, Node, Value};
use crate::pace::{Progress, STRIDE, Stage};
use crate::small::sort_by_key;

/// The most errors, warnings and notes that are listed, each by itself. A file can hold a million mistakes.
pub(super) const LISTED: usize = 1_000;
/// How many of them say which word was probably meant.
const HINTED: usize = 100;

/// Identifiers by their texts, each with the byte at which it stands.
pub(super) type Known<'v> = BTreeMap<&'v str, usize>;

/// What is looked for in a contract besides what can refuse it, so that the page need not wait for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Remarks {
    /// The rules across a contract.
    pub(super) rules: &'static [Rule],
    /// What is worth saying about the goals that are named, by the goals that are known.
    pub(super) goals: fn(&Node<'_>, &Known<'_>, &mut Log<'_>),
    /// The same about the lines of the budget.
    pub(super) lines: fn(&[Node<'_>], &Known<'_>, &mut Log<'_>),
    /// The same about identifiers of one list.
    pub(super) ids: fn(&[&Node<'_>], &mut Log<'_>),
}

impl Remarks {
    /// Nothing.
    pub(super) const NONE: Self =
        Self { rules: &[], goals: |_, _, _| {}, lines: |_, _, _| {}, ids: |_, _| {} };
}

/// Collects what is wrong, up to a limit.
#[derive(Debug)]
pub(super) struct Log<'l> {
    locator: &'l Locator<'l>,
    pub(super) remarks: Remarks,
    errors: Vec<(Range<usize>, Severity, Code)>,
    warnings: Vec<(Range<usize>, Severity, Code)>,
    notes: Vec<(Range<usize>, Severity, Code)>,
    more: usize,
    /// No finding counts as worse than this.
    worst: Severity,
}

impl<'l> Log<'l> {
    /// An empty one for the text of this locator.
    pub(super) fn new(locator: &'l Locator<'l>, remarks: Remarks) -> Self {
        let (errors, warnings, notes) = (Vec::new(), Vec::new(), Vec::new());
        Self { locator, remarks, errors, warnings, notes, more: 0, worst: Severity::Error }
    }

    /// Whether it is worth looking for the word that was meant: among thousands of goals that takes its time,
    /// and nobody reads a hundred hints.
    pub(super) fn wants_hints(&self) -> bool {
        self.errors.len() + self.warnings.len() + self.notes.len() < HINTED
    }

    /// The line of a byte, counted from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.locator.line(offset)
    }

    /// Notes one thing that is wrong.
    pub(super) fn report(&mut self, range: Range<usize>, finding: impl Into<Code>) {
        self.list(|_| range, finding.into());
    }

    /// Notes what a check finds at a path, counted from `base`.
    pub(super) fn report_at(&mut self, base: &JsonPath, path: &JsonPath, code: Code) {
        self.list(|locator| locator.range(&base.clone().join(path)), code);
    }

    /// Lists one thing that is wrong, or counts it where enough are listed: then its place is not looked for.
    fn list(&mut self, range: impl FnOnce(&Locator<'_>) -> Range<usize>, code: Code) {
        let severity = code.severity().min(self.worst);
        let list = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Note => &mut self.notes,
        };
        if list.len() < LISTED {
            list.push((range(self.locator), severity, code));
        } else {
            self.more += 1;
        }
    }

    /// Reads an entry of an assessment. An error in it is a warning, and the field counts as not given.
    pub(super) fn entry<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.worst, Severity::Warning);
        let value = read(self);
        self.worst = before;
        value
    }

    /// Whether the file cannot be used.
    pub(super) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Everything that was noted, in the order of the text.
    pub(super) fn diagnostics(self) -> Vec<Diagnostic> {
        let locator = self.locator;
        let mut all = self.errors;
        all.extend(self.warnings);
        all.extend(self.notes);
        sort_by_key(&mut all, |(range, severity, _)| (range.start, std::cmp::Reverse(*severity)));
        let last = all.last().map_or(0..0, |(range, ..)| range.clone());
        if self.more > 0 {
            all.push((last, Severity::Note, SyntaxFault::TooManyFindings { more: self.more }.into()));
        }
        let diagnostic =
            |(range, severity, code)| Diagnostic { severity, ..locator.diagnostic_at(range, code) };
        all.into_iter().map(diagnostic).collect()
    }
}

/// Finds every key that stands twice in one object, anywhere in the text.
pub(super) async fn duplicate_keys<'v>(
    root: &'v Node<'v>,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) {
    let mut waiting = vec![root];
    let mut members: Vec<&Member<'v>> = Vec::new();
    let (mut seen, of) = (0_usize, root.range.end);
    while let Some(value) = waiting.pop() {
        seen += 1;
        if seen.is_multiple_of(16 * STRIDE) {
            // The stack is emptied from the end of the text on.
            pause(Progress { stage: Stage::Keys, done: of.saturating_sub(value.range.end), of }).await;
        }
        match &value.value {
            Value::List(items) => waiting.extend(items.iter().filter(|item| item.holds_others())),
            Value::Object(own) => {
                members.clear();
                members.extend(own);
                // By length first: most keys of one object differ in it, and it is compared in no time.
                members.sort_by_key(|member| (member.name.len(), &*member.name));
                for (first, second) in members.iter().zip(members.iter().skip(1)) {
                    if first.name == second.name {
                        duplicate(first, second, log);
                    }
                }
                waiting.extend(own.iter().map(|member| &member.node).filter(|node| node.holds_others()));
            }
            _ => {}
        }
    }
}

fn duplicate(first: &Member<'_>, second: &Member<'_>, log: &mut Log<'_>) {
    let key = second.name.clone().into_owned();
    let first_line = LineNumber(log.line(first.name_range.start));
    log.report(second.name_range.clone(), SyntaxFault::DuplicateKey { key, first_line });
}
