//! From a state and an action to the next state.

use std::rc::Rc;

use super::action::Action;
use super::draft;
use super::message::Message;
use super::open::Opening;
use super::state::{Case, DraftStatus, State};

/// The state after an action; the same `Rc` where the action changes nothing.
pub fn reduce(state: &Rc<State>, action: Action) -> Rc<State> {
    match next(state, action) {
        Some(next) => Rc::new(next),
        None => Rc::clone(state),
    }
}

fn next(state: &State, action: Action) -> Option<State> {
    let lang = state.lang;
    match action {
        Action::Language(to) if to == lang => None,
        Action::Language(to) => {
            let case = state.case.as_ref().map(|case| Rc::new(case.translated(lang, to)));
            Some(State { lang: to, case, ..state.clone() })
        }

        Action::Opening(name) => {
            let opening = Some(Opening { name, progress: None });
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
        Action::ClearEntry(entry) => with_case(state, |case| case.cleared(&entry, lang)),
        Action::AddBaseLine { title } => with_case(state, |case| case.with_base_line(&title, lang)),
        Action::RemoveBaseLine(line) => with_case(state, |case| case.without_base_line(line, lang)),

        Action::Select(id) => with_case(state, |case| case.showing(id, lang)),
        Action::AddSheet { as_of } => with_case(state, |case| Some(case.with_blank(as_of, lang))),
        Action::CopySheet { of, kind } => with_case(state, |case| case.with_copy(of, kind, lang)),
        Action::RemoveSheet(id) => with_case(state, |case| case.without_sheet(id, lang)),

        Action::Undo => {
            let (case, field) = state.case.as_ref()?.undone(lang)?;
            Some(State { case: Some(Rc::new(case)), ..told(state, Message::Undone { field }) })
        }
        Action::Redo => {
            let (case, field) = state.case.as_ref()?.redone(lang)?;
            Some(State { case: Some(Rc::new(case)), ..told(state, Message::Redone { field }) })
        }

        Action::Saved { name, revision } => {
            // The draft says whether a file holds its changes, so it has to be stored anew.
            let case = Case { saved: revision, draft: DraftStatus::None, ..(**state.case.as_ref()?).clone() };
            Some(State { case: Some(Rc::new(case)), ..told(state, Message::Saved { name }) })
        }
        Action::DraftStored { revision, at } => drafted(state, DraftStatus::Stored { revision, at }),
        Action::DraftFailed(problem) => drafted(state, DraftStatus::Failed(problem)),
        Action::OpenElsewhere { own } => {
            let case = state.case.as_ref()?;
            let draft_key = format!("{}:{own}", draft::key(&case.contract.contract.id)).into();
            let case = Case { draft_key, draft: DraftStatus::None, ..(**case).clone() };
            Some(State { case: Some(Rc::new(case)), ..told(state, Message::OpenElsewhere) })
        }
        Action::Storing(storing) => (storing != state.storing).then(|| State { storing, ..state.clone() }),
        Action::Drafts(drafts) => (drafts != state.drafts).then(|| State { drafts, ..state.clone() }),
        Action::DraftRemoved { key } => {
            let drafts = state.drafts.iter().filter(|draft| draft.key != key).cloned().collect();
            Some(State { drafts, ..told(state, Message::DraftRemoved) })
        }
        Action::AllRemoved => {
            let message = Some(Rc::new(Message::AllRemoved));
            Some(State { lang, message, storing: state.storing, ..State::default() })
        }
    }
}

fn told(state: &State, message: Message) -> State {
    State { message: Some(Rc::new(message)), ..state.clone() }
}

fn with_case(state: &State, change: impl FnOnce(&Case) -> Option<Case>) -> Option<State> {
    let case = change(state.case.as_ref()?)?;
    Some(State { case: Some(Rc::new(case)), ..state.clone() })
}

fn drafted(state: &State, draft: DraftStatus) -> Option<State> {
    with_case(state, |case| (case.draft != draft).then(|| Case { draft, ..case.clone() }))
}
