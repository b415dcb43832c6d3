//! Requirements as people write them, read into their parts: `Højst 26.675 forløb i december 2009`.
//!
//! Danish and English are read alike; the language says what the marks in a number mean. A text with one meaning is
//! read. Where it could have several, they are all given, and a person is asked: nothing is guessed. What is read here
//! is what [`Words::goal_target`](super::Words::goal_target) writes, and more.

mod bound;
mod change;
mod deadline;
mod phrase;
mod points;
mod prose;
mod several;
mod weight;

pub use weight::{read_weight, says_percent};

use self::phrase::{Marks, Phrase};
use super::short::{NAME, cut};
use super::{Lang, Words};
use crate::domain::contract::{Target, Weight};
use crate::domain::date::Period;
use crate::domain::number::Decimal;

/// What a requirement says.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// What has to hold.
    pub target: Target,
    /// What its figures count.
    pub unit: Option<String>,
    /// When it is measured, where it says so.
    pub measured: Option<Period>,
    /// The points that a judgement gives, where it names them.
    pub weight: Option<Weight>,
}

/// What is known beside the words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// The year that the contract binds.
    pub year: Option<i32>,
    /// A figure near the one that is expected, such as the last result.
    pub expected: Option<Decimal>,
}

/// What came of reading a requirement.
#[derive(Clone, Debug, PartialEq)]
pub enum RequirementReading {
    /// It has one meaning.
    Clear(Requirement),
    /// A person has to say which meaning it has, or that it has another one.
    Doubt {
        /// Why.
        doubt: Doubt,
        /// What it could mean; none where only a person can tell.
        readings: Vec<Requirement>,
    },
}

/// Why a requirement is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A number could be two.
    Number,
    /// Before a day: that day or the one before it.
    DayBefore,
    /// A day without a year.
    NoYear,
    /// A figure without a word that says on which side of it the result has to lie.
    Side,
    /// Better than before, and it is not said whether more is better.
    Better,
    /// It does not say what it is compared with.
    Baseline,
    /// It names several figures, deadlines or points.
    Several,
    /// The text of the goal says something else than its requirement.
    Elsewhere,
    /// Its weight is a range, which a judgement gives.
    Judged,
    /// It names levels, whose shares stand elsewhere.
    Levels,
    /// Nothing in it is known.
    Unread,
}

impl From<Target> for Requirement {
    fn from(target: Target) -> Self {
        Self { target, unit: None, measured: None, weight: None }
    }
}

impl RequirementReading {
    /// Everything that it could mean.
    pub fn readings(self) -> Vec<Requirement> {
        match self {
            Self::Clear(requirement) => vec![requirement],
            Self::Doubt { readings, .. } => readings,
        }
    }
}

impl From<Target> for RequirementReading {
    fn from(target: Target) -> Self {
        Self::Clear(target.into())
    }
}

/// The most words of a text that is read; each figure in it is held against those behind it.
const LONGEST: usize = 1_000;

/// Reads a requirement; `None` where the text says nothing. A very long text is left to a person.
///
/// ```
/// use resultatkontrakt::i18n::requirement::{Known, RequirementReading, read_requirement};
/// use resultatkontrakt::i18n::{Lang, Words};
///
/// let read = read_requirement("højst 26.675 forløb i december 2009", Lang::Da, Known::default());
/// let Some(RequirementReading::Clear(read)) = read else { panic!("it has one meaning") };
/// assert_eq!(Words::DANISH.target(&read.target, read.unit.as_deref(), None), "Højst 26.675 forløb");
///
/// let read = read_requirement("26.675 forløb", Lang::Da, Known::default());
/// assert!(matches!(read, Some(RequirementReading::Doubt { readings, .. }) if readings.len() == 2));
/// ```
pub fn read_requirement(text: &str, lang: Lang, known: Known) -> Option<RequirementReading> {
    let phrase = Phrase::new(text, lang, known);
    if phrase.says_nothing() {
        return None;
    }
    if phrase.len() > LONGEST {
        return Some(RequirementReading::Doubt { doubt: Doubt::Unread, readings: Vec::new() });
    }
    let reading = read(text, &phrase);
    if !phrase.is_ambiguous() {
        return Some(reading);
    }
    let with = |marks| read(text, &Phrase::new(text, lang, known).marked(marks));
    let readings =
        [Marks::Group, Marks::Decimal].map(with).into_iter().flat_map(RequirementReading::readings);
    Some(RequirementReading::Doubt { doubt: Doubt::Number, readings: readings.collect() })
}

impl Words {
    /// A requirement in words, with its parts: `Alle 2 dele: Koncept: Senest 30.06.2010; I drift: Senest 01.12.2010`.
    pub fn requirement(self, requirement: &Requirement) -> String {
        let Requirement { target, unit, measured, weight } = requirement;
        let mut text = self.target(target, unit.as_deref(), *weight);
        if let Some(period) = measured {
            text = format!("{text} {}", self.when(*period));
        }
        let parts =
            target.parts().unwrap_or_default().iter().filter(|part| part.target != Target::Undetermined);
        let parts = parts.map(|part| {
            let text = self.target(&part.target, part.unit.as_deref(), None);
            match part.title.as_deref().filter(|title| !title.is_empty()) {
                Some(title) => format!("{}: {text}", cut(title, NAME)),
                None => text,
            }
        });
        let parts: Vec<String> = parts.collect();
        if parts.is_empty() { text } else { format!("{text}: {}", parts.join("; ")) }
    }
}

fn read(text: &str, phrase: &Phrase) -> RequirementReading {
    points::read_points(text, phrase).unwrap_or_else(|| prose::read(phrase))
}

#[cfg(test)]
mod tests;
