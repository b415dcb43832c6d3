//! What keeps a JSON text from being a contract or an assessment.

use std::borrow::Cow;

use super::declare::{findings, said};
use super::written::Written;
use crate::domain::number::Decimal;
use crate::i18n::Words;

findings! {
    /// What keeps a JSON text from being a contract or an assessment.
    ShapeFault

    Error["unknown-format"] UnknownFormat { found: Option<String> }
        title("Hverken kontrakt, vurdering eller sag", "Neither contract, assessment nor case file")
        message(|words| match found.0 {
            Some(found) => {
                said!(words, "Filens format er »{found}«, som ikke kendes.", "The file's format is “{found}”, which is not known.")
            }
            None => said!(
                words,
                "Filen siger ikke, hvad den er: »format« mangler.",
                "The file does not say what it is: “format” is missing.",
            ),
        })
        why(none)
        hint(
            "En kontrakt begynder med \"format\": \"resultatkontrakt\", en vurdering med \"resultatvurdering\", en samlet sag med \"resultatsag\".",
            "A contract begins with \"format\": \"resultatkontrakt\", an assessment with \"resultatvurdering\", a case with both with \"resultatsag\".",
        )

    Error["newer-version"] NewerVersion { found: String, known: u32 }
        title("Fil fra en nyere udgave", "File of a newer version")
        message(
            "Filen er version {found}. Her kendes kun til og med version {known}.",
            "The file is version {found}. Only versions up to {known} are known here.",
        )
        why("Noget af det, filen siger, ville gå tabt.", "Some of what the file says would be lost.")
        hint(
            "Åbn filen med en nyere udgave. Den bliver ikke overskrevet.",
            "Open the file with a newer edition. It is not overwritten.",
        )

    Error["unknown-version"] UnknownVersion { found: String, known: u32 }
        title("Ukendt version", "Unknown version")
        message(
            "Filen siger version {found}, som ikke kan læses. Den nyeste er {known}.",
            "The file says version {found}, which cannot be read. The newest is {known}.",
        )
        why(none)
        hint(none)

    Error["missing-key"] Missing { key: &'static str }
        title("Nøgle, der mangler", "Missing key")
        message("Her mangler »{key}«.", "“{key}” is missing here.")
        why(none)
        hint(none)

    Warning["unknown-key"] UnknownKey { key: String, suggestion: Option<&'static str> }
        title("Ukendt nøgle", "Unknown key")
        message(
            "Nøglen »{key}« kendes ikke her og bruges ikke.",
            "The key “{key}” is not known here and is not used.",
        )
        why(
            "Er nøglen stavet forkert, mangler det, den skulle sige.",
            "If the key is misspelt, what it was to say is missing.",
        )
        hint(suggestion or none)

    Error["wrong-type"] WrongType { wanted: JsonKind, found: JsonKind }
        title("Værdi af forkert slags", "Value of the wrong kind")
        message("Her skal stå {wanted}, men der står {found}.", "This has to be {wanted}, and is {found}.")
        why(none)
        hint(none)

    Error["unknown-word"] UnknownWord {
        found: String,
        known: Vec<&'static str>,
        suggestion: Option<&'static str>,
    }
        title("Ukendt ord", "Unknown word")
        message("»{found}« kan ikke stå her.", "“{found}” cannot stand here.")
        why(none)
        hint(suggestion or "Der kan stå {known}.", "It can be {known}.")

    Error["conflicting-keys"] ConflictingKeys { first: &'static str, second: &'static str }
        title("Nøgler, der udelukker hinanden", "Keys that exclude each other")
        message(
            "»{first}« og »{second}« kan ikke stå sammen.",
            "“{first}” and “{second}” cannot stand together.",
        )
        why("Det er uklart, hvad der gælder.", "It is unclear which of them holds.")
        hint(none)

    Error["empty-text"] EmptyText
        title("Tom tekst", "Empty text")
        message("Teksten er tom.", "The text is empty.")
        why(none)
        hint(none)

    Error["text-too-long"] TextTooLong { letters: usize, limit: usize }
        title("Tekst, der er for lang", "Text that is too long")
        message(
            "Teksten har {letters} tegn. Her er der plads til {limit}.",
            "The text has {letters} characters. There is room for {limit} here.",
        )
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint(
            "Forkort teksten, og henvis til et bilag, der har den hele.",
            "Shorten the text, and refer to an annex that has all of it.",
        )

    Error["too-many-assessments"] TooManyAssessments { limit: usize }
        title("For mange vurderinger", "Too many assessments")
        message("Her er mere end {limit} vurderinger.", "There are more than {limit} assessments here.")
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint("Gem nogle af dem i filer for sig.", "Keep some of them in files of their own.")

    Error["not-a-number"] NotANumber { found: String }
        title("Tekst, der ikke er et tal", "Text that is no number")
        message("»{found}« er ikke et tal.", "“{found}” is not a number.")
        why(none)
        hint(
            "Skriv tallet alene, uden mellemrum, enhed og procenttegn, og med punktum for komma: 1234.5.",
            "Write the number alone, without spaces, unit and percent sign, and with a decimal point: 1234.5.",
        )

    Error["number-too-long"] NumberTooLong { found: String }
        title("Tal med for mange cifre", "Number with too many digits")
        message(
            "Tallet {found} kan ikke regnes nøjagtigt: højst 15 cifre før kommaet og 9 efter.",
            "The number {found} cannot be worked with exactly: at most 15 digits before the point and 9 after.",
        )
        why(
            "Der afrundes aldrig undervejs, så et længere tal kan ikke bruges.",
            "Nothing is rounded on the way, so a longer number cannot be used.",
        )
        hint(none)

    Error["number-out-of-range"] NumberOutOfRange { found: Decimal, min: i64, max: i64 }
        title("Tal uden for det mulige", "Number out of range")
        message(
            "Her skal stå et helt tal fra {min} til {max}, ikke {found}.",
            "This has to be a whole number from {min} to {max}, not {found}.",
        )
        why(none)
        hint(none)

    Error["not-a-date"] NotADate { found: String }
        title("Tekst, der ikke er en dato", "Text that is no date")
        message("»{found}« er ikke skrevet som en dato.", "“{found}” is not written as a date.")
        why(none)
        hint("Skriv år-måned-dag: 2009-06-30.", "Write year-month-day: 2009-06-30.")

    Error["no-such-date"] NoSuchDate { found: String }
        title("Dato, der ikke findes", "Date that the calendar does not have")
        message("Datoen {found} findes ikke i kalenderen.", "The calendar has no {found}.")
        why(none)
        hint("Skriv år-måned-dag: 2009-06-30.", "Write year-month-day: 2009-06-30.")

    Error["not-a-period"] NotAPeriod { found: String }
        title("Tekst, der ikke er en periode", "Text that is no period")
        message("»{found}« er ikke skrevet som en periode.", "“{found}” is not written as a period.")
        why(none)
        hint(
            "Skriv 2009, 2009-H1, 2009-Q2, 2009-06 eller 2009-06-30.",
            "Write 2009, 2009-H1, 2009-Q2, 2009-06 or 2009-06-30.",
        )
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
    /// A number, written as one or as a text.
    Number,
    /// `true` or `false`
    Truth,
    /// `null`
    Null,
}

impl Written for JsonKind {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let text = match self {
            Self::Object => words.pick("et objekt {…}", "an object {…}"),
            Self::List => words.pick("en liste […]", "a list […]"),
            Self::Text => words.pick("en tekst", "a text"),
            Self::Number => words.pick("et tal", "a number"),
            Self::Truth => words.pick("true eller false", "true or false"),
            Self::Null => "null",
        };
        text.into()
    }
}
