//! What the fuzz targets share: the laws that every file is held to, and how files are made.
//!
//! A target is a few lines in `targets/`. `cargo xtask fuzz` builds and runs them.

pub mod large;
pub mod laws;
pub mod mutate;
pub mod random;
pub mod seeds;
pub mod words;
