//! What happened, as sentences.

use crate::domain::number::{Decimal, quotient};
use crate::i18n::Words;

texts! {
    /// Messages without anything in them.
    MessageText {
        Undone: "Ændringen er fortrudt.", "The change was undone.";
        Redone: "Ændringen er gjort igen.", "The change was made again.";
        NowLocked: "Vurderingen er låst. Den kan læses, men ikke ændres.", "The assessment was locked. It can be read, but not changed.";
        NowUnlocked: "Vurderingen er låst op og kan ændres. Det er noteret under hændelser.",
            "The assessment was unlocked and can be changed. That is recorded among the events.";
        Locked: "Vurderingen er låst, så intet blev ændret. Lås den op under Vurderinger, hvis den skal ændres.",
            "The assessment is locked, so nothing was changed. Unlock it under Assessments if it has to be changed.";
        DraftExists: "Der ligger en kladde af samme kontrakt i browseren med ændringer, der ikke er gemt som fil.",
            "The browser keeps a draft of the same contract with changes that no file holds.";
        OpenElsewhere: "Kontrakten er også åben i en anden fane, som gemmer kladden.", "The contract is open in another tab too, which saves the draft.";
        TakenOver: "En anden fane gemmer nu kladden. Intet er gået tabt: det, der står her, gemmes i en kladde for sig.",
            "Another tab saves the draft now. Nothing is lost: what stands here is saved in a draft of its own.";
        Keeping: "Det er nu denne fane, der gemmer kladden.", "It is this tab that saves the draft now.";
        DraftGone: "Kladden var blevet slettet i browseren, uden at siden gjorde det. Den gemmes igen.",
            "The draft had been cleared from the browser, not by the page. It is saved again.";
        RemovalFailed: "Ikke alt kunne slettes. Slet resten i browserens indstillinger under data for websteder.",
            "Not everything could be deleted. Delete the rest in the browser's settings for site data.";
        RemovedElsewhere: "Alle data i browseren er slettet fra en anden fane. Det, der er åbent her, er ikke gemt.",
            "All data in the browser was deleted from another tab. What is open here is not saved.";
        DraftRemoved: "Kladden er slettet.", "The draft was deleted.";
        OpenNone: "Åbn ingen af dem", "Open none of them";
        NotUsed: "Bruges ikke:", "Not used:";
        OtherContract: "en anden kontrakt", "another contract";
        OtherAssessment: "en vurdering af en anden kontrakt", "an assessment of another contract";
        OneTooMany: "sagen kan ikke have flere vurderinger", "the case can have no more assessments";
        Mistakes: "filen har fejl; åbn den alene for at se dem", "the file has mistakes; open it by itself to see them";
        NotReadable: "browseren kunne ikke læse filen", "the browser could not read the file";
        OverLimit: "filen er for stor", "the file is too large";
        OtherTable: "en tabel mere; åbn den bagefter", "one more table; open it afterwards";
        NeedsContract: "en tabel med resultater; åbn først kontrakten", "a table of results; open its contract first";
    }
}

impl Words {
    /// A contract was opened.
    pub fn contract_opened(self, title: &str) -> String {
        self.pick(format!("{title} er åbnet."), format!("{title} was opened."))
    }

    /// An assessment was removed.
    pub fn sheet_removed(self, title: &str) -> String {
        self.pick(
            format!("Vurderingen er fjernet: {title}."),
            format!("The assessment was removed: {title}."),
        )
    }

    /// Several contracts were chosen at once.
    pub fn which_contract(self, count: usize) -> String {
        let said = self.count(count);
        let (da, en) = if count == 2 {
            ("Den anden bruges ikke.", "The other one is not used.")
        } else {
            ("De andre bruges ikke.", "The others are not used.")
        };
        self.pick(
            format!("Du valgte {said} kontrakter. Hvilken vil du åbne? {da}"),
            format!("You chose {said} contracts. Which one do you want to open? {en}"),
        )
    }

    /// A draft was opened.
    pub fn draft_resumed(self, title: &str) -> String {
        self.pick(format!("Kladden af {title} er åbnet."), format!("The draft of {title} was opened."))
    }

    /// An assessment was added to the open contract.
    pub fn assessment_added(self, file: &str, same_contract: bool) -> String {
        if same_contract {
            self.pick(
                format!("Vurderingen i {file} er åbnet."),
                format!("The assessment in {file} was opened."),
            )
        } else {
            self.pick(
                format!("Vurderingen i {file} er åbnet. Den er lavet til en anden udgave af kontrakten."),
                format!(
                    "The assessment in {file} was opened. It was made for another version of the contract."
                ),
            )
        }
    }

    /// An assessment of a contract that is not open.
    pub fn assessment_of_other(self, file: &str, contract: &str) -> String {
        self.pick(
            format!("{file} er en vurdering af kontrakten {contract}. Åbn den kontrakt først."),
            format!("{file} is an assessment of the contract {contract}. Open that contract first."),
        )
    }

    /// One more assessment is one too many for a file.
    pub fn too_many_assessments(self, most: usize) -> String {
        let most = self.count(most);
        self.pick(format!(
            "Sagen har {most} vurderinger, og flere kan en fil ikke have. Fjern en, eller gem den for sig."
        ), format!(
            "The case has {most} assessments, and a file can have no more. Remove one, or save it by itself."
        ))
    }

    /// An assessment was begun from another one.
    pub fn begun(self, from: &str) -> String {
        self.pick(
            format!("Den nye vurdering er begyndt. {from} er låst."),
            format!("The new assessment was begun. {from} is locked."),
        )
    }

    /// A result that others combine to was entered.
    pub fn combined_entered(self, goal: &str) -> String {
        self.pick(
            format!("Resultatet for {goal} er sat ind og ikke gemt. Hvor det kommer fra, står under Dokumentation. Fortryd tager det tilbage."),
            format!("The result of {goal} was entered and not saved. Where it comes from stands under Evidence. Undo takes it back."),
        )
    }

    /// The reading of a file was broken off.
    pub fn opening_stopped(self, file: &str) -> String {
        self.pick(
            format!("Indlæsningen af {file} er afbrudt. Det, der var åbent, er uændret."),
            format!("The reading of {file} was broken off. What was open is unchanged."),
        )
    }

    /// A file above the limit.
    pub fn file_too_large(self, file: &str, size: u64, limit: u64) -> String {
        let (size, limit) = (self.megabytes(size), self.megabytes(limit));
        self.pick(
            format!("{file} fylder {size} MB. Vælg en fil på højst {limit} MB."),
            format!("{file} is {size} MB. Choose a file of at most {limit} MB."),
        )
    }

    /// A file that the browser could not read.
    pub fn file_unreadable(self, file: &str) -> String {
        self.pick(
            format!("Browseren kunne ikke læse {file}. Vælg filen igen."),
            format!("The browser could not read {file}. Choose the file again."),
        )
    }

    /// The case was handed to the browser as a file.
    pub fn file_saved(self, file: &str) -> String {
        self.pick(format!("Gemt som {file}."), format!("Saved as {file}."))
    }

    pub(super) fn megabytes(self, bytes: u64) -> String {
        let size = quotient(Decimal::from(bytes), Decimal::from(1024 * 1024), 1);
        self.number(size.unwrap_or_default())
    }
}
