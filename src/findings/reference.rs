//! References that lead nowhere, stand twice, or go in a circle; identifiers that cannot be told apart.

use super::declare::findings;
use super::written::LineNumber;

findings! {
    /// References that lead nowhere, stand twice, or go in a circle; identifiers that cannot be told apart.
    ReferenceFinding

    Warning["unknown-goal"] UnknownGoal { id: String, suggestion: Option<String> }
        title("Henvisning til et mål, der ikke findes", "Reference to a goal that is not there")
        message("Kontrakten har ikke noget mål »{id}«.", "The contract has no goal “{id}”.")
        why(
            "Det, der peger på målet, bliver ikke vist sammen med noget mål.",
            "What points to the goal is shown with no goal.",
        )
        hint(suggestion or "Skriv et id, som et af målene har.", "Write an id that one of the goals has.")

    Warning["unknown-part"] UnknownPart { name: String, id: String, suggestion: Option<String> }
        title("Del, som målet ikke har", "Part that the goal does not have")
        message("{name} har ikke nogen del »{id}«.", "{name} has no part “{id}”.")
        why(
            "Det, der står det andet sted, bliver ikke sammenlignet med målet.",
            "What the other place says is not compared with the goal.",
        )
        hint(
            suggestion or "Skriv et id, som en af målets dele har, eller hele målet, som det står der.",
            "Write an id that one of the goal's parts has, or the whole target as it stands there.",
        )

    Warning["ids-look-alike"] IdsLookAlike { id: String, first_line: LineNumber }
        title("Id'er, der ser ens ud", "Ids that look alike")
        message(
            "Id »{id}« ser ud som det i linje {first_line}, men er skrevet med andre tegn.",
            "The id “{id}” looks like the one on line {first_line}, but is written with other characters.",
        )
        why(
            "Ingen kan se, hvilken af dem et resultat eller en henvisning mener.",
            "Nobody can see which of them a result or a reference means.",
        )
        hint(
            "Skriv det ene helt om. Tegn uden bredde og løse accenter følger ofte med, når der kopieres.",
            "Write one of them anew. Characters without width and loose accents often come with what is copied.",
        )

    Note["listed-twice"] ListedTwice { what: String }
        title("Nævnt to gange i samme liste", "Listed twice")
        message("»{what}« står på listen mere end én gang.", "“{what}” stands in the list more than once.")
        why(
            "Den ene af dem skulle måske have været noget andet.",
            "One of them was perhaps meant to be something else.",
        )
        hint("Slet den ene, eller ret den.", "Delete one of them, or correct it.")

    Warning["not-a-goal-reference"] NotAGoalReference { found: String }
        title(
            "Henvisning, der ikke er skrevet som kontrakt#mål",
            "Reference that is not written as contract#goal",
        )
        message(
            "»{found}« peger ikke på et mål i en anden kontrakt.",
            "“{found}” does not point to a goal of another contract.",
        )
        why(
            "Det kan ikke ses, hvilket overordnet mål der bidrages til.",
            "It cannot be seen which higher goal is served.",
        )
        hint(
            "Skriv kontrakt#mål, f.eks. ministerium-2009#mål-1.",
            "Write contract#goal, such as ministry-2009#goal-1.",
        )

    Warning["contributes-to-itself"] ContributesToItself { name: String }
        title("Mål, der bidrager til sig selv", "Goal that contributes to itself")
        message("{name} bidrager til sig selv.", "{name} contributes to itself.")
        why("Et mål kan ikke være sin egen begrundelse.", "A goal cannot be the reason for itself.")
        hint(
            "Skriv det mål, der bidrages til, eller slet henvisningen.",
            "Write the goal that is served, or delete the reference.",
        )

    Warning["circular-contributions"] CircularContributions { goals: Vec<String> }
        title("Mål, der bidrager til hinanden i ring", "Goals that contribute to each other in a circle")
        message(
            "Målene {goals} bidrager til hinanden i en ring.",
            "The goals {goals} contribute to each other in a circle.",
        )
        why(
            "Så er der ikke noget øverste mål, som de andre tjener.",
            "There is no highest goal then that the others serve.",
        )
        hint(
            "Slet den henvisning, der går fra et overordnet mål til et underordnet.",
            "Delete the reference that goes from a higher goal to a lower one.",
        )

    Warning["unknown-goal-elsewhere"] UnknownGoalElsewhere {
        contract: String,
        id: String,
        suggestion: Option<String>,
    }
        title(
            "Henvisning til et mål, som den anden kontrakt ikke har",
            "Reference to a goal that the other contract does not have",
        )
        message(
            "Kontrakten »{contract}« har ikke noget mål »{id}«.",
            "The contract “{contract}” has no goal “{id}”.",
        )
        why(
            "Det kan ikke ses, hvilket overordnet mål der bidrages til.",
            "It cannot be seen which higher goal is served.",
        )
        hint(
            suggestion or "Ret henvisningen, eller tilføj målet i den anden kontrakt.",
            "Correct the reference, or add the goal to the other contract.",
        )

    Warning["contract-twice"] ContractTwice { id: String, other: String }
        title("To kontrakter med samme id", "Two contracts with the same id")
        message(
            "Også {other} har en kontrakt »{id}«, og de to er ikke ens.",
            "{other} has a contract “{id}”, too, and the two are not the same.",
        )
        why(
            "Henvisninger og vurderinger siger ikke, hvilken af dem de mener.",
            "References and assessments do not say which of them they mean.",
        )
        hint(
            "Giv den ene et id for sig, f.eks. med årstal.",
            "Give one of them an id of its own, with its year for instance.",
        )
}
