//! The page's state, from actions alone: what a person does, and what the page then shows and keeps.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test may fail where it stands"
)]
#![allow(clippy::needless_pass_by_value, reason = "what a person does reads best as it is written")]

mod addendum;
mod answers;
mod assessments;
mod combined;
mod contracts;
mod day;
mod drafts;
mod earlier;
mod files;
#[path = "../../benches/large/mod.rs"]
mod generated;
mod headings;
mod import;
mod language;
mod laws;
mod left_behind;
mod life;
mod limits;
mod long_contract;
mod missing;
mod page;
mod pay;
mod phrases;
mod plan;
mod readiness;
mod received;
mod saving;
mod sheets;
mod table;
mod tabs;
mod together;
mod typing;
mod undo;
mod unfit;
mod unlikely;
mod what_if;
mod whose;
mod writing;
mod year;
