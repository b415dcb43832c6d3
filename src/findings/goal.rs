//! A contract without goals, and goals that are named misleadingly.

use std::borrow::Cow;

use super::declare::findings;
use super::written::Written;
use crate::domain::contract::Target;
use crate::domain::number::Decimal;
use crate::i18n::Words;

findings! {
    /// A contract without goals, and goals that are named misleadingly.
    GoalFinding

    Note["no-goals"] NoGoals
        title("Kontrakt uden mål", "Contract without a goal")
        message("Kontrakten har ingen mål.", "The contract has no goals.")
        why("Uden mål er der ikke noget at vurdere.", "Without goals there is nothing to assess.")
        hint("Skriv målene (»goals« i filen).", "Write the goals (“goals” in the file).")

    Note["many-goals"] ManyGoals { count: usize }
        title("Flere end 20 mål", "More than 20 goals")
        message("Kontrakten har {count} mål.", "The contract has {count} goals.")
        why(
            "Få og klare mål styrer bedre; med mange bliver hver vægt lille.",
            "Few and clear goals steer better; with many, each weight is small.",
        )
        hint("Se efter, om nogle af målene kan samles eller udgå.", "See whether some of the goals can be joined or dropped.")

    Note["label-twice"] LabelTwice { label: String, first: String, second: String }
        title("To mål med samme betegnelse", "Two goals with the same label")
        message("Både »{first}« og »{second}« hedder »{label}«.", "Both “{first}” and “{second}” are called “{label}”.")
        why(
            "Det kan ikke ses, hvilket af dem der menes, når navnet bruges.",
            "Where the name is used it cannot be seen which of them is meant.",
        )
        hint("Giv hvert mål sin egen betegnelse.", "Give each goal a label of its own.")

    Warning["title-differs"] TitleDiffers {
        name: String,
        figure: Decimal,
        target: Target,
        place: Option<String>,
    }
        title("Titel med et andet tal end målet", "Title with another figure than the target")
        message(
            "{name}: titlen siger {figure}, men målet er »{target}«{place}.",
            "{name}: the title says {figure}, but the target is “{target}”{place}.",
        )
        why(
            "Titlen er det, de fleste læser, men målet er det, der tæller.",
            "The title is what most people read, but the target is what counts.",
        )
        hint(
            "Ret titlen eller målet, så de siger det samme.",
            "Correct the title or the target, so that they say the same.",
        )
}

/// A target within a sentence: `højst 26.675`.
impl Written for Target {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let text = words.target(self, None, None);
        let mut letters = text.chars();
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
    }
}
