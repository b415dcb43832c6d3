//! Words for what may be meant and may be a mistake.

use super::{clause, quoted};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::findings::Doubt;
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::date::{format_date, format_period};
use crate::i18n::number::format_number;

pub(super) fn message(doubt: &Doubt, lang: Lang) -> String {
    let number = |value: &Decimal| format_number(*value, lang);
    let time = |period: &Period| format_period(*period, lang);
    match (doubt, lang) {
        (Doubt::HistoryJumps { name, before, from, after, to, place }, Da) => {
            let (before, after, at) = (time(before), time(after), clause(place));
            let (from, to) = (number(from), number(to));
            format!(
                "{name}: tallet springer fra {from} i {before} til {to} i {after}, ti gange eller mere{at}."
            )
        }
        (Doubt::HistoryJumps { name, before, from, after, to, place }, En) => {
            let (before, after, at) = (time(before), time(after), clause(place));
            let (from, to) = (number(from), number(to));
            format!(
                "{name}: the figure jumps from {from} in {before} to {to} in {after}, tenfold or more{at}."
            )
        }
        (Doubt::LabelTwice { label, first, second }, Da) => {
            let [label, first, second] = [label, first, second].map(|text| quoted(text, lang));
            format!("Både {first} og {second} hedder {label}.")
        }
        (Doubt::LabelTwice { label, first, second }, En) => {
            let [label, first, second] = [label, first, second].map(|text| quoted(text, lang));
            format!("Both {first} and {second} are called {label}.")
        }
        (Doubt::HistoryAfterPeriod { name, latest_in, period, place }, Da) => {
            let (latest_in, to) = (time(latest_in), format_date(period.to, lang));
            format!(
                "{name}: udviklingen har et tal for {latest_in}, men kontrakten slutter {to}{}.",
                clause(place)
            )
        }
        (Doubt::HistoryAfterPeriod { name, latest_in, period, place }, En) => {
            let (latest_in, to) = (time(latest_in), format_date(period.to, lang));
            format!(
                "{name}: the history has a figure for {latest_in}, but the contract ends on {to}{}.",
                clause(place)
            )
        }
        (Doubt::TargetAlreadyMet { name, target, latest_in, latest, place }, Da) => {
            let (target, latest) = (number(target), number(latest));
            format!(
                "{name}: målet {target} er allerede nået med {latest} i {}{}.",
                time(latest_in),
                clause(place)
            )
        }
        (Doubt::TargetAlreadyMet { name, target, latest_in, latest, place }, En) => {
            let (target, latest) = (number(target), number(latest));
            let at = clause(place);
            format!("{name}: the target {target} was already reached by {latest} in {}{at}.", time(latest_in))
        }
        (
            Doubt::TargetBeyondHistory { name, target, latest_in, latest, distance, years, largest, place },
            Da,
        ) => {
            let (target, latest, distance) = (number(target), number(latest), number(distance));
            let (latest_in, largest, at) = (time(latest_in), number(largest), clause(place));
            let time = if *years > 1 { format!("; der er {years} år til målet") } else { String::new() };
            format!(
                "{name}: målet {target} ligger {distance} fra tallet for {latest_in}, {latest}. Den største ændring på et år har hidtil været {largest}{time}{at}."
            )
        }
        (
            Doubt::TargetBeyondHistory { name, target, latest_in, latest, distance, years, largest, place },
            En,
        ) => {
            let (target, latest, distance) = (number(target), number(latest), number(distance));
            let (latest_in, largest, at) = (time(latest_in), number(largest), clause(place));
            let time = if *years > 1 { format!("; there are {years} years to go") } else { String::new() };
            format!(
                "{name}: the target {target} lies {distance} from the figure of {latest_in}, {latest}. The largest change within a year was {largest}{time}{at}."
            )
        }
        (Doubt::ReportOutsidePeriod { name, date, period, place }, Da) => {
            let (from, to) = (format_date(period.from, lang), format_date(period.to, lang));
            let date = format_date(*date, lang);
            format!("{name}: {date} ligger langt fra kontraktens periode {from}–{to}{}.", clause(place))
        }
        (Doubt::ReportOutsidePeriod { name, date, period, place }, En) => {
            let (from, to) = (format_date(period.from, lang), format_date(period.to, lang));
            let date = format_date(*date, lang);
            format!("{name}: {date} lies far from the contract's period {from}–{to}{}.", clause(place))
        }
    }
}

pub(super) fn why(doubt: &Doubt, lang: Lang) -> &'static str {
    let (da, en) = match doubt {
        Doubt::HistoryJumps { .. } => (
            "Ofte er et komma eller punktum sat forkert, og så er udviklingen forkert.",
            "Often a decimal mark is misplaced, and then the development is wrong.",
        ),
        Doubt::LabelTwice { .. } => (
            "Det kan ikke ses, hvilket af dem der menes, når navnet bruges.",
            "Where the name is used it cannot be seen which of them is meant.",
        ),
        Doubt::HistoryAfterPeriod { .. } => (
            "Udviklingen er det, der var kendt, da kontrakten blev skrevet; resultater hører til i vurderingen.",
            "The history is what was known when the contract was written; results belong in the assessment.",
        ),
        Doubt::TargetAlreadyMet { .. } => (
            "Et mål, der er nået på forhånd, kræver ingen indsats.",
            "A target that is reached beforehand asks for no effort.",
        ),
        Doubt::TargetBeyondHistory { .. } => (
            "Så stor en ændring er ikke set før; enten er målet meget svært, eller også er tallet forkert.",
            "So large a change was not seen before; either the target is very hard, or the figure is wrong.",
        ),
        Doubt::ReportOutsidePeriod { .. } => (
            "En status, der kommer på et forkert tidspunkt, kan ikke bruges til at styre efter.",
            "A status that comes at the wrong time is of no use for steering.",
        ),
    };
    if lang == Da { da } else { en }
}

pub(super) fn hint(doubt: &Doubt, lang: Lang) -> &'static str {
    let (da, en) = match doubt {
        Doubt::HistoryJumps { .. } => (
            "Se efter i kilden, om begge tal er skrevet rigtigt af.",
            "Look in the source whether both figures are copied rightly.",
        ),
        Doubt::LabelTwice { .. } => {
            ("Giv hvert mål sin egen betegnelse.", "Give each goal a label of its own.")
        }
        Doubt::HistoryAfterPeriod { .. } => (
            "Ret tallets periode, eller flyt tallet til vurderingen.",
            "Correct the period of the figure, or move the figure to the assessment.",
        ),
        Doubt::TargetAlreadyMet { .. } => (
            "Stram målet. Er det meningen, at niveauet skal holdes, kan målet blive stående.",
            "Tighten the target. If the level is meant to be kept, the target can stay as it is.",
        ),
        Doubt::TargetBeyondHistory { .. } => (
            "Se efter, om tallet er rigtigt, og om der er aftalt noget, der kan gøre forskellen.",
            "Look whether the figure is right, and whether something is agreed that can make the difference.",
        ),
        Doubt::ReportOutsidePeriod { .. } => {
            ("Se efter, om datoens årstal er rigtigt.", "Look whether the year of the date is right.")
        }
    };
    if lang == Da { da } else { en }
}
