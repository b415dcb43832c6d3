//! A workbook (.xlsx) as a file: typed cells, formulas with their values, what may be entered, and how it prints.
//!
//! Texts stand in their cells, and the few looks that there are in one list, so that a workbook has the same seven
//! parts whatever it holds.

use super::archive::pack;
use super::xml::escaped;
use crate::domain::date::Date;
use crate::domain::number::Decimal;

/// A workbook.
#[derive(Debug)]
pub(super) struct Workbook {
    pub(super) title: String,
    /// The language that it is written in, such as `da`.
    pub(super) language: &'static str,
    /// The first is in view when it opens.
    pub(super) sheets: Vec<WrittenSheet>,
    /// How many decimals points have.
    pub(super) decimals: u32,
}

/// A sheet with one head row.
#[derive(Debug)]
pub(super) struct WrittenSheet {
    pub(super) name: String,
    /// How wide each column is, in letters.
    pub(super) widths: Vec<u16>,
    pub(super) rows: Vec<Vec<WrittenCell>>,
    /// What may be entered, by the row and the column, counted from 0.
    pub(super) allowed: Vec<((usize, usize), Allowed)>,
    /// Whether no other cell can be changed, so that no formula is lost.
    pub(super) is_locked: bool,
    /// What stands at the right of each printed page's head.
    pub(super) mark: Option<String>,
}

impl WrittenSheet {
    /// A sheet that may be sorted and changed, with nothing to be said of its pages.
    pub(super) fn new(name: impl Into<String>, widths: Vec<u16>, rows: Vec<Vec<WrittenCell>>) -> Self {
        Self { name: name.into(), widths, rows, allowed: Vec::new(), is_locked: false, mark: None }
    }
}

/// A cell with its look.
#[derive(Clone, Debug)]
pub(super) struct WrittenCell {
    pub(super) value: CellValue,
    pub(super) look: Look,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub(super) enum CellValue {
    Empty,
    Text(String),
    Number(Decimal),
    Day(Date),
    /// A formula, and what it comes to.
    Formula(String, Decimal),
}

/// How a cell looks, and whether it can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Head,
    Words,
    Number,
    Day,
    Points,
    Kroner,
    Share,
    Total,
    /// Can be changed.
    Input,
    /// Can be changed, and is a day.
    InputDay,
}

/// What may be entered into a cell.
#[derive(Clone, Debug)]
pub(super) enum Allowed {
    Number,
    Day,
    OneOf(Vec<String>),
}

impl WrittenCell {
    pub(super) fn empty() -> Self {
        Self { value: CellValue::Empty, look: Look::Plain }
    }

    pub(super) fn head(text: &str) -> Self {
        Self { value: CellValue::Text(text.to_owned()), look: Look::Head }
    }

    pub(super) fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        let value = if text.is_empty() { CellValue::Empty } else { CellValue::Text(text) };
        Self { value, look: Look::Words }
    }

    pub(super) fn day(day: Option<Date>) -> Self {
        Self { value: day.map_or(CellValue::Empty, CellValue::Day), look: Look::Day }
    }

    pub(super) fn number(value: Decimal, look: Look) -> Self {
        Self { value: CellValue::Number(value), look }
    }

    pub(super) fn formula(formula: impl Into<String>, value: Decimal, look: Look) -> Self {
        Self { value: CellValue::Formula(formula.into(), value), look }
    }
}

/// `B7` for the row 6 and the column 1, both counted from 0.
pub(super) fn place(row: usize, column: u8) -> String {
    format!("{}{}", char::from(b'A'.saturating_add(column)), row + 1)
}

/// A number as formulas and cells have it: with a decimal point.
pub(super) fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}

/// How each part begins.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The workbook as the bytes of a file.
pub(super) fn xlsx(book: &Workbook) -> Vec<u8> {
    let sheets = book.sheets.iter().enumerate();
    let names: Vec<String> =
        sheets.clone().map(|(at, _)| format!("xl/worksheets/sheet{}.xml", at + 1)).collect();
    let mut parts = vec![
        ("[Content_Types].xml", content_types(book)),
        ("_rels/.rels", root_relations("xl/workbook.xml")),
        ("docProps/core.xml", core_properties(&book.title, book.language)),
        ("xl/workbook.xml", list(book)),
        ("xl/_rels/workbook.xml.rels", relations(book)),
        ("xl/styles.xml", styles(book.decimals)),
    ];
    parts.extend(names.iter().map(String::as_str).zip(sheets.map(|(at, sheet)| sheet_part(sheet, at == 0))));
    pack(&parts)
}

fn content_types(book: &Workbook) -> String {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let sheets: String = (1..=book.sheets.len())
        .map(|at| {
            format!(
                "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{KIND}.worksheet+xml\"/>"
            )
        })
        .collect::<Vec<_>>()
        .concat();
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{KIND}.styles+xml\"/>{CORE_TYPE}{sheets}</Types>"
    )
}

/// The type of the part that says what a file is called.
pub(super) const CORE_TYPE: &str = "<Override PartName=\"/docProps/core.xml\" \
    ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>";

/// What leads from the file to its main part and to what it is called.
pub(super) fn root_relations(main: &str) -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{RELATIONS}/officeDocument\" Target=\"{main}\"/><Relationship Id=\"rId2\" \
         Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

/// What the file is called, and its language.
pub(super) fn core_properties(title: &str, language: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{language}</dc:language>\
         </cp:coreProperties>",
        escaped(title)
    )
}

fn list(book: &Workbook) -> String {
    let sheets: String = book
        .sheets
        .iter()
        .zip(1..)
        .map(|(sheet, at)| {
            format!("<sheet name=\"{}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>", escaped(&sheet.name))
        })
        .collect::<Vec<_>>()
        .concat();
    // The head row stands on every printed page.
    let heads: String = book
        .sheets
        .iter()
        .enumerate()
        .map(|(at, sheet)| {
            let name = escaped(&sheet.name.replace('\'', "''"));
            format!(
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{name}'!$1:$1</definedName>"
            )
        })
        .collect::<Vec<_>>()
        .concat();
    format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><bookViews><workbookView/></bookViews>\
         <sheets>{sheets}</sheets><definedNames>{heads}</definedNames><calcPr fullCalcOnLoad=\"1\"/></workbook>"
    )
}

fn relations(book: &Workbook) -> String {
    let sheets: String = (1..=book.sheets.len())
        .map(|at| {
            format!("<Relationship Id=\"rId{at}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")
        })
        .collect::<Vec<_>>()
        .concat();
    let last = book.sheets.len() + 1;
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{sheets}<Relationship Id=\"rId{last}\" \
         Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/></Relationships>"
    )
}

/// The looks in the order of [`Look`], each with its format of numbers, its font and its fill.
fn styles(decimals: u32) -> String {
    let digits = "0".repeat(usize::try_from(decimals).unwrap_or_default());
    let points = if digits.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{digits}") };
    let look = |format: u32, font: u8, fill: u8, locked: bool| {
        let protection = if locked { "" } else { "<protection locked=\"0\"/>" };
        format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\" applyProtection=\"1\">\
             <alignment vertical=\"top\" wrapText=\"1\"/>{protection}</xf>"
        )
    };
    let looks = [
        look(0, 0, 0, true),
        look(0, 1, 2, true),
        look(0, 0, 0, true),
        look(0, 0, 0, true),
        look(14, 0, 0, true),
        look(164, 0, 0, true),
        look(4, 0, 0, true),
        look(10, 0, 0, true),
        look(4, 1, 0, true),
        look(0, 0, 3, false),
        look(14, 0, 3, false),
    ];
    let fill = |colour: &str| {
        format!(
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
        )
    };
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"{points}\"/></numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/>\
         <name val=\"Calibri\"/></font></fonts><fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill>{}{}</fills><borders count=\"1\"><border/></borders>\
         <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"{}\">{}</cellXfs><cellStyles count=\"1\">\
         <cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        fill("FFE6E6E6"),
        fill("FFFFF8DC"),
        looks.len(),
        looks.concat()
    )
}

/// The place of a look in the list.
fn number_of(look: Look) -> u8 {
    match look {
        Look::Plain => 0,
        Look::Head => 1,
        Look::Words => 2,
        Look::Number => 3,
        Look::Day => 4,
        Look::Points => 5,
        Look::Kroner => 6,
        Look::Share => 7,
        Look::Total => 8,
        Look::Input => 9,
        Look::InputDay => 10,
    }
}

fn sheet_part(sheet: &WrittenSheet, is_active: bool) -> String {
    let selected = if is_active { " tabSelected=\"1\"" } else { "" };
    let columns: String = sheet
        .widths
        .iter()
        .zip(1..)
        .map(|(width, at)| format!("<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"))
        .collect::<Vec<_>>()
        .concat();
    let rows: String =
        sheet.rows.iter().enumerate().map(|(at, cells)| row_part(at, cells, &sheet.widths)).collect();
    let mark = sheet
        .mark
        .as_deref()
        .map(|mark| format!("&amp;R{}", escaped(&mark.replace('&', "&&"))))
        .unwrap_or_default();
    let name = escaped(&sheet.name.replace('&', "&&"));
    let lock = if sheet.is_locked {
        "<sheetProtection sheet=\"1\" formatColumns=\"0\" formatRows=\"0\"/>"
    } else {
        ""
    };
    format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>\
         <sheetView workbookViewId=\"0\"{selected}><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" \
         state=\"frozen\"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>{rows}</sheetData>\
         {lock}{}<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" \
         bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" \
         fitToHeight=\"0\"/><headerFooter><oddHeader>&amp;L{name}{mark}</oddHeader><oddFooter>&amp;R&amp;P / &amp;N</oddFooter>\
         </headerFooter></worksheet>",
        validations(&sheet.allowed)
    )
}

/// How high a line is, in points, and the highest row that a spreadsheet takes.
const LINE: usize = 15;
const HIGHEST: usize = 409;

/// A row, as high as its texts need it: not every program finds that out by itself.
fn row_part(at: usize, cells: &[WrittenCell], widths: &[u16]) -> String {
    let lines = |(cell, width): (&WrittenCell, &u16)| match &cell.value {
        CellValue::Text(text) => {
            let room = usize::from(*width).max(1);
            text.split('\n').map(|line| line.chars().count().div_ceil(room).max(1)).sum()
        }
        _ => 1,
    };
    let lines: usize = cells.iter().zip(widths).map(lines).max().unwrap_or(1);
    let height = if lines > 1 { format!(" ht=\"{}\"", (lines * LINE).min(HIGHEST)) } else { String::new() };
    let cells: String = (0..).zip(cells).map(|(column, cell)| cell_part(&place(at, column), cell)).collect();
    format!("<row r=\"{}\"{height}>{cells}</row>", at + 1)
}

fn cell_part(place: &str, cell: &WrittenCell) -> String {
    let head = format!("<c r=\"{place}\" s=\"{}\"", number_of(cell.look));
    match &cell.value {
        CellValue::Empty => format!("{head}/>"),
        CellValue::Text(text) => {
            let text = escaped(clipped(text));
            format!("{head} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
        }
        CellValue::Number(number) => format!("{head}><v>{}</v></c>", plain(*number)),
        CellValue::Day(day) => format!("{head}><v>{}</v></c>", serial(*day)),
        CellValue::Formula(formula, value) => {
            format!("{head}><f>{}</f><v>{}</v></c>", escaped(formula), plain(*value))
        }
    }
}

/// The longest text of a cell; a longer one would make the file one that has to be repaired.
const LONGEST: usize = 32_767;

/// The beginning of a text, as much of it as a cell takes.
fn clipped(text: &str) -> &str {
    let mut length = 0;
    let over = text.char_indices().find(|(_, letter)| {
        length += letter.len_utf16();
        length > LONGEST
    });
    over.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The Julian day from which days are counted, for days after February 1900.
const DAY_NOUGHT: i32 = 2_415_019;

/// A day as cells and formulas have it: a number.
pub(super) fn serial(day: Date) -> i32 {
    day.to_julian_day() - DAY_NOUGHT
}

/// The longest list of values that a spreadsheet takes.
const MAX_LIST: usize = 255;

fn validations(allowed: &[((usize, usize), Allowed)]) -> String {
    let one = |((row, column), allowed): &((usize, usize), Allowed)| {
        let cell = place(*row, u8::try_from(*column).unwrap_or_default());
        let head = |kind: &str| {
            format!(
                "<dataValidation type=\"{kind}\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"{cell}\""
            )
        };
        match allowed {
            Allowed::Number => format!(
                "{} operator=\"between\"><formula1>-999999999999999</formula1><formula2>999999999999999</formula2></dataValidation>",
                head("decimal")
            ),
            Allowed::Day => {
                format!(
                    "{} operator=\"greaterThanOrEqual\"><formula1>61</formula1></dataValidation>",
                    head("date")
                )
            }
            Allowed::OneOf(values) => {
                let list = values.join(",").replace('"', "\"\"");
                format!("{}><formula1>\"{}\"</formula1></dataValidation>", head("list"), escaped(&list))
            }
        }
    };
    let fits = |(_, allowed): &&((usize, usize), Allowed)| match allowed {
        Allowed::OneOf(values) => {
            let letters: usize = values.iter().map(|value| value.encode_utf16().count() + 1).sum();
            letters <= MAX_LIST && values.iter().all(|value| !value.contains(','))
        }
        _ => true,
    };
    let all: Vec<String> = allowed.iter().filter(fits).map(one).collect();
    if all.is_empty() {
        return String::new();
    }
    format!("<dataValidations count=\"{}\">{}</dataValidations>", all.len(), all.concat())
}
