//! Texts of the duty to inform and of decisions.

use crate::i18n::{Lang, Words};

texts! {
    /// Texts of the duty to inform and of decisions.
    DecideText {
        DutyIntro: "Når et mål ikke nås, skal departementet have det at vide: hvilket mål, hvad årsagen er, og hvad der gøres. Her står de mål, det gælder.",
            "When a goal is missed, the department has to be told: which goal, why, and what is done about it. These are the goals that it concerns.";
        NoDuty: "Ingen mål er tabt eller overskredet.", "No goal is lost or overdue.";
        HowSeen: "Sådan ses det", "How it shows";
        Write: "Skriv til orienteringen", "Write for the notice";
        Take: "Slet det skrevne", "Delete what is written";
        OtherGoal: "Et andet mål, der ventes ikke at blive nået", "Another goal that is expected to be missed";
        ChooseGoal: "Vælg et mål", "Choose a goal";
        CauseHint: "Hvorfor nås målet ikke?", "Why will the goal be missed?";
        MeasuresHint: "Hvad gøres der, og hvornår ventes målet nået?", "What is done, and when is the goal expected to be reached?";
        Tell: "Notér, at departementet er orienteret", "Record that the department is told";
        ToldOn: "Orienteret den", "Told on";
        NoticePaper: "Åbn orienteringen som papir", "Open the notice as a paper";
        DecisionIntro: "Det, der er besluttet ud over resultaterne: hvad, hvornår og hvor det kan læses. Det hele gemmes i filen og står på afgørelsen.",
            "What was decided beyond the results: what, when and where it can be read. All of it is saved in the file and stands on the decision.";
        NoPay: "Kontrakten har ingen resultatlønaftale, så der er intet at regulere.", "The contract has no agreement on performance pay, so there is nothing to adjust.";
        Before: "Optjent før reguleringen", "Earned before the adjustment";
        After: "Efter reguleringen", "After the adjustment";
        ToPay: "Til udbetaling", "Payable";
        NeedsBase: "Kroner vises, når løn og procent er udfyldt på Resultatløn.", "Kroner show once pay and percent are filled in on performance pay.";
        DecidedOn: "Besluttet den", "Decided on";
        DecidedIn: "Hvor det står", "Where it stands";
        Leaving: "Fratrædelse og misligholdelse", "Leaving and breach";
        Lapsed: "Bortfaldne mål", "Lapsed goals";
        NoLapsed: "Ingen mål er bortfaldet.", "No goal has lapsed.";
        AddLapsed: "Et mål, der bortfalder efter aftale", "A goal that lapses by agreement";
        LetLapse: "Lad det bortfalde", "Let it lapse";
        Addenda: "Allonger", "Addenda";
        NoAddenda: "Ingen måltal er fastsat efter underskriften.", "No target was fixed after the signing.";
        NotFixed: "Måltal, der ikke er fastlagt endnu", "Targets that are not fixed yet";
        Happened: "Hændelser", "Events";
        WhatHappened: "Hvad er besluttet?", "What was decided?";
        ByWhom: "Af hvem", "By whom";
        OnDay: "Dato", "Date";
        OnDayHint: "I dag, hvis feltet er tomt", "Today, where the field is empty";
        AddEvent: "Føj til hændelserne", "Add to the events";
        StrikeEvent: "Streg ud", "Strike out";
        DecisionPaper: "Åbn afgørelsen som papir", "Open the decision as a paper";
    }
}

impl Words {
    /// `3 mål skal departementet orienteres om.`
    pub fn goals_concerned(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, _) => format!("{said} mål skal departementet orienteres om."),
            (Lang::En, 1) => "The department has to be told of 1 goal.".to_owned(),
            (Lang::En, _) => format!("The department has to be told of {said} goals."),
        }
    }

    /// `25 tabt · 50 åbne`, leaving out what is not there.
    pub fn at_stake(self, lost: Option<&str>, open: Option<&str>) -> String {
        let lost = lost.map(|lost| self.pick(format!("{lost} point tabt"), format!("{lost} points lost")));
        let open = open.map(|open| self.pick(format!("{open} point åbne"), format!("{open} points open")));
        lost.into_iter().chain(open).collect::<Vec<_>>().join(" · ")
    }
}
