//! Trace steps in words and formulas. Screen, print, CSV and the command show the same text.

use super::text::figure::range;
use super::{Lang, Words};
use crate::domain::contract::Weight;
use crate::domain::contract::{BaselineChange, Relation};
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Points, Share, Span};
use crate::domain::trace::Step;

impl Words {
    /// One step as a line of text, such as `26.210 ≤ 26.675` or `150 × 1 = 150`.
    pub fn step(self, step: &Step) -> String {
        let n = |value: Decimal| self.number(value);
        match step {
            Step::Threshold { .. } | Step::Limit { .. } | Step::Between { .. } | Step::Unchanged { .. } => {
                self.comparison_step(step)
            }
            Step::Deadline { date, deadline, holds } => self.deadline_step(*date, *deadline, *holds),
            Step::Part { .. } => self.part_step(step),
            Step::Parts { all, holding, of, verdict, .. } => {
                self.parts_step(*all, *holding, *of, self.verdict(*verdict))
            }
            Step::Ratio { numerator, denominator, is_percent, value } => {
                let hundred =
                    if *is_percent { format!(" × {}", n(Decimal::ONE_HUNDRED)) } else { String::new() };
                format!("{} / {}{hundred} = {}", n(*numerator), n(*denominator), n(*value))
            }
            Step::Rated { title, share } => {
                let title = self.pick(format!("»{title}«"), format!("“{title}”"));
                format!("{title} = {}", self.share(*share))
            }
            Step::Linear { .. }
            | Step::Proportional { .. }
            | Step::ProportionalFull { .. }
            | Step::ScaleStep { .. }
            | Step::ScaleBetween { .. }
            | Step::PartShares { .. }
            | Step::Held { .. } => self.share_step(step),
            Step::Points { weight, share, points } => {
                format!("{} × {} = {}", n(weight.0), self.share(*share), n(points.0))
            }
            Step::RangePoints { min, max, share, points } => {
                let (min, max, points) = (n(min.0), n(max.0), n(points.0));
                format!("{min} + ({max} − {min}) × {} = {points}", self.share(*share))
            }
            Step::Judged { points, min, max } => self.judged_step(*points, *min, *max),
            Step::Reweighted { from, to } => self.reweighted_step(*from, *to),
            Step::Open(points) => match self.lang {
                Lang::Da => format!("{} point er mulige", self.points(*points)),
                Lang::En => format!("{} points are possible", self.points(*points)),
            },
            Step::Lapsed { reason } => match self.lang {
                Lang::Da => format!("Bortfaldet efter aftale: {reason}"),
                Lang::En => format!("Lapsed by agreement: {reason}"),
            },
            Step::Addendum { agreed, measured } => self.addendum_step(*agreed, *measured),
            Step::Expected { .. } => self.expected_step(step),
            Step::Overdue { deadline } => {
                let deadline = self.date(*deadline);
                match self.lang {
                    Lang::Da => format!("Resultatet mangler, og fristen {deadline} er overskredet"),
                    Lang::En => format!("The result is missing, and the deadline {deadline} has passed"),
                }
            }
            Step::Done(_) | Step::NoResult | Step::NoTarget | Step::NoBaseline | Step::TooLarge => {
                self.plain_step(step).to_owned()
            }
        }
    }

    /// `Ventetid: 25 > 20; (25 − 30) / (20 − 30) = 0,5 → 0,5`.
    fn part_step(self, step: &Step) -> String {
        let Step::Part { id, title, verdict, share, steps } = step else {
            return String::new();
        };
        let title = title.as_deref().unwrap_or(id.as_str());
        let steps: Vec<_> = steps.iter().map(|step| self.step(step)).collect();
        let reached = share.as_deref().filter(|share| share.is_settled()).map(|share| share.min);
        let reached = reached.filter(|share| *share != Share::NONE && *share != Share::FULL);
        let outcome = reached.map(|share| self.share(share));
        let outcome = outcome.unwrap_or_else(|| self.verdict(*verdict).to_owned());
        format!("{title}: {} → {outcome}", steps.join("; "))
    }

    /// `Måling i juni 2009: 26.210 ≤ 26.675; 150 × 1 = 150 → på vej`.
    fn expected_step(self, step: &Step) -> String {
        let Step::Expected { period, outlook, points, steps } = step else {
            return String::new();
        };
        let source = match (period, self.lang) {
            (Some(period), Lang::Da) => format!("Måling {}", self.when(*period)),
            (Some(period), Lang::En) => format!("Reading {}", self.when(*period)),
            (None, Lang::Da) => "Ventes".to_owned(),
            (None, Lang::En) => "Expected".to_owned(),
        };
        let steps: Vec<_> = steps.iter().map(|step| self.step(step)).collect();
        let ends_open = points.is_some_and(|points| !points.is_settled());
        let outlook = if ends_open { String::new() } else { format!(" → {}", self.outlook(*outlook)) };
        format!("{source}: {}{outlook}", steps.join("; "))
    }

    /// Points, as a span while they are not settled.
    ///
    /// ```
    /// use resultatkontrakt::domain::number::{Decimal, Points, Span};
    /// use resultatkontrakt::i18n::Words;
    ///
    /// let points = |figure| Points(Decimal::from(figure));
    /// assert_eq!(Words::DANISH.points(Span::settled(points(1_150))), "1.150");
    /// assert_eq!(Words::DANISH.points(Span::new(points(0), points(125))), "0–125");
    /// ```
    pub fn points(self, points: Span<Points>) -> String {
        range(points.map(|points| self.number(points.0)))
    }

    /// A share as a decimal where it ends within six places, else as a fraction.
    ///
    /// ```
    /// use resultatkontrakt::domain::number::{Decimal, Share, TooLarge};
    /// use resultatkontrakt::i18n::Words;
    ///
    /// assert_eq!(Words::DANISH.share(Share::fraction(Decimal::from(3), Decimal::from(8))?), "0,375");
    /// assert_eq!(Words::DANISH.share(Share::fraction(Decimal::ONE, Decimal::from(3))?), "1 / 3");
    /// # Ok::<(), TooLarge>(())
    /// ```
    pub fn share(self, share: Share) -> String {
        if let Some(value) = share.exact(6) {
            return self.number(value);
        }
        let (above, below) = (share.numerator(), share.denominator());
        format!("{} / {}", self.number(above), self.number(below))
    }
}

/// The sign of a comparison as it came out: `≤` where an at-most holds, `>` where it does not.
pub fn relation_sign(relation: Relation, holds: bool) -> &'static str {
    match (relation, holds) {
        (Relation::AtMost, true) | (Relation::Above, false) => "≤",
        (Relation::AtMost, false) | (Relation::Above, true) => ">",
        (Relation::AtLeast, true) | (Relation::Below, false) => "≥",
        (Relation::AtLeast, false) | (Relation::Below, true) => "<",
    }
}

impl Words {
    fn comparison_step(self, step: &Step) -> String {
        let n = |value: Decimal| self.number(value);
        match *step {
            Step::Threshold { baseline, change: BaselineChange::Percent(percent), threshold } => {
                let sign = if percent.is_sign_negative() { "−" } else { "+" };
                format!("{} × (100 {sign} {}) / 100 = {}", n(baseline), n(percent.abs()), n(threshold))
            }
            Step::Threshold { baseline, change: BaselineChange::Points(points), threshold } => {
                let sign = if points.is_sign_negative() { "−" } else { "+" };
                format!("{} {sign} {} = {}", n(baseline), n(points.abs()), n(threshold))
            }
            Step::Limit { value, relation, threshold, holds } => {
                format!("{} {} {}", n(value), relation_sign(relation, holds), n(threshold))
            }
            Step::Between { value, min, max, holds: true } => {
                format!("{} ≤ {} ≤ {}", n(min), n(value), n(max))
            }
            Step::Between { value, min, .. } if value < min => format!("{} < {}", n(value), n(min)),
            Step::Between { value, max, .. } => format!("{} > {}", n(value), n(max)),
            Step::Unchanged { value, baseline, tolerance, holds } if tolerance.is_zero() => {
                format!("{} {} {}", n(value), if holds { "=" } else { "≠" }, n(baseline))
            }
            Step::Unchanged { value, baseline, tolerance, holds } => {
                let sign = if holds { "≤" } else { ">" };
                format!("|{} − {}| {sign} {}", n(value), n(baseline), n(tolerance))
            }
            _ => String::new(),
        }
    }

    fn share_step(self, step: &Step) -> String {
        let n = |value: Decimal| self.number(value);
        let share = |share: Share| self.share(share);
        match (step, self.lang) {
            (Step::Linear { value, zero_at, target, share: found }, _) => {
                let (value, zero_at, target) = (n(*value), n(*zero_at), n(*target));
                format!("({value} − {zero_at}) / ({target} − {zero_at}) = {}", share(*found))
            }
            (Step::Proportional { above, below, share: found }, _) => match found.exact(6) {
                Some(value) => format!("{} / {} = {}", n(*above), n(*below), n(value)),
                None => format!("{} / {}", n(*above), n(*below)),
            },
            (Step::ProportionalFull { value }, Lang::Da) => {
                format!("{} er 0 eller mindre: fuld andel", n(*value))
            }
            (Step::ProportionalFull { value }, Lang::En) => {
                format!("{} is 0 or less: the full share", n(*value))
            }
            (Step::ScaleStep { value, reached: Some((at, _)), share: found }, Lang::Da) => {
                format!("{} når trinnet {}: andel {}", n(*value), n(*at), share(*found))
            }
            (Step::ScaleStep { value, reached: Some((at, _)), share: found }, Lang::En) => {
                format!("{} reaches the step {}: share {}", n(*value), n(*at), share(*found))
            }
            (Step::ScaleStep { value, reached: None, .. }, Lang::Da) => {
                format!("{} når ikke det første trin: andel 0", n(*value))
            }
            (Step::ScaleStep { value, reached: None, .. }, Lang::En) => {
                format!("{} does not reach the first step: share 0", n(*value))
            }
            (Step::ScaleBetween { value, lower: (a0, s0), upper: (a1, s1), share: found }, _) => {
                let (value, a0, s0, a1, s1) = (n(*value), n(*a0), n(*s0), n(*a1), n(*s1));
                format!("{s0} + ({s1} − {s0}) × ({value} − {a0}) / ({a1} − {a0}) = {}", share(*found))
            }
            (Step::PartShares { share: found, terms }, _) if !terms.is_empty() => {
                self.part_shares(*found, terms)
            }
            (Step::PartShares { share: found, .. }, _) => {
                let word = if self.lang == Lang::Da {
                    "De opfyldte deles andel"
                } else {
                    "Share of the parts that hold"
                };
                if found.is_settled() {
                    return format!("{word}: {}", share(found.min));
                }
                format!("{word}: {} – {}", share(found.min), share(found.max))
            }
            (Step::Held { share: found }, Lang::Da) => format!("Andelen holdes på {}", share(*found)),
            (Step::Held { share: found }, Lang::En) => format!("The share is held at {}", share(*found)),
            _ => String::new(),
        }
    }

    /// `Delenes andele: 0,4 × 0,5 + 0,6 × 1 = 0,8`; both ends while a part is open.
    fn part_shares(self, found: Span<Share>, terms: &[(Share, Span<Share>)]) -> String {
        let formula = |end: fn(Span<Share>) -> Share| {
            let term = |(weight, reached): &(Share, Span<Share>)| {
                format!("{} × {}", self.share(*weight), self.share(end(*reached)))
            };
            let terms: Vec<_> = terms.iter().map(term).collect();
            format!("{} = {}", terms.join(" + "), self.share(end(found)))
        };
        let (least, most) = (formula(|share| share.min), formula(|share| share.max));
        match (self.lang, found.is_settled()) {
            (Lang::Da, true) => format!("Delenes andele: {least}"),
            (Lang::En, true) => format!("The parts' shares: {least}"),
            (Lang::Da, false) => format!("Delenes andele, mindst: {least}; højst: {most}"),
            (Lang::En, false) => format!("The parts' shares, at least: {least}; at most: {most}"),
        }
    }

    fn deadline_step(self, date: Option<Date>, deadline: Date, holds: bool) -> String {
        let deadline = self.date(deadline);
        match (date, self.lang) {
            (Some(date), _) => {
                format!("{} {} {deadline}", self.date(date), if holds { "≤" } else { ">" })
            }
            (None, Lang::Da) => format!("Ikke nået senest {deadline}"),
            (None, Lang::En) => format!("Not reached by {deadline}"),
        }
    }

    fn parts_step(self, all: bool, holding: usize, of: usize, verdict: &str) -> String {
        match (self.lang, all) {
            (Lang::Da, true) => format!("{holding} af {of} dele er opfyldt, alle kræves → {verdict}"),
            (Lang::Da, false) => format!("{holding} af {of} dele er opfyldt, én er nok → {verdict}"),
            (Lang::En, true) => format!("{holding} of {of} parts hold, all are needed → {verdict}"),
            (Lang::En, false) => format!("{holding} of {of} parts hold, one is enough → {verdict}"),
        }
    }

    fn judged_step(self, points: Points, min: Points, max: Points) -> String {
        let range = self.points(Span::new(min, max));
        let points = self.number(points.0);
        match self.lang {
            Lang::Da => format!("Vurderet til {points} point, muligt {range}"),
            Lang::En => format!("Judged at {points} points, possible {range}"),
        }
    }

    fn reweighted_step(self, from: Weight, to: Weight) -> String {
        let weight = |weight: Weight| match weight {
            Weight::Fixed(points) => self.number(points.0),
            Weight::Range { min, max } => self.points(Span::new(min, max)),
        };
        let (from, to) = (weight(from), weight(to));
        match self.lang {
            Lang::Da => format!("Vægt {from} → {to}: bortfaldne måls vægt er fordelt"),
            Lang::En => format!("Weight {from} → {to}: lapsed goals' weight is shared out"),
        }
    }

    fn addendum_step(self, agreed: Option<Date>, measured: Option<Period>) -> String {
        let fixed = match (agreed.map(|date| self.date(date)), self.lang) {
            (Some(date), Lang::Da) => format!("Måltallet er fastsat ved allonge af {date}"),
            (Some(date), Lang::En) => format!("The target was fixed by an addendum of {date}"),
            (None, Lang::Da) => "Måltallet er fastsat ved allonge".to_owned(),
            (None, Lang::En) => "The target was fixed by an addendum".to_owned(),
        };
        match (measured.map(|period| self.when(period)), self.lang) {
            (Some(when), Lang::Da) => format!("{fixed} og måles {when}"),
            (Some(when), Lang::En) => format!("{fixed} and is measured {when}"),
            (None, _) => fixed,
        }
    }

    fn plain_step(self, step: &Step) -> &'static str {
        let (da, en) = match step {
            Step::Done(true) => ("Gennemført", "Done"),
            Step::Done(false) => ("Ikke gennemført", "Not done"),
            Step::NoResult => ("Resultatet mangler", "The result is missing"),
            Step::NoTarget => ("Måltallet er ikke fastlagt", "The target is not fixed"),
            Step::NoBaseline => ("Udgangspunktet mangler", "The baseline is missing"),
            _ => (
                "Tallene er for store til at blive regnet præcist",
                "The figures are too large to be worked out exactly",
            ),
        };
        if self.lang == Lang::Da { da } else { en }
    }
}
