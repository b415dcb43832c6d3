//! What keeps a file from being read as JSON.

use std::borrow::Cow;

use super::declare::{findings, said};
use super::written::{LineNumber, Written};
use crate::domain::number::Decimal;
use crate::i18n::Words;

findings! {
    /// What keeps a file from being read as JSON.
    SyntaxFault

    Error["file-too-large"] FileTooLarge { bytes: usize, limit: usize }
        title("Filen er for stor", "The file is too large")
        message(|words| file_too_large(*bytes.0, *limit.0, words))
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint(
            "Er det den rigtige fil? En kontrakt fylder under en tiendedel af det.",
            "Is it the right file? A contract takes less than a tenth of that.",
        )

    Error["other-file"] OtherFile { kind: Stranger }
        title("Filen er noget andet", "The file is something else")
        message("Filen er {kind}, ikke en kontrakt.", "The file is {kind}, not a contract.")
        why(none)
        hint(|words| Some(kind.0.hint(words).to_owned()))

    Error["file-empty"] Empty
        title("Filen er tom", "The file is empty")
        message("Filen er tom.", "The file is empty.")
        why(none)
        hint("Er filen gemt færdig?", "Was the file saved completely?")

    Error["utf-16"] Utf16
        title("Filen er gemt som UTF-16", "The file is saved as UTF-16")
        message(
            "Filen er gemt som UTF-16. Den skal være UTF-8.",
            "The file is saved as UTF-16. It has to be UTF-8.",
        )
        why("Ellers bliver æ, ø og å til andre tegn.", "Otherwise æ, ø and å become other characters.")
        hint(
            "Åbn filen i en teksteditor, og gem den igen som UTF-8.",
            "Open the file in a text editor and save it again as UTF-8.",
        )

    Error["not-utf-8"] NotUtf8
        title("Filen er ikke UTF-8", "The file is not UTF-8")
        message("Herfra er filen ikke UTF-8-tekst.", "From here on the file is not UTF-8 text.")
        why("Ellers bliver æ, ø og å til andre tegn.", "Otherwise æ, ø and å become other characters.")
        hint(
            "Åbn filen i en teksteditor, og gem den igen som UTF-8.",
            "Open the file in a text editor and save it again as UTF-8.",
        )

    Error["not-json"] NotJson { problem: SyntaxProblem }
        title("Filen er ikke gyldig JSON", "The file is not valid JSON")
        message("Filen er ikke gyldig JSON: {problem}", "The file is not valid JSON: {problem}")
        why(none)
        hint(|words| problem.0.hint(words).map(str::to_owned))

    Error["truncated"] Truncated { opened_on: LineNumber }
        title("Filens slutning mangler", "The end of the file is missing")
        message(
            "Filen slutter midt i det hele: det, der begynder i linje {opened_on}, bliver ikke afsluttet.",
            "The file stops half-way: what begins on line {opened_on} is never closed.",
        )
        why("Det, der mangler, kan ændre resultatet.", "What is missing can change the outcome.")
        hint(
            "Hent eller kopiér filen igen; slutningen mangler.",
            "Fetch or copy the file again; its end is missing.",
        )

    Error["too-deep"] TooDeep { limit: usize }
        title("For mange niveauer", "Too many levels")
        message(
            "Lister og objekter ligger dybere inde i hinanden end {limit} niveauer.",
            "Lists and objects are nested deeper than {limit} levels.",
        )
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint(none)

    Error["too-many-goals"] TooManyGoals { limit: usize }
        title("For mange mål", "Too many goals")
        message("Her er mere end {limit} mål.", "There are more than {limit} goals here.")
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint(none)

    Error["too-many-values"] TooManyValues { limit: usize }
        title("For mange værdier", "Too many values")
        message("Filen har mere end {limit} værdier.", "The file has more than {limit} values.")
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint(none)

    Error["duplicate-key"] DuplicateKey { key: String, first_line: LineNumber }
        title("Samme nøgle to gange", "The same key twice")
        message(
            "Nøglen »{key}« står her for anden gang; første gang er i linje {first_line}.",
            "The key “{key}” stands here twice; first on line {first_line}.",
        )
        why("Det er uklart, hvilken af dem der gælder.", "It is unclear which of them holds.")
        hint(
            "Fjern den ene. Der gættes ikke på, hvilken der gælder.",
            "Remove one of them. Which one counts is not guessed.",
        )

    Note["too-many-findings"] TooManyFindings { more: usize }
        title("Flere fund, end der vises", "More findings than are listed")
        message("Yderligere {more} fund vises ikke.", "{more} more findings are not shown.")
        why(none)
        hint(none)
}

/// What a file is that is no file of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// A text document, such as Word's.
    Document,
    /// A workbook, such as Excel's.
    Workbook,
    /// A file of Office as it was saved before 2007.
    OldOffice,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A web page.
    WebPage,
    /// A packed archive.
    Archive,
}

impl Stranger {
    fn hint(self, words: Words) -> &'static str {
        let (da, en) = match self {
            Self::Document => (
                "Vælg kontraktens egen fil, som ender på .json. Står kontrakten kun i et Word-dokument (.docx), så tag dets tabeller ind under »Ny kontrakt fra en tabel«.",
                "Choose the contract's own file, which ends in .json. Where the contract stands in a Word document (.docx) alone, take its tables in under “New contract from a table”.",
            ),
            Self::Pdf => (
                "Vælg kontraktens egen fil, som ender på .json. Står kontrakten kun i et dokument, skal den skrives ind.",
                "Choose the contract's own file, which ends in .json. A contract that stands in a document alone has to be written.",
            ),
            Self::Workbook => (
                "Er det resultater, så åbn først kontrakten, og hent filen ind dér. Er det en kontrakts mål, så tag filen ind under »Ny kontrakt fra en tabel«.",
                "If it holds results, open the contract first and bring the file in there. If it holds the goals of a contract, take it in under “New contract from a table”.",
            ),
            Self::OldOffice => (
                "Er det resultater, så gem dem som Excel-projektmappe (.xlsx) eller CSV. Et dokument kan ikke åbnes her.",
                "If it holds results, save them as an Excel workbook (.xlsx) or as CSV. A document cannot be opened here.",
            ),
            Self::Picture => (
                "Vælg kontraktens egen fil, som ender på .json.",
                "Choose the contract's own file, which ends in .json.",
            ),
            Self::WebPage => (
                "Hent filen på siden, og vælg den. En kontrakts fil ender på .json.",
                "Download the file from that page and choose it. A contract's file ends in .json.",
            ),
            Self::Archive => (
                "Pak filen ud, og vælg de filer, der ender på .json.",
                "Unpack the file and choose those that end in .json.",
            ),
        };
        words.pick(da, en)
    }
}

impl Written for Stranger {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let (da, en) = match self {
            Self::Document => {
                ("et dokument fra et tekstprogram som Word", "a document of a word processor such as Word")
            }
            Self::Workbook => {
                ("en projektmappe fra et regneark som Excel", "a workbook of a spreadsheet such as Excel")
            }
            Self::OldOffice => (
                "et dokument eller en projektmappe fra et ældre Office",
                "a document or a workbook of an older Office",
            ),
            Self::Pdf => ("en PDF", "a PDF"),
            Self::Picture => ("et billede", "a picture"),
            Self::WebPage => ("en webside", "a web page"),
            Self::Archive => ("en pakket fil", "a packed file"),
        };
        words.pick(da, en).into()
    }
}

/// What is in the way of reading a text as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxProblem {
    /// A comma before a closing bracket.
    TrailingComma,
    /// A comma is missing before this.
    MissingComma,
    /// A comment.
    Comment,
    /// A colon is missing after a key.
    MissingColon,
    /// A value is missing.
    MissingValue,
    /// A comma before the decimals of a number.
    DecimalComma,
    /// A key without quotation marks.
    UnquotedKey,
    /// Quotation marks of another kind, such as a document has.
    OtherQuotes,
    /// A word or a day without quotation marks.
    Word,
    /// `True`, `None` or `ja`, in place of a word that JSON has.
    Truth,
    /// `NaN` or `Infinity`.
    NotFinite,
    /// A number that JSON does not have, such as `+1`, `.5`, `0x1F` or `01`.
    NumberForm,
    /// Something right behind a number: a percent sign, a unit, or the rest of `26 675`.
    BehindNumber,
    /// A bracket that closes another one than is open.
    OtherBracket,
    /// A line break or another control character within quotation marks.
    ControlCharacter,
    /// A backslash before something that it does not go with.
    Escape,
    /// White space that JSON does not have.
    Space,
    /// Text after the end.
    AfterEnd,
    /// A character that belongs to nothing.
    Unexpected,
}

impl Written for SyntaxProblem {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let (danish, english) = match self {
            Self::TrailingComma => {
                ("her er et komma efter det sidste led.", "there is a comma after the last item.")
            }
            Self::MissingComma => ("her mangler et komma.", "a comma is missing here."),
            Self::Comment => ("her står en kommentar.", "there is a comment here."),
            Self::MissingColon => ("her mangler et kolon efter nøglen.", "a colon is missing after the key."),
            Self::MissingValue => ("her mangler en værdi.", "a value is missing here."),
            Self::DecimalComma => ("tallet har decimalkomma.", "the number has a decimal comma."),
            Self::UnquotedKey => ("nøglen står uden anførselstegn.", "the key has no quotation marks."),
            Self::OtherQuotes => {
                ("her står en anden slags anførselstegn.", "there is another kind of quotation mark here.")
            }
            Self::Word => {
                ("her står en tekst uden anførselstegn.", "there is a text without quotation marks here.")
            }
            Self::Truth => {
                ("det ord skriver JSON på en anden måde.", "JSON writes this word in another way.")
            }
            Self::NotFinite => (
                "her står noget, der ikke er et tal (NaN eller uendelig).",
                "this is not a number (NaN or infinity).",
            ),
            Self::NumberForm => (
                "tallet er ikke skrevet, som JSON skriver tal.",
                "the number is not written as JSON writes numbers.",
            ),
            Self::BehindNumber => {
                ("her står noget lige efter et tal.", "there is something right behind a number.")
            }
            Self::OtherBracket => (
                "parentesen lukker en anden, end der er åben.",
                "the bracket closes another one than is open.",
            ),
            Self::ControlCharacter => (
                "her er et linjeskift eller et styretegn inde i en tekst.",
                "there is a line break or a control character within a text.",
            ),
            Self::Escape => (
                "omvendt skråstreg står foran noget, den ikke kan stå foran.",
                "a backslash stands before something that it does not go with.",
            ),
            Self::Space => (
                "her er et mellemrumstegn, som JSON ikke har, f.eks. hårdt mellemrum.",
                "there is a kind of space here that JSON does not have, such as a hard space.",
            ),
            Self::AfterEnd => ("her står noget efter slutningen.", "there is something after the end."),
            Self::Unexpected => ("dette tegn hører ikke til her.", "this character does not belong here."),
        };
        words.pick(danish, english).into()
    }
}

impl SyntaxProblem {
    fn hint(self, words: Words) -> Option<&'static str> {
        let (danish, english) = match self {
            Self::TrailingComma => ("Slet kommaet.", "Delete the comma."),
            Self::Comment => (
                "Slet kommentaren; bemærkninger kan stå under »note«.",
                "Delete the comment; remarks can go under “note”.",
            ),
            Self::DecimalComma => ("Skriv punktum for komma: 26.5.", "Write a point for the comma: 26.5."),
            Self::UnquotedKey | Self::OtherQuotes | Self::Word => {
                ("Brug lige, dobbelte anførselstegn: \"…\".", "Use straight double quotation marks: \"…\".")
            }
            Self::NotFinite => {
                ("Skriv null, hvor der ikke er noget tal.", "Write null where there is no number.")
            }
            Self::Truth => (
                "Skriv true for ja, false for nej og null for intet.",
                "Write true for yes, false for no and null for nothing.",
            ),
            Self::NumberForm => {
                ("Skriv f.eks. 0.5, 12, -3 eller 1000000.", "Write for instance 0.5, 12, -3 or 1000000.")
            }
            Self::BehindNumber => (
                "Skriv tallet alene: 60 for 60 %, 26675 for 26 675. Er det næste led, mangler et komma.",
                "Write the number alone: 60 for 60 %, 26675 for 26 675. If it is the next item, a comma is missing.",
            ),
            Self::OtherBracket => ("Mangler der en ] eller } før den?", "Is a ] or } missing before it?"),
            Self::Space => ("Skriv et almindeligt mellemrum.", "Write an ordinary space."),
            Self::AfterEnd => (
                "En fil er ét objekt {…}. Er der en parentes for meget, eller to filer i én?",
                "A file is one object {…}. Is there a bracket too many, or are there two files in one?",
            ),
            Self::ControlCharacter => (
                "Mangler der et anførselstegn? Et linjeskift i en tekst skrives \\n.",
                "Is a quotation mark missing? A line break within a text is written \\n.",
            ),
            Self::Escape => ("Skriv to: \\\\.", "Write two of them: \\\\."),
            Self::MissingComma | Self::MissingColon | Self::MissingValue | Self::Unexpected => return None,
        };
        Some(words.pick(danish, english))
    }
}

/// That a file is larger than what is read; both in bytes.
pub(super) fn file_too_large(bytes: usize, limit: usize, words: Words) -> String {
    let (size, limit) = (megabytes(bytes, words), megabytes(limit, words));
    said!(
        words,
        "Filen fylder {size}. Der læses højst {limit}.",
        "The file is {size}. At most {limit} are read."
    )
}

/// Bytes as megabytes with one decimal, rounded up, so that a file above the limit never seems to be at it.
fn megabytes(bytes: usize, words: Words) -> String {
    const TENTH: usize = 1024 * 1024 / 10;
    let tenths = i64::try_from(bytes.div_ceil(TENTH)).unwrap_or(i64::MAX);
    let whole = bytes.is_multiple_of(1024 * 1024);
    let value = if whole { Decimal::from(bytes / (1024 * 1024)) } else { Decimal::new(tenths, 1) };
    format!("{} MB", words.number(value))
}
