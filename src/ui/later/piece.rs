//! Knows the pieces that code comes in, and whether they are here. A build without a splitter has all code in one
//! piece, always here.

use std::rc::Rc;

use yew::Html;

use super::{Part, draw};
use crate::app::{FileProblem, Message, State, Step, seldom};
use crate::findings::OfficeFault;
use crate::i18n::text::OfficeText;
use crate::i18n::{Lang, Words};
use crate::office::{self, Template, TemplateRefusal};
use crate::platform::drop::FoundFile;
use crate::report::{Matter, Paper, PortfolioMatter, WrittenPaper};
use crate::table::{FileTables, SheetChoice, SheetText};
use crate::ui::code::{self, Tell};
use crate::ui::context::Page;
use crate::ui::messages::message_words;
use crate::ui::portfolio::open_or_gather;
use crate::ui::shared::Shared;
use crate::ui::start::{ContractExamined, FileRead, TableRead, examine, read_file, read_table_slowly};
use crate::ui::{file, messages};

/// A piece of code that comes later. Each combination of pieces that share code adds a file.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Piece {
    /// The ways into the page, which is the first view where no contract is named.
    Start,
    /// Everything else.
    Rest,
    /// Workbooks and documents of office programs, which comes only when it is asked for.
    Office,
}

/// What the piece for office files does.
#[derive(Clone, Copy)]
pub(crate) struct Office {
    pub(crate) sheet: fn(&[u8], &SheetChoice) -> Result<SheetText, OfficeFault>,
    pub(crate) tables_in: fn(&[u8], &SheetChoice, Lang) -> Result<FileTables, OfficeFault>,
    pub(crate) workbook: fn(&Matter<'_>, Paper) -> Vec<u8>,
    pub(crate) tables: fn(&WrittenPaper) -> Vec<u8>,
    pub(crate) document: fn(&WrittenPaper, Option<&Template>) -> Vec<u8>,
    pub(crate) template: fn(&[u8]) -> Result<Template, OfficeText>,
    pub(crate) portfolio: fn(&PortfolioMatter<'_>) -> Vec<u8>,
}

const OFFICE: Office = Office {
    sheet: office::read_sheet,
    tables_in: office::read_tables,
    workbook: office::workbook,
    tables: office::paper_workbook,
    document: office::document,
    template: |bytes| Template::read(bytes).map_err(TemplateRefusal::text),
    portfolio: office::portfolio_workbook,
};

/// What the piece with the rest does.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    pub(super) draw: Draw,
    pub(super) step: Step,
    pub(super) table: ReadTable,
    pub(super) file: fn(Tell, Rc<str>, Vec<u8>) -> FileRead,
    pub(super) examine: fn(Rc<str>) -> ContractExamined,
    pub(super) open: OpenFiles,
    pub(super) save: fn(&Page, &State),
    pub(super) save_as: fn(&Page, &State),
    pub(super) look: fn(&Page, &State),
    pub(super) banners: fn(&Page, &Shared<State>) -> Html,
    pub(super) errors: fn(&State, bool, Words) -> Html,
    pub(super) said: fn(&Message, Words) -> String,
}

type OpenFiles = fn(&Page, Vec<FoundFile>, Vec<(Rc<str>, FileProblem)>);
type Draw = fn(&Part, &Page) -> Html;
type ReadTable = fn(Page, Rc<str>, Vec<u8>) -> TableRead;

const REST: Rest = Rest {
    draw: draw::rest,
    step: seldom,
    table: read_table_slowly,
    file: read_file,
    examine,
    open: open_or_gather,
    save: file::save,
    save_as: file::save_as,
    look: file::look,
    banners: messages::banners,
    errors: messages::errors,
    said: message_words,
};

#[cfg(not(feature = "pieces"))]
pub(super) use self::at_hand::{fetch, office, rest, start};
#[cfg(feature = "pieces")]
pub(super) use self::fetched::{fetch, office, rest, start};

#[cfg(not(feature = "pieces"))]
mod at_hand {
    use super::{Draw, OFFICE, Office, Piece, REST, Rest, code, draw};

    #[expect(clippy::unnecessary_wraps, reason = "where code comes in pieces, one may not be here")]
    pub(in crate::ui::later) fn start() -> Option<Draw> {
        Some(draw::start)
    }

    #[expect(clippy::unnecessary_wraps, reason = "where code comes in pieces, one may not be here")]
    pub(in crate::ui::later) fn rest() -> Option<Rest> {
        Some(REST)
    }

    #[expect(clippy::unnecessary_wraps, reason = "where code comes in pieces, one may not be here")]
    pub(in crate::ui::later) fn office() -> Option<Office> {
        Some(OFFICE)
    }

    pub(in crate::ui::later) fn fetch(_: Piece) -> impl Future<Output = bool> {
        code::arrived(REST.step);
        std::future::ready(true)
    }
}

#[cfg(feature = "pieces")]
#[allow(clippy::unnecessary_wraps, reason = "a fetch that may fail has a result")]
mod fetched {
    use std::cell::Cell;

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Draw, OFFICE, Office, Piece, REST, Rest, code, draw};

    thread_local! {
        static START_HERE: Cell<Option<Draw>> = const { Cell::new(None) };
        static REST_HERE: Cell<Option<Rest>> = const { Cell::new(None) };
        static OFFICE_HERE: Cell<Option<Office>> = const { Cell::new(None) };
    }

    #[wasm_split(start, fallible)]
    fn start_code() -> Result<Draw, SplitLoaderError> {
        Ok(draw::start)
    }

    #[wasm_split(rest, fallible)]
    fn rest_code() -> Result<Rest, SplitLoaderError> {
        Ok(REST)
    }

    #[wasm_split(office, fallible)]
    fn office_code() -> Result<Office, SplitLoaderError> {
        Ok(OFFICE)
    }

    /// Returns the function that draws the ways into the page, once it is here.
    pub(in crate::ui::later) fn start() -> Option<Draw> {
        START_HERE.get()
    }

    /// Returns the functions of the rest, once they are here.
    pub(in crate::ui::later) fn rest() -> Option<Rest> {
        REST_HERE.get()
    }

    /// Returns the functions for office files, once they are here.
    pub(in crate::ui::later) fn office() -> Option<Office> {
        OFFICE_HERE.get()
    }

    /// Fetches a piece unless it is here; returns whether it is.
    pub(in crate::ui::later) async fn fetch(piece: Piece) -> bool {
        code::count_fetch(true);
        match piece {
            Piece::Start => START_HERE.set(start_code().await.ok()),
            Piece::Rest => REST_HERE.set(rest_code().await.ok()),
            Piece::Office => OFFICE_HERE.set(office_code().await.ok()),
        }
        code::count_fetch(false);
        if let Some(rest) = rest() {
            code::arrived(rest.step);
        }
        match piece {
            Piece::Start => start().is_some(),
            Piece::Rest => rest().is_some(),
            Piece::Office => office().is_some(),
        }
    }
}
