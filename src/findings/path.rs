//! Where in a JSON document a value stands, as a path from its root.

use std::borrow::Cow;
use std::fmt;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PathStep {
    /// Into an object, by key.
    Key(Cow<'static, str>),
    /// Into a list, counted from 0.
    Index(usize),
}

/// A path from the root of a document, printed as `$.goals[2].weight`.
#[derive(Debug, Default, PartialEq, Eq, Hash)]
pub struct JsonPath(Vec<PathStep>);

impl Clone for JsonPath {
    /// With room for some steps more: a path is mostly copied to go on from it.
    fn clone(&self) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 4);
        steps.extend_from_slice(&self.0);
        Self(steps)
    }
}

impl JsonPath {
    /// The document itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// The path one key deeper.
    #[must_use]
    pub fn key(mut self, key: impl Into<Cow<'static, str>>) -> Self {
        self.0.push(PathStep::Key(key.into()));
        self
    }

    /// The path one place deeper into a list.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(PathStep::Index(index));
        self
    }

    /// The path that goes on from here.
    #[must_use]
    pub fn join(mut self, path: &Self) -> Self {
        self.0.extend_from_slice(&path.0);
        self
    }

    /// The path as a JSON Pointer (RFC 6901): `/goals/2/weight`, empty for the document itself.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.0 {
            pointer.push('/');
            match step {
                PathStep::Index(index) => pointer.push_str(&index.to_string()),
                PathStep::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            }
        }
        pointer
    }

    /// The steps from the root.
    pub fn steps(&self) -> &[PathStep] {
        &self.0
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("$")?;
        for step in &self.0 {
            match step {
                PathStep::Index(index) => write!(out, "[{index}]")?,
                PathStep::Key(key) if is_plain(key) => write!(out, ".{key}")?,
                PathStep::Key(key) => write!(out, "[{key:?}]")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_printed_from_the_root() {
        let path = JsonPath::root().key("goals").index(2).key("weight");
        assert_eq!(path.to_string(), "$.goals[2].weight");
        assert_eq!(JsonPath::root().key("a b").to_string(), "$[\"a b\"]");
    }

    #[test]
    fn a_pointer_escapes_what_separates() {
        let path = JsonPath::root().key("goals").index(2).key("a/b~c");
        assert_eq!(path.pointer(), "/goals/2/a~1b~0c");
        assert_eq!(JsonPath::root().pointer(), "");
    }
}
