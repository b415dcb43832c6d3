//! Words for JSON that is no contract and no assessment.

use super::{alternatives, did_you_mean, quoted};
use crate::domain::number::Decimal;
use crate::findings::{JsonKind, ShapeFault as Fault};
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::number::format_number;

pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let quote = |text: &str| quoted(text, lang);
    match (fault, lang) {
        (Fault::UnknownFormat { found: Some(found) }, Da) => {
            format!("Filens format er {}, som ikke kendes.", quote(found))
        }
        (Fault::UnknownFormat { found: Some(found) }, En) => {
            format!("The file's format is {}, which is not known.", quote(found))
        }
        (Fault::UnknownFormat { found: None }, Da) => {
            "Filen siger ikke, hvad den er: »format« mangler.".into()
        }
        (Fault::UnknownFormat { found: None }, En) => {
            "The file does not say what it is: “format” is missing.".into()
        }
        (Fault::NewerVersion { found, known }, Da) => {
            format!("Filen er version {found}. Her kendes kun til og med version {known}.")
        }
        (Fault::NewerVersion { found, known }, En) => {
            format!("The file is version {found}. Only versions up to {known} are known here.")
        }
        (Fault::UnknownVersion { found, known }, Da) => {
            format!("Filen siger version {found}, som ikke kan læses. Den nyeste er {known}.")
        }
        (Fault::UnknownVersion { found, known }, En) => {
            format!("The file says version {found}, which cannot be read. The newest is {known}.")
        }
        (Fault::Missing { key }, Da) => format!("Her mangler {}.", quote(key)),
        (Fault::Missing { key }, En) => format!("{} is missing here.", quote(key)),
        (Fault::UnknownKey { key, .. }, Da) => {
            format!("Nøglen {} kendes ikke her og bruges ikke.", quote(key))
        }
        (Fault::UnknownKey { key, .. }, En) => {
            format!("The key {} is not known here and is not used.", quote(key))
        }
        (Fault::ConflictingKeys { first, second }, Da) => {
            format!("{} og {} kan ikke stå sammen.", quote(first), quote(second))
        }
        (Fault::ConflictingKeys { first, second }, En) => {
            format!("{} and {} cannot stand together.", quote(first), quote(second))
        }
        (Fault::WrongType { wanted, found }, Da) => {
            format!("Her skal stå {}, men der står {}.", kind(*wanted, lang), kind(*found, lang))
        }
        (Fault::WrongType { wanted, found }, En) => {
            format!("This has to be {}, and is {}.", kind(*wanted, lang), kind(*found, lang))
        }
        (Fault::UnknownWord { found, .. }, Da) => format!("{} kan ikke stå her.", quote(found)),
        (Fault::UnknownWord { found, .. }, En) => format!("{} cannot stand here.", quote(found)),
        (Fault::EmptyText, Da) => "Teksten er tom.".into(),
        (Fault::EmptyText, En) => "The text is empty.".into(),
        (Fault::NotANumber { found }, Da) => format!("{} er ikke et tal.", quote(found)),
        (Fault::NotANumber { found }, En) => format!("{} is not a number.", quote(found)),
        (Fault::NumberTooLong { found }, Da) => {
            format!("Tallet {found} kan ikke regnes nøjagtigt: højst 15 cifre før kommaet og 9 efter.")
        }
        (Fault::NumberTooLong { found }, En) => {
            format!(
                "The number {found} cannot be worked with exactly: at most 15 digits before the point and 9 after."
            )
        }
        (Fault::NumberOutOfRange { found, min, max }, Da) => {
            format!(
                "Her skal stå et helt tal fra {} til {}, ikke {}.",
                whole(*min, lang),
                whole(*max, lang),
                format_number(*found, lang)
            )
        }
        (Fault::NumberOutOfRange { found, min, max }, En) => {
            format!(
                "This has to be a whole number from {} to {}, not {}.",
                whole(*min, lang),
                whole(*max, lang),
                format_number(*found, lang)
            )
        }
        (Fault::NotADate { found }, Da) => format!("{} er ikke skrevet som en dato.", quote(found)),
        (Fault::NotADate { found }, En) => format!("{} is not written as a date.", quote(found)),
        (Fault::NoSuchDate { found }, Da) => format!("Datoen {found} findes ikke i kalenderen."),
        (Fault::NoSuchDate { found }, En) => format!("The calendar has no {found}."),
        (Fault::NotAPeriod { found }, Da) => format!("{} er ikke skrevet som en periode.", quote(found)),
        (Fault::NotAPeriod { found }, En) => format!("{} is not written as a period.", quote(found)),
    }
}

pub(super) fn why(fault: &Fault, lang: Lang) -> Option<&'static str> {
    let (da, en) = match fault {
        Fault::UnknownKey { .. } => (
            "Er nøglen stavet forkert, mangler det, den skulle sige.",
            "If the key is misspelt, what it was to say is missing.",
        ),
        Fault::NewerVersion { .. } => {
            ("Noget af det, filen siger, ville gå tabt.", "Some of what the file says would be lost.")
        }
        Fault::ConflictingKeys { .. } => {
            ("Det er uklart, hvad der gælder.", "It is unclear which of them holds.")
        }
        Fault::NumberTooLong { .. } => (
            "Der afrundes aldrig undervejs, så et længere tal kan ikke bruges.",
            "Nothing is rounded on the way, so a longer number cannot be used.",
        ),
        Fault::UnknownFormat { .. }
        | Fault::UnknownVersion { .. }
        | Fault::Missing { .. }
        | Fault::WrongType { .. }
        | Fault::UnknownWord { .. }
        | Fault::EmptyText
        | Fault::NotANumber { .. }
        | Fault::NumberOutOfRange { .. }
        | Fault::NotADate { .. }
        | Fault::NoSuchDate { .. }
        | Fault::NotAPeriod { .. } => return None,
    };
    Some(if lang == Da { da } else { en })
}

pub(super) fn hint(fault: &Fault, lang: Lang) -> Option<String> {
    let (da, en) = match fault {
        Fault::UnknownKey { suggestion, .. } => return suggestion.map(|meant| did_you_mean(meant, lang)),
        Fault::UnknownWord { suggestion: Some(meant), .. } => return Some(did_you_mean(meant, lang)),
        Fault::UnknownWord { known, .. } => {
            let known = alternatives(known, lang);
            return Some(match lang {
                Da => format!("Der kan stå {known}."),
                En => format!("It can be {known}."),
            });
        }
        Fault::UnknownFormat { .. } => (
            "En kontrakt begynder med \"format\": \"resultatkontrakt\", en vurdering med \"resultatvurdering\", en samlet sag med \"resultatsag\".",
            "A contract begins with \"format\": \"resultatkontrakt\", an assessment with \"resultatvurdering\", a case with both with \"resultatsag\".",
        ),
        Fault::NewerVersion { .. } => (
            "Åbn filen med en nyere udgave. Den bliver ikke overskrevet.",
            "Open the file with a newer edition. It is not overwritten.",
        ),
        Fault::NotANumber { .. } => (
            "Tal skrives med punktum og uden mellemrum: 1234.5.",
            "Numbers are written with a point and without spaces: 1234.5.",
        ),
        Fault::NotADate { .. } | Fault::NoSuchDate { .. } => {
            ("Skriv år-måned-dag: 2009-06-30.", "Write year-month-day: 2009-06-30.")
        }
        Fault::NotAPeriod { .. } => (
            "Skriv 2009, 2009-H1, 2009-Q2, 2009-06 eller 2009-06-30.",
            "Write 2009, 2009-H1, 2009-Q2, 2009-06 or 2009-06-30.",
        ),
        Fault::UnknownVersion { .. }
        | Fault::Missing { .. }
        | Fault::ConflictingKeys { .. }
        | Fault::WrongType { .. }
        | Fault::EmptyText
        | Fault::NumberTooLong { .. }
        | Fault::NumberOutOfRange { .. } => return None,
    };
    Some(if lang == Da { da } else { en }.to_owned())
}

fn kind(kind: JsonKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (JsonKind::Object, Da) => "et objekt {…}",
        (JsonKind::Object, En) => "an object {…}",
        (JsonKind::List, Da) => "en liste […]",
        (JsonKind::List, En) => "a list […]",
        (JsonKind::Text, Da) => "en tekst",
        (JsonKind::Text, En) => "a text",
        (JsonKind::Number, Da) => "et tal",
        (JsonKind::Number, En) => "a number",
        (JsonKind::Truth, Da) => "true eller false",
        (JsonKind::Truth, En) => "true or false",
        (JsonKind::Null, _) => "null",
    }
}

fn whole(number: i64, lang: Lang) -> String {
    format_number(Decimal::from(number), lang)
}
