//! The only place that knows JSON: text to values with their places, and back.

mod edit;
mod layout;
mod locate;
mod merge;
mod node;
mod object;
mod refuse;
mod text;
mod tree;

pub use edit::Splice;
pub(super) use edit::{append, insert, remove, set, set_each, with_items};
pub(super) use layout::{compact, pretty, write_text};
pub use locate::Locator;
pub(super) use merge::merge;
pub(super) use node::{Member, Node, Value};
pub(super) use object::{Exact, Members, Time, filled, members, object, to_text, written};
pub(crate) use refuse::Refusal;
pub(crate) use text::decode;
pub use text::is_other_json;
#[cfg(test)]
pub(super) use tree::PARSED;
pub(super) use tree::{parse, parse_paced};

#[cfg(test)]
mod tests;
