//! Papers as documents: headings, tables and lists by their styles, and what a paper says.

use std::collections::BTreeMap;

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
pub(crate) fn said(paper: &WrittenPaper) -> Vec<String> {
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
                let parts = unpacked(&document(&written, None));
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

/// The document of a paper about an example, part by part.
fn parts(name: &str, paper: Paper, words: Words) -> (WrittenPaper, BTreeMap<String, String>) {
    let written = Case::example(name).with_matter(words, |matter| paper.write(matter));
    let parts = unpacked(&document(&written, None));
    (written, parts)
}

/// Every document of examples with groups, with pots and with ratings, in both languages.
fn each(hold: impl Fn(&WrittenPaper, &BTreeMap<String, String>)) {
    for name in ["ams-2009", "vejlefjord-2015", "ses-ratings"] {
        for words in [Words::DANISH, Words::ENGLISH] {
            for paper in Paper::ALL {
                let (written, parts) = parts(name, paper, words);
                hold(&written, &parts);
            }
        }
    }
}

/// What stands between two marks, each time that they stand.
fn all_between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).map(|rest| rest.split_once(end).unwrap().0).collect()
}

#[test]
fn a_document_has_a_title_and_a_language() {
    each(|paper, parts| {
        let title = all_between(&parts["docProps/core.xml"], "<dc:title>", "</dc:title>");
        assert!(words_of(&format!("<t>{}", title[0])).starts_with(&paper.title), "{title:?}");
        let language = if paper.words == Words::DANISH { "da-DK" } else { "en-GB" };
        assert!(parts["word/styles.xml"].contains(&format!("<w:lang w:val=\"{language}\"/>")));
        assert!(parts["word/settings.xml"].contains(&format!("<w:themeFontLang w:val=\"{language}\"/>")));
        assert!(parts["docProps/core.xml"].contains(&format!("<dc:language>{language}</dc:language>")));
        let quoted = all_between(&parts["word/document.xml"], "<w:lang w:val=\"", "\"");
        assert!(
            !quoted.is_empty() && quoted.iter().all(|tag| tag.contains(&paper.quoted_lang)),
            "{quoted:?}"
        );
    });
}

#[test]
fn headings_have_their_levels_without_a_gap_and_no_style_is_unknown() {
    each(|paper, parts| {
        let body = &parts["word/document.xml"];
        let styles = all_between(body, "<w:pStyle w:val=\"", "\"");
        assert_eq!(styles.iter().filter(|style| **style == "Title").count(), 1);
        let levels: Vec<_> = styles.iter().filter_map(|style| style.strip_prefix("Heading")).collect();
        assert!(levels.first().is_none_or(|first| *first == "1"), "{levels:?}");
        let headings =
            paper.blocks.iter().filter(|block| matches!(block, Block::Heading(..) | Block::Appendix(_)));
        assert!(levels.len() >= headings.count());
        for style in styles {
            let known = parts["word/styles.xml"].contains(&format!("w:styleId=\"{style}\""));
            assert!(known, "{style}");
        }
        for (style, level) in [("Heading1", "0"), ("Heading2", "1")] {
            let found =
                all_between(&parts["word/styles.xml"], &format!("w:styleId=\"{style}\">"), "</w:style>");
            assert!(found[0].contains(&format!("<w:outlineLvl w:val=\"{level}\"/>")), "{found:?}");
        }
    });
}

#[test]
fn every_table_has_a_head_a_description_and_no_joined_or_missing_cells() {
    each(|paper, parts| {
        let body = &parts["word/document.xml"];
        let tables = all_between(body, "<w:tbl>", "</w:tbl>");
        let written = paper.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
        assert!(tables.len() >= written);
        for table in tables {
            let rows = all_between(table, "<w:tr>", "</w:tr>");
            let heads: Vec<_> = rows.iter().map(|row| row.contains("<w:tblHeader/>")).collect();
            assert!(heads[0] && !heads[1..].contains(&true), "one head, and it is the first row");
            let columns = table.matches("<w:gridCol ").count();
            for row in &rows {
                assert_eq!(row.matches("<w:tc>").count(), columns, "{row}");
                assert!(row.contains("<w:cantSplit/>"));
            }
            assert!(!table.contains("gridSpan") && !table.contains("vMerge"), "{table}");
            let described = all_between(table, "<w:tblDescription w:val=\"", "\"");
            let captions = all_between(table, "<w:tblCaption w:val=\"", "\"");
            assert!(described.len() == 1 && captions.len() == 1 && !captions[0].is_empty());
            assert!(!words_of(rows[0]).is_empty());
        }
    });
}

#[test]
fn nothing_is_empty_that_would_be_read_out_and_no_picture_lacks_words() {
    each(|_, parts| {
        let body = &parts["word/document.xml"];
        let outside: String =
            body.split("<w:tbl>").map(|part| part.rsplit("</w:tbl>").next().unwrap()).collect();
        let paragraphs = all_between(&outside, "<w:p>", "</w:p>");
        let is_empty: Vec<_> = paragraphs.iter().map(|paragraph| !paragraph.contains("<w:t ")).collect();
        assert!(is_empty.windows(2).all(|two| two != [true, true]), "two empty paragraphs in a row");
        assert!(!body.contains("    "), "no row of blanks");
        assert!(!body.contains("<w:drawing") && !body.contains("<w:pict"));
        assert!(!parts.keys().any(|name| name.contains("media")));
    });
}

#[test]
fn what_is_confidential_says_so_on_every_page_and_in_the_text() {
    each(|paper, parts| {
        let mark = if paper.words == Words::DANISH { "Fortroligt" } else { "Confidential" };
        assert_eq!(parts["word/header1.xml"].contains(mark), paper.confidential);
        let body = &parts["word/document.xml"];
        let said = all_between(body, "<w:pStyle w:val=\"PaperMark\"/>", "</w:p>");
        assert_eq!(said.iter().any(|text| text.contains(mark)), paper.confidential);
        let foot = &parts["word/footer1.xml"];
        assert!(foot.contains(" PAGE ") && foot.contains(" NUMPAGES "));
        assert!(!parts["word/settings.xml"].contains("documentProtection"), "a screen reader may read it");
    });
}
