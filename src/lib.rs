//! Performance contracts (resultatkontrakter): what they say, what they come to, and why.
//!
//! `domain` knows what a contract is and what it comes to; `i18n` puts it into words; `findings` says what can be
//! wrong with a file, in words too; `check` finds what is wrong with a contract; `format` reads and writes the files; `table` reads
//! tables of results; `portfolio` puts many contracts side by side; `report` makes the papers; `app` holds the page's state; `platform` and `ui` are the page itself
//! and exist in WebAssembly only. `small` and `pace` serve all of them. Dependencies point one way:
//! `ui → app → table → format → check → findings → i18n → domain`.

pub mod app;
pub mod check;
pub mod domain;
pub mod findings;
pub mod format;
pub mod i18n;
pub mod office;
pub mod pace;
#[cfg(target_family = "wasm")]
pub mod platform;
pub mod portfolio;
pub mod report;
pub mod small;
pub mod table;
#[cfg(target_family = "wasm")]
pub mod ui;
