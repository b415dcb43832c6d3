//! Texts of the assessments, and the names of the places around them.

use super::ResultsText;
use super::results::{assessor, status};
use crate::domain::assessment::{Assessment, Event, EventKind, Struck};
use crate::domain::number::Decimal;
use crate::domain::standing::Standing;
use crate::i18n::{Lang, Words};

texts! {
    /// Texts of the assessments.
    OverviewText {
        Parts: "Dele af vurderingerne", "Parts of the assessments";
        All: "Alle vurderinger", "All assessments";
        Assessments: "Vurderinger", "Assessments";
        Duty: "Orientering", "Notice";
        Decision: "Afgørelse", "Decision";
        Assessment: "Vurdering", "Assessment";
        Papers: "Papirer", "Papers";
        Compare: "Sammenlign", "Compare";
        Secured: "Sikret", "Secured";
        Lost: "Tabt", "Lost";
        Open: "Åbent", "Open";
        Actions: "Handlinger", "Actions";
        Show: "Vis", "Show";
        Shown: "vises nu", "shown now";
        Locked: "låst", "locked";
        OtherContract: "lavet til en anden kontrakt", "made for another contract";
        OlderContract: "lavet til en anden udgave af kontrakten", "made for another version of the contract";
        StartNext: "Begynd en ny herfra", "Begin a new one from this";
        WhoAssesses: "Hvem vurderer nu?", "Who assesses now?";
        Begin: "Begynd", "Begin";
        Cancel: "Annuller", "Cancel";
        Lock: "Lås", "Lock";
        Unlock: "Lås op", "Unlock";
        Remove: "Fjern", "Remove";
        AddBlank: "Tilføj en tom vurdering", "Add an empty assessment";
        WhatIf: "Hvad nu hvis", "What if";
        Intro: "Sagen kan rumme flere vurderinger af kontrakten: direktørens, departementets og den aftalte, ved midtvejs og ved årets slutning. Alle gemmes i samme fil.",
            "A case can hold several assessments of the contract: the director's, the department's and the agreed one, at mid-year and at the year's end. All are saved in one file.";
        IsLocked: "Vurderingen er låst og kan læses, men ikke ændres.", "The assessment is locked: it can be read, but not changed.";
        GoToAssessments: "Lås op under Vurderinger", "Unlock it under Assessments";
        Timeline: "Udvikling over året", "Development over the year";
        TimelineNeeds: "Når flere vurderinger har en dato, vises her, hvordan sikrede, tabte og åbne point udvikler sig.",
            "Once several assessments have a date, this shows how secured, lost and open points develop.";
        ThisOne: "Vurderingen, der vises", "The assessment that is shown";
        Events: "Hændelser", "Events";
        NoEvents: "Der er ingen hændelser endnu.", "There are no events yet.";
        EventLocked: "Låst", "Locked";
        EventUnlocked: "Låst op", "Unlocked";
        EventCopied: "Begyndt som kopi", "Begun as a copy";
        EventTaken: "Linjer taget over", "Lines taken over";
        EventDecided: "Besluttet", "Decided";
        EventInformed: "Departementet orienteret", "Department told";
        EventOther: "Andet", "Other";
        LockNote: "Bemærkning ved låsning eller oplåsning", "Remark on locking or unlocking";
        LockHint: "Valgfri. Den noteres sammen med dagen.", "Optional. It is recorded together with the day.";
        LockDay: "Låst eller låst op den", "Locked or unlocked on";
    }
}

impl Words {
    /// `Direktøren · Årsstatus · 31.12.2009`: whose it is, how far along, and which day it describes.
    pub fn assessment_title(self, assessment: &Assessment) -> String {
        let (by, status) = (self.text(assessor(assessment.by)), self.text(status(assessment.status)));
        match assessment.as_of {
            Some(date) => format!("{by} · {status} · {}", self.date(date)),
            None => format!("{by} · {status}"),
        }
    }

    /// The same, of a copy that things are tried out in.
    pub fn trial_title(self, assessment: &Assessment) -> String {
        format!("{} · {}", self.text(ResultsText::WhatIf), self.assessment_title(assessment))
    }
}

/// What happened to an assessment.
pub fn event(kind: EventKind) -> OverviewText {
    match kind {
        EventKind::Locked => OverviewText::EventLocked,
        EventKind::Unlocked => OverviewText::EventUnlocked,
        EventKind::Copied => OverviewText::EventCopied,
        EventKind::Taken => OverviewText::EventTaken,
        EventKind::Decided => OverviewText::EventDecided,
        EventKind::Informed => OverviewText::EventInformed,
        EventKind::Other => OverviewText::EventOther,
    }
}

impl Words {
    /// `15.01.2010: Låst (KL). Underskrevet`.
    pub fn event(self, happened: &Event) -> String {
        let date = happened.on.map(|date| format!("{}: ", self.date(date))).unwrap_or_default();
        let by = happened.by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
        let note = happened.note.as_ref().map(|note| format!(". {note}")).unwrap_or_default();
        format!("{date}{}{by}{note}", self.text(event(happened.kind)))
    }

    /// `streget ud 20.01.2010 (Departementet)`.
    pub fn struck(self, struck: &Struck) -> String {
        let date = struck.on.map(|date| format!(" {}", self.date(date))).unwrap_or_default();
        let by = struck.by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
        format!("{}{date}{by}", self.pick("streget ud", "struck out"))
    }

    /// `3 bemærkninger`: what the calculation has against what was entered.
    pub fn remarks(self, count: usize) -> String {
        match (self.lang, count) {
            (Lang::Da, 1) => "1 bemærkning".to_owned(),
            (Lang::Da, _) => format!("{} bemærkninger", self.count(count)),
            (Lang::En, 1) => "1 remark".to_owned(),
            (Lang::En, _) => format!("{} remarks", self.count(count)),
        }
    }

    /// What a column of the picture of the year shows.
    pub fn standing_column(self, name: &str, standing: Standing) -> String {
        let said = |figure: Decimal| self.number(figure);
        let (secured, lost, open) = (said(standing.secured), said(standing.lost), said(standing.open));
        self.pick(
            format!("{name}: {secured} sikret, {lost} tabt, {open} åbne"),
            format!("{name}: {secured} secured, {lost} lost, {open} open"),
        )
    }
}
