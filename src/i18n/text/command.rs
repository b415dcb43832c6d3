//! Texts of the command.

use std::io;
use std::path::Path;

use crate::domain::assessment::{Assessor, Status};
use crate::i18n::Words;

texts! {
    /// Words of the command's tables.
    CommandText {
        Assessment: "Vurdering", "Assessment";
        AsOf: "pr.", "as of";
        Goal: "Mål", "Goal";
        Status: "Status", "Status";
        Points: "Point", "Points";
        Title: "Titel", "Title";
        Secured: "Sikret", "Secured";
        Lost: "Tabt", "Lost";
        Open: "Åben", "Open";
        ExpectedOfOpen: "Heraf ventes", "Of which expected";
        ExpectedPay: "Ventet", "Expected";
        Area: "Område", "Area";
        Total: "I alt", "Total";
        PayPoints: "Resultatlønspoint", "Pay points";
        Fraction: "Andel", "Fraction";
        Full: "Fuldt tillæg", "Full supplement";
        Earned: "Optjent", "Earned";
        Adjusted: "Efter regulering", "After adjustment";
        Payable: "Til udbetaling", "Payable";
        Holiday: "Særlig feriegodtgørelse", "Special holiday allowance";
        Pension: "Pensionsbidrag", "Pension contribution";
        WithPension: "Med pension", "With pension";
        Risk: "Risiko", "Risk";
        Priority: "Prioritet", "Priority";
        AtRisk: "Point på spil", "Points at risk";
        Assumptions: "Forudsætninger", "Assumptions";
        FileSum: "Filens SHA-256", "The file's SHA-256";
    }
}

impl Words {
    /// Why a file cannot be opened. The system's own words are English, so the usual reasons have words here.
    pub fn cannot_open(self, path: &Path, error: &io::Error) -> String {
        let path = path.display();
        let (danish, english) = match error.kind() {
            io::ErrorKind::NotFound => (format!("{path} findes ikke."), format!("{path} does not exist.")),
            io::ErrorKind::PermissionDenied => (
                format!("Der er ikke adgang til at læse {path}."),
                format!("There is no permission to read {path}."),
            ),
            io::ErrorKind::IsADirectory => (format!("{path} er en mappe."), format!("{path} is a folder.")),
            io::ErrorKind::NotADirectory => {
                (format!("{path} er en fil, ikke en mappe."), format!("{path} is a file, not a folder."))
            }
            _ => (format!("{path} kan ikke læses."), format!("{path} cannot be read: {error}.")),
        };
        self.pick(danish, english)
    }

    /// That a file cannot be written.
    pub fn cannot_write(self, path: &Path, error: &io::Error) -> String {
        let path = path.display();
        let (danish, english) = match error.kind() {
            io::ErrorKind::NotFound => (
                format!("{path} kan ikke skrives: mappen findes ikke."),
                format!("{path} cannot be written: there is no such folder."),
            ),
            io::ErrorKind::PermissionDenied => (
                format!("Der er ikke adgang til at skrive {path}."),
                format!("There is no permission to write {path}."),
            ),
            io::ErrorKind::IsADirectory => (format!("{path} er en mappe."), format!("{path} is a folder.")),
            io::ErrorKind::StorageFull => (
                format!("{path} kan ikke skrives: der er ikke mere plads."),
                format!("{path} cannot be written: there is no room left."),
            ),
            _ => (format!("{path} kan ikke skrives."), format!("{path} cannot be written: {error}.")),
        };
        self.pick(danish, english)
    }

    /// That what was printed did not arrive as a whole.
    pub fn cannot_print(self, error: &io::Error) -> String {
        self.pick(
            "Ikke alt kunne skrives ud. Det, der er skrevet, er ikke helt.".to_owned(),
            format!("Not everything could be printed, so what was printed is not whole: {error}."),
        )
    }

    /// That a folder has nothing to check.
    pub fn nothing_in_folder(self, folder: &Path) -> String {
        let folder = folder.display();
        self.pick(
            format!("Der er ingen kontrakter, vurderinger eller sager i {folder}."),
            format!("There are no contracts, assessments or case files in {folder}."),
        )
    }

    /// That a file of a folder is not ours.
    pub fn skipped_file(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!(
                "{path} er sprunget over: der står ikke, at den er en kontrakt, en vurdering eller en sag."
            ),
            format!(
                "{path} was skipped: it does not say that it is a contract, an assessment or a case file."
            ),
        )
    }

    /// `2 fejl, 1 advarsel og 3 bemærkninger i 4 filer.`: the last line of a check.
    pub fn found_in_files(self, [errors, warnings, notes]: [String; 3], files: usize) -> String {
        let word = if files == 1 { self.pick("fil", "file") } else { self.pick("filer", "files") };
        let (and, within) = self.pick(("og", "i"), ("and", "in"));
        format!("{errors}, {warnings} {and} {notes} {within} {} {word}.", self.count(files))
    }

    /// `Hele formen: {"min": 0, "max": 100}`
    pub fn whole_form(self, form: &str) -> String {
        self.pick(format!("Hele formen: {form}"), format!("The whole form: {form}"))
    }

    /// That a contract is wanted where an assessment is given.
    pub fn not_a_contract(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("{path} er en vurdering. Angiv kontrakten først."),
            format!("{path} is an assessment. Give the contract first."),
        )
    }

    /// That a goal is not in the contract.
    pub fn no_such_goal(self, id: &str) -> String {
        self.pick(
            format!("Kontrakten har intet mål eller område med id »{id}«."),
            format!("The contract has no goal or area with the id “{id}”."),
        )
    }

    /// How the command is told the year of a new contract.
    pub fn year_is_given_by_option(self) -> String {
        self.pick("Skriv for eksempel »--year 2027«.", "Write “--year 2027”, for example.").to_owned()
    }

    /// That a goal of another contract is now the one of the contract that renews it.
    pub fn reference_turned(self, reference: &str, next: &str, goal: &str) -> String {
        self.pick(
            format!("»{reference}« er nu »{next}#{goal}«."),
            format!("“{reference}” is now “{next}#{goal}”."),
        )
    }

    /// That a goal of another contract stays the one of last year.
    pub fn reference_stays(self, reference: &str, contract: &str, goal: &str) -> String {
        self.pick(
            format!("»{reference}« står som før: der er ikke netop én kontrakt, der fornyer »{contract}« og har målet »{goal}«."),
            format!("“{reference}” stays as it was: there is not exactly one contract that renews “{contract}” and has the goal “{goal}”."),
        )
    }

    /// How the command is told the contracts that goals serve.
    pub fn served_are_given_by_option(self) -> String {
        self.pick(
            "Angiv det nye års kontrakter, som målene bidrager til, med »--with«.",
            "Give the new year's contracts that the goals serve by “--with”.",
        )
        .to_owned()
    }

    /// That there is no such template, and which there are.
    pub fn no_such_template(self, code: &str) -> String {
        self.pick(
            format!("Der er ingen skabelon »{code}«. »kontrakt new« viser dem, der er."),
            format!("There is no template “{code}”. “kontrakt new” lists those that there are."),
        )
    }

    /// What a template is for.
    pub fn purpose(self, [danish, english]: [&str; 2]) -> String {
        self.pick(danish, english).to_owned()
    }

    /// That a new file has to have another name.
    pub fn is_there_already(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("{path} findes allerede og bliver ikke overskrevet. Vælg et andet navn."),
            format!("{path} is there already and is not written over. Choose another name."),
        )
    }

    /// That a file is not written over.
    pub fn not_over(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("{path} er sidste års fil og bliver ikke overskrevet. Vælg et andet navn."),
            format!("{path} is last year's file and is not written over. Choose another name."),
        )
    }

    /// That only contracts can be compared.
    pub fn not_comparable(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("{path} er en vurdering. Kun kontrakter og sager kan sammenlignes."),
            format!("{path} is an assessment. Only contracts and case files can be compared."),
        )
    }

    /// That an assessment is wanted where something else is given.
    pub fn not_an_assessment(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("{path} er ikke en vurdering alene."),
            format!("{path} is not an assessment alone."),
        )
    }

    /// That only one paper compares contracts.
    pub fn beside_is_for(self, paper: &str) -> String {
        self.pick(
            format!("--beside hører til papiret »{paper}« alene."),
            format!("--beside belongs to the paper “{paper}” alone."),
        )
    }

    /// That a case has assessments of its own.
    pub fn has_assessments(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("{path} er en sag med sine egne vurderinger. Angiv den alene."),
            format!("{path} is a case file with assessments of its own. Give it alone."),
        )
    }

    /// That results need an assessment to go into.
    pub fn needs_assessment(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("{path} siger ingen periode, så en ny vurdering ville mangle sin dag. Angiv vurderingen efter kontrakten."),
            format!("{path} says no period, so a new assessment would lack its day. Give the assessment after the contract."),
        )
    }

    /// That an assessment is closed to changes.
    pub fn is_locked(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("Vurderingen i {path} er låst. Lås den op på siden først."),
            format!("The assessment in {path} is locked. Unlock it on the page first."),
        )
    }

    /// That an assessment has no fingerprint.
    pub fn no_fingerprint(self, path: &Path) -> String {
        let path = path.display();
        self.pick(
            format!("{path} er en vurdering. Kun kontrakter har et fingeraftryk."),
            format!("{path} is an assessment. Only contracts have a fingerprint."),
        )
    }

    /// Whose assessment it is: `direktørens`.
    pub fn whose_assessment(self, assessor: Assessor) -> &'static str {
        match assessor {
            Assessor::Director => self.pick("direktørens", "the director's"),
            Assessor::Department => self.pick("departementets", "the department's"),
            Assessor::Agreed => self.pick("aftalt", "agreed"),
        }
    }

    /// How far an assessment is: `midtvejs`.
    pub fn how_far(self, status: Status) -> &'static str {
        match status {
            Status::Draft => self.pick("udkast", "draft"),
            Status::Midterm => self.pick("midtvejs", "mid-term"),
            Status::Final => self.pick("endelig", "final"),
        }
    }
}
