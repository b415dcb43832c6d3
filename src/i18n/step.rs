//! Trace steps in words and formulas. Screen, print, CSV and the command show the same text.

use super::Lang;
use super::date::{format_date, format_when};
use super::number::format_number;
use super::status::{outlook_text, verdict_text};
use crate::domain::contract::Weight;
use crate::domain::contract::{BaselineChange, Relation};
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Points, Share, Span};
use crate::domain::trace::Step;

/// One step as a line of text, such as `26.210 ≤ 26.675` or `150 × 1 = 150`.
pub fn step_text(step: &Step, lang: Lang) -> String {
    let n = |value: Decimal| format_number(value, lang);
    match step {
        Step::Threshold { .. } | Step::Limit { .. } | Step::Between { .. } | Step::Unchanged { .. } => {
            comparison(step, lang)
        }
        Step::Deadline { date, deadline, holds } => deadline_text(*date, *deadline, *holds, lang),
        Step::Part { id, title, verdict, steps } => {
            let title = title.as_deref().unwrap_or(id.as_str());
            let steps: Vec<_> = steps.iter().map(|step| step_text(step, lang)).collect();
            format!("{title}: {} → {}", steps.join("; "), verdict_text(*verdict, lang))
        }
        Step::Parts { all, holding, of, verdict, .. } => {
            parts_text(*all, *holding, *of, lang, verdict_text(*verdict, lang))
        }
        Step::Linear { .. }
        | Step::Proportional { .. }
        | Step::ProportionalFull { .. }
        | Step::ScaleStep { .. }
        | Step::ScaleBetween { .. }
        | Step::PartShares { .. }
        | Step::Held { .. } => share_step(step, lang),
        Step::Points { weight, share, points } => {
            format!("{} × {} = {}", n(weight.0), share_text(*share, lang), n(points.0))
        }
        Step::RangePoints { min, max, share, points } => {
            let (min, max, points) = (n(min.0), n(max.0), n(points.0));
            format!("{min} + ({max} − {min}) × {} = {points}", share_text(*share, lang))
        }
        Step::Judged { points, min, max } => judged(*points, *min, *max, lang),
        Step::Reweighted { from, to } => reweighted(*from, *to, lang),
        Step::Open(points) => match lang {
            Lang::Da => format!("{} point er mulige", points_text(*points, lang)),
            Lang::En => format!("{} points are possible", points_text(*points, lang)),
        },
        Step::Lapsed { reason } => match lang {
            Lang::Da => format!("Bortfaldet efter aftale: {reason}"),
            Lang::En => format!("Lapsed by agreement: {reason}"),
        },
        Step::Addendum { agreed, measured } => addendum(*agreed, *measured, lang),
        Step::Expected { .. } => expected(step, lang),
        Step::Overdue { deadline } => {
            let deadline = format_date(*deadline, lang);
            match lang {
                Lang::Da => format!("Resultatet mangler, og fristen {deadline} er overskredet"),
                Lang::En => format!("The result is missing, and the deadline {deadline} has passed"),
            }
        }
        Step::Done(_) | Step::NoResult | Step::NoTarget | Step::NoBaseline | Step::TooLarge => {
            plain(step, lang).to_owned()
        }
    }
}

/// `Måling i juni 2009: 26.210 ≤ 26.675; 150 × 1 = 150 → på vej`.
fn expected(step: &Step, lang: Lang) -> String {
    let Step::Expected { period, outlook, points, steps } = step else {
        return String::new();
    };
    let source = match (period, lang) {
        (Some(period), Lang::Da) => format!("Måling {}", format_when(*period, lang)),
        (Some(period), Lang::En) => format!("Reading {}", format_when(*period, lang)),
        (None, Lang::Da) => "Ventes".to_owned(),
        (None, Lang::En) => "Expected".to_owned(),
    };
    let steps: Vec<_> = steps.iter().map(|step| step_text(step, lang)).collect();
    let ends_open = points.is_some_and(|points| !points.is_settled());
    let outlook = if ends_open { String::new() } else { format!(" → {}", outlook_text(*outlook, lang)) };
    format!("{source}: {}{outlook}", steps.join("; "))
}

/// Points, as a span while they are not settled.
///
/// ```
/// use resultatkontrakt::domain::number::{Decimal, Points, Span};
/// use resultatkontrakt::i18n::{Lang, step::points_text};
///
/// let points = |figure| Points(Decimal::from(figure));
/// assert_eq!(points_text(Span::settled(points(1_150)), Lang::Da), "1.150");
/// assert_eq!(points_text(Span::new(points(0), points(125)), Lang::Da), "0–125");
/// ```
pub fn points_text(points: Span<Points>, lang: Lang) -> String {
    if points.is_settled() {
        return format_number(points.min.0, lang);
    }
    format!("{}–{}", format_number(points.min.0, lang), format_number(points.max.0, lang))
}

/// A share as a decimal where it ends within six places, else as a fraction.
///
/// ```
/// use resultatkontrakt::domain::number::{Decimal, Share, TooLarge};
/// use resultatkontrakt::i18n::{Lang, step::share_text};
///
/// assert_eq!(share_text(Share::fraction(Decimal::from(3), Decimal::from(8))?, Lang::Da), "0,375");
/// assert_eq!(share_text(Share::fraction(Decimal::ONE, Decimal::from(3))?, Lang::Da), "1 / 3");
/// # Ok::<(), TooLarge>(())
/// ```
pub fn share_text(share: Share, lang: Lang) -> String {
    if let Some(value) = share.exact(6) {
        return format_number(value, lang);
    }
    let (above, below) = (share.numerator(), share.denominator());
    format!("{} / {}", format_number(above, lang), format_number(below, lang))
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

fn comparison(step: &Step, lang: Lang) -> String {
    let n = |value: Decimal| format_number(value, lang);
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

fn share_step(step: &Step, lang: Lang) -> String {
    let n = |value: Decimal| format_number(value, lang);
    let share = |share: Share| share_text(share, lang);
    match (step, lang) {
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
        (Step::ProportionalFull { value }, Lang::En) => format!("{} is 0 or less: the full share", n(*value)),
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
        (Step::PartShares { share: found }, lang) => {
            let word =
                if lang == Lang::Da { "De opfyldte deles andel" } else { "Share of the parts that hold" };
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

fn deadline_text(date: Option<Date>, deadline: Date, holds: bool, lang: Lang) -> String {
    let deadline = format_date(deadline, lang);
    match (date, lang) {
        (Some(date), _) => {
            format!("{} {} {deadline}", format_date(date, lang), if holds { "≤" } else { ">" })
        }
        (None, Lang::Da) => format!("Ikke nået senest {deadline}"),
        (None, Lang::En) => format!("Not reached by {deadline}"),
    }
}

fn parts_text(all: bool, holding: usize, of: usize, lang: Lang, verdict: &str) -> String {
    match (lang, all) {
        (Lang::Da, true) => format!("{holding} af {of} dele er opfyldt, alle kræves → {verdict}"),
        (Lang::Da, false) => format!("{holding} af {of} dele er opfyldt, én er nok → {verdict}"),
        (Lang::En, true) => format!("{holding} of {of} parts hold, all are needed → {verdict}"),
        (Lang::En, false) => format!("{holding} of {of} parts hold, one is enough → {verdict}"),
    }
}

fn judged(points: Points, min: Points, max: Points, lang: Lang) -> String {
    let range = points_text(Span::new(min, max), lang);
    let points = format_number(points.0, lang);
    match lang {
        Lang::Da => format!("Vurderet til {points} point, muligt {range}"),
        Lang::En => format!("Judged at {points} points, possible {range}"),
    }
}

fn reweighted(from: Weight, to: Weight, lang: Lang) -> String {
    let weight = |weight: Weight| match weight {
        Weight::Fixed(points) => format_number(points.0, lang),
        Weight::Range { min, max } => points_text(Span::new(min, max), lang),
    };
    let (from, to) = (weight(from), weight(to));
    match lang {
        Lang::Da => format!("Vægt {from} → {to}: bortfaldne måls vægt er fordelt"),
        Lang::En => format!("Weight {from} → {to}: lapsed goals' weight is shared out"),
    }
}

fn addendum(agreed: Option<Date>, measured: Option<Period>, lang: Lang) -> String {
    let fixed = match (agreed.map(|date| format_date(date, lang)), lang) {
        (Some(date), Lang::Da) => format!("Måltallet er fastsat ved allonge af {date}"),
        (Some(date), Lang::En) => format!("The target was fixed by an addendum of {date}"),
        (None, Lang::Da) => "Måltallet er fastsat ved allonge".to_owned(),
        (None, Lang::En) => "The target was fixed by an addendum".to_owned(),
    };
    match (measured.map(|period| format_when(period, lang)), lang) {
        (Some(when), Lang::Da) => format!("{fixed} og måles {when}"),
        (Some(when), Lang::En) => format!("{fixed} and is measured {when}"),
        (None, _) => fixed,
    }
}

fn plain(step: &Step, lang: Lang) -> &'static str {
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
    if lang == Lang::Da { da } else { en }
}
