//! Texts of how ready a paper is.

use super::pick;
use crate::i18n::Lang;
use crate::i18n::number::format_count;

texts! {
    /// Texts of how ready a paper is.
    ReadyText {
        Ready: "Klar", "Ready";
        NothingToTell: "Klar: ingen mål kræver orientering", "Ready: no goal calls for a notice";
        Trial: "det er kun en prøve", "it is a trial only";
        NotDirectors: "direktørens vurdering er ikke den, der vises", "the director's assessment is not the one shown";
        NotFinal: "vurderingen er ikke årets slutstatus", "the assessment is not the one of the year's end";
        NotAgreed: "mangler aftalt vurdering", "the agreed assessment is missing";
    }
}

/// `5 mål mangler noget`.
pub fn unfilled(count: usize, lang: Lang) -> String {
    let said = format_count(count, lang);
    match (lang, count) {
        (Lang::Da, 1) => "1 mål mangler noget".to_owned(),
        (Lang::Da, _) => format!("{said} mål mangler noget"),
        (Lang::En, 1) => "1 goal lacks something".to_owned(),
        (Lang::En, _) => format!("{said} goals lack something"),
    }
}

/// `3 oplysninger mangler til lønnen`.
pub fn besides(count: usize, lang: Lang) -> String {
    let said = format_count(count, lang);
    match (lang, count) {
        (Lang::Da, 1) => "1 oplysning mangler til lønnen".to_owned(),
        (Lang::Da, _) => format!("{said} oplysninger mangler til lønnen"),
        (Lang::En, 1) => "1 entry is missing for the pay".to_owned(),
        (Lang::En, _) => format!("{said} entries are missing for the pay"),
    }
}

/// `5 mål er åbne`.
pub fn open(count: usize, lang: Lang) -> String {
    let said = format_count(count, lang);
    match (lang, count) {
        (Lang::Da, 1) => "1 mål er åbent".to_owned(),
        (Lang::Da, _) => format!("{said} mål er åbne"),
        (Lang::En, 1) => "1 goal is open".to_owned(),
        (Lang::En, _) => format!("{said} goals are open"),
    }
}

/// `3 mål mangler årsag`.
pub fn unwritten(count: usize, lang: Lang) -> String {
    let said = format_count(count, lang);
    match (lang, count) {
        (Lang::Da, _) => format!("{said} mål mangler årsag"),
        (Lang::En, 1) => "1 goal lacks its cause".to_owned(),
        (Lang::En, _) => format!("{said} goals lack their cause"),
    }
}

/// `2 mål er ikke meddelt departementet`.
pub fn untold(count: usize, lang: Lang) -> String {
    let said = format_count(count, lang);
    pick(
        lang,
        format!("{said} mål er ikke meddelt departementet"),
        format!("the department was not told of {said} yet"),
    )
}

/// `10 fund i kontrakten`.
pub fn findings(count: usize, lang: Lang) -> String {
    let said = format_count(count, lang);
    match (lang, count) {
        (Lang::Da, _) => format!("{said} fund i kontrakten"),
        (Lang::En, 1) => "1 finding in the contract".to_owned(),
        (Lang::En, _) => format!("{said} findings in the contract"),
    }
}
