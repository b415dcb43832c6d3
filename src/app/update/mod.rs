//! What happens: from a state and an action to the next state. A pure update is named after what it brings:
//! `after_…`, `with_…`, `without_…`.

mod action;
mod drafts;
mod expected;
mod import;
mod opening;
mod saving;
mod sheets;
mod tabs;
mod typing;
mod undo;

use std::rc::Rc;

pub use action::Action;
pub use drafts::{Earlier, earlier, write_draft};
pub(super) use import::SEPARATORS;

use super::state::{Case, DraftStatus, Message, Opening, State};

/// The state after an action; the same `Rc` where the action changes nothing.
pub fn reduce(state: &Rc<State>, action: Action) -> Rc<State> {
    match next(state, action) {
        Some(next) => match next.case.as_ref().and_then(|case| case.parted_once_changed()) {
            Some(case) => Rc::new(next.with_case(case)),
            None => Rc::new(next),
        },
        None => Rc::clone(state),
    }
}

fn next(state: &State, action: Action) -> Option<State> {
    let lang = state.lang;
    if action.edits() && state.sheet().is_some_and(|sheet| sheet.assessment().is_locked()) {
        return Some(state.with_message(Message::Locked));
    }
    match action {
        Action::Language(to) if to == lang => None,
        Action::Language(to) => {
            let case = state.case.as_ref().map(|case| Rc::new(case.after_translation(lang, to)));
            Some(State { lang: to, case, ..state.clone() })
        }

        Action::Opening(name) => {
            let opening = Some(Opening { name, progress: None, called_for: false });
            Some(State { opening, refused: None, message: None, ..state.clone() })
        }
        Action::Progress(progress) => state.with_progress(progress),
        Action::StopOpening => state.after_stopping(),
        Action::Open(file) => Some(state.after_opening(&file)),
        Action::Import(file) => Some(state.with_table(&file)),
        Action::LeaveOut { field, out } => state.with_left_out(&field, out),
        Action::ApplyImport => state.after_import(),
        Action::DismissImport => state.import.as_ref().map(|_| State { import: None, ..state.clone() }),
        Action::FileFailed { name, problem } => {
            Some(State { opening: None, ..state.with_message(Message::File { name, problem }) })
        }
        Action::Resume { key } => state.after_resuming(&key),
        Action::Close => {
            state.case.as_ref().map(|_| State { case: None, import: None, message: None, ..state.clone() })
        }
        Action::DismissRefused => state.refused.as_ref().map(|_| State { refused: None, ..state.clone() }),
        Action::DismissMessage => state.message.as_ref().map(|_| State { message: None, ..state.clone() }),

        Action::Type { field, text } => change_case(state, |case| case.after_typing(&field, &text, lang)),
        Action::Blur { field } => {
            change_case(state, |case| case.after_blur(lang).filter(|_| case.typing.as_ref() == Some(&field)))
        }
        Action::Choose { field, value } => {
            change_case(state, |case| case.after_clarifying(&field, value, lang))
        }
        Action::Slide { field, value } => change_case(state, |case| case.after_sliding(&field, value, lang)),
        Action::Meet(needs) => change_case(state, |case| case.with_needs_met(&needs, lang)),
        Action::ClearEntry(entry) => change_case(state, |case| case.without_entry(&entry, lang)),
        Action::AddBaseLine { title } => change_case(state, |case| case.with_base_line(&title, lang)),
        Action::RemoveBaseLine(line) => change_case(state, |case| case.without_base_line(line, lang)),

        Action::Select(id) => change_case(state, |case| case.with_selected(id, lang)),
        Action::AddSheet { as_of } => change_case(state, |case| Some(case.with_blank(as_of, lang))),
        Action::CopySheet { of, kind } => change_case(state, |case| case.with_copy(of, kind, lang)),
        Action::StartFrom { of, on } => change_case(state, |case| case.with_successor(of, on, lang)),
        Action::Agree { of, on } => change_case(state, |case| case.with_agreed(of, on, lang)),
        Action::Take { from, line } => change_case(state, |case| case.with_line_from(from, &line, lang)),
        Action::RemoveSheet(id) => change_case(state, |case| case.without_sheet(id, lang)),
        Action::Record(event) => state.after_event(event),
        Action::RemoveEvent(index) => change_case(state, |case| case.without_event(index, lang)),

        Action::Undo => {
            let (case, field) = state.case.as_ref()?.after_undo(lang)?;
            Some(state.with_case(case).with_message(Message::Undone { field }))
        }
        Action::Redo => {
            let (case, field) = state.case.as_ref()?.after_redo(lang)?;
            Some(state.with_case(case).with_message(Message::Redone { field }))
        }

        Action::Saving => (!state.saving).then(|| State { saving: true, ..state.clone() }),
        Action::Saved { name, revision } => state.after_hand_over(&name, revision),
        Action::Written { opening, revision, file } => Some(state.after_writing(&opening, revision, file)),
        Action::SaveFailed { name, problem } => {
            Some(State { saving: false, ..state.with_message(Message::NotSaved { name, problem }) })
        }
        Action::SaveEnded => state.saving.then(|| State { saving: false, ..state.clone() }),
        Action::FileLooked { opening, against, changed } => {
            state.with_file_change(&opening, against, changed)
        }
        Action::TakeBack => state.after_taking_back(),
        Action::DropAside => state.aside.as_ref().map(|_| State { aside: None, ..state.clone() }),

        Action::Receive(received) => Some(state.after_receiving(&received)),
        Action::ReceiveFailed(problem) => {
            Some(State { opening: None, ..state.with_message(Message::Share(problem)) })
        }
        Action::OpenReceived => state.offered.as_ref().map(|received| state.after_opening(&received.file)),
        Action::DismissReceived => state.offered.as_ref().map(|_| State { offered: None, ..state.clone() }),

        Action::DraftStored { revision, at, checksum } => change_case(state, |case| {
            let draft = DraftStatus::Stored { revision, at };
            Some(Case { draft, stored_checksum: Some(checksum), ..case.clone() })
        }),
        Action::DraftFailed(problem) => change_case(state, |case| {
            let draft = DraftStatus::Failed(problem);
            (case.draft != draft).then(|| Case { draft, ..case.clone() })
        }),
        Action::OpenElsewhere { own } => state.beside_other_tab(&own),
        Action::Follow => state.as_follower(),
        Action::TakeOver => Some(State { claims: state.claims + 1, ..state.clone() }),
        Action::Keeping => state.as_keeper(),
        Action::TakenOver { own } => state.after_take_over(&own),
        Action::Storing(storing) => (storing != state.storing).then(|| State { storing, ..state.clone() }),
        Action::Drafts(drafts) => state.with_drafts(&drafts),
        Action::DraftRemoved { key } => Some(state.without_draft(&key)),
        Action::AllRemoved => Some(state.without_anything()),
        Action::RemovalFailed => Some(state.with_message(Message::RemovalFailed)),
        Action::RemovedElsewhere => Some(state.after_removal_elsewhere()),
        Action::NewVersion(new_version) => {
            (new_version != state.new_version).then(|| State { new_version, ..state.clone() })
        }
    }
}

impl State {
    /// The state with something to announce.
    fn with_message(&self, message: Message) -> Self {
        Self { message: Some(Rc::new(message)), ..self.clone() }
    }

    /// The state with another case on the screen.
    fn with_case(&self, case: Case) -> Self {
        Self { case: Some(Rc::new(case)), ..self.clone() }
    }
}

fn change_case(state: &State, change: impl FnOnce(&Case) -> Option<Case>) -> Option<State> {
    Some(state.with_case(change(state.case.as_ref()?)?))
}
