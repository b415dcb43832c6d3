//! Texts of the risk assessment.

use super::pick;
use crate::i18n::Lang;

texts! {
    /// Texts of the risks.
    RisksText {
        NoRegister: "Kontrakten har ingen risikovurdering.", "The contract has no risk assessment.";
        Formula: "prioritet = væsentlighed × sårbarhed", "priority = materiality × vulnerability";
        Matrix: "Risikomatrix", "Risk matrix";
        Materiality: "Væsentlighed", "Materiality";
        Vulnerability: "Sårbarhed", "Vulnerability";
        Priority: "Prioritet", "Priority";
        List: "Hvor der skal ses først", "Where to look first";
        Goal: "Mål", "Goal";
        Risk: "Risiko", "Risk";
        Action: "Handling", "Action";
        PointsAtRisk: "Point i fare", "Points at risk";
        Order: "Flest point i fare står øverst.", "The most points at risk come first.";
        OrderByPriority: "Højeste prioritet står øverst.", "The highest priority comes first.";
    }
}

/// A cell of the matrix in words.
pub fn cell(materiality: u32, vulnerability: u32, priority: u32, lang: Lang) -> String {
    pick(
        lang,
        format!("Væsentlighed {materiality}, sårbarhed {vulnerability}, prioritet {priority}"),
        format!("Materiality {materiality}, vulnerability {vulnerability}, priority {priority}"),
    )
}

/// `Kontrakten skriver 4`.
pub fn printed(priority: u32, lang: Lang) -> String {
    pick(lang, format!("kontrakten skriver {priority}"), format!("the contract prints {priority}"))
}
