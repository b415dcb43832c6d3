//! What another office program makes of our files: `LibreOffice` opens every paper without a repair, says what the paper
//! says, and works out the same figures.
//!
//! Where it is not installed nothing is tested, and that is said.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use resultatkontrakt::i18n::Words;
use resultatkontrakt::office::{document, workbook};
use resultatkontrakt::report::Paper;

use super::document::said;
use super::formulas::cases_with_pots;
use super::sheet::{Book, Value};
use super::unpacked::{packed, unpacked};
use super::{Case, EXAMPLES};

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("office").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Lets `LibreOffice` turn all files of a folder into another kind, and gives what it wrote; none where it is missing.
fn converted(from: &Path, kind: &str, to: &str) -> Option<BTreeMap<String, Vec<u8>>> {
    let out = folder(to);
    // A profile of its own, so that a program that is open does not take over.
    let profile = format!("-env:UserInstallation=file://{}", folder(&format!("{to}-profile")).display());
    let files = fs::read_dir(from).unwrap().map(|file| file.unwrap().path());
    let mut soffice = Command::new("soffice");
    soffice.args([&profile, "--headless", "--convert-to", kind, "--outdir"]).arg(&out).args(files);
    let Ok(output) = soffice.output() else {
        // What tests print is not shown where they pass.
        let _ = std::io::stderr()
            .write_all(b"skipped: LibreOffice (soffice) is not installed, so no file was opened by it\n");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written = fs::read_dir(&out).unwrap().map(|file| file.unwrap());
    Some(
        written
            .map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap()))
            .collect(),
    )
}

/// A text without its breaks, blanks and the signs that stand in cells for nothing.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn libreoffice_opens_every_paper_and_says_what_it_says() {
    let files = folder("documents");
    let mut papers = BTreeMap::new();
    for name in ["ams-2009", "vejlefjord-2015", "trafikstyrelsen-2023"] {
        for paper in Paper::ALL {
            let written = Case::example(name).with_matter(Words::DANISH, |matter| paper.write(matter));
            let file = format!("{name}-{}", paper.code());
            fs::write(files.join(format!("{file}.docx")), document(&written, None)).unwrap();
            papers.insert(file, written);
        }
    }
    let Some(pages) = converted(&files, "pdf", "pages") else { return };
    assert_eq!(pages.len(), papers.len(), "{:?}", pages.keys());
    assert!(pages.values().all(|page| page.starts_with(b"%PDF") && page.len() > 5_000));
    let texts = converted(&files, "txt:Text (encoded):UTF8", "texts").unwrap();
    for (file, paper) in &papers {
        let text = plain(&String::from_utf8_lossy(&texts[&format!("{file}.txt")]));
        for piece in said(paper) {
            assert!(text.contains(&piece), "{file}: {piece}\nis not in\n{text}");
        }
    }
}

/// The cells of a table with commas, by their places.
fn cells(csv: &str) -> BTreeMap<String, String> {
    let (mut cells, mut cell, mut is_quoted, mut row, mut column) =
        (BTreeMap::new(), String::new(), false, 1, b'A');
    for sign in csv.chars().chain(['\n']) {
        match sign {
            '"' => is_quoted = !is_quoted,
            ',' | '\n' if !is_quoted => {
                cells.insert(format!("{}{row}", char::from(column)), std::mem::take(&mut cell));
                (row, column) = if sign == ',' { (row, column + 1) } else { (row + 1, b'A') };
            }
            sign => cell.push(sign),
        }
    }
    cells
}

/// A workbook whose formulas stand without what they come to, so that they have to be worked out.
fn without_values(bytes: &[u8]) -> Vec<u8> {
    let parts = unpacked(bytes).into_iter().map(|(name, part)| {
        let mut pieces = part.split("</f><v>");
        let first = pieces.next().unwrap().to_owned();
        let rest = pieces.map(|piece| format!("</f>{}", piece.split_once("</v>").unwrap().1));
        (name, std::iter::once(first).chain(rest).collect::<String>())
    });
    let parts: Vec<_> = parts.collect();
    packed(&parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect::<Vec<_>>())
}

#[test]
fn libreoffice_works_out_the_same_figures() {
    let files = folder("workbooks");
    let mut books = BTreeMap::new();
    let examples = EXAMPLES.map(|name| (name.to_owned(), Case::example(name)));
    let with_pots = (0..).zip(cases_with_pots()).map(|(at, case)| (format!("pots-{at}"), case));
    for (name, case) in examples.into_iter().chain(with_pots) {
        let bytes = case.with_matter(Words::DANISH, |matter| workbook(matter, Paper::SelfAssessment));
        fs::write(files.join(format!("{name}.xlsx")), without_values(&bytes)).unwrap();
        books.insert(name, Book::read(&bytes));
    }
    // Commas, quotation marks, UTF-8, from the first row, in English, each cell as it is and not as it is shown, every sheet.
    let kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1";
    let Some(sheets) = converted(&files, kind, "sheets") else { return };
    let mut count = 0;
    for (name, book) in &books {
        for (sheet, place, said, _) in book.formulas() {
            let file = format!("{name}-{}.csv", book.names()[sheet]);
            let csv = sheets.get(&file).unwrap_or_else(|| panic!("{file} of {:?}", sheets.keys()));
            let cell = cells(&String::from_utf8_lossy(csv))[&place].clone();
            // A share is written in percent with two decimals.
            let (text, part, near) = match cell.strip_suffix('%') {
                Some(percent) => (percent, 100.0, 0.000_051),
                None => (cell.as_str(), 1.0, 1e-9 * said.abs().max(1.0)),
            };
            let number: f64 = text.parse().unwrap_or_else(|_| panic!("{file}, {place}: {cell}"));
            assert!((number / part - said).abs() <= near, "{file}, {place}: {cell}, not {said}");
            count += 1;
        }
        let title = book.value(0, "C2");
        let shown = cells(&String::from_utf8_lossy(&sheets[&format!("{name}-Resultater.csv")]))["C2"].clone();
        assert_eq!(title, Value::Text(shown));
    }
    assert!(count > 200, "{count}");
}
