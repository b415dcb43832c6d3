//! Texts of how ready a paper is.

use crate::i18n::{Lang, Words};

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

impl Words {
    /// `5 mål mangler noget`.
    pub fn goals_lacking(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "1 mål mangler noget".to_owned(),
            (Lang::Da, _) => format!("{said} mål mangler noget"),
            (Lang::En, 1) => "1 goal lacks something".to_owned(),
            (Lang::En, _) => format!("{said} goals lack something"),
        }
    }

    /// `3 oplysninger mangler til lønnen`.
    pub fn pay_lacks(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "1 oplysning mangler til lønnen".to_owned(),
            (Lang::Da, _) => format!("{said} oplysninger mangler til lønnen"),
            (Lang::En, 1) => "1 entry is missing for the pay".to_owned(),
            (Lang::En, _) => format!("{said} entries are missing for the pay"),
        }
    }

    /// `5 mål er åbne`.
    pub fn goals_open(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "1 mål er åbent".to_owned(),
            (Lang::Da, _) => format!("{said} mål er åbne"),
            (Lang::En, 1) => "1 goal is open".to_owned(),
            (Lang::En, _) => format!("{said} goals are open"),
        }
    }

    /// `3 mål mangler årsag`.
    pub fn causes_missing(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, _) => format!("{said} mål mangler årsag"),
            (Lang::En, 1) => "1 goal lacks its cause".to_owned(),
            (Lang::En, _) => format!("{said} goals lack their cause"),
        }
    }

    /// `2 mål er ikke meddelt departementet`.
    pub fn goals_untold(self, count: usize) -> String {
        let said = self.count(count);
        self.pick(
            format!("{said} mål er ikke meddelt departementet"),
            format!("the department was not told of {said} yet"),
        )
    }

    /// `10 fund i kontrakten`.
    pub fn contract_findings(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, _) => format!("{said} fund i kontrakten"),
            (Lang::En, 1) => "1 finding in the contract".to_owned(),
            (Lang::En, _) => format!("{said} findings in the contract"),
        }
    }
}
