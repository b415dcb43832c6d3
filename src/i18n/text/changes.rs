//! Texts of two contracts side by side.

use crate::domain::changes::{ChangeKind, Term};
use crate::domain::contract::Contract;
use crate::domain::number::Decimal;
use crate::i18n::Words;

texts! {
    /// Texts of the changes between two contracts.
    ChangesText {
        Heading: "Ændringer", "Changes";
        Lead: "Sammenlign kontrakten med en anden, mål for mål: hvad der er nyt, udgår, skærpes eller lempes.",
            "Compare the contract with another one, goal by goal: what is new, dropped, tightened or loosened.";
        Choose: "Vælg en kontrakt eller en sag", "Choose a contract or a case file";
        ChooseOther: "Vælg en anden", "Choose another one";
        NothingYet: "Der er ikke valgt en kontrakt at sammenligne med, og sagen har ingen allonger.",
            "No contract was chosen to compare with, and the case has no addenda.";
        Addenda: "Kontrakten, før og efter sagens allonger.", "The contract, before and after the addenda of the case.";
        OnlyAssessment: "Filen er en vurdering. Kun kontrakter og sager kan sammenlignes.",
            "The file is an assessment. Only contracts and case files can be compared.";
        TurnRound: "Byt om på før og nu", "Exchange before and now";
        End: "Læg den anden kontrakt væk", "Put the other contract away";
        AsPaper: "Som papir: Ændringsnotat", "As a paper: Note of changes";
        PaperPurpose: "Hvad en kontrakt siger anderledes end en anden, mål for mål, til forhandlingen og arkivet.",
            "What a contract says otherwise than another one, goal by goal, for the negotiation and the archive.";
        ChooseFirst: "vælg først en kontrakt at sammenligne med", "choose a contract to compare with first";
        Filter: "Vis", "Show";
        All: "Alle", "All";
        KindNew: "Nye", "New";
        KindGone: "Udgår", "Dropped";
        KindRenamed: "Omdøbt", "Renamed";
        KindTightened: "Skærpes", "Tightened";
        KindLoosened: "Lempes", "Loosened";
        KindWeight: "Vægt", "Weight";
        KindPay: "Løn", "Pay";
        KindRisk: "Risici", "Risks";
        KindOther: "Andet", "Other";
        Paper: "Ændringsnotat", "Note of changes";
        None: "De to kontrakter siger det samme.", "The two contracts say the same.";
        Change: "Ændring", "Change";
        Before: "Før", "Before";
        After: "Nu", "Now";
        Effect: "Betydning", "Meaning";
        Where: "Sted", "Place";
        Contract: "Kontrakten", "The contract";
        Goals: "Mål", "Goals";
        Areas: "Individuelle resultatområder", "Individual areas";
        Pay: "Resultatløn", "Performance pay";
        Risks: "Risici", "Risks";
        New: "ny", "new";
        Gone: "udgår", "dropped";
        Fixed: "fastsættes", "is fixed";
        Opened: "er ikke længere fastlagt", "is no longer fixed";
        Alike: "samme krav", "the same requirement";
        Tightened: "skærpes", "tightened";
        Loosened: "lempes", "loosened";
        Other: "ændres", "changed";
        NewDeadline: "ny frist", "new deadline";
        Target: "Krav", "Requirement";
        Else: "Også ændret", "Also changed";
        Silent: "–", "–";
        AllOrNothing: "alt eller intet", "all or nothing";
        ByParts: "andel af dele", "share of parts";
        Judged: "vurderes", "judged";
        Down: "kun ned", "down only";
        Up: "kun op", "up only";
        DownAndUp: "ned og op", "down and up";
        Overall: "én samlet vurdering", "one overall judgement";
        OneByOne: "hvert område for sig", "each area by itself";
        Yes: "ja", "yes";
        No: "nej", "no";
    }
}

impl Words {
    /// The button that compares with a draft: `Sammenlign med kladden af Resultatkontrakt for AMS 2009–2012`.
    pub fn compare_with_draft(self, title: &str) -> String {
        self.pick(format!("Sammenlign med kladden af {title}"), format!("Compare with the draft of {title}"))
    }

    /// What a kind of change is called on its button.
    pub fn change_kind(self, kind: ChangeKind) -> &'static str {
        self.text(match kind {
            ChangeKind::New => ChangesText::KindNew,
            ChangeKind::Gone => ChangesText::KindGone,
            ChangeKind::Renamed => ChangesText::KindRenamed,
            ChangeKind::Tightened => ChangesText::KindTightened,
            ChangeKind::Loosened => ChangesText::KindLoosened,
            ChangeKind::Weight => ChangesText::KindWeight,
            ChangeKind::Pay => ChangesText::KindPay,
            ChangeKind::Risk => ChangesText::KindRisk,
            ChangeKind::Other => ChangesText::KindOther,
        })
    }

    /// `8 af 23 ændringer vises`.
    pub fn changes_shown(self, shown: usize, all: usize) -> String {
        let (shown, all) = (self.count(shown), self.count(all));
        self.pick(format!("{shown} af {all} ændringer vises"), format!("{shown} of {all} changes are shown"))
    }

    /// What a term of a contract is called.
    pub fn term(self, term: Term) -> &'static str {
        let (da, en) = match term {
            Term::Title => ("Titel", "Title"),
            Term::Label => ("Betegnelse", "Label"),
            Term::Group => ("Gruppe", "Group"),
            Term::Weight => ("Vægt", "Weight"),
            Term::Weights => ("Vægte i alt", "All weights"),
            Term::Unit => ("Enhed", "Unit"),
            Term::Rule => ("Pointregel", "Scoring rule"),
            Term::PartRules => ("delenes regler", "the parts’ rules"),
            Term::Institution => ("Institution", "Institution"),
            Term::Department => ("Departement", "Department"),
            Term::Period => ("Periode", "Period"),
            Term::BindingYear => ("Bindende år", "Binding year"),
            Term::TotalPoints => ("Point i alt", "Total points"),
            Term::Lapsed => ("Bortfaldne måls vægt", "Weight of lapsed goals"),
            Term::InstitutionPoints => ("Institutionens point", "The institution’s points"),
            Term::IndividualPoints => ("Individuelle point", "Individual points"),
            Term::IndividualRule => ("Områderne vurderes", "The areas are judged"),
            Term::MaxPercent => ("Højeste procent", "Maximum percent"),
            Term::Pensionable => ("Pensionsgivende", "Pensionable"),
            Term::PensionPercent => ("Procent til pension", "Percent for the pension"),
            Term::HolidayAllowance => ("Procent til feriegodtgørelse", "Percent for the holiday allowance"),
            Term::Adjustment => ("Regulering", "Adjustment"),
            Term::Pot => ("Pulje", "Pot"),
            Term::Stage => ("Trin", "Stage"),
            Term::Pots => ("puljernes rækkefølge", "the order of the pots"),
            Term::Stages => ("trinenes rækkefølge", "the order of the stages"),
            Term::Priority => ("Prioritet", "Priority"),
            Term::Action => ("Handling", "Action"),
            Term::Wording => ("ordlyd", "wording"),
            Term::History => ("historik", "history"),
            Term::Ratio => ("de to optællinger", "the two counts"),
            Term::Guidelines => ("sigtelinjer", "guidelines"),
            Term::Resources => ("ressourcer", "resources"),
            Term::ContributesTo => (
                "hvad målet bidrager til, og hvad der bidrager til det",
                "what the goal contributes to, and what contributes to it",
            ),
            Term::Signatories => ("parter", "signatories"),
            Term::Bands => ("niveauer", "levels"),
            Term::Purposes => ("formål", "purposes"),
            Term::Strategy => ("strategi", "strategy"),
            Term::Budget => ("budget", "budget"),
            Term::Outcomes => ("forventede virkninger", "expected outcomes"),
            Term::Reporting => ("rapportering", "reporting"),
        };
        self.pick(da, en)
    }

    /// `ret linje fra 32.533`, `ret linje fra 32.533, højst 1,2`.
    pub fn linear_rule(self, from: &str, cap: Option<&str>) -> String {
        let cap = self.with_cap(cap);
        self.pick(format!("ret linje fra {from}{cap}"), format!("straight line from {from}{cap}"))
    }

    /// `i forhold til kravet`, `i forhold til kravet, højst 1,2`.
    pub fn proportional_rule(self, cap: Option<&str>) -> String {
        let cap = self.with_cap(cap);
        self.pick(format!("i forhold til kravet{cap}"), format!("in proportion to the requirement{cap}"))
    }

    /// `trappe: 5 giver 0,6; 30 giver 1`.
    pub fn scale_rule(self, is_stepped: bool, steps: &[(String, String)]) -> String {
        let kind = if is_stepped { self.pick("trappe", "steps") } else { self.pick("skala", "scale") };
        let gives = self.pick("giver", "gives");
        let steps: Vec<String> = steps.iter().map(|(at, share)| format!("{at} {gives} {share}")).collect();
        format!("{kind}: {}", steps.join("; "))
    }

    fn with_cap(self, cap: Option<&str>) -> String {
        let most = self.pick("højst", "at most");
        cap.map(|cap| format!(", {most} {cap}")).unwrap_or_default()
    }

    /// `skærpes 6,5 pct.`
    pub fn moved_by(self, word: ChangesText, percent: Option<Decimal>) -> String {
        let word = self.text(word);
        let unit = self.pick("\u{a0}pct.", "%");
        percent.map_or_else(|| word.to_owned(), |percent| format!("{word} {}{unit}", self.number(percent)))
    }

    /// `Fra Resultatkontrakt for AMS 2009 til Resultatkontrakt for AMS 2010`.
    fn changes_between(self, before: &str, after: &str) -> String {
        self.pick(format!("Fra {before} til {after}"), format!("From {before} to {after}"))
    }

    /// What is compared: two contracts, or one before and after its addenda.
    pub fn compared_contracts(self, [before, after]: [&Contract; 2]) -> String {
        if std::ptr::eq(before, after) {
            return self.text(ChangesText::Addenda).to_owned();
        }
        self.changes_between(&before.title, &after.title)
    }

    /// `Mål og områder: 1 nye, 2 udgår, 3 skærpes, 1 lempes.`
    pub fn changes_counted(self, counts: [usize; 4]) -> String {
        let [new, gone, tightened, loosened] = counts.map(|count| self.count(count));
        self.pick(
            format!("Mål og områder: {new} nye, {gone} udgår, {tightened} skærpes, {loosened} lempes."),
            format!(
                "Goals and areas: {new} new, {gone} dropped, {tightened} tightened, {loosened} loosened."
            ),
        )
    }
}
