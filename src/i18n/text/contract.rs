//! Texts of the place that shows what the contract says.

use super::pick;
use crate::i18n::Lang;

texts! {
    /// Texts of the contract.
    ContractText {
        Facts: "Hvad kontrakten siger", "What the contract says";
        Institution: "Institution", "Institution";
        Department: "Departement", "Department";
        Period: "Periode", "Period";
        BindingYear: "Bindende år", "Binding year";
        Total: "Point i alt", "Total points";
        Unweighted: "Kontrakten har ingen vægte", "The contract has no weights";
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

/// `700 + 300 point`.
pub fn pay_split(institution: &str, individual: &str, lang: Lang) -> String {
    pick(
        lang,
        format!("{institution} point for institutionens mål, {individual} for de individuelle områder"),
        format!("{institution} points for the institution's goals, {individual} for the individual areas"),
    )
}

/// The link from a finding to its goal.
pub fn go_to_goal(name: &str, lang: Lang) -> String {
    pick(lang, format!("Gå til {name}"), format!("Go to {name}"))
}

/// `2003-priser`.
pub fn price_level(year: i32, lang: Lang) -> String {
    pick(lang, format!("{year}-priser"), format!("{year} prices"))
}

/// The assumption that every goal of a contract shares.
pub fn all_or_nothing_everywhere(lang: Lang) -> String {
    let (da, en) = (
        "Kontrakten siger ikke, hvad en delvis opfyldelse giver: alt eller intet for alle mål.",
        "The contract does not say what partial fulfilment earns: all or nothing for every goal.",
    );
    pick(lang, da.to_owned(), en.to_owned())
}

/// The assumption that several goals share, with their names.
pub fn all_or_nothing(goals: &[String], lang: Lang) -> String {
    let names = goals.join(", ");
    pick(
        lang,
        format!("Kontrakten siger ikke, hvad en delvis opfyldelse giver: alt eller intet ({names})."),
        format!("The contract does not say what partial fulfilment earns: all or nothing ({names})."),
    )
}
