//! Texts of the contract as a document.

texts! {
    /// Texts of Kontraktudkast.
    DraftText {
        History: "Historik", "History";
        Guidelines: "Sigtelinjer", "Guidelines";
        Counts: "Opgøres af to optællinger", "Worked out from two counts";
    }
}
