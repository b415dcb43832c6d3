//! Titles of what is wrong with the form of a file, and with what an assessment enters.

use resultatkontrakt::findings::{EntryFault, ShapeFault, SyntaxFault};

use super::Wording;

pub(super) fn syntax(fault: &SyntaxFault) -> Wording {
    match fault {
        SyntaxFault::FileTooLarge { .. } => ("Filen er for stor", "The file is too large"),
        SyntaxFault::Empty => ("Filen er tom", "The file is empty"),
        SyntaxFault::Utf16 => ("Filen er gemt som UTF-16", "The file is saved as UTF-16"),
        SyntaxFault::NotUtf8 => ("Filen er ikke UTF-8", "The file is not UTF-8"),
        SyntaxFault::NotJson { .. } => ("Filen er ikke gyldig JSON", "The file is not valid JSON"),
        SyntaxFault::Truncated { .. } => ("Filens slutning mangler", "The end of the file is missing"),
        SyntaxFault::TooDeep { .. } => ("For mange niveauer", "Too many levels"),
        SyntaxFault::TooManyGoals { .. } => ("For mange mål", "Too many goals"),
        SyntaxFault::TooManyValues { .. } => ("For mange værdier", "Too many values"),
        SyntaxFault::DuplicateKey { .. } => ("Samme nøgle to gange", "The same key twice"),
        SyntaxFault::TooManyFindings { .. } => ("Flere fund, end der vises", "More findings than are listed"),
    }
}

pub(super) fn shape(fault: &ShapeFault) -> Wording {
    match fault {
        ShapeFault::UnknownFormat { .. } => {
            ("Hverken kontrakt, vurdering eller sag", "Neither contract, assessment nor case file")
        }
        ShapeFault::NewerVersion { .. } => ("Fil fra en nyere udgave", "File of a newer version"),
        ShapeFault::UnknownVersion { .. } => ("Ukendt version", "Unknown version"),
        ShapeFault::Missing { .. } => ("Nøgle, der mangler", "Missing key"),
        ShapeFault::UnknownKey { .. } => ("Ukendt nøgle", "Unknown key"),
        ShapeFault::WrongType { .. } => ("Værdi af forkert slags", "Value of the wrong kind"),
        ShapeFault::UnknownWord { .. } => ("Ukendt ord", "Unknown word"),
        ShapeFault::ConflictingKeys { .. } => {
            ("Nøgler, der udelukker hinanden", "Keys that exclude each other")
        }
        ShapeFault::EmptyText => ("Tom tekst", "Empty text"),
        ShapeFault::NotANumber { .. } => ("Tekst, der ikke er et tal", "Text that is no number"),
        ShapeFault::NumberTooLong { .. } => ("Tal med for mange cifre", "Number with too many digits"),
        ShapeFault::NumberOutOfRange { .. } => ("Tal uden for det mulige", "Number out of range"),
        ShapeFault::NotADate { .. } => ("Tekst, der ikke er en dato", "Text that is no date"),
        ShapeFault::NoSuchDate { .. } => ("Dato, der ikke findes", "Date that the calendar does not have"),
        ShapeFault::NotAPeriod { .. } => ("Tekst, der ikke er en periode", "Text that is no period"),
    }
}

pub(super) fn entry(fault: &EntryFault) -> Wording {
    match fault {
        EntryFault::OtherContract { .. } => {
            ("Vurdering af en anden kontrakt", "Assessment of another contract")
        }
        EntryFault::ContractChanged => {
            ("Kontrakten er ændret siden vurderingen", "The contract was changed since the assessment")
        }
        EntryFault::Unknown { .. } => (
            "Resultat for noget, kontrakten ikke har",
            "Result for something that the contract does not have",
        ),
        EntryFault::OtherKind { .. } => {
            ("Resultat af en anden slags, end målet kræver", "Result of another kind than the target wants")
        }
        EntryFault::OutsideRange { .. } => ("Point uden for det mulige", "Points outside the range"),
        EntryFault::NoReason { .. } => {
            ("Point eller regulering uden begrundelse", "Points or adjustment without a reason")
        }
        EntryFault::OutsidePayPeriod { .. } => {
            ("Fratrædelse uden for lønperioden", "Leaving date outside the pay period")
        }
        EntryFault::OutsideYears { .. } => {
            ("Dato uden for kontraktens år", "Date outside the contract's years")
        }
        EntryFault::ContractDecides { .. } => {
            ("Tal, som kontrakten selv fastsætter", "Figure that the contract itself gives")
        }
        EntryFault::TargetIsFixed { .. } => {
            ("Allonge til et mål, der er fastlagt", "Addendum to a target that is fixed")
        }
        EntryFault::RuleCannotScore { .. } => {
            ("Reglen kan ikke bruges på målet", "The rule cannot score the target")
        }
        EntryFault::Negative { .. } => ("Indtastning under nul", "Entry below zero"),
        EntryFault::TooLarge { .. } => ("For store tal", "Figures too large"),
    }
}
