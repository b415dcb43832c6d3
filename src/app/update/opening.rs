//! Files and contracts that come in, and what was open before them.

use std::rc::Rc;

use crate::app::state::{
    Case, DraftContent, Incoming, Message, Opening, Received, Refused, ShareProblem, State, own_parties,
};
use crate::domain::assessment::Assessor;
use crate::findings::Diagnostic;
use crate::format::{AssessmentFile, ContractFile, Document};
use crate::pace::Progress;

impl State {
    /// The state while a file is read, before anything is known of it.
    pub(super) fn with_opening(&self, name: Rc<str>) -> Self {
        let opening = Some(Opening { name, progress: None, called_for: false });
        Self { opening, refused: None, message: None, together: None, unused: Rc::default(), ..self.clone() }
    }

    /// The state with a file that is further on; none where that is nothing new.
    pub(super) fn with_progress(&self, progress: Progress) -> Option<Self> {
        let opening = self.opening.as_ref()?;
        let next = Opening { progress: Some(progress), ..opening.clone() };
        (next != *opening).then(|| Self { opening: Some(next), ..self.clone() })
    }

    /// The state without the file that was being read. What was open stays open.
    pub(super) fn after_stopping(&self) -> Option<Self> {
        let name = Rc::clone(&self.opening.as_ref()?.name);
        Some(Self { opening: None, ..self.with_message(Message::OpeningStopped { name }) })
    }

    /// The state after a file was read. A file that cannot be used changes nothing but the list of what is wrong with
    /// it.
    pub(super) fn after_opening(&self, file: &Incoming) -> Self {
        let mut next = self.after_opening_contract(file);
        if let Some(Document::Assessment(assessment)) = &file.document {
            next.add_assessment(assessment, file);
        }
        next
    }

    /// The same, but for an assessment.
    fn after_opening_contract(&self, file: &Incoming) -> Self {
        let mut next = Self { opening: None, refused: None, import: None, offered: None, ..self.clone() };
        match file.document.as_ref().map(Document::contract) {
            None => {
                let (name, diagnostics) = (Rc::clone(&file.name), Rc::clone(&file.diagnostics));
                next.refused = Some(Rc::new(Refused { name, diagnostics }));
            }
            Some(Some((contract, assessments))) => next.open_case(contract, assessments.is_empty(), file),
            Some(None) => {}
        }
        next
    }

    fn open_case(&mut self, contract: &ContractFile, is_blank: bool, file: &Incoming) {
        let case = Case::new(contract.clone(), file.sheets.clone(), &file.opening);
        let mut case = case.with_unread_texts(self.lang);
        case.opened_blank = is_blank;
        if let (true, Some(party)) = (is_blank, self.party) {
            case.change_current(|sheet| sheet.file.assessment.by = party);
        }
        case.findings = Rc::clone(&file.diagnostics);
        case.is_examined = file.is_examined;
        if file.is_new {
            // No file holds it, so it is kept as a draft from the beginning.
            (case.is_new, case.revision) = (true, 1);
            case.compared.clone_from(&file.from);
        }
        let mut case = case.in_place_of(self.case.as_ref());
        let waiting = self.drafts.iter().find(|draft| match &draft.content {
            DraftContent::Readable(summary) => summary.unsaved && summary.contract == contract.contract.id,
            _ => false,
        });
        self.message = Some(Rc::new(match waiting {
            Some(draft) => Message::DraftExists { key: Rc::clone(&draft.key) },
            None => Message::Opened { title: contract.contract.title.as_str().into() },
        }));
        // A contract alone is never written over by a case: the first save makes a file of its own.
        let is_case = matches!(file.document, Some(Document::Case(_)));
        case.file = file.file.clone().filter(|_| is_case);
        self.show_case(case, self.party);
    }

    /// The state once what was found in the contract of an opening is known. Another case may be open by then.
    pub(super) fn after_examining(&self, opening: &str, findings: &[Diagnostic]) -> Option<Self> {
        let case = self.case.as_ref().filter(|case| *case.opening == *opening && !case.is_examined)?;
        // What was found in an assessment that came in meanwhile stands behind it.
        let findings = match findings {
            [] => Rc::clone(&case.findings),
            _ => findings.iter().chain(case.findings.iter()).cloned().collect(),
        };
        Some(self.with_case(Case { findings, is_examined: true, ..(**case).clone() }))
    }

    pub(super) fn add_assessment(&mut self, assessment: &AssessmentFile, file: &Incoming) {
        let name = Rc::clone(&file.name);
        let wanted = &assessment.assessment.contract;
        let Some(case) = self.case.as_ref().filter(|case| case.contract.contract.id == *wanted) else {
            self.message = Some(Rc::new(Message::AssessmentOfOther { name, wanted: wanted.clone() }));
            return;
        };
        if case.is_full() {
            self.message = Some(Rc::new(Message::TooManyAssessments));
            return;
        }
        let made_for = assessment.assessment.sha256.as_deref();
        let same_contract = made_for.is_none_or(|sha256| case.contract.fingerprint.matches(sha256));
        let mut next = case.with_assessment(assessment.clone(), self.lang);
        if next.sheets.len() == 1 {
            next.own = own_parties(&next.sheets, self.party);
        }
        next.findings = next.findings.iter().chain(file.diagnostics.iter()).cloned().collect();
        self.case = Some(Rc::new(next));
        self.message = Some(Rc::new(Message::AssessmentAdded { name, same_contract }));
    }

    /// Puts another case on the screen, for a person of this party where that is known. Changes that only the one
    /// before has are put aside.
    pub(super) fn show_case(&mut self, mut case: Case, person: Option<Assessor>) {
        case.own = own_parties(&case.sheets, person);
        self.aside = self.case_to_put_aside(&case);
        self.case = Some(Rc::new(case));
    }

    /// What has to be put aside before another case takes its place: changes that no draft holds, or that the same
    /// file is opened over.
    fn case_to_put_aside(&self, next: &Case) -> Option<Rc<Case>> {
        let link = next.file.as_ref().and_then(|file| file.disk.as_ref()).map(|disk| &disk.link);
        let is_same_file = |case: &Case| {
            let file = case.file.as_ref();
            file.zip(link).is_some_and(|(file, link)| file.is_found_by(link))
        };
        // What was chosen for next year's contract is in the one that begins with it.
        let is_work = |case: &&Rc<Case>| case.is_unsaved() || case.plan.is_some() && next.compared.is_none();
        let case = self.case.as_ref().filter(is_work);
        let aside = case.filter(|case| !case.is_stored() || is_same_file(case));
        aside.or(self.aside.as_ref()).cloned()
    }

    /// The state with what was put aside on the screen again, and what was on the screen put aside.
    pub(super) fn after_taking_back(&self) -> Option<Self> {
        let back = self.aside.clone()?;
        let aside = self.case.clone().filter(|case| case.has_unsaved_work());
        let title = back.contract.contract.title.as_str().into();
        Some(Self { case: Some(back), aside, import: None, ..self.with_message(Message::Opened { title }) })
    }

    /// The state after a contract came in through the address. Over an open case it is only offered; results are
    /// refused.
    pub(super) fn after_receiving(&self, received: &Rc<Received>) -> Self {
        match &received.file.document {
            Some(Document::Case(_) | Document::Assessment(_)) => {
                Self { opening: None, ..self.with_message(Message::Share(ShareProblem::HoldsResults)) }
            }
            Some(Document::Contract(_)) if self.case.is_some() => {
                Self { opening: None, offered: Some(Rc::clone(received)), ..self.clone() }
            }
            _ => self.after_opening_contract(&received.file),
        }
    }
}
