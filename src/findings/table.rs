//! What is wrong with a table of measured results as a whole.

use std::borrow::Cow;

use super::declare::findings;
use super::syntax::file_too_large;
use super::written::{LineNumber, Written, quoted};
use crate::i18n::Words;

findings! {
    /// What is wrong with a table of measured results as a whole.
    TableFault

    Error["table-too-large"] TooLarge { bytes: usize, limit: usize }
        title("Tabellen er for stor", "The table is too large")
        message(|words| file_too_large(*bytes.0, *limit.0, words))
        why(none)
        hint(
            "Hent et udtræk med færre perioder eller uden opdeling på kommuner.",
            "Fetch an extract with fewer periods, or not split by municipality.",
        )

    Error["table-without-header"] NoHeader { missing: MissingColumn }
        title("Tabel uden overskrift", "Table without a header")
        message("{missing}", "{missing}")
        why(none)
        hint(
            "Skriv en første linje som »mål;periode;resultat« over tallene.",
            "Write a first line such as “goal;period;result” above the figures.",
        )

    Error["table-delimiter"] UnknownDelimiter { found: Delimiter }
        title("Skilletegn, der ikke læses", "Separator that is not read")
        message(
            "Kolonnerne er skilt af {found}. Der læses semikolon, komma og tabulator.",
            "The columns are separated by {found}. Semicolon, comma and tab are read.",
        )
        why(none)
        hint("Gem tabellen som CSV med semikolon.", "Save the table as CSV with semicolons.")

    Error["table-column-twice"] ColumnTwice { name: String, first: String }
        title("To kolonner, der betyder det samme", "Two columns that mean the same")
        message("Kolonnerne »{first}« og »{name}« betyder det samme.", "The columns “{first}” and “{name}” mean the same.")
        why(none)
        hint(
            "Omdøb eller slet den ene. Der gættes ikke på, hvilken der gælder.",
            "Rename or delete one of them. Which one counts is not guessed.",
        )

    Error["table-unclosed-quote"] UnclosedQuote
        title("Anførselstegn, der ikke afsluttes", "Quotation mark that is never closed")
        message("Anførselstegnet her bliver ikke afsluttet.", "The quotation mark here is never closed.")
        why(none)
        hint(
            "Sæt et anførselstegn efter teksten, eller slet dette.",
            "Put a quotation mark behind the text, or delete this one.",
        )

    Error["table-text-behind-quote"] TextBehindQuote
        title("Tekst efter et afsluttende anførselstegn", "Text behind a closing quotation mark")
        message(
            "Her står noget mellem et afsluttende anførselstegn og det næste skilletegn.",
            "There is something here between a closing quotation mark and the next separator.",
        )
        why(none)
        hint(
            "Skriv et anførselstegn inde i en tekst to gange: \"\".",
            "Write a quotation mark within a text twice: \"\".",
        )

    Error["table-too-many-rows"] TooManyRows { limit: usize }
        title("For mange rækker", "Too many rows")
        message("Filen har mere end {limit} rækker.", "The file has more than {limit} rows.")
        why(none)
        hint(
            "Hent et udtræk med færre perioder eller uden opdeling på kommuner.",
            "Fetch an extract with fewer periods, or not split by municipality.",
        )

    Warning["table-without-rows"] NoRows
        title("Tabel uden rækker", "Table without rows")
        message("Der er ingen rækker under overskriften.", "There are no rows below the header.")
        why(none)
        hint("Er udtrækket gemt færdigt?", "Was the extract saved completely?")

    Note["table-encoding"] OtherEncoding
        title("Tabellen er ikke UTF-8", "The table is not UTF-8")
        message(
            "Filen er ikke gemt som UTF-8. Den er læst som Windows-1252, som Excel bruger.",
            "The file is not saved as UTF-8. It was read as Windows-1252, which Excel uses.",
        )
        why(none)
        hint(none)

    Note["table-lines-before-header"] LinesBeforeHeader
        title("Linjer over overskriften", "Lines above the header")
        message("Linjerne over overskriften er sprunget over.", "The lines above the header were skipped.")
        why(none)
        hint(none)

    Note["table-column-ignored"] ColumnIgnored { name: String }
        title("Kolonne, der ikke bruges", "Column that is not used")
        message("Kolonnen »{name}« bruges ikke.", "The column “{name}” is not used.")
        why(none)
        hint(none)

    Note["table-own-columns"] OwnColumns
        title("Sidens egen tabel", "The page's own table")
        message(
            "Tabellen er fra denne side: kun kolonnen med resultater læses. Point, bedømmelser, bemærkninger og dokumentation læses ikke.",
            "The table is from this page: only its column of results is read. Points, judgements, notes and evidence are not read.",
        )
        why(none)
        hint("Skriv dem på siden.", "Write them on the page.")

    Note["table-without-period"] NoPeriodColumn
        title("Tabel uden periode", "Table without a period")
        message(
            "Filen har ingen kolonne med periode, så det kan ikke ses, hvornår tallene er målt.",
            "The file has no column for the period, so when the figures were measured is not known.",
        )
        why(none)
        hint(
            "Tjek, at tallene er fra den periode, som målet måles i.",
            "Check that the figures are of the period in which the goal is measured.",
        )

    Note["table-mixed-numbers"] MixedNumbers { other_line: LineNumber }
        title("Tal med forskellige decimaltegn", "Numbers with different decimal marks")
        message(
            "Tallet har et andet decimaltegn end tallet i linje {other_line}.",
            "The number has another decimal mark than the one on line {other_line}.",
        )
        why(none)
        hint(
            "Et tal som 1.234 læses derfor kun, hvor målet viser, hvad der menes.",
            "A number such as 1,234 is therefore read only where the goal shows what is meant.",
        )
}

/// Which columns a header lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingColumn {
    /// The one for goals.
    Goal,
    /// The one for results.
    Result,
    /// Both.
    Both,
}

impl Written for MissingColumn {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let text = match self {
            Self::Goal => words.pick("Ingen kolonne hedder mål eller id.", "No column is called goal or id."),
            Self::Result => words.pick(
                "Ingen kolonne hedder resultat, værdi eller dato.",
                "No column is called result, value or date.",
            ),
            Self::Both => words.pick(
                "Filen har ingen linje med kolonnernes navne: en for mål og en for resultat.",
                "The file has no line with the names of its columns: one for goals and one for results.",
            ),
        };
        text.into()
    }
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiter(pub char);

/// In words: a sign alone is easily overlooked.
impl Written for Delimiter {
    fn written(&self, words: Words) -> Cow<'_, str> {
        match self.0 {
            ';' => words.pick("semikolon", "semicolons").into(),
            ',' => words.pick("komma", "commas").into(),
            '\t' => words.pick("tabulator", "tabs").into(),
            other => quoted(other.encode_utf8(&mut [0; 4]), words).into(),
        }
    }
}
