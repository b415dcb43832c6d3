//! Two tabs with the same contract: one of them keeps its draft, and the other one knows and shows it.

use std::rc::Rc;

use super::drafts::resume_draft;
use crate::app::state::{Case, DraftContent, DraftStatus, FoundDraft, Message, State, Tabs, draft_key};

impl State {
    /// Another tab turned out to keep the draft. Where this one has just resumed the same one, it goes on showing it.
    pub(super) fn beside_other_tab(&self, own: &Rc<str>) -> Option<Self> {
        let case = self.case.as_ref()?;
        let own = Rc::clone(own);
        let kept = self.drafts.iter().find(|draft| case.is_kept_as(draft));
        let is_same = kept.is_some_and(|kept| kept.key == case.draft_key && case.is_as_resumed());
        let case = if is_same {
            Case { tabs: Tabs::Following { own }, ..(**case).clone() }
        } else {
            case.with_own_draft(own)
        };
        Some(self.with_case(case).with_message(Message::OpenElsewhere))
    }

    /// Another tab took the draft over. What stands here goes into a draft of its own.
    pub(super) fn after_take_over(&self, own: &Rc<str>) -> Option<Self> {
        let case = self.case.as_ref()?.with_own_draft(Rc::clone(own));
        Some(self.with_case(case).with_message(Message::TakenOver))
    }

    /// It is this tab that keeps the draft now.
    pub(super) fn as_keeper(&self) -> Option<Self> {
        let case = self.case.as_ref().filter(|case| case.tabs != Tabs::Keeping)?;
        let case = Case { tabs: Tabs::Keeping, ..(**case).clone() };
        Some(self.with_case(case).with_message(Message::Keeping))
    }

    /// Shows the draft that another tab keeps, and goes on showing it.
    pub(super) fn as_follower(&self) -> Option<Self> {
        let own = Rc::clone(self.case.as_ref()?.tabs.own()?);
        self.with_kept_draft(own)
    }

    /// Takes in the current list of drafts: keeps the mark of broken ones, and warns where the draft of what is open has
    /// gone.
    pub(super) fn with_drafts(&self, drafts: &[FoundDraft]) -> Option<Self> {
        let next = self.with_list(drafts);
        match self.case.as_deref() {
            Some(case) if next.is_draft_missing(case) => {
                Some(next.with_case(case.without_draft(DraftStatus::None)).with_message(Message::DraftGone))
            }
            _ => (next.drafts != self.drafts).then_some(next),
        }
    }

    /// The same while the draft of another tab is shown, which is renewed.
    pub(super) fn with_followed(&self, drafts: &[FoundDraft]) -> Option<Self> {
        let next = self.with_list(drafts);
        let case = self.case.as_deref()?;
        let kept = next.kept_elsewhere().filter(|kept| kept.checksum() != case.stored_checksum.as_ref());
        let changed = kept.and_then(|_| next.with_kept_draft(Rc::clone(case.tabs.own()?)));
        changed.or((next.drafts != self.drafts).then_some(next))
    }

    fn with_list(&self, drafts: &[FoundDraft]) -> Self {
        Self { drafts: drafts.iter().map(|draft| self.still_broken(draft)).collect(), ..self.clone() }
    }

    /// A draft that turned out not to hold a case remains broken until it changes.
    fn still_broken(&self, draft: &FoundDraft) -> FoundDraft {
        let is_same = |before: &&FoundDraft| before.key == draft.key && before.text == draft.text;
        match self.drafts.iter().find(is_same).map(|before| &before.content) {
            Some(DraftContent::Broken) => FoundDraft { content: DraftContent::Broken, ..draft.clone() },
            _ => draft.clone(),
        }
    }

    fn with_kept_draft(&self, own: Rc<str>) -> Option<Self> {
        let before = self.case.as_ref()?;
        let case = resume_draft(self.kept_elsewhere()?, self.lang).ok()?;
        // It is the same opening for the page, which stays where it is.
        Some(self.with_case(Case {
            tabs: Tabs::Following { own },
            opening: Rc::clone(&before.opening),
            own: before.own.clone(),
            ..case
        }))
    }
}

impl Case {
    /// The case under a draft of its own.
    pub(super) fn with_own_draft(&self, own: Rc<str>) -> Self {
        let draft_key = format!("{}:{own}", draft_key(&self.contract.contract.id)).into();
        let author = Rc::clone(&own);
        let tabs = Tabs::Beside { own };
        Self { author, tabs, draft_key, ..self.without_draft(DraftStatus::None) }
    }

    /// The case that the browser keeps no draft of.
    pub(super) fn without_draft(&self, draft: DraftStatus) -> Self {
        Self { draft, stored_checksum: None, ..self.clone() }
    }

    /// The case in the place of another one: while another tab keeps the draft of the same contract, this one does not.
    pub(super) fn in_place_of(self, before: Option<&Rc<Self>>) -> Self {
        match self.own_beside(before) {
            Some(own) => Self { author: Rc::clone(&self.author), ..self.with_own_draft(own) },
            None => self,
        }
    }

    /// The same for a case out of this draft, which it goes on with unless another tab does.
    pub(super) fn resumed_in_place_of(self, before: Option<&Rc<Self>>, found: &FoundDraft) -> Self {
        let tabs = match self.own_beside(before) {
            Some(own) if self.is_kept_as(found) => Tabs::Following { own },
            Some(own) => Tabs::Beside { own },
            None => Tabs::Keeping,
        };
        Self { tabs, ..self }
    }

    /// What was changed while another tab's draft was shown becomes a draft of its own.
    pub(super) fn parted_once_changed(&self) -> Option<Self> {
        match &self.tabs {
            Tabs::Following { own } if !self.is_as_resumed() => Some(self.with_own_draft(Rc::clone(own))),
            _ => None,
        }
    }
}
