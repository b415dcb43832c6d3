//! From a state and an action to the next state.

use std::rc::Rc;

use super::action::Action;
use super::message::Message;
use super::open::Opening;
use super::state::{Case, DraftStatus, State, Storing};

/// The state after an action; the same `Rc` where the action changes nothing.
pub fn reduce(state: &Rc<State>, action: Action) -> Rc<State> {
    match next(state, action) {
        Some(next) => match next.case.as_ref().and_then(|case| case.parted()) {
            Some(case) => Rc::new(State { case: Some(Rc::new(case)), ..next }),
            None => Rc::new(next),
        },
        None => Rc::clone(state),
    }
}

fn next(state: &State, action: Action) -> Option<State> {
    let lang = state.lang;
    if action.edits() && state.sheet().is_some_and(|sheet| sheet.assessment().is_locked()) {
        return Some(told(state, Message::Locked));
    }
    match action {
        Action::Language(to) if to == lang => None,
        Action::Language(to) => {
            let case = state.case.as_ref().map(|case| Rc::new(case.translated(lang, to)));
            Some(State { lang: to, case, ..state.clone() })
        }

        Action::Opening(name) => {
            let opening = Some(Opening { name, progress: None, called_for: false });
            Some(State { opening, refused: None, message: None, ..state.clone() })
        }
        Action::Progress(progress) => state.further(progress),
        Action::StopOpening => state.stopped(),
        Action::Open(file) => Some(state.opened(&file)),
        Action::Import(file) => Some(state.importing(&file)),
        Action::LeaveOut { field, out } => state.leaving_out(&field, out),
        Action::ApplyImport => state.imported(),
        Action::DismissImport => state.import.as_ref().map(|_| State { import: None, ..state.clone() }),
        Action::FileFailed { name, problem } => {
            Some(State { opening: None, ..told(state, Message::File { name, problem }) })
        }
        Action::Resume { key } => state.resumed(&key),
        Action::Close => {
            state.case.as_ref().map(|_| State { case: None, import: None, message: None, ..state.clone() })
        }
        Action::DismissRefused => state.refused.as_ref().map(|_| State { refused: None, ..state.clone() }),
        Action::DismissMessage => state.message.as_ref().map(|_| State { message: None, ..state.clone() }),

        Action::Type { field, text } => with_case(state, |case| case.typed(&field, &text, lang)),
        Action::Blur { field } => {
            with_case(state, |case| case.left(lang).filter(|_| case.typing.as_ref() == Some(&field)))
        }
        Action::Choose { field, value } => with_case(state, |case| case.meant(&field, value, lang)),
        Action::Slide { field, value } => with_case(state, |case| case.slid(&field, value, lang)),
        Action::Meet(needs) => with_case(state, |case| case.meeting(&needs, lang)),
        Action::ClearEntry(entry) => with_case(state, |case| case.cleared(&entry, lang)),
        Action::AddBaseLine { title } => with_case(state, |case| case.with_base_line(&title, lang)),
        Action::RemoveBaseLine(line) => with_case(state, |case| case.without_base_line(line, lang)),

        Action::Select(id) => with_case(state, |case| case.showing(id, lang)),
        Action::AddSheet { as_of } => with_case(state, |case| Some(case.with_blank(as_of, lang))),
        Action::CopySheet { of, kind } => with_case(state, |case| case.with_copy(of, kind, lang)),
        Action::StartFrom { of, on } => with_case(state, |case| case.started_from(of, on, lang)),
        Action::Agree { of, on } => with_case(state, |case| case.agreed(of, on, lang)),
        Action::Take { from, line } => with_case(state, |case| case.taking(from, &line, lang)),
        Action::RemoveSheet(id) => with_case(state, |case| case.without_sheet(id, lang)),
        Action::Record(event) => state.recorded(event),
        Action::RemoveEvent(place) => with_case(state, |case| case.without_event(place, lang)),

        Action::Undo => {
            let (case, field) = state.case.as_ref()?.undone(lang)?;
            Some(State { case: Some(Rc::new(case)), ..told(state, Message::Undone { field }) })
        }
        Action::Redo => {
            let (case, field) = state.case.as_ref()?.redone(lang)?;
            Some(State { case: Some(Rc::new(case)), ..told(state, Message::Redone { field }) })
        }

        Action::Saving => (!state.saving).then(|| State { saving: true, ..state.clone() }),
        Action::Saved { name, revision } => state.handed_over(&name, revision),
        Action::Written { opening, revision, file } => Some(state.written(&opening, revision, file)),
        Action::SaveFailed { name, problem } => {
            Some(State { saving: false, ..told(state, Message::NotSaved { name, problem }) })
        }
        Action::SaveEnded => state.saving.then(|| State { saving: false, ..state.clone() }),
        Action::FileLooked { opening, against, changed } => state.looked(&opening, against, changed),
        Action::TakeBack => state.taken_back(),
        Action::DropAside => state.aside.as_ref().map(|_| State { aside: None, ..state.clone() }),

        Action::Receive(received) => Some(state.receiving(&received)),
        Action::ReceiveFailed(problem) => {
            Some(State { opening: None, ..told(state, Message::Share(problem)) })
        }
        Action::OpenReceived => state.offered.as_ref().map(|received| state.opened(&received.file)),
        Action::DismissReceived => state.offered.as_ref().map(|_| State { offered: None, ..state.clone() }),

        Action::DraftStored { revision, at, checksum } => with_case(state, |case| {
            let draft = DraftStatus::Stored { revision, at };
            Some(Case { draft, known: Some(checksum), ..case.clone() })
        }),
        Action::DraftFailed(problem) => drafted(state, DraftStatus::Failed(problem)),
        Action::OpenElsewhere { own } => state.beside(&own),
        Action::Follow => state.following(),
        Action::TakeOver => Some(State { claims: state.claims + 1, ..state.clone() }),
        Action::Keeping => state.keeping(),
        Action::TakenOver { own } => state.taken_over(&own),
        Action::Storing(storing) => (storing != state.storing).then(|| State { storing, ..state.clone() }),
        Action::Drafts(drafts) => state.found(&drafts),
        Action::DraftRemoved { key } => Some(without_draft(state, &key)),
        Action::AllRemoved => {
            let message = Some(Rc::new(Message::AllRemoved));
            let (storing, new_version) = (state.storing, state.new_version);
            Some(State { lang, message, storing, new_version, claims: state.claims, ..State::default() })
        }
        Action::RemovalFailed => Some(told(state, Message::RemovalFailed)),
        Action::RemovedElsewhere => Some(removed_elsewhere(state)),
        Action::NewVersion(new_version) => {
            (new_version != state.new_version).then(|| State { new_version, ..state.clone() })
        }
    }
}

/// A draft is gone. Where it is that of what is open, that is stored again once it changes.
fn without_draft(state: &State, key: &Rc<str>) -> State {
    let drafts = state.drafts.iter().filter(|draft| draft.key != *key).cloned().collect();
    let case = state.case.as_ref().map(|case| {
        if case.draft_key == *key {
            let draft = DraftStatus::Removed { revision: case.revision };
            Rc::new(Case { draft, known: None, ..(**case).clone() })
        } else {
            Rc::clone(case)
        }
    });
    State { case, drafts, ..told(state, Message::DraftRemoved) }
}

/// What is open is kept nowhere now, and is not put back where it was removed from on purpose.
fn removed_elsewhere(state: &State) -> State {
    let storing = if state.storing == Storing::Blocked { Storing::Blocked } else { Storing::Removed };
    let case = state
        .case
        .as_ref()
        .map(|case| Rc::new(Case { draft: DraftStatus::None, known: None, ..(**case).clone() }));
    State { storing, case, drafts: Rc::default(), ..told(state, Message::RemovedElsewhere) }
}

fn told(state: &State, message: Message) -> State {
    state.telling(message)
}

fn with_case(state: &State, change: impl FnOnce(&Case) -> Option<Case>) -> Option<State> {
    let case = change(state.case.as_ref()?)?;
    Some(State { case: Some(Rc::new(case)), ..state.clone() })
}

fn drafted(state: &State, draft: DraftStatus) -> Option<State> {
    with_case(state, |case| (case.draft != draft).then(|| Case { draft, ..case.clone() }))
}
