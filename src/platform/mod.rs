//! Every call to the browser: storage, files, downloads, print. Thin, and only in WebAssembly.
//!
//! Nothing here knows a contract or a language: results are text, bytes and plain values, which the caller interprets.
//! A browser that refuses is a value, never a panic.

pub mod address;
pub mod beside;
pub mod clipboard;
pub mod clock;
pub mod deflate;
pub mod dialog;
pub mod disk;
pub mod download;
pub mod drop;
pub mod events;
pub mod file;
pub mod folder;
pub mod idle;
mod js;
pub mod lock;
pub mod page;
pub mod panic;
pub mod pause;
pub mod removal;
pub mod rows;
pub mod sight;
pub mod storage;
pub mod version;
