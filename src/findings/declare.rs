//! Declares a family of findings, each with everything that it says in one block.

/// Declares a family: an enum of findings, each with severity, code, fields and texts. A missing text does not
/// compile.
///
/// ```text
/// Warning["weights-do-not-sum"] WeightsDoNotSum { sum: Points, total: Points }
/// title("Vægtene giver ikke det samlede pointtal", "The weights are not the total")
/// message("Vægtene giver {sum} point, men …", "The weights add up to {sum} points, but …")
/// why("Fuld opfyldelse giver ikke netop …", "Full fulfilment does not give just …")
/// hint("Ret vægtene eller …", "Correct the weights or …")
/// ```
///
/// - The title says what such a finding is about in general, and documents the variant.
/// - `several("mål uden måltal", "goals without a target")` after it heads those that are listed together, after their
///   number. Without it the title does.
/// - Texts stand in Danish, then in English. `message` and `hint` name fields in braces; the type of a field says
///   how it is written ([`super::written::Written`]).
/// - A text that depends on a field is `|words| expression`, for which [`said!`] formats one wording or the other.
///   `field.0` is the bare field there.
/// - `none` in place of a reason or a hint says that there is none. `suggestion or "…", "…"` asks whether that was
///   meant, where there is one; `suggestion or none` says nothing otherwise.
macro_rules! findings {
    (
        $(#[$about:meta])*
        $family:ident
        $(
            $(#[$note:meta])*
            $severity:ident[$name:literal] $finding:ident
                $({ $( $(#[$of:meta])* $field:ident: $kind:ty ),+ $(,)? })?
            title($title_da:literal, $title_en:literal $(,)?)
            $( several($several_da:literal, $several_en:literal $(,)?) )?
            message $message:tt
            why $why:tt
            hint $hint:tt
        )+
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "the texts say what a field is")]
        pub enum $family {
            $(
                #[doc = concat!($title_en, ".")]
                $(#[$note])*
                $finding $({ $( $(#[$of])* $field: $kind ),+ })?
            ),+
        }

        impl $family {
            /// The names of all findings of this family.
            pub const NAMES: &'static [&'static str] = &[$( $name ),+];

            /// The code's name.
            pub fn name(&self) -> &'static str {
                match self {
                    $( Self::$finding { .. } => $name ),+
                }
            }

            /// How bad it is.
            pub fn severity(&self) -> $crate::findings::Severity {
                match self {
                    $( Self::$finding { .. } => $crate::findings::Severity::$severity ),+
                }
            }

            /// What a finding of this code is about in general.
            pub fn title(&self, words: $crate::i18n::Words) -> &'static str {
                let (danish, english) = match self {
                    $( Self::$finding { .. } => ($title_da, $title_en) ),+
                };
                words.pick(danish, english)
            }

            /// What several findings of this code are called after their number: `mål uden måltal`.
            #[allow(unused_variables, reason = "a family may have no such name")]
            pub fn several(&self, words: $crate::i18n::Words) -> Option<&'static str> {
                match self {
                    $(
                        Self::$finding { .. } => None$(
                            .or(Some(words.pick($several_da, $several_en)))
                        )?
                    ),+
                }
            }

            /// What is wrong.
            #[allow(unused_variables, reason = "a text need not name every field")]
            pub fn message(&self, words: $crate::i18n::Words) -> String {
                match self {
                    $(
                        Self::$finding $({ $( $field ),+ })? => {
                            $( $( let $field = $crate::findings::written::In($field, words); )+ )?
                            $crate::findings::declare::message!(words, $message)
                        }
                    )+
                }
            }

            /// Why it matters.
            #[allow(unused_variables, reason = "a text need not name every field")]
            pub fn why(&self, words: $crate::i18n::Words) -> Option<&'static str> {
                match self {
                    $(
                        Self::$finding $({ $( $field ),+ })? => $crate::findings::declare::why!(words, $why)
                    ),+
                }
            }

            /// How it is mended.
            #[allow(unused_variables, reason = "a text need not name every field")]
            pub fn hint(&self, words: $crate::i18n::Words) -> Option<String> {
                match self {
                    $(
                        Self::$finding $({ $( $field ),+ })? => {
                            $( $( let $field = $crate::findings::written::In($field, words); )+ )?
                            $crate::findings::declare::hint!(words, $hint)
                        }
                    )+
                }
            }
        }
    };
}

/// A wording with its fields in it, in one language or the other.
macro_rules! said {
    ($words:expr, $danish:literal, $english:literal $(,)?) => {
        match $words.lang {
            $crate::i18n::Lang::Da => format!($danish),
            $crate::i18n::Lang::En => format!($english),
        }
    };
}

macro_rules! message {
    ($words:ident, ($danish:literal, $english:literal $(,)?)) => {
        $crate::findings::declare::said!($words, $danish, $english)
    };
    ($words:ident, (|$own:pat_param| $text:expr $(,)?)) => {{
        let $own = $words;
        $text
    }};
}

macro_rules! why {
    ($words:ident, (none)) => {
        None
    };
    ($words:ident, ($danish:literal, $english:literal $(,)?)) => {
        Some($words.pick($danish, $english))
    };
    ($words:ident, (|$own:pat_param| $text:expr $(,)?)) => {{
        let $own = $words;
        $text
    }};
}

macro_rules! hint {
    ($words:ident, (none)) => {
        None
    };
    ($words:ident, ($danish:literal, $english:literal $(,)?)) => {
        Some($crate::findings::declare::said!($words, $danish, $english))
    };
    ($words:ident, ($meant:ident or none)) => {
        $meant.0.as_ref().map(|meant| $crate::findings::written::did_you_mean(meant, $words))
    };
    ($words:ident, ($meant:ident or $danish:literal, $english:literal $(,)?)) => {
        match $meant.0 {
            Some(meant) => Some($crate::findings::written::did_you_mean(meant, $words)),
            None => $crate::findings::declare::hint!($words, ($danish, $english)),
        }
    };
    ($words:ident, (|$own:pat_param| $text:expr $(,)?)) => {{
        let $own = $words;
        $text
    }};
}

pub(super) use {findings, hint, message, said, why};
