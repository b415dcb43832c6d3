//! What comes in through the address: a contract in a link, or the name of one beside the page.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::share::{beside, packed};
use crate::app::{Action, Opening, Received, Route, ShareProblem, State};
use crate::format::MAX_BYTES;
use crate::i18n::Words;
use crate::i18n::short::shortened;
use crate::i18n::text::ShareText;
use crate::platform::beside::{Asked, FetchRefusal};
use crate::platform::deflate::{self, unpack};
use crate::platform::{address, page as browser};
use crate::ui::context::Page;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;
use crate::ui::start::{open_later, read_slowly};

/// The key after `?` that names a contract beside the page.
const NAMED: &str = "contract";

/// The longest part of a name that is repeated to the person.
const SHOWN: usize = 60;

/// A contract beside the page that the address names.
#[derive(Debug)]
pub(crate) struct NamedContract {
    /// What is shown of its name.
    name: Rc<str>,
    asked: Result<Asked, ShareProblem>,
}

impl NamedContract {
    /// What the address names, asked for at once; none where it names nothing, or holds a contract itself.
    pub(crate) fn of_address() -> Option<Self> {
        let name = address::parameter(NAMED).filter(|_| packed(&address::fragment()).is_none())?;
        let shown: Rc<str> = shortened(&name, SHOWN).into();
        let asked = if browser::is_local_file() {
            Err(ShareProblem::LocalFile)
        } else {
            let address = beside(&name).ok_or_else(|| ShareProblem::NoName { name: Rc::clone(&shown) });
            address.map(|address| Asked::for_file(&address))
        };
        Some(Self { name: shown, asked })
    }

    /// It is on its way, and the page says so.
    pub(crate) fn opening(&self) -> Option<Opening> {
        self.asked.is_ok().then(|| Opening { name: Rc::clone(&self.name), progress: None, called_for: true })
    }
}

/// Takes in what the address holds: once at the start, and whenever a link is put into the address. What it names has
/// been asked for already.
#[hook]
pub(crate) fn use_address(page: &Page, named: &Rc<RefCell<Option<NamedContract>>>) {
    let (page, named) = (page.clone(), Rc::clone(named));
    use_effect_with((), move |()| {
        if !take_link(&page)
            && let Some(named) = named.take()
        {
            take_named(&page, named);
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
    address::replace(&Route::Start.address());
    let sender = page.clone();
    open_later(page, async move {
        let unpacked = match packed {
            Ok(packed) => unpack(&packed, MAX_BYTES).await,
            Err(_) => Err(deflate::PackRefusal::Failed),
        };
        match unpacked {
            Ok(bytes) => receive(&sender, sender.words.text(ShareText::Received), &bytes).await,
            Err(deflate::PackRefusal::TooLarge) => Action::ReceiveFailed(ShareProblem::TooLarge),
            Err(deflate::PackRefusal::Failed) => Action::ReceiveFailed(ShareProblem::Damaged),
        }
    });
    true
}

/// Opens a contract that lies beside the page.
fn take_named(page: &Page, named: NamedContract) {
    let asked = match named.asked {
        Ok(asked) => asked,
        Err(problem) => return page.send(Action::ReceiveFailed(problem)),
    };
    let (sender, name) = (page.clone(), named.name);
    open_later(page, async move {
        match asked.bytes(MAX_BYTES).await {
            Ok(bytes) => receive(&sender, &format!("{name}.json"), &bytes).await,
            Err(FetchRefusal::TooLarge) => Action::ReceiveFailed(ShareProblem::TooLarge),
            Err(FetchRefusal::NotThere) => Action::ReceiveFailed(ShareProblem::NotThere { name }),
        }
    });
}

async fn receive(page: &Page, name: &str, bytes: &[u8]) -> Action {
    let Some(file) = read_slowly(page, name, bytes).await else {
        return Action::StopOpening;
    };
    focus_element_soon("accept-received");
    Action::Receive(Rc::new(Received { file, size: bytes.len() }))
}

/// A contract that came in while another is open is opened only once the person says so.
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

/// Why a contract from the address was not opened, in words.
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
