//! What of a pay agreement's pots and stages contradicts itself or leads nowhere.

use std::borrow::Cow;

use super::declare::findings;
use super::written::Written;
use crate::domain::number::{Decimal, Kroner, Points};
use crate::i18n::Words;

findings! {
    /// What of a pay agreement's pots and stages contradicts itself or leads nowhere.
    PotFinding

    Warning["goal-in-two-pots"] GoalInTwoPots { name: String, first: String, second: String }
        title("Mål, der tæller i to puljer", "Goal that counts in two pots")
        message(
            "{name} tæller både i {first} og i {second}.",
            "{name} counts both in {first} and in {second}.",
        )
        why("Det samme resultat bliver betalt to gange.", "The same result is paid twice.")
        hint(
            "Ret, hvad puljerne optjenes af (»earned_by« i filen), hvis det ikke er meningen.",
            "Correct what earns the pots (“earned_by” in the file) if that is not meant.",
        )

    Note["goal-in-no-pot"] GoalInNoPot { name: String }
        title("Mål, der ikke tæller i nogen pulje", "Goal that counts in no pot")
        message("{name} tæller ikke i nogen pulje.", "{name} counts in no pot.")
        why("Målet har ingen betydning for resultatlønnen.", "The goal makes no difference to the performance pay.")
        hint(
            "Føj det til det, en pulje optjenes af (»earned_by« i filen), hvis det skal tælle.",
            "Add it to what earns a pot (“earned_by” in the file) if it is to count.",
        )

    Error["pot-without-points"] PotWithoutPoints { title: String }
        title("Pulje, som intet optjener", "Pot that nothing earns")
        message("Intet med vægt optjener {title}.", "Nothing with a weight earns {title}.")
        why("Puljen kan aldrig blive udbetalt.", "The pot can never be paid.")
        hint("Ret »earned_by«, eller giv målene vægt.", "Correct “earned_by”, or give the goals weights.")

    Warning["cap-below-pot"] CapBelowPot { cap: PotMeasure, title: String, amount: PotMeasure }
        title("Loft under puljens eget beløb", "Cap below the pot's own amount")
        message(
            "Loftet på {cap} er lavere end {amount} for {title}.",
            "The cap of {cap} is lower than {amount} for {title}.",
        )
        why("Hele puljen kan aldrig blive udbetalt.", "The whole pot can never be paid.")
        hint("Ret loftet eller puljens beløb.", "Correct the cap or the pot's amount.")

    Warning["pot-title-differs"] PotTitleDiffers { title: String, figure: Decimal, measure: PotMeasure }
        title("Puljens titel siger et andet tal", "Title of a pot with another figure")
        message(
            "Puljen er {measure}, men titlen »{title}« siger {figure}.",
            "The pot is {measure}, but the title “{title}” says {figure}.",
        )
        why(
            "Titlen er det, de fleste læser, men aftalens tal er det, der tæller.",
            "The title is what most people read, but the agreement's figure is what counts.",
        )
        hint("Ret titlen eller puljen, så de siger det samme.", "Correct the title or the pot, so that they say the same.")

    Note["level-needs-regulation"] LevelNeedsRegulation { title: String }
        title("Beløb i et ældre lønniveau", "Amount of an older pay level")
        message(
            "Aftalen siger ikke, hvor meget niveauet for {title} er reguleret siden.",
            "The agreement does not say how much the level of {title} was regulated since.",
        )
        why("Uden procenten kan puljen ikke regnes ud i kroner.", "Without the percent the pot cannot be worked out in kroner.")
        hint("Reguleringsprocenten indtastes i vurderingen.", "The regulation percent is entered in the assessment.")

    Note["individual-without-areas"] IndividualWithoutAreas { points: Points }
        title("Individuelle point uden områder", "Individual points without areas")
        message(
            "Aftalen giver {points} individuelle point, men nævner ingen områder.",
            "The agreement gives {points} individual points and names no areas.",
        )
        why("Det kan ikke ses, hvad pointene gives for.", "It cannot be seen what the points are given for.")
        hint("Skriv områderne (»areas« i filen).", "Write the areas (“areas” in the file).")

    Warning["maximum-percent-high"] MaximumPercentHigh { percent: Decimal }
        title("Højeste procent over 50", "Maximum percent above 50")
        message(
            "Resultatlønnen kan være {percent} procent af løngrundlaget.",
            "The performance pay can be {percent} percent of the base pay.",
        )
        why("Så meget er usædvanligt og kan være en skrivefejl.", "So much is unusual and may be a slip.")
        hint("Sammenlign med aftalen.", "Compare with the agreement.")
}

/// How large a pot or a cap is, as a finding says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PotMeasure {
    /// So many kroner.
    Kroner(Kroner),
    /// So many percent of the base pay.
    OfBase(Decimal),
    /// So many percent of all pots together.
    OfPots(Decimal),
}

impl Written for PotMeasure {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let of = |percent: Decimal, of: &str| format!("{} {of}", words.percent(percent.normalize()));
        match *self {
            Self::Kroner(amount) => words.kroner(amount),
            Self::OfBase(percent) => of(percent, words.pick("af løngrundlaget", "of the base pay")),
            Self::OfPots(percent) => of(percent, words.pick("af alle puljer", "of all pots")),
        }
        .into()
    }
}
