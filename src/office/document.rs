//! A paper as a Word document (.docx): headings, lists and tables by their styles, so that a screen reader and a table of
//! contents find them.

use super::archive::pack;
use super::write::{CORE_TYPE, HEAD, PACKAGE, RELATIONS, core_properties, root_relations};
use super::xml::escaped;
use crate::i18n::text::{OfficeText, PageText, ReportText};
use crate::report::{Block, Cell, ColumnKind, Row, Table, WrittenPaper};

/// The namespace of what stands in a document.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// How wide the text is on A4, in twentieths of a point.
const WIDTH: usize = 9_638;

/// How many empty lines there are to write on.
const WRITING_LINES: usize = 3;

/// Writes a paper as a document.
pub fn document(paper: &WrittenPaper) -> Vec<u8> {
    let language = language_tag(paper.words.lang.code());
    let title = format!("{} – {}", paper.title, paper.subtitle);
    pack(&[
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", root_relations("word/document.xml")),
        ("docProps/core.xml", core_properties(&title, language)),
        ("word/document.xml", main_part(paper)),
        ("word/_rels/document.xml.rels", relations()),
        ("word/styles.xml", styles(language)),
        ("word/numbering.xml", numbering()),
        ("word/settings.xml", settings(language)),
        ("word/header1.xml", header(paper)),
        ("word/footer1.xml", footer(paper)),
    ])
}

/// `da-DK` for `da`: a word processor wants the country too.
fn language_tag(code: &str) -> &str {
    match code {
        "da" => "da-DK",
        "en" => "en-GB",
        other => other,
    }
}

/// The parts beside the document itself, each with the word that ends its type.
const PARTS: [&str; 5] = ["styles", "numbering", "settings", "header", "footer"];

fn file_of(part: &str) -> String {
    if matches!(part, "header" | "footer") { format!("{part}1.xml") } else { format!("{part}.xml") }
}

fn content_types() -> String {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let parts = PARTS.map(|part| {
        format!("<Override PartName=\"/word/{}\" ContentType=\"{KIND}.{part}+xml\"/>", file_of(part))
    });
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" \
         ContentType=\"{KIND}.document.main+xml\"/>{CORE_TYPE}{}</Types>",
        parts.concat()
    )
}

fn relations() -> String {
    let parts = PARTS.map(|part| {
        format!("<Relationship Id=\"{part}\" Type=\"{RELATIONS}/{part}\" Target=\"{}\"/>", file_of(part))
    });
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>", parts.concat())
}

/// The styles by their identifiers: what each is called, what it is based on, and its properties of paragraphs and letters.
/// Names are those of the word processor's own styles, so that it translates them and lists headings.
const STYLES: [(&str, &str, &str, &str); 14] = [
    ("Title", "Title", "<w:keepNext/><w:spacing w:after=\"60\"/>", "<w:b/><w:sz w:val=\"40\"/>"),
    ("Subtitle", "Subtitle", "<w:spacing w:after=\"120\"/>", "<w:sz w:val=\"24\"/>"),
    ("Status", "Status", "<w:spacing w:after=\"40\"/>", "<w:color w:val=\"404040\"/>"),
    (
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"26\"/>",
    ),
    ("Lead", "Lead", "<w:spacing w:before=\"160\" w:after=\"120\"/>", "<w:b/><w:sz w:val=\"24\"/>"),
    ("Aside", "Aside", "<w:spacing w:after=\"100\"/>", "<w:color w:val=\"404040\"/><w:sz w:val=\"18\"/>"),
    ("Fact", "Fact", "<w:spacing w:after=\"40\"/>", ""),
    (
        "ListBullet",
        "List Bullet",
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"40\"/><w:ind w:left=\"360\" w:hanging=\"360\"/>",
        "",
    ),
    ("Cell", "Cell", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "<w:sz w:val=\"19\"/>"),
    (
        "Figure",
        "Figure",
        "<w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"right\"/>",
        "<w:sz w:val=\"19\"/>",
    ),
    ("Signature", "Signature", "<w:spacing w:before=\"60\" w:after=\"160\"/>", ""),
    (
        "Line",
        "Line",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"404040\"/></w:pBdr><w:spacing w:before=\"360\"/>",
        "",
    ),
    ("Header", "header", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs>", "<w:sz w:val=\"18\"/>"),
    ("Footer", "footer", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs>", "<w:sz w:val=\"16\"/>"),
];

fn styles(language: &str) -> String {
    let each = STYLES.map(|(id, name, paragraph, letters)| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        )
    });
    let side =
        |name: &str| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>");
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side).concat();
    format!(
        "{HEAD}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\" w:eastAsia=\"Calibri\"/><w:sz w:val=\"22\"/>\
         <w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/></w:style>{}<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
         <w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"80\" \
         w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"TableGrid\">\
         <w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>\
         </w:tblPr></w:style></w:styles>",
        each.concat()
    )
}

fn numbering() -> String {
    format!(
        "{HEAD}<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\">\
         <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

/// Nothing beside the language, and that the file is of the form of today.
fn settings(language: &str) -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"{MAIN}\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

fn header(paper: &WrittenPaper) -> String {
    let words = paper.words;
    let draft = paper.draft.then(|| words.text(ReportText::Draft));
    let secret = paper.confidential.then(|| words.text(PageText::Confidential));
    let marks: Vec<_> = draft.into_iter().chain(secret).collect();
    let text = format!("{}<w:r><w:tab/></w:r>{}", run(&paper.title, ""), run(&marks.join(" · "), "<w:b/>"));
    format!("{HEAD}<w:hdr xmlns:w=\"{MAIN}\">{}</w:hdr>", styled("Header", &text))
}

fn footer(paper: &WrittenPaper) -> String {
    let field =
        |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let lines: String = paper.foot.iter().map(|line| styled("Footer", &run(line, ""))).collect();
    let number = format!(
        "<w:r><w:tab/></w:r>{}{}{}{}",
        run(&format!("{} ", paper.words.text(OfficeText::Page)), ""),
        field("PAGE"),
        run(" / ", ""),
        field("NUMPAGES")
    );
    format!("{HEAD}<w:ftr xmlns:w=\"{MAIN}\">{lines}{}</w:ftr>", styled("Footer", &number))
}

fn main_part(paper: &WrittenPaper) -> String {
    let quoted = quoted_letters(paper);
    let status: String = paper.status.iter().map(|line| paragraph("Status", line)).collect();
    let body: String = paper.blocks.iter().map(|block| block_part(block, &quoted)).collect();
    format!(
        "{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:body>{}{}{status}{body}<w:sectPr>\
         <w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1247\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" \
         w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        paragraph("Title", &paper.title),
        styled("Subtitle", &run(&paper.subtitle, &quoted))
    )
}

/// What letters have that are quoted from the contract: its language.
fn quoted_letters(paper: &WrittenPaper) -> String {
    format!("<w:lang w:val=\"{}\"/>", escaped(language_tag(&paper.quoted_lang)))
}

/// A run of letters with their properties. A line break within is one in the document.
fn run(text: &str, letters: &str) -> String {
    let lines: Vec<_> =
        text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:r><w:rPr>{letters}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
}

fn styled(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn paragraph(style: &str, text: &str) -> String {
    styled(style, &run(text, ""))
}

/// A name in bold, and what belongs to it.
fn named(style: &str, name: &str, text: &str, letters: &str) -> String {
    styled(style, &format!("{}{}", run(&format!("{name}: "), "<w:b/>"), run(text, letters)))
}

fn block_part(block: &Block, quoted: &str) -> String {
    match block {
        Block::Heading(text, aside) => {
            let said = std::iter::once(text.as_str()).chain(aside.as_deref()).collect::<Vec<_>>();
            paragraph("Heading1", &said.join(" · "))
        }
        Block::Appendix(text) => format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/></w:pPr>{}</w:p>",
            run(text, "")
        ),
        Block::Lead(text) => paragraph("Lead", text),
        Block::Text(text) | Block::Bar(_, text) => paragraph("Normal", text),
        Block::Aside(text) => paragraph("Aside", text),
        Block::Facts(facts) => facts.iter().map(|(name, text)| named("Fact", name, text, "")).collect(),
        Block::List(items) => items.iter().map(|item| paragraph("ListBullet", item)).collect(),
        Block::Figures(figures) => figures
            .iter()
            .map(|(figure, words)| {
                styled(
                    "Fact",
                    &format!(
                        "{}{}",
                        run(&format!("{figure} "), "<w:b/><w:sz w:val=\"28\"/>"),
                        run(words, "")
                    ),
                )
            })
            .collect(),
        Block::Table(table) => table_part(table, quoted),
        Block::Signatures(names, place_and_date) => {
            let line = |name: &String| {
                let said = paragraph("Signature", &format!("{place_and_date} · {name}"));
                [empty("Line"), said].concat()
            };
            names.iter().map(line).collect()
        }
        Block::Room(name) => {
            let lines = empty("Line").repeat(WRITING_LINES);
            format!("{}{lines}", styled("Fact", &run(name, "<w:b/>")))
        }
    }
}

fn empty(style: &str) -> String {
    styled(style, "")
}

/// A table whose head stands again on each page.
fn table_part(table: &Table, quoted: &str) -> String {
    let columns = Columns::of_table(table, quoted);
    let heads = table.columns.iter().zip(0..);
    let heads = heads.map(|(column, at)| styled(columns.style(at), &run(&column.title, "<w:b/>")));
    let heads = columns.row(&heads.collect::<Vec<_>>());
    let rows: String = table
        .rows
        .iter()
        .map(|row| format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>", columns.content(row)))
        .collect::<Vec<_>>()
        .concat();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" \
         w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>{}</w:tblGrid><w:tr><w:trPr>\
         <w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>{rows}</w:tbl>{}",
        escaped(&table.caption),
        columns.grid(),
        // Two tables that meet would become one.
        empty("Aside")
    )
}

/// The columns of a table with their widths. One of pictures has none and is left out, since the figures beside it say the
/// same.
struct Columns<'t> {
    columns: Vec<(ColumnKind, usize)>,
    quoted: &'t str,
}

impl<'t> Columns<'t> {
    fn of_table(table: &Table, quoted: &'t str) -> Self {
        let kinds = table.columns.iter().map(|column| column.kind);
        let whole = kinds.clone().map(share).sum::<usize>().max(1);
        Self { columns: kinds.map(|kind| (kind, share(kind) * WIDTH / whole)).collect(), quoted }
    }

    fn grid(&self) -> String {
        let shown = self.columns.iter().filter(|(_, width)| *width > 0);
        shown.map(|(_, width)| format!("<w:gridCol w:w=\"{width}\"/>")).collect::<Vec<_>>().concat()
    }

    fn style(&self, at: usize) -> &'static str {
        match self.columns.get(at) {
            Some((ColumnKind::Figure, _)) => "Figure",
            _ => "Cell",
        }
    }

    /// A cell for each column that is shown.
    fn row(&self, contents: &[String]) -> String {
        let cells = contents.iter().zip(&self.columns).filter(|(_, (_, width))| *width > 0);
        cells.map(|(content, (_, width))| cell_part(*width, 1, content)).collect()
    }

    /// One cell across all columns.
    fn across(&self, content: &str) -> String {
        let count = self.columns.iter().filter(|(_, width)| *width > 0).count();
        cell_part(WIDTH, count, content)
    }

    fn content(&self, row: &Row) -> String {
        let cells = |cells: &[Cell], letters: &str| {
            let contents = cells.iter().zip(0..);
            let contents =
                contents.map(|(cell, at)| cell_content(cell, self.style(at), letters, self.quoted));
            self.row(&contents.collect::<Vec<_>>())
        };
        match row {
            Row::Group(title, aside) => {
                let said: Vec<_> = std::iter::once(title.as_str()).chain(aside.as_deref()).collect();
                self.across(&styled("Cell", &run(&said.join(" · "), "<w:b/>")))
            }
            Row::Cells(all) => cells(all, ""),
            Row::Total(all) => cells(all, "<w:b/>"),
            Row::Note(said) => self.across(&note(said, "")),
            Row::Quote(said) => self.across(&note(said, self.quoted)),
        }
    }
}

/// How much room a column takes beside the others.
fn share(kind: ColumnKind) -> usize {
    match kind {
        ColumnKind::Words => 8,
        ColumnKind::Value => 6,
        ColumnKind::Short => 5,
        ColumnKind::Name | ColumnKind::Narrow => 4,
        ColumnKind::Figure => 3,
        ColumnKind::Picture => 0,
    }
}

fn cell_part(width: usize, columns: usize, content: &str) -> String {
    let span = if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() };
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}</w:tcPr>{content}</w:tc>")
}

fn cell_content(cell: &Cell, style: &str, letters: &str, quoted: &str) -> String {
    match cell {
        Cell::Status(sign, text) => styled(style, &run(&format!("{sign} {text}"), letters)),
        Cell::Quoted(text) => styled(style, &run(text, &format!("{letters}{quoted}"))),
        Cell::Lines(lines) if !lines.is_empty() => {
            lines.iter().map(|line| styled(style, &run(line, letters))).collect()
        }
        other => styled(style, &run(other.words().first().copied().unwrap_or_default(), letters)),
    }
}

fn note(said: &[(String, String)], letters: &str) -> String {
    let lines: String = said.iter().map(|(name, text)| named("Cell", name, text, letters)).collect();
    if lines.is_empty() { empty("Cell") } else { lines }
}
