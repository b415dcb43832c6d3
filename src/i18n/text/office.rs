//! Texts of workbooks and documents.

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
    }
}
