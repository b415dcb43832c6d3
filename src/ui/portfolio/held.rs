//! Holds the portfolio beside the page's state: it outlives the place, so that whoever enters a case finds it again.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;

use crate::app::Moment;
use crate::domain::contract::ContractId;
use crate::platform::disk::Handle;
use crate::platform::drop::FoundFile;
use crate::platform::file::chosen_folder;
use crate::platform::folder::Folder;
use crate::portfolio::{Filter, Order, Portfolio, Row, Whose};
use crate::ui::shared::Shared;

/// A file of the portfolio, to be read once more when its case is entered.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Its path within the folder.
    pub(super) name: String,
    file: Option<File>,
    handle: Option<Handle>,
}

impl Source {
    /// A file on disk, which is read as it is by then.
    pub(super) fn on_disk(name: String, handle: Handle) -> Self {
        Self { name, file: None, handle: Some(handle) }
    }

    /// A file that was chosen or dropped.
    pub(super) fn found(name: String, found: FoundFile) -> Self {
        Self { name, file: Some(found.file), handle: found.handle }
    }

    /// Returns the file as it is now; `None` where it is gone.
    pub(super) async fn find(&self) -> Option<FoundFile> {
        let file = match &self.handle {
            Some(handle) => handle.file().await.ok().or_else(|| self.file.clone()),
            None => self.file.clone(),
        };
        Some(FoundFile { file: file?, handle: self.handle.clone(), folder: None })
    }
}

/// What files come from.
#[derive(Clone)]
pub(super) enum Origin {
    /// A folder on disk.
    Folder(Folder),
    /// Files and folders that were chosen or dropped together.
    Found(Rc<[FoundFile]>),
    /// A portfolio that comes along.
    Example,
}

impl Origin {
    /// What the folder is called; `None` where files come from several places.
    pub(super) fn folder(&self) -> Option<String> {
        match self {
            Self::Folder(folder) => Some(folder.name()),
            Self::Found(files) => {
                let first = files.first()?;
                match &first.folder {
                    Some(folder) => (files.len() == 1).then(|| folder.name()),
                    None => chosen_folder(&first.file).map(|(folder, _)| folder),
                }
            }
            Self::Example => None,
        }
    }
}

impl Default for Origin {
    fn default() -> Self {
        Self::Found(Rc::default())
    }
}

/// What the portfolio is made from, and how it is shown.
#[derive(Clone, Default)]
pub(super) struct Held {
    /// The files, by name.
    pub(super) sources: Rc<[Source]>,
    /// What was chosen or dropped, so that it can be read again.
    pub(super) origin: Origin,
    /// What was found in the files.
    pub(super) portfolio: Option<Shared<Portfolio>>,
    /// When it was read.
    pub(super) read_at: Option<Moment>,
    /// How many files of how many are read, while they are.
    pub(super) reading: Option<(usize, usize)>,
    pub(super) order: Order,
    pub(super) filter: Filter,
    /// Whose assessment the rows rest on.
    pub(super) whose: Whose,
    pub(super) with_pay: bool,
    /// The row by which the place was left, by its file.
    pub(super) entered: Option<String>,
    /// The element that takes the focus once the place is back.
    pub(super) left_by: Option<String>,
}

thread_local! {
    static HELD: RefCell<Held> = RefCell::new(Held::default());
    /// Draws the place anew, while it is shown.
    static REDRAW: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
}

impl Held {
    /// Whether the figures are made up.
    pub(super) fn is_example(&self) -> bool {
        matches!(self.origin, Origin::Example)
    }
}

/// Returns what is held now.
pub(super) fn held() -> Held {
    HELD.with_borrow(Clone::clone)
}

/// Returns the portfolio that a contract stands in; `None` where it stands in none.
pub(crate) fn portfolio_of(contract: &ContractId) -> Option<Shared<Portfolio>> {
    let is_it = |row: &Row| row.id == contract.as_str();
    held().portfolio.filter(|portfolio| portfolio.rows.iter().any(is_it))
}

/// Changes what is held, and draws the place anew.
pub(super) fn change(change: impl FnOnce(&mut Held)) {
    HELD.with_borrow_mut(change);
    // It is taken out first: drawing asks what is held.
    let redraw = REDRAW.with_borrow(Clone::clone);
    if let Some(redraw) = redraw {
        redraw();
    }
}

/// Draws the place by this function after each change; by none once it is gone.
pub(super) fn redraw_by(redraw: Option<Rc<dyn Fn()>>) {
    REDRAW.set(redraw);
}
