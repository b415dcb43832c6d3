//! The only place that knows JSON: text to values with their places, and back.

mod locate;
mod merge;
mod node;
mod parse;
mod scan;
mod tree;
mod value;

pub use locate::Locator;
pub(super) use merge::merge;
pub(super) use node::{Member, Node, Value};
pub(super) use parse::parse_paced;
pub use parse::{MAX_BYTES, MAX_DEPTH, MAX_GOALS, MAX_VALUES};
pub(crate) use parse::{Refusal, decode};
pub use value::Json;
pub(super) use value::write_text;

#[cfg(test)]
mod tests;
