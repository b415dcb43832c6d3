//! Texts that stand around every place: the top bar, the summary, the places' names, banners.

use crate::i18n::{Lang, Words};

texts! {
    /// Texts around every place.
    PageText {
        Name: "Resultatkontrakt", "Resultatkontrakt";
        SkipToContent: "Gå til indholdet", "Skip to the content";
        Places: "Steder", "Places";
        Start: "Start", "Start";
        StartOver: "Åbn en anden", "Open another";
        Results: "Resultater", "Results";
        Pay: "Resultatløn", "Performance pay";
        BandReached: "Samlet niveau", "Overall level";
        Risks: "Risici", "Risks";
        Contract: "Kontrakt", "Contract";
        Undo: "Fortryd", "Undo";
        Redo: "Annuller fortryd", "Redo";
        Print: "Udskriv", "Print";
        Portfolio: "Portefølje", "Portfolio";
        Help: "Hjælp", "Help";
        SaveFile: "Gem fil", "Save file";
        Language: "Sprog", "Language";
        Danish: "Dansk", "Dansk";
        English: "English", "English";
        SavingOff: "gemmes ikke i browseren", "not saved in the browser";
        StoringDraft: "kladden gemmes …", "saving the draft …";
        Saving: "Gemmer …", "Saving …";
        SaveFailed: "Kladden kunne ikke gemmes i browseren", "The draft could not be saved in the browser";
        SaveFailedWayOut: "Gem den som fil, så intet går tabt.", "Save it as a file, so that nothing is lost.";
        StorageFull: "der er ikke plads til mere", "there is no room for more";
        StorageBlocked: "browseren tillader ikke, at siden gemmer noget", "the browser does not let the page keep anything";
        StorageForgets: "browseren beholdt ikke det, den fik", "the browser did not hold on to what it was given";
        StorageNewer: "en nyere udgave af siden gemmer kladderne på sin egen måde; genindlæs siden", "a newer version of the page saves drafts in a way of its own; reload the page";
        DraftDeleted: "kladden er slettet", "the draft was deleted";
        NewVersion: "Ny version – gem og genindlæs", "New version – save and reload";
        NewVersionWaits: "Der er en ny version af siden. Det, du har åbent, gemmes i browseren og åbnes igen bagefter.",
            "There is a new version of the page. What you have open is saved in the browser and opened again afterwards.";
        NewVersionSaveFirst: "Browseren kan ikke gemme det, du har ændret. Gem det som fil, før du genindlæser.",
            "The browser cannot save what you changed. Save it as a file before you reload.";
        NotNow: "Ikke nu", "Not now";
        PartComing: "Henter …", "Loading …";
        PartMissing: "Denne del af siden kunne ikke hentes. Se efter, om der er forbindelse til nettet, og prøv igen. Det, du har åbent, er her endnu.",
            "This part of the page could not be loaded. Check that there is a network connection, and try again. What you have open is still here.";
        TryAgain: "Prøv igen", "Try again";
        TabsBeside: "Kontrakten er åben i en anden fane, som gemmer kladden. Det, du ændrer her, gemmes i en kladde for sig.",
            "The contract is open in another tab, which saves the draft. What you change here is saved in a draft of its own.";
        TabsFollowing: "Du ser den kladde, som en anden fane gemmer, og den følger med, når der ændres dér. Ændrer du noget her, bliver det en kladde for sig.",
            "You see the draft that another tab saves, and it follows what is changed there. If you change something here, it becomes a draft of its own.";
        Follow: "Vis den anden fanes kladde", "Show the other tab's draft";
        TakeOver: "Gem kladden i denne fane i stedet", "Save the draft in this tab instead";
        Development: "Resultatkontrakt under udvikling: ikke en udgave, der er givet ud", "Resultatkontrakt in development: not a version that was released";
        SourceHash: "Fingeraftryk af alt det, siden er bygget af", "Fingerprint of everything that the page was built from";
        KeepInBrowser: "Gem kladden i denne browser", "Save the draft in this browser";
        Summary: "Samlet stilling", "Overall standing";
        PointsSecured: "point sikret", "points secured";
        PointsLost: "tabt", "lost";
        PointsOpen: "åbne", "open";
        PointsExpected: "heraf ventes", "of which expected";
        CountMet: "opfyldt", "met";
        CountPartly: "delvist", "partly met";
        CountNot: "ikke opfyldt", "not met";
        CountOpen: "åbne", "open";
        CountUndetermined: "ikke fastlagt", "not fixed";
        CountLapsed: "bortfaldet", "lapsed";
        HideKroner: "Skjul kroner (F8)", "Hide kroner (F8)";
        ShowKroner: "Vis kroner (F8)", "Show kroner (F8)";
        PayNeedsBase: "Kroner kommer, når løn og procent er udfyldt", "Kroner follow once pay and percent are filled in";
        Close: "Luk", "Close";
        Remove: "Fjern", "Remove";
        ClearEntry: "Ryd alt for dette mål", "Clear everything for this goal";
        Cancel: "Annuller", "Cancel";
        Source: "Kilde", "Source";
        ShowAsTable: "Vis som tabel", "Show as a table";
        Confidential: "Fortroligt", "Confidential";
        Fingerprint: "Kontraktens fingeraftryk", "The contract's fingerprint";
        Assumptions: "Forudsætninger", "Assumptions";
    }
}

impl Words {
    /// `af 1.000 point`.
    pub fn out_of_points(self, total: &str) -> String {
        self.pick(format!("af {total} point"), format!("of {total} points"))
    }

    /// `heraf ventes 275`: of the open points, by what was measured and forecast so far.
    pub fn expected_of(self, points: &str) -> String {
        self.pick(format!("heraf ventes {points}"), format!("of which {points} expected"))
    }

    /// `af 18 mål`.
    pub fn out_of_goals(self, total: usize) -> String {
        let total = self.count(total);
        self.pick(format!("af {total} mål"), format!("of {total} goals"))
    }

    /// `101.171,25–149.471,25 kr. af 172.500,00 kr.`
    pub fn earned_of(self, earned: &str, full: &str) -> String {
        self.pick(format!("{earned} af {full}"), format!("{earned} of {full}"))
    }

    /// `til udbetaling 50.169,85–74.121,36 kr.`
    pub fn to_be_paid(self, payable: &str) -> String {
        self.pick(format!("til udbetaling {payable}"), format!("payable {payable}"))
    }

    /// `kladde gemt 14.32`.
    pub fn saved_at(self, time: &str) -> String {
        self.pick(format!("kladde gemt {time}"), format!("draft saved {time}"))
    }

    /// `Kontrakten har 3 fund.`
    pub fn findings_in_contract(self, count: usize) -> String {
        let (number, noun) = (self.count(count), self.findings_noun(count));
        match self.lang {
            Lang::Da => format!("Kontrakten har {number} {noun}."),
            Lang::En => format!("The contract has {number} {noun}."),
        }
    }

    /// The word after the number in `10 fund`.
    pub fn findings_noun(self, count: usize) -> &'static str {
        self.pick("fund", if count == 1 { "finding" } else { "findings" })
    }

    /// `Udskrevet 12.01.2010`.
    pub fn printed_on(self, date: &str) -> String {
        self.pick(format!("Udskrevet {date}"), format!("Printed {date}"))
    }

    /// `Resultatkontrakt 0.1.0 af 22.11.2026 · kildens`, which its hash follows; without a day where the build
    /// could not know it.
    pub fn release_named(self, version: &str, date: Option<&str>) -> String {
        let name = self.text(PageText::Name);
        let built = match date {
            Some(date) => {
                self.pick(format!("{name} {version} af {date}"), format!("{name} {version} of {date}"))
            }
            None => format!("{name} {version}"),
        };
        self.pick(format!("{built} · kildens"), format!("{built} · the source's"))
    }

    /// Why the browser does not keep the draft, and the way out.
    pub fn drafts_not_kept(self, reason: PageText) -> String {
        let (failed, way_out) = (self.text(PageText::SaveFailed), self.text(PageText::SaveFailedWayOut));
        format!("{failed}: {}. {way_out}", self.text(reason))
    }

    /// `ventet 72,10 %, 98.765,43 kr.`: the pay if what was measured and forecast so far were results.
    pub fn expected_pay(self, percent: &str, payable: Option<&str>) -> String {
        let said = payable.map_or_else(|| percent.to_owned(), |payable| format!("{percent}, {payable}"));
        self.pick(format!("ventet {said}"), format!("expected {said}"))
    }

    /// `225 point sikret, 400 åbne, heraf ventes 275, 375 tabt`: what the bar shows, for those who do not see it.
    pub fn bar_label(self, secured: &str, lost: &str, open: &str, expected: Option<&str>) -> String {
        let expected = expected.map(|points| format!(", {}", self.expected_of(points))).unwrap_or_default();
        self.pick(
            format!("{secured} point sikret, {open} åbne{expected}, {lost} tabt"),
            format!("{secured} points secured, {open} open{expected}, {lost} lost"),
        )
    }

    /// What is said aloud once the score has changed.
    pub fn score_aloud(self, secured: &str, lost: &str, open: &str, pay: Option<&str>) -> String {
        let score = self.bar_label(secured, lost, open, None);
        match pay {
            Some(pay) => {
                self.pick(format!("{score}. Resultatløn {pay}"), format!("{score}. Performance pay {pay}"))
            }
            None => score,
        }
    }

    /// The window's title.
    pub fn window_title(self, contract: Option<&str>) -> String {
        let name = self.text(PageText::Name);
        contract.map_or_else(|| name.to_owned(), |title| format!("{title} – {name}"))
    }

    /// `1 fejl, 2 advarsler` beside the name of an error summary.
    pub fn fields_to_correct(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "Ét felt skal rettes".to_owned(),
            (Lang::Da, _) => format!("{said} felter skal rettes"),
            (Lang::En, 1) => "One field needs correcting".to_owned(),
            (Lang::En, _) => format!("{said} fields need correcting"),
        }
    }
}
