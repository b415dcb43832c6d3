//! Figures over time that cannot all be right.

use super::declare::findings;
use crate::domain::date::{Date, Period};
use crate::domain::number::Decimal;

findings! {
    /// Figures over time that cannot all be right.
    FigureFinding

    Warning["printed-figure-invalid"] PrintedFigureInvalid {
        stated: String,
        period: Period,
        place: Option<String>,
    }
        title("Trykt tal, der ikke er et tal", "Printed figure that is no number")
        several("trykte tal, der ikke er tal", "printed figures that are no numbers")
        message(
            "{period}: »{stated}« er ikke et gyldigt tal{place}.",
            "{period}: “{stated}” is not a valid number{place}.",
        )
        why(
            "Uden et læseligt tal mangler perioden i udviklingen.",
            "Without a legible figure the period is missing from the development.",
        )
        hint(
            "Find det rigtige tal, og skriv det i stedet.",
            "Find the right figure and write it instead.",
        )

    Warning["figure-twice"] FigureTwice {
        name: String,
        period: Period,
        first: Decimal,
        second: Decimal,
        place: Option<String>,
    }
        title("Samme periode to gange i en række", "The same period twice in a series")
        several("perioder, der står to gange", "periods that stand twice")
        message(
            "{name}: {period} har to tal, {first} og {second}{place}.",
            "{name}: {period} has two figures, {first} and {second}{place}.",
        )
        why(
            "Kun det ene tal kan være rigtigt, og der regnes med det første.",
            "Only one figure can be right, and the first is used.",
        )
        hint(
            "Slet det forkerte. Står begge i dokumentet, skrives det andet som et tal fra et andet sted.",
            "Delete the wrong one. If the document has both, write the other as a figure of another place.",
        )

    Warning["history-jumps"] HistoryJumps {
        name: String,
        before: Period,
        from: Decimal,
        after: Period,
        to: Decimal,
        place: Option<String>,
    }
        title("Udvikling, der springer med en faktor ti", "History that jumps by a factor of ten")
        message(
            "{name}: tallet springer fra {from} i {before} til {to} i {after}, ti gange eller mere{place}.",
            "{name}: the figure jumps from {from} in {before} to {to} in {after}, tenfold or more{place}.",
        )
        why(
            "Ofte er et komma eller punktum sat forkert, og så er udviklingen forkert.",
            "Often a decimal mark is misplaced, and then the development is wrong.",
        )
        hint(
            "Se efter i kilden, om begge tal er skrevet rigtigt af.",
            "Look in the source whether both figures are copied rightly.",
        )

    Note["history-after-period"] HistoryAfterPeriod {
        name: String,
        latest_in: Period,
        end: Date,
        place: Option<String>,
    }
        title("Udvikling efter kontraktens periode", "History after the contract's period")
        message(
            "{name}: udviklingen har et tal for {latest_in}, men kontrakten slutter {end}{place}.",
            "{name}: the history has a figure for {latest_in}, but the contract ends on {end}{place}.",
        )
        why(
            "Udviklingen er det, der var kendt, da kontrakten blev skrevet; resultater hører til i vurderingen.",
            "The history is what was known when the contract was written; results belong in the assessment.",
        )
        hint(
            "Ret tallets periode, eller flyt tallet til vurderingen.",
            "Correct the period of the figure, or move the figure to the assessment.",
        )

    Warning["guideline-weaker"] GuidelineWeaker {
        name: String,
        place: Option<String>,
        period: Period,
        guideline: Decimal,
        reached_in: Period,
        reached: Decimal,
    }
        title("Sigtelinje, der er svagere end det nåede", "Guideline that is weaker than what was reached")
        several("sigtelinjer, der er svagere end det nåede", "guidelines that are weaker than what was reached")
        message(
            "{name}: sigtelinjen for {period} er {guideline}, men {reached} er allerede nået i {reached_in}{place}.",
            "{name}: the guideline for {period} is {guideline}, but {reached} was already reached in {reached_in}{place}.",
        )
        why(
            "En sigtelinje, der allerede er nået, viser ingen vej frem.",
            "A guideline that is reached already shows no way ahead.",
        )
        hint(
            "Skærp sigtelinjen. Ventes der et tilbageslag, kan den blive stående.",
            "Tighten the guideline. If a setback is expected, it can stay as it is.",
        )
}
