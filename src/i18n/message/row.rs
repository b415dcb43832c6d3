//! Words for single rows of a table of measured results.

use super::table::delimiter;
use super::{did_you_mean, quoted, together};
use crate::findings::RowFault as Fault;
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::text::pick;

pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let say = |da: &str, en: &str| pick(lang, da, en).to_owned();
    // What the row says, and the goal it speaks of, take the place of the braces.
    let quoting = |found: &str, da: &str, en: &str| say(da, en).replace("{}", &quoted(found, lang));
    let of_goal = |goal: &str, da: &str, en: &str| say(da, en).replace("{}", goal);
    match fault {
        Fault::RaggedRow { found, wanted } => pick(
            lang,
            format!("Rækken har {found} felter, og overskriften har {wanted}."),
            format!("The row has {found} fields, and the header has {wanted}."),
        ),
        Fault::RowWithOtherDelimiter { found, wanted } => {
            let (found, wanted) = (delimiter(*found, lang), delimiter(*wanted, lang));
            pick(
                lang,
                format!("Rækken er skilt af {found}, og overskriften af {wanted}."),
                format!("The row is separated by {found}, and the header by {wanted}."),
            )
        }
        Fault::DividedNumber { whole, rest } => {
            let one = quoted(&format!("{whole},{rest}"), lang);
            let (whole, rest) = (quoted(whole, lang), quoted(rest, lang));
            pick(
                lang,
                format!("{whole} og {rest} kan være ét tal, {one}, som kommaet har delt."),
                format!("{whole} and {rest} may be one number, {one}, that the comma has divided."),
            )
        }
        Fault::NoGoal => say("Rækken nævner intet mål.", "The row names no goal."),
        Fault::UnknownGoal { found, .. } => {
            quoting(found, "Kontrakten har intet mål, der hedder {}.", "The contract has no goal called {}.")
        }
        Fault::TwoGoals { one, other } => {
            let (one, other) = (quoted(one, lang), quoted(other, lang));
            pick(
                lang,
                format!("Rækken nævner både {one} og {other}, som ikke er det samme."),
                format!("The row names both {one} and {other}, which are not the same."),
            )
        }
        Fault::AmbiguousGoal { found } => quoting(
            found,
            "Flere mål i kontrakten hedder {}.",
            "Several goals of the contract are called {}.",
        ),
        Fault::UnknownPart { goal, found, .. } => {
            let found = quoted(found, lang);
            pick(
                lang,
                format!("{goal} har ingen del, der hedder {found}."),
                format!("{goal} has no part called {found}."),
            )
        }
        Fault::PartMissing { goal, .. } => of_goal(
            goal,
            "{} består af flere dele, og rækken siger ikke hvilken.",
            "{} has several parts, and the row does not say which.",
        ),
        Fault::GoalIsJudged { goal } => of_goal(
            goal,
            "{} bedømmes af en person og kan ikke hentes fra en måling.",
            "{} is judged by a person and cannot come from a measurement.",
        ),
        Fault::GoalIsUndetermined { goal } => of_goal(
            goal,
            "Måltallet for {} er ikke fastlagt, så der er intet felt til resultatet.",
            "The target of {} is not fixed, so there is no field for the result.",
        ),
        Fault::GoalHasLapsed { goal } => {
            of_goal(goal, "{} er bortfaldet efter aftale.", "{} lapsed by agreement.")
        }
        Fault::NotAPeriod { found } => quoting(found, "{} er ikke en periode.", "{} is no period."),
        Fault::NoPeriod => say(
            "Rækken siger ikke, hvilken periode tallet er fra.",
            "The row does not say which period the figure is of.",
        ),
        Fault::NotANumber { found } => quoting(found, "{} er ikke et tal.", "{} is not a number."),
        Fault::AmbiguousNumber { grouped, decimal } => {
            let [one, other] = [grouped, decimal].map(|value| format_number(*value, lang));
            pick(
                lang,
                format!("Tallet kan læses som både {one} og {other}."),
                format!("The number can be read as both {one} and {other}."),
            )
        }
        Fault::NotADate { found } => quoting(
            found,
            "Målet besvares med en dato, og {} er ikke en.",
            "The goal is answered with a date, and {} is none.",
        ),
        Fault::NotYesOrNo { found } => quoting(
            found,
            "Målet besvares med ja eller nej, og her står {}.",
            "The goal is answered with yes or no, and here is {}.",
        ),
        Fault::Conflict { goal, other_line } => pick(
            lang,
            format!("Linje {other_line} siger noget andet om {goal} i samme periode."),
            format!("Line {other_line} says something else about {goal} for the same period."),
        ),
    }
}

pub(super) fn hint(fault: &Fault, lang: Lang) -> Option<String> {
    let (da, en) = match fault {
        Fault::RaggedRow { found, wanted } if found > wanted => (
            "Står skilletegnet inde i en tekst eller et tal, skal feltet stå i anførselstegn.",
            "Where the separator stands within a text or a number, put the field in quotation marks.",
        ),
        Fault::RaggedRow { .. } => {
            ("Ret rækken, og hent filen igen.", "Correct the row and fetch the file again.")
        }
        Fault::RowWithOtherDelimiter { .. } => {
            ("Brug ét skilletegn i hele filen.", "Use one separator in the whole file.")
        }
        Fault::DividedNumber { .. } => (
            "Sæt tallet i anførselstegn, uanset om det er ét tal eller to.",
            "Put the number in quotation marks, whether it is one number or two.",
        ),
        Fault::TwoGoals { .. } => {
            ("Ret rækken, så den kun nævner ét mål.", "Correct the row so that it names one goal only.")
        }
        Fault::NoGoal => ("Skriv målets navn eller id.", "Write the goal's name or id."),
        Fault::UnknownGoal { suggestion: Some(word), .. }
        | Fault::UnknownPart { suggestion: Some(word), .. } => return Some(did_you_mean(word, lang)),
        Fault::UnknownGoal { .. } => (
            "Skriv målets id eller navn, som det står i kontrakten.",
            "Write the goal's id or name as the contract has it.",
        ),
        Fault::AmbiguousGoal { .. } => ("Skriv målets id i stedet.", "Write the goal's id instead."),
        Fault::UnknownPart { .. } => (
            "Skriv delens id eller navn, som det står i kontrakten.",
            "Write the part's id or name as the contract has it.",
        ),
        Fault::PartMissing { goal, parts } => return Some(part_hint(goal, parts, lang)),
        Fault::GoalIsUndetermined { .. } => {
            ("Fastlæg måltallet på siden først.", "Fix the target on the page first.")
        }
        Fault::NotAPeriod { .. } | Fault::NoPeriod => (
            "Skriv for eksempel 2009, 2009-12, 4. kvartal 2009 eller december 2009.",
            "Write for instance 2009, 2009-12, 4th quarter of 2009 or December 2009.",
        ),
        Fault::NotANumber { .. } => {
            ("Skriv tallet med cifre og uden enhed.", "Write the number in digits and without its unit.")
        }
        Fault::AmbiguousNumber { .. } => (
            "Skriv det uden punktum og komma mellem tusinderne.",
            "Write it without a point or comma between the thousands.",
        ),
        Fault::NotADate { .. } => {
            ("Skriv datoen som 2009-06-30 eller 30.06.2009.", "Write the date as 2009-06-30 or 30 June 2009.")
        }
        Fault::NotYesOrNo { .. } => ("Skriv ja eller nej.", "Write yes or no."),
        Fault::Conflict { .. } => (
            "Ingen af dem overføres. Slet den række, der ikke gælder.",
            "Neither is taken over. Delete the row that does not count.",
        ),
        Fault::GoalIsJudged { .. } | Fault::GoalHasLapsed { .. } => return None,
    };
    Some(pick(lang, da, en).to_owned())
}

fn part_hint(goal: &str, parts: &[String], lang: Lang) -> String {
    let parts = together(parts, lang);
    pick(
        lang,
        format!("Skriv delen efter målet, for eksempel »{goal} › del«. Delene er {parts}."),
        format!("Write the part behind the goal, such as “{goal} › part”. The parts are {parts}."),
    )
}
