//! Text to model, or a list of all that is wrong with it; and back to text.

mod check;
pub mod diagnostic;
mod file;
mod fingerprint;
pub mod json;
mod locate;
mod near;
mod objection;
mod pace;
mod path;
mod read;
mod subject;
mod syntax;
pub mod table;
mod version;
mod write;

pub use check::{Companion, check, check_together};
pub use file::{AssessmentFile, CaseFile, ContractFile, Document, Kept};
pub use fingerprint::Fingerprint;
pub use locate::Locator;
pub use near::nearest;
pub use objection::{belonging, inspect, objections};
pub use pace::{Progress, Stage};
pub(crate) use pace::{at_once, no_pause};
pub use path::{JsonPath, PathStep};
pub use read::{Reading, read, read_paced};
pub use subject::{Subject, within};
pub use syntax::{MAX_BYTES, MAX_DEPTH, MAX_GOALS, MAX_VALUES};
pub use write::{write_assessment, write_case, write_shared};

/// The newest version of the files that is known.
pub const VERSION: u32 = 1;
/// What a contract's file says that it is.
pub const CONTRACT_FORMAT: &str = "resultatkontrakt";
/// What an assessment's file says that it is.
pub const ASSESSMENT_FORMAT: &str = "resultatvurdering";
/// What a file with both says that it is.
pub const CASE_FORMAT: &str = "resultatsag";
