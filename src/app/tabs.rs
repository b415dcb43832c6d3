//! Two tabs with the same contract: one of them keeps its draft, and the other one knows and shows it.

use std::rc::Rc;

use super::draft::{self, DraftContent, FoundDraft};
use super::message::Message;
use super::resume;
use super::state::{Case, DraftStatus, State, Storing};

/// How this tab stands to others that have the same contract open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tabs {
    /// There is no other, or it is this tab that keeps the draft.
    #[default]
    Keeping,
    /// Another tab keeps the draft; what is changed here goes into a draft of its own.
    Beside {
        /// What no other tab has: it names the draft of its own.
        own: Rc<str>,
    },
    /// The draft that another tab keeps is shown as it changes there. What is changed here ends that.
    Following {
        /// What no other tab has.
        own: Rc<str>,
    },
}

impl Tabs {
    /// What names a draft of this tab's own, while another one keeps the contract's.
    pub fn own(&self) -> Option<&Rc<str>> {
        match self {
            Self::Keeping => None,
            Self::Beside { own } | Self::Following { own } => Some(own),
        }
    }
}

impl State {
    /// The draft that another tab keeps of the contract that is open here.
    pub fn kept_elsewhere(&self) -> Option<&FoundDraft> {
        let case = self.case.as_ref().filter(|case| case.tabs != Tabs::Keeping)?;
        self.drafts.iter().find(|draft| case.is_kept_as(draft))
    }

    /// Another tab turned out to keep the draft. Where this one has just resumed the same one, it goes on
    /// showing it.
    pub(super) fn beside(&self, own: &Rc<str>) -> Option<Self> {
        let case = self.case.as_ref()?;
        let own = Rc::clone(own);
        let kept = self.drafts.iter().find(|draft| case.is_kept_as(draft));
        let is_same = kept.is_some_and(|kept| kept.key == case.draft_key && case.is_as_resumed());
        let case = if is_same {
            Case { tabs: Tabs::Following { own }, ..(**case).clone() }
        } else {
            case.moved(own)
        };
        Some(self.with(case, Message::OpenElsewhere))
    }

    /// Another tab took the draft over. What stands here goes into a draft of its own.
    pub(super) fn taken_over(&self, own: &Rc<str>) -> Option<Self> {
        let case = self.case.as_ref()?.moved(Rc::clone(own));
        Some(self.with(case, Message::TakenOver))
    }

    /// It is this tab that keeps the draft now.
    pub(super) fn keeping(&self) -> Option<Self> {
        let case = self.case.as_ref().filter(|case| case.tabs != Tabs::Keeping)?;
        Some(self.with(Case { tabs: Tabs::Keeping, ..(**case).clone() }, Message::Keeping))
    }

    /// Shows the draft that another tab keeps, and goes on showing it.
    pub(super) fn following(&self) -> Option<Self> {
        let own = Rc::clone(self.case.as_ref()?.tabs.own()?);
        self.followed(own)
    }

    /// The drafts that the browser keeps, anew: what is shown of another tab follows them, what cannot be
    /// opened stays known as such, and the draft of what is open here is missed.
    pub(super) fn found(&self, drafts: &Rc<[FoundDraft]>) -> Option<Self> {
        let drafts: Rc<[FoundDraft]> = drafts.iter().map(|draft| self.known(draft)).collect();
        let is_news = drafts != self.drafts;
        let next = Self { drafts, ..self.clone() };
        let changed = match self.case.as_deref() {
            Some(Case { tabs: Tabs::Following { own }, known, .. }) => {
                let kept = next.kept_elsewhere().filter(|kept| kept.checksum() != known.as_ref());
                kept.and_then(|_| next.followed(Rc::clone(own)))
            }
            Some(case) if next.is_missing(case) => {
                let case = Case { draft: DraftStatus::None, known: None, ..case.clone() };
                Some(next.with(case, Message::DraftGone))
            }
            _ => None,
        };
        changed.or(is_news.then_some(next))
    }

    /// Whether the browser should keep the draft of a case, said that it does, and does not.
    fn is_missing(&self, case: &Case) -> bool {
        let is_there = self.drafts.iter().any(|draft| draft.key == case.draft_key);
        self.storing == Storing::On && case.is_stored() && !is_there
    }

    /// A draft that turned out not to hold a case remains broken until it changes.
    fn known(&self, draft: &FoundDraft) -> FoundDraft {
        let is_broken = |before: &&FoundDraft| before.content == DraftContent::Broken;
        let before = self.drafts.iter().find(|before| before.key == draft.key && before.text == draft.text);
        match before.filter(is_broken) {
            Some(before) => FoundDraft { content: before.content.clone(), ..draft.clone() },
            None => draft.clone(),
        }
    }

    fn followed(&self, own: Rc<str>) -> Option<Self> {
        let before = self.case.as_ref()?;
        let kept = self.kept_elsewhere()?;
        let case = resume::case(kept, self.lang).ok()?;
        // It is the same opening for the page, which stays where it is.
        let case = Case { tabs: Tabs::Following { own }, opening: Rc::clone(&before.opening), ..case };
        Some(Self { case: Some(Rc::new(case)), ..self.clone() })
    }

    fn with(&self, case: Case, message: Message) -> Self {
        Self { case: Some(Rc::new(case)), message: Some(Rc::new(message)), ..self.clone() }
    }
}

impl Case {
    /// The case under a draft of its own.
    pub(super) fn moved(&self, own: Rc<str>) -> Self {
        let draft_key = format!("{}:{own}", draft::key(&self.contract.contract.id)).into();
        let author = Rc::clone(&own);
        let tabs = Tabs::Beside { own };
        Self { draft_key, author, tabs, known: None, draft: DraftStatus::None, ..self.clone() }
    }

    /// The case in the place of another one: while another tab keeps the draft of the same contract, this
    /// one does not.
    pub(super) fn joining(self, before: Option<&Rc<Self>>) -> Self {
        match self.own_beside(before) {
            Some(own) => Self { author: Rc::clone(&self.author), ..self.moved(own) },
            None => self,
        }
    }

    /// The same for a case out of this draft, which it goes on with unless another tab does.
    pub(super) fn rejoining(self, before: Option<&Rc<Self>>, found: &FoundDraft) -> Self {
        let tabs = match self.own_beside(before) {
            Some(own) if self.is_kept_as(found) => Tabs::Following { own },
            Some(own) => Tabs::Beside { own },
            None => Tabs::Keeping,
        };
        Self { tabs, ..self }
    }

    fn own_beside(&self, before: Option<&Rc<Self>>) -> Option<Rc<str>> {
        let same = before.filter(|before| before.contract.contract.id == self.contract.contract.id)?;
        same.tabs.own().cloned()
    }

    /// Whether a draft is the one that a tab keeps of this contract.
    fn is_kept_as(&self, draft: &FoundDraft) -> bool {
        match &draft.content {
            DraftContent::Readable(summary) => draft.is_kept && summary.contract == self.contract.contract.id,
            DraftContent::Newer | DraftContent::Older | DraftContent::Broken => false,
        }
    }

    /// What was changed while another tab's draft was shown becomes a draft of its own.
    pub(super) fn parted(&self) -> Option<Self> {
        match &self.tabs {
            Tabs::Following { own } if !self.is_as_resumed() => Some(self.moved(Rc::clone(own))),
            _ => None,
        }
    }

    /// Whether it is as it came out of its draft.
    fn is_as_resumed(&self) -> bool {
        self.revision == 1 && self.is_stored()
    }
}
