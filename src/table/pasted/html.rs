//! The tables of a page or a document, as programs put them on the clipboard: tags, spans and characters, and nothing
//! else of HTML. What is taken is text alone.

use super::grid::{Grid, GridBuilder};

/// Parts of a page whose content is no text.
const SILENT: &[&str] = &["style", "script", "head", "title", "xml"];
/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &["p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "caption"];
/// Characters with names, as Word and browsers write them.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("aelig", 'æ'),
    ("oslash", 'ø'),
    ("aring", 'å'),
    ("AElig", 'Æ'),
    ("Oslash", 'Ø'),
    ("Aring", 'Å'),
    ("eacute", 'é'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '−'),
    ("bull", '•'),
    ("middot", '·'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("plusmn", '±'),
    ("le", '≤'),
    ("ge", '≥'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
];

/// The tables of a text in HTML, in their order.
pub(super) fn tables(html: &str) -> Vec<Grid> {
    let mut reader = Reader::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (text, behind) = rest.split_once('<').unwrap_or((rest, ""));
        reader.text(text);
        if behind.is_empty() && text.len() == rest.len() {
            break;
        }
        rest = reader.tag(behind);
    }
    reader.finish_table();
    reader.tables
}

/// Where the reader is.
#[derive(Debug, Default)]
struct Reader {
    tables: Vec<Grid>,
    table: Option<GridBuilder>,
    /// How many tables the place lies in; those within a cell are part of its text.
    depth: usize,
    /// The cell that is open, with the rows and columns that it reaches over.
    cell: Option<(usize, usize)>,
    /// What was said since the last cell or table.
    said: String,
    is_raised: bool,
}

impl Reader {
    /// Takes text, with blanks as a browser shows them.
    fn text(&mut self, text: &str) {
        for sign in decoded(text).chars() {
            if sign.is_whitespace() {
                if !self.said.ends_with([' ', '\n']) {
                    self.said.push(' ');
                }
            } else {
                self.said.push(if self.is_raised { raised(sign) } else { sign });
            }
        }
    }

    /// Takes a tag, which begins behind `<`, and returns what stands behind it.
    fn tag<'t>(&mut self, text: &'t str) -> &'t str {
        if let Some(comment) = text.strip_prefix("!--") {
            return comment.split_once("-->").map_or("", |(_, behind)| behind);
        }
        let (tag, behind) = split_tag(text);
        let is_end = tag.starts_with('/');
        let name_end = tag.find(|sign: char| sign.is_whitespace()).unwrap_or(tag.len());
        let name = tag.get(..name_end).unwrap_or_default().trim_matches('/').to_ascii_lowercase();
        if SILENT.contains(&name.as_str()) && !is_end {
            return skipped(behind, &name);
        }
        match (name.as_str(), is_end) {
            ("table", false) => self.begin_table(),
            ("table", true) => self.end_table(),
            ("tr", false) if self.depth == 1 => self.begin_row(),
            ("td" | "th", false) if self.depth == 1 => self.begin_cell(tag),
            ("td" | "th" | "tr", true) if self.depth == 1 => self.end_cell(),
            ("tr" | "td" | "th", false) => self.break_line(),
            ("sup", _) => self.is_raised = !is_end,
            ("li", false) => {
                self.break_line();
                self.said.push_str("• ");
            }
            (block, _) if BLOCKS.contains(&block) => self.break_line(),
            _ => {}
        }
        behind
    }

    fn begin_table(&mut self) {
        self.depth += 1;
        if self.depth == 1 {
            let before = lines(&std::mem::take(&mut self.said)).collect();
            self.table = Some(GridBuilder::new(before));
        } else {
            self.break_line();
        }
    }

    fn end_table(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.finish_table();
        }
    }

    fn finish_table(&mut self) {
        self.end_cell();
        if let Some(table) = self.table.take() {
            self.tables.push(table.finish());
        }
        self.said.clear();
    }

    fn begin_row(&mut self) {
        self.end_cell();
        if let Some(table) = &mut self.table {
            table.begin_row();
        }
    }

    fn begin_cell(&mut self, tag: &str) {
        self.end_cell();
        if self.table.is_some() {
            self.said.clear();
            self.cell = Some((span(tag, "rowspan"), span(tag, "colspan")));
        }
    }

    fn end_cell(&mut self) {
        if let (Some((rows, columns)), Some(table)) = (self.cell.take(), &mut self.table) {
            let text: Vec<String> = lines(&self.said).collect();
            table.add(&text.join("\n"), rows, columns);
            self.said.clear();
        }
    }

    fn break_line(&mut self) {
        if !self.said.is_empty() && !self.said.ends_with('\n') {
            self.said.push('\n');
        }
    }
}

/// The lines of a text that say something.
fn lines(text: &str) -> impl Iterator<Item = String> + '_ {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "•").map(str::to_owned)
}

/// A tag up to its end, and what stands behind it; `>` within quotation marks does not end it.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quoted = None;
    for (at, sign) in text.char_indices() {
        match (quoted, sign) {
            (None, '>') => {
                return (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
            }
            (None, '"' | '\'') => quoted = Some(sign),
            (Some(mark), _) if mark == sign => quoted = None,
            _ => {}
        }
    }
    (text, "")
}

/// What stands behind the end of an element whose content is no text.
fn skipped<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once("</") {
        let (tag, after) = split_tag(behind);
        if tag.trim().eq_ignore_ascii_case(name) {
            return after;
        }
        rest = behind;
    }
    ""
}

/// How many rows or columns a cell reaches over.
fn span(tag: &str, name: &str) -> usize {
    let small = tag.to_ascii_lowercase();
    let value = small.split_once(name).and_then(|(_, behind)| behind.trim_start().strip_prefix('='));
    let digits = value.unwrap_or_default().trim_start().trim_start_matches(['"', '\'']);
    let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
    digits.get(..end).and_then(|digits| digits.parse().ok()).unwrap_or(1).max(1)
}

/// A text with its characters in place of their names and numbers.
fn decoded(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut decoded = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let known = piece.split_once(';').and_then(|(name, behind)| Some((character(name)?, behind)));
        let (sign, behind) = known.unwrap_or(('&', piece));
        decoded.push(sign);
        decoded.push_str(behind);
    }
    decoded
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|sign| !sign.is_control())
}

/// A digit as it stands raised, such as that of a footnote.
pub fn raised(sign: char) -> char {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = sign.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    digit.and_then(|digit| digits.get(digit).copied()).unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of each table: `a|b`, with `^` for what is part of a larger cell.
    fn rows(html: &str) -> Vec<String> {
        let cell = |cell: &super::super::grid::GridCell| {
            if cell.merged { "^".to_owned() } else { cell.text.replace('\n', "/") }
        };
        let tables = tables(html);
        let rows = tables.iter().flat_map(|table| &table.rows);
        rows.map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn cells_of_several_rows_and_columns_keep_their_room() {
        let html = "<table><tr><th rowspan=2>Mål<th colspan='2'>Resultater<th rowspan=\"2\">Vægt</tr>\
                    <tr><td>2007</td><td>2008</td></tr><tr><td>A<td>1<td>2<td>3</table>";
        assert_eq!(rows(html), ["Mål|Resultater|^|Vægt", "^|2007|2008|^", "A|1|2|3"]);
        assert_eq!(rows("<table><tr><td rowspan=3>a<td>b<tr><td>c</table>"), ["a|b", "^|c"]);
    }

    #[test]
    fn what_a_cell_says_is_its_text_line_by_line() {
        let html = "<style>td { color: red }</style><table><!-- <tr><td>no</td></tr> --><tr><td title='a > b'>\
                    <p>Et  <b>m&aring;l</b>\n her<o:p></o:p></p><ul><li>&#233;n<li>to</ul></td><td>m<sup>2</sup>&nbsp;&amp; \
                    &unknown;<br>ny<table><tr><td>indre</table></td></tr></table>";
        assert_eq!(rows(html), ["Et mål her/• én/• to|m² & &unknown;/ny/indre"]);
    }

    #[test]
    fn text_before_a_table_stays_with_it_and_a_table_may_end_anywhere() {
        let tables = tables(
            "<p>Tabel 3: Drift</p><p>Om driften.</p><table><tr><td>a</table><p>Efter</p><table><tr><td>b",
        );
        let before: Vec<_> = tables.iter().map(|table| table.before.join("/")).collect();
        assert_eq!(before, ["Tabel 3: Drift/Om driften.", "Efter"]);
        assert_eq!(tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [1, 1]);
        for html in [
            "",
            "<",
            "<table",
            "<table><tr><td rowspan=99999999 colspan=99999999>a",
            "</td></table>",
            "a & b",
        ] {
            assert!(rows(html).len() <= 1, "{html}");
        }
    }
}
