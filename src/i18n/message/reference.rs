//! Words for references that lead nowhere, stand twice, or go in a circle.

use super::{did_you_mean, quoted, together};
use crate::findings::ReferenceFault as Fault;
use crate::i18n::Lang::{self, Da, En};

pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let quote = |text: &str| quoted(text, lang);
    match (fault, lang) {
        (Fault::UnknownGoal { id, .. }, Da) => format!("Kontrakten har ikke noget mål {}.", quote(id)),
        (Fault::UnknownGoal { id, .. }, En) => format!("The contract has no goal {}.", quote(id)),
        (Fault::UnknownPart { name, id, .. }, Da) => format!("{name} har ikke nogen del {}.", quote(id)),
        (Fault::UnknownPart { name, id, .. }, En) => format!("{name} has no part {}.", quote(id)),
        (Fault::ListedTwice { what }, Da) => format!("{} står på listen mere end én gang.", quote(what)),
        (Fault::ListedTwice { what }, En) => format!("{} stands in the list more than once.", quote(what)),
        (Fault::NotAGoalReference { found }, Da) => {
            format!("{} peger ikke på et mål i en anden kontrakt.", quote(found))
        }
        (Fault::NotAGoalReference { found }, En) => {
            format!("{} does not point to a goal of another contract.", quote(found))
        }
        (Fault::ContributesToItself { name }, Da) => format!("{name} bidrager til sig selv."),
        (Fault::ContributesToItself { name }, En) => format!("{name} contributes to itself."),
        (Fault::CircularContributions { goals }, Da) => {
            format!("Målene {} bidrager til hinanden i en ring.", together(goals, lang))
        }
        (Fault::CircularContributions { goals }, En) => {
            format!("The goals {} contribute to each other in a circle.", together(goals, lang))
        }
        (Fault::UnknownGoalElsewhere { contract, id, .. }, Da) => {
            format!("Kontrakten {} har ikke noget mål {}.", quote(contract), quote(id))
        }
        (Fault::UnknownGoalElsewhere { contract, id, .. }, En) => {
            format!("The contract {} has no goal {}.", quote(contract), quote(id))
        }
        (Fault::ContractTwice { id, other }, Da) => {
            format!("Også {other} har en kontrakt {}, og de to er ikke ens.", quote(id))
        }
        (Fault::ContractTwice { id, other }, En) => {
            format!("{other} has a contract {}, too, and the two are not the same.", quote(id))
        }
    }
}

pub(super) fn why(fault: &Fault, lang: Lang) -> &'static str {
    let (da, en) = match fault {
        Fault::UnknownGoal { .. } => (
            "Det, der peger på målet, bliver ikke vist sammen med noget mål.",
            "What points to the goal is shown with no goal.",
        ),
        Fault::UnknownPart { .. } => (
            "Det, der står det andet sted, bliver ikke sammenlignet med målet.",
            "What the other place says is not compared with the goal.",
        ),
        Fault::ListedTwice { .. } => (
            "Den ene af dem skulle måske have været noget andet.",
            "One of them was perhaps meant to be something else.",
        ),
        Fault::NotAGoalReference { .. } | Fault::UnknownGoalElsewhere { .. } => (
            "Det kan ikke ses, hvilket overordnet mål der bidrages til.",
            "It cannot be seen which higher goal is served.",
        ),
        Fault::ContributesToItself { .. } => {
            ("Et mål kan ikke være sin egen begrundelse.", "A goal cannot be the reason for itself.")
        }
        Fault::CircularContributions { .. } => (
            "Så er der ikke noget øverste mål, som de andre tjener.",
            "There is no highest goal then that the others serve.",
        ),
        Fault::ContractTwice { .. } => (
            "Henvisninger og vurderinger siger ikke, hvilken af dem de mener.",
            "References and assessments do not say which of them they mean.",
        ),
    };
    if lang == Da { da } else { en }
}

pub(super) fn hint(fault: &Fault, lang: Lang) -> String {
    let (da, en) = match fault {
        Fault::UnknownGoal { suggestion: Some(meant), .. }
        | Fault::UnknownPart { suggestion: Some(meant), .. }
        | Fault::UnknownGoalElsewhere { suggestion: Some(meant), .. } => return did_you_mean(meant, lang),
        Fault::UnknownGoal { suggestion: None, .. } => {
            ("Skriv et id, som et af målene har.", "Write an id that one of the goals has.")
        }
        Fault::UnknownPart { suggestion: None, .. } => (
            "Skriv et id, som en af målets dele har, eller hele målet, som det står der.",
            "Write an id that one of the goal's parts has, or the whole target as it stands there.",
        ),
        Fault::ListedTwice { .. } => ("Slet den ene, eller ret den.", "Delete one of them, or correct it."),
        Fault::NotAGoalReference { .. } => (
            "Skriv kontrakt#mål, f.eks. ministerium-2009#mål-1.",
            "Write contract#goal, such as ministry-2009#goal-1.",
        ),
        Fault::ContributesToItself { .. } => (
            "Skriv det mål, der bidrages til, eller slet henvisningen.",
            "Write the goal that is served, or delete the reference.",
        ),
        Fault::CircularContributions { .. } => (
            "Slet den henvisning, der går fra et overordnet mål til et underordnet.",
            "Delete the reference that goes from a higher goal to a lower one.",
        ),
        Fault::UnknownGoalElsewhere { suggestion: None, .. } => (
            "Ret henvisningen, eller tilføj målet i den anden kontrakt.",
            "Correct the reference, or add the goal to the other contract.",
        ),
        Fault::ContractTwice { .. } => (
            "Giv den ene et id for sig, f.eks. med årstal.",
            "Give one of them an id of its own, with its year for instance.",
        ),
    };
    if lang == Da { da } else { en }.to_owned()
}
