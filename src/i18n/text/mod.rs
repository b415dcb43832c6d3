//! Every fixed text of the page and the command, in both languages, one file for each place.
//!
//! A text is a variant with its Danish and its English wording beside it, so that a missing one does not
//! compile. Texts with something in them are methods of [`Words`](super::Words).

/// Makes an enum of texts, each with its Danish and its English wording.
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($variant:ident: $da:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = $da] $variant,)+
        }

        impl $name {
            /// Every text of this place.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl crate::i18n::Text for $name {
            fn in_language(self, lang: crate::i18n::Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$variant, crate::i18n::Lang::Da) => $da,
                        (Self::$variant, crate::i18n::Lang::En) => $en,
                    )+
                }
            }
        }
    };
}

pub mod band;
pub mod calendar;
pub mod changes;
pub mod command;
pub mod compare;
pub mod contract;
pub mod decide;
pub mod draft;
pub mod entry;
pub mod figure;
pub mod file;
pub mod help;
pub mod import;
pub mod levels;
pub mod message;
pub mod office;
pub mod overview;
pub mod page;
pub mod paste;
pub mod pay;
pub mod portfolio;
pub mod problem;
pub mod ready;
pub mod renewal;
pub mod report;
pub mod results;
pub mod revision;
pub mod risks;
pub mod share;
pub mod start;
pub mod table;
pub mod verdict;
pub mod what_if;
pub mod writing;

pub use calendar::CalendarText;
pub use changes::ChangesText;
pub use command::CommandText;
pub use compare::CompareText;
pub use contract::ContractText;
pub use decide::DecideText;
pub use draft::DraftText;
pub use entry::EntryText;
pub use file::FileText;
pub use help::HelpText;
pub use import::ImportText;
pub use levels::LevelText;
pub use office::OfficeText;
pub use overview::OverviewText;
pub use page::PageText;
pub use paste::PasteText;
pub use pay::PayText;
pub use portfolio::PortfolioText;
pub use ready::ReadyText;
pub use renewal::RenewalText;
pub use report::ReportText;
pub use results::ResultsText;
pub use revision::RevisionText;
pub use risks::RisksText;
pub use share::ShareText;
pub use start::StartText;
pub use table::TableText;
pub use what_if::WhatIfText;
pub use writing::WritingText;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Text};

    #[test]
    fn no_text_is_empty_or_begins_or_ends_with_a_blank() {
        fn check<T: Text + std::fmt::Debug>(all: &[T]) {
            for &one in all {
                for lang in [Lang::Da, Lang::En] {
                    let wording = one.in_language(lang);
                    assert!(!wording.is_empty() && wording.trim() == wording, "{one:?} in {lang:?}");
                }
            }
        }
        check(PageText::ALL);
        check(StartText::ALL);
        check(HelpText::ALL);
        check(EntryText::ALL);
        check(ResultsText::ALL);
        check(PayText::ALL);
        check(RisksText::ALL);
        check(ContractText::ALL);
        check(ImportText::ALL);
        check(PasteText::ALL);
        check(FileText::ALL);
        check(ShareText::ALL);
        check(TableText::ALL);
        check(DecideText::ALL);
        check(OverviewText::ALL);
        check(ReadyText::ALL);
        check(ReportText::ALL);
        check(CompareText::ALL);
        check(WhatIfText::ALL);
        check(CommandText::ALL);
        check(ChangesText::ALL);
        check(RenewalText::ALL);
        check(DraftText::ALL);
        check(CalendarText::ALL);
        check(OfficeText::ALL);
        check(PortfolioText::ALL);
        check(WritingText::ALL);
    }
}
