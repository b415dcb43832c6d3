//! A budget or a stated total that does not add up.

use super::declare::{findings, said};
use crate::domain::date::Period;
use crate::domain::number::Decimal;

findings! {
    /// A budget or a stated total that does not add up.
    BudgetFinding

    Warning["unknown-budget-line"] UnknownLine { id: String, suggestion: Option<String> }
        title("Del af en budgetlinje, der ikke findes", "Part of a budget line that is not there")
        message("Budgettet har ikke nogen linje »{id}«.", "The budget has no line “{id}”.")
        why(
            "Det kan ikke efterregnes, hvad linjen er en del af.",
            "It cannot be worked out what the line is a part of.",
        )
        hint(
            suggestion or "Giv den linje, som denne er en del af, et navn, og skriv det her.",
            "Give the line that this one is part of a name, and write it here.",
        )

    Warning["circular-budget-lines"] CircularLines { ids: Vec<String> }
        title("Budgetlinjer, der er del af hinanden", "Budget lines that are part of each other")
        message(
            "Budgettets linjer {ids} er dele af hinanden i en ring.",
            "The budget lines {ids} are parts of each other in a circle.",
        )
        why(
            "Det kan ikke efterregnes, hvad linjen er en del af.",
            "It cannot be worked out what the line is a part of.",
        )
        hint(
            "Lad en af linjerne ikke være del af en anden, så ringen brydes.",
            "Let one of the lines be no part of another, so that the circle is broken.",
        )

    Warning["budget-parts-exceed"] PartsExceed {
        title: String,
        period: Period,
        value: Decimal,
        parts: Decimal,
        place: Option<String>,
    }
        title("Budgetlinjens dele er mere end linjen", "The parts of a budget line are more than the line")
        message(
            "»{title}«, {period}: delene giver {parts} tilsammen, men linjen siger {value}{place}.",
            "“{title}”, {period}: the parts are {parts} together, but the line says {value}{place}.",
        )
        why(
            "En af bevillingerne er forkert, eller penge er talt med to gange.",
            "One of the amounts is wrong, or money is counted twice.",
        )
        hint(
            "Ret linjen eller delene efter dokumentet; er en del talt med to steder, hører den kun til ét.",
            "Correct the line or its parts from the document; a part that is counted twice belongs in one place.",
        )

    Warning["budget-period-without-column"] PeriodWithoutColumn {
        title: String,
        period: Period,
        place: Option<String>,
    }
        title("Budgettal uden kolonne", "Budget figure without a column")
        message(
            "»{title}« har et tal for {period}, men budgettet har ingen kolonne for det{place}.",
            "“{title}” has a figure for {period}, but the budget has no column for it{place}.",
        )
        why(
            "Tallet hører måske til et andet år, eller en kolonne mangler.",
            "The figure may belong to another year, or a column is missing.",
        )
        hint(
            "Ret tallets periode, eller tilføj kolonnen.",
            "Correct the period of the figure, or add the column.",
        )

    Warning["budget-part-without-whole"] PartWithoutWhole {
        title: String,
        whole: String,
        period: Period,
        value: Decimal,
        place: Option<String>,
    }
        title("Budgetdel i et år, hvor det hele mangler", "Budget part in a year where the whole has none")
        message(
            "»{title}« er {value} i {period}, men »{whole}« har intet tal for det{place}.",
            "“{title}” is {value} in {period}, but “{whole}” has no figure for it{place}.",
        )
        why(
            "En del kan ikke have penge i et år, hvor det hele ingen har.",
            "A part cannot have money in a year where the whole has none.",
        )
        hint(
            "Skriv linjens tal for perioden, eller ret delens periode.",
            "Write the line's figure for the period, or correct the period of the part.",
        )

    Warning["sum-does-not-add-up"] SumDiffers {
        title: String,
        total: Decimal,
        parts: Decimal,
        complete: bool,
        place: Option<String>,
    }
        title("Sum, der ikke stemmer", "Sum that does not add up")
        several("summer, der ikke stemmer", "sums that do not add up")
        message(|words| if *complete.0 {
            said!(
                words,
                "»{title}«: delene giver {parts} tilsammen, men totalen siger {total}{place}.",
                "“{title}”: the parts are {parts} together, but the total says {total}{place}.",
            )
        } else {
            said!(
                words,
                "»{title}«: de nævnte dele giver {parts} tilsammen, og det er mere end totalen {total}{place}.",
                "“{title}”: the named parts are {parts} together, which is more than the total {total}{place}.",
            )
        })
        why(
            "Enten er totalen forkert, eller også mangler der en del eller er talt en for meget.",
            "Either the total is wrong, or a part is missing or counted too often.",
        )
        hint(|words| Some(if *complete.0 {
            said!(
                words,
                "Ret totalen eller delene; er det ikke alle dele, så skriv, at summen ikke er fuldstændig.",
                "Correct the total or the parts; where these are not all parts, write that the sum is not complete.",
            )
        } else {
            said!(
                words,
                "Ret totalen eller delene; nogle af delene kan ikke være mere end det hele.",
                "Correct the total or the parts; some of the parts cannot be more than the whole.",
            )
        }))
}
