//! Files that are not to be trusted: each is refused, or read as far as it can be, with a sentence that helps, before it
//! costs anything. Nothing of them is run, and nothing they name is fetched: reading knows bytes alone.

use std::fmt::Write;
use std::time::{Duration, Instant};

use resultatkontrakt::findings::OfficeFault;
use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::office::{read_sheet, read_tables};
use resultatkontrakt::table::{FileTables, SheetChoice};

use super::file;
use super::packed::{Part, calc, document, packed, workbook};

const NO_STYLES: &str = "<styleSheet/>";
const MEGABYTE: usize = 1024 * 1024;

fn tables(bytes: &[u8]) -> Result<FileTables, OfficeFault> {
    read_tables(bytes, &SheetChoice::default(), Lang::Da)
}

fn sheet(content: &str) -> String {
    format!("<worksheet><sheetData>{content}</sheetData></worksheet>")
}

fn is_quick<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    // A shared machine and code that is not optimized have room; what is unpacked without a limit has not.
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    done
}

/// The file is refused both ways, and the reason says what helps in both languages.
fn is_refused(bytes: &[u8], fault: &OfficeFault, [danish, english]: [&str; 2]) {
    assert_eq!(is_quick(|| tables(bytes)).as_ref().err(), Some(fault));
    if !bytes.windows(5).any(|part| part == b"word/") {
        assert_eq!(is_quick(|| read_sheet(bytes, &SheetChoice::default())).as_ref().err(), Some(fault));
    }
    for (words, said) in [(Words::DANISH, danish), (Words::ENGLISH, english)] {
        assert!(fault.message(words).contains(said), "{}", fault.message(words));
        assert!(fault.hint(words).is_some_and(|hint| hint.ends_with('.')));
    }
}

const TOO_LARGE: [&str; 2] = ["for stor", "too large"];
const BROKEN: [&str; 2] = ["kan ikke læses", "cannot be read"];
const ENCRYPTED: [&str; 2] = ["beskyttet med en adgangskode", "protected by a password"];
const OTHER_KIND: [&str; 2] = ["et format, som ikke læses her, såsom .xls", "not read here, such as .xls"];

#[test]
fn what_becomes_too_large_is_refused_before_it_is_unpacked() {
    let blank = " ".repeat(4 * MEGABYTE);
    let bomb = workbook(Part::plain("xl/sheet.xml", &blank).packed(), NO_STYLES, Vec::new());
    assert!(bomb.len() < MEGABYTE / 10, "it is small as long as it is packed");
    is_refused(&bomb, &OfficeFault::TooLarge, TOO_LARGE);
    let said = sheet("");
    let hundred = Part::plain("xl/sheet.xml", &said).packed().that_says(100 * MEGABYTE);
    is_refused(&workbook(hundred, NO_STYLES, Vec::new()), &OfficeFault::TooLarge, TOO_LARGE);
    let in_word = document("", vec![Part::plain("word/media/a.xml", &blank).packed()]);
    is_refused(&in_word, &OfficeFault::TooLarge, TOO_LARGE);
    let in_calc = calc("", vec![Part::plain("Pictures/a.xml", &blank).packed()]);
    is_refused(&in_calc, &OfficeFault::TooLarge, TOO_LARGE);
    is_refused(&vec![b'P'; 8 * MEGABYTE + 1], &OfficeFault::TooLarge, TOO_LARGE);
}

#[test]
fn more_rows_than_are_read_are_refused_and_empty_ones_cost_nothing() {
    let row = "<row><c><v>1</v></c></row>";
    let rows = sheet(&row.repeat(200_001));
    let many = workbook(Part::plain("xl/sheet.xml", &rows), NO_STYLES, Vec::new());
    is_refused(&many, &OfficeFault::TooLarge, TOO_LARGE);
    let whole = sheet(&row.repeat(1_048_576));
    let whole = workbook(Part::plain("xl/sheet.xml", &whole).packed(), NO_STYLES, Vec::new());
    is_refused(&whole, &OfficeFault::TooLarge, TOO_LARGE);
    let beyond = sheet(r#"<row r="1048577"><c><v>1</v></c></row>"#);
    let beyond = workbook(Part::plain("xl/sheet.xml", &beyond), NO_STYLES, Vec::new());
    is_refused(&beyond, &OfficeFault::TooLarge, TOO_LARGE);
    let cell = r#"<table:table-cell office:value-type="float" office:value="1"/>"#;
    let repeated = format!(
        r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row></table:table>"#
    );
    is_refused(&calc(&repeated, Vec::new()), &OfficeFault::TooLarge, TOO_LARGE);

    // A sheet that was looked after to its last row holds two rows.
    let mut rows = String::new();
    for number in 1..=100_000 {
        write!(rows, r#"<row r="{number}" s="1"/>"#).unwrap();
    }
    rows.push_str(r#"<row r="1048575"><c t="str"><v>Mål</v></c><c t="str"><v>Krav</v></c></row>"#);
    rows.push_str(r#"<row r="1048576"><c t="str"><v>A</v></c><c t="str"><v>højst 5</v></c></row>"#);
    let rows = sheet(&rows);
    let read =
        is_quick(|| tables(&workbook(Part::plain("xl/sheet.xml", &rows), NO_STYLES, Vec::new()))).unwrap();
    assert_eq!(read.tables[0].table.len(), 1);
}

#[test]
fn a_million_styles_are_refused_or_read_in_a_moment() {
    let style = r#"<xf numFmtId="14"/>"#;
    let list = |count: usize| format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", style.repeat(count));
    let million = list(1_000_000);
    let cell = sheet(r#"<row><c t="str"><v>Mål</v></c><c t="str"><v>Krav</v></c></row>"#);
    let parts = vec![Part::plain("xl/more.xml", &million).packed()];
    is_refused(
        &workbook(Part::plain("xl/sheet.xml", &cell), NO_STYLES, parts),
        &OfficeFault::TooLarge,
        TOO_LARGE,
    );
    let mut own = String::new();
    for id in 0..50_000 {
        write!(own, r#"<numFmt numFmtId="{id}" formatCode="0%"/>"#).unwrap();
    }
    let many = format!("<styleSheet>{own}{}", &list(200_000)["<styleSheet>".len()..]);
    let day = sheet(r#"<row><c t="str"><v>Mål</v></c></row><row><c s="199999"><v>0.5</v></c></row>"#);
    let read = is_quick(|| {
        read_sheet(&workbook(Part::plain("xl/sheet.xml", &day), &many, Vec::new()), &SheetChoice::default())
    });
    assert_eq!(read.unwrap().text, "Mål\n50 %");
}

#[test]
fn a_text_that_stands_in_every_cell_is_refused_before_it_fills_the_memory() {
    let long = "x".repeat(MEGABYTE);
    let texts = format!("<sst><si><t>{long}</t></si></sst>");
    let cells = sheet(&r#"<row><c t="s"><v>0</v></c></row>"#.repeat(100_000));
    let root = super::packed::relations(&[("officeDocument", "b.xml")]);
    let related = super::packed::relations(&[("worksheet", "s.xml"), ("sharedStrings", "t.xml")]);
    let bytes = packed(&[
        Part::plain("_rels/.rels", &root),
        Part::plain("_rels/b.xml.rels", &related),
        Part::plain("b.xml", r#"<workbook><sheets><sheet name="A" r:id="r0"/></sheets></workbook>"#),
        Part::plain("s.xml", &cells),
        Part::plain("t.xml", &texts),
    ]);
    is_refused(&bytes, &OfficeFault::TooLarge, TOO_LARGE);
}

#[test]
fn files_with_a_password_are_named() {
    is_refused(&file("tests/golden/bad/office-encrypted.xlsx"), &OfficeFault::Encrypted, ENCRYPTED);
    let list = r#"<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let locked = calc("", vec![Part::plain("META-INF/manifest.xml", list)]);
    is_refused(&locked, &OfficeFault::Encrypted, ENCRYPTED);
    let mut flagged = document("", Vec::new());
    let list = flagged.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
    flagged[list + 8] = 1;
    is_refused(&flagged, &OfficeFault::Encrypted, ENCRYPTED);
}

#[test]
fn files_of_older_programs_are_named() {
    for name in ["libreoffice.xls", "libreoffice.doc"] {
        is_refused(&file(&format!("tests/office/{name}")), &OfficeFault::OtherKind, OTHER_KIND);
    }
    let text = packed(&[Part::plain("mimetype", "application/vnd.oasis.opendocument.text")]);
    is_refused(&text, &OfficeFault::OtherKind, OTHER_KIND);
    let root = super::packed::relations(&[("officeDocument", "xl/workbook.bin")]);
    let binary = packed(&[Part::plain("_rels/.rels", &root), Part::plain("xl/workbook.bin", "\u{1}")]);
    is_refused(&binary, &OfficeFault::OtherKind, OTHER_KIND);
}

#[test]
fn broken_files_are_refused_wherever_they_break() {
    let named = "<!DOCTYPE a [<!ENTITY x \"y\">]><worksheet/>";
    for content in ["<worksheet><sheetData>", "<a></a></a>", "<a>&x;</a>", "<a", named] {
        let bytes = workbook(Part::plain("xl/sheet.xml", content), NO_STYLES, Vec::new());
        is_refused(&bytes, &OfficeFault::Broken, BROKEN);
        is_refused(&document(content, Vec::new()), &OfficeFault::Broken, BROKEN);
        is_refused(&calc(content, Vec::new()), &OfficeFault::Broken, BROKEN);
    }
    let whole = file("tests/office/python-docx.docx");
    for end in (0..whole.len()).step_by(97) {
        assert!(tables(&whole[..end]).is_err(), "cut at {end}");
    }
    is_refused(b"PK\x03\x04", &OfficeFault::Broken, BROKEN);
    is_refused(&packed(&[Part::plain("a.txt", "a")]), &OfficeFault::Broken, BROKEN);
}

const TABLE: &str = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Mål</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

#[test]
fn macros_are_named_and_not_run() {
    let code = || vec![Part::plain("xl/vbaProject.bin", "Sub Auto_Open()")];
    let cell = sheet(r#"<row><c t="str"><v>Mål</v></c></row>"#);
    let in_word = vec![Part::plain("word/vbaProject.bin", "Sub AutoOpen()")];
    let in_calc = vec![Part::plain("Basic/Standard/Module1.xml", "<a/>")];
    let row = r#"<table:table table:name="A"><table:table-row><table:table-cell><text:p>Mål</text:p></table:table-cell></table:table-row></table:table>"#;
    for bytes in [
        workbook(Part::plain("xl/sheet.xml", &cell), NO_STYLES, code()),
        document(TABLE, in_word),
        calc(row, in_calc),
    ] {
        let read = tables(&bytes).unwrap();
        assert_eq!((read.tables.len(), read.findings), (1, vec![OfficeFault::Macros]));
    }
    for (words, said) in [(Words::DANISH, "De køres ikke."), (Words::ENGLISH, "They are not run.")] {
        assert!(OfficeFault::Macros.message(words).ends_with(said));
    }
}

#[test]
fn what_a_file_takes_from_others_is_named_and_not_fetched() {
    let cell = sheet("<row><c><f>[1]Ark1!A1</f><v>7</v></c></row>");
    let link = vec![Part::plain("xl/externalLinks/externalLink1.xml", "<externalLink/>")];
    let read = tables(&workbook(Part::plain("xl/sheet.xml", &cell), NO_STYLES, link)).unwrap();
    assert_eq!((read.tables[0].table.grid.text(0, 0), read.findings), ("7", vec![OfficeFault::Links]));
    let row = r#"<table:table table:name="A"><table:table-source xlink:href="http://example.org/a.ods"/><table:table-row><table:table-cell office:value-type="float" office:value="7"/></table:table-row></table:table>"#;
    let read = tables(&calc(row, Vec::new())).unwrap();
    assert_eq!((read.tables[0].table.grid.text(0, 0), read.findings), ("7", vec![OfficeFault::Links]));
    // A picture and a template elsewhere are no part of a table.
    let outside = r#"<Relationships><Relationship Id="r1" Type="http://x/image" Target="http://example.org/a.png" TargetMode="External"/>
        <Relationship Id="r2" Type="http://x/styles" Target="http://example.org/styles.xml" TargetMode="External"/></Relationships>"#;
    let read = tables(&document(TABLE, vec![Part::plain("word/_rels/document.xml.rels", outside)])).unwrap();
    assert_eq!((read.tables.len(), read.findings), (1, Vec::new()));
    for (words, said) in [(Words::DANISH, "fra andre filer"), (Words::ENGLISH, "from other files")] {
        assert!(OfficeFault::Links.message(words).contains(said));
    }
}
