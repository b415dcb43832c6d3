//! What comes in through the address: a contract in a link, or the name of one beside the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::share::{beside, packed};
use crate::app::{Action, Received, ShareProblem, State};
use crate::i18n::Lang;
use crate::i18n::text::{ShareText, share};
use crate::load::MAX_BYTES;
use crate::platform::beside::{Refusal, fetch};
use crate::platform::deflate::{self, unpack};
use crate::platform::{address, page as browser};
use crate::ui::around::focus_element_soon;
use crate::ui::context::Page;
use crate::ui::places::Place;
use crate::ui::shared::Shared;
use crate::ui::start::{open_later, read_slowly};

/// The key after `?` that names a contract beside the page.
const NAMED: &str = "contract";

/// The longest part of a name that is repeated to the person.
const SHOWN: usize = 60;

/// Takes in what the address holds: once at the start, and whenever a link is put into the address.
#[hook]
pub(crate) fn use_address(page: &Page) {
    let page = page.clone();
    use_effect_with((), move |()| {
        if !take_link(&page)
            && let Some(name) = address::parameter(NAMED)
        {
            take_named(&page, &name);
        }
        let listening = address::on_change(move |_| {
            take_link(&page);
        });
        move || drop(listening)
    });
}

/// Opens the contract of a link, and clears it from the address at once: a reload or a look at the browser's
/// history does not bring it back. False where the address holds no link.
fn take_link(page: &Page) -> bool {
    let Some(packed) = packed(&address::fragment()) else {
        return false;
    };
    address::replace(&Place::Start.address());
    let sender = page.clone();
    open_later(page, async move {
        let unpacked = match packed {
            Ok(packed) => unpack(&packed, MAX_BYTES).await,
            Err(_) => Err(deflate::Refusal::Failed),
        };
        match unpacked {
            Ok(bytes) => receive(&sender, ShareText::Received.text(sender.lang), &bytes).await,
            Err(deflate::Refusal::TooLarge) => Action::ReceiveFailed(ShareProblem::TooLarge),
            Err(deflate::Refusal::Failed) => Action::ReceiveFailed(ShareProblem::Damaged),
        }
    });
    true
}

/// Fetches a contract that lies beside the page.
fn take_named(page: &Page, name: &str) {
    let shown: Rc<str> = name.chars().take(SHOWN).collect::<String>().into();
    if browser::is_local_file() {
        return page.send(Action::ReceiveFailed(ShareProblem::LocalFile));
    }
    let Some(address) = beside(name) else {
        return page.send(Action::ReceiveFailed(ShareProblem::NoName { name: shown }));
    };
    let sender = page.clone();
    page.send(Action::Opening(Rc::clone(&shown)));
    open_later(page, async move {
        match fetch(&address, MAX_BYTES).await {
            Ok(bytes) => receive(&sender, &format!("{shown}.json"), &bytes).await,
            Err(Refusal::TooLarge) => Action::ReceiveFailed(ShareProblem::TooLarge),
            Err(Refusal::NotThere) => Action::ReceiveFailed(ShareProblem::NotThere { name: shown }),
        }
    });
}

async fn receive(page: &Page, name: &str, bytes: &[u8]) -> Action {
    let Some(file) = read_slowly(page, name, bytes).await else {
        return Action::StopOpening;
    };
    focus_element_soon("open-received");
    Action::Receive(Rc::new(Received { file, size: bytes.len() }))
}

/// A contract that came in while another is open is opened only once the person says so.
pub(crate) fn offered_banner(page: &Page, state: &Shared<State>) -> Option<Html> {
    let lang = page.lang;
    let offered = state.offered.as_ref()?;
    let contract = match &offered.file.document {
        Some(crate::load::Document::Contract(file)) => &file.contract,
        _ => return None,
    };
    Some(html! {
        <div key="offered" class="banner banner--caution" role="alertdialog" aria-labelledby="offered-question" id="offered">
            <p id="offered-question">{ share::offered(&contract.title, offered.size, lang) }</p>
            <button id="open-received" type="button" class="button button-primary button-small" onclick={page.answering(Action::OpenReceived)}>
                { ShareText::Open.text(lang) }
            </button>
            <button id="leave-received" type="button" class="text-button" onclick={page.answering(Action::DismissReceived)}>
                { ShareText::Leave.text(lang) }
            </button>
        </div>
    })
}

/// Why a contract from the address was not opened, in words.
pub(crate) fn share_problem(problem: &ShareProblem, lang: Lang) -> String {
    match problem {
        ShareProblem::Damaged => ShareText::Damaged.text(lang).to_owned(),
        ShareProblem::TooLarge => ShareText::TooLarge.text(lang).to_owned(),
        ShareProblem::HoldsResults => ShareText::HoldsResults.text(lang).to_owned(),
        ShareProblem::NoName { name } => share::no_name(name, lang),
        ShareProblem::NotThere { name } => share::not_there(name, lang),
        ShareProblem::LocalFile => ShareText::NotFromFile.text(lang).to_owned(),
    }
}
