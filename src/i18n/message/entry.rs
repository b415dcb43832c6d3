//! Words for what an assessment says and what cannot count.

use super::quoted;
use crate::domain::contract::{GoalId, PartId};
use crate::domain::number::Span;
use crate::domain::objection::{Field, Place};
use crate::findings::EntryFault as Fault;
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::date::format_date;
use crate::i18n::step::points_text;

pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let at = |place: &Place| place_text(place, lang);
    match (fault, lang) {
        (Fault::OtherContract { found, wanted }, Da) => {
            format!(
                "Vurderingen hører til kontrakten {}, ikke {}.",
                quoted(found, lang),
                quoted(wanted, lang)
            )
        }
        (Fault::OtherContract { found, wanted }, En) => {
            format!(
                "The assessment belongs to the contract {}, not {}.",
                quoted(found, lang),
                quoted(wanted, lang)
            )
        }
        (Fault::ContractChanged, Da) => "Kontrakten er ændret, siden vurderingen blev lavet.".into(),
        (Fault::ContractChanged, En) => "The contract was changed since the assessment was made.".into(),
        (Fault::Unknown { place }, Da) => format!("{}: kontrakten har intet, som det hører til.", at(place)),
        (Fault::Unknown { place }, En) => {
            format!("{}: the contract has nothing that this belongs to.", at(place))
        }
        (Fault::OtherKind { place, wanted }, Da) => {
            format!("{}: målet kræver {}.", at(place), field_text(*wanted, lang))
        }
        (Fault::OtherKind { place, wanted }, En) => {
            format!("{}: the target wants {}.", at(place), field_text(*wanted, lang))
        }
        (Fault::OutsideRange { place, min, max }, Da) => {
            format!("{}: der kan gives {} point.", at(place), points_text(Span::new(*min, *max), lang))
        }
        (Fault::OutsideRange { place, min, max }, En) => {
            format!("{}: {} points can be given.", at(place), points_text(Span::new(*min, *max), lang))
        }
        (Fault::NoReason { place }, Da) => format!("{}: begrundelsen mangler.", at(place)),
        (Fault::NoReason { place }, En) => format!("{}: the reason is missing.", at(place)),
        (Fault::OutsidePayPeriod { from, to }, Da) => {
            format!(
                "Fratrædelsen ligger uden for lønperioden {}–{}.",
                format_date(*from, lang),
                format_date(*to, lang)
            )
        }
        (Fault::OutsidePayPeriod { from, to }, En) => {
            format!(
                "The last day of service lies outside the pay period {}–{}.",
                format_date(*from, lang),
                format_date(*to, lang)
            )
        }
        (Fault::OutsideYears { place, from, to }, Da) => {
            format!("{}: datoen ligger uden for {from}–{to}.", at(place))
        }
        (Fault::OutsideYears { place, from, to }, En) => {
            format!("{}: the date lies outside {from}–{to}.", at(place))
        }
        (Fault::ContractDecides { place }, Da) => {
            format!("{}: kontrakten har selv et tal, og det gælder.", at(place))
        }
        (Fault::ContractDecides { place }, En) => {
            format!("{}: the contract has a figure of its own, and that counts.", at(place))
        }
        (Fault::TargetIsFixed { place }, Da) => {
            format!("{}: målet er allerede fastlagt i kontrakten.", at(place))
        }
        (Fault::TargetIsFixed { place }, En) => {
            format!("{}: the contract has fixed the target already.", at(place))
        }
        (Fault::RuleCannotScore { place }, Da) => {
            format!("{}: kontraktens regel passer ikke til målet.", at(place))
        }
        (Fault::RuleCannotScore { place }, En) => {
            format!("{}: the contract's rule does not fit the target.", at(place))
        }
        (Fault::Negative { place }, Da) => format!("{}: tallet kan ikke være under 0.", at(place)),
        (Fault::Negative { place }, En) => format!("{}: the number cannot be below 0.", at(place)),
        (Fault::TooLarge { place }, Da) => {
            format!("{}: tallene er for store til at regnes nøjagtigt.", at(place))
        }
        (Fault::TooLarge { place }, En) => {
            format!("{}: the figures are too large to be worked out exactly.", at(place))
        }
    }
}

pub(super) fn why(fault: &Fault, lang: Lang) -> Option<&'static str> {
    let (da, en) = match fault {
        Fault::OtherContract { .. } => {
            ("Resultaterne kan høre til andre mål.", "The results may belong to other goals.")
        }
        Fault::NoReason { .. } => (
            "Et skøn uden begrundelse kan ikke efterprøves.",
            "A judgement without a reason cannot be verified.",
        ),
        Fault::ContractDecides { .. } | Fault::TargetIsFixed { .. } => {
            ("Det aftalte går forud for det, der indtastes.", "What was agreed comes before what is entered.")
        }
        Fault::OutsideRange { .. } => (
            "Et mål kan kun give de point, der er aftalt.",
            "A goal can only give the points that were agreed.",
        ),
        Fault::ContractChanged
        | Fault::Unknown { .. }
        | Fault::OtherKind { .. }
        | Fault::OutsidePayPeriod { .. }
        | Fault::OutsideYears { .. }
        | Fault::RuleCannotScore { .. }
        | Fault::Negative { .. }
        | Fault::TooLarge { .. } => return None,
    };
    Some(if lang == Da { da } else { en })
}

pub(super) fn hint(fault: &Fault, lang: Lang) -> &'static str {
    let (da, en) = match fault {
        Fault::ContractChanged => (
            "Se vurderingen igennem; tal kan have skiftet betydning.",
            "Look through the assessment; figures may have changed their meaning.",
        ),
        Fault::NoReason { .. } => {
            ("Det tæller med, men skal begrundes skriftligt.", "It counts, but needs a written reason.")
        }
        Fault::OutsideYears { .. } => (
            "Datoen tæller med. Kontrollér, om året er rigtigt.",
            "The date counts. Check whether the year is right.",
        ),
        Fault::OtherContract { .. } => (
            "Åbn den kontrakt, som vurderingen hører til.",
            "Open the contract that the assessment belongs to.",
        ),
        Fault::ContractDecides { .. } | Fault::TargetIsFixed { .. } => {
            ("Slet det, der er indtastet.", "Delete what was entered.")
        }
        Fault::Unknown { .. }
        | Fault::OtherKind { .. }
        | Fault::OutsideRange { .. }
        | Fault::OutsidePayPeriod { .. }
        | Fault::RuleCannotScore { .. }
        | Fault::Negative { .. }
        | Fault::TooLarge { .. } => {
            ("Det tæller ikke med, før det er rettet.", "It does not count until it is put right.")
        }
    };
    if lang == Da { da } else { en }
}

fn place_text(place: &Place, lang: Lang) -> String {
    match (place, lang) {
        (Place::Goal(goal, parts, _) | Place::Area(goal, parts, _), _) => goal_text(goal, parts),
        (Place::Overall, Da) => "Den samlede vurdering".into(),
        (Place::Overall, En) => "The overall judgement".into(),
        (Place::AsOf, Da) => "Vurderingens dag".into(),
        (Place::AsOf, En) => "The assessment's day".into(),
        (Place::Adjustment, Da) => "Reguleringen".into(),
        (Place::Adjustment, En) => "The adjustment".into(),
        (Place::LeftOn, Da) => "Fratrædelsen".into(),
        (Place::LeftOn, En) => "The last day of service".into(),
        (Place::MaxPercent, Da) => "Den højeste procent".into(),
        (Place::MaxPercent, En) => "The maximum percent".into(),
        (Place::HolidayAllowance, Da) => "Feriegodtgørelsen".into(),
        (Place::HolidayAllowance, En) => "The holiday allowance".into(),
        (Place::Base(line), Da) => format!("Lønlinje {}", line + 1),
        (Place::Base(line), En) => format!("Pay line {}", line + 1),
    }
}

fn goal_text(goal: &GoalId, parts: &[PartId]) -> String {
    parts.iter().fold(goal.to_string(), |path, part| format!("{path} › {part}"))
}

/// What a target wants to be told.
fn field_text(field: Field, lang: Lang) -> &'static str {
    match (field, lang) {
        (Field::Entry, Da) => "et resultat",
        (Field::Entry, En) => "a result",
        (Field::Value, Da) => "et tal",
        (Field::Value, En) => "a figure",
        (Field::Baseline, Da) => "et udgangspunkt",
        (Field::Baseline, En) => "a baseline",
        (Field::Date, Da) => "en dato",
        (Field::Date, En) => "a date",
        (Field::Done, Da) => "ja eller nej",
        (Field::Done, En) => "yes or no",
        (Field::Points, Da) => "point",
        (Field::Points, En) => "points",
        (Field::Reason, Da) => "en begrundelse",
        (Field::Reason, En) => "a reason",
        (Field::Parts, Da) => "et resultat for hver del",
        (Field::Parts, En) => "a result for each part",
        (Field::Addendum, Da) => "en allonge",
        (Field::Addendum, En) => "an addendum",
    }
}
