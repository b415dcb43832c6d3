//! What one place of the document says and another says differently.

use std::borrow::Cow;

use super::declare::findings;
use super::written::{Written, quoted};
use crate::domain::contract::{DateRange, Target, Weight};
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Span};
use crate::i18n::Words;

findings! {
    /// What one place of the document says and another says differently.
    StatedFinding

    Warning["stated-differently"] StatedDifferently {
        name: String,
        place: MainPlace,
        says: Stated,
        other_place: String,
        other: Stated,
    }
        title("To steder siger hver sit om samme mål", "Two places say different things about the same goal")
        several("mål, som to steder siger hver sit om", "goals of which two places say different things")
        message(
            "{name}: {place} siger {says}, men {other_place} siger {other}.",
            "{name}: {place} says {says}, but {other_place} says {other}.",
        )
        why(
            "Når året gøres op, kan der blive uenighed om, hvad der er aftalt.",
            "When the year is settled, it can be disputed what was agreed.",
        )
        hint(
            "Der regnes med det første; afklar, hvad der gælder.",
            "The first one is used; settle which of them holds.",
        )

    Warning["locked-and-changed"] LockedAndChanged { on: Date }
        title("Kontrakten er ændret, efter at den blev låst", "The contract was changed after it was locked")
        message(
            "Kontrakten er låst den {on}, men siger ikke længere det samme som den dag.",
            "The contract was locked on {on}, but does not say the same any more.",
        )
        why(
            "Det kan ikke ses, hvad der er aftalt, og hvad der er rettet siden.",
            "It cannot be seen what was agreed, and what was changed since.",
        )
        hint(
            "Hent den låste udgave frem, og skriv ændringen som en allonge, eller lås kontrakten igen.",
            "Go back to the locked version and write the change as an addendum, or lock the contract again.",
        )

    Warning["figures-differ"] FiguresDiffer {
        name: String,
        period: Period,
        place: MainPlace,
        value: Decimal,
        other_place: String,
        other: Decimal,
    }
        title("To tal for samme periode", "Two figures for the same period")
        several("perioder med to forskellige tal", "periods with two different figures")
        message(
            "{name}, {period}: {place} siger {value}, men {other_place} siger {other}.",
            "{name}, {period}: {place} says {value}, but {other_place} says {other}.",
        )
        why(
            "Udviklingen kan ikke bedømmes, når samme periode har to tal.",
            "The development cannot be judged while one period has two figures.",
        )
        hint(
            "Der regnes med det første; afklar, hvad der gælder.",
            "The first one is used; settle which of them holds.",
        )

    Warning["change-differs"] ChangeDiffers {
        name: String,
        place: MainPlace,
        baseline: Decimal,
        change: Decimal,
        other_place: String,
        other: Decimal,
    }
        title("Ændring i tal, der ikke svarer til målet", "Change in figures that is not the target's")
        message(
            "{name}: {place} giver en ændring på {change} fra {baseline}, men {other_place} siger {other}.",
            "{name}: {place} comes to a change of {change} from {baseline}, but {other_place} says {other}.",
        )
        why(
            "Procenten og antallet kan ikke begge være det, der er aftalt.",
            "The percent and the number cannot both be what was agreed.",
        )
        hint(
            "Ret procenten, udgangspunktet eller antallet.",
            "Correct the percent, the baseline or the number.",
        )

    Warning["contract-period-differs"] ContractPeriodDiffers {
        period: DateRange,
        other_place: String,
        other: DateRange,
    }
        title("Kontraktens periode er en anden andetsteds", "The contract's period is another elsewhere")
        message(
            "Kontrakten gælder {period}, men {other_place} siger {other}.",
            "The contract runs {period}, but {other_place} says {other}.",
        )
        why("Det er uklart, hvilke år aftalen binder.", "It is unclear which years the agreement binds.")
        hint(
            "Afklar perioden, og ret det sted, der tager fejl.",
            "Settle the period and correct the place that has it wrong.",
        )

    Warning["table-span-differs"] TableSpanDiffers {
        columns: (Period, Period),
        other_place: String,
        other: (Period, Period),
    }
        title(
            "Tabel, der dækker en anden periode, end der står",
            "Table that covers another period than it says",
        )
        message(
            "{other_place} siger {other}, men kolonnerne er {columns}.",
            "{other_place} says {other}, but the columns are {columns}.",
        )
        why(
            "Læseren kan ikke vide, hvilken tid tallene dækker.",
            "The reader cannot know which time the figures cover.",
        )
        hint(
            "Ret perioden, der er angivet, eller tabellens kolonner.",
            "Correct the span that is stated, or the table's columns.",
        )
}

/// The place of the document that counts, where the contract names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MainPlace(pub Option<String>);

impl Written for MainPlace {
    fn written(&self, words: Words) -> Cow<'_, str> {
        self.0.as_deref().unwrap_or_else(|| words.pick("kontrakten", "the contract")).into()
    }
}

/// What one place of a contract says about a goal.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// A target of any kind.
    Target(Target),
    /// When the target is measured.
    Measured(Period),
    /// A weight.
    Weight(Weight),
    /// That something is looked at in a judgement.
    Criterion {
        /// When it is due, where stated.
        deadline: Option<Date>,
    },
    /// Nothing about this, where the other place names it.
    Nothing,
}

impl Written for Stated {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let text = match self {
            Self::Target(target) => quoted(&target.written(words), words),
            Self::Measured(period) => {
                quoted(&[words.pick("måles", "measured"), " ", &words.when(*period)].concat(), words)
            }
            Self::Weight(weight) => {
                let points = match *weight {
                    Weight::Fixed(points) => Span::settled(points),
                    Weight::Range { min, max } => Span::new(min, max),
                };
                format!("{} {}", words.points(points), words.pick("point", "points"))
            }
            Self::Criterion { deadline } => {
                let deadline = deadline.map(|date| words.date(date));
                let by = deadline.map(|date| [words.pick(", senest ", ", by "), &date].concat());
                quoted(&[words.pick("vurderes", "judged"), &by.unwrap_or_default()].concat(), words)
            }
            Self::Nothing => words.pick("intet om det", "nothing about it").to_owned(),
        };
        text.into()
    }
}
