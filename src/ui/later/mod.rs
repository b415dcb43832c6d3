//! Parts of the page whose code comes after that of the first view: fetched once the browser has nothing else to do, and at
//! once where a part is asked for.

mod draw;
mod piece;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::piece::{Piece, fetch, rest, start};
use super::code;
use super::context::{Page, use_page};
use super::focus::focus_element_soon;
use super::places::route_text;
use super::results::EntryState;
use super::shared::Shared;
use crate::app::{Case, Import, IncomingTable, Route, Scope, Sheet, State, element_id};
use crate::i18n::Words;
use crate::i18n::text::PageText;
use crate::platform::idle::when_idle;

/// A part with what it shows.
#[derive(Clone, PartialEq)]
pub(crate) enum Part {
    /// The ways into the page.
    Ways(Shared<State>),
    /// Help, and whether there is a contract to go back to.
    Help { is_open: bool },
    /// A place of an open contract, other than the results.
    Place(Route, Shared<Case>, Shared<Sheet>),
    /// A table of measured results that came in.
    Import(Shared<Import>),
    /// What a row shows once it is opened.
    Details(EntryState),
}

impl Part {
    /// The part as its piece draws it, once that is here.
    fn drawn(&self, page: &Page) -> Option<Html> {
        let draw = match self.piece() {
            Piece::Start => start()?,
            Piece::Rest => rest()?.draw,
        };
        Some(draw(self, page))
    }

    fn piece(&self) -> Piece {
        if matches!(self, Self::Ways(_)) { Piece::Start } else { Piece::Rest }
    }

    /// What stands above a place until it says so itself.
    fn heading(&self, words: Words) -> Option<&'static str> {
        match self {
            Self::Help { .. } => Some(words.text(PageText::Help)),
            Self::Place(route, ..) => Some(route_text(route, words)),
            Self::Ways(_) | Self::Import(_) | Self::Details(_) => None,
        }
    }

    /// The element that takes the focus in place of what is gone once the part is there.
    fn around(&self) -> String {
        match self {
            Self::Details(entry) => element_id(
                if entry.id.scope == Scope::Goal { "row" } else { "area-row" },
                entry.goal.id.as_str(),
            ),
            _ => "main-content".to_owned(),
        }
    }
}

/// How far the code of a part is.
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

/// A part; while its code comes, a place that holds its height, and where the code cannot be had, why and a way to try again.
#[component]
pub(crate) fn Later(props: &LaterProps) -> Html {
    let page = use_page();
    let coming = use_state_eq(|| Coming::Asked);
    let piece = props.part.piece();
    let drawn = props.part.drawn(&page);
    use_effect_with((piece, *coming, drawn.is_some()), {
        let (coming, around) = (coming.clone(), props.part.around());
        move |(piece, now, is_here)| {
            let (piece, now) = (*piece, *now);
            if *is_here || !matches!(now, Coming::Asked | Coming::AskedAgain) {
                return;
            }
            spawn_local(async move {
                let is_here = fetch(piece).await;
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

/// What stands in place of a part whose code is not there.
fn missing(props: &LaterProps, coming: Coming, again: Callback<MouseEvent>, page: &Page) -> Html {
    let words = page.words;
    let class = if matches!(props.part, Part::Details(_)) { "later later--small" } else { "later" };
    let is_coming = matches!(coming, Coming::Asked | Coming::AskedAgain);
    html! {
        <div {class} aria-busy={is_coming.to_string()}>
            if let Some(heading) = props.part.heading(words) { <h1 class="place-heading">{ heading }</h1> }
            if coming != Coming::Asked {
                <div class="banner banner--error" role="alert">
                    <p>{ words.text(PageText::PartMissing) }</p>
                    <button type="button" class="button button-primary button-small fetch-again" onclick={again}>{ words.text(PageText::TryAgain) }</button>
                </div>
            }
            <p class="later__coming" role="status">{ if is_coming { words.text(PageText::PartComing) } else { "" } }</p>
        </div>
    }
}

/// Fetches all code once the first view is drawn and the browser has nothing else to do, so that every part is there when it
/// is asked for, without a network too.
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
                        // What could not be fetched now is asked for again where it is shown.
                        fetch(piece).await;
                    }
                });
            });
        }
    });
}

/// Waits until the ways into the page can be drawn, or cannot be had.
pub(crate) async fn start_here() {
    fetch(Piece::Start).await;
}

/// A table of measured results, read; `None` where the code that reads it cannot be had.
pub(crate) async fn read_table(page: &Page, name: Rc<str>, bytes: Vec<u8>) -> Option<IncomingTable> {
    if rest().is_none() {
        fetch(Piece::Rest).await;
    }
    Some((rest()?.table)(page.clone(), name, bytes).await)
}
