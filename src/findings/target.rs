//! Targets that cannot be judged yet, and targets that the history makes doubtful.

use std::borrow::Cow;

use super::declare::{findings, said};
use super::written::{In, Written};
use crate::domain::date::Period;
use crate::domain::number::{Decimal, Points};
use crate::i18n::Words;

findings! {
    /// Targets that cannot be judged yet, and targets that the history makes doubtful.
    TargetFinding

    Warning["target-undetermined"] TargetUndetermined {
        name: String,
        points: OpenPoints,
        place: Option<String>,
    }
        title("Mål, der ikke er fastlagt", "Target that is not fixed")
        several("mål uden måltal", "goals without a target")
        message(
            "{name}: målet er ikke fastlagt{place}.{points}",
            "{name}: the target is not fixed{place}.{points}",
        )
        why("Uden et måltal kan resultatet ikke bedømmes.", "Without a target the result cannot be judged.")
        hint(
            "Skriv måltallet i kontrakten; ellers kan det fastsættes i vurderingen med en allonge.",
            "Write the target into the contract; otherwise it can be fixed in the assessment by an addendum.",
        )

    Warning["baseline-missing"] BaselineMissing {
        name: String,
        period: Option<Period>,
        implied: Option<ImpliedBaseline>,
        place: Option<String>,
    }
        title("Mål uden udgangspunkt", "Target without a baseline")
        several("mål uden udgangspunkt", "goals without a baseline")
        message(|words| match period.0 {
            Some(period) => {
                let period = In(period, words);
                said!(
                    words,
                    "{name}: målet regnes fra {period}, men kontrakten har intet tal for det{place}.{implied}",
                    "{name}: the target is counted from {period}, but the contract has no figure for it{place}.{implied}",
                )
            }
            None => said!(
                words,
                "{name}: målet regnes fra et udgangspunkt, som kontrakten ikke oplyser{place}.{implied}",
                "{name}: the target is counted from a baseline that the contract does not give{place}.{implied}",
            ),
        })
        why(
            "Uden et udgangspunkt kan målet ikke bedømmes.",
            "Without a baseline the target cannot be judged.",
        )
        hint(
            "Skriv udgangspunktet i kontrakten; ellers kan det oplyses i vurderingen, når det kendes.",
            "Write the baseline into the contract; otherwise it can be given in the assessment once it is known.",
        )

    Note["unit-missing"] UnitMissing { name: String, place: Option<String> }
        title("Måltal uden enhed", "Target without a unit")
        several("måltal uden enhed", "targets without a unit")
        message(
            "{name}: det fremgår ikke, hvad tallet tæller{place}.",
            "{name}: it does not say what the figure counts{place}.",
        )
        why(
            "Kontraktens andre måltal har en enhed; uden den kan tallet misforstås.",
            "The contract's other targets have a unit; without one the figure may be misread.",
        )
        hint(
            "Skriv enheden (»unit« i filen), fx »pct.« eller »sager«.",
            "Write the unit (“unit” in the file), such as “pct.” or “cases”.",
        )

    Note["target-already-met"] TargetAlreadyMet {
        name: String,
        target: Decimal,
        latest_in: Period,
        latest: Decimal,
        place: Option<String>,
    }
        title("Mål, der allerede er nået", "Target that is already met")
        several("mål, der allerede er nået", "targets that are already met")
        message(
            "{name}: målet {target} er allerede nået med {latest} i {latest_in}{place}.",
            "{name}: the target {target} was already reached by {latest} in {latest_in}{place}.",
        )
        why(
            "Et mål, der er nået på forhånd, kræver ingen indsats.",
            "A target that is reached beforehand asks for no effort.",
        )
        hint(
            "Stram målet. Er det meningen, at niveauet skal holdes, kan målet blive stående.",
            "Tighten the target. If the level is meant to be kept, the target can stay as it is.",
        )

    Note["target-beyond-history"] TargetBeyondHistory {
        name: String,
        target: Decimal,
        latest_in: Period,
        latest: Decimal,
        distance: Decimal,
        years: u32,
        largest: Decimal,
        place: Option<String>,
    }
        title(
            "Mål længere væk, end udviklingen nogensinde har flyttet sig",
            "Target further away than the history ever moved",
        )
        message(|words| {
            let time = match *years.0 {
                0..=1 => String::new(),
                _ => said!(words, "; der er {years} år til målet", "; there are {years} years to go"),
            };
            said!(
                words,
                "{name}: målet {target} ligger {distance} fra tallet for {latest_in}, {latest}. Den største ændring på et år har hidtil været {largest}{time}{place}.",
                "{name}: the target {target} lies {distance} from the figure of {latest_in}, {latest}. The largest change within a year was {largest}{time}{place}.",
            )
        })
        why(
            "Så stor en ændring er ikke set før; enten er målet meget svært, eller også er tallet forkert.",
            "So large a change was not seen before; either the target is very hard, or the figure is wrong.",
        )
        hint(
            "Se efter, om tallet er rigtigt, og om der er aftalt noget, der kan gøre forskellen.",
            "Look whether the figure is right, and whether something is agreed that can make the difference.",
        )
}

/// The points that a target leaves open, where there are points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenPoints(pub Option<Points>);

/// As a sentence of its own: ` 125 point er åbne.`
impl Written for OpenPoints {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let Some(points) = &self.0 else { return Cow::Borrowed("") };
        let number = In(points, words);
        let text = if points.0 == Decimal::ONE {
            said!(words, " {number} point er åbent.", " {number} point is open.")
        } else {
            said!(words, " {number} point er åbne.", " {number} points are open.")
        };
        text.into()
    }
}

/// The baseline that follows from a change that is stated in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpliedBaseline {
    /// The place that states the change.
    pub place: String,
    /// The change.
    pub change: Decimal,
    /// The baseline, rounded to the decimals of the change.
    pub baseline: Decimal,
}

/// As a sentence of its own.
impl Written for Option<ImpliedBaseline> {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let Some(ImpliedBaseline { place, change, baseline }) = self else { return Cow::Borrowed("") };
        let (change, baseline) = (In(change, words), In(baseline, words));
        let text = said!(
            words,
            " {place} siger en ændring på {change}; det svarer til et udgangspunkt på omkring {baseline}.",
            " {place} says a change of {change}, which implies a baseline of about {baseline}.",
        );
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_point_is_open_and_two_are() {
        let said = |points: i64, words| {
            let points = OpenPoints(Some(Points(points.into())));
            TargetFinding::TargetUndetermined { name: "Mål 1".into(), points, place: None }.message(words)
        };
        assert_eq!(said(1, Words::DANISH), "Mål 1: målet er ikke fastlagt. 1 point er åbent.");
        assert_eq!(said(2, Words::DANISH), "Mål 1: målet er ikke fastlagt. 2 point er åbne.");
        assert_eq!(said(1, Words::ENGLISH), "Mål 1: the target is not fixed. 1 point is open.");
        assert_eq!(said(2, Words::ENGLISH), "Mål 1: the target is not fixed. 2 points are open.");
    }
}
