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

    Warning["rollup-does-not-fit"] RollupDoesNotFit { name: String }
        title("Bidrag, der lægges sammen til noget andet end kravet", "Contributions that combine to something else")
        message(
            "Det, som bidragene til {name} giver tilsammen, er ikke det, som kravet spørger om.",
            "What the contributions to {name} combine to is not what its target asks for.",
        )
        why(
            "Sum og gennemsnit er tal, andelen af opfyldte mål er en procent, og om alle er opfyldt er et ja eller nej.",
            "A sum or a mean is a figure, the share of goals met a percent, and whether all are met a yes or no.",
        )
        hint(
            "Ret, hvordan tallene lægges sammen (»rollup« i filen), kravet eller enheden.",
            "Correct how the figures combine (“rollup” in the file), the target or the unit.",
        )

    Warning["same-goal-two-targets"] TwoTargets { name: String, contract: String }
        title("Samme mål med to krav", "The same goal with two targets")
        message(
            "{name} i »{contract}« tæller det samme med de samme tal for tidligere år, men kravet er et andet.",
            "{name} of “{contract}” counts the same with the same figures of earlier years, but its target is another.",
        )
        why(
            "Det ene mål kan være opfyldt, mens det andet ikke er det, selv om de har samme resultat.",
            "One of the goals may be met and the other not, although their results are the same.",
        )
        hint(
            "Ret det ene krav, eller skriv i en allonge, hvad der gælder.",
            "Correct one of the targets, or say in an addendum which of them holds.",
        )

    Warning["contribution-of-other-year"] ContributionOfOtherYear {
        name: String,
        contract: String,
        year: i32,
        other: i32,
    }
        title("Bidrag til et mål fra et andet år", "Contribution to a goal of another year")
        message(
            "{name} i »{contract}« gælder for {other}, og denne kontrakt for {year}.",
            "{name} of “{contract}” is for {other}, and this contract for {year}.",
        )
        why(
            "Resultaterne er ikke fra samme tid og kan ikke lægges sammen.",
            "The results are not of the same time and cannot be combined.",
        )
        hint(
            "Skriv målet i den kontrakt, der gælder for samme år.",
            "Write the goal of the contract that is for the same year.",
        )

    Note["goal-without-contributions"] GoalNotServed { name: String }
        title("Mål, som ingen bidrager til", "Goal that nobody contributes to")
        message(
            "Ingen af de andre kontrakter bidrager til {name}, men de bidrager til andre mål i denne kontrakt.",
            "None of the other contracts contributes to {name}, though they contribute to other goals of this one.",
        )
        why(
            "Målet kan være glemt, da de underordnede kontrakter blev skrevet.",
            "The goal may have been forgotten when the lower contracts were written.",
        )
        hint(
            "Skriv målet i den kontrakt, der bidrager til det, eller læs den kontrakt med, hvor det står.",
            "Write the goal in the contract that contributes to it, or read the contract that says so along with these.",
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
