//! Words for contracts that cannot be scored.

use super::{did_you_mean, quoted, together};
use crate::findings::{IdKind, RuleFault as Fault};
use crate::i18n::Lang::{self, Da, En};
use crate::i18n::date::format_date;
use crate::i18n::number::format_number;

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

pub(super) fn why(fault: &Fault, lang: Lang) -> &'static str {
    let (da, en) = match fault {
        Fault::DuplicateId { .. } => (
            "Resultater og henvisninger siger ikke, hvilken af dem de mener.",
            "Results and references do not say which of them they mean.",
        ),
        Fault::UnknownReference { kind: IdKind::Group, .. } => {
            ("Der er intet sted at vise det.", "There is no place to show it in.")
        }
        Fault::UnknownReference { kind: IdKind::Part, .. } => {
            ("Andelen kan ikke give point.", "The share can give no points.")
        }
        Fault::CircularGroups { .. } => (
            "Grupperne kan ikke ordnes, når ingen af dem er øverst.",
            "Groups cannot be put in order while none of them is on top.",
        ),
        Fault::Negative { .. } => (
            "Med et tal under 0 kan pointene ikke regnes ud.",
            "With a number below 0 the points cannot be worked out.",
        ),
        Fault::NotPositive { .. } => {
            ("Der kan ikke regnes en andel af ingenting.", "There is no share of nothing.")
        }
        Fault::MinAboveMax { .. } => ("Intet kan ligge mellem de to.", "Nothing can lie between the two."),
        Fault::PeriodReversed { .. } => ("Ingen dag ligger i perioden.", "No day lies within the period."),
        Fault::WeightTooFine { .. } => (
            "De afrundede point kan ikke give netop vægten.",
            "The rounded points cannot be just the weight.",
        ),
        Fault::NoParts => ("Uden dele er der intet at opfylde.", "Without parts there is nothing to fulfil."),
        Fault::ScaleTooShort => (
            "Et enkelt trin viser ingen vej fra dårligt til godt.",
            "A single step shows no way from worse to better.",
        ),
        Fault::ScaleOutOfOrder => {
            ("Et bedre resultat kunne give færre point.", "A better result could give fewer points.")
        }
        Fault::SharesDoNotSum { .. } => (
            "Fuld opfyldelse ville ikke give netop målets vægt.",
            "Full fulfilment would not give just the goal's weight.",
        ),
        Fault::CapBelowOne { .. } => {
            ("Fuld opfyldelse kunne ikke give fulde point.", "Full fulfilment could not give full points.")
        }
        Fault::RuleDoesNotFit { .. } => (
            "Reglen siger ikke, hvad målet giver af point.",
            "The rule does not say what points the target gives.",
        ),
        Fault::ZeroAtOnWrongSide { .. } => {
            ("Et dårligere resultat kunne give flere point.", "A worse result could give more points.")
        }
        Fault::TargetNotPositive { .. } => (
            "Forholdet mellem resultat og mål kan ikke regnes ud.",
            "The ratio of result and target cannot be worked out.",
        ),
    };
    if lang == Da { da } else { en }
}

pub(super) fn hint(fault: &Fault, lang: Lang) -> String {
    let (da, en) = match fault {
        Fault::UnknownReference { suggestion: Some(meant), .. } => return did_you_mean(meant, lang),
        Fault::UnknownReference { suggestion: None, .. } => (
            "Ret henvisningen, eller tilføj det, den peger på.",
            "Correct the reference, or add what it points to.",
        ),
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
        Fault::DuplicateId { .. } => ("Giv den ene et andet id.", "Give one of them another id."),
        Fault::CircularGroups { .. } => {
            ("Slet »parent« hos den øverste gruppe.", "Delete “parent” from the topmost group.")
        }
        Fault::Negative { .. } => ("Skriv 0 eller et tal over 0.", "Write 0 or a number above 0."),
        Fault::NotPositive { .. } => ("Skriv et tal over 0.", "Write a number above 0."),
        Fault::MinAboveMax { .. } => {
            ("Byt de to om, eller ret det ene.", "Swap the two, or correct one of them.")
        }
        Fault::PeriodReversed { .. } => {
            ("Byt de to datoer om, eller ret den ene.", "Swap the two dates, or correct one of them.")
        }
        Fault::NoParts => {
            ("Tilføj en del, eller vælg en anden slags mål.", "Add a part, or choose another kind of target.")
        }
        Fault::ScaleTooShort => {
            ("Tilføj et trin, eller brug reglen »linear«.", "Add a step, or use the rule “linear”.")
        }
        Fault::SharesDoNotSum { .. } => (
            "Ret andelene, eller udelad dem, så delene tæller lige.",
            "Correct the shares, or leave them out so that the parts count equally.",
        ),
        Fault::CapBelowOne { .. } => {
            ("Skriv 1 eller mere, eller udelad loftet.", "Write 1 or more, or leave the cap out.")
        }
        Fault::ZeroAtOnWrongSide { .. } => (
            "»zero_at« skal ligge over et mål, der er et loft, og under et mål, der er en nedre grænse.",
            "“zero_at” has to lie above a target that is a ceiling, and below one that is a floor.",
        ),
        Fault::TargetNotPositive { .. } => (
            "Brug reglen »linear«, eller sæt målet over 0.",
            "Use the rule “linear”, or set the target above 0.",
        ),
    };
    if lang == Da { da } else { en }.to_owned()
}

fn kind_word(kind: IdKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (IdKind::Group, Da) => "Gruppen",
        (IdKind::Group, En) => "group",
        (IdKind::Part, Da) => "Delen",
        (IdKind::Part, En) => "part",
    }
}
