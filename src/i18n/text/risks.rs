//! Texts of the risk assessment.

use crate::i18n::Words;

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

impl Words {
    /// A cell of the matrix in words.
    pub fn matrix_cell(self, materiality: u32, vulnerability: u32, priority: u32) -> String {
        self.pick(
            format!("Væsentlighed {materiality}, sårbarhed {vulnerability}, prioritet {priority}"),
            format!("Materiality {materiality}, vulnerability {vulnerability}, priority {priority}"),
        )
    }

    /// `Kontrakten skriver 4`.
    pub fn printed_priority(self, priority: u32) -> String {
        self.pick(format!("kontrakten skriver {priority}"), format!("the contract prints {priority}"))
    }
}
