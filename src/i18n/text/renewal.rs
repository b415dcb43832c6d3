//! Texts of next year's contract.

use crate::domain::contract::{Part, Target};
use crate::domain::renewal::{Fate, NoRenewal, Proposal, Question, Renewal};
use crate::i18n::Words;

texts! {
    /// Texts of a renewal.
    RenewalText {
        Goal: "Mål", "Goal";
        Became: "Blev", "Became";
        Proposal: "Forslag", "Proposal";
        NextTarget: "Nyt krav", "New requirement";
        Weight: "Vægt", "Weight";
        ToDecide: "At tage stilling til", "To decide";
        Carried: "videreføres", "carried on";
        Done: "udgår (nået)", "dropped (done)";
        Lapsed: "udgår (bortfaldet)", "dropped (lapsed)";
        Dropped: "udgår", "dropped";
        NotAssessed: "ikke opgjort", "not assessed";
        AskDeadline: "fristen aftales på ny", "agree on a new deadline";
        AskTarget: "kravet skal fastsættes", "fix the requirement";
        AskSameFigure: "sidste års tal står endnu", "last year’s figure still stands";
        AskContributesTo: "bidrager til sidste års kontrakt", "serves last year’s contract";
        AskCondition: "nået eller bortfaldet, men en betingelse eller en pulje nævner målet", "done or lapsed, but a condition or a pot names the goal";
        AskPartRule: "en dels pointregel passede ikke til det nye krav og er taget ud", "a part's scoring rule did not fit the new requirement and was taken out";
        AskRule: "pointreglen passede ikke til det nye krav og er taget ud", "the scoring rule did not fit the new requirement and was taken out";
        NothingOpen: "–", "–";
    }
}

impl Words {
    /// Whether a goal goes on.
    pub fn fate(self, fate: Fate) -> &'static str {
        self.text(match fate {
            Fate::Carried => RenewalText::Carried,
            Fate::Done => RenewalText::Done,
            Fate::Lapsed => RenewalText::Lapsed,
            Fate::Dropped => RenewalText::Dropped,
        })
    }

    /// What a person has to decide.
    pub fn renewal_question(self, question: Question) -> String {
        match question {
            Question::Deadline => self.text(RenewalText::AskDeadline).to_owned(),
            Question::Target => self.text(RenewalText::AskTarget).to_owned(),
            Question::PartRule => self.text(RenewalText::AskPartRule).to_owned(),
            Question::SameFigure => self.text(RenewalText::AskSameFigure).to_owned(),
            Question::ContributesTo => self.text(RenewalText::AskContributesTo).to_owned(),
            Question::NamedByCondition => self.text(RenewalText::AskCondition).to_owned(),
            Question::Side(figure) => {
                let figure = self.number(figure);
                self.pick(
                    format!("sigtelinjen siger {figure}; højst eller mindst?"),
                    format!("the guideline says {figure}; at most or at least?"),
                )
            }
            Question::AlreadyReached(figure) => {
                let figure = self.number(figure);
                self.pick(format!("{figure} er allerede nået"), format!("{figure} was reached already"))
            }
        }
    }

    /// What the old contract asked for where the new one leaves it open, and what its guideline for the year remarks.
    pub fn renewed_note(self, of: &Proposal<'_>, year: i32) -> Option<String> {
        let asked = of.old_target();
        let is_opened = is_open(&of.next.target) && !is_open(asked);
        let last = is_opened.then(|| {
            let was = self.in_detail(asked, of.goal.unit.as_deref());
            self.pick(format!("Sidste års krav: {was}."), format!("Last year’s requirement: {was}."))
        });
        let said: Vec<String> = last.into_iter().chain(self.guideline_remark(of, year)).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// What the guideline of a year remarks: `Sigtelinjen for 2010: Forsøget slutter og evalueres.`
    pub fn guideline_remark(self, of: &Proposal<'_>, year: i32) -> Option<String> {
        let guideline = of.goal.guidelines.iter().find(|figure| figure.period.year() == year);
        let note = guideline?.note.as_deref()?.trim_end_matches('.');
        Some(self.pick(format!("Sigtelinjen for {year}: {note}."), format!("Guideline for {year}: {note}.")))
    }

    /// A target with each of its parts.
    fn in_detail(self, target: &Target, unit: Option<&str>) -> String {
        let Some(parts) = target.parts() else { return self.target(target, unit, None) };
        let part = |part: &Part| {
            let name = part.title.as_deref().unwrap_or(part.id.as_str());
            format!("{name}: {}", self.in_detail(&part.target, part.unit.as_deref().or(unit)))
        };
        parts.iter().map(part).collect::<Vec<_>>().join("; ")
    }

    /// What was left out of the whole contract, or has to be looked at.
    pub fn renewal_remarks(self, renewal: &Renewal<'_>) -> Vec<String> {
        let contract = renewal.contract;
        let pick = |da: &str, en: &str| self.pick(da, en).to_owned();
        let risks = contract.risk.as_ref().filter(|risk| !risk.entries.is_empty());
        let dates = contract.reporting.iter().any(|report| report.date.is_some());
        let remarks = [
            (renewal.assessment.is_none()).then(|| {
                pick(
                    "Sagen har ingen vurdering: intet er ført over i historikken, og ingen mål er regnet for nået.",
                    "The case has no assessment: nothing went into the history, and no goal counts as done.",
                )
            }),
            (contract.signed.is_some() || !contract.signatories.is_empty()).then(|| {
                pick("Underskrifter og navne er ikke ført med.", "Signatures and names were not carried over.")
            }),
            dates.then(|| {
                pick(
                    "Datoerne for rapportering er taget ud og skal aftales på ny.",
                    "The dates of reporting were taken out and have to be agreed anew.",
                )
            }),
            risks.map(|_| {
                pick(
                    "Risiciene er ført med og mærket som ikke gennemgået.",
                    "The risks were carried over and marked as not reviewed.",
                )
            }),
            contract.pay.as_ref().map(|_| {
                pick(
                    "Løngrundlag og tal, der var indtastet i vurderingen, er ikke ført med.",
                    "Base pay and figures entered in the assessment were not carried over.",
                )
            }),
        ];
        remarks.into_iter().flatten().collect()
    }

    /// `Fra 2009 til 2010: 18 mål, 12 videreføres`.
    pub fn renewal_heading(self, renewal: &Renewal<'_>) -> String {
        let (from, to) = (renewal.year.saturating_sub(renewal.later), renewal.year);
        let goals = self.count(renewal.goals.len());
        let carried = self.count(renewal.goals.iter().filter(|goal| goal.goes_on()).count());
        self.pick(
            format!("Fra {from} til {to}: {goals} mål, {carried} videreføres."),
            format!("From {from} to {to}: {goals} goals, {carried} carried on."),
        )
    }

    /// Why there is no next year's contract.
    pub fn no_renewal(self, why: NoRenewal) -> String {
        match why {
            NoRenewal::NoYear => self.pick(
                "Kontrakten siger ikke, hvilket år den gælder. Skriv »period« med »binding_year«.".to_owned(),
                "The contract does not say which year it is for. Write “period” with “binding_year”."
                    .to_owned(),
            ),
            NoRenewal::NotLater(year) => self.pick(
                format!("Den nye kontrakt skal gælde et senere år end {year}."),
                format!("The new contract has to be for a later year than {year}."),
            ),
        }
    }
}

/// Whether a target or a part of it is not fixed.
fn is_open(target: &Target) -> bool {
    let within = |part: &Part| is_open(&part.target);
    *target == Target::Undetermined || target.parts().is_some_and(|parts| parts.iter().any(within))
}
