//! Words for tables of measured results.

use super::{did_you_mean, quoted, together};
use crate::domain::number::Decimal;
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::text::pick;
use crate::load::diagnostic::{MissingColumn, TableFault as Fault};

pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let say = |da: &str, en: &str| pick(lang, da, en).to_owned();
    let quote = |text: &str| quoted(text, lang);
    match fault {
        Fault::NoHeader { missing } => no_header(*missing, lang).to_owned(),
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
            let limit = format_number(Decimal::from(*limit), lang);
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
        Fault::RaggedRow { found, wanted } => pick(
            lang,
            format!("Rækken har {found} felter, og overskriften har {wanted}."),
            format!("The row has {found} fields, and the header has {wanted}."),
        ),
        Fault::RowWithOtherDelimiter { found, wanted } => {
            let (found, wanted) = (delimiter(*found, lang), delimiter(*wanted, lang));
            pick(
                lang,
                format!("Rækken er skilt af {found}, og overskriften af {wanted}."),
                format!("The row is separated by {found}, and the header by {wanted}."),
            )
        }
        of_row => row_message(of_row, lang),
    }
}

/// What keeps one row from being used.
fn row_message(fault: &Fault, lang: Lang) -> String {
    let quote = |text: &str| quoted(text, lang);
    match fault {
        Fault::UnknownGoal { found, .. } => {
            let found = quote(found);
            pick(
                lang,
                format!("Kontrakten har intet mål, der hedder {found}."),
                format!("The contract has no goal called {found}."),
            )
        }
        Fault::AmbiguousGoal { found } => {
            let found = quote(found);
            pick(
                lang,
                format!("Flere mål i kontrakten hedder {found}."),
                format!("Several goals of the contract are called {found}."),
            )
        }
        Fault::UnknownPart { goal, found, .. } => {
            let found = quote(found);
            pick(
                lang,
                format!("{goal} har ingen del, der hedder {found}."),
                format!("{goal} has no part called {found}."),
            )
        }
        Fault::PartMissing { goal, .. } => pick(
            lang,
            format!("{goal} består af flere dele, og rækken siger ikke hvilken."),
            format!("{goal} has several parts, and the row does not say which."),
        ),
        Fault::GoalIsJudged { goal } => pick(
            lang,
            format!("{goal} bedømmes af en person og kan ikke hentes fra en måling."),
            format!("{goal} is judged by a person and cannot come from a measurement."),
        ),
        Fault::GoalIsUndetermined { goal } => pick(
            lang,
            format!("Måltallet for {goal} er ikke fastlagt, så der er intet felt til resultatet."),
            format!("The target of {goal} is not fixed, so there is no field for the result."),
        ),
        Fault::GoalHasLapsed { goal } => {
            pick(lang, format!("{goal} er bortfaldet efter aftale."), format!("{goal} lapsed by agreement."))
        }
        Fault::NotAPeriod { found } => {
            let found = quote(found);
            pick(lang, format!("{found} er ikke en periode."), format!("{found} is no period."))
        }
        Fault::NotANumber { found } => {
            let found = quote(found);
            pick(lang, format!("{found} er ikke et tal."), format!("{found} is not a number."))
        }
        Fault::AmbiguousNumber { grouped, decimal } => {
            let [one, other] = [grouped, decimal].map(|value| format_number(*value, lang));
            pick(
                lang,
                format!("Tallet kan læses som både {one} og {other}."),
                format!("The number can be read as both {one} and {other}."),
            )
        }
        Fault::NotADate { found } => {
            let found = quote(found);
            pick(
                lang,
                format!("Målet besvares med en dato, og {found} er ikke en."),
                format!("The goal is answered with a date, and {found} is none."),
            )
        }
        Fault::NotYesOrNo { found } => {
            let found = quote(found);
            pick(
                lang,
                format!("Målet besvares med ja eller nej, og her står {found}."),
                format!("The goal is answered with yes or no, and here is {found}."),
            )
        }
        Fault::Conflict { goal, other_line } => pick(
            lang,
            format!("Linje {other_line} siger noget andet om {goal} i samme periode."),
            format!("Line {other_line} says something else about {goal} for the same period."),
        ),
        Fault::NoPeriod => pick(
            lang,
            "Rækken siger ikke, hvilken periode tallet er fra.",
            "The row does not say which period the figure is of.",
        )
        .to_owned(),
        // What is left of the codes is about the whole file and has its words above.
        _ => pick(lang, "Rækken nævner intet mål.", "The row names no goal.").to_owned(),
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
        Fault::TooManyRows { .. } => (
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
        Fault::RaggedRow { found, wanted } if found > wanted => (
            "Står skilletegnet inde i en tekst eller et tal, skal feltet stå i anførselstegn.",
            "Where the separator stands within a text or a number, put the field in quotation marks.",
        ),
        Fault::RaggedRow { .. } => {
            ("Ret rækken, og hent filen igen.", "Correct the row and fetch the file again.")
        }
        Fault::RowWithOtherDelimiter { .. } => {
            ("Brug ét skilletegn i hele filen.", "Use one separator in the whole file.")
        }
        Fault::NoGoal => ("Skriv målets navn eller id.", "Write the goal's name or id."),
        Fault::UnknownGoal { suggestion: Some(word), .. }
        | Fault::UnknownPart { suggestion: Some(word), .. } => return Some(did_you_mean(word, lang)),
        Fault::UnknownGoal { .. } => (
            "Skriv målets id eller navn, som det står i kontrakten.",
            "Write the goal's id or name as the contract has it.",
        ),
        Fault::AmbiguousGoal { .. } => ("Skriv målets id i stedet.", "Write the goal's id instead."),
        Fault::UnknownPart { .. } => (
            "Skriv delens id eller navn, som det står i kontrakten.",
            "Write the part's id or name as the contract has it.",
        ),
        Fault::PartMissing { goal, parts } => return Some(part_hint(goal, parts, lang)),
        Fault::GoalIsUndetermined { .. } => {
            ("Fastlæg måltallet på siden først.", "Fix the target on the page first.")
        }
        Fault::NotAPeriod { .. } | Fault::NoPeriod => (
            "Skriv for eksempel 2009, 2009-12, 4. kvartal 2009 eller december 2009.",
            "Write for instance 2009, 2009-12, 4th quarter of 2009 or December 2009.",
        ),
        Fault::NotANumber { .. } => {
            ("Skriv tallet med cifre og uden enhed.", "Write the number in digits and without its unit.")
        }
        Fault::AmbiguousNumber { .. } => (
            "Skriv det uden punktum og komma mellem tusinderne.",
            "Write it without a point or comma between the thousands.",
        ),
        Fault::NotADate { .. } => {
            ("Skriv datoen som 2009-06-30 eller 30.06.2009.", "Write the date as 2009-06-30 or 30 June 2009.")
        }
        Fault::NotYesOrNo { .. } => ("Skriv ja eller nej.", "Write yes or no."),
        Fault::Conflict { .. } => (
            "Ingen af dem overføres. Slet den række, der ikke gælder.",
            "Neither is taken over. Delete the row that does not count.",
        ),
        Fault::OtherEncoding
        | Fault::LinesBeforeHeader
        | Fault::ColumnIgnored { .. }
        | Fault::GoalIsJudged { .. }
        | Fault::GoalHasLapsed { .. } => return None,
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

fn part_hint(goal: &str, parts: &[String], lang: Lang) -> String {
    let parts = together(parts, lang);
    pick(
        lang,
        format!("Skriv delen efter målet, for eksempel »{goal} › del«. Delene er {parts}."),
        format!("Write the part behind the goal, such as “{goal} › part”. The parts are {parts}."),
    )
}

/// What stands between cells, in words: a sign alone is easily overlooked.
fn delimiter(sign: char, lang: Lang) -> String {
    match sign {
        ';' => pick(lang, "semikolon", "semicolons").to_owned(),
        ',' => pick(lang, "komma", "commas").to_owned(),
        '\t' => pick(lang, "tabulator", "tabs").to_owned(),
        other => quoted(&other.to_string(), lang),
    }
}
