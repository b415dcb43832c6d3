//! What is wrong with what stands in a field, as a sentence that names the correction.

use crate::domain::address::ReportedField;
use crate::domain::number::Decimal;
use crate::domain::objection::ObjectionKind;
use crate::domain::plausible::Implausible;
use crate::i18n::Words;
use crate::i18n::date::DateProblem;
use crate::i18n::number::NumberProblem;

impl Words {
    /// What to do about a weight in percent.
    pub fn percent_of_points(self) -> &'static str {
        self.pick(
            "Skriv vægten i point. Procent er kun det samme, hvor der er 100 point i alt",
            "Write the weight in points. Percent is the same only where there are 100 points in all",
        )
    }

    /// What to do about a text that is not read as a number.
    pub fn number_problem(self, problem: NumberProblem) -> String {
        match problem {
            NumberProblem::Ambiguous { grouped, decimal } => {
                let [one, other] = [grouped, decimal].map(|value| self.number(value));
                self.pick(
                    format!("Vælg, hvad du mener: {one} eller {other}?"),
                    format!("Choose what you mean: {one} or {other}?"),
                )
            }
            NumberProblem::Misgrouped { joined } => {
                let joined = self.number(joined);
                self.pick(format!("Skriv tallet som {joined}"), format!("Write the number as {joined}"))
            }
            NumberProblem::TooLong => self
                .pick(
                    "Skriv højst 15 cifre før kommaet og 9 efter",
                    "Write at most 15 digits before the decimal point and 9 after it",
                )
                .to_owned(),
            NumberProblem::PartsOfOere => self
                .pick("Skriv beløbet med højst to decimaler", "Write the amount with two decimals at most")
                .to_owned(),
            NumberProblem::NotANumber => {
                let example = crate::domain::number::Decimal::new(12345, 1);
                let example = self.number(example);
                self.pick(format!("Skriv et tal som {example}"), format!("Write a number such as {example}"))
            }
        }
    }

    /// `er langt fra 32.533`: why a figure can hardly be meant, behind the figure.
    pub fn implausible_figure(self, why: Implausible) -> String {
        let number = |value: Decimal| self.number(value);
        match why {
            Implausible::FarOff { known } => {
                let known = number(known);
                self.pick(format!("er langt fra {known}"), format!("is far from {known}"))
            }
            Implausible::Unusual { min, max } => {
                let (min, max) = (number(min), number(max));
                self.pick(
                    format!("ligger uden for det sædvanlige, {min}–{max}"),
                    format!("lies outside the usual {min}–{max}"),
                )
            }
            Implausible::Counted { figure } => {
                let figure = number(figure);
                self.pick(
                    format!("giver resultatet {figure}, som næppe er rigtigt"),
                    format!("gives the result {figure}, which can hardly be right"),
                )
            }
            fixed => {
                let (da, en) = match fixed {
                    Implausible::Negative => {
                        ("er under 0, og det er ingen kendte tal", "is below 0, and no known figure is")
                    }
                    Implausible::Fraction => (
                        "har decimaler, og det har ingen kendte tal",
                        "has decimals, and no known figure has",
                    ),
                    Implausible::AboveHundred => ("er en andel på over 100", "is a share above 100"),
                    _ => (
                        "er en regulering, som aftalen ikke giver mulighed for",
                        "is an adjustment that the agreement does not allow",
                    ),
                };
                self.pick(da, en).to_owned()
            }
        }
    }

    /// What to ask about a figure that can hardly be meant.
    pub fn unlikely_figure(self, value: Decimal, why: Implausible, likely: &[Decimal]) -> String {
        let said = format!("{} {}", self.number(value), self.implausible_figure(why));
        let or = self.pick(" eller ", " or ");
        let meant = likely.iter().map(|value| self.number(*value)).collect::<Vec<_>>().join(or);
        if meant.is_empty() {
            return self.pick(format!("{said}. Er tallet rigtigt?"), format!("{said}. Is the figure right?"));
        }
        self.pick(format!("{said}. Mente du {meant}?"), format!("{said}. Did you mean {meant}?"))
    }

    /// `26,21 er rigtigt`: the button that lets an unlikely figure count.
    pub fn figure_is_right(self, value: Decimal) -> String {
        let value = self.number(value);
        self.pick(format!("{value} er rigtigt"), format!("{value} is right"))
    }

    /// What to do about a text that is not read as a date.
    pub fn date_problem(self, problem: DateProblem) -> String {
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
                let [one, other] = days.map(|day| self.date(day));
                return self.pick(
                    format!("Vælg, hvad du mener: {one} eller {other}?"),
                    format!("Choose what you mean: {one} or {other}?"),
                );
            }
            DateProblem::Period { period, last } => {
                let (period, last) = (self.period(period), self.date(last));
                return self.pick(
                    format!("Skriv dagen. Den sidste dag i {period} er {last}"),
                    format!("Write the day. The last day of {period} is {last}"),
                );
            }
        };
        self.pick(da, en).to_owned()
    }

    /// What to do about a text that is not read as a period.
    pub fn period_problem(self) -> &'static str {
        self.pick(
            "Skriv perioden som 2009, 4. kvartal 2009 eller december 2009",
            "Write the period as 2009, 4th quarter of 2009 or December 2009",
        )
    }

    /// What to do about more points than a file may say.
    pub fn too_many_points(self, most: Decimal) -> String {
        let most = self.number(most);
        self.pick(format!("Skriv højst {most} point"), format!("Write {most} points at most"))
    }

    /// What to do about a text that is longer than a file may have.
    pub fn text_too_long(self, most: usize) -> String {
        let most = self.count(most);
        self.pick(
            format!("Forkort teksten til højst {most} tegn"),
            format!("Shorten the text to {most} characters at most"),
        )
    }

    /// What to fill in where a field is empty that others need.
    pub fn field_missing(self) -> &'static str {
        self.pick("Udfyld feltet, så måltallet kan regnes med", "Fill this in, so that the target can count")
    }

    fn number_between(self, min: Decimal, max: Decimal) -> String {
        let (min, max) = (self.number(min), self.number(max));
        self.pick(format!("Skriv et tal fra {min} til {max}"), format!("Write a number from {min} to {max}"))
    }

    /// What the calculation objects to, and what to do about it.
    pub fn objection(self, kind: &ObjectionKind) -> String {
        match kind {
            ObjectionKind::OtherKind { wanted } => {
                let wanted = self.wanted_name(*wanted);
                self.pick(
                    format!("Kravet besvares med {wanted}; dette regnes ikke med"),
                    format!("The target is answered with {wanted}; this does not count"),
                )
            }
            ObjectionKind::OutsideRange { min, max } => self.number_between(min.0, max.0),
            ObjectionKind::OutsideBounds { min, max } => self.number_between(*min, *max),
            ObjectionKind::OutsidePayPeriod { from, to } => {
                let (from, to) = (self.date(*from), self.date(*to));
                self.pick(
                    format!("Skriv en dag fra {from} til {to}"),
                    format!("Write a day from {from} to {to}"),
                )
            }
            ObjectionKind::OutsideYears { from, to } => self.pick(
                format!("Datoen tæller med, men ligger uden for {from}–{to}. Kontrollér året"),
                format!("The date counts, but lies outside {from}–{to}. Check the year"),
            ),
            fixed => self.fixed_objection(fixed).to_owned(),
        }
    }

    /// The objections whose sentence names no figure.
    fn fixed_objection(self, kind: &ObjectionKind) -> &'static str {
        let (da, en) = match kind {
            ObjectionKind::Unknown => (
                "Kontrakten kender det ikke, så det regnes ikke med",
                "The contract does not know this, so it does not count",
            ),
            ObjectionKind::NothingCounted => (
                "Skriv et tal over 0. Der kan ikke deles med 0",
                "Write a number above 0. Nothing can be divided by 0",
            ),
            ObjectionKind::FigureGiven => (
                "Der står også et resultat, og det tæller. Ryd det ene",
                "There is a result as well, and that counts. Clear one of them",
            ),
            ObjectionKind::UnknownLevel => (
                "Skalaen har ikke dette niveau. Vælg et andet",
                "The scale has no such level. Choose another",
            ),
            ObjectionKind::NoReason => ("Skriv en begrundelse", "Write a reason"),
            ObjectionKind::ReasonOfOther => (
                "Vurderingen er ændret. Skriv en egen begrundelse, eller bekræft denne",
                "The judgement was changed. Write a reason of your own, or confirm this one",
            ),
            ObjectionKind::NotAgreed => (
                "Den tæller med, men aftalen giver ikke mulighed for den",
                "It counts, but the agreement does not allow for it",
            ),
            ObjectionKind::ContractDecides => (
                "Kontrakten har selv tallet. Ryd feltet",
                "The contract has a figure of its own. Clear the field",
            ),
            ObjectionKind::TargetIsFixed => (
                "Kontrakten har allerede et krav her. Fjern måltallet",
                "The contract has a target here already. Remove this one",
            ),
            ObjectionKind::RuleDoesNotFit => (
                "Målets regel kan ikke bruges på dette krav. Ret måltallet",
                "The goal's rule cannot score this target. Correct the target",
            ),
            ObjectionKind::Negative => {
                ("Skriv et tal, der ikke er under nul", "Write a number that is not below zero")
            }
            _ => (
                "Tallet er for stort til at blive regnet nøjagtigt. Skriv et mindre tal",
                "The number is too large to be worked out exactly. Write a smaller one",
            ),
        };
        self.pick(da, en)
    }

    fn wanted_name(self, field: ReportedField) -> &'static str {
        match field {
            ReportedField::Value
            | ReportedField::Numerator
            | ReportedField::Denominator
            | ReportedField::Baseline
            | ReportedField::Reading(_) => self.pick("et tal", "a figure"),
            ReportedField::Date => self.pick("en dato", "a date"),
            ReportedField::Period => self.pick("en periode", "a period"),
            ReportedField::Done | ReportedField::Final => self.pick("ja eller nej", "yes or no"),
            ReportedField::Points => self.pick("point", "points"),
            ReportedField::Level => self.pick("et niveau", "a level"),
            ReportedField::Reason => self.pick("en begrundelse", "a reason"),
            ReportedField::Parts => self.pick("et svar for hver del", "an answer for each part"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_correction_in_the_language_s_own_numbers() {
        let problem = NumberProblem::Ambiguous { grouped: 26210.into(), decimal: "26.21".parse().unwrap() };
        assert_eq!(Words::DANISH.number_problem(problem), "Vælg, hvad du mener: 26.210 eller 26,21?");
        assert_eq!(
            Words::ENGLISH.number_problem(NumberProblem::NotANumber),
            "Write a number such as 1,234.5"
        );
        assert_eq!(Words::DANISH.date_problem(DateProblem::NotADate), "Skriv datoen som 30.06.2009");
    }
}
