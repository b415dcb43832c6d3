//! The only place that knows JSON: text to values with their places, and back.

mod locate;
mod merge;
mod node;
mod refuse;
mod text;
mod tree;
mod value;

pub use locate::Locator;
pub(super) use merge::merge;
pub(super) use node::{Member, Node, Value};
pub(crate) use refuse::Refusal;
pub(crate) use text::decode;
pub use text::{MAX_BYTES, MAX_DEPTH, MAX_GOALS, MAX_VALUES};
pub(super) use tree::parse_paced;
pub use value::Json;
pub(super) use value::write_text;

#[cfg(test)]
mod tests;
