//! Targets in words: what has to hold, as short as a table cell.

use super::{Lang, Words};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Baseline, BaselineChange, Level, Rating, Relation, Target, Threshold};
use crate::domain::contract::{Goal, Weight};
use crate::domain::number::{Decimal, Span};
use crate::domain::outcome::{addendum_that_counts, counting_period, counting_target};

impl Words {
    /// A goal's target with its unit and the time of measurement: `Højst 26.675 forløb i december 2009`.
    pub fn goal_target(self, goal: &Goal) -> String {
        self.counting_target_text(goal, None)
    }

    /// The target that counts, as an addendum of the entry may fix it: `Højst 25.000 ledige i december 2009`.
    pub fn counting_target_text(self, goal: &Goal, entry: Option<&Entry>) -> String {
        let target = counting_target(goal, entry);
        let text = self.target(target, goal.unit.as_deref(), goal.weight);
        let numeric = matches!(target, Target::Limit { .. } | Target::Between { .. });
        match counting_period(goal, entry).filter(|_| numeric) {
            Some(period) => format!("{text} {}", self.when(period)),
            None => text,
        }
    }

    /// The same with what fixed it: `Højst 25.000 ledige i december 2009 · allonge af 12.03.2009`.
    pub fn fixed_target_text(self, goal: &Goal, entry: Option<&Entry>) -> String {
        let text = self.counting_target_text(goal, entry);
        match addendum_that_counts(goal, entry) {
            Some(addendum) => format!("{text} · {}", self.addendum_name(addendum.decision.agreed)),
            None => text,
        }
    }

    /// A target in words; `weight` gives a judgement its range.
    pub fn target(self, target: &Target, unit: Option<&str>, weight: Option<Weight>) -> String {
        let with_unit = |text: String| match unit {
            Some(unit) => format!("{text} {unit}"),
            None => text,
        };
        let pick = |da: &'static str, en: &'static str| if self.lang == Lang::Da { da } else { en };
        match target {
            Target::Limit { relation, threshold } => {
                let word = self.relation(*relation);
                let text = format!("{word} {}", self.threshold(threshold));
                if matches!(threshold, Threshold::Absolute(_)) { with_unit(text) } else { text }
            }
            Target::Between { min, max } => {
                let (min, max) = (self.threshold(min), self.threshold(max));
                with_unit(format!("{} {min} {} {max}", pick("Mellem", "Between"), pick("og", "and")))
            }
            Target::Unchanged { baseline, tolerance } => self.unchanged_target(*baseline, *tolerance),
            Target::By(date) => format!("{} {}", pick("Senest", "By"), self.date(*date)),
            Target::Done => pick("Skal være gennemført", "To be done").to_owned(),
            Target::AllOf(parts) | Target::AnyOf(parts) if parts.len() == 1 => {
                pick("Én del", "One part").to_owned()
            }
            Target::AllOf(parts) => match self.lang {
                Lang::Da => format!("Alle {} dele", parts.len()),
                Lang::En => format!("All {} parts", parts.len()),
            },
            Target::AnyOf(parts) => match self.lang {
                Lang::Da => format!("Mindst én af {} dele", parts.len()),
                Lang::En => format!("At least one of {} parts", parts.len()),
            },
            Target::Assessed { .. } => self.judged_target(weight),
            Target::Rated(rating) => self.rated_target(rating),
            Target::Undetermined => {
                pick("Måltallet er ikke fastlagt endnu", "Target not fixed yet").to_owned()
            }
        }
    }

    /// `Bedømmes: Ikke opfyldt – Opfyldt`.
    fn rated_target(self, rating: &Rating) -> String {
        let title = |level: Option<&Level>| level.map_or("", |level| level.title.as_str()).to_owned();
        let ends = [title(rating.levels.first()), title(rating.levels.last())];
        format!("{}: {}", self.pick("Bedømmes", "Rated"), ends.join(" – "))
    }

    /// On which side of a threshold a result has to lie: `Højst`.
    pub fn relation(self, relation: Relation) -> &'static str {
        let (da, en) = match relation {
            Relation::AtMost => ("Højst", "At most"),
            Relation::AtLeast => ("Mindst", "At least"),
            Relation::Below => ("Under", "Below"),
            Relation::Above => ("Over", "Above"),
        };
        if self.lang == Lang::Da { da } else { en }
    }

    /// A figure, or a change from a baseline: `tallet for 2008 minus 10 pct.`
    pub(in crate::i18n) fn threshold(self, threshold: &Threshold) -> String {
        match threshold {
            Threshold::Absolute(value) => self.number(*value),
            Threshold::Relative { baseline, change } => {
                let baseline = self.baseline(*baseline);
                match *change {
                    change if change.is_none() => baseline,
                    BaselineChange::Percent(percent) => {
                        let unit = if self.lang == Lang::Da { " pct." } else { "%" };
                        format!("{baseline} {}{unit}", self.signed_number(percent))
                    }
                    BaselineChange::Points(points) => format!("{baseline} {}", self.signed_number(points)),
                }
            }
        }
    }

    fn signed_number(self, value: Decimal) -> String {
        let word = match (value.is_sign_negative(), self.lang) {
            (true, _) => "minus",
            (false, _) => "plus",
        };
        format!("{word} {}", self.number(value.abs()))
    }

    /// The baseline in words: a figure, or `tallet for 2008`.
    pub fn baseline(self, baseline: Option<Baseline>) -> String {
        match (baseline, self.lang) {
            (Some(Baseline::Figure(value)), _) => self.number(value),
            (Some(Baseline::Of(period)), Lang::Da) => format!("tallet for {}", self.period(period)),
            (Some(Baseline::Of(period)), Lang::En) => format!("the figure of {}", self.period(period)),
            (None, Lang::Da) => "udgangspunktet".to_owned(),
            (None, Lang::En) => "the baseline".to_owned(),
        }
    }

    fn unchanged_target(self, baseline: Option<Baseline>, tolerance: Decimal) -> String {
        let baseline = self.baseline(baseline);
        let text = match self.lang {
            Lang::Da => format!("Uændret i forhold til {baseline}"),
            Lang::En => format!("Unchanged from {baseline}"),
        };
        if tolerance.is_zero() { text } else { format!("{text} ± {}", self.number(tolerance)) }
    }

    fn judged_target(self, weight: Option<Weight>) -> String {
        let range = weight.map(|weight| self.points(Span::new(weight.min(), weight.max())));
        match (range, self.lang) {
            (Some(range), Lang::Da) => format!("Vurderes, {range} point"),
            (Some(range), Lang::En) => format!("Judged, {range} points"),
            (None, Lang::Da) => "Vurderes samlet".to_owned(),
            (None, Lang::En) => "Judged as a whole".to_owned(),
        }
    }
}
