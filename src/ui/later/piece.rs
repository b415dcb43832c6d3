//! The pieces that code comes in, and whether they are here. A build without a splitter has all code in one, and always here.

use yew::Html;

use super::{Part, draw};
use crate::ui::context::Page;

/// A piece of code that comes later. Each combination of pieces that share code has a file more.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Piece {
    /// The ways into the page, which is the first view where no contract is named.
    Start,
    /// Everything else.
    Rest,
}

#[cfg(not(feature = "pieces"))]
impl Piece {
    /// The part as this piece draws it.
    #[expect(clippy::unnecessary_wraps, reason = "where code comes in pieces, one may not be here")]
    pub(super) fn draw(self, part: &Part, page: &Page) -> Option<Html> {
        Some(match self {
            Self::Start => draw::start(part, page),
            Self::Rest => draw::rest(part, page),
        })
    }

    /// Whether the piece is here.
    pub(super) fn fetch(self) -> impl Future<Output = bool> {
        std::future::ready(true)
    }
}

/// Whether a piece is being fetched.
#[cfg(not(feature = "pieces"))]
pub(crate) fn is_coming() -> bool {
    false
}

#[cfg(feature = "pieces")]
pub(crate) use self::fetched::is_coming;

#[cfg(feature = "pieces")]
#[allow(clippy::unnecessary_wraps, reason = "a fetch that may fail has a result")]
mod fetched {
    use std::cell::Cell;

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Html, Page, Part, Piece, draw};

    type Draw = fn(&Part, &Page) -> Html;

    thread_local! {
        static START: Cell<Option<Draw>> = const { Cell::new(None) };
        static REST: Cell<Option<Draw>> = const { Cell::new(None) };
        /// How many fetches are under way.
        static COMING: Cell<u32> = const { Cell::new(0) };
    }

    #[wasm_split(start, fallible)]
    fn start() -> Result<Draw, SplitLoaderError> {
        Ok(draw::start)
    }

    #[wasm_split(rest, fallible)]
    fn rest() -> Result<Draw, SplitLoaderError> {
        Ok(draw::rest)
    }

    impl Piece {
        /// The part as this piece draws it, once it is here.
        pub(in crate::ui::later) fn draw(self, part: &Part, page: &Page) -> Option<Html> {
            let draw = match self {
                Self::Start => START.get(),
                Self::Rest => REST.get(),
            };
            draw.map(|draw| draw(part, page))
        }

        /// Fetches the piece unless it is here; tells whether it is.
        pub(in crate::ui::later) async fn fetch(self) -> bool {
            COMING.set(COMING.get() + 1);
            let (kept, fetched) = match self {
                Self::Start => (&START, start().await),
                Self::Rest => (&REST, rest().await),
            };
            COMING.set(COMING.get().saturating_sub(1));
            let draw = fetched.ok();
            kept.set(draw);
            draw.is_some()
        }
    }

    /// Whether a piece is being fetched.
    pub(crate) fn is_coming() -> bool {
        COMING.get() > 0
    }
}
