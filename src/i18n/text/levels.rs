//! Texts of goals that serve goals of other contracts.

use crate::domain::number::{Decimal, Span};
use crate::domain::rollup::{NotCombined, RollupStep};
use crate::i18n::Words;

use super::figure::range;

texts! {
    /// Texts of goals that serve goals of other contracts.
    LevelText {
        Heading: "Mål, der tjener et mål", "Goals that serve a goal";
        Contribution: "Bidrag", "Contribution";
        Requirement: "Krav", "Target";
        Result: "Resultat", "Result";
        Status: "Status", "Status";
        Agrees: "Stemmer det?", "Does it agree?";
        NoFile: "ingen fil", "no file";
        Counted: "regnet med", "counted";
        Beside: "står ved siden af", "stands beside";
        OtherTime: "andet år eller anden periode: ikke lagt sammen", "another year or period: not combined";
        OtherUnit: "anden enhed: ikke lagt sammen", "another unit: not combined";
        NoFigure: "tallet mangler", "the figure is missing";
        NoWeight: "vægten mangler", "the weight is missing";
        Lapsed: "bortfaldet", "lapsed";
        NotTakenOver: "lagt sammen af andre bidrag og ikke taget over", "combined from other contributions and not taken over";
        InCircle: "bidrager i ring: ikke lagt sammen", "contributes in a circle: not combined";
        Sum: "Sum", "Sum";
        Mean: "Gennemsnit", "Mean";
        WeightedMean: "Vejet gennemsnit", "Weighted mean";
        MetShare: "Andel opfyldte mål", "Share of goals met";
        AllMet: "Alle opfyldt", "All met";
        DoesNotFit: "Bidragene lægges ikke sammen: det, der kommer ud, er ikke det, som kravet spørger om.", "The contributions are not combined: what comes out is not what the target asks for.";
        Nothing: "Der er ingen bidrag at lægge sammen.", "There are no contributions to combine.";
        TooLarge: "Tallene kan ikke lægges nøjagtigt sammen.", "The figures cannot be combined exactly.";
        SameAsResult: "Det er målets resultat.", "It is the goal’s result.";
        IsProvisional: "Tallet bygger på bidrag, der selv er lagt sammen og ikke taget over. Tag dem over først.", "The figure rests on contributions that are combined themselves and not taken over. Take them over first.";
        TakeOverHint: "Sagen åbnes med tallet som kladde. Intet er gemt, før du gemmer det, og Fortryd tager det tilbage.", "The case opens with the figure as a draft. Nothing is saved until you save it, and Undo takes it back.";
        AllMetResult: "Alle bidrag er opfyldt", "All contributions are met";
        NotAllMetResult: "Ikke alle bidrag er opfyldt", "Not all contributions are met";
    }
}

/// How many figures of a calculation are written out; of more the first.
const WRITTEN: usize = 12;

impl Words {
    /// `Regnet med` of a goal that asks for something else: `kravet er et andet: højst 26.000 ledige`.
    pub fn asks_otherwise(self, requirement: &str) -> String {
        self.pick(
            format!("samme mål, men dér: {requirement}"),
            format!("the same goal, but there: {requirement}"),
        )
    }

    /// `1 af 2 kendte bidrag opfyldt · 1 kontrakt mangler i mappen`.
    pub fn contributions_met(self, met: usize, known: usize, missing: usize) -> String {
        let [met, known] = [met, known].map(|count| self.count(count));
        let met = self.pick(
            format!("{met} af {known} kendte bidrag opfyldt"),
            format!("{met} of {known} known contributions met"),
        );
        if missing == 0 {
            return met;
        }
        let contracts = self.contracts_counted(missing);
        self.pick(
            format!("{met} · {contracts} mangler i mappen"),
            format!("{met} · {contracts} missing from the folder"),
        )
    }

    /// A calculation from figures: `11.340 + 5.480 + 9.480 = 26.300`.
    pub fn rollup_step(self, step: &RollupStep) -> String {
        let figure = |figure: &Span<Decimal>| range(figure.map(|end| self.number(end)));
        match step {
            RollupStep::Sum { parts, total } => {
                let terms = self.terms(parts.iter().map(figure), parts.len());
                format!("{terms} = {}", figure(total))
            }
            RollupStep::Mean { parts, weights, mean, is_weighted } => {
                let term = |(weight, part): &(Decimal, Span<Decimal>)| {
                    if *is_weighted {
                        format!("{} × {}", self.number(*weight), figure(part))
                    } else {
                        figure(part)
                    }
                };
                let terms = self.terms(parts.iter().map(term), parts.len());
                format!("({terms}) / {} = {}", self.number(*weights), figure(mean))
            }
            RollupStep::MetShare { met, of, percent } => {
                let met = range(met.map(|count| self.count(count)));
                format!("{met} / {} × 100 = {}", self.count(*of), figure(percent))
            }
            RollupStep::AllMet { met, of } => {
                let met = range(met.map(|count| self.count(count)));
                format!("{met} {} {}", self.pick("af", "of"), self.count(*of))
            }
        }
    }

    /// The first terms of a sum, and how many more there are.
    fn terms(self, terms: impl Iterator<Item = String>, count: usize) -> String {
        let written: Vec<String> = terms.take(WRITTEN).collect();
        let rest = count.saturating_sub(WRITTEN);
        let rest = (rest > 0).then(|| self.and_more(rest));
        written.into_iter().chain(rest).collect::<Vec<_>>().join(" + ")
    }

    /// Why figures are not combined.
    pub fn not_combined(self, why: NotCombined) -> String {
        match why {
            NotCombined::Nothing => self.text(LevelText::Nothing).to_owned(),
            NotCombined::TooLarge => self.text(LevelText::TooLarge).to_owned(),
            NotCombined::Missing(count) => {
                let count = self.count(count);
                self.pick(
                    format!("Bidragene lægges ikke sammen: {count} mangler tal."),
                    format!("The contributions are not combined: {count} without a figure."),
                )
            }
            NotCombined::NoWeight(count) => {
                let count = self.count(count);
                self.pick(
                    format!("Bidragene lægges ikke sammen: {count} mangler vægt."),
                    format!("The contributions are not combined: {count} without a weight."),
                )
            }
        }
    }

    /// So many contributions count something else.
    pub fn of_other_unit(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(
            format!("Bidragene lægges ikke sammen: {count} har en anden enhed."),
            format!("The contributions are not combined: {count} with another unit."),
        )
    }

    /// So many contributions are of another time.
    pub fn of_other_time(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(
            format!("Bidragene lægges ikke sammen: {count} er fra et andet år eller en anden periode."),
            format!("The contributions are not combined: {count} of another year or period."),
        )
    }

    /// What the goal says itself, where that is something else: `Målets resultat er 26.210 forløb.`
    pub fn result_differs(self, result: &str) -> String {
        self.pick(format!("Målets resultat er {result}."), format!("The goal’s result is {result}."))
    }

    /// On which level a goal stands, said before its name: `Niveau 2: `.
    pub fn level_said(self, depth: usize) -> String {
        let depth = self.count(depth);
        self.pick(format!("Niveau {depth}: "), format!("Level {depth}: "))
    }

    /// The button that takes a figure over: `Tag 26.300 over som resultat for …`.
    pub fn take_over(self, figure: &str, goal: &str) -> String {
        self.pick(
            format!("Tag {figure} over som resultat for {goal}"),
            format!("Take {figure} over as the result of {goal}"),
        )
    }

    /// Where a figure comes from that was taken over: `Lagt sammen af 4 bidrag i porteføljen: … Hovedstaden 11.340; …`.
    pub fn taken_from(self, step: &str, contributions: &[String]) -> String {
        let count = self.count(contributions.len());
        let list = contributions.join("; ");
        self.pick(
            format!("Lagt sammen af bidrag i porteføljen ({count}). {step}. {list}."),
            format!("Combined from contributions in the portfolio ({count}). {step}. {list}."),
        )
    }

    /// A goal of the same contract over again with another target.
    pub fn two_targets(self, file: &str, goal: &str, to: &str) -> String {
        self.pick(
            format!("{file}: målet »{goal}« er det samme som »{to}«, men kravene er ikke ens."),
            format!("{file}: the goal “{goal}” is the same as “{to}”, but their targets differ."),
        )
    }

    /// A contribution to a goal of another year.
    pub fn of_other_year(self, file: &str, goal: &str, to: &str, [year, other]: [i32; 2]) -> String {
        self.pick(
            format!("{file}: målet »{goal}« fra {year} bidrager til »{to}« fra {other}."),
            format!("{file}: the goal “{goal}” of {year} contributes to “{to}” of {other}."),
        )
    }

    /// A goal that nobody contributes to.
    pub fn nobody_serves(self, file: &str, goal: &str) -> String {
        self.pick(
            format!("{file}: ingen af de andre kontrakter bidrager til målet »{goal}«."),
            format!("{file}: none of the other contracts contributes to the goal “{goal}”."),
        )
    }
}
