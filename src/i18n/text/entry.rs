//! Texts of the fields that results are entered in.

use crate::domain::date::Date;
use crate::domain::reported::Measurement;
use crate::i18n::Words;

texts! {
    /// Texts of the fields.
    EntryText {
        Result: "Resultat", "Result";
        DateReached: "Dato for opfyldelse", "Date reached";
        DatePattern: "dd.mm.åååå", "dd.mm.yyyy";
        NotReached: "Nås ikke", "Will not be reached";
        ReadingOf: "Målt i", "Measured in";
        Final: "Endeligt resultat", "Final result";
        Reading: "Måling", "Reading";
        Readings: "Målinger i årets løb", "Readings over the year";
        Done: "Udført?", "Done?";
        Fulfilled: "Opfyldt?", "Met?";
        Yes: "Ja", "Yes";
        No: "Nej", "No";
        Clear: "Ryd svaret", "Clear the answer";
        Points: "Point", "Points";
        OrResult: "Eller selve resultatet", "Or the result itself";
        Numerator: "Tæller", "Numerator";
        Denominator: "Nævner", "Denominator";
        Level: "Niveau", "Level";
        PointsUnit: "point", "points";
        Reason: "Begrundelse", "Reason";
        Confirm: "Bekræft som egen", "Confirm as your own";
        Baseline: "Udgangspunkt", "Baseline";
        FixTarget: "Fastsæt måltal", "Fix the target";
        FixedTarget: "Måltal efter allonge", "Target by addendum";
        RemoveTarget: "Fjern måltallet", "Remove the target";
        Relation: "Krav", "Requirement";
        AtMost: "højst", "at most";
        AtLeast: "mindst", "at least";
        About: "cirka", "about";
        Below: "under", "below";
        Above: "over", "above";
        Between: "mellem", "between";
        ByDate: "senest", "by";
        ToBeDone: "gennemført", "to be done";
        Lowest: "Laveste tal", "Lowest figure";
        Highest: "Højeste tal", "Highest figure";
        Deadline: "Frist", "Deadline";
        OtherAddendum: "Måltallet kommer fra en fil og kan ikke ændres her.", "The target comes from a file and cannot be changed here.";
        Value: "Måltal", "Target";
        MeasuredIn: "Måleperiode", "Measuring period";
        Agreed: "Aftalt den", "Agreed on";
        AgreedIn: "Aftalt hvor", "Agreed where";
        Note: "Note", "Note";
        WhatWasDone: "Hvad der er gjort", "What was done";
        Evidence: "Dokumentation", "Evidence";
        EvidenceHint: "Hvor kan resultatet slås op?", "Where can the result be looked up?";
        Lapsed: "Bortfaldet efter aftale", "Lapsed by agreement";
        LapsedReason: "Hvad er aftalt, og hvornår?", "What was agreed, and when?";
        NoticeCause: "Årsag", "Cause";
        NoticeMeasures: "Foranstaltninger", "Measures";
        NoticeOn: "Orienteret den", "Told on";
        By: "Vurderet af", "Assessed by";
        Status: "Stade", "Stage";
        AsOf: "Vurderet pr.", "As of";
        AsOfHint: "Frister før denne dag er overskredet", "Deadlines before this day are overdue";
        WhichNumber: "Hvilket tal mener du?", "Which number do you mean?";
        Amount: "Beløb", "Amount";
    }
}

/// The name of a goal's field: `Mål 2: resultat`.
pub fn field_of(goal: &str, field: &str) -> String {
    format!("{goal}: {}", lower_first(field))
}

impl Words {
    /// `Vurderingen gælder stadig pr. 30.06.2009`: what is typed for its day cannot be read.
    pub fn still_as_of(self, day: Date) -> String {
        let day = self.date(day);
        self.pick(
            format!("Indtil da gælder vurderingen stadig pr. {day}"),
            format!("Until then the assessment is still as of {day}"),
        )
    }

    /// `0–150 point`.
    pub fn point_range(self, min: &str, max: &str) -> String {
        self.pick(format!("{min}–{max} point"), format!("{min}–{max} points"))
    }

    /// `Angiv 2008-tal`: the name of the field for a baseline that the contract lacks.
    pub fn baseline_for(self, period: Option<&str>) -> String {
        match period {
            Some(period) => self.pick(format!("Tal for {period}"), format!("Figure for {period}")),
            None => self.text(EntryText::Baseline).to_owned(),
        }
    }

    /// `Seneste måling: 26.300 (maj 2009)`.
    pub fn latest_reading(self, reading: &Measurement) -> String {
        let (value, period) = (self.number(reading.value), self.period(reading.period));
        self.pick(
            format!("Seneste måling: {value} ({period})"),
            format!("Latest reading: {value} ({period})"),
        )
    }

    /// `allonge af 12.03.2009`: what fixed a target later.
    pub fn addendum_name(self, agreed: Option<Date>) -> String {
        match agreed.map(|date| self.date(date)) {
            Some(date) => self.pick(format!("allonge af {date}"), format!("addendum of {date}")),
            None => self.pick("allonge", "addendum").to_owned(),
        }
    }

    /// `Besvaret ved allonge af 12.03.2009.`: a finding about an open target, once that is fixed.
    pub fn answered_by_addendum(self, agreed: Option<Date>) -> String {
        let addendum = self.addendum_name(agreed);
        self.pick(format!("Besvaret ved {addendum}."), format!("Answered by {addendum}."))
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
