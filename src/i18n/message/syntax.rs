//! Words for files that are no JSON.

use super::quoted;
use crate::domain::number::Decimal;
use crate::findings::{SyntaxFault as Fault, SyntaxProblem as Problem};
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::number::{format_count, format_number};

pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let count = |count: usize| format_count(count, lang);
    match (fault, lang) {
        (Fault::FileTooLarge { bytes, limit }, lang) => file_too_large(*bytes, *limit, lang),
        (Fault::Empty, Da) => "Filen er tom.".into(),
        (Fault::Empty, En) => "The file is empty.".into(),
        (Fault::Utf16, Da) => "Filen er gemt som UTF-16. Den skal være UTF-8.".into(),
        (Fault::Utf16, En) => "The file is saved as UTF-16. It has to be UTF-8.".into(),
        (Fault::NotUtf8, Da) => "Herfra er filen ikke UTF-8-tekst.".into(),
        (Fault::NotUtf8, En) => "From here on the file is not UTF-8 text.".into(),
        (Fault::NotJson { problem }, lang) => format!("{} {}", not_json(lang), problem_text(*problem, lang)),
        (Fault::Truncated { opened_on }, Da) => {
            format!(
                "Filen slutter midt i det hele: det, der begynder i linje {opened_on}, bliver ikke afsluttet."
            )
        }
        (Fault::Truncated { opened_on }, En) => {
            format!("The file stops half-way: what begins on line {opened_on} is never closed.")
        }
        (Fault::TooDeep { limit }, Da) => {
            format!("Lister og objekter ligger dybere inde i hinanden end {limit} niveauer.")
        }
        (Fault::TooDeep { limit }, En) => format!("Lists and objects are nested deeper than {limit} levels."),
        (Fault::TooManyGoals { limit }, Da) => format!("Her er mere end {} mål.", count(*limit)),
        (Fault::TooManyGoals { limit }, En) => format!("There are more than {} goals here.", count(*limit)),
        (Fault::TooManyValues { limit }, Da) => format!("Filen har mere end {} værdier.", count(*limit)),
        (Fault::TooManyValues { limit }, En) => format!("The file has more than {} values.", count(*limit)),
        (Fault::DuplicateKey { key, first_line }, Da) => {
            format!(
                "Nøglen {} står her for anden gang; første gang er i linje {first_line}.",
                quoted(key, lang)
            )
        }
        (Fault::DuplicateKey { key, first_line }, En) => {
            format!("The key {} stands here twice; first on line {first_line}.", quoted(key, lang))
        }
        (Fault::TooManyFindings { more }, Da) => format!("Yderligere {} fund vises ikke.", count(*more)),
        (Fault::TooManyFindings { more }, En) => format!("{} more findings are not shown.", count(*more)),
    }
}

pub(super) fn why(fault: &Fault, lang: Lang) -> Option<&'static str> {
    let (da, en) = match fault {
        Fault::Utf16 | Fault::NotUtf8 => {
            ("Ellers bliver æ, ø og å til andre tegn.", "Otherwise æ, ø and å become other characters.")
        }
        Fault::FileTooLarge { .. }
        | Fault::TooDeep { .. }
        | Fault::TooManyGoals { .. }
        | Fault::TooManyValues { .. } => {
            ("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        }
        Fault::DuplicateKey { .. } => {
            ("Det er uklart, hvilken af dem der gælder.", "It is unclear which of them holds.")
        }
        Fault::Truncated { .. } => {
            ("Det, der mangler, kan ændre resultatet.", "What is missing can change the outcome.")
        }
        Fault::Empty | Fault::NotJson { .. } | Fault::TooManyFindings { .. } => return None,
    };
    Some(if lang == Da { da } else { en })
}

pub(super) fn hint(fault: &Fault, lang: Lang) -> Option<String> {
    let hint = match (fault, lang) {
        (Fault::FileTooLarge { .. }, Da) => {
            "Er det den rigtige fil? En kontrakt fylder under en tiendedel af det."
        }
        (Fault::FileTooLarge { .. }, En) => {
            "Is it the right file? A contract takes less than a tenth of that."
        }
        (Fault::Empty, Da) => "Er filen gemt færdig?",
        (Fault::Empty, En) => "Was the file saved completely?",
        (Fault::Utf16 | Fault::NotUtf8, Da) => "Åbn filen i en teksteditor, og gem den igen som UTF-8.",
        (Fault::Utf16 | Fault::NotUtf8, En) => "Open the file in a text editor and save it again as UTF-8.",
        (Fault::NotJson { problem }, lang) => return problem_hint(*problem, lang).map(str::to_owned),
        (Fault::Truncated { .. }, Da) => "Hent eller kopiér filen igen; slutningen mangler.",
        (Fault::Truncated { .. }, En) => "Fetch or copy the file again; its end is missing.",
        (Fault::DuplicateKey { .. }, Da) => "Fjern den ene. Der gættes ikke på, hvilken der gælder.",
        (Fault::DuplicateKey { .. }, En) => "Remove one of them. Which one counts is not guessed.",
        (
            Fault::TooDeep { .. }
            | Fault::TooManyGoals { .. }
            | Fault::TooManyValues { .. }
            | Fault::TooManyFindings { .. },
            _,
        ) => return None,
    };
    Some(hint.to_owned())
}

fn not_json(lang: Lang) -> &'static str {
    match lang {
        Da => "Filen er ikke gyldig JSON:",
        En => "The file is not valid JSON:",
    }
}

fn problem_text(problem: Problem, lang: Lang) -> &'static str {
    match (problem, lang) {
        (Problem::TrailingComma, Da) => "her er et komma efter det sidste led.",
        (Problem::TrailingComma, En) => "there is a comma after the last item.",
        (Problem::MissingComma, Da) => "her mangler et komma.",
        (Problem::MissingComma, En) => "a comma is missing here.",
        (Problem::Comment, Da) => "her står en kommentar.",
        (Problem::Comment, En) => "there is a comment here.",
        (Problem::MissingColon, Da) => "her mangler et kolon efter nøglen.",
        (Problem::MissingColon, En) => "a colon is missing after the key.",
        (Problem::MissingValue, Da) => "her mangler en værdi.",
        (Problem::MissingValue, En) => "a value is missing here.",
        (Problem::UnquotedKey, Da) => "nøglen står uden anførselstegn.",
        (Problem::UnquotedKey, En) => "the key has no quotation marks.",
        (Problem::SingleQuotes, Da) => "her står et enkelt anførselstegn.",
        (Problem::SingleQuotes, En) => "there is a single quotation mark here.",
        (Problem::Word, Da) => "her står et ord uden anførselstegn.",
        (Problem::Word, En) => "there is a word without quotation marks here.",
        (Problem::NotFinite, Da) => "her står noget, der ikke er et tal (NaN eller uendelig).",
        (Problem::NotFinite, En) => "this is not a number (NaN or infinity).",
        (Problem::NumberForm, Da) => "tallet er ikke skrevet, som JSON skriver tal.",
        (Problem::NumberForm, En) => "the number is not written as JSON writes numbers.",
        (Problem::ControlCharacter, Da) => "her er et linjeskift eller et styretegn inde i en tekst.",
        (Problem::ControlCharacter, En) => "there is a line break or a control character within a text.",
        (Problem::Escape, Da) => "omvendt skråstreg står foran noget, den ikke kan stå foran.",
        (Problem::Escape, En) => "a backslash stands before something that it does not go with.",
        (Problem::Space, Da) => "her er et mellemrumstegn, som JSON ikke har, f.eks. hårdt mellemrum.",
        (Problem::Space, En) => {
            "there is a kind of space here that JSON does not have, such as a hard space."
        }
        (Problem::AfterEnd, Da) => "her står noget efter slutningen.",
        (Problem::AfterEnd, En) => "there is something after the end.",
        (Problem::Unexpected, Da) => "dette tegn hører ikke til her.",
        (Problem::Unexpected, En) => "this character does not belong here.",
    }
}

fn problem_hint(problem: Problem, lang: Lang) -> Option<&'static str> {
    let (da, en) = match problem {
        Problem::TrailingComma => ("Slet kommaet.", "Delete the comma."),
        Problem::Comment => (
            "Slet kommentaren; bemærkninger kan stå under »note«.",
            "Delete the comment; remarks can go under “note”.",
        ),
        Problem::UnquotedKey | Problem::SingleQuotes | Problem::Word => {
            ("Brug dobbelte anførselstegn: \"…\".", "Use double quotation marks: \"…\".")
        }
        Problem::NotFinite => {
            ("Skriv null, hvor der ikke er noget tal.", "Write null where there is no number.")
        }
        Problem::NumberForm => ("Skriv f.eks. 0.5, 12 eller -3.", "Write for instance 0.5, 12 or -3."),
        Problem::ControlCharacter => (
            "Mangler der et anførselstegn? Et linjeskift i en tekst skrives \\n.",
            "Is a quotation mark missing? A line break within a text is written \\n.",
        ),
        Problem::Escape => ("Skriv to: \\\\.", "Write two of them: \\\\."),
        Problem::MissingComma
        | Problem::MissingColon
        | Problem::MissingValue
        | Problem::Space
        | Problem::AfterEnd
        | Problem::Unexpected => return None,
    };
    Some(if lang == Da { da } else { en })
}

/// That a file is larger than what is read; both in bytes.
pub(super) fn file_too_large(bytes: usize, limit: usize, lang: Lang) -> String {
    let (size, limit) = (megabytes(bytes, lang), megabytes(limit, lang));
    match lang {
        Da => format!("Filen fylder {size}. Der læses højst {limit}."),
        En => format!("The file is {size}. At most {limit} are read."),
    }
}

/// Bytes as megabytes with one decimal, rounded up, so that a file above the limit never seems to be at it.
fn megabytes(bytes: usize, lang: Lang) -> String {
    const TENTH: usize = 1024 * 1024 / 10;
    let tenths = i64::try_from(bytes.div_ceil(TENTH)).unwrap_or(i64::MAX);
    let whole = bytes.is_multiple_of(1024 * 1024);
    let value = if whole { Decimal::from(bytes / (1024 * 1024)) } else { Decimal::new(tenths, 1) };
    format!("{} MB", format_number(value, lang))
}
