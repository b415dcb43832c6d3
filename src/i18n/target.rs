//! Targets in words: what has to hold, as short as a table cell.

use super::Lang;
use super::date::{format_date, format_period, format_when};
use super::number::format_number;
use super::step::points_text;
use crate::domain::contract::{Baseline, BaselineChange, Relation, Target, Threshold};
use crate::domain::contract::{Goal, Weight};
use crate::domain::number::{Decimal, Span};

/// A goal's target with its unit and the time of measurement: `Højst 26.675 forløb i december 2009`.
pub fn goal_target_text(goal: &Goal, lang: Lang) -> String {
    let text = target_text(&goal.target, goal.unit.as_deref(), goal.weight, lang);
    let numeric = matches!(goal.target, Target::Limit { .. } | Target::Between { .. });
    match goal.measured.filter(|_| numeric) {
        Some(period) => format!("{text} {}", format_when(period, lang)),
        None => text,
    }
}

/// A target in words; `weight` gives a judgement its range.
pub fn target_text(target: &Target, unit: Option<&str>, weight: Option<Weight>, lang: Lang) -> String {
    let with_unit = |text: String| match unit {
        Some(unit) => format!("{text} {unit}"),
        None => text,
    };
    let pick = |da: &'static str, en: &'static str| if lang == Lang::Da { da } else { en };
    match target {
        Target::Limit { relation, threshold } => {
            let word = relation_word(*relation, lang);
            let text = format!("{word} {}", threshold_text(threshold, lang));
            if matches!(threshold, Threshold::Absolute(_)) { with_unit(text) } else { text }
        }
        Target::Between { min, max } => {
            let (min, max) = (threshold_text(min, lang), threshold_text(max, lang));
            with_unit(format!("{} {min} {} {max}", pick("Mellem", "Between"), pick("og", "and")))
        }
        Target::Unchanged { baseline, tolerance } => unchanged(*baseline, *tolerance, lang),
        Target::By(date) => format!("{} {}", pick("Senest", "By"), format_date(*date, lang)),
        Target::Done => pick("Skal være gennemført", "To be done").to_owned(),
        Target::AllOf(parts) | Target::AnyOf(parts) if parts.len() == 1 => {
            pick("Én del", "One part").to_owned()
        }
        Target::AllOf(parts) => match lang {
            Lang::Da => format!("Alle {} dele", parts.len()),
            Lang::En => format!("All {} parts", parts.len()),
        },
        Target::AnyOf(parts) => match lang {
            Lang::Da => format!("Mindst én af {} dele", parts.len()),
            Lang::En => format!("At least one of {} parts", parts.len()),
        },
        Target::Assessed { .. } => assessed(weight, lang),
        Target::Undetermined => pick("Måltallet er ikke fastlagt endnu", "Target not fixed yet").to_owned(),
    }
}

fn relation_word(relation: Relation, lang: Lang) -> &'static str {
    let (da, en) = match relation {
        Relation::AtMost => ("Højst", "At most"),
        Relation::AtLeast => ("Mindst", "At least"),
        Relation::Below => ("Under", "Below"),
        Relation::Above => ("Over", "Above"),
    };
    if lang == Lang::Da { da } else { en }
}

fn threshold_text(threshold: &Threshold, lang: Lang) -> String {
    match threshold {
        Threshold::Absolute(value) => format_number(*value, lang),
        Threshold::Relative { baseline, change } => {
            let baseline = baseline_text(*baseline, lang);
            match *change {
                change if change.is_none() => baseline,
                BaselineChange::Percent(percent) => {
                    let unit = if lang == Lang::Da { " pct." } else { "%" };
                    format!("{baseline} {}{unit}", signed(percent, lang))
                }
                BaselineChange::Points(points) => format!("{baseline} {}", signed(points, lang)),
            }
        }
    }
}

fn signed(value: Decimal, lang: Lang) -> String {
    let word = match (value.is_sign_negative(), lang) {
        (true, _) => "minus",
        (false, _) => "plus",
    };
    format!("{word} {}", format_number(value.abs(), lang))
}

/// The baseline in words: a figure, or `tallet for 2008`.
pub fn baseline_text(baseline: Option<Baseline>, lang: Lang) -> String {
    match (baseline, lang) {
        (Some(Baseline::Figure(value)), _) => format_number(value, lang),
        (Some(Baseline::Of(period)), Lang::Da) => format!("tallet for {}", format_period(period, lang)),
        (Some(Baseline::Of(period)), Lang::En) => format!("the figure of {}", format_period(period, lang)),
        (None, Lang::Da) => "udgangspunktet".to_owned(),
        (None, Lang::En) => "the baseline".to_owned(),
    }
}

fn unchanged(baseline: Option<Baseline>, tolerance: Decimal, lang: Lang) -> String {
    let baseline = baseline_text(baseline, lang);
    let text = match lang {
        Lang::Da => format!("Uændret i forhold til {baseline}"),
        Lang::En => format!("Unchanged from {baseline}"),
    };
    if tolerance.is_zero() { text } else { format!("{text} ± {}", format_number(tolerance, lang)) }
}

fn assessed(weight: Option<Weight>, lang: Lang) -> String {
    let range = weight.map(|weight| points_text(Span::new(weight.min(), weight.max()), lang));
    match (range, lang) {
        (Some(range), Lang::Da) => format!("Vurderes, {range} point"),
        (Some(range), Lang::En) => format!("Judged, {range} points"),
        (None, Lang::Da) => "Vurderes samlet".to_owned(),
        (None, Lang::En) => "Judged as a whole".to_owned(),
    }
}
