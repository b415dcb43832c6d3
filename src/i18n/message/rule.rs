//! Words for contracts that cannot be scored.

use super::{did_you_mean, quoted, together};
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::date::format_date;
use crate::i18n::number::format_number;
use crate::load::diagnostic::{IdKind, RuleFault as Fault};

#[expect(clippy::too_many_lines, reason = "one table: a text for each code and language")]
pub(super) fn message(fault: &Fault, lang: Lang) -> String {
    let quote = |text: &str| quoted(text, lang);
    let number = |value| format_number(value, lang);
    match (fault, lang) {
        (Fault::DuplicateId { id, first_line }, Da) => {
            format!("Id {} er brugt før, i linje {first_line}.", quote(id))
        }
        (Fault::DuplicateId { id, first_line }, En) => {
            format!("The id {} was used before, on line {first_line}.", quote(id))
        }
        (Fault::UnknownReference { kind, id, .. }, Da) => {
            format!("{} {} findes ikke.", kind_word(*kind, lang), quote(id))
        }
        (Fault::UnknownReference { kind, id, .. }, En) => {
            format!("There is no {} {}.", kind_word(*kind, lang), quote(id))
        }
        (Fault::CircularGroups { ids }, Da) => {
            format!("Grupperne {} hører under hinanden i en ring.", together(ids, lang))
        }
        (Fault::CircularGroups { ids }, En) => {
            format!("The groups {} belong to each other in a circle.", together(ids, lang))
        }
        (Fault::Negative { value }, Da) => {
            format!("{} er under 0; det kan det ikke være her.", number(*value))
        }
        (Fault::Negative { value }, En) => format!("{} is below 0, which it cannot be here.", number(*value)),
        (Fault::NotPositive { value }, Da) => format!("Her skal stå et tal over 0, ikke {}.", number(*value)),
        (Fault::NotPositive { value }, En) => format!("This has to be above 0, not {}.", number(*value)),
        (Fault::MinAboveMax { min, max }, Da) => {
            format!("Det mindste, {}, er over det største, {}.", number(*min), number(*max))
        }
        (Fault::MinAboveMax { min, max }, En) => {
            format!("The lowest, {}, is above the highest, {}.", number(*min), number(*max))
        }
        (Fault::PeriodReversed { from, to }, Da) => {
            format!(
                "Perioden slutter {}, før den begynder {}.",
                format_date(*to, lang),
                format_date(*from, lang)
            )
        }
        (Fault::PeriodReversed { from, to }, En) => {
            format!(
                "The period ends on {}, before it begins on {}.",
                format_date(*to, lang),
                format_date(*from, lang)
            )
        }
        (Fault::WeightTooFine { weight, decimals }, Da) => {
            format!(
                "Vægten {} har flere decimaler end kontraktens point, som har {decimals}.",
                number(*weight)
            )
        }
        (Fault::WeightTooFine { weight, decimals }, En) => {
            format!(
                "The weight {} has more decimals than the contract's points, which have {decimals}.",
                number(*weight)
            )
        }
        (Fault::NoParts, Da) => "Et sammensat mål skal have mindst én del.".into(),
        (Fault::NoParts, En) => "A composite target has to have at least one part.".into(),
        (Fault::ScaleTooShort, Da) => "En skala skal have mindst to trin.".into(),
        (Fault::ScaleTooShort, En) => "A scale has to have at least two steps.".into(),
        (Fault::ScaleOutOfOrder, Da) => {
            "Skalaens trin er ikke i rækkefølge fra det dårligste til det bedste.".into()
        }
        (Fault::ScaleOutOfOrder, En) => {
            "The steps of the scale are not in order from the worst to the best.".into()
        }
        (Fault::SharesDoNotSum { sum }, Da) => {
            format!("Delenes andele giver {} tilsammen og skal give 1.", number(*sum))
        }
        (Fault::SharesDoNotSum { sum }, En) => {
            format!("The parts' shares are {} together and have to be 1.", number(*sum))
        }
        (Fault::CapBelowOne { cap }, Da) => {
            format!("Loftet {} ligger under fuld opfyldelse, som er 1.", number(*cap))
        }
        (Fault::CapBelowOne { cap }, En) => {
            format!("The cap {} lies below full fulfilment, which is 1.", number(*cap))
        }
        (Fault::RuleDoesNotFit { rule, target }, Da) => {
            format!("Reglen {} kan ikke bruges på et mål af typen {}.", quote(rule), quote(target))
        }
        (Fault::RuleDoesNotFit { rule, target }, En) => {
            format!("The rule {} cannot be used for a target of the kind {}.", quote(rule), quote(target))
        }
        (Fault::ZeroAtOnWrongSide { zero_at, target }, Da) => {
            format!(
                "Nulpunktet {} skal ligge på den dårlige side af målet {}.",
                number(*zero_at),
                number(*target)
            )
        }
        (Fault::ZeroAtOnWrongSide { zero_at, target }, En) => {
            format!(
                "The zero point {} has to lie on the worse side of the target {}.",
                number(*zero_at),
                number(*target)
            )
        }
        (Fault::TargetNotPositive { target }, Da) => {
            format!("En forholdsmæssig regel kræver et mål over 0, ikke {}.", number(*target))
        }
        (Fault::TargetNotPositive { target }, En) => {
            format!("A proportional rule needs a target above 0, not {}.", number(*target))
        }
    }
}

pub(super) fn hint(fault: &Fault, lang: Lang) -> Option<String> {
    let (da, en) = match fault {
        Fault::UnknownReference { suggestion, .. } => {
            return suggestion.as_deref().map(|meant| did_you_mean(meant, lang));
        }
        Fault::RuleDoesNotFit { .. } => (
            "»linear«, »proportional« og »scale« kræver et mål i tal, »parts« et »all_of«, »assessed« en vurdering.",
            "“linear”, “proportional” and “scale” need a target in figures, “parts” an “all_of”, “assessed” a judgement.",
        ),
        Fault::ScaleOutOfOrder => (
            "Resultaterne skal hele vejen stige eller hele vejen falde, og andelene må ikke falde.",
            "The results have to rise all the way or fall all the way, and the shares must not fall.",
        ),
        Fault::WeightTooFine { .. } => (
            "Afrund vægten, eller sæt flere decimaler under »points«.",
            "Round the weight, or set more decimals under “points”.",
        ),
        Fault::DuplicateId { .. }
        | Fault::CircularGroups { .. }
        | Fault::Negative { .. }
        | Fault::NotPositive { .. }
        | Fault::MinAboveMax { .. }
        | Fault::PeriodReversed { .. }
        | Fault::NoParts
        | Fault::ScaleTooShort
        | Fault::SharesDoNotSum { .. }
        | Fault::CapBelowOne { .. }
        | Fault::ZeroAtOnWrongSide { .. }
        | Fault::TargetNotPositive { .. } => return None,
    };
    Some(if lang == Da { da } else { en }.to_owned())
}

fn kind_word(kind: IdKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (IdKind::Group, Da) => "Gruppen",
        (IdKind::Group, En) => "group",
        (IdKind::Part, Da) => "Delen",
        (IdKind::Part, En) => "part",
    }
}
