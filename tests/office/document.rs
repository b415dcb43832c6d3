//! Papers as documents: headings, tables and lists by their styles, and what a paper says.

use resultatkontrakt::i18n::Words;
use resultatkontrakt::office::document;
use resultatkontrakt::report::{Block, ColumnKind, Paper, Row, WrittenPaper};

use super::unpacked::unpacked;
use super::{Case, EXAMPLES};

/// The words of a part, without its tags.
fn words_of(part: &str) -> String {
    let mut text = String::new();
    for piece in part.split('<').skip(1) {
        text.push_str(piece.split_once('>').unwrap().1);
        text.push(' ');
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a paper says, piece by piece.
fn said(paper: &WrittenPaper) -> Vec<String> {
    let mut said = vec![paper.title.clone(), paper.subtitle.clone()];
    said.extend(paper.status.iter().cloned());
    for block in &paper.blocks {
        match block {
            Block::Heading(text, aside) => said.extend(std::iter::once(text).chain(aside).cloned()),
            Block::Appendix(text)
            | Block::Lead(text)
            | Block::Text(text)
            | Block::Aside(text)
            | Block::Room(text)
            | Block::Bar(_, text) => said.push(text.clone()),
            Block::Facts(pairs) | Block::Figures(pairs) => {
                said.extend(pairs.iter().flat_map(|(one, other)| [one.clone(), other.clone()]));
            }
            Block::List(items) => said.extend(items.iter().cloned()),
            Block::Signatures(names, place) => said.extend(names.iter().cloned().chain([place.clone()])),
            Block::Table(table) => {
                for row in &table.rows {
                    match row {
                        Row::Group(title, aside) => said.extend(std::iter::once(title).chain(aside).cloned()),
                        Row::Cells(cells) | Row::Total(cells) => {
                            let kept = cells.iter().zip(&table.columns);
                            let kept = kept.filter(|(_, column)| column.kind != ColumnKind::Picture);
                            said.extend(kept.flat_map(|(cell, _)| cell.words()).map(str::to_owned));
                        }
                        Row::Note(pairs) | Row::Quote(pairs) => {
                            said.extend(pairs.iter().flat_map(|(one, other)| [one.clone(), other.clone()]));
                        }
                    }
                }
            }
        }
    }
    said.into_iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_document_says_all_that_its_paper_says() {
    for name in EXAMPLES {
        for words in [Words::DANISH, Words::ENGLISH] {
            for paper in Paper::ALL {
                let written = Case::example(name).with_matter(words, |matter| paper.write(matter));
                let parts = unpacked(&document(&written));
                let text = words_of(&parts["word/document.xml"]);
                for piece in said(&written) {
                    assert!(text.contains(&piece), "{name}, {paper:?}: {piece}\nis not in\n{text}");
                }
                let foot = words_of(&parts["word/footer1.xml"]);
                assert!(written.foot.iter().all(|line| foot.contains(line.as_str())), "{foot}");
            }
        }
    }
}

#[test]
fn headings_tables_and_language_are_there_for_a_screen_reader() {
    for (words, language) in [(Words::DANISH, "da-DK"), (Words::ENGLISH, "en-GB")] {
        for paper in Paper::ALL {
            let written = Case::example("ams-2009").with_matter(words, |matter| paper.write(matter));
            let parts = unpacked(&document(&written));
            let body = &parts["word/document.xml"];
            let count = |mark: &str| body.matches(mark).count();
            let blocks = |is: fn(&Block) -> bool| written.blocks.iter().filter(|block| is(block)).count();
            assert_eq!(count("<w:pStyle w:val=\"Title\"/>"), 1);
            let headings = blocks(|block| matches!(block, Block::Heading(..) | Block::Appendix(_)));
            assert_eq!(count("<w:pStyle w:val=\"Heading1\"/>"), headings);
            let tables = blocks(|block| matches!(block, Block::Table(_)));
            assert_eq!([count("<w:tbl>"), count("<w:tblHeader/>"), count("<w:tblCaption ")], [tables; 3]);
            assert!(parts["word/styles.xml"].contains(&format!("<w:lang w:val=\"{language}\"/>")));
            let used = body.split("<w:pStyle w:val=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0);
            for style in used {
                let known = parts["word/styles.xml"].contains(&format!("w:styleId=\"{style}\""));
                assert!(known, "{style}");
            }
            let is_marked = parts["word/header1.xml"].contains(if words == Words::DANISH {
                "Fortroligt"
            } else {
                "Confidential"
            });
            assert_eq!(is_marked, written.confidential, "{paper:?}");
        }
    }
}
