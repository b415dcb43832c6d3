//! The only place that knows JSON: text to values with their places, and back.

mod locate;
mod merge;
mod parse;
mod scan;
mod tree;
mod value;

pub use locate::Locator;
pub(super) use locate::pointer;
pub(super) use merge::merge;
pub use parse::{MAX_BYTES, MAX_DEPTH, MAX_GOALS, MAX_VALUES};
pub(crate) use parse::{Refusal, decode, parse, parse_paced};
pub use value::Json;
pub(super) use value::write_text;

#[cfg(test)]
mod tests;
