//! Texts of the import of measured results.

use super::pick;
use crate::domain::date::Period;
use crate::i18n::Lang;
use crate::i18n::date::format_period;
use crate::i18n::number::format_count;

texts! {
    /// Texts of the import.
    ImportText {
        Choose: "Hent målte resultater (CSV)", "Get measured results (CSV)";
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

/// `Målte resultater fra jobindsats.csv`.
pub fn heading(file: &str, lang: Lang) -> String {
    pick(lang, format!("Målte resultater fra {file}"), format!("Measured results from {file}"))
}

/// `Overfør 7 resultater`.
pub fn take_over(count: usize, lang: Lang) -> String {
    let results = results(count, lang);
    pick(lang, format!("Overfør {results}"), format!("Take over {results}"))
}

/// What was done, to be announced.
pub fn taken_over(file: &str, count: usize, lang: Lang) -> String {
    let results = results(count, lang);
    match count {
        1 => pick(
            lang,
            format!("{results} er overført fra {file}."),
            format!("{results} was taken over from {file}."),
        ),
        _ => pick(
            lang,
            format!("{results} er overført fra {file}."),
            format!("{results} were taken over from {file}."),
        ),
    }
}

fn results(count: usize, lang: Lang) -> String {
    let said = format_count(count, lang);
    match (lang, count) {
        (Lang::Da, 1) => "1 resultat".to_owned(),
        (Lang::Da, _) => format!("{said} resultater"),
        (Lang::En, 1) => "1 result".to_owned(),
        (Lang::En, _) => format!("{said} results"),
    }
}

/// `100.000 rækker: 7 ændringer, 2 står der allerede, 99.991 bruges ikke.` The numbers come as they are
/// written.
pub fn overview(rows: &str, changes: &str, same: &str, unused: &str, lang: Lang) -> String {
    pick(
        lang,
        format!(
            "Rækker, der kan læses: {rows}. Ændringer: {changes}. Står der allerede: {same}. Bruges ikke: {unused}."
        ),
        format!(
            "Rows that can be read: {rows}. Changes: {changes}. The same already: {same}. Not used: {unused}."
        ),
    )
}

/// `overskriver 26.210`.
pub fn overwrites(before: &str, lang: Lang) -> String {
    pick(lang, format!("overskriver {before}"), format!("overwrites {before}"))
}

/// `Seneste tal er fra september 2009; året er ikke slut.`
pub fn unfinished_year(period: Period, lang: Lang) -> String {
    let period = format_period(period, lang);
    pick(
        lang,
        format!("Seneste tal er fra {period}; året er ikke slut."),
        format!("The latest figure is of {period}; the year is not over then."),
    )
}

/// `Seneste tal er fra september 2009; kontraktens periode er ikke slut.`
pub fn unfinished_contract(period: Period, lang: Lang) -> String {
    let period = format_period(period, lang);
    pick(
        lang,
        format!("Seneste tal er fra {period}; kontraktens periode er ikke slut."),
        format!("The latest figure is of {period}; the contract's period is not over then."),
    )
}

/// `De første 200 er vist.`
pub fn only_first(count: usize, lang: Lang) -> String {
    let count = format_count(count, lang);
    pick(lang, format!("De første {count} er vist."), format!("The first {count} are shown."))
}

/// A heading with how many there are below it.
pub fn counted(heading: &str, count: &str) -> String {
    format!("{heading} ({count})")
}

/// The name of a change's checkbox: `Overfør Mål 2, linje 3`.
pub fn take_over_line(goal: &str, line: usize, lang: Lang) -> String {
    pick(lang, format!("Overfør {goal}, linje {line}"), format!("Take over {goal}, line {line}"))
}

/// Where a figure comes from, as it is kept with the goal: `jobindsats.csv, linje 3 og 5`.
pub fn evidence(file: &str, lines: &[usize], lang: Lang) -> String {
    let mut numbers: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let last = numbers.pop().unwrap_or_default();
    if numbers.is_empty() {
        return pick(lang, format!("{file}, linje {last}"), format!("{file}, line {last}"));
    }
    let others = numbers.join(", ");
    pick(lang, format!("{file}, linje {others} og {last}"), format!("{file}, lines {others} and {last}"))
}

/// A table came in, and no contract is open.
pub fn needs_contract(file: &str, lang: Lang) -> String {
    pick(
        lang,
        format!("{file} er en tabel med resultater. Åbn kontrakten først, og hent så tabellen."),
        format!("{file} is a table of results. Open the contract first and then fetch the table."),
    )
}
