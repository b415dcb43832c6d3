//! The state of the page without a browser: state, actions, reducer, undo, drafts.
//!
//! [`reduce()`] is a pure function from a state and an action to the next state; it returns the same `Rc` when
//! nothing changed. What needs a browser (storage, files, the clock) comes in with an action.
//!
//! **Text and value.** A field shows the text that was typed, as long as that is being typed or cannot be
//! read; else it shows the assessment's value in the page's language. A text that cannot be read, or that
//! could be two numbers, counts as *not given*: the score becomes an interval and the field says why. The
//! value that was there before never goes on counting behind a text that says something else.

pub mod action;
pub mod draft;
pub mod earlier;
pub mod example;
pub mod field;
pub mod findings;
pub mod headings;
pub mod history;
pub mod import;
pub mod list;
pub mod message;
pub mod missing;
pub mod open;
pub mod release;
pub mod route;
pub mod save;
pub mod saved_file;
pub mod share;
pub mod sheet;
pub mod state;
pub mod table;
pub mod tabs;
pub mod text;

mod addendum;
mod agreeing;
mod edit;
mod expected;
mod pieces;
mod received;
mod record;
mod reduce;
mod resume;
mod saving;
mod sheets;
mod timeline;
pub mod value;
mod what_if;

pub use action::Action;
pub use field::{EntryField, EntryId, FieldId, FieldKind, PayDecision, ReportedField, Scope};
pub use import::{Import, IncomingTable};
pub use message::{FileProblem, Message, SaveProblem, ShareProblem, StorageProblem};
pub use open::{Incoming, Opening, Refused};
pub use received::Received;
pub use reduce::reduce;
pub use route::Route;
pub use saved_file::{Changed, Link, OnDisk, SavedFile, Seen};
pub use sheet::{Sheet, SheetId, SheetKind};
pub use state::{Case, DraftStatus, Moment, NewVersion, State, Storing};
pub use tabs::Tabs;
pub use text::{FieldProblem, field_problem, field_text, problems};
