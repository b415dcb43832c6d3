//! Texts of workbooks and documents.

use crate::i18n::Words;

texts! {
    /// Texts of workbooks and documents.
    OfficeText {
        About: "Om", "About";
        Said: "Oplysning", "Information";
        Assessment: "Vurdering", "Assessment";
        MadeFrom: "Lavet af", "Made from";
        HowToUse: "Sådan bruges den", "How to use it";
        Use: "Resultater skrives i de gule celler. Point følger med, hvor reglen er enkel; de andre regnes ud på siden, når projektmappen hentes ind igen. Arkene er beskyttet uden adgangskode.",
            "Results are written in the yellow cells. Points follow where the rule is a plain one; the others are worked out on the page once the workbook is brought in again. The sheets are protected without a password.";
        AsWorkbook: "Hent som Excel", "Download as Excel";
        AsDocument: "Hent som Word", "Download as Word";
        Page: "Side", "Page";
        File: "Fil", "File";
        Title: "Titel", "Title";
        Year: "År", "Year";
        AsOf: "Pr.", "As of";
        PointsSecured: "Point sikret", "Points secured";
        PointsOpen: "Point åbne", "Points open";
        PointsLost: "Point tabt", "Points lost";
        PointsInAll: "Point i alt", "Points in all";
        GoalsMet: "Opfyldte mål", "Goals met";
        Goals: "Mål i alt", "Goals in all";
        Days: "Dage siden", "Days ago";
        PartAtRisk: "Del af kontrakten", "Part of the contract";
        Why: "Hvorfor", "Why";
        Noticed: "Bemærket", "Noticed";
        Template: "Word-skabelon", "Word template";
        TemplateHint: "Word-dokumentet kan få jeres egne skrifttyper, overskrifter, sider, sidehoveder og sidefødder. Skabelonens tekst bruges ikke.",
            "The Word document can have your own fonts, headings, pages, page heads and feet. The template’s text is not used.";
        ChooseTemplate: "Vælg skabelon", "Choose template";
        RemoveTemplate: "Fjern skabelonen", "Remove the template";
        TemplatePartly: "Et sidehoved eller en sidefod bruges ikke, fordi der er andet i det end tekst, billeder og sidetal.",
            "A page head or foot is not used, because there is more in it than text, pictures and page numbers.";
        TemplateForWord: "En skabelon bruges kun til Word-dokumenter (--format docx).", "A template is used for Word documents alone (--format docx).";
        TemplateOtherKind: "Filen er ikke en Word-skabelon. Gem den som .docx eller .dotx i Word.", "The file is no Word template. Save it as .docx or .dotx in Word.";
        TemplateBroken: "Skabelonen kan ikke læses. Åbn den i Word, og gem den igen.", "The template cannot be read. Open it in Word, and save it again.";
        TemplateEncrypted: "Skabelonen er beskyttet med en adgangskode. Fjern den i Word, og gem en kopi.", "The template is protected by a password. Remove it in Word, and save a copy.";
        TemplateTooLarge: "Skabelonen er for stor. Fjern store billeder i Word, og gem en kopi.", "The template is too large. Remove large pictures in Word, and save a copy.";
    }
}

impl Words {
    /// `Skabelon: brev.dotx`: the template that documents are written with.
    pub fn template_used(self, name: &str) -> String {
        self.pick(format!("Skabelon: {name}"), format!("Template: {name}"))
    }
}
