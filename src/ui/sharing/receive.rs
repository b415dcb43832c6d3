//! Takes in what comes through the address: a contract in a link, or the name of one beside the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::share::{Damaged, beside, packed};
use crate::app::{Action, Opening, Received, Route, ShareProblem, State};
use crate::format::MAX_BYTES;
use crate::i18n::short::shortened;
use crate::i18n::text::ShareText;
use crate::i18n::{Lang, Words};
use crate::platform::beside::{Asked, FetchRefusal};
use crate::platform::deflate::{PackRefusal, unpack};
use crate::platform::{address, page as browser};
use crate::ui::code::Tell;
use crate::ui::context::Page;
use crate::ui::focus::focus_element_soon;
use crate::ui::later::read_file;
use crate::ui::shared::Shared;
use crate::ui::start::{open_later, progress_sender, read_contract_slowly};

/// The key after `?` that names a contract beside the page.
const NAMED: &str = "contract";

/// How many characters of a name are repeated to the person at most.
const SHOWN: usize = 60;

/// What the page was called with.
pub(crate) enum Called {
    /// A contract, packed, in a link.
    Link(Result<Vec<u8>, Damaged>),
    /// The name of a contract beside the page, as it is shown, and the contract itself, which is on its way.
    Named(Rc<str>, Result<Asked, ShareProblem>),
}

impl Called {
    /// Reads what the address holds, and asks at once for a contract that it names. A contract in a link is cleared
    /// from the address, so that neither reload nor history brings it back.
    pub(crate) fn of_address() -> Option<Self> {
        if let Some(link) = taken_link() {
            return Some(Self::Link(link));
        }
        let name = named()?;
        let shown: Rc<str> = shortened(&name, SHOWN).into();
        let asked = if browser::is_local_file() {
            Err(ShareProblem::LocalFile)
        } else {
            let address = beside(&name).ok_or_else(|| ShareProblem::NoName { name: Rc::clone(&shown) });
            address.map(|address| Asked::for_file(&address))
        };
        Some(Self::Named(shown, asked))
    }

    /// Returns the progress that the page shows meanwhile.
    pub(crate) fn opening(&self) -> Option<Opening> {
        match self {
            Self::Named(name, Ok(_)) => {
                Some(Opening { name: Rc::clone(name), progress: None, called_for: true })
            }
            _ => None,
        }
    }

    /// Waits for the contract and returns the action that it leads to; `tell` hears the progress.
    pub(crate) async fn received(self, tell: Tell, lang: Lang) -> Action {
        match self {
            Self::Link(link) => received_link(link, tell, lang.words()).await,
            Self::Named(_, Err(problem)) => Action::ReceiveFailed(problem),
            Self::Named(name, Ok(asked)) => match asked.bytes(MAX_BYTES).await {
                Ok(bytes) => receive(tell, &format!("{name}.json"), bytes).await,
                Err(FetchRefusal::TooLarge) => Action::ReceiveFailed(ShareProblem::TooLarge),
                Err(FetchRefusal::NotThere) => Action::ReceiveFailed(ShareProblem::NotThere { name }),
            },
        }
    }
}

/// Whether the address names a contract beside the page.
pub(crate) fn names_contract() -> bool {
    named().is_some()
}

fn named() -> Option<String> {
    address::parameter(NAMED)
}

/// Opens the contract of a link that is put into the address of the page.
#[hook]
pub(crate) fn use_address(page: &Page) {
    let page = page.clone();
    use_effect_with((), move |()| {
        let listening = address::on_change(move |_| {
            if let Some(link) = taken_link() {
                open_later(&page, received_link(link, progress_sender(&page), page.words));
            }
        });
        move || drop(listening)
    });
}

/// Takes a link out of the address, which carries it no longer.
fn taken_link() -> Option<Result<Vec<u8>, Damaged>> {
    let packed = packed(&address::fragment())?;
    address::replace(&Route::Start.address());
    Some(packed)
}

async fn received_link(link: Result<Vec<u8>, Damaged>, tell: Tell, words: Words) -> Action {
    let unpacked = match link {
        Ok(packed) => unpack(&packed, MAX_BYTES).await,
        Err(Damaged) => Err(PackRefusal::Failed),
    };
    match unpacked {
        Ok(bytes) => receive(tell, words.text(ShareText::Received), bytes).await,
        Err(PackRefusal::TooLarge) => Action::ReceiveFailed(ShareProblem::TooLarge),
        Err(PackRefusal::Failed) => Action::ReceiveFailed(ShareProblem::Damaged),
    }
}

async fn receive(tell: Tell, name: &str, bytes: Vec<u8>) -> Action {
    let size = bytes.len();
    let file = match read_contract_slowly(&tell, name, &bytes).await {
        Some(file) => file,
        // A text that is no contract, or a wrong one, takes more code.
        None => match read_file(tell, name.into(), bytes).await {
            Some(file) => file,
            None => return Action::PartMissing,
        },
    };
    focus_element_soon("accept-received");
    Action::Receive(Rc::new(Received { file, size }))
}

/// Offers a contract that came in while another is open; it is opened only once the person says so.
pub(crate) fn offered_banner(page: &Page, state: &Shared<State>) -> Option<Html> {
    let words = page.words;
    let offered = state.offered.as_ref()?;
    let contract = match &offered.file.document {
        Some(crate::format::Document::Contract(file)) => &file.contract,
        _ => return None,
    };
    Some(html! {
        <div key="offered" class="banner banner--caution" role="alertdialog" aria-labelledby="offered-question" id="offered">
            <p id="offered-question">{ words.contract_offered(&contract.title, offered.size) }</p>
            <button id="accept-received" type="button" class="button button-primary button-small" onclick={page.answering(Action::OpenReceived)}>
                { words.text(ShareText::Open) }
            </button>
            <button id="leave-received" type="button" class="text-button" onclick={page.answering(Action::DismissReceived)}>
                { words.text(ShareText::Leave) }
            </button>
        </div>
    })
}

/// Says why a contract from the address was not opened.
pub(crate) fn share_problem(problem: &ShareProblem, words: Words) -> String {
    match problem {
        ShareProblem::Damaged => words.text(ShareText::Damaged).to_owned(),
        ShareProblem::TooLarge => words.text(ShareText::TooLarge).to_owned(),
        ShareProblem::HoldsResults => words.text(ShareText::HoldsResults).to_owned(),
        ShareProblem::NoName { name } => words.no_contract_named(name),
        ShareProblem::NotThere { name } => words.contract_not_there(name),
        ShareProblem::LocalFile => words.text(ShareText::NotFromFile).to_owned(),
    }
}
