//! Texts of the portfolio: many contracts side by side.

use crate::domain::assessment::Assessor;
use crate::domain::date::Date;
use crate::domain::number::{Decimal, quotient};
use crate::i18n::Words;

texts! {
    /// Texts of the portfolio.
    PortfolioText {
        Lead: "Læs en mappe med kontrakter og vurderinger, og se dem side om side: hvad der er sikret, åbent og tabt af hver kontrakts egne point.",
            "Read a folder of contracts and assessments, and see them side by side: what is secured, open and lost of each contract's own points.";
        Privacy: "Filerne læses i denne browser. Intet skrives, og intet sendes.", "The files are read in this browser. Nothing is written, and nothing is sent.";
        ChooseFolder: "Vælg mappe", "Choose folder";
        Looking: "Ser efter filer i mappen", "Looking for files in the folder";
        ReadAgain: "Læs igen", "Read again";
        DropMany: "Eller slip en mappe eller mange filer et sted på denne side.", "Or drop a folder or many files anywhere on this page.";
        AllSide: "Se dem side om side", "See them side by side";
        ExamplesLead: "Eller begynd med et eksempel:", "Or begin with an example:";
        ExampleCopenhagen: "Københavns ti enheder 2009", "Copenhagen’s ten units 2009";
        ExampleRegions: "Fra minister til region til jobcenter 2009", "From minister to region to job centre 2009";
        MadeUp: "Tal og resultater er opfundne, undtagen det, som kilderne siger.", "Figures and results are made up, except for what the sources say.";
        NoContracts: "Der er ingen kontrakter blandt filerne.", "There are no contracts among the files.";
        SortBy: "Sortér efter", "Sort by";
        ByLost: "Mest tabt", "Most lost";
        ByOpen: "Mest åbent", "Most open";
        ByOverdue: "Flest overskredne frister", "Most deadlines passed";
        ByName: "Navn", "Name";
        Show: "Vis", "Show";
        ShowAll: "Alle", "All";
        ShowOverdue: "Overskredet", "Overdue";
        ShowWithoutDepartment: "Uden departementet", "Without the department";
        ShowDue: "Skal orienteres", "To be told";
        Institution: "Institution", "Institution";
        Secured: "Sikret", "Secured";
        Open: "Åbent", "Open";
        Lost: "Tabt", "Lost";
        Bar: "Fordeling", "Distribution";
        Overdue: "Frister", "Deadlines";
        Basis: "Grundlag", "Basis";
        Pay: "Resultatløn", "Performance pay";
        ShowPay: "Vis resultatløn", "Show performance pay";
        WithPoints: "Kontrakter med point, i procent af deres egne", "Contracts with points, in percent of their own";
        WithoutWeights: "Uden vægte: opfyldte mål af alle mål", "Without weights: goals met of all goals";
        NoAssessment: "ingen vurdering", "no assessment";
        NoneOfDepartment: "ingen vurdering fra departementet", "no assessment by the department";
        NoneOfDirector: "ingen vurdering fra direktøren", "no assessment by the director";
        Assessment: "Vurdering", "Assessment";
        Deciding: "Aftalt, ellers departementets, ellers direktørens", "Agreed, else the department’s, else the director’s";
        OfDepartment: "Kun departementets", "The department’s only";
        OfDirector: "Kun direktørens", "The director’s only";
        OnlyDepartment: "Kun departementets vurderinger", "The department’s assessments only";
        OnlyDirector: "Kun direktørens vurderinger", "The director’s assessments only";
        OtherEdition: "lavet til en anden udgave af kontrakten", "made for another edition of the contract";
        IsOld: "ældre end de andre", "older than the others";
        OverdueHeading: "Overskredne frister", "Deadlines passed";
        AtStakeHeading: "Mest på spil", "Most at stake";
        DueHeading: "Departementet skal orienteres", "The department has to be told";
        ChangedHeading: "Ændret siden en tidligere dag", "Changed since an earlier day";
        AcrossHeading: "Mellem kontrakterne", "Between the contracts";
        LeftOutHeading: "Filer, der ikke bruges", "Files that are not used";
        Fingerprints: "Fingeraftryk, SHA-256 (i parentes: vurderinger i egen fil)", "Fingerprints, SHA-256 (in brackets: assessments in a file of their own)";
        NoMean: "Der regnes ikke noget samlet tal: et point i én kontrakt er ikke et point i en anden.",
            "No total is worked out: a point of one contract is not a point of another.";
        Print: "Udskriv én side", "Print one page";
        AsCsv: "Hent som CSV", "Download as CSV";
        BackToPortfolio: "Tilbage til porteføljen", "Back to the portfolio";
        Forget: "Luk porteføljen", "Close the portfolio";
        Unreadable: "kan ikke læses", "cannot be read";
        NotOurs: "er hverken kontrakt, vurdering eller sag", "is no contract, assessment or case";
        ADocument: "er et tekstdokument, ikke en kontrakt", "is a text document, not a contract";
        AWorkbook: "er et regneark, ikke en kontrakt", "is a workbook, not a contract";
        APdf: "er en PDF, ikke en kontrakt", "is a PDF, not a contract";
        APicture: "er et billede, ikke en kontrakt", "is a picture, not a contract";
        AWebPage: "er en webside, ikke en kontrakt", "is a web page, not a contract";
        AnArchive: "er en pakket fil; pak den ud først", "is a packed file; unpack it first";
        CopySame: "de to er ens", "the two are the same";
        CopyAlone: "denne har ingen vurdering", "this one has no assessment";
        CopyOlder: "vurderingen dér går forud", "the assessment there goes before";
        CopyOtherwise: "de to er ikke ens, og den anden kommer først i navneorden", "the two are not the same, and the other one comes first by name";
    }
}

impl Words {
    /// `10 kontrakter`.
    pub fn contracts_counted(self, count: usize) -> String {
        let noun =
            if count == 1 { self.pick("kontrakt", "contract") } else { self.pick("kontrakter", "contracts") };
        format!("{} {noun}", self.count(count))
    }

    /// `12 filer`.
    pub fn files_counted(self, count: usize) -> String {
        let noun = if count == 1 { self.pick("fil", "file") } else { self.pick("filer", "files") };
        format!("{} {noun}", self.count(count))
    }

    /// `13 filer læst: 10 kontrakter, 1 vurdering i egen fil, 2 filer bruges ikke.` Every file is one of these.
    pub fn folder_read(self, files: usize, contracts: usize, left_out: usize) -> String {
        let beside = match files.saturating_sub(contracts + left_out) {
            0 => String::new(),
            1 => self.pick(", 1 vurdering i egen fil", ", 1 assessment in a file of its own").to_owned(),
            count => {
                let count = self.count(count);
                self.pick(
                    format!(", {count} vurderinger i egne filer"),
                    format!(", {count} assessments in files of their own"),
                )
            }
        };
        let (files, contracts) = (self.files_counted(files), self.contracts_counted(contracts));
        let left_out = if left_out == 0 {
            String::new()
        } else {
            let count = self.files_counted(left_out);
            self.pick(format!(", {count} bruges ikke"), format!(", {count} not used"))
        };
        self.pick(
            format!("{files} læst: {contracts}{beside}{left_out}."),
            format!("{files} read: {contracts}{beside}{left_out}."),
        )
    }

    /// `Læst fra mappen »Resultatkontrakter 2009« kl. 14.02.`
    pub fn read_from(self, folder: Option<&str>, (hour, minute): (u8, u8)) -> String {
        let folder = folder
            .map(|name| self.pick(format!(" fra mappen »{name}«"), format!(" from the folder “{name}”")));
        let folder = folder.unwrap_or_default();
        self.pick(
            format!("Læst{folder} kl. {hour:02}.{minute:02}."),
            format!("Read{folder} at {hour:02}:{minute:02}."),
        )
    }

    /// `Læser fil 140 af 1.000`.
    pub fn reading_files(self, done: usize, of: usize) -> String {
        let [done, of] = [done, of].map(|count| self.count(count));
        self.pick(format!("Læser fil {done} af {of}"), format!("Reading file {done} of {of}"))
    }

    /// `pr. 30.06.2009–15.01.2010`.
    pub fn as_of_days(self, (first, last): (Date, Date)) -> String {
        let days = if first == last {
            self.date(first)
        } else {
            format!("{}–{}", self.date(first), self.date(last))
        };
        format!("{} {days}", self.pick("pr.", "as of"))
    }

    /// `49,5 %`: with the one decimal that it was rounded to.
    pub fn percent_of_own(self, percent: Decimal) -> String {
        let text = self.fixed(percent, 1);
        self.pick(format!("{text}\u{a0}%"), format!("{text}%"))
    }

    /// What a bar shows, for those who do not see it: `49,5 % sikret, 40,0 % åbent, 10,5 % tabt`.
    pub fn parts_label(self, [secured, open, lost]: [&str; 3]) -> String {
        self.pick(
            format!("{secured} sikret, {open} åbent, {lost} tabt"),
            format!("{secured} secured, {open} open, {lost} lost"),
        )
    }

    /// `8 af 13`.
    pub fn met_of(self, met: usize, of: usize) -> String {
        format!("{} {} {}", self.count(met), self.pick("af", "of"), self.count(of))
    }

    /// `Median 74,0 % sikret (50,0–88,0 %), 10 kontrakter med point.`
    pub fn middle_of(self, median: Decimal, [least, most]: [Decimal; 2], of: usize) -> String {
        let [median, least, most] = [median, least, most].map(|percent| self.percent_of_own(percent));
        let contracts = self.contracts_counted(of);
        self.pick(
            format!("Median {median} sikret, fra {least} til {most}, i {contracts} med point."),
            format!("Median {median} secured, from {least} to {most}, in {contracts} with points."),
        )
    }

    /// `4 overskredne frister`.
    pub fn overdue_counted(self, count: usize) -> String {
        let said = self.count(count);
        let (da, en) = if count == 1 {
            ("overskredet frist", "deadline passed")
        } else {
            ("overskredne frister", "deadlines passed")
        };
        format!("{said} {}", self.pick(da, en))
    }

    /// `3 mangler departementets vurdering`.
    pub fn without_department(self, count: usize) -> String {
        let said = self.count(count);
        self.pick(
            format!("{said} mangler departementets vurdering"),
            format!("{said} without the department’s assessment"),
        )
    }

    /// `aftalt`, `departementet`, `direktøren`: whose assessment it is, in a narrow column.
    pub fn basis_of(self, by: Assessor) -> &'static str {
        match by {
            Assessor::Director => self.pick("direktøren", "the director"),
            Assessor::Department => self.pick("departementet", "the department"),
            Assessor::Agreed => self.pick("aftalt", "agreed"),
        }
    }

    /// `frist 30.06.2009, 199 dage siden`.
    pub fn days_overdue(self, date: Date, days: i64) -> String {
        let date = self.date(date);
        let said = self.number(days.into());
        let (da, en) = if days == 1 { ("dag", "day") } else { ("dage", "days") };
        self.pick(format!("frist {date}, {said} {da} over"), format!("due {date}, {said} {en} over"))
    }

    /// `5,56 point på spil (0,6 % af kontraktens), prioritet 2`.
    pub fn stake(self, points: Decimal, percent: Decimal, priority: u32) -> String {
        let (points, percent) = (self.number(points), self.percent_of_own(percent));
        let priority = self.number(priority.into());
        self.pick(
            format!("{points} point på spil ({percent} af kontraktens), prioritet {priority}"),
            format!("{points} points at stake ({percent} of the contract's), priority {priority}"),
        )
    }

    /// `sikret 40,0 % → 49,5 % siden 30.06.2009`.
    pub fn changed_since(self, [before, now]: [Decimal; 2], day: Date) -> String {
        let [before, now] = [before, now].map(|percent| self.percent_of_own(percent));
        let day = self.date(day);
        self.pick(
            format!("sikret {before} → {now} siden {day}"),
            format!("secured {before} → {now} since {day}"),
        )
    }

    /// Under a list that is cut: `og 180 til`.
    pub fn and_more(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("og {count} til"), format!("and {count} more"))
    }

    /// `har 3 fejl, den første i linje 12`.
    pub fn has_mistakes(self, errors: usize, line: usize) -> String {
        let (errors, line) = (self.count(errors), self.count(line));
        self.pick(
            format!("har fejl ({errors}, den første i linje {line})"),
            format!("has mistakes ({errors}, the first in line {line})"),
        )
    }

    /// `fylder 9,4 MB; en fil må højst fylde 8 MB`.
    pub fn is_over_limit(self, size: u64) -> String {
        let size = self.number(quotient(size.into(), Decimal::from(1024 * 1024), 1).unwrap_or_default());
        self.pick(
            format!("fylder {size} MB; en fil må højst fylde 8 MB"),
            format!("is {size} MB; a file may be 8 MB at most"),
        )
    }

    /// `er samme kontrakt som ams-2009.json: de to er ens`.
    pub fn is_copy(self, of: &str, how: &str) -> String {
        self.pick(
            format!("er samme kontrakt som {of}: {how}"),
            format!("is the same contract as {of}: {how}"),
        )
    }

    /// An assessment of another edition than the one of that file.
    pub fn is_of_other_edition(self, of: &str) -> String {
        self.pick(
            format!("er en vurdering af en anden udgave af kontrakten i {of}"),
            format!("is an assessment of another edition of the contract in {of}"),
        )
    }

    /// An assessment without its contract.
    pub fn contract_is_missing(self, id: &str) -> String {
        self.pick(
            format!("er en vurdering af »{id}«, og den kontrakt er ikke blandt filerne"),
            format!("is an assessment of “{id}”, and that contract is not among the files"),
        )
    }

    /// Two contracts of one identifier.
    pub fn two_editions(self, id: &str, files: &str) -> String {
        self.pick(
            format!("Flere udgaver af kontrakten »{id}«: {files}. De står hver for sig."),
            format!("Several editions of the contract “{id}”: {files}. Each stands by itself."),
        )
    }

    /// A contribution to a goal that is not there.
    pub fn leads_nowhere(self, file: &str, goal: &str, to: &str) -> String {
        self.pick(
            format!("{file}: målet »{goal}« bidrager til »{to}«, som den anden kontrakt ikke har."),
            format!(
                "{file}: the goal “{goal}” contributes to “{to}”, which the other contract does not have."
            ),
        )
    }

    /// Goals that contribute to each other.
    pub fn goals_in_circle(self, goals: &str) -> String {
        self.pick(
            format!("Målene bidrager til hinanden i en ring: {goals}."),
            format!("Goals contribute to each other in a circle: {goals}."),
        )
    }
}
