//! Texts of the table that an assessment goes out as, of how far it is filled in, and of finding goals.

use super::pick;
use crate::i18n::Lang;
use crate::i18n::number::format_count;

texts! {
    /// Texts of tables, of what is missing, and of finding goals.
    TableText {
        TakeOut: "Tabel til Excel og Word", "Table for Excel and Word";
        Copy: "Kopiér tabellen", "Copy the table";
        DanishFile: "CSV til dansk Excel", "CSV for a Danish Excel";
        PlainFile: "CSV til andre programmer", "CSV for other programs";
        Hint: "Skriv resultater i kolonnen »resultat«, og hent tabellen ind igen. Intet ændres, før du har set det.",
            "Write results in the column “result”, and bring the table back. Nothing changes before you have seen it.";
        Copied: "Tabellen er kopieret. Sæt den ind i Excel eller Word.", "The table was copied. Paste it into Excel or Word.";
        NotCopied: "Browseren lod ikke siden kopiere. Hent tabellen som CSV i stedet.",
            "The browser did not let the page copy. Get the table as CSV instead.";
        Find: "Find i mål", "Find in goals";
        FindHint: "Navn (tast /)", "Name (press /)";
        WhatIsMissing: "Det mangler", "What is missing";
        NothingMissing: "Alt er udfyldt.", "Everything is filled in.";
    }
}

/// `og 12 til`: what a list leaves out.
pub fn and_more(count: usize, lang: Lang) -> String {
    let count = format_count(count, lang);
    pick(lang, format!("og {count} til"), format!("and {count} more"))
}

/// `3 mål fundet`.
pub fn found(count: usize, lang: Lang) -> String {
    let said = format_count(count, lang);
    match (lang, count) {
        (Lang::Da, _) => format!("{said} mål fundet"),
        (Lang::En, 1) => "1 goal found".to_owned(),
        (Lang::En, _) => format!("{said} goals found"),
    }
}
