//! Rules that can be scored, but hardly say what is meant.

use super::declare::findings;
use crate::domain::contract::Target;
use crate::domain::number::Decimal;

findings! {
    /// Rules that can be scored, but hardly say what is meant.
    ScoringFinding

    Warning["scale-against-target"] ScaleAgainstTarget {
        name: String,
        best: Decimal,
        target: Target,
        place: Option<String>,
    }
        title("Skala, der går imod målet", "Scale that runs against its target")
        message(
            "{name}: skalaen giver mest ved {best}, men målet er »{target}«{place}.",
            "{name}: the scale gives most at {best}, but the target is “{target}”{place}.",
        )
        why(
            "Det dårligste resultat giver flest point.",
            "The worst result earns the most points.",
        )
        hint("Vend skalaen om, eller ret målet.", "Turn the scale round, or correct the target.")

    Warning["part-without-share"] PartWithoutShare { name: String, place: Option<String> }
        title("Del uden andel", "Part without a share")
        several("dele uden andel", "parts without a share")
        message(
            "{name}: de andre dele har en andel, men denne har ingen{place}.",
            "{name}: the other parts have a share, but this one has none{place}.",
        )
        why("Delen giver ingen point, når den nås.", "The part earns no points when it is met.")
        hint(
            "Skriv dens andel (»shares« i filen); 0 siger, at det er meningen.",
            "Write its share (“shares” in the file); 0 says that it is meant.",
        )

    Note["part-in-degrees"] PartInDegrees { name: String, place: Option<String> }
        title("Del med grader, der ikke tæller", "Part with degrees that do not count")
        several("dele med grader, der ikke tæller", "parts with degrees that do not count")
        message(
            "{name} har en pointregel, men helheden regnes ikke efter dele{place}.",
            "{name} has a scoring rule, but the whole is not scored by parts{place}.",
        )
        why(
            "Delen tæller kun som opfyldt eller ikke opfyldt: opfyldt, når andelen er 1 eller mere.",
            "The part counts as met or not met alone: as met when its share is 1 or more.",
        )
        hint(
            "Giv helheden reglen »Andel af dele« (»parts« i filen), eller fjern delens regel.",
            "Give the whole the rule “Share of the parts” (“parts” in the file), or remove the part's rule.",
        )
}
