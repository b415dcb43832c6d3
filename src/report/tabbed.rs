//! A document as lines of text with tabs between cells: for programs that paste text and make cells of it.

use super::document::{Block, Row, Table, WrittenPaper};

/// The paper, a line a row. A cell has no line breaks of its own.
pub fn tabbed(document: &WrittenPaper) -> String {
    let head = [vec![document.title.clone()], vec![document.subtitle.clone()]];
    let lines = head.into_iter().chain(document.blocks.iter().flat_map(block));
    let line = |cells: Vec<String>| cells.iter().map(|cell| flat(cell)).collect::<Vec<_>>().join("\t") + "\n";
    lines.map(line).collect()
}

fn block(block: &Block) -> Vec<Vec<String>> {
    let pair = |(name, value): &(String, String)| vec![name.clone(), value.clone()];
    match block {
        Block::Heading(text, aside) => {
            vec![std::iter::once(text.clone()).chain(aside.clone()).collect()]
        }
        Block::Appendix(text)
        | Block::Lead(text)
        | Block::Text(text)
        | Block::Aside(text)
        | Block::Bar(_, text)
        | Block::Room(text) => vec![vec![text.clone()]],
        Block::Facts(facts) => facts.iter().map(pair).collect(),
        Block::List(items) => items.iter().map(|item| vec![item.clone()]).collect(),
        Block::Figures(figures) => figures.iter().map(pair).collect(),
        Block::Table(table) => rows(table),
        Block::Signatures(names, place) => {
            names.iter().map(|name| vec![place.clone(), name.clone()]).collect()
        }
    }
}

/// The head and the rows; what is said about a row stands below it, in the second column.
fn rows(table: &Table) -> Vec<Vec<String>> {
    let head = table.columns.iter().map(|column| column.title.clone()).collect();
    let below = |said: &[(String, String)]| {
        let lines = said.iter().map(|(name, text)| format!("{name}: {text}"));
        vec![String::new(), lines.collect::<Vec<_>>().join("; ")]
    };
    let row = |row: &Row| match row {
        Row::Group(title, aside) => std::iter::once(title.clone()).chain(aside.clone()).collect(),
        Row::Cells(cells) | Row::Total(cells) => cells.iter().map(|cell| cell.words().join("; ")).collect(),
        Row::Note(said) | Row::Quote(said) => below(said),
    };
    std::iter::once(head).chain(table.rows.iter().map(row)).collect()
}

/// A text on one line, without tabs.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::report::{Cell, Column, ColumnKind, Density};

    #[test]
    fn a_table_is_rows_of_cells_between_tabs() {
        let cells = |texts: [&str; 2]| texts.map(|text| Cell::Text(text.to_owned())).into();
        let table = Table {
            caption: String::new(),
            columns: ["Mål", "Krav"].map(|title| Column::new(title, ColumnKind::Words)).into(),
            rows: vec![
                Row::Group("Drift".to_owned(), Some("150".to_owned())),
                Row::Cells(cells(["Mål\t1", "højst\n5"])),
                Row::Note(vec![("Ordlyd".to_owned(), "som her".to_owned())]),
            ],
        };
        let paper = WrittenPaper {
            code: "x",
            words: Lang::Da.words(),
            quoted_lang: "da".to_owned(),
            title: "Udkast".to_owned(),
            subtitle: "AMS".to_owned(),
            status: Vec::new(),
            confidential: false,
            draft: true,
            density: Density::Free,
            blocks: vec![Block::Table(table), Block::Facts(vec![("Fra".to_owned(), "1. januar".to_owned())])],
            foot: Vec::new(),
        };
        let lines = "Udkast\nAMS\nMål\tKrav\nDrift\t150\nMål 1\thøjst 5\n\tOrdlyd: som her\nFra\t1. januar\n";
        assert_eq!(tabbed(&paper), lines);
    }
}
