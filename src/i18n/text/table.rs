//! Texts of the table that an assessment goes out as, of how far it is filled in, and of finding goals.

use crate::i18n::{Lang, Words};

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
        Workbook: "Excel-projektmappe under Papirer", "Excel workbook under Papers";
        Unit: "enhed", "unit";
        Find: "Find i mål", "Find in goals";
        FindHint: "Navn (tast /)", "Name (press /)";
        WhatIsMissing: "Det mangler", "What is missing";
        NothingMissing: "Alt er udfyldt.", "Everything is filled in.";
    }
}

impl Words {
    /// `og 12 til`: what a list leaves out.
    pub fn and_more_lines(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("og {count} til"), format!("and {count} more"))
    }

    /// `3 mål fundet`.
    pub fn goals_found(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, _) => format!("{said} mål fundet"),
            (Lang::En, 1) => "1 goal found".to_owned(),
            (Lang::En, _) => format!("{said} goals found"),
        }
    }
}
