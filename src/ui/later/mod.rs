//! Shows parts whose code comes after that of the first view. It is fetched once the browser is idle, or as soon as a
//! part is asked for.

mod draw;
mod folded;
mod piece;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub(crate) use self::folded::Folded;
pub(crate) use self::piece::Office;

use self::piece::{Piece, Rest, fetch, office, rest, start};
use super::code::{self, Tell};
use super::context::{Page, drawn_page, use_page};
use super::focus::focus_element_soon;
use super::keeping::latest;
use super::places::route_text;
use super::results::{EntryState, MissingListProps, TablesProps};
use super::shared::Shared;
use crate::app::{
    Action, Case, Import, Incoming, IncomingTable, Message, Route, Scope, Sheet, State, element_id,
};
use crate::i18n::Words;
use crate::i18n::text::PageText;
use crate::platform::drop::FoundFile;
use crate::platform::idle::when_idle;

/// A part with what it shows.
#[derive(Clone, PartialEq)]
pub(crate) enum Part {
    /// The ways into the page.
    Ways(Shared<State>),
    /// A place that needs no open contract, and whether there is one to go back to.
    Free { route: Route, is_open: bool },
    /// A place of an open contract, other than the results.
    Place(Route, Shared<Case>, Shared<Sheet>),
    /// A table of measured results that came in.
    Import(Shared<Import>),
    /// Tables that are pasted to begin a contract, and what closes them.
    Paste(Callback<()>),
    /// What a row shows once it is opened.
    Details(EntryState),
    /// What the goals lack.
    Missing(MissingListProps),
    /// What a contract without weights comes to if its goals weigh the same.
    Equal(Shared<Case>, Shared<Sheet>),
    /// The ways to take the assessment out as a table.
    Tables(TablesProps),
    /// That a what-if is on the screen.
    Trial(Shared<Case>, Shared<Sheet>),
}

impl Part {
    /// Draws the part, once its piece is here and the contract is examined.
    fn draw_if_here(&self, page: &Page) -> Option<Html> {
        if let Self::Place(_, Shared(case), _) | Self::Details(EntryState { case, .. }) = self
            && !case.is_examined
        {
            return None;
        }
        let draw = match self.piece() {
            Piece::Start => start()?,
            Piece::Rest | Piece::Office => rest()?.draw,
        };
        Some(draw(self, page))
    }

    fn piece(&self) -> Piece {
        if matches!(self, Self::Ways(_)) { Piece::Start } else { Piece::Rest }
    }

    /// Returns the heading of a place until the place draws its own.
    fn heading(&self, words: Words) -> Option<&'static str> {
        match self {
            Self::Free { route, .. } | Self::Place(route, ..) => Some(route_text(route, words)),
            Self::Ways(_)
            | Self::Import(_)
            | Self::Paste(_)
            | Self::Details(_)
            | Self::Missing(_)
            | Self::Equal(..)
            | Self::Tables(_)
            | Self::Trial(..) => None,
        }
    }

    /// Returns the element that takes the focus once the part is drawn, in place of what is gone.
    fn element_to_focus(&self) -> String {
        match self {
            Self::Details(entry) => element_id(
                if entry.id.scope == Scope::Goal { "row" } else { "area-row" },
                entry.goal.id.as_str(),
            ),
            _ => "main-content".to_owned(),
        }
    }
}

/// How far the fetch of a part's code is.
#[derive(Clone, Copy, PartialEq)]
enum Coming {
    Asked,
    Missing,
    AskedAgain,
    Here,
}

/// The part that is shown.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LaterProps {
    pub(crate) part: Part,
}

/// Draws a part. While its code comes, a frame holds its height; where it cannot be had, a message says why and offers
/// to try again.
#[component]
pub(crate) fn Later(props: &LaterProps) -> Html {
    let page = use_page();
    let coming = use_state_eq(|| Coming::Asked);
    let piece = props.part.piece();
    let drawn = props.part.draw_if_here(&page);
    use_effect_with((piece, *coming, drawn.is_some()), {
        let (coming, around) = (coming.clone(), props.part.element_to_focus());
        move |(piece, now, is_here)| {
            let (piece, now) = (*piece, *now);
            if *is_here || !matches!(now, Coming::Asked | Coming::AskedAgain) {
                return;
            }
            spawn_local(async move {
                let is_here = fetch_and_examine(piece).await;
                coming.set(if is_here { Coming::Here } else { Coming::Missing });
                if is_here && now == Coming::AskedAgain {
                    focus_element_soon(&around);
                }
            });
        }
    });
    let again = {
        let coming = coming.clone();
        Callback::from(move |_: MouseEvent| coming.set(Coming::AskedAgain))
    };
    drawn.unwrap_or_else(|| missing(props, *coming, again, &page))
}

/// Draws what stands in place of a part whose code is missing.
fn missing(props: &LaterProps, coming: Coming, again: Callback<MouseEvent>, page: &Page) -> Html {
    let words = page.words;
    let class = if matches!(props.part, Part::Ways(_) | Part::Free { .. } | Part::Place(..) | Part::Import(_))
    {
        "later"
    } else {
        "later later--small"
    };
    let is_coming = coming != Coming::Missing;
    html! {
        <div {class} aria-busy={is_coming.to_string()}>
            if let Some(heading) = props.part.heading(words) { <h1 class="place-heading">{ heading }</h1> }
            if matches!(coming, Coming::Missing | Coming::AskedAgain) {
                <div class="banner banner--error" role="alert">
                    <p>{ words.text(PageText::PartMissing) }</p>
                    <button type="button" class="button button-primary button-small fetch-again" onclick={again}>{ words.text(PageText::TryAgain) }</button>
                </div>
            }
            <p class="later__coming" role="status">{ if is_coming { words.text(PageText::PartComing) } else { "" } }</p>
        </div>
    }
}

/// Fetches all code once the first view is drawn and the browser is idle. Every part is then there when it is asked
/// for, without a network too.
#[hook]
pub(crate) fn use_rest(is_drawn: bool) {
    use_effect_with((), |()| {
        code::asked_by(|told| spawn_local(async { told(fetch(Piece::Rest).await) }));
    });
    use_effect_with(is_drawn, |is_drawn| {
        if *is_drawn {
            when_idle(|| {
                spawn_local(async {
                    for piece in [Piece::Rest, Piece::Start] {
                        // A failed fetch is repeated where the part is shown.
                        fetch_and_examine(piece).await;
                    }
                });
            });
        }
    });
}

/// Fetches a piece unless it is here, then examines what the first view opened; returns whether the piece is here.
async fn fetch_and_examine(piece: Piece) -> bool {
    let is_here = fetch(piece).await;
    if let (Piece::Rest, Some(rest), Some(page)) = (piece, rest(), drawn_page()) {
        examine(rest, &page).await;
    }
    is_here
}

/// Examines the open contract, where the first view left that out.
async fn examine(rest: Rest, page: &Page) {
    let state = latest();
    if let Some(case) = state.case.as_ref().filter(|case| !case.is_examined) {
        let findings = (rest.examine)(Rc::clone(&case.contract.source)).await;
        page.send(Action::Examined { opening: Rc::clone(&case.opening), findings });
    }
}

/// Waits until the code of the ways into the page is here, or cannot be had.
pub(crate) async fn start_here() {
    fetch(Piece::Start).await;
}

/// Waits until all code is here, or cannot be had; returns whether it is.
pub(crate) async fn rest_here() -> bool {
    fetch(Piece::Rest).await
}

/// Reads a table of measured results; `None` where its code cannot be had.
pub(crate) async fn read_table(page: &Page, name: Rc<str>, bytes: Vec<u8>) -> Option<IncomingTable> {
    rest_here().await;
    Some((rest()?.table)(page.clone(), name, bytes).await)
}

/// Reads a file of any kind; `None` where its code cannot be had.
pub(crate) async fn read_file(tell: Tell, name: Rc<str>, bytes: Vec<u8>) -> Option<Incoming> {
    rest_here().await;
    (rest()?.file)(tell, name, bytes).await
}

/// Returns what reads and writes office files; `None` where its code cannot be had. It is fetched when it is first
/// asked for.
pub(crate) async fn office_here() -> Option<Office> {
    fetch(Piece::Office).await;
    office()
}

/// Work that needs the rest of the code.
type Act = Box<dyn FnOnce(&Page, Rest)>;

/// Does the work at once, or as soon as the rest of the code is here.
fn once_here(page: &Page, act: Act) {
    let page = page.clone();
    match rest() {
        Some(rest) => act(&page, rest),
        None => spawn_local(async move {
            fetch(Piece::Rest).await;
            match rest() {
                Some(rest) => act(&page, rest),
                None => page.send(Action::PartMissing),
            }
        }),
    }
}

/// Opens files that were dropped or chosen.
pub(crate) fn open_files(page: &Page, files: Vec<impl Into<FoundFile>>) {
    let files = files.into_iter().map(Into::into).collect();
    once_here(page, Box::new(|page, rest| (rest.open)(page, files, Vec::new())));
}

/// Saves the case to its file.
pub(crate) fn save(page: &Page, state: &State) {
    let state = state.clone();
    once_here(page, Box::new(move |page, rest| (rest.save)(page, &state)));
}

/// Saves the case to a file that the person chooses.
pub(crate) fn save_as(page: &Page, state: &State) {
    let state = state.clone();
    once_here(page, Box::new(move |page, rest| (rest.save_as)(page, &state)));
}

/// Looks at the case's file, which only the rest of the code has opened.
pub(crate) fn look_at_file(page: &Page, state: &State) {
    if let Some(rest) = rest() {
        (rest.look)(page, state);
    }
}

/// Returns the rest of the code, once it is here.
#[hook]
fn use_rest_here() -> Option<Rest> {
    let update = use_force_update();
    use_effect_with((), move |()| code::when_here(Box::new(move || update.force_update())));
    rest()
}

/// Draws the banners across all places, once their code is here.
#[hook]
pub(crate) fn use_banners(page: &Page, state: &Shared<State>) -> Option<Html> {
    use_rest_here().map(|rest| (rest.banners)(page, state))
}

/// Draws the summary of errors, once its code is here.
#[hook]
pub(crate) fn use_errors(state: &State, is_writing: bool, words: Words) -> Option<Html> {
    use_rest_here().map(|rest| (rest.errors)(state, is_writing, words))
}

/// Says what happened, once its code is here.
#[hook]
pub(crate) fn use_said(message: Option<&Message>, words: Words) -> Option<String> {
    let rest = use_rest_here();
    Some((rest?.said)(message?, words))
}
