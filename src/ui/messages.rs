//! What the page says across all places: what has to be corrected, what happened, what was not kept.

use yew::prelude::*;

use super::context::{Page, use_page};
use super::fields::{field_name, problem_text};
use super::file::{aside_banner, changed_banner, save, save_as, save_problem};
use super::focus::go_to_field;
use super::keeping::allow;
use super::new_version::NewVersionBanner;
use super::other_tab::other_tab;
use super::shared::{Shared, StateProps};
use super::sharing::{offered_banner, share_problem};
use crate::app::{
    Action, DraftAction, DraftStatus, FieldProblem, Message, State, StorageProblem, Storing, problems,
};
use crate::format::MAX_ASSESSMENTS;
use crate::i18n::Lang;
use crate::i18n::text::import::only_first;
use crate::i18n::text::page::{not_kept as not_kept_text, to_correct};
use crate::i18n::text::{FileText, PageText, StartText};
use crate::platform::page::is_local_file;

/// How many fields that have to be corrected are listed: a table may bring in thousands.
const LISTED: usize = 50;

/// The banners. What needs no answer is announced without one.
#[component]
pub(crate) fn Messages(props: &StateProps) -> Html {
    let page = use_page();
    let state = &props.state;
    html! {
        <div class="screen-only" id="messages">
            <div role="status"><NewVersionBanner state={state} /></div>
            { other_tab(&page, state) }
            { for not_kept(&page, state) }
            { for changed_banner(&page, state) }
            { for aside_banner(&page, state) }
            { for offered_banner(&page, state) }
            { for message_banner(&page, state) }
        </div>
    }
}

/// A draft that the browser does not keep is said loudly, with a way out, until a file holds it.
fn not_kept(page: &Page, state: &Shared<State>) -> Option<Html> {
    let case = state.case.as_ref()?;
    let reason = match case.draft {
        DraftStatus::Failed(StorageProblem::Full) => PageText::StorageFull,
        DraftStatus::Failed(StorageProblem::NotKept) => PageText::StorageForgets,
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
            <p>{ not_kept_text(reason, page.lang) }</p>
            <button type="button" class="button button-primary button-small" {onclick}>{ PageText::SaveFile.text(page.lang) }</button>
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
        | Message::DraftExists { .. }
        | Message::SavedInstead { .. }
        | Message::TakenOver
        | Message::DraftGone
        | Message::RemovedElsewhere => "banner banner--caution",
        Message::AllRemoved | Message::NowUnlocked => "banner",
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
    let again = matches!(message, Message::NotSaved { .. }).then(|| {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| save_as(&page, &state))
    });
    Some(html! {
        <div key="told" {class} id="message">
            <p>{ message_words(message, page.lang) }</p>
            if let Some(onclick) = keep {
                <button id="keep-again" type="button" class="button button-primary button-small" {onclick}>{ PageText::KeepInBrowser.text(page.lang) }</button>
            }
            if let Some(onclick) = resume {
                <button type="button" class="button button-primary button-small" {onclick}>{ StartText::Resume.text(page.lang) }</button>
            }
            if let Some(onclick) = again {
                <button type="button" class="button button-primary button-small" {onclick}>{ FileText::SaveAs.text(page.lang) }</button>
            }
            <button type="button" class="text-button" onclick={page.sending(Action::DismissMessage)}>{ PageText::Close.text(page.lang) }</button>
        </div>
    })
}

/// What happened, in words.
pub(crate) fn message_words(message: &Message, lang: Lang) -> String {
    use crate::app::FileProblem;
    use crate::i18n::text::{file, import, message as say};
    match message {
        Message::Opened { title } => say::opened(title, lang),
        Message::Resumed { title } => say::resumed(title, lang),
        Message::AssessmentAdded { name, same_contract } => say::assessment_added(name, *same_contract, lang),
        Message::AssessmentOfOther { name, wanted } => say::assessment_of_other(name, wanted.as_str(), lang),
        Message::TooManyAssessments => say::too_many_assessments(MAX_ASSESSMENTS, lang),
        Message::File { name, problem: FileProblem::TooLarge { size, limit } } => {
            say::too_large(name, *size, *limit, lang)
        }
        Message::File { name, problem: FileProblem::Unreadable } => say::unreadable(name, lang),
        Message::Imported { name, count } => import::taken_over(name, *count, lang),
        Message::TableNeedsContract { name } => import::needs_contract(name, lang),
        Message::OpeningStopped { name } => say::opening_stopped(name, lang),
        Message::Saved { name } => say::saved(name, lang),
        Message::SavedInstead { name, refused } => file::saved_instead(name, refused, lang),
        Message::NotSaved { name, problem } => save_problem(name, *problem, lang),
        Message::Share(problem) => share_problem(problem, lang),
        Message::Undone { .. } => say::MessageText::Undone.text(lang).to_owned(),
        Message::Redone { .. } => say::MessageText::Redone.text(lang).to_owned(),
        Message::NowLocked => say::MessageText::NowLocked.text(lang).to_owned(),
        Message::NowUnlocked => say::MessageText::NowUnlocked.text(lang).to_owned(),
        Message::Locked => say::MessageText::Locked.text(lang).to_owned(),
        Message::DraftExists { .. } => say::MessageText::DraftExists.text(lang).to_owned(),
        Message::OpenElsewhere => say::MessageText::OpenElsewhere.text(lang).to_owned(),
        Message::TakenOver => say::MessageText::TakenOver.text(lang).to_owned(),
        Message::Keeping => say::MessageText::Keeping.text(lang).to_owned(),
        Message::DraftGone => say::MessageText::DraftGone.text(lang).to_owned(),
        Message::DraftRemoved => say::MessageText::DraftRemoved.text(lang).to_owned(),
        Message::AllRemoved if is_local_file() => StartText::DeletedLocalFile.text(lang).to_owned(),
        Message::AllRemoved => StartText::Deleted.text(lang).to_owned(),
        Message::RemovalFailed => say::MessageText::RemovalFailed.text(lang).to_owned(),
        Message::RemovedElsewhere => say::MessageText::RemovedElsewhere.text(lang).to_owned(),
    }
}

/// Everything that has to be corrected, each with a link to its field.
#[component]
pub(crate) fn ErrorSummary(props: &StateProps) -> Html {
    let page = use_page();
    let lang = page.lang;
    let mut problems = problems(&props.state);
    // What is still to be filled in is said at its field and is no mistake.
    problems.retain(|(_, problem)| *problem != FieldProblem::Missing);
    let Some(case) = props.state.case.as_ref().filter(|_| !problems.is_empty()) else {
        return html! { <div></div> };
    };
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
                    { format!("{}: {}", field_name(case, &field, lang), problem_text(&problem, lang)) }
                </a>
            </li>
        }
    };
    let count = problems.len();
    html! {
        <div>
            <section class="error-summary screen-only" id="error-summary" aria-labelledby="error-summary-heading">
                <h2 class="error-summary__heading" id="error-summary-heading">
                    { to_correct(count, lang) }
                </h2>
                <ul class="no-max-width">{ for problems.into_iter().take(LISTED).map(line) }</ul>
                if count > LISTED { <p class="small">{ only_first(LISTED, lang) }</p> }
            </section>
        </div>
    }
}
