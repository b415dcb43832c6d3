//! What files say, read and written: contracts, assessments, and cases that hold both.

mod address;
mod assessment;
mod case;
pub mod changes;
mod contract;
pub mod draft;
mod drafted;
mod fields;
mod file;
pub mod findings;
mod fingerprint;
mod forms;
pub mod json;
mod limits;
mod located;
mod log;
mod number;
mod objection;
pub mod outcome;
mod read;
mod renewal;
pub mod sarif;
mod scalar;
mod stranger;
mod subject;
mod template;
mod together;
mod version;
pub mod words;
mod writing;

pub use address::{field_at, path_of};
pub use assessment::{merged, write_assessment};
pub use case::{write_case, write_case_of};
pub use contract::{stage_keys, write_shared};
pub use drafted::{NewContract, group_text, new_goal_text, risk_text};
pub use file::{AssessmentFile, CaseFile, ContractFile, Document, Kept, Unread};
pub use fingerprint::{Fingerprint, file_sum, file_sum_paced};
pub use forms::WrittenAs;
pub use json::{Locator, is_other_json};
pub use limits::{
    MAX_ASSESSMENTS, MAX_BYTES, MAX_DEPTH, MAX_GOALS, MAX_PARTS, MAX_POINTS, MAX_TEXT, MAX_TITLE, MAX_VALUES,
};
pub use objection::{belonging, objections};
pub use read::{Reading, inspect, read, read_contract, read_kept, read_paced};
pub use renewal::{Renewed, renew, with_served_renewed};
pub use stranger::stranger;
pub use subject::{Subject, answering_addendum, within};
pub use template::{TEMPLATES, Template, empty_contract};
pub use together::{Companion, check, check_together};
pub use writing::{
    ContractChange, RequirementSaid, Said, Written, after_change, is_of_requirement, quoted, read_written,
    with_requirement, within_goal, without_key,
};

/// The newest version of the files that is known.
pub const VERSION: u32 = 1;
/// What a contract's file says that it is.
pub const CONTRACT_FORMAT: &str = "resultatkontrakt";
/// What an assessment's file says that it is.
pub const ASSESSMENT_FORMAT: &str = "resultatvurdering";
/// What a file with both says that it is.
pub const CASE_FORMAT: &str = "resultatsag";
