//! Pots and stages in words, and the way through them as equations, for screen, paper and command alike.

use super::Words;
use super::text::PayText;
use super::text::report::equation;
use crate::domain::contract::{
    Between, Contract, CurveStep, EarnedBy, GoalId, PayAgreement, Pot, PotSize, Stage, StageKind,
};
use crate::domain::number::{Decimal, Kroner, Share, Span, difference};
use crate::domain::pay::{
    CapOutcome, CurveLine, PartOfPay, PayOutcome, PotGround, PotOutcome, StageStep, curve_line,
};

/// How many goals that earn a pot are named; more are counted.
const NAMED: usize = 5;

/// A line of the way through the pots: what it is, and how it goes for each pot.
#[derive(Clone, Debug, PartialEq)]
pub struct PotLine {
    /// What it is.
    pub title: String,
    /// The equation at the worst and at the best that is possible, for each pot; none where the line is not about it.
    pub pots: Vec<Option<Span<String>>>,
}

/// A line that is about all pots together.
#[derive(Clone, Debug, PartialEq)]
pub struct SumLine {
    /// What it is.
    pub title: String,
    /// The equation at the worst and at the best that is possible.
    pub ends: Span<String>,
    /// What comes out.
    pub result: Span<Kroner>,
}

impl Words {
    /// The way through the pots: what is reached of each, each stage, the whole pot, and what is earned of it, as far as
    /// there are inputs.
    pub fn pot_lines(self, contract: &Contract, pay: &PayOutcome) -> Vec<PotLine> {
        let Some(agreement) = &contract.pay else { return Vec::new() };
        let pots = &pay.pots.pots;
        let line = |title: String, cell: &dyn Fn(&PotOutcome) -> Option<Span<String>>| PotLine {
            title,
            pots: pots.iter().map(cell).collect(),
        };
        let mut lines =
            vec![line(self.text(PayText::Fraction).to_owned(), &|pot| Some(self.fraction_of(pot)))];
        for (stage, outcome) in agreement.stages.iter().zip(&pay.pots.stages) {
            let steps = &outcome.steps;
            let cell = |place: usize| {
                let step = steps.iter().find(|step| step.pot == place)?;
                Some(self.stage_step(stage, step))
            };
            let cells: Vec<_> = (0..pots.len()).map(cell).collect();
            if !steps.is_empty() {
                lines.push(PotLine { title: self.stage(contract, stage), pots: cells });
            }
        }
        lines.push(line(self.text(PayText::Full).to_owned(), &|pot| self.whole_pot(pay, pot)));
        lines.push(line(self.text(PayText::Earned).to_owned(), &|pot| {
            let (full, earned) = pot.full.zip(pot.earned)?;
            let of = |share: Share, earned: Kroner| {
                format!("{} × {} = {}", self.amount(full), self.share(share), self.amount(earned))
            };
            Some(both(of, pot.reached, earned))
        }));
        lines.retain(|line| line.pots.iter().any(Option::is_some));
        lines
    }

    /// Each cap in kroner, and what is earned of all pots together; nothing while a pot's amount is missing, and where
    /// one pot without a cap says it already.
    pub fn pot_sums(self, contract: &Contract, pay: &PayOutcome) -> Vec<SumLine> {
        let Some((agreement, result)) = contract.pay.as_ref().zip(pay.pots.earned) else { return Vec::new() };
        let each: Option<Vec<_>> = pay.pots.pots.iter().map(|pot| pot.earned).collect();
        let Some(each) = each.filter(|each| each.len() > 1 || !pay.pots.caps.is_empty()) else {
            return Vec::new();
        };
        let cap = |cap: &CapOutcome| {
            let stage = agreement.stages.iter().find(|stage| stage.id == cap.id)?;
            let ends =
                Span { min: self.capped(cap, |span| span.min), max: self.capped(cap, |span| span.max) };
            Some(SumLine { title: self.stage(contract, stage), ends, result: cap.after })
        };
        let of = |end: fn(&Span<Kroner>) -> Kroner| {
            let earned: Vec<_> = each.iter().map(|span| self.amount(end(span))).collect();
            let cuts = pay.pots.caps.iter().map(|cap| cut(end(&cap.before), end(&cap.after)));
            let cuts = cuts.filter(|cut| !cut.0.is_zero()).map(|cut| format!(" − {}", self.amount(cut)));
            let left = format!("{}{}", earned.join(" + "), cuts.collect::<String>());
            equation(&[left], &self.amount(end(&result)))
        };
        let ends = Span { min: of(|span| span.min), max: of(|span| span.max) };
        let sum = SumLine { title: self.text(PayText::EarnedTogether).to_owned(), ends, result };
        pay.pots.caps.iter().filter_map(cap).chain([sum]).collect()
    }

    /// What a stage does: `Tærskel: × 0,5, hvis andelen er under 0,7`.
    pub fn stage(self, contract: &Contract, stage: &Stage) -> String {
        let n = |value: Decimal| self.number(value);
        let rule = match &stage.kind {
            StageKind::Gate { when, factor, .. } => {
                let condition = self.condition(when, contract);
                let factor = n(*factor);
                Some(
                    self.pick(format!("× {factor}, hvis {condition}"), format!("× {factor}, if {condition}")),
                )
            }
            StageKind::Curve { .. } => None,
            StageKind::Factor { min, max } => Some(format!("{} – {}", n(*min), n(*max))),
            StageKind::CapFraction(most) => Some(self.at_most(&n(*most))),
            StageKind::CapAmount(most) => Some(self.at_most(&self.kroner(*most))),
            StageKind::CapPercent(most) => {
                let percent = self.percent(most.0);
                let of =
                    self.pick(format!("{percent} af løngrundlaget"), format!("{percent} of the base pay"));
                Some(self.at_most(&of))
            }
        };
        let name = self.stage_name(stage);
        rule.map_or_else(|| name.clone(), |rule| format!("{name}: {rule}"))
    }

    /// What a stage is called: by its own title, else by what it is.
    pub fn stage_name(self, stage: &Stage) -> String {
        let name = match stage.kind {
            StageKind::Gate { .. } => PayText::Gate,
            StageKind::Curve { .. } => PayText::Curve,
            StageKind::Factor { .. } => PayText::Factor,
            StageKind::CapFraction(_) | StageKind::CapAmount(_) | StageKind::CapPercent(_) => PayText::Cap,
        };
        stage.title.clone().unwrap_or_else(|| self.text(name).to_owned())
    }

    /// Both ends of a line as one: `mindst 0 = 0; højst 1 = 1`.
    pub fn both_ends(self, ends: &Span<String>) -> String {
        if ends.is_settled() {
            return ends.min.clone();
        }
        let (min, max) = (&ends.min, &ends.max);
        self.pick(format!("mindst {min}; højst {max}"), format!("at least {min}; at most {max}"))
    }

    /// The field of a pot's percent.
    pub fn percent_of_pot(self, pot: &str) -> String {
        self.pick(format!("Procent til {pot}"), format!("Percent for {pot}"))
    }

    /// Said of a pot whose percent nobody gave yet.
    pub fn no_percent_of_pot(self, pot: &str) -> String {
        self.pick(format!("Procenten til {pot} mangler."), format!("The percent for {pot} is missing."))
    }

    /// Said of a factor that nobody judged yet.
    pub fn no_factor(self, stage: &str) -> String {
        self.pick(format!("{stage} er ikke vurderet."), format!("{stage} has not been judged."))
    }

    /// `fra 0,8 til 1,2`.
    pub fn from_to(self, min: &str, max: &str) -> String {
        self.pick(format!("fra {min} til {max}"), format!("from {min} to {max}"))
    }

    /// What a pot is called; the one of an agreement that lists none is the resultatløn.
    pub fn pot_title(self, agreement: &PayAgreement, place: usize) -> String {
        let pot = agreement.pots.get(place);
        pot.map_or_else(|| self.text(PayText::OnlyPot).to_owned(), |pot| pot.title.clone())
    }

    /// What the agreement says of its pots and stages, a line each.
    pub fn pot_terms(self, contract: &Contract) -> Vec<String> {
        let Some(agreement) = &contract.pay else { return Vec::new() };
        let pots = agreement.pots.iter().map(|pot| format!("{}: {}", pot.title, self.pot(contract, pot)));
        let stages = agreement.stages.iter().map(|stage| self.stage_terms(contract, stage));
        pots.chain(stages).collect()
    }

    /// What a pot is and what earns it: `60.000,00 kr., optjenes af alle mål`.
    pub fn pot(self, contract: &Contract, pot: &Pot) -> String {
        format!("{}, {}", self.pot_size(pot), self.earned_by(contract, &pot.earned_by))
    }

    /// What a stage does, a table with its lines, and the pots that it holds for.
    pub fn stage_terms(self, contract: &Contract, stage: &Stage) -> String {
        let mut said = self.stage(contract, stage);
        if let StageKind::Curve { steps, between } = &stage.kind {
            let step = |step: &CurveStep| (self.number(step.at), self.number(step.to));
            let steps: Vec<_> = steps.iter().map(step).collect();
            said = format!("{said}, {}", self.scale_rule(*between == Between::Step, &steps));
        }
        let pots = contract.pay.iter().flat_map(|agreement| &agreement.pots);
        let of = pots.filter(|pot| stage.pots.contains(&pot.id)).map(|pot| pot.title.as_str());
        let of = of.collect::<Vec<_>>().join(", ");
        if of.is_empty() { said } else { format!("{said} ({of})") }
    }

    /// What a goal makes of what is earned: `100.000,00 − 60.000,00 = 40.000,00 kr., når alt andet er opfyldt`. `None`
    /// where the figures do not fit.
    pub fn part_of_pay(self, part: &PartOfPay) -> Option<String> {
        let own = part.kroner()?;
        let of = |with: Kroner, own: Kroner| {
            format!("{} − {} = {}", self.amount(with), self.amount(part.without), self.amount(own))
        };
        let said = self.both_ends(&both(of, part.with, own));
        Some(self.pick(
            format!("{said} kr., når alt andet er opfyldt"),
            format!("DKK {said}, where everything else is fulfilled"),
        ))
    }

    fn pot_size(self, pot: &Pot) -> String {
        match pot.size {
            PotSize::Amount { kroner, level: None } => self.kroner(kroner),
            PotSize::Amount { kroner, level: Some(level) } => {
                let (kroner, level) = (self.kroner(kroner), self.date(level));
                self.pick(format!("{kroner} i niveau {level}"), format!("{kroner} at the level of {level}"))
            }
            PotSize::Percent(percent) => {
                let percent = self.percent(percent.0);
                self.pick(format!("{percent} af løngrundlaget"), format!("{percent} of the base pay"))
            }
            PotSize::Entered => self
                .pick(
                    "en procent af løngrundlaget, der indtastes",
                    "a percent of the base pay, to be entered",
                )
                .to_owned(),
        }
    }

    fn earned_by(self, contract: &Contract, by: &EarnedBy) -> String {
        let by = match by {
            EarnedBy::Institution => self.pick("alle mål", "all goals").to_owned(),
            EarnedBy::Individual => self.pick("alle individuelle områder", "all individual areas").to_owned(),
            EarnedBy::Judged(most) => {
                let most = self.number(most.0);
                self.pick(
                    format!("én samlet vurdering, 0 til {most} point"),
                    format!("one overall judgement, 0 to {most} points"),
                )
            }
            EarnedBy::Groups(ids) => {
                let groups = contract.groups.iter().filter(|group| ids.contains(&group.id));
                groups.map(|group| group.title.as_str()).collect::<Vec<_>>().join(", ")
            }
            EarnedBy::Goals(ids) => self.some_goals(
                contract.goals.iter().filter(|goal| ids.contains(&goal.id)).map(|goal| goal.name()),
            ),
            EarnedBy::Areas(ids) => {
                let is_meant = |id: &GoalId| ids.contains(id);
                let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
                self.some_goals(areas.filter(|area| is_meant(&area.id)).map(|area| area.name()))
            }
        };
        self.pick(format!("optjenes af {by}"), format!("earned by {by}"))
    }

    fn some_goals<'a>(self, names: impl Iterator<Item = &'a str>) -> String {
        let names: Vec<_> = names.collect();
        if names.len() > NAMED {
            let count = self.count(names.len());
            return self.pick(format!("{count} mål"), format!("{count} goals"));
        }
        names.join(", ")
    }

    fn at_most(self, limit: &str) -> String {
        self.pick(format!("højst {limit}"), format!("at most {limit}"))
    }

    /// `60 / 100 = 0,6`.
    fn fraction_of(self, pot: &PotOutcome) -> Span<String> {
        if pot.most.0.is_zero() {
            let lapsed = self.pick("alt er bortfaldet → 0", "everything has lapsed → 0").to_owned();
            return Span { min: lapsed.clone(), max: lapsed };
        }
        let most = self.number(pot.most.0);
        let of = |points: crate::domain::number::Points, share: Share| {
            let (left, share) = (format!("{} / {most}", self.number(points.0)), self.share(share));
            if left == share { left } else { format!("{left} = {share}") }
        };
        both(of, pot.points, pot.fraction)
    }

    fn stage_step(self, stage: &Stage, step: &StageStep) -> Span<String> {
        let (from, after) = (step.from, step.after);
        let times = |from: Share, factor: Decimal, after: Share| {
            format!("{} × {} = {}", self.share(from), self.number(factor), self.share(after))
        };
        match (&stage.kind, step.factor, step.holds) {
            (StageKind::Gate { .. }, Some(left), Some(holds)) => {
                let of = |holds: bool, left: Decimal, from, after| {
                    let said = if holds { PayText::Holds } else { PayText::HoldsNot };
                    let rest =
                        if left == Decimal::ONE { self.share(after) } else { times(from, left, after) };
                    format!("{} → {rest}", self.text(said))
                };
                Span {
                    min: of(holds.min, left.min, from.min, after.min),
                    max: of(holds.max, left.max, from.max, after.max),
                }
            }
            (_, Some(factor), _) => Span {
                min: times(from.min, factor.min, after.min),
                max: times(from.max, factor.max, after.max),
            },
            (StageKind::Curve { steps, between }, ..) => {
                let of = |from: Share, after: Share| match curve_line(steps, *between, from) {
                    Ok(CurveLine::Between(low, high)) => {
                        let n = |value: Decimal| self.number(value);
                        let (at, to) = (n(low.at), n(low.to));
                        let rise = format!("({} − {to}) × ({} − {at})", n(high.to), self.share(from));
                        format!("{to} + {rise} / ({} − {at}) = {}", n(high.at), self.share(after))
                    }
                    _ => format!("{} → {}", self.share(from), self.share(after)),
                };
                both(of, from, after)
            }
            (StageKind::CapFraction(most), ..) => {
                let of = |from: Share, after: Share| {
                    let sign = if from == after { '≤' } else { '>' };
                    format!("{} {sign} {} → {}", self.share(from), self.number(*most), self.share(after))
                };
                both(of, from, after)
            }
            _ => both(|_: Share, after: Share| self.share(after), from, after),
        }
    }

    /// `130.000,00 × (100 + 12,5) / 100 = 146.250,00`; none while an input is missing.
    fn whole_pot(self, pay: &PayOutcome, pot: &PotOutcome) -> Option<Span<String>> {
        let full = self.amount(pot.full?);
        let said = match pot.ground {
            PotGround::Stated(_) => full,
            PotGround::Regulated(amount, percent) => {
                // As stated, so that whoever works it out rounds only once.
                let (amount, percent) = (self.number(amount.0), self.number(percent?.0));
                format!("{amount} × (100 + {percent}) / 100 = {full}")
            }
            PotGround::OfBase(percent) => {
                format!("{} × {} / 100 = {full}", self.amount(pay.base?), self.number(percent?.0))
            }
        };
        Some(Span { min: said.clone(), max: said })
    }

    /// `1.000,00 + 1.000,00 > 1.500,00 → 1.500,00`.
    fn capped(self, cap: &CapOutcome, end: fn(&Span<Kroner>) -> Kroner) -> String {
        let each: Vec<_> = cap.each.iter().map(|span| self.amount(end(span))).collect();
        let sum = (each.len() > 1).then(|| format!("{}; ", equation(&each, &self.amount(end(&cap.before)))));
        let sign = if end(&cap.before) > cap.most { '>' } else { '≤' };
        let after = self.amount(end(&cap.after));
        let (sum, before) = (sum.unwrap_or_default(), self.amount(end(&cap.before)));
        format!("{sum}{before} {sign} {} → {after}", self.amount(cap.most))
    }

    fn amount(self, amount: Kroner) -> String {
        self.fixed(amount.0, 2)
    }
}

fn both<A: Copy + PartialEq, B: Copy + PartialEq>(
    of: impl Fn(A, B) -> String,
    one: Span<A>,
    other: Span<B>,
) -> Span<String> {
    Span { min: of(one.min, other.min), max: of(one.max, other.max) }
}

fn cut(before: Kroner, after: Kroner) -> Kroner {
    Kroner(difference(before.0, after.0).unwrap_or_default())
}
