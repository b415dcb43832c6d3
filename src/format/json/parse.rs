//! Bytes to a JSON tree with positions, strictly as RFC 8259 has it.

use std::ops::Range;

use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use super::node::Node;
use super::scan::{self, Balance};
use super::tree;
use crate::findings::{LineNumber, SyntaxFault, SyntaxProblem};
use crate::pace::{Progress, at_once, no_pause};

/// The largest file that is read: 8 MB. The page refuses larger ones before it reads them.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// The deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 64;
/// The most goals of a contract.
pub const MAX_GOALS: usize = 10_000;
/// The most values of any kind; a contract with the most goals stays well below.
pub const MAX_VALUES: usize = 1_000_000;

/// What is in the way, and where, in bytes of the text.
#[derive(Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) fault: SyntaxFault,
    pub(crate) range: Range<usize>,
}

impl Refusal {
    pub(super) fn new(fault: SyntaxFault, range: Range<usize>) -> Self {
        Self { fault, range }
    }

    pub(super) fn at(problem: SyntaxProblem, range: Range<usize>) -> Self {
        Self::new(SyntaxFault::NotJson { problem }, range)
    }
}

/// The text of a file, without a byte order mark. The second text is as much of it as can be shown.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, (Refusal, &str)> {
    let refuse = |fault| Err((Refusal::new(fault, 0..0), ""));
    if bytes.len() > MAX_BYTES {
        return refuse(SyntaxFault::FileTooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..]) {
        return refuse(SyntaxFault::Utf16);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).and_then(|start| std::str::from_utf8(start).ok());
        let end = error.valid_up_to();
        (Refusal::new(SyntaxFault::NotUtf8, end..end), valid.unwrap_or_default())
    })
}

/// The JSON tree of a text, with the range of every value.
pub(in crate::format) fn parse(text: &str) -> Result<Node<'_>, Refusal> {
    at_once(parse_paced(text, &mut no_pause))
}

/// The same with pauses.
pub(in crate::format) async fn parse_paced<'t>(
    text: &'t str,
    pause: &mut impl AsyncFnMut(Progress),
) -> Result<Node<'t>, Refusal> {
    if let Some(root) = tree::parse(text, pause).await {
        return Ok(root);
    }
    let balance = scan::scan(text)?;
    let end = text.trim_end().len();
    match one_go(text) {
        Ok(true) => Err(Refusal::at(SyntaxProblem::Unexpected, 0..1)),
        Ok(false) => Err(Refusal::new(SyntaxFault::Empty, 0..0)),
        Err(error) => Err(match balance {
            Balance::OpenSince(start) if is_cut(&error, end) => {
                let opened_on = 1 + text.bytes().take(start).filter(|byte| *byte == b'\n').count();
                Refusal::new(SyntaxFault::Truncated { opened_on: LineNumber(opened_on) }, end..end)
            }
            _ => refusal(&error, text),
        }),
    }
}

/// What the parser that says what is wrong and where has against a text; whether there is anything in it.
pub(super) fn one_go(text: &str) -> Result<bool, ParseError> {
    parse_to_ast(text, &CollectOptions::default(), &strict()).map(|result| result.value.is_some())
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// Whether the text simply stops: nothing is wrong with it before its end.
fn is_cut(error: &ParseError, end: usize) -> bool {
    use ParseErrorKind as Kind;
    let unfinished = matches!(
        error.kind(),
        Kind::UnterminatedArray
            | Kind::UnterminatedObject
            | Kind::String(ParseStringErrorKind::UnterminatedStringLiteral)
    );
    unfinished || error.range().end >= end
}

fn refusal(error: &ParseError, text: &str) -> Refusal {
    use ParseErrorKind as Kind;
    let range = error.range().start..error.range().end;
    let word = word_at(text, range.start);
    let problem = match error.kind() {
        Kind::TrailingCommasNotAllowed => SyntaxProblem::TrailingComma,
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => SyntaxProblem::Comment,
        Kind::ExpectedComma if is_within_number(text, range.start) => SyntaxProblem::NumberForm,
        Kind::ExpectedComma => SyntaxProblem::MissingComma,
        Kind::ExpectedColonAfterObjectKey => SyntaxProblem::MissingColon,
        Kind::ExpectedObjectValue | Kind::UnexpectedComma => SyntaxProblem::MissingValue,
        Kind::ExpectedStringObjectProperty => SyntaxProblem::UnquotedKey,
        Kind::SingleQuotedStringsNotAllowed => SyntaxProblem::SingleQuotes,
        Kind::NonFiniteNumbersNotAllowed => SyntaxProblem::NotFinite,
        Kind::UnexpectedWord | Kind::UnexpectedToken if matches!(word, "NaN" | "Infinity") => {
            SyntaxProblem::NotFinite
        }
        Kind::UnexpectedWord | Kind::UnexpectedToken if !word.is_empty() => SyntaxProblem::Word,
        Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed => SyntaxProblem::NumberForm,
        Kind::String(_) => SyntaxProblem::Escape,
        Kind::MultipleRootJsonValues => SyntaxProblem::AfterEnd,
        Kind::UnexpectedCloseBrace
        | Kind::UnexpectedCloseBracket
        | Kind::UnexpectedColon
        | Kind::UnexpectedToken
        | Kind::UnexpectedWord
        | Kind::UnexpectedTokenInObject
        | Kind::UnterminatedArray
        | Kind::UnterminatedObject
        | Kind::NestingDepthExceeded => SyntaxProblem::Unexpected,
    };
    Refusal::at(problem, range)
}

fn word_at(text: &str, offset: usize) -> &str {
    let rest = text.get(offset..).unwrap_or_default();
    rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()
}

/// A digit on both sides: the parser took the 0 of `01` for a whole number.
fn is_within_number(text: &str, offset: usize) -> bool {
    let digit = |place: Option<usize>| {
        place.and_then(|place| text.as_bytes().get(place)).is_some_and(u8::is_ascii_digit)
    };
    digit(offset.checked_sub(1)) && digit(Some(offset))
}
