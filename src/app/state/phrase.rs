//! A requirement that is typed as a phrase: `højst 24.940 forløb i december 2010`.
//!
//! The field of a phrase stands at its target: `/goals/2/target/phrase`, `/goals/2/target/parts/0/phrase`. It shows what
//! the contract says; what is typed there is read into kind, figure, unit and period. Nothing is guessed: where a phrase
//! could mean several things, or would take parts along, a person is asked.

use super::value::FieldProblem;
use crate::domain::contract::{Contract, Figure, Level, Part, Rating, Rule, Target, Threshold, Weight};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::format::RequirementSaid;
use crate::i18n::requirement::{Doubt, Known, Requirement, RequirementReading, read_requirement};
use crate::i18n::text::WritingText;
use crate::i18n::{Lang, Words};

/// Why a text is not in the contract.
#[derive(Clone, Debug, PartialEq)]
pub enum WritingProblem {
    /// It cannot be read.
    Field(FieldProblem),
    /// It asks for something that a person has to say.
    Requirement(Doubt),
    /// The parts, criteria or levels of the target would go.
    Replaces,
}

impl From<FieldProblem> for WritingProblem {
    fn from(problem: FieldProblem) -> Self {
        Self::Field(problem)
    }
}

/// What a phrase is about: a goal, an individual area, or a part of one's target.
struct Subject<'c> {
    target: &'c Target,
    rule: Option<&'c Rule>,
    unit: Option<&'c str>,
    measured: Option<Period>,
    weight: Option<Weight>,
    /// A part has no weight of its own.
    is_part: bool,
    history: &'c [Figure],
}

/// What a phrase means.
enum Meaning {
    /// What the contract says.
    Same,
    Clear(Requirement),
    /// A person says which of these, if any.
    Asked(WritingProblem, Vec<Requirement>),
}

impl<'c> Subject<'c> {
    fn at(contract: &'c Contract, at: &str) -> Option<Self> {
        let (item, within) = at.strip_suffix("/phrase")?.split_once("/target")?;
        let index = |list: &str| item.strip_prefix(list)?.parse::<usize>().ok();
        let goal = match index("/goals/") {
            Some(index) => contract.goals.get(index),
            None => contract.pay.as_ref()?.areas.get(index("/pay/areas/")?),
        }?;
        let whole = Self {
            target: &goal.target,
            rule: goal.scoring.as_ref(),
            unit: goal.unit.as_deref(),
            measured: goal.measured,
            weight: goal.weight,
            is_part: false,
            history: &goal.history,
        };
        within.split("/parts/").skip(1).try_fold(whole, |around, index| {
            let part = around.target.parts()?.get(index.parse::<usize>().ok()?)?;
            Some(Self {
                target: &part.target,
                rule: part.scoring.as_ref(),
                unit: part.unit.as_deref(),
                measured: part.measured,
                weight: None,
                is_part: true,
                history: &part.history,
            })
        })
    }

    /// Whether its words say when it is measured.
    fn shows_time(&self) -> bool {
        matches!(self.target, Target::Limit { .. } | Target::Between { .. })
    }

    /// Whether its words say what its figures count.
    fn shows_unit(&self) -> bool {
        matches!(
            self.target,
            Target::Between { .. } | Target::Limit { threshold: Threshold::Absolute(_), .. }
        )
    }

    fn words(&self, words: Words) -> String {
        let text = words.target(self.target, self.unit, self.weight);
        match self.measured.filter(|_| self.shows_time()) {
            Some(period) => format!("{text} {}", words.when(period)),
            None => text,
        }
    }

    /// A figure near the one that is expected: the last result, or the figure so far.
    fn expected(&self) -> Option<Decimal> {
        let last = self.history.iter().rev().find_map(|figure| figure.value);
        last.or(match self.target {
            Target::Limit { threshold: Threshold::Absolute(value), .. } => Some(*value),
            _ => None,
        })
    }

    /// Whether another target leaves in place what this one holds.
    fn keeps(&self, other: &Target) -> bool {
        let is_begun = |part: &Part| {
            part.target != Target::Undetermined || part.title.as_ref().is_some_and(|title| !title.is_empty())
        };
        match self.target {
            Target::AllOf(parts) | Target::AnyOf(parts) => {
                other.parts().is_some() || !parts.iter().any(is_begun)
            }
            Target::Assessed { criteria } => criteria.is_empty() || matches!(other, Target::Assessed { .. }),
            Target::Rated(_) => matches!(other, Target::Rated(_)),
            _ => true,
        }
    }

    fn meaning(&self, year: Option<i32>, text: &str, lang: Lang) -> Meaning {
        let text = text.trim();
        if text == self.words(lang.words()) {
            return Meaning::Same;
        }
        let known = Known { year, expected: self.expected() };
        match read_requirement(text, lang, known) {
            None if text.is_empty() => self.clear(Target::Undetermined.into()),
            None => Meaning::Asked(WritingProblem::Requirement(Doubt::Unread), Vec::new()),
            Some(RequirementReading::Clear(one)) => self.clear(one),
            Some(RequirementReading::Doubt { doubt, readings }) => {
                let readings = if readings.is_empty() { begun(doubt, lang.words()) } else { readings };
                Meaning::Asked(WritingProblem::Requirement(doubt), readings)
            }
        }
    }

    fn clear(&self, one: Requirement) -> Meaning {
        if self.keeps(&one.target) {
            Meaning::Clear(one)
        } else {
            Meaning::Asked(WritingProblem::Replaces, vec![one])
        }
    }

    /// What of a requirement changes the contract, as JSON. What its words never show stays.
    fn json(&self, one: &Requirement) -> String {
        let shown = self.measured.filter(|_| !self.shows_time());
        let unit = match &one.unit {
            Some(unit) => Some(Some(unit.as_str())),
            None => self.shows_unit().then_some(None),
        };
        let ends = |weight: Weight| (weight.min(), weight.max());
        let is_other = |weight: &Weight| !self.is_part && self.weight.map(ends) != Some(ends(*weight));
        let weight = one.weight.filter(is_other);
        RequirementSaid { target: &one.target, measured: one.measured.or(shown), unit, weight }.to_json()
    }
}

/// What a phrase leads to whose parts or levels stand elsewhere: some to begin with.
fn begun(doubt: Doubt, words: Words) -> Vec<Requirement> {
    let part = |number: usize| Part {
        id: format!("part-{number}").as_str().into(),
        title: Some(String::new()),
        wording: None,
        page: None,
        unit: None,
        ratio: None,
        target: Target::Undetermined,
        scoring: None,
        measured: None,
        history: Vec::new(),
        guidelines: Vec::new(),
    };
    let parts = || [1, 2].map(part).to_vec();
    let level = |number: usize, title: WritingText, share: Decimal| Level {
        id: format!("level-{number}").as_str().into(),
        title: words.text(title).to_owned(),
        share,
    };
    match doubt {
        Doubt::Several => vec![Target::AllOf(parts()).into(), Target::AnyOf(parts()).into()],
        Doubt::Levels => {
            let levels =
                [level(1, WritingText::NotMet, Decimal::ZERO), level(2, WritingText::Met, Decimal::ONE)];
            vec![Target::Rated(Rating { scale: None, levels: levels.into() }).into()]
        }
        _ => Vec::new(),
    }
}

fn year(contract: &Contract) -> Option<i32> {
    contract.binding_year.or_else(|| contract.period.map(|period| period.from.year()))
}

/// Reads the phrase of a field into what it changes, as JSON.
pub(super) fn read_phrase(
    contract: &Contract,
    at: &str,
    text: &str,
    lang: Lang,
) -> Result<String, WritingProblem> {
    let unread = WritingProblem::Requirement(Doubt::Unread);
    let Some(subject) = Subject::at(contract, at) else { return Err(unread) };
    match subject.meaning(year(contract), text, lang) {
        Meaning::Same => Ok("{}".to_owned()),
        Meaning::Clear(one) => Ok(subject.json(&one)),
        Meaning::Asked(problem, _) => Err(problem),
    }
}

/// What the phrase of a field could mean, where a person is asked.
pub fn phrase_readings(contract: &Contract, at: &str, text: &str, lang: Lang) -> Vec<Requirement> {
    match Subject::at(contract, at).map(|subject| subject.meaning(year(contract), text, lang)) {
        Some(Meaning::Asked(_, readings)) => readings,
        _ => Vec::new(),
    }
}

/// What a reading changes in the contract, as JSON.
pub(in crate::app) fn phrase_json(contract: &Contract, at: &str, reading: &Requirement) -> Option<String> {
    Some(Subject::at(contract, at)?.json(reading))
}

/// What the contract says at a phrase's place, in words.
pub(super) fn phrase_words(contract: &Contract, at: &str, words: Words) -> String {
    Subject::at(contract, at).map(|subject| subject.words(words)).unwrap_or_default()
}

/// Whether the rule at a phrase's place can score the target there.
pub(in crate::app) fn rule_fits_at(rule_in: &Contract, target_in: &Contract, at: &str) -> bool {
    let rule = Subject::at(rule_in, at).and_then(|subject| subject.rule);
    let target = Subject::at(target_in, at).map(|subject| subject.target);
    rule.zip(target).is_none_or(|(rule, target)| target.takes(rule.kind()))
}
