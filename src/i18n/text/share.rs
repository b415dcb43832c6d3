//! Texts about contracts in addresses: links that are made, and what comes in.

use crate::domain::number::{Decimal, quotient};
use crate::i18n::Words;

texts! {
    /// Texts about links.
    ShareText {
        Share: "Del kontrakten som link", "Share the contract as a link";
        Holds: "Hele kontrakten står i selve linket. Resultater, vurderinger og løn er ikke med. Linket sendes ingen steder hen, før du selv gør det, og den, der åbner det, får kontrakten tom.",
            "The whole contract stands in the link itself. Results, assessments and pay are not part of it. The link is sent nowhere until you do so, and whoever opens it gets the contract blank.";
        WithoutPay: "Kontraktens aftale om resultatløn er heller ikke med. Derfor får modtagerens kontrakt et andet fingeraftryk end din.",
            "The contract’s agreement on performance pay is left out, too. Therefore the recipient’s contract has another fingerprint than yours.";
        LocalFile: "Siden er åbnet som en lokal fil. Linket nævner, hvor filen ligger på denne maskine, og virker kun for den, der har siden på samme sted, for eksempel på et fælles drev.",
            "The page was opened as a local file. The link names where the file lies on this machine, and works only for those who have the page in the same place, such as a shared drive.";
        Address: "Linket", "The link";
        Copy: "Kopiér linket", "Copy the link";
        Copied: "Linket er kopieret.", "The link was copied.";
        CopyYourself: "Browseren lader ikke siden kopiere. Linket er markeret: tryk Ctrl+C.",
            "The browser does not let the page copy. The link is selected: press Ctrl+C.";
        AsFile: "Hent kontrakten som fil", "Download the contract as a file";
        CannotPack: "Browseren kan ikke pakke kontrakten til et link. Send den som fil.",
            "The browser cannot pack the contract into a link. Send it as a file.";
        Received: "link", "link";
        Open: "Åbn den", "Open it";
        Leave: "Behold det åbne", "Keep what is open";
        Damaged: "Linket er klippet over eller ændret undervejs. Bed om at få det igen, eller om kontrakten som fil.",
            "The link was cut or changed on its way. Ask for it again, or for the contract as a file.";
        TooLarge: "Kontrakten i adressen fylder mere end de 8 MB, som siden læser.", "The contract in the address is larger than the 8 MB that the page reads.";
        HoldsResults: "Adressen fører til en vurdering. Siden åbner kun kontrakter fra adresser; åbn vurderingen som fil.",
            "The address leads to an assessment. The page opens only contracts from addresses; open the assessment as a file.";
        NotFromFile: "Siden er åbnet som en lokal fil og kan ikke hente kontrakter. Åbn kontrakten som fil.",
            "The page was opened as a local file and cannot fetch contracts. Open the contract as a file.";
    }
}

impl Words {
    /// How long the link is.
    pub fn link_length(self, characters: usize) -> String {
        let characters = self.count(characters);
        self.pick(
            format!("Linket er {characters} tegn langt."),
            format!("The link has {characters} characters."),
        )
    }

    /// Why a long link is not handed out.
    pub fn link_too_long(self, characters: usize, limit: usize) -> String {
        let [characters, limit] = [characters, limit].map(|number| self.count(number));
        self.pick(format!(
            "Linket ville blive {characters} tegn langt. Det er for meget: ud over {limit} tegn klipper programmer linket over, når de sender det videre. Send kontrakten som fil i stedet."
        ), format!(
            "The link would have {characters} characters. That is too much: beyond {limit} characters programs cut a link when they hand it on. Send the contract as a file instead."
        ))
    }

    /// A contract came in while another is open.
    pub fn contract_offered(self, title: &str, bytes: usize) -> String {
        let size = self.kilobytes(bytes);
        self.pick(format!(
            "Adressen indeholder kontrakten {title} ({size} kB). Skal den åbnes i stedet for det, der er åbent?"
        ), format!(
            "The address holds the contract {title} ({size} kB). Is it to be opened in place of what is open?"
        ))
    }

    /// A name that leads nowhere.
    pub fn no_contract_named(self, name: &str) -> String {
        self.pick(format!(
            "»{name}« er ikke navnet på en kontrakt ved siden af siden. Et navn har bogstaver, tal, bindestreg, understreg og punktum."
        ), format!(
            "“{name}” is not the name of a contract beside the page. A name has letters, digits, hyphens, underscores and full stops."
        ))
    }

    /// A contract that is not there.
    pub fn contract_not_there(self, name: &str) -> String {
        self.pick(format!(
            "Kontrakten »{name}« kan ikke hentes: den ligger ikke ved siden af siden, eller der er ingen forbindelse."
        ), format!(
            "The contract “{name}” cannot be fetched: it does not lie beside the page, or there is no connection."
        ))
    }

    fn kilobytes(self, bytes: usize) -> String {
        let size = quotient(Decimal::from(bytes), Decimal::from(1000), 1);
        self.number(size.unwrap_or_default())
    }
}
