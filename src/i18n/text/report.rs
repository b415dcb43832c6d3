//! Texts of the papers.

use crate::domain::date::Date;
use crate::domain::duty::Reason;
use crate::i18n::Words;

texts! {
    /// Texts of the papers.
    ReportText {
        Overview: "Resultatoversigt", "Overview of results";
        OverviewPurpose: "Alle mål på én A4-side: krav, resultat, status og point, og hvor der er mest på spil.",
            "All goals on one A4 page: target, result, status and points, and where most is at stake.";
        SelfAssessment: "Selvangivelse", "Self-assessment";
        SelfAssessmentPurpose: "Direktørens egen opgørelse ved årets slutning, med bilag, der viser hvert regnestykke.",
            "The director’s own account at the end of the year, with an appendix that shows each calculation.";
        Decision: "Afgørelse", "Decision";
        DecisionPurpose: "Direktørens, departementets og den aftalte vurdering, det besluttede og vejen til udbetalingen.",
            "The director’s, the department’s and the agreed assessment, what was decided, and the way to the payment.";
        Notice: "Orientering", "Notice";
        NoticePurpose: "Besked til departementet om mål, der ikke nås: årsag og foranstaltninger.",
            "Notice to the department of goals that will not be reached: cause and measures.";
        AnnualReport: "Målrapportering", "Goal reporting";
        AnnualReportPurpose: "Tabellen til årsrapporten: mål, krav, resultat, opfyldelse og bemærkning.",
            "The table for the annual report: goal, target, result, fulfilment and remark.";
        Revision: "Resultatrevision", "Review of results";
        RevisionPurpose: "Årets resultater og deres udvikling, sammenlignelige enheder ved siden af, og hvad der kunne spares.",
            "The year’s results and how they developed, comparable units beside them, and what could be saved.";
        ContractCheck: "Kontrakttjek", "Contract check";
        ContractCheckPurpose: "Hvad der i kontrakten modsiger sig selv, mangler eller ikke går op, før den skrives under.",
            "What contradicts itself, is missing or does not add up in the contract, before it is signed.";
        ContractDraft: "Kontraktudkast", "Draft contract";
        ContractDraftPurpose: "Kontrakten som dokument: grundlag, mål i en tabel, resultatløn, risici og plads til underskrifter.",
            "The contract as a document: basis, goals in a table, performance pay, risks and room for signatures.";
        DirectorsAssessment: "Direktørens vurdering", "The director’s assessment";
        DepartmentsAssessment: "Departementets vurdering", "The department’s assessment";
        AgreedAssessment: "Aftalt vurdering", "Agreed assessment";
        Trial: "Prøve, ingen rigtig vurdering", "Trial, no real assessment";
        Number: "Nr.", "No.";
        Goal: "Mål", "Goal";
        StatusColumn: "Status", "Status";
        Points: "Point", "Points";
        Fulfilment: "Opfyldelse", "Fulfilment";
        Remark: "Bemærkning", "Remark";
        Weight: "Vægt", "Weight";
        Trend: "Udvikling", "Trend";
        ShareColumn: "Andel", "Share";
        GoalsCaption: "Målene med krav, resultat, status og point", "The goals with target, result, status and points";
        OfFullPay: "af fuld resultatløn", "of full performance pay";
        LargestRisks: "Største risici og åbne point", "Largest risks and open points";
        WithinRange: "inden for to grænser", "within two limits";
        Unchanged: "uændret", "unchanged";
        ToBeDone: "gennemføres", "to be done";
        Judged: "vurderes", "judged";
        Rated: "bedømmes", "rated";
        NotFixed: "ikke fastlagt", "not fixed";
        Standing: "Stilling", "Standing";
        Appendix: "Bilag", "Appendix";
        Steps: "Mellemregninger", "Calculations";
        StepsLead: "Hvert trin regner videre på de tal, der er trykt før det. Point afrundes mål for mål, halve opad, og summer er summer af de trykte tal.",
            "Each step starts from the figures printed before it. Points are rounded goal by goal, halves upwards, and sums are sums of the printed figures.";
        Calculation: "Beregning", "Calculation";
        Sums: "Summer", "Sums";
        Secured: "Sikret", "Secured";
        Reachable: "Kan højst nås", "At best";
        Weights: "Vægte i alt", "All weights";
        Lost: "Tabt", "Lost";
        Open: "Åbent", "Open";
        SharedOut: "Bortfaldne måls vægt", "Weight of lapsed goals";
        IndividualAreas: "Individuelle resultatområder", "Individual areas";
        Step: "Trin", "Step";
        AtLeast: "Mindst", "At least";
        AtMost: "Højst", "At most";
        Fraction: "Andel af fuld resultatløn", "Fraction of full pay";
        BasePay: "Løngrundlag", "Base pay";
        AfterBreach: "væsentlig misligholdelse", "material breach";
        PayRounding: "Beløb afrundes til hele øre i hvert trin.", "Amounts are rounded to whole øre in each step.";
        Director: "Direktør", "Director";
        PermanentSecretary: "Departementschef", "Permanent secretary";
        PlaceAndDate: "Sted og dato", "Place and date";
        InTotal: "Kontraktens point", "The contract’s points";
        Decided: "Besluttet om målene", "Decided about the goals";
        CannotDecide: "Der kan ikke træffes afgørelse endnu", "No decision can be taken yet";
        StillOpen: "Følgende er åbent. Tallene nedenfor er derfor foreløbige.",
            "The following is open. The figures below are therefore provisional.";
        Draft: "Udkast", "Draft";
        CopyPaper: "Kopiér", "Copy";
        PaperCopied: "Papiret er kopieret. Sæt det ind i Word.", "The paper was copied. Paste it into Word.";
        PaperNotCopied: "Browseren lod ikke siden kopiere. Hent papiret som HTML i stedet.",
            "The browser did not let the page copy. Get the paper as HTML instead.";
        Year: "År", "Year";
        Basis: "Grundlag", "Basis";
        Outcome: "Opgørelse", "Account";
        FullPay: "Fuld resultatløn", "Full performance pay";
        NoBase: "Løngrundlaget mangler.", "The base pay is missing.";
        NoMaxPercent: "Den højeste procent mangler.", "The maximum percent is missing.";
        NoRegulation: "Reguleringsprocenten mangler.", "The regulation percent is missing.";
        NoReason: "Begrundelsen for reguleringen mangler.", "The reason for the adjustment is missing.";
        PlaceInDocument: "Sted i dokumentet", "Place in the document";
        Wording: "Ordlyd", "Wording";
        ReasonMissing: "begrundelsen mangler", "the reason is missing";
        NoticeLead: "Institutionen orienterer hermed departementet om de mål, der ikke er nået eller ikke kan ventes nået, med årsag og foranstaltninger.",
            "The institution hereby informs the department of the goals that were not reached or cannot be expected to be, with cause and measures.";
        NothingMissed: "Der er ingen mål, som departementet skal orienteres om.", "There are no goals that the department has to be told of.";
        AlsoConcerned: "Andre mål, som departementet skal orienteres om", "Other goals that the department has to be told of";
        WhyTold: "Hvorfor", "Why";
        Informed: "Orienteret", "Informed";
        ByAddendum: "ved allonge", "by addendum";
        Cause: "Årsag", "Cause";
        Measures: "Foranstaltninger", "Measures";
        Place: "Sted", "Place";
        Finding: "Fund", "Finding";
        PapersLead: "Alt, hvad der skal skrives under eller sendes, laves af det, du har tastet.",
            "Everything that is to be signed or sent is made from what you have entered.";
        PrintPaper: "Udskriv eller gem som PDF", "Print or save as PDF";
        AsHtml: "Hent som HTML", "Download as HTML";
        AsMarkdown: "Hent som Markdown", "Download as Markdown";
        AllPapers: "Alle papirer", "All papers";
    }
}

impl Words {
    /// `4 dele`.
    pub fn count_parts(self, count: usize) -> String {
        let plural = if count == 1 { self.pick("del", "part") } else { self.pick("dele", "parts") };
        format!("{count} {plural}")
    }

    /// `Side 2 af 5`.
    pub fn sheet_number(self, number: usize, of: usize) -> String {
        self.pick(format!("Side {number} af {of}"), format!("Page {number} of {of}"))
    }

    /// `én af 2 dele`.
    pub fn any_part(self, count: usize) -> String {
        self.pick(format!("én af {}", self.count_parts(count)), format!("one of {}", self.count_parts(count)))
    }

    /// `3 af 4`: so many parts hold.
    pub fn parts_holding(self, holding: usize, of: usize) -> String {
        self.pick(format!("{holding} af {of}"), format!("{holding} of {of}"))
    }

    /// `495–895 af 1.000 point`.
    pub fn points_out_of(self, points: &str, total: &str) -> String {
        self.pick(format!("{points} af {total} point"), format!("{points} of {total} points"))
    }

    /// `Mål 2: risiko 6, 12,5 point på spil`.
    pub fn goal_risk(self, goal: &str, priority: u32, points: Option<&str>) -> String {
        let risk = self.pick(format!("{goal}: risiko {priority}"), format!("{goal}: risk {priority}"));
        match points {
            Some(points) => self
                .pick(format!("{risk}, {points} point på spil"), format!("{risk}, {points} points at stake")),
            None => risk,
        }
    }

    /// `Mål 1: ikke fastlagt, 125 point åbne`.
    pub fn open_goal(self, goal: &str, status: &str, points: &str) -> String {
        let status = lower(status);
        self.pick(
            format!("{goal}: {status}, {points} point åbne"),
            format!("{goal}: {status}, {points} points open"),
        )
    }
}

/// `150 + 25 = 175`; a single part is the total itself.
pub fn equation(parts: &[String], total: &str) -> String {
    match parts {
        [] => total.to_owned(),
        [only] if only == total => total.to_owned(),
        parts => format!("{} = {total}", parts.join(" + ")),
    }
}

impl Words {
    /// The name of a sum: at least, or at most.
    pub fn name_of_sum(self, most: bool) -> String {
        let end = if most { ReportText::AtMost } else { ReportText::AtLeast };
        format!("{}, {}", self.text(ReportText::Points), self.text(end).to_lowercase())
    }

    /// How the weight of lapsed goals was shared out: the weights before, and those of the goals that remain.
    pub fn weight_shared_out(self, whole: &str, remaining: &str) -> String {
        self.pick(format!(
            "Målene, der er tilbage, deler vægten efter forhold: vægt × {whole} / {remaining}, rundet ned. Det, der mangler i summen, lægges til målene med de største rester."
        ), format!(
            "The goals that remain share the weight in proportion: weight × {whole} / {remaining}, rounded down. What the sum then lacks goes to the goals with the largest remainders."
        ))
    }

    /// `aftalt 20.03.2009, Allonge 1`; nothing where neither is known.
    pub fn agreed_on(self, agreed: Option<Date>, source: Option<&str>) -> Option<String> {
        let agreed = agreed.map(|date| {
            let date = self.date(date);
            self.pick(format!("aftalt {date}"), format!("agreed {date}"))
        });
        let said: Vec<_> = agreed.into_iter().chain(source.map(str::to_owned)).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// Why the department has to be told of a goal.
    pub fn duty_reason(self, reason: Reason) -> String {
        let (da, en) = match reason {
            Reason::Missed => ("Målet er ikke nået.", "The goal was not reached."),
            Reason::PartlyMissed => ("Målet er kun nået delvist.", "The goal was reached in part only."),
            Reason::OutOfReach => {
                ("Målet kan ikke længere nås fuldt ud.", "The goal can no longer be reached in full.")
            }
            Reason::Behind => (
                "Det, der er målt eller ventet, når ikke målet. Ingen point er tabt endnu.",
                "What was measured or is expected does not reach the goal. No points are lost yet.",
            ),
            Reason::Overdue(date) => {
                let date = self.date(date);
                return self.pick(
                    format!("Fristen {date} er overskredet, og der er ikke meldt et resultat."),
                    format!("The deadline {date} has passed, and no result was reported."),
                );
            }
        };
        self.pick(da, en).to_owned()
    }

    /// Which assessment a decision rests on.
    pub fn decided_by(self, assessment: &str, agreed: bool) -> String {
        let rests = self.pick(
            format!("Til grund for afgørelsen ligger: {}.", lower(assessment)),
            format!("The decision rests on {}.", lower(assessment)),
        );
        if agreed {
            return rests;
        }
        let none = self.pick("Der er ingen aftalt vurdering.", "There is no agreed assessment.");
        format!("{none} {rests}")
    }
}

/// `Direktørens vurdering, begrundelse`.
pub fn said_by(by: &str, what: &str) -> String {
    format!("{by}, {}", lower(what))
}

impl Words {
    /// `2 fejl, 11 advarsler og 12 bemærkninger`.
    pub fn findings_counted(self, counts: &[(usize, String); 3]) -> String {
        let said: Vec<_> =
            counts.iter().map(|(count, name)| format!("{name}: {}", self.count(*count))).collect();
        self.pick(format!("Fundet: {}.", said.join(", ")), format!("Found: {}.", said.join(", ")))
    }

    /// `Kontrakt SHA-256 4f1c… af indholdet`, whole: it tells the contract from every other.
    pub fn contract_fingerprint(self, sha256: &str) -> String {
        self.pick(
            format!("Kontrakt SHA-256 {sha256} af indholdet, efterprøves med: kontrakt fingerprint FIL"),
            format!("Contract SHA-256 {sha256} of its content, checked by: kontrakt fingerprint FILE"),
        )
    }

    /// `Filens SHA-256 b4ec…`: what `sha256sum` says of the file that was opened.
    pub fn file_sum(self, sha256: &str) -> String {
        self.pick(format!("Filens SHA-256 {sha256}"), format!("File SHA-256 {sha256}"))
    }
}

/// `Resultatkontrakt 0.1.0`.
pub fn release(version: &str) -> String {
    format!("Resultatkontrakt {version}")
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl Words {
    /// `Resultatoversigt bliver skrevet`.
    pub fn making(self, name: &str) -> String {
        self.pick(format!("{name} bliver skrevet"), format!("{name} is being written"))
    }
}
