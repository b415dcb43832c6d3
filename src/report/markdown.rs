//! A document as Markdown with tables: for whoever keeps papers as text.

use super::document::{Block, Cell, ColumnKind, Row, Table, WrittenPaper};
use crate::i18n::printable::acts;
use crate::i18n::text::{PageText, ReportText};

/// The paper as a whole file.
pub fn markdown(document: &WrittenPaper) -> String {
    let words = document.words;
    let mut status: Vec<String> = document.status.iter().map(|line| escaped(line)).collect();
    if document.draft {
        status.insert(0, format!("**{}**", words.text(ReportText::Draft)));
    }
    if document.confidential {
        status.push(format!("**{}**", words.text(PageText::Confidential)));
    }
    let mut parts = vec![format!("# {}", escaped(&document.title)), escaped(&document.subtitle)];
    parts.extend((!status.is_empty()).then(|| status.join(" · ")));
    parts.extend(document.blocks.iter().map(|block| self::block(block, document)));
    parts.push("---".to_owned());
    parts.push(document.foot.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("  \n"));
    parts.join("\n\n") + "\n"
}

fn block(block: &Block, document: &WrittenPaper) -> String {
    match block {
        Block::Heading(title, None) => format!("## {}", escaped(title)),
        Block::Heading(title, Some(aside)) => format!("## {} ({})", escaped(title), escaped(aside)),
        Block::Appendix(title) => {
            format!("## {}: {}", document.words.text(ReportText::Appendix), escaped(title))
        }
        Block::Lead(wording) => format!("**{}**", escaped(wording)),
        Block::Text(wording) | Block::Aside(wording) | Block::Bar(_, wording) => escaped(wording),
        Block::Facts(facts) => pairs(facts),
        Block::List(items) => list(items.iter().map(|item| escaped(item))),
        Block::Figures(figures) => {
            list(figures.iter().map(|(figure, name)| format!("**{}** {}", escaped(figure), escaped(name))))
        }
        Block::Table(table) => self::table(table),
        Block::Signatures(names, place) => list(
            names
                .iter()
                .map(|name| format!("{}: ____________  {}: ____________", escaped(place), escaped(name))),
        ),
        Block::Room(title) => format!("### {}\n\n____________", escaped(title)),
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
}

fn pairs(facts: &[(String, String)]) -> String {
    list(facts.iter().map(|(name, value)| format!("{}: {}", escaped(name), escaped(value))))
}

/// A table without its pictures, whose figures stand beside them.
fn table(table: &Table) -> String {
    let is_shown: Vec<bool> = (0..table.columns.len())
        .map(|at| {
            table.rows.iter().any(|row| match row {
                Row::Cells(cells) | Row::Total(cells) => {
                    cells.get(at).is_some_and(|cell| !cell.words().is_empty())
                }
                _ => false,
            })
        })
        .collect();
    let shown = |cells: Vec<String>| -> String {
        let cells = cells.into_iter().zip(&is_shown).filter(|(_, shown)| **shown);
        format!("| {} |", cells.map(|(cell, _)| cell).collect::<Vec<_>>().join(" | "))
    };
    let heads = table.columns.iter().map(|column| escaped(&column.title)).collect();
    let rules = table.columns.iter().map(|column| {
        let rule = if column.kind == ColumnKind::Figure { "---:" } else { "---" };
        rule.to_owned()
    });
    let alone = |wording: String| {
        let rest = std::iter::repeat_n(String::new(), table.columns.len().saturating_sub(1));
        std::iter::once(wording).chain(rest).collect()
    };
    let mut lines = vec![shown(heads), shown(rules.collect())];
    for row in &table.rows {
        lines.push(shown(match row {
            Row::Group(title, None) => alone(format!("**{}**", escaped(title))),
            Row::Group(title, Some(aside)) => alone(format!("**{}** ({})", escaped(title), escaped(aside))),
            Row::Cells(cells) => cells.iter().map(cell).collect(),
            Row::Total(cells) => cells.iter().map(|one| strong(&cell(one))).collect(),
            Row::Note(said) | Row::Quote(said) => {
                let said = said.iter().map(|(name, text)| format!("*{}: {}*", escaped(name), escaped(text)));
                alone(said.collect::<Vec<_>>().join("<br>"))
            }
        }));
    }
    lines.join("\n")
}

fn strong(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("**{text}**") }
}

fn cell(cell: &Cell) -> String {
    cell.words().into_iter().map(escaped).collect::<Vec<_>>().join("<br>")
}

/// A text in which nothing is taken for Markdown or HTML, nor by the terminal that it is printed on.
fn escaped(text: &str) -> String {
    let text = text.trim_start();
    let mut safe = String::with_capacity(text.len());
    // `1. ` and `1) ` begin a list.
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let counts = number > 0
        && text.get(number + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    for (at, letter) in text.chars().enumerate() {
        let begins = at == 0 && matches!(letter, '#' | '+' | '-' | '=' | '>' | ':')
            || counts && at == number && matches!(letter, '.' | ')');
        match letter {
            '\n' | '\r' | '\t' => safe.push(' '),
            _ if acts(letter) => safe.extend(letter.escape_default()),
            '\\' | '`' | '*' | '_' | '<' | '[' | ']' | '|' | '~' => {
                safe.push('\\');
                safe.push(letter);
            }
            '&' => safe.push_str("&amp;"),
            _ if begins => {
                safe.push('\\');
                safe.push(letter);
            }
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_no_heading_list_quotation_or_code_whatever_stands_before_it() {
        for (text, safe) in [
            ("# Mål", "\\# Mål"),
            ("   # Mål", "\\# Mål"),
            ("    kode", "kode"),
            ("\u{a0}- et", "\\- et"),
            ("\t+ et", "\\+ et"),
            ("> et", "\\> et"),
            ("===", "\\==="),
            ("  1. januar", "1\\. januar"),
            ("12) et", "12\\) et"),
            ("1.", "1\\."),
            ("1.000 sager", "1.000 sager"),
            ("31.12.2009", "31.12.2009"),
            ("12 (tolv)", "12 (tolv)"),
            ("et\n# to", "et # to"),
        ] {
            assert_eq!(escaped(text), safe, "{text:?}");
        }
    }
}
