//! Where in a text a value stands: path, line, column and the line itself.

use std::ops::Range;

use super::node::{Member, Node, Value};
use super::text::decode;
use super::tree::parse;
use crate::findings::{Code, Diagnostic, Excerpt, JsonPath, PathStep};
use crate::i18n::short::{beginning, end};

/// How many bytes lie between two places whose line and column are known beforehand.
const STRIDE: usize = 256;
/// How many characters of a long line are shown before and after what a diagnostic speaks of.
const AROUND: usize = 60;
/// So many bytes hold more characters than are shown.
const ENOUGH: usize = 4 * (AROUND + 2);

/// Finds the place of a path, and the path of a place, in one JSON text.
#[derive(Debug)]
pub struct Locator<'t> {
    /// Its values; none where it is no JSON.
    root: Option<Node<'t>>,
    lines: Lines<'t>,
}

impl<'t> Locator<'t> {
    /// For a JSON text. Of a text that is no JSON only lines and columns can be found.
    pub fn new(text: &'t str) -> Self {
        match parse(text) {
            Ok(root) => Self::with_root(text, root),
            Err(_) => Self::without_root(text),
        }
    }

    /// For a text with its values.
    pub(in crate::format) fn with_root(text: &'t str, root: Node<'t>) -> Self {
        Self { root: Some(root), ..Self::without_root(text) }
    }

    /// For a text that is no JSON.
    pub fn without_root(text: &'t str) -> Self {
        Self { root: None, lines: Lines::new(text) }
    }

    /// For the bytes of a file that was read before.
    pub fn of_file(bytes: &'t [u8]) -> Self {
        Self::new(decode(bytes).unwrap_or_default())
    }

    /// The text.
    pub(in crate::format) fn text(&self) -> &'t str {
        self.lines.text
    }

    /// The values of the text.
    pub(in crate::format) fn root(&self) -> Option<&Node<'t>> {
        self.root.as_ref()
    }

    /// The line of a byte, counted from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.lines.position(offset).0
    }

    /// A diagnostic of the value at this path, or of the nearest one around it that is there.
    pub fn diagnostic(&self, path: &JsonPath, code: impl Into<Code>) -> Diagnostic {
        self.diagnostic_at(self.range(path), code)
    }

    /// The bytes of the value at this path, or of the nearest one around it that is there.
    pub(in crate::format) fn range(&self, path: &JsonPath) -> Range<usize> {
        self.root.as_ref().map_or(0..0, |root| find(root, path.steps()))
    }

    /// A diagnostic of what stands at these bytes.
    pub fn diagnostic_at(&self, range: Range<usize>, code: impl Into<Code>) -> Diagnostic {
        let code = code.into();
        let (line, column) = self.lines.position(range.start);
        let path = self.root.as_ref().map_or_else(JsonPath::root, |root| path_of(root, range.start));
        let excerpt = self.lines.excerpt(&range);
        Diagnostic { severity: code.severity(), code, path, range, line, column, excerpt }
    }
}

fn find(root: &Node<'_>, steps: &[PathStep]) -> Range<usize> {
    let mut here = root;
    for step in steps {
        let Some(next) = here.step(step) else { break };
        here = next;
    }
    here.pointer()
}

fn path_of(root: &Node<'_>, offset: usize) -> JsonPath {
    let mut path = JsonPath::root();
    let mut here = root;
    loop {
        match &here.value {
            Value::Object(members) => match holding(members, offset, Member::range) {
                Some((_, member)) => {
                    path = path.key(member.name.clone().into_owned());
                    here = &member.node;
                }
                None => return path,
            },
            Value::List(items) => match holding(items, offset, |item| item.range.clone()) {
                Some((index, item)) => {
                    path = path.index(index);
                    here = item;
                }
                None => return path,
            },
            _ => return path,
        }
    }
}

/// The member that covers a byte. Members stand in the order of the text.
fn holding<T>(members: &[T], offset: usize, range: impl Fn(&T) -> Range<usize>) -> Option<(usize, &T)> {
    let index = members.partition_point(|member| range(member).end <= offset);
    members.get(index).filter(|member| range(member).start <= offset).map(|member| (index, member))
}

/// The lines of a text, with enough known beforehand that a place in a long line is found quickly.
#[derive(Debug)]
struct Lines<'t> {
    text: &'t str,
    /// For every [`STRIDE`] bytes the number of line breaks before, and of characters since the last.
    marks: Vec<(usize, usize)>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let (mut line, mut column) = (0, 0);
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        for start in (0..text.len()).step_by(STRIDE) {
            marks.push((line, column));
            (line, column) = advance(between(text, start, start + STRIDE), line, column);
        }
        Self { text, marks }
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    fn position(&self, offset: usize) -> (usize, usize) {
        let mark = (offset / STRIDE).min(self.marks.len().saturating_sub(1));
        let (line, column) = self.marks.get(mark).copied().unwrap_or_default();
        let (line, column) = advance(between(self.text, mark * STRIDE, offset), line, column);
        (line + 1, column + 1)
    }

    fn excerpt(&self, range: &Range<usize>) -> Excerpt {
        let start = range.start.min(self.text.len());
        let (before, after) = self.text.split_at_checked(start).unwrap_or((self.text, ""));
        let (head, cut_before) = end_of_line_before(before);
        let (tail, cut_behind) = start_of_line_behind(after);
        let mut text = String::with_capacity(head.len() + tail.len() + 2 * '…'.len_utf8());
        text.extend(cut_before.then_some('…'));
        text.push_str(head);
        let from = text.chars().count();
        text.push_str(tail);
        text.extend(cut_behind.then_some('…'));
        let marked = self.text.get(range.clone()).unwrap_or_default().chars().take(AROUND).count();
        let shown = tail.chars().count();
        Excerpt { text, mark: from..from + marked.clamp(1, shown.max(1)) }
    }
}

/// What stands between two bytes, each moved back to the start of its character.
fn between(text: &str, start: usize, end: usize) -> &str {
    text.get(text.floor_char_boundary(start)..text.floor_char_boundary(end)).unwrap_or_default()
}

/// Line breaks, and characters since the last one, after this text.
fn advance(text: &str, line: usize, column: usize) -> (usize, usize) {
    match text.rsplit_once('\n') {
        Some((before, last)) => (line + 1 + before.matches('\n').count(), last.chars().count()),
        None => (line, column + text.chars().count()),
    }
}

/// The end of the last line of a text, as far as it is shown; and whether that line has more before it.
fn end_of_line_before(text: &str) -> (&str, bool) {
    let near = text.get(text.floor_char_boundary(text.len().saturating_sub(ENOUGH))..).unwrap_or_default();
    let start = near.bytes().rposition(ends_line).map_or(0, |at| at + 1);
    let line = near.get(start..).unwrap_or_default();
    let head = end(line, AROUND);
    (head, head.len() < line.len())
}

/// The beginning of the first line of a text, as far as it is shown; and whether that line has more behind it.
fn start_of_line_behind(text: &str) -> (&str, bool) {
    let near = text.get(..text.floor_char_boundary(ENOUGH)).unwrap_or_default();
    let stop = near.bytes().position(ends_line).unwrap_or(near.len());
    let line = near.get(..stop).unwrap_or_default();
    let tail = beginning(line, AROUND);
    (tail, tail.len() < line.len())
}

fn ends_line(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::SyntaxFault;

    #[test]
    fn columns_are_counted_in_characters() {
        let text = "{\n  \"mål\": {\"vægt\": 1}\n}";
        let locator = Locator::new(text);
        let path = JsonPath::root().key("mål").key("vægt");
        let diagnostic = locator.diagnostic(&path, SyntaxFault::Empty);
        assert_eq!((diagnostic.line, diagnostic.column), (2, 19));
        assert_eq!(diagnostic.path, path);
        assert_eq!(diagnostic.excerpt.text, "  \"mål\": {\"vægt\": 1}");
        assert_eq!(diagnostic.excerpt.mark, 18..19);
    }

    #[test]
    fn a_path_that_leads_nowhere_ends_at_the_last_value_there_is() {
        let locator = Locator::new("{\"goals\": [{\"id\": \"a\"}]}");
        let path = JsonPath::root().key("goals").index(0).key("weight");
        let diagnostic = locator.diagnostic(&path, SyntaxFault::Empty);
        assert_eq!(diagnostic.path.to_string(), "$.goals[0]");
        assert_eq!(diagnostic.range, 11..12);
    }

    #[test]
    fn places_far_into_one_long_line_are_found() {
        let text = format!("[{}7]", "\"æ\", ".repeat(1000));
        let locator = Locator::new(&text);
        let diagnostic = locator.diagnostic(&JsonPath::root().index(1000), SyntaxFault::Empty);
        assert_eq!((diagnostic.line, diagnostic.column), (1, 5002));
        assert!(diagnostic.excerpt.text.starts_with('…'));
        assert_eq!(diagnostic.path.to_string(), "$[1000]");
    }
}
