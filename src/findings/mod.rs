//! What is wrong with a file: severity, code with typed fields, place, words, and a way out.
//!
//! A finding is one block in the file of its family, with everything that it says ([`declare`]).

mod alike;
mod budget;
mod declare;
mod entry;
mod figure;
mod goal;
mod near;
mod office;
mod path;
mod pay;
mod period;
mod pot;
mod reference;
mod risk;
mod row;
mod rule;
mod scoring;
mod severity;
mod shape;
mod stated;
mod syntax;
mod table;
mod target;
mod weight;
mod written;

use std::ops::Range;

pub use alike::as_seen;
pub use budget::BudgetFinding;
pub use entry::EntryFault;
pub use figure::FigureFinding;
pub use goal::GoalFinding;
pub use near::{meant, nearest};
pub use office::OfficeFault;
pub use path::{JsonPath, PathStep};
pub use pay::PayFinding;
pub use period::PeriodFinding;
pub use pot::{PotFinding, PotMeasure};
pub use reference::ReferenceFinding;
pub use risk::RiskFinding;
pub use row::RowFault;
pub use rule::{IdKind, RuleFault};
pub use scoring::ScoringFinding;
pub use severity::Severity;
pub use shape::{JsonKind, ShapeFault};
pub use stated::{MainPlace, Stated, StatedFinding};
pub use syntax::{Stranger, SyntaxFault, SyntaxProblem};
pub use table::{Delimiter, MissingColumn, TableFault};
pub use target::{ImpliedBaseline, OpenPoints, TargetFinding};
pub use weight::WeightFinding;
pub use written::LineNumber;

use crate::i18n::Words;
use crate::small::sort_by_key;

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

/// What findings of one code are called together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    title: &'static str,
    several: Option<&'static str>,
}

impl Kind {
    /// So many of them: `Fire mål uden måltal`, or `Titel med et andet tal end målet (4)`.
    pub fn heading(self, count: usize, words: Words) -> String {
        match self.several {
            Some(several) => format!("{} {several}", words.count_in_words(count)),
            None => format!("{} ({})", self.title, words.count(count)),
        }
    }
}

/// Puts together what is alike, each where the first of its kind stands.
pub fn gathered<T, K: PartialEq>(all: impl IntoIterator<Item = T>, kind: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut gathered: Vec<(K, Vec<T>)> = Vec::new();
    for one in all {
        let key = kind(&one);
        match gathered.iter_mut().find(|(known, _)| *known == key) {
            Some((_, alike)) => alike.push(one),
            None => gathered.push((key, vec![one])),
        }
    }
    gathered.into_iter().map(|(_, alike)| alike).collect()
}

/// A line of a file, shortened around what a diagnostic speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, with `…` where it was cut.
    pub text: String,
    /// What the diagnostic speaks of, in characters of `text`.
    pub mark: Range<usize>,
}

/// Declares [`Code`] over the families.
macro_rules! families {
    ($( $(#[$doc:meta])* $code:ident($family:ident) ),+ $(,)?) => {
        /// What is wrong.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Code {
            $( $(#[$doc])* $code($family) ),+
        }

        $(
            impl From<$family> for Code {
                fn from(finding: $family) -> Self {
                    Self::$code(finding)
                }
            }
        )+

        impl Code {
            /// The code's name, such as `duplicate-key`.
            pub fn name(&self) -> &'static str {
                match self {
                    $( Self::$code(finding) => finding.name() ),+
                }
            }

            /// The names of all codes.
            pub fn names() -> impl Iterator<Item = &'static str> {
                [$( $family::NAMES ),+].into_iter().flatten().copied()
            }

            /// How bad it is; within an entry of an assessment, no worse than a warning.
            pub fn severity(&self) -> Severity {
                match self {
                    $( Self::$code(finding) => finding.severity() ),+
                }
            }

            /// What findings of this code are about, without the names and figures of this one.
            pub fn title(&self, words: Words) -> &'static str {
                match self {
                    $( Self::$code(finding) => finding.title(words) ),+
                }
            }

            /// What several findings of this code are called after their number, where they have such a name.
            fn several(&self, words: Words) -> Option<&'static str> {
                match self {
                    $( Self::$code(finding) => finding.several(words) ),+
                }
            }

            /// What is wrong, in a sentence.
            pub fn message(&self, words: Words) -> String {
                match self {
                    $( Self::$code(finding) => finding.message(words) ),+
                }
            }

            /// Why it matters: always for what keeps a contract from being scored or is about what it agrees, for the
            /// rest where the message does not say it already.
            pub fn why(&self, words: Words) -> Option<&'static str> {
                match self {
                    $( Self::$code(finding) => finding.why(words) ),+
                }
            }

            /// How it is mended: always for the same codes, for the rest where that is more than the opposite of the
            /// message.
            pub fn hint(&self, words: Words) -> Option<String> {
                match self {
                    $( Self::$code(finding) => finding.hint(words) ),+
                }
            }
        }
    };
}

families! {
    /// The file is no JSON text that can be read.
    Syntax(SyntaxFault),
    /// The JSON text is not of the form that a contract or an assessment has.
    Shape(ShapeFault),
    /// The contract breaks one of its own rules and cannot be scored.
    Rule(RuleFault),
    /// The contract's weights.
    Weight(WeightFinding),
    /// Its goals and what they are called.
    Goal(GoalFinding),
    /// Its targets.
    Target(TargetFinding),
    /// How its targets are scored.
    Scoring(ScoringFinding),
    /// What another place of the document says.
    Stated(StatedFinding),
    /// Its figures over time.
    Figure(FigureFinding),
    /// Its period.
    Period(PeriodFinding),
    /// Its pay agreement.
    Pay(PayFinding),
    /// The pots and stages of its pay agreement.
    Pot(PotFinding),
    /// Its risks.
    Risk(RiskFinding),
    /// Its budget and the totals that it states.
    Budget(BudgetFinding),
    /// A reference from one place to another.
    Reference(ReferenceFinding),
    /// The assessment says something that cannot count.
    Entry(EntryFault),
    /// A table of measured results cannot be used as it is.
    Table(TableFault),
    /// A row of it is left out.
    Row(RowFault),
    /// A file of an office program cannot be used as it is.
    Office(OfficeFault),
}

impl Code {
    /// What findings of this code are called together.
    pub fn kind(&self, words: Words) -> Kind {
        Kind { title: self.title(words), several: self.several(words) }
    }

    /// Whether it is about what a contract agrees, rather than about how the file is written or what an
    /// assessment says.
    pub fn is_of_agreement(&self) -> bool {
        match self {
            Self::Weight(_)
            | Self::Goal(_)
            | Self::Target(_)
            | Self::Scoring(_)
            | Self::Stated(_)
            | Self::Figure(_)
            | Self::Period(_)
            | Self::Pay(_)
            | Self::Pot(_)
            | Self::Risk(_)
            | Self::Budget(_)
            | Self::Reference(_) => true,
            Self::Syntax(_)
            | Self::Shape(_)
            | Self::Rule(_)
            | Self::Entry(_)
            | Self::Table(_)
            | Self::Row(_)
            | Self::Office(_) => false,
        }
    }
}
