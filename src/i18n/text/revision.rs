//! Texts of the resultatrevision: results, development, like units, and what could be saved.

use crate::i18n::Words;

texts! {
    /// Texts of the resultatrevision.
    RevisionText {
        Results: "Resultater", "Results";
        Development: "Udvikling", "Development";
        DevelopmentLead: "Et resultat holdes op mod samme tid året før; mangler det tal, mod det seneste før. Procenter ændrer sig i procentpoint.",
            "A result is held against the same time of the year before; without that figure, against the latest one before. Percents change by percentage points.";
        NoHistory: "Kontrakten har ingen tal for tidligere perioder.", "The contract has no figures of earlier periods.";
        Earlier: "Før", "Before";
        Change: "Ændring", "Change";
        ChangePercent: "Ændring i pct.", "Change in %";
        Units: "Sammenlignelige enheder", "Comparable units";
        NoUnits: "Der er ingen sammenlignelige enheder med her. De kommer med, når kontrakten åbnes fra en portefølje med flere kontrakter fra samme år.",
            "There are no comparable units here. They are included when the contract is opened from a portfolio with other contracts of the same year.";
        NothingAlike: "Ingen af de andre kontrakter fra samme år har et resultat for et mål med samme titel, enhed og retning.",
            "None of the other contracts of the same year has a result for a goal with the same title, unit and direction.";
        UnitsLead: "Sammenlignet er mål med samme titel, enhed og retning, som begge har et resultat for. Den midterste er medianen. Tal, der vokser med enhedens størrelse, kan kun sammenlignes mellem lige store enheder; udviklingen kan sammenlignes mellem alle.",
            "Compared are goals with the same title, unit and direction of which both have a result. The middle one is the median. Figures that grow with the size of a unit can only be compared between units of one size; the development can be compared between all.";
        ResultsBeside: "Resultater ved siden af", "Results beside";
        DevelopmentBeside: "Udvikling ved siden af", "Development beside";
        Own: "Egen", "Own";
        Least: "Lavest", "Lowest";
        Middle: "Midterste", "Middle";
        Most: "Højest", "Highest";
        Count: "Antal", "Count";
        Each: "De andre", "The others";
        Savings: "Besparelsespotentiale", "Potential savings";
        SavingsLead: "Så meget lavere var tallet, hvis det havde udviklet sig som hos den midterste af de sammenlignelige enheder. Et beløb regnes, hvor kontrakten har en udgift pr. enhed under målets ressourcer. Beløb lægges ikke sammen: samme sag kan tælle i flere mål.",
            "So much lower were the figure if it had developed as with the middle one of the comparable units. An amount is worked out where the contract has a cost of one unit among the goal’s resources. Amounts are not added: a case may count in several goals.";
        NoSavings: "Der er ingen tal, som et besparelsespotentiale kan regnes af. Det kræver et mål, hvor et lavere tal er bedre, et tal fra før, og sammenlignelige enheder, hvis tal er faldet mere.",
            "There are no figures from which potential savings can be worked out. That takes a goal whose lower figure is better, an earlier figure, and comparable units whose figures fell further.";
        LikeTheOthers: "Med de andres udvikling", "With the others’ development";
        Lower: "Lavere", "Lower";
        UnitCost: "Udgift pr. enhed", "Cost of one";
        Amount: "Beløb i kr.", "Amount in DKK";
        InPercent: "ændring i pct.", "change in %";
        InPoints: "ændring i procentpoint", "change in percentage points";
    }
}

impl Words {
    /// `Sammenlignet med 9 kontrakter: Jobcenter A (aftalt 05.02.2010)`.
    pub fn compared_with(self, count: usize, units: &[String]) -> String {
        let (contracts, units) = (self.contracts_counted(count), units.join(", "));
        self.pick(
            format!("Sammenlignet med {contracts}: {units}."),
            format!("Compared with {contracts}: {units}."),
        )
    }
}
