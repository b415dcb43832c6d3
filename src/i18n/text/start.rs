//! Texts of the place where a contract is opened.

use crate::i18n::Words;
use crate::pace::{Progress, Stage};

texts! {
    /// Texts of the start.
    StartText {
        Heading: "Åbn en resultatkontrakt", "Open a performance contract";
        Lead: "Skriv, hvad der er nået, og se straks, hvad der er sikret, tabt og åbent, hvad det betyder for resultatlønnen, og hvor risiciene ligger.",
            "Enter what was reached, and see at once what is secured, lost and open, what it means for the performance pay, and where the risks lie.";
        Privacy: "Alt bliver i denne browser: intet sendes nogen steder hen, og kladder ligger kun på denne maskine.",
            "Everything stays in this browser: nothing is sent anywhere, and drafts lie on this machine only.";
        FileHeading: "Fra en fil", "From a file";
        DropHere: "Slip en fil her", "Drop a file here";
        DropHint: "En kontrakt eller en gemt sag som JSON og, når kontrakten er åben, målte resultater som CSV; højst 8 MB",
            "A contract or a saved case as JSON and, once the contract is open, measured results as CSV; at most 8 MB";
        Choose: "Vælg fil", "Choose file";
        FromTable: "Ny kontrakt fra en tabel", "New contract from a table";
        SideBySide: "Se mange kontrakter side om side", "See many contracts side by side";
        FromNothing: "Begynd fra bunden", "Begin from nothing";
        FromLastYear: "Ud fra sidste års sag", "From last year’s case";
        NewTitle: "Ny resultatkontrakt", "New performance contract";
        Examples: "Eksempler", "Examples";
        NewContract: "Skriv en ny kontrakt", "Write a new contract";
        NewContractLead: "Begynd fra en skabelon. Den åbnes som en kladde, og det, der skal udfyldes, står som fund ved kontrakten.",
            "Begin from a template. It opens as a draft, and what has to be filled in stands as findings beside the contract.";
        NewYear: "Kontraktens år", "Year of the contract";
        BeginTemplate: "Begynd", "Begin";
        DraftsHeading: "Fortsæt en kladde", "Continue a draft";
        NoDrafts: "Der er ingen kladder i denne browser.", "There are no drafts in this browser.";
        Resume: "Fortsæt", "Continue";
        WithPlan: ", med valg til næste års kontrakt", ", with choices for next year’s contract";
        DeleteDraft: "Slet", "Delete";
        Damaged: "Kladden er beskadiget", "The draft is damaged";
        DownloadDamaged: "Hent som fil", "Download as a file";
        DeleteAll: "Slet alle data", "Delete all data";
        DeleteAllAsk: "Alle kladder i denne browser slettes, og det samme gør siden, som den er gemt til brug uden netværk. Det kan ikke fortrydes. Filer, du selv har gemt, røres ikke.",
            "All drafts in this browser will be deleted, and so will the page as it is kept for use without a network. This cannot be undone. Files that you saved yourself are not touched.";
        DeleteAllYes: "Ja, slet alt", "Yes, delete all";
        Deleted: "Alle data i browseren er slettet. Siden er ikke længere gemt til brug uden netværk; det bliver den igen, næste gang den åbnes med netværk.",
            "All data in the browser has been deleted. The page is no longer kept for use without a network; it will be again the next time it is opened with one.";
        DeletedLocalFile: "Alle data i browseren er slettet.", "All data in the browser has been deleted.";
        RefusedHeading: "Filen kan ikke åbnes", "The file cannot be opened";
        RefusedKept: "Det, der var åbent, er uændret.", "What was open is unchanged.";
        BackToOpen: "Tilbage til den åbne kontrakt", "Back to the open contract";
        ExamplesLead: "Åbn en kontrakt tom, eller udfyldt med en vurdering som eksempel.", "Open a contract blank, or filled in with an example of an assessment.";
        Blank: "Tom", "Blank";
        Filled: "Udfyldt", "Filled in";
        AboutAms2009: "Point, resultatløn og risici", "Points, performance pay and risks";
        AboutMinistry2009: "Mål, som de andre kontrakter bidrager til", "Goals that the other contracts contribute to";
        AboutCopenhagen2009: "Mål uden vægt i fire perspektiver", "Goals without weights in four perspectives";
        AboutDebureaucratisation2009: "Forslag med frister, og antal, der skal stemme", "Proposals with deadlines, and counts that have to add up";
        AboutVejlefjord2015: "Basisramme og ekstraramme i kroner, mål bedømt på en skala", "Two pots in kroner, goals rated on a scale";
        AboutTrafikstyrelsen2023: "Seks mål med milepæle, og en tabel fra opfyldelse til løn", "Six goals with milestones, and a table from fulfilment to pay";
        AboutSesRatings: "Fem elementer bedømt fra 1 til 5, og niveauer af det hele", "Five elements rated from 1 to 5, and levels of the whole";
        AboutScorecard2023: "Tærskel, mål og maksimum, og et loft i kroner", "Threshold, target and maximum, and a cap in kroner";
        AboutAms2003: "Krav i dele uden vægt, budget og afrapportering", "Requirements in parts without weights, budget and reporting";
        Older: "Kladden er fra en ældre udgave af siden, end den kan læse", "The draft is of an older version of the page than it can read";
        PrivateWindow: "I et privat vindue sletter browseren kladderne, når vinduet lukkes.", "In a private window the browser deletes the drafts when the window is closed.";
        Removed: "Alle data er slettet fra en anden fane, så der gemmes ikke kladder her, før du siger til.", "All data was deleted from another tab, so drafts are not kept here until you say so.";
        Newer: "Kladden er fra en nyere udgave af siden", "The draft is of a newer version of the page";
        Blocked: "Browseren tillader ikke, at siden gemmer kladder. Gem dit arbejde som fil.", "The browser does not let the page keep drafts. Save your work as a file.";
        LocalFile: "Siden er åbnet som en lokal fil. Andre lokale sider kan læse det, der gemmes i browseren, så kladder gemmes kun, hvis du vælger det.", "The page was opened as a local file. Other local pages can read what is kept in the browser, so drafts are kept only if you choose so.";
    }
}

impl Words {
    /// The identifier of a contract that is begun in a year: `kontrakt-2010`.
    pub fn new_contract_id(self, year: i32) -> String {
        format!("{}-{year}", self.pick("kontrakt", "contract"))
    }

    /// `Gennemgår stor.json: 4.300 af 10.000 mål`.
    pub fn reading_file(self, file: &str, progress: Option<Progress>) -> String {
        let count = |progress: Progress| {
            let [done, of] = [progress.done, progress.of].map(|number| self.count(number));
            self.pick(format!(": {done} af {of} mål"), format!(": {done} of {of} goals"))
        };
        match (progress, progress.map(|progress| progress.stage)) {
            (Some(progress), Some(Stage::Goals)) => {
                format!("{} {file}{}", self.pick("Gennemgår", "Going through"), count(progress))
            }
            (_, Some(Stage::Keys)) => format!("{} {file}", self.pick("Gennemgår", "Going through")),
            (_, Some(Stage::Checks)) => format!("{} {file}", self.pick("Kontrollerer", "Checking")),
            (_, Some(Stage::Fingerprint)) => {
                format!(
                    "{} {file}",
                    self.pick("Beregner fingeraftrykket af", "Working out the fingerprint of")
                )
            }
            (_, Some(Stage::Results)) => {
                format!("{} {file}", self.pick("Beregner resultaterne i", "Working out the results in"))
            }
            _ => format!("{} {file}", self.pick("Læser", "Reading")),
        }
    }

    /// `50 pct. er læst`.
    pub fn reading_percent(self, percent: usize) -> String {
        self.pick(format!("{percent} pct. er læst"), format!("{percent} per cent read"))
    }

    /// `linje 12, tegn 5`.
    pub fn line_and_column(self, line: usize, column: usize) -> String {
        self.pick(format!("linje {line}, tegn {column}"), format!("line {line}, column {column}"))
    }

    /// `3 fejl i ams.json`.
    pub fn found_in_file(self, found: &str, file: &str) -> String {
        format!("{found} {} {file}", self.pick("i", "in"))
    }

    /// `gemt 12.01.2010 kl. 14.32`.
    pub fn draft_saved(self, when: &str) -> String {
        self.pick(format!("gemt {when}"), format!("saved {when}"))
    }
}

/// The name of a button that stands beside others of its kind.
pub fn named(action: &str, what: &str) -> String {
    format!("{action}: {what}")
}
