//! Texts about the file that holds the work: whether it does, and what others did to it.

use crate::i18n::Words;

texts! {
    /// Texts about the file.
    FileText {
        Save: "Gem", "Save";
        SaveAs: "Gem som …", "Save as …";
        SaveAnyway: "Gem alligevel", "Save anyway";
        Saved: "Gemt", "Saved";
        Unsaved: "Ikke gemt", "Not saved";
        ChangedShort: "Ændret på disken", "Changed on disk";
        Nothing: "Intet at gemme", "Nothing to save";
        Kind: "Resultatkontrakter (JSON)", "Performance contracts (JSON)";
        Readable: "Resultatkontrakter og målte resultater", "Performance contracts and measured results";
        OpenTheirs: "Åbn filens udgave", "Open the file’s version";
        Overwrite: "Overskriv filen", "Overwrite the file";
        SaveOursAs: "Gem min udgave som …", "Save my version as …";
        TakeBack: "Hent dem frem", "Bring them back";
        DropAside: "Kassér dem", "Discard them";
    }
}

impl Words {
    /// Somebody else wrote the file.
    pub fn file_edited(self, file: &str) -> String {
        self.pick(format!(
            "{file} er blevet ændret på disken, siden den blev åbnet eller gemt her. Intet er overskrevet. Hvilken udgave skal gælde?"
        ), format!(
            "{file} was changed on disk since it was opened or saved here. Nothing was overwritten. Which version counts?"
        ))
    }

    /// Somebody else removed the file.
    pub fn file_gone(self, file: &str) -> String {
        self.pick(
            format!("{file} er ikke længere på disken. Gem din udgave som en ny fil."),
            format!("{file} is no longer on disk. Save your version as a new file."),
        )
    }

    /// Unsaved changes that stepped back for something that was opened.
    pub fn changes_put_aside(self, title: &str) -> String {
        self.pick(
            format!("Dine ændringer i {title}, som ingen fil har, er lagt til side."),
            format!("Your changes in {title}, which no file has, are put aside."),
        )
    }

    /// The browser may not write the file.
    pub fn saved_instead(self, file: &str, refused: &str) -> String {
        self.pick(format!(
            "Browseren må ikke skrive i {refused}. Sagen er hentet som {file} i stedet, og det er den fil, der gælder nu."
        ), format!(
            "The browser may not write to {refused}. The case was downloaded as {file} instead, and that file counts now."
        ))
    }

    /// The file would be larger than what the page opens.
    pub fn case_too_large(self, limit: usize) -> String {
        let limit = self.megabytes(u64::try_from(limit).unwrap_or(u64::MAX));
        self.pick(format!(
            "Sagen er ikke gemt: filen ville fylde mere end de {limit} MB, som siden kan åbne. Fjern vurderinger, der ikke skal bruges mere, eller forkort lange noter, og gem igen."
        ), format!(
            "The case was not saved: the file would take more than the {limit} MB that the page opens. Remove assessments that are no longer needed, or shorten long notes, and save again."
        ))
    }

    /// Writing failed, and the file is what it was.
    pub fn file_untouched(self, file: &str) -> String {
        self.pick(format!(
            "{file} kunne ikke skrives. Filen er, som den var, og dine ændringer er stadig her. Prøv igen, eller gem som en ny fil."
        ), format!(
            "{file} could not be written. The file is as it was, and your changes are still here. Try again, or save as a new file."
        ))
    }

    /// Writing failed, and nobody knows what the file holds.
    pub fn file_uncertain(self, file: &str) -> String {
        self.pick(format!(
            "{file} kunne ikke skrives, og det er uvist, hvad filen indeholder nu. Dine ændringer er stadig her: gem dem som en ny fil."
        ), format!(
            "{file} could not be written, and what it holds now is uncertain. Your changes are still here: save them as a new file."
        ))
    }

    /// The file holds something else than what was written.
    pub fn file_not_kept(self, file: &str) -> String {
        self.pick(format!(
            "{file} blev skrevet, men indeholder ikke det, der blev gemt. Dine ændringer er stadig her: gem dem som en ny fil."
        ), format!(
            "{file} was written but does not hold what was saved. Your changes are still here: save them as a new file."
        ))
    }
}
