//! Risks off their scale, and risks and goals without each other.

use super::declare::{findings, said};
use super::written::In;

findings! {
    /// Risks off their scale, and risks and goals without each other.
    RiskFinding

    Warning["priority-differs"] PriorityDiffers {
        printed: u32,
        materiality: u32,
        vulnerability: u32,
        place: Option<String>,
    }
        title("Trykt prioritet, der ikke er v × s", "Printed priority that is not v × s")
        several("trykte prioriteter, der ikke er v × s", "printed priorities that are not v × s")
        message(|words| {
            let product = materiality.0.saturating_mul(*vulnerability.0);
            let product = In(&product, words);
            said!(
                words,
                "Prioriteten er {materiality} × {vulnerability} = {product}, men der står {printed}{place}.",
                "The priority is {materiality} × {vulnerability} = {product}, but {printed} is printed{place}.",
            )
        })
        why(
            "Prioriteten afgør, hvilke risici der bliver set på først.",
            "The priority decides which risks are looked at first.",
        )
        hint(
            "Ret prioriteten, væsentligheden eller sårbarheden.",
            "Correct the priority, the materiality or the vulnerability.",
        )

    Warning["risk-outside-scale"] RiskOutsideScale { value: u32, min: u32, max: u32, place: Option<String> }
        title("Risiko uden for skalaen", "Risk outside the scale")
        message(
            "{value} ligger uden for risikoskalaen {min}–{max}{place}.",
            "{value} lies outside the risk scale {min}–{max}{place}.",
        )
        why(
            "Prioriteten kan ikke sammenlignes med de andre risicis.",
            "The priority cannot be compared with those of the other risks.",
        )
        hint(
            "Ret tallet, eller udvid skalaen.",
            "Correct the figure, or widen the scale.",
        )

    Warning["risk-without-goal"] RiskWithoutGoal { place: Option<String> }
        title("Risiko uden mål", "Risk without a goal")
        several("risici uden mål", "risks without a goal")
        message("Risikoen hører ikke til noget mål{place}.", "The risk belongs to no goal{place}.")
        why(
            "Det kan ikke ses, hvor mange point der er på spil.",
            "It cannot be seen how many points are at stake.",
        )
        hint("Skriv, hvilket mål risikoen hører til.", "Write which goal the risk belongs to.")

    Note["risk-not-reviewed"] RiskNotReviewed { title: String }
        title("Risiko, der ikke er gennemgået", "Risk that was not reviewed")
        several("risici, der ikke er gennemgået", "risks that were not reviewed")
        message(
            "Risikoen »{title}« er ført med fra sidste års kontrakt og er ikke gennemgået.",
            "The risk “{title}” was carried over from last year’s contract and was not reviewed.",
        )
        why(
            "Det kan ikke ses, om væsentlighed, sårbarhed og handling stadig passer.",
            "It cannot be seen whether materiality, vulnerability and action still fit.",
        )
        hint(
            "Gennemgå risikoen, og angiv, at den er gennemgået (slet »reviewed« i filen).",
            "Review the risk, and say that it was reviewed (delete “reviewed” in the file).",
        )

    Note["goal-without-risk"] GoalWithoutRisk { name: String, place: Option<String> }
        title("Mål uden risikovurdering", "Goal without a risk assessment")
        several("mål uden risikovurdering", "goals without a risk assessment")
        message(
            "{name} har ingen risikovurdering, men andre af samme slags har{place}.",
            "{name} has no risk assessment, though others of its kind have{place}.",
        )
        why(
            "Det kan ikke ses, om målet er uden risiko eller er glemt.",
            "It cannot be seen whether the goal is without risk or was forgotten.",
        )
        hint("Tilføj en risiko for målet.", "Add a risk for the goal.")
}
