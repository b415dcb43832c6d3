//! The tables of a Word document (.docx), with what stands above them: texts as the person sees them. What was deleted or
//! is hidden is left out, what was inserted is taken.

use std::collections::BTreeMap;

use super::excel::{part_of_kind, related};
use super::{MAX_TABLES, Room};
use crate::findings::OfficeFault;
use crate::office::archive::Archive;
use crate::office::xml::{NotXml, Piece, Reader, Tag};
use crate::table::pasted::{Grid, GridCell, MAX_COLUMNS, MAX_ROWS, raised};

/// How many lines above a table are kept with it.
const LINES: usize = 3;
/// Elements whose texts are not seen: what was deleted or moved away, and what older programs show in place of something.
const UNSEEN: &[&str] = &["del", "moveFrom", "Fallback"];

/// Whether a part is the text of a document.
pub(super) fn is_document(part: &[u8]) -> bool {
    let Ok(mut reader) = Reader::new(part) else { return false };
    loop {
        match reader.next() {
            Ok(Some(Piece::Begin(tag))) => return tag.name == "document",
            Ok(Some(_)) => {}
            _ => return false,
        }
    }
}

/// Reads the tables of the part with the document's text.
pub(super) fn word_tables(archive: &Archive<'_>, name: &str, part: &[u8]) -> Result<Vec<Grid>, OfficeFault> {
    let styles = part_of_kind(archive, &related(archive, name)?, "styles")?;
    let styles = styles.map(|part| paragraph_styles(&part)).transpose()?.unwrap_or_default();
    tables(part, &styles)
}

/// What a style of paragraphs is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct ParagraphStyle {
    is_heading: bool,
    is_list: bool,
}

/// The styles of paragraphs by their identifiers, which follow the language of the program; names do not.
fn paragraph_styles(part: &[u8]) -> Result<BTreeMap<String, ParagraphStyle>, NotXml> {
    let mut reader = Reader::new(part)?;
    let (mut styles, mut id) = (BTreeMap::new(), String::new());
    while let Some(piece) = reader.next()? {
        let Piece::Begin(tag) = piece else { continue };
        let value = || tag.attribute("val").unwrap_or_default().to_lowercase();
        match tag.name {
            "style" => id = tag.attribute("styleId").unwrap_or_default(),
            "name" if value().starts_with("heading") => {
                let style: &mut ParagraphStyle = styles.entry(id.clone()).or_default();
                style.is_heading = true;
            }
            "numId" if value() != "0" => {
                let style: &mut ParagraphStyle = styles.entry(id.clone()).or_default();
                style.is_list = true;
            }
            _ => {}
        }
    }
    Ok(styles)
}

fn tables(part: &[u8], styles: &BTreeMap<String, ParagraphStyle>) -> Result<Vec<Grid>, OfficeFault> {
    let mut reader = Reader::new(part)?;
    let mut parser = Parser::new(styles);
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Begin(tag) => parser.begin(tag),
            Piece::End(name) => parser.end(name)?,
            Piece::Text(text) => parser.text(&text),
        }
    }
    Ok(parser.tables)
}

/// A cell that has begun.
#[derive(Debug, Default)]
struct OpenCell {
    /// How many columns it reaches over.
    columns: usize,
    /// Whether it goes on from the row above.
    goes_on: bool,
    text: String,
}

/// The row that is open.
#[derive(Debug, Default)]
struct OpenRow {
    cells: Vec<GridCell>,
    is_deleted: bool,
}

/// Where the text stands.
#[derive(Debug, Default)]
struct Place {
    /// How many tables it lies in; those within a cell are part of its text.
    depth: usize,
    /// How many elements that are not seen are open around it.
    unseen: usize,
    is_in_run: bool,
    is_in_row_properties: bool,
    is_text: bool,
}

struct Parser<'s> {
    styles: &'s BTreeMap<String, ParagraphStyle>,
    tables: Vec<Grid>,
    room: Room,
    place: Place,
    /// What was said since the last table; its headings apart.
    lines: Vec<String>,
    headings: Vec<String>,
    grid: Grid,
    row: OpenRow,
    cell: Option<OpenCell>,
    /// The paragraph that is open, and its style.
    said: String,
    style: ParagraphStyle,
    /// Whether the run is raised, and whether it is hidden.
    is_raised: bool,
    is_hidden: bool,
}

impl<'s> Parser<'s> {
    fn new(styles: &'s BTreeMap<String, ParagraphStyle>) -> Self {
        Self {
            styles,
            tables: Vec::new(),
            room: Room::default(),
            place: Place::default(),
            lines: Vec::new(),
            headings: Vec::new(),
            grid: Grid::default(),
            row: OpenRow::default(),
            cell: None,
            said: String::new(),
            style: ParagraphStyle::default(),
            is_raised: false,
            is_hidden: false,
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        if UNSEEN.contains(&tag.name) {
            self.place.unseen += 1;
            // The row as a whole was deleted.
            self.row.is_deleted |= self.place.is_in_row_properties && self.place.depth == 1;
        }
        match tag.name {
            _ if self.place.unseen > 0 => {}
            "tbl" => self.begin_table(),
            "p" => {
                self.end_paragraph();
                self.style = ParagraphStyle::default();
            }
            "pStyle" => {
                let style = tag.attribute("val").and_then(|id| self.styles.get(&id));
                self.style = style.copied().unwrap_or_default();
            }
            "numId" => self.style.is_list = tag.attribute("val").is_none_or(|id| id != "0"),
            "r" => (self.place.is_in_run, self.is_raised, self.is_hidden) = (true, false, false),
            "vertAlign" => self.is_raised = tag.attribute("val").is_some_and(|val| val == "superscript"),
            "vanish" => self.is_hidden = is_on(tag),
            "t" => self.place.is_text = true,
            "tab" if self.place.is_in_run => self.push(' '),
            "br" | "cr" if self.place.is_in_run => self.push('\n'),
            "noBreakHyphen" => self.push('-'),
            _ if self.place.depth == 1 => self.begin_in_table(tag),
            _ => {}
        }
    }

    fn begin_in_table(&mut self, tag: Tag<'_>) {
        match tag.name {
            "tr" => self.row = OpenRow::default(),
            "trPr" => self.place.is_in_row_properties = true,
            "gridBefore" => {
                let count = tag.number("val").unwrap_or_default().min(MAX_COLUMNS);
                self.row.cells.extend(std::iter::repeat_n(GridCell::default(), count));
            }
            "tc" => self.cell = Some(OpenCell { columns: 1, ..OpenCell::default() }),
            "gridSpan" => {
                if let Some(cell) = &mut self.cell {
                    cell.columns = tag.number("val").unwrap_or(1).clamp(1, MAX_COLUMNS);
                }
            }
            "vMerge" => {
                if let Some(cell) = &mut self.cell {
                    cell.goes_on = tag.attribute("val").is_none_or(|val| val != "restart");
                }
            }
            _ => {}
        }
    }

    fn begin_table(&mut self) {
        self.end_paragraph();
        self.place.depth += 1;
        if self.place.depth == 1 {
            // The last line names the table, and a heading does so best.
            let mut before = std::mem::take(&mut self.lines);
            before.append(&mut self.headings);
            self.grid = Grid { before, rows: Vec::new() };
        }
    }

    fn end(&mut self, name: &str) -> Result<(), OfficeFault> {
        if UNSEEN.contains(&name) {
            self.place.unseen = self.place.unseen.saturating_sub(1);
            return Ok(());
        }
        match name {
            _ if self.place.unseen > 0 => {}
            "p" => self.end_paragraph(),
            "r" => (self.place.is_in_run, self.is_raised, self.is_hidden) = (false, false, false),
            "t" => self.place.is_text = false,
            "trPr" => self.place.is_in_row_properties = false,
            "tc" if self.place.depth == 1 => self.end_cell()?,
            "tr" if self.place.depth == 1 => self.end_row()?,
            "tbl" => {
                self.end_paragraph();
                self.place.depth = self.place.depth.saturating_sub(1);
                if self.place.depth == 0 {
                    self.end_table()?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.place.is_text {
            text.chars().for_each(|sign| self.push(sign));
        }
    }

    fn push(&mut self, sign: char) {
        if self.place.unseen == 0 && !self.is_hidden {
            self.said.push(if self.is_raised { raised(sign) } else { sign });
        }
    }

    /// Puts the paragraph where it belongs: into the open cell, or above the next table.
    fn end_paragraph(&mut self) {
        let said = std::mem::take(&mut self.said);
        let said = said.trim();
        if said.is_empty() {
            return;
        }
        if let Some(cell) = &mut self.cell {
            if !cell.text.is_empty() {
                cell.text.push('\n');
            }
            if self.style.is_list {
                cell.text.push_str("• ");
            }
            cell.text.push_str(said);
        } else if self.place.depth == 0 {
            let lines = if self.style.is_heading { &mut self.headings } else { &mut self.lines };
            if lines.len() >= LINES {
                lines.remove(0);
            }
            lines.push(said.to_owned());
        }
    }

    fn end_cell(&mut self) -> Result<(), OfficeFault> {
        self.end_paragraph();
        let Some(cell) = self.cell.take() else { return Ok(()) };
        // A list of one is none.
        let text = cell.text.strip_prefix("• ").filter(|one| !one.contains('\n')).unwrap_or(&cell.text);
        for place in 0..cell.columns {
            let column = self.row.cells.len();
            if column >= MAX_COLUMNS {
                break;
            }
            let above = self.grid.rows.last().and_then(|row| row.get(column)).filter(|_| cell.goes_on);
            let merged = place > 0 || above.is_some();
            let next = match above {
                Some(above) => GridCell { text: above.text.clone(), merged },
                None => GridCell::new(text, merged),
            };
            self.room.take(&next.text)?;
            self.row.cells.push(next);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), OfficeFault> {
        let row = std::mem::take(&mut self.row);
        if row.is_deleted || row.cells.is_empty() {
            return Ok(());
        }
        if self.grid.rows.len() >= MAX_ROWS {
            return Err(OfficeFault::TooLarge);
        }
        self.grid.rows.push(row.cells);
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), OfficeFault> {
        let grid = std::mem::take(&mut self.grid).squared();
        if grid.rows.is_empty() {
            return Ok(());
        }
        if self.tables.len() >= MAX_TABLES {
            return Err(OfficeFault::TooLarge);
        }
        self.tables.push(grid);
        Ok(())
    }
}

/// Whether a property that is named holds: it does, unless it is said to be off.
fn is_on(tag: Tag<'_>) -> bool {
    tag.attribute("val").is_none_or(|val| !matches!(val.as_str(), "0" | "false" | "off"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Vec<Grid> {
        let styles = r#"<w:styles><w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="Opstilling"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;
        let styles = paragraph_styles(styles.as_bytes()).unwrap();
        tables(format!("<w:document><w:body>{body}</w:body></w:document>").as_bytes(), &styles).unwrap()
    }

    /// The rows of each table: `a|b`, with `^` before what is part of a larger cell.
    fn rows(body: &str) -> Vec<String> {
        let cell = |cell: &GridCell| {
            let mark = if cell.merged { "^" } else { "" };
            format!("{mark}{}", cell.text.replace('\n', "/"))
        };
        let tables = read(body);
        let rows = tables.iter().flat_map(|table| &table.rows);
        rows.map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
    }

    fn p(text: &str) -> String {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    fn tc(properties: &str, content: &str) -> String {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
    }

    #[test]
    fn merged_cells_keep_their_room() {
        let (down, on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
        let wide = "<w:gridSpan w:val=\"2\"/>";
        let body = [
            "<w:tbl><w:tr>",
            &tc(down, &p("Mål")),
            &tc(wide, &p("Resultater")),
            "</w:tr><w:tr>",
            &tc(on, &p("")),
            &tc("", &p("2007")),
            &tc("", &p("2008")),
            "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>",
            &tc("", &p("1")),
            "</w:tr></w:tbl>",
        ];
        assert_eq!(rows(&body.concat()), ["Mål|Resultater|^Resultater", "^Mål|2007|2008", "|1|"]);
    }

    #[test]
    fn a_cell_says_what_is_seen_line_by_line() {
        let run = |properties: &str, text: &str| {
            format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
        };
        let paragraph = format!(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}<w:del><w:r><w:delText>slettet</w:delText><w:t>væk</w:t></w:r></w:del><w:ins>{}</w:ins>{}{}<w:moveFrom>{}</w:moveFrom><w:r><w:br/><w:t>ny</w:t><w:tab/><w:t>linje</w:t></w:r></w:p>",
            run("", "Et m"),
            run("", " indsat"),
            run("<w:vertAlign w:val=\"superscript\"/>", "2"),
            run("<w:vanish/>", "skjult"),
            run("", "flyttet"),
        );
        let list = "<w:p><w:pPr><w:pStyle w:val=\"Opstilling\"/></w:pPr><w:r><w:t>én</w:t></w:r></w:p>";
        let nested = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", tc("", &p("indre")));
        let other = "<w:r><w:AlternateContent><w:Choice><w:txbxContent><w:p><w:r><w:t>boks</w:t></w:r></w:p></w:txbxContent></w:Choice><w:Fallback><w:t>boks</w:t></w:Fallback></w:AlternateContent></w:r>";
        let cell = tc("", &format!("{paragraph}{list}{nested}<w:p>{other}</w:p>"));
        let body = format!(
            "<w:tbl><w:tr>{cell}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>",
            tc("", &p("slettet"))
        );
        assert_eq!(rows(&body), ["Et m indsat²/ny linje/• én/indre/boks"]);
    }

    #[test]
    fn headings_above_a_table_name_it_whatever_stands_between() {
        let heading = "<w:p><w:pPr><w:pStyle w:val=\"Overskrift1\"/><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>Strategiske mål</w:t></w:r></w:p>";
        let table = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", tc("", &p("a")));
        let body = [heading, &p("Målene følger her."), &table, &p("Efter"), &table].concat();
        let before: Vec<_> = read(&body).into_iter().map(|table| table.before).collect();
        assert_eq!(before, [vec!["Målene følger her.", "Strategiske mål"], vec!["Efter"]]);
    }

    #[test]
    fn a_text_that_reaches_down_a_long_table_has_an_end() {
        let long = "x".repeat(1024 * 1024);
        let first = tc("<w:vMerge w:val=\"restart\"/>", &p(&long));
        let on = format!("<w:tr>{}</w:tr>", tc("<w:vMerge/>", &p("")));
        let body = format!("<w:document><w:tbl><w:tr>{first}</w:tr>{}</w:tbl></w:document>", on.repeat(100));
        assert_eq!(tables(body.as_bytes(), &BTreeMap::new()), Err(OfficeFault::TooLarge));
        let small = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", tc("", "")).repeat(MAX_TABLES + 1);
        let many = format!("<w:document>{small}</w:document>");
        assert_eq!(tables(many.as_bytes(), &BTreeMap::new()), Err(OfficeFault::TooLarge));
    }
}
