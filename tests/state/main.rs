//! The page's state, from actions alone: what a person does, and what the page then shows and keeps.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail where it stands"
)]

mod addendum;
mod drafts;
mod files;
mod language;
mod laws;
mod page;
mod pay;
mod sheets;
mod typing;
mod undo;
