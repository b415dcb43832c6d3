//! Titles of what a contract says wrongly, in two ways, or not at all.

use resultatkontrakt::findings::{Contradiction, Doubt, Gap, Imbalance, ReferenceFault, RuleFault};

use super::Wording;

pub(super) fn rule(fault: &RuleFault) -> Wording {
    match fault {
        RuleFault::DuplicateId { .. } => ("Samme id to gange", "The same id twice"),
        RuleFault::UnknownReference { .. } => {
            ("Henvisning til noget, der ikke findes", "Reference to something that is not there")
        }
        RuleFault::CircularGroups { .. } => {
            ("Grupper, der hører under hinanden", "Groups that belong to each other")
        }
        RuleFault::Negative { .. } => ("Tal under nul", "Number below zero"),
        RuleFault::NotPositive { .. } => ("Tal, der skal være over nul", "Number that has to be above zero"),
        RuleFault::MinAboveMax { .. } => {
            ("Det laveste er over det højeste", "The lowest is above the highest")
        }
        RuleFault::PeriodReversed { .. } => {
            ("Periode, der slutter, før den begynder", "Period that ends before it begins")
        }
        RuleFault::WeightTooFine { .. } => {
            ("Vægt med flere decimaler end pointene", "Weight with more decimals than the points")
        }
        RuleFault::NoParts => ("Sammensat mål uden dele", "Composite target without parts"),
        RuleFault::ScaleTooShort => ("Skala med for få trin", "Scale with too few steps"),
        RuleFault::ScaleOutOfOrder => ("Skala, der ikke er i rækkefølge", "Scale that is not in order"),
        RuleFault::SharesDoNotSum { .. } => {
            ("Delenes andele giver ikke 1", "The parts' shares do not add up to 1")
        }
        RuleFault::CapBelowOne { .. } => ("Loft under fuld opfyldelse", "Cap below full fulfilment"),
        RuleFault::RuleDoesNotFit { .. } => {
            ("Regel, der ikke passer til målet", "Rule that does not fit the target")
        }
        RuleFault::ZeroAtOnWrongSide { .. } => {
            ("Nulpunkt på målets forkerte side", "Zero point on the wrong side of the target")
        }
        RuleFault::TargetNotPositive { .. } => (
            "Forholdsmæssig regel for et mål på nul eller derunder",
            "Proportional rule for a target of zero or below",
        ),
    }
}

pub(super) fn contradiction(contradiction: &Contradiction) -> Wording {
    match contradiction {
        Contradiction::WeightsDoNotSum { .. } => {
            ("Vægtene giver ikke det samlede pointtal", "The weights are not the total")
        }
        Contradiction::AreasDoNotSum { .. } => (
            "Områdernes vægte giver ikke de individuelle point",
            "The areas' weights are not the individual points",
        ),
        Contradiction::StatedDifferently { .. } => {
            ("To steder siger hver sit om samme mål", "Two places say different things about the same goal")
        }
        Contradiction::FiguresDiffer { .. } => {
            ("To tal for samme periode", "Two figures for the same period")
        }
        Contradiction::PrintedFigureInvalid { .. } => {
            ("Trykt tal, der ikke er et tal", "Printed figure that is no number")
        }
        Contradiction::ContractPeriodDiffers { .. } => {
            ("Kontraktens periode er en anden andetsteds", "The contract's period is another elsewhere")
        }
        Contradiction::TableSpanDiffers { .. } => (
            "Tabel, der dækker en anden periode, end der står",
            "Table that covers another period than it says",
        ),
        Contradiction::GuidelineWeaker { .. } => {
            ("Sigtelinje, der er svagere end det nåede", "Guideline that is weaker than what was reached")
        }
        Contradiction::DeadlineOutsidePeriod { .. } => {
            ("Frist uden for kontraktens periode", "Deadline outside the contract's period")
        }
        Contradiction::TitleDiffers { .. } => {
            ("Titel med et andet tal end målet", "Title with another figure than the target")
        }
        Contradiction::ChangeDiffers { .. } => {
            ("Ændring i tal, der ikke svarer til målet", "Change in figures that is not the target's")
        }
        Contradiction::FigureTwice { .. } => {
            ("Samme periode to gange i en række", "The same period twice in a series")
        }
        Contradiction::MeasuredOutsidePeriod { .. } => {
            ("Måling uden for kontraktens periode", "Measured outside the contract's period")
        }
        Contradiction::BindingYearOutsidePeriod { .. } => {
            ("Bindende år uden for kontraktens periode", "Binding year outside the contract's period")
        }
        Contradiction::PayOutsidePeriod { .. } => {
            ("Resultatløn uden for kontraktens periode", "Performance pay outside the contract's period")
        }
        Contradiction::PriorityDiffers { .. } => {
            ("Trykt prioritet, der ikke er v × s", "Printed priority that is not v × s")
        }
        Contradiction::RiskOutsideScale { .. } => ("Risiko uden for skalaen", "Risk outside the scale"),
    }
}

pub(super) fn imbalance(imbalance: &Imbalance) -> Wording {
    match imbalance {
        Imbalance::UnknownLine { .. } => {
            ("Del af en budgetlinje, der ikke findes", "Part of a budget line that is not there")
        }
        Imbalance::CircularLines { .. } => {
            ("Budgetlinjer, der er del af hinanden", "Budget lines that are part of each other")
        }
        Imbalance::PartsExceed { .. } => {
            ("Budgetlinjens dele er mere end linjen", "The parts of a budget line are more than the line")
        }
        Imbalance::PeriodWithoutColumn { .. } => ("Budgettal uden kolonne", "Budget figure without a column"),
        Imbalance::PartWithoutWhole { .. } => {
            ("Budgetdel i et år, hvor det hele mangler", "Budget part in a year where the whole has none")
        }
        Imbalance::SumDiffers { .. } => ("Sum, der ikke stemmer", "Sum that does not add up"),
    }
}

pub(super) fn gap(gap: &Gap) -> Wording {
    match gap {
        Gap::TotalNeedsMaximum { .. } => (
            "Vægtene giver kun pointtallet med intervallernes maksimum",
            "The weights are the total only with ranges at their maximum",
        ),
        Gap::GoalWithoutWeight { .. } => ("Mål uden vægt", "Goal without a weight"),
        Gap::NoGoals => ("Kontrakt uden mål", "Contract without a goal"),
        Gap::WeightsWithoutTotal => ("Vægte uden samlet pointtal", "Weights without a total"),
        Gap::TargetUndetermined { .. } => ("Mål, der ikke er fastlagt", "Target that is not fixed"),
        Gap::BaselineMissing { .. } => ("Mål uden udgangspunkt", "Target without a baseline"),
        Gap::RiskWithoutGoal { .. } => ("Risiko uden mål", "Risk without a goal"),
        Gap::GoalWithoutRisk { .. } => ("Mål uden risikovurdering", "Goal without a risk assessment"),
        Gap::IndividualNotSplit { .. } => {
            ("Individuelle point, der ikke er fordelt", "Individual points that are not split")
        }
        Gap::NoMaximumPercent { .. } => {
            ("Resultatløn uden højeste procent", "Performance pay without a maximum percent")
        }
    }
}

pub(super) fn reference(fault: &ReferenceFault) -> Wording {
    match fault {
        ReferenceFault::UnknownGoal { .. } => {
            ("Henvisning til et mål, der ikke findes", "Reference to a goal that is not there")
        }
        ReferenceFault::UnknownPart { .. } => ("Del, som målet ikke har", "Part that the goal does not have"),
        ReferenceFault::ListedTwice { .. } => ("Nævnt to gange i samme liste", "Listed twice"),
        ReferenceFault::NotAGoalReference { .. } => (
            "Henvisning, der ikke er skrevet som kontrakt#mål",
            "Reference that is not written as contract#goal",
        ),
        ReferenceFault::ContributesToItself { .. } => {
            ("Mål, der bidrager til sig selv", "Goal that contributes to itself")
        }
        ReferenceFault::CircularContributions { .. } => {
            ("Mål, der bidrager til hinanden i ring", "Goals that contribute to each other in a circle")
        }
        ReferenceFault::UnknownGoalElsewhere { .. } => (
            "Henvisning til et mål, som den anden kontrakt ikke har",
            "Reference to a goal that the other contract does not have",
        ),
        ReferenceFault::ContractTwice { .. } => {
            ("To kontrakter med samme id", "Two contracts with the same id")
        }
    }
}

pub(super) fn doubt(doubt: &Doubt) -> Wording {
    match doubt {
        Doubt::HistoryJumps { .. } => {
            ("Udvikling, der springer med en faktor ti", "History that jumps by a factor of ten")
        }
        Doubt::LabelTwice { .. } => ("To mål med samme betegnelse", "Two goals with the same label"),
        Doubt::HistoryAfterPeriod { .. } => {
            ("Udvikling efter kontraktens periode", "History after the contract's period")
        }
        Doubt::TargetAlreadyMet { .. } => ("Mål, der allerede er nået", "Target that is already met"),
        Doubt::TargetBeyondHistory { .. } => (
            "Mål længere væk, end udviklingen nogensinde har flyttet sig",
            "Target further away than the history ever moved",
        ),
        Doubt::ReportOutsidePeriod { .. } => {
            ("Rapportering uden for kontraktens periode", "Report outside the contract's period")
        }
    }
}
