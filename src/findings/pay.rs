//! What a pay agreement leaves open, and where it does not add up.

use super::declare::findings;
use crate::domain::number::Points;

findings! {
    /// What a pay agreement leaves open, and where it does not add up.
    PayFinding

    Warning["areas-do-not-sum"] AreasDoNotSum { sum: Points, points: Points }
        title(
            "Områdernes vægte giver ikke de individuelle point",
            "The areas' weights are not the individual points",
        )
        message(
            "De individuelle områders vægte giver {sum} point, men aftalen siger {points}.",
            "The individual areas' weights add up to {sum} points, but the agreement says {points}.",
        )
        why(
            "Den individuelle del kan ikke nå aftalens point eller kommer over dem.",
            "The individual part cannot reach the agreement's points, or passes them.",
        )
        hint(
            "Ret områdernes vægte eller aftalens individuelle point.",
            "Correct the areas' weights or the agreement's individual points.",
        )

    Note["individual-not-split"] IndividualNotSplit { points: Points, areas: usize, place: Option<String> }
        title("Individuelle point, der ikke er fordelt", "Individual points that are not split")
        message(
            "Aftalen fordeler ikke de {points} point på de {areas} individuelle områder{place}.",
            "The agreement does not split the {points} points between the {areas} individual areas{place}.",
        )
        why("Det er uklart, hvad hvert område er værd.", "It is unclear what each area is worth.")
        hint(
            "De vurderes under ét. Giv hvert område en vægt, hvis de skal tælle hver for sig.",
            "They are judged as one. Give each area a weight if they are to count one by one.",
        )

    Warning["no-maximum-percent"] NoMaximumPercent { place: Option<String> }
        title("Resultatløn uden højeste procent", "Performance pay without a maximum percent")
        message(
            "Aftalen siger ikke, hvor mange procent resultatlønnen højst kan udgøre{place}.",
            "The agreement does not say what percent the performance pay can be at most{place}.",
        )
        why(
            "Uden procenten kan resultatlønnen ikke regnes ud i kroner.",
            "Without the percent the performance pay cannot be worked out in kroner.",
        )
        hint(
            "Skriv procenten i aftalen; ellers indtastes den i vurderingen.",
            "Write the percent into the agreement; otherwise it is entered in the assessment.",
        )
}
