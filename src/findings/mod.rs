//! What is wrong with a file: severity, code with typed arguments, place, and a way out.
//!
//! The words for a code are in `i18n::message`; nothing here knows a language.

mod contradiction;
mod doubt;
mod entry;
mod gap;
mod imbalance;
mod near;
mod path;
mod reference;
mod row;
mod rule;
mod shape;
mod subject;
mod syntax;
mod table;

use std::ops::Range;

pub use contradiction::{Contradiction, Stated};
pub use doubt::Doubt;
pub use entry::EntryFault;
pub use gap::{Gap, ImpliedBaseline};
pub use imbalance::Imbalance;
pub use near::nearest;
pub use path::{JsonPath, PathStep};
pub use reference::ReferenceFault;
pub use row::RowFault;
pub use rule::{IdKind, RuleFault};
pub use shape::{JsonKind, ShapeFault};
pub use subject::{Subject, within};
pub use syntax::{SyntaxFault, SyntaxProblem};
pub use table::{MissingColumn, TableFault};

use crate::domain::order::sort_by_key;

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

impl Severity {
    /// The word that the command prints: `note`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong with a file, at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub code: Code,
    /// The value that it is about; the root where the file is no JSON.
    pub path: JsonPath,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The line that it stands on.
    pub excerpt: Excerpt,
}

/// Puts findings in the order of the text; those of one place stay as they are.
pub fn in_order(diagnostics: &mut Vec<Diagnostic>) {
    sort_by_key(diagnostics, |diagnostic| diagnostic.range.start);
}

/// A line of a file, shortened around what a diagnostic speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, with `…` where it was cut.
    pub text: String,
    /// What the diagnostic speaks of, in characters of `text`.
    pub mark: Range<usize>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Code {
    /// The file is no JSON text that can be read.
    Syntax(SyntaxFault),
    /// The JSON text is not of the form that a contract or an assessment has.
    Shape(ShapeFault),
    /// The contract breaks one of its own rules and cannot be scored.
    Rule(RuleFault),
    /// The contract contradicts itself.
    Contradiction(Contradiction),
    /// The contract's budget or a total that it states does not add up.
    Imbalance(Imbalance),
    /// The contract is silent where it matters.
    Gap(Gap),
    /// A reference leads nowhere, stands twice, or goes in a circle.
    Reference(ReferenceFault),
    /// Something in the contract may well be a mistake.
    Doubt(Doubt),
    /// The assessment says something that cannot count.
    Entry(EntryFault),
    /// A table of measured results cannot be used as it is.
    Table(TableFault),
    /// A row of it is left out.
    Row(RowFault),
}

impl Code {
    /// The code's name, such as `duplicate-key`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Syntax(fault) => fault.name(),
            Self::Shape(fault) => fault.name(),
            Self::Rule(fault) => fault.name(),
            Self::Contradiction(contradiction) => contradiction.name(),
            Self::Imbalance(imbalance) => imbalance.name(),
            Self::Gap(gap) => gap.name(),
            Self::Reference(fault) => fault.name(),
            Self::Doubt(doubt) => doubt.name(),
            Self::Entry(fault) => fault.name(),
            Self::Table(fault) => fault.name(),
            Self::Row(fault) => fault.name(),
        }
    }

    /// Whether it is about what a contract agrees, rather than about how the file is written or what an
    /// assessment says.
    pub fn is_of_agreement(&self) -> bool {
        matches!(
            self,
            Self::Contradiction(_) | Self::Imbalance(_) | Self::Gap(_) | Self::Reference(_) | Self::Doubt(_)
        )
    }

    /// The names of all codes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let groups = [
            SyntaxFault::NAMES,
            ShapeFault::NAMES,
            RuleFault::NAMES,
            Contradiction::NAMES,
            Imbalance::NAMES,
            Gap::NAMES,
            ReferenceFault::NAMES,
            Doubt::NAMES,
            EntryFault::NAMES,
            TableFault::NAMES,
            RowFault::NAMES,
        ];
        groups.into_iter().flatten().copied()
    }
}

/// Declares an enum of codes together with their names, so that no code is without one.
macro_rules! codes {
    (
        $(#[$about:meta])*
        $group:ident {
            $( $(#[$doc:meta])* $name:literal => $variant:ident $({ $( $(#[$of:meta])* $field:ident: $kind:ty ),+ $(,)? })? ),+ $(,)?
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $group {
            $( $(#[$doc])* $variant $({ $( $(#[$of])* $field: $kind ),+ })? ),+
        }

        impl $group {
            /// The names of all codes of this group.
            pub const NAMES: &'static [&'static str] = &[$( $name ),+];

            /// The code's name.
            pub fn name(&self) -> &'static str {
                match self {
                    $( Self::$variant { .. } => $name ),+
                }
            }
        }

        impl From<$group> for super::Code {
            fn from(of: $group) -> Self {
                codes!(@wrap $group, of)
            }
        }
    };
    (@wrap SyntaxFault, $of:ident) => { super::Code::Syntax($of) };
    (@wrap ShapeFault, $of:ident) => { super::Code::Shape($of) };
    (@wrap RuleFault, $of:ident) => { super::Code::Rule($of) };
    (@wrap Contradiction, $of:ident) => { super::Code::Contradiction($of) };
    (@wrap Imbalance, $of:ident) => { super::Code::Imbalance($of) };
    (@wrap Gap, $of:ident) => { super::Code::Gap($of) };
    (@wrap ReferenceFault, $of:ident) => { super::Code::Reference($of) };
    (@wrap Doubt, $of:ident) => { super::Code::Doubt($of) };
    (@wrap EntryFault, $of:ident) => { super::Code::Entry($of) };
    (@wrap TableFault, $of:ident) => { super::Code::Table($of) };
    (@wrap RowFault, $of:ident) => { super::Code::Row($of) };
}
use codes;
