//! Words for what does not add up in the budget and in stated totals.

use super::{clause, did_you_mean, quoted, together};
use crate::domain::number::Decimal;
use crate::findings::Imbalance as Found;
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::date::format_period;
use crate::i18n::number::format_number;

pub(super) fn message(found: &Found, lang: Lang) -> String {
    let number = |value: &Decimal| format_number(*value, lang);
    match (found, lang) {
        (Found::UnknownLine { id, .. }, Da) => {
            format!("Budgettet har ikke nogen linje {}.", quoted(id, lang))
        }
        (Found::UnknownLine { id, .. }, En) => format!("The budget has no line {}.", quoted(id, lang)),
        (Found::CircularLines { ids }, Da) => {
            format!("Budgettets linjer {} er dele af hinanden i en ring.", together(ids, lang))
        }
        (Found::CircularLines { ids }, En) => {
            format!("The budget lines {} are parts of each other in a circle.", together(ids, lang))
        }
        (Found::PartsExceed { title, period, value, parts, place }, Da) => {
            let (title, period) = (quoted(title, lang), format_period(*period, lang));
            format!(
                "{title}, {period}: delene giver {} tilsammen, men linjen siger {}{}.",
                number(parts),
                number(value),
                clause(place)
            )
        }
        (Found::PartsExceed { title, period, value, parts, place }, En) => {
            let (title, period) = (quoted(title, lang), format_period(*period, lang));
            format!(
                "{title}, {period}: the parts are {} together, but the line says {}{}.",
                number(parts),
                number(value),
                clause(place)
            )
        }
        (Found::PeriodWithoutColumn { title, period, place }, Da) => {
            let (title, period) = (quoted(title, lang), format_period(*period, lang));
            format!(
                "{title} har et tal for {period}, men budgettet har ingen kolonne for det{}.",
                clause(place)
            )
        }
        (Found::PeriodWithoutColumn { title, period, place }, En) => {
            let (title, period) = (quoted(title, lang), format_period(*period, lang));
            format!(
                "{title} has a figure for {period}, but the budget has no column for it{}.",
                clause(place)
            )
        }
        (Found::PartWithoutWhole { title, whole, period, value, place }, Da) => {
            let (title, whole) = (quoted(title, lang), quoted(whole, lang));
            let (value, period) = (number(value), format_period(*period, lang));
            format!("{title} er {value} i {period}, men {whole} har intet tal for det{}.", clause(place))
        }
        (Found::PartWithoutWhole { title, whole, period, value, place }, En) => {
            let (title, whole) = (quoted(title, lang), quoted(whole, lang));
            let (value, period) = (number(value), format_period(*period, lang));
            format!("{title} is {value} in {period}, but {whole} has no figure for it{}.", clause(place))
        }
        (Found::SumDiffers { title, total, parts, complete, place }, Da) => {
            let (title, parts, total) = (quoted(title, lang), number(parts), number(total));
            let said = if *complete {
                format!("delene giver {parts} tilsammen, men totalen siger {total}")
            } else {
                format!("de nævnte dele giver {parts} tilsammen, og det er mere end totalen {total}")
            };
            format!("{title}: {said}{}.", clause(place))
        }
        (Found::SumDiffers { title, total, parts, complete, place }, En) => {
            let (title, parts, total) = (quoted(title, lang), number(parts), number(total));
            let said = if *complete {
                format!("the parts are {parts} together, but the total says {total}")
            } else {
                format!("the named parts are {parts} together, which is more than the total {total}")
            };
            format!("{title}: {said}{}.", clause(place))
        }
    }
}

pub(super) fn why(found: &Found, lang: Lang) -> &'static str {
    let (da, en) = match found {
        Found::UnknownLine { .. } | Found::CircularLines { .. } => (
            "Det kan ikke efterregnes, hvad linjen er en del af.",
            "It cannot be worked out what the line is a part of.",
        ),
        Found::PartsExceed { .. } => (
            "En af bevillingerne er forkert, eller penge er talt med to gange.",
            "One of the amounts is wrong, or money is counted twice.",
        ),
        Found::PeriodWithoutColumn { .. } => (
            "Tallet hører måske til et andet år, eller en kolonne mangler.",
            "The figure may belong to another year, or a column is missing.",
        ),
        Found::PartWithoutWhole { .. } => (
            "En del kan ikke have penge i et år, hvor det hele ingen har.",
            "A part cannot have money in a year where the whole has none.",
        ),
        Found::SumDiffers { .. } => (
            "Enten er totalen forkert, eller også mangler der en del eller er talt en for meget.",
            "Either the total is wrong, or a part is missing or counted too often.",
        ),
    };
    if lang == Da { da } else { en }
}

pub(super) fn hint(found: &Found, lang: Lang) -> String {
    let (da, en) = match found {
        Found::UnknownLine { suggestion: Some(meant), .. } => return did_you_mean(meant, lang),
        Found::UnknownLine { suggestion: None, .. } => (
            "Giv den linje, som denne er en del af, et »id«, og skriv det her.",
            "Give the line that this one is part of an “id”, and write it here.",
        ),
        Found::CircularLines { .. } => (
            "Fjern »part_of« på en af linjerne, så ringen brydes.",
            "Remove “part_of” from one of the lines, so that the circle is broken.",
        ),
        Found::PartsExceed { .. } => (
            "Ret linjen eller delene efter dokumentet; er en del talt med to steder, hører den kun til ét.",
            "Correct the line or its parts from the document; a part that is counted twice belongs in one place.",
        ),
        Found::PeriodWithoutColumn { .. } => (
            "Ret tallets periode, eller tilføj kolonnen under »columns«.",
            "Correct the period of the figure, or add the column under “columns”.",
        ),
        Found::PartWithoutWhole { .. } => (
            "Skriv linjens tal for perioden, eller ret delens periode.",
            "Write the line's figure for the period, or correct the period of the part.",
        ),
        Found::SumDiffers { complete: true, .. } => (
            "Ret totalen eller delene; mangler der dele, så skriv »complete«: false.",
            "Correct the total or the parts; where parts are missing, write “complete”: false.",
        ),
        Found::SumDiffers { complete: false, .. } => (
            "Ret totalen eller delene; nogle af delene kan ikke være mere end det hele.",
            "Correct the total or the parts; some of the parts cannot be more than the whole.",
        ),
    };
    if lang == Da { da } else { en }.to_owned()
}
