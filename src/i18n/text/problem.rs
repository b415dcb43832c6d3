//! What is wrong with what stands in a field, as a sentence that names the correction.

use super::pick;
use crate::domain::address::ReportedField;
use crate::domain::number::Decimal;
use crate::domain::objection::ObjectionKind;
use crate::domain::plausible::Implausible;
use crate::i18n::Lang;
use crate::i18n::date::{DateProblem, format_date, format_period};
use crate::i18n::number::{NumberProblem, format_count, format_number};

/// What to do about a text that is not read as a number.
pub fn number_problem(problem: NumberProblem, lang: Lang) -> String {
    match problem {
        NumberProblem::Ambiguous { grouped, decimal } => {
            let [one, other] = [grouped, decimal].map(|value| format_number(value, lang));
            pick(
                lang,
                format!("Vælg, hvad du mener: {one} eller {other}?"),
                format!("Choose what you mean: {one} or {other}?"),
            )
        }
        NumberProblem::Misgrouped { joined } => {
            let joined = format_number(joined, lang);
            pick(lang, format!("Skriv tallet som {joined}"), format!("Write the number as {joined}"))
        }
        NumberProblem::TooLong => pick(
            lang,
            "Skriv højst 15 cifre før kommaet og 9 efter",
            "Write at most 15 digits before the decimal point and 9 after it",
        )
        .to_owned(),
        NumberProblem::PartsOfOere => {
            pick(lang, "Skriv beløbet med højst to decimaler", "Write the amount with two decimals at most")
                .to_owned()
        }
        NumberProblem::NotANumber => {
            let example = crate::domain::number::Decimal::new(12345, 1);
            let example = format_number(example, lang);
            pick(lang, format!("Skriv et tal som {example}"), format!("Write a number such as {example}"))
        }
    }
}

/// `er langt fra 32.533`: why a figure can hardly be meant, behind the figure.
pub fn implausible(why: Implausible, lang: Lang) -> String {
    let number = |value: Decimal| format_number(value, lang);
    match why {
        Implausible::FarOff { known } => {
            let known = number(known);
            pick(lang, format!("er langt fra {known}"), format!("is far from {known}"))
        }
        Implausible::Unusual { min, max } => {
            let (min, max) = (number(min), number(max));
            pick(
                lang,
                format!("ligger uden for det sædvanlige, {min}–{max}"),
                format!("lies outside the usual {min}–{max}"),
            )
        }
        fixed => {
            let (da, en) = match fixed {
                Implausible::Negative => {
                    ("er under 0, og det er ingen kendte tal", "is below 0, and no known figure is")
                }
                Implausible::Fraction => {
                    ("har decimaler, og det har ingen kendte tal", "has decimals, and no known figure has")
                }
                Implausible::AboveHundred => ("er en andel på over 100", "is a share above 100"),
                _ => (
                    "er en regulering, som aftalen ikke giver mulighed for",
                    "is an adjustment that the agreement does not allow",
                ),
            };
            pick(lang, da, en).to_owned()
        }
    }
}

/// What to ask about a figure that can hardly be meant.
pub fn unlikely(value: Decimal, why: Implausible, likely: &[Decimal], lang: Lang) -> String {
    let said = format!("{} {}", format_number(value, lang), implausible(why, lang));
    let or = pick(lang, " eller ", " or ");
    let meant = likely.iter().map(|value| format_number(*value, lang)).collect::<Vec<_>>().join(or);
    if meant.is_empty() {
        return pick(lang, format!("{said}. Er tallet rigtigt?"), format!("{said}. Is the figure right?"));
    }
    pick(lang, format!("{said}. Mente du {meant}?"), format!("{said}. Did you mean {meant}?"))
}

/// `26,21 er rigtigt`: the button that lets an unlikely figure count.
pub fn is_right(value: Decimal, lang: Lang) -> String {
    let value = format_number(value, lang);
    pick(lang, format!("{value} er rigtigt"), format!("{value} is right"))
}

/// What to do about a text that is not read as a date.
pub fn date_problem(problem: DateProblem, lang: Lang) -> String {
    let (da, en) = match problem {
        DateProblem::ShortYear => (
            "Skriv årstallet med fire cifre, som 30.06.2009",
            "Write the year with four digits, as in 30 June 2009",
        ),
        DateProblem::NoYear => {
            ("Skriv også årstallet, som 30.06.2009", "Write the year as well, as in 30 June 2009")
        }
        DateProblem::NoSuchDay => (
            "Den dag findes ikke. Skriv en dag i kalenderen, som 30.06.2009",
            "There is no such day. Write a day of the calendar, as in 30 June 2009",
        ),
        DateProblem::NotADate => ("Skriv datoen som 30.06.2009", "Write the date as 30 June 2009"),
        DateProblem::Either(days) => {
            let [one, other] = days.map(|day| format_date(day, lang));
            return pick(
                lang,
                format!("Vælg, hvad du mener: {one} eller {other}?"),
                format!("Choose what you mean: {one} or {other}?"),
            );
        }
        DateProblem::Period { period, last } => {
            let (period, last) = (format_period(period, lang), format_date(last, lang));
            return pick(
                lang,
                format!("Skriv dagen. Den sidste dag i {period} er {last}"),
                format!("Write the day. The last day of {period} is {last}"),
            );
        }
    };
    pick(lang, da, en).to_owned()
}

/// What to do about a text that is not read as a period.
pub fn period_problem(lang: Lang) -> &'static str {
    pick(
        lang,
        "Skriv perioden som 2009, 4. kvartal 2009 eller december 2009",
        "Write the period as 2009, 4th quarter of 2009 or December 2009",
    )
}

/// What to do about more points than a file may say.
pub fn too_many_points(most: Decimal, lang: Lang) -> String {
    let most = format_number(most, lang);
    pick(lang, format!("Skriv højst {most} point"), format!("Write {most} points at most"))
}

/// What to do about a text that is longer than a file may have.
pub fn too_long(most: usize, lang: Lang) -> String {
    let most = format_count(most, lang);
    pick(
        lang,
        format!("Forkort teksten til højst {most} tegn"),
        format!("Shorten the text to {most} characters at most"),
    )
}

/// What to fill in where a field is empty that others need.
pub fn missing(lang: Lang) -> &'static str {
    pick(lang, "Udfyld feltet, så måltallet kan regnes med", "Fill this in, so that the target can count")
}

/// What the calculation objects to, and what to do about it.
pub fn objection(kind: &ObjectionKind, lang: Lang) -> String {
    let fixed = |da: &str, en: &str| pick(lang, da.to_owned(), en.to_owned());
    match kind {
        ObjectionKind::Unknown => fixed(
            "Kontrakten kender det ikke, så det regnes ikke med",
            "The contract does not know this, so it does not count",
        ),
        ObjectionKind::OtherKind { wanted } => {
            let wanted = wanted_name(*wanted, lang);
            pick(
                lang,
                format!("Kravet besvares med {wanted}; dette regnes ikke med"),
                format!("The target is answered with {wanted}; this does not count"),
            )
        }
        ObjectionKind::OutsideRange { min, max } => {
            let (min, max) = (format_number(min.0, lang), format_number(max.0, lang));
            pick(
                lang,
                format!("Skriv et tal fra {min} til {max}"),
                format!("Write a number from {min} to {max}"),
            )
        }
        ObjectionKind::NoReason => fixed("Skriv en begrundelse", "Write a reason"),
        ObjectionKind::NotAgreed => fixed(
            "Den tæller med, men aftalen giver ikke mulighed for den",
            "It counts, but the agreement does not allow for it",
        ),
        ObjectionKind::OutsidePayPeriod { from, to } => {
            let (from, to) = (format_date(*from, lang), format_date(*to, lang));
            pick(
                lang,
                format!("Skriv en dag fra {from} til {to}"),
                format!("Write a day from {from} to {to}"),
            )
        }
        ObjectionKind::OutsideYears { from, to } => pick(
            lang,
            format!("Datoen tæller med, men ligger uden for {from}–{to}. Kontrollér året"),
            format!("The date counts, but lies outside {from}–{to}. Check the year"),
        ),
        ObjectionKind::ContractDecides => fixed(
            "Kontrakten har selv tallet. Ryd feltet",
            "The contract has a figure of its own. Clear the field",
        ),
        ObjectionKind::TargetIsFixed => fixed(
            "Kontrakten har allerede et krav her. Fjern måltallet",
            "The contract has a target here already. Remove this one",
        ),
        ObjectionKind::RuleDoesNotFit => fixed(
            "Målets regel kan ikke bruges på dette krav. Ret måltallet",
            "The goal's rule cannot score this target. Correct the target",
        ),
        ObjectionKind::Negative => {
            fixed("Skriv et tal, der ikke er under nul", "Write a number that is not below zero")
        }
        ObjectionKind::TooLarge => fixed(
            "Tallet er for stort til at blive regnet nøjagtigt. Skriv et mindre tal",
            "The number is too large to be worked out exactly. Write a smaller one",
        ),
    }
}

fn wanted_name(field: ReportedField, lang: Lang) -> &'static str {
    match field {
        ReportedField::Value | ReportedField::Baseline => pick(lang, "et tal", "a figure"),
        ReportedField::Date => pick(lang, "en dato", "a date"),
        ReportedField::Period => pick(lang, "en periode", "a period"),
        ReportedField::Done | ReportedField::Final => pick(lang, "ja eller nej", "yes or no"),
        ReportedField::Points => pick(lang, "point", "points"),
        ReportedField::Reason => pick(lang, "en begrundelse", "a reason"),
        ReportedField::Parts => pick(lang, "et svar for hver del", "an answer for each part"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_correction_in_the_language_s_own_numbers() {
        let problem = NumberProblem::Ambiguous { grouped: 26210.into(), decimal: "26.21".parse().unwrap() };
        assert_eq!(number_problem(problem, Lang::Da), "Vælg, hvad du mener: 26.210 eller 26,21?");
        assert_eq!(number_problem(NumberProblem::NotANumber, Lang::En), "Write a number such as 1,234.5");
        assert_eq!(date_problem(DateProblem::NotADate, Lang::Da), "Skriv datoen som 30.06.2009");
    }
}
