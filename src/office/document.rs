//! A paper as a Word document (.docx): headings, lists and tables by their styles, so that a screen reader and a table of
//! contents find them.
//!
//! What Word's own check of accessibility asks for holds by how it is written: a title, a language, headings without
//! gaps, tables with a head and without joined cells, and no empty paragraphs that only make room.

use super::archive::pack;
use super::styles::{GRID, Looks, before};
use super::template::{Band, MAIN, Template, picture_type};
use super::write::{CORE_TYPE, HEAD, PACKAGE, RELATIONS, core_properties, root_relations};
use super::xml::escaped;
use crate::i18n::text::{OfficeText, PageText, ReportText};
use crate::report::{Block, Cell, ColumnKind, Row, Table, WrittenPaper};

const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Writes a paper as a document, in the looks of a template where there is one.
pub fn document(paper: &WrittenPaper, template: Option<&Template>) -> Vec<u8> {
    let language = language_tag(paper.words.lang.code());
    let looks = Looks::new(language, template);
    let bands = bands(paper, template, &looks);
    let theme = template.and_then(|template| template.theme.clone());
    let pictures = template.map(|template| &template.pictures[..]).unwrap_or_default();
    let title = format!("{} – {}", paper.title, paper.subtitle);
    let body = main_part(paper, &looks, &sections(&bands, template));
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(&bands, theme.is_some(), pictures)),
        ("_rels/.rels".to_owned(), root_relations("word/document.xml")),
        ("docProps/core.xml".to_owned(), core_properties(&title, language)),
        ("word/document.xml".to_owned(), body),
        ("word/_rels/document.xml.rels".to_owned(), relations(&bands, theme.is_some())),
        ("word/styles.xml".to_owned(), looks.styles),
        ("word/numbering.xml".to_owned(), looks.numbering),
        ("word/settings.xml".to_owned(), settings(language)),
    ];
    parts.extend(theme.map(|theme| ("word/theme/theme1.xml".to_owned(), theme)));
    for band in &bands {
        parts.push((format!("word/{}.xml", band.name), band.text.clone()));
        if !band.pictures.is_empty() {
            parts.push((format!("word/_rels/{}.xml.rels", band.name), picture_relations(&band.pictures)));
        }
    }
    let parts = parts.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let pictures = pictures.iter().map(|(name, bytes)| (format!("word/media/{name}"), bytes.clone()));
    let parts: Vec<_> = parts.chain(pictures).collect();
    pack(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect::<Vec<_>>())
}

/// `da-DK` for `da`: a word processor wants the country too.
fn language_tag(code: &str) -> &str {
    match code {
        "da" => "da-DK",
        "en" => "en-GB",
        other => other,
    }
}

/// The head or the foot of the first page or of all.
struct WrittenBand {
    /// The name of its part, which is its identifier too.
    name: &'static str,
    element: &'static str,
    is_first: bool,
    text: String,
    pictures: Vec<(String, String)>,
}

/// The heads and feet: ours, below those of the template.
fn bands(paper: &WrittenPaper, template: Option<&Template>, looks: &Looks) -> Vec<WrittenBand> {
    let has_first = template.is_some_and(|template| template.is_first_other);
    let wanted = [
        ("header1", "header", true, false),
        ("footer1", "footer", false, false),
        ("header2", "header", true, true),
        ("footer2", "footer", false, true),
    ];
    let wanted = wanted.into_iter().filter(|(.., is_first)| has_first || !is_first);
    let written = wanted.map(|(name, element, is_head, is_first)| {
        let root = if is_head { "w:hdr" } else { "w:ftr" };
        let own = if is_head { head(paper, looks) } else { foot(paper, looks) };
        let is_meant = |band: &&Band| band.is_head == is_head && band.is_first == is_first;
        let given = template.and_then(|template| template.bands.iter().find(is_meant));
        let with = given.and_then(|band| before(&band.text, &format!("</{root}>"), &own));
        let pictures = given.map(|band| band.pictures.clone()).unwrap_or_default();
        let text = with.unwrap_or_else(|| format!("{HEAD}<{root} xmlns:w=\"{MAIN}\">{own}</{root}>"));
        WrittenBand { name, element, is_first, text, pictures }
    });
    written.collect()
}

/// The parts beside the document itself, each with the word that ends its type.
const PARTS: [&str; 3] = ["styles", "numbering", "settings"];

fn content_types(bands: &[WrittenBand], has_theme: bool, pictures: &[(String, Vec<u8>)]) -> String {
    let part = |name: &str, kind: &str| {
        format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{KIND}.{kind}+xml\"/>")
    };
    let mut parts: Vec<_> = PARTS.iter().map(|name| part(name, name)).collect();
    parts.extend(bands.iter().map(|band| part(band.name, band.element)));
    if has_theme {
        let kind = "application/vnd.openxmlformats-officedocument.theme+xml";
        parts.push(format!("<Override PartName=\"/word/theme/theme1.xml\" ContentType=\"{kind}\"/>"));
    }
    let ends: Vec<_> = pictures.iter().filter_map(|(name, _)| picture_type(name)).collect();
    let ends = (0..).zip(&ends).filter(|(at, end)| !ends.iter().take(*at).any(|one| one == *end));
    let ends = ends.map(|(_, (end, kind))| format!("<Default Extension=\"{end}\" ContentType=\"{kind}\"/>"));
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/>{}<Override PartName=\"/word/document.xml\" \
         ContentType=\"{KIND}.document.main+xml\"/>{CORE_TYPE}{}</Types>",
        ends.collect::<Vec<_>>().concat(),
        parts.concat()
    )
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
}

fn relations(bands: &[WrittenBand], has_theme: bool) -> String {
    let mut parts: Vec<_> = PARTS.iter().map(|name| relation(name, name, &format!("{name}.xml"))).collect();
    parts.extend(bands.iter().map(|band| relation(band.name, band.element, &format!("{}.xml", band.name))));
    if has_theme {
        parts.push(relation("theme", "theme", "theme/theme1.xml"));
    }
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>", parts.concat())
}

fn picture_relations(pictures: &[(String, String)]) -> String {
    let each = pictures.iter().map(|(id, name)| relation(&escaped(id), "image", &format!("media/{name}")));
    let each = each.collect::<Vec<_>>().concat();
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{each}</Relationships>")
}

/// What a section says of its heads and feet.
fn sections(bands: &[WrittenBand], template: Option<&Template>) -> (String, &'static str) {
    let references = bands.iter().map(|band| {
        let kind = if band.is_first { "first" } else { "default" };
        format!("<w:{}Reference w:type=\"{kind}\" r:id=\"{}\"/>", band.element, band.name)
    });
    let is_first_other = template.is_some_and(|template| template.is_first_other);
    (references.collect::<Vec<_>>().concat(), if is_first_other { "<w:titlePg/>" } else { "" })
}

/// Nothing beside the language, and that the file is of the form of today.
fn settings(language: &str) -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"{MAIN}\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

/// That a paper is a draft, and that it is confidential.
fn marks(paper: &WrittenPaper) -> String {
    let words = paper.words;
    let draft = paper.draft.then(|| words.text(ReportText::Draft));
    let secret = paper.confidential.then(|| words.text(PageText::Confidential));
    draft.into_iter().chain(secret).collect::<Vec<_>>().join(" · ")
}

fn head(paper: &WrittenPaper, looks: &Looks) -> String {
    let marks = run(&marks(paper), "<w:b/>");
    styled(looks.id("PaperHead"), &format!("{}<w:r><w:tab/></w:r>{marks}", run(&paper.title, "")))
}

fn foot(paper: &WrittenPaper, looks: &Looks) -> String {
    let style = looks.id("PaperFoot");
    let field =
        |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let lines: String = paper.foot.iter().map(|line| styled(style, &run(line, ""))).collect();
    let number = format!(
        "<w:r><w:tab/></w:r>{}{}{}{}",
        run(&format!("{} ", paper.words.text(OfficeText::Page)), ""),
        field("PAGE"),
        run(" / ", ""),
        field("NUMPAGES")
    );
    format!("{lines}{}", styled(style, &number))
}

fn main_part(paper: &WrittenPaper, looks: &Looks, (references, first): &(String, &str)) -> String {
    let quoted = format!("<w:lang w:val=\"{}\"/>", escaped(language_tag(&paper.quoted_lang)));
    let mut body =
        Body { looks, quoted: &quoted, out: String::new(), has_heading: false, follows_table: false };
    body.paragraph("Title", &run(&paper.title, ""));
    body.paragraph("Subtitle", &run(&paper.subtitle, &quoted));
    // Heads of pages are read by no screen reader unless asked for.
    let marks = marks(paper);
    if !marks.is_empty() {
        body.paragraph("PaperMark", &run(&marks, ""));
    }
    for line in &paper.status {
        body.text("PaperStatus", line);
    }
    for block in &paper.blocks {
        body.block(block);
    }
    body.end_table();
    format!(
        "{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:body>{}<w:sectPr>{references}{}{first}</w:sectPr>\
         </w:body></w:document>",
        body.out, looks.page.properties
    )
}

/// A run of letters with their properties. A line break within is one in the document.
fn run(text: &str, letters: &str) -> String {
    let lines: Vec<_> =
        text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:r><w:rPr>{letters}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
}

fn styled(id: &str, runs: &str) -> String {
    with_properties(id, "", runs)
}

fn with_properties(id: &str, properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{properties}</w:pPr>{runs}</w:p>", escaped(id))
}

/// What stands in a document, from top to bottom.
struct Body<'a> {
    looks: &'a Looks,
    /// What letters have that are quoted from the contract: its language.
    quoted: &'a str,
    out: String,
    /// Whether a heading of the first level stands above.
    has_heading: bool,
    /// Whether a table was written last.
    follows_table: bool,
}

impl Body<'_> {
    fn paragraph(&mut self, style: &'static str, runs: &str) {
        self.paragraph_with(style, "", runs);
    }

    /// A paragraph with properties of its own, which keeps away from a table above it.
    fn paragraph_with(&mut self, style: &'static str, properties: &str, runs: &str) {
        let is_apart = self.follows_table && !style.starts_with("Heading");
        let room = if is_apart { "<w:spacing w:before=\"120\"/>" } else { "" };
        self.follows_table = false;
        self.out.push_str(&with_properties(self.looks.id(style), &format!("{properties}{room}"), runs));
    }

    fn text(&mut self, style: &'static str, text: &str) {
        self.paragraph(style, &run(text, ""));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text, aside) => {
                self.has_heading = true;
                self.text("Heading1", &joined(text, aside.as_deref()));
            }
            Block::Appendix(text) => {
                self.has_heading = true;
                self.paragraph_with("Heading1", "<w:pageBreakBefore/>", &run(text, ""));
            }
            Block::Lead(text) => self.text("PaperLead", text),
            Block::Text(text) | Block::Bar(_, text) => self.text("Normal", text),
            Block::Aside(text) => self.text("PaperAside", text),
            Block::Facts(facts) => {
                for (name, text) in facts {
                    self.paragraph("PaperFact", &named(name, text, ""));
                }
            }
            Block::List(items) => {
                for item in items {
                    self.paragraph_with("ListBullet", &Looks::list(), &run(item, ""));
                }
            }
            Block::Figures(figures) => {
                for (figure, words) in figures {
                    let figure = run(&format!("{figure} "), "<w:b/><w:sz w:val=\"28\"/>");
                    self.paragraph("PaperFact", &format!("{figure}{}", run(words, "")));
                }
            }
            Block::Table(table) => self.table(table),
            Block::Signatures(names, place_and_date) => {
                for name in names {
                    self.text("PaperSignature", &format!("{place_and_date} · {name}"));
                }
            }
            Block::Room(name) => {
                self.paragraph_with("PaperFact", "<w:keepNext/>", &run(name, "<w:b/>"));
                self.paragraph("PaperRoom", "");
            }
        }
    }

    /// Keeps two tables apart that meet, and ends a document that ends in one: without a paragraph they would become one.
    fn end_table(&mut self) {
        if self.follows_table {
            self.paragraph("PaperCell", "");
        }
    }

    /// A table, and one for each group of its rows under a heading of its own: joined cells are read out badly.
    fn table(&mut self, table: &Table) {
        let mut rows: Vec<&Row> = Vec::new();
        let mut group: Option<String> = None;
        for row in &table.rows {
            let is_apart = matches!(row, Row::Total(_)) && group.is_some();
            if is_apart || matches!(row, Row::Group(..)) {
                self.rows(table, group.as_deref(), &rows);
                rows.clear();
            }
            match row {
                Row::Group(title, aside) => {
                    let title = joined(title, aside.as_deref());
                    self.text(if self.has_heading { "Heading2" } else { "Heading1" }, &title);
                    group = Some(title);
                }
                row => rows.push(row),
            }
        }
        self.rows(table, group.as_deref(), &rows);
    }

    /// The rows of a table under its head, which stands again on each page; nothing without rows.
    fn rows(&mut self, table: &Table, group: Option<&str>, rows: &[&Row]) {
        if rows.is_empty() {
            return;
        }
        self.end_table();
        let columns =
            Columns { looks: self.looks, quoted: self.quoted, shown: shown(table, self.looks.page.width) };
        let heads = columns.shown.iter().map(|column| {
            let title = table.columns.get(column.at).map_or("", |column| column.title.as_str());
            styled(columns.style(column), &run(title, "<w:b/>"))
        });
        let head = columns.row(&heads.collect::<Vec<_>>());
        let grid = columns.shown.iter().map(|column| format!("<w:gridCol w:w=\"{}\"/>", column.width));
        let caption = escaped(&joined(&table.caption, group));
        let mut written = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             <w:tblCaption w:val=\"{caption}\"/><w:tblDescription w:val=\"{caption}\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>\
             <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>",
            escaped(self.looks.id(GRID)),
            self.looks.page.width,
            grid.collect::<Vec<_>>().concat()
        );
        let mut rest = rows;
        while let Some((first, behind)) = rest.split_first() {
            // What is said about a row stands within it.
            let notes = behind.iter().take_while(|row| matches!(row, Row::Note(_) | Row::Quote(_))).count();
            let (notes, further) = behind.split_at_checked(notes).unwrap_or_default();
            let cells = columns.row(&columns.contents(first, notes));
            written.extend(["<w:tr><w:trPr><w:cantSplit/></w:trPr>", &cells, "</w:tr>"]);
            rest = further;
        }
        written.push_str("</w:tbl>");
        self.out.push_str(&written);
        self.follows_table = true;
    }
}

/// A text, and what is said at the end of its line.
fn joined(text: &str, aside: Option<&str>) -> String {
    std::iter::once(text).chain(aside).collect::<Vec<_>>().join(" · ")
}

/// A name in bold, and what belongs to it.
fn named(name: &str, text: &str, letters: &str) -> String {
    format!("{}{}", run(&format!("{name}: "), "<w:b/>"), run(text, letters))
}

/// A column that is shown.
struct ShownColumn {
    /// Its place among all columns.
    at: usize,
    kind: ColumnKind,
    width: usize,
}

/// The columns with their widths. One of pictures is left out, since the figures beside it say the same.
fn shown(table: &Table, width: usize) -> Vec<ShownColumn> {
    let kinds = || table.columns.iter().map(|column| column.kind).zip(0..);
    let whole = kinds().map(|(kind, _)| share(kind)).sum::<usize>().max(1);
    let shown = kinds().filter(|(kind, _)| share(*kind) > 0);
    shown.map(|(kind, at)| ShownColumn { at, kind, width: share(kind) * width / whole }).collect()
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

/// What the cells of a table are written with.
struct Columns<'a> {
    looks: &'a Looks,
    quoted: &'a str,
    shown: Vec<ShownColumn>,
}

impl Columns<'_> {
    fn style(&self, column: &ShownColumn) -> &str {
        self.looks.id(if column.kind == ColumnKind::Figure { "PaperFigure" } else { "PaperCell" })
    }

    fn row(&self, contents: &[String]) -> String {
        let cells = contents.iter().zip(&self.shown).map(|(content, column)| {
            format!("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>", column.width)
        });
        cells.collect::<Vec<_>>().concat()
    }

    /// What stands in the cells of a row, with the notes about it in its widest cell.
    fn contents(&self, row: &Row, notes: &[&Row]) -> Vec<String> {
        let (cells, letters): (&[Cell], _) = match row {
            Row::Cells(cells) => (cells, ""),
            Row::Total(cells) => (cells, "<w:b/>"),
            Row::Group(..) | Row::Note(_) | Row::Quote(_) => (&[], ""),
        };
        let content = |column: &ShownColumn| {
            let style = self.style(column);
            cells
                .get(column.at)
                .map_or_else(String::new, |cell| cell_content(cell, style, letters, self.quoted))
        };
        let mut contents: Vec<_> = self.shown.iter().map(content).collect();
        let widest = self.shown.iter().map(|column| column.width).max();
        let place = self.shown.iter().position(|column| Some(column.width) == widest);
        if let Some(content) = place.and_then(|place| contents.get_mut(place)) {
            let own = std::iter::once(row).chain(notes.iter().copied());
            content.extend(own.flat_map(|row| self.note(row)));
        }
        // A cell without a paragraph would be none.
        for (content, column) in contents.iter_mut().zip(&self.shown) {
            if content.is_empty() {
                content.push_str(&styled(self.style(column), ""));
            }
        }
        contents
    }

    /// What a row says about the one above it.
    fn note(&self, row: &Row) -> Vec<String> {
        let (said, letters) = match row {
            Row::Note(said) => (said, ""),
            Row::Quote(said) => (said, self.quoted),
            Row::Group(..) | Row::Cells(_) | Row::Total(_) => return Vec::new(),
        };
        let id = self.looks.id("PaperCell");
        said.iter().map(|(name, text)| styled(id, &named(name, text, letters))).collect()
    }
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
