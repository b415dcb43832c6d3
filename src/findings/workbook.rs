//! What is wrong with a workbook that a table of measured results comes in.

use super::declare::findings;

findings! {
    /// What is wrong with a workbook that a table of measured results comes in.
    WorkbookFault

    Error["workbook-encrypted"] Encrypted
        title("Projektmappe med adgangskode", "Workbook with a password")
        message("Projektmappen er beskyttet med en adgangskode.", "The workbook is protected by a password.")
        why(none)
        hint(
            "Åbn den i regnearket, fjern adgangskoden, og gem en kopi.",
            "Open it in the spreadsheet, remove the password, and save a copy.",
        )

    Error["workbook-other-kind"] OtherKind
        title("Projektmappe i et andet format", "Workbook of another format")
        message(
            "Filen er gemt i et format, som ikke læses her, såsom .xls, .xlsb eller .ods.",
            "The file is saved in a format that is not read here, such as .xls, .xlsb or .ods.",
        )
        why(none)
        hint(
            "Åbn den i regnearket, og gem den som Excel-projektmappe (.xlsx).",
            "Open it in the spreadsheet, and save it as an Excel workbook (.xlsx).",
        )

    Error["workbook-broken"] Broken
        title("Projektmappe, der ikke kan læses", "Workbook that cannot be read")
        message(
            "Projektmappen kan ikke læses: noget i filen er ikke, som det skal være.",
            "The workbook cannot be read: something in the file is not as it has to be.",
        )
        why(none)
        hint(
            "Åbn den i regnearket, og gem den igen som .xlsx.",
            "Open it in the spreadsheet, and save it again as .xlsx.",
        )

    Error["workbook-too-large"] TooLarge
        title("Projektmappen er for stor", "The workbook is too large")
        message(
            "Projektmappen bliver for stor, når den pakkes ud. Den er ikke åbnet.",
            "The workbook becomes too large when it is unpacked. It was not opened.",
        )
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint(
            "Gem arket med resultaterne i en fil for sig, uden tomme rækker og kolonner.",
            "Save the sheet with the results in a file of its own, without empty rows and columns.",
        )

    Error["workbook-without-sheet"] NoSheet { name: String }
        title("Ark, der ikke findes", "Sheet that is not there")
        message("Projektmappen har intet ark med navnet »{name}«.", "The workbook has no sheet called “{name}”.")
        why(none)
        hint(none)

    Warning["workbook-formula-without-value"] FormulaWithoutValue { cell: String }
        title("Formel uden resultat", "Formula without a result")
        message("Formlen i {cell} har intet resultat i filen.", "The formula in {cell} has no result in the file.")
        why(none)
        hint(
            "Åbn filen i regnearket, og gem den, så formlerne bliver regnet ud.",
            "Open the file in the spreadsheet, and save it, so that the formulas are worked out.",
        )

    Note["workbook-macros"] Macros
        title("Projektmappe med makroer", "Workbook with macros")
        message("Projektmappen har makroer. De køres ikke.", "The workbook has macros. They are not run.")
        why(none)
        hint(none)

    Note["workbook-links"] Links
        title("Projektmappe med henvisninger til andre filer", "Workbook with links to other files")
        message(
            "Projektmappen henter tal fra andre filer. De læses, som de stod, da den sidst blev gemt.",
            "The workbook takes figures from other files. They are read as they were when it was last saved.",
        )
        why(none)
        hint(none)
}
