//! Words for tables of measured results as a whole.

use super::quoted;
use super::syntax::file_too_large;
use crate::findings::{MissingColumn, TableFault as Fault};
use crate::i18n::Lang;
use crate::i18n::number::format_count;
use crate::i18n::text::pick;

pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let say = |da: &str, en: &str| pick(lang, da, en).to_owned();
    let quote = |text: &str| quoted(text, lang);
    match fault {
        Fault::NoHeader { missing } => no_header(*missing, lang).to_owned(),
        Fault::TooLarge { bytes, limit } => file_too_large(*bytes, *limit, lang),
        Fault::UnknownDelimiter { found } => {
            let found = delimiter(*found, lang);
            pick(
                lang,
                format!("Kolonnerne er skilt af {found}. Der læses semikolon, komma og tabulator."),
                format!("The columns are separated by {found}. Semicolon, comma and tab are read."),
            )
        }
        Fault::ColumnTwice { name, first } => {
            let (name, first) = (quote(name), quote(first));
            pick(
                lang,
                format!("Kolonnerne {first} og {name} betyder det samme."),
                format!("The columns {first} and {name} mean the same."),
            )
        }
        Fault::UnclosedQuote => {
            say("Anførselstegnet her bliver ikke afsluttet.", "The quotation mark here is never closed.")
        }
        Fault::TextBehindQuote => say(
            "Her står noget mellem et afsluttende anførselstegn og det næste skilletegn.",
            "There is something here between a closing quotation mark and the next separator.",
        ),
        Fault::TooManyRows { limit } => {
            let limit = format_count(*limit, lang);
            pick(
                lang,
                format!("Filen har mere end {limit} rækker."),
                format!("The file has more than {limit} rows."),
            )
        }
        Fault::NoRows => {
            say("Der er ingen rækker under overskriften.", "There are no rows below the header.")
        }
        Fault::OtherEncoding => say(
            "Filen er ikke gemt som UTF-8. Den er læst som Windows-1252, som Excel bruger.",
            "The file is not saved as UTF-8. It was read as Windows-1252, which Excel uses.",
        ),
        Fault::LinesBeforeHeader => {
            say("Linjerne over overskriften er sprunget over.", "The lines above the header were skipped.")
        }
        Fault::ColumnIgnored { name } => {
            let name = quote(name);
            pick(lang, format!("Kolonnen {name} bruges ikke."), format!("The column {name} is not used."))
        }
        Fault::NoPeriodColumn => say(
            "Filen har ingen kolonne med periode, så det kan ikke ses, hvornår tallene er målt.",
            "The file has no column for the period, so when the figures were measured is not known.",
        ),
        Fault::MixedNumbers { other_line } => pick(
            lang,
            format!("Tallet har et andet decimaltegn end tallet i linje {other_line}."),
            format!("The number has another decimal mark than the one on line {other_line}."),
        ),
    }
}

pub(super) fn hint(fault: &Fault, lang: Lang) -> Option<String> {
    let (da, en) = match fault {
        Fault::NoHeader { .. } => (
            "Skriv en første linje som »mål;periode;resultat« over tallene.",
            "Write a first line such as “goal;period;result” above the figures.",
        ),
        Fault::UnknownDelimiter { .. } => {
            ("Gem tabellen som CSV med semikolon.", "Save the table as CSV with semicolons.")
        }
        Fault::ColumnTwice { .. } => (
            "Omdøb eller slet den ene. Der gættes ikke på, hvilken der gælder.",
            "Rename or delete one of them. Which one counts is not guessed.",
        ),
        Fault::UnclosedQuote => (
            "Sæt et anførselstegn efter teksten, eller slet dette.",
            "Put a quotation mark behind the text, or delete this one.",
        ),
        Fault::TextBehindQuote => (
            "Skriv et anførselstegn inde i en tekst to gange: \"\".",
            "Write a quotation mark within a text twice: \"\".",
        ),
        Fault::TooLarge { .. } | Fault::TooManyRows { .. } => (
            "Hent et udtræk med færre perioder eller uden opdeling på kommuner.",
            "Fetch an extract with fewer periods, or not split by municipality.",
        ),
        Fault::NoRows => ("Er udtrækket gemt færdigt?", "Was the extract saved completely?"),
        Fault::NoPeriodColumn => (
            "Tjek, at tallene er fra den periode, som målet måles i.",
            "Check that the figures are of the period in which the goal is measured.",
        ),
        Fault::MixedNumbers { .. } => (
            "Et tal som 1.234 læses derfor kun, hvor målet viser, hvad der menes.",
            "A number such as 1,234 is therefore read only where the goal shows what is meant.",
        ),
        Fault::OtherEncoding | Fault::LinesBeforeHeader | Fault::ColumnIgnored { .. } => return None,
    };
    Some(pick(lang, da, en).to_owned())
}

fn no_header(missing: MissingColumn, lang: Lang) -> &'static str {
    match missing {
        MissingColumn::Both => pick(
            lang,
            "Filen har ingen linje med kolonnernes navne: en for mål og en for resultat.",
            "The file has no line with the names of its columns: one for goals and one for results.",
        ),
        MissingColumn::Goal => {
            pick(lang, "Ingen kolonne hedder mål eller id.", "No column is called goal or id.")
        }
        MissingColumn::Result => pick(
            lang,
            "Ingen kolonne hedder resultat, værdi eller dato.",
            "No column is called result, value or date.",
        ),
    }
}

/// What stands between cells, in words: a sign alone is easily overlooked.
pub(super) fn delimiter(sign: char, lang: Lang) -> String {
    match sign {
        ';' => pick(lang, "semikolon", "semicolons").to_owned(),
        ',' => pick(lang, "komma", "commas").to_owned(),
        '\t' => pick(lang, "tabulator", "tabs").to_owned(),
        other => quoted(&other.to_string(), lang),
    }
}
