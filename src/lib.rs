//! Performance contracts (resultatkontrakter): what they say, what they come to, and why.
//!
//! `domain` knows what a contract is; `load` reads it from text; `i18n` puts it into words; `report` makes the
//! papers; `app` holds the page's state; `platform` and `ui` are the page itself and exist in WebAssembly only.
//! Dependencies point one way: `ui → app → load → domain`.

pub mod app;
pub mod domain;
pub mod i18n;
pub mod load;
#[cfg(target_family = "wasm")]
pub mod platform;
pub mod report;
#[cfg(target_family = "wasm")]
pub mod ui;
