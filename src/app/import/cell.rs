//! What a cell says, for a goal that is answered with a figure, a day, or yes or no.

use crate::app::field::ReportedField;
use crate::app::value::Value;
use crate::domain::number::Decimal;
use crate::i18n::Lang;
use crate::i18n::date::parse_date_text;
use crate::i18n::number::{NumberProblem, parse_number_by, shown_convention};
use crate::load::diagnostic::RowFault;
use crate::load::table::Table;

/// What a goal is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Figure,
    Date,
    YesNo,
}

impl Wanted {
    pub(super) fn field(self) -> ReportedField {
        match self {
            Self::Figure => ReportedField::Value,
            Self::Date => ReportedField::Date,
            Self::YesNo => ReportedField::Done,
        }
    }
}

/// What tables write where they have no figure: nothing, a dash, or the signs of Danmarks Statistik.
const NO_FIGURE: [&str; 9] = ["", "-", "–", "—", "\u{2212}", ".", "..", "...", "…"];

const YES: [&str; 6] = ["ja", "yes", "true", "sand", "j", "y"];
const NO: [&str; 5] = ["nej", "no", "false", "falsk", "n"];

/// Whether a cell says that there is no figure.
pub(super) fn is_blank(text: &str) -> bool {
    NO_FIGURE.contains(&text)
}

/// How a table writes its numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Convention {
    /// The language whose decimal mark it is; none where it cannot be told.
    pub(super) lang: Option<Lang>,
    /// Two rows that show different marks, the later one first.
    pub(super) mixed: Option<(usize, usize)>,
}

impl Convention {
    /// What the numbers of a table show; where they show nothing, the delimiter does: a comma between cells
    /// leaves no comma for decimals, and a semicolon is used where decimals have one.
    pub(super) fn of(table: &Table) -> Self {
        let mut first: Option<(Lang, usize)> = None;
        for (index, row) in table.rows().iter().enumerate() {
            match (shown_convention(&table.text(&row.value)), first) {
                (Some(lang), None) => first = Some((lang, index)),
                (Some(lang), Some((other, earlier))) if lang != other => {
                    return Self { lang: None, mixed: Some((index, earlier)) };
                }
                _ => {}
            }
        }
        let of_delimiter = match table.delimiter() {
            ';' => Some(Lang::Da),
            ',' => Some(Lang::En),
            _ => None,
        };
        Self { lang: first.map(|(lang, _)| lang).or(of_delimiter), mixed: None }
    }

    /// The value in a cell that is not blank.
    pub(super) fn read(
        self,
        text: &str,
        wanted: Wanted,
        expected: Option<Decimal>,
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
            Wanted::Date => {
                parse_date_text(text).map(Value::Date).map_err(|_| RowFault::NotADate { found: found() })
            }
            Wanted::YesNo => {
                let word = text.to_lowercase();
                if YES.contains(&word.as_str()) {
                    Ok(Value::Text("true".into()))
                } else if NO.contains(&word.as_str()) {
                    Ok(Value::Text("false".into()))
                } else {
                    Err(RowFault::NotYesOrNo { found: found() })
                }
            }
        }
    }
}
