//! A table as text: separated by signs, for files and for what is pasted; and as markup, for what is pasted into a
//! document.

use super::SheetTable;
use crate::i18n::Lang;
use crate::table::write_line;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableForm {
    /// For a spreadsheet on a Danish computer: semicolons, decimal commas, and the mark by which it tells that the
    /// text is UTF-8.
    DanishFile,
    /// For all other programs: commas and decimal points (RFC 4180).
    PlainFile,
    /// For pasting: tabs, and the decimal mark of this language.
    Pasted(Lang),
}

impl TableForm {
    fn delimiter(self) -> char {
        match self {
            Self::DanishFile => ';',
            Self::PlainFile => ',',
            Self::Pasted(_) => '\t',
        }
    }

    fn decimal_mark(self) -> char {
        match self {
            Self::DanishFile => ',',
            Self::PlainFile => '.',
            Self::Pasted(lang) => lang.decimal_mark(),
        }
    }
}

/// The table in lines, its cells separated. What begins like a formula is marked as a text. Where it is pasted, a tab or a line
/// break within a cell would begin another one: it becomes a blank.
pub fn separated(table: &SheetTable, form: TableForm) -> String {
    let (delimiter, mark) = (form.delimiter(), form.decimal_mark());
    let mut out = String::new();
    if form == TableForm::DanishFile {
        out.push('\u{feff}');
    }
    let header = table.header.iter().map(|name| (*name).to_owned());
    write_line(&mut out, header, delimiter);
    for row in &table.rows {
        let text = |text: String| match form {
            TableForm::Pasted(_) => text.replace(['\t', '\r', '\n'], " "),
            _ => text,
        };
        write_line(&mut out, row.iter().map(|cell| text(cell.text(mark))), delimiter);
    }
    out
}

/// A text of somebody else's as a cell between tabs that is read back as it was, on one line.
pub fn line_cell(text: &str) -> String {
    let text = text.replace(['\t', '\r', '\n'], " ");
    let text = crate::table::protected(text.trim());
    if text.contains('"') { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into_owned() }
}

/// The table as markup, for the clipboard: a spreadsheet and a document take it as cells.
pub fn html(table: &SheetTable, lang: Lang) -> String {
    let mut out = String::from("<table>");
    write_row(&mut out, "th", table.header.iter().map(|name| (*name).to_owned()));
    for cells in &table.rows {
        write_row(&mut out, "td", cells.iter().map(|cell| cell.text(lang.decimal_mark())));
    }
    out.push_str("</table>");
    out
}

fn write_row(out: &mut String, tag: &str, cells: impl Iterator<Item = String>) {
    out.push_str("<tr>");
    for cell in cells {
        for piece in ["<", tag, ">", &escaped(&cell), "</", tag, ">"] {
            out.push_str(piece);
        }
    }
    out.push_str("</tr>");
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            other => out.push(other),
        }
    }
    out
}
