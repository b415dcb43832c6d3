//! Weights against what the contract has to give.

use super::declare::findings;
use crate::domain::number::{Decimal, Points};
use crate::i18n::Words;

findings! {
    /// Weights against what the contract has to give.
    WeightFinding

    Warning["weights-do-not-sum"] WeightsDoNotSum { sum: Points, total: Points }
        title("Vægtene giver ikke det samlede pointtal", "The weights are not the total")
        message(
            "Vægtene giver {sum} point, men kontrakten siger {total}.",
            "The weights add up to {sum} points, but the contract says {total}.",
        )
        why(
            "Fuld opfyldelse giver ikke netop de aftalte point, og det ændrer institutionens andel.",
            "Full fulfilment does not give just the points agreed, which changes the institution's share.",
        )
        hint(|words| Some(mend_the_sum(*sum.0, *total.0, words)))

    Note["total-needs-maximum"] TotalNeedsMaximum { names: Vec<String>, total: Points }
        title(
            "Vægtene giver kun pointtallet med intervallernes maksimum",
            "The weights are the total only with ranges at their maximum",
        )
        message(
            "Vægtene giver kun {total} point, hvis {names} tæller med sit maksimum.",
            "The weights add up to {total} points only if {names} counts at its maximum.",
        )
        why(
            "Er det ikke meningen, kan fuld opfyldelse aldrig give alle point.",
            "If that is not meant, full fulfilment can never give all points.",
        )
        hint(
            "Se efter, om det er meningen, at maksimum er regnet med i det samlede pointtal.",
            "See whether the total is meant to count the maximum.",
        )

    Warning["weights-without-total"] WeightsWithoutTotal
        title("Vægte uden samlet pointtal", "Weights without a total")
        message(
            "Målene har vægte, men kontrakten siger ikke, hvor mange point der er i alt.",
            "The goals have weights, but the contract does not say how many points there are in all.",
        )
        why(
            "Uden et samlet pointtal er der intet at regne institutionens andel af.",
            "Without a total there is nothing to take the institution's share of.",
        )
        hint("Skriv det samlede pointtal.", "Write the total of points.")

    Warning["goal-without-weight"] GoalWithoutWeight { name: String, place: Option<String> }
        title("Mål uden vægt", "Goal without a weight")
        several("mål uden vægt", "goals without a weight")
        message(
            "{name} har ingen vægt og giver ingen point{place}.",
            "{name} has no weight and gives no points{place}.",
        )
        why(
            "Målet tæller ikke med, uanset hvad der bliver nået.",
            "The goal does not count, whatever is reached.",
        )
        hint(
            "Giv målet en vægt; skriv 0, hvis det ikke skal tælle.",
            "Give the goal a weight; write 0 if it is not to count.",
        )

    Note["weight-small"] WeightSmall { name: String, weight: Points, total: Points, place: Option<String> }
        title("Vægt under 2 pct.", "Weight under 2%")
        several("vægte under 2 pct.", "weights under 2%")
        message(
            "{name} giver højst {weight} af {total} point{place}.",
            "{name} gives {weight} of {total} points at most{place}.",
        )
        why("Så lille en vægt styrer næppe noget.", "So small a weight hardly steers anything.")
        hint(
            "Giv målet en større vægt, eller lad det gå ind i et andet mål.",
            "Give the goal a larger weight, or let another goal take it in.",
        )

    Note["weight-large"] WeightLarge { name: String, weight: Points, total: Points, place: Option<String> }
        title("Vægt over 30 pct.", "Weight over 30%")
        several("vægte over 30 pct.", "weights over 30%")
        message(
            "{name} giver {weight} af {total} point{place}.",
            "{name} gives {weight} of {total} points{place}.",
        )
        why(
            "Et enkelt mål afgør en stor del af det hele, og de andre tæller tilsvarende lidt.",
            "A single goal decides much of the whole, and the others count as little.",
        )
        hint("Se efter, om vægten er ment sådan.", "Look whether the weight is meant so.")

    Warning["band-out-of-reach"] BandOutOfReach { title: String, at: Points, most: Points }
        title("Niveau, som ingen point når", "Level that no points reach")
        message(
            "»{title}« kræver {at} point, men målene giver højst {most}.",
            "“{title}” takes {at} points, but the goals give {most} at most.",
        )
        why("Niveauet kan aldrig nås.", "The level can never be reached.")
        hint("Ret niveauets pointtal eller målenes vægte.", "Correct the level's points or the goals' weights.")

    Warning["condition-never-holds"] ConditionNeverHolds
        title("Betingelse, der aldrig er opfyldt", "Condition that never holds")
        message(
            "Intet resultat kan få betingelsen til at være opfyldt.",
            "No result can make the condition hold.",
        )
        why("Den ændrer aldrig noget.", "It never changes anything.")
        hint("Ret betingelsen, eller slet den.", "Correct the condition, or delete it.")

    Warning["condition-always-holds"] ConditionAlwaysHolds
        title("Betingelse, der altid er opfyldt", "Condition that always holds")
        message(
            "Betingelsen er opfyldt, uanset hvad der bliver nået.",
            "The condition holds, whatever is reached.",
        )
        why("Så afhænger intet af den.", "Then nothing depends on it.")
        hint("Ret betingelsen, eller slet den.", "Correct the condition, or delete it.")
}

/// How weights and their total come to agree. A thousandth of the other is a thousand that was written with a point.
fn mend_the_sum(sum: Points, total: Points, words: Words) -> String {
    let is_thousandth = |one: Points, other: Points| {
        !one.0.is_zero() && one.0.checked_mul(Decimal::ONE_THOUSAND) == Some(other.0)
    };
    let mend = words.pick(
        "Ret vægtene eller kontraktens samlede point. Indtil da regnes der med vægtene, som de står.",
        "Correct the weights or the contract's total. Until then the weights count as they stand.",
    );
    if is_thousandth(sum, total) || is_thousandth(total, sum) {
        let point = words.pick(
            "I filen er punktum et decimaltegn: 1.000 er 1, og tusind skrives 1000.",
            "In the file a point is for decimals: 1.000 is 1, and a thousand is written 1000.",
        );
        return format!("{point} {mend}");
    }
    mend.to_owned()
}
