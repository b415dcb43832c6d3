//! Texts of the place that shows what the contract says.

use crate::i18n::Words;

texts! {
    /// Texts of the contract.
    ContractText {
        Parts: "Kontraktens dele", "Parts of the contract";
        Facts: "Hvad kontrakten siger", "What the contract says";
        Institution: "Institution", "Institution";
        Department: "Departement", "Department";
        Period: "Periode", "Period";
        Signed: "Underskrevet", "Signed";
        Locked: "Låst", "Locked";
        BindingYear: "Bindende år", "Binding year";
        Total: "Point i alt", "Total points";
        Unweighted: "Kontrakten har ingen vægte", "The contract has no weights";
        Bands: "Niveauer", "Levels";
        LapsedRule: "Bortfaldne måls vægt", "Weight of lapsed goals";
        LapsedShared: "deles ud på de øvrige mål", "is shared out to the other goals";
        LapsedLost: "er tabt", "is lost";
        PaySplit: "Resultatløn", "Performance pay";
        Sources: "Dokumenter", "Documents";
        Reporting: "Rapportering", "Reporting";
        Fingerprint: "Fingeraftryk (SHA-256)", "Fingerprint (SHA-256)";
        OtherFingerprint: "Vurderingen er lavet til en anden udgave af kontrakten.", "The assessment was made for another version of the contract.";
        Hierarchy: "Fra formål til mål", "From purpose to goal";
        Purposes: "Formål og bevillinger", "Purposes and appropriations";
        Appropriation: "Bevilling", "Appropriation";
        Purpose: "Formål", "Purpose";
        Goals: "Mål", "Goals";
        Trends: "Udviklingstabeller", "Tables of development";
        Budget: "Budget", "Budget";
        Findings: "Fund", "Findings";
        ShowFindings: "Vis fund", "Show the findings";
        HideFindings: "Skjul fund", "Hide the findings";
        SearchFindings: "Søg i fundene", "Search the findings";
        ShownSeverities: "Hvad der vises", "What is shown";
        GroupBy: "Gruppér efter", "Group by";
        BySeverity: "alvor", "severity";
        ByPlace: "sted i kontrakten", "place in the contract";
        NoneFound: "Ingen fund passer til det valgte.", "No finding fits what is chosen.";
        AllFindings: "Vis fund om alle mål", "Show findings about all goals";
        OtherGoals: "Øvrige mål", "Other goals";
        WholeContract: "Kontrakten", "The contract";
        NoFindings: "Der er intet at bemærke.", "There is nothing to remark on.";
        Errors: "Fejl", "Errors";
        Warnings: "Advarsler", "Warnings";
        Notes: "Bemærkninger", "Notes";
        Assumptions: "Forudsætninger", "Assumptions";
        AssumptionsLead: "Hvor kontrakten tier, har beregningen valgt:", "Where the contract is silent, the calculation has chosen:";
        NoAssumptions: "Beregningen har ikke måttet vælge noget selv.", "The calculation did not have to choose anything itself.";
        InTotal: "I alt", "In total";
        Sums: "Opgørelser", "Totals";
        NotItemised: "Ikke specificeret", "Not itemised";
        Units: "Enheder", "Units";
        Outcomes: "Forventede virkninger", "Expected outcomes";
        StatusReport: "Status", "Status";
        FinalReport: "Rapport", "Report";
        DutyToInform: "Underretning", "Duty to inform";
        NotStated: "ikke angivet", "not stated";
        AlsoStated: "Andetsteds i dokumentet", "Elsewhere in the document";
    }
}

impl Words {
    /// `700 + 300 point`.
    pub fn pay_split(self, institution: &str, individual: &str) -> String {
        self.pick(
            format!("{institution} point for institutionens mål, {individual} for de individuelle områder"),
            format!(
                "{institution} points for the institution's goals, {individual} for the individual areas"
            ),
        )
    }

    /// The link from a finding to what it is about.
    pub fn go_to_subject(self, name: &str) -> String {
        self.pick(format!("Gå til {name}"), format!("Go to {name}"))
    }

    /// `8 af 23 fund vises`: what is said aloud after filtering.
    pub fn findings_shown(self, shown: usize, all: usize) -> String {
        let (shown, all) = (self.count(shown), self.count(all));
        self.pick(format!("{shown} af {all} fund vises"), format!("{shown} of {all} findings are shown"))
    }

    /// The name of a goal's mark: `2 fund om Mål 1`.
    pub fn findings_about(self, count: usize, goal: &str) -> String {
        let word = self.findings_noun(count);
        let count = self.count(count);
        self.pick(format!("{count} {word} om {goal}"), format!("{count} {word} about {goal}"))
    }

    /// While one goal's findings are shown.
    pub fn only_findings_about(self, goal: &str) -> String {
        self.pick(format!("Kun fund om {goal}."), format!("Only findings about {goal}."))
    }

    /// The button below the first findings of a group.
    pub fn show_all_findings(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("Vis alle {count} fund"), format!("Show all {count} findings"))
    }

    /// The button below the first places.
    pub fn show_all_places(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("Vis alle {count} steder"), format!("Show all {count} places"))
    }

    /// The button below the first goals.
    pub fn show_all_goals(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("Vis alle {count} mål"), format!("Show all {count} goals"))
    }

    /// `2003-priser`.
    pub fn price_level(self, year: i32) -> String {
        self.pick(format!("{year}-priser"), format!("{year} prices"))
    }

    /// The assumption that every goal of a contract shares.
    pub fn all_or_nothing_everywhere(self) -> String {
        let (da, en) = (
            "Kontrakten siger ikke, hvad en delvis opfyldelse giver: alt eller intet for alle mål.",
            "The contract does not say what partial fulfilment earns: all or nothing for every goal.",
        );
        self.pick(da.to_owned(), en.to_owned())
    }

    /// The assumption that several goals share, with their names.
    pub fn all_or_nothing(self, goals: &[String]) -> String {
        let names = goals.join(", ");
        self.pick(
            format!("Kontrakten siger ikke, hvad en delvis opfyldelse giver: alt eller intet ({names})."),
            format!("The contract does not say what partial fulfilment earns: all or nothing ({names})."),
        )
    }
}
