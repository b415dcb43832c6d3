//! What a cell says, for a goal that is answered with a figure, a day, or yes or no. A day and an answer stand for each
//! other, each in a field of its own.

use crate::app::state::{Choice, Value};
use crate::domain::address::{FieldId, ReportedField};
use crate::domain::contract::Level;
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::findings::{RowFault, as_seen};
use crate::i18n::Lang;
use crate::i18n::date::parse_date_text;
use crate::i18n::number::{NumberProblem, parse_number_by, shown_convention};
use crate::table::{ResultRow, ResultTable};

/// What a goal is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Figure,
    Date,
    YesNo,
    Level,
}

impl Wanted {
    pub(super) fn field(self) -> ReportedField {
        match self {
            Self::Figure => ReportedField::Value,
            Self::Date => ReportedField::Date,
            Self::YesNo => ReportedField::Done,
            Self::Level => ReportedField::Level,
        }
    }
}

/// What tables write where they have no figure: nothing, a dash, or the signs of Danmarks Statistik.
const NO_FIGURE: [&str; 9] = ["", "-", "–", "—", "\u{2212}", ".", "..", "...", "…"];

const YES: [&str; 6] = ["ja", "yes", "true", "sand", "j", "y"];
const NO: [&str; 5] = ["nej", "no", "false", "falsk", "n"];

/// Yes or no, where a cell says one of them.
fn answer(text: &str) -> Option<bool> {
    let word = text.to_lowercase();
    let yes = YES.contains(&word.as_str());
    (yes || NO.contains(&word.as_str())).then_some(yes)
}

/// Whether a cell says that there is no figure.
pub(super) fn is_blank(text: &str) -> bool {
    NO_FIGURE.contains(&text)
}

/// How a table writes its numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Convention {
    /// The language whose decimal mark it is; none where it cannot be told.
    pub(super) lang: Option<Lang>,
    /// Whether a comma between cells may also be the decimal mark within a number that is not quoted.
    divides: bool,
    /// Two rows that show different marks, the later one first.
    pub(super) mixed: Option<(usize, usize)>,
}

impl Convention {
    /// What the numbers of a table show, else what its delimiter does. A comma between cells leaves none for
    /// decimals; a semicolon stands where decimals have one.
    pub(super) fn of_table(table: &ResultTable) -> Self {
        let divides = table.delimiter() == ',';
        let mut first: Option<(Lang, usize)> = None;
        for (index, row) in table.rows().iter().enumerate() {
            match (shown_convention(&table.text(&row.value)), first) {
                (Some(lang), None) => first = Some((lang, index)),
                (Some(lang), Some((other, earlier))) if lang != other => {
                    return Self { lang: None, divides, mixed: Some((index, earlier)) };
                }
                _ => {}
            }
        }
        let of_delimiter = match table.delimiter() {
            ';' => Some(Lang::Da),
            ',' => Some(Lang::En),
            _ => None,
        };
        let shown = first.map(|(lang, _)| lang);
        let divides = divides && shown != Some(Lang::En);
        Self { lang: shown.or(of_delimiter), divides, mixed: None }
    }

    /// Whether a figure may be cut off at its decimal comma: digits, and digits in the cell behind it. Where
    /// the table shows a decimal point, it has no decimal commas; and quotation marks say where a cell ends.
    pub(super) fn divided(self, table: &ResultTable, row: &ResultRow) -> Option<RowFault> {
        let cells = [&row.value, &row.behind];
        if !self.divides || cells.into_iter().any(|cell| table.is_quoted(cell)) {
            return None;
        }
        let [whole, rest] = cells.map(|cell| table.text(cell));
        let is_number = |text: &str, signs: &[char]| {
            text.contains(|sign: char| sign.is_ascii_digit())
                && text.chars().all(|sign| sign.is_ascii_digit() || signs.contains(&sign))
        };
        let are_halves = is_number(&whole, &['-', '+', '\u{2212}', '.', ' ', '\u{a0}'])
            && is_number(&rest, &['%', ' ', '\u{a0}']);
        are_halves.then(|| RowFault::DividedNumber { whole: whole.into_owned(), rest: rest.into_owned() })
    }

    /// The value in a cell that is not blank.
    pub(super) fn read(
        self,
        text: &str,
        wanted: Wanted,
        expected: Option<Decimal>,
        levels: Option<&[Level]>,
    ) -> Result<Value, RowFault> {
        let found = || text.to_owned();
        match wanted {
            Wanted::Figure => match parse_number_by(text, self.lang, expected) {
                Ok(number) => Ok(Value::Number(number)),
                Err(NumberProblem::Ambiguous { grouped, decimal }) => {
                    Err(RowFault::AmbiguousNumber { grouped, decimal })
                }
                Err(_) => Err(RowFault::NotANumber { found: found() }),
            },
            // Where a day is wanted, "no" says that there will be none.
            Wanted::Date => match (parse_date_text(text), answer(text)) {
                (Ok(date), _) => Ok(Value::Date(date)),
                (Err(_), Some(false)) => Ok(Value::Choice(Choice::Done(false))),
                _ => Err(RowFault::NotADate { found: found() }),
            },
            // Where it is asked whether something was done, a day says that it was.
            Wanted::YesNo => match (answer(text), parse_date_text(text)) {
                (Some(done), _) => Ok(Value::Choice(Choice::Done(done))),
                (None, Ok(date)) => Ok(Value::Date(date)),
                _ => Err(RowFault::NotYesOrNo { found: found() }),
            },
            Wanted::Level => level(text, levels.unwrap_or_default()),
        }
    }
}

/// The level that a text names, by its title or its identifier, whatever its capitals.
fn level(text: &str, levels: &[Level]) -> Result<Value, RowFault> {
    let plain = |name: &str| as_seen(name).to_lowercase();
    let named = plain(text);
    let is_named = |level: &&Level| plain(&level.title) == named || plain(level.id.as_str()) == named;
    let level = levels.iter().find(is_named).ok_or_else(|| {
        let levels = levels.iter().map(|level| level.title.clone()).collect();
        RowFault::NotALevel { found: text.to_owned(), levels }
    })?;
    Ok(Value::text(level.id.as_str()))
}

/// The field for yes or no beside one for a day, and the other way round.
pub(super) fn answer_beside(field: &FieldId) -> Option<FieldId> {
    match field {
        FieldId::Reported(entry, path, ReportedField::Date) => {
            Some(entry.reported(path, ReportedField::Done))
        }
        FieldId::Reported(entry, path, ReportedField::Done) => {
            Some(entry.reported(path, ReportedField::Date))
        }
        _ => None,
    }
}

/// The field for what was measured in another period than the result.
pub(super) fn reading_field(field: &FieldId, period: Period) -> FieldId {
    match field {
        FieldId::Reported(entry, path, _) => entry.reported(path, ReportedField::Reading(period)),
        _ => field.clone(),
    }
}

/// The field that takes a value: the one of a row, or the one beside it.
pub(super) fn field_for_value(field: &FieldId, value: Option<&Value>) -> FieldId {
    let is_other = matches!(
        (field, value),
        (FieldId::Reported(_, _, ReportedField::Date), Some(Value::Choice(_)))
            | (FieldId::Reported(_, _, ReportedField::Done), Some(Value::Date(_)))
    );
    answer_beside(field).filter(|_| is_other).unwrap_or_else(|| field.clone())
}
