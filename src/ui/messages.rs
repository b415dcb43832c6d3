//! Shows messages across all places: what has to be corrected, what happened, what was not kept.

use yew::prelude::*;

use super::context::{Page, use_page, use_words};
use super::fields::{field_name, problem_of_field};
use super::file::{aside_banner, changed_banner, save_anyway, save_as, save_problem};
use super::focus::go_to_field;
use super::keeping::allow;
use super::later::{save, use_banners, use_errors};
use super::new_version::NewVersionBanner;
use super::other_tab::other_tab;
use super::portfolio::back_to_portfolio;
use super::shared::{Shared, StateProps};
use super::sharing::{offered_banner, share_problem};
use super::together::{contract_question, unused_files};
use crate::app::{
    Action, DraftAction, DraftStatus, FieldProblem, Message, SaveProblem, SheetKind, State, StorageProblem,
    Storing, problems,
};
use crate::format::MAX_ASSESSMENTS;
use crate::i18n::Words;
use crate::i18n::text::{FileText, PageText, StartText};
use crate::platform::page::is_local_file;

/// The most fields that are listed for correction: a table may bring in thousands.
const LISTED: usize = 50;

/// Draws the banners that may be needed without a network, and fetches the code of the others. A message that needs no
/// answer is announced without a banner.
#[component]
pub(crate) fn Messages(props: &StateProps) -> Html {
    let page = use_page();
    let state = &props.state;
    let banners = use_banners(&page, state);
    html! {
        <div class="screen-only" id="messages">
            { for not_kept(&page, state) }
            { for part_missing(&page, state) }
            { for banners }
        </div>
    }
}

/// Draws the banners whose code comes later.
pub(crate) fn banners(page: &Page, state: &Shared<State>) -> Html {
    html! { <>
        <div role="status"><NewVersionBanner state={state} /></div>
        { other_tab(page, state) }
        { for changed_banner(page, state) }
        { for aside_banner(page, state) }
        { for offered_banner(page, state) }
        { for back_to_portfolio(state, page.words) }
        { for contract_question(page, state) }
        { for unused_files(page, state) }
        { for message_banner(page, state) }
    </> }
}

/// Says that code cannot be had, as that code cannot say so itself.
fn part_missing(page: &Page, state: &State) -> Option<Html> {
    (state.message.as_deref()? == &Message::PartMissing).then(|| {
        html! {
            <div key="missing" class="banner banner--error" role="alert" id="message">
                <p>{ page.words.text(PageText::PartMissing) }</p>
                <button type="button" class="text-button" onclick={page.sending(Action::DismissMessage)}>{ page.words.text(PageText::Close) }</button>
            </div>
        }
    })
}

/// Says loudly that the browser does not keep a draft, with a way out, until a file holds it.
fn not_kept(page: &Page, state: &Shared<State>) -> Option<Html> {
    let case = state.case.as_ref()?;
    let reason = match case.draft {
        DraftStatus::Failed(StorageProblem::Full) => PageText::StorageFull,
        DraftStatus::Failed(StorageProblem::NotKept) => PageText::StorageForgets,
        DraftStatus::Failed(StorageProblem::Newer) => PageText::StorageNewer,
        DraftStatus::Failed(StorageProblem::Blocked) => PageText::StorageBlocked,
        _ if state.storing == Storing::Blocked => PageText::StorageBlocked,
        _ => return None,
    };
    if case.revision == 0 || !case.is_unsaved() {
        return None;
    }
    let (sender, state) = (page.clone(), state.clone());
    let onclick = Callback::from(move |_: MouseEvent| save(&sender, &state));
    Some(html! {
        <div key="not-kept" class="banner banner--error" role="alert" id="save-failed">
            <p>{ page.words.drafts_not_kept(reason) }</p>
            <button type="button" class="button button-primary button-small" {onclick}>{ page.words.text(PageText::SaveFile) }</button>
        </div>
    })
}

fn message_banner(page: &Page, state: &Shared<State>) -> Option<Html> {
    let message = state.message.as_deref()?;
    let class = match message {
        Message::File { .. }
        | Message::AssessmentOfOther { .. }
        | Message::TooManyAssessments
        | Message::TableNeedsContract { .. }
        | Message::RemovalFailed
        | Message::Share(_)
        | Message::NotSaved { .. } => "banner banner--error",
        Message::AssessmentAdded { same_contract: false, .. }
        | Message::Locked
        | Message::OfOther { .. }
        | Message::DraftExists { .. }
        | Message::SavedInstead { .. }
        | Message::TakenOver
        | Message::DraftGone
        | Message::RemovedElsewhere => "banner banner--caution",
        Message::AllRemoved
        | Message::NowUnlocked
        | Message::Begun { .. }
        | Message::Combined { .. }
        | Message::SheetRemoved { .. } => "banner",
        _ => return None,
    };
    let resume = match message {
        Message::DraftExists { key } => Some(page.sending(DraftAction::Resume { key: key.clone() })),
        _ => None,
    };
    let keep = (*message == Message::RemovedElsewhere && state.storing == Storing::Removed).then(|| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| allow(&page))
    });
    let again: Option<(FileText, Save)> = match message {
        Message::NotSaved { problem: SaveProblem::TooLarge, .. } => Some((FileText::SaveAnyway, save_anyway)),
        Message::NotSaved { .. } => Some((FileText::SaveAs, save_as)),
        _ => None,
    };
    Some(html! {
        <div key="told" {class} id="message">
            <p>{ message_words(message, page.words) }</p>
            if is_undone_by(message, state) {
                <button id="undo-removal" type="button" class="button button-secondary button-small" onclick={page.answering(Action::Undo)}>{ page.words.text(PageText::Undo) }</button>
            }
            if let Some(onclick) = keep {
                <button id="keep-again" type="button" class="button button-primary button-small" {onclick}>{ page.words.text(PageText::KeepInBrowser) }</button>
            }
            if let Some(onclick) = resume {
                <button type="button" class="button button-primary button-small" {onclick}>{ page.words.text(StartText::Resume) }</button>
            }
            if let Some((text, save)) = again {
                <button id="save-again" type="button" class="button button-primary button-small" onclick={saving(page, state, save)}>{ page.words.text(text) }</button>
            }
            <button type="button" class="text-button" onclick={page.sending(Action::DismissMessage)}>{ page.words.text(PageText::Close) }</button>
        </div>
    })
}

type Save = fn(&Page, &State);

fn saving(page: &Page, state: &Shared<State>, save: Save) -> Callback<MouseEvent> {
    let (page, state) = (page.clone(), state.clone());
    Callback::from(move |_| save(&page, &state))
}

/// Whether undoing brings back what was removed, as nothing was changed since.
fn is_undone_by(message: &Message, state: &State) -> bool {
    let now = state.case.as_ref().map(|case| case.revision);
    matches!(message, Message::SheetRemoved { revision, .. } if now == Some(*revision))
}

/// Says what happened.
pub(crate) fn message_words(message: &Message, words: Words) -> String {
    use crate::app::FileProblem;
    use crate::i18n::text::message as say;
    match message {
        Message::Opened { title } => words.contract_opened(title),
        Message::Resumed { title } => words.draft_resumed(title),
        Message::AssessmentAdded { name, same_contract } => words.assessment_added(name, *same_contract),
        Message::AssessmentOfOther { name, wanted } => words.assessment_of_other(name, wanted.as_str()),
        Message::TooManyAssessments => words.too_many_assessments(MAX_ASSESSMENTS),
        Message::File { name, problem: FileProblem::TooLarge { size, limit } } => {
            words.file_too_large(name, *size, *limit)
        }
        Message::File { name, problem: FileProblem::Unreadable } => words.file_unreadable(name),
        Message::Imported { name, count } => words.results_taken_over(name, *count),
        Message::TableNeedsContract { name } => words.table_needs_contract(name),
        Message::OpeningStopped { name } => words.opening_stopped(name),
        Message::Saved { name } => words.file_saved(name),
        Message::SavedInstead { name, refused } => words.saved_instead(name, refused),
        Message::NotSaved { name, problem } => save_problem(name, *problem, words),
        Message::Share(problem) => share_problem(problem, words),
        Message::Undone { .. } => words.text(say::MessageText::Undone).to_owned(),
        Message::Redone { .. } => words.text(say::MessageText::Redone).to_owned(),
        Message::SheetRemoved { title, .. } => words.sheet_removed(title),
        Message::NowLocked => words.text(say::MessageText::NowLocked).to_owned(),
        Message::NowUnlocked => words.text(say::MessageText::NowUnlocked).to_owned(),
        Message::OfOther { by } => words.is_of_other(*by),
        Message::Begun { from } => words.begun(from),
        Message::Combined { goal } => words.combined_entered(goal),
        Message::Locked => words.text(say::MessageText::Locked).to_owned(),
        Message::DraftExists { .. } => words.text(say::MessageText::DraftExists).to_owned(),
        Message::OpenElsewhere => words.text(say::MessageText::OpenElsewhere).to_owned(),
        Message::TakenOver => words.text(say::MessageText::TakenOver).to_owned(),
        Message::Keeping => words.text(say::MessageText::Keeping).to_owned(),
        Message::DraftGone => words.text(say::MessageText::DraftGone).to_owned(),
        Message::DraftRemoved => words.text(say::MessageText::DraftRemoved).to_owned(),
        Message::AllRemoved if is_local_file() => words.text(StartText::DeletedLocalFile).to_owned(),
        Message::AllRemoved => words.text(StartText::Deleted).to_owned(),
        Message::PartMissing => words.text(PageText::PartMissing).to_owned(),
        Message::RemovalFailed => words.text(say::MessageText::RemovalFailed).to_owned(),
        Message::RemovedElsewhere => words.text(say::MessageText::RemovedElsewhere).to_owned(),
    }
}

/// The state, and whether the contract is being written.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ErrorSummaryProps {
    pub(crate) state: Shared<State>,
    pub(crate) is_writing: bool,
}

/// Draws the summary of errors, once its code is here.
#[component]
pub(crate) fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let words = use_words();
    let errors = use_errors(&props.state, props.is_writing, words);
    html! { <div>{ for errors }</div> }
}

/// Lists everything that has to be corrected, each with a link to its field.
pub(crate) fn errors(state: &State, is_writing: bool, words: Words) -> Html {
    let open = state.case.as_ref().and_then(|case| Some((case, case.sheet()?)));
    let Some((case, sheet)) = open else { return Html::default() };
    // Where the contract is written, a banner names the answers of all assessments that do not fit it.
    let is_said_there = is_writing && sheet.kind == SheetKind::Real;
    let mut problems = problems(state);
    problems.retain(|(_, problem)| match problem {
        // An empty field that is still to be filled in says so itself, and is no mistake.
        FieldProblem::Missing => false,
        FieldProblem::Objection(why) => !(is_said_there && why.is_against_contract()),
        _ => true,
    });
    if problems.is_empty() {
        return Html::default();
    }
    let line = |(field, problem)| {
        let onclick = {
            let field = crate::app::FieldId::clone(&field);
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                go_to_field(&field);
            })
        };
        html! {
            <li key={field.to_string()}>
                <a href={format!("#{field}")} {onclick}>
                    { format!("{}: {}", field_name(case, &field, words), problem_of_field(sheet, &field, &problem, words)) }
                </a>
            </li>
        }
    };
    let count = problems.len();
    html! {
        <section class="error-summary screen-only" id="error-summary" aria-labelledby="error-summary-heading">
            <h2 class="error-summary__heading" id="error-summary-heading">
                { words.fields_to_correct(count) }
            </h2>
            <ul class="no-max-width">{ for problems.into_iter().take(LISTED).map(line) }</ul>
            if count > LISTED { <p class="small">{ words.only_first_lines(LISTED) }</p> }
        </section>
    }
}
