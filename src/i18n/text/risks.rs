//! Texts of the risk assessment.

use super::pick;
use crate::i18n::Lang;
use crate::i18n::number::format_count;

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

/// A cell of the matrix in words.
pub fn cell(materiality: u32, vulnerability: u32, priority: u32, lang: Lang) -> String {
    pick(
        lang,
        format!("Væsentlighed {materiality}, sårbarhed {vulnerability}, prioritet {priority}"),
        format!("Materiality {materiality}, vulnerability {vulnerability}, priority {priority}"),
    )
}

/// `Fire mål har ingen risiko i kontrakten. 375 point er åbne.`
pub fn goals_without(goals: usize, open: Option<&str>, lang: Lang) -> String {
    let count = format_count(goals, lang);
    let said = match lang {
        Lang::Da => format!("{count} mål har ingen risiko i kontrakten."),
        Lang::En if goals == 1 => "1 goal has no risk in the contract.".to_owned(),
        Lang::En => format!("{count} goals have no risk in the contract."),
    };
    match open {
        Some(open) => {
            pick(lang, format!("{said} {open} point er åbne."), format!("{said} {open} points are open."))
        }
        None => said,
    }
}

/// `Risici ved afgjorte mål (15)`: what is folded.
pub fn settled_risks(count: usize, lang: Lang) -> String {
    format!("{} ({})", RisksText::Settled.text(lang), format_count(count, lang))
}

/// `Kontrakten skriver 4`.
pub fn printed(priority: u32, lang: Lang) -> String {
    pick(lang, format!("kontrakten skriver {priority}"), format!("the contract prints {priority}"))
}
