//! What is wrong with a file: severity, code with typed arguments, place, and a way out.

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Note,
    /// A contradiction, or something missing.
    Warning,
    /// Cannot be read or cannot be scored.
    Error,
}
