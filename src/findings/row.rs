//! Why a row of a table of measured results is left out.

use super::declare::{findings, said};
use super::table::Delimiter;
use super::written::LineNumber;
use crate::domain::number::Decimal;

findings! {
    /// Why a row of a table of measured results is left out.
    RowFault

    Warning["row-ragged"] RaggedRow { found: usize, wanted: usize }
        title(
            "Række med flere eller færre felter end overskriften",
            "Row with more or fewer fields than the header",
        )
        message(
            "Rækken har {found} felter, og overskriften har {wanted}.",
            "The row has {found} fields, and the header has {wanted}.",
        )
        why(none)
        hint(|words| Some(if found.0 > wanted.0 {
            said!(
                words,
                "Står skilletegnet inde i en tekst eller et tal, skal feltet stå i anførselstegn.",
                "Where the separator stands within a text or a number, put the field in quotation marks.",
            )
        } else {
            said!(words, "Ret rækken, og hent filen igen.", "Correct the row and fetch the file again.")
        }))

    Warning["row-delimiter"] RowWithOtherDelimiter { found: Delimiter, wanted: Delimiter }
        title("Række med et andet skilletegn", "Row with another separator")
        message(
            "Rækken er skilt af {found}, og overskriften af {wanted}.",
            "The row is separated by {found}, and the header by {wanted}.",
        )
        why(none)
        hint("Brug ét skilletegn i hele filen.", "Use one separator in the whole file.")

    Warning["row-divided-number"] DividedNumber { whole: String, rest: String }
        title("Tal, som et komma kan have delt", "Number that a comma may have divided")
        message(
            "»{whole}« og »{rest}« kan være ét tal, »{whole},{rest}«, som kommaet har delt.",
            "“{whole}” and “{rest}” may be one number, “{whole},{rest}”, that the comma has divided.",
        )
        why(none)
        hint(
            "Sæt tallet i anførselstegn, uanset om det er ét tal eller to.",
            "Put the number in quotation marks, whether it is one number or two.",
        )

    Warning["row-without-goal"] NoGoal
        title("Række uden mål", "Row without a goal")
        message("Rækken nævner intet mål.", "The row names no goal.")
        why(none)
        hint("Skriv målets navn eller id.", "Write the goal's name or id.")

    Warning["row-unknown-goal"] UnknownGoal { found: String, suggestion: Option<String> }
        title("Mål, som kontrakten ikke har", "Goal that the contract does not have")
        message(
            "Kontrakten har intet mål, der hedder »{found}«.",
            "The contract has no goal called “{found}”.",
        )
        why(none)
        hint(
            suggestion or "Skriv målets id eller navn, som det står i kontrakten.",
            "Write the goal's id or name as the contract has it.",
        )

    Warning["row-two-goals"] TwoGoals { one: String, other: String }
        title("Række med to mål", "Row with two goals")
        message(
            "Rækken nævner både »{one}« og »{other}«, som ikke er det samme.",
            "The row names both “{one}” and “{other}”, which are not the same.",
        )
        why(none)
        hint("Ret rækken, så den kun nævner ét mål.", "Correct the row so that it names one goal only.")

    Warning["row-ambiguous-goal"] AmbiguousGoal { found: String }
        title("Navn, som flere mål har", "Name that several goals have")
        message(
            "Flere mål i kontrakten hedder »{found}«.",
            "Several goals of the contract are called “{found}”.",
        )
        why(none)
        hint("Skriv målets id i stedet.", "Write the goal's id instead.")

    Warning["row-unknown-part"] UnknownPart { goal: String, found: String, suggestion: Option<String> }
        title("Del, som målet ikke har", "Part that the goal does not have")
        message("{goal} har ingen del, der hedder »{found}«.", "{goal} has no part called “{found}”.")
        why(none)
        hint(
            suggestion or "Skriv delens id eller navn, som det står i kontrakten.",
            "Write the part's id or name as the contract has it.",
        )

    Warning["row-part-missing"] PartMissing { goal: String, parts: Vec<String> }
        title("Mål med flere dele, hvor delen ikke er nævnt", "Goal of several parts without the part")
        message(
            "{goal} består af flere dele, og rækken siger ikke hvilken.",
            "{goal} has several parts, and the row does not say which.",
        )
        why(none)
        hint(
            "Skriv delen efter målet, for eksempel »{goal} › del«. Delene er {parts}.",
            "Write the part behind the goal, such as “{goal} › part”. The parts are {parts}.",
        )

    Warning["row-goal-judged"] GoalIsJudged { goal: String }
        title("Mål, der bedømmes af en person", "Goal that a person judges")
        message(
            "{goal} bedømmes af en person og kan ikke hentes fra en måling.",
            "{goal} is judged by a person and cannot come from a measurement.",
        )
        why(none)
        hint(none)

    Warning["row-goal-undetermined"] GoalIsUndetermined { goal: String }
        title("Mål, der ikke er fastlagt", "Goal whose target is not fixed")
        message(
            "Måltallet for {goal} er ikke fastlagt, så der er intet felt til resultatet.",
            "The target of {goal} is not fixed, so there is no field for the result.",
        )
        why(none)
        hint("Fastlæg måltallet på siden først.", "Fix the target on the page first.")

    Warning["row-goal-lapsed"] GoalHasLapsed { goal: String }
        title("Mål, der er bortfaldet", "Goal that has lapsed")
        message("{goal} er bortfaldet efter aftale.", "{goal} lapsed by agreement.")
        why(none)
        hint(none)

    Warning["row-period"] NotAPeriod { found: String }
        title("Periode, der ikke kan læses", "Period that cannot be read")
        message("»{found}« er ikke en periode.", "“{found}” is no period.")
        why(none)
        hint(
            "Skriv for eksempel 2009, 2009-12, 4. kvartal 2009 eller december 2009.",
            "Write for instance 2009, 2009-12, 4th quarter of 2009 or December 2009.",
        )

    Warning["row-without-period"] NoPeriod
        title("Tal uden periode", "Figure without a period")
        message(
            "Rækken siger ikke, hvilken periode tallet er fra.",
            "The row does not say which period the figure is of.",
        )
        why(none)
        hint(
            "Skriv for eksempel 2009, 2009-12, 4. kvartal 2009 eller december 2009.",
            "Write for instance 2009, 2009-12, 4th quarter of 2009 or December 2009.",
        )

    Warning["row-not-a-number"] NotANumber { found: String }
        title("Tekst, hvor der skal stå et tal", "Text where a number belongs")
        message("»{found}« er ikke et tal.", "“{found}” is not a number.")
        why(none)
        hint("Skriv tallet med cifre og uden enhed.", "Write the number in digits and without its unit.")

    Warning["row-ambiguous-number"] AmbiguousNumber { grouped: Decimal, decimal: Decimal }
        title("Tal, der kan læses på to måder", "Number that can be read in two ways")
        message(
            "Tallet kan læses som både {grouped} og {decimal}.",
            "The number can be read as both {grouped} and {decimal}.",
        )
        why(none)
        hint(
            "Skriv det uden punktum og komma mellem tusinderne.",
            "Write it without a point or comma between the thousands.",
        )

    Warning["row-not-a-date"] NotADate { found: String }
        title("Tekst, hvor der skal stå en dato", "Text where a date belongs")
        message(
            "Målet besvares med en dato, og »{found}« er ikke en.",
            "The goal is answered with a date, and “{found}” is none.",
        )
        why(none)
        hint("Skriv datoen som 2009-06-30 eller 30.06.2009.", "Write the date as 2009-06-30 or 30 June 2009.")

    Warning["row-not-yes-or-no"] NotYesOrNo { found: String }
        title("Hverken ja eller nej", "Neither yes nor no")
        message(
            "Målet besvares med ja eller nej, og her står »{found}«.",
            "The goal is answered with yes or no, and here is “{found}”.",
        )
        why(none)
        hint("Skriv ja eller nej.", "Write yes or no.")

    Warning["row-not-a-level"] NotALevel { found: String, levels: Vec<String> }
        title("Niveau, som skalaen ikke har", "Level that the scale does not have")
        message(
            "Målet bedømmes på en skala, og »{found}« er ikke et af dens niveauer.",
            "The goal is rated on a scale, and “{found}” is none of its levels.",
        )
        why(none)
        hint("Niveauerne er {levels}.", "The levels are {levels}.")

    Warning["row-conflict"] Conflict { goal: String, other_line: LineNumber }
        title("Rækker, der siger hver sit", "Rows that contradict each other")
        message(
            "Linje {other_line} siger noget andet om {goal} i samme periode.",
            "Line {other_line} says something else about {goal} for the same period.",
        )
        why(none)
        hint(
            "Ingen af dem overføres. Slet den række, der ikke gælder.",
            "Neither is taken over. Delete the row that does not count.",
        )
}
