//! Texts of the risk assessment.

use crate::i18n::{Lang, Words};

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
        PointsOpen: "Åbne point", "Open points";
        NoneOpen: "Ingen af de risici, kontrakten beskriver, har åbne mål.", "None of the risks that the contract describes has an open goal.";
        WithoutRisk: "Åbne mål uden beskrevet risiko", "Open goals without a described risk";
        Settled: "Risici ved afgjorte mål", "Risks of settled goals";
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

    /// `Fire mål har ingen risiko i kontrakten. 375 point er åbne.`
    pub fn goals_without(self, goals: usize, open: Option<&str>) -> String {
        let count = self.count(goals);
        let said = match self.lang {
            Lang::Da => format!("{count} mål har ingen risiko i kontrakten."),
            Lang::En if goals == 1 => "1 goal has no risk in the contract.".to_owned(),
            Lang::En => format!("{count} goals have no risk in the contract."),
        };
        match open {
            Some(open) => {
                self.pick(format!("{said} {open} point er åbne."), format!("{said} {open} points are open."))
            }
            None => said,
        }
    }

    /// `Risici ved afgjorte mål (15)`: what is folded.
    pub fn settled_risks(self, count: usize) -> String {
        format!("{} ({})", self.text(RisksText::Settled), self.count(count))
    }

    /// `Kontrakten skriver 4`.
    pub fn printed_priority(self, priority: u32) -> String {
        self.pick(format!("kontrakten skriver {priority}"), format!("the contract prints {priority}"))
    }
}
