//! What is wrong with a file of an office program that figures or tables come in.

use super::declare::findings;

findings! {
    /// What is wrong with a file of an office program that figures or tables come in.
    OfficeFault

    Error["office-encrypted"] Encrypted
        title("Fil med adgangskode", "File with a password")
        message("Filen er beskyttet med en adgangskode.", "The file is protected by a password.")
        why(none)
        hint(
            "Åbn den i det program, den er lavet i, fjern adgangskoden, og gem en kopi.",
            "Open it in the program that it was made in, remove the password, and save a copy.",
        )

    Error["office-other-kind"] OtherKind
        title("Fil i et andet format", "File of another format")
        message(
            "Filen er gemt i et format, som ikke læses her, såsom .xls, .xlsb, .doc eller .odt.",
            "The file is saved in a format that is not read here, such as .xls, .xlsb, .doc or .odt.",
        )
        why(none)
        hint(
            "Åbn den i det program, den er lavet i, og gem den som Excel-projektmappe (.xlsx) eller Word-dokument (.docx).",
            "Open it in the program that it was made in, and save it as an Excel workbook (.xlsx) or a Word document (.docx).",
        )

    Error["office-broken"] Broken
        title("Fil, der ikke kan læses", "File that cannot be read")
        message(
            "Filen kan ikke læses: noget i den er ikke, som det skal være.",
            "The file cannot be read: something in it is not as it has to be.",
        )
        why(none)
        hint(
            "Åbn den i det program, den er lavet i, og gem den igen.",
            "Open it in the program that it was made in, and save it again.",
        )

    Error["office-too-large"] TooLarge
        title("Filen er for stor", "The file is too large")
        message(
            "Filen er for stor, eller den bliver det, når den pakkes ud. Den er ikke åbnet.",
            "The file is too large, or becomes so when it is unpacked. It was not opened.",
        )
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint(
            "Gem det, der skal bruges, i en fil for sig, uden billeder og uden tomme rækker og kolonner.",
            "Save what is needed in a file of its own, without pictures and without empty rows and columns.",
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

    Note["office-macros"] Macros
        title("Fil med makroer", "File with macros")
        message("Filen har makroer. De køres ikke.", "The file has macros. They are not run.")
        why(none)
        hint(none)

    Note["office-links"] Links
        title("Fil med henvisninger til andre filer", "File with links to other files")
        message(
            "Filen henter noget fra andre filer. Det læses, som det stod, da den sidst blev gemt.",
            "The file takes something from other files. It is read as it was when it was last saved.",
        )
        why(none)
        hint(none)
}
