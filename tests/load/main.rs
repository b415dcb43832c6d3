//! Files in, files out: what is refused and where, what is found, and that nothing is lost.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail where it stands"
)]

mod agreed;
mod any;
mod bad;
mod changing;
mod checks;
mod contradictions;
mod fingerprints;
mod forms;
#[path = "../../benches/large/mod.rs"]
mod generated;
mod large;
mod limits;
mod pots;
mod reading;
mod record;
mod tables;
mod titles;
mod together;
mod words;
mod writing;
