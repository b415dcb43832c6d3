//! Texts of tables that are pasted to begin a contract.

use crate::domain::date::Period;
use crate::i18n::requirement::Doubt;
use crate::i18n::{Lang, Words};

texts! {
    /// Texts of the dialogue for a pasted table.
    PasteText {
        Open: "Ny kontrakt fra en tabel", "New contract from a table";
        Lead: "Markér tabellen i Word, Excel eller på en hjemmeside, kopiér den, og sæt den ind i feltet, eller vælg dokumentet eller projektmappen. Flere tabeller sættes ind en ad gangen; af en fil kommer alle med. Intet bliver til en kontrakt, før du siger til.",
            "Select the table in Word, Excel or on a web page, copy it, and paste it into the field, or choose the document or the workbook. Several tables are pasted one at a time; of a file all are taken. Nothing becomes a contract until you say so.";
        Add: "Sæt en tabel ind", "Paste a table";
        AddLead: "Markér tabellen i Word, Excel eller på en hjemmeside, kopiér den, og sæt den ind i feltet, eller vælg dokumentet eller projektmappen. Flere tabeller sættes ind en ad gangen; af en fil kommer alle med. Målene kommer bag på kontraktens egne, og intet kommer med, før du siger til.",
            "Select the table in Word, Excel or on a web page, copy it, and paste it into the field, or choose the document or the workbook. Several tables are pasted one at a time; of a file all are taken. The goals come behind those of the contract, and nothing comes in until you say so.";
        Field: "Sæt tabellen ind her", "Paste the table here";
        Nothing: "Der var ingen tabel i det, der blev sat ind.", "There was no table in what was pasted.";
        ChooseFile: "Vælg en fil med tabeller (Word, Excel)", "Choose a file with tables (Word, Excel)";
        NoTable: "Der er ingen tabel i filen.", "There is no table in the file.";
        Unreadable: "Browseren kunne ikke læse filen.", "The browser could not read the file.";
        NoGoals: "Der blev ikke fundet nogen mål i tabellen.", "No goals were found in the table.";
        NoYear: "Tabellen siger ikke, hvilket år kravene gælder. Skriv året med --year.", "The table does not say which year the requirements are for. Write the year with --year.";
        Columns: "Hvad kolonnerne handler om", "What the columns are about";
        FirstRow: "Første række er overskrifter", "The first row has headings";
        Remove: "Fjern tabellen", "Remove the table";
        Goals: "Mål", "Goals";
        Risks: "Risici", "Risks";
        Take: "Tag med", "Take";
        Goal: "Mål", "Goal";
        ReadAs: "Kravet læst som", "Requirement read as";
        Weight: "Vægt", "Weight";
        History: "Historik", "History";
        Guidelines: "Sigtelinjer", "Guidelines";
        Risk: "Risiko", "Risk";
        Unused: "Rækker, der ikke bruges", "Rows that are not used";
        DecideLater: "Afgøres senere: måltallet er ikke fastlagt endnu", "Decide later: target not fixed yet";
        AskRequirement: "Kravet er ikke afgjort", "The requirement is not decided";
        AskWeight: "Vægten kan ikke læses", "The weight cannot be read";
        AskPercent: "Vægten er i procent af point, der ikke er 100 i alt", "The weight is in percent of points that are not 100 in all";
        AskFigure: "Tallet er ikke læst helt", "The figure is not read as a whole";
        AskResources: "Ressourcerne er ikke læst helt", "The resources are not read as a whole";
        SumRow: "en sum, ikke et mål", "a sum, not a goal";
        NoGoal: "hører ikke til noget mål", "belongs to no goal";
        NoRisk: "hører ikke til nogen risiko", "belongs to no risk";
        NoColumns: "kolonnerne er ikke kendt", "the columns are not known";
        Ignored: "Bruges ikke", "Not used";
        Label: "Nr. eller navn", "Number or name";
        Group: "Gruppe", "Group";
        Requirement: "Krav", "Requirement";
        Unit: "Enhed", "Unit";
        Resources: "Ressourcer", "Resources";
        Materiality: "Væsentlighed (v)", "Materiality (v)";
        Vulnerability: "Sårbarhed (s)", "Vulnerability (s)";
        Priority: "Prioritet (p)", "Priority (p)";
        Action: "Handling", "Action";
    }
}

impl Words {
    /// Why a person has to say what a requirement means.
    pub fn requirement_doubt(self, doubt: Doubt) -> &'static str {
        let (da, en) = match doubt {
            Doubt::Number => ("Tallet kan læses på to måder.", "The number can be read in two ways."),
            Doubt::DayBefore => ("Tæller dagen selv med?", "Does the day itself count?"),
            Doubt::NoYear => ("Dagen har intet år.", "The day has no year."),
            Doubt::Side => {
                ("Skal resultatet være højst eller mindst dette tal?", "Is the figure the most or the least?")
            }
            Doubt::Better => {
                ("Er et højere eller et lavere tal bedre?", "Is a higher or a lower figure better?")
            }
            Doubt::Baseline => ("Hvad sammenlignes der med?", "What is it compared with?"),
            Doubt::Several => ("Kravet nævner flere ting.", "The requirement names several things."),
            Doubt::Levels => (
                "Kravet bedømmes på en skala, som ikke står her.",
                "It is rated on a scale that is not here.",
            ),
            Doubt::Elsewhere => (
                "Målets tekst siger noget andet end kravet.",
                "The text of the goal says something else than the requirement.",
            ),
            Doubt::Judged => (
                "Vægten er et spænd: bliver kravet vurderet?",
                "The weight is a range: is the requirement judged?",
            ),
            Doubt::Unread => {
                ("Kravet kan ikke læses sikkert.", "The requirement cannot be read with certainty.")
            }
        };
        self.pick(da, en)
    }

    /// `Historik 2008`, `Sigtelinje 2010`.
    pub fn timed_column(self, text: PasteText, period: Period) -> String {
        format!("{} {}", self.text(text), self.period(period))
    }

    /// What is left open, as the note of a goal says it: `Vægten kan ikke læses: »halvtreds«.`
    pub fn left_open(self, what: PasteText, words: &str) -> String {
        let said = crate::i18n::short::cut(words, 300);
        match self.lang {
            Lang::Da => format!("{}: »{said}«.", self.text(what)),
            Lang::En => format!("{}: “{said}”.", self.text(what)),
        }
    }

    /// `Tabel 3 (14 rækker)`, `Tabel nr. 2 (1 række)`.
    pub fn pasted_table(self, number: usize, rows: usize) -> String {
        let (number, count) = (self.count(number), self.count(rows));
        match (self.lang, rows) {
            (Lang::Da, 1) => format!("Tabel nr. {number} (1 række)"),
            (Lang::Da, _) => format!("Tabel nr. {number} ({count} rækker)"),
            (Lang::En, 1) => format!("Table {number} (1 row)"),
            (Lang::En, _) => format!("Table {number} ({count} rows)"),
        }
    }

    /// `16 mål: 11 er klare, 5 har noget, der skal afgøres. 15 risici.`
    pub fn pasted_overview(self, clear: usize, open: usize, risks: usize) -> String {
        let [all, clear, open, risks] = [clear + open, clear, open, risks].map(|count| self.count(count));
        self.pick(
            format!("Mål: {all}. Klare: {clear}. Skal afgøres: {open}. Risici: {risks}."),
            format!("Goals: {all}. Clear: {clear}. To decide: {open}. Risks: {risks}."),
        )
    }

    /// What the weights come to, beside what the table says: `Vægtene giver 1.000, og tabellen siger 1.000.`
    pub fn pasted_weights(self, weights: &str, stated: Option<&str>) -> String {
        match stated {
            Some(stated) => self.pick(
                format!("Vægtene giver {weights}; tabellen siger {stated}."),
                format!("The weights come to {weights}; the table says {stated}."),
            ),
            None => self.pick(format!("Vægtene giver {weights}."), format!("The weights come to {weights}.")),
        }
    }

    /// `Lav en kontrakt af 16 mål`.
    pub fn contract_from_goals(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, _) => format!("Lav en kontrakt af {said} mål"),
            (Lang::En, 1) => "Make a contract of 1 goal".to_owned(),
            (Lang::En, _) => format!("Make a contract of {said} goals"),
        }
    }

    /// `Tag de 16 mål med`.
    pub fn take_goals(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "Tag målet med".to_owned(),
            (Lang::Da, _) => format!("Tag de {said} mål med"),
            (Lang::En, 1) => "Take the goal".to_owned(),
            (Lang::En, _) => format!("Take the {said} goals"),
        }
    }

    /// The name of a goal's checkbox: `Tag Mål 2 med`.
    pub fn take_goal(self, name: &str) -> String {
        self.pick(format!("Tag {name} med"), format!("Take {name}"))
    }

    /// The name of a column's list of choices: `Kolonne 3, Resultater 2008`.
    pub fn pasted_column(self, number: usize, name: &str) -> String {
        let column = self.pick("Kolonne", "Column");
        if name.is_empty() { format!("{column} {number}") } else { format!("{column} {number}: {name}") }
    }
}
