//! Why a contradiction matters, and how it is mended.

use crate::findings::Contradiction as Found;
use crate::i18n::Lang::{self, Da};

pub(in crate::i18n::message) fn why(found: &Found, lang: Lang) -> &'static str {
    let (da, en) = match found {
        Found::WeightsDoNotSum { .. } => (
            "Fuld opfyldelse giver ikke netop de aftalte point, og det ændrer institutionens andel.",
            "Full fulfilment does not give just the points agreed, which changes the institution's share.",
        ),
        Found::AreasDoNotSum { .. } => (
            "Den individuelle del kan ikke nå aftalens point eller kommer over dem.",
            "The individual part cannot reach the agreement's points, or passes them.",
        ),
        Found::StatedDifferently { .. } => (
            "Når året gøres op, kan der blive uenighed om, hvad der er aftalt.",
            "When the year is settled, it can be disputed what was agreed.",
        ),
        Found::FiguresDiffer { .. } => (
            "Udviklingen kan ikke bedømmes, når samme periode har to tal.",
            "The development cannot be judged while one period has two figures.",
        ),
        Found::PrintedFigureInvalid { .. } => (
            "Uden et læseligt tal mangler perioden i udviklingen.",
            "Without a legible figure the period is missing from the development.",
        ),
        Found::ContractPeriodDiffers { .. } => {
            ("Det er uklart, hvilke år aftalen binder.", "It is unclear which years the agreement binds.")
        }
        Found::TableSpanDiffers { .. } => (
            "Læseren kan ikke vide, hvilken tid tallene dækker.",
            "The reader cannot know which time the figures cover.",
        ),
        Found::GuidelineWeaker { .. } => (
            "En sigtelinje, der allerede er nået, viser ingen vej frem.",
            "A guideline that is reached already shows no way ahead.",
        ),
        Found::DeadlineOutsidePeriod { .. } => (
            "En frist uden for perioden kan ikke gøres op sammen med kontrakten.",
            "A deadline outside the period cannot be settled with the contract.",
        ),
        Found::TitleDiffers { .. } => (
            "Titlen er det, de fleste læser, men målet er det, der tæller.",
            "The title is what most people read, but the target is what counts.",
        ),
        Found::ChangeDiffers { .. } => (
            "Procenten og antallet kan ikke begge være det, der er aftalt.",
            "The percent and the number cannot both be what was agreed.",
        ),
        Found::FigureTwice { .. } => (
            "Kun det ene tal kan være rigtigt, og der regnes med det første.",
            "Only one figure can be right, and the first is used.",
        ),
        Found::MeasuredOutsidePeriod { .. } => (
            "Resultatet foreligger ikke, mens kontrakten gælder.",
            "The result is not there while the contract runs.",
        ),
        Found::BindingYearOutsidePeriod { .. } => {
            ("Det er uklart, hvilket år målene binder.", "It is unclear which year the targets bind.")
        }
        Found::PayOutsidePeriod { .. } => (
            "Der ville blive udbetalt løn for tid, som kontrakten ikke har mål for.",
            "Pay would be given for time that the contract has no goals for.",
        ),
        Found::PriorityDiffers { .. } => (
            "Prioriteten afgør, hvilke risici der bliver set på først.",
            "The priority decides which risks are looked at first.",
        ),
        Found::RiskOutsideScale { .. } => (
            "Prioriteten kan ikke sammenlignes med de andre risicis.",
            "The priority cannot be compared with those of the other risks.",
        ),
    };
    if lang == Da { da } else { en }
}

pub(in crate::i18n::message) fn hint(found: &Found, lang: Lang) -> &'static str {
    let (da, en) = match found {
        Found::WeightsDoNotSum { .. } => (
            "Ret vægtene eller kontraktens samlede point. Indtil da regnes der med vægtene, som de står.",
            "Correct the weights or the contract's total. Until then the weights count as they stand.",
        ),
        Found::AreasDoNotSum { .. } => (
            "Ret områdernes vægte eller aftalens individuelle point.",
            "Correct the areas' weights or the agreement's individual points.",
        ),
        Found::StatedDifferently { .. } | Found::FiguresDiffer { .. } => (
            "Der regnes med det første; afklar, hvad der gælder.",
            "The first one is used; settle which of them holds.",
        ),
        Found::PrintedFigureInvalid { .. } => (
            "Find det rigtige tal, og skriv det under »value«.",
            "Find the right figure and write it under “value”.",
        ),
        Found::ContractPeriodDiffers { .. } => (
            "Afklar perioden, og ret det sted, der tager fejl.",
            "Settle the period and correct the place that has it wrong.",
        ),
        Found::TableSpanDiffers { .. } => (
            "Ret perioden, der er angivet, eller tabellens kolonner.",
            "Correct the span that is stated, or the table's columns.",
        ),
        Found::GuidelineWeaker { .. } => (
            "Skærp sigtelinjen. Ventes der et tilbageslag, kan den blive stående.",
            "Tighten the guideline. If a setback is expected, it can stay as it is.",
        ),
        Found::DeadlineOutsidePeriod { .. } => {
            ("Ret fristen eller kontraktens periode.", "Correct the deadline or the contract's period.")
        }
        Found::TitleDiffers { .. } => (
            "Ret titlen eller målet, så de siger det samme.",
            "Correct the title or the target, so that they say the same.",
        ),
        Found::ChangeDiffers { .. } => (
            "Ret procenten, udgangspunktet eller antallet.",
            "Correct the percent, the baseline or the number.",
        ),
        Found::FigureTwice { .. } => (
            "Slet det forkerte. Står begge i dokumentet, skrives det andet under »also_stated«.",
            "Delete the wrong one. If the document has both, write the other under “also_stated”.",
        ),
        Found::MeasuredOutsidePeriod { .. } => (
            "Ret tidspunktet for målingen eller kontraktens periode.",
            "Correct the time of measurement or the contract's period.",
        ),
        Found::BindingYearOutsidePeriod { .. } => (
            "Ret det bindende år eller kontraktens periode.",
            "Correct the binding year or the contract's period.",
        ),
        Found::PayOutsidePeriod { .. } => {
            ("Ret lønperioden eller kontraktens periode.", "Correct the pay period or the contract's period.")
        }
        Found::PriorityDiffers { .. } => (
            "Ret prioriteten, væsentligheden eller sårbarheden.",
            "Correct the priority, the materiality or the vulnerability.",
        ),
        Found::RiskOutsideScale { .. } => (
            "Ret tallet, eller udvid skalaen under »scale«.",
            "Correct the figure, or widen the scale under “scale”.",
        ),
    };
    if lang == Da { da } else { en }
}
