//! Texts of the import of measured results.

use crate::i18n::{Lang, Words};

texts! {
    /// Texts of the import.
    ImportText {
        Choose: "Hent målte resultater (Excel, CSV)", "Get measured results (Excel, CSV)";
        Sheet: "Ark", "Sheet";
        HeaderRow: "Vælg rækken med kolonnernes navne", "Choose the row with the names of the columns";
        FindHeader: "Find den selv", "Find it by itself";
        NothingYet: "Intet er ændret endnu.", "Nothing has changed yet.";
        Unusable: "Filen kan ikke bruges, som den er. Intet er ændret.", "The file cannot be used as it is. Nothing has changed.";
        NothingToDo: "Der er intet at overføre.", "There is nothing to take over.";
        Problems: "Problemer", "Problems";
        Remarks: "Bemærkninger til filen", "Remarks about the file";
        Changes: "Ændringer", "Changes";
        Same: "Står der allerede", "The same already";
        TakeOver: "Overfør", "Take over";
        Line: "Linje", "Line";
        Goal: "Mål", "Goal";
        Period: "Periode", "Period";
        Now: "Nu", "Now";
        New: "Nyt", "New";
        Effect: "Hvad sker der", "What happens";
        FillsIn: "udfyldes", "is filled in";
        BecomesReading: "bliver en måling", "becomes a reading";
        LeftOut: "bliver, som det er", "stays as it is";
        Nothing: "–", "–";
        Yes: "ja", "yes";
        No: "nej", "no";
        OtherPeriod: "Målt i en anden periode, end målet siger", "Measured in another period than the goal says";
        OutsideContract: "Uden for det år eller den periode, som kontrakten binder", "Outside the year or the period that the contract binds";
        Superseded: "Filen har et senere tal", "The file has a later figure";
        Repeated: "Samme tal står også i en anden række", "Another row has the same figure";
        NoFigure: "Rækken har intet tal", "The row has no figure";
    }
}

impl Words {
    /// `Målte resultater fra jobindsats.csv`.
    pub fn import_heading(self, file: &str) -> String {
        self.pick(format!("Målte resultater fra {file}"), format!("Measured results from {file}"))
    }

    /// `Overfør 7 resultater`.
    pub fn take_over_results(self, count: usize) -> String {
        let results = self.count_results(count);
        self.pick(format!("Overfør {results}"), format!("Take over {results}"))
    }

    /// What was done, to be announced.
    pub fn results_taken_over(self, file: &str, count: usize) -> String {
        let results = self.count_results(count);
        match count {
            1 => self.pick(
                format!("{results} er overført fra {file}."),
                format!("{results} was taken over from {file}."),
            ),
            _ => self.pick(
                format!("{results} er overført fra {file}."),
                format!("{results} were taken over from {file}."),
            ),
        }
    }

    fn count_results(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "1 resultat".to_owned(),
            (Lang::Da, _) => format!("{said} resultater"),
            (Lang::En, 1) => "1 result".to_owned(),
            (Lang::En, _) => format!("{said} results"),
        }
    }

    /// `100.000 rækker: 7 ændringer, 2 står der allerede, 99.991 bruges ikke.` The numbers come as they are
    /// written.
    pub fn import_overview(self, rows: &str, changes: &str, same: &str, unused: &str) -> String {
        self.pick(
            format!(
                "Rækker: {rows}. Ændringer: {changes}. Står der allerede: {same}. Bruges ikke: {unused}."
            ),
            format!("Rows: {rows}. Changes: {changes}. The same already: {same}. Not used: {unused}."),
        )
    }

    /// `overskriver 26.210`.
    pub fn overwrites_figure(self, before: &str) -> String {
        self.pick(format!("overskriver {before}"), format!("overwrites {before}"))
    }

    /// `De første 200 er vist.`
    pub fn only_first_lines(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("De første {count} er vist."), format!("The first {count} are shown."))
    }
}

/// A heading with how many there are below it.
pub fn counted(heading: &str, count: &str) -> String {
    format!("{heading} ({count})")
}

impl Words {
    /// The name of a change's checkbox: `Overfør Mål 2, linje 3`.
    pub fn take_over_line(self, goal: &str, line: usize) -> String {
        self.pick(format!("Overfør {goal}, linje {line}"), format!("Take over {goal}, line {line}"))
    }

    /// Where a figure comes from, as it is kept with the goal: `jobindsats.csv, linje 3 og 5`.
    pub fn table_evidence(self, file: &str, lines: &[usize]) -> String {
        let mut numbers: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let last = numbers.pop().unwrap_or_default();
        if numbers.is_empty() {
            return self.pick(format!("{file}, linje {last}"), format!("{file}, line {last}"));
        }
        let others = numbers.join(", ");
        self.pick(format!("{file}, linje {others} og {last}"), format!("{file}, lines {others} and {last}"))
    }

    /// A table came in, and no contract is open.
    pub fn table_needs_contract(self, file: &str) -> String {
        self.pick(
            format!("{file} er en tabel med resultater. Åbn kontrakten først, og hent så tabellen."),
            format!("{file} is a table of results. Open the contract first and then fetch the table."),
        )
    }
}
