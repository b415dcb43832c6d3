//! What happens: from a state and an action to the next state. A pure update is named after what it brings:
//! `after_…`, `with_…`, `without_…`.

mod action;
mod combined;
mod contracts;
mod drafts;
mod expected;
mod import;
mod left_behind;
mod opening;
mod reading;
mod saving;
mod sheets;
mod tabs;
mod together;
mod typing;
mod undo;
mod unlikely;
mod unread;
mod writing;

use std::rc::Rc;

pub use action::{
    Action, CompareAction, DraftAction, Edit, PlanAction, SaveAction, SheetAction, WritingEdit,
};
pub use combined::{CombinedAnswer, CombinedResult};
pub use drafts::{Earlier, earlier, write_draft, write_draft_paced};
pub(super) use import::SEPARATORS;
pub use left_behind::take_in;

use super::state::{Case, Choice, Message, State, Tabs};
use crate::domain::assessment::Assessor;
use crate::i18n::Lang;

/// What a state becomes by an action; `None` where it changes nothing.
pub type Step = fn(&State, Action) -> Option<State>;

/// The state after an action; the same `Rc` where the action changes nothing.
pub fn reduce(state: &Rc<State>, action: impl Into<Action>) -> Rc<State> {
    reduce_by(state, action.into(), seldom)
}

/// The same, with what carries out the actions that are seldom: its code may come later.
pub fn reduce_by(state: &Rc<State>, action: Action, seldom: Step) -> Rc<State> {
    let next = if action.is_seldom() || is_followed(state, &action) || leads_to_contract(state, &action) {
        seldom(state, action)
    } else {
        next(state, action)
    };
    match next {
        Some(next) => match next.case.as_ref().and_then(|case| case.parted_once_changed()) {
            Some(case) => Rc::new(next.with_case(case)),
            None => Rc::new(next),
        },
        None => Rc::clone(state),
    }
}

fn next(state: &State, action: Action) -> Option<State> {
    let lang = state.lang;
    match action {
        Action::Edit(_) if state.why_closed().is_some() => Some(state.with_message(state.why_closed()?)),
        Action::Edit(edit) => state.after_edit(&edit, Case::after_edit),
        Action::Blur { field } => {
            state.change_case(|case| case.after_blur(lang).filter(|_| case.typing.as_ref() == Some(&field)))
        }
        Action::Undo => {
            let (case, field) = state.case.as_ref()?.after_undo(lang)?;
            Some(state.with_case(case).with_message(Message::Undone { field }))
        }
        Action::Redo => {
            let (case, field) = state.case.as_ref()?.after_redo(lang)?;
            Some(state.with_case(case).with_message(Message::Redone { field }))
        }
        Action::Draft(action) => state.after_draft_action(action),

        Action::Opening(name) => Some(state.with_opening(name)),
        Action::Progress(progress) => state.with_progress(progress),
        Action::StopOpening => state.after_stopping(),
        Action::Receive(received) => Some(state.after_receiving(&received)),
        Action::ReceiveFailed(problem) => {
            Some(State { opening: None, ..state.with_message(Message::Share(problem)) })
        }

        Action::DismissRefused => state.refused.as_ref().map(|_| State { refused: None, ..state.clone() }),
        Action::DismissMessage => state.message.as_ref().map(|_| State { message: None, ..state.clone() }),
        Action::DismissImport => state.import.as_ref().map(|_| State { import: None, ..state.clone() }),
        Action::DismissReceived => state.offered.as_ref().map(|_| State { offered: None, ..state.clone() }),
        Action::DismissTogether => state.together.as_ref().map(|_| State { together: None, ..state.clone() }),
        Action::DismissUnused => {
            (!state.unused.is_empty()).then(|| State { unused: Rc::default(), ..state.clone() })
        }
        Action::DropAside => state.aside.as_ref().map(|_| State { aside: None, ..state.clone() }),
        Action::PartMissing => Some(State { opening: None, ..state.with_message(Message::PartMissing) }),
        Action::Close => {
            state.case.as_ref().map(|_| State { case: None, import: None, message: None, ..state.clone() })
        }
        Action::Language(to) => (to != lang).then(|| state.in_language(to)),
        Action::NewVersion(new_version) => {
            (new_version != state.new_version).then(|| State { new_version, ..state.clone() })
        }
        _ => None,
    }
}

/// Whether it changes the list of drafts while the draft of another tab is shown, which is read anew then.
fn is_followed(state: &State, action: &Action) -> bool {
    let follows = state.case.as_ref().is_some_and(|case| matches!(case.tabs, Tabs::Following { .. }));
    follows && matches!(action, Action::Draft(DraftAction::Found(_)))
}

/// Whether it undoes or makes again a change of the contract.
fn leads_to_contract(state: &State, action: &Action) -> bool {
    let back = matches!(action, Action::Undo);
    (back || matches!(action, Action::Redo))
        && state.case.as_ref().is_some_and(|case| case.history.leads_to_contract(back))
}

impl Action {
    /// Whether it is one of those that are not met in the first view: [`seldom`] carries it out.
    pub fn is_seldom(&self) -> bool {
        matches!(
            self,
            Self::Sheet(_)
                | Self::Write(_)
                | Self::OpenTogether(_)
                | Self::ChooseContract(_)
                | Self::Import(_)
                | Self::LeaveOut { .. }
                | Self::ApplyImport
                | Self::Open(_)
                | Self::OpenReceived
                | Self::Examined { .. }
                | Self::FileFailed { .. }
                | Self::TakeBack
                | Self::Save(_)
                | Self::Compare(_)
                | Self::Plan(_)
                | Self::Combine(_)
                | Self::Draft(DraftAction::Resume { .. } | DraftAction::Follow)
                | Self::Edit(
                    Edit::Meet(_)
                        | Edit::ClearEntry(_)
                        | Edit::AddBaseLine { .. }
                        | Edit::RemoveBaseLine(_)
                        | Edit::Take { .. }
                )
        )
    }
}

/// Carries out what is not met in the first view.
pub fn seldom(state: &State, action: Action) -> Option<State> {
    match action {
        Action::Sheet(action) => state.after_sheet_action(action),
        Action::Write(edit) => state.change_case(|case| case.after_writing(&edit, state.lang)),
        Action::Undo | Action::Redo => state.after_contract_step(matches!(action, Action::Undo)),
        Action::OpenTogether(files) => Some(state.after_opening_together(&files)),
        Action::ChooseContract(place) => state.after_choosing_contract(place),
        Action::Import(file) => Some(state.with_table(&file)),
        Action::LeaveOut { field, out } => state.with_left_out(&field, out),
        Action::ApplyImport | Action::Edit(_) if state.why_closed().is_some() => {
            Some(state.with_message(state.why_closed()?))
        }
        Action::ApplyImport => state.after_import(),
        Action::Open(file) => Some(state.after_opening(&file)),
        Action::OpenReceived => state.offered.as_ref().map(|received| state.after_opening(&received.file)),
        Action::Examined { opening, findings } => state.after_examining(&opening, &findings),
        Action::FileFailed { name, problem } => {
            Some(State { opening: None, ..state.with_message(Message::File { name, problem }) })
        }
        Action::TakeBack => state.after_taking_back(),
        Action::Save(action) => state.after_save_action(action),
        Action::Compare(action) => state.after_comparing(action),
        Action::Plan(action) => state.after_planning(action),
        Action::Combine(result) => state.after_combining(&result),
        Action::Draft(DraftAction::Resume { key }) => state.after_resuming(&key),
        Action::Draft(DraftAction::Follow) => state.as_follower(),
        Action::Draft(DraftAction::Found(drafts)) => state.with_followed(&drafts),
        Action::Edit(edit) => state.after_edit(&edit, Case::after_seldom_edit),
        _ => None,
    }
}

impl State {
    /// The state with something to announce.
    fn with_message(&self, message: Message) -> Self {
        Self { message: Some(Rc::new(message)), ..self.clone() }
    }

    /// Why nothing in the assessment on the screen can be changed; none where it can.
    fn why_closed(&self) -> Option<Message> {
        let (case, sheet) = (self.case.as_ref()?, self.sheet()?);
        let by = sheet.assessment().by;
        let locked = sheet.assessment().is_locked().then_some(Message::Locked);
        locked.or_else(|| case.is_of_other(sheet).then_some(Message::OfOther { by }))
    }

    /// The state after what the assessment on the screen says was changed. Whoever says whose it is, is that party.
    fn after_edit(&self, edit: &Edit, after: fn(&Case, &Edit, Lang) -> Option<Case>) -> Option<Self> {
        let next = self.change_case(|case| Some(after(case, edit, self.lang)?.begun_since(case)))?;
        match edit {
            Edit::Choose { choice: Some(Choice::Assessor(by)), .. } => Some(next.of_party(*by)),
            _ => Some(next),
        }
    }

    /// The state once the person is known to assess for a party.
    fn of_party(self, party: Assessor) -> Self {
        let case = self.case.as_ref().map(|case| Rc::new((**case).clone().editable_by(party)));
        let known = Some(party).filter(|party| *party != Assessor::Agreed);
        Self { case, party: known.or(self.party), ..self }
    }

    /// The state with another case on the screen.
    fn with_case(&self, case: Case) -> Self {
        Self { case: Some(Rc::new(case)), ..self.clone() }
    }

    /// The state after its case changed; `None` where it did not, or nothing is open.
    fn change_case(&self, change: impl FnOnce(&Case) -> Option<Case>) -> Option<Self> {
        Some(self.with_case(change(self.case.as_ref()?)?))
    }

    /// The state in another language.
    fn in_language(&self, to: Lang) -> Self {
        let case = self.case.as_ref().map(|case| Rc::new(case.after_translation(self.lang, to)));
        Self { lang: to, case, ..self.clone() }
    }
}
