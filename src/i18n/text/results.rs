//! Texts of the place where results are kept.

use crate::domain::assessment::{Assessor, Status};
use crate::i18n::Words;

texts! {
    /// Texts of the results.
    ResultsText {
        Filter: "Vis", "Show";
        All: "Alle", "All";
        Open: "Åbne", "Open";
        NotMet: "Ikke opfyldt", "Not met";
        Undetermined: "Ikke fastlagt", "Not fixed";
        Overdue: "Overskredet", "Overdue";
        Missing: "Mangler", "Missing";
        Keys: "Enter: næste tomme felt · ↑ ↓: op og ned · →: detaljer", "Enter: next empty field · ↑ ↓: up and down · →: details";
        NoneHere: "Ingen mål passer til dette valg.", "No goals fit this choice.";
        Ungrouped: "Øvrige mål", "Other goals";
        HowWorkedOut: "Sådan er det regnet", "How it is worked out";
        InPay: "I resultatlønnen", "In the performance pay";
        Development: "Udvikling, krav og sigtelinjer", "Development, target and guidelines";
        Period: "Periode", "Period";
        Figure: "Tal", "Figure";
        Kind: "Art", "Kind";
        Reached: "Nået", "Reached";
        Target: "Krav", "Target";
        Guideline: "Sigtelinje", "Guideline";
        ResultNow: "Resultat", "Result";
        ReadingNow: "Måling", "Reading";
        NotFixed: "ikke fastlagt", "not fixed";
        Contradicts: "Fund i kontrakten", "Findings in the contract";
        Resources: "Ressourcer", "Resources";
        Risks: "Risici", "Risks";
        Criteria: "Kriterier", "Criteria";
        Description: "Beskrivelse", "Description";
        Remark: "Bemærkning", "Remark";
        Serves: "Tjener", "Serves";
        Head: "Vurderingen", "The assessment";
        Director: "Direktøren", "The director";
        Department: "Departementet", "The department";
        AgreedByBoth: "Aftalt af begge", "Agreed by both";
        WhatIf: "Prøve", "Trial";
        Draft: "Kladde", "Draft";
        Midterm: "Midtvejsstatus", "Mid-year status";
        Final: "Årsstatus", "Year's end";
        WhatIsWrong: "Bemærk", "Note";
        Assumptions: "Forudsætning", "Assumption";
        EqualWeights: "Hvis alle mål vejede lige meget", "If every goal weighed the same";
    }
}

/// Whose assessment it is.
pub fn assessor(by: Assessor) -> ResultsText {
    match by {
        Assessor::Director => ResultsText::Director,
        Assessor::Department => ResultsText::Department,
        Assessor::Agreed => ResultsText::AgreedByBoth,
    }
}

impl Words {
    /// `direktørens`: whose something is.
    pub fn whose(self, by: Assessor) -> &'static str {
        match by {
            Assessor::Director => self.pick("direktørens", "the director's"),
            Assessor::Department => self.pick("departementets", "the department's"),
            Assessor::Agreed => self.pick("begge parters", "both parties'"),
        }
    }

    /// `Direktørens begrundelse`.
    pub fn reason_of(self, by: Assessor) -> String {
        capitalized(
            &self.pick(format!("{} begrundelse", self.whose(by)), format!("{} reason", self.whose(by))),
        )
    }

    /// `Direktørens note`.
    pub fn note_of(self, by: Assessor) -> String {
        capitalized(&format!("{} {}", self.whose(by), self.pick("note", "note")))
    }

    /// What another party's words in a field become, and when.
    pub fn not_confirmed(self, whose: &str) -> String {
        self.pick(format!("{whose}, ikke bekræftet"), format!("{whose}, not confirmed"))
    }

    /// Why nothing in another party's assessment can be changed.
    pub fn is_of_other(self, by: Assessor) -> String {
        let whose = self.whose(by);
        self.pick(
            format!("Dette er {whose} vurdering. Den kan læses, men ikke ændres, så intet rettes i den ved en fejl."),
            format!("This is {whose} assessment. It can be read, but not changed, so that nothing in it is altered by mistake."),
        )
    }

    /// `Ret direktørens vurdering`.
    pub fn edit_other(self, by: Assessor) -> String {
        let whose = self.whose(by);
        self.pick(format!("Ret {whose} vurdering"), format!("Edit {whose} assessment"))
    }

    /// Why an assessment was locked: this party's was begun from it.
    pub fn locked_as_begun_from(self, by: Assessor) -> String {
        let whose = self.whose(by);
        capitalized(&self.pick(
            format!("{whose} vurdering er begyndt herfra"),
            format!("{whose} assessment was begun from it"),
        ))
    }

    /// What the new assessment takes over, and what becomes of the other one; where another party goes on, also whose
    /// the words stay.
    pub fn begin_intro(self, from: &str, [by, to]: [Assessor; 2]) -> String {
        let (whose, is_other) = (self.whose(by), by != to);
        let taken = self.pick(
            format!("Den nye begynder med alle tal og svar fra {from}, som låses."),
            format!("The new one begins with all figures and answers of {from}, which is locked."),
        );
        let words = is_other.then(|| {
            self.pick(
                format!(" Begrundelser og noter står som {whose}, til de bekræftes eller skrives om."),
                format!(" Reasons and notes stand as {whose} until they are confirmed or rewritten."),
            )
        });
        taken + &words.unwrap_or_default()
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    // All of our own words begin with such a letter; the tables for all others take 12 KB in the page.
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// How far along it is.
pub fn status(status: Status) -> ResultsText {
    match status {
        Status::Draft => ResultsText::Draft,
        Status::Midterm => ResultsText::Midterm,
        Status::Final => ResultsText::Final,
    }
}

impl Words {
    /// What a contract without weights would come to with equal ones, and that this is not its result.
    pub fn equal_weights_score(self, secured: &str, lost: &str, open: &str, total: &str) -> String {
        self.pick(format!(
            "{secured} sikret, {lost} tabt og {open} åbne af {total} point. Det er en visning, ikke kontraktens resultat."
        ), format!(
            "{secured} secured, {lost} lost and {open} open of {total} points. This is a view, not the contract's result."
        ))
    }

    /// `13 af 18 mål udfyldt`.
    pub fn goals_filled_in(self, done: usize, of: usize) -> String {
        let [done, of] = [done, of].map(|count| self.count(count));
        self.pick(format!("{done} af {of} mål udfyldt"), format!("{done} of {of} goals filled in"))
    }

    /// `150 sikret · 375 åbne af 525`, leaving out what is zero.
    pub fn group_total(self, secured: &str, lost: Option<&str>, open: Option<&str>, of: &str) -> String {
        let mut parts = vec![self.pick(format!("{secured} sikret"), format!("{secured} secured"))];
        parts.extend(lost.map(|lost| self.pick(format!("{lost} tabt"), format!("{lost} lost"))));
        parts.extend(open.map(|open| self.pick(format!("{open} åbne"), format!("{open} open"))));
        self.pick(format!("{} af {of}", parts.join(" · ")), format!("{} of {of}", parts.join(" · ")))
    }

    /// `3 af 5 opfyldt`, for a group without points.
    pub fn group_count(self, met: usize, of: usize) -> String {
        let [met, of] = [met, of].map(|count| self.count(count));
        self.pick(format!("{met} af {of} opfyldt"), format!("{met} of {of} met"))
    }

    /// `Risiko 6 · 26,5 årsværk`.
    pub fn risk_priority(self, priority: u32) -> String {
        self.pick(format!("Risiko {priority}"), format!("Risk {priority}"))
    }
}

/// `Mindre arbejdskraftreserve (Ministerens beskæftigelsesmål 2009)`: the goal of another contract that this one serves.
pub fn serves(goal: &str, contract: &str) -> String {
    format!("{goal} ({contract})")
}

impl Words {
    /// The same of a contract that the page does not know: `Målet »goal-1« i kontrakten »ministry-2009«`.
    pub fn serves_unknown(self, reference: &str) -> String {
        let (contract, goal) = reference.split_once('#').unwrap_or((reference, ""));
        self.pick(
            format!("Målet »{goal}« i kontrakten »{contract}«"),
            format!("The goal “{goal}” of the contract “{contract}”"),
        )
    }

    /// The name of the button that opens a goal: `Vis mål 2`.
    pub fn details_of_goal(self, goal: &str) -> String {
        self.pick(format!("Detaljer: {goal}"), format!("Details: {goal}"))
    }
}

/// `150 / 1.000 × 700`; a range is put in parentheses.
pub fn pay_formula(points: &str, total: &str, max: &str) -> String {
    if points.contains('–') {
        format!("({points}) / {total} × {max}")
    } else {
        format!("{points} / {total} × {max}")
    }
}

impl Words {
    /// `105 point = 18.112,50 kr.`
    pub fn points_in_pay(self, points: &str, kroner: Option<&str>) -> String {
        match kroner {
            Some(kroner) => {
                self.pick(format!("{points} point = {kroner}"), format!("{points} points = {kroner}"))
            }
            None => self.pick(format!("{points} point"), format!("{points} points")),
        }
    }

    /// `Aksen begynder ved 22.000, ikke ved 0`.
    pub fn axis_starts(self, start: &str) -> String {
        self.pick(
            format!("Aksen begynder ved {start}, ikke ved 0"),
            format!("The axis begins at {start}, not at 0"),
        )
    }

    /// What a chart shows, for those who do not see it.
    pub fn chart_label(self, goal: &str) -> String {
        self.pick(
            format!("{goal}: udvikling, krav og sigtelinjer. Tallene står i tabellen nedenfor."),
            format!("{goal}: development, target and guidelines. The figures are in the table below."),
        )
    }
}
