//! Texts of next year's contract.

use crate::domain::assessment::{Assessor, Status};
use crate::domain::contract::{Part, Target};
use crate::domain::evaluation::GoalStatus;
use crate::domain::renewal::{Fate, NoRenewal, Proposal, Question, Renewal};
use crate::i18n::Words;

texts! {
    /// Texts of a renewal.
    RenewalText {
        Heading: "Forny til næste år", "Renew for next year";
        Lead: "Næste års kontrakt laves af denne. Intet ændres her: den nye åbnes som en kladde for sig, når du begynder den. Dine valg bliver i kladden til da.",
            "Next year’s contract is made from this one. Nothing changes here: the new one opens as a draft of its own once you begin it. Your choices stay in the draft until then.";
        NotKept: "Browseren gemmer ingen kladde. Valgene står kun her, til siden lukkes. Begynd den nye kontrakt, og gem den som fil.",
            "The browser keeps no draft. The choices stand only here until the page is closed. Begin the new contract, and save it as a file.";
        TakeAll: "Tag alle forslag", "Take all proposals";
        TakeBack: "Fortryd", "Undo";
        Year: "Den nye kontrakts år", "Year of the new contract";
        NoYear: "Skriv året med fire tal", "Write the year in four digits";
        LastTarget: "Sidste krav", "Last requirement";
        Choice: "Valg", "Choice";
        ChooseProposed: "som foreslået", "as proposed";
        ChooseCarry: "videreføres alligevel", "carried on all the same";
        ChooseLast: "sidste års krav", "last year’s requirement";
        ChooseFigure: "eget tal", "a figure of your own";
        ChooseDeadline: "egen frist", "a deadline of your own";
        ChooseRange: "egne grænser", "limits of your own";
        ChooseParts: "egne krav til delene", "requirements of your own for the parts";
        ChooseDrop: "udgår", "dropped";
        OwnFigure: "Eget tal", "Own figure";
        OwnDeadline: "Egen frist", "Own deadline";
        OwnLeast: "Eget laveste tal", "Own lowest figure";
        OwnMost: "Eget højeste tal", "Own highest figure";
        Unsaved: "Sagen har ændringer, som ingen fil har. De bliver i kladden, når den nye kontrakt åbnes; gem sagen, hvis andre skal have dem.",
            "The case has changes that no file holds. They stay in the draft when the new contract opens; save the case if others need them.";
        Begin: "Begynd den nye kontrakt", "Begin the new contract";
        ToMend: "Ret de markerede tal og frister først.", "Mend the marked figures and deadlines first.";
        NotWritten: "Den nye kontrakt ville have fejl, så den er ikke begyndt:", "The new contract would have mistakes, so it was not begun:";
        Remarks: "Bemærk", "Note";
        ByGuideline: "sigtelinjen for året", "the guideline for the year";
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
        let is_silent = contract.period.is_none() && contract.binding_year.is_none();
        let remarks = [
            is_silent.then(|| {
                pick(
                    "Kontrakten siger ikke, hvilket år den gælder. Skriv »period« i den nye.",
                    "The contract does not say which year it is for. Write “period” in the new one.",
                )
            }),
            self.undecided_remark(renewal),
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

    /// That what was reached rests on an assessment which is not the agreed one of the year's end, or leaves goals open.
    fn undecided_remark(self, renewal: &Renewal<'_>) -> Option<String> {
        let assessment = renewal.assessment?;
        let is_open = |one: &&Proposal<'_>| matches!(one.status, GoalStatus::Open | GoalStatus::Undetermined);
        let open = renewal.goals.iter().chain(&renewal.areas).filter(is_open).count();
        let is_agreed = assessment.by == Assessor::Agreed && assessment.status == Status::Final;
        if is_agreed && open == 0 {
            return None;
        }
        let title = self.assessment_title(assessment);
        let rests = self.pick(
            format!("Resultaterne er fra denne vurdering: {title}."),
            format!("The results are those of this assessment: {title}."),
        );
        let count = self.count(open);
        let said = match open {
            0 => String::new(),
            _ => self.pick(
                format!(" {count} mål og områder er ikke afgjort i den."),
                format!(" {count} goals and areas are not settled in it."),
            ),
        };
        Some(rests + &said)
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
                "Kontrakten siger ikke, hvilket år den gælder. Angiv den nye kontrakts år.".to_owned(),
                "The contract does not say which year it is for. Give the year of the new contract."
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
